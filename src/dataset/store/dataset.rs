//! The dataset.

use std::borrow::Cow;

use super::{
    contradictions::Contradictions,
    fact::Fact,
    find_in_lists::find_in_lists,
    item::{FactIndex, Item, ItemIndex, OwnerIndex},
    kind::Kind,
    name_index::{NameIndex, NameKey, fact_at, name_count},
    owner::Owner,
    visits::visit,
};
use crate::dataset::{
    format::{
        Action, ActionStatus, Area, Citation, Document, Marks, Measure, Priority, Programme,
        Source, Term, Theme,
    },
    values::{AreaIndex, MeasureId, PriorityIndex, SourceIndex, TermIndex, ThemeId, ThemeIndex},
};

/// A programme's areas, priorities and facts, with the sources that state them.
///
/// A dataset is consistent: every id that it mentions exists, and every reference is unique.
///
/// # Examples
/// ```
/// use opportunity_areas::dataset::{Dataset, Item};
///
/// let dataset = Dataset::bundled();
/// let item = dataset.find("oldham/3/mental-health-first-aid").expect("the action exists");
/// let Item::Fact(fact) = dataset.item(item) else { panic!("an action is a fact") };
/// let source = dataset.source(fact.cites()[0].source_index());
/// assert_eq!(source.author.as_deref(), Some("Tristan Donovan"));
/// ```
#[derive(Debug)]
pub struct Dataset {
    document: Document,
    /// All names, or none for the bundled dataset, which is small enough to look for them in its lists.
    names: Option<NameIndex>,
    contradictions: Contradictions,
}

impl Dataset {
    /// Makes a dataset of a document whose names are all in the index, and whose citations are
    /// resolved.
    pub(in crate::dataset) fn new(
        document: Document,
        names: NameIndex,
        contradictions: Contradictions,
    ) -> Self {
        Self {
            document,
            names: Some(names),
            contradictions,
        }
    }

    /// Makes the bundled dataset of its document and the references of facts that contradict each other.
    pub(in crate::dataset) fn of_tables(document: Document, contradictions: &[[&str; 2]]) -> Self {
        let mut dataset = Self {
            document,
            names: None,
            contradictions: Contradictions::default(),
        };
        for pair in contradictions {
            if let [Some(one), Some(other)] = pair.map(|reference| dataset.find(reference)) {
                dataset.contradictions.add(one, other);
            }
        }
        dataset
    }

    /// Returns the blocks of the file.
    #[must_use]
    pub fn document(&self) -> &Document {
        &self.document
    }

    /// Returns the programme.
    #[must_use]
    pub fn programme(&self) -> &Programme {
        &self.document.programme
    }

    /// Returns all areas, in the file's order.
    #[must_use]
    pub fn areas(&self) -> impl ExactSizeIterator<Item = (AreaIndex, &Area)> + DoubleEndedIterator {
        let areas = self.document.areas.iter().enumerate();
        areas.map(|(index, area)| {
            visit();
            (AreaIndex::new(index), area)
        })
    }

    /// Returns the priorities of an area, in the file's order.
    #[must_use]
    pub fn priorities(
        &self,
        area: AreaIndex,
    ) -> impl ExactSizeIterator<Item = (PriorityIndex, &Priority)> + DoubleEndedIterator {
        let priorities = self.area(area).priorities.iter().enumerate();
        priorities.map(move |(index, priority)| {
            visit();
            (PriorityIndex::new(area, index), priority)
        })
    }

    /// Returns all themes, in the file's order.
    #[must_use]
    pub fn themes(&self) -> impl ExactSizeIterator<Item = (ThemeIndex, &Theme)> {
        let themes = self.document.themes.iter().enumerate();
        themes.map(|(index, theme)| {
            visit();
            (ThemeIndex::new(index), theme)
        })
    }

    /// Returns all terms, in the file's order.
    #[must_use]
    pub fn terms(&self) -> impl ExactSizeIterator<Item = (TermIndex, &Term)> {
        let terms = self.document.terms.iter().enumerate();
        terms.map(|(index, term)| {
            visit();
            (TermIndex::new(index), term)
        })
    }

    /// Returns all sources, in the file's order.
    #[must_use]
    pub fn sources(&self) -> impl ExactSizeIterator<Item = (SourceIndex, &Source)> {
        let sources = self.document.sources.iter().enumerate();
        sources.map(|(index, source)| {
            visit();
            (SourceIndex::new(index), source)
        })
    }

