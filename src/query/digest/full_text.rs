//! Everything about an item in one list: its digest, and what only its description has.

use super::digest_entry::{Digest, DigestEntry, DigestLine};
use crate::query::describe::{Description, Field};

/// The fields of a description that a digest has in its own words.
const IN_BRIEF: [&str; 22] = [
    "Actions",
    "Applies to",
    "Baseline",
    "Because",
    "By",
    "Chair of the board",
    "Contradicted by",
    "Country",
    "Department",
    "Goal",
    "Later title",
    "Money",
    "Outcome",
    "Outcome worked out",
    "Partners",
    "Plan",
    "Priorities",
    "Rank",
    "Result",
    "Results",
    "Status",
    "Targets",
];
/// The fields that stand after the sources.
const LAST: [&str; 1] = ["First published"];

/// Returns the entries of an item in full, each fact once, and those that stand after its sources.
pub(crate) fn full_entries(
    digest: &Digest,
    description: &Description,
) -> (Vec<DigestEntry>, Vec<DigestEntry>) {
    let mut entries = digest.entries.clone();
    add_who_grouped(description, &mut entries);
    add_notes_on_ranks(description, &mut entries);
    let mut last = Vec::new();
    for field in &description.fields {
        let is_said = entries.iter().flat_map(|entry| &entry.lines);
        let is_last = LAST.contains(&field.label);
        if IN_BRIEF.contains(&field.label)
            || is_unknown(field)
            || !is_last && is_said.into_iter().any(|line| says(line, &field.value))
        {
            continue;
        }
        let (label, value) = short(field);
        // A plan says itself when it was published.
        if is_last && entries.iter().any(|entry| entry.label == label) {
            continue;
        }
        add(if is_last { &mut last } else { &mut entries }, label, value);
    }
    (entries, last)
}

/// Replaces the themes of a priority by themes with who grouped them.
fn add_who_grouped(description: &Description, entries: &mut [DigestEntry]) {
    let brief = entries
        .iter_mut()
        .find(|entry| ["Theme", "Themes"].contains(&entry.label));
    if let Some(brief) = brief {
        let themes = values(description, "Theme").map(|theme| DigestLine::Text(theme.into()));
        brief.lines = themes.collect();
    }
}

/// Adds the notes on ranks, each with its year: a description has them after the rank.
fn add_notes_on_ranks(description: &Description, entries: &mut [DigestEntry]) {
    let Some(brief) = entries.iter_mut().find(|entry| entry.label == "Rank") else {
        return;
    };
    let notes = values(description, "Rank").filter_map(|rank| {
        let (rank, note) = rank.split_once("; ")?;
        // Before the words for which end is worse.
        let (rank, _) = rank.split_once(" (").unwrap_or((rank, ""));
        let year = rank.rsplit(' ').next()?;
        // Before the rank itself, if the area has several.
        let district = rank.split(" of ").next()?.rsplit_once(' ');
        let district = district.map_or(String::new(), |(name, _)| format!("{name}, "));
        let gap = if note.starts_with("worked out: ") {
            ", "
        } else {
            ": "
        };
        Some(DigestLine::Text(format!("{district}{year}{gap}{note}")))
    });
    brief.lines.extend(notes);
}

fn values<'d>(description: &'d Description, label: &'static str) -> impl Iterator<Item = &'d str> {
    let fields = description.fields.iter();
    let fields = fields.filter(move |field| field.label == label);
    fields.map(|field| field.value.as_str())
}

/// Returns true if a field says nothing.
fn is_unknown(field: &Field) -> bool {
    field.value == "not known"
}

fn says(line: &DigestLine, value: &str) -> bool {
    matches!(line, DigestLine::Text(text) if text == value)
}

/// Returns the label of a field for a narrow column, and its value with what the label no longer says.
fn short(field: &Field) -> (&'static str, String) {
    let value = &field.value;
    match field.label {
        "First published" => ("Published", value.clone()),
        "Baseline in figures" => ("Figures", format!("baseline: {value}")),
        "Goal in figures" => ("Figures", format!("goal: {value}")),
        "Figure" => ("Figures", value.clone()),
        "Council that runs schools" => ("Schools", format!("run by {value}")),
        label => (label, value.clone()),
    }
}

