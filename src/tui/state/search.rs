//! The search: what is typed, and what matches.

use std::rc::Rc;

use super::{
    Lens,
    selection::{Selection, Step},
};
use crate::{
    command::Command,
    dataset::{AreaIndex, Slot},
    query::search::{Hit, Index, Question},
};

/// What is typed and what matches.
#[derive(Debug, Clone, Default)]
pub struct Search {
    /// What is typed.
    pub typed: String,
    /// What matches, grouped by area: first the area of the best answer.
    pub hits: Selection<Hit>,
    /// Words that do occur, where nothing matches.
    pub near: Vec<String>,
    /// Whether the answers have the cursor; else the line has it.
    pub in_list: bool,
    /// Made when the search is first used.
    index: Option<Rc<Index>>,
}

impl Search {
    /// What is asked.
    #[must_use]
    pub fn question(&self) -> Question {
        Question::new(&self.typed)
    }

    /// Answers anew, for another date or filter. The selected answer stays selected if it is still one.
    pub fn follow(&mut self, lens: Lens) {
        let question = self.question();
        if question.is_empty() {
            self.hits = Selection::default();
            self.near.clear();
            return;
        }
        let index = self.index.get_or_insert_with(|| Rc::new(Index::new(lens.world.dataset())));
        let mut hits = index.search(lens.world, &question);
        hits.retain(|hit| lens.filter.takes(lens.world, hit.slot));
        self.near = if hits.is_empty() { index.nearest_words(lens.world, &question) } else { Vec::new() };
        self.hits.renew(grouped(hits));
    }

    /// Types, moves among the answers.
    pub fn update(&mut self, lens: Lens, command: Command, page: isize) {
        match command {
            Command::Type(character) => self.typed.push(character),
            Command::Erase => _ = self.typed.pop(),
            Command::EraseAll => self.typed.clear(),
            _ => {
                if let Some(step) = super::step_of(command, page) {
                    // From the line one comes to the best answer, and from the best answer back to the line.
                    let leaves = step == Step::By(-1) && self.hits.place() == 0;
                    if self.in_list || step != Step::By(1) {
                        self.hits.step(step);
                    }
                    self.in_list = !leaves && !self.hits.items().is_empty();
                }
                return;
            }
        }
        self.in_list = false;
        self.hits = Selection::default();
        self.follow(lens);
    }

    /// Goes to the answer so many places on, round and round; the answers stay as they were found.
    pub fn turn(&mut self, steps: isize) -> Option<Slot> {
        let place = Step::By(steps).round(self.hits.place(), self.hits.items().len());
        self.hits.select(place);
        self.in_list = true;
        self.slot()
    }

    /// The selected answer.
    #[must_use]
    pub fn slot(&self) -> Option<Slot> {
        self.hits.selected().map(|hit| hit.slot)
    }
}

/// The answers by area, each group where its best answer stands.
fn grouped(hits: Vec<Hit>) -> Vec<Hit> {
    let mut groups: Vec<(Option<AreaIndex>, Vec<Hit>)> = Vec::new();
    for hit in hits {
        let area = hit.slot.area();
        match groups.iter_mut().find(|(other, _)| *other == area) {
            Some((_, group)) => group.push(hit),
            None => groups.push((area, vec![hit])),
        }
    }
    groups.into_iter().flat_map(|(_, group)| group).collect()
}
