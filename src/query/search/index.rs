//! What is looked through: every word of every field, each distinct word kept once.

use std::collections::HashMap;

use super::word::words;
use crate::dataset::{Citation, Dataset, Date, Item, OwnerIndex, Slot};

/// A dataset's words, ready to be searched: made once, asked often.
#[derive(Debug, Clone)]
pub struct Index {
    /// Every distinct word.
    pub(super) vocabulary: Vec<Box<str>>,
    /// Everything that can be found, in the dataset's order.
    pub(super) entries: Vec<Entry>,
    pub(super) fields: Vec<Field>,
    /// The fields' words, as places in the vocabulary.
    pub(super) text: Vec<u32>,
}

/// Something that can be found.
#[derive(Debug, Clone, Copy)]
pub(super) struct Entry {
    pub(super) slot: Slot,
    /// The end of its fields; they begin where those of the entry before end.
    fields_end: u32,
}

/// A text of it.
#[derive(Debug, Clone, Copy)]
pub(super) struct Field {
    pub(super) name: &'static str,
    /// How much a match counts here.
    pub(super) weight: u8,
    /// Since when it can have been known; none for what holds at all times.
    pub(super) since: Option<Date>,
    /// The end of its words; they begin where those of the field before end.
    text_end: u32,
}

impl Index {
    /// Takes in all words of a dataset.
    #[must_use]
    pub fn new(dataset: &Dataset) -> Self {
        let mut maker = Maker {
            dataset,
            index: Self { vocabulary: Vec::new(), entries: Vec::new(), fields: Vec::new(), text: Vec::new() },
            known: HashMap::new(),
        };
        for slot in dataset.slots_in_order() {
            maker.take(slot);
            let fields_end = small(maker.index.fields.len());
            maker.index.entries.push(Entry { slot, fields_end });
        }
        maker.index
    }

    /// Everything that can be found, each with its fields and their words.
    pub(super) fn each(&self) -> impl Iterator<Item = (Slot, impl Iterator<Item = (&Field, &[u32])>)> {
        let (mut first_field, mut first_word) = (0, 0);
        self.entries.iter().map(move |entry| {
            let fields = &self.fields[first_field..entry.fields_end as usize];
            let start = first_word;
            first_field = entry.fields_end as usize;
            first_word = fields.last().map_or(start, |field| field.text_end as usize);
            let texts = fields.iter().scan(start, |start, field| {
                let words = &self.text[*start..field.text_end as usize];
                *start = field.text_end as usize;
                Some((field, words))
            });
            (entry.slot, texts)
        })
    }
}

fn small(place: usize) -> u32 {
    u32::try_from(place).expect("four thousand million words would not fit into memory")
}

struct Maker<'a> {
    dataset: &'a Dataset,
    index: Index,
    known: HashMap<Box<str>, u32>,
}

impl Maker<'_> {
    fn field(&mut self, name: &'static str, weight: u8, text: &str) {
        self.field_since(None, name, weight, text);
    }

    fn field_since(&mut self, since: Option<Date>, name: &'static str, weight: u8, text: &str) {
        for word in words(text) {
            let place = if let Some(&place) = self.known.get(word.as_str()) {
                place
            } else {
                let place = small(self.index.vocabulary.len());
                let word: Box<str> = word.into();
                self.index.vocabulary.push(word.clone());
                self.known.insert(word, place);
                place
            };
            self.index.text.push(place);
        }
        self.index.fields.push(Field { name, weight, since, text_end: small(self.index.text.len()) });
    }

    fn cited(&mut self, cites: &[Citation]) {
        for citation in cites {
            let source = self.dataset.source(&citation.source);
            self.field_since(Some(source.published.last_day()), "source", 1, &format!("{} {}", source.title, source.publisher));
        }
    }

    /// What is looked through, the weightiest first.
    fn take(&mut self, slot: Slot) {
        let dataset = self.dataset;
        match dataset.item(slot) {
            Item::Programme(programme) => self.field("title", 10, &programme.name),
            Item::Area(area) => {
                self.field("title", 14, &area.name);
                if let Some(name) = &area.announced_as {
                    self.field("earlier name", 12, name);
                }
                for district in &area.districts {
                    self.field("district", 11, &district.name);
                }
                if let Some(region) = &area.region {
                    self.field("region", 4, region);
                }
            }
            Item::Priority(area, priority) => {
                self.field("title", 10, &priority.title);
                for other in &priority.themes {
                    self.field("theme", 6, &dataset.theme(&other.theme).name);
                }
                self.field("area", 6, &area.name);
                self.cited(&priority.cites);
            }
            Item::Fact(fact) => {
                self.field("text", 8, &fact.headline());
                for partner in fact.partners() {
                    self.field("partner", 6, partner);
                }
                if let Slot::Fact(index) = slot {
                    if let Some(area) = index.owner.area() {
                        self.field("area", 3, &dataset.area(area).name);
                    }
                    if let OwnerIndex::Priority(priority) = index.owner {
                        for other in &dataset.priority(priority).themes {
                            self.field("theme", 2, &dataset.theme(&other.theme).name);
                        }
                    }
                }
                self.field("reference", 3, fact.reference().as_str());
                self.cited(fact.cites());
            }
            Item::Theme(theme) => {
                self.field("title", 9, &theme.name);
                self.field("text", 3, &theme.what);
            }
            Item::Source(source) => {
                self.field("title", 4, &source.title);
                if let Some(author) = &source.author {
                    self.field("author", 4, author);
                }
                self.field("publisher", 3, &source.publisher);
            }
        }
    }
}
