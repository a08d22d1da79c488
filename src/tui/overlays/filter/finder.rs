//! The field of the filter's popup: finds a value by what the user types.

use ratatui::layout::Rect;

use super::value_row::ValueRow;
use crate::{
    command::Command,
    query::{facet_options::FacetOption, facet_search::find_options, snapshot::Snapshot},
    tui::{
        mouse_targets::MouseTarget,
        selectable_list::Motion,
        styles::StyleRole,
        widgets::{PopupArea, PopupRows, RenderContext, TextInput, render_field, text_of},
    },
};

/// The least rows of the content with blank rows around the field.
const MIN_HEIGHT_WITH_BLANKS: u16 = 10;

/// The values that are called as typed.
#[derive(Debug, Clone, Default)]
pub(super) struct ValueFinder {
    pub(super) input: TextInput,
    /// The indices of the options that match, the best first.
    matches: Vec<usize>,
    /// The position of the selected one among them.
    selected: usize,
}

/// The values among which the field finds some.
pub(super) struct FoundValues<'v> {
    /// All values.
    pub options: &'v [FacetOption],
    /// True if their numbers are known.
    pub is_counted: bool,
    /// Tells which are switched on.
    pub is_on: &'v dyn Fn(&FacetOption) -> bool,
}

impl ValueFinder {
    /// Creates a field without text: all options match.
    pub(super) fn new(count: usize) -> Self {
        Self {
            matches: (0..count).collect(),
            ..Self::default()
        }
    }

    /// Returns the index of the selected option, if one matches.
    pub(super) fn selected(&self) -> Option<usize> {
        self.matches.get(self.selected).copied()
    }

    /// Returns the indices of the options that match, and the position of the selected one among them.
    pub(super) fn found(&self) -> (&[usize], usize) {
        (&self.matches, self.selected)
    }

    /// Selects the option at a position among those that match.
    pub(super) fn select(&mut self, position: usize) {
        self.selected = position;
    }

    /// Edits the text, or selects another option.
    pub(super) fn update(&mut self, snapshot: Snapshot, options: &[FacetOption], command: Command) {
        if let Some(change) = self.input.update(command) {
            if change.value {
                self.find(snapshot, options);
            }
        } else if let Some(motion) = Motion::from_command(command, 1) {
            self.selected = motion.apply(self.selected, self.matches.len());
        }
    }

    pub(super) fn find(&mut self, snapshot: Snapshot, options: &[FacetOption]) {
        self.selected = 0;
        let typed = self.input.text();
        self.matches = if typed.trim().is_empty() {
            (0..options.len()).collect()
        } else {
            let found = find_options(snapshot, options, typed).into_iter();
            found.map(|found| found.index).collect()
        };
    }

    /// Selects the row that was clicked. Returns whether it was selected already.
    pub(super) fn click(&mut self, target: MouseTarget) -> bool {
        let MouseTarget::Row(row) = target else {
            return false;
        };
        let row = row.min(self.matches.len().saturating_sub(1));
        std::mem::replace(&mut self.selected, row) == row
    }

    /// Returns how many values match.
    pub(super) fn status(&self, options: &[FacetOption]) -> String {
        format!("{} of {} values", self.matches.len(), options.len())
    }

    /// Returns the effect of Enter, in a sentence.
    pub(super) fn sentence(&self, options: &[FacetOption]) -> String {
        match self.selected().and_then(|index| options.get(index)) {
            Some(option) => format!(
                "Enter goes to {}, where Space switches it and Enter shows only it.",
                option.label
            ),
            None => "No value is called so. Shorten the words, or press Esc.".into(),
        }
    }

    /// Renders the field, and the values below it.
    pub(super) fn render(
        &self,
        popup: &PopupArea,
        below: u16,
        values: &FoundValues,
        context: &mut RenderContext,
    ) {
        let FoundValues {
            options,
            is_counted,
            is_on,
        } = *values;
        let blank = u16::from(popup.inner.height >= MIN_HEIGHT_WITH_BLANKS);
        let is_empty = self.matches.is_empty();
        // The cursor stays on the selected value, so that a screen reader reads it as typing narrows the list.
        render_field(&self.input, popup.row(blank), is_empty, context);
        let area = popup.rows(1 + 2 * blank, below);
        if is_empty && below == 0 {
            context.put_wrapped(text_of(area), &self.sentence(options), StyleRole::Dim);
        }
        let rows = PopupRows {
            area,
            count: self.matches.len(),
            selected: self.selected,
            focused: true,
        };
        rows.render(context, |position, row: Rect, role, context| {
            let option = &options[self.matches[position]];
            let condition = option.condition;
            let name = condition.singular();
            let value = ValueRow {
                option,
                is_on: is_on(option),
                is_empty: is_counted && option.count == 0,
                count: &if is_counted {
                    format!("{name}, {}", condition.count(option.count))
                } else {
                    name.to_string()
                },
            };
            value.render(row, role, context);
        });
    }
}
