//! A labelled fact about an area.

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
