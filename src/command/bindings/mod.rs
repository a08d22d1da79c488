//! The table that binds commands to keys: one file for each group, in the order in which the help lists them.

mod binding;
mod modes;
mod movement;
mod open;
mod shared;
mod table;
mod terminal;
mod text_input;
mod view_specific;
mod views;

pub use binding::Binding;
pub use table::{bindings, bindings_for, commands_for};
