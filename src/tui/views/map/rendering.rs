//! Rendering of the map view: the map with its title and legend, and the facts.

use ratatui::{
    layout::{Position, Rect},
    widgets::Widget,
};

use super::{
    MapView,
    area_facts::AreaFacts,
    canvas_rendering::{MapCanvas, mark_role},
    ground_styles::GroundStyles,
    label_text::LabelText,
    layer::Layer,
    layer_values::{LegendEntry, LegendSign},
    map_layout::MapLayout,
};
use crate::{
    dataset::AreaIndex,
    text::text_width,
    tui::{
        layout::{ViewRects, inner},
        styles::{StyleRole, Styles},
        views::{ViewScope, ViewState},
        widgets::{PaneFrame, RenderContext},
    },
};

/// The columns between two entries of the legend, if there is room, and if there is not.
const GAPS: [u16; 2] = [2, 1];
/// The columns of the rule and the blanks around the title and the status of a pane.
const AROUND_TITLES: usize = 6;

impl MapView {
    pub(super) fn render_map(
        &self,
        scope: &ViewScope,
        rects: &ViewRects,
        context: &mut RenderContext,
    ) {
        let layout = MapLayout::new(rects, scope.zoomed);
        let is_empty = self.is_empty();
        let pane = if is_empty { rects.main } else { layout.pane };
        let statuses = self.statuses(scope, layout.facts.is_some());
        PaneFrame {
            title: &self.title(&statuses, pane.width),
            statuses: &statuses,
            focused: true,
            styles: context.styles,
        }
        .render(pane, context.buffer);
        if is_empty {
            let message = match self.unplaced {
                0 => scope.empty_message("There are no areas."),
                _ => NO_POSITION,
            };
            render_message(message, inner(pane), context);
            return;
        }
        self.render_canvas(&layout, context);
        if let Some(legend) = layout.legend {
            self.render_legend(legend, context);
        }
        if let (Some(area), Some(pane)) = (self.areas.selected(), layout.facts) {
            self.render_facts(scope, area, pane, layout.is_beside, context);
        }
    }

    /// Returns the title for a pane of some width. It is short if the part of the country would have no room beside it.
    fn title(&self, statuses: &[String], width: u16) -> String {
        if self.is_empty() {
            return "Map".into();
        }
        let title = |layer: &str| format!("Map · {layer}");
        let full = title(&self.values.title);
        let part = statuses.last().map_or(0, |part| text_width(part));
        if text_width(&full) + part + AROUND_TITLES > usize::from(width) {
            title(&self.values.short_title)
        } else {
            full
        }
    }

    /// Returns the texts for the right of the title: the part of the country, and the number of areas that are on no part;
    /// without the facts, the selected area, whose label may have no place.
    fn statuses(&self, scope: &ViewScope, has_facts: bool) -> Vec<String> {
        if self.is_empty() {
            return Vec::new();
        }
        let centre = self
            .zoom
            .centre()
            .and_then(|area| self.areas.items().get(area));
        let centre = centre.map(|&area| scope.dataset.area(area));
        let name = centre.map_or("", |area| &area.name);
        let part = self.zoom.title(&self.marked, name);
        let short_name = centre.map_or("", |area| area.short_name());
        let short = self.zoom.short_title(&self.marked, short_name);
        if let Some(area) = self.areas.selected().filter(|_| !has_facts) {
            let name = &scope.dataset.area(area).name;
            return vec![format!("{name} · {part}"), name.to_string(), part, short];
        }
        match self.unplaced {
            0 => vec![part, short],
            unplaced => vec![
                format!("{unplaced} without a position · {part}"),
                part,
                short,
            ],
        }
    }

    fn render_canvas(&self, layout: &MapLayout, context: &mut RenderContext) {
        let area = layout.canvas;
        let surface = self.cache.surface(
            area.as_size(),
            self.zoom.extent(&self.marked),
            self.zoom.label_columns(area.width),
            &self.marked,
        );
        if !surface.has_marks() {
            render_message(NO_POSITION, area, context);
            return;
        }
        let ascii = context.styles.ascii;
        let labels = self
            .cache
            .labels(&surface, ascii, || self.label_texts(ascii));
        let selected = self.areas.selected_index();
        let is_accented = self.layer == Layer::Plans;
        let roles = self.values.areas.iter().enumerate();
        let roles = roles.map(|(area, value)| mark_role(value, area == selected && is_accented));
        context.set_cursor(area.as_position());
        MapCanvas {
            surface: &surface,
            labels: &labels,
            values: &self.values.areas,
            styles: GroundStyles::new(context.styles, self.fill, roles.collect()),
            selected,
            is_accented,
            area,
        }
        .render(context);
    }

