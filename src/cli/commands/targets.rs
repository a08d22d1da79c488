//! `oa targets`: what was promised by when, and what came of it.

use clap::{Args, ValueEnum};

use crate::{
    cli::{
        answer_options::{FilterArguments, OutputArguments},
        answer_output::print_table,
        error::CliError,
        exit_status::ExitStatus,
        table_options::TableArguments,
    },
    dataset::{Dataset, OutcomeStatus},
    query::targets::TargetGrouping,
    report::answer::targets,
};

/// List the targets with their outcomes, and count them
#[derive(Debug, Args)]
#[group(skip)]
#[command(
    after_help = "Examples:\n  oa targets --outcome met\n  oa targets --theme maths --group outcome"
)]
pub(crate) struct TargetsArguments {
    /// Include only targets with this outcome. `not-known` means that no source says what came of them
    #[arg(long, value_enum, ignore_case = true, value_name = "OUTCOME")]
    outcome: Vec<OutcomeName>,
    /// Put targets together by this
    #[arg(long, value_enum, ignore_case = true, value_name = "GROUP", default_value_t = GroupName::Area)]
    group: GroupName,
    #[command(flatten)]
    table: TableArguments,
    #[command(flatten)]
    filter: FilterArguments,
    #[command(flatten)]
    pub(super) output: OutputArguments,
}

/// Outcomes of targets.
#[derive(Debug, Clone, Copy, ValueEnum)]
enum OutcomeName {
    Met,
    PartlyMet,
    InProgress,
    NotMet,
    NotKnown,
}

impl From<OutcomeName> for Option<OutcomeStatus> {
    fn from(name: OutcomeName) -> Self {
        match name {
            OutcomeName::Met => Some(OutcomeStatus::Met),
            OutcomeName::PartlyMet => Some(OutcomeStatus::PartlyMet),
            OutcomeName::InProgress => Some(OutcomeStatus::InProgress),
            OutcomeName::NotMet => Some(OutcomeStatus::NotMet),
            OutcomeName::NotKnown => None,
        }
    }
}

/// Groups of targets.
#[derive(Debug, Clone, Copy, ValueEnum)]
enum GroupName {
    Area,
    Theme,
    Outcome,
}

impl From<GroupName> for TargetGrouping {
    fn from(name: GroupName) -> Self {
        match name {
            GroupName::Area => Self::Area,
            GroupName::Theme => Self::Theme,
            GroupName::Outcome => Self::Outcome,
        }
    }
}

/// Prints the targets.
pub(in crate::cli) fn run(
    dataset: &Dataset,
    arguments: TargetsArguments,
) -> Result<ExitStatus, CliError> {
    let snapshot = arguments.output.snapshot(dataset);
    let filter = arguments.filter.into_filter(snapshot)?;
    let outcomes: Vec<Option<OutcomeStatus>> =
        arguments.outcome.into_iter().map(Into::into).collect();
    let page = targets::targets_with(snapshot, &filter, arguments.group.into(), &outcomes);
    print_table(snapshot, page, &arguments.output, &arguments.table)
}
