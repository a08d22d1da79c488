//! Citations and sources, in a line.

use std::fmt::Write as _;

use crate::dataset::{Citation, Dataset, DateProvenance, PartialDate, Source, TitleProvenance};

/// Returns a citation in a line: the source, the place in it, and the web address.
#[must_use]
pub fn citation_line(dataset: &Dataset, citation: &Citation) -> String {
    let source = dataset.source(citation.source_index());
    let address = source
        .address
        .as_ref()
        .map_or_else(|| "No web address known".into(), ToString::to_string);
    format!("{}: {}. {address}", source_line(source), citation.at)
}

/// Returns a source in a line, as a note cites it: author, title, publisher and date.
///
/// A title or date that the source does not state is marked.
#[must_use]
pub fn source_line(source: &Source) -> String {
    let mut line = String::new();
    if let Some(author) = &source.author {
        let _ = write!(line, "{author}: ");
    }
    let mark = if source.title_is == Some(TitleProvenance::Description) {
        " (our description; title not known)"
    } else {
        ""
    };
    let _ = write!(
        line,
        "“{}”{mark}, {}, {}",
        source.title,
        source.publisher,
        published(source)
    );
    line
}

/// Returns a source's date, marked if the publication does not state it: `2018 (year inferred)`.
#[must_use]
pub fn published(source: &Source) -> String {
    let precision = match source.published {
        PartialDate::Year(_) => "year",
        PartialDate::Month(..) => "month",
        PartialDate::Day(_) => "date",
    };
    match source.published_is {
        Some(DateProvenance::Inferred) => format!("{} ({precision} inferred)", source.published),
        Some(DateProvenance::Read) => format!("{} (the day it was read)", source.published),
        None => source.published.to_string(),
    }
}
