//! The data: types, file format, loading and checking. No clock, no terminal.
//!
//! Layers, from the bottom up; imports point down only:
//!
//! - `values`: dates, amounts, ids, text, indices.
//! - `format`: the blocks of the JSON file.
//! - `store`: a loaded [`Dataset`], with access by index and by reference.
//! - [`load`]: reading, checking, and messages about what is wrong with a file.

mod format;
pub mod load;
mod store;
mod values;

pub use format::{
    Action, ActionStatus, Area, BUNDLED, Board, Citation, Citations, Classification,
    DateProvenance, Document, Event, Figure, FigureBound, FigureRole, FigureUnit, LaterTitle,
    Marks, Measure, Money, NationalPartner, OLDEST_VERSION, Outcome, OutcomeStatus, Person, Plan,
    Priority, Programme, Rank, SCHEMA, Scope, SharedAction, SharedFact, Source, SourceType,
    Statement, Target, Term, Theme, TitleProvenance, VERSION, Wave,
};
pub use load::{Diagnostic, FilePosition, LoadError, LoadProgress, Severity, Warnings};
pub use store::{
    Dataset, Fact, FactData, FactIndex, Item, ItemIndex, Kind, Owner, OwnerIndex, visit_count,
};
pub use values::{
    Amount, AreaId, AreaIndex, Authority, Bound, DataBox, DataList, Date, GeoPosition,
    GeographyNotes, GssCode, InvalidText, Latitude, Longitude, MAX_TEXT_LEN, MeasureId, OutOfRange,
    ParseDateError, ParseGssCodeError, ParseIdError, ParseWebAddressError, PartialDate, Period,
    Pounds, PriorityIndex, Quantity, RESERVED_IDS, Reference, SafeText, SourceId, SourceIndex,
    TermId, TermIndex, ThemeId, ThemeIndex, WebAddress, month_of, short_month,
};
