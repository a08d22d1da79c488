//! The state of the dialogue.

use std::rc::Rc;

use super::{
    content::{ContentContext, content},
    page::{DialoguePage, PageContent},
    transcript::{PAGE_SIZE, PageFrame, transcript},
};
use crate::{
    dataset::{Dataset, ItemIndex, PartialDate},
    query::{filter::Filter, filter_words::summary, search::Index, snapshot::Snapshot},
};

/// Most pages that are kept to go back to.
const MAX_HISTORY: usize = 100;
/// Most pages that can be marked.
pub(super) const MAX_MARKS: usize = 100;

/// The state of the dialogue.
///
/// # Examples
///
/// ```
/// use opportunity_areas::{
///     dataset::Dataset,
///     dialogue::{Dialogue, DialogueAction},
/// };
///
/// let dataset = Dataset::bundled();
/// let mut dialogue = Dialogue::new(&dataset, false);
/// let DialogueAction::Say(text) = dialogue.answer("s mental health oldham") else { panic!() };
/// assert!(text.contains("4 results, best match first"));
/// assert_eq!(dialogue.answer("q"), DialogueAction::Quit);
/// ```
#[derive(Debug, Clone)]
pub struct Dialogue<'a> {
    pub(super) dataset: &'a Dataset,
    /// True if strangers use the program: commands that lead out of it are not allowed.
    pub(super) kiosk: bool,
    pub(super) as_of: Option<PartialDate>,
    pub(super) filter: Filter,
    pub(super) page: DialoguePage,
    /// Index of the first choice that is listed.
    pub(super) first: usize,
    /// Pages to go back to, the last one first to return to.
    pub(super) history: Vec<DialoguePage>,
    pub(super) marks: Vec<DialoguePage>,
    /// Search index, built when it is first used.
    pub(super) index: Option<Rc<Index>>,
}

impl<'a> Dialogue<'a> {
    /// Starts a dialogue on the first page.
    #[must_use]
    pub fn new(dataset: &'a Dataset, kiosk: bool) -> Self {
        Self {
            dataset,
            kiosk,
            as_of: None,
            filter: Filter::default(),
            page: DialoguePage::Start,
            first: 0,
            history: Vec::new(),
            marks: Vec::new(),
            index: None,
        }
    }

    /// Opens the page of an item.
    pub fn open(&mut self, item: ItemIndex) {
        self.go(DialoguePage::of(item));
    }

    /// Returns the snapshot for the chosen date.
    #[must_use]
    pub fn snapshot(&self) -> Snapshot<'a> {
        Snapshot::as_of(self.dataset, self.as_of)
    }

    /// Returns the current page as text.
    #[must_use]
    pub fn show(&mut self) -> String {
        let content = self.content();
        // A date or a filter may have left fewer choices than there were.
        let last = content.choices.len().saturating_sub(1);
        self.first = self.first.min(last / PAGE_SIZE * PAGE_SIZE);
        let frame = PageFrame {
            as_of: self.as_of.map(|date| date.to_string()),
            filter: summary(self.snapshot(), &self.filter),
            first: self.first,
            can_go_back: !self.history.is_empty(),
        };
        transcript(&content, &frame)
    }

    /// Returns the content of the current page.
    pub(super) fn content(&mut self) -> PageContent {
        if let DialoguePage::SearchResults { .. } = &self.page {
            self.index
                .get_or_insert_with(|| Rc::new(Index::new(self.dataset)));
        }
        let context = ContentContext {
            snapshot: self.snapshot(),
            filter: &self.filter,
            index: self.index.as_deref(),
            marks: &self.marks,
            kiosk: self.kiosk,
        };
        content(&self.page, context)
    }

    /// Opens a page, and keeps the current one to go back to.
    pub(super) fn go(&mut self, page: DialoguePage) {
        if page != self.page {
            self.history.push(std::mem::replace(&mut self.page, page));
        }
        if self.history.len() > MAX_HISTORY {
            self.history.remove(0);
        }
        self.first = 0;
    }
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::*;
    use crate::dialogue::page::ChoiceAction;

    /// Numbers alone must reach every item, so that no user needs to know a command.
    #[test]
    fn numbers_reach_everything() {
        let every_field = "tests/data/valid/every-field.json";
        let every_field = Dataset::from_file(every_field.as_ref()).expect("the dataset is sound");
        for dataset in [Dataset::bundled(), every_field] {
            assert_eq!(unreached(&dataset), [""; 0]);
        }
    }

    /// Returns the references of the items that no choice opens.
    fn unreached(dataset: &Dataset) -> Vec<String> {
        let (mut reached, mut seen, mut queue) =
            (HashSet::new(), HashSet::new(), vec![DialoguePage::Start]);
        while let Some(page) = queue.pop() {
            if !seen.insert(format!("{page:?}")) {
                continue;
            }
            reached.insert(page.item());
            let mut dialogue = Dialogue {
                page,
                ..Dialogue::new(dataset, false)
            };
            for choice in dialogue.content().choices {
                if let ChoiceAction::Open(page) = choice.action {
                    queue.push(page);
                }
            }
        }
        dataset
            .item_indices()
            .filter(|item| !reached.contains(item))
            .map(|item| dataset.reference(item).into_owned())
            .collect()
    }
}
