//! The items that match a query.

use std::ops::ControlFlow;

use super::{
    answer::SearchAnswer,
    conditions::Conditions,
    everyday_words::{EverydayForm, everyday_forms},
    hit::{Hit, SearchPass, SearchScope, best_first},
    index::Index,
    scorer::Scorer,
    word_table::{WordTable, level},
};

/// Number of entries after which a search checks if it is still wanted.
const CHECK_INTERVAL: usize = 1 << 12;
/// Number of items with all words from which items with only some of them are left out.
const ENOUGH_HITS: usize = 5;

impl Index {
    /// Returns the items in scope, the best match first.
    #[must_use]
    pub fn search(&self, scope: SearchScope) -> SearchAnswer {
        self.search_while(scope, |_| ControlFlow::Continue(()))
            .unwrap_or_default()
    }

    /// Returns the items in scope, the best match first, or none if `progress` breaks the search
    /// off.
    ///
    /// `progress` is called every few thousand items with the hits so far that have all words, in
    /// the dataset's order.
    pub fn search_while(
        &self,
        scope: SearchScope,
        mut progress: impl FnMut(&[Hit]) -> ControlFlow<()>,
    ) -> Option<SearchAnswer> {
        let SearchScope {
            snapshot, query, ..
        } = scope;
        if query.is_empty() {
            return Some(SearchAnswer::default());
        }
        let mut table = WordTable::new(self, query);
        let everyday = everyday_forms(&query.stems());
        let (of_unknown, of_known): (Vec<_>, Vec<_>) =
            everyday.into_iter().partition(|EverydayForm { form, .. }| {
                (form.start..form.end).any(|term| !table.can_find(term))
            });
        table.relate(self, &of_unknown, level::EVERYDAY);
        table.divide_unknown(self, query);
        let mut replacements = self.replacements_of_unknown(snapshot, query, &table);
        table.replace(self, query, &replacements);
        let unknown: Vec<usize> = table.unfound(query).collect();
        table.ignore(&unknown);
        let (mut pass, mut table) = self.pass(scope, table, &mut progress)?;
        let mut later = Vec::new();
        // Words that only later facts have do not occur on this date either, nor do parts of a word
        // that are nowhere next to each other.
        if pass.absent != unknown {
            let replaced = |term: &usize| replacements.iter().any(|other| other.term == *term);
            let hidden = pass.absent.iter().copied().filter(|term| !replaced(term));
            let hidden: Vec<usize> = hidden.collect();
            let more = self.replacements(snapshot, query, &hidden);
            let stay = |term: &&usize| !more.iter().any(|other| other.term == **term);
            let absent: Vec<usize> = hidden.iter().filter(stay).copied().collect();
            if snapshot.day().is_some() {
                let occurs = |term: &usize| table.words_of_term(*term).next().is_some();
                later = absent.iter().copied().filter(occurs).collect();
            }
            table.replace(self, query, &more);
            table.ignore(&absent);
            replacements.extend(more);
            (pass, table) = self.pass(scope, table, &mut progress)?;
        }
        // The words themselves say best what is meant, so others are of use if they find little.
        let of_present: Vec<_> = of_known
            .into_iter()
            .filter(|EverydayForm { form, .. }| {
                (form.start..form.end).all(|term| !table.is_ignored[term])
            })
            .collect();
        if pass.complete.len() < ENOUGH_HITS && table.relate(self, &of_present, level::RELATED) {
            (pass, table) = self.pass(scope, table, &mut progress)?;
        }
        let mut replaced = self.replaced_words(query, &replacements);
        replaced.extend(self.meant_words(query, of_unknown));
        Some(SearchAnswer::new(
            query,
            pass,
            replaced,
            &later,
            table.forms,
        ))
    }

