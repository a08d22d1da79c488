//! The construction of a search index.

use std::borrow::Cow;

use hashbrown::HashMap;

use super::{
    detail,
    field::IndexPart,
    index::{Code, Codes, Index, IndexEntry, SharedTexts, narrow},
    kind_words::{KIND_COUNT, kind_number, kind_words, number_of},
    stem::stem,
    term_forms::TermForms,
    token::each_token,
    word_numbers::WordNumbers,
};
use crate::dataset::{
    Area, Citation, Dataset, Date, Fact, FactData, Item, ItemIndex, Kind, Priority, ThemeId,
};

/// An index under construction.
pub(super) struct IndexBuilder<'a> {
    dataset: &'a Dataset,
    pub(super) index: Index,
    /// Position of each word in the vocabulary.
    positions: WordNumbers,
    /// Buffer in which a word is folded before it is looked up.
    buffer: String,
    /// Number of the first theme's shared text.
    themes: u32,
    /// Number of the first region's shared text; each area has one.
    regions: u32,
    /// Number of the first source's shared text.
    sources: u32,
    /// Number of the shared text with words for partners.
    partners: u32,
    /// Number of the current owner's context.
    context: u32,
}

impl<'a> IndexBuilder<'a> {
    /// Starts an index with the texts that many items share.
    pub(super) fn new(dataset: &'a Dataset) -> Self {
        let index = Index {
            vocabulary: Vec::new(),
            stems: Vec::new(),
            stem_names: Vec::new(),
            counts: Vec::new(),
            kind_counts: Vec::new(),
            shared: SharedTexts::default(),
            contexts: Codes::default(),
            fields: Codes::default(),
            entries: Vec::new(),
            kinds: Vec::new(),
            places: 0..0,
            terms: TermForms::new(dataset),
        };
        let mut builder = Self {
            dataset,
            index,
            positions: WordNumbers::default(),
            buffer: String::new(),
            themes: 0,
            regions: 0,
            sources: 0,
            partners: 0,
            context: 0,
        };
        // The context of what has no owner is empty.
        builder.index.contexts.end();
        for (_, area) in dataset.areas() {
            builder.shared_text(None, &names_of(area));
        }
        builder.index.places = 0..builder.next_text();
        builder.regions = builder.next_text();
        for (_, area) in dataset.areas() {
            builder.shared_text(None, area.region.as_deref().unwrap_or_default());
        }
        builder.themes = builder.next_text();
        for (_, theme) in dataset.themes() {
            builder.shared_text(None, &theme.name);
        }
        builder.sources = builder.next_text();
        for (_, source) in dataset.sources() {
            builder.shared_text(
                Some(source.published.last_day()),
                &format!("{} {}", source.title, source.publisher),
            );
        }
        builder.partners = builder.shared_text(None, "partner organisation");
        for number in 0..KIND_COUNT {
            let text = builder.shared_text(None, kind_words(number));
            builder.index.kinds.push(text);
        }
        builder
    }

    /// Adds an item.
    pub(super) fn add_entry(&mut self, item: ItemIndex) {
        self.add(item);
        self.index.fields.end();
        self.index.entries.push(IndexEntry {
            item,
            context: self.context,
        });
    }

    /// Returns the number of a word, which is added if it is new.
    pub(super) fn word_number(&mut self, word: &str) -> u32 {
        let vocabulary = &mut self.index.vocabulary;
        self.positions.number(word, || {
            vocabulary.push(word.into());
            narrow(vocabulary.len() - 1)
        })
    }

    /// Counts the words and finds their stems.
    pub(super) fn finish(self) -> Index {
        let mut index = self.index;
        let mut numbers: HashMap<Box<str>, u32> = HashMap::new();
        for word in &index.vocabulary {
            let stem: Box<str> = stem(word).into();
            let number = *numbers.entry(stem).or_insert_with_key(|stem| {
                index.stem_names.push(stem.clone());
                narrow(index.stem_names.len() - 1)
            });
            index.stems.push(number);
        }
        let mut counts = vec![0; index.vocabulary.len()];
        for entry in 0..index.entries.len() {
            index.each_shown_word(index.fields.list(entry), |word| counts[word as usize] += 1);
        }
        index.counts = counts;
        index.kind_counts = vec![0; index.vocabulary.len()];
        let mut kinds = [0; KIND_COUNT];
        for entry in &index.entries {
            kinds[kind_number(entry.item)] += 1;
        }
        for (count, text) in kinds.into_iter().zip(&index.kinds) {
            for word in index.shared.words.list(*text as usize) {
                if let Some(word) = word.as_word() {
                    index.kind_counts[word as usize] += count;
                }
            }
        }
        index.fields.codes.shrink_to_fit();
        index
    }

