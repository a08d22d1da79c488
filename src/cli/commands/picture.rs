//! `oa picture`: a view as text or as an image, without a terminal.

use std::path::PathBuf;

use clap::Args;
use ratatui::layout::Size;

use crate::{
    cli::{
        error::CliError,
        exit_status::ExitStatus,
        load::known_item,
        output_file::{ends_in, file_ending_in, print_to},
        values::{ColorTheme, PictureFormat, date, picture_size, pictures},
    },
    command::{Command, View},
    dataset::{Dataset, ItemIndex, PartialDate},
    query::snapshot::Snapshot,
    text::{MAX_INPUT_BYTES, check_length},
    tui::{
        app::App,
        headless::draw_once,
        picture::{ansi, svg, text},
        styles::{Background, ColorLevel, Styles},
    },
};

/// Print a view as a picture, without opening the dashboard
#[derive(Debug, Args)]
#[group(skip)]
#[command(
    after_help = "Examples:\n  oa picture map -o map.svg\n  oa picture areas --at oldham/3\n  oa picture search --type 'mental health'"
)]
pub(crate) struct PictureArguments {
    /// The view to draw
    #[arg(value_parser = pictures(), ignore_case = true)]
    view: Command,
    /// Open the dashboard at this item
    #[arg(long, value_name = "REFERENCE")]
    at: Option<String>,
    /// Type these words into the search, the filter of the table, the palette or the help
    #[arg(long = "type", value_name = "WORDS")]
    typed: Option<String>,
    /// Draw this many columns and rows
    #[arg(long, default_value = "100x30", value_parser = picture_size)]
    size: (u16, u16),
    /// Draw in this format
    #[arg(long, value_enum, ignore_case = true, default_value_t = PictureFormat::Text)]
    format: PictureFormat,
    /// Write the picture to this file. The ending of its name is the format: .svg, .txt or .ansi (text with terminal colours)
    #[arg(
        short = 'o', long = "output", value_name = "FILE", value_parser = file_ending_in([".svg", ".txt", ".ansi"]),
        conflicts_with = "format"
    )]
    pub(super) output: Option<PathBuf>,
    /// Replace the file if it exists
    #[arg(long, requires = "output")]
    force: bool,
    /// Use colours for a dark or a light background; `auto` means dark
    #[arg(long, value_enum, ignore_case = true, default_value_t)]
    pub(crate) theme: ColorTheme,
    /// Show only what was known at the end of this day, month or year
    #[arg(long, value_name = "DATE", value_parser = date)]
    as_of: Option<PartialDate>,
}

/// Prints the picture, or writes it to a file.
pub(in crate::cli) fn run(
    dataset: &Dataset,
    arguments: &PictureArguments,
    ascii: bool,
) -> Result<ExitStatus, CliError> {
    let item = arguments
        .at
        .as_ref()
        .map(|reference| known_item(Snapshot::as_of(dataset, arguments.as_of), reference))
        .transpose()?;
    if let Some(typed) = &arguments.typed {
        check_length("the text to type", typed.len(), MAX_INPUT_BYTES)?;
    }
    let format = match &arguments.output {
        Some(file) if ends_in(file, ".svg") => PictureFormat::Svg,
        Some(file) if ends_in(file, ".ansi") => PictureFormat::Ansi,
        Some(_) => PictureFormat::Text,
        None => arguments.format,
    };
    let picture = draw(dataset, arguments, item, format, ascii);
    print_to(arguments.output.as_deref(), arguments.force, &picture)
}

fn draw(
    dataset: &Dataset,
    arguments: &PictureArguments,
    item: Option<ItemIndex>,
    format: PictureFormat,
    ascii: bool,
) -> String {
    let (width, height) = arguments.size;
    let background = if arguments.theme == ColorTheme::Light {
        Background::Light
    } else {
        Background::Dark
    };
    let color_level = if format == PictureFormat::Text {
        ColorLevel::None
    } else {
        ColorLevel::TrueColor
    };
    let mut app = App::new(dataset, Size::new(width, height));
    app.set_styles(Styles {
        color_level,
        background,
        ascii,
    });
    app.set_as_of(arguments.as_of);
    if let Some(item) = item {
        app.open(item);
    }
    // Opening a view or typing has no effect outside the program.
    match arguments.view {
        // Even if the dataset has nothing for the view: the picture says so.
        Command::View(view) => app.show_view(view),
        command => _ = app.update(command),
    }
    if arguments.typed.is_some() && arguments.view == Command::View(View::Table) {
        let _ = app.update(Command::FilterRows);
    }
    app.type_text(arguments.typed.as_deref().unwrap_or_default());
    // No thread finds the rows and numbers of a large dataset here.
    app.find_pending();
    let title = match arguments.view {
        Command::View(View::Areas) => {
            "Areas, their priorities and actions, side by side".to_string()
        }
        _ => format!("oa: {}", app.mode().title()),
    };
    let screen = draw_once(&app);
    match format {
        PictureFormat::Text => text(&screen),
        PictureFormat::Ansi => ansi(&screen),
        PictureFormat::Svg => svg(&screen, &title, background),
    }
}
