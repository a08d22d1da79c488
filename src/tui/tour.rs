//! A walk through the views with captions, for demonstrations.

use std::{
    io,
    sync::LazyLock,
    time::{Duration, Instant},
};

use crossterm::event::{self, Event};
use serde::Deserialize;

use super::{
    ExitReason, SessionOptions,
    app::{App, Banner, Effect},
    event_reader::{EventReader, TerminalEvent},
    keys,
    terminal::TerminalSession,
};
use crate::command::Key;

/// The script.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TourScript {
    /// The steps, one after the other.
    pub steps: Vec<TourStep>,
}

/// A step of the walk: some keys, and a caption for what they lead to.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TourStep {
    /// What is said about it.
    pub caption: String,
    /// The keys that are pressed, by their names.
    #[serde(deserialize_with = "named")]
    pub keys: Vec<Key>,
    /// What is typed after them.
    #[serde(default)]
    pub typed: String,
    /// The keys that are pressed after that.
    #[serde(default, deserialize_with = "named")]
    pub then: Vec<Key>,
}

fn named<'de, D: serde::Deserializer<'de>>(deserializer: D) -> Result<Vec<Key>, D::Error> {
    let names = Vec::<String>::deserialize(deserializer)?;
    names
        .iter()
        .map(|name| name.parse().map_err(serde::de::Error::custom))
        .collect()
}

/// The script that the program brings along.
#[must_use]
pub fn script() -> &'static TourScript {
    static SCRIPT: LazyLock<TourScript> = LazyLock::new(|| {
        let text = include_str!("../../data/tour.json");
        serde_json::from_str(text)
            .unwrap_or_else(|error| unreachable!("a test reads the script: {error}"))
    });
    &SCRIPT
}

impl TourStep {
    /// All keys of the step, in order.
    pub fn all_keys(&self) -> impl Iterator<Item = Key> {
        self.keys
            .iter()
            .copied()
            .chain(self.typed.chars().map(Key::Char))
            .chain(self.then.iter().copied())
    }

    /// How long it takes to read the caption: fifteen letters a second, and a moment to styles.
    #[must_use]
    pub fn reading_time(&self) -> Duration {
        Duration::from_millis(2000 + 1000 * self.caption.chars().count() as u64 / 15)
    }
}

/// How the walk goes.
#[derive(Debug, Clone, Copy)]
pub struct TourOptions {
    /// How many times faster than reading speed.
    pub speed: f64,
    /// Whether it begins again when it has ended.
    pub repeat: bool,
}

/// Between two keys, so that one sees what each does.
const BETWEEN_KEYS: Duration = Duration::from_millis(150);

/// Walks through the views until the user takes over, then goes on as the dashboard does.
///
/// # Errors
/// If the terminal can't be drawn on or read from.
pub fn run(
    screen: &mut TerminalSession,
    app: &mut App<'static>,
    rules: SessionOptions,
    pace: TourOptions,
) -> io::Result<ExitReason> {
    let mut fresh = app.clone();
    let steps = &script().steps;
    let mut at = 0;
    let mut input = EventReader::default();
    let scaled = |time: Duration| time.div_f64(pace.speed.clamp(0.1, 100.0));
    'walk: while let Some(step) = steps.get(at) {
        suit(&mut fresh, app);
        app.banner = Some(banner(at, &step.caption));
        for key in step.all_keys() {
            screen.draw(app)?;
            let _ = app.press(key);
            if event::poll(scaled(BETWEEN_KEYS))? {
                break;
            }
        }
        // What was cut short is done at once.
        *app = stand(&fresh, at);
        screen.draw(app)?;
        let wish = poll(screen, app, &mut input, scaled(step.reading_time()))?;
        suit(&mut fresh, app);
        match wish {
            TourAction::Next => at += 1,
            TourAction::Previous => {
                at = at.saturating_sub(1);
                *app = if at == 0 {
                    fresh.clone()
                } else {
                    stand(&fresh, at - 1)
                };
            }
            TourAction::TakeOver(key) => {
                app.banner = None;
                if app.press(key) == Effect::Quit {
                    return Ok(ExitReason::Quit);
                }
                break 'walk;
            }
        }
        if at == steps.len() && pace.repeat {
            (*app, at) = (fresh.clone(), 0);
        }
    }
    app.banner = None;
    super::run(screen, app, rules)
}

