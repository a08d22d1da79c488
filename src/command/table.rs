//! The table itself: a row a command.

use super::{
    Command, Key,
    Mode::{
        self, Areas, Compare, Date, Filter, Help, Jump, Map, Marks, Matrix, Palette, Save, Search,
        Sources, Text, Timeline,
    },
    View,
};

/// A command's row in the table.
#[derive(Debug)]
pub struct Binding {
    /// The command.
    pub command: Command,
    /// Its name, in a word or two.
    pub name: &'static str,
    /// What it does, in a few words.
    pub what: &'static str,
    /// Its keys, the one to show first.
    pub keys: &'static [Key],
    /// Where it works.
    pub modes: &'static [Mode],
    /// Its place in the footer, where it has one; the lowest is shown first.
    pub footer: Option<u8>,
    /// The word for it in the dialogue, where it is of use there.
    pub word: Option<&'static str>,
    /// What it does in the dialogue, where that is said in other words.
    pub spoken: Option<&'static str>,
}

impl Binding {
    /// The same row, with a word for the dialogue.
    const fn word(self, word: &'static str) -> Self {
        Self {
            word: Some(word),
            ..self
        }
    }

    /// The same row, with a word for the dialogue and what it does there.
    const fn spoken(self, word: &'static str, what: &'static str) -> Self {
        Self {
            word: Some(word),
            spoken: Some(what),
            ..self
        }
    }
}

/// Where letters are keys and the programme is seen.
const VIEWS: &[Mode] = &[Areas, Matrix, Map, Timeline, Compare, Sources];
/// The same, and the search.
const ALL_VIEWS: &[Mode] = &[Areas, Matrix, Map, Timeline, Compare, Sources, Search];
/// Where something stands below something.
const LISTS: &[Mode] = &[
    Areas, Matrix, Map, Timeline, Compare, Sources, Search, Palette, Help, Filter, Marks, Text,
];
/// The same, where letters are keys.
const LETTER_LISTS: &[Mode] = &[
    Areas, Matrix, Map, Timeline, Compare, Sources, Filter, Marks, Text,
];
/// Lists of rows alone.
const ROWS: &[Mode] = &[
    Areas, Matrix, Timeline, Compare, Sources, Search, Palette, Help, Filter, Marks, Text,
];
const GRIDS: &[Mode] = &[Matrix, Map, Compare];
/// What lies over a view.
const OVER: &[Mode] = &[Palette, Help, Jump, Date, Filter, Marks, Save, Text];
const TYPED: &[Mode] = &[Search, Palette, Help, Jump, Date, Save];
/// Lists of names.
const NAMES: &[Mode] = &[Areas, Matrix, Map, Timeline, Sources];

/// What a row says that only adds keys to the one before it.
pub(super) const ALIAS: &str = "the same";

const fn row(
    command: Command,
    name: &'static str,
    what: &'static str,
    keys: &'static [Key],
    modes: &'static [Mode],
    footer: Option<u8>,
) -> Binding {
    Binding {
        command,
        name,
        what,
        keys,
        modes,
        footer,
        word: None,
        spoken: None,
    }
}

