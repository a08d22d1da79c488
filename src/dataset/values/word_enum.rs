//! Closed lists of words.

/// Defines an enum whose JSON form is one of a few words.
macro_rules! word_enum {
    ($(#[$doc:meta])* $name:ident { $($(#[$variant_doc:meta])* $variant:ident = $word:literal,)+ }) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, serde::Serialize, serde::Deserialize)]
        #[cfg_attr(test, derive(schemars::JsonSchema))]
        #[serde(remote = "Self")]
        pub enum $name {
            $($(#[$variant_doc])* #[serde(rename = $word)] $variant,)+
        }

        impl $name {
            /// All words.
            pub const ALL: [Self; [$($word),+].len()] = [$(Self::$variant),+];

            /// Makes a word of the bundled dataset.
            #[allow(dead_code, reason = "the bundled dataset may not have any")]
            pub(in crate::dataset) const fn bundled(word: &str) -> Self {
                $(if $crate::dataset::values::word_enum::is_same_word(word, $word) {
                    return Self::$variant;
                })+
                panic!("the build script compares the words with the schema")
            }

            /// Returns the word in the file.
            #[must_use]
            pub fn word(self) -> &'static str {
                match self {
                    $(Self::$variant => $word,)+
                }
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, formatter: &mut std::fmt::Formatter) -> std::fmt::Result {
                formatter.write_str(self.word())
            }
        }

        $crate::dataset::values::strict::strict_type!($name);
    };
}
pub(in crate::dataset) use word_enum;

/// Returns true if two words are the same. The operator is not for constants.
pub(in crate::dataset) const fn is_same_word(one: &str, other: &str) -> bool {
    let (one, other) = (one.as_bytes(), other.as_bytes());
    if one.len() != other.len() {
        return false;
    }
    let mut index = 0;
    while index < one.len() {
        if one[index] != other[index] {
            return false;
        }
        index += 1;
    }
    true
}
