//! The search worker: answers searches in large datasets in a background thread; the next key cancels it.

use std::{
    io,
    ops::ControlFlow,
    sync::{Arc, OnceLock},
    thread,
    time::{Duration, Instant},
};

use super::{
    app::App,
    background_job::{BackgroundJob, JobThread, runs_in_background},
    log::log,
    views::search::{SearchRequest, SearchResults},
};
use crate::{dataset::Dataset, query::search::Index};

/// Shortest time until the first partial results, if there are hits by then, and between two.
const FIRST_RESULTS_TIME: Duration = Duration::from_millis(8);
const PARTIAL_RESULTS_INTERVAL: Duration = Duration::from_millis(30);

/// Answers searches in datasets that are too large to be searched while a key waits.
#[derive(Debug)]
pub(super) struct SearchWorker {
    dataset: &'static Dataset,
    index: Arc<OnceLock<Index>>,
    job: Option<BackgroundJob<SearchRequest, SearchResults>>,
}

impl SearchWorker {
    /// Creates the worker. For a large dataset it starts to build the index, so that the first
    /// search is answered soon.
    ///
    /// # Errors
    /// If no thread can be started.
    pub(super) fn new(dataset: &'static Dataset) -> io::Result<Self> {
        let worker = Self {
            dataset,
            index: Arc::default(),
            job: None,
        };
        if runs_in_background(dataset) {
            let index = Arc::clone(&worker.index);
            thread::Builder::new().name("index".into()).spawn(move || {
                let start = Instant::now();
                index.get_or_init(|| Index::new(dataset));
                log!("worker: index built in {} ms", start.elapsed().as_millis());
            })?;
        }
        Ok(worker)
    }

    /// Returns true while a search is running.
    pub(super) fn is_busy(&self) -> bool {
        self.job.is_some()
    }

    /// Starts the search that the app waits for, stops one that it no longer waits for, and gives
    /// results to the app. Returns true if there were results.
    ///
    /// # Errors
    /// If no thread can be started.
    pub(super) fn poll(&mut self, app: &mut App) -> io::Result<bool> {
        if self.job.as_ref().map(|job| &job.request) != app.pending_search() {
            if self.job.take().is_some() {
                log!("worker: search stopped");
            }
            self.job = app
                .pending_search()
                .map(|request| self.spawn(request.clone()))
                .transpose()?;
        }
        let Some(job) = &self.job else {
            return Ok(false);
        };
        let Some(results) = job.latest() else {
            return Ok(false);
        };
        if results.is_complete() {
            log!("worker: search done in {} ms", job.elapsed().as_millis());
            self.job = None;
        }
        app.apply_search_results(results);
        Ok(true)
    }

    fn spawn(
        &self,
        request: SearchRequest,
    ) -> io::Result<BackgroundJob<SearchRequest, SearchResults>> {
        log!("worker: search started");
        let (index, dataset) = (Arc::clone(&self.index), self.dataset);
        BackgroundJob::spawn("search", request, move |request, thread| {
            let index = index.get_or_init(|| Index::new(dataset));
            answer(request, index, dataset, thread);
        })
    }
}

/// Answers a search, and sends partial results from time to time.
fn answer(
    request: &SearchRequest,
    index: &Index,
    dataset: &Dataset,
    thread: &JobThread<SearchResults>,
) {
    let (mut last_sent, mut has_sent) = (Instant::now(), false);
    let complete = request.answer(index, dataset, |so_far| {
        if thread.is_stopped() {
            return ControlFlow::Break(());
        }
        let elapsed = last_sent.elapsed();
        let is_due = elapsed >= PARTIAL_RESULTS_INTERVAL;
        if is_due || (!has_sent && elapsed >= FIRST_RESULTS_TIME) {
            let results = so_far();
            if is_due || !results.is_empty() {
                (last_sent, has_sent) = (Instant::now(), true);
                thread.send(results);
            }
        }
        ControlFlow::Continue(())
    });
    if let Some(complete) = complete {
        thread.send(complete);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::command::{Command, View};

    #[test]
    fn the_worker_finds_what_a_search_at_once_finds() {
        let dataset = Dataset::bundled();
        let index = Index::new(&dataset);
        let mut app = App::new(&dataset, ratatui::layout::Size::new(80, 24));
        let _ = app.update(Command::View(View::Search));
        for letter in "mental health".chars() {
            let _ = app.update(Command::Type(letter));
        }
        let request = app.views.search.request().clone();
        let at_once = app.views.search.hits.clone();
        let (thread, results) = JobThread::alone();
        answer(&request, &index, &dataset, &thread);
        let all = results.try_iter().last().expect("results were sent");
        assert!(all.is_complete());
        app.apply_search_results(all);
        assert!(app.views.search.hits == at_once && at_once.items().len() > 5);
    }
}
