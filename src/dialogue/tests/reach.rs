//! The pages that numbers alone can reach.

use std::{collections::HashSet, sync::LazyLock};

use crate::{
    dataset::Dataset,
    dialogue::{
        Dialogue,
        page::{ChoiceAction, DialoguePage},
    },
};

/// Pages of the bundled dataset that numbers open: they take long to find.
pub(super) static BUNDLED: LazyLock<(Dataset, Vec<DialoguePage>)> = LazyLock::new(|| {
    let dataset = Dataset::bundled();
    let pages = reached_pages(&dataset);
    (dataset, pages)
});

/// Returns the pages that numbers open, from the first page on.
pub(super) fn reached_pages(dataset: &Dataset) -> Vec<DialoguePage> {
    let (mut pages, mut seen, mut queue) = (Vec::new(), HashSet::new(), vec![DialoguePage::Start]);
    while let Some(page) = queue.pop() {
        let mut dialogue = Dialogue::new(dataset, false);
        // Some pages stand for others: the map has an area in the middle.
        dialogue.go(page);
        if !seen.insert(format!("{:?}", dialogue.page)) {
            continue;
        }
        for choice in dialogue.content().choices {
            if let ChoiceAction::Open(page) = choice.action {
                queue.push(page);
            }
        }
        pages.push(dialogue.page);
    }
    pages
}

/// Numbers alone must reach every item, so that no user needs to know a command.
#[test]
fn numbers_reach_everything() {
    let every_field = "tests/data/valid/every-field.json";
    let every_field = Dataset::from_file(every_field.as_ref()).expect("the dataset is sound");
    let pages = reached_pages(&every_field);
    for (dataset, pages) in [&*BUNDLED, &(every_field, pages)] {
        let reached: HashSet<_> = pages.iter().map(DialoguePage::item).collect();
        let unreached: Vec<String> = dataset
            .item_indices()
            .filter(|item| !reached.contains(item))
            .map(|item| dataset.reference(item).into_owned())
            .collect();
        assert_eq!(unreached, [""; 0]);
    }
}
