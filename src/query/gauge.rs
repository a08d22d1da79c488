//! The numbers of a target on one scale.

use super::{snapshot::Snapshot, targets::known_results};
use crate::dataset::{Figure, FigureRole, FigureUnit, Item, PartialDate, Target};

/// The goal of a target on a scale that the data states, with the values before and after.
///
/// Only figures of one measure, one unit and the same people or places are on it. A result on
/// another measure is not.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct TargetGauge<'a> {
    /// End of the scale, which starts at 0: 100 for a percentage, or else what the goal is a part of.
    pub whole: f64,
    /// Value at the start, if it is known.
    pub start: Option<&'a Figure>,
    /// Value to reach.
    pub goal: &'a Figure,
    /// Latest value, if one is known.
    pub now: Option<&'a Figure>,
}

/// Returns the gauge of a target, as it was known. Without a goal in numbers on a stated scale, it
/// has none.
///
/// # Examples
///
/// ```
/// use opportunity_areas::{
///     dataset::{Dataset, FactData, Item},
///     query::{gauge::{gauge, gauge_value}, snapshot::Snapshot},
/// };
///
/// let dataset = Dataset::bundled();
/// let item = dataset.find("bradford/1/schools-up-one-ofsted-grade").expect("the target exists");
/// let Item::Fact(fact) = dataset.item(item) else { panic!("a target is a fact") };
/// let FactData::Target(target) = fact.body else { panic!("it is a target") };
/// let gauge = gauge(Snapshot::latest(&dataset), target).expect("it has numbers");
/// assert_eq!((gauge.whole, gauge_value(gauge.goal)), (50.0, "25".into()));
/// assert_eq!(gauge.now.map(gauge_value), Some("39".into()));
/// ```
#[must_use]
pub fn gauge<'a>(snapshot: Snapshot<'a>, target: &'a Target) -> Option<TargetGauge<'a>> {
    let of_role = |role| {
        let figures = target.figures.iter();
        figures.filter(move |figure| figure.is == Some(role))
    };
    let mut goals = of_role(FigureRole::Goal).filter(|figure| figure.place.is_none());
    let goal = goals.next().filter(|_| goals.next().is_none())?;
    let whole = match goal.unit {
        FigureUnit::PerCent => 100.0,
        _ => goal.of?.value(),
    };
    let scale = 0.0..=whole;
    let fits =
        |figure: &&Figure| is_comparable(figure, goal) && scale.contains(&figure.value.value());
    // A scale of nothing has no places.
    if whole <= 0.0 || !scale.contains(&goal.value.value()) {
        return None;
    }
    let dataset = snapshot.dataset();
    let results = known_results(snapshot, target).flat_map(|item| match dataset.item(item) {
        Item::Fact(fact) => fact.figures(),
        _ => &[],
    });
    Some(TargetGauge {
        whole,
        start: of_role(FigureRole::Baseline).find(fits),
        goal,
        now: results.filter(fits).reduce(later),
    })
}

/// Returns true if a figure has the goal's unit, whole, measure, and people or places.
fn is_comparable(figure: &Figure, goal: &Figure) -> bool {
    figure.unit == goal.unit
        && figure.measure == goal.measure
        && figure.population == goal.population
        && figure.place.is_none()
        && (figure.of == goal.of || goal.unit == FigureUnit::PerCent)
}

/// Returns the later of two figures: one with a date rather than one without, and else the first.
fn later<'a>(one: &'a Figure, other: &'a Figure) -> &'a Figure {
    let day = |figure: &Figure| figure.date.map(PartialDate::last_day);
    if day(other) > day(one) { other } else { one }
}

/// Returns the value of a figure beside its gauge: `39`, `86%`, `more than 50%`.
#[must_use]
pub fn gauge_value(figure: &Figure) -> String {
    let bound = figure
        .bound
        .map_or(String::new(), |bound| format!("{bound} "));
    let unit = if figure.unit == FigureUnit::PerCent {
        "%"
    } else {
        ""
    };
    format!("{bound}{}{unit}", figure.value)
}

