//! A page as lines of text.

use super::page::PageContent;

/// Number of choices that are listed at a time.
pub(super) const PAGE_SIZE: usize = 20;

/// The state that is written around the content of a page.
pub(super) struct PageFrame {
    /// Chosen date in words, if any.
    pub(super) as_of: Option<String>,
    /// Chosen filter in words, if any.
    pub(super) filter: Option<String>,
    /// Index of the first choice that is listed.
    pub(super) first: usize,
    /// True if there is a previous page.
    pub(super) can_go_back: bool,
}

/// Returns a page as text: its title, date and filter, its lines, its numbered choices, and what to
/// type.
pub(super) fn transcript(content: &PageContent, frame: &PageFrame) -> String {
    let mut text = format!("\n{}.\n", content.title.trim_end_matches(['.', ':']));
    if let Some(date) = &frame.as_of {
        text.push_str(&format!("As of {date}.\n"));
    }
    if let Some(filter) = &frame.filter {
        text.push_str(&format!("Filter: {filter}.\n"));
    }
    for line in &content.lines {
        text.push_str(&format!("{line}\n"));
    }
    let listed = content
        .choices
        .iter()
        .enumerate()
        .skip(frame.first)
        .take(PAGE_SIZE);
    for (index, choice) in listed {
        text.push_str(&format!("{}. {}\n", index + 1, choice.label));
    }
    let count = content.choices.len();
    let last = (frame.first + PAGE_SIZE).min(count);
    if last < count || frame.first > 0 {
        let more = if last < count {
            "n for more"
        } else {
            "p for the previous ones"
        };
        text.push_str(&format!(
            "Choices {} to {last} of {count}. Type {more}.\n",
            frame.first + 1
        ));
    }
    let number = if count > 0 { "a number, " } else { "" };
    let back = if frame.can_go_back {
        "b to go back, "
    } else {
        ""
    };
    text.push_str(&format!(
        "Type {number}{back}s and words to search, ? for help, q to quit.\n"
    ));
    text
}
