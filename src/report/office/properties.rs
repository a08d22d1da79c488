//! The properties of a file: title, date and language.

use super::xml::{DECLARATION, escape};
use crate::{
    dataset::{Date, PartialDate},
    query::snapshot::Snapshot,
};

/// Returns the date of what a file says: that of the snapshot, or else of the latest source.
///
/// It takes the place of the time at which the file is written, so that the same answer gives the same bytes.
pub(super) fn date_of(snapshot: Snapshot) -> Option<Date> {
    let published = snapshot.sources().map(|(_, source)| source.published);
    let latest = published.map(PartialDate::last_day).max();
    snapshot.day().or(latest)
}

/// Returns the part with the title, the date and the language.
pub(super) fn core_part(snapshot: Snapshot, title: &str) -> String {
    let programme = escape(&snapshot.dataset().programme().name).into_owned();
    let title = if title.is_empty() {
        programme.clone()
    } else {
        escape(title).into_owned()
    };
    let date = date_of(snapshot).map_or_else(String::new, |date| {
        let day = PartialDate::Day(date).iso();
        let stamp = |name| {
            format!("<dcterms:{name} xsi:type=\"dcterms:W3CDTF\">{day}T00:00:00Z</dcterms:{name}>")
        };
        format!("{}{}", stamp("created"), stamp("modified"))
    });
    format!(
        "{DECLARATION}<cp:coreProperties xmlns:cp=\"http://schemas.openxmlformats.org/package/2006/metadata/core-properties\" \
         xmlns:dc=\"http://purl.org/dc/elements/1.1/\" xmlns:dcterms=\"http://purl.org/dc/terms/\" \
         xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\"><dc:title>{title}</dc:title>\
         <dc:subject>{programme}</dc:subject><dc:language>en-GB</dc:language>{date}</cp:coreProperties>"
    )
}

/// Returns the part that names the program.
pub(super) fn app_part() -> String {
    format!(
        "{DECLARATION}<Properties xmlns=\"http://schemas.openxmlformats.org/officeDocument/2006/extended-properties\">\
         <Application>oa</Application></Properties>"
    )
}

/// Returns the part that says where the main part and the properties are.
pub(super) fn package_relationships(main: &str) -> String {
    const BASE: &str = "http://schemas.openxmlformats.org";
    format!(
        "{DECLARATION}<Relationships xmlns=\"{BASE}/package/2006/relationships\">\
         <Relationship Id=\"rId1\" Type=\"{BASE}/officeDocument/2006/relationships/officeDocument\" Target=\"{main}\"/>\
         <Relationship Id=\"rId2\" Type=\"{BASE}/package/2006/relationships/metadata/core-properties\" Target=\"docProps/core.xml\"/>\
         <Relationship Id=\"rId3\" Type=\"{BASE}/officeDocument/2006/relationships/extended-properties\" Target=\"docProps/app.xml\"/>\
         </Relationships>"
    )
}

/// Returns the part with the type of every other part. `parts` are the names and types of those that only one kind of file has.
pub(super) fn content_types<'a>(parts: impl IntoIterator<Item = (String, &'a str)>) -> String {
    let own: String = parts
        .into_iter()
        .map(|(name, kind)| {
            format!(
                "<Override PartName=\"/{name}\" ContentType=\"application/vnd.openxmlformats-officedocument.{kind}+xml\"/>"
            )
        })
        .collect();
    format!(
        "{DECLARATION}<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">\
         <Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>\
         <Default Extension=\"xml\" ContentType=\"application/xml\"/>{own}\
         <Override PartName=\"/docProps/core.xml\" ContentType=\"application/vnd.openxmlformats-package.core-properties+xml\"/>\
         <Override PartName=\"/docProps/app.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.extended-properties+xml\"/></Types>"
    )
}
