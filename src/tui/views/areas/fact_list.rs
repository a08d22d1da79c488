//! The pane of facts by group: targets with their outcomes, actions with their money, results and others.

use ratatui::layout::Rect;

use super::AreasView;
use crate::{
    dataset::{Dataset, FactData},
    query::{
        describe::{capitalized, counted},
        digest::target_words,
        fact_group::FactGroup,
        outline::{FactRow, PriorityRow},
        snapshot::Snapshot,
    },
    tui::{
        layout::{Pane, inner},
        styles::{StyleRole, Styles},
        symbols::kind_mark,
        views::{detail::outcome_pieces, scope::ViewScope},
        widgets::{BlockList, BlockNote, ItemBlock, RenderContext, Room, SIGN_INDENT},
    },
};

/// The fewest lines of a text in a narrower column: facts of one plan often begin with the same words.
const MIN_LINES: usize = 4;
/// The narrowest column in which texts are never shortened.
const MIN_FULL_COLUMNS: u16 = 30;

impl AreasView {
    pub(super) fn render_facts(&self, scope: &ViewScope, pane: Rect, context: &mut RenderContext) {
        let items = self.facts.items();
        let (snapshot, styles) = (scope.snapshot(), context.styles);
        let columns = inner(pane).width.saturating_sub(SIGN_INDENT + 1);
        let title = self.facts_title(scope);
        let groups = match self.fact_groups.split_first() {
            // The title is its heading.
            Some((first, others)) if first.heading == title => others,
            _ => &self.fact_groups,
        };
        let list = BlockList {
            pane: Some(Pane::Facts),
            title: &title,
            statuses: &[counted(items.len(), "fact", "facts")],
            count: items.len(),
            selected: self.facts.selected_index(),
            marks_selection: self.shown == Pane::Facts,
            focused: self.focus == Pane::Facts,
            groups,
            item: &|index| block(snapshot, items[index], styles),
            indent: SIGN_INDENT,
            room: if columns < MIN_FULL_COLUMNS {
                Room::Lines(MIN_LINES)
            } else {
                Room::Full
            },
            spaced: false,
            empty: scope.empty_message("No facts known."),
            styles,
        };
        context.render(list, pane);
    }

    fn facts_title(&self, scope: &ViewScope) -> String {
        let row = self.priorities.selected();
        let title = match row {
            Some(PriorityRow::Priority(priority)) => {
                format!("Priority {}", scope.dataset.priority(priority).number)
            }
            Some(row) => row.name(scope.dataset).into_owned(),
            None => return "Facts".into(),
        };
        match self.areas.selected().filter(|_| self.is_single(scope)) {
            Some(area) => format!("{} › {}", area.name(scope.dataset), short_title(row, title)),
            None => title,
        }
    }
}

/// Returns the number of a priority; the title stays where there is no number.
fn short_title(row: Option<PriorityRow>, title: String) -> String {
    match row {
        Some(PriorityRow::Priority(_)) => title.replace("Priority ", ""),
        _ => title,
    }
}

fn block(snapshot: Snapshot, row: FactRow, styles: Styles) -> ItemBlock {
    let dataset: &Dataset = snapshot.dataset();
    let fact = dataset.fact(row.fact);
    let (sign, role) = kind_mark(row.fact.kind, styles.ascii);
    let text = match fact.body {
        FactData::Target(target) => target_words(target),
        FactData::Money(money) if money.amount.every_year => format!("a year: {}", money.what),
        FactData::Money(money) => capitalized(&money.what),
        _ => fact.headline().into_owned(),
    };
    let mut block = ItemBlock::new(text.as_str());
    block.sign = Some((sign.into(), role));
    if let FactData::Target(target) = fact.body {
        block.notes.push(BlockNote {
            pieces: outcome_pieces(snapshot.target_status(target), styles).into(),
            level: 0,
        });
    }
    // A sum that the text states is not repeated.
    if let Some(amount) = fact.amount()
        && !text.contains(&amount.pounds.to_string())
        && !text.contains(&amount.pounds.in_full())
    {
        let money = StyleRole::Kind(FactGroup::Money);
        block.aside = vec![(amount.in_full().into(), money)];
    }
    block
}
