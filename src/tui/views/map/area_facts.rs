//! The facts about the selected area, first those that a reader asks for.

use ratatui::text::{Line, Span};

use super::{
    area_field::{AreaField, MONEY, NEAREST, list},
    layer::Layer,
    priority_facts::PriorityFacts,
    shortening::{SHORTENINGS, Shortening, TextRoom},
};
use crate::{
    dataset::{AreaIndex, FactData, FactIndex, Kind, OwnerIndex, SafeText},
    query::{
        coverage::{has_boards, has_plans},
        ranks::{YearRanks, rank_in, rank_number, rank_words},
        snapshot::Snapshot,
        targets::outcome_counts_of,
    },
    sort::SortShared,
    text::{text_width, word_lines},
    tui::{
        styles::{StyleRole, Styles},
        symbols::{outcome_word, shown_text},
    },
};

/// The columns of a label.
const LABEL: usize = 8;
/// The least columns at which dates are written in full, and districts and twins are listed.
const WIDE: usize = 37;
/// The number of nearest areas in a wide pane, and where there is room in a narrow one.
const MOST_NEAREST: usize = 3;
/// The fewest columns of text: a narrower pane is cut.
const MIN_TEXT: usize = 8;

/// The facts that a dataset has about any area, found once for all of them.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct KnownFacts {
    has_plans: bool,
    has_boards: bool,
    pub(super) has_targets: bool,
    ranks: Option<YearRanks>,
}

impl KnownFacts {
    pub(super) fn new(snapshot: Snapshot) -> Self {
        let dataset = snapshot.dataset();
        let latest = Snapshot::latest(dataset);
        Self {
            has_plans: has_plans(dataset),
            has_boards: has_boards(dataset),
            has_targets: dataset
                .areas()
                .any(|(area, _)| outcome_counts_of(latest, area).total() > 0),
            ranks: YearRanks::of(snapshot),
        }
    }
}

/// The facts about an area, to be written in some columns.
pub(super) struct AreaFacts<'a> {
    pub(super) snapshot: Snapshot<'a>,
    pub(super) area: AreaIndex,
    /// The layer of the map, whose fact comes first.
    pub(super) layer: Layer,
    /// The sum that the layer of money shows.
    pub(super) sum: Option<FactIndex>,
    pub(super) known: KnownFacts,
    pub(super) columns: usize,
    pub(super) styles: Styles,
}

