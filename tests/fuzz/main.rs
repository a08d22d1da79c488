//! No input makes the program panic or run away; errors help.
//!
//! Inputs grow from the files in `tests/data` by random changes. The default is a few hundred cases. For a long run:
//! `PROPTEST_CASES=1000000 cargo test --release --test fuzz`. Add what it finds as a file in `tests/data` or as a test.

use std::{fs, sync::LazyLock};

use opportunity_areas::{
    dataset::Dataset,
    dialogue::{Dialogue, DialogueAction},
    query::{
        filter::Filter,
        resolve::resolve,
        search::{Index, SearchQuery, SearchScope},
        snapshot::Snapshot,
    },
};
use proptest::prelude::*;

static SEEDS: LazyLock<Vec<Vec<u8>>> = LazyLock::new(|| {
    let mut seeds: Vec<_> = ["valid", "invalid"]
        .into_iter()
        .flat_map(|folder| {
            fs::read_dir(format!("tests/data/{folder}"))
                .expect("a folder of seeds")
                .flatten()
        })
        .filter(|entry| {
            entry
                .path()
                .extension()
                .is_some_and(|extension| extension == "json")
        })
        .filter_map(|entry| fs::read(entry.path()).ok())
        // Large files make each case slow and find nothing that small ones don't.
        .filter(|bytes| bytes.len() < 20_000)
        .collect();
    seeds.sort();
    assert!(seeds.len() > 20, "only {} seeds", seeds.len());
    seeds
});

/// Pieces that JSON may and may not contain.
const PIECES: [&str; 18] = [
    "",
    "\"",
    "{",
    "}",
    "[",
    "]",
    ",",
    ":",
    "null",
    "-1e999",
    "18446744073709551616",
    "\"\\ud800\"",
    "\\u0000",
    "\u{feff}",
    "\u{202e}",
    "[[[[[[[[",
    "\"cites\": []",
    "2017-02-30",
];

/// Strategy: a seed with a few stretches replaced.
fn changed() -> impl Strategy<Value = Vec<u8>> {
    let piece = prop_oneof![
        3 => prop::sample::select(&PIECES[..]).prop_map(|piece| piece.as_bytes().to_vec()),
        1 => prop::collection::vec(any::<u8>(), 0..6),
    ];
    let change = (any::<prop::sample::Index>(), 0_usize..30, piece);
    (
        any::<prop::sample::Index>(),
        prop::collection::vec(change, 1..5),
    )
        .prop_map(|(seed, changes)| {
            let mut bytes = SEEDS[seed.index(SEEDS.len())].clone();
            for (index, length, piece) in changes {
                let start = index.index(bytes.len() + 1);
                let end = (start + length).min(bytes.len());
                bytes.splice(start..end, piece);
            }
            bytes
        })
}

static BUNDLED: LazyLock<(Dataset, Index)> = LazyLock::new(|| {
    let dataset = Dataset::bundled();
    let index = Index::new(&dataset);
    (dataset, index)
});

/// Input as people and attackers type it.
fn typed() -> impl Strategy<Value = String> {
    let words = [
        "oldham",
        "mental health",
        "\"",
        "'",
        "1",
        "99999999999999999999",
        "b",
        "d 2017",
        "f",
        "s ",
        "compare hastings ipswich",
        "w x",
        "?",
        "theme/maths",
        "source/",
        "//",
    ];
    prop_oneof![
        "\\PC{0,60}",
        prop::collection::vec(any::<u8>(), 0..60)
            .prop_map(|bytes| String::from_utf8_lossy(&bytes).into_owned()),
        prop::collection::vec(prop::sample::select(words.to_vec()), 0..6)
            .prop_map(|words| words.concat()),
    ]
}

proptest! {
    #[test]
    fn loader_accepts_any_bytes(bytes in changed()) {
        match Dataset::from_bytes("fuzz", &bytes) {
            Ok(dataset) => {
                // A loaded dataset is consistent: every item can be found and described.
                let snapshot = Snapshot::latest(&dataset);
                for item in dataset.item_indices() {
                    prop_assert_eq!(dataset.find(&dataset.reference(item)), Some(item));
                    let _ = opportunity_areas::query::describe::describe(snapshot, item);
                }
            }
            Err(error) => {
                let told = error.to_string();
                prop_assert!(told.contains("problem") && !told.contains('\u{1b}'), "{told}");
            }
        }
    }

    #[test]
    fn search_accepts_any_input(typed in typed()) {
        let (dataset, index) = &*BUNDLED;
        let snapshot = Snapshot::latest(dataset);
        let Ok(query) = SearchQuery::new(&typed) else {
            return Ok(());
        };
        let scope = SearchScope {
            snapshot,
            filter: &Filter::default(),
            query: &query,
        };
        let answer = index.search(scope);
        prop_assert!(answer.hits.len() <= dataset.item_indices().count());
        let _ = answer.notes();
        if answer.hits.is_empty() {
            let _ = index.explain(scope).sentences();
        }
        for span in answer.highlighter.spans(&typed) {
            prop_assert!(typed.get(span).is_some());
        }
        let _ = resolve(Snapshot::latest(dataset), &typed);
    }

    #[test]
    fn dialogue_accepts_any_lines(lines in prop::collection::vec(typed(), 1..8), kiosk: bool) {
        let mut dialogue = Dialogue::new(&BUNDLED.0, kiosk);
        for line in lines {
            match dialogue.answer(&line) {
                DialogueAction::Say(words) => prop_assert!(!words.contains('\u{1b}') && words.ends_with('\n'), "{words}"),
                DialogueAction::Save { .. } => prop_assert!(!kiosk),
                DialogueAction::Quit => break,
            }
        }
    }
}
