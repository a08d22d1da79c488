//! The overview, the facts of the whole area and the sources.

use crate::{
    dataset::{AreaIndex, Citation, Fact, FactData, ItemIndex, Kind, OwnerIndex},
    query::{
        describe::{counted, describe},
        digest::{chair_words, plan_words, rank_line, short_citation},
        fact_group::FactGroup,
        filter::Filter,
        outline::{FactRow, PriorityRow, fact_rows},
        snapshot::Snapshot,
    },
    text::grouped,
    tui::{
        styles::{StyleRole, Styles},
        symbols::kind_mark,
        views::detail::{add_sum, sum_width},
        widgets::{EntryText, TextPiece},
    },
};

/// The kinds in the overview; all others have a group of their own.
const OVERVIEW: [Kind; 5] = [Kind::Plan, Kind::Chair, Kind::Rank, Kind::Money, Kind::Twin];

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

    /// Adds plan, board, ranks, money, twins and the place.
    pub(super) fn add_overview(&mut self, text: &mut EntryText) {
        let (snapshot, owner) = (self.snapshot, OwnerIndex::Area(self.area));
        let facts = |kind| snapshot.facts_of(owner, kind).map(|(_, fact)| fact);
        let mut entries = |label: &'static str, kind, words: &dyn Fn(Fact) -> Option<String>| {
            let mut label = label;
            for fact in facts(kind) {
                let Some(words) = words(fact) else { continue };
                let numbers = self.numbers(fact);
                text.entry(label, &[plain(words), numbers]);
                label = "";
            }
        };
        entries("Plan", Kind::Plan, &|_| {
            plan_words(snapshot, self_area(owner)?)
        });
        entries("Board", Kind::Chair, &chair_words);
        entries("Rank", Kind::Rank, &rank_line);
        let money: Vec<Fact> = facts(Kind::Money).collect();
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
        let mut label = "Twinned";
        for fact in facts(Kind::Twin) {
            let numbers = self.numbers(fact);
            text.entry(label, &[plain(fact.headline()), numbers]);
            label = "";
        }
        self.add_place(text);
    }

    /// Adds the districts, without their codes.
    fn add_place(&self, text: &mut EntryText) {
        let area = self.snapshot.dataset().area(self.area);
        let districts: Vec<&str> = area
            .districts
            .iter()
            .map(|district| district.name.as_str())
            .collect();
        if districts.is_empty() {
            return;
        }
        let label = if districts.len() == 1 {
            "District"
        } else {
            "Places"
        };
        let region = area.region.as_ref().map(|region| format!(", {region}"));
        let place = format!("{}{}", districts.join(", "), region.unwrap_or_default());
        text.entry(label, &[plain(place)]);
    }

    /// Adds the other facts of the whole area by group.
    pub(super) fn add_rest(&mut self, text: &mut EntryText) {
        let row = PriorityRow::AboutArea(self.area);
        let rows: Vec<FactRow> = fact_rows(self.snapshot, &Filter::default(), row)
            .into_iter()
            .filter(|row| !OVERVIEW.contains(&row.fact.kind))
            .collect();
        for part in rows.chunk_by(|one, other| one.heading_kind() == other.heading_kind()) {
            let heading = part[0].heading_kind().heading();
            let role = StyleRole::KindHeading(part[0].group());
            add_heading(heading, role, part.len(), text);
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
                    let words = format!("{}{}", row.scope.mark(), fact.headline());
                    text.hanging(sign, &[plain(words), numbers], 2);
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

/// Returns the area that owns facts.
fn self_area(owner: OwnerIndex) -> Option<AreaIndex> {
    match owner {
        OwnerIndex::Area(area) => Some(area),
        _ => None,
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
