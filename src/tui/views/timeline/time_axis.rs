//! The axis of time: the columns of dates, and the years, months or days on it.

use crate::{dataset::short_month, text::text_width};

/// The part of the time that the timeline shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) enum TimeZoom {
    /// All years with events.
    #[default]
    All,
    /// The year of the selected event.
    Year,
    /// The month of the selected event.
    Month,
}

impl TimeZoom {
    /// Returns the next shorter time; none after the shortest.
    pub(super) fn zoomed_in(self) -> Option<Self> {
        match self {
            Self::All => Some(Self::Year),
            Self::Year => Some(Self::Month),
            Self::Month => None,
        }
    }

    /// Returns the next longer time; none after the longest.
    pub(super) fn zoomed_out(self) -> Option<Self> {
        match self {
            Self::All => None,
            Self::Year => Some(Self::All),
            Self::Month => Some(Self::Year),
        }
    }

    /// Returns the window that shows a time. `all` is that of all years.
    pub(super) fn window(self, all: TimeWindow, time: f64) -> TimeWindow {
        let length = match self {
            Self::All => return all,
            Self::Year => 1.0,
            Self::Month => MONTH,
        };
        // A little more, so that the first of a month is not the last of the one before.
        let from = (time / length + 1e-6).floor() * length;
        TimeWindow {
            from,
            to: from + length,
        }
    }
}

/// A month in years, as [`crate::dataset::Date::years`] counts.
const MONTH: f64 = 1.0 / 12.0;
/// A day in years, likewise.
const DAY: f64 = 1.0 / 372.0;

/// A time between two others, in years.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct TimeWindow {
    pub(super) from: f64,
    /// The end, which is not part of it.
    pub(super) to: f64,
}

impl TimeWindow {
    /// Returns the whole years around some times; nothing without times.
    pub(super) fn around(times: impl Iterator<Item = f64>) -> Option<Self> {
        let (from, to) = times.fold((f64::INFINITY, f64::NEG_INFINITY), |(from, to), time| {
            (from.min(time), to.max(time))
        });
        (from <= to).then(|| Self {
            from: from.floor(),
            to: to.floor() + 1.0,
        })
    }

    fn length(self) -> f64 {
        self.to - self.from
    }
}

/// A window on some columns.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct TimeAxis {
    pub(super) window: TimeWindow,
    pub(super) columns: u16,
}

/// A division of the axis: its column and its name; no name where there is no room.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct AxisTick {
    pub(super) column: u16,
    pub(super) label: Option<String>,
}

impl TimeAxis {
    /// Returns the column of a time, if it is in the window.
    pub(super) fn column(self, time: f64) -> Option<u16> {
        let fraction = (time - self.window.from) / self.window.length();
        // The first day of a month is where the month before ends, but for the last digits.
        let fraction = if fraction.abs() < 1e-9 { 0.0 } else { fraction };
        ((0.0..1.0).contains(&fraction) && self.columns > 0).then(|| self.cell(fraction))
    }

    /// Returns the columns of a time span, as far as it is in the window.
    pub(super) fn span(self, (from, to): (f64, f64)) -> std::ops::Range<u16> {
        let end = |time: f64| {
            let fraction = (time - self.window.from) / self.window.length();
            let columns = fraction.clamp(0.0, 1.0) * f64::from(self.columns);
            whole(columns.round())
        };
        end(from)..end(to)
    }

    fn cell(self, fraction: f64) -> u16 {
        whole(fraction * f64::from(self.columns)).min(self.columns - 1)
    }

    /// Returns the divisions: years, months or days. As many have names as there is room for, at even distances.
    pub(super) fn ticks(self) -> Vec<AxisTick> {
        let unit = AxisUnit::of(self.window);
        let step = unit.years();
        let count = whole((self.window.length() / step).round());
        let room = f64::from(self.columns) / self.window.length() * step;
        let is_short = unit == AxisUnit::Year && room < YEAR_WIDTH;
        let width = match unit {
            AxisUnit::Year if is_short => SHORT_YEAR_WIDTH,
            AxisUnit::Year => YEAR_WIDTH,
            AxisUnit::Month => MONTH_WIDTH,
            AxisUnit::Day => DAY_WIDTH,
        };
        let intervals = unit.intervals().iter().copied();
        let every = intervals
            .filter(|&every| f64::from(every) * room >= width)
            .min()
            .unwrap_or(u16::MAX);
        let ticks = (0..count).filter_map(|index| {
            let time = self.window.from + f64::from(index) * step;
            let column = self.column(time)?;
            // Its middle is in the division whatever the last digits of its start.
            let number = unit.number(time + step / 2.0);
            let text = unit.label(number, is_short);
            let end = usize::from(column) + text_width(&text);
            let has_label = unit.has_label(number, every) && end <= usize::from(self.columns);
            let label = has_label.then_some(text);
            // Lines that are closer would look like a pattern.
            (label.is_some() || room >= MIN_LINE_DISTANCE).then_some(AxisTick { column, label })
        });
        ticks.collect()
    }
}

/// The widths of labels with the blank after them.
const YEAR_WIDTH: f64 = 5.0;
const SHORT_YEAR_WIDTH: f64 = 4.0;
const MONTH_WIDTH: f64 = 4.0;
const DAY_WIDTH: f64 = 3.0;
/// The least distance between lines without labels.
const MIN_LINE_DISTANCE: f64 = 2.0;

