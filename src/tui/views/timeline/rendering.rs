//! Rendering of the timeline: the lanes with their title, and the events of the selected lane with their sources.

use ratatui::{layout::Rect, widgets::Widget};

use super::{
    TimelineView,
    lane_cells::{EVENT, LATER},
    lane_rendering::{BAR, BAR_LINE, LaneChart, color_signs},
    lanes::{LaneEvent, TimelineLane},
    time_axis::{TimeAxis, TimeWindow, TimeZoom},
    timeline_layout::TimelineLayout,
};
use crate::{
    dataset::{FactData, FactIndex},
    query::{describe::counted, digest::short_citation},
    text::text_width,
    tui::{
        layout::{ViewRects, cells, inner},
        styles::StyleRole,
        views::ViewScope,
        widgets::{BlockList, BlockNote, ItemBlock, PaneFrame, RenderContext, Room},
    },
};

/// The column of texts in the list, after dates and signs.
const TEXT_COLUMN: u16 = 15;
/// The same where there is no room for dates of their own.
const NARROW_TEXT_COLUMN: u16 = 3;
/// The least width at which dates have a column.
const WITH_DATES: u16 = 40;
/// The widest date: `22 Jan 2021`.
const DATE: usize = 11;
/// The columns of the rule and the blanks around the title.
const AROUND_TITLE: usize = 3;
/// The lines that each event has at least: in the narrow list, and in the wide one.
const LINES: usize = 2;
const WIDE_LINES: usize = 3;
const WIDE: u16 = 100;

impl TimelineView {
    pub(super) fn render_timeline(
        &self,
        scope: &ViewScope,
        rects: &ViewRects,
        context: &mut RenderContext,
    ) {
        let Some(lane) = self.selected_lane() else {
            render_empty(scope, rects.main, context);
            return;
        };
        let layout = TimelineLayout::new(rects, self.lanes.len());
        if layout.pane.height > 0 {
            self.render_lanes(scope, &layout, context);
        }
        self.render_list(scope, lane, &layout, context);
    }

    fn render_lanes(
        &self,
        scope: &ViewScope,
        layout: &TimelineLayout,
        context: &mut RenderContext,
    ) {
        let window = self.window();
        let pane = layout.pane;
        let columns = layout.axis.width;
        let chart = LaneChart {
            dataset: scope.dataset,
            lanes: &self.lanes,
            selected: (self.lane, self.event),
            axis: TimeAxis { window, columns },
            is_zoomed: self.zoom != TimeZoom::default(),
            as_of: scope.as_of,
            layout,
            cache: &self.cache,
        };
        let title = self.title(window, pane.width);
        let title_end = pane.x + cells(text_width(&title) + AROUND_TITLE);
        let tag = chart.as_of_tag(title_end);
        let mut legends = legends(scope.as_of.is_some(), context.styles.has_backgrounds());
        if let Some((_, tag)) = &tag {
            let room = usize::from(pane.right() - tag.right());
            legends.retain(|legend| text_width(legend) + AROUND_TITLE <= room);
        }
        PaneFrame {
            title: &title,
            statuses: &legends,
            focused: true,
            styles: context.styles,
        }
        .render(pane, context.buffer);
        color_signs(Rect { height: 1, ..pane }, context);
        if let Some((text, tag)) = tag {
            let columns = usize::from(tag.width);
            context.put_str(tag.x, tag.y, &text, columns, StyleRole::ActiveTab);
        }
        chart.render(context);
    }

    /// Returns the title: the number of events, or the year or month that is shown.
    fn title(&self, window: TimeWindow, width: u16) -> String {
        let time = self.selected_event().map(|event| event.date);
        match (self.zoom, time) {
            (TimeZoom::Year, Some(_)) => format!("Timeline · {}", window.from.round()),
            (TimeZoom::Month, Some(date)) => {
                format!("Timeline · {}", date.month())
            }
            _ => {
                let events = counted(self.count, "event", "events");
                if width < WIDE {
                    format!("Timeline · {events}")
                } else {
                    let (from, to) = (window.from, window.to - 1.0);
                    format!("Timeline · {events}, {from} to {to}")
                }
            }
        }
    }

