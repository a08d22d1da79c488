//! The dataset that is a part of the program. It is laid out when the program is built, so that starting it reads no JSON.

use crate::dataset::store::Dataset;

/// The tables that `src/build.rs` writes.
mod tables {
    #![allow(clippy::all, clippy::pedantic)]

    use crate::dataset::{
        format::{Citations as Cites, *},
        values::{SafeText as Text, *},
    };

    include!(concat!(env!("OUT_DIR"), "/bundled.rs"));
}

impl Dataset {
    /// Returns the dataset that is a part of the program.
    #[must_use]
    pub fn bundled() -> Self {
        Self::of_tables(tables::DOCUMENT, tables::CONTRADICTIONS)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::dataset::format::BUNDLED;

    #[test]
    fn bundled_dataset_is_the_one_in_the_file() {
        let file = Dataset::from_json("data/opportunity-areas.json", BUNDLED);
        let file = file.unwrap_or_else(|error| panic!("{error}"));
        let bundled = Dataset::bundled();
        // The comparison of documents includes the sources of citations, which loading looks up.
        assert!(*bundled.document() == *file.document());
        assert_eq!(bundled.count(), file.count());
        let mut count = 0;
        for item in file.item_indices() {
            let reference = file.reference(item);
            assert_eq!(bundled.find(&reference), Some(item), "{reference}");
            assert_eq!(bundled.reference(item), reference);
            assert_eq!(
                bundled.contradictions(item),
                file.contradictions(item),
                "{reference}"
            );
            count += 1;
        }
        assert_eq!(bundled.count(), count);
    }

    #[test]
    fn names_that_do_not_exist_are_found_in_neither() {
        let file = Dataset::from_json("data/opportunity-areas.json", BUNDLED);
        let file = file.unwrap_or_else(|error| panic!("{error}"));
        for name in [
            "",
            "/",
            "programme/",
            "programme/none",
            "oldham/",
            "oldham/9",
            "oldham/3/",
            "oldham/3/none",
            "oldham/31",
            "oldham/none",
            "none",
            "none/1",
            "theme/none",
            "term/none",
            "source/none",
            "theme",
        ] {
            assert_eq!(Dataset::bundled().find(name), None, "{name}");
            assert_eq!(file.find(name), None, "{name}");
        }
    }
}