/// The divisions of an axis.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum AxisUnit {
    Year,
    Month,
    Day,
}

impl AxisUnit {
    /// Returns the divisions of a window.
    fn of(window: TimeWindow) -> Self {
        if window.length() > 1.5 {
            Self::Year
        } else if window.length() > 1.5 * MONTH {
            Self::Month
        } else {
            Self::Day
        }
    }

    /// Returns the length in years.
    fn years(self) -> f64 {
        match self {
            Self::Year => 1.0,
            Self::Month => MONTH,
            Self::Day => DAY,
        }
    }

    /// Returns the intervals at which divisions can have labels.
    fn intervals(self) -> &'static [u16] {
        match self {
            Self::Year => &[1, 2, 5, 10, 20, 50, 100, 200, 500, 1000],
            Self::Month => &[1, 3, 6],
            Self::Day => &[1, 5, 10],
        }
    }

    /// Returns the number of the division that has a time: the year, the month from 0, the day from 1.
    fn number(self, time: f64) -> u16 {
        match self {
            Self::Year => whole(time.floor()),
            Self::Month => whole(time.fract() * 12.0).min(11),
            Self::Day => whole((time * 12.0).fract() * 31.0) + 1,
        }
    }

    fn has_label(self, number: u16, every: u16) -> bool {
        // With the first day, no other until the fifth.
        number.is_multiple_of(every) || (self == Self::Day && number == 1)
    }

    fn label(self, number: u16, is_short: bool) -> String {
        match self {
            Self::Year if is_short => format!("’{:02}", number % 100),
            Self::Year | Self::Day => number.to_string(),
            Self::Month => short_month(u8::try_from(number + 1).unwrap_or(1)).into(),
        }
    }
}

/// Returns a number of columns or of a year without its fraction.
fn whole(value: f64) -> u16 {
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "the value is limited first"
    )]
    let whole = value.clamp(0.0, f64::from(u16::MAX)) as u16;
    whole
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{dataset::PartialDate, tui::views::timeline::lanes::middle};

    fn time(date: &str) -> f64 {
        middle(date.parse::<PartialDate>().expect("a date"))
    }

    fn axis(zoom: TimeZoom, at: &str, columns: u16) -> TimeAxis {
        let all = TimeWindow {
            from: 2016.0,
            to: 2026.0,
        };
        TimeAxis {
            window: zoom.window(all, time(at)),
            columns,
        }
    }

    fn labels(axis: TimeAxis) -> Vec<String> {
        let ticks = axis.ticks().into_iter();
        ticks.filter_map(|tick| tick.label).collect()
    }

    #[test]
    fn years_stand_at_their_first_day() {
        let axis = axis(TimeZoom::All, "2019", 60);
        let ticks = axis.ticks();
        assert_eq!(ticks.len(), 10);
        assert_eq!(
            (ticks[3].column, ticks[3].label.as_deref()),
            (18, Some("2019"))
        );
        assert_eq!(axis.column(time("2019-01-01")), Some(18));
        assert_eq!(
            axis.column(time("2019")),
            Some(20),
            "a year stands at its middle"
        );
        assert_eq!(axis.column(time("2026-01-01")), None);
        assert_eq!(axis.column(time("2015-12-31")), None);
    }

    #[test]
    fn narrow_axes_have_short_years_and_then_fewer() {
        assert_eq!(labels(axis(TimeZoom::All, "2019", 45))[..2], ["’16", "’17"]);
        let few = labels(axis(TimeZoom::All, "2019", 20));
        assert_eq!(few, ["’16", "’18", "’20", "’22", "’24"]);
        assert!(labels(axis(TimeZoom::All, "2019", 0)).is_empty());
    }

    #[test]
    fn zoom_shows_a_year_and_a_month() {
        for (date, month) in [("2018-01-01", 0), ("2019-05-14", 4), ("2020-12-31", 11)] {
            let year = axis(TimeZoom::Year, date, 60);
            assert_eq!(year.ticks().len(), 12, "{date}");
            assert_eq!(
                year.column(time(date)).map(|column| column / 5),
                Some(month)
            );
            let days = axis(TimeZoom::Month, date, 62);
            let day: u16 = date[8..].parse().expect("a day");
            assert_eq!(days.column(time(date)), Some((day - 1) * 2), "{date}");
            assert_eq!(labels(days), ["1", "5", "10", "15", "20", "25", "30"]);
        }
        assert_eq!(
            labels(axis(TimeZoom::Year, "2018", 60))[..2],
            ["Jan", "Feb"]
        );
        assert_eq!(
            labels(axis(TimeZoom::Year, "2018", 30))[..2],
            ["Jan", "Apr"]
        );
    }

    #[test]
    fn spans_end_at_the_edges() {
        let axis = axis(TimeZoom::All, "2019", 60);
        assert_eq!(axis.span((2010.0, 2018.0)), 0..12);
        assert_eq!(axis.span((2018.0, 2040.0)), 12..60);
        assert_eq!(axis.span((2040.0, 2041.0)), 60..60);
    }

    #[test]
    fn all_years_of_events_are_shown() {
        let window = TimeWindow::around([2016.8, 2025.2].into_iter());
        assert_eq!(
            window,
            Some(TimeWindow {
                from: 2016.0,
                to: 2026.0
            })
        );
        assert_eq!(TimeWindow::around(std::iter::empty()), None);
    }
}
