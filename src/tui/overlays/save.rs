//! The popup for a file name to write a briefing to.

mod speech;

use ratatui::layout::Rect;

use super::overlay_state::{OverlayScope, OverlayState, Response};
use crate::{
    command::{Command, Mode, SaveError, SaveFormat, SaveSubject},
    dataset::{ItemIndex, OwnerIndex},
    query::{
        describe::{and_list, capitalized, context_of, counted},
        snapshot::Snapshot,
        targets::outcome_counts_with_words,
    },
    text::{elide_end, sanitize, text_width},
    tui::{
        action::AppAction,
        layout::cells,
        mouse_targets::MouseTarget,
        speech::SpokenPage,
        styles::StyleRole,
        symbols,
        widgets::{PopupArea, RenderContext, TextInput, render_field},
    },
};

/// The size of the popup with its frame.
const WIDTH: u16 = 62;
const HEIGHT: u16 = 16;
/// The most columns of a question in a message of two rows.
const MAX_QUESTION_WIDTH: usize = 48;
/// The most columns of a question and of a name, if both are in a message of two rows.
const MAX_CHOICE_WIDTH: usize = 26;
/// The columns of a format, and of its ending.
const FORMAT_WIDTH: u16 = 27;
const ENDING_WIDTH: u16 = 7;

/// A file name that is being typed.
#[derive(Debug, Clone)]
pub(crate) struct SavePrompt {
    input: TextInput,
    /// The subject of the file.
    subject: SaveSubject,
    /// The subject in words.
    words: SubjectWords,
    /// The format of the suggested name.
    suggested: SaveFormat,
    /// The reason why the file was not written.
    problem: Option<String>,
    /// True if a file of this name exists and saving again overwrites it.
    overwrite: bool,
    /// True if typing has replaced the suggested name.
    is_replaced: bool,
}

impl SavePrompt {
    /// Creates a prompt that suggests a name.
    #[must_use]
    pub(crate) fn new(snapshot: Snapshot, subject: SaveSubject) -> Self {
        let name = subject.file_name(snapshot.dataset());
        Self {
            suggested: SaveFormat::of(&name).unwrap_or(SaveFormat::Markdown),
            input: TextInput::suggestion(name),
            words: SubjectWords::new(snapshot, &subject),
            subject,
            problem: None,
            overwrite: false,
            is_replaced: false,
        }
    }

    /// Returns the subject of the file.
    pub(crate) fn subject(&self) -> &SaveSubject {
        &self.subject
    }

    /// Shows why the file was not written.
    pub(crate) fn on_error(&mut self, error: SaveError) {
        let (problem, overwrite) = match error {
            SaveError::Exists => (
                "A file of this name exists. Press Enter again to replace it, or change the name."
                    .into(),
                true,
            ),
            SaveError::Failed(reason) => {
                let name = sanitize(self.input.text().trim());
                (format!("{name} {reason}."), self.overwrite)
            }
        };
        (self.problem, self.overwrite) = (Some(problem), overwrite);
    }

    fn format(&self) -> Option<SaveFormat> {
        SaveFormat::of(self.input.text()).ok()
    }

    fn set_format(&mut self, format: SaveFormat) {
        let name = format.name(self.input.text());
        self.input = if self.input.is_suggestion() {
            TextInput::suggestion(name)
        } else {
            TextInput::new(name)
        };
        (self.problem, self.overwrite) = (None, false);
    }

    /// Returns what will be written and where, or why nothing was; and whether it is a problem.
    fn status(&self, question: Option<&str>) -> (String, bool) {
        if let Some(question) = question {
            let name = self.input.text().trim();
            let words = if is_like_words(name) {
                let question = elide_end(question, MAX_CHOICE_WIDTH);
                let name = sanitize(name);
                let name = elide_end(&name, MAX_CHOICE_WIDTH);
                let ending = self.suggested.ending();
                format!("Enter searches for “{question}”. Tab makes it a file: {name}{ending}")
            } else {
                let question = elide_end(question, MAX_QUESTION_WIDTH);
                format!("Press Enter to search for “{question}”. Nothing will be saved.")
            };
            return (words, true);
        }
        if let Some(problem) = &self.problem {
            return (problem.clone(), true);
        }
        let name = self.input.text().trim();
        let place = match name.rsplit_once('/') {
            Some(("", _)) => "in /".into(),
            Some((folder, _)) => format!("in {}", sanitize(folder)),
            None => "in the folder you started oa in".into(),
        };
        match SaveFormat::of(name) {
            Ok(SaveFormat::Text) => (format!("A file of plain text {place}"), false),
            Ok(SaveFormat::Markdown) => (format!("A Markdown file {place}"), false),
            Ok(SaveFormat::Xlsx) => (format!("An {} {place}", SaveFormat::Xlsx.noun()), false),
            Ok(format) => (format!("A {} {place}", format.noun()), false),
            Err(_) if SaveFormat::has_no_ending(name) => {
                (format!("Enter adds {}", self.suggested.ending()), false)
            }
            Err(advice) if SaveFormat::advice() == advice => (format!("Please {advice}."), true),
            Err(reason) => (capitalized(&format!("{reason}.")), true),
        }
    }

