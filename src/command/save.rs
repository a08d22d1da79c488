//! Saving a briefing: the front ends ask, the binary writes the file.

use crate::{
    dataset::{AreaIndex, Dataset, ItemIndex},
    query::{
        filter::Filter,
        filter_words::summary,
        snapshot::Snapshot,
        table::{RowFilter, TableQuery},
        targets::TargetGrouping,
    },
    text::is_obeyed,
};

/// The subject of a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum SaveSubject {
    /// A briefing on an item.
    Item(ItemIndex),
    /// The rows of the table. Those of a large dataset are found again when they are written.
    Rows {
        /// The query that the rows answer.
        query: Box<TableQuery>,
        /// The number of rows.
        count: usize,
    },
    /// The targets in groups.
    Targets {
        /// The filter that they match.
        filter: Box<Filter>,
        /// The words that they have.
        words: RowFilter,
        /// The groups.
        grouping: TargetGrouping,
    },
    /// Areas side by side.
    Comparison(Vec<AreaIndex>),
}

/// The longest suggested name without its ending, in bytes: file systems allow about 250.
const MAX_STEM: usize = 100;

impl SaveSubject {
    /// Returns the suggested file name: `oldham-priority-3.md`, `facts-early-years.csv`. Tables are for spreadsheets.
    #[must_use]
    pub fn file_name(&self, dataset: &Dataset) -> String {
        match self {
            Self::Item(item) => file_name(dataset, *item),
            Self::Rows { query, .. } => {
                let (filter, words) = query.conditions();
                table_name(dataset, "facts", filter, words)
            }
            Self::Targets { filter, words, .. } => table_name(dataset, "targets", filter, words),
            Self::Comparison(areas) => {
                let ids = areas.iter().map(|&area| dataset.area(area).id.as_str());
                let stem = ids.collect::<Vec<_>>().join("-");
                SaveFormat::Markdown.name(if stem.len() <= MAX_STEM {
                    &stem
                } else {
                    "comparison"
                })
            }
        }
    }
}

/// Writes a subject to the named file, in the format of its ending. Replaces an existing file only if the last argument is
/// true.
pub type SaveFn<'s> = &'s dyn Fn(&str, Snapshot, &SaveSubject, bool) -> Result<(), SaveError>;

/// A format that a file name can ask for with its ending.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SaveFormat {
    /// Markdown.
    Markdown,
    /// A web page.
    Html,
    /// Plain text.
    Text,
    /// A document for a word processor.
    Docx,
    /// A workbook for a spreadsheet.
    Xlsx,
    /// A table for a spreadsheet.
    Csv,
    /// JSON for programs.
    Json,
    /// JSON for programs, an item a line.
    Jsonl,
}

impl SaveFormat {
    /// All formats. The front ends offer those before JSON.
    const ALL: [Self; 8] = [
        Self::Markdown,
        Self::Html,
        Self::Text,
        Self::Docx,
        Self::Xlsx,
        Self::Csv,
        Self::Json,
        Self::Jsonl,
    ];

    /// Returns true if this program can write the format: `office` is a feature.
    #[must_use]
    pub fn is_available(self) -> bool {
        cfg!(feature = "office") || !matches!(self, Self::Docx | Self::Xlsx)
    }

    /// Returns the formats that people are offered, in order.
    pub fn offered() -> impl Iterator<Item = Self> {
        Self::available().filter(|format| !matches!(format, Self::Json | Self::Jsonl))
    }

    fn available() -> impl Iterator<Item = Self> {
        Self::ALL.into_iter().filter(|format| format.is_available())
    }

    /// Returns the format that is suggested for a table.
    fn of_tables() -> Self {
        Self::Csv
    }

