//! The priorities of the selected area, with as much about them as there is room for.

use std::cell::OnceCell;

use ratatui::text::{Line, Span};

use super::layer::{Layer, counts};
use crate::{
    dataset::{
        AreaIndex, FactData, Item, Kind, OutcomeStatus, OwnerIndex, PriorityIndex, Target, Theme,
    },
    query::{
        deadline::deadline_phrase, describe::name_of, fact_group::FactGroup, snapshot::Snapshot,
    },
    text::{word_lines, wrap_words},
    tui::{
        styles::{StyleRole, Styles},
        symbols::{kind_sign, outcome_sign, shown_text},
    },
};

/// The columns of a priority's number, or of a sign.
const NUMBER: usize = 2;
/// The fewest columns of text.
const MIN_TEXT: usize = 8;
/// The rows of the heading above the priorities.
const HEADING_ROWS: usize = 1;

/// The priorities of an area, to be written in some columns.
pub(super) struct PriorityFacts<'a> {
    snapshot: Snapshot<'a>,
    columns: usize,
    styles: Styles,
    /// True if a blank row is above the heading.
    has_blank: bool,
    priorities: Vec<PriorityText<'a>>,
}

/// A priority and its parts, wrapped when first needed.
struct PriorityText<'a> {
    index: PriorityIndex,
    number: u16,
    title: Vec<String>,
    /// True if it counts in the layer of the map.
    counts: bool,
    themes: OnceCell<Vec<String>>,
    targets: OnceCell<Vec<TargetText<'a>>>,
}

/// A target, and the results that report on it.
struct TargetText<'a> {
    target: &'a Target,
    outcome: Option<OutcomeStatus>,
    lines: Vec<String>,
    results: OnceCell<Vec<Vec<String>>>,
}

/// The parts that are shown. Each needs the ones before it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum PriorityDetail {
    Titles,
    Themes,
    Blanks,
    /// The targets with a known outcome.
    Outcomes,
    Targets,
    Results,
}

const DETAILS: [PriorityDetail; 6] = [
    PriorityDetail::Titles,
    PriorityDetail::Themes,
    PriorityDetail::Blanks,
    PriorityDetail::Outcomes,
    PriorityDetail::Targets,
    PriorityDetail::Results,
];

impl<'a> PriorityFacts<'a> {
    pub(super) fn new(
        snapshot: Snapshot<'a>,
        area: AreaIndex,
        layer: Layer,
        columns: usize,
        styles: Styles,
    ) -> Self {
        let room = columns.saturating_sub(NUMBER).max(MIN_TEXT);
        let priorities = snapshot
            .priorities(area)
            .map(|(index, priority)| PriorityText {
                index,
                number: priority.number,
                title: wrapped(&priority.title, room, styles),
                counts: counts(snapshot, layer, index),
                themes: OnceCell::new(),
                targets: OnceCell::new(),
            });
        Self {
            snapshot,
            columns,
            styles,
            has_blank: true,
            priorities: priorities.collect(),
        }
    }

    /// Returns the rows that the titles need in full.
    fn least_rows(&self) -> usize {
        self.rows(PriorityDetail::Titles)
    }

    /// Returns true if the titles fit in some rows in full. The blank row above the heading stays only if it fits, too.
    pub(super) fn fit(&mut self, rows: usize) -> bool {
        self.has_blank = true;
        self.has_blank = self.least_rows() <= rows;
        self.least_rows() <= rows
    }

    /// Returns true if the titles and the themes fit in some rows in full.
    pub(super) fn fits_themes(&self, rows: usize) -> bool {
        self.rows(PriorityDetail::Themes) <= rows
    }

    /// Leaves out the blank row above the heading.
    pub(super) fn leave_out_blank(&mut self) {
        self.has_blank = false;
    }

