//! The file format: one struct for each block of the JSON file.
//!
//! The field names are the file's. The JSON Schema in `data/` is generated from these types and
//! their comments. Rules that concern more than one block, such as unique ids, are checked when a
//! dataset is loaded.

mod area;
mod citation;
mod document;
mod facts;
mod figure;
mod marks;
mod outcome;
mod priority;
mod programme;
#[cfg(test)]
mod schema;
mod source;
mod term;
mod wave;

pub use area::{Area, Board, Plan, Rank};
pub use citation::{Citation, Citations};
pub use document::{BUNDLED, Document, OLDEST_VERSION, SCHEMA, Theme, VERSION};
pub use facts::{Action, ActionStatus, Event, Money, Person, Statement};
pub use figure::{Figure, FigureBound, FigureRole, FigureUnit, Measure};
pub use marks::Marks;
pub use outcome::{Outcome, OutcomeStatus};
pub use priority::{Classification, LaterTitle, Priority, Target};
pub use programme::{NationalPartner, Programme, Scope, SharedAction, SharedFact};
pub use source::{DateProvenance, Source, SourceType, TitleProvenance};
pub use term::Term;
pub use wave::Wave;
