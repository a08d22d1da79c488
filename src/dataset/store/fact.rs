//! Facts of every kind behind one type.

use std::{borrow::Cow, slice};

use super::kind::Kind;
use crate::dataset::{
    format::{
        Action, Citations, Event, Figure, LaterTitle, Marks, Money, NationalPartner, Person, Plan,
        Rank, SharedAction, SharedFact, Statement, Target,
    },
    values::{Amount, Period, Reference, SafeText},
};

macro_rules! define_fact_data {
    ($($(#[$doc:meta])* $data:ident,)+) => {
        /// The content of a fact: its block in the file.
        #[derive(Debug, Clone, Copy, PartialEq)]
        pub enum FactData<'a> {
            $($(#[$doc])* $data(&'a $data),)+
        }

        $(impl<'a> From<&'a $data> for FactData<'a> {
            fn from(data: &'a $data) -> Self {
                Self::$data(data)
            }
        })+

        impl<'a> Fact<'a> {
            /// Returns the fact's reference.
            #[must_use]
            pub fn reference(self) -> &'a Reference {
                match self.body {
                    $(FactData::$data(data) => &data.reference,)+
                }
            }

            /// Returns the fact's citations.
            #[must_use]
            pub fn cites(self) -> &'a Citations {
                match self.body {
                    $(FactData::$data(data) => &data.cites,)+
                }
            }

            /// Returns the remarks on the fact, if it has any.
            #[must_use]
            pub fn marks(self) -> Option<&'a Marks> {
                match self.body {
                    $(FactData::$data(data) => data.marks.as_deref(),)+
                }
            }
        }
    };
}

define_fact_data! {
    /// A fact in a sentence.
    Statement,
    /// A person in a role.
    Person,
    /// A partner that works nationally.
    NationalPartner,
    /// A delivery plan.
    Plan,
    /// A rank in a national list.
    Rank,
    /// A title that a priority was given later.
    LaterTitle,
    /// A target of a priority.
    Target,
    /// Something that is done.
    Action,
    /// An action that is in the plans of several areas.
    SharedAction,
    /// A fact that concerns several areas.
    SharedFact,
    /// An amount of money.
    Money,
    /// Something that happened on a date.
    Event,
}

/// A fact of any kind.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Fact<'a> {
    /// The kind.
    pub kind: Kind,
    /// The content.
    pub body: FactData<'a>,
}

impl<'a> Fact<'a> {
    /// Returns the fact in one line.
    #[must_use]
    pub fn headline(self) -> Cow<'a, str> {
        match self.body {
            FactData::Statement(fact) => Cow::Borrowed(&fact.text),
            FactData::Person(fact) => Cow::Owned(format!("{}, {}", fact.name, fact.role)),
            FactData::NationalPartner(fact) => Cow::Borrowed(&fact.name),
            FactData::Plan(fact) => Cow::Borrowed(&fact.title),
            FactData::Rank(fact) => Cow::Owned(format!(
                "{}{} of {of} in {} ({of} is the worst), {}",
                fact.district
                    .as_deref()
                    .map_or_else(String::new, |district| format!("{district} ")),
                fact.rank,
                fact.year,
                fact.index,
                of = fact.of
            )),
            FactData::LaterTitle(fact) => Cow::Borrowed(&fact.title),
            FactData::Target(fact) => match &fact.goal {
                Some(goal) => Cow::Owned(format!("{}: {goal}", fact.measure)),
                None => Cow::Borrowed(&fact.measure),
            },
            FactData::Action(fact) => Cow::Borrowed(&fact.what),
            FactData::SharedAction(fact) => Cow::Borrowed(&fact.what),
            FactData::SharedFact(fact) => Cow::Borrowed(&fact.text),
            FactData::Money(fact) => Cow::Owned(format!("{}: {}", fact.amount, fact.what)),
            FactData::Event(fact) => Cow::Owned(format!("{}: {}", fact.date, fact.what)),
        }
    }

    /// Returns the amount of money that the fact states, if it states one.
    #[must_use]
    pub fn amount(self) -> Option<Amount> {
        match self.body {
            FactData::Action(action) => action.amount,
            FactData::Money(money) => Some(money.amount),
            _ => None,
        }
    }

    /// Returns the numbers that the fact states.
    #[must_use]
    pub fn figures(self) -> &'a [Figure] {
        match self.body {
            FactData::Statement(statement) => &statement.figures,
            FactData::Target(target) => &target.figures,
            _ => &[],
        }
    }

    /// Returns the partners that take part.
    #[must_use]
    pub fn partners(self) -> &'a [SafeText] {
        match self.body {
            FactData::Action(action) => &action.partners,
            FactData::NationalPartner(partner) => slice::from_ref(&partner.name),
            _ => &[],
        }
    }

    /// Returns the period that the fact covers, or the deadline of a target.
    #[must_use]
    pub fn period(self) -> Option<&'a Period> {
        match self.body {
            FactData::Action(action) => action.period.as_ref(),
            FactData::Plan(plan) => plan.period.as_ref(),
            FactData::Target(target) => target.by.as_ref(),
            _ => None,
        }
    }
}
