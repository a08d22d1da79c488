//! Markdown documents as tests see them: links, code, headings and prose.

pub(crate) mod checks;

use std::fs;

use pulldown_cmark::{CodeBlockKind, Event, Options, Parser, Tag, TagEnd};

/// A Markdown file of the project.
pub(crate) struct Document {
    /// Path from the root of the project.
    pub(crate) path: String,
    pub(crate) text: String,
}

impl Document {
    pub(crate) fn read(path: &str) -> Self {
        let text = fs::read_to_string(path).unwrap_or_else(|error| panic!("{path}: {error}"));
        Self::new(path, &text)
    }

    pub(crate) fn new(path: &str, text: &str) -> Self {
        Self {
            path: path.into(),
            text: text.into(),
        }
    }

    fn events(&self) -> impl Iterator<Item = Event<'_>> {
        Parser::new_ext(&self.text, Options::ENABLE_TABLES)
    }

    /// Returns what is between a marker and the next `<!-- end -->`.
    pub(crate) fn part(&self, marker: &str) -> &str {
        self.text
            .split(&format!("<!-- {marker} -->\n"))
            .nth(1)
            .and_then(|rest| rest.split("<!-- end -->").next())
            .unwrap_or_else(|| panic!("{} has no part `{marker}`", self.path))
    }

    /// Compares a part with what the program says. With `UPDATE=1` it writes the part instead.
    pub(crate) fn assert_part(&self, marker: &str, wanted: &str) {
        let part = self.part(marker);
        if std::env::var_os("UPDATE").is_some() {
            let marker = format!("<!-- {marker} -->\n");
            let text =
                self.text
                    .replacen(&format!("{marker}{part}"), &format!("{marker}{wanted}"), 1);
            fs::write(&self.path, text).expect("the file is writable");
            return;
        }
        assert_eq!(
            part, wanted,
            "{}: run `UPDATE=1 cargo test --test readme` and read what changed",
            self.path
        );
    }

    /// Returns every link and picture, including those in HTML.
    pub(crate) fn links(&self) -> Vec<String> {
        let mut links = Vec::new();
        for event in self.events() {
            match event {
                Event::Start(Tag::Link { dest_url, .. } | Tag::Image { dest_url, .. }) => {
                    links.push(dest_url.to_string());
                }
                Event::Html(html) | Event::InlineHtml(html) => {
                    for attribute in ["src=\"", "srcset=\"", "href=\""] {
                        let found = html.split(attribute).skip(1);
                        links.extend(found.filter_map(|rest| Some(rest.split_once('"')?.0.into())));
                    }
                }
                _ => {}
            }
        }
        links
    }

    /// Returns the code within sentences.
    pub(crate) fn code(&self) -> Vec<String> {
        self.events()
            .filter_map(|event| match event {
                Event::Code(code) => Some(code.to_string()),
                _ => None,
            })
            .collect()
    }

    /// Returns the lines of all code blocks in a language, without empty ones.
    pub(crate) fn block_lines(&self, language: &str) -> Vec<String> {
        let mut inside = false;
        let mut lines = Vec::new();
        for event in self.events() {
            match event {
                Event::Start(Tag::CodeBlock(CodeBlockKind::Fenced(name))) => {
                    inside = &*name == language;
                }
                Event::End(TagEnd::CodeBlock) => inside = false,
                Event::Text(text) if inside => lines.extend(
                    text.lines()
                        .filter(|line| !line.is_empty())
                        .map(str::to_string),
                ),
                _ => {}
            }
        }
        lines
    }

    /// Returns the code within sentences that is a command: a call of the program or of cargo, with arguments.
    pub(crate) fn commands_in_prose(&self) -> Vec<String> {
        let mut commands = self.code();
        commands.retain(|code| {
            let mut words = code.split(' ').skip_while(|word| word.contains('='));
            matches!(words.next(), Some("oa" | "cargo")) && words.next().is_some()
        });
        commands
    }

    /// Returns the anchors of the headings, as forges build them.
    pub(crate) fn anchors(&self) -> Vec<String> {
        let mut anchors = Vec::new();
        let mut heading: Option<String> = None;
        for event in self.events() {
            match (event, &mut heading) {
                (Event::Start(Tag::Heading { .. }), _) => heading = Some(String::new()),
                (Event::End(TagEnd::Heading(_)), _) => {
                    anchors.extend(heading.take().map(|text| {
                        text.to_lowercase()
                            .chars()
                            .filter(|letter| letter.is_alphanumeric() || " -_".contains(*letter))
                            .map(|letter| if letter == ' ' { '-' } else { letter })
                            .collect()
                    }));
                }
                (Event::Text(text) | Event::Code(text), Some(heading)) => heading.push_str(&text),
                _ => {}
            }
        }
        anchors
    }

    /// Returns the prose, one string for each paragraph, list item, table cell and heading. Code counts as one word.
    pub(crate) fn prose(&self) -> Vec<String> {
        let mut passages = vec![String::new()];
        let mut in_block = false;
        for event in self.events() {
            let passage = passages.last_mut().expect("there is always a passage");
            match event {
                Event::Start(Tag::CodeBlock(_)) => in_block = true,
                Event::End(TagEnd::CodeBlock) => in_block = false,
                Event::Text(text) if !in_block => passage.push_str(&text),
                Event::Code(code) => passage.push_str(&code.replace([' ', '.'], "_")),
                Event::SoftBreak | Event::HardBreak => passage.push(' '),
                Event::Start(tag) if is_block(&tag) && !passage.is_empty() => {
                    passages.push(String::new());
                }
                Event::End(
                    TagEnd::Paragraph | TagEnd::Heading(_) | TagEnd::Item | TagEnd::TableCell,
                ) if !passage.is_empty() => passages.push(String::new()),
                _ => {}
            }
        }
        passages.retain(|passage| !passage.trim().is_empty());
        passages
    }
}

fn is_block(tag: &Tag) -> bool {
    matches!(
        tag,
        Tag::Paragraph | Tag::Heading { .. } | Tag::Item | Tag::List(_) | Tag::TableCell
    )
}