    fn render_formats(&self, area: Rect, context: &mut RenderContext) {
        let current = self.format();
        // On a narrow screen the endings stand alone: what the current one means is above.
        let is_narrow = area.width < 2 * FORMAT_WIDTH;
        let width = if is_narrow {
            2 + ENDING_WIDTH
        } else {
            FORMAT_WIDTH
        };
        let per_row = (area.width / width).max(1);
        let rows = format_rows();
        for (index, format) in SaveFormat::offered().enumerate() {
            let place = cells(index);
            let (row, column) = if is_narrow {
                (place / per_row, place % per_row)
            } else {
                (place % rows, place / rows)
            };
            let area = Rect {
                x: area.x + column * width,
                y: area.y + row,
                width: width.min(area.width),
                height: 1,
            };
            if area.y >= context.buffer.area.bottom() {
                break;
            }
            let is_current = current == Some(format);
            let role = if is_current {
                context.put_symbol(area.x, area.y, symbols::BAR, StyleRole::SelectedBar);
                StyleRole::AccentBold
            } else {
                StyleRole::Plain
            };
            let columns = usize::from(area.width);
            context.put_str(area.x + 2, area.y, format.ending(), columns, role);
            if !is_narrow {
                let x = area.x + 2 + ENDING_WIDTH;
                context.put_str(x, area.y, format.noun(), columns, StyleRole::Plain);
            }
            context.add_target(area, MouseTarget::Row(index));
        }
    }
}

impl OverlayState for SavePrompt {
    fn mode(&self) -> Mode {
        Mode::Save
    }

    fn update(&mut self, _: &OverlayScope, command: Command) -> Response {
        self.is_replaced |= self.input.is_suggestion() && matches!(command, Command::Type(_));
        if let Some(change) = self.input.update(command) {
            if change.value {
                (self.problem, self.overwrite) = (None, false);
            }
            return Response::stay(AppAction::None);
        }
        let name = self.input.text().trim();
        match command {
            Command::Back => return Response::close(AppAction::None),
            Command::NextFormat => {
                let next = self.format().map_or(self.suggested, SaveFormat::next);
                self.set_format(next);
            }
            // The prompt stays open until the file is written, to show what goes wrong.
            Command::Open if self.format().is_some() => {
                return Response::stay(AppAction::Save {
                    name: name.into(),
                    subject: self.subject.clone(),
                    overwrite: self.overwrite,
                });
            }
            Command::Open if SaveFormat::has_no_ending(name) => {
                self.set_format(self.suggested);
                self.problem = Some("Press Enter again to save it under this name, or Esc.".into());
            }
            _ => {}
        }
        Response::stay(AppAction::None)
    }

    fn refused_entry(&self) -> Option<&str> {
        let typed = self.input.text();
        (self.is_replaced && self.format().is_none()).then_some(typed)
    }

    fn text_input(&mut self) -> Option<&mut TextInput> {
        Some(&mut self.input)
    }

    fn click(&mut self, target: MouseTarget) -> bool {
        if let MouseTarget::Row(row) = target
            && let Some(format) = SaveFormat::offered().nth(row)
        {
            self.set_format(format);
        }
        false
    }

    fn spoken<'p>(&'p self, scope: OverlayScope<'p>) -> SpokenPage<'p> {
        self.page(scope)
    }