    fn render_list(
        &self,
        scope: &ViewScope,
        lane: &TimelineLane,
        layout: &TimelineLayout,
        context: &mut RenderContext,
    ) {
        let pane = layout.list;
        let count = lane.events.len();
        let mut statuses = if scope.as_of.is_some() {
            let known = lane.known;
            vec![
                format!("{known} of {count} known by then"),
                format!("{known} of {count}"),
            ]
        } else {
            vec![format!("{} of {count}", self.event + 1)]
        };
        // Lanes hold events only: this says what else there is, and where.
        if let Some(others) = lane.other_facts(scope.snapshot()) {
            let position = statuses.last().map_or("", String::as_str);
            let events = if count == 1 { "event" } else { "events" };
            let others = [
                format!("{position} {events} · {others}: press 1"),
                format!("{position} · {others}: press 1"),
            ];
            statuses.splice(0..0, others);
        }
        PaneFrame {
            title: lane.name(scope.dataset),
            statuses: &statuses,
            focused: layout.pane.height == 0,
            styles: context.styles,
        }
        .render(pane, context.buffer);
        let has_dates = pane.width >= WITH_DATES;
        let is_wide = pane.width >= WIDE;
        let item = |index: usize| {
            let mut block = item_block(scope, lane, index, has_dates);
            if is_wide {
                // While there is room, all events have their sources; the selected one always has.
                let level = usize::from(index != self.event);
                block.notes = sources(scope, &lane.events[index], level);
            }
            block
        };
        let inside = inner(pane);
        let list = BlockList {
            pane: None,
            title: "",
            statuses: &[],
            count,
            selected: self.event,
            marks_selection: true,
            focused: true,
            groups: &[],
            item: &item,
            indent: if has_dates {
                TEXT_COLUMN
            } else {
                NARROW_TEXT_COLUMN
            },
            room: Room::Expand(if is_wide { WIDE_LINES } else { LINES }),
            spaced: is_wide,
            empty: "",
            styles: context.styles,
        };
        list.render_rows(inside, context.buffer, &mut context.state);
        let signs = if has_dates { TEXT_COLUMN - 2 } else { 1 };
        let signs = Rect {
            x: inside.x + signs,
            width: 1,
            ..inside
        };
        color_signs(signs, context);
    }
}

fn render_empty(scope: &ViewScope, pane: Rect, context: &mut RenderContext) {
    let list = BlockList {
        pane: None,
        title: "Timeline",
        statuses: &[],
        count: 0,
        selected: 0,
        marks_selection: true,
        focused: true,
        groups: &[],
        item: &|_| ItemBlock::new(""),
        indent: 1,
        room: Room::Full,
        spaced: false,
        empty: &scope.empty_text("No events are known.", "The timeline shows events."),
        styles: context.styles,
    };
    context.render(list, pane);
}

/// Returns an event for the list. One that became known later says only when.
fn item_block(scope: &ViewScope, lane: &TimelineLane, index: usize, has_dates: bool) -> ItemBlock {
    let event = &lane.events[index];
    let (sign, text, role) = if event.is_known {
        (EVENT, what(scope, event.fact).to_string(), StyleRole::Plain)
    } else {
        (LATER, known_later(scope, event.fact), StyleRole::Dim)
    };
    let (sign, text) = if has_dates {
        (format!("{:>DATE$} {sign}", event.date.short()), text)
    } else {
        (sign.to_string(), format!("{}: {text}", event.date.short()))
    };
    ItemBlock {
        sign: Some((sign.into(), StyleRole::Plain)),
        role,
        ..ItemBlock::new(text)
    }
}

/// Returns the sources of an event, each in a line, unless it became known later.
fn sources(scope: &ViewScope, event: &LaneEvent, level: usize) -> Vec<BlockNote> {
    if !event.is_known {
        return Vec::new();
    }
    let cites = scope.dataset.fact(event.fact).cites();
    let sources = scope.snapshot().known(cites).map(|citation| {
        let source = short_citation(scope.dataset, citation);
        BlockNote::new(source, StyleRole::Dim, level)
    });
    sources.collect()
}

/// Returns what happened.
fn what<'d>(scope: &ViewScope<'d>, event: FactIndex) -> &'d str {
    match scope.dataset.fact(event).body {
        FactData::Event(event) => &event.what,
        other => unreachable!("the timeline holds events, not {other:?}"),
    }
}

fn known_later(scope: &ViewScope, event: FactIndex) -> String {
    let cites = scope.dataset.fact(event).cites();
    format!("Not known yet: published {}", cites.known_from())
}

/// Returns the meanings of the signs, the longest text first.
fn legends(has_date: bool, has_backgrounds: bool) -> Vec<String> {
    let later = if has_date {
        format!("{LATER} known later  ")
    } else {
        String::new()
    };
    let bar = if has_backgrounds { BAR } else { BAR_LINE };
    let rest = format!("{EVENT} event  2 several  · publication");
    vec![
        format!("{later}{rest}  {bar} under way, plan to end of funding"),
        format!("{later}{rest}  {bar} under way"),
        format!("{later}{rest}"),
        format!("{later}{EVENT} event  · publication"),
        format!("{later}{EVENT} event"),
    ]
}
