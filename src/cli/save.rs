//! Writing an answer to a file, in the format of its ending.

use std::{
    borrow::Cow,
    io::{self, Write},
    path::Path,
};

use super::{ascii_output, new_file::write_file};
use crate::{
    command::{SaveError, SaveFormat, SaveSubject, check_name},
    dataset::ItemIndex,
    query::snapshot::Snapshot,
    report::{
        Format, Page, TextLayout,
        answer::{brief, compare, fact_table, show, targets},
        render,
    },
};

/// Byte order mark. Without it, Excel reads CSV as text of an old encoding.
const BYTE_ORDER_MARK: &str = "\u{feff}";

/// Writes a briefing on an item, or a table, to a file in the format of its ending. Overwrites an existing file only if `replace` is set.
pub(crate) fn save(
    name: &str,
    snapshot: Snapshot,
    subject: &SaveSubject,
    replace: bool,
) -> Result<(), SaveError> {
    let format = SaveFormat::of(name)
        .map_err(|advice| SaveError::Failed(format!("cannot be written: {advice}")))?;
    save_page(
        name.as_ref(),
        snapshot,
        &page(snapshot, subject),
        format,
        replace,
    )
}

/// Writes a page to a file. Overwrites an existing file only if `replace` is set.
pub(crate) fn save_page(
    path: &Path,
    snapshot: Snapshot,
    page: &Page,
    format: SaveFormat,
    replace: bool,
) -> Result<(), SaveError> {
    check_name(&path.to_string_lossy())?;
    write_file(path, replace, |out| write_page(snapshot, page, format, out))
}

/// Writes a page. In a spreadsheet, a page without a table is a table of the facts that it is about.
fn write_page(
    snapshot: Snapshot,
    page: &Page,
    format: SaveFormat,
    out: &mut dyn Write,
) -> io::Result<()> {
    let format = match format {
        #[cfg(feature = "office")]
        SaveFormat::Docx => return crate::report::office::write_docx(snapshot, page, out),
        #[cfg(feature = "office")]
        SaveFormat::Xlsx => return crate::report::office::write_xlsx(snapshot, page, out),
        #[cfg(not(feature = "office"))]
        SaveFormat::Docx | SaveFormat::Xlsx => return Err(io::ErrorKind::Unsupported.into()),
        SaveFormat::Csv => {
            out.write_all(BYTE_ORDER_MARK.as_bytes())?;
            Format::Csv
        }
        SaveFormat::Markdown => Format::Markdown,
        SaveFormat::Html => Format::Html,
        SaveFormat::Text => Format::Text,
        SaveFormat::Json => Format::Json,
        SaveFormat::Jsonl => Format::Jsonl,
    };
    let page = in_format(snapshot, page, format);
    let layout = TextLayout {
        ascii: ascii_output::is_wanted(false),
        ..TextLayout::file()
    };
    let text = render(snapshot, &page, format, layout);
    out.write_all(text.as_bytes())
}

/// Returns the page that a format can show. As CSV, a page without a table is a table of the facts that it is about.
pub(crate) fn in_format<'p>(snapshot: Snapshot, page: &'p Page, format: Format) -> Cow<'p, Page> {
    if format == Format::Csv && !page.has_table() && !page.is_empty() {
        return Cow::Owned(fact_table::table_of_all(snapshot, &page.items));
    }
    Cow::Borrowed(page)
}

/// Returns the page about a subject.
fn page(snapshot: Snapshot, subject: &SaveSubject) -> Page {
    match subject {
        SaveSubject::Item(ItemIndex::Area(area)) => brief::area(snapshot, *area),
        SaveSubject::Item(ItemIndex::Priority(priority)) => {
            brief::one_priority(snapshot, *priority)
        }
        SaveSubject::Item(ItemIndex::Theme(theme)) => brief::theme(snapshot, *theme),
        SaveSubject::Item(other) => show::show(snapshot, &[*other]),
        SaveSubject::Rows { query, .. } => {
            let rows = query.rows(snapshot.dataset());
            fact_table::fact_table(snapshot, query.words(), rows.facts)
        }
        SaveSubject::Targets {
            filter,
            words,
            grouping,
        } => targets::targets_with_words(snapshot, filter, *grouping, words),
        SaveSubject::Comparison(areas) => compare::compare(snapshot, areas),
    }
}