    /// Returns the ending of file names: `.md`.
    #[must_use]
    pub fn ending(self) -> &'static str {
        match self {
            Self::Markdown => ".md",
            Self::Html => ".html",
            Self::Text => ".txt",
            Self::Docx => ".docx",
            Self::Xlsx => ".xlsx",
            Self::Csv => ".csv",
            Self::Json => ".json",
            Self::Jsonl => ".jsonl",
        }
    }

    /// Returns the noun for a file of the format: `web page`.
    #[must_use]
    pub fn noun(self) -> &'static str {
        match self {
            Self::Markdown => "Markdown",
            Self::Html => "web page",
            Self::Text => "plain text",
            Self::Docx => "Word document",
            Self::Xlsx => "Excel workbook",
            Self::Csv => "table",
            Self::Json => "JSON file",
            Self::Jsonl => "JSON Lines file",
        }
    }

    /// Returns the format of a file name, by its ending in any case.
    ///
    /// # Errors
    /// If there is none. The error says what to do: `give the name one of these endings: …`.
    pub fn of(name: &str) -> Result<Self, String> {
        let name = name.trim().to_lowercase();
        let has_stem = |ending: &str| {
            let stem = name.strip_suffix(ending);
            stem.is_some_and(|stem| !stem.is_empty() && !stem.ends_with(['/', '\\']))
        };
        let mut all = Self::ALL.into_iter();
        match all.find(|format| has_stem(format.ending())) {
            Some(format) if format.is_available() => Ok(format),
            Some(format) => Err(format!(
                "this program was built without the feature `office`, which writes {} files; {}",
                format.ending(),
                Self::advice()
            )),
            None => Err(Self::advice()),
        }
    }

    /// Returns true if a file name has no ending, known or not.
    #[must_use]
    pub fn has_no_ending(name: &str) -> bool {
        let file = name.trim().rsplit('/').next().unwrap_or_default();
        !file.is_empty() && !file.contains('.')
    }

    /// Returns the format after this one among those that are offered; after the last, the first.
    #[must_use]
    pub fn next(self) -> Self {
        let mut after = Self::offered().skip_while(|format| *format != self);
        after.nth(1).unwrap_or(Self::Markdown)
    }

    /// Returns a file name with the ending of this format in place of another one.
    #[must_use]
    pub fn name(self, name: &str) -> String {
        let name = name.trim();
        let (folder, file) = name.rsplit_once('/').map_or(("", name), |(_, file)| {
            (&name[..name.len() - file.len()], file)
        });
        // A name that starts with a dot has no ending.
        let stem = match file.rsplit_once('.') {
            Some((stem, _)) if !stem.is_empty() => stem,
            _ => file,
        };
        format!("{folder}{stem}{}", self.ending())
    }

    /// Returns what to say about a name with another ending.
    #[must_use]
    pub fn advice() -> String {
        let endings: Vec<&str> = Self::available().map(Self::ending).collect();
        let (last, others) = endings.split_last().unwrap_or((&"", &[]));
        format!(
            "give the name one of these endings: {} or {last}",
            others.join(", ")
        )
    }
}

/// Returns the suggested file name for a table: what it lists, and the words and values that its rows have.
fn table_name(dataset: &Dataset, list: &str, filter: &Filter, words: &RowFilter) -> String {
    let values = summary(Snapshot::latest(dataset), filter);
    let parts = words
        .words()
        .iter()
        .map(String::as_str)
        .chain(values.as_deref());
    let words = parts.flat_map(|part| part.split(|letter: char| !letter.is_alphanumeric()));
    let mut stem = list.to_string();
    for word in words.filter(|word| !word.is_empty()) {
        let word = word.to_lowercase();
        if stem.len() + 1 + word.len() > MAX_STEM {
            break;
        }
        stem = format!("{stem}-{word}");
    }
    SaveFormat::of_tables().name(&stem)
}

/// Returns the suggested file name for a briefing: `oldham-priority-3.md`.
fn file_name(dataset: &Dataset, item: ItemIndex) -> String {
    let reference = dataset.reference(item);
    let stem = match (item, reference.rsplit_once('/')) {
        (ItemIndex::Priority(_), Some((area, number))) => format!("{area}-priority-{number}"),
        _ => reference.replace('/', "-"),
    };
    SaveFormat::Markdown.name(&stem)
}

/// The reason why a briefing was not saved.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum SaveError {
    /// A file of that name exists.
    Exists,
    /// The file could not be written; the message says why.
    Failed(String),
}

