//! The styles and lists of a document.

use crate::report::office::xml::{DECLARATION, WORD as MAIN};

/// Number of the first list of notes. List 1 has bullets.
pub(super) const FIRST_NUMBERED_LIST: usize = 2;

/// Colours of GOV.UK pages: text, secondary text, links, borders and shades.
const TEXT: &str = "0B0C0C";
const SECONDARY: &str = "505A5F";
const LINK: &str = "1D70B8";
const BORDER: &str = "B1B4B6";
const SHADE: &str = "F3F2F1";

/// Returns the size of letters, in half points.
fn size(half_points: u8) -> String {
    format!("<w:sz w:val=\"{half_points}\"/><w:szCs w:val=\"{half_points}\"/>")
}

/// Returns the styles of paragraphs. The names of those that word processors know have their meaning: they make the outline.
fn paragraph_styles() -> String {
    let style = |id: &str, name: &str, paragraph: &str, text: &str| {
        let is_normal = id == "Normal";
        let based = if is_normal {
            ""
        } else {
            "<w:basedOn w:val=\"Normal\"/>"
        };
        let next = if id.starts_with("Heading") || id.ends_with("itle") {
            "<w:next w:val=\"Normal\"/>"
        } else {
            ""
        };
        format!(
            "<w:style w:type=\"paragraph\"{} w:styleId=\"{id}\"><w:name w:val=\"{name}\"/>{based}{next}<w:qFormat/>\
             <w:pPr>{paragraph}</w:pPr><w:rPr>{text}</w:rPr></w:style>",
            if is_normal { " w:default=\"1\"" } else { "" }
        )
    };
    let spacing =
        |before: u16, after: u16| format!("<w:spacing w:before=\"{before}\" w:after=\"{after}\"/>");
    let heading = |level: u8, before: u16, half_points: u8| {
        style(
            &format!("Heading{level}"),
            &format!("heading {level}"),
            &format!(
                "<w:keepNext/><w:keepLines/>{}<w:outlineLvl w:val=\"{}\"/>",
                spacing(before, 80),
                level - 1
            ),
            &format!("<w:b/>{}", size(half_points)),
        )
    };
    [
        style("Normal", "Normal", &spacing(0, 120), ""),
        style(
            "Title",
            "Title",
            &format!("<w:keepNext/>{}", spacing(0, 80)),
            &format!("<w:b/>{}", size(40)),
        ),
        style(
            "Subtitle",
            "Subtitle",
            &spacing(0, 240),
            &format!("<w:color w:val=\"{SECONDARY}\"/>"),
        ),
        heading(1, 320, 28),
        heading(2, 160, 22),
        style(
            "Field",
            "Field",
            &format!(
                "<w:tabs><w:tab w:val=\"left\" w:pos=\"2835\"/></w:tabs>{}<w:ind w:left=\"2835\" w:hanging=\"2835\"/>",
                spacing(0, 60)
            ),
            "",
        ),
        style(
            "ListBullet",
            "List Bullet",
            &format!(
                "<w:numPr><w:numId w:val=\"1\"/></w:numPr>{}<w:ind w:left=\"340\" w:hanging=\"340\"/>",
                spacing(0, 60)
            ),
            "",
        ),
        style(
            "Note",
            "Note",
            &format!("{}<w:ind w:left=\"510\" w:hanging=\"510\"/>", spacing(0, 60)),
            &size(18),
        ),
        style("Cell", "Cell", &spacing(40, 40), &size(18)),
        style("SmallCell", "Small cell", &spacing(30, 30), &size(15)),
        style("AfterTable", "After table", &spacing(0, 0), &size(12)),
        style(
            "Footer",
            "footer",
            "",
            &format!("<w:color w:val=\"{SECONDARY}\"/>{}", size(18)),
        ),
    ]
    .concat()
}

