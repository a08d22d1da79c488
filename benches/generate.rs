//! Writes a dataset to measure with to standard output: `cargo run --release --example generate -- 10000 > large.json`.

#[expect(dead_code, reason = "benches and tests use more of it")]
mod generator;

use std::{
    io::{self, BufWriter, Write},
    process::ExitCode,
};

fn main() -> ExitCode {
    let Some(size) = std::env::args().nth(1).as_deref().and_then(generator::size) else {
        eprintln!("generate: say how many times larger than the bundled dataset: 100 or 10000");
        return ExitCode::from(2);
    };
    let mut out = BufWriter::new(io::stdout().lock());
    match generator::write(size, &mut out).and_then(|()| out.flush()) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("generate: can't write: {error}");
            ExitCode::FAILURE
        }
    }
}
