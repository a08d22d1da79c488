//! What is looked through: every word of every field, each distinct word kept once, and each text that many share as well.

use std::ops::Range;

use hashbrown::HashMap;

use super::word::each_word;
use crate::dataset::{Citation, Dataset, Date, Fact, Item, ItemIndex, OwnerIndex, ThemeId};

/// A dataset's words, ready to be searched: made once, asked often.
#[derive(Debug, Clone)]
pub struct Index {
    /// Every distinct word.
    pub(super) vocabulary: Vec<Box<str>>,
    /// The texts' words, as places in the vocabulary.
    words: Vec<u32>,
    /// The texts: first those that many share, then each entry's own.
    texts: Vec<IndexedText>,
    /// How many texts are shared.
    pub(super) shared: usize,
    fields: Vec<IndexField>,
    /// Everything that can be found, in the dataset's order.
    pub(super) entries: Vec<IndexEntry>,
}

/// A text, by the end of its words; they begin where those of the text before end.
#[derive(Debug, Clone, Copy)]
struct IndexedText {
    end: u32,
    /// Since when it can have been known; none for what holds at all times.
    since: Option<Date>,
}

/// Something that can be found.
#[derive(Debug, Clone, Copy)]
pub(super) struct IndexEntry {
    pub(super) item: ItemIndex,
    /// The end of its fields; they begin where those of the entry before end.
    fields_end: u32,
}

/// A text of it, and what it is there.
#[derive(Debug, Clone, Copy)]
pub(super) struct IndexField {
    pub(super) text: u32,
    pub(super) part: IndexPart,
}

/// What a text is to what can be found.
#[derive(Debug, Clone, Copy)]
pub(super) enum IndexPart {
    NameOfArea,
    EarlierName,
    District,
    Region,
    NameOfProgramme,
    TitleOfPriority,
    NameOfTheme,
    ScopeOfTheme,
    TitleOfSource,
    Author,
    Publisher,
    Fact,
    Partner,
    Reference,
    /// The theme and the area of a priority.
    Theme,
    Area,
    /// The theme and the area of the priority that a fact belongs to.
    ThemeAround,
    AreaAround,
    /// What is cited.
    Source,
}

impl IndexPart {
    /// Its name, as it is shown, and how much a match counts there.
    fn told(self) -> (&'static str, u32) {
        match self {
            Self::NameOfArea => ("title", 14),
            Self::EarlierName => ("earlier name", 12),
            Self::District => ("district", 11),
            Self::NameOfProgramme | Self::TitleOfPriority => ("title", 10),
            Self::NameOfTheme => ("title", 9),
            Self::Fact => ("text", 8),
            Self::Partner => ("partner", 6),
            Self::Theme => ("theme", 6),
            Self::Area => ("area", 6),
            Self::TitleOfSource => ("title", 4),
            Self::Region => ("region", 4),
            Self::Author => ("author", 4),
            Self::Publisher => ("publisher", 3),
            Self::Reference => ("reference", 3),
            Self::AreaAround => ("area", 3),
            Self::ScopeOfTheme => ("text", 3),
            Self::ThemeAround => ("theme", 2),
            Self::Source => ("source", 1),
        }
    }

    /// Its name, as it is shown: `title`.
    pub(super) fn name(self) -> &'static str {
        self.told().0
    }

    /// How much a match counts there.
    pub(super) fn weight(self) -> u32 {
        self.told().1
    }
}

impl Index {
    /// Takes in all words of a dataset.
    #[must_use]
    pub fn new(dataset: &Dataset) -> Self {
        let mut maker = IndexBuilder::new(dataset);
        for item in dataset.item_indices_in_order() {
            maker.take(item);
            let fields_end = small(maker.index.fields.len());
            maker.index.entries.push(IndexEntry { item, fields_end });
        }
        maker.index
    }

    /// The fields of the entry at a place.
    pub(super) fn fields(&self, entry: usize) -> &[IndexField] {
        let start = entry
            .checked_sub(1)
            .map_or(0, |before| self.entries[before].fields_end);
        &self.fields[start as usize..self.entries[entry].fields_end as usize]
    }

    /// The words of a text.
    pub(super) fn words(&self, text: u32) -> &[u32] {
        &self.words[self.range(text)]
    }

    /// Since when a text can have been known.
    pub(super) fn since(&self, text: u32) -> Option<Date> {
        self.texts[text as usize].since
    }

    fn range(&self, text: u32) -> Range<usize> {
        let start = text
            .checked_sub(1)
            .map_or(0, |before| self.texts[before as usize].end);
        start as usize..self.texts[text as usize].end as usize
    }
}

fn small(index: usize) -> u32 {
    u32::try_from(index).expect("four thousand million words would not fit into memory")
}

