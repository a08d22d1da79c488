//! The overview, the facts of the whole area and the sources.

use crate::{
    dataset::{AreaIndex, Citation, Fact, FactData, ItemIndex, Kind, OwnerIndex},
    query::{
        describe::{counted, describe},
        digest::{chair_words, plan_words, rank_line, short_citation},
        distance::by_distance,
        fact_group::FactGroup,
        filter::Filter,
        outline::{FactRow, PriorityRow, fact_rows},
        snapshot::Snapshot,
    },
    text::grouped,
    tui::{
        styles::{StyleRole, Styles},
        symbols::kind_mark,
        views::{
            areas::fact_groups::has_same_heading,
            detail::{add_sum, sum_width},
        },
        widgets::{EntryText, TextPiece},
    },
};

/// The kinds in the overview; all others have a group of their own.
const OVERVIEW: [Kind; 5] = [Kind::Plan, Kind::Chair, Kind::Rank, Kind::Money, Kind::Twin];

/// The number of nearest areas.
const NEAREST: usize = 3;

/// The text of a page while it is written, with the sources that it has cited so far.
pub(super) struct PageText<'a> {
    pub(super) snapshot: Snapshot<'a>,
    pub(super) area: AreaIndex,
    pub(super) styles: Styles,
    cites: Vec<&'a Citation>,
}

impl<'a> PageText<'a> {
    pub(super) fn new(snapshot: Snapshot<'a>, area: AreaIndex, styles: Styles) -> Self {
        Self {
            snapshot,
            area,
            styles,
            cites: Vec::new(),
        }
    }

    /// Returns the numbers of the sources of a fact, to stand directly after its last word.
    pub(super) fn numbers(&mut self, fact: Fact<'a>) -> TextPiece {
        let mut numbers = String::new();
        for citation in self.snapshot.known(fact.cites()) {
            let position = self.cites.iter().position(|other| *other == citation);
            let index = position.unwrap_or_else(|| {
                self.cites.push(citation);
                self.cites.len() - 1
            });
            numbers.push_str(&format!("[{}]", index + 1));
        }
        // A blank that does not end a line keeps the numbers with the last word.
        (format!("\u{a0}{numbers}").into(), StyleRole::Dim)
    }

    /// Adds plan, districts, board, ranks, money and twins.
    pub(super) fn add_overview(&mut self, text: &mut EntryText) {
        let area = self.area;
        self.add_facts("Plan", Kind::Plan, text, |snapshot, _| {
            plan_words(snapshot, area)
        });
        self.add_place(text);
        self.add_facts("Board", Kind::Chair, text, |_, fact| chair_words(fact));
        self.add_facts("Rank", Kind::Rank, text, |_, fact| rank_line(fact));
        self.add_money(text);
        self.add_facts("Twinned", Kind::Twin, text, |_, fact| {
            Some(fact.headline().into_owned())
        });
        self.add_nearest(text);
    }

