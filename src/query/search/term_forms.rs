//! Abbreviations and other names, which find each other.

use super::{function_words::is_function_word, stem::stem, token::tokens};
use crate::dataset::{Dataset, SafeText};

/// The names of each term of a dataset.
#[derive(Debug, Clone, Default)]
pub(super) struct TermForms {
    /// Names of each term that a query or a text may use.
    terms: Vec<Vec<Form>>,
}

/// A name of a term.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Form {
    /// Stems of all words, as a text has them.
    stems: Vec<String>,
    /// Stems of the words that a query keeps.
    content: Vec<String>,
}

/// Another name for words of a query.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct OtherForm {
    /// First of the query's words that it replaces.
    pub(super) start: usize,
    /// End of them.
    pub(super) end: usize,
    /// Stems that a text must have in this order.
    pub(super) stems: Vec<String>,
}

impl TermForms {
    pub(super) fn new(dataset: &Dataset) -> Self {
        let terms = dataset.terms().map(|(_, term)| {
            let names = [&term.term].into_iter();
            let names = names.chain(term.other_names());
            let mut forms: Vec<Form> = Vec::new();
            for form in names.filter_map(form_of) {
                if !forms.contains(&form) {
                    forms.push(form);
                }
            }
            forms
        });
        Self {
            terms: terms.filter(|forms| forms.len() > 1).collect(),
        }
    }

    /// Returns the other names for words of a query, given by their stems.
    pub(super) fn others(&self, query: &[String]) -> Vec<OtherForm> {
        let mut others = Vec::new();
        for (typed, forms) in self
            .terms
            .iter()
            .flat_map(|forms| forms.iter().map(move |form| (form, forms)))
        {
            let length = typed.content.len();
            for start in 0..(query.len() + 1).saturating_sub(length) {
                if query[start..start + length] != typed.content[..] {
                    continue;
                }
                // A name with more of the same words is found by the words themselves, and one with
                // fewer means more.
                let has_all = |words: &[String], others: &[String]| {
                    others.iter().all(|word| words.contains(word))
                };
                let is_new = |form: &&Form| {
                    !has_all(&form.stems, &typed.content) && !has_all(&typed.content, &form.content)
                };
                others.extend(forms.iter().filter(is_new).map(|form| OtherForm {
                    start,
                    end: start + length,
                    stems: form.stems.clone(),
                }));
            }
        }
        others
    }
}

fn form_of(name: &SafeText) -> Option<Form> {
    let words = tokens(name);
    let content = words.iter().filter(|word| !is_function_word(word));
    let content: Vec<String> = content.map(|word| stem(word)).collect();
    (!content.is_empty()).then(|| Form {
        stems: words.iter().map(|word| stem(word)).collect(),
        content,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_and_abbreviations_lead_to_each_other() {
        let forms = TermForms::new(&Dataset::bundled());
        let others = |words: &[&str]| -> Vec<String> {
            let stems: Vec<String> = words.iter().map(|word| stem(word)).collect();
            let others = forms.others(&stems).into_iter();
            others.map(|form| form.stems.join(" ")).collect()
        };
        assert!(others(&["ncs"]).contains(&"nation citizen servic".into()));
        assert!(others(&["national", "citizen", "service"]).contains(&"ncs".into()));
        assert!(others(&["reading", "key", "stage", "2"]).contains(&"ks2".into()));
        assert!(others(&["send"]).contains(&"special need".into()));
        assert!(others(&["oldham"]).is_empty());
    }
}
