//! The options that commands share: the date and format of an answer, and filters.

use clap::Args;

use super::{
    error::CliError,
    load::unambiguous,
    values::{FormatName, When, date, kinds, pounds, wave},
};
use crate::{
    dataset::{Dataset, Kind, PartialDate, Pounds},
    query::{filter::Filter, resolve, snapshot::Snapshot},
};

/// Options for the date and the format of an answer.
#[derive(Debug, Args)]
#[group(skip)]
pub(crate) struct OutputArguments {
    /// Use only what was known at the end of this day, month or year, for example '9 October 2017', 9/10/2017, 2017-10-09, 2018-01 or 2018
    #[arg(long, value_name = "DATE", value_parser = date)]
    pub(crate) as_of: Option<PartialDate>,
    /// Write the answer in this format
    #[arg(long, value_enum, ignore_case = true, default_value_t = FormatName::Text)]
    pub(crate) format: FormatName,
    /// Use bold and colour in text; `auto` does so on a terminal
    #[arg(long, value_enum, ignore_case = true, value_name = "WHEN", default_value_t = When::Auto)]
    pub(crate) color: When,
    /// Make web addresses in text clickable; `auto` does so on terminals known to support it
    #[arg(long, value_enum, ignore_case = true, value_name = "WHEN", default_value_t = When::Auto)]
    pub(crate) hyperlink: When,
}

impl OutputArguments {
    /// Returns the dataset as it was known on the date that was asked for.
    pub(crate) fn snapshot<'a>(&self, dataset: &'a Dataset) -> Snapshot<'a> {
        Snapshot::as_of(dataset, self.as_of)
    }
}

/// Options that narrow a list. An item must match every option; if an option has several values, one must match.
#[derive(Debug, Args)]
#[group(skip)]
pub(crate) struct FilterArguments {
    /// Include only this area
    #[arg(long, value_name = "AREA")]
    pub(crate) area: Vec<String>,
    /// Include only areas in this region; part of the name is enough
    #[arg(long, value_name = "REGION")]
    pub(crate) region: Vec<String>,
    /// Include only areas named in the first (1) or second (2) round
    #[arg(long, value_name = "NUMBER", value_parser = wave)]
    pub(crate) wave: Vec<u8>,
    /// Include only items with this theme
    #[arg(long, value_name = "THEME")]
    pub(crate) theme: Vec<String>,
    /// Include only items that involve this partner; part of the name is enough
    #[arg(long, value_name = "NAME")]
    pub(crate) partner: Vec<String>,
    /// Include only facts of this kind
    #[arg(long, value_parser = kinds(), ignore_case = true, value_name = "KIND")]
    pub(crate) kind: Vec<Kind>,
    /// Include only items with a sum of money, of at least this many pounds if you give a number
    #[arg(
        long, value_name = "POUNDS", value_parser = pounds, num_args = 0..=1, default_missing_value = "0"
    )]
    pub(crate) money: Option<u64>,
    /// Include only facts about this day, month or year
    #[arg(long, value_name = "DATE", value_parser = date)]
    pub(crate) period: Option<PartialDate>,
    /// Include only targets and actions due by this date
    #[arg(long, value_name = "DATE", value_parser = date)]
    pub(crate) by: Option<PartialDate>,
    /// Include only what became known on or after this day, or the first day of this month or year
    #[arg(long, value_name = "DATE", value_parser = date)]
    pub(crate) since: Option<PartialDate>,
}

impl FilterArguments {
    /// Returns the filter, with names resolved in the dataset.
    pub(crate) fn into_filter(self, snapshot: Snapshot) -> Result<Filter, CliError> {
        let dataset = snapshot.dataset();
        let areas = self.area.iter().map(|typed| {
            let area = unambiguous(resolve::area(dataset, typed))?;
            Ok(dataset.area(area).id.clone())
        });
        let themes = self.theme.iter().map(|typed| {
            let theme = unambiguous(resolve::theme(dataset, typed))?;
            Ok(dataset.theme(theme).id.clone())
        });
        let regions = self.region.iter();
        let regions = regions.map(|typed| unambiguous(resolve::regions(snapshot, typed)));
        let partners = self.partner.iter();
        let partners = partners.map(|typed| unambiguous(resolve::partners(snapshot, typed)));
        Ok(Filter {
            areas: areas.collect::<Result<_, CliError>>()?,
            regions: regions.collect::<Result<Vec<_>, CliError>>()?.concat(),
            waves: self.wave,
            themes: themes.collect::<Result<_, CliError>>()?,
            partners: partners.collect::<Result<Vec<_>, CliError>>()?.concat(),
            kinds: self.kind,
            money: self.money.map(Pounds),
            period: self.period,
            by: self.by,
            since: self.since,
        })
    }
}
