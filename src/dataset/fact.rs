//! One view of all facts, whatever block of the file they stand in.

use std::{borrow::Cow, fmt};

use super::{
    amount::Amount,
    date::Period,
    id::Reference,
    model::{Area, NationalPartner, Person, Plan, Programme, Rank},
    priority::{
        Action, Event, LaterTitle, Money, Priority, SharedAction, SharedFact, Statement, Target,
    },
    source::Citation,
    text::Text,
};

/// What a fact is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Kind {
    /// What the programme is.
    About,
    /// Who oversees the programme.
    Oversight,
    /// A partner that works in the whole country.
    NationalPartner,
    /// Who speaks for the programme.
    Person,
    /// The body whose figures chose the areas.
    Commission,
    /// An action that several plans share.
    SharedAction,
    /// Another fact about several plans.
    SharedFact,
    /// An area's delivery plan.
    Plan,
    /// A place in a national list.
    Rank,
    /// Who chairs an area's board.
    Chair,
    /// What took over a board's work.
    LaterBody,
    /// A theme that runs through all of an area's priorities.
    Underpinning,
    /// Why something is absent, say.
    Note,
    /// Why something is a priority.
    Reason,
    /// What is to be reached.
    Target,
    /// What is done.
    Action,
    /// What was reported.
    Result,
    /// A title that a priority was given later.
    LaterTitle,
    /// A sum for an area or the programme as a whole.
    Money,
    /// A place that an area was paired with.
    Twin,
    /// What happened when.
    Event,
}

impl Kind {
    /// All kinds.
    pub const ALL: [Self; 21] = [
        Self::About,
        Self::Oversight,
        Self::NationalPartner,
        Self::Person,
        Self::Commission,
        Self::SharedAction,
        Self::SharedFact,
        Self::Plan,
        Self::Rank,
        Self::Chair,
        Self::LaterBody,
        Self::Underpinning,
        Self::Note,
        Self::Reason,
        Self::Target,
        Self::Action,
        Self::Result,
        Self::LaterTitle,
        Self::Money,
        Self::Twin,
        Self::Event,
    ];

    /// The kind's name as a word that can be typed: `national-partner`.
    #[must_use]
    pub fn word(self) -> String {
        self.singular().replace(' ', "-")
    }

    /// The kind's name for one fact: `action`.
    #[must_use]
    pub fn singular(self) -> &'static str {
        self.names().0
    }

    /// The kind's name for several facts, with a capital: `Actions`.
    #[must_use]
    pub fn plural(self) -> &'static str {
        self.names().1
    }

    /// Where facts of this kind stand in the block of their owner, as a JSON path.
    #[must_use]
    pub fn list(self) -> &'static str {
        self.names().2
    }

    fn names(self) -> (&'static str, &'static str, &'static str) {
        match self {
            Self::About => ("about", "What it is", "about"),
            Self::Oversight => ("oversight", "Oversight", "oversight"),
            Self::NationalPartner => ("national partner", "National partners", "national_partners"),
            Self::Person => ("person", "People", "people"),
            Self::Commission => ("commission", "The Commission", "commission"),
            Self::SharedAction => ("shared action", "Shared actions", "shared_actions"),
            Self::SharedFact => ("shared fact", "Shared facts", "shared_facts"),
            Self::Plan => ("plan", "Plan", "plan"),
            Self::Rank => ("rank", "Ranks", "ranks"),
            Self::Chair => ("chair", "Chairs of the board", "board.chairs"),
            Self::LaterBody => ("later body", "Later bodies", "board.later_bodies"),
            Self::Underpinning => ("underpinning theme", "Underpinning themes", "underpinning"),
            Self::Note => ("note", "Notes", "notes"),
            Self::Reason => ("reason", "Reasons", "reasons"),
            Self::Target => ("target", "Targets", "targets"),
            Self::Action => ("action", "Actions", "actions"),
            Self::Result => ("result", "Results", "results"),
            Self::LaterTitle => ("later title", "Later titles", "later_titles"),
            Self::Money => ("money", "Money", "money"),
            Self::Twin => ("twin", "Twins", "twins"),
            Self::Event => ("event", "Events", "events"),
        }
    }
}

