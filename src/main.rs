//! The `oa` program. Everything it does is in [`opportunity_areas::cli`].

use std::process::ExitCode;

fn main() -> ExitCode {
    opportunity_areas::cli::main()
}
