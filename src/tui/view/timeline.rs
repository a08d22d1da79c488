//! What happened when: a time axis with the date that is asked for, and the events by year.

use ratatui::layout::Rect;

use super::{
    canvas::Canvas,
    detail,
    list::{List, Row, columns, near},
    pane,
};
use crate::{
    dataset::{Body as FactBody, FactIndex, PartialDate, Slot},
    fit,
    tui::{
        app::App,
        layout::{Body, content},
        look::Role,
    },
};

/// Title, years, axis, date.
const AXIS_ROWS: u16 = 4;
/// The fewest rows that the events below need; the axis gives way to them.
const LIST_ROWS: u16 = 4;

/// Draws the view.
pub(super) fn draw(app: &App, body: &Body, canvas: &mut Canvas) {
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
        draw_axis(app, axis, canvas);
    }
    draw_list(app, list, canvas);
    if let Some(place) = body.detail {
        detail::draw(app, app.slot(), place, canvas);
    }
}

fn date_of(app: &App, event: FactIndex) -> PartialDate {
    match app.dataset().fact(event).body {
        FactBody::Event(event) => event.date,
        other => unreachable!("the timeline holds events, not {other:?}"),
    }
}

/// From years to columns.
struct Axis {
    first: f64,
    last: f64,
    content: Rect,
}

impl Axis {
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

fn draw_axis(app: &App, place: Rect, canvas: &mut Canvas) {
    pane::draw(
        place,
        "What happened when",
        &[format!("{} events", app.timeline.events.items().len())],
        false,
        canvas,
    );
    let content = content(place);
    let Some(axis) = Axis::new(app, content).filter(|_| content.height >= 3) else {
        return;
    };
    let (years, line, below) = (content.y, content.y + 1, content.y + 2);
    for x in content.left()..content.right() {
        canvas.sign(x, line, "─", Role::Line);
    }
    let mut free = content.x;
    for year in axis.years() {
        let x = axis.column(f64::from(year));
        canvas.sign(x, line, "┼", Role::Line);
        if x >= free && x + 4 <= content.right() {
            canvas.text(x, years, &year.to_string(), 4, Role::Plain);
            free = x + 5;
        }
    }
    for &event in app.timeline.events.items() {
        canvas.sign(
            axis.column(date_of(app, event).last_day().years()),
            line,
            "●",
            Role::There,
        );
    }
    if let Some(event) = app.timeline.events.selected() {
        canvas.sign(
            axis.column(date_of(app, event).last_day().years()),
            line,
            "◆",
            Role::Selected,
        );
    }
    if let Some(date) = app.as_of() {
        let x = axis.column(date.last_day().years());
        let words = format!("as of {date}");
        let columns = u16::try_from(fit::width(&words)).unwrap_or(0) + 1;
        canvas.sign(x, below, "▲", Role::Strong);
        // The words stand on that side of the sign where there is room.
        let start = if x + 1 + columns <= content.right() {
            x + 2
        } else {
            x.saturating_sub(columns).max(content.x)
        };
        canvas.text(
            start,
            below,
            &words,
            usize::from(content.right() - start),
            Role::Strong,
        );
    }
}

fn draw_list(app: &App, place: Rect, canvas: &mut Canvas) {
    let columns = columns(place);
    let events = &app.timeline.events;
    let mut rows = Vec::new();
    let mut year = None;
    for item in near(events.place(), events.items().len(), 1, place) {
        let event = events.items()[item];
        let date = date_of(app, event);
        if year != Some(date.year()) {
            year = Some(date.year());
            rows.push(Row::heading(date.year().to_string()));
        }
        let dataset = app.dataset();
        let place = Slot::Fact(event)
            .area()
            .map_or("The programme", |area| &dataset.area(area).name);
        let FactBody::Event(event) = dataset.fact(event).body else {
            continue;
        };
        let text = format!("{date}, {place}: {}", event.what);
        let lines = fit::wrap_to(&text, columns.saturating_sub(2), 2);
        rows.extend(lines.into_iter().enumerate().map(|(line, text)| {
            let indent = if line == 0 { "" } else { "  " };
            Row::item(item, format!("{indent}{text}"))
        }));
    }
    List {
        place,
        pane: None,
        title: "Events",
        remark: "",
        rows,
        selected: events.place(),
        count: events.items().len(),
        focused: true,
        empty: "none known",
    }
    .draw(canvas);
}
