//! The thing that a user means by a name: equal names first, then names that begin alike.
//!
//! Each function is for one kind of thing, and only things of that kind match. Errors name the most
//! similar one.

mod choose;
mod error;
mod facet_name;
mod item;
mod list;
mod name_key;
mod partner_kind;

pub use error::{AmbiguousName, NameKind};
pub use facet_name::{facet_option, partners, regions};
pub use item::{area, area_or_theme, resolve, term, theme};
pub use list::{areas, areas_and_themes};
pub use partner_kind::{partner_kind, partners_called};
