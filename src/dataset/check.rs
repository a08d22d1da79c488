//! What no block of a file can say alone: that every id stands for something and every reference is unique.

use std::collections::HashSet;

use super::{
    AreaIndex, Dataset, Document, Fact, FactIndex, OwnerIndex, PriorityIndex, Slot, SourceIndex,
    ThemeId, ThemeIndex,
    fact::{Body, Owner},
    id::{AreaId, RESERVED, Reference},
    model::Area,
    names::{Name, Names},
    priority::{Priority, Scope},
    source::Citation,
    word::nearest,
};

/// The version of the file format that this program reads.
pub const VERSION: u32 = 1;

/// Something that is wrong with a block that can be read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
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
) -> Result<Dataset, Vec<Finding>> {
    let names = Names::for_names_of(&document);
    let mut check = Check {
        document: &document,
        set_aside,
        findings: Vec::new(),
        names,
    };
    check.everything();
    let Check {
        findings, names, ..
    } = check;
    if findings.is_empty() {
        Ok(Dataset { document, names })
    } else {
        Err(findings)
    }
}

struct Check<'a> {
    document: &'a Document,
    set_aside: &'a HashSet<String>,
    findings: Vec<Finding>,
    names: Names,
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
        for place in 0..document.sources.len() {
            let path = || format!("sources[{place}].id");
            self.name(Slot::Source(SourceIndex::new(place)), &path);
        }
        for place in 0..document.themes.len() {
            let path = || format!("themes[{place}].id");
            self.name(Slot::Theme(ThemeIndex::new(place)), &path);
        }
        self.names.insert(document, Slot::Programme);
        for (place, area) in document.areas.iter().enumerate() {
            let path = || format!("areas[{place}].id");
            if RESERVED.contains(&area.id.as_str()) {
                self.found(
                    path(),
                    format!("`{}` can't be an area's id", area.id),
                    "references that begin with it belong to no area: choose another".into(),
                );
            } else {
                self.name(Slot::Area(AreaIndex::new(place)), &path);
            }
        }
        self.facts(
            &document.programme,
            OwnerIndex::Programme,
            "programme",
            &|| "programme".into(),
        );
        for (place, area) in document.areas.iter().enumerate() {
            self.area(area, AreaIndex::new(place), &|| format!("areas[{place}]"));
        }
    }

    fn area(&mut self, area: &Area, index: AreaIndex, path: PathOf) {
        self.facts(area, OwnerIndex::Area(index), area.id.as_str(), path);
        for (place, priority) in area.priorities.iter().enumerate() {
            self.priority(priority, area, PriorityIndex::new(index, place), &|| {
                format!("{}.priorities[{place}]", path())
            });
        }
    }

    fn priority(&mut self, priority: &Priority, area: &Area, index: PriorityIndex, path: PathOf) {
        let wanted = format!("{}/{}", area.id, priority.number);
        let reference = || format!("{}.reference", path());
        if priority.reference.as_str() == wanted {
            self.name(Slot::Priority(index), &reference);
        } else {
            let message = format!(
                "`{}` is not the reference of priority {} of `{}`",
                priority.reference, priority.number, area.id
            );
            self.found(reference(), message, format!("write `{wanted}`"));
        }
        self.citations(&priority.cites, &|| format!("{}.cites", path()));
        for (place, classification) in priority.themes.iter().enumerate() {
            self.theme(&classification.theme, &|| {
                format!("{}.themes[{place}].theme", path())
            });
            self.citations(&classification.stated_by, &|| {
                format!("{}.themes[{place}].stated_by", path())
            });
        }
        self.facts(priority, OwnerIndex::Priority(index), &wanted, path);
    }

    fn facts<T: Owner>(&mut self, owner: &T, index: OwnerIndex, name: &str, path: PathOf) {
        for &kind in T::KINDS {
            for (place, fact) in owner.facts_of(kind).enumerate() {
                let path = || match fact.body {
                    Body::Plan(_) => format!("{}.plan", path()),
                    _ => format!("{}.{}[{place}]", path(), kind.list()),
                };
                self.fact(fact, FactIndex::new(index, kind, place), name, &path);
            }
        }
    }

    fn fact(&mut self, fact: Fact, index: FactIndex, owner: &str, path: PathOf) {
        let reference = || format!("{}.reference", path());
        self.belongs(fact.reference(), owner, &reference);
        self.name(Slot::Fact(index), &reference);
        self.citations(fact.cites(), &|| format!("{}.cites", path()));
        match fact.body {
            Body::SharedAction(action) => {
                self.scope(&action.applies_to, path);
                self.theme_list(&action.themes, path);
            }
            Body::SharedFact(shared) => {
                self.scope(&shared.applies_to, path);
                self.theme_list(&shared.themes, path);
            }
            Body::Rank(rank) if rank.rank == 0 || rank.rank > rank.of => {
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
            let field = if matches!(fact.body, Body::Target(_)) {
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
        for (place, citation) in cites.iter().enumerate() {
            if !self.knows(Name::Source(citation.source.as_str()))
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
                    format!("{}[{place}].source", path()),
                    format!("unknown source `{}`", citation.source),
                    help,
                );
            }
        }
    }

    fn theme_list(&mut self, themes: &[ThemeId], path: PathOf) {
        for (place, theme) in themes.iter().enumerate() {
            self.theme(theme, &|| format!("{}.themes[{place}]", path()));
        }
    }

    fn theme(&mut self, theme: &ThemeId, path: PathOf) {
        if !self.knows(Name::Theme(theme.as_str())) && !self.set_aside.contains(theme.as_str()) {
            let help = proposal(
                theme.as_str(),
                self.document.themes.iter().map(|theme| theme.id.as_str()),
                "add it to `themes`, or name one that is there",
            );
            self.found(path(), format!("unknown theme `{theme}`"), help);
        }
    }

    fn scope(&mut self, scope: &Scope, path: PathOf) {
        for (place, area) in scope.areas.iter().enumerate() {
            let known = matches!(
                self.names
                    .find(self.document, Name::Reference(area.as_str())),
                Some(Slot::Area(_))
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
                    format!("{}.applies_to.areas[{place}]", path()),
                    format!("unknown area `{area}`"),
                    help,
                );
            }
        }
    }

    fn knows(&self, name: Name) -> bool {
        self.names.find(self.document, name).is_some()
    }

    fn name(&mut self, slot: Slot, path: PathOf) {
        if !self.names.insert(self.document, slot) {
            let what = if matches!(slot, Slot::Fact(_) | Slot::Priority(_)) {
                "reference"
            } else {
                "id"
            };
            let word = Name::of(self.document, slot).word();
            self.found(
                path(),
                format!("the {what} `{word}` is used twice"),
                format!("give each its own {what}"),
            );
        }
    }

    fn found(&mut self, path: String, message: String, help: String) {
        self.findings.push(Finding {
            path,
            message,
            help,
        });
    }
}

fn proposal<'a>(word: &str, known: impl Iterator<Item = &'a str>, otherwise: &str) -> String {
    match nearest(word, known) {
        Some(name) => format!("did you mean `{name}`?"),
        None => otherwise.into(),
    }
}
