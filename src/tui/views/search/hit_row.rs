//! A hit as a row: sign, kind, number of the priority, and text with the words found.

use std::borrow::Cow;

use crate::{
    dataset::{Dataset, ItemIndex, Kind, OwnerIndex},
    query::{
        describe::{name_of, owner_name},
        search::{Highlighter, Hit},
        snapshot::Snapshot,
    },
    tui::{
        styles::{StyleRole, Styles},
        symbols::kind_mark,
        views::found_text::shown_from,
        widgets::{BlockNote, ItemBlock},
    },
};

/// The column of the texts, where there is room for kinds and numbers.
pub(super) const TEXT_COLUMN: u16 = 19;
/// The column of the texts without them.
pub(super) const NARROW_TEXT_COLUMN: u16 = 4;
/// The column names above the rows.
pub(super) const COLUMN_NAMES: &str = "    kind  priority what";
/// The columns of the kind, with the blank after it.
const KIND_COLUMNS: usize = 9;

/// The content of a row.
pub(super) struct HitRow<'a> {
    /// The snapshot.
    pub snapshot: Snapshot<'a>,
    /// The words found.
    pub highlighter: &'a Highlighter,
    /// The columns of the text.
    pub columns: usize,
    /// The lines of a text that is cut.
    pub lines: usize,
    /// True if the text may be cut, so that the words found are in the first line.
    pub is_cut: bool,
    /// The styles.
    pub styles: Styles,
}

impl HitRow<'_> {
    /// Makes the row of a hit.
    pub(super) fn block(&self, hit: Hit) -> ItemBlock {
        let dataset = self.snapshot.dataset();
        let mut text = name_of(self.snapshot, hit.item).into_owned();
        if !hit.is_complete() {
            text = with_area(dataset, hit.item, text);
        }
        let publication = publication(dataset, hit.item);
        text.push_str(&publication);
        let mut matches = self.highlighter.spans(&text);
        if self.is_cut
            && let Some(start) = matches.first().map(|found| found.start)
            && let Cow::Owned(shown) = shown_from(&text, start, self.columns, self.lines)
        {
            matches = self.highlighter.spans(&shown);
            text = shown;
        }
        let mut block = ItemBlock::new(text);
        if matches.is_empty() && !hit.field.is_empty() {
            let note = format!("found in: {}", hit.field);
            block.notes = vec![BlockNote::new(note, StyleRole::Dim, 1)];
        }
        if !publication.is_empty() && block.text.ends_with(&publication) {
            block.dim_from = Some(block.text.len() - publication.len());
        }
        block.matches = matches;
        let number = priority_number(dataset, hit.item).map(|number| number.to_string());
        let number = number.unwrap_or_default();
        let (sign, role) = match hit.item {
            ItemIndex::Fact(fact) => kind_mark(fact.kind, self.styles.ascii),
            ItemIndex::Priority(_) => ("", StyleRole::AccentBold),
            _ => ("", StyleRole::Plain),
        };
        if let ItemIndex::Priority(_) = hit.item {
            block.sign = Some((format!(" {number}").into(), role));
            block.label = Some(("priority".into(), StyleRole::Dim));
        } else {
            let kind = kind_word(hit.item);
            block.sign = Some((format!(" {sign}").into(), role));
            block.label = Some((
                format!("{kind:<KIND_COLUMNS$}{number}").into(),
                StyleRole::Dim,
            ));
        }
        block
    }
}

/// Returns a text with the name of its area, unless it has it.
fn with_area(dataset: &Dataset, item: ItemIndex, text: String) -> String {
    let area = owner_name(dataset, item);
    if item.area().is_none() || text.contains(area) {
        return text;
    }
    format!("{area}: {text}")
}

/// Returns the publisher and the year of a source, to follow its title: several publications have the same. Nothing for other
/// items.
fn publication(dataset: &Dataset, item: ItemIndex) -> String {
    let ItemIndex::Source(source) = item else {
        return String::new();
    };
    let source = dataset.source(source);
    format!(", {}, {}", source.publisher, source.published.year())
}

/// Returns the number of the priority that an item is or belongs to.
fn priority_number(dataset: &Dataset, item: ItemIndex) -> Option<u32> {
    let priority = match item {
        ItemIndex::Priority(priority) => priority,
        ItemIndex::Fact(fact) => match fact.owner {
            OwnerIndex::Priority(priority) => priority,
            _ => return None,
        },
        _ => return None,
    };
    Some(dataset.priority(priority).number.into())
}

/// Returns the kind of an item in a word of at most eight letters.
fn kind_word(item: ItemIndex) -> &'static str {
    match item {
        ItemIndex::Fact(fact) => match fact.kind {
            Kind::SharedAction => "action",
            Kind::About | Kind::Commission | Kind::SharedFact => "fact",
            Kind::Oversight | Kind::LaterBody => "board",
            Kind::NationalPartner => "partner",
            Kind::Underpinning => "theme",
            Kind::LaterTitle => "title",
            Kind::Twin => "twin",
            kind => kind.singular(),
        },
        ItemIndex::Programme => "about",
        ItemIndex::Area(_) => "area",
        ItemIndex::Priority(_) => "priority",
        ItemIndex::Theme(_) => "theme",
        ItemIndex::Term(_) => "term",
        ItemIndex::Source(_) => "source",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn kinds_fit_in_their_column() {
        let dataset = Dataset::bundled();
        for item in dataset.item_indices() {
            assert!(kind_word(item).len() < KIND_COLUMNS, "{}", kind_word(item));
        }
    }
}
