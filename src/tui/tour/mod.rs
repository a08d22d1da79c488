//! The tour: an autoplay that presses keys in the dashboard and shows captions.
//!
//! It is a part of the dashboard's phase of the event loop, so everything that works there works in
//! the tour, too. Space and the arrow keys control it; any other key ends it and does what it means.

mod script;

use std::{
    time::{Duration, Instant},
    vec,
};

use crossterm::event::{Event, KeyEvent, KeyEventKind, MouseButton, MouseEventKind};
use script::{caption, script, state_before};

use super::{
    app::{App, Effect},
    event::keys,
};
use crate::command::{Command, Key};

/// Options of the tour.
#[derive(Debug, Clone, Copy)]
pub struct TourOptions {
    /// Speed as a multiple of reading speed, from 0.1 to 100.
    pub speed: f64,
    /// True if the tour starts again after its end.
    pub repeat: bool,
}

/// Time between two keys, so that the effect of each can be seen.
const KEY_INTERVAL: Duration = Duration::from_millis(150);

/// Shortest time between two keys or steps at any speed, and the time for each cell of the screen that is added to it.
/// More frames would take more than about a hundredth of a processor.
const MIN_INTERVAL: Duration = Duration::from_millis(75);
const MIN_INTERVAL_PER_CELL: Duration = Duration::from_micros(2);

/// A running tour.
#[derive(Debug)]
pub(super) struct Tour<'a> {
    options: TourOptions,
    /// The app when the tour started, from which steps back are replayed.
    initial: App<'a>,
    /// Index of the step that is shown.
    step: usize,
    /// Keys of the step that are not pressed yet.
    pending_keys: vec::IntoIter<Key>,
    /// Time of the next key or step; `None` while the tour is paused.
    due_at: Option<Instant>,
}

/// Result of showing an event to the tour.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum TourResponse {
    /// The event controls the tour, or means nothing.
    Handled,
    /// The event is the dashboard's, and the tour goes on.
    Ignored,
    /// The tour is over. If `act` is true, the event is the dashboard's.
    Ended { act: bool },
}

impl<'a> Tour<'a> {
    /// Starts with the first step, from this state.
    pub(super) fn start(options: TourOptions, app: &mut App<'a>, now: Instant) -> Self {
        let mut tour = Self {
            options,
            initial: app.clone(),
            step: 0,
            pending_keys: Vec::new().into_iter(),
            due_at: None,
        };
        tour.start_step(0, app, now);
        tour
    }

    /// Returns the time at which [`Tour::advance`] should be called; `None` while it is paused.
    pub(super) fn due_at(&self) -> Option<Instant> {
        self.due_at
    }

    /// Returns true if it is time for the next key or step.
    pub(super) fn is_due(&self, now: Instant) -> bool {
        self.due_at.is_some_and(|due_at| due_at <= now)
    }

    /// Presses the next key and returns its effect, or starts the next step. Returns `None` at the
    /// end of the tour.
    pub(super) fn advance(&mut self, app: &mut App<'a>, now: Instant) -> Option<Effect> {
        if let Some(key) = self.pending_keys.next() {
            let effect = app.press(key);
            self.schedule(app, now);
            return Some(effect);
        }
        self.start_next_step(app, now).then_some(Effect::None)
    }

    /// Does what an event means for the tour.
    pub(super) fn handle(
        &mut self,
        event: &Event,
        app: &mut App<'a>,
        now: Instant,
    ) -> TourResponse {
        match event {
            Event::Key(key) => self.handle_key(key, app, now),
            Event::Mouse(mouse) => match mouse.kind {
                MouseEventKind::Down(MouseButton::Left)
                | MouseEventKind::ScrollUp
                | MouseEventKind::ScrollDown => {
                    // In the middle of a step, what was clicked on is about to change.
                    let act = self.pending_keys.len() == 0;
                    self.finish_step(app);
                    TourResponse::Ended { act }
                }
                _ => TourResponse::Handled,
            },
            Event::Paste(_) => {
                self.finish_step(app);
                TourResponse::Ended { act: true }
            }
            Event::Resize(..) | Event::FocusGained | Event::FocusLost => TourResponse::Ignored,
        }
    }

