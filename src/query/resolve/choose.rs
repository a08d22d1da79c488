//! The choice among names: equal names first, then names that begin alike, then similar ones.

use super::{
    error::{AmbiguousName, NameKind},
    name_key::name_key,
};
use crate::text::suggest;

/// Names that things of one kind have, as keys.
pub(super) struct Names<T>(Vec<(String, T)>);

impl<T: Copy + PartialEq> Names<T> {
    /// Collects names. A thing may have several.
    pub(super) fn new<'a>(names: impl IntoIterator<Item = (&'a str, T)>) -> Self {
        let names = names.into_iter();
        Self(names.map(|(name, thing)| (name_key(name), thing)).collect())
    }

    /// Returns the things with this name, or else those with a name that begins like it.
    pub(super) fn matching(&self, key: &str) -> Vec<T> {
        let equal = self.equal(key);
        if equal.is_empty() && !key.is_empty() {
            self.with(|name| name.starts_with(key))
        } else {
            equal
        }
    }

    /// Returns the things with this name.
    pub(super) fn equal(&self, key: &str) -> Vec<T> {
        if key.is_empty() {
            return Vec::new();
        }
        self.with(|name| name == key)
    }

    /// Returns the things with a name for which the predicate holds, each once.
    fn with(&self, matches: impl Fn(&str) -> bool) -> Vec<T> {
        let mut things = Vec::new();
        for (name, thing) in &self.0 {
            if matches(name) && !things.contains(thing) {
                things.push(*thing);
            }
        }
        things
    }

    /// Returns the thing with the most similar name, if any is similar.
    pub(super) fn most_similar(&self, key: &str) -> Option<T> {
        let similar = suggest(key, self.0.iter().map(|(name, _)| name.as_str()))?;
        let found = self.0.iter().find(|(name, _)| name == similar);
        found.map(|(_, thing)| *thing)
    }

    /// Returns the only thing that a typed name can mean. `label` returns what to type for it.
    pub(super) fn choose(
        &self,
        typed: &str,
        wanted: NameKind,
        label: impl Fn(T) -> String,
    ) -> Result<T, AmbiguousName> {
        let key = name_key(typed);
        let candidates = match self.matching(&key)[..] {
            [only] => return Ok(only),
            [] => self.most_similar(&key).into_iter().map(label).collect(),
            ref several => several.iter().copied().map(label).collect(),
        };
        Err(AmbiguousName {
            name: typed.into(),
            wanted,
            candidates,
        })
    }
}
