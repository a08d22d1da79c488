//! The first page.

use crate::{
    command::{self, View},
    dialogue::page::{Choice, DialoguePage, PageContent},
    query::{describe::counted, snapshot::Snapshot},
};

/// Returns the size of the dataset, and the views as choices.
pub(super) fn start(snapshot: Snapshot) -> PageContent {
    let size = format!(
        "{}, {} and {}.",
        counted(snapshot.dataset().areas().len(), "area", "areas"),
        counted(snapshot.all_priorities().count(), "priority", "priorities"),
        counted(snapshot.sources().count(), "publication", "publications"),
    );
    let what = |view| {
        command::bindings()
            .find(|binding| binding.command == command::Command::View(view))
            .map_or("", |binding| binding.description)
    };
    let views = View::ALL.into_iter().map(|view| {
        Choice::open(
            format!("{}: {}", view.name(), what(view)),
            DialoguePage::View(view),
        )
    });
    PageContent {
        title: "Opportunity areas".into(),
        lines: vec![size],
        choices: views.collect(),
    }
}
