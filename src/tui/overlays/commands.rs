//! The palette, which lists every command, and the help, which lists the keys of a mode. Typing narrows both.

use ratatui::layout::Rect;

use super::overlay_state::{OverlayScope, OverlayState, Response, click_row};
use crate::{
    command::{
        Command, Key, Mode,
        palette::{CommandMatch, in_all_modes, in_mode},
    },
    text::{ELLIPSIS, elide_end, wrap, wrap_hanging},
    tui::{
        action::AppAction,
        hit_targets::HitTarget,
        layout::ViewAreas,
        selectable_list::Motion,
        symbols,
        widgets::{InputLine, ItemList, ListRow, RenderContext, TextInput, row_width},
    },
};

/// The columns of the keys and of the name, where there is room for columns.
const KEYS_WIDTH: usize = 18;
const NAME_WIDTH: usize = 15;
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
    input: TextInput,
    selected: usize,
}

impl CommandPicker {
    /// Creates a list for a mode. In a kiosk, it leaves out what is not allowed there.
    #[must_use]
    pub(crate) fn new(list: CommandList, mode: Mode, kiosk: bool) -> Self {
        let mut picker = Self {
            matches: Vec::new(),
            list,
            mode,
            kiosk,
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
        self.matches
            .retain(|found| found.binding.command.is_allowed(kiosk));
        self.selected = 0;
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
            self.selected = motion.apply(self.selected, self.matches.len());
        }
        Response::stay(AppAction::None)
    }

    fn click(&mut self, target: HitTarget) -> bool {
        click_row(&mut self.selected, target)
    }

    fn render(&self, _: &OverlayScope, areas: &ViewAreas, context: &mut RenderContext) {
        let line = Rect {
            height: 1,
            ..areas.main
        };
        let pane = Rect {
            y: areas.main.y + 1,
            height: areas.main.height.saturating_sub(1),
            ..areas.main
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
            CommandList::Palette => "Palette",
            CommandList::Help => self.mode.title(),
        };
        if self.list == CommandList::Help && self.input.text().is_empty() {
            rows.extend(notes(width));
        }
        let styles = context.styles;
        let list = ItemList {
            pane: None,
            title,
            status: "Enter to run",
            rows,
            selected: self.selected,
            count: self.matches.len(),
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
        "the plan is not published yet; on the map: not there",
    ),
    (
        symbols::PRESENT,
        "on the map: there; on the timeline: an event",
    ),
    (symbols::UNKNOWN, "not known"),
    (ELLIPSIS, "shortened: the full text is in the detail"),
    ("↑ ↓", "more above, more below"),
    ("░ ▒ █", "one, two, more priorities"),
    ("(shared)", "in the plans of several areas"),
    ("(area-wide)", "for the whole area"),
];

const NOTES: [&str; 4] = [
    "Click to select, and again to open. The wheel moves what is under the pointer.",
    "Hold Shift to select text with the mouse. With --no-mouse, the terminal keeps the mouse.",
    "The cursor is always on the selected item, so that screen readers and magnifiers follow it.",
    "For screen readers and braille displays, `oa --plain` asks and answers line by line.",
];

/// Returns the rows about symbols, mouse and screen readers.
fn notes(width: usize) -> impl Iterator<Item = ListRow> {
    let symbols = SYMBOLS
        .iter()
        .flat_map(move |(symbol, meaning)| entry(&format!("{symbol}  {meaning}"), width));
    let notes = NOTES.iter().flat_map(move |note| entry(note, width));
    [ListRow::heading("Symbols".into())]
        .into_iter()
        .chain(symbols.map(ListRow::note))
        .chain([ListRow::heading("Mouse and screen readers".into())])
        .chain(notes.map(ListRow::note))
}
