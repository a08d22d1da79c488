//! The rows of the comparison.

/// A row of the comparison.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum CompareRow {
    /// The fact at an index.
    Fact(usize),
    /// The theme at an index.
    Theme(usize),
}