/// Adds a field: to the last entry if that has the same label.
fn add(entries: &mut Vec<DigestEntry>, label: &'static str, value: String) {
    let line = DigestLine::Text(value);
    match entries.last_mut().filter(|entry| entry.label == label) {
        Some(entry) => entry.lines.push(line),
        None => entries.push(DigestEntry {
            label,
            lines: vec![line],
        }),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        dataset::{Dataset, ItemIndex},
        query::{describe::describe, digest::digest, snapshot::Snapshot},
    };

    /// Returns the labels in front of and after the sources of an item's full text.
    fn labels(reference: &str) -> (Vec<&'static str>, Vec<&'static str>) {
        let dataset = Dataset::bundled();
        let snapshot = Snapshot::latest(&dataset);
        let item = dataset.find(reference).expect("the item exists");
        let (entries, last) = full_entries(&digest(snapshot, item), &describe(snapshot, item));
        let labels = |entries: Vec<DigestEntry>| entries.iter().map(|entry| entry.label).collect();
        (labels(entries), labels(last))
    }

    #[test]
    fn full_text_has_each_fact_once_in_one_order() {
        assert_eq!(
            labels("west-somerset/1/good-level-of-development-target"),
            (
                vec![
                    "Baseline", "Goal", "Result", "Outcome", "Priority", "Caveat", "Figures"
                ],
                vec!["Published"]
            )
        );
        assert_eq!(
            labels("oldham/1/making-it-real"),
            (vec!["Status", "Priority"], vec!["Published"])
        );
    }

    #[test]
    fn full_text_says_who_grouped_a_priority_and_where_a_rank_is_from() {
        let dataset = Dataset::bundled();
        let snapshot = Snapshot::latest(&dataset);
        let lines = |reference: &str, label: &str| {
            let item = dataset.find(reference).expect("the item exists");
            let (entries, _) = full_entries(&digest(snapshot, item), &describe(snapshot, item));
            let entry = entries.into_iter().find(|entry| entry.label == label);
            entry.expect("the entry is there").lines
        };
        let text = |text: &str| DigestLine::Text(text.into());
        assert_eq!(
            lines("fenland-and-east-cambridgeshire/1", "Themes")[0],
            text("Early years (our grouping)")
        );
        assert_eq!(
            lines("blackpool", "Rank")[1],
            text(
                "2016, worked out: ninth in the list of the ten worst, which runs from the worst (324) upwards"
            )
        );
        assert_eq!(
            lines("fenland-and-east-cambridgeshire", "Rank")[1],
            text(
                "East Cambridgeshire, 2016, worked out: the page gives the rank at the launch of January 2017, so in the index of 2016"
            )
        );
    }

    #[test]
    fn no_label_and_no_text_is_there_twice() {
        let dataset = Dataset::bundled();
        let snapshot = Snapshot::latest(&dataset);
        // A publisher may be the author, too.
        let items = dataset.item_indices();
        for item in items.filter(|item| !matches!(item, ItemIndex::Source(_))) {
            let digest = digest(snapshot, item);
            let (entries, last) = full_entries(&digest, &describe(snapshot, item));
            let all = entries.iter().chain(&last);
            let mut labels: Vec<&str> = all.clone().map(|entry| entry.label).collect();
            let mut texts: Vec<&str> = entries
                .iter()
                .flat_map(|entry| &entry.lines)
                .filter_map(|line| match line {
                    DigestLine::Text(text) => Some(text.as_str()),
                    _ => None,
                })
                .collect();
            for words in [&mut labels, &mut texts] {
                let count = words.len();
                words.sort_unstable();
                words.dedup();
                assert_eq!(words.len(), count, "{}: {words:?}", digest.reference);
            }
        }
    }
}
