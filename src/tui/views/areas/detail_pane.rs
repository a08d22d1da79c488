//! The pane with the selected item in brief. With the focus it has everything known about the item, if opened over all panes.

use ratatui::layout::Rect;

use super::AreasView;
use crate::{
    dataset::{AreaIndex, FactIndex, ItemIndex, Kind, OwnerIndex},
    query::{
        describe::counted,
        digest::{Digest, DigestEntry, DigestLine, digest, programme_digest, programme_entries},
    },
    tui::{
        layout::{Pane, inner},
        mouse_targets::MouseTarget,
        selectable_list::Motion,
        views::{detail::DetailText, scope::ViewScope, view_state::ViewState},
        widgets::RenderContext,
    },
};

impl AreasView {
    /// Opens the full text of the selected item over the panes, which may have no room for what it adds.
    pub(crate) fn open_full_text(&mut self) {
        self.focus_on(Pane::Detail);
        self.scroll = 0;
        self.detail_covers = true;
    }

    /// Returns true if the full text of an item covers the panes.
    #[must_use]
    pub(crate) fn has_full_text(&self) -> bool {
        self.detail_covers
    }

    /// Returns the area of the detail: that of all panes if it covers them.
    pub(super) fn detail_area(&self, scope: &ViewScope) -> Option<Rect> {
        if self.detail_covers {
            return Some(scope.rects(false)?.main);
        }
        Some(self.layout(scope).pane_rects()?.pane(Pane::Detail))
    }

    /// Returns the rows of a pane below its title, or 1 on a screen that is too small.
    pub(super) fn height_of(&self, scope: &ViewScope, pane: Pane) -> u16 {
        let area = match pane {
            Pane::Detail => self.detail_area(scope),
            list => self
                .layout(scope)
                .pane_rects()
                .map(|rects| rects.pane(list)),
        };
        area.map_or(1, |area| inner(area).height)
    }

    pub(super) fn scroll_detail(&mut self, scope: &ViewScope, motion: Motion) {
        if let Some(area) = self.detail_area(scope) {
            let max = self.detail_text(scope).max_scroll(scope, area);
            self.scroll = motion.apply(self.scroll, max + 1);
        }
    }

    pub(super) fn render_detail(&self, scope: &ViewScope, area: Rect, context: &mut RenderContext) {
        context.add_target(area, MouseTarget::Pane(Pane::Detail));
        self.detail_text(scope)
            .render(scope, area, self.scroll, context);
    }

    fn detail_text<'a>(&self, scope: &ViewScope<'a>) -> DetailText<'a> {
        let item = self.selected_item();
        DetailText {
            item,
            digest: self.digest_of(scope, item),
            in_full: self.focus == Pane::Detail,
        }
    }

    pub(super) fn digest_of<'a>(&self, scope: &ViewScope<'a>, item: ItemIndex) -> Digest<'a> {
        let snapshot = scope.snapshot();
        match item {
            ItemIndex::Programme => {
                let entries = self.programme.get_or_init(|| programme_entries(snapshot));
                programme_digest(snapshot, entries.clone())
            }
            item => {
                let mut digest = digest(snapshot, item);
                if let ItemIndex::Area(area) = item
                    && !scope.filter.is_empty()
                {
                    apply_filter(scope, area, &mut digest.entries);
                }
                digest
            }
        }
    }
}

/// Leaves out the sums that the filter hides, and says how many facts of the area it shows.
fn apply_filter(scope: &ViewScope, area: AreaIndex, entries: &mut Vec<DigestEntry>) {
    let (snapshot, filter) = (scope.snapshot(), &scope.filter);
    let sums = snapshot.facts_of(OwnerIndex::Area(area), Kind::Money);
    let mut is_shown = sums.map(|(sum, _)| filter.matches_fact(snapshot, sum));
    for entry in entries.iter_mut().filter(|entry| entry.label == MONEY) {
        let count = entry.lines.len();
        entry.lines.retain(|line| {
            !matches!(line, DigestLine::Sum { .. }) || is_shown.next().unwrap_or(true)
        });
        let hidden = count - entry.lines.len();
        if hidden > 0 {
            let sums = counted(hidden, "sum", "sums");
            let text = format!("{sums} hidden by the filter");
            entry.lines.push(DigestLine::Text(text));
        }
    }
    let owners = snapshot.owners_in(Some(area));
    let facts: Vec<FactIndex> = owners
        .flat_map(|owner| snapshot.facts(owner))
        .map(|(fact, _)| fact)
        .collect();
    let shown = facts.iter();
    let shown = shown.filter(|&&fact| filter.matches_fact(snapshot, fact));
    let text = format!("shows {} of {} facts", shown.count(), facts.len());
    let entry = DigestEntry {
        label: FILTER,
        lines: vec![DigestLine::Text(text)],
    };
    entries.insert(0, entry);
}

/// The label of sums in a digest.
const MONEY: &str = "Money";
/// The label of what the filter does.
const FILTER: &str = "Filter";
