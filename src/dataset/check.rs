//! What no block of a file can say alone: that every id stands for something and every reference is unique.

use std::collections::HashSet;

use super::{
    AreaIndex, Dataset, Document, Fact, FactIndex, ItemIndex, OwnerIndex, PriorityIndex,
    SourceIndex, ThemeId, ThemeIndex,
    fact::{FactData, Owner},
    id::{AreaId, RESERVED, Reference},
    model::Area,
    name_index::{NameIndex, NameKey},
    priority::{Priority, Scope},
    source::Citation,
};
use crate::text::suggest;

/// The version of the file format that this program reads.
pub const VERSION: u32 = 1;

/// Something that is wrong with a block that can be read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Violation {
    /// Where: a JSON path such as `areas[3].priorities[1].themes[0].theme`.
    pub path: String,
    /// What is wrong.
    pub message: String,
    /// What to do.
    pub help: String,
}

/// Makes a dataset of a file's blocks.
///
/// Ids in `set_aside` count as known: they belong to blocks that could not be read and were reported already.
///
/// # Errors
/// All findings, if there is one.
pub(super) fn check(
    document: Document,
    set_aside: &HashSet<String>,
) -> Result<Dataset, Vec<Violation>> {
    let names = NameIndex::for_names_of(&document);
    let mut check = Check {
        document: &document,
        set_aside,
        violations: Vec::new(),
        names,
    };
    check.everything();
    let Check {
        violations, names, ..
    } = check;
    if violations.is_empty() {
        Ok(Dataset { document, names })
    } else {
        Err(violations)
    }
}

struct Check<'a> {
    document: &'a Document,
    set_aside: &'a HashSet<String>,
    violations: Vec<Violation>,
    names: NameIndex,
}

/// Paths are worded only when something is wrong, so that a sound file costs none.
type PathOf<'a> = &'a dyn Fn() -> String;

