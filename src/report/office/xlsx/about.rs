//! The first sheet: title, date, contents and sources.

use std::{
    collections::HashSet,
    io::{self, Write},
};

use super::{cell::SheetCell, sheet::SheetWriter, styles::CellStyle, table::SheetTable};
use crate::{
    dataset::{Citation, FactData, ItemIndex, SourceIndex},
    query::{
        describe::{counted, describe, published},
        snapshot::Snapshot,
    },
    report::{
        office::properties::date_of,
        page::{Page, PageBlock},
    },
    sort::SortShared,
};

/// Widths of the columns of the sheet.
const WIDTHS: [usize; 4] = [28, 60, 30, 60];

/// The content of the first sheet.
pub(super) struct About {
    /// Title of the file.
    pub(super) title: String,
    /// Sentences below the title.
    lines: Vec<String>,
    /// Publications.
    sources: Vec<SourceIndex>,
}

impl About {
    /// Returns the title, the paragraphs and the sources of a page.
    pub(super) fn of_page(snapshot: Snapshot, page: &Page) -> Self {
        let mut lines = first_lines(snapshot);
        for block in &page.blocks {
            if let PageBlock::Paragraph(words) = block
                && page.has_table()
                && !words.starts_with("As of ")
            {
                lines.push(words.clone());
            }
        }
        let mut sources = HashSet::new();
        for &item in &page.items {
            add_sources(snapshot, item, &mut sources);
        }
        for facet in &page.values {
            sources.extend(facet.cites(snapshot).iter().map(|cite| cite.source_index()));
        }
        if page.items.is_empty() && page.values.is_empty() {
            sources.extend(snapshot.sources().map(|(index, _)| index));
        }
        let title = if page.title.is_empty() {
            snapshot.dataset().programme().name.to_string()
        } else {
            page.title.clone()
        };
        Self {
            title,
            lines,
            sources: sorted(snapshot, sources),
        }
    }

    /// Returns what is said about everything.
    pub(super) fn of_everything(snapshot: Snapshot) -> Self {
        let document = snapshot.dataset().document();
        let mut lines = first_lines(snapshot);
        let texts = [&document.note, &document.classification];
        lines.extend(texts.into_iter().flatten().map(ToString::to_string));
        Self {
            title: snapshot.dataset().programme().name.to_string(),
            lines,
            sources: sorted(snapshot, snapshot.sources().map(|(index, _)| index)),
        }
    }

    /// Writes the sheet, and returns the relationships to its web addresses.
    pub(super) fn write(
        &self,
        snapshot: Snapshot,
        sheets: &[(String, &SheetTable)],
        out: &mut dyn Write,
    ) -> io::Result<Option<String>> {
        let mut sheet = SheetWriter::start(out, &WIDTHS, false, true)?;
        sheet.row([&SheetCell::text(&*self.title)], Some(CellStyle::Title))?;
        for line in &self.lines {
            // The text runs on over the columns to the right, which are empty.
            sheet.row([&SheetCell::text(line)], Some(CellStyle::Number))?;
        }
        sheet.skip_row();
        sheet.row([&SheetCell::text("Sheets")], Some(CellStyle::Label))?;
        for (name, table) in sheets {
            let rows = SheetCell::text(counted(table.len, "row", "rows"));
            sheet.row_with_link_to_sheet(name, &rows)?;
        }
        if !self.sources.is_empty() {
            sheet.skip_row();
            sheet.row([&SheetCell::text("Sources")], Some(CellStyle::Label))?;
            let names = ["Published", "Title", "Publisher", "Web address"];
            sheet.row(&names.map(SheetCell::text), Some(CellStyle::Heading))?;
        }
        for &index in &self.sources {
            let source = snapshot.dataset().source(index);
            let address = source.address.as_ref().map(ToString::to_string);
            let date = if source.published_is.is_some() {
                SheetCell::text(published(source))
            } else {
                SheetCell::date(source.published)
            };
            let cells = [
                date,
                SheetCell::text(source.title.as_str()),
                SheetCell::text(source.publisher.as_str()),
                address.map_or(SheetCell::text("not known"), |address| {
                    SheetCell::link(&*address, &address)
                }),
            ];
            sheet.row(&cells, None)?;
        }
        sheet.finish(None)
    }
}

/// Returns the lines on the programme and the date.
fn first_lines(snapshot: Snapshot) -> Vec<String> {
    let mut lines = vec![snapshot.dataset().programme().name.to_string()];
    lines.extend(date_of(snapshot).map(|date| match snapshot.day() {
        Some(day) => format!("As of {day}: only what was published by then."),
        None => format!("Sources published up to {date}."),
    }));
    lines.push(
        "A date without a day is stored as the first day of its month or year, and shown without it."
            .into(),
    );
    lines
}

/// Adds the sources of an item, of its outcome, and of the facts of an area, a priority or a theme.
fn add_sources(snapshot: Snapshot, item: ItemIndex, sources: &mut HashSet<SourceIndex>) {
    let mut add = |cites: &[Citation]| {
        sources.extend(snapshot.known(cites).map(Citation::source_index));
    };
    match item {
        ItemIndex::Source(source) => {
            sources.insert(source);
        }
        ItemIndex::Fact(fact) => {
            let fact = snapshot.dataset().fact(fact);
            add(fact.cites());
            if let FactData::Target(target) = fact.body
                && let Some(cites) = snapshot
                    .outcome(target)
                    .and_then(|outcome| outcome.cites.as_ref())
            {
                add(cites);
            }
        }
        _ => {
            let description = describe(snapshot, item);
            sources.extend(description.cites.iter().map(|cite| cite.source_index()));
        }
    }
}

/// Returns the sources by date.
fn sorted(snapshot: Snapshot, sources: impl IntoIterator<Item = SourceIndex>) -> Vec<SourceIndex> {
    let mut sources: Vec<SourceIndex> = sources.into_iter().collect();
    sources.sort_shared_by_key(|&index| {
        let published = snapshot.dataset().source(index).published;
        (published.last_day(), index)
    });
    sources
}
