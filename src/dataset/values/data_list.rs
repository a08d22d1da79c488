//! Lists and boxes whose content is a part of the program, or was loaded from a file.
//!
//! The bundled dataset is laid out when the program is built, and needs no memory of its own. Both
//! types hide the difference.

use std::{fmt, ops::Deref, slice};

use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// A list of a dataset.
#[derive(Clone)]
pub struct DataList<T: 'static>(ListStorage<T>);

#[derive(Clone)]
enum ListStorage<T: 'static> {
    Bundled(&'static [T]),
    Loaded(Box<[T]>),
}

impl<T> DataList<T> {
    /// The list without entries.
    pub const EMPTY: Self = Self::bundled(&[]);

    /// Makes a list of entries that are a part of the program.
    pub(in crate::dataset) const fn bundled(entries: &'static [T]) -> Self {
        Self(ListStorage::Bundled(entries))
    }

    /// Returns the entries that were loaded, to change them. Those of the program never change.
    pub(in crate::dataset) fn loaded_mut(&mut self) -> &mut [T] {
        match &mut self.0 {
            ListStorage::Bundled(_) => &mut [],
            ListStorage::Loaded(entries) => entries,
        }
    }
}

impl<T> Deref for DataList<T> {
    type Target = [T];

    fn deref(&self) -> &[T] {
        match &self.0 {
            ListStorage::Bundled(entries) => entries,
            ListStorage::Loaded(entries) => entries,
        }
    }
}

impl<T> Default for DataList<T> {
    fn default() -> Self {
        Self::EMPTY
    }
}

impl<T> From<Vec<T>> for DataList<T> {
    fn from(entries: Vec<T>) -> Self {
        Self(ListStorage::Loaded(entries.into()))
    }
}

impl<'a, T> IntoIterator for &'a DataList<T> {
    type Item = &'a T;
    type IntoIter = slice::Iter<'a, T>;

    fn into_iter(self) -> slice::Iter<'a, T> {
        self.iter()
    }
}

impl<T: fmt::Debug> fmt::Debug for DataList<T> {
    fn fmt(&self, formatter: &mut fmt::Formatter) -> fmt::Result {
        (**self).fmt(formatter)
    }
}

impl<T: PartialEq> PartialEq for DataList<T> {
    fn eq(&self, other: &Self) -> bool {
        **self == **other
    }
}

impl<T: Serialize> Serialize for DataList<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        (**self).serialize(serializer)
    }
}

impl<'de, T: Deserialize<'de>> Deserialize<'de> for DataList<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Vec::deserialize(deserializer).map(Self::from)
    }
}

#[cfg(test)]
impl<T: schemars::JsonSchema> schemars::JsonSchema for DataList<T> {
    fn inline_schema() -> bool {
        Vec::<T>::inline_schema()
    }
    fn schema_name() -> std::borrow::Cow<'static, str> {
        Vec::<T>::schema_name()
    }
    fn json_schema(generator: &mut schemars::SchemaGenerator) -> schemars::Schema {
        Vec::<T>::json_schema(generator)
    }
}

/// A value of a dataset that few have, in the room of a pointer.
#[derive(Clone)]
pub struct DataBox<T: 'static>(BoxStorage<T>);

#[derive(Clone)]
enum BoxStorage<T: 'static> {
    Bundled(&'static T),
    Loaded(Box<T>),
}

impl<T> DataBox<T> {
    /// Makes a box of a value that is a part of the program.
    pub(in crate::dataset) const fn bundled(value: &'static T) -> Self {
        Self(BoxStorage::Bundled(value))
    }

    /// Returns a value that was loaded, to change it. One of the program never changes.
    pub(in crate::dataset) fn loaded_mut(&mut self) -> Option<&mut T> {
        match &mut self.0 {
            BoxStorage::Bundled(_) => None,
            BoxStorage::Loaded(value) => Some(value),
        }
    }
}

impl<T> Deref for DataBox<T> {
    type Target = T;

    fn deref(&self) -> &T {
        match &self.0 {
            BoxStorage::Bundled(value) => value,
            BoxStorage::Loaded(value) => value,
        }
    }
}

impl<T: fmt::Debug> fmt::Debug for DataBox<T> {
    fn fmt(&self, formatter: &mut fmt::Formatter) -> fmt::Result {
        (**self).fmt(formatter)
    }
}

impl<T: PartialEq> PartialEq for DataBox<T> {
    fn eq(&self, other: &Self) -> bool {
        **self == **other
    }
}

impl<T: Serialize> Serialize for DataBox<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        (**self).serialize(serializer)
    }
}

impl<'de, T: Deserialize<'de>> Deserialize<'de> for DataBox<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Box::deserialize(deserializer).map(|value| Self(BoxStorage::Loaded(value)))
    }
}

#[cfg(test)]
impl<T: schemars::JsonSchema> schemars::JsonSchema for DataBox<T> {
    fn inline_schema() -> bool {
        T::inline_schema()
    }
    fn schema_name() -> std::borrow::Cow<'static, str> {
        T::schema_name()
    }
    fn schema_id() -> std::borrow::Cow<'static, str> {
        T::schema_id()
    }
    fn json_schema(generator: &mut schemars::SchemaGenerator) -> schemars::Schema {
        T::json_schema(generator)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn entries_of_the_program_and_of_a_file_are_the_same() {
        static WORDS: [&str; 2] = ["a", "b"];
        let mut bundled = DataList::bundled(&WORDS);
        let mut loaded = DataList::from(vec!["a", "b"]);
        assert_eq!(bundled, loaded);
        assert_eq!(format!("{bundled:?}"), format!("{loaded:?}"));
        assert_eq!(
            (bundled.loaded_mut().len(), loaded.loaded_mut().len()),
            (0, 2)
        );
    }
}