    /// Returns the number that the next shared text will have.
    pub(super) fn next_text(&self) -> u32 {
        narrow(self.index.shared.since.len())
    }

    /// Adds a shared text and returns its number.
    fn shared_text(&mut self, since: Option<Date>, text: &str) -> u32 {
        self.index.shared.since.push(since);
        let mut words = std::mem::take(&mut self.index.shared.words);
        self.words(text, &mut words.codes);
        let number = words.end();
        self.index.shared.words = words;
        number
    }

    /// Adds the words of a text to a list.
    fn words(&mut self, text: &str, codes: &mut Vec<Code>) {
        let mut buffer = std::mem::take(&mut self.buffer);
        each_token(text, &mut buffer, |_, word| {
            codes.push(Code::word(self.word_number(word)));
        });
        self.buffer = buffer;
    }

    /// Adds a field with a text of its own to the current entry.
    fn field(&mut self, part: IndexPart, text: &str) {
        let mut codes = std::mem::take(&mut self.index.fields.codes);
        codes.push(Code::field(part));
        self.words(text, &mut codes);
        self.index.fields.codes = codes;
    }

    /// Adds a field with a text that became known on a day to the current entry.
    fn later_field(&mut self, part: IndexPart, since: Date, text: &str) {
        let text = self.shared_text(Some(since), text);
        self.shared(part, text);
    }

    /// Adds a field with a shared text to the current entry.
    fn shared(&mut self, part: IndexPart, text: u32) {
        self.index.fields.codes.push(Code::shared(part, text));
    }

    fn theme_text(&self, theme: &ThemeId) -> u32 {
        self.themes + narrow(self.dataset.theme_index(theme).index())
    }

    /// Adds the titles of the cited sources, and the places in them, to the current entry.
    fn cited(&mut self, cites: &[Citation]) {
        for citation in cites {
            let source = self.sources + narrow(citation.source_index().index());
            self.shared(IndexPart::Source, source);
            let since = self.index.shared.since[source as usize];
            // The place in the first source is known as long as the fact; others may be later.
            match since {
                Some(since) if cites.len() > 1 => {
                    self.later_field(IndexPart::Place, since, &citation.at);
                }
                _ => self.field(IndexPart::Place, &citation.at),
            }
        }
    }

    /// Starts the context of an area's or a priority's facts.
    fn start_context(&mut self, codes: impl IntoIterator<Item = Code>) {
        self.index.contexts.codes.extend(codes);
        self.context = self.index.contexts.end();
    }

