//! Opportunity areas: the priorities, targets and actions of a programme's areas, each with its source.
//!
//! Layers, from the bottom up; imports point down only:
//!
//! - [`dataset`]: what is known. Types, loading, checking.
//! - [`query`]: questions. No I/O, no widgets.
//! - [`command`]: the table of what a user can do, its words and keys.
//! - [`report`]: answers on standard output as text, Markdown, HTML, CSV and JSON, a face over `query`.
//! - [`tui`]: the dashboard, a face over `query` and `command`.
//! - [`dialogue`]: the same as a dialogue in lines, a face over `query` and `command`.
//!
//! [`text`] measures, wraps and sanitizes text for every layer.
//!
//! Whoever has another programme to browse writes it as JSON ([`dataset::load::SCHEMA`] describes it) and loads it with
//! [`dataset::Dataset::from_file`]; everything else is the same. To load, to ask as of a date, to print:
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
//!     let plan = if snapshot.plan(area).is_some() { "published" } else { "awaited" };
//!     println!("{}: plan {plan}, {} priorities known", about.name, snapshot.priorities(area).count());
//! }
//! let latest = events(snapshot, &Filter::default(), ProgrammeEvents::Include).last().copied();
//! let (_, event) = latest.expect("something had happened by then");
//! println!("{}: {} ({})", event.date, event.what, dataset.source(&event.cites[0].source).title);
//! assert_eq!(dataset.areas().filter(|(area, _)| snapshot.plan(*area).is_some()).count(), 6);
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

// They panic where nobody reads any more: at a terminal that has gone away, say.
#![warn(clippy::print_stdout, clippy::print_stderr)]

pub mod command;
pub mod dataset;
pub mod dialogue;
pub mod query;
pub mod report;
pub mod text;
pub mod tui;

pub use text as fit;
