//! Documents for a word processor: headings, lists, tables, and sources as numbered notes.

mod document;
mod inline;
mod styles;
mod table;

use std::io::{self, Write};

use self::{document::DocumentWriter, inline::DocumentLinks, styles::numbering_part};
use super::{
    archive::Archive,
    properties::{app_part, content_types, core_part, date_of, package_relationships},
    xml::{DECLARATION, RELATIONSHIPS, WORD as MAIN, escape},
};
use crate::{query::snapshot::Snapshot, report::page::Page};

/// Writes a page as a document.
///
/// # Errors
/// If `out` cannot be written to.
pub fn write_docx(snapshot: Snapshot, page: &Page, out: impl Write) -> io::Result<()> {
    let programme = &snapshot.dataset().programme().name;
    let title = if page.title.is_empty() {
        programme
    } else {
        &*page.title
    };
    let mut subtitle = vec![];
    if title != programme.as_str() {
        subtitle.push(format!("{programme}."));
    }
    if snapshot.day().is_none() {
        subtitle
            .extend(date_of(snapshot).map(|date| format!("From sources published up to {date}.")));
    }
    let lists = page.notes().count();
    let part = |name: &str, kind| (format!("word/{name}.xml"), kind);
    let parts = [
        part("document", "wordprocessingml.document.main"),
        part("styles", "wordprocessingml.styles"),
        part("numbering", "wordprocessingml.numbering"),
        part("settings", "wordprocessingml.settings"),
        part("footer1", "wordprocessingml.footer"),
    ];
    let mut archive = Archive::new(out);
    // Programs that guess the type of a file look for this part at its start.
    archive.text_part("[Content_Types].xml", &content_types(parts))?;
    archive.text_part("_rels/.rels", &package_relationships("word/document.xml"))?;
    archive.text_part("docProps/app.xml", &app_part())?;
    archive.text_part("docProps/core.xml", &core_part(snapshot, title))?;
    let mut links = DocumentLinks::new(page.notes().next().map_or(0, <[String]>::len));
    let mut width = 0;
    archive.part("word/document.xml", |out| {
        let mut document = DocumentWriter::start(out, &mut links)?;
        document.styled("Title", title)?;
        document.styled("Subtitle", &subtitle.join(" "))?;
        document.blocks(&page.blocks)?;
        width = document.page_width();
        document.finish()
    })?;
    archive.text_part(
        "word/_rels/document.xml.rels",
        &document_relationships(&links),
    )?;
    archive.text_part("word/styles.xml", &styles::styles_part())?;
    archive.text_part("word/numbering.xml", &numbering_part(lists))?;
    archive.text_part("word/settings.xml", &settings_part())?;
    archive.text_part("word/footer1.xml", &footer_part(title, width))?;
    archive.finish()
}

/// Returns the part with the relationships from the text to its other parts and to web addresses.
fn document_relationships(links: &DocumentLinks) -> String {
    let parts: String = ["styles", "numbering", "settings", "footer"]
        .into_iter()
        .map(|name| {
            let file = if name == "footer" { "footer1" } else { name };
            format!("<Relationship Id=\"{name}\" Type=\"{RELATIONSHIPS}/{name}\" Target=\"{file}.xml\"/>")
        })
        .collect();
    let addresses: String = links
        .addresses()
        .map(|(id, address)| {
            format!(
                "<Relationship Id=\"{id}\" Type=\"{RELATIONSHIPS}/hyperlink\" Target=\"{}\" TargetMode=\"External\"/>",
                escape(address)
            )
        })
        .collect();
    format!(
        "{DECLARATION}<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">{parts}{addresses}</Relationships>"
    )
}

/// Returns the part with the settings: without them, Word opens a document in its mode for old files.
fn settings_part() -> String {
    format!(
        "{DECLARATION}<w:settings xmlns:w=\"{MAIN}\"><w:zoom w:percent=\"100\"/><w:defaultTabStop w:val=\"720\"/><w:compat>\
         <w:compatSetting w:name=\"compatibilityMode\" w:uri=\"http://schemas.microsoft.com/office/word\" w:val=\"15\"/></w:compat>\
         <w:themeFontLang w:val=\"en-GB\"/></w:settings>"
    )
}

/// Returns the part with the line at the foot of every page: the title, and the number of the page on the right.
fn footer_part(title: &str, width: usize) -> String {
    let field = |name: &str| {
        format!("<w:fldSimple w:instr=\" {name} \"><w:r><w:t>1</w:t></w:r></w:fldSimple>")
    };
    let text = |words: &str| {
        format!(
            "<w:r><w:t xml:space=\"preserve\">{}</w:t></w:r>",
            escape(words)
        )
    };
    format!(
        "{DECLARATION}<w:ftr xmlns:w=\"{MAIN}\"><w:p><w:pPr><w:pStyle w:val=\"Footer\"/><w:tabs><w:tab w:val=\"right\" w:pos=\"{width}\"/></w:tabs></w:pPr>{}<w:r><w:tab/></w:r>{}{}{}{}</w:p></w:ftr>",
        text(title),
        text("Page "),
        field("PAGE"),
        text(" of "),
        field("NUMPAGES"),
    )
}
