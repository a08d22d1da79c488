//! The detail of a row: the whole text with its sum, and its sources.

use ratatui::{layout::Rect, widgets::Widget};

use super::view::TableView;
use crate::{
    dataset::{Fact, FactData, FactIndex, ItemIndex},
    query::{
        describe::{context_of, contradiction, remarks},
        digest::short_citation,
        fact_group::FactGroup,
        table::fact_text,
    },
    text::{grouped, text_width, wrap_words},
    tui::{
        layout::cells,
        styles::StyleRole,
        symbols::shown_text,
        views::{detail::fitting_title, filter_line::highlight, room::share, scope::ViewScope},
        widgets::{PaneFrame, RenderContext},
    },
};

impl TableView {
    /// Renders the detail. If not all of it fits, the longest part is shortened, and the last sources go.
    pub(super) fn render_detail(
        &self,
        scope: &ViewScope,
        index: FactIndex,
        pane: Rect,
        context: &mut RenderContext,
    ) {
        let snapshot = scope.snapshot();
        let fact = scope.dataset.fact(index);
        let item = ItemIndex::Fact(index);
        let context_words = context_of(snapshot, item);
        let position = format!(
            "{} of {}",
            grouped(self.selected + 1),
            grouped(self.facts().len())
        );
        PaneFrame {
            title: &fitting_title(scope, item, &context_words, pane),
            statuses: &[format!("{}  {position}", fact.reference()), position],
            focused: false,
            styles: context.styles,
        }
        .render(pane, context.buffer);
        let width = usize::from(pane.width).saturating_sub(2);
        let ascii = context.styles.ascii;
        let (sum, text) = (sum_words(fact), whole_text(fact));
        let sum = shown_text(&sum, ascii);
        let text = if sum.is_empty() {
            text
        } else {
            format!("{sum}  {text}")
        };
        let sources = snapshot.known(fact.cites()).enumerate();
        let sources = sources.map(|(number, citation)| {
            format!(
                "[{}] {}",
                number + 1,
                short_citation(scope.dataset, citation)
            )
        });
        let remarks = remarks(scope.dataset, item).into_iter();
        let remarks = remarks.map(|(label, text)| format!("{label}: {text}"));
        let others = snapshot.contradictions(item);
        let others = others.map(|other| format!("But: {}", contradiction(snapshot, other)));
        let parts = std::iter::once(text)
            .chain(remarks)
            .chain(others)
            .chain(sources);
        let parts: Vec<String> = parts
            .map(|part| shown_text(&part, ascii).into_owned())
            .collect();
        let height = usize::from(pane.height.saturating_sub(1));
        let wanted: Vec<usize> = parts
            .iter()
            .map(|part| wrap_words(part, width, height).len())
            .collect();
        let filter = self.words.row_filter();
        let mut y = pane.y + 1;
        for (number, (part, given)) in parts.iter().zip(share(&wanted, 1, height)).enumerate() {
            let role = if number == 0 {
                StyleRole::Plain
            } else {
                StyleRole::Dim
            };
            for line in wrap_words(part, width, given) {
                context.put_str(pane.x + 1, y, &line, width, role);
                highlight(&filter, &line, pane.x + 1, y, context);
                y += 1;
            }
        }
        if !sum.is_empty() {
            let area = Rect {
                x: pane.x + 1,
                y: pane.y + 1,
                width: cells(text_width(&sum)).min(pane.width.saturating_sub(1)),
                height: 1,
            };
            context.set_style(area, StyleRole::Kind(FactGroup::Money));
        }
    }
}

/// Returns the sum of a fact in full, with its limit: `up to £42,000,000 a year`. Empty if it has none.
fn sum_words(fact: Fact) -> String {
    let Some(amount) = fact.amount() else {
        return String::new();
    };
    let yearly = if amount.every_year { " a year" } else { "" };
    format!("{}{yearly}", amount.in_full())
}

/// Returns the text of a fact, with the date of an event.
fn whole_text(fact: Fact) -> String {
    match fact.body {
        FactData::Event(_) => fact.headline().into_owned(),
        _ => fact_text(fact).into_owned(),
    }
}