impl Check<'_> {
    fn everything(&mut self) {
        let document = self.document;
        if document.version != VERSION {
            let message = format!("this file has version {} of the format", document.version);
            self.found(
                "version".into(),
                message,
                format!("this program reads version {VERSION}"),
            );
        }
        for index in 0..document.sources.len() {
            let path = || format!("sources[{index}].id");
            self.name(ItemIndex::Source(SourceIndex::new(index)), &path);
        }
        for index in 0..document.themes.len() {
            let path = || format!("themes[{index}].id");
            self.name(ItemIndex::Theme(ThemeIndex::new(index)), &path);
        }
        self.names.insert(document, ItemIndex::Programme);
        for (index, area) in document.areas.iter().enumerate() {
            let path = || format!("areas[{index}].id");
            if RESERVED.contains(&area.id.as_str()) {
                self.found(
                    path(),
                    format!("`{}` can't be an area's id", area.id),
                    "references that begin with it belong to no area: choose another".into(),
                );
            } else {
                self.name(ItemIndex::Area(AreaIndex::new(index)), &path);
            }
        }
        self.facts(
            &document.programme,
            OwnerIndex::Programme,
            "programme",
            &|| "programme".into(),
        );
        for (index, area) in document.areas.iter().enumerate() {
            self.area(area, AreaIndex::new(index), &|| format!("areas[{index}]"));
        }
    }

    fn area(&mut self, area: &Area, index: AreaIndex, path: PathOf) {
        self.facts(area, OwnerIndex::Area(index), area.id.as_str(), path);
        for (number, priority) in area.priorities.iter().enumerate() {
            let path = || format!("{}.priorities[{number}]", path());
            self.priority(priority, area, PriorityIndex::new(index, number), &path);
        }
    }

    fn priority(&mut self, priority: &Priority, area: &Area, index: PriorityIndex, path: PathOf) {
        let wanted = format!("{}/{}", area.id, priority.number);
        let reference = || format!("{}.reference", path());
        if priority.reference.as_str() == wanted {
            self.name(ItemIndex::Priority(index), &reference);
        } else {
            let message = format!(
                "`{}` is not the reference of priority {} of `{}`",
                priority.reference, priority.number, area.id
            );
            self.found(reference(), message, format!("write `{wanted}`"));
        }
        self.citations(&priority.cites, &|| format!("{}.cites", path()));
        for (index, classification) in priority.themes.iter().enumerate() {
            self.theme(&classification.theme, &|| {
                format!("{}.themes[{index}].theme", path())
            });
            self.citations(&classification.stated_by, &|| {
                format!("{}.themes[{index}].stated_by", path())
            });
        }
        self.facts(priority, OwnerIndex::Priority(index), &wanted, path);
    }

    fn facts<T: Owner>(&mut self, owner: &T, index: OwnerIndex, name: &str, path: PathOf) {
        for &kind in T::KINDS {
            for (number, fact) in owner.facts_of(kind).enumerate() {
                let path = || match fact.body {
                    FactData::Plan(_) => format!("{}.plan", path()),
                    _ => format!("{}.{}[{number}]", path(), kind.list()),
                };
                self.fact(fact, FactIndex::new(index, kind, number), name, &path);
            }
        }
    }

    fn fact(&mut self, fact: Fact, index: FactIndex, owner: &str, path: PathOf) {
        let reference = || format!("{}.reference", path());
        self.belongs(fact.reference(), owner, &reference);
        self.name(ItemIndex::Fact(index), &reference);
        self.citations(fact.cites(), &|| format!("{}.cites", path()));
        match fact.body {
            FactData::SharedAction(action) => {
                self.scope(&action.applies_to, path);
                self.theme_list(&action.themes, path);
            }
            FactData::SharedFact(shared) => {
                self.scope(&shared.applies_to, path);
                self.theme_list(&shared.themes, path);
            }
            FactData::Rank(rank) if rank.rank == 0 || rank.rank > rank.of => {
                self.found(
                    format!("{}.rank", path()),
                    format!("rank {} of {} can't be", rank.rank, rank.of),
                    "ranks run from 1 to the number ranked".into(),
                );
            }
            _ => {}
        }
        if let Some((from, to)) = fact.period().and_then(|period| period.from.zip(period.to))
            && from.first_day() > to.last_day()
        {
            let field = if matches!(fact.body, FactData::Target(_)) {
                "by"
            } else {
                "period"
            };
            self.found(
                format!("{}.{field}", path()),
                format!("the period ends before it begins: from {from} to {to}"),
                "exchange `from` and `to`, or mend them".into(),
            );
        }
    }

    fn belongs(&mut self, reference: &Reference, owner: &str, path: PathOf) {
        if !reference.belongs_to(owner) {
            self.found(
                path(),
                format!("`{reference}` does not belong to `{owner}`"),
                format!("begin the reference with `{owner}/` and add one id"),
            );
        }
    }

    fn citations(&mut self, cites: &[Citation], path: PathOf) {
        for (index, citation) in cites.iter().enumerate() {
            if !self.knows(NameKey::Source(citation.source.as_str()))
                && !self.set_aside.contains(citation.source.as_str())
            {
                let known = self
                    .document
                    .sources
                    .iter()
                    .map(|source| source.id.as_str());
                let help = proposal(
                    citation.source.as_str(),
                    known,
                    "add it to `sources`, or cite one that is there",
                );
                self.found(
                    format!("{}[{index}].source", path()),
                    format!("unknown source `{}`", citation.source),
                    help,
                );
            }
        }
    }

    fn theme_list(&mut self, themes: &[ThemeId], path: PathOf) {
        for (index, theme) in themes.iter().enumerate() {
            self.theme(theme, &|| format!("{}.themes[{index}]", path()));
        }
    }

    fn theme(&mut self, theme: &ThemeId, path: PathOf) {
        if !self.knows(NameKey::Theme(theme.as_str())) && !self.set_aside.contains(theme.as_str()) {
            let help = proposal(
                theme.as_str(),
                self.document.themes.iter().map(|theme| theme.id.as_str()),
                "add it to `themes`, or name one that is there",
            );
            self.found(path(), format!("unknown theme `{theme}`"), help);
        }
    }

    fn scope(&mut self, scope: &Scope, path: PathOf) {
        for (index, area) in scope.areas.iter().enumerate() {
            let known = matches!(
                self.names
                    .find(self.document, NameKey::Reference(area.as_str())),
                Some(ItemIndex::Area(_))
            );
            if !known && !self.set_aside.contains(area.as_str()) {
                let known = self
                    .document
                    .areas
                    .iter()
                    .map(|area| AreaId::as_str(&area.id));
                let help = proposal(
                    area.as_str(),
                    known,
                    "add it to `areas`, or name one that is there",
                );
                self.found(
                    format!("{}.applies_to.areas[{index}]", path()),
                    format!("unknown area `{area}`"),
                    help,
                );
            }
        }
    }

    fn knows(&self, name: NameKey) -> bool {
        self.names.find(self.document, name).is_some()
    }

    fn name(&mut self, item: ItemIndex, path: PathOf) {
        if !self.names.insert(self.document, item) {
            let what = if matches!(item, ItemIndex::Fact(_) | ItemIndex::Priority(_)) {
                "reference"
            } else {
                "id"
            };
            let word = NameKey::of(self.document, item).word();
            self.found(
                path(),
                format!("the {what} `{word}` is used twice"),
                format!("give each its own {what}"),
            );
        }
    }

    fn found(&mut self, path: String, message: String, help: String) {
        self.violations.push(Violation {
            path,
            message,
            help,
        });
    }
}

fn proposal<'a>(word: &str, known: impl Iterator<Item = &'a str>, otherwise: &str) -> String {
    match suggest(word, known) {
        Some(name) => format!("did you mean `{name}`?"),
        None => otherwise.into(),
    }
}
