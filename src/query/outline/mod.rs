//! The three levels of browsing: areas, their priorities, and the facts of each.

mod level;
mod lists;
mod path;

pub use level::{AreaRow, FactRow, FactScope, PriorityRow, ProgrammeSection};
pub(crate) use lists::counts_beside_targets;
pub use lists::{area_rows, fact_rows, priority_rows};
pub use path::path_to;
