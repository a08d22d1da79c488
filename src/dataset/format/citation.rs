//! Citations: the sources that state a fact.

use std::{fmt, ops::Deref, slice};

use serde::{
    Deserialize, Deserializer, Serialize, Serializer,
    de::{Error, SeqAccess, Visitor},
};

use crate::dataset::values::{PartialDate, SafeText, SourceId, SourceIndex, strict_type};

/// A source and the place in it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, remote = "Self")]
pub struct Citation {
    /// The source.
    pub source: SourceId,
    /// The place in it.
    pub at: SafeText,
    /// The index of the source; set when the dataset is loaded.
    #[serde(skip)]
    index: Option<SourceIndex>,
}

impl Citation {
    /// Returns the index of the source.
    ///
    /// # Panics
    /// If the citation is in a [`Document`](crate::dataset::Document) that was not loaded as a
    /// [`Dataset`](crate::dataset::Dataset).
    #[must_use]
    pub fn source_index(&self) -> SourceIndex {
        self.index
            .expect("loading a dataset resolves its citations")
    }

    /// Returns false if the citation's source was not found when the dataset was loaded.
    pub(in crate::dataset) fn is_resolved(&self) -> bool {
        self.index.is_some()
    }

    /// Stores the index of the source.
    pub(in crate::dataset) fn resolve(&mut self, index: Option<SourceIndex>) {
        self.index = index;
    }
}

strict_type!(Citation);

/// The citations of a fact: at least one.
#[derive(Debug, Clone, PartialEq)]
pub struct Citations {
    list: CitationList,
    /// The earliest date of publication; set when the dataset is loaded.
    known_from: Option<PartialDate>,
}

/// One citation is stored in place: most facts have just one, and this saves them an allocation.
#[derive(Debug, Clone, PartialEq)]
enum CitationList {
    One(Citation),
    Several(Box<[Citation]>),
}

impl Citations {
    /// Returns the date of the earliest source, by its last possible day: the fact was known from
    /// this date.
    ///
    /// # Panics
    /// As [`Citation::source_index`].
    #[must_use]
    pub fn known_from(&self) -> PartialDate {
        self.known_from
            .expect("loading a dataset resolves its citations")
    }

    /// Stores the index of each source, and the date from which the fact was known.
    ///
    /// `find` returns a source's index and date of publication, or `None` for an unknown source.
    pub(in crate::dataset) fn resolve(
        &mut self,
        find: &impl Fn(&SourceId) -> Option<(SourceIndex, PartialDate)>,
    ) {
        let citations = match &mut self.list {
            CitationList::One(citation) => slice::from_mut(citation),
            CitationList::Several(citations) => citations,
        };
        let dates = citations.iter_mut().filter_map(|citation| {
            let (index, published) = find(&citation.source).unzip();
            citation.resolve(index);
            published
        });
        self.known_from = dates.min_by_key(|published| published.last_day());
    }
}

impl Deref for Citations {
    type Target = [Citation];

    fn deref(&self) -> &[Citation] {
        match &self.list {
            CitationList::One(citation) => slice::from_ref(citation),
            CitationList::Several(citations) => citations,
        }
    }
}

impl Serialize for Citations {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.deref().serialize(serializer)
    }
}

impl<'de> Deserialize<'de> for Citations {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct CitationsVisitor;
        impl<'de> Visitor<'de> for CitationsVisitor {
            type Value = Citations;
            fn expecting(&self, formatter: &mut fmt::Formatter) -> fmt::Result {
                formatter.write_str("a list of citations")
            }
            fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<Citations, A::Error> {
                let Some(first) = list.next_element()? else {
                    return Err(Error::custom(
                        "this fact has no citation: add at least one source and the place in it",
                    ));
                };
                let list = match list.next_element()? {
                    None => CitationList::One(first),
                    Some(second) => {
                        let mut citations = vec![first, second];
                        while let Some(next) = list.next_element()? {
                            citations.push(next);
                        }
                        CitationList::Several(citations.into())
                    }
                };
                Ok(Citations {
                    list,
                    known_from: None,
                })
            }
        }
        deserializer.deserialize_seq(CitationsVisitor)
    }
}

#[cfg(test)]
impl schemars::JsonSchema for Citations {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Cites".into()
    }
    fn json_schema(generator: &mut schemars::SchemaGenerator) -> schemars::Schema {
        let citation = generator.subschema_for::<Citation>();
        schemars::json_schema!({ "type": "array", "description": "at least one citation", "items": citation, "minItems": 1 })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn citations_stay_small() {
        // A dataset may have millions of them.
        assert_eq!(size_of::<Citation>(), 56);
        assert_eq!(size_of::<Citations>(), 64);
    }
}