    /// Adds the fields of an item.
    fn add(&mut self, item: ItemIndex) {
        match self.dataset.item(item) {
            Item::Programme(programme) => {
                self.field(IndexPart::Name, &programme.name);
                detail::of_programme(programme, |text| self.field(IndexPart::Detail, text));
            }
            Item::Area(area) => self.add_area(item, area),
            Item::Priority(_, priority) => self.add_priority(item, priority),
            Item::Fact(fact) => self.add_fact(fact),
            Item::Theme(theme) => {
                self.context = 0;
                self.field(IndexPart::Name, &theme.name);
                self.field(IndexPart::Detail, &theme.what);
                if let Some(short) = theme.short.as_ref().filter(|short| **short != theme.name) {
                    self.field(IndexPart::OtherName, short);
                }
            }
            Item::Term(term) => {
                self.context = 0;
                self.field(IndexPart::Name, &term.term);
                for name in term.other_names() {
                    self.field(IndexPart::OtherName, name);
                }
                self.field(IndexPart::Detail, &term.meaning);
                if let Some(cites) = &term.cites {
                    self.cited(cites);
                }
            }
            Item::Source(source) => {
                self.context = 0;
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

    fn add_area(&mut self, item: ItemIndex, area: &Area) {
        self.field(IndexPart::Name, &area.name);
        for name in [&area.announced_as, &area.short].into_iter().flatten() {
            self.field(IndexPart::OtherName, name);
        }
        for district in &area.districts {
            self.field(IndexPart::OtherName, &district.name);
        }
        detail::of_area(area, |text| self.field(IndexPart::Detail, text));
        let Some(area) = item.area().map(|area| narrow(area.index())) else {
            return;
        };
        self.shared(IndexPart::Region, self.regions + area);
        let names = Code::shared(IndexPart::Area, area);
        let region = Code::shared(IndexPart::Region, self.regions + area);
        self.start_context([names, region]);
    }

    fn add_priority(&mut self, item: ItemIndex, priority: &Priority) {
        let Some(area) = item.area().map(|area| narrow(area.index())) else {
            return;
        };
        let title = self.shared_text(None, &priority.title);
        self.shared(IndexPart::Name, title);
        self.field(IndexPart::Number, &format!("priority {}", priority.number));
        self.shared(IndexPart::AreaOfPriority, area);
        self.shared(IndexPart::Region, self.regions + area);
        let themes: Vec<u32> = priority
            .themes
            .iter()
            .map(|other| self.theme_text(&other.theme))
            .collect();
        for &theme in &themes {
            self.shared(IndexPart::ThemeOfPriority, theme);
        }
        detail::of_marks(priority.marks.as_deref(), |text| {
            self.field(IndexPart::Detail, text);
        });
        self.field(IndexPart::Reference, priority.reference.as_str());
        self.cited(&priority.cites);
        let around = [
            Code::shared(IndexPart::Area, area),
            Code::shared(IndexPart::Region, self.regions + area),
            Code::shared(IndexPart::Priority, title),
        ];
        let themes = themes
            .into_iter()
            .map(|theme| Code::shared(IndexPart::Theme, theme));
        self.start_context(around.into_iter().chain(themes));
    }

    fn add_fact(&mut self, fact: Fact) {
        let dataset = self.dataset;
        self.field(IndexPart::Text, &indexed_headline(fact));
        for partner in fact.partners() {
            self.field(IndexPart::Partner, partner);
        }
        if !fact.partners().is_empty() {
            self.shared(IndexPart::Detail, self.partners);
        }
        detail::of_fact(dataset, fact, |text| self.field(IndexPart::Detail, text));
        if fact.amount().is_some() && fact.kind != Kind::Money {
            let money = self.index.kinds[number_of(Kind::Money)];
            self.shared(IndexPart::Detail, money);
        }
        detail::of_later(dataset, fact, |since, text| {
            self.later_field(IndexPart::Detail, since, text);
        });
        if let FactData::Target(target) = fact.body
            && let Some(outcome) = &target.outcome
        {
            for citation in outcome.cites.iter().flat_map(|cites| cites.iter()) {
                let source = self.sources + narrow(citation.source_index().index());
                self.shared(IndexPart::Source, source);
            }
        }
        detail::of_marks(fact.marks(), |text| self.field(IndexPart::Detail, text));
        let scope = match fact.body {
            FactData::SharedAction(action) => Some((&action.applies_to, &action.themes)),
            FactData::SharedFact(shared) => Some((&shared.applies_to, &shared.themes)),
            _ => None,
        };
        if let Some((scope, themes)) = scope {
            for id in &scope.areas {
                if let Some(ItemIndex::Area(area)) = dataset.find(id.as_str()) {
                    self.shared(IndexPart::Area, narrow(area.index()));
                }
            }
            for theme in themes {
                self.shared(IndexPart::Theme, self.theme_text(theme));
            }
        }
        self.field(IndexPart::Reference, fact.reference().as_str());
        self.cited(fact.cites());
    }
}

/// Returns all names of an area.
fn names_of(area: &Area) -> String {
    let mut names = area.name.to_string();
    let others = area.announced_as.iter().chain(&area.short);
    for name in others.chain(area.districts.iter().map(|district| &district.name)) {
        if !names.contains(name.as_str()) {
            names.push(' ');
            names.push_str(name);
        }
    }
    names
}

/// Returns the headline of a fact without the remark on which rank is the worst: it is the same for all ranks, so that only
/// the worst rank answers a question about the worst.
pub(super) fn indexed_headline(fact: Fact<'_>) -> Cow<'_, str> {
    match fact.body {
        FactData::Rank(rank) if rank.rank < rank.of => {
            let remark = format!(" ({} is the worst)", rank.of);
            fact.headline().replace(&remark, "").into()
        }
        _ => fact.headline(),
    }
}
