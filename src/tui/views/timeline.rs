//! The timeline: events on an axis with the as-of date, and as a list by year.

use ratatui::{layout::Rect, widgets::Widget};

use super::{
    detail,
    scope::ViewScope,
    view_state::{ViewState, click_row},
};
use crate::{
    command::Command,
    dataset::{Dataset, FactData, FactIndex, ItemIndex, PartialDate},
    query::{
        describe::name_of,
        timeline::{ProgrammeEvents, events},
    },
    text::{text_width, wrap_lines},
    tui::{
        action::AppAction,
        layout::{ViewRects, cells, inner},
        mouse_targets::MouseTarget,
        selectable_list::{Motion, SelectableList},
        styles::StyleRole,
        symbols,
        widgets::{ItemList, ListRow, PaneFrame, RenderContext, row_width, visible_window},
    },
};

/// The rows of the axis: title, years, line and date.
const AXIS_ROWS: u16 = 4;
/// The rows that the list keeps at least; otherwise the axis is left out.
const MIN_LIST_ROWS: u16 = 4;

/// The selected event.
#[derive(Debug, Clone, Default)]
pub(crate) struct TimelineView {
    /// The events by date.
    pub events: SelectableList<FactIndex>,
}

impl ViewState for TimelineView {
    fn refresh(&mut self, scope: &ViewScope) {
        let events = events(
            scope.snapshot(),
            &scope.filter,
            ProgrammeEvents::OnlyIfUnfiltered,
        );
        self.events
            .set_items(events.into_iter().map(|(index, _)| index).collect());
    }

    fn update(&mut self, scope: &ViewScope, command: Command) -> AppAction {
        match command {
            Command::Open => return AppAction::OpenItem(self.selected_item()),
            Command::Back => return AppAction::LeaveView,
            Command::PreviousDate => {
                let date = scope.previous_date();
                return if date == scope.as_of {
                    AppAction::Notify("Nothing became known earlier.")
                } else {
                    AppAction::SetAsOf(date)
                };
            }
            Command::NextDate if scope.as_of.is_none() => {
                return AppAction::Notify("This is the latest.");
            }
            Command::NextDate => return AppAction::SetAsOf(scope.next_date()),
            _ => {
                if let Some(motion) = Motion::from_command(command, scope.page(true)) {
                    self.events.move_by(motion);
                }
            }
        }
        AppAction::None
    }

    fn is_empty(&self) -> bool {
        self.events.items().is_empty()
    }

    fn selected_item(&self) -> ItemIndex {
        self.events
            .selected()
            .map_or(ItemIndex::Programme, ItemIndex::Fact)
    }

    fn select_item(&mut self, _: &ViewScope, item: ItemIndex) -> bool {
        self.events
            .select_item(|&event| ItemIndex::Fact(event) == item)
    }

    fn selected_index(&self) -> Option<usize> {
        Some(self.events.selected_index())
    }

    fn names(&self, scope: &ViewScope) -> Vec<String> {
        let events = self.events.items().iter();
        events
            .map(|&event| name_of(scope.snapshot(), ItemIndex::Fact(event)).into())
            .collect()
    }

    fn select_index(&mut self, _: &ViewScope, index: usize) {
        self.events.select(index);
    }

    fn click(&mut self, _: &ViewScope, target: MouseTarget) -> bool {
        click_row(&mut self.events, target)
    }

    fn render(&self, scope: &ViewScope, rects: &ViewRects, context: &mut RenderContext) {
        let main = rects.main;
        let height = if main.height < AXIS_ROWS + MIN_LIST_ROWS {
            0
        } else {
            AXIS_ROWS
        };
        let height = if self.is_empty() { 0 } else { height };
        let axis = Rect { height, ..main };
        let list = Rect {
            y: axis.bottom(),
            height: main.height - axis.height,
            ..main
        };
        if height > 0 {
            self.render_axis(scope, axis, context);
        }
        self.render_list(scope, list, context);
        if let Some(area) = rects.detail.filter(|_| !self.is_empty()) {
            detail::render(scope, self.selected_item(), area, context);
        }
    }
}

impl TimelineView {
    fn render_axis(&self, scope: &ViewScope, pane: Rect, context: &mut RenderContext) {
        let events = self.events.items();
        PaneFrame {
            title: "What happened when",
            statuses: &[format!("{} events", events.len())],
            focused: false,
            styles: context.styles,
        }
        .render(pane, context.buffer);
        let inside = inner(pane);
        let date_of = |event| event_of(scope.dataset, event).0;
        let shown = events.iter().map(|&event| date_of(event));
        let axis = TimeAxis::new(inside, shown.chain(scope.as_of));
        let Some(axis) = axis.filter(|_| inside.height >= 3) else {
            return;
        };
        axis.render_years(context);
        let line = inside.y + 1;
        for &event in events {
            let x = axis.column_of(date_of(event));
            context.put_symbol(x, line, symbols::PRESENT, StyleRole::Present);
        }
        if let Some(event) = self.events.selected() {
            let x = axis.column_of(date_of(event));
            context.put_symbol(x, line, symbols::SELECTED_EVENT, StyleRole::Selected);
        }
        if let Some(date) = scope.as_of {
            axis.render_as_of(date, context);
        }
    }