    fn handle_key(&mut self, key: &KeyEvent, app: &mut App<'a>, now: Instant) -> TourResponse {
        let Some(key) = keys::from_event(key) else {
            // The caption says that any other key ends the tour.
            if key.kind == KeyEventKind::Release {
                return TourResponse::Handled;
            }
            self.finish_step(app);
            return TourResponse::Ended { act: false };
        };
        if let Some(Command::Redraw | Command::Suspend) = Command::from_key(app.mode(), key) {
            return TourResponse::Ignored;
        }
        self.finish_step(app);
        match key {
            Key::Char(' ') => {
                self.due_at = match self.due_at {
                    Some(_) => None,
                    None => Some(now + self.scaled(script().steps[self.step].reading_time(), app)),
                };
                TourResponse::Handled
            }
            Key::Right | Key::Down => {
                if self.start_next_step(app, now) {
                    TourResponse::Handled
                } else {
                    TourResponse::Ended { act: false }
                }
            }
            Key::Left | Key::Up => {
                let previous = self.step.saturating_sub(1);
                self.learn_from(app);
                *app = state_before(&self.initial, previous);
                self.start_step(previous, app, now);
                TourResponse::Handled
            }
            _ => TourResponse::Ended { act: true },
        }
    }

    /// Starts the next step, or the first again. Returns false at the end of the tour.
    fn start_next_step(&mut self, app: &mut App<'a>, now: Instant) -> bool {
        if self.step + 1 < script().steps.len() {
            self.start_step(self.step + 1, app, now);
        } else if self.options.repeat {
            self.learn_from(app);
            *app = self.initial.clone();
            self.start_step(0, app, now);
        } else {
            return false;
        }
        true
    }

    fn start_step(&mut self, step: usize, app: &mut App<'a>, now: Instant) {
        self.step = step;
        self.pending_keys = script().steps[step]
            .all_keys()
            .collect::<Vec<_>>()
            .into_iter();
        let _ = app.set_banner(Some(caption(step)));
        self.schedule(app, now);
    }

    fn schedule(&mut self, app: &App, now: Instant) {
        let time = if self.pending_keys.len() > 0 {
            KEY_INTERVAL
        } else {
            script().steps[self.step].reading_time()
        };
        self.due_at = Some(now + self.scaled(time, app));
    }

    /// Presses the keys that are left of the step. They have no effects outside the app.
    fn finish_step(&mut self, app: &mut App) {
        for key in self.pending_keys.by_ref() {
            let _ = app.press(key);
        }
    }

    /// Keeps what was learnt about the terminal since the start.
    fn learn_from(&mut self, app: &App) {
        self.initial.set_styles(app.styles());
        self.initial.resize(app.size());
    }

    fn scaled(&self, time: Duration, app: &App) -> Duration {
        time.div_f64(self.options.speed.clamp(0.1, 100.0))
            .max(MIN_INTERVAL + MIN_INTERVAL_PER_CELL * app.size().area())
    }
}

#[cfg(test)]
mod tests {
    use crossterm::event::{KeyCode, KeyModifiers, MouseEvent};
    use ratatui::layout::Size;

    use super::*;
    use crate::{command::View, dataset::Dataset};

    const OPTIONS: TourOptions = TourOptions {
        speed: 1.0,
        repeat: false,
    };

    fn key(code: KeyCode) -> Event {
        Event::Key(KeyEvent::new(code, KeyModifiers::NONE))
    }

