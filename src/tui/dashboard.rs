//! The dashboard as a phase of the event loop: the app, its search worker, and the tour.

use std::{
    io,
    time::{Duration, Instant},
};

use crossterm::event::{Event, KeyEvent, KeyEventKind};
use ratatui::{
    buffer::Buffer,
    layout::{Position, Size},
};

use super::{
    answer_worker::AnswerWorkers,
    app::{App, Banner, CopyOutcome, Effect},
    event::keys,
    log::log,
    mouse,
    phase::{Phase, Progress, TerminalAction},
    screen,
    styles::Background,
    tour::{Tour, TourOptions, TourResponse},
    widgets::{RenderContext, RenderState},
    worker::SearchWorker,
};
use crate::{command::SaveFn, query::snapshot::Snapshot};

/// Interval at which the results of a running search are fetched.
const SEARCH_POLL_INTERVAL: Duration = Duration::from_millis(10);

/// The dashboard while it is shown.
pub(super) struct Dashboard<'s> {
    app: App<'static>,
    save: SaveFn<'s>,
    worker: Option<SearchWorker>,
    answers: AnswerWorkers,
    /// The tour, until it has ended or the user takes over.
    tour: Option<Tour<'static>>,
}

impl<'s> Dashboard<'s> {
    /// Shows this state; a tour starts from it.
    pub(super) fn new(
        mut app: App<'static>,
        save: SaveFn<'s>,
        tour: Option<TourOptions>,
        now: Instant,
    ) -> Self {
        if tour.is_none() {
            app.show_hint();
        }
        let tour = tour.map(|options| Tour::start(options, &mut app, now));
        Self {
            app,
            save,
            worker: None,
            answers: AnswerWorkers::new(),
            tour,
        }
    }

    fn end_tour(&mut self) {
        self.tour = None;
        let _ = self.app.set_banner(None);
    }

    fn render_app(&mut self, buffer: &mut Buffer) -> Position {
        let mut context = RenderContext::new(buffer, self.app.styles());
        screen::render_to(&self.app, &mut context);
        let RenderState { cursor, targets } = context.state;
        self.app.set_mouse_targets(targets);
        cursor
    }

    fn press(&mut self, event: &KeyEvent) -> Effect {
        match keys::from_event(event) {
            Some(key) => return self.app.press(key),
            None if event.kind != KeyEventKind::Release => {
                self.app.on_unbound_key("This key");
            }
            None => {}
        }
        Effect::None
    }

    /// Does what an effect says, except what only the event loop can do.
    fn perform(&mut self, effect: Effect) -> Option<TerminalAction> {
        match effect {
            Effect::None => None,
            Effect::Quit => Some(TerminalAction::Quit),
            Effect::Redraw => Some(TerminalAction::Redraw),
            Effect::Suspend => Some(TerminalAction::Suspend),
            Effect::Speak(speaks) => Some(TerminalAction::Speak(speaks)),
            Effect::Copy(text) => Some(TerminalAction::Copy(text)),
            Effect::Save {
                name,
                subject,
                as_of,
                overwrite,
            } => {
                let snapshot = Snapshot::as_of(self.app.dataset(), as_of);
                let saved = (self.save)(&name, snapshot, &subject, overwrite);
                log!("save: {name:?} {saved:?}");
                self.app.on_saved(&name, saved);
                None
            }
        }
    }
}

impl Phase for Dashboard<'_> {
    fn render(&mut self, buffer: &mut Buffer, warning: Option<&str>) -> Position {
        let Some(warning) = warning else {
            return self.render_app(buffer);
        };
        // The caption of a tour returns after the warning.
        let caption = self.app.set_banner(Some(Banner {
            text: warning.into(),
            hint: "",
        }));
        let cursor = self.render_app(buffer);
        let _ = self.app.set_banner(caption);
        cursor
    }

    fn first_frame_drawn(&mut self) -> io::Result<()> {
        self.worker = Some(SearchWorker::new(self.app.dataset())?);
        Ok(())
    }

    fn advance(&mut self, now: Instant) -> io::Result<Progress> {
        let mut progress = Progress::Unchanged;
        if let Some(tour) = self.tour.as_mut().filter(|tour| tour.is_due(now)) {
            let effect = tour.advance(&mut self.app, now);
            if effect.is_none() {
                self.end_tour();
            }
            progress = Progress::Changed(effect.and_then(|effect| self.perform(effect)));
        }
        if let Some(worker) = &mut self.worker
            && worker.poll(&mut self.app)?
            && progress == Progress::Unchanged
        {
            progress = Progress::Changed(None);
        }
        if self.answers.poll(&mut self.app)? && progress == Progress::Unchanged {
            progress = Progress::Changed(None);
        }
        Ok(progress)
    }

    fn wake_at(&self, now: Instant) -> Option<Instant> {
        let tour = self.tour.as_ref().and_then(Tour::due_at);
        let is_searching =
            self.worker.as_ref().is_some_and(SearchWorker::is_busy) || self.answers.is_busy();
        let search = is_searching.then(|| now + SEARCH_POLL_INTERVAL);
        tour.into_iter().chain(search).min()
    }

    fn handle(&mut self, event: &Event, now: Instant) -> Option<TerminalAction> {
        if let Some(tour) = &mut self.tour {
            match tour.handle(event, &mut self.app, now) {
                TourResponse::Handled => return None,
                TourResponse::Ignored => {}
                TourResponse::Ended { act } => {
                    self.end_tour();
                    if !act {
                        return None;
                    }
                }
            }
        }
        let effect = match event {
            Event::Key(key) => self.press(key),
            Event::Paste(text) => {
                self.app.paste(text);
                Effect::None
            }
            Event::Resize(width, height) => {
                self.app.resize(Size::new(*width, *height));
                Effect::None
            }
            Event::Mouse(event) => mouse::apply(&mut self.app, *event),
            Event::FocusGained | Event::FocusLost => Effect::None,
        };
        self.perform(effect)
    }

    fn copied(&mut self, text: &str, outcome: CopyOutcome) {
        self.app.on_copied(text, outcome);
    }

    fn set_background(&mut self, background: Background) {
        self.app.set_background(background);
    }
}
