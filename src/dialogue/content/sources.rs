//! Publications, and the items that cite each.

use std::cmp::Reverse;

use super::{
    brief::{Brief, brief},
    item::choices,
};
use crate::{
    dataset::{ItemIndex, SourceIndex},
    dialogue::page::{Choice, DialoguePage, PageContent},
    query::{
        describe::counted,
        filter::Filter,
        snapshot::Snapshot,
        sources::{Publication, cited_by, publications},
    },
    sort::SortShared,
};

/// Returns the publications by date.
pub(super) fn sources(snapshot: Snapshot, filter: &Filter) -> PageContent {
    let publications = publications(snapshot, filter);
    let choices = publications.iter().map(choice);
    PageContent::menu("Publications, by date", choices.collect())
}

/// Returns the publications, those that most items cite first.
pub(super) fn by_citations(snapshot: Snapshot, filter: &Filter) -> PageContent {
    let mut publications = publications(snapshot, filter);
    publications.sort_shared_by_key(|publication| Reverse(publication.citation_count));
    let choices = publications.iter().map(choice);
    PageContent::menu("Publications, by citations", choices.collect())
}

/// Returns a publication in a line: its date, its title, its publisher and the number of items that cite it.
fn choice(publication: &Publication) -> Choice {
    let source = publication.source;
    let label = format!(
        "{}: {}, {}; cited by {}",
        source.published,
        source.title,
        source.publisher,
        counted(publication.citation_count, "fact", "facts")
    );
    Choice::open(label, DialoguePage::Source(publication.index))
}

/// Returns a publication in brief, with the items that cite it as choices.
pub(super) fn source(snapshot: Snapshot, filter: &Filter, source: SourceIndex) -> PageContent {
    let Brief { title, lines } = brief(snapshot, ItemIndex::Source(source));
    let choices = choices(snapshot, cited_by(snapshot, filter, source));
    PageContent::new(format!("Publication: {title}"), lines, choices)
}
