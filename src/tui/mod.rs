//! The dashboard: a front end that uses the whole terminal.
//!
//! An event becomes a command, a command changes the state ([`app::App::update`]), views render the
//! state ([`view`]). There is one event loop, with one blocking wait; nothing runs while the program
//! is idle.

pub mod app;
mod dashboard;
mod event;
mod event_loop;
pub mod headless;
mod idle_timer;
pub mod layout;
mod loading;
pub mod log;
mod map_outline;
pub mod mouse;
pub mod picture;
pub mod state;
pub mod styles;
pub mod term;
mod tour;
pub mod view;
mod worker;

pub use event_loop::{EventLoop, ExitReason, SessionOptions};
pub use loading::LoadOutcome;
pub use tour::TourOptions;
