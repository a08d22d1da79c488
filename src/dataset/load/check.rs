//! Checks across the blocks of a file: every id that is mentioned exists, and every reference is
//! unique.

use std::collections::HashSet;

use super::{
    problem::{Help, IdList},
    resolve_citations::resolve_citations,
};
use crate::{
    dataset::{
        format::{Area, Citation, Document, OLDEST_VERSION, Priority, Scope, Theme, VERSION},
        store::{
            Contradictions, Dataset, Fact, FactData, FactIndex, ItemIndex, NameIndex, NameKey,
            Owner, OwnerIndex,
        },
        values::{
            AreaIndex, PriorityIndex, RESERVED_IDS, Reference, SourceIndex, TermIndex, ThemeId,
            ThemeIndex,
        },
    },
    text::{quoted, text_width},
};

/// A broken rule in a document that could be read.
#[derive(Debug)]
pub(super) struct Violation {
    /// The JSON path, such as `areas[3].priorities[1].themes[0].theme`.
    pub(super) path: String,
    /// The problem.
    pub(super) message: String,
    /// The remedy.
    pub(super) help: Help,
}

/// Checks a document and makes a dataset of it.
///
/// Ids in `set_aside` count as known: they are in blocks that could not be read and were already
/// reported. `is_whole` is false if anything was removed from the document.
///
/// # Errors
/// If a rule is broken: all violations, in no particular order.
pub(super) fn check(
    mut document: Document,
    set_aside: &HashSet<String>,
    is_whole: bool,
) -> Result<Dataset, Vec<Violation>> {
    resolve_citations(&mut document);
    let names = NameIndex::with_room_for(&document);
    let mut check = Check {
        document: &document,
        set_aside,
        is_whole,
        violations: Vec::new(),
        names,
        measures: HashSet::new(),
        linked: Vec::new(),
        contradictions: Contradictions::default(),
    };
    check.check_document();
    let Check {
        violations,
        names,
        contradictions,
        ..
    } = check;
    if violations.is_empty() {
        Ok(Dataset::new(document, names, contradictions))
    } else {
        Err(violations)
    }
}

/// The state of a check.
pub(super) struct Check<'a> {
    pub(super) document: &'a Document,
    pub(super) set_aside: &'a HashSet<String>,
    /// False if anything was removed from the document, such as an area.
    pub(super) is_whole: bool,
    violations: Vec<Violation>,
    pub(super) names: NameIndex,
    /// The ids of all measures.
    pub(super) measures: HashSet<&'a str>,
    /// The facts and priorities that name others, which are looked up once all names are known.
    pub(super) linked: Vec<ItemIndex>,
    pub(super) contradictions: Contradictions,
}

/// A JSON path that is worded only if something is wrong, so that a sound file costs no allocation.
pub(super) type PathOf<'a> = &'a dyn Fn() -> String;