impl TargetGauge<'_> {
    /// Returns the end of the scale in words: `100%` or `50`.
    #[must_use]
    pub fn end(&self) -> String {
        match self.goal.unit {
            FigureUnit::PerCent => "100%".into(),
            _ => self.goal.of.map(|of| of.to_string()).unwrap_or_default(),
        }
    }

    /// Returns the cell of a figure on a scale of `cells` cells, from 0.
    #[must_use]
    pub fn cell(&self, figure: &Figure, cells: u16) -> u16 {
        let last = f64::from(cells.saturating_sub(1));
        let cell = (figure.value.value() / self.whole * last).round();
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "a figure on the scale is between 0 and the whole"
        )]
        let cell = cell.clamp(0.0, last) as u16;
        cell
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::dataset::{Dataset, FactData};

    fn target(figures: &str, results: &str) -> Dataset {
        let text = include_str!("../../tests/data/valid/every-field.json");
        let mut file: serde_json::Value = serde_json::from_str(text).expect("JSON");
        let priority = &mut file["areas"][0]["priorities"][0];
        priority["targets"][0]["figures"] = serde_json::from_str(figures).expect("JSON");
        priority["results"][0]["figures"] = serde_json::from_str(results).expect("JSON");
        Dataset::from_json("file", &file.to_string()).unwrap_or_else(|error| panic!("{error}"))
    }

    /// Returns the whole, start, goal and latest value of the target's gauge.
    fn numbers(dataset: &Dataset, date: Option<&str>) -> Option<(f64, String, String, String)> {
        let date = date.map(|date| date.parse::<PartialDate>().expect("a date"));
        let snapshot = Snapshot::as_of(dataset, date);
        let item = dataset
            .find("riverside/1/target")
            .expect("the target exists");
        let Item::Fact(fact) = dataset.item(item) else {
            panic!("a target is a fact")
        };
        let FactData::Target(target) = fact.body else {
            panic!("it is a target")
        };
        let gauge = gauge(snapshot, target)?;
        let words = |figure: Option<&Figure>| figure.map(gauge_value).unwrap_or_default();
        Some((
            gauge.whole,
            words(gauge.start),
            words(Some(gauge.goal)),
            words(gauge.now),
        ))
    }

    #[test]
    fn only_numbers_of_the_same_measure_and_people_are_on_the_scale() {
        let goal = r#"[{ "is": "baseline", "value": 50, "bound": "more than", "unit": "per cent", "measure": "good-level-of-development", "date": "2016" },
            { "is": "goal", "value": 70, "unit": "per cent", "measure": "good-level-of-development" }]"#;
        let numbers = |results: &str| numbers(&target(goal, results), None);
        let now = |words: &str| {
            Some((
                100.0,
                "more than 50%".into(),
                "70%".into(),
                words.to_string(),
            ))
        };
        assert_eq!(
            numbers(
                r#"[{ "value": 68, "unit": "per cent", "measure": "good-level-of-development" }]"#
            ),
            now("68%")
        );
        for other in [
            r#"[{ "value": 68, "unit": "per cent" }]"#,
            r#"[{ "value": 68, "unit": "children", "measure": "good-level-of-development" }]"#,
            r#"[{ "value": 68, "unit": "per cent", "measure": "good-level-of-development", "population": "boys" }]"#,
            r#"[{ "value": 68, "unit": "per cent", "measure": "good-level-of-development", "place": "England" }]"#,
            r#"[{ "value": 168, "unit": "per cent", "measure": "good-level-of-development" }]"#,
            "[]",
        ] {
            assert_eq!(numbers(other), now(""), "{other}");
        }
    }

    #[test]
    fn the_latest_figure_counts_once_it_is_known() {
        let goal = r#"[{ "is": "goal", "value": 25, "unit": "schools", "of": 50 }]"#;
        let results = r#"[{ "value": 12, "unit": "schools", "of": 50, "date": "2018" },
            { "value": 39, "unit": "schools", "of": 50, "date": "2019" },
            { "value": 30, "unit": "schools", "of": 40, "date": "2020" },
            { "value": 20, "unit": "schools", "of": 50 }]"#;
        let dataset = target(goal, results);
        let known = |now: &str| Some((50.0, String::new(), "25".into(), now.to_string()));
        assert_eq!(numbers(&dataset, None), known("39"));
        assert_eq!(numbers(&dataset, Some("2019-10")), known(""));
    }

    #[test]
    fn without_a_stated_scale_there_is_no_gauge() {
        for goal in [
            "[]",
            r#"[{ "is": "goal", "value": 12, "unit": "weeks" }]"#,
            r#"[{ "is": "goal", "value": 0, "unit": "schools", "of": 0 }]"#,
            r#"[{ "is": "goal", "value": 120, "unit": "per cent" }]"#,
            r#"[{ "is": "goal", "value": 20, "unit": "per cent" }, { "is": "goal", "value": 30, "unit": "per cent" }]"#,
            r#"[{ "is": "baseline", "value": 12, "unit": "per cent" }]"#,
        ] {
            assert_eq!(numbers(&target(goal, "[]"), None), None, "{goal}");
        }
    }

    #[test]
    fn values_stand_at_their_cells() {
        let goal = r#"[{ "is": "goal", "value": 25, "unit": "schools", "of": 50 }]"#;
        let results = r#"[{ "value": 39, "unit": "schools", "of": 50 }]"#;
        let dataset = target(goal, results);
        let Item::Fact(fact) = dataset.item(dataset.find("riverside/1/target").expect("a target"))
        else {
            panic!("a target is a fact")
        };
        let FactData::Target(target) = fact.body else {
            panic!("it is a target")
        };
        let gauge = gauge(Snapshot::latest(&dataset), target).expect("it has numbers");
        let now = gauge.now.expect("a result has a number");
        assert_eq!((gauge.cell(gauge.goal, 21), gauge.cell(now, 21)), (10, 16));
        assert_eq!((gauge.cell(now, 1), gauge.cell(now, 0)), (0, 0));
        assert_eq!(gauge.end(), "50");
    }
}
