//! The sources: publications by date, and the priorities and facts that cite the open one.

use std::collections::HashMap;

use super::{
    detail,
    item_line::line_of,
    scope::ViewScope,
    view_state::{ViewState, click_row},
};
use crate::{
    command::Command,
    dataset::{Item, ItemIndex, SourceIndex},
    query::{
        describe::name_of,
        sources::{cited_by, publications},
    },
    text::wrap_lines,
    tui::{
        action::AppAction,
        history::Location,
        layout::ViewRects,
        mouse_targets::MouseTarget,
        selectable_list::{Motion, SelectableList},
        widgets::{ItemList, ListRow, RenderContext, row_width, visible_window},
    },
};

/// The indentation of what cites a publication.
const INDENT: &str = "    ";

/// The selected publication, and the open one.
#[derive(Debug, Clone, Default)]
pub(crate) struct SourcesView {
    /// The publications, and below the open one what cites it.
    pub rows: SelectableList<ItemIndex>,
    open: Option<SourceIndex>,
    /// The number of priorities and facts that cite each publication.
    citation_counts: HashMap<SourceIndex, usize>,
}

impl SourcesView {
    /// Opens the selected publication, or closes it if it is open. What cites a publication opens elsewhere.
    fn open_selected(&mut self, scope: &ViewScope) -> AppAction {
        match self.rows.selected() {
            Some(ItemIndex::Source(source)) => {
                let is_open = self.open == Some(source);
                self.open = Some(source).filter(|_| !is_open);
                self.refresh(scope);
                AppAction::None
            }
            Some(item) => AppAction::OpenItem(item),
            None => AppAction::None,
        }
    }

    /// Closes the open publication and selects it, or leaves the view if none is open.
    fn close(&mut self, scope: &ViewScope) -> AppAction {
        let Some(open) = self.open.take() else {
            return AppAction::LeaveView;
        };
        self.rows
            .select_item(|&item| item == ItemIndex::Source(open));
        self.refresh(scope);
        AppAction::None
    }

    /// Returns the text of a row and its indentation.
    fn row(&self, scope: &ViewScope, item: ItemIndex) -> (String, &'static str) {
        if let (Item::Source(source), ItemIndex::Source(index)) = (scope.dataset.item(item), item) {
            let count = self.citation_counts.get(&index).copied().unwrap_or(0);
            let (date, title, publisher) = (source.published, &source.title, &source.publisher);
            return (format!("{date}: {title}, {publisher} ({count})"), "");
        }
        (line_of(scope.snapshot(), item), INDENT)
    }

    /// Returns the position of the selected publication, or of the open one while what cites it is selected.
    fn counter(&self) -> String {
        let (items, selected) = (self.rows.items(), self.rows.selected_index());
        let position = match self.open {
            Some(_) => items
                .iter()
                .take(selected + 1)
                .filter(|item| matches!(item, ItemIndex::Source(_)))
                .count(),
            None => selected + 1,
        };
        format!("{position} of {}", self.citation_counts.len())
    }
}

impl ViewState for SourcesView {
    fn refresh(&mut self, scope: &ViewScope) {
        let (snapshot, filter) = (scope.snapshot(), &scope.filter);
        let mut rows = Vec::new();
        self.citation_counts.clear();
        for publication in publications(snapshot, filter) {
            let source = publication.index;
            self.citation_counts
                .insert(source, publication.citation_count);
            rows.push(ItemIndex::Source(source));
            if self.open == Some(source) {
                rows.extend(cited_by(snapshot, filter, source));
            }
        }
        self.rows.set_items(rows);
    }

    fn update(&mut self, scope: &ViewScope, command: Command) -> AppAction {
        match command {
            Command::Open => return self.open_selected(scope),
            Command::Back => return self.close(scope),
            _ => {
                if let Some(motion) = Motion::from_command(command, scope.page(true)) {
                    self.rows.move_by(motion);
                }
            }
        }
        AppAction::None
    }

    fn is_empty(&self) -> bool {
        self.rows.items().is_empty()
    }

    fn selected_item(&self) -> ItemIndex {
        self.rows.selected().unwrap_or(ItemIndex::Programme)
    }

    fn select_item(&mut self, _: &ViewScope, item: ItemIndex) -> bool {
        self.rows.select_item(|&other| other == item)
    }

    fn context(&self) -> Option<ItemIndex> {
        let is_publication = matches!(self.rows.selected(), Some(ItemIndex::Source(_)) | None);
        let open = self.open.filter(|_| !is_publication);
        open.map(ItemIndex::Source)
    }

    fn restore(&mut self, scope: &ViewScope, location: &Location) -> bool {
        if let Some(ItemIndex::Source(source)) = location.context {
            self.open = Some(source);
            self.refresh(scope);
        }
        self.select_item(scope, location.item)
    }

    fn selected_index(&self) -> Option<usize> {
        Some(self.rows.selected_index())
    }

    fn names(&self, scope: &ViewScope) -> Vec<String> {
        let rows = self.rows.items().iter();
        rows.map(|&item| name_of(scope.snapshot(), item).into())
            .collect()
    }

    fn select_index(&mut self, _: &ViewScope, index: usize) {
        self.rows.select(index);
    }

    fn click(&mut self, _: &ViewScope, target: MouseTarget) -> bool {
        click_row(&mut self.rows, target)
    }

    fn render(&self, scope: &ViewScope, rects: &ViewRects, context: &mut RenderContext) {
        let (items, selected) = (self.rows.items(), self.rows.selected_index());
        let mut rows = Vec::new();
        for item in visible_window(selected, items.len(), 1, rects.main) {
            let (text, indent) = self.row(scope, items[item]);
            let width = row_width(rects.main).saturating_sub(2 + indent.len());
            let lines = wrap_lines(&text, width, 2);
            rows.extend(lines.into_iter().enumerate().map(|(line, text)| {
                let hanging = if line == 0 { "" } else { "  " };
                ListRow::item(item, format!("{indent}{hanging}{text}"))
            }));
        }
        let list = ItemList {
            pane: None,
            title: "Publications, and how many facts cite each",
            status: "",
            counter: Some(self.counter()).filter(|_| !items.is_empty()),
            rows,
            selected,
            count: items.len(),
            focused: true,
            empty: scope.empty_message("No publications are known."),
            styles: context.styles,
        };
        context.render(list, rects.main);
        if let Some(area) = rects.detail.filter(|_| !self.is_empty()) {
            detail::render(scope, self.selected_item(), area, context);
        }
    }
}
