//! The filter in screen-reader mode: each value says if it is chosen.

use super::{FilterPicker, finder::ValueFinder};
use crate::{
    query::{
        describe::counted,
        facet_options::{FacetOption, toggle},
        snapshot::Snapshot,
    },
    tui::{overlays::overlay_state::OverlayScope, speech::SpokenPage},
};

impl FilterPicker {
    pub(super) fn page<'p>(&'p self, _: OverlayScope<'p>) -> SpokenPage<'p> {
        if let Some(finder) = &self.finder {
            return self.found_page(finder);
        }
        self.values_page()
    }

    /// Returns all values.
    pub(crate) fn values_page(&self) -> SpokenPage<'_> {
        let title = "Filter. Space chooses, Enter shows what is chosen, slash finds a value";
        SpokenPage::list(title, self.options.len(), self.selected, move |index| {
            sentence(&self.options[index])
        })
        .or_empty("There is nothing to filter by.")
    }

    /// Returns the values that were found by typing.
    fn found_page<'p>(&'p self, finder: &'p ValueFinder) -> SpokenPage<'p> {
        let (found, selected) = finder.found();
        let title = counted(found.len(), "value", "values");
        SpokenPage::list(title, found.len(), selected, move |index| {
            sentence(&self.options[found[index]])
        })
        .with_field(
            "Value",
            "Type a theme, a region, a partner or a kind and press Enter",
            &finder.input,
        )
        .or_empty("No value has this name.")
    }

    /// Selects a value, or one of those that were found.
    pub(super) fn select_spoken_row(&mut self, index: usize) {
        if let Some(finder) = &mut self.finder {
            finder.select(index);
        } else {
            (self.selected, self.has_moved) = (index, true);
        }
    }

    /// Adds the selected value to those that are shown, or takes it back. The other rows stay as they are, so that only this
    /// one is spoken.
    pub(super) fn choose_another(&mut self, snapshot: Snapshot) {
        let Some(option) = self.options.get_mut(self.selected) else {
            return;
        };
        toggle(&mut self.request.filter, option);
        option.chosen = !option.chosen;
        self.describe(snapshot);
    }
}

fn sentence(option: &FacetOption) -> String {
    let chosen = if option.chosen { ", chosen" } else { "" };
    format!("{}: {}{chosen}", option.condition.plural(), option.name())
}
