use std::cell::Cell;

use proptest::prelude::*;

use super::*;
use crate::tui::styles::{Background, ColorLevel};

const NO_GROUPS: &[ListGroup] = &[];

fn list(
    count: usize,
    selected: usize,
    room: Room,
    item: &dyn Fn(usize) -> ItemBlock,
) -> BlockList<'_> {
    BlockList {
        pane: None,
        title: "Areas",
        statuses: &[],
        count,
        selected,
        marks_selection: true,
        focused: true,
        groups: NO_GROUPS,
        item,
        indent: PLAIN_INDENT,
        room,
        spaced: true,
        empty: "Nothing matches. Press f to change the filter.",
        styles: Styles::default(),
    }
}

fn rendered(list: BlockList, width: u16, height: u16) -> (Buffer, RenderState) {
    let area = Rect::new(0, 0, width, height);
    let (mut buffer, mut state) = (Buffer::empty(area), RenderState::default());
    list.render(area, &mut buffer, &mut state);
    (buffer, state)
}

fn lines(buffer: &Buffer) -> Vec<String> {
    (1..buffer.area.height)
        .map(|y| {
            let cells = (0..buffer.area.width).map(|x| buffer[(x, y)].symbol());
            cells.collect::<String>().trim_end().to_string()
        })
        .collect()
}

#[test]
fn items_have_as_many_lines_as_they_need_and_targets_on_all_of_them() {
    let item = |index: usize| {
        let mut block = ItemBlock::new(["Raise attainment for all", "Transition"][index]);
        block.sign = Some(((index + 1).to_string().into(), StyleRole::AccentBold));
        block
    };
    let mut list = list(2, 0, Room::Fit, &item);
    list.indent = SIGN_INDENT;
    let (buffer, state) = rendered(list, 22, 5);
    assert_eq!(
        lines(&buffer),
        ["▌1 Raise attainment", "▌  for all", "", " 2 Transition"]
    );
    assert_eq!(state.cursor, Position::new(0, 1));
    for (y, target) in [
        (1, Some(MouseTarget::Row(0))),
        (2, Some(MouseTarget::Row(0))),
        (3, None),
        (4, Some(MouseTarget::Row(1))),
    ] {
        assert_eq!(state.targets.at(Position::new(5, y)), target, "{y}");
    }
    let reversed = |x, y| {
        let modifier = buffer[(x, y)].modifier;
        modifier.contains(ratatui::style::Modifier::REVERSED)
    };
    assert!((0..22).all(|x| reversed(x, 1) && reversed(x, 2) && !reversed(x, 4)));
}

#[test]
fn selected_item_has_a_background_and_keeps_the_colours_of_its_signs() {
    let item = |_| {
        let mut block = ItemBlock::new("Wild Walks");
        block.sign = Some(("►".into(), StyleRole::Accent));
        block
    };
    let styles = Styles {
        color_level: ColorLevel::TrueColor,
        background: Background::Dark,
        ascii: false,
    };
    for (focused, row, bar) in [
        (true, StyleRole::SelectedRow, StyleRole::SelectedBar),
        (false, StyleRole::PathRow, StyleRole::Thumb),
    ] {
        let mut list = list(1, 0, Room::Full, &item);
        (list.indent, list.focused, list.styles) = (SIGN_INDENT, focused, styles);
        let (buffer, _) = rendered(list, 20, 2);
        let color = |role| styles.style(role).fg.expect("the role has a colour");
        assert_eq!(buffer[(0, 1)].fg, color(bar));
        assert_eq!(buffer[(1, 1)].fg, color(StyleRole::Accent));
        assert!((0..20).all(|x| Some(buffer[(x, 1)].bg) == styles.style(row).bg));
    }
}

#[test]
fn longest_texts_are_shortened_first_and_no_row_stays_empty() {
    let texts = [
        "one two three four five six seven",
        "one two three",
        "one two three four five",
    ];
    let item = |index: usize| ItemBlock::new(texts[index]);
    let (buffer, _) = rendered(list(3, 0, Room::Fit, &item), 12, 7);
    assert_eq!(
        lines(&buffer),
        [
            "▌one two",
            "▌three…",
            " one two",
            " three",
            " one two",
            " three…"
        ]
    );
    let (buffer, _) = rendered(list(3, 0, Room::Fit, &item), 12, 4);
    assert_eq!(lines(&buffer), ["▌one two…", " one two…", " one two…"]);
}

