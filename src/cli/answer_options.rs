//! The options that commands share: the date and format of an answer, and filters.

use clap::Args;

use super::{
    error::CliError,
    file_arguments::FileArguments,
    filter_names::{check_wave, named_areas, partners_of, unambiguous_value},
    values::{FormatName, When, date, kinds, pounds, wave},
};
use crate::{
    dataset::{Dataset, Kind, PartialDate, Pounds},
    query::{filter::Filter, resolve, snapshot::Snapshot},
};

/// Options for the date and the format of an answer.
#[derive(Debug, Args)]
#[group(skip)]
#[command(next_help_heading = "Date, format and file of the answer")]
pub(crate) struct OutputArguments {
    /// Use only what was known at the end of this day, month or year: the state of knowledge. For example 9 October 2017, Oct 2017, 9/10/2017, 2017-10-09, 2017 or today
    #[arg(long, visible_alias = "known", value_name = "DATE", value_parser = date)]
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
    #[command(flatten)]
    pub(crate) file: FileArguments,
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
#[command(next_help_heading = "What to include")]
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
    /// Include only items that involve this partner; part of the name is enough. Also `charity`, for the partners that the dataset calls one
    #[arg(long, value_name = "NAME")]
    pub(crate) partner: Vec<String>,
    /// Include only facts of this kind
    #[arg(long, value_parser = kinds(), ignore_case = true, value_name = "KIND")]
    pub(crate) kind: Vec<Kind>,
    /// Include only items with a sum of money, of at least this much if you give one, for example £500,000, 500k or 0.5m
    #[arg(
        long, value_name = "SUM", value_parser = pounds, num_args = 0..=1, default_missing_value = "0"
    )]
    pub(crate) money: Option<Pounds>,
    /// Include only facts about this day, month or year: what happened then, or numbers of that time
    #[arg(long, visible_alias = "year", value_name = "DATE", value_parser = date)]
    pub(crate) period: Option<PartialDate>,
    /// Include only targets and actions due by this date
    #[arg(long, value_name = "DATE", value_parser = date)]
    pub(crate) by: Option<PartialDate>,
    /// Include only what became known on or after this day, or the first day of this month or year
    #[arg(long, value_name = "DATE", value_parser = date)]
    pub(crate) since: Option<PartialDate>,
    /// Include only sources that were published in this day, month or year, and what cites them
    #[arg(long, value_name = "DATE", value_parser = date)]
    pub(crate) published: Option<PartialDate>,
}

impl FilterArguments {
    /// Adds the areas that the words of a command name.
    pub(crate) fn add_areas(
        &mut self,
        dataset: &Dataset,
        typed: &[String],
    ) -> Result<(), CliError> {
        if !typed.is_empty() {
            let areas = named_areas(dataset, typed, usize::MAX)?;
            let ids = areas.iter().map(|&area| dataset.area(area).id.to_string());
            self.area.extend(ids);
        }
        Ok(())
    }

    /// Returns the filter, with names resolved in the dataset.
    ///
    /// # Errors
    /// If nothing has a name. The error has the values that are most like it, or all of them if they are few.
    pub(crate) fn into_filter(self, snapshot: Snapshot) -> Result<Filter, CliError> {
        let dataset = snapshot.dataset();
        let areas = self.area.iter().map(|typed| {
            let area = resolve::area(dataset, typed);
            let area = unambiguous_value(area, snapshot)?;
            Ok(dataset.area(area).id.clone())
        });
        let themes = self.theme.iter().map(|typed| {
            let theme = resolve::theme(dataset, typed);
            let theme = unambiguous_value(theme, snapshot)?;
            Ok(dataset.theme(theme).id.clone())
        });
        let regions = self.region.iter();
        let regions =
            regions.map(|typed| unambiguous_value(resolve::regions(snapshot, typed), snapshot));
        let partners = self.partner.iter();
        let partners = partners.map(|typed| partners_of(snapshot, typed));
        for &number in &self.wave {
            check_wave(snapshot, number)?;
        }
        Ok(Filter {
            areas: areas.collect::<Result<_, CliError>>()?,
            regions: regions.collect::<Result<Vec<_>, CliError>>()?.concat(),
            waves: self.wave,
            themes: themes.collect::<Result<_, CliError>>()?,
            partners: partners.collect::<Result<Vec<_>, CliError>>()?.concat(),
            kinds: self.kind,
            money: self.money,
            period: self.period,
            by: self.by,
            since: self.since,
            published: self.published,
        })
    }
}
