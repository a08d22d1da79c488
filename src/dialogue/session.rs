//! The state of the dialogue.

use std::rc::Rc;

use super::{
    content::{ContentContext, content, map_around, name},
    page::{DialoguePage, PageContent},
    transcript::{PageFrame, transcript},
};
use crate::{
    command::View,
    dataset::{AreaIndex, Dataset, ItemIndex, PartialDate},
    query::{filter::Filter, filter_words::summary, search::Index, snapshot::Snapshot},
};

/// Most pages that are kept to go back to.
const MAX_HISTORY: usize = 100;
/// Most pages that can be marked.
pub(super) const MAX_MARKS: usize = 100;
/// Number of pages that end with what a user can type.
const HINTED_PAGES: usize = 3;

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
/// assert!(text.contains("4 results."));
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
    pub(super) history: Vec<PagePlace>,
    /// Pages to go forward to, the last one first to return to.
    pub(super) forward: Vec<PagePlace>,
    pub(super) marks: Vec<DialoguePage>,
    /// Area of the last page that was about one: the middle of the map.
    pub(super) area: Option<AreaIndex>,
    /// True if what the page leaves out has been said.
    pub(super) rest_was_said: bool,
    /// Number of pages that still get a hint.
    pub(super) hints: usize,
    /// Last answer, unless it was the page or a change: an empty line repeats it.
    pub(super) said: Option<String>,
    /// Search index, built when it is first used.
    pub(super) index: Option<Rc<Index>>,
}

/// A page, and the first choice that was listed of it.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct PagePlace {
    pub(super) page: DialoguePage,
    pub(super) first: usize,
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
            forward: Vec::new(),
            marks: Vec::new(),
            area: None,
            rest_was_said: false,
            hints: HINTED_PAGES,
            said: None,
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

    /// Returns the current page as text. The first pages end with what a user can type.
    #[must_use]
    pub fn show(&mut self) -> String {
        let content = self.content();
        let hint = (self.hints > 0).then(|| self.hint(!content.choices.is_empty()));
        self.hints = self.hints.saturating_sub(1);
        self.page_text(&content, hint)
    }

    /// Returns a page as text.
    pub(super) fn page_text(&mut self, content: &PageContent, hint: Option<String>) -> String {
        // A date or a filter may have left fewer choices than there were.
        self.first = content.start_within(self.first);
        let frame = PageFrame {
            as_of: self.as_of.map(|date| date.to_string()),
            // The page of the filter lists it, too.
            filter: summary(self.snapshot(), &self.filter),
            first: self.first,
            hint,
        };
        transcript(content, &frame)
    }

    /// Returns a line with what a user can type.
    fn hint(&self, has_choices: bool) -> String {
        let number = if has_choices { "a number, " } else { "" };
        let back = if self.history.is_empty() {
            ""
        } else {
            "b to go back, "
        };
        let speak = if self.hints == HINTED_PAGES {
            " The dashboard has a mode for screen readers: oa --speak."
        } else {
            ""
        };
        format!("Type {number}{back}words to search, ? for help, q to quit.{speak}")
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

    /// Returns the name of the current page.
    pub(super) fn page_name(&self) -> String {
        name(&self.page, self.snapshot())
    }

    /// Opens a page, and keeps the current one to go back to.
    pub(super) fn go(&mut self, page: DialoguePage) {
        let page = match page {
            DialoguePage::View(View::Map) => map_around(self.dataset, self.area),
            page => page,
        };
        if page == self.page {
            self.arrive();
            self.first = 0;
            return;
        }
        let place = self.place();
        self.history.push(place);
        if self.history.len() > MAX_HISTORY {
            self.history.remove(0);
        }
        self.forward.clear();
        (self.page, self.first) = (page, 0);
        self.arrive();
    }

    /// Goes to a page that was left before.
    pub(super) fn go_to(&mut self, place: PagePlace) {
        (self.page, self.first) = (place.page, place.first);
        self.arrive();
    }

    /// Returns the current page and its position in the list.
    pub(super) fn place(&self) -> PagePlace {
        PagePlace {
            page: self.page.clone(),
            first: self.first,
        }
    }

    fn arrive(&mut self) {
        self.rest_was_said = false;
        self.area = self.page.item().area().or(self.area);
    }
}
