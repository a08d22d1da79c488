//! The queries of the session, to recall them.

/// The most queries that are kept.
const MAX_QUERIES: usize = 50;

/// The queries that were used, the oldest first.
#[derive(Debug, Clone, Default)]
pub(super) struct RecentQueries {
    queries: Vec<String>,
    /// The index of the recalled query; none if the query was typed.
    recalled: Option<usize>,
    /// The query that was typed before others were recalled.
    typed: String,
}

impl RecentQueries {
    /// Keeps a query as the most recent one.
    pub(super) fn keep(&mut self, query: &str) {
        let query = query.trim();
        if query.is_empty() {
            return;
        }
        self.queries.retain(|other| other != query);
        self.queries.push(query.into());
        if self.queries.len() > MAX_QUERIES {
            self.queries.remove(0);
        }
        self.recalled = None;
    }

    /// Forgets which query was recalled, since another is typed.
    pub(super) fn stop(&mut self) {
        self.recalled = None;
    }

    /// Returns the query before the current one, if there is one.
    pub(super) fn older(&mut self, current: &str) -> Option<String> {
        let before = if let Some(index) = self.recalled {
            index.checked_sub(1)?
        } else {
            let last = self.queries.last()?;
            // The current query may be the most recent one.
            let skipped = 1 + usize::from(last == current.trim());
            let index = self.queries.len().checked_sub(skipped)?;
            self.typed = current.into();
            index
        };
        self.recalled = Some(before);
        Some(self.queries[before].clone())
    }

    /// Returns the query after the recalled one: at last what was typed. Returns none if no query was recalled.
    pub(super) fn newer(&mut self) -> Option<String> {
        let after = self.recalled? + 1;
        if after < self.queries.len() {
            self.recalled = Some(after);
            return Some(self.queries[after].clone());
        }
        self.recalled = None;
        Some(std::mem::take(&mut self.typed))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn queries_are_recalled_in_both_directions() {
        let mut recent = RecentQueries::default();
        assert_eq!(recent.older(""), None);
        for query in ["a", "b", "a ", ""] {
            recent.keep(query);
        }
        assert_eq!(recent.older("typed"), Some("a".into()));
        assert_eq!(recent.older("a"), Some("b".into()));
        assert_eq!(recent.older("b"), None);
        assert_eq!(recent.newer(), Some("a".into()));
        assert_eq!(recent.newer(), Some("typed".into()));
        assert_eq!(recent.newer(), None);
        recent.keep("c");
        assert_eq!(
            recent.older("c"),
            Some("a".into()),
            "the current one is skipped"
        );
    }
}
