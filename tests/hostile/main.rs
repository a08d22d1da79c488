//! Text that is made to do harm: in arguments, requests, datasets and names, and in every format and view.
//!
//! `tests/data/public` says where the public test data comes from.

mod json;
mod messages;
mod strings;
