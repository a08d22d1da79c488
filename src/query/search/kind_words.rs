//! The words that people use for the kinds of items, in one table.

use super::{stem::stem, token::tokens};
use crate::dataset::{ItemIndex, Kind};

/// Number of kinds of items: facts, and the six others.
pub(super) const KIND_COUNT: usize = Kind::ALL.len() + 6;

/// Positions of areas, priorities and themes in the table.
const AREA: usize = Kind::ALL.len() + 1;
const PRIORITY: usize = Kind::ALL.len() + 2;
const THEME: usize = Kind::ALL.len() + 3;

/// Returns the position of an item's kind in the table, below [`KIND_COUNT`].
pub(super) fn kind_number(item: ItemIndex) -> usize {
    let others = Kind::ALL.len();
    match item {
        ItemIndex::Fact(fact) => fact.kind as usize,
        ItemIndex::Programme => others,
        ItemIndex::Area(_) => AREA,
        ItemIndex::Priority(_) => PRIORITY,
        ItemIndex::Theme(_) => THEME,
        ItemIndex::Term(_) => others + 4,
        ItemIndex::Source(_) => others + 5,
    }
}

/// Returns the position of a kind of fact in the table.
pub(super) fn number_of(kind: Kind) -> usize {
    kind as usize
}

/// Returns the words that people use for a kind of fact, its name first.
pub(in crate::query) fn words_for_kind(kind: Kind) -> &'static str {
    kind_words(number_of(kind))
}

/// Returns the words for a kind, its name first. Their stems are compared, so one form of each is
/// enough.
pub(super) fn kind_words(number: usize) -> &'static str {
    const OTHERS: [&str; 6] = [
        "programme initiative scheme",
        "area place town city district region wave",
        "priority priorities aim objective",
        "theme topic subject",
        "term meaning mean definition define explain abbreviation acronym glossary stand",
        "source document report publication evidence pdf link website article author publisher",
    ];
    let Some(&kind) = Kind::ALL.get(number) else {
        return OTHERS[number - Kind::ALL.len()];
    };
    match kind {
        Kind::About => "about background overview",
        Kind::Oversight => "oversight governance oversee",
        Kind::NationalPartner => "national partner organisation",
        Kind::Person => "person people minister politician",
        Kind::Commission => "commission",
        Kind::SharedAction => "shared action project scheme",
        Kind::SharedFact => "shared fact",
        Kind::Plan => "plan delivery strategy document published publication isbn pages",
        Kind::Rank => "rank ranking ranked position index",
        Kind::Chair => {
            "chair chaired chairman chairwoman chairperson board lead leader led head run boss charge people person role"
        }
        Kind::LaterBody => "later body successor board led",
        Kind::Underpinning => "underpinning theme runs through every priority cross-cutting",
        Kind::Note => "note",
        Kind::Reason => {
            "reason cause problem challenge issue need barrier difficulty weakness concern because"
        }
        Kind::Target => {
            "target goal aim objective ambition promise pledge commitment deadline due baseline"
        }
        Kind::Action => "action project scheme activity initiative intervention measure work",
        Kind::Result => {
            "result outcome achieved achievement progress impact effect change difference benefit improvement improved success"
        }
        Kind::LaterTitle => "later title renamed",
        Kind::Money => {
            "money funding fund funded funder sponsor budget cost spent spend spending expenditure grant allocation cash finance \
             financial investment invested pay paid price sum pounds total"
        }
        Kind::Twin => "twin twinned twinning",
        Kind::Event => {
            "event timeline date history happened milestone announced launched launch visit"
        }
    }
}

/// Returns true for the stem of a word that people use for a kind, or for a part of it such as a
/// deadline. Such a word is never taken for another with a typing error.
pub(super) fn names_a_kind(stem_of_word: &str) -> bool {
    (0..KIND_COUNT)
        .flat_map(|number| tokens(kind_words(number)))
        .any(|word| stem(&word) == stem_of_word)
}

/// Kinds that a question asks for, apart from its subject.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum KindHint {
    People,
    Dates,
    Reasons,
    Money,
    Results,
    Places,
    /// Areas that chose something: the page of a theme lists those with a priority on it.
    Choices,
}

impl KindHint {
    /// Returns how well a kind answers such a question: 0 if it does not, 2 at best.
    pub(super) fn fit(self, number: usize) -> u8 {
        let kinds: &[Kind] = match self {
            Self::People => &[Kind::Chair, Kind::Person, Kind::NationalPartner],
            Self::Dates => &[Kind::Event, Kind::Plan],
            Self::Reasons => &[Kind::Reason, Kind::Note],
            Self::Money => &[Kind::Money],
            Self::Results => &[Kind::Result, Kind::Target],
            Self::Places => return u8::from(number == AREA),
            Self::Choices => return u8::from(number == PRIORITY) + 2 * u8::from(number == THEME),
        };
        u8::from(kinds.iter().any(|&kind| number_of(kind) == number))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_for_kinds_and_their_parts_are_known() {
        for word in [
            "deadlines",
            "goal",
            "baseline",
            "due",
            "partner",
            "isbn",
            "author",
        ] {
            assert!(names_a_kind(&stem(word)), "{word}");
        }
        assert!(!names_a_kind(&stem("headline")));
    }

    #[test]
    fn every_kind_has_a_number_and_words() {
        for (number, kind) in Kind::ALL.into_iter().enumerate() {
            assert_eq!(number_of(kind), number);
        }
        for number in 0..KIND_COUNT {
            assert!(!kind_words(number).is_empty(), "{number}");
        }
        assert!(kind_words(number_of(Kind::Target)).starts_with(Kind::Target.singular()));
    }
}