    /// Looks at each entry once.
    fn pass(
        &self,
        SearchScope {
            snapshot,
            filter,
            query,
        }: SearchScope,
        table: WordTable,
        progress: &mut impl FnMut(&[Hit]) -> ControlFlow<()>,
    ) -> Option<(SearchPass, WordTable)> {
        let mut pass = SearchPass {
            conditions: Conditions::new(snapshot, query),
            complete: Vec::new(),
            partial: Vec::new(),
            absent: (0..query.words.len()).collect(),
        };
        let mut scorer = Scorer::new(self, snapshot, query, table);
        let has_words = (0..scorer.table.terms).any(|term| !scorer.table.is_ignored[term]);
        let has_others = !(query.conditions.is_empty() && query.excluded.is_empty());
        let is_hopeless = scorer.table.is_impossible
            || !pass.conditions.problems.is_empty()
            || !(has_words || (has_others && query.words.is_empty()));
        if is_hopeless {
            pass.absent.retain(|&term| scorer.table.is_ignored[term]);
            return Some((pass, scorer.table));
        }
        for (position, entry) in self.entries.iter().enumerate() {
            if position % CHECK_INTERVAL == CHECK_INTERVAL - 1
                && progress(&pass.complete).is_break()
            {
                return None;
            }
            let score = scorer.score(position);
            let is_present = |term: &usize| scorer.best[*term].points > 0;
            if pass.absent.iter().any(is_present) && snapshot.contains(entry.item) {
                pass.absent.retain(|term| !is_present(term));
            }
            if let Some(score) = score
                && (score.missing == 0 || pass.complete.len() < ENOUGH_HITS)
                && snapshot.contains(entry.item)
                && filter.matches(snapshot, entry.item)
                && pass.conditions.matches(snapshot, entry.item)
            {
                pass.add(Hit::new(entry.item, score));
            }
        }
        best_first(&mut pass.complete);
        pass.keep_best_partial();
        match pass.complete.len() {
            0 => {}
            ENOUGH_HITS.. => pass.partial.clear(),
            // Beside hits with all words, only those are of interest that have nearly all.
            _ => pass.keep_nearly_complete(scorer.weights.total_need()),
        }
        Some((pass, scorer.table))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        dataset::Dataset,
        query::{
            describe::kind_of,
            filter::Filter,
            search::{SearchQuery, comparisons},
            snapshot::Snapshot,
        },
    };

    fn answer(index: &Index, snapshot: Snapshot, input: &str) -> SearchAnswer {
        index.search(SearchScope {
            snapshot,
            filter: &Filter::default(),
            query: &SearchQuery::new(input).expect("it is short"),
        })
    }

    fn found(input: &str) -> Vec<String> {
        let dataset = Dataset::bundled();
        let answer = answer(&Index::new(&dataset), Snapshot::latest(&dataset), input);
        let items = answer.hits.into_iter().filter(Hit::is_complete);
        items
            .map(|hit| dataset.reference(hit.item).into_owned())
            .collect()
    }

    fn notes(input: &str) -> Vec<String> {
        let dataset = Dataset::bundled();
        answer(&Index::new(&dataset), Snapshot::latest(&dataset), input).notes()
    }

    #[test]
    fn best_match_comes_first() {
        assert_eq!(found("oldham")[0], "oldham");
        assert_eq!(found("scarborough")[0], "north-yorkshire-coast");
        assert_eq!(
            found("oldham mental health")[0],
            "oldham/3/mental-health-first-aid"
        );
        assert_eq!(
            found("first-aid oldham")[0],
            "oldham/3/mental-health-first-aid"
        );
        assert_eq!(found("maths hastings")[0], "hastings/2");
        assert_eq!(found("oldham priority 3")[0], "oldham/3");
    }

    #[test]
    fn words_match_in_any_form_case_and_order() {
        let first = "oldham/3/mental-health-first-aid".to_string();
        for input in [
            "MENTAL HEALTH Oldham",
            "méntal health oldham",
            "oldham’s schools offering mental health trainings",
            "menatl helath oldham",
            "oldha menta healt",
        ] {
            assert!(found(input).contains(&first), "{input}");
        }
        assert_eq!(found("exclusion").len(), found("exclusions").len());
    }

    #[test]
    fn numbers_match_exactly() {
        for sum in ["£500,000", "500000", "0.5 million", "500k", "£0.5m"] {
            let found = found(sum);
            assert!(
                found.contains(&"oldham/3/whole-school-wellbeing".into()),
                "{sum}"
            );
            assert_eq!(found.len(), self::found("500000").len(), "{sum}");
        }
        let dataset = Dataset::bundled();
        let snapshot = Snapshot::latest(&dataset);
        let index = Index::new(&dataset);
        for hit in answer(&index, snapshot, "2022").hits {
            let entry = index
                .entries
                .iter()
                .position(|entry| entry.item == hit.item);
            let words = index.texts_of(entry.expect("every hit is in the index"));
            assert!(words.contains(&"2022".to_string()), "{words:?}");
        }
        assert!(found("99999").is_empty() && found("ks9").is_empty());
    }