    /// Returns an area by its index.
    #[must_use]
    pub fn area(&self, index: AreaIndex) -> &Area {
        visit();
        &self.document.areas[index.index()]
    }

    /// Returns a priority by its index.
    #[must_use]
    pub fn priority(&self, index: PriorityIndex) -> &Priority {
        visit();
        &self.area(index.area()).priorities[index.index()]
    }

    /// Returns a theme by its index.
    #[must_use]
    pub fn theme(&self, index: ThemeIndex) -> &Theme {
        visit();
        &self.document.themes[index.index()]
    }

    /// Returns a term by its index.
    #[must_use]
    pub fn term(&self, index: TermIndex) -> &Term {
        visit();
        &self.document.terms[index.index()]
    }

    /// Returns the measure with an id.
    ///
    /// # Panics
    /// If no measure has this id. Every figure's measure is in the dataset.
    #[must_use]
    pub fn measure(&self, id: &MeasureId) -> &Measure {
        let mut measures = self.document.measures.iter();
        measures
            .find(|measure| measure.id == *id)
            .unwrap_or_else(|| panic!("`{id}` is not a measure of this dataset"))
    }

    /// Returns a source by its index. [`Citation::source_index`] returns the index for a citation.
    #[must_use]
    pub fn source(&self, index: SourceIndex) -> &Source {
        visit();
        &self.document.sources[index.index()]
    }

