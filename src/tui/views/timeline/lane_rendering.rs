//! Rendering of the lanes: the axis, and the marks of each lane.

use ratatui::{
    layout::Rect,
    style::{Modifier, Style},
};

use super::{
    lane_cells::{EVENT, LATER, LaneCache, LaneCell, PUBLICATION},
    lanes::TimelineLane,
    time_axis::{AxisTick, TimeAxis},
    timeline_layout::TimelineLayout,
};
use crate::{
    dataset::{Dataset, PartialDate},
    query::fact_group::FactGroup,
    text::{elide_end, text_width},
    tui::{
        layout::cells, mouse_targets::MouseTarget, styles::StyleRole, symbols,
        views::row_marks::restyle_symbols, widgets::RenderContext,
    },
};

/// The time of a plan in the legend.
pub(super) const BAR: &str = "█";
/// The time of a plan without backgrounds, in the lanes and in the legend.
pub(super) const BAR_LINE: &str = "─";

/// The lanes of a timeline, to be rendered.
pub(super) struct LaneChart<'a> {
    pub(super) dataset: &'a Dataset,
    pub(super) lanes: &'a [TimelineLane],
    /// The index of the selected lane, and that of its selected event.
    pub(super) selected: (usize, usize),
    pub(super) axis: TimeAxis,
    /// True if the axis shows a part of the time only.
    pub(super) is_zoomed: bool,
    /// The date that is shown.
    pub(super) as_of: Option<PartialDate>,
    pub(super) layout: &'a TimelineLayout,
    pub(super) cache: &'a LaneCache,
}

/// A row of a lane.
struct LaneRow<'a> {
    lane: &'a TimelineLane,
    y: u16,
    /// The index of the selected event, in the selected lane.
    selected_event: Option<usize>,
    /// The columns of the lines of the axis.
    grid: &'a [u16],
}

