//! Answers as Office Open XML: workbooks (`.xlsx`) and documents (`.docx`).
//!
//! A file is a zip archive of XML files, called parts (ECMA-376). They are written one after the other, so a workbook with a
//! million rows needs no more memory than its answer. The same answer always gives the same bytes: the only dates in a file
//! are those of the data.

mod archive;
mod docx;
mod properties;
#[cfg(test)]
mod tests;
mod xlsx;
mod xml;

pub use docx::write_docx;
pub use xlsx::{write_dataset, write_xlsx};
