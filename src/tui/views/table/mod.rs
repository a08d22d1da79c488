//! The table: every fact as a row, sorted by any column, filtered by the words that are typed.

mod columns;
mod detail;
mod heading;
mod list;
mod speech;
#[cfg(test)]
mod tests;
mod view;

pub(crate) use view::TableView;
