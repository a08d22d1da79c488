//! The popup for a date. It says what the entry means, and how much was known then, before anything changes.

mod speech;

use ratatui::layout::{Position, Rect};

use super::overlay_state::{OverlayScope, OverlayState, Response};
use crate::{
    command::{Command, Mode},
    dataset::PartialDate,
    query::{
        describe::counted,
        snapshot::Snapshot,
        typed_date::{TypedDate, parse_typed_date},
    },
    sort::SortShared,
    tui::{
        action::AppAction,
        mouse_targets::MouseTarget,
        speech::SpokenPage,
        styles::StyleRole,
        symbols,
        widgets::{PopupArea, RenderContext, TextInput, render_field, text_of},
    },
};

/// The size of the popup with its frame.
const WIDTH: u16 = 60;
const HEIGHT: u16 = 16;
/// Other spellings, and the meaning of a date without a day.
const HINTS: [&str; 2] = [
    "2017, Oct 2017, 9/10/2017 and 2017-10-09 work too.",
    "A year or a month counts as its last day.",
];
/// The reason for the date that is suggested, and what else can be done.
const SUGGESTION_HINTS: [&str; 2] = [
    "From this date the selected event is known.",
    "Enter takes it. Typing replaces it.",
];
/// The most dates that the popup offers.
const MAX_JUMPS: usize = 4;
/// The columns before the dates that are offered, and the narrowest list that has them.
const JUMP_INDENT: u16 = 9;
const MIN_INDENTED: u16 = 50;

/// The meaning of an entry.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Meaning {
    /// A date, or the latest state, and how much was known then.
    Date(Option<PartialDate>, String),
    /// The reason why the entry is not a date.
    Problem(String),
}

/// A date that is offered.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Jump {
    date: PartialDate,
    /// The number of plans that were published on it.
    plans: usize,
    /// The plans and facts that were known then, in words.
    known: String,
}

/// A date that is being typed, or chosen from a few.
#[derive(Debug, Clone)]
pub(crate) struct DatePrompt {
    input: TextInput,
    meaning: Meaning,
    /// Numbers of today.
    latest: KnownCounts,
    /// Dates on which plans were published.
    jumps: Vec<Jump>,
    /// The index of the chosen date; none while one is typed.
    selected: Option<usize>,
}

impl DatePrompt {
    /// Creates a popup that starts with a suggested date, or else with the current one.
    #[must_use]
    pub(crate) fn new(
        snapshot: Snapshot,
        as_of: Option<PartialDate>,
        suggested: Option<PartialDate>,
    ) -> Self {
        let date = suggested.or(as_of);
        let text = date.map(|date| date.to_string()).unwrap_or_default();
        let latest = KnownCounts::of(Snapshot::latest(snapshot.dataset()));
        Self {
            meaning: meaning(snapshot, &text, latest),
            latest,
            input: match suggested {
                Some(_) => TextInput::suggestion(text),
                None => TextInput::new(text),
            },
            jumps: plan_dates(snapshot, latest),
            selected: None,
        }
    }

    /// Chooses the offered date above or below; above the first is the entry.
    fn choose(&mut self, command: Command) {
        let selected = match (command, self.selected) {
            (Command::Up, None | Some(0)) => None,
            (Command::Up, Some(index)) => Some(index - 1),
            (_, None) => Some(0),
            (_, Some(index)) => Some(index + 1),
        };
        let last = self.jumps.len().checked_sub(1);
        self.select(selected.and_then(|index| Some(index.min(last?))));
    }

    /// Selects an offered date, and writes it into the field; or returns to the entry.
    fn select(&mut self, selected: Option<usize>) {
        self.selected = selected;
        if let Some(jump) = selected.and_then(|index| self.jumps.get(index)) {
            self.input = TextInput::new(jump.date.to_string());
            self.meaning = Meaning::Date(Some(jump.date), jump.known.clone());
        }
    }

    /// Returns from the offered dates to the entry.
    pub(crate) fn use_entry(&mut self, snapshot: Snapshot) {
        self.selected = None;
        self.meaning = meaning(snapshot, self.input.text(), self.latest);
    }

