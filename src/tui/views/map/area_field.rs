//! A labelled fact about an area.

/// Label of a sum, which is shortened where room is needed.
pub(super) const MONEY: &str = "Money";
/// Label of a near area, which is left out where room is needed.
pub(super) const NEAREST: &str = "Nearest";

/// A labelled fact.
#[derive(Debug, Clone, Default)]
pub(super) struct AreaField {
    pub(super) label: &'static str,
    pub(super) text: String,
    /// Context below the text.
    pub(super) note: Option<String>,
}

/// Returns a field with a list, unless it is empty.
pub(super) fn list(label: &'static str, items: &[&str]) -> Option<AreaField> {
    (!items.is_empty()).then(|| AreaField {
        label,
        text: items.join(", "),
        note: None,
    })
}
