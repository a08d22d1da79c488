//! Tests that nothing is found by what became known later.

use super::{Index, SearchAnswer, SearchQuery, SearchScope};
use crate::{
    dataset::{Dataset, PartialDate},
    query::{filter::Filter, snapshot::Snapshot},
};

fn answer(index: &Index, snapshot: Snapshot, input: &str) -> SearchAnswer {
    index.search(SearchScope {
        snapshot,
        filter: &Filter::default(),
        query: &SearchQuery::new(input).expect("it is short"),
    })
}

#[test]
fn outcomes_do_not_match_before_they_were_known() {
    let text = include_str!("../../../tests/data/valid/every-field.json");
    let dataset = Dataset::from_json("file", text).expect("the file is sound");
    let index = Index::new(&dataset);
    let target = dataset.find("riverside/1/target").expect("it exists");
    let found = |snapshot, input| {
        let hits = answer(&index, snapshot, input).hits;
        hits.iter()
            .any(|hit| hit.item == target && hit.is_complete())
    };
    let early: PartialDate = "2018".parse().expect("a date");
    for input in ["\"partly met\"", "\"68 reached it\"", "partly"] {
        assert!(found(Snapshot::latest(&dataset), input), "{input}");
        assert!(!found(Snapshot::as_of(&dataset, early), input), "{input}");
    }
    assert!(found(
        Snapshot::as_of(&dataset, early),
        "level of development"
    ));
}

#[test]
fn titles_of_later_sources_do_not_match_in_earlier_snapshots() {
    let dataset = Dataset::bundled();
    let index = Index::new(&dataset);
    let day: PartialDate = "2017-10-09".parse().expect("a date");
    let (then, now) = (Snapshot::as_of(&dataset, day), Snapshot::latest(&dataset));
    let mut later = 0;
    for item in dataset.item_indices().filter(|&item| then.contains(item)) {
        for citation in dataset.cites(item) {
            let source = dataset.source(citation.source_index());
            if then.knows_date(source.published) {
                continue;
            }
            let title = format!("\"{}\"", source.title.replace(['"', '“', '”'], " "));
            let found = |snapshot| {
                let hits = answer(&index, snapshot, &title).hits;
                hits.iter().any(|hit| hit.item == item)
            };
            assert!(
                found(now),
                "{} by {}",
                dataset.reference(item),
                source.title
            );
            later += usize::from(!found(then));
        }
    }
    // Some titles are also the text of the fact, which does match.
    assert!(later > 5, "only {later} later sources");
}

#[test]
fn words_that_only_later_facts_have_do_not_occur() {
    let dataset = Dataset::bundled();
    let index = Index::new(&dataset);
    let day: PartialDate = "2017-10-09".parse().expect("a date");
    let then = Snapshot::as_of(&dataset, day);
    let now = answer(&index, Snapshot::latest(&dataset), "lockdown oldham");
    assert!(now.unknown_words().is_empty());
    let early = answer(&index, then, "lockdown oldham");
    assert_eq!(early.unknown_words(), ["lockdown"]);
    let notes = "No match for lockdown on this date, but there is one later. Showing results for the other words.";
    assert_eq!(early.notes(), [notes]);
    let nowhere = answer(&index, then, "qqqq lockdown oldham").notes();
    let never = "No match for qqqq. Showing results for the other words.";
    assert_eq!(nowhere, [never, notes]);
    assert!(early.hits.iter().all(|hit| then.contains(hit.item)) && !early.hits.is_empty());
    // It would name a word of a later fact.
    assert!(answer(&index, then, "lockdwn").notes().is_empty());
}
