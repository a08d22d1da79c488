//! The palette, which lists every command, and the help, which lists the keys of a mode. Typing narrows both.

use ratatui::layout::Rect;

use super::overlay_state::{OverlayScope, OverlayState, Response, click_row};
use crate::{
    command::{
        Command, Key, Mode, View,
        palette::{CommandMatch, in_all_modes, in_mode},
    },
    text::{ELLIPSIS, elide_end, wrap, wrap_hanging},
    tui::{
        action::AppAction,
        layout::ViewRects,
        map_shapes::{DISTRICT_ATTRIBUTION, LAND_ATTRIBUTION},
        mouse_targets::MouseTarget,
        selectable_list::Motion,
        symbols,
        widgets::{InputLine, ItemList, ListRow, RenderContext, TextInput, row_width},
    },
};

/// The columns of the keys and of the name, where there is room for columns.
const KEYS_WIDTH: usize = 18;
const NAME_WIDTH: usize = 18;
/// The narrowest description in columns.
const MIN_DESCRIPTION_WIDTH: usize = 30;

/// The narrowest text of an entry without columns.
const MIN_ENTRY_WIDTH: usize = 8;

/// The commands that are listed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum CommandList {
    /// All commands.
    Palette,
    /// The commands of the mode, and the meaning of the symbols.
    Help,
}

/// A list of commands that match what is typed.
#[derive(Debug, Clone)]
pub(crate) struct CommandPicker {
    /// The commands that match.
    pub matches: Vec<CommandMatch>,
    list: CommandList,
    /// The mode below the overlay.
    mode: Mode,
    kiosk: bool,
    /// The views that the dataset has nothing for.
    hidden_views: Vec<View>,
    input: TextInput,
    selected: usize,
}

impl CommandPicker {
    /// Creates a list for a mode. In a kiosk, it leaves out what is not allowed there. It leaves out the commands of
    /// `hidden_views`, too.
    #[must_use]
    pub(crate) fn new(list: CommandList, mode: Mode, kiosk: bool, hidden_views: Vec<View>) -> Self {
        let mut picker = Self {
            matches: Vec::new(),
            list,
            mode,
            kiosk,
            hidden_views,
            input: TextInput::default(),
            selected: 0,
        };
        picker.find();
        picker
    }

    fn find(&mut self) {
        let typed = self.input.text();
        self.matches = match self.list {
            CommandList::Palette => in_all_modes(self.mode, typed),
            CommandList::Help => in_mode(self.mode, typed),
        };
        let kiosk = self.kiosk;
        let is_hidden =
            |view: Option<View>| view.is_some_and(|view| self.hidden_views.contains(&view));
        self.matches.retain(|found| {
            let command = found.binding.command;
            command.is_allowed(kiosk) && !is_hidden(command.opened_view()) && !is_hidden(found.view)
        });
        self.selected = 0;
    }

    /// Returns true if the meaning of the symbols follows the commands.
    fn has_notes(&self) -> bool {
        self.list == CommandList::Help && self.input.text().is_empty()
    }

    /// Returns the number of rows that can be selected: the notes too, so that they can be reached and read aloud.
    fn item_count(&self) -> usize {
        let notes = if self.has_notes() {
            SYMBOLS.len() + NOTES.len() + MAP_SOURCES.len()
        } else {
            0
        };
        self.matches.len() + notes
    }
}

impl OverlayState for CommandPicker {
    fn mode(&self) -> Mode {
        match self.list {
            CommandList::Palette => Mode::Palette,
            CommandList::Help => Mode::Help,
        }
    }

    fn update(&mut self, scope: &OverlayScope, command: Command) -> Response {
        match command {
            Command::Back => return Response::close(AppAction::None),
            Command::Open => {
                let Some(found) = self.matches.get(self.selected) else {
                    return Response::stay(AppAction::None);
                };
                return Response::close(AppAction::Run(found.view, found.binding.command));
            }
            _ => {}
        }
        if let Some(change) = self.input.update(command) {
            if change.value {
                self.find();
            }
        } else if let Some(motion) = Motion::from_command(command, scope.view.page(false)) {
            self.selected = motion.apply(self.selected, self.item_count());
        }
        Response::stay(AppAction::None)
    }

    fn text_input(&mut self) -> Option<&mut TextInput> {
        Some(&mut self.input)
    }

    fn click(&mut self, target: MouseTarget) -> bool {
        click_row(&mut self.selected, target)
    }

