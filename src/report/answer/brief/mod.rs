//! `oa brief`: a page for a briefing, with its sources as numbered notes.

mod about;
mod content;
mod pages;
mod paper;
#[cfg(test)]
mod tests;

pub use about::{AboutRequest, about};
pub use content::BriefLength;

use content::{about_area, about_priority, rest_of_area};
use pages::{Briefing, fitted};

use crate::{
    dataset::{AreaIndex, ItemIndex, PriorityIndex, ThemeIndex},
    query::{describe::context_of, matrix::all_in_theme, snapshot::Snapshot},
    report::page::Page,
};

/// The subjects of a briefing.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct BriefSubjects {
    /// Areas.
    pub areas: Vec<AreaIndex>,
    /// Themes. With areas: only these themes in these areas.
    pub themes: Vec<ThemeIndex>,
}

/// Returns a briefing on areas, themes, or themes in areas, with the reasons, targets, actions and results of each priority.
///
/// A short briefing on an area or a theme fits two A4 pages, and says how much it leaves out. On several it has as many
/// pages for each.
#[must_use]
pub fn brief(snapshot: Snapshot, subjects: &BriefSubjects, length: BriefLength) -> Page {
    let dataset = snapshot.dataset();
    let BriefSubjects { areas, themes } = subjects;
    let names = areas.iter().map(|&area| dataset.area(area).name.as_str());
    let mut title = joined(names);
    let mut items: Vec<ItemIndex> = areas.iter().map(|&area| ItemIndex::Area(area)).collect();
    if !themes.is_empty() {
        let names = joined(
            themes
                .iter()
                .map(|&theme| dataset.theme(theme).name.as_str()),
        );
        title = match areas[..] {
            [] => names,
            _ => format!("{names} in {title}"),
        };
        items.extend(themes.iter().map(|&theme| ItemIndex::Theme(theme)));
    }
    let mut briefing = Briefing {
        title: format!("{title}: a briefing"),
        items,
        subjects: areas
            .len()
            .max(if areas.is_empty() { themes.len() } else { 1 }),
        ..Briefing::default()
    };
    if themes.is_empty() {
        for &area in areas {
            let mut first = about_area(snapshot, area, length);
            if areas.len() > 1 {
                first.heading = Some(dataset.area(area).name.to_string());
            }
            briefing.sections.push(first);
            let priorities = snapshot.priorities(area);
            let sections =
                priorities.map(|(priority, _)| about_priority(snapshot, priority, length));
            briefing.sections.extend(sections);
            briefing.sections.extend(rest_of_area(snapshot, area));
        }
    } else {
        let mut shown: Vec<PriorityIndex> = Vec::new();
        for &theme in themes {
            let what = format!(
                "{} includes: {}.",
                dataset.theme(theme).name,
                dataset.theme(theme).what
            );
            briefing.remarks.push(what);
            shown.extend(all_in_theme(snapshot, theme));
        }
        shown.retain(|priority| areas.is_empty() || areas.contains(&priority.area()));
        shown.sort_unstable();
        shown.dedup();
        if shown.is_empty() {
            briefing.remarks.push(nothing_found(subjects));
        }
        let sections = shown.into_iter();
        let sections = sections.map(|priority| about_priority(snapshot, priority, length));
        briefing.sections.extend(sections);
    }
    fitted(snapshot, briefing, length)
}

/// Returns the sentence for themes that no priority has.
fn nothing_found(subjects: &BriefSubjects) -> String {
    let of_areas = match subjects.areas.len() {
        0 => "",
        1 => " of this area",
        _ => " of these areas",
    };
    let themes = match subjects.themes.len() {
        1 => "this theme",
        _ => "these themes",
    };
    format!("No known priority{of_areas} has {themes}.")
}

/// Returns a full briefing on an area.
#[must_use]
pub fn area(snapshot: Snapshot, area: AreaIndex) -> Page {
    let subjects = BriefSubjects {
        areas: vec![area],
        themes: Vec::new(),
    };
    brief(snapshot, &subjects, BriefLength::Full)
}

/// Returns a full briefing on a theme.
#[must_use]
pub fn theme(snapshot: Snapshot, theme: ThemeIndex) -> Page {
    let subjects = BriefSubjects {
        areas: Vec::new(),
        themes: vec![theme],
    };
    brief(snapshot, &subjects, BriefLength::Full)
}

/// Returns a full briefing on a priority, with its reasons, targets, actions and results.
#[must_use]
pub fn one_priority(snapshot: Snapshot, index: PriorityIndex) -> Page {
    let item = ItemIndex::Priority(index);
    let briefing = Briefing {
        title: format!("{}: a briefing", context_of(snapshot, item)),
        items: vec![item],
        sections: vec![about_priority(snapshot, index, BriefLength::Full)],
        ..Briefing::default()
    };
    fitted(snapshot, briefing, BriefLength::Full)
}

/// Returns names in a row: `Derby, Norwich and Oldham`.
fn joined<'n>(names: impl Iterator<Item = &'n str>) -> String {
    let names: Vec<&str> = names.collect();
    match names[..] {
        [] => String::new(),
        [one] => one.into(),
        [ref first @ .., last] => format!("{} and {last}", first.join(", ")),
    }
}
