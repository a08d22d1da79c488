//! All that is known of one thing, in the order in which a reader asks: what, how much, when, who says so.

use std::{borrow::Cow, fmt::Write as _};

use super::{provenance::attribution, snapshot::Snapshot};
use crate::dataset::{
    Area, Citation, Citations, Dataset, DateProvenance, Fact, FactData, Item, ItemIndex, Kind,
    Owner, Priority, PriorityIndex, Programme, Scope, Source, Theme, TitleProvenance,
};

/// What is known of one thing.
#[derive(Debug, Clone, PartialEq)]
pub struct Description<'a> {
    /// What it is: `Action`.
    pub kind: String,
    /// What it says or how it is called.
    pub title: String,
    /// What else is known, one labelled line each.
    pub fields: Vec<Field>,
    /// Who says so.
    pub cites: Vec<&'a Citation>,
    /// What it is called.
    pub reference: String,
}

/// A labelled line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Field {
    /// What the line is about.
    pub label: &'static str,
    /// What it says.
    pub value: String,
}

/// Describes what stands at a slot, as it was known.
#[must_use]
pub fn describe(snapshot: Snapshot<'_>, item: ItemIndex) -> Description<'_> {
    match snapshot.dataset().item(item) {
        Item::Programme(programme) => describe_programme(snapshot, programme),
        Item::Area(area) => describe_area(snapshot, area),
        Item::Priority(area, priority) => describe_priority(snapshot, area, priority),
        Item::Fact(fact) => describe_fact(snapshot, fact),
        Item::Theme(theme) => describe_theme(snapshot, theme),
        Item::Source(source) => describe_source(source),
    }
}

/// What something is, in a word or two: `action`.
#[must_use]
pub fn kind_of(snapshot: Snapshot, item: ItemIndex) -> &'static str {
    match snapshot.dataset().item(item) {
        Item::Programme(_) => "programme",
        Item::Area(_) => "area",
        Item::Priority(..) => "priority",
        Item::Fact(fact) => fact.kind.label(),
        Item::Theme(_) => "theme",
        Item::Source(_) => "source",
    }
}

/// What something is called or says, in a line.
#[must_use]
pub fn name_of(snapshot: Snapshot<'_>, item: ItemIndex) -> Cow<'_, str> {
    match snapshot.dataset().item(item) {
        Item::Programme(programme) => Cow::Borrowed(&programme.name),
        Item::Area(area) => Cow::Borrowed(&area.name),
        Item::Priority(_, priority) => Cow::Borrowed(&priority.title),
        Item::Fact(fact) => fact.headline(),
        Item::Theme(theme) => Cow::Borrowed(&theme.name),
        Item::Source(source) => Cow::Borrowed(&source.title),
    }
}

/// A text to paste: what something is and says, who says so, and its reference.
#[must_use]
pub fn quote(snapshot: Snapshot, item: ItemIndex) -> String {
    let Description {
        kind,
        title,
        fields,
        cites,
        reference,
    } = describe(snapshot, item);
    let mut text = format!("{kind}: {title}\n");
    for field in fields {
        let _ = writeln!(text, "{}: {}", field.label, field.value);
    }
    for citation in cites {
        let _ = writeln!(
            text,
            "Source: {}",
            citation_line(snapshot.dataset(), citation)
        );
    }
    let _ = writeln!(text, "Reference: {reference}");
    text
}

/// A priority in a line: its area, its number, its title, and who says so.
#[must_use]
pub fn priority_line(snapshot: Snapshot, index: PriorityIndex) -> String {
    let (area, priority) = (
        snapshot.dataset().area(index.area()),
        snapshot.dataset().priority(index),
    );
    format!(
        "{} {}: {} ({})",
        area.name,
        priority.number,
        priority.title,
        attribution(snapshot, &priority.cites)
    )
}

/// A citation in a line: the source, the place in it, the address.
#[must_use]
pub fn citation_line(dataset: &Dataset, citation: &Citation) -> String {
    let source = dataset.source(citation.source_index());
    let address = source
        .address
        .as_ref()
        .map_or_else(|| "Address not known".into(), ToString::to_string);
    format!("{}: {}. {address}", source_line(source), citation.at)
}

/// A source in a line, as a note cites it: author, title, publisher, date, with the marks of what is not stated.
#[must_use]
pub fn source_line(source: &Source) -> String {
    let mut line = String::new();
    if let Some(author) = &source.author {
        let _ = write!(line, "{author}: ");
    }
    let mark = if source.title_is == Some(TitleProvenance::Description) {
        " [a description]"
    } else {
        ""
    };
    let _ = write!(
        line,
        "“{}”{mark}, {}, {}",
        source.title,
        source.publisher,
        published(source)
    );
    line
}

/// A source's date, with its mark where it is inferred.
#[must_use]
pub fn published(source: &Source) -> String {
    let mark = if source.published_is == Some(DateProvenance::Inferred) {
        " [inferred from the text]"
    } else {
        ""
    };
    format!("{}{mark}", source.published)
}

struct Fields(Vec<Field>);

impl Fields {
    #[expect(
        clippy::needless_pass_by_value,
        reason = "callers hand over what they have, values and borrows alike"
    )]
    fn add(&mut self, label: &'static str, value: impl ToString) {
        self.0.push(Field {
            label,
            value: value.to_string(),
        });
    }

    fn add_some(&mut self, label: &'static str, value: Option<impl ToString>) {
        if let Some(value) = value {
            self.add(label, value);
        }
    }

    fn known_from(&mut self, cites: &Citations) {
        self.add("Known from", cites.known_from());
    }
}