impl<'a> AreaFacts<'a> {
    /// Returns the lines for a pane of some rows: as much as fits, in the order of what a reader asks for.
    pub(super) fn lines(&self, rows: usize) -> Vec<Line<'static>> {
        let mut fields = self.fields();
        let mut priorities = PriorityFacts::new(
            self.snapshot,
            self.area,
            self.layer,
            self.columns,
            self.styles,
        );
        let mut lines = self.written(&fields);
        let mut steps = self.shortenings().iter();
        while !priorities.fit(rows.saturating_sub(lines.len()))
            && let Some(shorten) = steps.next()
        {
            shorten(self.text_room(), &mut fields);
            lines = self.written(&fields);
        }
        // The themes of all priorities say more than the purpose of a sum.
        if !self.is_wide() && self.layer != Layer::Money {
            let mut shorter = fields.clone();
            let mut steps = SHORTENINGS[..3].iter();
            while !priorities.fits_themes(rows.saturating_sub(lines.len()))
                && let Some(shorten) = steps.next()
            {
                shorten(self.text_room(), &mut shorter);
                let written = self.written(&shorter);
                if priorities.fits_themes(rows.saturating_sub(written.len())) {
                    (fields, lines) = (shorter.clone(), written);
                }
            }
        }
        let spare = match self.layer {
            Layer::Targets => 0,
            _ => priorities.spare_rows(rows.saturating_sub(lines.len())),
        };
        if let Some(more) = self.with_more_nearest(&fields, lines.len() + spare) {
            lines = more;
            priorities.leave_out_blank();
        }
        let left = rows.saturating_sub(lines.len());
        lines.extend(priorities.lines(left));
        lines.truncate(rows);
        lines
    }

    /// Returns the ways to make room for the titles of priorities, which say more than a part of a sum's purpose. What the
    /// map shows stays.
    fn shortenings(&self) -> &'static [Shortening] {
        match self.layer {
            Layer::Money => &SHORTENINGS[..2],
            _ => &SHORTENINGS,
        }
    }

    /// Returns the columns of texts.
    fn room(&self) -> usize {
        self.columns.saturating_sub(LABEL).max(MIN_TEXT)
    }

    fn text_room(&self) -> TextRoom {
        TextRoom {
            columns: self.room(),
            ascii: self.styles.ascii,
        }
    }

    /// Returns the lines with more of the nearest areas, as many as fit in some rows; none if there is no room for more.
    fn with_more_nearest(&self, fields: &[AreaField], rows: usize) -> Option<Vec<Line<'static>>> {
        let shown = fields.iter().filter(|field| field.label == NEAREST).count();
        let first = fields.iter().position(|field| field.label == NEAREST)?;
        (shown + 1..=MOST_NEAREST).rev().find_map(|count| {
            let mut more = fields.to_vec();
            more.splice(first..first + shown, self.nearest(count));
            Some(self.written(&more)).filter(|lines| lines.len() <= rows)
        })
    }

    /// Returns the most important facts in a few lines, for a narrow screen.
    pub(super) fn summary(&self) -> Vec<Line<'static>> {
        let dim = self.styles.style(StyleRole::Dim);
        let mut lines = [Line::default(), Line::default()];
        // What has no room in its line is left out.
        let mut add = |line: usize, label: &str, text: &str| {
            let line = &mut lines[line];
            let gap = if line.spans.is_empty() { "" } else { "  " };
            let label = format!("{gap}{label} ");
            if line.width() + text_width(&label) + text_width(text) <= self.columns {
                line.push_span(Span::styled(label, dim));
                line.push_span(text.to_string());
            }
        };
        if let Some(plan) = self.snapshot.plan(self.area) {
            add(0, PLAN, &plan.published.short());
        }
        if let Some((_, rank)) = self.rank() {
            let worst = format!("{0} of {1} ({1} worst)", rank_number(rank), rank.of);
            add(0, RANK, &worst);
        }
        let priorities = self.snapshot.priorities(self.area).count();
        add(0, "Priorities", &priorities.to_string());
        if self.known.has_targets {
            add(1, TARGETS, &self.targets());
        }
        for field in self.nearest(1).into_iter().chain(self.districts()) {
            add(1, field.label, &field.text);
        }
        lines.into_iter().filter(|line| line.width() > 0).collect()
    }

    pub(super) fn is_wide(&self) -> bool {
        self.columns >= WIDE
    }

    /// Returns the fields, that of the layer first.
    fn fields(&self) -> Vec<AreaField> {
        let mut fields = Vec::new();
        fields.extend(self.plan());
        fields.extend(self.board());
        fields.extend(self.ranks());
        fields.extend(self.money());
        if self.known.has_targets {
            fields.push(AreaField {
                label: TARGETS,
                text: self.targets(),
                note: None,
            });
        }
        fields.extend(self.districts());
        fields.extend(self.nearest(if self.is_wide() { MOST_NEAREST } else { 1 }));
        if self.is_wide() {
            let twins: Vec<&str> = self.texts(Kind::Twin).map(SafeText::as_str).collect();
            fields.extend(list("Twinned", &twins));
        }
        let first = self.first_label();
        fields.sort_shared_by_key(|field| field.label != first);
        fields
    }

    /// Returns the label of the layer's fact.
    fn first_label(&self) -> &'static str {
        match self.layer {
            Layer::Plans | Layer::Theme(_) => PLAN,
            Layer::Ranks => RANK,
            Layer::Money => MONEY,
            Layer::Targets => TARGETS,
        }
    }

    fn plan(&self) -> Option<AreaField> {
        let text = match self.snapshot.plan(self.area) {
            Some(plan) => {
                let period = plan
                    .period
                    .as_ref()
                    .map(|period| period.words.replace('-', "–"));
                match (period, self.is_wide()) {
                    (Some(period), true) => format!("{}, for {period}", plan.published),
                    (Some(period), false) => format!("{}, {period}", plan.published.short()),
                    (None, true) => plan.published.to_string(),
                    (None, false) => plan.published.short(),
                }
            }
            None if self.known.has_plans => "not yet published".into(),
            None => return None,
        };
        Some(AreaField {
            label: PLAN,
            text,
            note: None,
        })
    }

    fn board(&self) -> Option<AreaField> {
        let chairs = self
            .snapshot
            .facts_of(OwnerIndex::Area(self.area), Kind::Chair);
        let mut chairs: Vec<String> = chairs
            .filter_map(|(_, fact)| match fact.body {
                FactData::Person(person) => Some(match person.since {
                    Some(since) => format!("{} since {since}", fact.headline()),
                    None => fact.headline().into_owned(),
                }),
                _ => None,
            })
            .collect();
        // The latest first.
        chairs.reverse();
        let text = if chairs.is_empty() {
            "chair not known".into()
        } else {
            chairs.join("; ")
        };
        self.known.has_boards.then_some(AreaField {
            label: "Board",
            text,
            note: None,
        })
    }

    fn rank(&self) -> Option<(FactIndex, &'a crate::dataset::Rank)> {
        rank_in(self.snapshot, self.area, self.known.ranks?.year)
    }

    fn ranks(&self) -> Option<AreaField> {
        let ranks = self.known.ranks?;
        let rank = self.rank().map(|(_, rank)| rank);
        let text = rank.map_or_else(|| format!("not known for {}", ranks.year), rank_words);
        Some(AreaField {
            label: RANK,
            text,
            note: Some(format!("{} is the worst", ranks.worst)),
        })
    }

    /// Returns the sum of the layer of money, or else the first two sums.
    fn money(&self) -> Vec<AreaField> {
        let first = self.sum.filter(|_| self.layer == Layer::Money);
        let owner = OwnerIndex::Area(self.area);
        let others = self
            .snapshot
            .facts_of(owner, Kind::Money)
            .map(|(index, _)| index);
        let sums = first
            .into_iter()
            .chain(others.filter(|&index| Some(index) != first))
            .take(2);
        let dataset = self.snapshot.dataset();
        sums.filter_map(|index| match dataset.fact(index).body {
            FactData::Money(money) => Some(AreaField {
                label: MONEY,
                text: format!("{} {}", money.amount, money.what),
                note: None,
            }),
            _ => None,
        })
        .collect()
    }

    /// Returns the number of targets with each outcome, in words.
    fn targets(&self) -> String {
        let parts: Vec<String> = outcome_counts_of(self.snapshot, self.area)
            .iter()
            .filter(|(_, count)| *count > 0)
            .map(|(outcome, count)| format!("{count} {}", outcome_word(outcome)))
            .collect();
        if parts.is_empty() {
            "none known".into()
        } else {
            parts.join(", ")
        }
    }

    fn texts(&self, kind: Kind) -> impl Iterator<Item = &'a SafeText> {
        let facts = self.snapshot.facts_of(OwnerIndex::Area(self.area), kind);
        facts.filter_map(|(_, fact)| match fact.body {
            FactData::Statement(statement) => Some(&statement.text),
            _ => None,
        })
    }

    /// Writes fields. A label is written once for several fields in a row.
    fn written(&self, fields: &[AreaField]) -> Vec<Line<'static>> {
        let room = self.room();
        let dim = self.styles.style(StyleRole::Dim);
        let mut lines = Vec::new();
        let mut last_label = "";
        for (index, field) in fields.iter().enumerate() {
            let role = if index == 0 && field.label == self.first_label() {
                StyleRole::Emphasis
            } else {
                StyleRole::Plain
            };
            let text = shown_text(&field.text, self.styles.ascii);
            let texts = wrapped(&text, room, role);
            let notes = field.note.iter();
            let notes = notes.flat_map(|note| wrapped(note, room, StyleRole::Dim));
            for (text, role) in texts.into_iter().chain(notes) {
                let label = if last_label == field.label {
                    ""
                } else {
                    field.label
                };
                last_label = field.label;
                lines.push(Line::from_iter([
                    Span::styled(format!("{label:LABEL$}"), dim),
                    Span::styled(text, self.styles.style(role)),
                ]));
            }
        }
        lines
    }
}

fn wrapped(text: &str, room: usize, role: StyleRole) -> Vec<(String, StyleRole)> {
    let lines = word_lines(text, room).into_iter();
    lines.map(|line| (text[line].to_string(), role)).collect()
}

const PLAN: &str = "Plan";
const RANK: &str = "Rank";
const TARGETS: &str = "Targets";
