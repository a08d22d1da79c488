//! Items in brief, for the pane beside the lists: facts first, provenance last.
//!
//! [`describe`] has everything about an item; codes, addresses and remarks on geography are only there.

mod area;
mod digest_entry;
mod fact;
#[cfg(feature = "tui")]
mod full_text;
mod place;
mod priority;
mod programme;

#[cfg(feature = "tui")]
pub(crate) use area::{chair_words, is_in_name, plan_words, rank_line};
pub use digest_entry::{Digest, DigestEntry, DigestLine};
#[cfg(feature = "tui")]
pub(crate) use fact::{reasons, target_words};
#[cfg(feature = "tui")]
pub(crate) use full_text::full_entries;
#[cfg(feature = "tui")]
pub(crate) use place::place;
#[cfg(feature = "tui")]
pub(crate) use programme::{programme_digest, programme_entries};

use digest_entry::EntryList;

use super::{describe::describe, snapshot::Snapshot};
use crate::dataset::{Citation, Dataset, Item, ItemIndex, SourceType};

/// Returns an item in brief, as it was known in a snapshot.
///
/// # Examples
///
/// ```
/// use opportunity_areas::{
///     dataset::Dataset,
///     query::{digest::digest, snapshot::Snapshot},
/// };
///
/// let dataset = Dataset::bundled();
/// let item = dataset.find("oldham").expect("the bundled dataset has it");
/// let digest = digest(Snapshot::latest(&dataset), item);
/// assert_eq!(digest.context, "Oldham, North West");
/// assert_eq!(digest.entries[0].label, "Plan");
/// ```
#[must_use]
pub fn digest(snapshot: Snapshot<'_>, item: ItemIndex) -> Digest<'_> {
    let dataset = snapshot.dataset();
    match (dataset.item(item), item) {
        (Item::Programme(_), _) => {
            programme::programme_digest(snapshot, programme::programme_entries(snapshot))
        }
        (Item::Area(_), ItemIndex::Area(area)) => area::area_digest(snapshot, area),
        (Item::Priority(..), ItemIndex::Priority(priority)) => {
            priority::priority_digest(snapshot, priority)
        }
        (Item::Fact(fact), ItemIndex::Fact(index)) => fact::fact_digest(snapshot, index, fact),
        _ => described(snapshot, item),
    }
}

/// Returns the digest of an item whose description is short, or has no order of its own.
fn described(snapshot: Snapshot<'_>, item: ItemIndex) -> Digest<'_> {
    let description = describe(snapshot, item);
    let mut entries = EntryList::default();
    for fields in description
        .fields
        .chunk_by(|one, other| one.label == other.label)
    {
        let values = fields
            .iter()
            .map(|field| DigestLine::Text(field.value.clone()));
        entries.add(fields[0].label, values);
    }
    Digest {
        context: description.kind,
        reference: description.reference,
        lead: Some(description.title),
        entries: entries.0,
        cites: description.cites,
    }
}

/// Returns a citation as a short note: `Department for Education, plan, 9 October 2017, page 19`.
#[must_use]
pub fn short_citation(dataset: &Dataset, citation: &Citation) -> String {
    let source = dataset.source(citation.source_index());
    // The publisher shows the type of other publications.
    let plan = match source.source_type {
        Some(SourceType::Plan) => "plan, ",
        _ => "",
    };
    format!(
        "{}, {plan}{}, {}",
        source.publisher, source.published, citation.at
    )
}
