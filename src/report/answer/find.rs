//! `oa search`: what matches, the best first, and where it matched.

use super::{Block, Page, area_name, as_of_line};
use crate::{
    dataset::{Item, Slot},
    query::{
        describe::{kind_of, name_of},
        filter::Filter,
        known::who_says_so,
        search::{Hit, Index, Question},
        world::World,
    },
    report::Table,
};

/// The first so many answers; if there is none, words that do occur.
#[must_use]
pub fn find(world: World, typed: &str, filter: &Filter, most: usize) -> Page {
    let question = Question::new(typed);
    let index = Index::new(world.dataset());
    let mut hits = index.search(world, &question);
    hits.retain(|hit| filter.takes(world, hit.slot));
    let found = hits.len();
    hits.truncate(most);
    let rows = hits.iter().map(|hit| row(world, hit)).collect();
    let mut page = Page {
        title: format!("Search: {typed}"),
        items: hits.iter().map(|hit| hit.slot).collect(),
        ..Page::default()
    };
    page.blocks.extend(as_of_line(world));
    if found == 0 {
        let near = index.nearest_words(world, &question);
        let advice = if near.is_empty() {
            "Nothing matches.".to_string()
        } else {
            format!("Nothing matches. Words that do occur: {}.", near.join(", "))
        };
        page.blocks.push(Block::Paragraph(advice));
        return page;
    }
    page.blocks.push(Block::Table(Table::new(
        &["what", "area", "says", "matched", "source", "reference"],
        rows,
    )));
    if found > most {
        page.blocks.push(Block::Paragraph(format!(
            "The best {most} of {found}; `--most {found}` shows all."
        )));
    }
    page
}

fn row(world: World, hit: &Hit) -> Vec<String> {
    let dataset = world.dataset();
    let what = kind_of(world, hit.slot);
    let area = if matches!(hit.slot, Slot::Theme(_) | Slot::Source(_)) {
        String::new()
    } else {
        area_name(dataset, hit.slot)
    };
    let source = match dataset.item(hit.slot) {
        Item::Priority(..) | Item::Fact(_) => who_says_so(world, dataset.cites(hit.slot)),
        Item::Source(source) => format!("{}, {}", source.publisher, source.published),
        Item::Programme(_) | Item::Area(_) | Item::Theme(_) => String::new(),
    };
    vec![
        what.into(),
        area,
        name_of(world, hit.slot).into_owned(),
        hit.field.into(),
        source,
        dataset.reference(hit.slot).into_owned(),
    ]
}
