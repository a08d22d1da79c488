//! Value types: dates, amounts of money, ids, text, positions and indices. They know nothing of the
//! file format.

mod amount;
mod data_list;
mod date;
mod geography;
mod id;
mod index;
mod month_names;
mod packed_date;
mod period;
mod quantity;
pub(in crate::dataset) mod strict;
mod string_type;
mod text;
mod web_address;
pub(in crate::dataset) mod word_enum;

pub use amount::{Amount, Bound, Pounds};
pub use data_list::{DataBox, DataList};
pub use date::{Date, OutOfRange, ParseDateError, PartialDate};
pub use geography::{
    Authority, GeoPosition, GeographyNotes, GssCode, Latitude, Longitude, ParseGssCodeError,
};
pub use id::{AreaId, MeasureId, ParseIdError, RESERVED_IDS, Reference, SourceId, TermId, ThemeId};
pub(in crate::dataset) use index::to_u32;
pub use index::{AreaIndex, PriorityIndex, SourceIndex, TermIndex, ThemeIndex};
pub use month_names::{month_of, short_month};
pub(in crate::dataset) use packed_date::PackedDate;
pub use period::Period;
pub use quantity::Quantity;
pub(in crate::dataset) use strict::strict_type;
pub use text::{InvalidText, MAX_TEXT_LEN, SafeText};
pub use web_address::{ParseWebAddressError, WebAddress};
pub(in crate::dataset) use word_enum::word_enum;