/// All commands. Where two rows have the same key in a mode the first counts; a test sees to it that there are none.
pub static BINDINGS: &[Binding] = &[
    row(
        Command::Help,
        "Help",
        "show what the keys do; typing finds a command",
        &[Key::Char('?')],
        VIEWS,
        Some(0),
    )
    .spoken("?", "says what can be typed"),
    row(
        Command::Quit,
        "Quit",
        "leave the program",
        &[Key::Char('q')],
        VIEWS,
        Some(1),
    )
    .word("q"),
    row(
        Command::Quit,
        "Quit",
        "leave the program from anywhere",
        &[Key::Ctrl('c')],
        &Mode::ALL,
        None,
    ),
    // Views.
    row(
        Command::View(View::Areas),
        "Areas",
        "areas, their priorities and actions, side by side",
        &[Key::Char('1')],
        VIEWS,
        None,
    )
    .word("areas"),
    row(
        Command::View(View::Matrix),
        "Matrix",
        "which areas have priorities in which themes",
        &[Key::Char('2')],
        VIEWS,
        None,
    )
    .word("matrix"),
    row(
        Command::View(View::Map),
        "Map",
        "where the areas are",
        &[Key::Char('3')],
        VIEWS,
        None,
    )
    .word("map"),
    row(
        Command::View(View::Timeline),
        "Timeline",
        "what happened when",
        &[Key::Char('4')],
        VIEWS,
        None,
    )
    .word("timeline"),
    row(
        Command::View(View::Compare),
        "Compare",
        "two to four areas side by side, differences first",
        &[Key::Char('5')],
        VIEWS,
        None,
    )
    .spoken(
        "compare",
        "and two to four areas shows them side by side, differences first",
    ),
    row(
        Command::View(View::Sources),
        "Sources",
        "every publication, and what rests on it",
        &[Key::Char('6')],
        VIEWS,
        None,
    )
    .word("sources"),
    row(
        Command::View(View::Search),
        "Search",
        "find anything by its words",
        &[Key::Char('/'), Key::Char('7'), Key::Ctrl('s')],
        VIEWS,
        Some(3),
    )
    .spoken("s", "and words finds anything by its words"),
    row(
        Command::Palette,
        "Palette",
        "find any command by its name",
        &[Key::Ctrl('p'), Key::Char(':')],
        VIEWS,
        Some(12),
    ),
    row(
        Command::Palette,
        "Palette",
        "find any command by its name",
        &[Key::Ctrl('p')],
        &[Search],
        None,
    ),
    // Moving.
    row(
        Command::Open,
        "Open",
        "go into what is selected: area, priority, action, its whole text",
        &[Key::Enter],
        &[Areas],
        Some(2),
    ),
    row(
        Command::Open,
        "Open",
        "open what is selected in the three panes",
        &[Key::Enter],
        &[Map, Timeline, Compare, Search],
        Some(2),
    ),
    row(
        Command::Open,
        "Open",
        "open the priority or the area in the three panes; show the whole of a theme",
        &[Key::Enter],
        &[Matrix],
        Some(2),
    ),
    row(
        Command::Open,
        "Open",
        "show what rests on a source; open a fact in the three panes",
        &[Key::Enter],
        &[Sources],
        Some(2),
    ),
    row(
        Command::Open,
        "Run",
        "run the selected command",
        &[Key::Enter],
        &[Palette, Help],
        Some(2),
    ),
    row(
        Command::Open,
        "Go there",
        "go to the selected place",
        &[Key::Enter],
        &[Marks],
        Some(2),
    ),
    row(
        Command::Open,
        "Choose",
        "take the selected value, or let it go",
        &[Key::Enter, Key::Char(' ')],
        &[Filter],
        Some(2),
    ),
    row(
        Command::Open,
        "Stay",
        "stay at the item",
        &[Key::Enter],
        &[Jump],
        Some(2),
    ),
    row(
        Command::Up,
        "Up",
        "go to the item before that has the letters",
        &[Key::Up],
        &[Jump],
        None,
    ),
    row(
        Command::Down,
        "Move",
        "go to the next item that has the letters",
        &[Key::Down],
        &[Jump],
        Some(5),
    ),
    row(
        Command::Open,
        "Keep",
        "keep the date",
        &[Key::Enter],
        &[Date],
        Some(2),
    ),
    row(
        Command::Open,
        "Save",
        "write the file",
        &[Key::Enter],
        &[Save],
        Some(2),
    ),
    row(
        Command::Open,
        "Close",
        "close the text",
        &[Key::Enter],
        &[Text],
        Some(2),
    ),
    row(
        Command::Back,
        "Back",
        "go back to where one came from",
        &[Key::Escape],
        ALL_VIEWS,
        Some(4),
    )
    .word("b"),
    row(
        Command::Back,
        "Close",
        "go back to the view",
        &[Key::Escape],
        OVER,
        Some(3),
    ),
    row(
        Command::Up,
        "Up",
        "go to the item above, or scroll the text up",
        &[Key::Up],
        LISTS,
        None,
    ),
    row(
        Command::Up,
        "Up",
        ALIAS,
        &[Key::Char('k')],
        LETTER_LISTS,
        None,
    ),
    row(
        Command::Down,
        "Move",
        "go to the item below, or scroll the text down",
        &[Key::Down],
        LISTS,
        Some(5),
    ),
    row(
        Command::Down,
        "Move",
        ALIAS,
        &[Key::Char('j')],
        LETTER_LISTS,
        None,
    ),
    row(
        Command::PageUp,
        "Page up",
        "go a page up",
        &[Key::PageUp, Key::Ctrl('b')],
        ROWS,
        None,
    )
    .spoken("p", "says the choices before"),
    row(
        Command::PageDown,
        "Page down",
        "go a page down",
        &[Key::PageDown, Key::Ctrl('f')],
        ROWS,
        None,
    )
    .spoken("n", "says more choices"),
    row(
        Command::First,
        "First",
        "go to the first item or line",
        &[Key::Home],
        ROWS,
        None,
    ),
    row(
        Command::First,
        "First",
        ALIAS,
        &[Key::Char('g')],
        LETTER_ROWS,
        None,
    ),
    row(
        Command::Last,
        "Last",
        "go to the last item or line",
        &[Key::End],
        ROWS,
        None,
    ),
    row(
        Command::Last,
        "Last",
        ALIAS,
        &[Key::Char('G')],
        LETTER_ROWS,
        None,
    ),
    row(
        Command::Jump,
        "Jump",
        "go to the item whose name has the letters that are typed",
        &[Key::Char('J')],
        NAMES,
        Some(14),
    ),
    row(
        Command::NextPane,
        "Next pane",
        "go to the next pane",
        &[Key::Tab, Key::Right, Key::Char('l')],
        &[Areas],
        Some(6),
    ),
    row(
        Command::PreviousPane,
        "Pane before",
        "go to the pane before",
        &[Key::ShiftTab, Key::Left, Key::Char('h')],
        &[Areas],
        None,
    ),
    row(
        Command::Left,
        "Left",
        "go to the left",
        &[Key::Left, Key::Char('h'), Key::ShiftTab],
        GRIDS,
        None,
    ),
    row(
        Command::Right,
        "Right",
        "go to the right",
        &[Key::Right, Key::Char('l'), Key::Tab],
        GRIDS,
        None,
    ),
    // What one view alone can do.
    row(
        Command::Sort,
        "Sort",
        "put areas in another order: as listed, by rank, by count",
        &[Key::Char('s')],
        &[Matrix],
        Some(6),
    ),
    row(
        Command::ToggleExtent,
        "Widen",
        "show England, or all of Great Britain",
        &[Key::Char('z')],
        &[Map],
        Some(7),
    ),
    row(
        Command::Layer,
        "Layer",
        "lay ranks or the next theme over the map",
        &[Key::Char('t')],
        &[Map],
        Some(6),
    ),
    row(
        Command::NextArea,
        "Next area",
        "put the next area into this column",
        &[Key::Char('a')],
        &[Compare],
        Some(6),
    ),
    row(
        Command::AddArea,
        "Add",
        "add a column with another area, up to four",
        &[Key::Char('+')],
        &[Compare],
        Some(7),
    ),
    row(
        Command::RemoveArea,
        "Remove",
        "take this column away, down to two",
        &[Key::Char('-')],
        &[Compare],
        Some(8),
    ),
    row(
        Command::Compare,
        "Compare with",
        "compare the selected area with those chosen before",
        &[Key::Char('c')],
        &[Areas, Matrix, Map],
        Some(13),
    ),
    row(
        Command::PreviousDate,
        "Earlier",
        "the date before on which something became known",
        &[Key::Left, Key::Char('h')],
        &[Timeline],
        Some(7),
    ),
    row(
        Command::NextDate,
        "Later",
        "the next date on which something became known",
        &[Key::Right, Key::Char('l')],
        &[Timeline],
        Some(8),
    ),
    row(
        Command::PreviousDate,
        "Earlier",
        "the date before on which something became known",
        &[Key::Up, Key::Left],
        &[Date],
        Some(5),
    ),
    row(
        Command::NextDate,
        "Later",
        "the next date on which something became known",
        &[Key::Down, Key::Right],
        &[Date],
        Some(6),
    ),
    // Across all views.
    row(
        Command::Date,
        "As of",
        "show what was known on a date",
        &[Key::Char('d')],
        VIEWS,
        Some(9),
    )
    .spoken(
        "d",
        "and a date shows what was known then; alone, all that is known",
    ),
    row(
        Command::Filter,
        "Filter",
        "by theme, region, wave, partner",
        &[Key::Char('f')],
        VIEWS,
        Some(8),
    )
    .word("f"),
    row(
        Command::ClearFilter,
        "Clear filter",
        "show all again",
        &[Key::Char('F')],
        VIEWS,
        None,
    )
    .word("all"),
    row(
        Command::ClearFilter,
        "Clear",
        "let all values go",
        &[Key::Char('F'), Key::Delete],
        &[Filter],
        Some(5),
    ),
    row(
        Command::Copy,
        "Copy",
        "copy the text of what is selected, with its sources",
        &[Key::Char('y')],
        VIEWS,
        Some(10),
    ),
    row(
        Command::CopyReference,
        "Copy reference",
        "copy the reference of what is selected",
        &[Key::Char('Y')],
        VIEWS,
        None,
    ),
    row(
        Command::Save,
        "Save",
        "write a briefing of what is selected to a file",
        &[Key::Char('w')],
        VIEWS,
        Some(11),
    )
    .spoken(
        "w",
        "and a name writes a briefing of what is shown to a file; w! replaces one",
    ),
    row(
        Command::Mark,
        "Mark",
        "mark this place, or unmark it",
        &[Key::Char('m')],
        VIEWS,
        None,
    )
    .spoken("m", "marks this place"),
    row(
        Command::Marks,
        "Marks",
        "list the marked places",
        &[Key::Char('\'')],
        VIEWS,
        None,
    )
    .word("marks"),
    row(
        Command::Unmark,
        "Unmark",
        "unmark the selected place",
        &[Key::Delete, Key::Char('x')],
        &[Marks],
        Some(5),
    ),
    row(
        Command::PreviousLocation,
        "Place before",
        "go back through where one was",
        &[Key::Char('[')],
        VIEWS,
        None,
    ),
    row(
        Command::NextLocation,
        "Next place",
        "go forward again",
        &[Key::Char(']')],
        VIEWS,
        None,
    ),
    row(
        Command::NextHit,
        "Next answer",
        "open the search's next answer",
        &[Key::Char('n')],
        VIEWS,
        None,
    ),
    row(
        Command::PreviousHit,
        "Answer before",
        "open the search's answer before",
        &[Key::Char('N')],
        VIEWS,
        None,
    ),
    // Typing.
    row(
        Command::DeleteBackward,
        "Erase",
        "take the last letter away",
        &[Key::Backspace],
        TYPED,
        None,
    ),
    row(
        Command::ClearInput,
        "Erase all",
        "take all letters away",
        &[Key::Ctrl('u')],
        TYPED,
        Some(7),
    ),
    row(
        Command::Suspend,
        "Suspend",
        "stop until the shell's `fg`",
        &[Key::Ctrl('z')],
        &Mode::ALL,
        None,
    ),
    row(
        Command::Redraw,
        "Redraw",
        "draw the whole screen again",
        &[Key::Ctrl('l')],
        &Mode::ALL,
        None,
    ),
];

/// Rows where letters are keys.
const LETTER_ROWS: &[Mode] = &[
    Areas, Matrix, Timeline, Compare, Sources, Filter, Marks, Text,
];
