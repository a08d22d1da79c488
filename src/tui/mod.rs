//! The dashboard: a front end that uses the whole terminal.
//!
//! An event becomes a command, a command changes the state ([`app::App::update`]), the state is
//! rendered ([`screen`]). There is one event loop, with one blocking wait; nothing runs while the program
//! is idle.

mod action;
mod answer_worker;
pub mod app;
mod background_job;
mod count_request;
mod dashboard;
mod event;
mod event_loop;
pub mod headless;
mod history;
mod idle_timer;
mod idle_watch;
pub mod layout;
mod loading;
pub mod log;
pub(crate) mod map_shapes;
pub mod mouse;
mod mouse_targets;
mod overlays;
mod phase;
pub mod picture;
pub mod screen;
mod selectable_list;
mod speech;
pub mod styles;
mod symbols;
pub mod term;
mod tour;
mod views;
pub mod widgets;
mod worker;

pub use event_loop::{EventLoop, ExitReason, LoadOutcome, SessionOptions};
pub use idle_timer::{IdleState, IdleTimer};
pub use tour::TourOptions;
