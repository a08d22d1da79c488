//! The session that every terminal goes through.

use std::time::{Duration, Instant};

use opportunity_areas::{
    command::Key,
    dataset::Dataset,
    tui::{
        app::{App, CopyOutcome, Effect},
        headless::HeadlessApp,
        styles::{Background, ColorLevel, Styles},
    },
};
use ratatui::layout::Size;

use super::{
    case::Case,
    driver::{Driver, Shown},
    workspace::{PAUSE, PROMPT, WAIT_LIMIT, Workspace, wait_for},
};

/// Keys that lead through all views, some popups and back.
const KEYS: [Key; 22] = [
    Key::Down,
    Key::Tab,
    Key::Char('2'),
    Key::Home,
    Key::Down,
    Key::Right,
    Key::Enter,
    Key::Char('3'),
    Key::Char('4'),
    Key::Left,
    Key::Char('5'),
    Key::Char('8'),
    Key::Down,
    Key::Char('/'),
    Key::Char('m'),
    Key::Char('a'),
    Key::Escape,
    Key::Char('?'),
    Key::Escape,
    Key::Char('f'),
    Key::Escape,
    Key::Char('1'),
];

/// Longest time that Esc may take more than another key: programs wait for the rest of a sequence.
const MAX_ESCAPE_DELAY: Duration = Duration::from_millis(1200);
/// Pixels that may be different: in some fonts a letter reaches a little into the next cell, and it
/// depends on the order of drawing what is seen of that. The thinnest letter has more.
pub(crate) const MAX_DIFFERENT_PIXELS: usize = 6;
/// Difference from which on a pixel is clearly different, of 255.
pub(crate) const CLEAR_DIFFERENCE: u8 = 64;
/// Columns that a window may have more or less than was asked for, since pixels are asked for.
const MAX_DIFFERENT_COLUMNS: u16 = 4;
/// The sizes that a window has in turn while it is resized.
const RESIZES: [(u16, u16); 12] = [
    (81, 24),
    (90, 26),
    (100, 30),
    (60, 20),
    (40, 12),
    (70, 28),
    (110, 32),
    (79, 23),
    (80, 25),
    (120, 33),
    (50, 18),
    (100, 30),
];

/// Takes a terminal through the session, and fails where it shows anything but what it should.
pub(crate) fn check(name: &str, case: &Case) {
    let workspace = Workspace::new(name, case);
    let mut driver = (case.start)(&workspace, case);
    workspace.wait_for_shell();
    driver.type_line("prepare");
    let size = workspace.size();
    driver.type_line("oa");
    if case.is_dialogue {
        wait_for_text(driver.as_mut(), "the line mode starts", |text| {
            text.contains("Areas") && !text.contains("1 Areas")
        });
        return;
    }
    let dataset = Dataset::bundled();
    let mut app = App::new(&dataset, size);
    app.show_hint();
    let mut visit = Visit {
        name,
        case,
        workspace: &workspace,
        driver,
        wanted: HeadlessApp::new(app),
        compared: 0,
        as_text: true,
    };
    workspace.wait_for_frame_after("start: ", 1);
    if let Shown::Text(_) = visit.driver.shown() {
        visit.compare("the start");
    }
    // The first key takes the greeting away, so pixels would differ.
    visit.press(Key::Ctrl('l'));
    visit.compare("the first key");
    visit.check_color();
    for key in KEYS {
        visit.press(key);
        visit.compare(&format!("{key}"));
    }
    visit.check_escape();
    visit.check_clipboard();
    visit.check_mouse();
    visit.check_resizing(size);
    visit.check_suspending();
    visit.check_quitting();
    println!(
        "{name} ({}), {}x{}: {} screens, compared as {}",
        visit.driver.version(),
        size.width,
        size.height,
        visit.compared,
        if visit.as_text { "text" } else { "pixels" },
    );
}

