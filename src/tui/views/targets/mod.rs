//! The targets: measure, goal and outcome of each, by area, theme or outcome.

mod columns;
mod gauge_bar;
mod heading;
mod list;
mod speech;
mod target_detail;
#[cfg(test)]
mod tests;
mod view;

pub(crate) use view::TargetsView;
