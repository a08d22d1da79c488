//! What happened when: a time axis with the date that is asked for, and the events by year.

use ratatui::layout::Rect;

use super::{
    detail,
    item_list::{ItemList, ListRow, columns, near},
    pane,
    render_context::RenderContext,
};
use crate::{
    dataset::{FactData, FactIndex, ItemIndex, PartialDate},
    fit,
    tui::{
        app::App,
        layout::{ViewAreas, inner},
        styles::StyleRole,
    },
};

/// Title, years, axis, date.
const AXIS_ROWS: u16 = 4;
/// The fewest rows that the events below need; the axis gives way to them.
const LIST_ROWS: u16 = 4;

/// Draws the view.
pub(super) fn render(app: &App, body: &ViewAreas, context: &mut RenderContext) {
    let height = if body.main.height < AXIS_ROWS + LIST_ROWS {
        0
    } else {
        AXIS_ROWS
    };
    let axis = Rect {
        height,
        ..body.main
    };
    let list = Rect {
        y: axis.bottom(),
        height: body.main.height - axis.height,
        ..body.main
    };
    if height > 0 {
        render_axis(app, axis, context);
    }
    render_list(app, list, context);
    if let Some(rect) = body.detail {
        detail::render(app, app.selected_item(), rect, context);
    }
}

fn date_of(app: &App, event: FactIndex) -> PartialDate {
    match app.dataset().fact(event).body {
        FactData::Event(event) => event.date,
        other => unreachable!("the timeline holds events, not {other:?}"),
    }
}

/// From years to columns.
struct TimeAxis {
    first: f64,
    last: f64,
    content: Rect,
}

impl TimeAxis {
    fn new(app: &App, content: Rect) -> Option<Self> {
        let years = app
            .timeline
            .events
            .items()
            .iter()
            .map(|&event| date_of(app, event).last_day().years());
        let asked = app.as_of().map(|date| date.last_day().years());
        let (first, last) = years
            .chain(asked)
            .fold((f64::MAX, f64::MIN), |(first, last), year| {
                (first.min(year), last.max(year))
            });
        (first <= last && content.width > 1).then(|| Self {
            first: first.floor(),
            last: last.floor() + 1.0,
            content,
        })
    }

    /// The column of a time, from 0 to the width less 1.
    fn column(&self, years: f64) -> u16 {
        let part = (years - self.first) / (self.last - self.first);
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "a part of the width, from 0 to 1"
        )]
        let column = (part.clamp(0.0, 1.0) * f64::from(self.content.width - 1)) as u16;
        self.content.x + column
    }

    fn years(&self) -> impl Iterator<Item = u16> {
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "whole years of dates, from 0 to 9999"
        )]
        let (first, last) = (self.first as u16, self.last as u16);
        first..last
    }
}

fn render_axis(app: &App, rect: Rect, context: &mut RenderContext) {
    pane::render(
        rect,
        "What happened when",
        &[format!("{} events", app.timeline.events.items().len())],
        false,
        context,
    );
    let content = inner(rect);
    let Some(axis) = TimeAxis::new(app, content).filter(|_| content.height >= 3) else {
        return;
    };
    let (years, line, below) = (content.y, content.y + 1, content.y + 2);
    for x in content.left()..content.right() {
        context.put_symbol(x, line, "─", StyleRole::Border);
    }
    let mut free = content.x;
    for year in axis.years() {
        let x = axis.column(f64::from(year));
        context.put_symbol(x, line, "┼", StyleRole::Border);
        if x >= free && x + 4 <= content.right() {
            context.put_str(x, years, &year.to_string(), 4, StyleRole::Plain);
            free = x + 5;
        }
    }
    for &event in app.timeline.events.items() {
        context.put_symbol(
            axis.column(date_of(app, event).last_day().years()),
            line,
            "●",
            StyleRole::Present,
        );
    }
    if let Some(event) = app.timeline.events.selected() {
        context.put_symbol(
            axis.column(date_of(app, event).last_day().years()),
            line,
            "◆",
            StyleRole::Selected,
        );
    }
    if let Some(date) = app.as_of() {
        let x = axis.column(date.last_day().years());
        let words = format!("as of {date}");
        let columns = u16::try_from(fit::text_width(&words)).unwrap_or(0) + 1;
        context.put_symbol(x, below, "▲", StyleRole::Emphasis);
        // The words stand on that side of the sign where there is room.
        let start = if x + 1 + columns <= content.right() {
            x + 2
        } else {
            x.saturating_sub(columns).max(content.x)
        };
        context.put_str(
            start,
            below,
            &words,
            usize::from(content.right() - start),
            StyleRole::Emphasis,
        );
    }
}

fn render_list(app: &App, rect: Rect, context: &mut RenderContext) {
    let columns = columns(rect);
    let events = &app.timeline.events;
    let mut rows = Vec::new();
    let mut year = None;
    for item in near(events.selected_index(), events.items().len(), 1, rect) {
        let event = events.items()[item];
        let date = date_of(app, event);
        if year != Some(date.year()) {
            year = Some(date.year());
            rows.push(ListRow::heading(date.year().to_string()));
        }
        let dataset = app.dataset();
        let rect = ItemIndex::Fact(event)
            .area()
            .map_or("The programme", |area| &dataset.area(area).name);
        let FactData::Event(event) = dataset.fact(event).body else {
            continue;
        };
        let text = format!("{date}, {rect}: {}", event.what);
        let lines = fit::wrap_lines(&text, columns.saturating_sub(2), 2);
        rows.extend(lines.into_iter().enumerate().map(|(line, text)| {
            let indent = if line == 0 { "" } else { "  " };
            ListRow::item(item, format!("{indent}{text}"))
        }));
    }
    ItemList {
        rect,
        pane: None,
        title: "Events",
        remark: "",
        rows,
        selected: events.selected_index(),
        count: events.items().len(),
        focused: true,
        empty: "none known",
    }
    .render(context);
}
