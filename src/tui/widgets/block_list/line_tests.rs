//! The lines of an item at some widths.

use super::{
    block_lines::WrappedBlock,
    item_block::{AsidePlace, ItemBlock, TextPiece},
};
use crate::tui::styles::{StyleRole, Styles};

fn wrapped(block: ItemBlock, columns: usize) -> WrappedBlock {
    WrappedBlock::new(block, columns, Styles::default())
}

fn texts(block: &WrappedBlock, max_rows: usize) -> Vec<String> {
    let lines = block.lines(max_rows, 0, None);
    assert_eq!(lines.len(), block.height(max_rows, 0));
    let text = |pieces: &[TextPiece]| {
        pieces
            .iter()
            .map(|(text, _)| text.as_ref())
            .collect::<String>()
    };
    lines
        .iter()
        .map(|line| format!("{}|{}", text(&line.left), text(&line.right)))
        .collect()
}

#[test]
fn sum_stands_in_the_last_line_or_in_one_of_its_own() {
    let mut block = ItemBlock::new("Help for teachers in Hastings");
    block.aside = vec![("£300,000".into(), StyleRole::Plain)];
    assert_eq!(
        texts(&wrapped(block.clone(), 20), 9),
        ["Help for teachers in|", "Hastings|£300,000"]
    );
    assert_eq!(
        texts(&wrapped(block.clone(), 16), 9),
        ["Help for|", "teachers in|", "Hastings|", "|£300,000"]
    );
    assert_eq!(
        texts(&wrapped(block.clone(), 16), 3),
        ["Help for|", "teachers in…|", "|£300,000"]
    );
    assert_eq!(texts(&wrapped(block, 20), 1), ["Help for…|£300,000"]);
}

#[test]
fn signs_stand_in_the_last_line_with_room_before_they_need_one_of_their_own() {
    let mut block = ItemBlock::new("Using evidence and research to remove barriers");
    block.aside = vec![("●".into(), StyleRole::Plain)];
    block.aside_place = AsidePlace::AnyRoom;
    assert_eq!(
        texts(&wrapped(block.clone(), 18), 9),
        ["Using evidence and|", "research to remove|", "barriers|●"]
    );
    let mut full = ItemBlock::new("Using evidence and research remove barriers");
    full.aside = block.aside.clone();
    full.aside_place = AsidePlace::AnyRoom;
    assert_eq!(
        texts(&wrapped(full.clone(), 15), 9),
        ["Using evidence|", "and research|●", "remove barriers|"]
    );
    // The sign needs no room in a line that is cut.
    assert_eq!(
        texts(&wrapped(block.clone(), 14), 2),
        ["Using evidence|", "and…|●"]
    );
    assert_eq!(
        texts(&wrapped(full, 15), 2),
        ["Using evidence|", "and research…|●"]
    );
    assert_eq!(
        texts(
            &wrapped(
                ItemBlock {
                    text: "Using".into(),
                    ..block
                },
                5
            ),
            9
        ),
        ["Using|", "|●"]
    );
}

#[test]
fn text_keeps_clear_of_a_column_of_numbers() {
    let mut block = ItemBlock::new("Fenland and East Cambridgeshire");
    block.aside = vec![("319".into(), StyleRole::Plain)];
    block.aside_place = AsidePlace::FirstLine;
    assert_eq!(
        texts(&wrapped(block, 20), 9),
        ["Fenland and East|319", "Cambridgeshire|"]
    );
}

#[test]
fn context_after_a_text_has_a_role_of_its_own_on_every_line() {
    let mut block = ItemBlock::new("£1m for schools, The Star");
    block.dim_from = Some("£1m for schools".len());
    let roles = |block: &ItemBlock, styles| {
        let lines = WrappedBlock::new(block.clone(), 18, styles).lines(9, 0, None);
        let pieces = lines.into_iter().flat_map(|line| line.left);
        pieces
            .map(|(text, role)| (text.into_owned(), role))
            .collect::<Vec<_>>()
    };
    let piece = |text: &str, role| (text.to_string(), role);
    assert_eq!(
        roles(&block, Styles::default()),
        [
            piece("£1m for schools", StyleRole::Plain),
            piece(",", StyleRole::Dim),
            piece("The Star", StyleRole::Dim)
        ]
    );
    let ascii = Styles {
        ascii: true,
        ..Styles::default()
    };
    assert_eq!(
        roles(&block, ascii)[1..],
        [
            piece("schools", StyleRole::Plain),
            piece(", The Star", StyleRole::Dim)
        ]
    );
}

#[test]
fn matches_follow_the_text_into_its_lines() {
    let mut block = ItemBlock::new("£5 for mental health");
    block.matches = vec![8..14, 15..21];
    let lines = wrapped(block.clone(), 13).lines(9, 0, None);
    assert_eq!(lines[0].matches.first(), Some(&(8..14)));
    assert_eq!(lines[1].matches.first(), Some(&(0..6)));
    let styles = Styles {
        ascii: true,
        ..Styles::default()
    };
    let lines = WrappedBlock::new(block, 17, styles).lines(9, 0, None);
    assert_eq!(lines[0].left[0].0, "GBP 5 for mental");
    assert_eq!(lines[0].matches.first(), Some(&(10..16)));
}
