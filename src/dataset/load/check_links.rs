//! Checks of figures, outcomes, terms and waves, and of facts that name other facts.

use std::collections::HashSet;

use super::{
    check::{Check, PathOf},
    problem::IdList,
};
use crate::{
    dataset::{
        format::{Marks, Outcome, Term},
        store::{Fact, FactData, ItemIndex, Kind, NameKey, OwnerIndex, fact_at, list_path},
        values::Reference,
    },
    text::quoted,
};

impl Check<'_> {
    /// Collects the ids of measures, and reports those that are used twice.
    pub(super) fn check_measures(&mut self) {
        for (index, measure) in self.document.measures.iter().enumerate() {
            if !self.measures.insert(measure.id.as_str()) {
                self.report(
                    format!("measures[{index}].id"),
                    format!("the id `{}` is used twice", measure.id),
                    "use a different id for each".into(),
                );
            }
        }
    }

    pub(super) fn check_term(&mut self, term: &Term, path: PathOf) {
        match &term.cites {
            Some(_) if term.general_knowledge => self.report(
                format!("{}.general_knowledge", path()),
                "this term has sources, so it is not general knowledge only".into(),
                "remove `general_knowledge` or `cites`".into(),
            ),
            Some(cites) => self.check_citations(cites, &|| format!("{}.cites", path())),
            None if term.general_knowledge => {}
            None => self.report(
                path(),
                format!(
                    "nothing says where the meaning of {} is from",
                    quoted(&term.term)
                ),
                "add `cites`, or \"general_knowledge\": true".into(),
            ),
        }
    }

    pub(super) fn check_figures(&mut self, fact: Fact, path: PathOf) {
        let is_target = matches!(fact.body, FactData::Target(_));
        for (index, figure) in fact.figures().iter().enumerate() {
            let path = || format!("{}.figures[{index}]", path());
            if let Some(measure) = &figure.measure
                && !self.measures.contains(measure.as_str())
                && !self.set_aside.contains(measure.as_str())
            {
                self.report_unknown(
                    format!("{}.measure", path()),
                    measure.as_str(),
                    IdList::Measures,
                );
            }
            if is_target && figure.is.is_none() {
                self.report(
                    path(),
                    "this figure of a target is neither its baseline nor its goal".into(),
                    "add \"is\": \"baseline\" or \"is\": \"goal\"".into(),
                );
            } else if !is_target && figure.is.is_some() {
                self.report(
                    format!("{}.is", path()),
                    "only targets have a baseline and a goal".into(),
                    "remove `is`".into(),
                );
            }
        }
    }

    pub(super) fn check_outcome(&mut self, outcome: &Outcome, path: PathOf) {
        if let Some(cites) = &outcome.cites {
            self.check_citations(cites, &|| format!("{}.cites", path()));
        } else if outcome.status.is_some() && outcome.derived.is_none() {
            self.report(
                path(),
                "nothing says where the status of this target is from".into(),
                "add `cites`, or `derived` with the way it was derived".into(),
            );
        }
    }

    /// Remembers an item that names others.
    pub(super) fn note_links(
        &mut self,
        item: ItemIndex,
        marks: Option<&Marks>,
        outcome: Option<&Outcome>,
    ) {
        let has_links = marks.is_some_and(|marks| !marks.contradicts.is_empty())
            || outcome.is_some_and(|outcome| !outcome.results.is_empty());
        if has_links {
            self.linked.push(item);
        }
    }

    /// Checks the references from facts to others, once all names are known.
    pub(super) fn check_links(&mut self) {
        for item in std::mem::take(&mut self.linked) {
            let document = self.document;
            let (marks, outcome) = match item {
                ItemIndex::Priority(priority) => {
                    let area = &document.areas[priority.area().index()];
                    (area.priorities[priority.index()].marks.as_deref(), None)
                }
                ItemIndex::Fact(index) => {
                    let fact = fact_at(document, index);
                    match fact.body {
                        FactData::Target(target) => (fact.marks(), target.outcome.as_deref()),
                        _ => (fact.marks(), None),
                    }
                }
                _ => continue,
            };
            for (number, reference) in marks
                .iter()
                .flat_map(|marks| &marks.contradicts)
                .enumerate()
            {
                self.check_contradiction(item, reference, &|| {
                    format!("{}.marks.contradicts[{number}]", path_of(item))
                });
            }
            for (number, reference) in outcome
                .iter()
                .flat_map(|outcome| &outcome.results)
                .enumerate()
            {
                self.check_result(item, reference, &|| {
                    format!("{}.outcome.results[{number}]", path_of(item))
                });
            }
        }
    }

    /// Checks the list of waves, once all names are known.
    pub(super) fn check_waves(&mut self) {
        let document = self.document;
        let mut numbers = HashSet::new();
        for (index, wave) in document.waves.iter().enumerate() {
            let path = |field: &str| format!("waves[{index}].{field}");
            let number = wave.number;
            if !numbers.insert(number) {
                self.report(
                    path("number"),
                    format!("the number `{number}` is used twice"),
                    "write one entry for each wave".into(),
                );
            } else if self.is_whole && document.areas.iter().all(|area| area.wave != Some(number)) {
                self.report(
                    path("number"),
                    format!("no area is in wave {number}"),
                    "correct the number, or remove the entry".into(),
                );
            }
            let reference = wave.named_by.as_str();
            let message = match self.named(&wave.named_by) {
                Some(ItemIndex::Fact(fact)) if fact.kind == Kind::Event => continue,
                None if self.set_aside.contains(reference) => continue,
                Some(_) => format!("{} is not an event", quoted(reference)),
                None => format!("there is no event {}", quoted(reference)),
            };
            self.report(
                path("named_by"),
                message,
                "write the reference of an event of this file".into(),
            );
        }
    }

    fn check_contradiction(&mut self, item: ItemIndex, reference: &Reference, path: PathOf) {
        match self.named(reference) {
            Some(other) if other == item => self.report(
                path(),
                "this fact contradicts itself".into(),
                "write the reference of the other fact".into(),
            ),
            Some(other @ (ItemIndex::Fact(_) | ItemIndex::Priority(_))) => {
                self.contradictions.add(item, other);
            }
            None if self.set_aside.contains(reference.as_str()) => {}
            _ => self.report(
                path(),
                format!("there is no fact {}", quoted(reference.as_str())),
                "write the reference of a fact or a priority of this file".into(),
            ),
        }
    }

    fn check_result(&mut self, target: ItemIndex, reference: &Reference, path: PathOf) {
        match self.named(reference) {
            // A target of the programme is for all areas.
            Some(found @ ItemIndex::Fact(result))
                if result.kind == Kind::Result
                    && target.area().is_none_or(|area| found.area() == Some(area)) => {}
            Some(ItemIndex::Fact(result)) if result.kind == Kind::Result => self.report(
                path(),
                format!("{} is a result of another area", quoted(reference.as_str())),
                "write the reference of a result of the same area".into(),
            ),
            Some(_) => self.report(
                path(),
                format!("{} is not a result", quoted(reference.as_str())),
                "write the reference of a result of the same area".into(),
            ),
            None if self.set_aside.contains(reference.as_str()) => {}
            None => self.report(
                path(),
                format!("there is no result {}", quoted(reference.as_str())),
                "write the reference of a result of the same area".into(),
            ),
        }
    }

    fn named(&self, reference: &Reference) -> Option<ItemIndex> {
        self.names
            .find(self.document, NameKey::Reference(reference.as_str()))
    }
}

/// Returns the JSON path of a fact or a priority.
fn path_of(item: ItemIndex) -> String {
    let owner_path = |owner: OwnerIndex| match owner {
        OwnerIndex::Programme => "programme".to_string(),
        OwnerIndex::Area(area) => format!("areas[{}]", area.index()),
        OwnerIndex::Priority(priority) => format!(
            "areas[{}].priorities[{}]",
            priority.area().index(),
            priority.index()
        ),
    };
    match item {
        ItemIndex::Fact(fact) => {
            let list = list_path(fact.owner, fact.kind);
            let path = format!("{}.{list}", owner_path(fact.owner));
            // An area has one plan, not a list.
            if fact.kind == Kind::Plan {
                path
            } else {
                format!("{path}[{}]", fact.index())
            }
        }
        ItemIndex::Area(area) => owner_path(OwnerIndex::Area(area)),
        ItemIndex::Priority(priority) => owner_path(OwnerIndex::Priority(priority)),
        _ => owner_path(OwnerIndex::Programme),
    }
}
