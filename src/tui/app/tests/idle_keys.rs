//! Keys that can do nothing, and say why.

use super::*;
use crate::{command::bindings_for, tui::headless::draw_once};

/// Keys whose effect is outside of the screen.
const OUTSIDE: [Command; 3] = [Command::Quit, Command::Suspend, Command::Redraw];

/// Moves that everyone expects to end at the first and the last item.
fn is_move(command: Command) -> bool {
    use Command::{Down, First, Last, Left, PageDown, PageUp, Right, Up};
    [Up, Down, Left, Right, PageUp, PageDown, First, Last].contains(&command)
}

/// Returns the keys of a mode that do something else than to move, and all letters and digits.
fn keys(mode: Mode) -> Vec<Key> {
    let bindings = bindings_for(mode).filter(|binding| {
        let command = binding.command;
        !is_move(command) && !OUTSIDE.contains(&command)
    });
    let keys = bindings.flat_map(|binding| binding.keys.iter().copied());
    let characters = ('0'..='9').chain('a'..='z').chain('A'..='Z');
    let mut keys: Vec<Key> = keys.chain(characters.map(Key::Char)).collect();
    let moves = |key: &Key| Command::from_key(mode, *key).is_some_and(is_move);
    keys.retain(|key| !moves(key) && *key != Key::Char('q'));
    if mode.has_text_input() {
        // Keys that edit a text may have nothing to edit.
        keys.retain(|key| [Key::Enter, Key::Escape, Key::Tab, Key::F(1)].contains(key));
    }
    keys
}

/// Returns each view as it opens, and further on.
fn states() -> Vec<(View, Vec<Key>)> {
    let nothing = |view| {
        let rows = "/xyzzy".chars().map(Key::Char).chain([Key::Escape]);
        (view, rows.collect())
    };
    let opened = View::ALL.map(|view| (view, Vec::new()));
    let moved = View::ALL.map(|view| (view, vec![Key::Down, Key::Down, Key::Right]));
    let further = [
        (View::Areas, vec![Key::Enter]),
        (View::Areas, vec![Key::Right; 2]),
        (View::Areas, vec![Key::Right; 3]),
        (View::Sources, vec![Key::Enter]),
        nothing(View::Targets),
        nothing(View::Table),
    ];
    opened.into_iter().chain(moved).chain(further).collect()
}

#[test]
fn every_key_of_a_view_changes_the_screen_or_says_why_not() {
    let dataset = Dataset::bundled();
    let mut silent = Vec::new();
    let empty = Filter {
        partners: vec!["no such partner".into()],
        ..Filter::default()
    };
    let filtered = View::ALL.map(|view| (view, Vec::new(), empty.clone()));
    let states = states().into_iter();
    let states = states.map(|(view, keys)| (view, keys, Filter::default()));
    for (view, first_keys, filter) in states.chain(filtered) {
        let mut app = App::new(&dataset, Size::new(80, 24));
        let is_empty = !filter.is_empty();
        app.set_filter(filter);
        if view != View::Areas {
            after(&mut app, &[Command::View(view)]);
        }
        for key in &first_keys {
            assert_eq!(app.press(*key), Effect::None);
        }
        let mode = app.mode();
        let first = draw_once(&app);
        for key in keys(mode) {
            let (mut app, mut before) = (app.clone(), first.clone());
            // Again and again: zooming ends somewhere, too.
            for time in 1..6 {
                let effect = app.press(key);
                let shown = draw_once(&app);
                if effect == Effect::None && shown == before && app.notice().is_none() {
                    silent.push(format!(
                        "{view:?} after {first_keys:?}, emptied: {is_empty}: {key:?}, time {time}"
                    ));
                    break;
                }
                if app.mode() != mode {
                    break;
                }
                before = shown;
            }
        }
    }
    assert!(silent.is_empty(), "{}", silent.join("\n"));
}
