//! Properties that hold for any input.

use proptest::prelude::*;

use super::{
    input_parser::{InputParser, MAX_PASTE_BYTES},
    tests::{feed, parse, time_out, typed},
};

/// Input that is likely to meet the sequences.
fn input() -> impl Strategy<Value = Vec<u8>> {
    let part = prop_oneof![
        any::<u8>().prop_map(|byte| vec![byte]),
        "[ -~é東]{0,5}".prop_map(String::into_bytes),
        prop::sample::select(vec![
            "\x1b",
            "\x1b[",
            "\x1b[<",
            "\x1b[M",
            "\x1b[[",
            "\x1bO",
            "\x1b]",
            "\x1b]11;",
            "\x1bP",
            "\x1bP>|",
            "\x1b\\",
            "\x07",
            "\x1b[200~",
            "\x1b[201~",
            ";",
            "0",
            "65535",
            "99999999",
            "M",
            "m",
            "~",
            "$",
            "u",
            "A",
            "\x03",
            "\x7f",
        ])
        .prop_map(|part| part.as_bytes().to_vec()),
    ];
    prop::collection::vec(part, 0..40).prop_map(|parts| parts.concat())
}

proptest! {
    #[test]
    fn pieces_mean_the_same_as_the_whole_and_memory_is_bounded(
        bytes in input(),
        sizes in prop::collection::vec(1usize..9, 1..20),
    ) {
        let mut whole = InputParser::default();
        let expected = feed(&mut whole, &bytes);
        let mut parser = InputParser::default();
        let (mut events, mut rest, mut sizes) = (Vec::new(), &bytes[..], sizes.iter().cycle());
        while !rest.is_empty() {
            let size = rest.len().min(*sizes.next().unwrap_or(&1));
            let (chunk, after) = rest.split_at(size);
            events.extend(feed(&mut parser, chunk));
            prop_assert!(parser.buffer.len() <= MAX_PASTE_BYTES);
            rest = after;
        }
        prop_assert_eq!(&events, &expected);
        prop_assert_eq!(time_out(&mut parser), time_out(&mut whole));
        // Whatever came before, keys are keys again.
        prop_assert_eq!(feed(&mut parser, "qé7".as_bytes()), typed("qé7"));
    }

    #[test]
    fn text_outside_sequences_is_typed(text in "[ -~é東😀]{0,60}", sequence in "\u{1b}\\[[0-9;<?]{0,8}[@-LN-Z^-~]|\u{1b}\\]11;[ -~]{0,9}\u{7}") {
        prop_assume!(!sequence.starts_with("\u{1b}[200~"));
        prop_assert_eq!(parse(text.as_bytes()), typed(&text));
        let between = format!("{text}{sequence}{text}");
        let events = parse(between.as_bytes());
        let keys = typed(&text);
        prop_assert!(events.starts_with(&keys) && events.ends_with(&keys), "{:?}", sequence);
        prop_assert!(events.len() <= 2 * keys.len() + 1, "{:?}", sequence);
    }
}
