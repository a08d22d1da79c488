//! Questions and their answers: no I/O, no widgets. What the dashboard shows and the shell prints comes from here.

pub mod describe;
pub mod known;
pub mod outline;
pub mod world;
