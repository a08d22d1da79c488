//! Opportunity areas: priorities, targets and actions, each with its source.
pub mod dataset;
