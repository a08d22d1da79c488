//! The priorities, targets and actions of England's opportunity areas, each with its source.
//!
//! # Layers
//!
//! From the bottom up. Imports point down only.
//!
//! - [`text`]: width, wrapping and sanitizing of text.
//! - [`dataset`]: the data. Types, loading, checking.
//! - [`query`]: questions about the data. No I/O, no widgets.
//! - [`report`]: answers as text, Markdown, HTML, CSV, JSON, workbooks and documents.
//! - `command`: the table of what a user can do, with words and keys.
//! - `tui` and `dialogue`: the dashboard, and the same in plain lines.
//! - `cli`: the `oa` program, which chooses between them.
//!
//! # Features
//!
//! All are on by default. Without them the library needs no crate for terminals or arguments: it is `text`, `dataset`,
//! `query` and `report`. What `report` needs, error messages of `dataset` need as well.
//!
//! - `office`: workbooks and documents, in `report`.
//! - `tui`: `command` and `tui`, with ratatui and crossterm.
//! - `cli`: `cli` and `dialogue`, with clap. It includes `tui`: the program always has its dashboard.
//!
//! # Example
//!
//! To browse another programme, write it as JSON (see [`dataset::SCHEMA`]) and load it with
//! [`dataset::Dataset::from_file`]. This loads the bundled dataset, and prints what was known on a date:
//!
//! ```
//! use opportunity_areas::{
//!     dataset::{Dataset, PartialDate},
//!     query::{filter::Filter, timeline::{ProgrammeEvents, events}, snapshot::Snapshot},
//! };
//!
//! let dataset = Dataset::bundled();
//! let date: PartialDate = "2017-10-09".parse()?;
//! let snapshot = Snapshot::as_of(&dataset, date);
//! for (area, about) in dataset.areas() {
//!     let plan = if snapshot.plan(area).is_some() { "published" } else { "not yet published" };
//!     println!("{}: plan {plan}, {} priorities known", about.name, snapshot.priorities(area).count());
//! }
//! let latest = events(snapshot, &Filter::default(), ProgrammeEvents::Include).last().copied();
//! let (_, event) = latest.expect("something had happened by then");
//! println!("{}: {} ({})", event.date, event.what, dataset.source(event.cites[0].source_index()).title);
//! assert_eq!(dataset.areas().filter(|(area, _)| snapshot.plan(*area).is_some()).count(), 6);
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

// `println!` and `eprintln!` panic if the pipe is closed or the terminal is gone.
#![warn(clippy::print_stdout, clippy::print_stderr)]

#[cfg(feature = "cli")]
pub mod cli;
#[cfg(feature = "tui")]
pub mod command;
pub mod dataset;
#[cfg(feature = "cli")]
pub mod dialogue;
pub mod query;
pub mod report;
mod sort;
pub mod text;
#[cfg(feature = "tui")]
pub mod tui;
