//! The matrix in screen-reader mode: the areas in one theme.

use super::MatrixView;
use crate::{
    query::{describe::counted, sentence::cell_sentence},
    tui::{speech::SpokenPage, views::scope::ViewScope},
};

impl MatrixView {
    pub(super) fn spoken_theme<'p>(&'p self, scope: &'p ViewScope) -> SpokenPage<'p> {
        let snapshot = scope.snapshot();
        let empty = scope.empty_message("There are no areas or no themes.");
        let Some(theme) = self
            .themes
            .selected()
            .filter(|_| !self.areas.items().is_empty())
        else {
            return SpokenPage::list("Matrix", 0, 0, |_| String::new()).or_empty(empty);
        };
        let name = &scope.dataset.theme(theme).name;
        let areas = self.areas.items();
        let has = counted(self.areas_with(theme), "area has", "areas have");
        let title = format!("Matrix, {name}: {has} priorities");
        SpokenPage::list(title, areas.len() + 1, self.row(), move |row| {
            match row.checked_sub(1).and_then(|row| areas.get(row)) {
                Some(&area) => {
                    let cell = self.cell(area, theme);
                    cell_sentence(snapshot, area, theme, cell, self.is_known(area))
                }
                None => format!("The theme {name}"),
            }
        })
    }
}
