//! The pane below the matrix: what the selected cell or heading stands for.

use ratatui::{layout::Rect, widgets::Widget};

use super::{MatrixView, order::Order};
use crate::{
    dataset::{AreaIndex, FactData, Kind, OwnerIndex, PriorityIndex, ThemeIndex},
    query::{
        deadline::deadline_phrase,
        describe::counted,
        empty_cell::empty_cell,
        outcome_counts::outcome_word,
        ranks::{YearRanks, rank_in, rank_words},
    },
    tui::{
        layout::inner,
        styles::StyleRole,
        symbols,
        views::{
            ViewScope,
            fitted_text::{FittedText, SignedLine},
        },
        widgets::{PaneFrame, RenderContext},
    },
};

/// The most names in a list of areas; further ones are counted.
const MAX_NAMES: usize = 24;

impl MatrixView {
    pub(super) fn render_detail(&self, scope: &ViewScope, pane: Rect, context: &mut RenderContext) {
        let (Some(area), Some(theme)) = (self.areas.selected(), self.themes.selected()) else {
            return;
        };
        let (area_data, theme_data) = (scope.dataset.area(area), scope.dataset.theme(theme));
        let (titles, status) = if self.heading {
            let count = counted(self.areas_with(theme), "area", "areas");
            (vec![theme_data.name.to_string()], count)
        } else {
            let status = match self.cell(area, theme).len() {
                0 if !self.is_known(area) => "not known".into(),
                0 => "no priority".into(),
                count => counted(count, "priority", "priorities"),
            };
            let full = format!("{}, {}", area_data.name, theme_data.name);
            let short = format!("{}, {}", area_data.short_name(), theme_data.short_name());
            (vec![full, short], status)
        };
        let fits = |title: &&String| PaneFrame::fits(title, pane);
        let title = titles.iter().find(fits).or(titles.last());
        PaneFrame {
            title: title.map_or("", String::as_str),
            statuses: &[status],
            focused: false,
            styles: context.styles,
        }
        .render(pane, context.buffer);
        let below = inner(pane);
        let rows = usize::from(below.height);
        let mut text = FittedText::new(below.width, context.styles);
        let ascii = context.styles.ascii;
        if self.heading {
            self.add_heading(scope, theme, &mut text, rows);
        } else if self.cell(area, theme).is_empty() {
            add_empty_cell(scope, area, theme, &mut text, ascii);
            self.add_context(scope, area, theme, &mut text);
            add_area_priorities(scope, area, &mut text);
        } else {
            self.add_priorities(scope, area, theme, &mut text, rows);
            add_targets(scope, self.cell(area, theme), &mut text, ascii);
            self.add_context(scope, area, theme, &mut text);
            add_area_priorities(scope, area, &mut text);
        }
        text.render(below, context);
    }

    /// Adds the numbers and titles of the priorities of a cell, in full if all fit.
    fn add_priorities(
        &self,
        scope: &ViewScope,
        area: AreaIndex,
        theme: ThemeIndex,
        text: &mut FittedText,
        rows: usize,
    ) {
        let priorities = self.cell(area, theme);
        let mut full = text.clone();
        for &priority in priorities.iter().take(rows + 1) {
            add_priority(scope, priority, &mut full, usize::MAX);
        }
        if full.rows() <= rows {
            *text = full;
            return;
        }
        let shown = if priorities.len() <= rows {
            priorities.len()
        } else {
            rows.saturating_sub(1)
        };
        // Spare rows go to the first titles that need them.
        let mut spare = rows.saturating_sub(priorities.len());
        for &priority in &priorities[..shown] {
            let before = text.rows();
            add_priority(scope, priority, text, 1 + spare);
            spare -= text.rows() - before - 1;
        }
        if shown < priorities.len() {
            let more = format!("and {} more", priorities.len() - shown);
            text.paragraph(&more, StyleRole::Dim);
        }
    }

    /// Adds the meaning of a theme and the areas with it; then, with room, those without it and the titles.
    fn add_heading(
        &self,
        scope: &ViewScope,
        theme: ThemeIndex,
        text: &mut FittedText,
        rows: usize,
    ) {
        let meaning = &scope.dataset.theme(theme).what;
        let with = self.names(scope, theme, true);
        text.paragraph(
            &format!("Includes {meaning}. Areas with such a priority: {with}."),
            StyleRole::Plain,
        );
        if self.areas_without(theme) > 0 {
            text.part();
            text.blank();
            text.field("Without", &self.names(scope, theme, false));
        }
        text.part();
        text.blank();
        for priority in self.priorities().take(rows) {
            let (area, priority) = (
                scope.dataset.area(priority.area()),
                scope.dataset.priority(priority),
            );
            text.part();
            let title = format!(
                "{}, priority {}: {}",
                area.name, priority.number, priority.title
            );
            text.paragraph(&title, StyleRole::Plain);
        }
    }