impl Check<'_> {
    fn check_document(&mut self) {
        let document = self.document;
        if !(OLDEST_VERSION..=VERSION).contains(&document.version) {
            let message = format!("there is no format version {}", document.version);
            self.report(
                "version".into(),
                message,
                format!("write version {VERSION}, the latest"),
            );
        }
        self.check_measures();
        for index in 0..document.sources.len() {
            let path = || format!("sources[{index}].id");
            self.add_name(ItemIndex::Source(SourceIndex::new(index)), &path);
        }
        for index in 0..document.themes.len() {
            let path = || format!("themes[{index}].id");
            self.add_name(ItemIndex::Theme(ThemeIndex::new(index)), &path);
            self.check_short_name(
                document.themes[index].short.as_deref(),
                Theme::MAX_SHORT,
                &|| format!("themes[{index}].short"),
            );
        }
        for (index, term) in document.terms.iter().enumerate() {
            let path = || format!("terms[{index}].id");
            self.add_name(ItemIndex::Term(TermIndex::new(index)), &path);
            self.check_term(term, &|| format!("terms[{index}]"));
        }
        self.names.insert(document, ItemIndex::Programme);
        for (index, area) in document.areas.iter().enumerate() {
            let path = || format!("areas[{index}].id");
            if RESERVED_IDS.contains(&area.id.as_str()) {
                self.report(
                    path(),
                    format!("`{}` is reserved and cannot be an area's id", area.id),
                    "choose another id".into(),
                );
            } else {
                self.add_name(ItemIndex::Area(AreaIndex::new(index)), &path);
            }
        }
        self.check_facts(
            &document.programme,
            OwnerIndex::Programme,
            "programme",
            &|| "programme".into(),
        );
        for (index, area) in document.areas.iter().enumerate() {
            self.check_area(area, AreaIndex::new(index), &|| format!("areas[{index}]"));
        }
        self.check_links();
        self.check_waves();
    }

    fn check_area(&mut self, area: &Area, index: AreaIndex, path: PathOf) {
        self.check_short_name(area.short.as_deref(), Area::MAX_SHORT, &|| {
            format!("{}.short", path())
        });
        self.check_facts(area, OwnerIndex::Area(index), area.id.as_str(), path);
        for (number, priority) in area.priorities.iter().enumerate() {
            let path = || format!("{}.priorities[{number}]", path());
            self.check_priority(priority, area, PriorityIndex::new(index, number), &path);
        }
    }

    fn check_priority(
        &mut self,
        priority: &Priority,
        area: &Area,
        index: PriorityIndex,
        path: PathOf,
    ) {
        let wanted = format!("{}/{}", area.id, priority.number);
        let reference = || format!("{}.reference", path());
        if priority.reference.as_str() == wanted {
            self.add_name(ItemIndex::Priority(index), &reference);
        } else {
            let message = format!(
                "`{}` is not the reference of priority {} of `{}`",
                priority.reference, priority.number, area.id
            );
            self.report(reference(), message, format!("write `{wanted}`"));
        }
        self.check_citations(&priority.cites, &|| format!("{}.cites", path()));
        for (index, classification) in priority.themes.iter().enumerate() {
            self.check_theme(&classification.theme, &|| {
                format!("{}.themes[{index}].theme", path())
            });
            self.check_citations(&classification.stated_by, &|| {
                format!("{}.themes[{index}].stated_by", path())
            });
        }
        self.note_links(ItemIndex::Priority(index), priority.marks.as_deref(), None);
        self.check_facts(priority, OwnerIndex::Priority(index), &wanted, path);
    }

    fn check_facts<T: Owner>(&mut self, owner: &T, index: OwnerIndex, name: &str, path: PathOf) {
        for &kind in T::KINDS {
            for (number, fact) in owner.facts_of(kind).enumerate() {
                let path = || match fact.body {
                    FactData::Plan(_) => format!("{}.{}", path(), T::list_path(kind)),
                    _ => format!("{}.{}[{number}]", path(), T::list_path(kind)),
                };
                self.check_fact(fact, FactIndex::new(index, kind, number), name, &path);
            }
        }
    }

    fn check_fact(&mut self, fact: Fact, index: FactIndex, owner: &str, path: PathOf) {
        let reference = || format!("{}.reference", path());
        self.check_owner(fact.reference(), owner, &reference);
        self.add_name(ItemIndex::Fact(index), &reference);
        self.check_citations(fact.cites(), &|| format!("{}.cites", path()));
        self.check_figures(fact, path);
        let outcome = match fact.body {
            FactData::Target(target) => target.outcome.as_deref(),
            _ => None,
        };
        if let Some(outcome) = outcome {
            self.check_outcome(outcome, &|| format!("{}.outcome", path()));
        }
        self.note_links(ItemIndex::Fact(index), fact.marks(), outcome);
        match fact.body {
            FactData::SharedAction(action) => {
                self.check_scope(&action.applies_to, path);
                self.check_themes(&action.themes, path);
            }
            FactData::SharedFact(shared) => {
                self.check_scope(&shared.applies_to, path);
                self.check_themes(&shared.themes, path);
            }
            FactData::Rank(rank) if rank.rank == 0 || rank.rank > rank.of => {
                self.report(
                    format!("{}.rank", path()),
                    format!("rank {} of {} is impossible", rank.rank, rank.of),
                    "a rank is from 1 to the number of places".into(),
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
            self.report(
                format!("{}.{field}", path()),
                format!("the period ends before it starts: from {from} to {to}"),
                "swap or correct `from` and `to`".into(),
            );
        }
    }

    fn check_owner(&mut self, reference: &Reference, owner: &str, path: PathOf) {
        if !reference.belongs_to(owner) {
            self.report(
                path(),
                format!("`{reference}` does not belong to `{owner}`"),
                format!("start the reference with `{owner}/` and add one id"),
            );
        }
    }

    pub(super) fn check_citations(&mut self, cites: &[Citation], path: PathOf) {
        for (index, citation) in cites.iter().enumerate() {
            if !citation.is_resolved() && !self.set_aside.contains(citation.source.as_str()) {
                self.report_unknown(
                    format!("{}[{index}].source", path()),
                    citation.source.as_str(),
                    IdList::Sources,
                );
            }
        }
    }

    fn check_themes(&mut self, themes: &[ThemeId], path: PathOf) {
        for (index, theme) in themes.iter().enumerate() {
            self.check_theme(theme, &|| format!("{}.themes[{index}]", path()));
        }
    }

    fn check_theme(&mut self, theme: &ThemeId, path: PathOf) {
        let is_known = self
            .names
            .find(self.document, NameKey::Theme(theme.as_str()))
            .is_some();
        if !is_known && !self.set_aside.contains(theme.as_str()) {
            self.report_unknown(path(), theme.as_str(), IdList::Themes);
        }
    }

    fn check_scope(&mut self, scope: &Scope, path: PathOf) {
        for (index, area) in scope.areas.iter().enumerate() {
            let known = matches!(
                self.names
                    .find(self.document, NameKey::Reference(area.as_str())),
                Some(ItemIndex::Area(_))
            );
            if !known && !self.set_aside.contains(area.as_str()) {
                self.report_unknown(
                    format!("{}.applies_to.areas[{index}]", path()),
                    area.as_str(),
                    IdList::Areas,
                );
            }
        }
    }

    fn check_short_name(&mut self, name: Option<&str>, max: usize, path: PathOf) {
        let Some(columns) = name.map(text_width).filter(|&columns| columns > max) else {
            return;
        };
        self.report(
            path(),
            format!("this short name is {columns} columns wide"),
            format!("shorten it to at most {max} columns"),
        );
    }

    fn add_name(&mut self, item: ItemIndex, path: PathOf) {
        if !self.names.insert(self.document, item) {
            let what = if matches!(item, ItemIndex::Fact(_) | ItemIndex::Priority(_)) {
                "reference"
            } else {
                "id"
            };
            let word = NameKey::of(self.document, item).word();
            self.report(
                path(),
                format!("the {what} `{word}` is used twice"),
                format!("use a different {what} for each"),
            );
        }
    }

    pub(super) fn report_unknown(&mut self, path: String, id: &str, list: IdList) {
        self.violations.push(Violation {
            path,
            message: format!("unknown {} {}", list.noun(), quoted(id)),
            help: Help::Id {
                unknown: id.into(),
                list,
            },
        });
    }

    pub(super) fn report(&mut self, path: String, message: String, help: String) {
        self.violations.push(Violation {
            path,
            message,
            help: help.into(),
        });
    }
}