fn list<T: AsRef<str>>(words: impl IntoIterator<Item = T>) -> String {
    words.into_iter().fold(String::new(), |mut all, word| {
        if !all.is_empty() {
            all.push_str(", ");
        }
        all.push_str(word.as_ref());
        all
    })
}

fn describe_programme<'a>(snapshot: Snapshot<'a>, programme: &'a Programme) -> Description<'a> {
    let known = |kind| {
        programme
            .facts_of(kind)
            .filter(move |fact| snapshot.knows(fact.cites()))
    };
    let mut fields = Fields(Vec::new());
    fields.add_some("Department", programme.department.as_ref());
    fields.add_some("Country", programme.country.as_ref());
    for (label, kind) in [
        ("What it is", Kind::About),
        ("Oversight", Kind::Oversight),
        ("Commission", Kind::Commission),
    ] {
        for fact in known(kind) {
            fields.add(label, fact.headline());
        }
    }
    let partners = list(known(Kind::NationalPartner).map(Fact::headline));
    if !partners.is_empty() {
        fields.add("Partners", partners);
    }
    Description {
        kind: "Programme".into(),
        title: programme.name.to_string(),
        fields: fields.0,
        cites: distinct(
            snapshot,
            [
                Kind::About,
                Kind::Oversight,
                Kind::Commission,
                Kind::NationalPartner,
            ]
            .into_iter()
            .flat_map(known),
        ),
        reference: "programme".into(),
    }
}

fn distinct<'a>(
    snapshot: Snapshot<'a>,
    facts: impl IntoIterator<Item = Fact<'a>>,
) -> Vec<&'a Citation> {
    let mut cites: Vec<&Citation> = Vec::new();
    for citation in facts
        .into_iter()
        .flat_map(|fact| snapshot.known(fact.cites()))
    {
        if !cites.contains(&citation) {
            cites.push(citation);
        }
    }
    cites
}

