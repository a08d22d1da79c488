//! The script of the tour, from `data/tour.json`.

use std::{sync::LazyLock, time::Duration};

use serde::Deserialize;

use crate::{
    command::Key,
    tui::app::{App, Banner},
};

/// The script of the tour.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct TourScript {
    /// The steps, in order.
    pub(super) steps: Vec<TourStep>,
}

/// A step: keys, and a caption for what they lead to.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct TourStep {
    caption: String,
    /// Keys that are pressed, by their names.
    #[serde(deserialize_with = "parse_keys")]
    keys: Vec<Key>,
    /// Text that is typed after them.
    #[serde(default)]
    typed: String,
    /// Keys that are pressed after that.
    #[serde(default, deserialize_with = "parse_keys")]
    then: Vec<Key>,
}

fn parse_keys<'de, D: serde::Deserializer<'de>>(deserializer: D) -> Result<Vec<Key>, D::Error> {
    let names = Vec::<String>::deserialize(deserializer)?;
    names
        .iter()
        .map(|name| name.parse().map_err(serde::de::Error::custom))
        .collect()
}

/// Returns the bundled script.
pub(super) fn script() -> &'static TourScript {
    static SCRIPT: LazyLock<TourScript> = LazyLock::new(|| {
        let text = include_str!("../../../data/tour.json");
        serde_json::from_str(text)
            .unwrap_or_else(|error| unreachable!("the tests parse the script: {error}"))
    });
    &SCRIPT
}

impl TourStep {
    /// Returns all keys of the step, in order.
    pub(super) fn all_keys(&self) -> impl Iterator<Item = Key> {
        self.keys
            .iter()
            .copied()
            .chain(self.typed.chars().map(Key::Char))
            .chain(self.then.iter().copied())
    }

    /// Returns the time that the caption needs: two seconds, and one for every 15 characters.
    pub(super) fn reading_time(&self) -> Duration {
        Duration::from_millis(2000 + 1000 * self.caption.chars().count() as u64 / 15)
    }
}

/// Returns the state before a step: the keys of all earlier steps were pressed.
pub(super) fn state_before<'a>(initial: &App<'a>, step: usize) -> App<'a> {
    let mut app = initial.clone();
    let earlier = script().steps[..step].iter();
    for key in earlier.flat_map(TourStep::all_keys) {
        let _ = app.press(key);
    }
    app
}

/// Returns the caption of a step, with its number.
pub(super) fn caption(step: usize) -> Banner {
    let steps = &script().steps;
    Banner {
        text: format!("{}/{}: {}", step + 1, steps.len(), steps[step].caption),
        hint: " Space to pause, arrows to step, any other key to end the tour ",
    }
}

#[cfg(test)]
mod tests {
    use ratatui::layout::Size;

    use super::*;
    use crate::{
        command::{Command, Mode},
        dataset::Dataset,
        tui::headless::HeadlessApp,
    };

    const SIZES: [(u16, u16); 3] = [(80, 24), (120, 40), (40, 12)];

    fn state_after<'a>(initial: &App<'a>, step: usize) -> App<'a> {
        let mut app = state_before(initial, step + 1);
        app.set_banner(Some(caption(step)));
        app
    }

    #[test]
    fn every_key_does_something_and_every_step_shows_something_new_to_the_end() {
        let dataset = Dataset::bundled();
        for (width, height) in SIZES {
            let mut screen = HeadlessApp::new(App::new(&dataset, Size::new(width, height)));
            for (at, step) in script().steps.iter().enumerate() {
                let before = screen.text();
                for key in step.all_keys() {
                    assert!(
                        Command::from_key(screen.app.mode(), key).is_some(),
                        "{key} of step {} does nothing",
                        at + 1
                    );
                    screen.press([key]);
                }
                assert!(
                    step.keys.is_empty() || screen.text() != before,
                    "step {} shows nothing new at {width}x{height}",
                    at + 1
                );
            }
            assert_eq!(screen.app.mode(), Mode::Help);
        }
    }

    #[test]
    fn every_step_shows_what_its_caption_says() {
        let dataset = Dataset::bundled();
        let initial = App::new(&dataset, Size::new(80, 24));
        let shown = |words: &str| {
            let step = script()
                .steps
                .iter()
                .position(|step| step.caption.contains(words))
                .expect("a step says so");
            let mut app = state_after(&initial, step);
            app.set_banner(None);
            HeadlessApp::new(app).text()
        };
        assert!(
            shown("Oldham's priorities").contains("Reference")
                || shown("Oldham's priorities").contains("oldham/3/")
        );
        let compared = shown("How does Hastings differ");
        let both = compared.contains("Hastings") && compared.contains("Ipswich");
        assert!(both, "{compared}");
        assert!(shown("9 October 2017").contains("as of 9 October 2017"));
        let found = shown("mental health");
        assert!(found.contains("Oldham, priority 3"), "{found}");
        assert!(shown("clears all filters").contains("Stoke-on-Trent"));
    }

    #[test]
    fn captions_are_shown_in_full_at_every_size() {
        let dataset = Dataset::bundled();
        for (width, height) in SIZES {
            let initial = App::new(&dataset, Size::new(width, height));
            for (at, step) in script().steps.iter().enumerate() {
                let shown: String = HeadlessApp::new(state_after(&initial, at))
                    .text()
                    .split_whitespace()
                    .collect::<Vec<_>>()
                    .join(" ");
                assert!(
                    shown.contains(&step.caption),
                    "step {} at {width}x{height}: {shown}",
                    at + 1
                );
            }
        }
    }
}
