//! The command line.

use std::path::PathBuf;

use clap::Parser;

/// England's opportunity areas: priorities, targets and actions, each with its source.
///
/// Opens a dashboard in the terminal. Keys: arrows, Tab and Enter to browse, ? for help, q to quit.
#[derive(Debug, Parser)]
#[command(name = "oa", version, after_help = "Example: oa oldham/3 opens the third priority of Oldham's plan.")]
pub(crate) struct Arguments {
    /// Where to open: an area, a priority or a fact, as in `oldham`, `oldham/3`, `oldham/3/mental-health-first-aid`
    pub(crate) reference: Option<String>,

    /// Open another dataset: a JSON file, or - for standard input
    #[arg(long, value_name = "FILE")]
    pub(crate) data: Option<PathBuf>,
}
