//! Links from citations to their sources.

use hashbrown::HashMap;

use crate::dataset::{
    format::{Document, Target},
    store::VisitCitations,
    values::{SourceId, SourceIndex},
};

/// Stores in each citation the index of its source and its date of publication.
///
/// Citations of unknown sources are left unresolved, for the check to report.
pub(super) fn resolve_citations(document: &mut Document) {
    let Document {
        sources,
        programme,
        areas,
        terms,
        ..
    } = document;
    let mut by_id = HashMap::with_capacity(sources.len());
    for (index, source) in sources.iter().enumerate() {
        by_id.insert(
            source.id.as_str(),
            (SourceIndex::new(index), source.published),
        );
    }
    let find = |id: &SourceId| by_id.get(id.as_str()).copied();
    let resolve_outcomes = |targets: &mut [Target]| {
        let outcomes = targets
            .iter_mut()
            .filter_map(|target| target.outcome.as_mut()?.loaded_mut());
        for cites in outcomes.filter_map(|outcome| outcome.cites.as_mut()) {
            cites.resolve(&find);
        }
    };
    for cites in terms
        .loaded_mut()
        .iter_mut()
        .filter_map(|term| term.cites.as_mut())
    {
        cites.resolve(&find);
    }
    programme.visit_citations(&mut |cites| cites.resolve(&find));
    resolve_outcomes(programme.targets.loaded_mut());
    for area in areas.loaded_mut() {
        area.visit_citations(&mut |cites| cites.resolve(&find));
        for priority in area.priorities.loaded_mut() {
            priority.cites.resolve(&find);
            for citation in priority
                .themes
                .loaded_mut()
                .iter_mut()
                .flat_map(|classification| classification.stated_by.loaded_mut())
            {
                citation.resolve(&find);
            }
            priority.visit_citations(&mut |cites| cites.resolve(&find));
            resolve_outcomes(priority.targets.loaded_mut());
        }
    }
}
