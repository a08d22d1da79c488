//! The kinds of facts, stated once.
//!
//! To add a kind, add a row to the table below, and the list of its facts to a block of the file
//! format.

use std::fmt;

/// The table of all kinds: names first, then the field of each owner that lists the facts.
///
/// Calls the macro named `$define` with the table. The kinds of an owner are in the order in which
/// they are shown. A kind's names are its noun in the singular and plural; `shown as` adds a label
/// and a heading where the nouns read badly.
macro_rules! fact_kinds {
    ($define:ident) => {
        $define! {
            kinds {
                /// A general fact about the programme.
                About: "about", "What it is";
                /// A fact about the programme's oversight.
                Oversight: "oversight", "Oversight";
                /// A partner that works nationally.
                NationalPartner: "national partner", "National partners";
                /// A person with a role in the programme.
                Person: "person", "People";
                /// A fact about the commission whose figures chose the areas.
                Commission: "commission", "The Commission";
                /// An action that is in the plans of several areas.
                SharedAction: "shared action", "Shared actions";
                /// Another fact that concerns several areas.
                SharedFact: "shared fact", "Shared facts";
                /// An area's delivery plan.
                Plan: "plan", "Plan";
                /// A rank in a national list.
                Rank: "rank", "Ranks";
                /// A chair of an area's board.
                Chair: "chair", "Chairs of the board";
                /// A body that took over a board's work.
                LaterBody: "later body", "Later bodies", shown as "now led by", "Now led by";
                /// A theme that runs through every priority of an area.
                Underpinning: "underpinning theme", "Underpinning themes",
                    shown as "runs through every priority", "Runs through every priority";
                /// A note, for example on why something is unknown.
                Note: "note", "Notes";
                /// A reason for a priority.
                Reason: "reason", "Reasons";
                /// A target of a priority.
                Target: "target", "Targets";
                /// Something that is done.
                Action: "action", "Actions";
                /// A reported result.
                Result: "result", "Results";
                /// A title that a priority was given later.
                LaterTitle: "later title", "Later titles";
                /// Money for an area or the programme as a whole.
                Money: "money", "Money";
                /// A place that an area is twinned with.
                Twin: "twin", "Twins", shown as "twinned with", "Twinned with";
                /// Something that happened on a date.
                Event: "event", "Events";
            }
            owners {
                Programme {
                    About: about;
                    Oversight: oversight;
                    NationalPartner: national_partners;
                    Person: people;
                    Commission: commission;
                    SharedAction: shared_actions;
                    SharedFact: shared_facts;
                    Target: targets;
                    Result: results;
                    Money: money;
                    Event: events;
                }
                Area {
                    Plan: plan;
                    Rank: ranks;
                    Chair: board.chairs;
                    LaterBody: board.later_bodies;
                    Note: notes;
                    Underpinning: underpinning;
                    Reason: reasons;
                    Action: actions;
                    Result: results;
                    Money: money;
                    Twin: twins;
                    Event: events;
                }
                Priority {
                    Reason: reasons;
                    Target: targets;
                    Action: actions;
                    Result: results;
                    LaterTitle: later_titles;
                }
            }
        }
    };
}
pub(super) use fact_kinds;

/// A kind's names.
struct KindNames {
    singular: &'static str,
    plural: &'static str,
    label: &'static str,
    heading: &'static str,
}

macro_rules! define_kind {
    (@names $singular:literal, $plural:literal) => {
        define_kind!(@names $singular, $plural, shown as $singular, $plural)
    };
    (@names $singular:literal, $plural:literal, shown as $label:literal, $heading:literal) => {
        KindNames { singular: $singular, plural: $plural, label: $label, heading: $heading }
    };
    (
        kinds { $($(#[$doc:meta])* $kind:ident: $($names:literal),+ $(, shown as $($shown:literal),+)?;)+ }
        $($owners:tt)*
    ) => {
        /// The kind of a fact.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub enum Kind {
            $($(#[$doc])* $kind,)+
        }

        impl Kind {
            /// All kinds.
            pub const ALL: [Self; [$(stringify!($kind)),+].len()] = [$(Self::$kind),+];

            fn names(self) -> KindNames {
                match self {
                    $(Self::$kind => define_kind!(@names $($names),+ $(, shown as $($shown),+)?),)+
                }
            }
        }
    };
}

fact_kinds!(define_kind);

impl Kind {
    /// Returns the kind's name as one word that can be typed, such as `national-partner`.
    #[must_use]
    pub fn word(self) -> String {
        self.singular().replace(' ', "-")
    }

    /// Returns the kind's noun for one fact, such as `action`, as data files have it. `--kind` takes [`word`](Self::word).
    #[must_use]
    pub fn singular(self) -> &'static str {
        self.names().singular
    }

    /// Returns the kind's noun for several facts with a capital, such as `Actions`, as data files
    /// have it.
    #[must_use]
    pub fn plural(self) -> &'static str {
        self.names().plural
    }

    /// Returns the label to show before one fact, such as `action` or `now led by`.
    #[must_use]
    pub fn label(self) -> &'static str {
        self.names().label
    }

    /// Returns the heading to show above several facts, such as `Actions` or `Now led by`.
    #[must_use]
    pub fn heading(self) -> &'static str {
        self.names().heading
    }
}

impl fmt::Display for Kind {
    /// Writes the label.
    fn fmt(&self, formatter: &mut fmt::Formatter) -> fmt::Result {
        formatter.pad(self.label())
    }
}
