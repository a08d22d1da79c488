//! The first page.

use crate::{
    command::{self, View},
    dataset::Dataset,
    dialogue::page::{Choice, DialoguePage, PageContent},
    query::{
        coverage::{has_events, has_facts, has_positions, has_targets},
        describe::{capitalized, counted},
        snapshot::Snapshot,
    },
};

/// Returns true if a view has something to show of the dataset.
pub(super) fn has_content(dataset: &Dataset, view: View) -> bool {
    match view {
        View::Map => has_positions(dataset),
        View::Timeline => has_events(dataset),
        View::Matrix => dataset.themes().len() > 0,
        View::Compare => dataset.areas().len() > 1,
        View::Targets => has_targets(dataset),
        View::Table => has_facts(dataset),
        View::Areas | View::Sources | View::Search => true,
    }
}

/// Returns the size of the dataset, and the views as choices.
pub(super) fn start(snapshot: Snapshot) -> PageContent {
    let size = format!(
        "{}, {} and {}",
        counted(snapshot.dataset().areas().len(), "area", "areas"),
        counted(snapshot.all_priorities().count(), "priority", "priorities"),
        counted(snapshot.sources().count(), "publication", "publications"),
    );
    let what = |view| {
        command::bindings()
            .find(|binding| binding.command == command::Command::View(view))
            .map_or("", |binding| binding.description)
    };
    let dataset = snapshot.dataset();
    let has_content = |view: &View| has_content(dataset, *view);
    let views = View::ALL.into_iter().filter(has_content).map(|view| {
        let (name, what) = (view.name(), what(view));
        let label = if what.starts_with(&name.to_lowercase()) {
            capitalized(what)
        } else {
            format!("{name}: {what}")
        };
        Choice::open(label, DialoguePage::View(view))
    });
    let explained = snapshot.terms().count();
    let terms = (explained > 0).then(|| {
        let count = counted(explained, "word", "words");
        Choice::open(
            format!("Words and abbreviations: {count} explained"),
            DialoguePage::Terms,
        )
    });
    PageContent::menu(
        format!("{}. {size}", dataset.programme().name),
        views.chain(terms).collect(),
    )
}
