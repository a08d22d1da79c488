//! What is selected in each view, and what lies over it. A file a view; only [`super::app::App::update`] changes any of it.

pub mod areas;
pub mod compare;
pub mod date;
pub mod history;
pub mod map;
pub mod matrix;
pub mod overlay;
pub mod search;
pub mod selectable_list;
pub mod sources;
pub mod timeline;

use selectable_list::Motion;

use crate::{
    command::Command,
    query::{filter::Filter, snapshot::Snapshot},
};

/// What is looked at: as of which date, narrowed by what.
#[derive(Debug, Clone, Copy)]
pub struct Query<'a, 'f> {
    /// What was known.
    pub snapshot: Snapshot<'a>,
    /// What is asked for.
    pub filter: &'f Filter,
}

/// How far a command moves a selection; none if it moves something else.
pub(super) fn step_of(command: Command, page: isize) -> Option<Motion> {
    Some(match command {
        Command::Up => Motion::By(-1),
        Command::Down => Motion::By(1),
        Command::PageUp => Motion::By(-page),
        Command::PageDown => Motion::By(page),
        Command::First => Motion::First,
        Command::Last => Motion::Last,
        _ => return None,
    })
}
