//! Value types: dates, amounts of money, ids, text, positions and indices. They know nothing of the
//! file format.

mod amount;
mod date;
mod geography;
mod id;
mod index;
mod interning;
mod quantity;
pub(in crate::dataset) mod strict;
mod string_type;
mod text;
mod web_address;

pub use amount::{Amount, Bound, Pounds};
pub use date::{Date, OutOfRange, ParseDateError, PartialDate, Period, month_of, short_month};
pub use geography::{
    Authority, GeoPosition, GeographyNotes, GssCode, Latitude, Longitude, ParseGssCodeError,
};
pub use id::{AreaId, MeasureId, ParseIdError, RESERVED_IDS, Reference, SourceId, TermId, ThemeId};
pub(in crate::dataset) use index::to_u32;
pub use index::{AreaIndex, PriorityIndex, SourceIndex, TermIndex, ThemeIndex};
pub use interning::BUNDLED;
pub use quantity::Quantity;
pub(in crate::dataset) use strict::strict_type;
pub use text::{InvalidText, MAX_TEXT_LEN, SafeText};
pub use web_address::{ParseWebAddressError, WebAddress};