    #[test]
    fn steps_follow_each_other_at_reading_speed_and_the_tour_ends_or_repeats() {
        let dataset = Dataset::bundled();
        for repeat in [false, true] {
            let mut app = App::new(&dataset, Size::new(80, 24));
            let start = Instant::now();
            let mut tour = Tour::start(TourOptions { repeat, ..OPTIONS }, &mut app, start);
            assert!(!tour.is_due(start));
            let mut now = start;
            for (at, step) in script().steps.iter().enumerate() {
                assert_eq!(tour.step, at);
                for _ in step.all_keys() {
                    now += KEY_INTERVAL;
                    assert_eq!(tour.due_at(), Some(now));
                    assert_eq!(tour.advance(&mut app, now), Some(Effect::None));
                }
                now += step.reading_time();
                assert_eq!(tour.due_at(), Some(now));
                let more = at + 1 < script().steps.len() || repeat;
                assert_eq!(tour.advance(&mut app, now).is_some(), more);
            }
            assert_eq!(app.view() == View::Areas && tour.step == 0, repeat);
        }
    }

    #[test]
    fn the_fastest_tour_waits_between_frames_and_longer_on_a_large_screen() {
        let dataset = Dataset::bundled();
        for (size, shortest) in [(Size::new(80, 24), 78), (Size::new(500, 150), 225)] {
            let mut app = App::new(&dataset, size);
            let start = Instant::now();
            let options = TourOptions {
                speed: 100.0,
                repeat: true,
            };
            let mut tour = Tour::start(options, &mut app, start);
            let mut now = start;
            for _ in 0..500 {
                let due_at = tour.due_at().expect("it is not paused");
                assert!(due_at >= now + Duration::from_millis(shortest));
                now = due_at;
                assert!(tour.advance(&mut app, now).is_some());
            }
        }
    }

    #[test]
    fn space_pauses_and_arrows_step() {
        let dataset: &'static Dataset = Box::leak(Box::new(Dataset::bundled()));
        let mut app = App::new(dataset, Size::new(80, 24));
        let now = Instant::now();
        let mut tour = Tour::start(OPTIONS, &mut app, now);
        let mut press = |tour: &mut Tour<'static>, code| {
            assert_eq!(
                tour.handle(&key(code), &mut app, now),
                TourResponse::Handled
            );
            app.dataset().reference(app.selected_item()).into_owned()
        };
        press(&mut tour, KeyCode::Char(' '));
        assert_eq!(tour.due_at(), None);
        press(&mut tour, KeyCode::Char(' '));
        assert!(tour.due_at().is_some());
        press(&mut tour, KeyCode::Right);
        assert_eq!(tour.step, 1);
        assert_eq!(
            press(&mut tour, KeyCode::Char(' ')),
            "oldham",
            "finished at once"
        );
        assert_eq!(press(&mut tour, KeyCode::Left), "blackpool");
        assert_eq!(tour.step, 0);
        press(&mut tour, KeyCode::Left);
        assert_eq!(tour.step, 0);
    }

    #[test]
    fn other_keys_and_clicks_end_the_tour_but_redrawing_and_resizing_do_not() {
        let dataset = Dataset::bundled();
        let mut app = App::new(&dataset, Size::new(80, 24));
        let now = Instant::now();
        let mut tour = Tour::start(OPTIONS, &mut app, now);
        let mouse = |kind| {
            Event::Mouse(MouseEvent {
                kind,
                column: 3,
                row: 5,
                modifiers: KeyModifiers::NONE,
            })
        };
        let control =
            |letter| Event::Key(KeyEvent::new(KeyCode::Char(letter), KeyModifiers::CONTROL));
        let ended = TourResponse::Ended { act: true };
        for (event, response) in [
            (control('l'), TourResponse::Ignored),
            (control('z'), TourResponse::Ignored),
            (Event::Resize(100, 30), TourResponse::Ignored),
            (mouse(MouseEventKind::Moved), TourResponse::Handled),
            (key(KeyCode::Char('y')), ended),
            (key(KeyCode::Insert), TourResponse::Ended { act: false }),
        ] {
            assert_eq!(tour.handle(&event, &mut app, now), response, "{event:?}");
        }
        let click = mouse(MouseEventKind::Down(MouseButton::Left));
        assert_eq!(
            tour.handle(&click, &mut app, now),
            TourResponse::Ended { act: true }
        );
        tour.start_step(1, &mut app, now);
        assert_eq!(
            tour.handle(&click, &mut app, now),
            TourResponse::Ended { act: false },
            "the list was about to change"
        );
    }
}
