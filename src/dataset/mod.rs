//! What is known: types, loading and checking. No clock, no terminal.
//!
//! ```
//! use opportunity_areas::dataset::{Dataset, Item};
//!
//! let dataset = Dataset::bundled();
//! let item = dataset.find("oldham/3/mental-health-first-aid").expect("the bundled dataset has it");
//! let Item::Fact(fact) = dataset.item(item) else { panic!("an action is a fact") };
//! assert_eq!(dataset.source(&fact.cites()[0].source).author.as_deref(), Some("Tristan Donovan"));
//! ```

use std::borrow::Cow;

pub mod amount;
pub mod check;
pub mod date;
pub mod diagnose;
pub mod fact;
pub mod geography;
pub mod id;
pub mod index;
mod interning;
pub mod load;
pub mod model;
mod name_index;
mod packed;
pub mod priority;
pub mod problem;
pub mod source;
pub mod text;
mod tree;
mod tree_reader;
pub mod word;

#[cfg(test)]
mod schema;

pub use amount::{Amount, Pounds};
pub use date::{Date, PartialDate, Period};
pub use fact::{Fact, FactData, Kind, Owner};
pub use id::{AreaId, Reference, SourceId, ThemeId};
pub use index::{
    AreaIndex, FactIndex, Item, ItemIndex, OwnerIndex, PriorityIndex, SourceIndex, ThemeIndex,
};
pub use load::LoadProgress;
pub use model::{Area, Document, Programme, Theme};
pub use priority::Priority;
pub use source::{Citation, Source};
pub use text::Text;

use name_index::{NameIndex, NameKey, fact_at};

/// A programme's areas, priorities and facts, with the sources that they rest on.
///
/// A `Dataset` that exists is consistent: every id in it stands for something, every reference is unique.
#[derive(Debug)]
pub struct Dataset {
    document: Document,
    names: NameIndex,
}

impl Dataset {
    /// The file's blocks, as they stand in it.
    #[must_use]
    pub fn document(&self) -> &Document {
        &self.document
    }

    /// The programme as a whole.
    #[must_use]
    pub fn programme(&self) -> &Programme {
        &self.document.programme
    }

    /// All areas, in the file's order.
    #[must_use]
    pub fn areas(&self) -> impl ExactSizeIterator<Item = (AreaIndex, &Area)> + DoubleEndedIterator {
        self.document
            .areas
            .iter()
            .enumerate()
            .map(|(index, area)| (AreaIndex::new(index), area))
    }

    /// An area's priorities, in the file's order.
    #[must_use]
    pub fn priorities(
        &self,
        area: AreaIndex,
    ) -> impl ExactSizeIterator<Item = (PriorityIndex, &Priority)> + DoubleEndedIterator {
        self.area(area)
            .priorities
            .iter()
            .enumerate()
            .map(move |(index, priority)| (PriorityIndex::new(area, index), priority))
    }

    /// All themes, in the file's order.
    #[must_use]
    pub fn themes(&self) -> impl ExactSizeIterator<Item = (ThemeIndex, &Theme)> {
        self.document
            .themes
            .iter()
            .enumerate()
            .map(|(index, theme)| (ThemeIndex::new(index), theme))
    }

    /// All publications, in the file's order.
    #[must_use]
    pub fn sources(&self) -> impl ExactSizeIterator<Item = (SourceIndex, &Source)> {
        self.document
            .sources
            .iter()
            .enumerate()
            .map(|(index, source)| (SourceIndex::new(index), source))
    }

    /// The area that this index was given out for.
    #[must_use]
    pub fn area(&self, index: AreaIndex) -> &Area {
        &self.document.areas[index.index()]
    }

    /// The priority that this index was given out for.
    #[must_use]
    pub fn priority(&self, index: PriorityIndex) -> &Priority {
        &self.area(index.area()).priorities[index.index()]
    }

