//! Symbols that terminals show in different widths leave no trace, and do not move what follows.
//!
//! The emulator is one of those terminals: it shows each character of a cluster, and ignores selectors.

use unicode_width::UnicodeWidthStr as _;

use super::*;

const SYMBOLS: [&str; 12] = [
    "✌\u{fe0f}",
    "❤\u{fe0f}",
    "⌚\u{fe0e}",
    "1\u{fe0f}\u{20e3}",
    "🙂",
    "🫠",
    "👍🏽",
    "✌🏿",
    "🇬🇧",
    "👩\u{200d}🔬",
    "🏳\u{fe0f}\u{200d}🌈",
    "👨\u{200d}👩\u{200d}👧\u{200d}👦",
];

/// Checks all cells of the first two rows except those under the symbol, which must not show what was there before.
fn assert_clean(terminal: &EmulatedTerminal, symbol: &str, x: u16, situation: &str) {
    let columns = u16::try_from(symbol.width()).expect("few columns");
    for position in terminal
        .shown
        .area
        .positions()
        .filter(|position| position.y < 2)
    {
        let cell = terminal.screen.screen().cell(position.y, position.x);
        let shown = match cell.expect("it is on the screen").contents() {
            "" => " ",
            contents => contents,
        };
        let under = position.y == 0 && (x..x + columns).contains(&position.x);
        if under {
            assert_ne!(shown, "i", "{symbol:?} at {x}, {situation}: {position}");
        } else {
            assert_eq!(
                shown,
                terminal.shown[position].symbol(),
                "{symbol:?} at {x}, {situation}: {position}"
            );
        }
    }
}

#[test]
fn symbols_of_uncertain_width_leave_no_trace_and_move_nothing() {
    let full = || lines(["iiiiiiiiiiiiiiiiiiiiiiii", "jjjjjjjjjjjjjjjjjjjjjjjj"]);
    for rest in ["x", "xyz and more", "", "語 and more", "       z", "🫠👍🏽x"] {
        for symbol in SYMBOLS {
            for before in ["", "ab"] {
                let mut terminal = EmulatedTerminal::new(RepSupport::None);
                let x = u16::try_from(before.len()).expect("short");
                let frame = |rest: &str| {
                    lines([
                        &*format!("{before}{symbol}{rest}"),
                        "jjjjjjjjjjjjjjjjjjjjjjjj",
                    ])
                };
                let steps = [
                    (full(), "over text"),
                    (frame(rest), "with text after it"),
                    (frame("another"), "after which the text changes"),
                    (full(), "replaced by text"),
                    (frame(rest), "again"),
                    (frame(""), "with nothing after it"),
                ];
                for (frame, situation) in steps {
                    let is_full = frame[(0, 0)].symbol() == "i";
                    terminal.draw(frame, Position::ORIGIN);
                    if is_full
                        || !rest.contains(SYMBOLS[6])
                        || situation != "with text after it" && situation != "again"
                    {
                        assert_clean(&terminal, if is_full { "" } else { symbol }, x, situation);
                    }
                }
            }
        }
    }
}

#[test]
fn what_follows_a_symbol_is_written_again_even_if_it_is_unchanged() {
    for symbol in SYMBOLS {
        let columns = symbol.width();
        let mut terminal = EmulatedTerminal::new(RepSupport::None);
        for start in [&"i".repeat(columns), symbol] {
            let frame = lines([&*format!("ab{start}語 and xyz"), "jjjjjjjjjjjjjjjjjjjjjjjj"]);
            terminal.draw(frame, Position::ORIGIN);
        }
        assert_clean(&terminal, symbol, 2, "in place of text");
    }
}

#[test]
fn cells_under_a_symbol_are_cleared_first() {
    for symbol in SYMBOLS {
        let columns = symbol.width();
        let mut terminal = EmulatedTerminal::new(RepSupport::None);
        terminal.draw(lines(["abiiiiii"]), Position::ORIGIN);
        let sent = terminal.draw(lines([&*format!("ab{symbol}xyz")]), Position::ORIGIN);
        let sent = String::from_utf8(sent).expect("what is sent is UTF-8");
        let cleared = format!("{}{}{symbol}", " ".repeat(columns), "\u{8}".repeat(columns));
        assert!(sent.contains(&cleared), "{sent:?}");
    }
}

#[test]
fn a_wide_symbol_at_the_end_of_a_row_does_not_wrap() {
    for (symbol, x) in [
        ("👍🏽", SIZE.width - 2),
        ("👨\u{200d}👩\u{200d}👧\u{200d}👦", SIZE.width - 5),
    ] {
        let mut frame = lines([""]);
        frame.set_string(x, SIZE.height - 1, symbol, Style::new());
        let mut terminal = EmulatedTerminal::new(RepSupport::None);
        let sent = terminal.draw(frame, Position::ORIGIN);
        let sent = String::from_utf8(sent).expect("what is sent is UTF-8");
        assert!(
            sent.contains(&format!("\u{1b}[?7l{symbol}\u{1b}[?7h")),
            "{sent:?}"
        );
    }
    let sent = sent(RepSupport::None, lines([""]), lines(["a 🫠 in the middle"]));
    assert!(!sent.contains("?7"), "{sent:?}");
}
