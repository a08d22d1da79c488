//! The text of a theme for a popup: what it includes, and the priorities on it by area.

use super::text::{CONTEXT, TextPopup};
use crate::{
    dataset::ThemeIndex,
    query::{describe::counted, digest::short_citation, matrix::in_theme, snapshot::Snapshot},
};

impl TextPopup {
    /// Creates the popup of a theme. Its title counts the areas and the priorities.
    #[must_use]
    pub(crate) fn of_theme(snapshot: Snapshot, index: ThemeIndex) -> Self {
        let dataset = snapshot.dataset();
        let theme = dataset.theme(index);
        let (mut areas, mut priorities) = (0, 0);
        let mut text = format!("Includes {}.\n\n", theme.what);
        for (area, data) in dataset.areas() {
            let mut name = Some(&data.name);
            for priority in in_theme(snapshot, area, index) {
                areas += usize::from(name.is_some());
                priorities += 1;
                // The name once, above all priorities of the area.
                if let Some(name) = name.take() {
                    text.push_str(&format!("{name}\n"));
                }
                let priority = dataset.priority(priority);
                text.push_str(&format!("  {} {}\n", priority.number, priority.title));
                if let Some(citation) = snapshot.known(&priority.cites).next() {
                    let source = short_citation(dataset, citation);
                    text.push_str(&format!("{CONTEXT}{source}\n"));
                }
            }
        }
        if areas == 0 {
            text.push_str("No area has such a priority.\n");
        }
        if let Some(classification) = &dataset.document().classification {
            text.push_str(&format!("\n{classification}\n"));
        }
        let areas = counted(areas, "area", "areas");
        let priorities = counted(priorities, "priority", "priorities");
        let rest = format!("`oa show theme/{}` prints them", theme.id);
        let status = format!("{priorities} in {areas}");
        Self::new(&theme.name, &status, &text, &rest)
    }
}
