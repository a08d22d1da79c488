//! The construction of a search index.

use hashbrown::HashMap;

use super::{
    detail,
    field::{IndexField, IndexPart},
    fold::each_word,
    index::{Index, IndexEntry, IndexedText},
};
use crate::{
    dataset::{
        Citation, Dataset, Date, Fact, FactData, Item, ItemIndex, OwnerIndex, PartialDate, ThemeId,
    },
    query::outcome::known_from,
};

impl Index {
    /// Indexes all words of a dataset.
    #[must_use]
    pub fn new(dataset: &Dataset) -> Self {
        let mut builder = IndexBuilder::new(dataset);
        for item in dataset.item_indices() {
            builder.add(item);
            let fields_end = narrow(builder.index.fields.len());
            builder.index.entries.push(IndexEntry { item, fields_end });
        }
        builder.index
    }
}

/// Converts a position to the narrow type that the index stores.
fn narrow(index: usize) -> u32 {
    u32::try_from(index).expect("four thousand million words would not fit into memory")
}

/// An index under construction.
struct IndexBuilder<'a> {
    dataset: &'a Dataset,
    index: Index,
    /// Position of each word in the vocabulary.
    positions: HashMap<Box<str>, u32>,
    /// Buffer in which a word is folded before it is looked up.
    buffer: String,
    /// Number of the first area's shared text.
    areas: u32,
    /// Number of the first theme's shared text.
    themes: u32,
    /// Number of the first source's shared text.
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
        let mut builder = Self {
            dataset,
            index,
            positions: HashMap::new(),
            buffer: String::new(),
            areas: 0,
            themes: 0,
            sources: 0,
        };
        for (_, area) in dataset.areas() {
            builder.text(None, &area.name);
        }
        builder.themes = narrow(builder.index.texts.len());
        for (_, theme) in dataset.themes() {
            builder.text(None, &theme.name);
        }
        builder.sources = narrow(builder.index.texts.len());
        for (_, source) in dataset.sources() {
            builder.text(
                Some(source.published.last_day()),
                &format!("{} {}", source.title, source.publisher),
            );
        }
        builder.index.shared = builder.index.texts.len();
        builder
    }

    /// Adds a text and returns its number.
    fn text(&mut self, since: Option<Date>, text: &str) -> u32 {
        let Self {
            index,
            positions,
            buffer,
            ..
        } = self;
        each_word(text, buffer, |word| {
            let number = positions.get(word).copied().unwrap_or_else(|| {
                let number = narrow(index.vocabulary.len());
                index.vocabulary.push(word.into());
                positions.insert(word.into(), number);
                number
            });
            index.words.push(number);
        });
        self.index.texts.push(IndexedText {
            end: narrow(self.index.words.len()),
            since,
        });
        narrow(self.index.texts.len() - 1)
    }

    /// Adds a field with a text of its own to the current entry.
    fn field(&mut self, part: IndexPart, text: &str) {
        let text = self.text(None, text);
        self.index.fields.push(IndexField { text, part });
    }

    /// Adds a field with a text that became known on a day to the current entry.
    fn later_field(&mut self, part: IndexPart, since: Date, text: &str) {
        let text = self.text(Some(since), text);
        self.index.fields.push(IndexField { text, part });
    }

    /// Adds a field with a shared text to the current entry.
    fn shared(&mut self, part: IndexPart, first: u32, index: usize) {
        self.index.fields.push(IndexField {
            text: first + narrow(index),
            part,
        });
    }

    /// Adds a field with the name of a theme to the current entry.
    fn theme(&mut self, part: IndexPart, theme: &ThemeId) {
        self.shared(part, self.themes, self.dataset.theme_index(theme).index());
    }

    /// Adds the titles of the cited sources to the current entry.
    fn cited(&mut self, cites: &[Citation]) {
        for citation in cites {
            self.shared(
                IndexPart::Source,
                self.sources,
                citation.source_index().index(),
            );
        }
    }

    /// Adds the fields of an item, the weightiest first.
    fn add(&mut self, item: ItemIndex) {
        match self.dataset.item(item) {
            Item::Programme(programme) => {
                self.field(IndexPart::NameOfProgramme, &programme.name);
                detail::of_programme(programme, |text| self.field(IndexPart::Detail, text));
            }
            Item::Area(area) => {
                self.field(IndexPart::NameOfArea, &area.name);
                if let Some(name) = &area.announced_as {
                    self.field(IndexPart::EarlierName, name);
                }
                if let Some(short) = &area.short {
                    self.field(IndexPart::Detail, short);
                }
                for district in &area.districts {
                    self.field(IndexPart::District, &district.name);
                }
                if let Some(region) = &area.region {
                    self.field(IndexPart::Region, region);
                }
                detail::of_area(area, |text| self.field(IndexPart::Detail, text));
            }
            Item::Priority(_, priority) => {
                self.field(IndexPart::TitleOfPriority, &priority.title);
                for other in &priority.themes {
                    self.theme(IndexPart::Theme, &other.theme);
                }
                if let Some(area) = item.area() {
                    self.shared(IndexPart::Area, self.areas, area.index());
                }
                detail::of_marks(priority.marks.as_deref(), |text| {
                    self.field(IndexPart::Detail, text);
                });
                self.cited(&priority.cites);
            }
            Item::Fact(fact) => self.add_fact(item, fact),
            Item::Theme(theme) => {
                self.field(IndexPart::NameOfTheme, &theme.name);
                self.field(IndexPart::ScopeOfTheme, &theme.what);
                if let Some(short) = &theme.short {
                    self.field(IndexPart::ScopeOfTheme, short);
                }
            }
            Item::Term(term) => {
                self.field(IndexPart::NameOfTerm, &term.term);
                for name in term.abbreviation.iter().chain(&term.also) {
                    self.field(IndexPart::OtherNameOfTerm, name);
                }
                self.field(IndexPart::MeaningOfTerm, &term.meaning);
                if let Some(cites) = &term.cites {
                    self.cited(cites);
                }
            }
            Item::Source(source) => {
                self.field(IndexPart::TitleOfSource, &source.title);
                if let Some(author) = &source.author {
                    self.field(IndexPart::Author, author);
                }
                self.field(IndexPart::Publisher, &source.publisher);
                detail::of_source(source, |text| self.field(IndexPart::Detail, text));
                if let Some(address) = &source.address {
                    self.field(IndexPart::Address, address.as_str());
                }
            }
        }
    }

    fn add_fact(&mut self, item: ItemIndex, fact: Fact) {
        let dataset = self.dataset;
        self.field(IndexPart::Fact, &fact.headline());
        for partner in fact.partners() {
            self.field(IndexPart::Partner, partner);
        }
        detail::of_fact(dataset, fact, |text| self.field(IndexPart::Detail, text));
        if let FactData::Target(target) = fact.body
            && let Some(outcome) = &target.outcome
        {
            // An outcome of which nothing says when it was known is only in the latest snapshot.
            let since = known_from(dataset, outcome)
                .unwrap_or_else(|| PartialDate::Year(u16::MAX).last_day());
            if let Some(status) = outcome.status {
                self.later_field(IndexPart::Detail, since, status.word());
            }
            for text in [&outcome.why, &outcome.derived].into_iter().flatten() {
                self.later_field(IndexPart::Detail, since, text);
            }
            if let Some(cites) = &outcome.cites {
                self.cited(cites);
            }
        }
        detail::of_marks(fact.marks(), |text| self.field(IndexPart::Detail, text));
        let shared = match fact.body {
            FactData::SharedAction(action) => Some((&action.applies_to, &action.themes)),
            FactData::SharedFact(shared) => Some((&shared.applies_to, &shared.themes)),
            _ => None,
        };
        if let Some((scope, themes)) = shared {
            for id in &scope.areas {
                if let Some(ItemIndex::Area(area)) = dataset.find(id.as_str()) {
                    self.shared(IndexPart::AreaAround, self.areas, area.index());
                }
            }
            for theme in themes {
                self.theme(IndexPart::ThemeAround, theme);
            }
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