    #[test]
    fn short_words_match_exactly_or_as_abbreviations() {
        assert!(
            found("ends")
                .iter()
                .all(|reference| !reference.contains("special-needs"))
        );
        assert!(found("SEND derby").contains(&"derby/1/special-needs-training".into()));
        assert!(found("NCS").contains(&"norwich/4/national-citizen-service".into()));
        assert!(
            found("national citizen service").contains(&"term/national-citizen-service".into())
        );
        assert!(
            found("key stage two hastings").contains(&"hastings/1/reading-at-key-stage-2".into())
        );
        assert!(found("atr").is_empty(), "it is not corrected to art");
    }

    #[test]
    fn typing_errors_are_corrected_only_in_words_that_do_not_occur() {
        assert_eq!(
            notes("menatl health"),
            ["No match for menatl. Showing results for mental."]
        );
        assert_eq!(
            notes("apprentiship"),
            ["No match for apprentiship. Showing results for apprenticeship."]
        );
        assert_eq!(found("apprentiship").len(), found("apprenticeships").len());
        assert!(notes("maths").is_empty() && notes("moths are").len() == 1);
        assert!(notes("ipswich deadline").is_empty() && notes("hastings baseline").is_empty());
        let dataset = Dataset::bundled();
        let before_all_targets = Snapshot::as_of(&dataset, "2016-11".parse().ok());
        let answer = answer(&Index::new(&dataset), before_all_targets, "area deadline");
        let shown = answer.notes().join(" ");
        assert!(!shown.contains("headline"), "{shown}");
        assert_eq!(
            notes("mental health xyzzyx"),
            ["No match for xyzzyx. Showing results for the other words."]
        );
    }

    #[test]
    fn items_with_all_words_come_before_those_with_some() {
        let dataset = Dataset::bundled();
        let index = Index::new(&dataset);
        let answer = answer(
            &index,
            Snapshot::latest(&dataset),
            "breakfast clubs norwich fenland",
        );
        assert!(answer.hits.is_sorted_by_key(|hit| !hit.is_complete()));
        let partial = answer
            .hits
            .iter()
            .find(|hit| !hit.is_complete())
            .expect("some have some");
        assert!(!answer.missing_words(partial).is_empty());
        assert_eq!(
            answer.notes(),
            ["Nothing has all of these words. Showing what has some of them."]
        );
    }

    #[test]
    fn phrases_must_occur_and_excluded_words_must_not() {
        assert!(found("\"research school\"").contains(&"bradford/4/research-school".to_string()));
        assert!(found("\"school research\"").is_empty());
        let without = found("maths -hastings");
        assert!(!without.is_empty() && !without.iter().any(|item| item.starts_with("hastings")));
        let without = found("chair -\"vice-chancellor of Sheffield Hallam University\"");
        assert!(!without.contains(&"doncaster/chair-chris-husbands".into()));
        assert!(without.contains(&"oldham/chair-james-kempton".into()));
    }

    #[test]
    fn conditions_alone_are_a_query() {
        let dataset = Dataset::bundled();
        let index = Index::new(&dataset);
        let snapshot = Snapshot::latest(&dataset);
        let hits = answer(&index, snapshot, "kind:target area:hastings").hits;
        assert_eq!(hits.len(), 7);
        assert!(
            hits.iter()
                .all(|hit| kind_of(snapshot, hit.item) == "target")
        );
        assert_eq!(
            notes("area:newcastle maths"),
            ["No area is called newcastle."]
        );
    }

    #[test]
    fn a_word_that_is_being_typed_is_a_beginning() {
        let dataset = Dataset::bundled();
        let index = Index::new(&dataset);
        let count = |query: SearchQuery| {
            index.count(SearchScope {
                snapshot: Snapshot::latest(&dataset),
                filter: &Filter::default(),
                query: &query,
            })
        };
        let typing = |input: &str| count(SearchQuery::typing(input).expect("it is short"));
        assert!(typing("oldham men") >= typing("oldham mental") && typing("oldham mental") > 0);
        assert_eq!(
            typing("oldham men "),
            count(SearchQuery::new("oldham men").expect("short"))
        );
    }

    #[test]
    fn work_grows_with_the_different_words_only() {
        let dataset = Dataset::bundled();
        let index = Index::new(&dataset);
        let work =
            |input: &str| comparisons(|| drop(answer(&index, Snapshot::latest(&dataset), input)));
        let one = work("school");
        assert_eq!(work("school children"), 2 * one);
        assert_eq!(work(&"school ".repeat(140)), one);
        let many: Vec<String> = (0..130).map(|number| format!("word{number}")).collect();
        assert_eq!(work(&many.join(" ")), 130 * one);
    }
}
