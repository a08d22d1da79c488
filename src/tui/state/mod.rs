//! What is selected in each view, and what lies over it. A file a view; only [`super::app::App::update`] changes any of it.

pub mod areas;
pub mod compare;
pub mod date;
pub mod map;
pub mod matrix;
pub mod over;
pub mod places;
pub mod search;
pub mod selection;
pub mod sources;
pub mod timeline;

use selection::Step;

use crate::{
    command::Command,
    query::{filter::Filter, world::World},
};

/// What is looked at: as of which date, narrowed by what.
#[derive(Debug, Clone, Copy)]
pub struct Lens<'a, 'f> {
    /// What was known.
    pub world: World<'a>,
    /// What is asked for.
    pub filter: &'f Filter,
}

/// How far a command moves a selection; none if it moves something else.
pub(super) fn step_of(command: Command, page: isize) -> Option<Step> {
    Some(match command {
        Command::Up => Step::By(-1),
        Command::Down => Step::By(1),
        Command::PageUp => Step::By(-page),
        Command::PageDown => Step::By(page),
        Command::First => Step::First,
        Command::Last => Step::Last,
        _ => return None,
    })
}
