//! What is selected in each pane.

use crate::{
    dataset::{Dataset, Slot},
    query::outline::{self, Chapter, Entry, Subject},
};

use super::layout::Pane;

/// A list with one entry selected; nothing is selected only if the list is empty.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Selection<T> {
    items: Vec<T>,
    selected: usize,
}

impl<T: Copy + PartialEq> Selection<T> {
    fn new(items: Vec<T>) -> Self {
        Self { items, selected: 0 }
    }

    /// All items.
    #[must_use]
    pub fn items(&self) -> &[T] {
        &self.items
    }

    /// The place of the selected item.
    #[must_use]
    pub fn place(&self) -> usize {
        self.selected
    }

    /// The selected item.
    #[must_use]
    pub fn selected(&self) -> Option<T> {
        self.items.get(self.selected).copied()
    }

    fn select(&mut self, place: usize) {
        self.selected = place.min(self.items.len().saturating_sub(1));
    }

    fn select_item(&mut self, wanted: impl Fn(&T) -> bool) -> bool {
        let place = self.items.iter().position(wanted);
        self.select(place.unwrap_or(0));
        place.is_some()
    }
}

/// How far a selection moves.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Step {
    /// By so many items; negative is up.
    By(isize),
    /// To the first.
    First,
    /// To the last.
    Last,
}

impl Step {
    /// The place that this step leads to from `place`, in a list of `count`.
    #[must_use]
    pub fn from(self, place: usize, count: usize) -> usize {
        let last = count.saturating_sub(1);
        match self {
            Self::By(steps) => place.saturating_add_signed(steps).min(last),
            Self::First => 0,
            Self::Last => last,
        }
    }
}

/// The selections of the three lists. Each list belongs to what is selected in the one before it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Browse {
    /// Areas, and the programme.
    pub subjects: Selection<Subject>,
    /// Priorities of the selected area.
    pub chapters: Selection<Chapter>,
    /// Facts of the selected priority.
    pub entries: Selection<Entry>,
}

impl Browse {
    /// Selects the first of everything.
    #[must_use]
    pub fn new(dataset: &Dataset) -> Self {
        let mut browse = Self {
            subjects: Selection::new(outline::subjects(dataset).collect()),
            chapters: Selection::new(Vec::new()),
            entries: Selection::new(Vec::new()),
        };
        browse.follow_subject(dataset);
        browse
    }

    /// Selects what stands at a slot, and says which pane shows it. Themes and sources stand in no pane.
    pub fn open(&mut self, dataset: &Dataset, slot: Slot) -> Option<Pane> {
        let (subject, chapter, fact) = outline::place_of(dataset, slot)?;
        self.subjects.select_item(|&other| other == subject);
        self.follow_subject(dataset);
        let Some(chapter) = chapter else { return Some(Pane::Subjects) };
        self.chapters.select_item(|&other| other == chapter);
        self.follow_chapter(dataset);
        let Some(fact) = fact else { return Some(Pane::Chapters) };
        self.entries.select_item(|entry| entry.fact == fact);
        Some(Pane::Entries)
    }

    /// Moves the selection of a list; the lists after it follow.
    pub fn step(&mut self, dataset: &Dataset, pane: Pane, step: Step) {
        match pane {
            Pane::Subjects => {
                let place = step.from(self.subjects.selected, self.subjects.items.len());
                if place != self.subjects.selected {
                    self.subjects.select(place);
                    self.follow_subject(dataset);
                }
            }
            Pane::Chapters => {
                let place = step.from(self.chapters.selected, self.chapters.items.len());
                if place != self.chapters.selected {
                    self.chapters.select(place);
                    self.follow_chapter(dataset);
                }
            }
            Pane::Entries => self.entries.select(step.from(self.entries.selected, self.entries.items.len())),
            Pane::Detail => {}
        }
    }

    fn follow_subject(&mut self, dataset: &Dataset) {
        let chapters = self.subjects.selected().map(|subject| outline::chapters(dataset, subject));
        self.chapters = Selection::new(chapters.unwrap_or_default());
        self.follow_chapter(dataset);
    }

    fn follow_chapter(&mut self, dataset: &Dataset) {
        let entries = self.chapters.selected().map(|chapter| outline::entries(dataset, chapter));
        self.entries = Selection::new(entries.unwrap_or_default());
    }

    /// What is selected in a list, as something that can be described. An empty list passes on what it belongs to.
    #[must_use]
    pub fn slot(&self, pane: Pane) -> Slot {
        let of_subject = match self.subjects.selected() {
            Some(Subject::Area(area)) => Slot::Area(area),
            Some(Subject::Programme) | None => Slot::Programme,
        };
        let of_chapter = match self.chapters.selected() {
            Some(Chapter::Priority(priority)) => Slot::Priority(priority),
            Some(Chapter::AboutArea(area)) => Slot::Area(area),
            Some(Chapter::Programme(_)) | None => of_subject,
        };
        match pane {
            Pane::Subjects => of_subject,
            Pane::Chapters => of_chapter,
            Pane::Entries | Pane::Detail => self.entries.selected().map_or(of_chapter, |entry| Slot::Fact(entry.fact)),
        }
    }
}
