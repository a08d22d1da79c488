//! `oa picture`: a view without a terminal.

use opportunity_areas::{
    command::{Command, View},
    dataset::{Dataset, ItemIndex, PartialDate},
    tui::{
        app::App,
        headless::HeadlessApp,
        picture::{ansi, svg, text},
        styles::{Background, ColorLevel, Styles},
    },
};
use ratatui::layout::Size;

use crate::cli::{ColorTheme, PictureFormat};

/// What is to be drawn.
pub(crate) struct Picture<'p> {
    pub(crate) view: Command,
    pub(crate) at: Option<ItemIndex>,
    pub(crate) typed: Option<&'p str>,
    pub(crate) size: (u16, u16),
    pub(crate) format: PictureFormat,
    pub(crate) as_of: Option<PartialDate>,
    pub(crate) theme: ColorTheme,
    pub(crate) ascii: bool,
}

/// Draws it.
pub(crate) fn draw(dataset: &Dataset, picture: &Picture) -> String {
    let (width, height) = picture.size;
    let background = if picture.theme == ColorTheme::Light {
        Background::Light
    } else {
        Background::Dark
    };
    let color_level = if picture.format == PictureFormat::Text {
        ColorLevel::None
    } else {
        ColorLevel::TrueColor
    };
    let mut app = App::new(dataset, Size::new(width, height));
    app.styles = Styles {
        color_level,
        background,
        ascii: picture.ascii,
    };
    app.set_as_of(picture.as_of);
    if let Some(item) = picture.at {
        app.open(item);
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
    let screen = HeadlessApp::new(app);
    match picture.format {
        PictureFormat::Text => text(screen.buffer()),
        PictureFormat::Ansi => ansi(screen.buffer()),
        PictureFormat::Svg => svg(screen.buffer(), &title, background),
    }
}
