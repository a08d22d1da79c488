//! The options that commands with a table share: its columns, its order and the number of its rows.

use clap::Args;

use super::{error::CliError, values::count};
use crate::report::{Arrangement, Page};

/// Options for a table.
#[derive(Debug, Args)]
#[group(skip)]
#[command(next_help_heading = "Rows and columns")]
pub(crate) struct TableArguments {
    /// Add the source and the reference, and cut no text short
    #[arg(long)]
    pub(crate) wide: bool,
    /// Show only these columns, with commas between them, in this order. A name that no column has lists them all
    #[arg(long, value_name = "COLUMNS", value_delimiter = ',')]
    columns: Vec<String>,
    /// Sort by this column, such as money, date, area or rank. With a minus sign before it the largest comes first: -money
    #[arg(long, value_name = "COLUMN", allow_hyphen_values = true)]
    sort: Option<String>,
    /// Show at most this many rows
    #[arg(long, alias = "most", value_name = "NUMBER", value_parser = count)]
    pub(crate) limit: Option<usize>,
}

impl TableArguments {
    /// Returns the page with its table as it was asked for.
    ///
    /// # Errors
    /// If a column does not exist.
    pub(crate) fn arrange(&self, mut page: Page) -> Result<Page, CliError> {
        page.arrange(&Arrangement {
            columns: self.columns.clone(),
            sort: self.sort.clone(),
            limit: self.limit,
        })?;
        Ok(page)
    }
}