impl LaneChart<'_> {
    pub(super) fn render(&self, context: &mut RenderContext) {
        let ticks = self.axis.ticks();
        self.render_axis(&ticks, context);
        let grid: Vec<u16> = ticks.iter().map(|tick| tick.column).collect();
        let (selected, event) = self.selected;
        let first = self.layout.first_lane(selected, self.lanes.len());
        let lanes = self.layout.lanes;
        for (y, index) in (lanes.top()..lanes.bottom()).zip(first..self.lanes.len()) {
            let row = LaneRow {
                lane: &self.lanes[index],
                y,
                selected_event: (index == selected).then_some(event),
                grid: &grid,
            };
            let target = Rect {
                y,
                height: 1,
                ..lanes
            };
            context.add_target(target, MouseTarget::Heading(index));
            self.render_lane(&row, index, context);
        }
    }

    /// Returns the column of the date that is shown: its last day.
    fn as_of_column(&self) -> Option<u16> {
        let date = self.as_of?;
        self.axis.column(date.last_day().years())
    }

    /// Renders the years.
    fn render_axis(&self, ticks: &[AxisTick], context: &mut RenderContext) {
        let row = Rect {
            height: 1,
            ..self.layout.axis
        };
        for tick in ticks {
            let Some(label) = &tick.label else { continue };
            let x = row.x + tick.column;
            context.put_str(x, row.y, label, text_width(label), StyleRole::Dim);
        }
        if self.layout.has_counts {
            let x = row.right() + 3;
            context.put_symbol(x, row.y, EVENT, StyleRole::Kind(FactGroup::Event));
        }
    }

    /// Returns the date that is shown and its area on the rule of the title, around its column or on its right: the years
    /// below stay. Nothing if it has no room between `left` and the end of the pane.
    pub(super) fn as_of_tag(&self, left: u16) -> Option<(String, Rect)> {
        let column = self.as_of_column()?;
        let text = match self.as_of? {
            date @ PartialDate::Day(_) => format!(" {date} "),
            date => format!(" end of {date} "),
        };
        let width = cells(text_width(&text));
        let pane = self.layout.pane;
        let last = pane.right().checked_sub(width)?;
        let x = (self.layout.axis.x + column)
            .saturating_sub(width / 2)
            .min(last)
            .max(left);
        let area = Rect::new(x, pane.y, width, 1);
        (x <= last).then_some((text, area))
    }

    fn render_lane(&self, row: &LaneRow, index: usize, context: &mut RenderContext) {
        let layout = self.layout;
        let is_selected = row.selected_event.is_some();
        let has_backgrounds = context.styles.has_backgrounds();
        let whole = Rect {
            y: row.y,
            height: 1,
            ..layout.lanes
        };
        if is_selected && has_backgrounds {
            context.set_style(whole, StyleRole::SelectedRow);
        }
        self.render_name(row, context);
        let marks = self.cache.cells(index, row.lane, self.axis);
        let bar = row.lane.under_way.map_or(0..0, |time| self.axis.span(time));
        let as_of = self.as_of_column();
        let mut after_digit = false;
        for (column, cell) in (0..self.axis.columns).zip(marks.iter()) {
            // Two digits in a row would read as one number.
            let has_digit = cell.events > 1 && !after_digit;
            after_digit = has_digit;
            let x = layout.axis.x + column;
            let is_under_way = bar.contains(&column);
            if is_under_way && has_backgrounds {
                let role = if is_selected {
                    StyleRole::PlanBar
                } else {
                    StyleRole::OtherPlanBar
                };
                context.set_style(Rect::new(x, row.y, 1, 1), role);
            }
            let (symbol, role) = match cell {
                cell if cell.events > 0 => (cell.sign(has_digit), event_role(cell)),
                cell if cell.has_publication => (PUBLICATION, StyleRole::Dim),
                _ if as_of == Some(column) => ("┊", StyleRole::Accent),
                _ if row.grid.contains(&column) => ("│", StyleRole::Line),
                // Without backgrounds, a line shows the time of the plan.
                _ if is_under_way && !has_backgrounds => (BAR_LINE, StyleRole::Line),
                _ => continue,
            };
            context.put_symbol(x, row.y, symbol, role);
            if cell.events > 0 {
                let target = MouseTarget::Cell(index, cell.first);
                context.add_target(Rect::new(x, row.y, 1, 1), target);
            }
        }
        if let Some(column) = row
            .selected_event
            .and_then(|event| self.event_column(row.lane, event))
        {
            // The mark keeps its sign.
            let style = Style::reset().patch(context.styles.style(StyleRole::ActiveTab));
            context.buffer[(layout.axis.x + column, row.y)].set_style(style);
        }
        let shown = if self.is_zoomed {
            marks.iter().map(|cell| cell.events).sum()
        } else {
            row.lane.events.len()
        };
        self.render_count(row, shown, context);
    }

    fn event_column(&self, lane: &TimelineLane, event: usize) -> Option<u16> {
        self.axis.column(lane.events.get(event)?.time)
    }

    fn render_name(&self, row: &LaneRow, context: &mut RenderContext) {
        let columns = usize::from(self.layout.names);
        let name = row.lane.name(self.dataset);
        let name = if text_width(name) > columns {
            row.lane.short_name(self.dataset)
        } else {
            name
        };
        let role = if row.selected_event.is_some() {
            StyleRole::SelectedText
        } else {
            StyleRole::Plain
        };
        let x = self.layout.lanes.x;
        let end = context.put_str(x + 1, row.y, &elide_end(name, columns), columns, role);
        if row.selected_event.is_some() {
            context.put_symbol(x, row.y, symbols::BAR, StyleRole::SelectedBar);
            if !context.styles.has_backgrounds() {
                let name = Rect::new(x, row.y, end - x, 1);
                context.buffer.set_style(name, Modifier::REVERSED);
            }
        }
    }

    /// Renders the number of events that the axis shows.
    fn render_count(&self, row: &LaneRow, shown: usize, context: &mut RenderContext) {
        if !self.layout.has_counts {
            return;
        }
        let count = shown.to_string();
        let role = if row.selected_event.is_some() {
            StyleRole::SelectedText
        } else {
            StyleRole::Dim
        };
        let end = self.layout.axis.right() + 4;
        let width = text_width(&count);
        let x = end.saturating_sub(cells(width));
        context.put_str(x, row.y, &count, width, role);
    }
}

fn event_role(cell: &LaneCell) -> StyleRole {
    if cell.known == 0 {
        StyleRole::Dim
    } else {
        StyleRole::Kind(FactGroup::Event)
    }
}

/// Colours the signs in a row, whatever text they are in: the legend, and the list of events.
pub(super) fn color_signs(area: Rect, context: &mut RenderContext) {
    let event = context.styles.style(StyleRole::Kind(FactGroup::Event));
    let later = context.styles.style(StyleRole::Dim);
    let plan_bar = context.styles.style(StyleRole::PlanBar).bg;
    let style_of = |symbol: &str| match symbol {
        EVENT => Some(event),
        LATER => Some(later),
        BAR => Some(Style {
            fg: plan_bar,
            ..Style::new()
        }),
        _ => None,
    };
    restyle_symbols(area, style_of, context);
}
