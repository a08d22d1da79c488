//! The names of pages, in a few words.

use super::{comparison, facts, map, search, table, targets, themes, timeline};
use crate::{
    command::View,
    dataset::ItemIndex,
    dialogue::page::DialoguePage,
    query::{
        describe::{capitalized, kind_of, name_of},
        outline::AreaRow,
        snapshot::Snapshot,
    },
};

use super::item::line;

/// Returns the name of a page: `Oldham, priority 3`.
pub(in crate::dialogue) fn name(page: &DialoguePage, snapshot: Snapshot) -> String {
    let dataset = snapshot.dataset();
    if let Some(day) = snapshot.day().filter(|_| !snapshot.contains(page.item())) {
        return format!("a page that was not known on {day}");
    }
    match page {
        DialoguePage::Start => dataset.programme().name.to_string(),
        DialoguePage::View(view) => match view {
            View::Matrix => "Themes".into(),
            View::Compare => "Areas side by side".into(),
            View::Table => "Every fact".into(),
            View::Sources => "Publications".into(),
            view => view.name().into(),
        },
        DialoguePage::Area(row @ (AreaRow::Area(_) | AreaRow::Programme)) => {
            row.name(dataset).into()
        }
        DialoguePage::Priority(row) => facts::name(snapshot, *row),
        DialoguePage::Group(row, group) => facts::group_name(snapshot, *row, *group),
        DialoguePage::AreaGroup(area, group) => facts::area_group_name(dataset, *area, *group),
        DialoguePage::Fact(item) => line(snapshot, *item),
        DialoguePage::Theme(_) | DialoguePage::Source(_) => {
            let item = page.item();
            let kind = match item {
                ItemIndex::Source(_) => "Publication".into(),
                _ => capitalized(kind_of(snapshot, item)),
            };
            format!("{kind}: {}", name_of(snapshot, item))
        }
        DialoguePage::ThemesOf(area) => themes::name(dataset, *area),
        DialoguePage::Map { centre, .. } => map::name(dataset, *centre),
        DialoguePage::EventsOf(area) => timeline::name(dataset, *area),
        DialoguePage::SourcesByCitations => "Publications by citations".into(),
        DialoguePage::Targets(wanted) => targets::name(dataset, *wanted),
        DialoguePage::Table { words, .. } => table::name(words),
        DialoguePage::Comparison(areas) => comparison::name(dataset, areas),
        DialoguePage::SearchResults { words, .. } => search::title(words),
        DialoguePage::Filter(_) => "Filter".into(),
        DialoguePage::Terms => "Words and abbreviations".into(),
        DialoguePage::Coverage => "What is known".into(),
        DialoguePage::Money(None) => "Sums of money".into(),
        DialoguePage::Money(Some(area)) => {
            format!("Sums of money of {}", dataset.area(*area).name)
        }
        DialoguePage::Marks => "Marks".into(),
        DialoguePage::Help => "Help".into(),
        DialoguePage::Commands => "All commands".into(),
        DialoguePage::SearchHelp => "Help on searching".into(),
    }
}
