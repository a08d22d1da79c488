//! Datasets for the tests of views.

use crate::dataset::Dataset;

/// Returns the bundled dataset, and the valid files of the tests with these names.
pub(super) fn bundled_and(names: &[&str]) -> Vec<Dataset> {
    let read = |name: &&str| {
        let path = format!("tests/data/valid/{name}.json");
        Dataset::from_file(path.as_ref()).unwrap_or_else(|error| panic!("{error}"))
    };
    let files = names.iter().map(read);
    std::iter::once(Dataset::bundled()).chain(files).collect()
}