    /// Renders what the entry means: the date and how much was known then, why it is no date, or that it is a question.
    fn render_meaning(&self, question: Option<&str>, area: Rect, context: &mut RenderContext) {
        let columns = usize::from(area.width);
        if let Some(question) = question {
            let words = format!("This is not a date. Press Enter to search for “{question}”");
            context.put_wrapped(area, &words, StyleRole::Pending);
            return;
        }
        match &self.meaning {
            Meaning::Date(date, known) => {
                let date = date.map_or("Today".into(), |date| date.to_string());
                let x = context.put_str(area.x, area.y, &date, columns, StyleRole::Emphasis) + 2;
                let beside = Rect {
                    x,
                    width: area.right().saturating_sub(x),
                    ..area
                };
                context.put_wrapped(beside, known, StyleRole::Plain);
            }
            Meaning::Problem(problem) => {
                context.put_wrapped(area, problem, StyleRole::Pending);
            }
        }
    }

    /// Renders the dates that are offered.
    fn render_jumps(&self, area: Rect, context: &mut RenderContext) {
        let text = text_of(area);
        if self.jumps.is_empty() || text.width <= JUMP_INDENT {
            return;
        }
        context.put_str(
            text.x,
            text.y,
            "Jump to",
            usize::from(text.width),
            StyleRole::Dim,
        );
        // On a narrow screen the dates are below the label, so that nothing is cut.
        let is_narrow = area.width < MIN_INDENTED;
        let indent = if is_narrow { 0 } else { JUMP_INDENT };
        let first = area.y + u16::from(is_narrow);
        for (index, (y, jump)) in (first..area.bottom()).zip(&self.jumps).enumerate() {
            let date = jump.date;
            let row = Rect {
                x: area.x + indent,
                y,
                width: area.width - indent,
                height: 1,
            };
            let is_selected = self.selected == Some(index);
            let role = if is_selected {
                StyleRole::SelectedText
            } else {
                StyleRole::AccentBold
            };
            let words = jump_words(index, &self.jumps);
            let inner = text_of(row);
            let columns = usize::from(inner.width);
            let end = context.put_str(
                inner.x,
                y,
                &format!("{:17}", date.to_string()),
                columns,
                role,
            ) + 1;
            let room = usize::from(inner.right().saturating_sub(end));
            context.put_str(end, y, &words, room, StyleRole::Plain);
            if is_selected {
                context.put_symbol(row.x, y, symbols::BAR, StyleRole::SelectedBar);
                context.set_style(row, StyleRole::SelectedRow);
                context.set_cursor(Position::new(row.x, y));
            }
            context.add_target(row, MouseTarget::Row(index));
        }
    }
}

impl OverlayState for DatePrompt {
    fn mode(&self) -> Mode {
        Mode::Date
    }

    fn update(&mut self, scope: &OverlayScope, command: Command) -> Response {
        if let Some(change) = self.input.update(command) {
            if change.value {
                self.use_entry(scope.view.snapshot());
            }
            return Response::stay(AppAction::None);
        }
        match command {
            Command::Back => return Response::close(AppAction::None),
            Command::Open => {
                if let Meaning::Date(date, _) = self.meaning {
                    return Response::close(AppAction::SetAsOf(date));
                }
            }
            Command::Up | Command::Down => self.choose(command),
            _ => {}
        }
        Response::stay(AppAction::None)
    }

    fn refused_entry(&self) -> Option<&str> {
        matches!(self.meaning, Meaning::Problem(_)).then(|| self.input.text())
    }

    fn text_input(&mut self) -> Option<&mut TextInput> {
        Some(&mut self.input)
    }

    fn click(&mut self, target: MouseTarget) -> bool {
        if let MouseTarget::Row(row) = target {
            self.select(Some(row));
        }
        false
    }

    fn refresh(&mut self, scope: &OverlayScope) {
        // In screen-reader mode a date that is chosen is not in the field.
        if self.selected.is_none() {
            self.use_entry(scope.view.snapshot());
        }
    }

    fn spoken<'p>(&'p self, scope: OverlayScope<'p>) -> SpokenPage<'p> {
        self.page(scope)
    }

    fn select_spoken(&mut self, index: usize) {
        self.choose_spoken(index);
    }