fn describe_area<'a>(snapshot: Snapshot<'a>, area: &'a Area) -> Description<'a> {
    let known = |kind| {
        area.facts_of(kind)
            .filter(move |fact| snapshot.knows(fact.cites()))
    };
    let mut fields = Fields(Vec::new());
    match area
        .plan
        .as_ref()
        .filter(|plan| snapshot.knows(&plan.cites))
    {
        Some(plan) => {
            let mut words = format!("published {}", plan.published);
            if let Some(period) = &plan.period {
                let _ = write!(words, ", for {}", period.words);
            }
            if let Some(pages) = plan.pages {
                let _ = write!(words, ", {pages} pages");
            }
            fields.add("Plan", words);
        }
        None => fields.add("Plan", "awaited: none is known to be published"),
    }
    let count = area
        .priorities
        .iter()
        .filter(|priority| snapshot.knows(&priority.cites))
        .count();
    fields.add(
        "Priorities",
        if count == 0 {
            "none known".to_string()
        } else {
            count.to_string()
        },
    );
    for fact in known(Kind::Rank) {
        let FactData::Rank(rank) = fact.body else {
            continue;
        };
        let mut words = fact.headline().into_owned();
        for remark in [&rank.derived, &rank.note].into_iter().flatten() {
            let _ = write!(words, "; {remark}");
        }
        fields.add("Rank", words);
    }
    if known(Kind::Rank).next().is_none() {
        fields.add("Rank", "not known");
    }
    let chairs: Vec<String> = known(Kind::Chair).map(person).collect();
    if chairs.is_empty() {
        fields.add("Board", "chair not known");
    }
    for chair in chairs {
        fields.add("Board", chair);
    }
    fields.add_some("Announced as", area.announced_as.as_ref());
    fields.add_some(
        "Wave",
        area.wave.map(|wave| {
            if wave == 1 {
                "1 (among the first areas named)".to_string()
            } else {
                wave.to_string()
            }
        }),
    );
    fields.add("Region", area.region.as_deref().unwrap_or("not known"));
    if !area.districts.is_empty() {
        let districts = area
            .districts
            .iter()
            .map(|district| format!("{} ({})", district.name, district.gss));
        fields.add(
            if area.districts.len() == 1 {
                "District"
            } else {
                "Districts"
            },
            list(districts),
        );
    }
    if let Some(authority) = &area.upper_tier {
        fields.add(
            "Upper tier",
            format!("{} ({})", authority.name, authority.gss),
        );
    }
    if let Some(position) = &area.position {
        let (north, east) = (position.latitude.degrees(), position.longitude.degrees());
        fields.add("Position", format!("{north}, {east}: {}", position.meaning));
    }
    if let Some(notes) = snapshot
        .dataset()
        .document()
        .geography
        .as_ref()
        .filter(|_| !area.districts.is_empty())
    {
        fields.add(
            "Codes",
            format!(
                "{}. {} Boundaries: {}. Positions: {}.",
                notes.codes, notes.checked, notes.boundaries, notes.unit
            ),
        );
    }
    Description {
        kind: "Area".into(),
        title: area.name.to_string(),
        fields: fields.0,
        cites: distinct(
            snapshot,
            [Kind::Plan, Kind::Rank, Kind::Chair]
                .into_iter()
                .flat_map(known),
        ),
        reference: area.id.to_string(),
    }
}

fn person(fact: Fact) -> String {
    let FactData::Person(person) = fact.body else {
        return fact.headline().into_owned();
    };
    let mut words = fact.headline().into_owned();
    if let Some(since) = person.since {
        let _ = write!(words, ", since {since}");
    }
    if let Some(until) = person.until {
        let _ = write!(words, ", until {until}");
    }
    words
}

fn describe_priority<'a>(
    snapshot: Snapshot<'a>,
    area: &Area,
    priority: &'a Priority,
) -> Description<'a> {
    let dataset = snapshot.dataset();
    let known = |kind| {
        priority
            .facts_of(kind)
            .filter(move |fact| snapshot.knows(fact.cites()))
    };
    let mut fields = Fields(Vec::new());
    for fact in known(Kind::LaterTitle) {
        let FactData::LaterTitle(later) = fact.body else {
            continue;
        };
        fields.add(
            "Later title",
            format!("{} (since {})", later.title, later.since),
        );
    }
    for classification in &priority.themes {
        let name = &dataset
            .theme(dataset.theme_index(&classification.theme))
            .name;
        let who = match classification.stated_by.first() {
            Some(citation) => format!(
                "stated by {}, {}",
                dataset.source(citation.source_index()).publisher,
                citation.at
            ),
            None => "this dataset's own classification".into(),
        };
        fields.add("Theme", format!("{name} ({who})"));
    }
    for reason in known(Kind::Reason) {
        fields.add("Why", reason.headline());
    }
    for (label, kind) in [
        ("Targets", Kind::Target),
        ("Actions", Kind::Action),
        ("Results", Kind::Result),
    ] {
        let count = known(kind).count();
        fields.add(
            label,
            if count == 0 {
                "none known".to_string()
            } else {
                count.to_string()
            },
        );
    }
    fields.known_from(&priority.cites);
    Description {
        kind: format!("Priority {} of {}", priority.number, area.name),
        title: priority.title.to_string(),
        fields: fields.0,
        cites: snapshot.known(&priority.cites).collect(),
        reference: priority.reference.to_string(),
    }
}

