//! The pane of actions, targets and results, by kind; each action with its money where that is known.

use super::{
    canvas::Canvas,
    list::{List, Row, columns, near},
};
use crate::{
    dataset::{Dataset, Kind},
    fit,
    query::outline::{Chapter, Entry},
    tui::{
        app::App,
        layout::{Pane, Places},
    },
};

/// Longer facts are cut, with a sign; the whole text stands in the detail.
const LINES: usize = 2;

/// Draws the pane.
pub(super) fn draw(app: &App, places: &Places, canvas: &mut Canvas) {
    let place = places.pane(Pane::Entries);
    let entries = &app.areas.entries;
    let mut rows = Vec::new();
    let mut heading = None;
    for item in near(entries.place(), entries.items().len(), 1, place) {
        let entry = entries.items()[item];
        let kind = heading_of(entry);
        if heading != Some(kind) {
            heading = Some(kind);
            let count = entries
                .items()
                .iter()
                .filter(|other| heading_of(**other) == kind)
                .count();
            rows.push(Row::heading(format!("{} ({count})", kind.plural())));
        }
        rows.extend(
            texts(app.dataset(), entry, columns(place))
                .into_iter()
                .map(|text| Row::item(item, text)),
        );
    }
    let title = match app.areas.chapters.selected() {
        Some(Chapter::Priority(_)) => "Actions and targets",
        _ => "Facts",
    };
    List {
        place,
        pane: Some(Pane::Entries),
        title,
        remark: "",
        rows,
        selected: entries.place(),
        count: entries.items().len(),
        focused: app.focus() == Pane::Entries,
        empty: "none known",
    }
    .draw(canvas);
}

/// Shared actions stand among the others: their mark tells them apart.
fn heading_of(entry: Entry) -> Kind {
    match entry.fact.kind {
        Kind::SharedAction if entry.reach != crate::query::outline::Reach::Own => Kind::Action,
        kind => kind,
    }
}

fn texts(dataset: &Dataset, entry: Entry, columns: usize) -> Vec<String> {
    let fact = dataset.fact(entry.fact);
    let mut text = entry.reach.mark().to_string();
    // A sum of money says its amount itself.
    if let Some(amount) = fact.amount().filter(|_| fact.kind != Kind::Money) {
        text.push_str(&format!("{amount}: "));
    }
    text.push_str(&fact.headline());
    let lines = fit::wrap_to(&text, columns.saturating_sub(1), LINES);
    lines
        .into_iter()
        .enumerate()
        .map(|(place, line)| format!("{}{line}", if place == 0 { "" } else { " " }))
        .collect()
}