impl fmt::Display for Kind {
    fn fmt(&self, formatter: &mut fmt::Formatter) -> fmt::Result {
        formatter.pad(self.singular())
    }
}

/// A fact's block in the file.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum FactData<'a> {
    /// A fact in a sentence.
    Statement(&'a Statement),
    /// A person in a role.
    Person(&'a Person),
    /// A partner that works in the whole country.
    NationalPartner(&'a NationalPartner),
    /// A delivery plan.
    Plan(&'a Plan),
    /// A place in a national list.
    Rank(&'a Rank),
    /// A title that a priority was given later.
    LaterTitle(&'a LaterTitle),
    /// What is to be reached.
    Target(&'a Target),
    /// What is done.
    Action(&'a Action),
    /// An action that several plans share.
    SharedAction(&'a SharedAction),
    /// Another fact about several plans.
    SharedFact(&'a SharedFact),
    /// A sum of money.
    Money(&'a Money),
    /// What happened when.
    Event(&'a Event),
}

/// A fact of any kind.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Fact<'a> {
    /// What it is.
    pub kind: Kind,
    /// What it says.
    pub body: FactData<'a>,
}

impl<'a> Fact<'a> {
    /// What the fact is called.
    #[must_use]
    pub fn reference(self) -> &'a Reference {
        match self.body {
            FactData::Statement(fact) => &fact.reference,
            FactData::Person(fact) => &fact.reference,
            FactData::NationalPartner(fact) => &fact.reference,
            FactData::Plan(fact) => &fact.reference,
            FactData::Rank(fact) => &fact.reference,
            FactData::LaterTitle(fact) => &fact.reference,
            FactData::Target(fact) => &fact.reference,
            FactData::Action(fact) => &fact.reference,
            FactData::SharedAction(fact) => &fact.reference,
            FactData::SharedFact(fact) => &fact.reference,
            FactData::Money(fact) => &fact.reference,
            FactData::Event(fact) => &fact.reference,
        }
    }

    /// Who says so.
    #[must_use]
    pub fn cites(self) -> &'a [Citation] {
        match self.body {
            FactData::Statement(fact) => &fact.cites,
            FactData::Person(fact) => &fact.cites,
            FactData::NationalPartner(fact) => &fact.cites,
            FactData::Plan(fact) => &fact.cites,
            FactData::Rank(fact) => &fact.cites,
            FactData::LaterTitle(fact) => &fact.cites,
            FactData::Target(fact) => &fact.cites,
            FactData::Action(fact) => &fact.cites,
            FactData::SharedAction(fact) => &fact.cites,
            FactData::SharedFact(fact) => &fact.cites,
            FactData::Money(fact) => &fact.cites,
            FactData::Event(fact) => &fact.cites,
        }
    }

    /// What the fact says, in a line.
    #[must_use]
    pub fn headline(self) -> Cow<'a, str> {
        match self.body {
            FactData::Statement(fact) => Cow::Borrowed(&fact.text),
            FactData::Person(fact) => Cow::Owned(format!("{}, {}", fact.name, fact.role)),
            FactData::NationalPartner(fact) => Cow::Borrowed(&fact.name),
            FactData::Plan(fact) => Cow::Borrowed(&fact.title),
            FactData::Rank(fact) => Cow::Owned(format!(
                "{} of {} in the {} {}",
                fact.rank, fact.of, fact.index, fact.year
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

    /// The sum that the fact names, where it is known.
    #[must_use]
    pub fn amount(self) -> Option<Amount> {
        match self.body {
            FactData::Action(action) => action.amount,
            FactData::Money(money) => Some(money.amount),
            _ => None,
        }
    }

    /// Who takes part.
    #[must_use]
    pub fn partners(self) -> &'a [Text] {
        match self.body {
            FactData::Action(action) => &action.partners,
            FactData::NationalPartner(partner) => std::slice::from_ref(&partner.name),
            _ => &[],
        }
    }

    /// The time that the fact covers, or by when a target is to be reached.
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

/// What facts belong to: the kinds of them and each fact by its kind and place.
pub trait Owner {
    /// The kinds of fact that it can have, in the order in which they are shown.
    const KINDS: &'static [Kind];

    /// The fact of that kind at that place in its list.
    fn fact(&self, kind: Kind, index: usize) -> Option<Fact<'_>>;

    /// All its facts, by kind.
    fn facts(&self) -> impl Iterator<Item = Fact<'_>> {
        Self::KINDS
            .iter()
            .flat_map(move |&kind| self.facts_of(kind))
    }

    /// Its facts of one kind.
    fn facts_of(&self, kind: Kind) -> impl Iterator<Item = Fact<'_>> {
        (0..).map_while(move |index| self.fact(kind, index))
    }
}

impl Owner for Programme {
    const KINDS: &'static [Kind] = &[
        Kind::About,
        Kind::Oversight,
        Kind::NationalPartner,
        Kind::Person,
        Kind::Commission,
        Kind::SharedAction,
        Kind::SharedFact,
        Kind::Money,
        Kind::Event,
    ];

    fn fact(&self, kind: Kind, index: usize) -> Option<Fact<'_>> {
        let body = match kind {
            Kind::About => FactData::Statement(self.about.get(index)?),
            Kind::Oversight => FactData::Statement(self.oversight.get(index)?),
            Kind::NationalPartner => FactData::NationalPartner(self.national_partners.get(index)?),
            Kind::Person => FactData::Person(self.people.get(index)?),
            Kind::Commission => FactData::Statement(self.commission.get(index)?),
            Kind::SharedAction => FactData::SharedAction(self.shared_actions.get(index)?),
            Kind::SharedFact => FactData::SharedFact(self.shared_facts.get(index)?),
            Kind::Money => FactData::Money(self.money.get(index)?),
            Kind::Event => FactData::Event(self.events.get(index)?),
            _ => return None,
        };
        Some(Fact { kind, body })
    }
}

impl Owner for Area {
    const KINDS: &'static [Kind] = &[
        Kind::Plan,
        Kind::Rank,
        Kind::Chair,
        Kind::LaterBody,
        Kind::Note,
        Kind::Underpinning,
        Kind::Action,
        Kind::Result,
        Kind::Money,
        Kind::Twin,
        Kind::Event,
    ];

    fn fact(&self, kind: Kind, index: usize) -> Option<Fact<'_>> {
        let body = match kind {
            Kind::Plan => FactData::Plan(self.plan.as_ref().filter(|_| index == 0)?),
            Kind::Rank => FactData::Rank(self.ranks.get(index)?),
            Kind::Chair => FactData::Person(self.board.as_ref()?.chairs.get(index)?),
            Kind::LaterBody => FactData::Statement(self.board.as_ref()?.later_bodies.get(index)?),
            Kind::Note => FactData::Statement(self.notes.get(index)?),
            Kind::Underpinning => FactData::Statement(self.underpinning.get(index)?),
            Kind::Action => FactData::Action(self.actions.get(index)?),
            Kind::Result => FactData::Statement(self.results.get(index)?),
            Kind::Money => FactData::Money(self.money.get(index)?),
            Kind::Twin => FactData::Statement(self.twins.get(index)?),
            Kind::Event => FactData::Event(self.events.get(index)?),
            _ => return None,
        };
        Some(Fact { kind, body })
    }
}

impl Owner for Priority {
    const KINDS: &'static [Kind] = &[
        Kind::Reason,
        Kind::Target,
        Kind::Action,
        Kind::Result,
        Kind::LaterTitle,
    ];

    fn fact(&self, kind: Kind, index: usize) -> Option<Fact<'_>> {
        let body = match kind {
            Kind::Reason => FactData::Statement(self.reasons.get(index)?),
            Kind::Target => FactData::Target(self.targets.get(index)?),
            Kind::Action => FactData::Action(self.actions.get(index)?),
            Kind::Result => FactData::Statement(self.results.get(index)?),
            Kind::LaterTitle => FactData::LaterTitle(self.later_titles.get(index)?),
            _ => return None,
        };
        Some(Fact { kind, body })
    }
}
