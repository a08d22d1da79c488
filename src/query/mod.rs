//! Questions and their answers, without I/O or widgets. The dashboard, the dialogue and the command
//! line all answer from here.

pub mod area_money;
pub mod chairs;
pub mod citation_counter;
pub mod comparable_money;
pub mod compared_facts;
pub mod comparison;
pub mod coverage;
pub mod deadline;
pub mod describe;
pub mod digest;
pub mod empty_cell;
pub mod facet_options;
pub mod facets;
pub mod fact_counts;
pub mod fact_group;
pub mod filter;
pub mod filter_words;
pub mod gauge;
pub mod geography;
pub mod matrix;
pub mod news;
pub mod outcome;
pub mod outcome_counts;
pub mod outline;
pub mod provenance;
pub mod ranks;
pub mod resolve;
pub mod search;
pub mod snapshot;
pub mod sources;
pub mod table;
pub mod targets;
pub mod timeline;
pub mod typed_date;
pub mod typed_money;
mod wave;
