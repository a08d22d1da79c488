//! A job in a thread of its own: it answers one request, and stops when the request is no longer wanted.

use std::{
    io,
    sync::{
        Arc,
        atomic::{AtomicBool, Ordering},
        mpsc::{self, Receiver, Sender},
    },
    thread,
    time::{Duration, Instant},
};

use crate::dataset::Dataset;

/// The most items of a dataset that is searched and counted at once, with each key.
const MAX_ITEMS_AT_ONCE: usize = 10_000;

/// Returns true if a dataset is searched and counted in background threads.
#[must_use]
pub(super) fn runs_in_background(dataset: &Dataset) -> bool {
    dataset.count() > MAX_ITEMS_AT_ONCE
}

/// A running job. Dropping it stops the thread.
#[derive(Debug)]
pub(super) struct BackgroundJob<Request, Answer> {
    /// The request that the job answers.
    pub(super) request: Request,
    stop: Arc<AtomicBool>,
    answers: Receiver<Answer>,
    started: Instant,
}

/// The side of a job that is in the thread.
#[derive(Debug)]
pub(super) struct JobThread<Answer> {
    stop: Arc<AtomicBool>,
    answers: Sender<Answer>,
}

impl<Request, Answer> Drop for BackgroundJob<Request, Answer> {
    fn drop(&mut self) {
        self.stop.store(true, Ordering::Relaxed);
    }
}

impl<Request: Clone + Send + 'static, Answer: Send + 'static> BackgroundJob<Request, Answer> {
    /// Starts a thread that answers a request.
    ///
    /// # Errors
    /// If no thread can be started.
    pub(super) fn spawn(
        name: &str,
        request: Request,
        answer: impl FnOnce(&Request, &JobThread<Answer>) + Send + 'static,
    ) -> io::Result<Self> {
        let (sender, answers) = mpsc::channel();
        let stop = Arc::new(AtomicBool::new(false));
        let in_thread = JobThread {
            stop: Arc::clone(&stop),
            answers: sender,
        };
        let asked = request.clone();
        thread::Builder::new()
            .name(name.into())
            .spawn(move || answer(&asked, &in_thread))?;
        Ok(Self {
            request,
            stop,
            answers,
            started: Instant::now(),
        })
    }

    /// Returns the latest answer that has arrived since the last call.
    pub(super) fn latest(&self) -> Option<Answer> {
        self.answers.try_iter().last()
    }

    /// Returns the time since the job was started.
    pub(super) fn elapsed(&self) -> Duration {
        self.started.elapsed()
    }
}

impl<Answer> JobThread<Answer> {
    /// Creates the side of the thread alone, to run a job at once.
    #[cfg(test)]
    pub(super) fn alone() -> (Self, Receiver<Answer>) {
        let (sender, answers) = mpsc::channel();
        let stop = Arc::default();
        let alone = Self {
            stop,
            answers: sender,
        };
        (alone, answers)
    }

    /// Returns true if the answer is no longer wanted.
    pub(super) fn is_stopped(&self) -> bool {
        self.stop.load(Ordering::Relaxed)
    }

    /// Sends an answer, the last or one on the way.
    pub(super) fn send(&self, answer: Answer) {
        // Fails only once the job was dropped; then `stop` is set, too.
        let _ = self.answers.send(answer);
    }
}
