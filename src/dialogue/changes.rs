//! Changes of the state, each said in a line: dates, filters, marks, and going back.

use super::{
    content::filter_state,
    page::DialoguePage,
    reply::Reply,
    session::{Dialogue, MAX_MARKS},
};
use crate::{
    dataset::PartialDate,
    query::{
        describe::counted,
        facet_options::{CONDITIONS, facet_options, toggle},
        facets::{Condition, FacetValue, values},
        filter::Filter,
        resolve,
        snapshot::Snapshot,
        typed_date::parse_typed_date,
    },
};

impl Dialogue<'_> {
    pub(super) fn go_back(&mut self) -> Reply {
        let Some(place) = self.history.pop() else {
            return Reply::line("There is no previous page. Type q to quit.");
        };
        self.forward.push(self.place());
        self.go_to(place);
        self.arrived("Back")
    }

    pub(super) fn go_forward(&mut self) -> Reply {
        let Some(place) = self.forward.pop() else {
            return Reply::line("There is no page to go forward to.");
        };
        self.history.push(self.place());
        self.go_to(place);
        self.arrived("Forward")
    }

    /// Names the page that the user is on again, after the `way` there.
    pub(super) fn arrived(&self, way: &str) -> Reply {
        let hint = if self.hints > 0 {
            " Press Enter to hear it."
        } else {
            ""
        };
        Reply::Change(format!("{way}: {}.{hint}", trimmed(&self.page_name())))
    }

    /// Shows what was known on a date, or all.
    pub(super) fn date(&mut self, typed: &str) -> Reply {
        if typed.is_empty() {
            self.as_of = None;
            return self.date_changed();
        }
        match parse_typed_date(typed) {
            Ok(typed) => {
                self.as_of = typed.date();
                self.date_changed()
            }
            Err(error) => Reply::line(&format!("{error}.")),
        }
    }

    /// Shows what was known on the date before, of those on which something became known.
    pub(super) fn earlier(&mut self) -> Reply {
        let is_before = |date: &PartialDate| {
            self.as_of
                .is_none_or(|as_of| date.last_day() < as_of.last_day())
        };
        match self.dates().rev().find(is_before) {
            Some(date) => {
                self.as_of = Some(date);
                self.date_changed()
            }
            None => Reply::line("Nothing was known before."),
        }
    }

    /// Shows what was known on the date after, of those on which something became known.
    pub(super) fn later(&mut self) -> Reply {
        let Some(as_of) = self.as_of else {
            return Reply::line("You hear all that is known already.");
        };
        self.as_of = self.dates().find(|date| date.last_day() > as_of.last_day());
        self.date_changed()
    }

    /// Returns the dates on which something became known, in order.
    fn dates(&self) -> impl DoubleEndedIterator<Item = PartialDate> + use<> {
        let latest = Snapshot::latest(self.dataset);
        let values = values(latest, &Filter::default(), Condition::Since);
        values.into_iter().filter_map(|value| match value.name {
            FacetValue::Date(date) => Some(date),
            _ => None,
        })
    }

    fn date_changed(&self) -> Reply {
        let snapshot = self.snapshot();
        let when = match self.as_of {
            Some(date) => format!("As of {date}"),
            None => "All that is known".into(),
        };
        let priorities = counted(snapshot.all_priorities().count(), "priority", "priorities");
        let sources = counted(snapshot.sources().count(), "publication", "publications");
        let page = if snapshot.contains(self.page.item()) {
            ""
        } else {
            " This page was not known then."
        };
        Reply::Change(format!("{when}: {priorities} and {sources}.{page}"))
    }

    /// Lists the values of the filter, of all conditions or of the named one; or switches the named values on or off.
    pub(super) fn filter(&mut self, typed: &str) -> Reply {
        if typed.is_empty() {
            return self.show_page(DialoguePage::Filter(None));
        }
        let lower = typed.to_lowercase();
        let named = CONDITIONS.into_iter().find(|condition| {
            lower == condition.singular() || lower == condition.plural().to_lowercase()
        });
        if let Some(condition) = named {
            return self.show_page(DialoguePage::Filter(Some(condition)));
        }
        // A name may have commas, so it is tried as a whole first.
        let mut filter = self.filter.clone();
        let whole = self.switch(&mut filter, typed);
        if let Err(message) = whole {
            filter = self.filter.clone();
            for name in typed.split(',').map(str::trim) {
                if let Err(of_name) = self.switch(&mut filter, name) {
                    let is_list = typed.contains(',');
                    return Reply::line(if is_list { &of_name } else { &message });
                }
            }
        }
        self.filter = filter;
        self.filter_changed()
    }

    /// Adds the value with a name to a filter, or removes it if the filter has it.
    fn switch(&self, filter: &mut Filter, name: &str) -> Result<(), String> {
        let snapshot = self.snapshot();
        // A value that nothing has any more with the filter can still be named.
        let mut options = facet_options(snapshot, &Filter::default());
        for option in facet_options(snapshot, filter) {
            let same = options
                .iter_mut()
                .find(|other| other.condition == option.condition && other.value == option.value);
            match same {
                Some(other) => *other = option,
                None => options.push(option),
            }
        }
        let option = resolve::facet_option(&options, name).map_err(|error| {
            let mut message = error.to_string();
            if !message.ends_with('?') {
                message.push('.');
            }
            format!("{message} Type f to list the values.")
        })?;
        toggle(filter, option);
        Ok(())
    }

    pub(super) fn clear_filter(&mut self) -> Reply {
        self.filter = Filter::default();
        self.filter_changed()
    }

    /// Says what the filter leaves.
    pub(super) fn filter_changed(&self) -> Reply {
        Reply::Change(filter_state(self.snapshot(), &self.filter))
    }

    /// Marks the page, or removes its mark.
    pub(super) fn mark(&mut self) -> Reply {
        let name = trimmed(&self.page_name()).to_string();
        if let Some(index) = self.marks.iter().position(|page| *page == self.page) {
            self.marks.remove(index);
            return Reply::Change(format!("Mark removed: {name}."));
        }
        if self.marks.len() >= MAX_MARKS {
            return Reply::line(&format!("You can mark at most {MAX_MARKS} pages."));
        }
        self.marks.push(self.page.clone());
        let hint = if self.hints > 0 {
            " Type marks to return to it."
        } else {
            ""
        };
        Reply::Change(format!("Marked: {name}.{hint}"))
    }
}

/// Returns a name without the full stop of its text.
fn trimmed(name: &str) -> &str {
    name.trim_end_matches('.')
}