/// Returns the part with the styles.
pub(super) fn styles_part() -> String {
    let paragraphs = paragraph_styles();
    format!(
        "{DECLARATION}<w:styles xmlns:w=\"{MAIN}\"><w:docDefaults><w:rPrDefault><w:rPr>\
         <w:rFonts w:ascii=\"Arial\" w:hAnsi=\"Arial\" w:eastAsia=\"Arial\" w:cs=\"Arial\"/><w:color w:val=\"{TEXT}\"/>{}\
         <w:lang w:val=\"en-GB\" w:eastAsia=\"en-GB\" w:bidi=\"ar-SA\"/></w:rPr></w:rPrDefault>\
         <w:pPrDefault><w:pPr><w:spacing w:line=\"264\" w:lineRule=\"auto\"/></w:pPr></w:pPrDefault></w:docDefaults>{paragraphs}\
         <w:style w:type=\"character\" w:styleId=\"Hyperlink\"><w:name w:val=\"Hyperlink\"/>\
         <w:rPr><w:color w:val=\"{LINK}\"/><w:u w:val=\"single\"/></w:rPr></w:style>\
         <w:style w:type=\"character\" w:styleId=\"NoteNumber\"><w:name w:val=\"Note number\"/>\
         <w:rPr><w:color w:val=\"{LINK}\"/></w:rPr></w:style>\
         <w:style w:type=\"table\" w:default=\"1\" w:styleId=\"TableNormal\"><w:name w:val=\"Normal Table\"/>\
         <w:tblPr><w:tblInd w:w=\"0\" w:type=\"dxa\"/></w:tblPr></w:style>\
         <w:style w:type=\"table\" w:styleId=\"Rows\"><w:name w:val=\"Rows\"/><w:basedOn w:val=\"TableNormal\"/>\
         <w:tblPr><w:tblBorders><w:top w:val=\"single\" w:sz=\"4\" w:space=\"0\" w:color=\"{BORDER}\"/>\
         <w:bottom w:val=\"single\" w:sz=\"4\" w:space=\"0\" w:color=\"{BORDER}\"/>\
         <w:insideH w:val=\"single\" w:sz=\"4\" w:space=\"0\" w:color=\"{BORDER}\"/></w:tblBorders>\
         <w:tblCellMar><w:left w:w=\"57\" w:type=\"dxa\"/><w:right w:w=\"57\" w:type=\"dxa\"/></w:tblCellMar></w:tblPr>\
         <w:tblStylePr w:type=\"firstRow\"><w:rPr><w:b/></w:rPr><w:tcPr><w:shd w:val=\"clear\" w:color=\"auto\" w:fill=\"{SHADE}\"/>\
         <w:vAlign w:val=\"bottom\"/></w:tcPr></w:tblStylePr></w:style></w:styles>",
        size(21),
    )
}

/// Returns the part with the lists: bullets, and as many numbered lists as there are groups of notes, each from 1.
pub(super) fn numbering_part(lists: usize) -> String {
    let level = |id: usize, format: &str, text: &str, indent: u16| {
        format!(
            "<w:abstractNum w:abstractNumId=\"{id}\"><w:multiLevelType w:val=\"singleLevel\"/><w:lvl w:ilvl=\"0\">\
             <w:start w:val=\"1\"/><w:numFmt w:val=\"{format}\"/><w:lvlText w:val=\"{text}\"/><w:lvlJc w:val=\"left\"/>\
             <w:pPr><w:ind w:left=\"{indent}\" w:hanging=\"{indent}\"/></w:pPr></w:lvl></w:abstractNum>"
        )
    };
    let numbered: String = (0..lists)
        .map(|list| {
            format!(
                "<w:num w:numId=\"{}\"><w:abstractNumId w:val=\"1\"/><w:lvlOverride w:ilvl=\"0\"><w:startOverride w:val=\"1\"/></w:lvlOverride></w:num>",
                FIRST_NUMBERED_LIST + list
            )
        })
        .collect();
    format!(
        "{DECLARATION}<w:numbering xmlns:w=\"{MAIN}\">{}{}<w:num w:numId=\"1\"><w:abstractNumId w:val=\"0\"/></w:num>{numbered}</w:numbering>",
        level(0, "bullet", "•", 340),
        level(1, "decimal", "%1.", 510),
    )
}
