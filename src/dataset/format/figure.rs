//! Figures: the numbers in targets, results and reasons.

use serde::{Deserialize, Serialize};

use crate::dataset::values::{MeasureId, PartialDate, Quantity, SafeText, strict_type, word_enum};

/// A number that a source states.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, remote = "Self")]
pub struct Figure {
    /// The part that the figure has in a target. Other facts leave it out.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub is: Option<FigureRole>,
    /// The number.
    pub value: Quantity,
    /// The limit that the source states; absent if the number is exact.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub bound: Option<FigureBound>,
    /// The unit.
    pub unit: FigureUnit,
    /// The number that it is a part of, or the number of places of a ranking.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub of: Option<Quantity>,
    /// The measure, one of those in `measures`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub measure: Option<MeasureId>,
    /// The people or places that it counts, such as `children eligible for free school meals`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub population: Option<SafeText>,
    /// The date of the number.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub date: Option<PartialDate>,
    /// The place, if it is not the area.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub place: Option<SafeText>,
}

/// Something that is measured in several places or years.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, remote = "Self")]
pub struct Measure {
    /// The id.
    pub id: MeasureId,
    /// The name.
    pub name: SafeText,
    /// An explanation in a sentence.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub what: Option<SafeText>,
}

word_enum!(
    /// The part of a figure in a target.
    FigureRole {
        /// The value at the start.
        Baseline = "baseline",
        /// The value to reach.
        Goal = "goal",
    }
);

word_enum!(
    /// The limit that a source states instead of an exact number.
    FigureBound {
        /// This number or more.
        AtLeast = "at least",
        /// This number or less.
        AtMost = "at most",
        /// More than this number.
        MoreThan = "more than",
        /// Less than this number.
        LessThan = "less than",
        /// A little less than this number.
        Nearly = "nearly",
        /// A little more or less than this number.
        About = "about",
    }
);

word_enum!(
    /// The unit of a figure.
    FigureUnit {
        /// A share of 100.
        PerCent = "per cent",
        /// The difference of two shares of 100.
        PercentagePoints = "percentage points",
        /// Points of a score.
        Points = "points",
        /// Grades of an inspection or examination.
        Grades = "grades",
        /// A place in a ranking; 1 is the best.
        Rank = "rank",
        /// Pounds sterling.
        Pounds = "pounds",
        /// A number of anything else, or a ratio.
        Number = "number",
        /// People of any age.
        People = "people",
        /// Pupils of schools.
        Pupils = "pupils",
        /// Children.
        Children = "children",
        /// Young people.
        YoungPeople = "young people",
        /// Families.
        Families = "families",
        /// Parents and carers.
        Parents = "parents",
        /// Teachers.
        Teachers = "teachers",
        /// Staff of schools and settings.
        Staff = "staff",
        /// Schools.
        Schools = "schools",
        /// Nurseries, childminders and other early years settings.
        Settings = "settings",
        /// Wards of a council.
        Wards = "wards",
        /// Places for children or pupils.
        Places = "places",
        /// Jobs.
        Posts = "posts",
        /// Exclusions from school.
        Exclusions = "exclusions",
        /// Encounters with employers.
        Encounters = "encounters",
        /// Activities.
        Activities = "activities",
        /// Benchmarks that are met.
        Benchmarks = "benchmarks",
        /// Centres.
        Centres = "centres",
        /// Days.
        Days = "days",
        /// Weeks.
        Weeks = "weeks",
        /// Months.
        Months = "months",
    }
);

strict_type!(Figure, Measure);