    fn render(&self, scope: &OverlayScope, body: Rect, context: &mut RenderContext) {
        let popup = PopupArea::new(body, WIDTH, HEIGHT);
        let columns = usize::from(popup.outer.width.saturating_sub(6));
        popup.render(self.words.title(columns), "", context);
        let top = u16::from(popup.inner.height >= HEIGHT - 2);
        let bottom = popup.inner.bottom();
        let put = |context: &mut RenderContext, number: u16, text: &str, rows: u16, role| {
            let area = popup.row(number);
            let height = rows.min(bottom.saturating_sub(area.y));
            context.put_wrapped(Rect { height, ..area }, text, role);
        };
        put(context, top, &self.words.content, 1, StyleRole::Emphasis);
        render_field(&self.input, popup.row(top + 1), true, context);
        let (status, is_problem) = self.status(scope.question);
        let role = if is_problem {
            StyleRole::Pending
        } else {
            StyleRole::Dim
        };
        put(context, top + 2, &status, 2, role);
        if popup.inner.height < 7 {
            return;
        }
        let formats = [
            "The ending of the name sets the format",
            "The ending sets the format",
        ];
        let room = usize::from(popup.row(0).width);
        let formats = formats.into_iter().find(|text| text_width(text) <= room);
        // A small screen needs the blank row for the formats.
        let start = if top > 0 { top + 5 } else { 4 };
        put(
            context,
            start,
            formats.unwrap_or_default(),
            1,
            StyleRole::Dim,
        );
        self.render_formats(popup.row(start + 1), context);
        if top > 0 {
            let promise = "Nothing is written before Enter. A file that exists is not replaced: oa asks first.";
            put(context, top + 7 + format_rows(), promise, 2, StyleRole::Dim);
        }
    }
}

/// Returns true if a name has a blank and no ending. Nearly all such names are words that were meant for the search.
pub(crate) fn is_like_words(name: &str) -> bool {
    name.trim().contains(' ') && SaveFormat::has_no_ending(name)
}

/// Returns the number of rows that the formats take in two columns.
fn format_rows() -> u16 {
    u16::try_from(SaveFormat::offered().count().div_ceil(2)).unwrap_or(u16::MAX)
}

/// The subject of a file in words.
#[derive(Debug, Clone)]
struct SubjectWords {
    /// The subject and the number of its facts, for the title; short where there is no room.
    titles: [String; 2],
    /// The content of the file.
    content: String,
}

impl SubjectWords {
    fn new(snapshot: Snapshot, subject: &SaveSubject) -> Self {
        let item = match subject {
            SaveSubject::Item(item) => *item,
            SaveSubject::Rows { count, .. } => {
                let facts = counted(*count, "fact", "facts");
                return Self {
                    titles: [
                        format!("Save the table as it is shown: {facts}"),
                        format!("Save {facts}"),
                    ],
                    content: "The rows that you see, in their order, with the sources".into(),
                };
            }
            SaveSubject::Targets {
                filter,
                words,
                grouping,
            } => {
                let count = outcome_counts_with_words(snapshot, filter, words).total();
                let targets = counted(count, "target", "targets");
                return Self {
                    titles: [
                        format!("Save the list as it is shown: {targets}"),
                        format!("Save {targets}"),
                    ],
                    content: format!(
                        "The targets that you see by {}, with the sources",
                        grouping.noun()
                    ),
                };
            }
            SaveSubject::Comparison(areas) => {
                let count = counted(areas.len(), "area", "areas");
                let names = areas
                    .iter()
                    .map(|&area| snapshot.dataset().area(area).short_name());
                let names: Vec<&str> = names.collect();
                return Self {
                    titles: [
                        format!("Save the comparison: {count}"),
                        "Save the comparison".into(),
                    ],
                    content: format!("{} side by side", and_list(&names)),
                };
            }
        };
        let name = context_of(snapshot, item);
        let count = match item {
            ItemIndex::Area(area) => {
                let owners = snapshot.owners_in(Some(area));
                owners.flat_map(|owner| snapshot.facts(owner)).count()
            }
            ItemIndex::Priority(priority) => snapshot.facts(OwnerIndex::Priority(priority)).count(),
            _ => 0,
        };
        let facts = counted(count, "fact", "facts");
        let titles = match item {
            ItemIndex::Fact(_) => ["Save only one fact".into(), "Save one fact".into()],
            _ if count == 0 => [format!("Save {name}"), "Save to a file".into()],
            _ => [
                format!("Save all of {name}: {facts}"),
                format!("Save {facts}"),
            ],
        };
        let content = if count == 0 {
            format!("{name}, with its sources")
        } else {
            format!("{name}: each fact with its sources")
        };
        Self { titles, content }
    }

    /// Returns all words, for a screen reader.
    fn in_full(&self) -> String {
        format!("{}. {}", self.titles[0], self.content)
    }

    /// Returns the longest title with at most a number of columns; the short one if none has.
    fn title(&self, columns: usize) -> &str {
        let mut titles = self.titles.iter();
        let title = titles.find(|title| text_width(title) <= columns);
        title.unwrap_or(&self.titles[1])
    }
}
