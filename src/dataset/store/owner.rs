//! Owners of facts: the programme, areas and priorities.

use super::{
    fact::{Fact, FactData},
    item::OwnerIndex,
    kind::{Kind, fact_kinds},
};
use crate::dataset::format::{Area, Citations, Priority, Programme};

/// A block of the file that facts belong to.
pub trait Owner {
    /// The kinds of facts that it can have, in the order in which they are shown.
    const KINDS: &'static [Kind];

    /// Returns the fact of a kind at a position, from 0.
    fn fact(&self, kind: Kind, index: usize) -> Option<Fact<'_>>;

    /// Returns the number of facts of all kinds.
    fn fact_count(&self) -> usize;

    /// Returns the JSON path of the list of facts of a kind, such as `board.chairs`; empty for a
    /// kind that it cannot have.
    #[must_use]
    fn list_path(kind: Kind) -> &'static str;

    /// Returns all facts, sorted by kind.
    fn facts(&self) -> impl Iterator<Item = Fact<'_>> {
        Self::KINDS
            .iter()
            .flat_map(move |&kind| self.facts_of(kind))
    }

    /// Returns the facts of one kind.
    fn facts_of(&self, kind: Kind) -> impl Iterator<Item = Fact<'_>> {
        (0..).map_while(move |index| self.fact(kind, index))
    }
}

/// Returns the JSON path of an owner's list of facts of a kind, as [`Owner::list_path`].
pub(in crate::dataset) fn list_path(owner: OwnerIndex, kind: Kind) -> &'static str {
    match owner {
        OwnerIndex::Programme => Programme::list_path(kind),
        OwnerIndex::Area(_) => Area::list_path(kind),
        OwnerIndex::Priority(_) => Priority::list_path(kind),
    }
}

/// Mutable access to the citations of facts.
pub(in crate::dataset) trait VisitCitations {
    /// Calls `visit` with the citations of each fact.
    fn visit_citations(&mut self, visit: &mut impl FnMut(&mut Citations));
}

/// Borrows the list of facts in a field. An area has at most one plan, and may have no board.
macro_rules! list {
    ($owner:ident, plan) => {
        $owner.plan.as_slice()
    };
    ($owner:ident, board.$field:ident) => {
        $owner.board.as_ref().map_or(&[][..], |board| &board.$field)
    };
    ($owner:ident, $field:ident) => {
        &$owner.$field[..]
    };
    (mut $owner:ident, plan) => {
        $owner.plan.as_mut_slice()
    };
    (mut $owner:ident, board.$field:ident) => {
        $owner
            .board
            .as_mut()
            .map_or(&mut [][..], |board| board.$field.loaded_mut())
    };
    (mut $owner:ident, $field:ident) => {
        $owner.$field.loaded_mut()
    };
}

macro_rules! define_owners {
    (
        kinds { $($kinds:tt)* }
        owners { $($owner:ident { $($kind:ident: $field:ident $(. $part:ident)?;)+ })+ }
    ) => {
        $(
            impl Owner for $owner {
                const KINDS: &'static [Kind] = &[$(Kind::$kind),+];

                fn fact(&self, kind: Kind, index: usize) -> Option<Fact<'_>> {
                    let owner = self;
                    let body = match kind {
                        $(Kind::$kind => FactData::from(list!(owner, $field $(. $part)?).get(index)?),)+
                        _ => return None,
                    };
                    Some(Fact { kind, body })
                }

                fn fact_count(&self) -> usize {
                    let owner = self;
                    0 $(+ list!(owner, $field $(. $part)?).len())+
                }

                fn list_path(kind: Kind) -> &'static str {
                    match kind {
                        $(Kind::$kind => concat!(stringify!($field) $(, ".", stringify!($part))?),)+
                        _ => "",
                    }
                }
            }

            impl VisitCitations for $owner {
                fn visit_citations(&mut self, visit: &mut impl FnMut(&mut Citations)) {
                    let owner = self;
                    $(for fact in list!(mut owner, $field $(. $part)?) {
                        visit(&mut fact.cites);
                    })+
                }
            }
        )+
    };
}

fact_kinds!(define_owners);