    /// Returns the rows that stay free below the themes, or below the titles if the themes do not fit, and the blank one.
    pub(super) fn spare_rows(&self, rows: usize) -> usize {
        let rows = rows + usize::from(self.has_blank);
        let needed = [PriorityDetail::Themes, PriorityDetail::Titles];
        let mut needed = needed.map(|detail| self.rows(detail)).into_iter();
        needed
            .find_map(|needed| rows.checked_sub(needed))
            .unwrap_or(0)
    }

    /// Returns the lines for some rows: the most detail that fits. Without room for the titles, the longest lose lines.
    pub(super) fn lines(mut self, rows: usize) -> Vec<Line<'static>> {
        if self.priorities.is_empty() {
            return Vec::new();
        }
        while self.least_rows() > rows && self.shorten_longest() {}
        let fits = |&detail: &PriorityDetail| self.rows(detail) <= rows;
        let detail = DETAILS.into_iter().take_while(fits).last();
        self.written(detail.unwrap_or(PriorityDetail::Titles))
    }

    fn room(&self) -> usize {
        self.columns.saturating_sub(NUMBER).max(MIN_TEXT)
    }

    /// Shortens the longest title by a line. Returns false if every title has one line only.
    fn shorten_longest(&mut self) -> bool {
        let room = self.room();
        let snapshot = self.snapshot;
        // The last of several, so that the first ones stay whole for longer.
        let longest = self
            .priorities
            .iter_mut()
            .max_by_key(|priority| priority.title.len());
        let Some(longest) = longest.filter(|priority| priority.title.len() > 1) else {
            return false;
        };
        let title = &snapshot.dataset().priority(longest.index).title;
        let title = shown_text(title, self.styles.ascii);
        longest.title = wrap_words(&title, room, longest.title.len() - 1);
        true
    }

    /// Returns the rows that all priorities need with some detail.
    fn rows(&self, detail: PriorityDetail) -> usize {
        let blanks = if detail >= PriorityDetail::Blanks {
            self.priorities.len().saturating_sub(1)
        } else {
            0
        };
        let priorities = self.priorities.iter();
        let rows = priorities.map(|priority| {
            let mut rows = priority.title.len();
            if detail >= PriorityDetail::Themes {
                rows += self.themes(priority).len();
            }
            for target in self.shown_targets(priority, detail) {
                rows += target.lines.len();
                if detail >= PriorityDetail::Results {
                    rows += self.results(target).iter().map(Vec::len).sum::<usize>();
                }
            }
            rows
        });
        usize::from(self.has_blank) + HEADING_ROWS + blanks + rows.sum::<usize>()
    }

    fn themes<'p>(&self, priority: &'p PriorityText<'a>) -> &'p [String] {
        priority.themes.get_or_init(|| {
            let dataset = self.snapshot.dataset();
            let themes = dataset.themes_of(dataset.priority(priority.index));
            let names: Vec<&str> = themes.map(Theme::short_name).collect();
            if names.is_empty() {
                return Vec::new();
            }
            wrapped(&names.join(", "), self.room(), self.styles)
        })
    }

    fn shown_targets<'p>(
        &self,
        priority: &'p PriorityText<'a>,
        detail: PriorityDetail,
    ) -> impl Iterator<Item = &'p TargetText<'a>> {
        let targets = if detail >= PriorityDetail::Outcomes {
            self.targets(priority)
        } else {
            &[]
        };
        let all = detail >= PriorityDetail::Targets;
        targets
            .iter()
            .filter(move |target| all || target.outcome.is_some())
    }

    fn targets<'p>(&self, priority: &'p PriorityText<'a>) -> &'p [TargetText<'a>] {
        priority.targets.get_or_init(|| {
            let room = self.room().saturating_sub(NUMBER).max(MIN_TEXT);
            let owner = OwnerIndex::Priority(priority.index);
            let facts = self.snapshot.facts_of(owner, Kind::Target);
            let targets = facts.filter_map(|(_, fact)| {
                let FactData::Target(target) = fact.body else {
                    return None;
                };
                let by = target.by.as_ref().map(deadline_phrase);
                let by = by.map(|by| format!(", {by}"));
                let text = format!("{}{}", fact.headline(), by.unwrap_or_default());
                let outcome = self.snapshot.outcome(target);
                Some(TargetText {
                    target,
                    outcome: outcome.and_then(|outcome| outcome.status),
                    lines: wrapped(&text, room, self.styles),
                    results: OnceCell::new(),
                })
            });
            targets.collect()
        })
    }

    fn results<'p>(&self, target: &'p TargetText<'a>) -> &'p [Vec<String>] {
        target.results.get_or_init(|| {
            let room = self.room().saturating_sub(2 * NUMBER).max(MIN_TEXT);
            let outcome = self.snapshot.outcome(target.target);
            let results = outcome
                .into_iter()
                .flat_map(|outcome| self.snapshot.results_of(outcome));
            results
                .map(|result| {
                    let text = match self.snapshot.dataset().item(result) {
                        Item::Fact(fact) => fact.headline().into_owned(),
                        _ => name_of(self.snapshot, result).into(),
                    };
                    wrapped(&text, room, self.styles)
                })
                .collect()
        })
    }

    /// Writes the priorities with some detail.
    fn written(&self, detail: PriorityDetail) -> Vec<Line<'static>> {
        let mut targets = self
            .priorities
            .iter()
            .flat_map(|priority| self.shown_targets(priority, detail));
        let heading = if targets.next().is_some() {
            "Priorities and their targets"
        } else {
            "Priorities"
        };
        let heading = Span::styled(heading, self.styles.style(StyleRole::AccentBold));
        let blank = self.has_blank.then(Line::default);
        let mut lines: Vec<Line> = blank.into_iter().chain([heading.into()]).collect();
        for (position, priority) in self.priorities.iter().enumerate() {
            if position > 0 && detail >= PriorityDetail::Blanks {
                lines.push(Line::default());
            }
            self.write(priority, detail, &mut lines);
        }
        lines
    }

    fn write(
        &self,
        priority: &PriorityText<'a>,
        detail: PriorityDetail,
        lines: &mut Vec<Line<'static>>,
    ) {
        let (number, title) = if priority.counts {
            (StyleRole::AccentBold, StyleRole::Emphasis)
        } else {
            (StyleRole::Dim, StyleRole::Dim)
        };
        let sign = priority.number.to_string();
        self.add(lines, 0, (&sign, number), (&priority.title, title));
        if detail >= PriorityDetail::Themes {
            self.add(
                lines,
                0,
                ("", number),
                (self.themes(priority), StyleRole::Dim),
            );
        }
        for target in self.shown_targets(priority, detail) {
            let sign = outcome_sign(target.outcome, self.styles.ascii);
            let role = StyleRole::Outcome(target.outcome);
            self.add(
                lines,
                NUMBER,
                (sign, role),
                (&target.lines, StyleRole::Plain),
            );
            if detail >= PriorityDetail::Results {
                let sign = kind_sign(FactGroup::Result, self.styles.ascii);
                let role = StyleRole::Kind(FactGroup::Result);
                for result in self.results(target) {
                    self.add(lines, 2 * NUMBER, (sign, role), (result, StyleRole::Dim));
                }
            }
        }
    }

    /// Adds lines with a sign before the first.
    fn add(
        &self,
        lines: &mut Vec<Line<'static>>,
        indent: usize,
        (sign, sign_role): (&str, StyleRole),
        (texts, role): (&[String], StyleRole),
    ) {
        for (index, text) in texts.iter().enumerate() {
            let sign = if index == 0 { sign } else { "" };
            let sign = format!("{:indent$}{sign:NUMBER$}", "");
            lines.push(Line::from_iter([
                Span::styled(sign, self.styles.style(sign_role)),
                Span::styled(text.clone(), self.styles.style(role)),
            ]));
        }
    }
}

/// Wraps a text as it can be shown.
fn wrapped(text: &str, columns: usize, styles: Styles) -> Vec<String> {
    let text = shown_text(text, styles.ascii);
    let lines = word_lines(&text, columns).into_iter();
    lines.map(|line| text[line].to_string()).collect()
}