/// The program in a terminal, and the same program in memory.
struct Visit<'v> {
    name: &'v str,
    case: &'v Case,
    workspace: &'v Workspace,
    driver: Box<dyn Driver>,
    wanted: HeadlessApp<'v>,
    /// Number of screens compared so far.
    compared: usize,
    as_text: bool,
}

impl Visit<'_> {
    /// Presses a key in both.
    fn press(&mut self, key: Key) -> Effect {
        let presses = self.presses();
        self.driver.press(key);
        let effect = self.wanted.press([key]);
        if effect != Effect::Quit {
            self.workspace.wait_for_frame_after("key: ", presses + 1);
        }
        effect
    }

    fn presses(&self) -> usize {
        self.workspace.log().matches("key: ").count()
    }

    /// Waits until the terminal shows what it should: the same text as the program in memory. Pixels
    /// should be the same as when everything is drawn again.
    fn compare(&mut self, after: &str) {
        let styles = logged_styles(&self.workspace.log(), self.case.is_ascii());
        self.wanted.app.set_styles(styles);
        // Draws it.
        self.wanted.resize(self.wanted.app.size());
        match self.driver.shown() {
            Shown::Text(first) => self.compare_text(first, after),
            Shown::Pixels(_) => self.compare_pixels(after),
        }
        self.compared += 1;
    }

    fn compare_text(&mut self, first: String, after: &str) {
        let wanted = self.wanted.text();
        let start = Instant::now();
        let mut shown = first;
        while !is_shown(&shown, &wanted) {
            assert!(
                start.elapsed() < WAIT_LIMIT,
                "after {after} {} shows\n{shown}\nwanted\n{wanted}",
                self.name
            );
            std::thread::sleep(PAUSE);
            if let Shown::Text(text) = self.driver.shown() {
                shown = text;
            }
        }
    }

    fn compare_pixels(&mut self, after: &str) {
        self.as_text = false;
        // Drawn for the first time, or in part.
        let before = self.settled_pixels();
        let presses = self.presses();
        self.driver.press(Key::Ctrl('l'));
        self.workspace.wait_for_frame_after("key: ", presses + 1);
        let redrawn = self.settled_pixels();
        // A key may take a notice away, so nothing can be said about that screen.
        let text = self.wanted.text();
        self.wanted.press([Key::Ctrl('l')]);
        let is_comparable = self.wanted.text() == text;
        if is_comparable && different_pixels(&before, &redrawn) > MAX_DIFFERENT_PIXELS {
            let files = [("before.xwd", before), ("redrawn.xwd", redrawn)].map(|(name, pixels)| {
                let path = self.workspace.path(name);
                std::fs::write(&path, pixels).expect("the folder can be written to");
                path
            });
            panic!("after {after} {} shows other pixels: {files:?}", self.name);
        }
    }

    fn settled_pixels(&mut self) -> Vec<u8> {
        match self.driver.shown() {
            Shown::Pixels(pixels) => pixels,
            Shown::Text(_) => panic!("{} shows pixels or text", self.name),
        }
    }

    /// Checks that there are colours, or none, in the list of areas and in the matrix.
    fn check_color(&mut self) {
        let on_areas = self.driver.shows_color();
        self.press(Key::Char('2'));
        self.compare("2");
        if self.case.color == Some(true) && !on_areas {
            // The terminal may say later that it has them.
            wait_for(&format!("{} shows colours", self.name), || {
                self.driver.shows_color().then_some(())
            });
        }
        if self.case.color == Some(false) {
            let shows_color = on_areas || self.driver.shows_color();
            assert!(!shows_color, "{} shows colours", self.name);
        }
        self.press(Key::Char('1'));
        self.compare("1");
    }

    /// Checks that Esc takes no longer than other keys, with the mouse on. The fastest of several counts:
    /// the machine may be busy.
    fn check_escape(&mut self) {
        let mut fastest = [Duration::MAX; 2];
        for _ in 0..3 {
            for (key, fastest) in [Key::Char('?'), Key::Escape].into_iter().zip(&mut fastest) {
                let start = Instant::now();
                self.press(key);
                *fastest = start.elapsed().min(*fastest);
            }
        }
        let [other, escape] = fastest;
        assert!(
            escape < other + MAX_ESCAPE_DELAY,
            "{}: Esc takes {escape:?}, another key {other:?}",
            self.name
        );
        self.compare("Esc");
    }

    /// Copies a long text, which must not appear on the screen in base 64.
    fn check_clipboard(&mut self) {
        let Effect::Copy(text) = self.press(Key::Char('y')) else {
            panic!("`y` copies");
        };
        assert!(text.len() > 800, "a long text: {text}");
        self.wanted.app.on_copied(&text, self.case.clipboard);
        // Draws it.
        self.wanted.resize(self.wanted.app.size());
        self.compare("copying");
        let log = self.workspace.log();
        assert!(
            log.contains(&format!("bytes, {:?}", self.case.clipboard)),
            "{log}"
        );
        if self.case.clipboard != CopyOutcome::Sent {
            assert!(self.wanted.text().contains("Not copied"));
        }
        self.press(Key::Escape);
        self.compare("Esc after copying");
    }

    /// Clicks a tab.
    fn check_mouse(&mut self) {
        if !self.case.mouse {
            return;
        }
        let tab = self.wanted.text().find('2').expect("the second tab");
        let column = u16::try_from(tab + 3).expect("it is in the first row");
        self.driver.click(column, 0);
        self.workspace.wait_for_frame_after("mouse: ", 1);
        self.wanted.click(column, 0);
        self.compare("a click");
        self.press(Key::Char('1'));
        self.compare("1");
    }

    /// Resizes the terminal quickly, twelve times, and then back.
    fn check_resizing(&mut self, size: Size) {
        for (columns, rows) in RESIZES {
            self.driver.resize(Size::new(columns, rows));
            std::thread::sleep(Duration::from_millis(15));
        }
        let (columns, rows) = RESIZES[RESIZES.len() - 1];
        self.compare_resized(Size::new(columns, rows), "resizing");
        self.press(Key::Down);
        self.compare("Down after resizing");
        self.driver.resize(size);
        self.compare_resized(size, "resizing back");
    }

    /// Compares the screens after the terminal was resized to about this size: the program in memory
    /// gets the size that the other was told last. More may follow while it is compared.
    fn compare_resized(&mut self, size: Size, after: &str) {
        wait_for("the program is told the new size", || {
            let _ = self.follow_size()?;
            (self.wanted.app.size().width.abs_diff(size.width) <= MAX_DIFFERENT_COLUMNS)
                .then_some(())
        });
        let start = Instant::now();
        loop {
            // A terminal with a window has done all that it was asked once it stands still.
            let is_same = match self.driver.shown() {
                Shown::Text(shown) => is_shown(&shown, &self.wanted.text()),
                Shown::Pixels(_) => true,
            };
            let has_changed = self.follow_size().is_some_and(|has_changed| has_changed);
            if is_same && !has_changed || start.elapsed() > WAIT_LIMIT {
                break;
            }
            std::thread::sleep(PAUSE);
        }
        self.compare(after);
    }

    /// Gives the program in memory the last size that the other was told, and returns true if it had
    /// another. Returns `None` if it was told none.
    fn follow_size(&mut self) -> Option<bool> {
        let log = self.workspace.log();
        let (columns, rows) = log
            .rsplit_once("resize: ")?
            .1
            .lines()
            .next()?
            .split_once('x')?;
        let size = Size::new(columns.parse().ok()?, rows.parse().ok()?);
        let has_changed = size != self.wanted.app.size();
        if has_changed {
            self.wanted.resize(size);
        }
        Some(has_changed)
    }

    /// Stops the program and continues it.
    fn check_suspending(&mut self) {
        self.driver.press(Key::Ctrl('z'));
        self.wait_for_log("terminal: restored", 1);
        self.assert_clean_prompt("Stopped");
        self.driver.type_line("fg");
        self.wait_for_log("terminal: set up again", 1);
        self.compare("fg");
        self.press(Key::Down);
        self.compare("Down after fg");
    }

    /// Quits, and checks that the terminal is as before.
    fn check_quitting(&mut self) {
        self.driver.press(Key::Char('q'));
        self.wait_for_log("terminal: restored", 2);
        self.assert_clean_prompt("");
        self.driver.type_line("finish");
        let after = self.workspace.wait_for_file("after");
        assert_eq!(
            after,
            self.workspace.wait_for_file("before"),
            "{}: the settings of the terminal",
            self.name
        );
        self.assert_clean_prompt("status 0");
    }

    fn wait_for_log(&self, words: &str, count: usize) {
        wait_for(&format!("`{words}` is in the log"), || {
            (self.workspace.log().matches(words).count() >= count).then_some(())
        });
    }

    /// Checks that the last row is the prompt and nothing else, and that these words are in a row
    /// above it, of which nothing was drawn over either.
    fn assert_clean_prompt(&mut self, words: &str) {
        if !self.as_text {
            // The shell waits for a line, at least.
            self.settled_pixels();
            return;
        }
        let is_byobu = self.name == "byobu";
        wait_for_text(self.driver.as_mut(), "there is a clean prompt", |text| {
            let mut rows: Vec<&str> = text.lines().filter(|row| !row.trim().is_empty()).collect();
            if is_byobu {
                // Its status line.
                rows.pop();
            }
            let above = rows.iter().rev().skip(1).take(3);
            rows.last().is_some_and(|row| row.trim_end() == PROMPT)
                && (words.is_empty()
                    || above
                        .map(|row| row.trim_end())
                        .any(|row| row.contains(words) && !row.contains(['─', '│'])))
        });
    }
}

