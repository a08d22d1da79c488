//! Publications, and the items that cite each.

use super::item::{choices, description};
use crate::{
    dataset::{ItemIndex, SourceIndex},
    dialogue::page::{Choice, DialoguePage, PageContent},
    query::{
        describe::counted,
        filter::Filter,
        snapshot::Snapshot,
        sources::{cited_by, publications},
    },
};

/// Returns the publications by date.
pub(super) fn sources(snapshot: Snapshot, filter: &Filter) -> PageContent {
    let choices = publications(snapshot, filter)
        .into_iter()
        .map(|publication| {
            let source = publication.source;
            let label = format!(
                "{}: {}, {}; cited by {}",
                source.published,
                source.title,
                source.publisher,
                counted(publication.citation_count, "fact", "facts")
            );
            Choice::open(label, DialoguePage::Source(publication.index))
        });
    PageContent::menu("Publications, by date", choices.collect())
}

/// Returns the description of a publication, with the items that cite it as choices.
pub(super) fn source(snapshot: Snapshot, filter: &Filter, source: SourceIndex) -> PageContent {
    let (title, lines) = description(snapshot, ItemIndex::Source(source));
    PageContent {
        title: format!("Publication: {title}"),
        lines,
        choices: choices(snapshot, cited_by(snapshot, filter, source)),
    }
}