/// Refuses a file name with a character that nobody would see: the file could not be found again, and could mislead a
/// terminal that lists it.
///
/// # Errors
/// If there is such a character.
pub fn check_name(name: &str) -> Result<(), SaveError> {
    if name.contains(is_obeyed) {
        let reason = "cannot be written: the name has a character that cannot be shown";
        return Err(SaveError::Failed(reason.into()));
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::query::table::TableOrder;

    #[test]
    fn names_have_only_characters_that_can_be_seen() {
        for name in ["oldham.md", "ynys-môn.md", "報告.md"] {
            assert_eq!(check_name(name), Ok(()), "{name}");
        }
        for name in ["a\u{1b}[31m.md", "a\n.md", "a\u{202e}dm.md", "\u{fffe}.md"] {
            assert!(check_name(name).is_err(), "{name:?}");
        }
    }

    #[test]
    fn ending_of_a_name_sets_the_format() {
        for (name, format) in [
            ("a.md", Some(SaveFormat::Markdown)),
            ("reports/a.HTML ", Some(SaveFormat::Html)),
            ("a.b.txt", Some(SaveFormat::Text)),
            ("a.csv", Some(SaveFormat::Csv)),
            ("a.json", Some(SaveFormat::Json)),
            ("a.jsonl", Some(SaveFormat::Jsonl)),
            ("a.doc", None),
            ("a.pdf", None),
            ("a", None),
            (".md", None),
            ("folder/.md", None),
            ("a.md/", None),
        ] {
            assert_eq!(SaveFormat::of(name).ok(), format, "{name}");
        }
    }

    #[test]
    fn tables_and_comparisons_are_named_after_what_they_have() {
        let dataset = Dataset::bundled();
        let snapshot = Snapshot::latest(&dataset);
        let early_years = Filter {
            themes: dataset
                .themes()
                .take(1)
                .map(|(_, theme)| theme.id.clone())
                .collect(),
            ..Filter::default()
        };
        let rows = |filter: &Filter, words: &str| {
            let words = RowFilter::new(words);
            let query = TableQuery::new(snapshot, filter, words, TableOrder::default());
            let subject = SaveSubject::Rows {
                query: Box::new(query),
                count: 1,
            };
            subject.file_name(&dataset)
        };
        assert_eq!(rows(&Filter::default(), ""), "facts.csv");
        assert_eq!(
            rows(&Filter::default(), "Mental health/"),
            "facts-mental-health.csv"
        );
        assert_eq!(rows(&early_years, "school"), "facts-school-early-years.csv");
        assert!(rows(&Filter::default(), &"é".repeat(500)).len() <= MAX_STEM + 4);
        let areas: Vec<AreaIndex> = dataset.areas().map(|(area, _)| area).collect();
        let compared = |count| SaveSubject::Comparison(areas[..count].to_vec()).file_name(&dataset);
        assert_eq!(compared(2), "blackpool-bradford.md");
        assert_eq!(compared(12), "comparison.md");
    }

    #[cfg(feature = "office")]
    #[test]
    fn every_ending_is_named() {
        assert_eq!(SaveFormat::of("a.docx"), Ok(SaveFormat::Docx));
        assert_eq!(SaveFormat::of("a.XLSX"), Ok(SaveFormat::Xlsx));
        assert_eq!(
            SaveFormat::advice(),
            "give the name one of these endings: .md, .html, .txt, .docx, .xlsx, .csv, .json or .jsonl"
        );
    }

    #[cfg(not(feature = "office"))]
    #[test]
    fn a_missing_feature_is_named() {
        assert_eq!(
            SaveFormat::of("a.docx"),
            Err(
                "this program was built without the feature `office`, which writes .docx files; \
                 give the name one of these endings: .md, .html, .txt, .csv, .json or .jsonl"
                    .into()
            )
        );
    }

    #[test]
    fn another_format_changes_the_ending_only() {
        for (name, expected) in [
            ("oldham.md", "oldham.csv"),
            ("a.b/oldham", "a.b/oldham.csv"),
            ("oldham 3.5.txt", "oldham 3.5.csv"),
            (".hidden", ".hidden.csv"),
        ] {
            assert_eq!(SaveFormat::Csv.name(name), expected, "{name}");
        }
        let mut format = SaveFormat::Markdown;
        for _ in SaveFormat::offered() {
            format = format.next();
        }
        assert_eq!(format, SaveFormat::Markdown);
        assert_eq!(SaveFormat::Json.next(), SaveFormat::Markdown);
    }
}