    fn render(&self, _: &OverlayScope, rects: &ViewRects, context: &mut RenderContext) {
        let line = Rect {
            height: 1,
            ..rects.main
        };
        let pane = Rect {
            y: rects.main.y + 1,
            height: rects.main.height.saturating_sub(1),
            ..rects.main
        };
        let width = row_width(pane);
        let matches = self.matches.iter().enumerate();
        let mut rows: Vec<ListRow> = matches
            .flat_map(|(item, found)| {
                let lines = lines(found, width).into_iter();
                lines.map(move |text| ListRow::item(item, text))
            })
            .collect();
        let title = match self.list {
            CommandList::Palette => "Commands".into(),
            CommandList::Help => format!("Keys in {}", self.mode.name()),
        };
        if self.has_notes() {
            rows.extend(notes(self.matches.len(), width));
        }
        let styles = context.styles;
        let list = ItemList {
            pane: None,
            title: &title,
            status: "Enter to run",
            counter: None,
            rows,
            selected: self.selected,
            count: self.item_count(),
            focused: true,
            empty: "No such command.",
            styles,
        };
        context.render(list, pane);
        // The cursor stays on the selected command, so that a screen reader reads it as typing narrows the list.
        let input = InputLine {
            label: "Find: ",
            input: &self.input,
            status: None,
            focused: false,
            styles,
        };
        context.render(input, line);
    }
}

/// Returns a command in lines: in columns for keys, name and description, or as a text where these do not fit.
fn lines(found: &CommandMatch, width: usize) -> Vec<String> {
    let keys = found
        .keys
        .iter()
        .map(Key::to_string)
        .collect::<Vec<_>>()
        .join(" ");
    let (name, description) = (found.binding.name, found.binding.description);
    let indent = KEYS_WIDTH + NAME_WIDTH;
    if width < indent + MIN_DESCRIPTION_WIDTH {
        return entry(&format!("{name} ({keys}): {description}"), width);
    }
    let keys = elide_end(&keys, KEYS_WIDTH - 1);
    wrap(description, width - indent)
        .into_iter()
        .enumerate()
        .map(|(index, line)| match index {
            0 => format!("{keys:KEYS_WIDTH$}{name:NAME_WIDTH$}{line}"),
            _ => format!("{:indent$}{line}", ""),
        })
        .collect()
}

fn entry(text: &str, width: usize) -> Vec<String> {
    wrap_hanging(text, width.max(MIN_ENTRY_WIDTH), "  ")
        .into_iter()
        .map(std::borrow::Cow::into_owned)
        .collect()
}

/// The meaning of the symbols.
const SYMBOLS: [(&str, &str); 10] = [
    (symbols::SELECTED, "the selected item"),
    (symbols::PUBLISHED, "the plan is published"),
    (
        symbols::PENDING,
        "the plan is not published yet; on the map also: no priority in the theme, or rank not known",
    ),
    (
        symbols::PRESENT,
        "on the map: plan published, a priority in the theme, or rank known; on the timeline: an event",
    ),
    (symbols::UNKNOWN, "not known"),
    (ELLIPSIS, "cut short: select it to read all"),
    ("↑ ↓", "more above, more below"),
    ("░ ▒ █", "one, two, more priorities"),
    ("(shared)", "in the plans of several areas"),
    ("(area-wide)", "for the whole area"),
];

const NOTES: [&str; 4] = [
    "Click to select, and click again to open. The wheel scrolls the list under the pointer.",
    "Hold Shift to select text with the mouse. With --no-mouse, the terminal keeps the mouse.",
    "The cursor is always on the selected item, so screen readers and magnifiers can follow it.",
    "For screen readers and braille displays, `oa --plain` asks and answers line by line.",
];

/// The sources of the map, which the licence of its districts asks for.
const MAP_SOURCES: [&str; 2] = [LAND_ATTRIBUTION, DISTRICT_ATTRIBUTION];

/// Returns the rows about symbols, mouse and screen readers, numbered from `first`.
fn notes(first: usize, width: usize) -> impl Iterator<Item = ListRow> {
    let rows = move |item, text: &str| {
        let lines = entry(text, width).into_iter();
        lines.map(move |line| ListRow::item(item, line))
    };
    let symbols = (first..).zip(SYMBOLS);
    let notes = (first + SYMBOLS.len()..).zip(NOTES);
    let sources = (first + SYMBOLS.len() + NOTES.len()..).zip(MAP_SOURCES);
    [ListRow::heading("Symbols".into())]
        .into_iter()
        .chain(
            symbols.flat_map(move |(item, (symbol, meaning))| {
                rows(item, &format!("{symbol}  {meaning}"))
            }),
        )
        .chain([ListRow::heading("Mouse and screen readers".into())])
        .chain(notes.flat_map(move |(item, note)| rows(item, note)))
        .chain([ListRow::heading("Sources of the map".into())])
        .chain(sources.flat_map(move |(item, source)| rows(item, source)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_blank_follows_the_keys_and_the_name_of_every_command() {
        for found in Mode::ALL.into_iter().flat_map(|mode| in_mode(mode, "")) {
            let line = lines(&found, 120).swap_remove(0);
            for end in [KEYS_WIDTH, KEYS_WIDTH + NAME_WIDTH] {
                assert_eq!(line.chars().nth(end - 1), Some(' '), "{line}");
            }
        }
    }
}
