//! The three panes: what is selected in each, and which has the keys.

use super::{
    Lens,
    selection::{Selection, Step},
};
use crate::{
    dataset::{AreaIndex, Slot},
    query::outline::{self, Chapter, Entry, Subject},
    tui::layout::Pane,
};

/// The selections of the three lists. Each list belongs to what is selected in the one before it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Areas {
    /// Areas, and the programme.
    pub subjects: Selection<Subject>,
    /// Priorities of the selected area.
    pub chapters: Selection<Chapter>,
    /// Facts of the selected priority.
    pub entries: Selection<Entry>,
    /// The pane that has the keys.
    focus: Pane,
    /// The list whose selected item the detail shows.
    shown: Pane,
    /// The first line of the detail that is shown.
    pub detail_top: usize,
}

impl Areas {
    /// Selects the first of everything.
    #[must_use]
    pub fn new(lens: Lens) -> Self {
        let mut areas = Self {
            subjects: Selection::default(),
            chapters: Selection::default(),
            entries: Selection::default(),
            focus: Pane::Subjects,
            shown: Pane::Subjects,
            detail_top: 0,
        };
        areas.follow(lens);
        areas
    }

    /// The pane that has the keys.
    #[must_use]
    pub fn focus(&self) -> Pane {
        self.focus
    }

    /// The list whose selected item the detail shows.
    #[must_use]
    pub fn shown(&self) -> Pane {
        self.shown
    }

    /// Gives a pane the keys. The detail goes on showing what it shows when it gets them.
    pub fn focus_on(&mut self, pane: Pane) {
        self.focus = pane;
        if pane != Pane::Detail && pane != self.shown {
            self.shown = pane;
            self.detail_top = 0;
        }
    }

    /// Takes what another date or filter leaves. What is selected stays so where it is left.
    pub fn follow(&mut self, lens: Lens) {
        self.subjects
            .renew(outline::subjects(lens.world, lens.filter));
        self.follow_subject(lens);
        self.detail_top = 0;
    }

    /// Selects what stands at a slot, and gives its pane the keys. Themes and sources stand in no pane, and what is not known
    /// or not asked for does not either: then nothing changes, and it says so.
    pub fn open(&mut self, lens: Lens, slot: Slot) -> bool {
        let Some((subject, chapter, fact)) = outline::place_of(slot) else {
            return false;
        };
        let mut opened = self.clone();
        if !opened.subjects.select_item(|&other| other == subject) {
            return false;
        }
        opened.follow_subject(lens);
        opened.focus_on(Pane::Subjects);
        if let Some(chapter) = chapter {
            if !opened.chapters.select_item(|&other| other == chapter) {
                return false;
            }
            opened.follow_chapter(lens);
            opened.focus_on(Pane::Chapters);
        }
        if let Some(fact) = fact {
            if !opened.entries.select_item(|entry| entry.fact == fact) {
                return false;
            }
            opened.focus_on(Pane::Entries);
        }
        opened.detail_top = 0;
        *self = opened;
        true
    }

    /// Selects an area, unless it is selected already: then what is selected in it stays.
    pub fn select_area(&mut self, lens: Lens, area: AreaIndex) {
        if self.subjects.selected() != Some(Subject::Area(area)) {
            self.open(lens, Slot::Area(area));
        }
    }

    /// Moves the selection of a list; the lists after it follow.
    pub fn step(&mut self, lens: Lens, pane: Pane, step: Step) {
        match pane {
            Pane::Subjects if self.subjects.step(step) => self.restart_chapters(lens),
            Pane::Chapters if self.chapters.step(step) => self.restart_entries(lens),
            Pane::Entries if self.entries.step(step) => {}
            _ => return,
        }
        self.detail_top = 0;
    }

    /// Selects the item at a place of a list, and gives that list the keys.
    pub fn select(&mut self, lens: Lens, pane: Pane, place: usize) {
        self.focus_on(pane);
        let from = match pane {
            Pane::Subjects => self.subjects.place(),
            Pane::Chapters => self.chapters.place(),
            Pane::Entries => self.entries.place(),
            Pane::Detail => return,
        };
        self.step(
            lens,
            pane,
            Step::By(place.cast_signed() - from.cast_signed()),
        );
    }

    fn restart_chapters(&mut self, lens: Lens) {
        self.chapters = Selection::default();
        self.entries = Selection::default();
        self.follow_subject(lens);
    }

    fn restart_entries(&mut self, lens: Lens) {
        self.entries = Selection::default();
        self.follow_chapter(lens);
    }

    fn follow_subject(&mut self, lens: Lens) {
        let chapters = self
            .subjects
            .selected()
            .map(|subject| outline::chapters(lens.world, lens.filter, subject));
        self.chapters.renew(chapters.unwrap_or_default());
        self.follow_chapter(lens);
    }

    fn follow_chapter(&mut self, lens: Lens) {
        let entries = self
            .chapters
            .selected()
            .map(|chapter| outline::entries(lens.world, lens.filter, chapter));
        self.entries.renew(entries.unwrap_or_default());
    }

    /// What the detail shows.
    #[must_use]
    pub fn slot(&self) -> Slot {
        self.slot_of(self.shown)
    }

    /// What is selected in a list, as something that can be described. An empty list passes on what it belongs to.
    #[must_use]
    pub fn slot_of(&self, pane: Pane) -> Slot {
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
            Pane::Entries | Pane::Detail => self
                .entries
                .selected()
                .map_or(of_chapter, |entry| Slot::Fact(entry.fact)),
        }
    }
}
