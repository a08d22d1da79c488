use proptest::prelude::*;

use super::*;

fn text(columns: usize) -> EntryText {
    EntryText::new(columns, Styles::default())
}

fn shown(text: &EntryText) -> Vec<String> {
    let line = |line: &Vec<TextPiece>| line.iter().map(|(text, _)| text.as_ref()).collect();
    text.lines().iter().map(line).collect()
}

#[test]
fn values_stand_in_a_column_behind_dim_labels() {
    let mut text = text(30);
    text.entry(
        "Plan",
        &[(
            "Published 9 October 2017, for 2017–20".into(),
            StyleRole::Plain,
        )],
    );
    text.entry("", &[("38 pages".into(), StyleRole::Plain)]);
    text.entry("Classification", &[("ours".into(), StyleRole::Plain)]);
    assert_eq!(
        shown(&text),
        [
            "Plan     Published 9 October",
            "         2017, for 2017–20",
            "         38 pages",
            "Classification ours"
        ]
    );
    assert_eq!(text.lines()[0][0].1, StyleRole::Dim);
}

#[test]
fn words_keep_their_roles_and_numbers_stay_with_their_word() {
    let mut text = text(13);
    text.paragraph("with sources", StyleRole::Emphasis);
    text.hanging(
        Vec::new(),
        &[
            ("A plan of".into(), StyleRole::Plain),
            (" Oldham".into(), StyleRole::Emphasis),
            ("[6]".into(), StyleRole::Dim),
        ],
        2,
    );
    text.note(1, "The Star, 27 May", StyleRole::Dim);
    assert_eq!(
        shown(&text),
        [
            "with sources",
            "A plan of",
            "  Oldham[6]",
            "[1] The Star,",
            "    27 May"
        ]
    );
}

#[test]
fn lines_that_are_not_rendered_are_counted() {
    let fill = |mut text: EntryText| {
        text.paragraph("a title of two lines", StyleRole::Emphasis);
        text.blank();
        text.paragraph("", StyleRole::Plain);
        text.blank();
        text.entry("Plan", &[("Published 9 October".into(), StyleRole::Plain)]);
        text.sides(
            ("Events".into(), StyleRole::Plain),
            ("6".into(), StyleRole::Dim),
        );
        text.blank();
        text.note(1, "The Star, 27 May 2019", StyleRole::Dim);
        text
    };
    let whole = fill(text(20));
    for visible in [0..0, 0..3, 2..5, 4..40] {
        let text = fill(text(20).showing(visible.clone()));
        assert_eq!(text.count(), whole.count(), "{visible:?}");
        let end = visible.end.min(whole.count());
        assert_eq!(
            shown(&text)[visible.start..end],
            shown(&whole)[visible.start..end]
        );
    }
}

#[test]
fn blank_lines_never_follow_each_other() {
    let mut text = text(20);
    text.blank();
    text.paragraph("a", StyleRole::Plain);
    text.blank();
    text.blank();
    text.sides(
        ("Events".into(), StyleRole::Plain),
        ("6".into(), StyleRole::Dim),
    );
    assert_eq!(shown(&text), ["a", "", "Events             6"]);
    assert_eq!(text.max_scroll(2), 1);
}

#[test]
fn wide_labels_get_a_column_and_notes_hang_behind_their_number() {
    let mut wide = text(30).with_labels(["Goal", "Announced as"]);
    wide.entry(
        "Goal",
        &[("more pupils at school".into(), StyleRole::Plain)],
    );
    wide.note(10, "The Star, 27 May 2019, page 1", StyleRole::Dim);
    let lines = [
        "Goal         more pupils at",
        "             school",
        "[10] The Star, 27 May 2019,",
        "     page 1",
    ];
    assert_eq!(shown(&wide), lines);
    assert_eq!(text(20).with_labels(["Announced as"]).labels, LABEL_COLUMNS);
}

#[test]
fn purpose_of_a_sum_stands_beside_it_or_below_it() {
    let purpose = [("for three years, to 2020".into(), StyleRole::Plain)];
    let lines = |columns| {
        let mut text = text(columns);
        text.sum("Money", "£5,000", 7, &purpose);
        shown(&text)
    };
    let wide = [
        "Money     £5,000  for three years, to",
        "                  2020",
    ];
    assert_eq!(lines(40), wide);
    let narrow = [
        "Money     £5,000",
        "           for three years, to",
        "           2020",
    ];
    assert_eq!(lines(30), narrow);
}

proptest! {
    #[test]
    fn no_line_is_wider_than_the_pane(words in "([a-z東é]{1,20} ?){0,12}", columns in 4_usize..40, indent in 0_usize..12) {
        let mut text = text(columns);
        text.hanging(vec![("► ".into(), StyleRole::Plain)], &[(words.clone().into(), StyleRole::Plain)], indent);
        text.entry("Priority", &[(words.into(), StyleRole::Plain)]);
        for line in shown(&text) {
            prop_assert!(text_width(&line) <= columns.max(LABEL_COLUMNS), "{line:?} in {columns}");
        }
    }
}
