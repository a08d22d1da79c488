//! The commands of the dashboard beside those of line mode.

use crate::command::{self, Command};

/// Commands of the dashboard that line mode does not have, with the reason.
const WITHOUT_WORD: &[(&[Command], &str)] = &[
    (
        &[
            Command::Up,
            Command::Down,
            Command::Left,
            Command::Right,
            Command::First,
            Command::Last,
            Command::Jump,
            Command::NextPane,
            Command::PreviousPane,
            Command::Open,
            Command::NextHit,
            Command::PreviousHit,
        ],
        "They move a selection or open it; here a number or a name opens an item.",
    ),
    (
        &[Command::Sort],
        "The order is typed: `targets by theme`, `table by money`, `sources by citations`.",
    ),
    (
        &[Command::FilterRows],
        "The words are typed: `table exclusions`.",
    ),
    (
        &[Command::Layer, Command::NextTheme],
        "The layer is typed: `map by rank`, `map by maths`.",
    ),
    (
        &[
            Command::Zoom,
            Command::ZoomIn,
            Command::ZoomOut,
            Command::Fill,
        ],
        "They change a drawing. The map lists areas by distance.",
    ),
    (
        &[
            Command::Compare,
            Command::AddArea,
            Command::NextArea,
            Command::RemoveArea,
        ],
        "The areas are typed: `compare hastings ipswich`, or `compare ipswich` on the page of Hastings.",
    ),
    (
        &[
            Command::Toggle,
            Command::ChooseAll,
            Command::ChooseOnly,
            Command::NextFormat,
        ],
        "They belong to popups: `f NAME` switches a value, and the name of a file has its format.",
    ),
    (&[Command::Unmark], "`m` removes the mark of the page."),
    (
        &[Command::PreviousLocation, Command::Escape],
        "`b` goes back, `d` clears the date, `all` the filter.",
    ),
    (
        &[Command::Palette],
        "Commands are typed anyway; `help all` lists them.",
    ),
    (
        &[Command::Redraw],
        "An empty line says the last answer again.",
    ),
    (&[Command::Suspend], "The shell suspends line mode."),
    (&[Command::Speak], "Line mode is read out as it is."),
];

/// Every command of the dashboard has a word in line mode, or a reason not to.
#[test]
fn every_command_has_a_word_or_a_reason_not_to() {
    for binding in command::bindings() {
        let has_word = command::bindings()
            .any(|other| other.command == binding.command && other.line_mode_word.is_some());
        let reasons = WITHOUT_WORD
            .iter()
            .filter(|(commands, _)| commands.contains(&binding.command));
        let expected = usize::from(!has_word && !binding.command.edits_text());
        assert_eq!(reasons.count(), expected, "{:?}", binding.command);
    }
}

#[test]
fn words_are_distinct() {
    let mut words: Vec<&str> = command::bindings()
        .filter_map(|binding| binding.line_mode_word)
        .collect();
    words.sort_unstable();
    let count = words.len();
    words.dedup();
    assert_eq!(words.len(), count, "{words:?}");
}
