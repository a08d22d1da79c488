//! A page: the list or text of a view or a popup in screen-reader mode.

use super::{
    characters::speakable,
    rows::{with_position, wrapped},
};
use crate::tui::widgets::TextInput;

/// A list or a text, with a field above it if something can be typed.
pub(crate) struct SpokenPage<'p> {
    /// Title of the list: `Areas`.
    pub title: String,
    /// Remark on the list, after its title.
    pub remark: Option<String>,
    /// The field for what is typed.
    pub field: Option<SpokenField<'p>>,
    /// The list or the text.
    pub rows: SpokenRows<'p>,
    /// Sentence for a list without rows.
    pub empty: String,
}

/// A field for text.
pub(crate) struct SpokenField<'p> {
    /// Name of the field: `Name`.
    pub label: &'static str,
    /// The title while words are typed, which says what to do.
    pub advice: &'static str,
    /// Text that was typed.
    pub input: &'p TextInput,
}

/// The rows of a page.
pub(crate) enum SpokenRows<'p> {
    /// Items to choose from.
    List {
        /// The number of items.
        count: usize,
        /// The index of the selected item.
        selected: usize,
        /// Returns the sentence about an item, without its position and without a full stop. Only those of the items on the
        /// screen are asked for.
        sentence: Box<dyn Fn(usize) -> String + 'p>,
    },
    /// The paragraphs of a text, in which the cursor moves by lines.
    Text(Vec<String>),
}

impl<'p> SpokenPage<'p> {
    /// Creates the page of a list.
    pub(crate) fn list(
        title: impl Into<String>,
        count: usize,
        selected: usize,
        sentence: impl Fn(usize) -> String + 'p,
    ) -> Self {
        Self {
            title: title.into(),
            remark: None,
            field: None,
            rows: SpokenRows::List {
                count,
                selected,
                sentence: Box::new(sentence),
            },
            empty: "Nothing is listed".into(),
        }
    }

    /// Creates the page of a text.
    pub(crate) fn text(title: impl Into<String>, paragraphs: Vec<String>) -> Self {
        Self {
            title: title.into(),
            remark: None,
            field: None,
            rows: SpokenRows::Text(paragraphs),
            empty: "There is no text".into(),
        }
    }

    /// Returns the page with a field above the list.
    pub(crate) fn with_field(
        self,
        label: &'static str,
        advice: &'static str,
        input: &'p TextInput,
    ) -> Self {
        Self {
            field: Some(SpokenField {
                label,
                advice,
                input,
            }),
            ..self
        }
    }

    /// Returns the page with a remark after its title.
    pub(crate) fn with_remark(self, remark: Option<String>) -> Self {
        Self { remark, ..self }
    }

    /// Returns the page with a sentence for an empty list.
    pub(crate) fn or_empty(self, empty: impl Into<String>) -> Self {
        Self {
            empty: empty.into(),
            ..self
        }
    }

    /// Returns the sentence about the selected item of a list with its position.
    pub(crate) fn selected_sentence(&self, columns: usize) -> Option<String> {
        match &self.rows {
            SpokenRows::List {
                count,
                selected,
                sentence,
            } if *count > 0 => {
                let text = sentence(*selected);
                Some(with_position(
                    &speakable(&text),
                    selected + 1,
                    *count,
                    columns,
                ))
            }
            _ => None,
        }
    }

    /// Returns the number of items, or of the lines of a text on a screen of `columns`.
    pub(crate) fn count(&self, columns: usize) -> usize {
        match &self.rows {
            SpokenRows::List { count, .. } => *count,
            SpokenRows::Text(paragraphs) => wrapped(paragraphs, columns).len(),
        }
    }
}