    /// Returns the texts of all labels.
    fn label_texts(&self, ascii: bool) -> Vec<LabelText> {
        let values = self.values.areas.iter();
        self.names
            .iter()
            .zip(values)
            .map(|((name, short), value)| LabelText {
                name: name.clone(),
                short: short.clone(),
                value: value.label.text(ascii),
            })
            .collect()
    }

    /// Renders the signs and their meanings, in the longest form that there is room for. A scale has all of its classes or
    /// none: what is missing could not be told from what does not exist.
    fn render_legend(&self, row: Rect, context: &mut RenderContext) {
        let ascii = context.styles.ascii;
        let mut legend = self.legend(context.styles);
        let room = usize::from(row.width.saturating_sub(1));
        let forms = [(false, GAPS[0]), (true, GAPS[0]), (true, GAPS[1])];
        let fits =
            |&(is_short, gap): &(bool, u16)| legend_width(&legend, is_short, gap, ascii) <= room;
        let form = forms.into_iter().find(fits);
        if form.is_none() && has_classes(&legend) {
            legend.retain(|entry| entry.sign != LegendSign::Mark(true));
        }
        let (is_short, gap) = form.unwrap_or((true, GAPS[1]));
        let mut x = row.x + 1;
        for entry in legend {
            let sign = entry.sign.text(ascii);
            let words = entry.words(is_short, ascii);
            let width = text_width(sign) + 1 + text_width(&words);
            if usize::from(x) + width > usize::from(row.right()) {
                break;
            }
            let words_x = context.put_str(x, row.y, sign, width, entry.role) + 1;
            x = context.put_str(words_x, row.y, &words, width, StyleRole::Dim) + gap;
        }
    }

    /// Returns the legend, without entries that only a colour would tell apart on a terminal without it.
    fn legend(&self, styles: Styles) -> Vec<LegendEntry> {
        let mut legend = self.values.legend.clone();
        let has_color = |role| styles.color(role).is_some();
        if has_classes(&legend) {
            legend.retain(|entry| entry.sign != LegendSign::Mark(true) || has_color(entry.role));
        }
        // In the other layers, and without colours, the label shows the selection.
        if self.layer == Layer::Plans && (styles.ascii || has_color(StyleRole::Accent)) {
            let words = "selected".into();
            legend.push(LegendEntry::new(
                LegendSign::Selected,
                StyleRole::Accent,
                words,
            ));
        }
        legend
    }

    fn render_facts(
        &self,
        scope: &ViewScope,
        area: AreaIndex,
        pane: Rect,
        is_beside: bool,
        context: &mut RenderContext,
    ) {
        let dataset = scope.dataset;
        let region = dataset.area(area).region.as_deref().unwrap_or_default();
        PaneFrame {
            title: &dataset.area(area).name,
            statuses: &[region.to_string()],
            focused: false,
            styles: context.styles,
        }
        .render(pane, context.buffer);
        let inside = inner(pane);
        // A blank on both sides.
        let columns = usize::from(inside.width).saturating_sub(2);
        let selected = self.values.areas.get(self.areas.selected_index());
        let facts = AreaFacts {
            snapshot: scope.snapshot(),
            area,
            layer: self.layer,
            sum: selected.and_then(|value| value.sum),
            known: self.known,
            columns,
            styles: context.styles,
        };
        let lines = if is_beside {
            facts.lines(usize::from(inside.height))
        } else {
            facts.summary()
        };
        for (y, line) in (inside.y..inside.bottom()).zip(lines) {
            let mut x = inside.x + 1;
            for span in line.spans {
                let room = usize::from((inside.right() - 1).saturating_sub(x));
                x = context.put_styled(x, y, &span.content, room, span.style);
            }
        }
    }
}

/// Returns true if a legend is a scale: only colours tell its classes apart.
fn has_classes(legend: &[LegendEntry]) -> bool {
    let mut classes = legend
        .iter()
        .filter(|entry| entry.sign == LegendSign::Mark(true));
    classes.nth(1).is_some()
}

/// Returns the columns of a legend, with a gap between its entries.
fn legend_width(legend: &[LegendEntry], is_short: bool, gap: u16, ascii: bool) -> usize {
    let widths = legend.iter().map(|entry| {
        let words = entry.words(is_short, ascii);
        text_width(entry.sign.text(ascii)) + 1 + text_width(&words)
    });
    let gaps = legend.len().saturating_sub(1) * usize::from(gap);
    widths.sum::<usize>() + gaps
}

const NO_POSITION: &str = "No area has a position here.";

/// Renders a message in place of the map, with the cursor at its start.
fn render_message(message: &str, area: Rect, context: &mut RenderContext) {
    context.put_message(area, message);
    context.set_cursor(Position::new(area.x, area.y));
}
