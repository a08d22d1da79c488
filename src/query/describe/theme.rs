//! The description of a theme.

use super::{
    description::{Description, FieldList},
    labels::priority_line,
};
use crate::{dataset::Theme, query::snapshot::Snapshot};

pub(super) fn describe_theme<'a>(snapshot: Snapshot<'a>, theme: &'a Theme) -> Description<'a> {
    let dataset = snapshot.dataset();
    let mut fields = FieldList::default();
    fields.add("Includes", &theme.what);
    fields.add_some("Short name", theme.short.as_ref());
    for (priority, _) in snapshot
        .all_priorities()
        .filter(|(_, priority)| priority.belongs_to(&theme.id))
    {
        fields.add("Priority", priority_line(snapshot, priority));
    }
    fields.add_some("Classification", dataset.document().classification.as_ref());
    Description {
        kind: "Theme".into(),
        title: theme.name.to_string(),
        fields: fields.0,
        cites: Vec::new(),
        reference: format!("theme/{}", theme.id),
    }
}