    /// Adds what helps to understand a cell, if there is room: the theme, and who else has it.
    fn add_context(
        &self,
        scope: &ViewScope,
        area: AreaIndex,
        theme: ThemeIndex,
        text: &mut FittedText,
    ) {
        let what = scope.dataset.theme(theme);
        text.part();
        text.blank();
        text.field("Theme", &format!("{}: {}", what.name, what.what));
        let count = self.areas_with(theme);
        for (label, count, with) in [
            ("With it", count, true),
            ("Without", self.areas_without(theme), false),
        ] {
            if count > 0 {
                text.part();
                text.field(
                    label,
                    &format!("{count}: {}", self.names(scope, theme, with)),
                );
            }
        }
        if self.order == Order::Rank {
            let snapshot = scope.snapshot();
            let year = YearRanks::of(snapshot).map(|ranks| ranks.year);
            let rank = year.and_then(|year| rank_in(snapshot, area, year));
            let words = rank.map_or_else(
                || "not known".into(),
                |(_, rank)| format!("{} ({} is the worst)", rank_words(rank), rank.of),
            );
            text.part();
            text.field("Rank", &words);
        }
    }

    /// Returns the names of the areas with or without a theme, separated by commas. Only the first are named.
    fn names(&self, scope: &ViewScope, theme: ThemeIndex, with: bool) -> String {
        let areas = self.areas.items().iter();
        let is_known = |area: &&AreaIndex| with || self.is_known(**area);
        let mut wanted = areas
            .filter(is_known)
            .filter(|&&area| self.cell(area, theme).is_empty() != with);
        let names: Vec<&str> = wanted
            .by_ref()
            .take(MAX_NAMES)
            .map(|&area| scope.dataset.area(area).name.as_str())
            .collect();
        let all = if with {
            self.areas_with(theme)
        } else {
            self.areas_without(theme)
        };
        match all - names.len() {
            _ if names.is_empty() => "none".into(),
            0 => names.join(", "),
            more => format!("{} and {more} more", names.join(", ")),
        }
    }
}

fn add_priority(
    scope: &ViewScope,
    priority: PriorityIndex,
    text: &mut FittedText,
    max_lines: usize,
) {
    let priority = scope.dataset.priority(priority);
    add_numbered(priority.number, &priority.title, text, max_lines);
}

fn add_numbered(number: u16, title: &str, text: &mut FittedText, max_lines: usize) {
    let line = SignedLine {
        indent: 1,
        sign: &number.to_string(),
        sign_role: StyleRole::AccentBold,
        text: title,
        role: StyleRole::Plain,
    };
    text.signed(&line, max_lines);
}

/// Adds all priorities of an area with their themes, each if there is room for it.
fn add_area_priorities(scope: &ViewScope, area: AreaIndex, text: &mut FittedText) {
    let dataset = scope.dataset;
    for (place, (_, priority)) in scope.snapshot().priorities(area).enumerate() {
        text.part();
        if place == 0 {
            text.blank();
            let heading = format!("All priorities of {}", dataset.area(area).name);
            text.paragraph(&heading, StyleRole::Emphasis);
        }
        add_numbered(priority.number, &priority.title, text, usize::MAX);
        let themes = dataset.themes().map(|(_, theme)| theme);
        let themes = themes.filter(|theme| priority.belongs_to(&theme.id));
        let names: Vec<&str> = themes.map(|theme| theme.name.as_str()).collect();
        let line = SignedLine {
            indent: 2,
            sign: "",
            sign_role: StyleRole::Dim,
            text: &names.join(", "),
            role: StyleRole::Dim,
        };
        text.signed(&line, usize::MAX);
    }
}

/// Adds the targets of the priorities with their outcomes, each if there is room for it.
fn add_targets(
    scope: &ViewScope,
    priorities: &[PriorityIndex],
    text: &mut FittedText,
    ascii: bool,
) {
    let snapshot = scope.snapshot();
    for &priority in priorities {
        for (_, fact) in snapshot.facts_of(OwnerIndex::Priority(priority), Kind::Target) {
            let FactData::Target(target) = fact.body else {
                continue;
            };
            let outcome = snapshot.outcome(target).and_then(|outcome| outcome.status);
            let by = target.by.as_ref().map(deadline_phrase);
            let by = by.map_or(String::new(), |by| format!(", {by}"));
            let words = format!("{}{by} ({})", fact.headline(), outcome_word(outcome));
            text.part();
            let line = SignedLine {
                indent: 3,
                sign: symbols::outcome_sign(outcome, ascii),
                sign_role: StyleRole::Outcome(outcome),
                text: &words,
                role: StyleRole::Plain,
            };
            text.signed(&line, usize::MAX);
        }
    }
}

/// Adds why a cell is empty: the note that explains it first.
fn add_empty_cell(
    scope: &ViewScope,
    area: AreaIndex,
    theme: ThemeIndex,
    text: &mut FittedText,
    ascii: bool,
) {
    let cell = empty_cell(scope.snapshot(), area, theme);
    let mut notes = cell
        .notes
        .iter()
        .map(|&note| scope.dataset.fact(note).headline());
    if let Some(sentence) = &cell.sentence {
        text.paragraph(sentence, StyleRole::Plain);
    } else if let Some(note) = notes.next() {
        text.paragraph(&note, StyleRole::Plain);
    }
    let (sign, sign_role) = symbols::kind_mark(Kind::Note, ascii);
    for note in notes {
        text.part();
        text.signed(
            &SignedLine {
                indent: 1,
                sign,
                sign_role,
                text: &note,
                role: StyleRole::Plain,
            },
            usize::MAX,
        );
    }
}