#[test]
fn notes_come_as_there_is_room_those_of_the_selected_item_first() {
    let item = |index: usize| {
        let mut block = ItemBlock::new(["School", "Health"][index]);
        block.notes = vec![
            BlockNote::new("Early years", StyleRole::Dim, 1),
            BlockNote::new("2 actions", StyleRole::Dim, 2),
        ];
        block.aside = vec![("··".into(), StyleRole::Dim)];
        block
    };
    let shown = |height: u16| lines(&rendered(list(2, 1, Room::Fit, &item), 17, height + 1).0);
    assert_eq!(
        shown(2),
        [" School        ··", "▌Health        ··"].map(|line| line.replace("  ··", " ··"))
    );
    assert_eq!(
        shown(3),
        [" School       ··", "▌Health", "▌Early years  ··"]
    );
    assert_eq!(shown(4)[1], " Early years  ··");
    assert_eq!(shown(5)[2], "");
    assert_eq!(shown(7)[2], " 2 actions    ··");
}

#[test]
fn headings_stay_on_top_with_their_counts() {
    let item = |index: usize| ItemBlock::new(format!("Fact {index}"));
    let group = |items: Range<usize>, heading: &str| ListGroup {
        status: items.len().to_string(),
        items,
        heading: heading.into(),
        short_heading: None,
        role: StyleRole::Emphasis,
    };
    let groups = [group(0..2, "Targets"), group(2..30, "Actions")];
    let shown = |selected| {
        let mut list = list(30, selected, Room::Full, &item);
        list.groups = &groups;
        lines(&rendered(list, 16, 9).0)
    };
    assert_eq!(
        shown(0),
        [
            " Targets      2┃",
            "▌Fact 0",
            " Fact 1",
            "",
            " Actions     28",
            " Fact 2",
            " Fact 3",
            " Fact 4",
        ]
    );
    let shared = ListGroup {
        short_heading: Some("Actions, shared".into()),
        ..group(0..3, "Actions shared with other areas")
    };
    let heading = |width| {
        let mut list = list(3, 0, Room::Full, &item);
        let groups = [shared.clone()];
        list.groups = &groups;
        lines(&rendered(list, width, 9).0).swap_remove(0)
    };
    assert_eq!(heading(40), " Actions shared with other areas     3");
    assert_eq!(heading(24), " Actions, shared      3");
    let later = shown(20);
    assert_eq!(later[0], " Actions     28");
    assert!(later.iter().any(|line| line.starts_with("▌Fact 20")));
    let last = shown(29);
    assert!(last[7].starts_with("▌Fact 29"), "{last:?}");
}

#[test]
fn heading_is_not_left_alone_on_the_last_row() {
    let item = |index: usize| ItemBlock::new(format!("Fact {index} of very many more"));
    let groups = [0..2, 2..9].map(|items: Range<usize>| ListGroup {
        items,
        heading: "Group".into(),
        short_heading: None,
        role: StyleRole::Emphasis,
        status: String::new(),
    });
    let mut list = list(9, 0, Room::Lines(2), &item);
    list.groups = &groups;
    let (buffer, _) = rendered(list, 12, 7);
    assert_eq!(
        lines(&buffer),
        [
            " Group     ┃",
            "▌Fact 0 of",
            "▌very many",
            "▌more",
            " Fact 1 of",
            " very many…"
        ]
    );
}

#[test]
fn first_items_without_a_heading_leave_no_row_for_one() {
    let item = |index: usize| ItemBlock::new(format!("Fact {index} of very many more"));
    let groups = [ListGroup {
        items: 3..9,
        heading: "Group".into(),
        short_heading: None,
        role: StyleRole::Emphasis,
        status: String::new(),
    }];
    let mut list = list(9, 0, Room::Lines(2), &item);
    list.groups = &groups;
    let (buffer, _) = rendered(list, 12, 9);
    assert_eq!(
        lines(&buffer),
        [
            "▌Fact 0 of ┃",
            "▌very many…┃",
            " Fact 1 of ┃",
            " very many…",
            " Fact 2 of",
            " very many…",
            " Group",
            " Fact 3 of…",
        ]
    );
}

