//! Questions and their answers: no I/O, no widgets. What the dashboard shows and the shell prints comes from here.

pub mod choices;
pub mod describe;
pub mod facets;
pub mod filter;
pub mod geography;
pub mod matrix;
pub mod outline;
pub mod provenance;
pub mod resolve;
pub mod search;
pub mod snapshot;
pub mod sources;
pub mod timeline;
