//! The description of a source.

use super::{
    citation::published,
    description::{Description, FieldList},
    marks::add_checked_once,
};
use crate::dataset::Source;

pub(super) fn describe_source(source: &Source) -> Description<'_> {
    let mut fields = FieldList::default();
    if source.title_is.is_some() {
        fields.add("Title", "our description; title not known");
    }
    fields.add("Publisher", &source.publisher);
    fields.add_some("Author", source.author.as_ref());
    fields.add("Published", published(source));
    fields.add_some("ISBN", source.isbn.as_ref());
    fields.add_some("Pages", source.pages);
    fields.add(
        "Address",
        source
            .address
            .as_ref()
            .map_or("no web address known", |address| address.as_str()),
    );
    fields.add_some("Type", source.source_type);
    fields.add_some("Note", source.note.as_ref());
    if source.unverified {
        add_checked_once(&mut fields);
    }
    Description {
        kind: "Source".into(),
        title: source.title.to_string(),
        fields: fields.0,
        cites: Vec::new(),
        reference: format!("source/{}", source.id),
    }
}
