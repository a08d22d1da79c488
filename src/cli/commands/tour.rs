//! `oa tour`: a demonstration in the dashboard.

use clap::Args;

use crate::{
    cli::{
        arguments::Arguments, error::CliError, exit_status::ExitStatus, frontend, values::speed,
    },
    tui::TourOptions,
};

/// Show the views one after another, with captions, for demonstrations
///
/// Press Space to pause and to continue, and the arrow keys to step. Any other key ends the tour and leaves you in the dashboard.
#[derive(Debug, Args)]
#[group(skip)]
#[command(after_help = "Example: oa tour --speed 2")]
#[expect(
    clippy::struct_excessive_bools,
    reason = "each is an option of its own"
)]
pub(crate) struct TourArguments {
    /// Start again at the end
    #[arg(long = "loop")]
    repeat: bool,
    /// Go this many times faster than reading speed
    #[arg(long, default_value_t = 1.0, value_parser = speed)]
    speed: f64,
    /// Show only ASCII characters
    #[arg(long)]
    ascii: bool,
    /// Do not use the mouse
    #[arg(long)]
    no_mouse: bool,
    // Accepted only to say why it cannot be used.
    #[arg(long, hide = true)]
    plain: bool,
}

/// Opens the dashboard and starts the tour. Options may be given before or after the command.
pub(super) fn run(mut global: Arguments, tour: &TourArguments) -> Result<ExitStatus, CliError> {
    let &TourArguments {
        repeat,
        speed,
        ascii,
        no_mouse,
        plain,
    } = tour;
    // In the kiosk the administrator may have given the option, for people who cannot use the dashboard.
    if global.plain || plain {
        return Err(CliError::PlainTour);
    }
    if global.data.is_some() {
        return Err(CliError::TourOfOtherData);
    }
    global.ascii |= ascii;
    global.no_mouse |= no_mouse;
    frontend::dashboard(&global, Some(TourOptions { speed, repeat }))
}