#[test]
fn ascii_list_has_an_arrow_a_bar_and_sums_in_words() {
    let item = |_| {
        let mut block = ItemBlock::new("A course for every school in the town");
        block.aside = vec![("£500,000".into(), StyleRole::Plain)];
        block
    };
    let mut list = list(9, 0, Room::Lines(1), &item);
    list.styles.ascii = true;
    let (mut buffer, _) = rendered(list, 20, 4);
    symbols::replace_non_ascii(&mut buffer);
    assert_eq!(
        lines(&buffer),
        [
            ">A...  GBP 500,000 #",
            " A...  GBP 500,000",
            " A...  GBP 500,000"
        ]
    );
}

#[test]
fn empty_list_says_what_to_do() {
    let item = |_| ItemBlock::new("");
    let (buffer, state) = rendered(list(0, 0, Room::Fit, &item), 24, 4);
    assert_eq!(
        lines(&buffer),
        [" Nothing matches. Press", " f to change the", " filter."]
    );
    assert_eq!(state.cursor, Position::new(0, 1));
}

#[test]
fn only_visible_items_of_a_million_are_made() {
    let made = Cell::new(0);
    let item = |index: usize| {
        made.set(made.get() + 1);
        ItemBlock::new(format!("Item {index}"))
    };
    for selected in [0, 5, 500_000, 999_999] {
        made.set(0);
        let (buffer, _) = rendered(list(1_000_000, selected, Room::Full, &item), 40, 31);
        assert!(made.get() <= 40, "{} items for {selected}", made.get());
        assert!(
            lines(&buffer).iter().all(|line| line.len() > 4),
            "no row is empty"
        );
    }
}

fn words() -> impl Strategy<Value = String> {
    "([a-z]{1,12} ){0,12}[a-z東é]{1,30}"
}

proptest! {
    #[test]
    fn nothing_is_shortened_while_a_row_is_empty(
        texts in prop::collection::vec(words(), 1..24),
        select in 0_usize..24,
        (width, height) in (6_u16..50, 2_u16..40),
        kind in 0_usize..4,
        (per_group, has_first_heading) in (0_usize..6, any::<bool>()),
        with_aside in any::<bool>(),
    ) {
        let selected = select % texts.len();
        let room = [Room::Fit, Room::Lines(2), Room::Expand(2), Room::Full][kind];
        let item = |index: usize| {
            let mut block = ItemBlock::new(texts[index].clone());
            if with_aside && index.is_multiple_of(2) {
                block.aside = vec![("£1,000".into(), StyleRole::Plain)];
            }
            block.notes = vec![BlockNote::new("some themes", StyleRole::Dim, 1)];
            block
        };
        let groups: Vec<ListGroup> = (0..texts.len())
            .step_by(per_group.max(1))
            .filter(|start| per_group > 0 && (*start > 0 || has_first_heading))
            .map(|start| ListGroup {
                items: start..(start + per_group).min(texts.len()),
                heading: "Group".into(),
                short_heading: None,
                role: StyleRole::Emphasis,
                status: per_group.to_string(),
            })
            .collect();
        let mut list = list(texts.len(), selected, room, &item);
        (list.groups, list.spaced) = (&groups, groups.is_empty());
        let (buffer, state) = rendered(list, width, height);
        let lines = lines(&buffer);
        let is_shortened = lines.iter().any(|line| line.contains('…'));
        let has_empty_row = lines.iter().any(|line| line.trim_matches(['┃', ' ']).is_empty());
        prop_assert!(!(is_shortened && has_empty_row), "{:#?}", lines);
        if height > 2 || per_group == 0 {
            prop_assert_eq!(buffer[state.cursor].symbol(), "▌", "{:#?}", lines);
        }
    }
}