struct IndexBuilder<'a> {
    dataset: &'a Dataset,
    index: Index,
    known: HashMap<Box<str>, u32>,
    /// Where a word is written before it is looked up.
    room: String,
    /// The shared texts: that of the first area, of the first theme, of the first source.
    areas: u32,
    themes: u32,
    sources: u32,
}

impl<'a> IndexBuilder<'a> {
    fn new(dataset: &'a Dataset) -> Self {
        let index = Index {
            vocabulary: Vec::new(),
            words: Vec::new(),
            texts: Vec::new(),
            shared: 0,
            fields: Vec::new(),
            entries: Vec::new(),
        };
        let mut maker = Self {
            dataset,
            index,
            known: HashMap::new(),
            room: String::new(),
            areas: 0,
            themes: 0,
            sources: 0,
        };
        for (_, area) in dataset.areas() {
            maker.text(None, &area.name);
        }
        maker.themes = small(maker.index.texts.len());
        for (_, theme) in dataset.themes() {
            maker.text(None, &theme.name);
        }
        maker.sources = small(maker.index.texts.len());
        for (_, source) in dataset.sources() {
            maker.text(
                Some(source.published.last_day()),
                &format!("{} {}", source.title, source.publisher),
            );
        }
        maker.index.shared = maker.index.texts.len();
        maker
    }

    fn text(&mut self, since: Option<Date>, text: &str) -> u32 {
        let Self {
            index, known, room, ..
        } = self;
        each_word(text, room, |word| {
            let number = known.get(word).copied().unwrap_or_else(|| {
                let number = small(index.vocabulary.len());
                index.vocabulary.push(word.into());
                known.insert(word.into(), number);
                number
            });
            index.words.push(number);
        });
        self.index.texts.push(IndexedText {
            end: small(self.index.words.len()),
            since,
        });
        small(self.index.texts.len() - 1)
    }

    fn field(&mut self, part: IndexPart, text: &str) {
        let text = self.text(None, text);
        self.index.fields.push(IndexField { text, part });
    }

    fn shared(&mut self, part: IndexPart, first: u32, index: usize) {
        self.index.fields.push(IndexField {
            text: first + small(index),
            part,
        });
    }

    fn theme(&mut self, part: IndexPart, theme: &ThemeId) {
        self.shared(part, self.themes, self.dataset.theme_index(theme).index());
    }

    fn cited(&mut self, cites: &[Citation]) {
        for citation in cites {
            self.shared(
                IndexPart::Source,
                self.sources,
                citation.source_index().index(),
            );
        }
    }

    /// What is looked through, the weightiest first.
    fn take(&mut self, item: ItemIndex) {
        match self.dataset.item(item) {
            Item::Programme(programme) => self.field(IndexPart::NameOfProgramme, &programme.name),
            Item::Area(area) => {
                self.field(IndexPart::NameOfArea, &area.name);
                if let Some(name) = &area.announced_as {
                    self.field(IndexPart::EarlierName, name);
                }
                for district in &area.districts {
                    self.field(IndexPart::District, &district.name);
                }
                if let Some(region) = &area.region {
                    self.field(IndexPart::Region, region);
                }
            }
            Item::Priority(_, priority) => {
                self.field(IndexPart::TitleOfPriority, &priority.title);
                for other in &priority.themes {
                    self.theme(IndexPart::Theme, &other.theme);
                }
                if let Some(area) = item.area() {
                    self.shared(IndexPart::Area, self.areas, area.index());
                }
                self.cited(&priority.cites);
            }
            Item::Fact(fact) => self.take_fact(item, fact),
            Item::Theme(theme) => {
                self.field(IndexPart::NameOfTheme, &theme.name);
                self.field(IndexPart::ScopeOfTheme, &theme.what);
            }
            Item::Source(source) => {
                self.field(IndexPart::TitleOfSource, &source.title);
                if let Some(author) = &source.author {
                    self.field(IndexPart::Author, author);
                }
                self.field(IndexPart::Publisher, &source.publisher);
            }
        }
    }

    fn take_fact(&mut self, item: ItemIndex, fact: Fact) {
        let dataset = self.dataset;
        self.field(IndexPart::Fact, &fact.headline());
        for partner in fact.partners() {
            self.field(IndexPart::Partner, partner);
        }
        if let ItemIndex::Fact(index) = item {
            if let Some(area) = index.owner.area() {
                self.shared(IndexPart::AreaAround, self.areas, area.index());
            }
            if let OwnerIndex::Priority(priority) = index.owner {
                for other in &dataset.priority(priority).themes {
                    self.theme(IndexPart::ThemeAround, &other.theme);
                }
            }
        }
        self.field(IndexPart::Reference, fact.reference().as_str());
        self.cited(fact.cites());
    }
}
