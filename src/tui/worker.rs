//! What takes longer than a key may: done in a thread of its own, which the next key stops.

use std::{
    io,
    ops::ControlFlow,
    sync::{
        Arc, OnceLock,
        atomic::{AtomicBool, Ordering},
        mpsc::{self, Receiver, Sender},
    },
    thread,
    time::{Duration, Instant},
};

use super::{
    app::App,
    state::search::{SearchRequest, SearchResults, in_background},
};
use crate::{dataset::Dataset, query::search::Index};

/// While something is being found, so often it is looked what was.
pub(super) const BETWEEN_LOOKS: Duration = Duration::from_millis(10);
/// So often it is told what was found so far.
const BETWEEN_TOLD: Duration = Duration::from_millis(30);

/// The search in a dataset that is too large to answer at once.
#[derive(Debug)]
pub(super) struct SearchWorker {
    dataset: &'static Dataset,
    index: Arc<OnceLock<Index>>,
    job: Option<SearchJob>,
}

/// A question that is being answered. Dropping it stops the thread.
#[derive(Debug)]
struct SearchJob {
    wanted: SearchRequest,
    stop: Arc<AtomicBool>,
    found: Receiver<SearchResults>,
}

impl Drop for SearchJob {
    fn drop(&mut self) {
        self.stop.store(true, Ordering::Relaxed);
    }
}

impl SearchWorker {
    /// Begins to take in the words of a dataset if it is large, so that the first question is answered soon.
    ///
    /// # Errors
    /// If there can be no thread.
    pub(super) fn new(dataset: &'static Dataset) -> io::Result<Self> {
        let work = Self {
            dataset,
            index: Arc::default(),
            job: None,
        };
        if in_background(dataset) {
            let index = Arc::clone(&work.index);
            thread::Builder::new().spawn(move || _ = index.get_or_init(|| Index::new(dataset)))?;
        }
        Ok(work)
    }

    /// Whether something is being found.
    pub(super) fn is_busy(&self) -> bool {
        self.job.is_some()
    }

    /// Begins what is wanted, stops what no longer is, gives what was found; says whether anything was.
    ///
    /// # Errors
    /// If there can be no thread.
    pub(super) fn follow(&mut self, app: &mut App) -> io::Result<bool> {
        if self.job.as_ref().map(|job| &job.wanted) != app.search.wanted() {
            self.job = None;
            self.job = app
                .search
                .wanted()
                .map(|wanted| self.begin(wanted.clone()))
                .transpose()?;
        }
        let Some(found) = self
            .job
            .as_ref()
            .and_then(|job| job.found.try_iter().last())
        else {
            return Ok(false);
        };
        if found.is_complete() {
            self.job = None;
        }
        app.search.take(found);
        Ok(true)
    }

    fn begin(&self, wanted: SearchRequest) -> io::Result<SearchJob> {
        let (tell, found) = mpsc::channel();
        let stop = Arc::new(AtomicBool::new(false));
        let job = SearchJob {
            wanted: wanted.clone(),
            stop: Arc::clone(&stop),
            found,
        };
        let (index, dataset) = (Arc::clone(&self.index), self.dataset);
        thread::Builder::new().spawn(move || {
            answer(
                &wanted,
                index.get_or_init(|| Index::new(dataset)),
                dataset,
                &stop,
                &tell,
            );
        })?;
        Ok(job)
    }
}

/// Answers, and tells what was found so far from time to time.
fn answer(
    wanted: &SearchRequest,
    index: &Index,
    dataset: &Dataset,
    stop: &AtomicBool,
    tell: &Sender<SearchResults>,
) {
    let mut told = Instant::now();
    let all = wanted.answer(index, dataset, |so_far| {
        if stop.load(Ordering::Relaxed) {
            return ControlFlow::Break(());
        }
        if told.elapsed() >= BETWEEN_TOLD {
            told = Instant::now();
            // If nobody listens any more the next look stops it.
            let _ = tell.send(so_far());
        }
        ControlFlow::Continue(())
    });
    if let Some(all) = all {
        let _ = tell.send(all);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_found_elsewhere_is_what_would_be_found_at_once() {
        let dataset = Dataset::bundled();
        let index = Index::new(&dataset);
        let mut app = App::new(&dataset, ratatui::layout::Size::new(80, 24));
        let _ = app.update(crate::command::Command::View(crate::command::View::Search));
        for letter in "mental health".chars() {
            let _ = app.update(crate::command::Command::Type(letter));
        }
        let wanted = app.search.asked().clone();
        let before = app.search.hits.clone();
        let (tell, found) = mpsc::channel();
        answer(&wanted, &index, &dataset, &AtomicBool::new(false), &tell);
        let all = found.try_iter().last().expect("it was told");
        assert!(all.is_complete());
        app.search.take(all);
        assert!(app.search.hits == before && before.items().len() > 5);
    }
}
