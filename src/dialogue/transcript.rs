//! A page as lines of text.

use super::page::PageContent;

/// Number of choices that are listed at a time.
const PAGE_SIZE: usize = 10;
/// Longest list that is listed at once.
const MAX_WHOLE: usize = 15;

/// The state that is written around the content of a page.
#[derive(Default)]
pub(super) struct PageFrame {
    /// Chosen date in words, if any.
    pub(super) as_of: Option<String>,
    /// Chosen filter in words, if any.
    pub(super) filter: Option<String>,
    /// Index of the first choice that is listed.
    pub(super) first: usize,
    /// A hint on what a user can type, if it is to be said.
    pub(super) hint: Option<String>,
}

impl PageContent {
    /// Returns the number of choices that are listed at first.
    fn first_size(&self) -> usize {
        let count = self.choices.len();
        let usual = if count <= MAX_WHOLE { count } else { PAGE_SIZE };
        self.listed_first.map_or(usual, |first| first.min(usual))
    }

    /// Returns the index after the last choice that is listed with the first of them.
    fn end_of(&self, first: usize) -> usize {
        let size = if first == 0 {
            self.first_size()
        } else {
            PAGE_SIZE
        };
        (first + size).min(self.choices.len())
    }

    /// Returns the index of the first choice after those that are listed now, if there is one.
    pub(super) fn after(&self, first: usize) -> Option<usize> {
        Some(self.end_of(first)).filter(|&end| end < self.choices.len())
    }

    /// Returns the index of the first of the choices that come before those that are listed now, if there are any.
    pub(super) fn before(&self, first: usize) -> Option<usize> {
        let size = self.first_size();
        (first > 0).then(|| match first.saturating_sub(PAGE_SIZE) {
            start if start < size => 0,
            start => start,
        })
    }

    /// Returns an index from which choices can be listed: `first`, or one before it if there are not as many any more.
    pub(super) fn start_within(&self, first: usize) -> usize {
        let mut start = first;
        while start >= self.choices.len() {
            match self.before(start) {
                Some(before) => start = before,
                None => return 0,
            }
        }
        start
    }
}

/// Returns a page as text: its title, date and filter in a line, its lines, and its numbered choices.
pub(super) fn transcript(content: &PageContent, frame: &PageFrame) -> String {
    let mut text = format!("{}.", content.title.trim_end_matches(['.', ':']));
    if let Some(date) = &frame.as_of {
        text.push_str(&format!(" As of {date}."));
    }
    if let Some(filter) = &frame.filter {
        text.push_str(&format!(" Filter: {filter}."));
    }
    let (count, end) = (content.choices.len(), content.end_of(frame.first));
    // A page with a first part of its own says what follows.
    let says_range = frame.first == 0 && content.listed_first == Some(end);
    if (end < count && !says_range) || frame.first > 0 {
        text.push_str(&format!(" {} to {end} of {count}.", frame.first + 1));
        if content.after(frame.first).is_some() && frame.hint.is_some() {
            text.push_str(" Type n for more.");
        }
    }
    text.push('\n');
    for line in &content.lines {
        text.push_str(&format!("{line}\n"));
    }
    text.push_str(&choices(content, frame.first));
    if let Some(hint) = &frame.hint {
        text.push_str(&format!("{hint}\n"));
    }
    text
}

/// Returns the choices from an index on, a line each.
pub(super) fn choices(content: &PageContent, first: usize) -> String {
    let listed = content.choices.iter().enumerate();
    let listed = listed.take(content.end_of(first)).skip(first);
    listed
        .map(|(index, choice)| format!("{}. {}\n", index + 1, choice.label))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::dialogue::page::{Choice, DialoguePage};

    fn list(count: usize, listed_first: Option<usize>) -> PageContent {
        let choice = |number| Choice::open(format!("choice {number}"), DialoguePage::Start);
        PageContent {
            listed_first,
            ..PageContent::menu("A list", (1..=count).map(choice).collect())
        }
    }

    /// Returns the numbers of the first choices, going on to the end or back to the start.
    fn starts(list: &PageContent) -> (Vec<usize>, Vec<usize>) {
        let mut forward = vec![0];
        while let Some(next) = list.after(forward[forward.len() - 1]) {
            forward.push(next);
        }
        let mut back = vec![forward[forward.len() - 1]];
        while let Some(previous) = list.before(back[back.len() - 1]) {
            back.push(previous);
        }
        back.reverse();
        (forward, back)
    }

    #[test]
    fn lists_go_on_in_tens_and_back_to_the_same_places() {
        for (count, listed_first, expected) in [
            (0, None, &[0][..]),
            (15, None, &[0]),
            (16, None, &[0, 10]),
            (31, None, &[0, 10, 20, 30]),
            (12, Some(4), &[0, 4]),
            (16, Some(4), &[0, 4, 14]),
            (30, Some(14), &[0, 10, 20]),
        ] {
            let list = list(count, listed_first);
            let (forward, back) = starts(&list);
            assert_eq!((&forward[..], &back[..]), (expected, expected), "{count}");
        }
    }

    #[test]
    fn list_that_became_shorter_is_listed_from_its_last_part() {
        for (count, first, start) in [(20, 30, 10), (5, 30, 0), (0, 10, 0), (40, 30, 30)] {
            assert_eq!(list(count, None).start_within(first), start);
        }
    }

    #[test]
    fn date_filter_and_range_are_in_the_first_line() {
        let frame = PageFrame {
            as_of: Some("2018".into()),
            filter: Some("Maths".into()),
            ..PageFrame::default()
        };
        let text = transcript(&list(16, None), &frame);
        let (first, rest) = text.split_once('\n').expect("several lines");
        assert_eq!(first, "A list. As of 2018. Filter: Maths. 1 to 10 of 16.");
        assert!(rest.starts_with("1. choice 1\n2. choice 2\n"), "{rest}");
        assert_eq!(rest.lines().count(), 10);
    }
}