    /// The fact that this index was given out for.
    #[must_use]
    pub fn fact(&self, index: FactIndex) -> Fact<'_> {
        fact_at(&self.document, index)
    }

    /// The facts of one kind that belong to something, each with its index.
    pub fn facts_of(
        &self,
        owner: OwnerIndex,
        kind: Kind,
    ) -> impl Iterator<Item = (FactIndex, Fact<'_>)> {
        (0..).map_while(move |index| {
            let fact = match owner {
                OwnerIndex::Programme => self.programme().fact(kind, index),
                OwnerIndex::Area(area) => self.area(area).fact(kind, index),
                OwnerIndex::Priority(priority) => self.priority(priority).fact(kind, index),
            };
            fact.map(|fact| (FactIndex::new(owner, kind, index), fact))
        })
    }

    /// All facts that belong to something, each with its index.
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

    /// All that facts can belong to: the programme, each area, each priority.
    pub fn owners(&self) -> impl Iterator<Item = OwnerIndex> {
        let areas = self.areas().flat_map(|(area, _)| {
            std::iter::once(OwnerIndex::Area(area)).chain(
                self.priorities(area)
                    .map(|(priority, _)| OwnerIndex::Priority(priority)),
            )
        });
        std::iter::once(OwnerIndex::Programme).chain(areas)
    }

    /// What a reference stands for, in constant time: `oldham`, `oldham/3`, `theme/maths`, `source/plan-oldham`, `programme`, any fact.
    #[must_use]
    pub fn find(&self, reference: &str) -> Option<ItemIndex> {
        self.names.find(&self.document, NameKey::typed(reference))
    }

    /// How much [`Dataset::find`] finds.
    #[must_use]
    pub fn count(&self) -> usize {
        self.names.count()
    }

    /// Everything that [`Dataset::find`] finds, in no order.
    pub fn item_indices(&self) -> impl Iterator<Item = ItemIndex> {
        self.names.all()
    }

    /// Everything that [`Dataset::find`] finds, in the file's order: the programme, areas with their priorities, each followed
    /// by its facts; then themes and sources.
    pub fn item_indices_in_order(&self) -> impl Iterator<Item = ItemIndex> {
        let owners = self.owners().flat_map(|owner| {
            let itself = match owner {
                OwnerIndex::Programme => ItemIndex::Programme,
                OwnerIndex::Area(area) => ItemIndex::Area(area),
                OwnerIndex::Priority(priority) => ItemIndex::Priority(priority),
            };
            std::iter::once(itself).chain(self.facts(owner).map(|(fact, _)| ItemIndex::Fact(fact)))
        });
        let themes = self.themes().map(|(theme, _)| ItemIndex::Theme(theme));
        owners
            .chain(themes)
            .chain(self.sources().map(|(source, _)| ItemIndex::Source(source)))
    }

    /// What something is called, as [`Dataset::find`] takes it.
    #[must_use]
    pub fn reference(&self, item: ItemIndex) -> Cow<'_, str> {
        match NameKey::of(&self.document, item) {
            NameKey::Reference(reference) => Cow::Borrowed(reference),
            NameKey::Theme(id) => Cow::Owned(format!("theme/{id}")),
            NameKey::Source(id) => Cow::Owned(format!("source/{id}")),
        }
    }

    /// What stands at a slot.
    #[must_use]
    pub fn item(&self, item: ItemIndex) -> Item<'_> {
        match item {
            ItemIndex::Programme => Item::Programme(self.programme()),
            ItemIndex::Area(area) => Item::Area(self.area(area)),
            ItemIndex::Priority(priority) => {
                Item::Priority(self.area(priority.area()), self.priority(priority))
            }
            ItemIndex::Fact(fact) => Item::Fact(self.fact(fact)),
            ItemIndex::Theme(theme) => Item::Theme(&self.document.themes[theme.index()]),
            ItemIndex::Source(source) => Item::Source(&self.document.sources[source.index()]),
        }
    }

    /// Who says what stands at a slot: nobody is cited for the programme, areas, themes and sources themselves.
    #[must_use]
    pub fn cites(&self, item: ItemIndex) -> &[Citation] {
        match item {
            ItemIndex::Priority(priority) => &self.priority(priority).cites,
            ItemIndex::Fact(fact) => self.fact(fact).cites(),
            ItemIndex::Programme
            | ItemIndex::Area(_)
            | ItemIndex::Theme(_)
            | ItemIndex::Source(_) => &[],
        }
    }

    /// The publication with this id, in constant time.
    #[must_use]
    pub fn source(&self, id: &SourceId) -> &Source {
        &self.document.sources[self.source_index(id).index()]
    }

    /// Where the publication with this id stands, in constant time.
    #[must_use]
    pub fn source_index(&self, id: &SourceId) -> SourceIndex {
        match self
            .names
            .find(&self.document, NameKey::Source(id.as_str()))
        {
            Some(ItemIndex::Source(source)) => source,
            _ => {
                unreachable!("every cited id was checked to be a source when the dataset was made")
            }
        }
    }

    /// The theme with this id, in constant time.
    #[must_use]
    pub fn theme(&self, id: &ThemeId) -> &Theme {
        &self.document.themes[self.theme_index(id).index()]
    }

    /// Where the theme with this id stands, in constant time.
    #[must_use]
    pub fn theme_index(&self, id: &ThemeId) -> ThemeIndex {
        match self.names.find(&self.document, NameKey::Theme(id.as_str())) {
            Some(ItemIndex::Theme(theme)) => theme,
            _ => unreachable!("every theme's id was checked when the dataset was made"),
        }
    }
}
