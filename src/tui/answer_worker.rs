//! The answer workers: find the rows and the numbers of large datasets in background threads; the next key cancels them.

use std::{io, ops::ControlFlow};

use super::{
    app::App, background_job::BackgroundJob, count_request::CountRequest, log::log,
    overlays::FilterCounts,
};
use crate::{
    dataset::Dataset,
    query::{
        sources::{Publication, publications_while},
        table::{TableQuery, TableRows},
    },
};

/// Tells if an answer is still wanted.
type IsWanted<'p> = dyn FnMut() -> ControlFlow<()> + 'p;

/// Finds what a view or popup shows, if that is too much to find while a key waits.
struct AnswerWorker<Request, Answer> {
    name: &'static str,
    /// Returns what the app waits for.
    pending: for<'a> fn(&'a App<'static>) -> Option<&'a Request>,
    /// Answers a request, or nothing if the answer is no longer wanted.
    answer: fn(&Request, &'static Dataset, &mut IsWanted) -> Option<Answer>,
    /// Gives the answer to the app.
    apply: fn(&mut App<'static>, Answer),
    job: Option<BackgroundJob<Request, Answer>>,
}

impl<Request, Answer> AnswerWorker<Request, Answer>
where
    Request: Clone + PartialEq + Send + 'static,
    Answer: Send + 'static,
{
    /// Starts what the app waits for, stops what it no longer waits for, and gives the answer to the app. Returns true if
    /// there was one.
    fn poll(&mut self, app: &mut App<'static>) -> io::Result<bool> {
        let name = self.name;
        if self.job.as_ref().map(|job| &job.request) != (self.pending)(app) {
            if self.job.take().is_some() {
                log!("worker: {name} stopped");
            }
            if let Some(request) = (self.pending)(app) {
                log!("worker: {name} started");
                self.job = Some(self.spawn(request.clone(), app.dataset())?);
            }
        }
        let Some(answer) = self.job.as_ref().and_then(BackgroundJob::latest) else {
            return Ok(false);
        };
        if let Some(job) = self.job.take() {
            log!("worker: {name} done in {} ms", job.elapsed().as_millis());
        }
        (self.apply)(app, answer);
        Ok(true)
    }

    fn spawn(
        &self,
        request: Request,
        dataset: &'static Dataset,
    ) -> io::Result<BackgroundJob<Request, Answer>> {
        let answer = self.answer;
        BackgroundJob::spawn(self.name, request, move |request, thread| {
            let mut is_wanted = || {
                if thread.is_stopped() {
                    ControlFlow::Break(())
                } else {
                    ControlFlow::Continue(())
                }
            };
            if let Some(answer) = answer(request, dataset, &mut is_wanted) {
                thread.send(answer);
            }
        })
    }
}

/// The workers for all that is found in the background, apart from searches.
pub(super) struct AnswerWorkers {
    rows: AnswerWorker<TableQuery, TableRows>,
    publications: AnswerWorker<CountRequest, Vec<Publication<'static>>>,
    filter: AnswerWorker<CountRequest, FilterCounts>,
}

impl AnswerWorkers {
    /// Creates the workers. No thread starts before the app waits for something.
    pub(super) fn new() -> Self {
        Self {
            rows: AnswerWorker {
                name: "table",
                pending: App::pending_rows,
                answer: |query, dataset, is_wanted| query.rows_while(dataset, is_wanted),
                apply: App::apply_rows,
                job: None,
            },
            publications: AnswerWorker {
                name: "sources",
                pending: App::pending_publications,
                answer: |request, dataset, is_wanted| {
                    publications_while(request.snapshot(dataset), &request.filter, is_wanted)
                },
                apply: App::apply_publications,
                job: None,
            },
            filter: AnswerWorker {
                name: "filter",
                pending: App::pending_filter_counts,
                answer: |request, dataset, is_wanted| {
                    FilterCounts::new(request.snapshot(dataset), &request.filter, is_wanted)
                },
                apply: App::apply_filter_counts,
                job: None,
            },
        }
    }

    /// Returns true while something is being found.
    pub(super) fn is_busy(&self) -> bool {
        self.rows.job.is_some() || self.publications.job.is_some() || self.filter.job.is_some()
    }

    /// Starts, stops and takes what the app waits for. Returns true if there was an answer.
    ///
    /// # Errors
    /// If no thread can be started.
    pub(super) fn poll(&mut self, app: &mut App<'static>) -> io::Result<bool> {
        let rows = self.rows.poll(app)?;
        let publications = self.publications.poll(app)?;
        let filter = self.filter.poll(app)?;
        Ok(rows || publications || filter)
    }
}