/// Returns the styles that the program has logged: some signs depend on the number of colours.
pub(crate) fn logged_styles(log: &str, ascii: bool) -> Styles {
    let last = |words| log.rsplit_once(words).map(|(_, rest)| rest);
    let has = |words, value: String| last(words).is_some_and(|rest| rest.starts_with(&value));
    let color_level = [
        ColorLevel::Ansi16,
        ColorLevel::Ansi256,
        ColorLevel::TrueColor,
    ]
    .into_iter()
    .find(|level| has("color_level: ", format!("{level:?}")));
    let background = [Background::Dark, Background::Light]
        .into_iter()
        // The last one is what the terminal has replied, if it has.
        .find(|background| {
            has("background", format!(" {background:?}"))
                || has("background", format!(": {background:?}"))
        });
    Styles {
        color_level: color_level.unwrap_or(ColorLevel::None),
        background: background.unwrap_or(Background::Unknown),
        ascii,
    }
}

/// Returns true if a terminal shows this text. A multiplexer may have rows of its own below.
fn is_shown(shown: &str, wanted: &str) -> bool {
    shown
        .lines()
        .chain(std::iter::repeat(""))
        .take(wanted.lines().count())
        .map(str::trim_end)
        .eq(wanted.lines().map(str::trim_end))
}

/// Returns the number of pixels that are clearly different.
pub(crate) fn different_pixels(one: &[u8], other: &[u8]) -> usize {
    if one.len() != other.len() {
        return usize::MAX;
    }
    let is_different = |(one, other): &(&[u8], &[u8])| {
        one.iter()
            .zip(*other)
            .any(|(one, other)| one.abs_diff(*other) > CLEAR_DIFFERENCE)
    };
    let pixels = one.chunks(4).zip(other.chunks(4));
    pixels.filter(is_different).count()
}

pub(crate) fn wait_for_text(driver: &mut dyn Driver, what: &str, is_shown: impl Fn(&str) -> bool) {
    let start = Instant::now();
    loop {
        let Shown::Text(text) = driver.shown() else {
            return;
        };
        if is_shown(&text) {
            return;
        }
        assert!(
            start.elapsed() < WAIT_LIMIT,
            "waited in vain until {what}:\n{text}"
        );
        std::thread::sleep(PAUSE);
    }
}
