//! Checks across the blocks of a file: every id that is mentioned exists, and every reference is
//! unique.

use std::collections::HashSet;

use hashbrown::HashMap;

use super::problem::{Help, IdList};
use crate::{
    dataset::{
        format::{Area, Citation, Document, Priority, Scope, VERSION},
        store::{
            Dataset, Fact, FactData, FactIndex, ItemIndex, NameIndex, NameKey, Owner, OwnerIndex,
            VisitCitations,
        },
        values::{
            AreaIndex, PriorityIndex, RESERVED_IDS, Reference, SourceId, SourceIndex, ThemeId,
            ThemeIndex,
        },
    },
    text::quoted,
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
/// reported.
///
/// # Errors
/// If a rule is broken: all violations, in no particular order.
pub(super) fn check(
    mut document: Document,
    set_aside: &HashSet<String>,
) -> Result<Dataset, Vec<Violation>> {
    resolve_citations(&mut document);
    let names = NameIndex::with_room_for(&document);
    let mut check = Check {
        document: &document,
        set_aside,
        violations: Vec::new(),
        names,
    };
    check.check_document();
    let Check {
        violations, names, ..
    } = check;
    if violations.is_empty() {
        Ok(Dataset::new(document, names))
    } else {
        Err(violations)
    }
}

/// Stores in each citation the index of its source, and with each fact the date from which it was
/// known.
///
/// Citations of unknown sources are left unresolved, for [`Check`] to report.
fn resolve_citations(document: &mut Document) {
    let Document {
        sources,
        programme,
        areas,
        ..
    } = document;
    let mut by_id = HashMap::with_capacity(sources.len());
    for (index, source) in sources.iter().enumerate() {
        by_id.insert(
            source.id.as_str(),
            (SourceIndex::new(index), source.published),
        );
    }
    let find = |id: &SourceId| by_id.get(id.as_str()).copied();
    programme.visit_citations(&mut |cites| cites.resolve(&find));
    for area in areas {
        area.visit_citations(&mut |cites| cites.resolve(&find));
        for priority in &mut area.priorities {
            priority.cites.resolve(&find);
            for citation in priority
                .themes
                .iter_mut()
                .flat_map(|classification| &mut classification.stated_by)
            {
                let (index, _) = find(&citation.source).unzip();
                citation.resolve(index);
            }
            priority.visit_citations(&mut |cites| cites.resolve(&find));
        }
    }
}

/// The state of a check.
struct Check<'a> {
    document: &'a Document,
    set_aside: &'a HashSet<String>,
    violations: Vec<Violation>,
    names: NameIndex,
}

/// A JSON path that is worded only if something is wrong, so that a sound file costs no allocation.
type PathOf<'a> = &'a dyn Fn() -> String;

impl Check<'_> {
    fn check_document(&mut self) {
        let document = self.document;
        if document.version != VERSION {
            let message = format!("the file has format version {}", document.version);
            self.report(
                "version".into(),
                message,
                format!("this program reads format version {VERSION}"),
            );
        }
        for index in 0..document.sources.len() {
            let path = || format!("sources[{index}].id");
            self.add_name(ItemIndex::Source(SourceIndex::new(index)), &path);
        }
        for index in 0..document.themes.len() {
            let path = || format!("themes[{index}].id");
            self.add_name(ItemIndex::Theme(ThemeIndex::new(index)), &path);
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
    }

    fn check_area(&mut self, area: &Area, index: AreaIndex, path: PathOf) {
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

    fn check_citations(&mut self, cites: &[Citation], path: PathOf) {
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

    fn report_unknown(&mut self, path: String, id: &str, list: IdList) {
        self.violations.push(Violation {
            path,
            message: format!("unknown {} {}", list.noun(), quoted(id)),
            help: Help::Id {
                unknown: id.into(),
                list,
            },
        });
    }

    fn report(&mut self, path: String, message: String, help: String) {
        self.violations.push(Violation {
            path,
            message,
            help: help.into(),
        });
    }
}
