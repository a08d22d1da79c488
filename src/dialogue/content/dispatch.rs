//! The choice of content for a page.

use super::{
    areas, comparison, coverage, filter, help, item, map, money, search, sources, start, table,
    targets, themes, timeline,
};
use crate::{
    command::View,
    dataset::Date,
    dialogue::page::{Choice, DialoguePage, PageContent},
    query::{
        filter::Filter, search::Index, snapshot::Snapshot, table::TableOrder,
        targets::TargetGrouping,
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
            View::Map => map::map(snapshot, filter),
            View::Timeline => timeline::timeline(snapshot, filter),
            View::Compare => comparison::instructions(snapshot.dataset()),
            View::Targets => targets::targets(snapshot, filter, TargetGrouping::Area),
            View::Table => table::table(snapshot, filter, "", TableOrder::default()),
            View::Sources => sources::sources(snapshot, filter),
            View::Search => search::instructions(snapshot.dataset()),
        },
        DialoguePage::Area(row) => areas::area(snapshot, filter, *row),
        DialoguePage::Priority(row) => areas::priority(snapshot, filter, *row),
        DialoguePage::Fact(fact) => item::fact(snapshot, *fact),
        DialoguePage::Terms => item::terms(snapshot),
        DialoguePage::Theme(theme) => themes::theme(snapshot, *theme),
        DialoguePage::Neighbours(area) => map::neighbours(snapshot, filter, *area),
        DialoguePage::Source(source) => sources::source(snapshot, filter, *source),
        DialoguePage::Targets(grouping) => targets::targets(snapshot, filter, *grouping),
        DialoguePage::Table { words, order } => table::table(snapshot, filter, words, *order),
        DialoguePage::Comparison(areas) => comparison::comparison(snapshot, areas),
        DialoguePage::SearchResults { words, query } => {
            search::results(snapshot, filter, context.index, (words, query))
        }
        DialoguePage::Filter => filter::options(snapshot, filter),
        DialoguePage::Marks => marks(context),
        DialoguePage::Coverage => coverage::coverage(snapshot),
        DialoguePage::Money => money::money(snapshot, filter),
        DialoguePage::Help => help::help(snapshot.dataset(), context.kiosk),
    }
}

/// Returns the page for something that became known later.
fn not_yet_known(day: Date) -> PageContent {
    let advice = "Type d to see all that is known, or d and a later date.";
    PageContent::text(format!("Not known on {day}"), vec![advice.into()])
}

/// Returns the marked pages, by their titles.
fn marks(context: ContentContext) -> PageContent {
    if context.marks.is_empty() {
        let advice = "No pages are marked. Type m to mark the page you are on.";
        return PageContent::text("Marked pages", vec![advice.into()]);
    }
    let choices = context.marks.iter().map(|page| {
        // Without marks, since a marked list of marks would be asked for its own title.
        let unmarked = ContentContext {
            marks: &[],
            ..context
        };
        let title = match page {
            // Only for their titles, all the searches would be run again.
            DialoguePage::SearchResults { words, .. } => search::title(words),
            page => content(page, unmarked).title,
        };
        Choice::open(title, page.clone())
    });
    PageContent::menu("Marked pages", choices.collect())
}
