//! The pane of priorities: each with its title, its themes and the outcomes of its targets.

use ratatui::layout::Rect;

use super::AreasView;
use crate::{
    dataset::{FactData, Kind, OwnerIndex, PriorityIndex, Theme},
    query::{
        describe::counted,
        fact_group::FactGroup,
        outcome_counts::OutcomeCounts,
        outline::{AreaRow, PriorityRow, counts_beside_targets},
        snapshot::Snapshot,
    },
    tui::{
        layout::Pane,
        styles::{StyleRole, Styles},
        symbols::{kind_sign, outcome_sign},
        views::scope::ViewScope,
        widgets::{
            AsidePlace, BlockList, BlockNote, ItemBlock, PaneFrame, RenderContext, Room,
            SIGN_INDENT, TextPiece,
        },
    },
};

/// The narrowest pane with the numbers of facts.
const MIN_COUNT_WIDTH: u16 = 34;

impl AreasView {
    pub(super) fn render_priorities(
        &self,
        scope: &ViewScope,
        pane: Rect,
        context: &mut RenderContext,
    ) {
        let (snapshot, styles) = (scope.snapshot(), context.styles);
        let items = self.priorities.items();
        let has_counts = pane.width >= MIN_COUNT_WIDTH;
        let priorities = items
            .iter()
            .filter(|row| matches!(row, PriorityRow::Priority(_)))
            .count();
        let name = self
            .areas
            .selected()
            .map_or("Priorities", |area| area.name(scope.dataset));
        let short_name = match self.areas.selected() {
            Some(AreaRow::Area(area)) => scope.dataset.area(area).short_name(),
            _ => name,
        };
        let path = if self.is_single(scope) {
            "Areas › "
        } else {
            ""
        };
        let titles = [name, short_name].map(|name| format!("{path}{name}"));
        let title = titles.iter().find(|title| PaneFrame::fits(title, pane));
        let title = title.unwrap_or(&titles[1]);
        let status = if priorities > 0 {
            counted(priorities, "priority", "priorities")
        } else {
            String::new()
        };
        let list = BlockList {
            pane: Some(Pane::Priorities),
            title,
            statuses: &[status],
            count: items.len(),
            selected: self.priorities.selected_index(),
            marks_selection: true,
            focused: self.focus == Pane::Priorities,
            groups: &[],
            item: &|index| block(snapshot, items[index], has_counts, styles),
            indent: SIGN_INDENT,
            room: Room::Fit,
            spaced: true,
            empty: scope.empty_message("No priorities known."),
            styles,
        };
        context.render(list, pane);
    }
}

fn block(snapshot: Snapshot, row: PriorityRow, has_counts: bool, styles: Styles) -> ItemBlock {
    let dataset = snapshot.dataset();
    let PriorityRow::Priority(index) = row else {
        let mut block = ItemBlock::new(row.name(dataset));
        let note = FactGroup::Note;
        block.sign = Some((kind_sign(note, styles.ascii).into(), StyleRole::Kind(note)));
        return block;
    };
    let priority = dataset.priority(index);
    let mut block = ItemBlock::new(priority.title.as_str());
    block.sign = Some((priority.number.to_string().into(), StyleRole::AccentBold));
    let themes: Vec<&str> = dataset.themes_of(priority).map(Theme::short_name).collect();
    if !themes.is_empty() {
        let note = BlockNote::new(themes.join(", "), StyleRole::Dim, 1);
        block.notes.push(note);
    }
    if has_counts {
        block.notes.push(BlockNote {
            pieces: counts(snapshot, index, styles),
            level: 2,
        });
    }
    block.aside = outcome_signs(snapshot, index, styles);
    block.aside_place = AsidePlace::AnyRoom;
    block
}

/// Returns a sign for each outcome of a priority's targets, with their number if there are several: `● · 3`.
fn outcome_signs(snapshot: Snapshot, priority: PriorityIndex, styles: Styles) -> Vec<TextPiece> {
    let targets = snapshot.facts_of(OwnerIndex::Priority(priority), Kind::Target);
    let outcomes = targets.filter_map(|(_, fact)| match fact.body {
        FactData::Target(target) => Some(snapshot.target_status(target)),
        _ => None,
    });
    let counts: OutcomeCounts = outcomes.collect();
    let mut signs: Vec<TextPiece> = Vec::new();
    for (outcome, count) in counts.iter().filter(|(_, count)| *count > 0) {
        let gap = if signs.is_empty() { "" } else { " " };
        let sign = outcome_sign(outcome, styles.ascii);
        let number = if count > 1 {
            format!(" {count}")
        } else {
            String::new()
        };
        signs.push((
            format!("{gap}{sign}{number}").into(),
            StyleRole::Outcome(outcome),
        ));
    }
    signs
}

/// Returns the numbers of facts of each group but targets, which have signs of their own.
fn counts(snapshot: Snapshot, priority: PriorityIndex, styles: Styles) -> Vec<TextPiece> {
    let mut pieces: Vec<TextPiece> = Vec::new();
    for (group, count) in counts_beside_targets(snapshot, priority) {
        let gap = if pieces.is_empty() { "" } else { "  " };
        let sign = kind_sign(group, styles.ascii);
        pieces.push((format!("{gap}{sign}").into(), StyleRole::Kind(group)));
        pieces.push((format!(" {count}").into(), StyleRole::Dim));
    }
    pieces
}
