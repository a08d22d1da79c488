//! Search as people ask: words in any order and form, numbers however they are written,
//! abbreviations, typing errors; the best match first.
//!
//! # What is searched
//!
//! Every word that is shown of an item: names, texts, measures, baselines, goals, outcomes, roles,
//! notes, dates and sums; also the words that people use for its kind (`kind_words`), and with less
//! weight its area, region, themes, the title of its priority, its partners, its sources and the
//! places in them.
//!
//! # What matches
//!
//! | Words | Points |
//! |---|---|
//! | the same word, without capitals and accents; numbers only so | 20 |
//! | another form of the word, by its Snowball stem, if it has more than three letters | 18 |
//! | a word that begins with it, while it is being typed, or if it does not occur | 15 |
//! | an abbreviation or its meaning, by the terms of the dataset | 12 |
//! | what texts say instead of an everyday word that does not occur (`everyday_words`): *kids* finds *pupils* | 10 |
//! | a word with a typing error, if the word itself does not occur | 9 |
//! | what texts say instead of a word that does occur, if fewer than five items have all words; the word counts as missing | 8 |
//!
//! One error is allowed in 4 to 7 letters after the first, two from 8 on, but none in what people call
//! a kind of fact, or a part of it such as a deadline. [`SearchAnswer::notes`] says
//! what was looked for instead. Words that are written as one or as two are the same: *well being*,
//! *breakfastclub*. Words such as *who* and *the* are ignored if others remain. Among items with the
//! same words *who*, *when*, *why*, *where*, *how much* and *did* put people, events, reasons, areas,
//! money and results first. *Which areas made maths a priority* puts the theme first, whose page lists
//! the areas, then the priorities.
//!
//! # The ranking
//!
//! Items that have all words of the query come first. Words that do not occur at all are left
//! out. If fewer than five items have all words, up to twenty follow that have at least 70 % of them by
//! weight, those that lack the least first; and up to ten in all that have half. The name of a place
//! weighs at least as much as the rarest word. A word that only the source has counts half, and so
//! does a missing word for which the item has another.
//!
//! Among these the sum of the points of all words decides. The points of a word are the product of
//!
//! - the points of the match in the table above,
//! - the weight of the field: title 16, other name 15, kind 14, text and area of a priority 12,
//!   partner, detail and title of a source 8, area of a fact 7, author 7, reference and publisher 5,
//!   priority, theme and region of a fact 3, cited source 2, place in it 1,
//! - the brevity of the field: 80 + 240 / (words + 2),
//! - the rarity of the word: from 2, if most items have it, to 24; it grows by 2 each time half as
//!   many have it.
//!
//! The best field of each word counts. Words of the query that are next to each other in a field, and
//! a field that begins with one, add 60 × weight × brevity each. Items with equal points are in the
//! dataset's order.
//!
//! For example, *mental health oldham* finds the action "Oldham planned in 2017 to offer all schools
//! mental health first-aid training, so that staff can help pupils better": all three words in its
//! text (20 × 12), *mental* next to *health*, and *Oldham* at the beginning. The reason "In Oldham poor
//! mental health that falls short …" has the words as well, but it is longer and begins otherwise, so
//! it comes later. Priority 3 of Oldham, which has *health* only in its theme, lacks *mental* and
//! comes after all that have the three words.
//!
//! # How it works
//!
//! An [`Index`] keeps each distinct word once, and the texts as numbers of words in a row. A query is
//! compared once with each distinct word; then one pass over the numbers finds the entries. So the
//! work grows with the words of the query and the size of the dataset, and the first hits are there
//! after a few milliseconds, whatever their number.
//!
//! Libraries were measured first, with a million short texts on one core. tantivy 0.27 without
//! compression and files needs 120 crates, 4.5 minutes to build, 4.3 MB of binary, as much as the
//! whole program, 14 s and 100 MB to index the texts alone. It finds ten hits in less than a
//! millisecond. Our index takes 6.5 s and 193 MB with all fields, and 0.3 s for all of 50,000 hits. It
//! would still need our abbreviations, numbers, dates of publication and typing errors, so only its
//! stemmer is used here: frostem, which is generated from Snowball's sources and replaced rust-stemmers
//! there.

mod answer;
mod builder;
mod choice_question;
mod compounds;
mod conditions;
#[cfg(test)]
mod dated_hits;
mod detail;
mod everyday_words;
mod field;
mod fold;
mod function_words;
mod highlight;
mod hit;
mod hits;
mod index;
mod index_parts;
mod kind_words;
mod name_search;
mod prefix;
#[cfg(test)]
mod properties;
mod query;
mod replacements;
mod scorer;
#[cfg(test)]
mod shown_words;
mod stem;
mod suggest;
mod syntax;
mod term_forms;
mod term_weight;
mod token;
mod word_numbers;
mod word_table;

pub use answer::SearchAnswer;
pub(in crate::query) use fold::{fold, fold_into};
pub use highlight::Highlighter;
pub use hit::{Hit, SearchScope, best_first};
pub use index::Index;
pub(in crate::query) use kind_words::words_for_kind;
pub use name_search::NameMatch;
pub(in crate::query) use name_search::{SearchedName, find_names};
pub use prefix::NamePrefix;
pub use query::SearchQuery;
pub use suggest::{NoResults, Suggestion};
pub use syntax::{SyntaxHelp, syntax_help};
pub(in crate::query) use token::tokens;
#[cfg(test)]
pub(crate) use word_table::comparisons;
