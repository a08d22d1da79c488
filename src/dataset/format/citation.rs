//! Citations: the sources that state a fact.

use std::{fmt, ops::Deref, slice};

use serde::{
    Deserialize, Deserializer, Serialize, Serializer,
    de::{Error, SeqAccess, Visitor},
};

use crate::dataset::values::{
    DataList, PackedDate, PartialDate, SafeText, SourceId, SourceIndex, strict_type,
};

/// A source and the place in it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, remote = "Self")]
pub struct Citation {
    /// The source.
    pub source: SourceId,
    /// The place in it.
    pub at: SafeText,
    /// The source's entry; set when the dataset is loaded.
    #[serde(skip)]
    resolved: Option<ResolvedSource>,
}

/// The entry of a citation's source, in eight bytes.
#[derive(Debug, Clone, Copy, PartialEq)]
struct ResolvedSource {
    index: SourceIndex,
    published: PackedDate,
}

impl Citation {
    /// Makes a citation of the bundled dataset, with the position of its source and its date of publication.
    pub(in crate::dataset) const fn bundled(
        source: SourceId,
        at: SafeText,
        index: u32,
        published: PartialDate,
    ) -> Self {
        Self {
            source,
            at,
            resolved: Some(ResolvedSource {
                index: SourceIndex::bundled(index),
                published: PackedDate::new(published),
            }),
        }
    }

    /// Returns the index of the source.
    ///
    /// # Panics
    /// If the citation is in a [`Document`](crate::dataset::Document) that was not loaded as a
    /// [`Dataset`](crate::dataset::Dataset).
    #[must_use]
    pub fn source_index(&self) -> SourceIndex {
        self.resolved().index
    }

    fn resolved(&self) -> ResolvedSource {
        self.resolved
            .expect("loading a dataset resolves its citations")
    }

    /// Returns false if the citation's source was not found when the dataset was loaded.
    pub(in crate::dataset) fn is_resolved(&self) -> bool {
        self.resolved.is_some()
    }

    /// Stores the index of the source and its date of publication.
    ///
    /// `find` returns them, or `None` for an unknown source.
    pub(in crate::dataset) fn resolve(
        &mut self,
        find: &impl Fn(&SourceId) -> Option<(SourceIndex, PartialDate)>,
    ) {
        self.resolved = find(&self.source).map(|(index, published)| ResolvedSource {
            index,
            published: PackedDate::new(published),
        });
    }
}

strict_type!(Citation);

/// The citations of a fact: at least one.
#[derive(Debug, Clone, PartialEq)]
pub struct Citations(CitationList);

/// One citation is stored in place: most facts have just one, and this saves them an allocation.
#[derive(Debug, Clone, PartialEq)]
enum CitationList {
    One(Citation),
    Several(DataList<Citation>),
}

impl Citations {
    /// Makes one citation of the bundled dataset.
    pub(in crate::dataset) const fn bundled_one(citation: Citation) -> Self {
        Self(CitationList::One(citation))
    }

    /// Makes several citations of the bundled dataset.
    pub(in crate::dataset) const fn bundled_several(citations: &'static [Citation]) -> Self {
        Self(CitationList::Several(DataList::bundled(citations)))
    }

    /// Returns the date of the earliest source, by its last possible day: the fact was known from
    /// this date.
    ///
    /// # Panics
    /// As [`Citation::source_index`].
    #[must_use]
    pub fn known_from(&self) -> PartialDate {
        let dates = self.iter().map(|citation| citation.resolved().published);
        dates
            .map(PackedDate::unpack)
            .min_by_key(|published| published.last_day())
            .expect("a fact has at least one citation")
    }

    /// Stores the source of each citation, as [`Citation::resolve`].
    pub(in crate::dataset) fn resolve(
        &mut self,
        find: &impl Fn(&SourceId) -> Option<(SourceIndex, PartialDate)>,
    ) {
        let citations = match &mut self.0 {
            CitationList::One(citation) => slice::from_mut(citation),
            CitationList::Several(citations) => citations.loaded_mut(),
        };
        for citation in citations {
            citation.resolve(find);
        }
    }
}

impl Deref for Citations {
    type Target = [Citation];

    fn deref(&self) -> &[Citation] {
        match &self.0 {
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
                Ok(Citations(list))
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
        assert_eq!(size_of::<Citations>(), 56);
    }
}