    fn render_list(&self, scope: &ViewScope, pane: Rect, context: &mut RenderContext) {
        let (items, selected) = (self.events.items(), self.events.selected_index());
        let dataset = scope.dataset;
        let mut rows = Vec::new();
        let mut year = None;
        for item in visible_window(selected, items.len(), 1, pane) {
            let (date, what) = event_of(dataset, items[item]);
            if year != Some(date.year()) {
                year = Some(date.year());
                rows.push(ListRow::heading(date.year().to_string()));
            }
            let area = ItemIndex::Fact(items[item])
                .area()
                .map_or("The programme", |area| &dataset.area(area).name);
            let text = format!("{date}, {area}: {what}");
            let lines = wrap_lines(&text, row_width(pane).saturating_sub(2), 2);
            rows.extend(lines.into_iter().enumerate().map(|(line, text)| {
                let indent = if line == 0 { "" } else { "  " };
                ListRow::item(item, format!("{indent}{text}"))
            }));
        }
        let list = ItemList {
            pane: None,
            title: "Events",
            status: "",
            counter: None,
            rows,
            selected,
            count: items.len(),
            focused: true,
            empty: scope.empty_message("No events are known."),
            styles: context.styles,
        };
        context.render(list, pane);
    }
}

/// Returns the date of an event, and what happened.
fn event_of(dataset: &Dataset, event: FactIndex) -> (PartialDate, &str) {
    match dataset.fact(event).body {
        FactData::Event(event) => (event.date, &event.what),
        other => unreachable!("the timeline holds events, not {other:?}"),
    }
}

/// An axis from the start of the first year to the end of the last.
struct TimeAxis {
    /// The first year.
    first: f64,
    /// The year after the last.
    end: f64,
    area: Rect,
}

impl TimeAxis {
    /// Creates an axis for the dates. Returns nothing if there are none, or no room.
    fn new(area: Rect, dates: impl Iterator<Item = PartialDate>) -> Option<Self> {
        let (first, last) = dates
            .map(|date| date.last_day().years())
            .fold((f64::MAX, f64::MIN), |(first, last), year| {
                (first.min(year), last.max(year))
            });
        (first <= last && area.width > 1).then(|| Self {
            first: first.floor(),
            end: last.floor() + 1.0,
            area,
        })
    }

    fn column_of(&self, date: PartialDate) -> u16 {
        self.column(date.last_day().years())
    }

    /// Returns the column of a time in years.
    fn column(&self, years: f64) -> u16 {
        let fraction = (years - self.first) / (self.end - self.first);
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "a fraction of the width, from 0 to 1"
        )]
        let column = (fraction.clamp(0.0, 1.0) * f64::from(self.area.width - 1)) as u16;
        self.area.x + column
    }

    fn years(&self) -> impl Iterator<Item = u16> {
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "years of dates, from 0 to 9999"
        )]
        let (first, end) = (self.first as u16, self.end as u16);
        first..end
    }

    /// Renders the line, and the years for which there is room.
    fn render_years(&self, context: &mut RenderContext) {
        let area = self.area;
        let (labels, line) = (area.y, area.y + 1);
        for x in area.left()..area.right() {
            context.put_symbol(x, line, "─", StyleRole::Border);
        }
        let mut free = area.x;
        for year in self.years() {
            let x = self.column(f64::from(year));
            context.put_symbol(x, line, "┼", StyleRole::Border);
            if x >= free && x + 4 <= area.right() {
                context.put_str(x, labels, &year.to_string(), 4, StyleRole::Plain);
                free = x + 5;
            }
        }
    }

    /// Renders the as-of date below the line.
    fn render_as_of(&self, date: PartialDate, context: &mut RenderContext) {
        let area = self.area;
        let (x, y) = (self.column_of(date), area.y + 2);
        let label = format!("as of {date}");
        let columns = cells(text_width(&label)) + 1;
        context.put_symbol(x, y, "▲", StyleRole::Emphasis);
        let start = if x + 1 + columns <= area.right() {
            x + 2
        } else {
            x.saturating_sub(columns).max(area.x)
        };
        let room = usize::from(area.right() - start);
        context.put_str(start, y, &label, room, StyleRole::Emphasis);
    }
}
