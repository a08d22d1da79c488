//! `oa tour`: a demonstration in the dashboard.

use clap::Args;

use crate::cli::values::speed;

/// Show the views one after another, with captions, for demonstrations
///
/// Press Space to pause and to continue, and the arrow keys to step. Any other key ends the tour and leaves you in the dashboard.
#[derive(Debug, Args)]
#[group(skip)]
#[command(after_help = "Example: oa tour --speed 2")]
pub(crate) struct TourArguments {
    /// Start again at the end
    #[arg(long = "loop")]
    pub(in crate::cli) repeat: bool,
    /// Go this many times faster than reading speed
    #[arg(long, default_value_t = 1.0, value_parser = speed)]
    pub(in crate::cli) speed: f64,
    /// Do not use the mouse
    #[arg(long)]
    pub(in crate::cli) no_mouse: bool,
    // Accepted only to say why it cannot be used.
    #[arg(long, hide = true)]
    pub(in crate::cli) plain: bool,
}