    /// Returns a fact by its index.
    #[must_use]
    pub fn fact(&self, index: FactIndex) -> Fact<'_> {
        visit();
        fact_at(&self.document, index)
    }

    /// Returns an item by its index.
    #[must_use]
    pub fn item(&self, item: ItemIndex) -> Item<'_> {
        match item {
            ItemIndex::Programme => Item::Programme(self.programme()),
            ItemIndex::Area(area) => Item::Area(self.area(area)),
            ItemIndex::Priority(priority) => {
                Item::Priority(self.area(priority.area()), self.priority(priority))
            }
            ItemIndex::Fact(fact) => Item::Fact(self.fact(fact)),
            ItemIndex::Theme(theme) => Item::Theme(self.theme(theme)),
            ItemIndex::Term(term) => Item::Term(self.term(term)),
            ItemIndex::Source(source) => Item::Source(self.source(source)),
        }
    }

    /// Returns the facts of one kind that an owner has, each with its index.
    pub fn facts_of(
        &self,
        owner: OwnerIndex,
        kind: Kind,
    ) -> impl Iterator<Item = (FactIndex, Fact<'_>)> {
        (0..).map_while(move |index| {
            visit();
            let fact = match owner {
                OwnerIndex::Programme => self.programme().fact(kind, index),
                OwnerIndex::Area(area) => self.area(area).fact(kind, index),
                OwnerIndex::Priority(priority) => self.priority(priority).fact(kind, index),
            };
            fact.map(|fact| (FactIndex::new(owner, kind, index), fact))
        })
    }

    /// Returns all facts that an owner has, each with its index, sorted by kind.
    pub fn facts(&self, owner: OwnerIndex) -> impl Iterator<Item = (FactIndex, Fact<'_>)> {
        let kinds = match owner {
            OwnerIndex::Programme => Programme::KINDS,
            OwnerIndex::Area(_) => Area::KINDS,
            OwnerIndex::Priority(_) => Priority::KINDS,
        };
        kinds
            .iter()
            .flat_map(move |&kind| self.facts_of(owner, kind))
    }

    /// Returns all owners of facts: the programme, then each area, followed by its priorities.
    pub fn owners(&self) -> impl Iterator<Item = OwnerIndex> {
        let areas = self.areas().flat_map(|(area, _)| {
            let priorities = self.priorities(area);
            std::iter::once(OwnerIndex::Area(area))
                .chain(priorities.map(|(priority, _)| OwnerIndex::Priority(priority)))
        });
        std::iter::once(OwnerIndex::Programme).chain(areas)
    }

    /// Returns the citations of a priority, fact or term. Other items have none.
    #[must_use]
    pub fn cites(&self, item: ItemIndex) -> &[Citation] {
        match item {
            ItemIndex::Priority(priority) => &self.priority(priority).cites,
            ItemIndex::Fact(fact) => self.fact(fact).cites(),
            ItemIndex::Term(term) => self.term(term).cites.as_deref().unwrap_or(&[]),
            ItemIndex::Programme
            | ItemIndex::Area(_)
            | ItemIndex::Theme(_)
            | ItemIndex::Source(_) => &[],
        }
    }

    /// Returns the remarks on a priority or fact, if it has any.
    #[must_use]
    pub fn marks(&self, item: ItemIndex) -> Option<&Marks> {
        match item {
            ItemIndex::Priority(priority) => self.priority(priority).marks.as_deref(),
            ItemIndex::Fact(fact) => self.fact(fact).marks(),
            _ => None,
        }
    }

    /// Returns the facts and priorities that contradict an item, in both directions.
    #[must_use]
    pub fn contradictions(&self, item: ItemIndex) -> &[ItemIndex] {
        self.contradictions.of(item)
    }

    /// Returns the status of an action. Files of version 1 do not state it; in later ones, an
    /// action without a status is planned.
    #[must_use]
    pub fn action_status(&self, action: &Action) -> Option<ActionStatus> {
        let default = (self.document.version > 1).then_some(ActionStatus::Planned);
        action.status.or(default)
    }

    /// Returns the item with a reference, in constant time in a file of any size.
    ///
    /// References look like this: `programme`, `oldham`, `oldham/3`,
    /// `oldham/3/mental-health-first-aid`, `theme/maths`, `term/send`,
    /// `source/plan-oldham`.
    #[must_use]
    pub fn find(&self, reference: &str) -> Option<ItemIndex> {
        let name = NameKey::from_reference(reference);
        self.find_name(name)
    }

    fn find_name(&self, name: NameKey) -> Option<ItemIndex> {
        match &self.names {
            Some(names) => names.find(&self.document, name),
            None => find_in_lists(&self.document, name),
        }
    }

    /// Returns the index of the theme with an id, in constant time.
    ///
    /// # Panics
    /// If no theme has this id. Every theme id in the dataset's document has a theme.
    #[must_use]
    pub fn theme_index(&self, id: &ThemeId) -> ThemeIndex {
        match self.find_name(NameKey::Theme(id.as_str())) {
            Some(ItemIndex::Theme(theme)) => theme,
            _ => panic!("`{id}` is not a theme of this dataset"),
        }
    }

    /// Returns the themes of a priority in its order.
    pub fn themes_of<'a>(&'a self, priority: &'a Priority) -> impl Iterator<Item = &'a Theme> {
        let themes = priority.themes.iter();
        themes.map(|classification| self.theme(self.theme_index(&classification.theme)))
    }

    /// Returns an item's reference, which [`Dataset::find`] accepts.
    #[must_use]
    pub fn reference(&self, item: ItemIndex) -> Cow<'_, str> {
        match NameKey::of(&self.document, item) {
            NameKey::Reference(reference) => Cow::Borrowed(reference),
            NameKey::Theme(id) => Cow::Owned(format!("theme/{id}")),
            NameKey::Term(id) => Cow::Owned(format!("term/{id}")),
            NameKey::Source(id) => Cow::Owned(format!("source/{id}")),
        }
    }

    /// Returns the number of items.
    #[must_use]
    pub fn count(&self) -> usize {
        self.names
            .as_ref()
            .map_or_else(|| name_count(&self.document), NameIndex::len)
    }

    /// Returns all items in the file's order: the programme and each area with its priorities,
    /// every one of them followed by its facts; then themes, terms and sources.
    pub fn item_indices(&self) -> impl Iterator<Item = ItemIndex> {
        let owners = self.owners().flat_map(|owner| {
            let facts = self.facts(owner).map(|(fact, _)| ItemIndex::Fact(fact));
            std::iter::once(owner.into()).chain(facts)
        });
        owners.chain(self.items_without_owner())
    }

    /// Returns the themes, terms and sources, which belong to no owner, in this order.
    pub fn items_without_owner(&self) -> impl Iterator<Item = ItemIndex> {
        let themes = self.themes().map(|(theme, _)| ItemIndex::Theme(theme));
        let sources = self.sources().map(|(source, _)| ItemIndex::Source(source));
        let terms = self.terms().map(|(term, _)| ItemIndex::Term(term));
        themes.chain(terms).chain(sources)
    }
}
