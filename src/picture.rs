//! `oa picture`: a view without a terminal.

use opportunity_areas::{
    command::{Command, View},
    dataset::{Dataset, PartialDate, Slot},
    tui::{
        app::App,
        headless::Headless,
        look::{Background, Depth, Look},
        picture::{ansi, svg, text},
    },
};
use ratatui::layout::Size;

use crate::cli::{PictureFormat, Theme};

/// What is to be drawn.
pub(crate) struct Picture<'p> {
    pub(crate) view: Command,
    pub(crate) at: Option<Slot>,
    pub(crate) typed: Option<&'p str>,
    pub(crate) size: (u16, u16),
    pub(crate) format: PictureFormat,
    pub(crate) as_of: Option<PartialDate>,
    pub(crate) theme: Theme,
    pub(crate) ascii: bool,
}

/// Draws it.
pub(crate) fn draw(dataset: &Dataset, picture: &Picture) -> String {
    let (width, height) = picture.size;
    let background = if picture.theme == Theme::Light {
        Background::Light
    } else {
        Background::Dark
    };
    let depth = if picture.format == PictureFormat::Text {
        Depth::None
    } else {
        Depth::Full
    };
    let mut app = App::new(dataset, Size::new(width, height));
    app.look = Look {
        depth,
        background,
        ascii: picture.ascii,
    };
    app.look_back(picture.as_of);
    if let Some(slot) = picture.at {
        app.open(slot);
    }
    // Nothing leaves the program or its terminal here: what a view opens with has no effect outside.
    let _ = app.update(picture.view);
    for character in picture.typed.unwrap_or_default().chars() {
        let _ = app.update(Command::Type(character));
    }
    let title = match picture.view {
        Command::View(View::Areas) => {
            "Areas, their priorities and actions, side by side".to_string()
        }
        _ => format!("oa: {}", app.mode().name()),
    };
    let screen = Headless::new(app);
    match picture.format {
        PictureFormat::Text => text(screen.buffer()),
        PictureFormat::Ansi => ansi(screen.buffer()),
        PictureFormat::Svg => svg(screen.buffer(), &title, background),
    }
}
