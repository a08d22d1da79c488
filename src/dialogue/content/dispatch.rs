//! The choice of content for a page.

use super::{
    areas, brief, comparison, coverage, facts, filter, help, item, map, marks, money, search,
    sources, start, table, targets, themes, timeline,
};
use crate::{
    command::View,
    dataset::{Date, ItemIndex},
    dialogue::page::{DialoguePage, PageContent, WantedTargets},
    query::{
        filter::Filter, outline::PriorityRow, search::Index, snapshot::Snapshot, table::TableOrder,
    },
};

/// The part of the dialogue's state that pages depend on.
#[derive(Clone, Copy)]
pub(in crate::dialogue) struct ContentContext<'a, 's> {
    /// Snapshot for the chosen date.
    pub(in crate::dialogue) snapshot: Snapshot<'a>,
    /// Chosen filter.
    pub(in crate::dialogue) filter: &'s Filter,
    /// Search index, once it is built.
    pub(in crate::dialogue) index: Option<&'s Index>,
    /// Marked pages.
    pub(in crate::dialogue) marks: &'s [DialoguePage],
    /// True in kiosk mode, where some commands are not allowed.
    pub(in crate::dialogue) kiosk: bool,
}

/// Returns the content of a page.
pub(in crate::dialogue) fn content(page: &DialoguePage, context: ContentContext) -> PageContent {
    let snapshot = context.snapshot;
    if let Some(day) = snapshot.day().filter(|_| !snapshot.contains(page.item())) {
        return not_yet_known(day);
    }
    let mut known = content_of(page, context);
    if known.lines.is_empty() && known.choices.is_empty() {
        known.lines.push("No results.".into());
    }
    known
}

/// Returns the content of a page that was known on the date.
fn content_of(page: &DialoguePage, context: ContentContext) -> PageContent {
    let ContentContext {
        snapshot, filter, ..
    } = context;
    match page {
        DialoguePage::Start => start::start(snapshot),
        DialoguePage::View(view) => match view {
            View::Areas => areas::areas(snapshot, filter),
            View::Matrix => themes::themes(snapshot, filter),
            View::Map => map::without_positions(),
            View::Timeline => timeline::timeline(snapshot, filter),
            View::Compare => comparison::instructions(snapshot.dataset()),
            View::Targets => targets::targets(snapshot, filter, WantedTargets::default()),
            View::Table => table::table(snapshot, filter, "", TableOrder::default()),
            View::Sources => sources::sources(snapshot, filter),
            View::Search => search::instructions(snapshot.dataset()),
        },
        DialoguePage::Area(row) => areas::area(snapshot, filter, *row),
        DialoguePage::Priority(row) => facts::facts(snapshot, filter, *row),
        DialoguePage::Group(row, group) => facts::group(snapshot, filter, *row, *group),
        DialoguePage::AreaGroup(area, group) => facts::area_group(snapshot, filter, *area, *group),
        DialoguePage::Fact(fact) => item::fact(snapshot, *fact),
        DialoguePage::Terms => item::terms(snapshot),
        DialoguePage::Theme(theme) => themes::theme(snapshot, *theme),
        DialoguePage::ThemesOf(area) => themes::themes_of(snapshot, *area),
        DialoguePage::Map { centre, layer } => map::map(snapshot, filter, *centre, *layer),
        DialoguePage::EventsOf(area) => timeline::events_of(snapshot, *area),
        DialoguePage::Source(source) => sources::source(snapshot, filter, *source),
        DialoguePage::SourcesByCitations => sources::by_citations(snapshot, filter),
        DialoguePage::Targets(wanted) => targets::targets(snapshot, filter, *wanted),
        DialoguePage::Table { words, order } => table::table(snapshot, filter, words, *order),
        DialoguePage::Comparison(areas) => comparison::comparison(snapshot, areas),
        DialoguePage::SearchResults { words, query } => {
            search::results(snapshot, filter, context.index, (words, query))
        }
        DialoguePage::Filter(condition) => filter::options(snapshot, filter, *condition),
        DialoguePage::Marks => marks::marks(snapshot, context.marks),
        DialoguePage::Coverage => coverage::coverage(snapshot),
        DialoguePage::Money(area) => money::money(snapshot, filter, *area),
        DialoguePage::Help => help::help(snapshot.dataset(), context.kiosk),
        DialoguePage::Commands => help::commands(snapshot.dataset(), context.kiosk),
        DialoguePage::SearchHelp => help::search(),
    }
}

/// Returns what a page leaves out: sources, codes and the like; empty if it says everything.
pub(in crate::dialogue) fn rest(page: &DialoguePage, snapshot: Snapshot) -> Vec<String> {
    let item = match page {
        DialoguePage::Area(_) | DialoguePage::Fact(_) | DialoguePage::Source(_) => page.item(),
        DialoguePage::Priority(PriorityRow::Priority(priority)) => ItemIndex::Priority(*priority),
        DialoguePage::Theme(theme) => return themes::rest(snapshot, *theme),
        DialoguePage::Map { centre, .. } => return map::rest(snapshot, *centre),
        DialoguePage::Comparison(areas) => return comparison::priorities(snapshot, areas),
        _ => return Vec::new(),
    };
    if snapshot.contains(item) {
        brief::rest(snapshot, item)
    } else {
        Vec::new()
    }
}

/// Returns the page for something that became known later.
fn not_yet_known(day: Date) -> PageContent {
    let advice = "Type d to see all that is known, or d and a later date.";
    PageContent::text(format!("Not known on {day}"), vec![advice.into()])
}
