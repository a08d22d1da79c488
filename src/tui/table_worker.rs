//! The table worker: filters and sorts the rows of large datasets in a background thread; the next key cancels it.

use std::{io, ops::ControlFlow};

use super::{app::App, background_job::BackgroundJob, log::log};
use crate::{
    dataset::Dataset,
    query::table::{TableQuery, TableRows},
};

/// Finds the rows of a table that is too large to be sorted while a key waits.
#[derive(Debug)]
pub(super) struct TableWorker {
    dataset: &'static Dataset,
    job: Option<BackgroundJob<TableQuery, TableRows>>,
}

impl TableWorker {
    /// Creates the worker.
    pub(super) fn new(dataset: &'static Dataset) -> Self {
        Self { dataset, job: None }
    }

    /// Returns true while rows are being found.
    pub(super) fn is_busy(&self) -> bool {
        self.job.is_some()
    }

    /// Starts the query that the app waits for, stops one that it no longer waits for, and gives rows to the app. Returns
    /// true if there were rows.
    ///
    /// # Errors
    /// If no thread can be started.
    pub(super) fn poll(&mut self, app: &mut App) -> io::Result<bool> {
        if self.job.as_ref().map(|job| &job.request) != app.pending_rows() {
            if self.job.take().is_some() {
                log!("worker: table stopped");
            }
            self.job = app
                .pending_rows()
                .map(|query| self.spawn(query.clone()))
                .transpose()?;
        }
        let Some(rows) = self.job.as_ref().and_then(BackgroundJob::latest) else {
            return Ok(false);
        };
        if let Some(job) = self.job.take() {
            log!("worker: table done in {} ms", job.elapsed().as_millis());
        }
        app.apply_rows(rows);
        Ok(true)
    }

    fn spawn(&self, query: TableQuery) -> io::Result<BackgroundJob<TableQuery, TableRows>> {
        log!("worker: table started");
        let dataset = self.dataset;
        BackgroundJob::spawn("table", query, move |query, thread| {
            let rows = query.rows_while(dataset, || {
                if thread.is_stopped() {
                    ControlFlow::Break(())
                } else {
                    ControlFlow::Continue(())
                }
            });
            if let Some(rows) = rows {
                thread.send(rows);
            }
        })
    }
}