fn describe_fact<'a>(snapshot: Snapshot<'a>, fact: Fact<'a>) -> Description<'a> {
    let dataset = snapshot.dataset();
    let mut fields = Fields(Vec::new());
    let mut title = fact.headline().into_owned();
    let scope = |fields: &mut Fields, scope: &Scope| {
        let names = scope.areas.iter().filter_map(|id| {
            match dataset.find(id.as_str()).map(|item| dataset.item(item)) {
                Some(Item::Area(area)) => Some(area.name.as_str()),
                _ => None,
            }
        });
        fields.add("Applies to", format!("{}: {}", scope.words, list(names)));
    };
    let themes = |fields: &mut Fields, themes: &[crate::dataset::ThemeId]| {
        for theme in themes {
            fields.add("Theme", &dataset.theme(dataset.theme_index(theme)).name);
        }
    };
    match fact.body {
        FactData::Target(target) => {
            title = target.measure.to_string();
            fields.add("Goal", target.goal.as_deref().unwrap_or("not known"));
            fields.add(
                "From",
                target.baseline.as_deref().unwrap_or("baseline not known"),
            );
            fields.add(
                "By",
                target.by.as_ref().map_or("date not known", |by| &by.words),
            );
        }
        FactData::Action(action) => {
            if !action.partners.is_empty() {
                fields.add(
                    "Partners",
                    list(action.partners.iter().map(crate::dataset::SafeText::as_str)),
                );
            }
            fields.add(
                "Money",
                action
                    .amount
                    .map_or_else(|| "not known".into(), |amount| amount.to_string()),
            );
            fields.add(
                "When",
                action
                    .period
                    .as_ref()
                    .map_or("not known", |period| &period.words),
            );
        }
        FactData::SharedAction(action) => {
            scope(&mut fields, &action.applies_to);
            themes(&mut fields, &action.themes);
        }
        FactData::SharedFact(shared) => {
            scope(&mut fields, &shared.applies_to);
            themes(&mut fields, &shared.themes);
        }
        FactData::Person(_) => title = person(fact),
        FactData::Plan(plan) => {
            fields.add("Published", plan.published);
            fields.add_some("Period", plan.period.as_ref().map(|period| &period.words));
            fields.add_some("Pages", plan.pages);
            fields.add_some("ISBN", plan.isbn.as_ref());
        }
        FactData::Rank(rank) => {
            fields.add_some("Derived", rank.derived.as_ref());
            fields.add_some("Note", rank.note.as_ref());
        }
        FactData::LaterTitle(later) => fields.add("Since", later.since),
        FactData::Statement(_)
        | FactData::NationalPartner(_)
        | FactData::Money(_)
        | FactData::Event(_) => {}
    }
    fields.known_from(fact.cites());
    let kind = fact.kind.label();
    Description {
        kind: format!("{}{}", kind[..1].to_uppercase(), &kind[1..]),
        title,
        fields: fields.0,
        cites: snapshot.known(fact.cites()).collect(),
        reference: fact.reference().to_string(),
    }
}

fn describe_theme<'a>(snapshot: Snapshot<'a>, theme: &'a Theme) -> Description<'a> {
    let dataset = snapshot.dataset();
    let mut fields = Fields(Vec::new());
    fields.add("Takes in", &theme.what);
    for (area, _) in dataset.areas() {
        for (priority, _) in snapshot
            .priorities(area)
            .filter(|(_, priority)| priority.belongs_to(&theme.id))
        {
            fields.add("Priority", priority_line(snapshot, priority));
        }
    }
    fields.add_some("Classified", dataset.document().classification.as_ref());
    Description {
        kind: "Theme".into(),
        title: theme.name.to_string(),
        fields: fields.0,
        cites: Vec::new(),
        reference: format!("theme/{}", theme.id),
    }
}

fn describe_source(source: &Source) -> Description<'_> {
    let mut fields = Fields(Vec::new());
    if source.title_is.is_some() {
        fields.add(
            "Title",
            "a description: the publication's own title is not known",
        );
    }
    fields.add("Publisher", &source.publisher);
    fields.add_some("Author", source.author.as_ref());
    fields.add("Published", published(source));
    fields.add_some("ISBN", source.isbn.as_ref());
    fields.add_some("Pages", source.pages);
    fields.add(
        "Address",
        source
            .address
            .as_ref()
            .map_or("not known", |address| address.as_str()),
    );
    fields.add_some("Note", source.note.as_ref());
    Description {
        kind: "Source".into(),
        title: source.title.to_string(),
        fields: fields.0,
        cites: Vec::new(),
        reference: format!("source/{}", source.id),
    }
}
