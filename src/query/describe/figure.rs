//! Figures in words.

use std::fmt::Write as _;

use crate::dataset::{Dataset, Figure, FigureRole, FigureUnit};

/// Returns a figure in words: the number with its unit, and in brackets the measure, the people or
/// places that it counts, and the date.
#[must_use]
pub fn figure_words(dataset: &Dataset, figure: &Figure) -> String {
    let mut words = figure
        .bound
        .map_or(String::new(), |bound| format!("{bound} "));
    let value = figure.value;
    let _ = match figure.unit {
        FigureUnit::PerCent => write!(words, "{value}%"),
        FigureUnit::Pounds => write!(words, "£{value}"),
        FigureUnit::Rank => write!(words, "rank {value}"),
        FigureUnit::Number => write!(words, "{value}"),
        unit => write!(words, "{value} {}", noun(unit, value.is_one())),
    };
    if let Some(of) = figure.of {
        let _ = write!(words, " of {of}");
    }
    let measure = figure
        .measure
        .as_ref()
        .map(|measure| dataset.measure(measure).name.as_str());
    let texts = [&figure.population, &figure.place];
    let texts = texts.into_iter().flatten().map(ToString::to_string);
    let parts: Vec<String> = measure
        .into_iter()
        .map(str::to_string)
        .chain(texts)
        .chain(figure.date.map(|date| date.to_string()))
        .collect();
    if !parts.is_empty() {
        let _ = write!(words, " ({})", parts.join(", "));
    }
    words
}

/// Returns the noun of a unit.
fn noun(unit: FigureUnit, is_one: bool) -> &'static str {
    if !is_one {
        return unit.word();
    }
    match unit {
        FigureUnit::PercentagePoints => "percentage point",
        FigureUnit::Points => "point",
        FigureUnit::Grades => "grade",
        FigureUnit::People | FigureUnit::YoungPeople => "person",
        FigureUnit::Pupils => "pupil",
        FigureUnit::Children => "child",
        FigureUnit::Families => "family",
        FigureUnit::Parents => "parent",
        FigureUnit::Teachers => "teacher",
        FigureUnit::Schools => "school",
        FigureUnit::Settings => "setting",
        FigureUnit::Wards => "ward",
        FigureUnit::Places => "place",
        FigureUnit::Posts => "post",
        FigureUnit::Exclusions => "exclusion",
        FigureUnit::Encounters => "encounter",
        FigureUnit::Activities => "activity",
        FigureUnit::Benchmarks => "benchmark",
        FigureUnit::Centres => "centre",
        FigureUnit::Days => "day",
        FigureUnit::Weeks => "week",
        FigureUnit::Months => "month",
        FigureUnit::Staff
        | FigureUnit::PerCent
        | FigureUnit::Pounds
        | FigureUnit::Rank
        | FigureUnit::Number => unit.word(),
    }
}

/// Returns the label of a figure.
pub(super) fn figure_label(figure: &Figure) -> &'static str {
    match figure.is {
        Some(FigureRole::Baseline) => "Baseline in figures",
        Some(FigureRole::Goal) => "Goal in figures",
        None => "Figure",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::dataset::Item;

    #[test]
    fn figures_are_worded_with_all_that_is_known() {
        let text = include_str!("../../../tests/data/valid/every-field.json");
        let dataset = Dataset::from_json("file", text).expect("the file is sound");
        let words = |reference: &str| {
            let item = dataset.find(reference).expect("the fact exists");
            let Item::Fact(fact) = dataset.item(item) else {
                panic!("{reference} is a fact")
            };
            let figures = fact.figures().iter();
            figures
                .map(|figure| figure_words(&dataset, figure))
                .collect::<Vec<_>>()
        };
        assert_eq!(
            words("riverside/1/reason"),
            [
                "63.3% (Good level of development, 2016)",
                "about 45% (Good level of development, children eligible for free meals, 2016)",
            ]
        );
        assert_eq!(
            words("riverside/1/other-reason"),
            [
                "61% (Good level of development, 2016)",
                "rank 300 of 324 (Good level of development, 2016)",
                "69.3% (Good level of development, England, 2016)",
            ]
        );
        assert_eq!(
            words("programme/visits"),
            ["4 encounters (Visits to parks)"]
        );
    }

    #[test]
    fn one_of_a_unit_is_worded_in_the_singular() {
        let figure = |json: &str| serde_json::from_str::<Figure>(json).expect("a figure");
        let dataset = Dataset::bundled();
        for (json, words) in [
            (r#"{ "value": 1, "unit": "schools" }"#, "1 school"),
            (
                r#"{ "value": 1200, "unit": "pupils", "bound": "more than" }"#,
                "more than 1,200 pupils",
            ),
            (r#"{ "value": 1, "unit": "per cent" }"#, "1%"),
            (
                r#"{ "value": 25000, "unit": "pounds", "date": "2018" }"#,
                "£25,000 (2018)",
            ),
            (
                r#"{ "value": 39, "of": 50, "unit": "schools" }"#,
                "39 schools of 50",
            ),
        ] {
            assert_eq!(figure_words(&dataset, &figure(json)), words);
        }
    }
}
