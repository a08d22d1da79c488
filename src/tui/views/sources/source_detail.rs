//! The pane with the facts about the selected publication.

use ratatui::{layout::Rect, widgets::Widget};

use super::{CitationNumbers, SourcesView, publication_list::type_word};
use crate::{
    dataset::SourceIndex,
    query::describe::{counted, published},
    text::text_width,
    tui::{
        layout::inner,
        styles::StyleRole,
        views::{ViewScope, fitted_text::FittedText},
        widgets::{PaneFrame, RenderContext},
    },
};

/// The columns of a title rule that are not the title's.
const AROUND_TITLE: usize = 4;
/// The columns of the labels.
const LABELS: usize = 11;
/// The most areas that are named; further ones are counted.
const MAX_AREAS: usize = 12;

impl SourcesView {
    pub(super) fn render_source(
        &self,
        scope: &ViewScope,
        index: SourceIndex,
        pane: Rect,
        context: &mut RenderContext,
    ) {
        let source = scope.dataset.source(index);
        let status = source.source_type.map_or("", type_word).to_string();
        // The title of the pane has one row. A longer one is the first text, as in other panes.
        let is_title_long = text_width(&source.title) + AROUND_TITLE > usize::from(pane.width);
        PaneFrame {
            title: if is_title_long {
                "Publication"
            } else {
                &source.title
            },
            statuses: &[status],
            focused: false,
            styles: context.styles,
        }
        .render(pane, context.buffer);
        let below = inner(pane);
        let mut text = FittedText::new(below.width, context.styles).with_labels(LABELS);
        if is_title_long {
            text.paragraph(&source.title, StyleRole::Emphasis);
            text.part();
        }
        let author = source
            .author
            .as_ref()
            .map_or(String::new(), |author| format!(", by {author}"));
        text.field(
            "Published",
            &format!("{}, {}{author}", published(source), source.publisher),
        );
        let counted = self.numbers.as_ref();
        let numbers = counted.and_then(|counted| counted.get(&index));
        text.part();
        text.field(
            "Cited by",
            &match numbers {
                Some(numbers) => cited_by_words(numbers),
                None if counted.is_none() => "not counted yet".into(),
                None => "nothing".into(),
            },
        );
        if let Some(numbers) = numbers.filter(|numbers| !numbers.areas.is_empty()) {
            text.part();
            text.field("Areas", &area_words(scope, numbers));
        }
        text.part();
        let address = source
            .address
            .as_ref()
            .map_or("not known", |address| address.as_str());
        text.field("Address", address);
        for (label, value) in [
            ("Note", source.note.as_ref().map(ToString::to_string)),
            ("ISBN", source.isbn.as_ref().map(ToString::to_string)),
            ("Pages", source.pages.map(|pages| pages.to_string())),
        ] {
            if let Some(value) = value {
                text.part();
                text.field(label, &value);
            }
        }
        text.render(below, context);
    }
}

/// Returns the kinds of citing items: `47 facts: 22 notes, 16 priorities`.
fn cited_by_words(numbers: &CitationNumbers) -> String {
    let count = counted(numbers.kinds.total(), "fact", "facts");
    let kinds = numbers.kinds.words();
    if kinds.is_empty() {
        "nothing".into()
    } else {
        format!("{count}: {}", kinds.join(", "))
    }
}

/// Returns the areas of citing items, those with the most first: `The programme 22 facts, Norwich 1 fact`.
fn area_words(scope: &ViewScope, numbers: &CitationNumbers) -> String {
    let areas = &numbers.areas;
    let more = areas.len().saturating_sub(MAX_AREAS);
    let named = areas.iter().take(MAX_AREAS).map(|(area, count)| {
        let name = area.map_or("The programme", |area| &scope.dataset.area(area).name);
        // Blanks that do not end a line keep a number with its name.
        let count = counted(*count, "fact", "facts").replace(' ', "\u{a0}");
        format!("{name}\u{a0}{count}")
    });
    let named: Vec<String> = named.collect();
    match more {
        0 => named.join(", "),
        more => format!("{} and {more} more", named.join(", ")),
    }
}