    fn render(&self, scope: &OverlayScope, body: Rect, context: &mut RenderContext) {
        let popup = PopupArea::new(body, WIDTH, HEIGHT);
        popup.render("As of a date", "", context);
        let is_low = popup.inner.height < HEIGHT - 2;
        let title = popup.row(u16::from(!is_low));
        context.put_str(
            title.x,
            title.y,
            "Show what was known at the end of",
            usize::from(title.width),
            StyleRole::Dim,
        );
        let field = popup.row(if is_low { 1 } else { 2 });
        render_field(&self.input, field, self.selected.is_none(), context);
        let meaning = if is_low { 2 } else { 4 };
        self.render_meaning(
            scope.question,
            Rect {
                height: 2.min(popup.inner.height.saturating_sub(meaning)),
                ..popup.row(meaning)
            },
            context,
        );
        if is_low {
            self.render_jumps(popup.rows(meaning + 2, 0), context);
            return;
        }
        let area = popup.row(meaning + 3);
        let columns = usize::from(area.width);
        let hints = if self.input.is_suggestion() {
            SUGGESTION_HINTS
        } else {
            HINTS
        };
        for (y, line) in (area.y..).zip(hints) {
            context.put_str(area.x, y, line, columns, StyleRole::Dim);
        }
        self.render_jumps(popup.rows(meaning + 6, 0), context);
    }
}

/// Returns what an entry means. No text means the latest state.
fn meaning(snapshot: Snapshot, text: &str, latest: KnownCounts) -> Meaning {
    let typed = match text.trim() {
        "" => Ok(TypedDate::Today),
        text => parse_typed_date(text),
    };
    match typed {
        Ok(typed) => Meaning::Date(typed.date(), known(snapshot, typed.date(), latest)),
        Err(error) => Meaning::Problem(format!("{error}.")),
    }
}

/// The numbers of plans and facts that are known.
#[derive(Debug, Clone, Copy)]
struct KnownCounts {
    plans: usize,
    facts: usize,
}

impl KnownCounts {
    fn of(snapshot: Snapshot) -> Self {
        let areas = snapshot.dataset().areas();
        Self {
            plans: areas
                .filter(|(area, _)| snapshot.plan(*area).is_some())
                .count(),
            facts: snapshot.all_facts().count(),
        }
    }
}

/// Returns how much was known on a date, of what is known by now: `6 of 12 plans, 32 of 801 facts`.
fn known(snapshot: Snapshot, date: Option<PartialDate>, latest: KnownCounts) -> String {
    let then = KnownCounts::of(Snapshot::as_of(snapshot.dataset(), date));
    format!(
        "{} of {}, {} of {}",
        then.plans,
        counted(latest.plans, "plan", "plans"),
        then.facts,
        counted(latest.facts, "fact", "facts"),
    )
}

/// Returns the dates on which plans were published, the earliest first.
fn plan_dates(snapshot: Snapshot, counts: KnownCounts) -> Vec<Jump> {
    let latest = Snapshot::latest(snapshot.dataset());
    let mut dates: Vec<(PartialDate, usize)> = Vec::new();
    for (area, _) in snapshot.dataset().areas() {
        let Some(plan) = latest.plan(area) else {
            continue;
        };
        match dates.iter_mut().find(|(date, _)| *date == plan.published) {
            Some((_, count)) => *count += 1,
            None => dates.push((plan.published, 1)),
        }
    }
    dates.sort_shared_by_key(|(date, _)| date.last_day());
    dates.truncate(MAX_JUMPS);
    let jump = |(date, plans)| Jump {
        date,
        plans,
        known: known(latest, Some(date), counts),
    };
    dates.into_iter().map(jump).collect()
}

/// Returns the plans of an offered date in words: `the first 6 plans`.
fn jump_words(index: usize, jumps: &[Jump]) -> String {
    let plans = jumps[index].plans;
    match (index, jumps.len()) {
        (0, 1) => counted(plans, "plan", "plans"),
        (0, _) => format!("the first {}", counted(plans, "plan", "plans")),
        (1, 2) => format!("the other {}", counted(plans, "plan", "plans")),
        _ => counted(plans, "more plan", "more plans"),
    }
}
