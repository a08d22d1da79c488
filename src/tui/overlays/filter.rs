//! The list of filters: the values of each condition, with their counts.

use super::overlay_state::{OverlayScope, OverlayState, Response, click_row};
use crate::{
    command::{Command, Mode},
    query::facet_options::{FacetOption, facet_options},
    text::{elide_end, text_width},
    tui::{
        action::AppAction,
        layout::ViewRects,
        mouse_targets::MouseTarget,
        selectable_list::Motion,
        views::ViewScope,
        widgets::{ItemList, ListRow, RenderContext, row_width, visible_window},
    },
};

/// The values to filter by.
#[derive(Debug, Clone)]
pub(crate) struct FilterPicker {
    /// The values, counted when the list opens and when the filter changes.
    options: Vec<FacetOption>,
    selected: usize,
}

impl FilterPicker {
    /// Creates a list of the values in a scope.
    #[must_use]
    pub(crate) fn new(scope: &ViewScope) -> Self {
        Self {
            options: facet_options(scope.snapshot(), &scope.filter),
            selected: 0,
        }
    }
}

impl OverlayState for FilterPicker {
    fn mode(&self) -> Mode {
        Mode::Filter
    }

    fn update(&mut self, scope: &OverlayScope, command: Command) -> Response {
        match command {
            Command::Back => return Response::close(AppAction::None),
            Command::Open => {
                let option = self.options.get(self.selected);
                let action = option
                    .cloned()
                    .map_or(AppAction::None, AppAction::ToggleFilter);
                return Response::stay(action);
            }
            _ => {
                if let Some(motion) = Motion::from_command(command, scope.view.page(false)) {
                    self.selected = motion.apply(self.selected, self.options.len());
                }
            }
        }
        Response::stay(AppAction::None)
    }

    fn refresh(&mut self, scope: &OverlayScope) {
        self.options = facet_options(scope.view.snapshot(), &scope.view.filter);
        self.selected = Motion::By(0).apply(self.selected, self.options.len());
    }

    fn click(&mut self, target: MouseTarget) -> bool {
        click_row(&mut self.selected, target)
    }

    fn render(&self, _: &OverlayScope, rects: &ViewRects, context: &mut RenderContext) {
        let width = row_width(rects.main);
        let count = self.options.len();
        let mut rows = Vec::new();
        let mut condition = None;
        for item in visible_window(self.selected, count, 1, rects.main) {
            let option = &self.options[item];
            if condition != Some(option.condition) {
                condition = Some(option.condition);
                rows.push(ListRow::heading(option.condition.plural().into()));
            }
            let check = if option.chosen { "[x]" } else { "[ ]" };
            let count = format!(" ({})", option.condition.count(option.count));
            let label = format!("{check} {}", option.label);
            let label = elide_end(&label, width.saturating_sub(text_width(&count)));
            rows.push(ListRow::item(item, format!("{label}{count}")));
        }
        let list = ItemList {
            pane: None,
            title: "Filters",
            status: "shows items that match a choice in every group",
            counter: None,
            rows,
            selected: self.selected,
            count,
            focused: true,
            empty: "Nothing to filter by.",
            styles: context.styles,
        };
        context.render(list, rects.main);
    }
}
