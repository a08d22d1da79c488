//! Every fact as a row of a table that can be sorted by any column and filtered by words.

mod cells;
mod columns;
mod named_area;
mod order;
mod row_filter;
mod rows;

pub use cells::{fact_text, first_publisher, kind_word, source_count};
pub use columns::TableColumn;
pub use named_area::NamedArea;
pub use order::TableOrder;
pub use row_filter::RowFilter;
pub use rows::{PROGRAMME, TableQuery, TableRows};