    /// Returns the facts of the area as a whole of a kind.
    fn facts(&self, kind: Kind) -> Vec<Fact<'a>> {
        let facts = self.snapshot.facts_of(OwnerIndex::Area(self.area), kind);
        facts.map(|(_, fact)| fact).collect()
    }

    /// Adds the facts of a kind that there are words for, the label before the first.
    fn add_facts(
        &mut self,
        mut label: &'static str,
        kind: Kind,
        text: &mut EntryText,
        words: impl Fn(Snapshot, Fact) -> Option<String>,
    ) {
        for fact in self.facts(kind) {
            let Some(words) = words(self.snapshot, fact) else {
                continue;
            };
            let numbers = self.numbers(fact);
            text.entry(label, &[plain(words), numbers]);
            label = "";
        }
    }

    fn add_money(&mut self, text: &mut EntryText) {
        let money = self.facts(Kind::Money);
        let sums = money.iter().filter_map(|fact| fact.amount());
        let columns = sums.map(|amount| sum_width(amount, self.styles)).max();
        let columns = columns.unwrap_or(0);
        let mut label = "Money";
        for fact in money {
            let FactData::Money(data) = fact.body else {
                continue;
            };
            let numbers = Some(self.numbers(fact));
            let sum = (data.amount, data.what.as_str());
            add_sum(label, sum, numbers, (columns, self.styles), text);
            label = "";
        }
    }

    /// Adds the nearest areas with their distances and directions.
    fn add_nearest(&self, text: &mut EntryText) {
        let dataset = self.snapshot.dataset();
        let areas = dataset.areas().map(|(area, _)| area);
        let others = by_distance(dataset, self.area, areas).into_iter();
        let ways = others.filter_map(|other| {
            let name = &dataset.area(other.area).name;
            Some(format!("{name}, {}", other.way?))
        });
        let ways: Vec<String> = ways.take(NEAREST).collect();
        if !ways.is_empty() {
            text.entry("Nearest", &[plain(ways.join("; "))]);
        }
    }

    /// Adds the districts, without their codes.
    fn add_place(&self, text: &mut EntryText) {
        let area = self.snapshot.dataset().area(self.area);
        let districts = area.districts.iter();
        let names: Vec<&str> = districts.map(|district| district.name.as_str()).collect();
        if !names.is_empty() {
            text.entry("Covers", &[plain(names.join(", "))]);
        }
    }

    /// Adds the other facts of the whole area by group.
    pub(super) fn add_rest(&mut self, text: &mut EntryText) {
        let row = PriorityRow::AboutArea(self.area);
        let rows: Vec<FactRow> = fact_rows(self.snapshot, &Filter::default(), row)
            .into_iter()
            .filter(|row| !OVERVIEW.contains(&row.fact.kind))
            .collect();
        for part in rows.chunk_by(has_same_heading) {
            let [heading, _] = part[0].headings();
            let role = StyleRole::KindHeading(part[0].group());
            add_heading(&heading, role, part.len(), text);
            for row in part {
                let fact = self.snapshot.dataset().fact(row.fact);
                let (sign, role) = kind_mark(row.fact.kind, self.styles.ascii);
                let sign = vec![(format!("{sign} ").into(), role)];
                let numbers = self.numbers(fact);
                if let FactData::Event(event) = fact.body {
                    text.hanging(sign, &[(event.date.to_string().into(), StyleRole::Dim)], 2);
                    let indent = vec![("  ".into(), StyleRole::Plain)];
                    text.hanging(indent, &[plain(event.what.as_str()), numbers], 2);
                } else {
                    text.hanging(sign, &[plain(fact.headline()), numbers], 2);
                }
            }
        }
    }

    /// Adds the sources that the page has cited, and says where codes and positions are.
    pub(super) fn add_sources(&mut self, text: &mut EntryText) {
        let dataset = self.snapshot.dataset();
        add_heading("Sources", StyleRole::Emphasis, self.cites.len(), text);
        for (index, citation) in self.cites.iter().enumerate() {
            text.note(
                index + 1,
                &short_citation(dataset, citation),
                StyleRole::Plain,
            );
        }
        let description = describe(self.snapshot, ItemIndex::Area(self.area));
        text.blank();
        add_title("About", text);
        let geography = description.fields.iter().filter(|field| {
            field.is_geographical() || ["Named in", "Announced as"].contains(&field.label)
        });
        for field in geography {
            let label: TextPiece = (format!("{}: ", field.label).into(), StyleRole::Dim);
            text.hanging(vec![label], &[plain(field.value.as_str())], 2);
        }
        let label: TextPiece = ("Reference: ".into(), StyleRole::Dim);
        text.hanging(vec![label], &[plain(description.reference.as_str())], 2);
    }
}

/// Adds a heading with a count after an empty line.
pub(super) fn add_heading(heading: &str, role: StyleRole, count: usize, text: &mut EntryText) {
    text.blank();
    text.sides(
        (heading.to_string().into(), role),
        (grouped(count as u64).into(), StyleRole::Dim),
    );
}

/// Adds a heading without a count.
pub(super) fn add_title(heading: &str, text: &mut EntryText) {
    text.paragraph(heading, StyleRole::Emphasis);
}

pub(super) fn plain(text: impl Into<String>) -> TextPiece {
    (text.into().into(), StyleRole::Plain)
}

/// Returns a count with a noun after a sign, as pieces with a gap before them.
pub(super) fn counted_pieces(
    gap: &str,
    sign: &str,
    group: FactGroup,
    count: usize,
) -> [TextPiece; 2] {
    [
        (format!("{gap}{sign}").into(), StyleRole::Kind(group)),
        (
            format!("\u{a0}{}", counted(count, group.singular(), group.plural())).into(),
            StyleRole::Dim,
        ),
    ]
}