/// What was learnt of the terminal meanwhile holds from the beginning.
fn suit(fresh: &mut App, app: &App) {
    fresh.styles = app.styles;
    fresh.resize(app.size());
}

/// The state after a step: all keys up to its end were pressed.
fn stand<'a>(fresh: &App<'a>, at: usize) -> App<'a> {
    let mut app = fresh.clone();
    app.banner = Some(banner(at, &script().steps[at].caption));
    for step in &script().steps[..=at] {
        for key in step.all_keys() {
            let _ = app.press(key);
        }
    }
    app
}

fn banner(at: usize, words: &str) -> Banner {
    let words = format!("{}/{}: {words}", at + 1, script().steps.len());
    Banner {
        words,
        keys: " Space stops, arrows step, any other key is yours ",
    }
}

/// What the audience wants.
enum TourAction {
    Next,
    Previous,
    TakeOver(Key),
}

/// Waits until the caption is read or a key says otherwise. Space stops the time and lets it go on.
fn poll(
    screen: &mut TerminalSession,
    app: &mut App,
    input: &mut EventReader,
    time: Duration,
) -> io::Result<TourAction> {
    let mut left = Some(time);
    loop {
        let begin = Instant::now();
        let Some(event) = input.poll(left)? else {
            return Ok(TourAction::Next);
        };
        left = left.map(|left| left.saturating_sub(begin.elapsed()));
        for event in event {
            match event {
                TerminalEvent::Input(Event::Resize(width, height)) => {
                    app.resize(ratatui::layout::Size::new(width, height));
                }
                TerminalEvent::Input(Event::Key(event)) => match keys::key(&event) {
                    Some(Key::Char(' ')) => left = if left.is_some() { None } else { Some(time) },
                    Some(Key::Right | Key::Down) => return Ok(TourAction::Next),
                    Some(Key::Left | Key::Up) => return Ok(TourAction::Previous),
                    Some(key) => return Ok(TourAction::TakeOver(key)),
                    None => {}
                },
                TerminalEvent::Background(background) => app.styles.background = background,
                TerminalEvent::Version(name) => screen.know(&name),
                TerminalEvent::Input(_) => {}
            }
        }
        screen.draw(app)?;
    }
}

#[cfg(test)]
mod tests {
    use ratatui::layout::Size;

    use super::*;
    use crate::{command, dataset::Dataset, tui::headless::HeadlessApp};

    #[test]
    fn every_key_does_something_and_every_step_shows_something_new_to_the_end() {
        let dataset = Dataset::bundled();
        for (width, height) in [(80, 24), (120, 40), (40, 12)] {
            let mut screen = HeadlessApp::new(App::new(&dataset, Size::new(width, height)));
            for (at, step) in script().steps.iter().enumerate() {
                let before = screen.text();
                for key in step.all_keys() {
                    assert!(
                        command::command(screen.app.mode(), key).is_some(),
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
            assert_eq!(screen.app.mode(), crate::command::Mode::Help);
        }
    }

    #[test]
    fn the_walk_shows_what_its_captions_say() {
        let dataset = Dataset::bundled();
        let fresh = App::new(&dataset, Size::new(80, 24));
        let shown = |words: &str| {
            let at = script()
                .steps
                .iter()
                .position(|step| step.caption.contains(words))
                .expect("a step says so");
            {
                let mut app = stand(&fresh, at);
                app.banner = None;
                HeadlessApp::new(app).text()
            }
        };
        assert!(
            shown("Oldham's priorities").contains("Reference")
                || shown("Oldham's priorities").contains("oldham/3/")
        );
        assert!(shown("How does Hastings differ").contains("[Hastings]"));
        assert_eq!(shown("9 October 2017").matches('○').count(), 6);
        assert!(shown("mental health").contains("oldham/3/mental-health-first-aid"));
        assert!(shown("One key shows all").contains("Stoke-on-Trent"));
    }

    #[test]
    fn captions_are_seen_whole_at_every_size() {
        let dataset = Dataset::bundled();
        for (width, height) in [(80, 24), (120, 40), (40, 12)] {
            let fresh = App::new(&dataset, Size::new(width, height));
            for (at, step) in script().steps.iter().enumerate() {
                let shown: String = HeadlessApp::new(stand(&fresh, at))
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
