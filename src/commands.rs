//! Questions from the shell: arguments become a query, its answer a page, the page what is printed.

use std::{
    fs,
    io::{self, IsTerminal, Write},
    path::Path,
};

use opportunity_areas::{
    dataset::{Dataset, ItemIndex, Pounds, load::SCHEMA},
    query::{filter::Filter, resolve, snapshot::Snapshot},
    report::{
        Display, Format, Page,
        answer::{self, brief, compare, list, show, timeline},
        export::{ExportFile, export},
        render,
    },
    text::sanitize,
};

use crate::{
    Refusal,
    cli::{Arguments, CliCommand, FilterArguments, OutputArguments, When},
    completions, find, manpage,
    picture::{self, Picture},
    read,
    save::unfinished,
};

/// How wide an answer is where no terminal says.
const COLUMNS: usize = 80;

/// Answers a question on standard output.
pub(crate) fn answer(ask: CliCommand, arguments: &Arguments) -> Result<(), Refusal> {
    let data = arguments.data.as_deref();
    match ask {
        CliCommand::Tour { .. } => {
            unreachable!("the tour takes over the terminal: it is no question")
        }
        CliCommand::Picture {
            view,
            at,
            typed,
            size,
            format,
            theme,
            ascii,
            as_of,
        } => {
            let dataset = read(data)?;
            let at = at
                .map(|at| find(dataset, &at))
                .transpose()
                .map_err(|message| Refusal::nothing(format!("oa: {message}")))?;
            let ascii = arguments.ascii || ascii;
            print(&picture::draw(
                dataset,
                &Picture {
                    view,
                    at,
                    typed: typed.as_deref(),
                    size,
                    format,
                    as_of,
                    theme,
                    ascii,
                },
            ))
        }
        CliCommand::Schema => print(SCHEMA),
        CliCommand::Completions { shell } => print(&completions::script(shell, read(data)?)),
        CliCommand::Man { command } => {
            print(&manpage::page(command.as_deref()).map_err(Refusal::unusable)?)
        }
        CliCommand::Check { file } => {
            let dataset = read(Some(&file))?;
            let document = dataset.document();
            let facts = dataset
                .item_indices()
                .filter(|item| matches!(item, ItemIndex::Fact(_)))
                .count();
            let name = file.display().to_string();
            print(&format!(
                "{}: sound; {} areas, {facts} facts, {} sources\n",
                sanitize(&name),
                document.areas.len(),
                document.sources.len()
            ))
        }
        CliCommand::Export { folder, as_of, .. } => {
            let dataset = read(data)?;
            let snapshot = Snapshot::as_of(dataset, as_of);
            match folder {
                Some(folder) => write_folder(&folder, &export(snapshot)),
                None => print(&render(
                    snapshot,
                    &list::everything(snapshot),
                    Format::Jsonl,
                    Display::plain(COLUMNS),
                )),
            }
        }
        CliCommand::List {
            what,
            filter,
            output,
        } => {
            let dataset = read(data)?;
            let filter = filter_of(dataset, filter)?;
            give(
                snapshot(dataset, &output),
                &list::list(snapshot(dataset, &output), what.into(), &filter),
                &output,
            )
        }
        CliCommand::Show { references, output } => {
            let dataset = read(data)?;
            let items = references
                .iter()
                .map(|typed| clear(typed, resolve::resolve(dataset, typed)))
                .collect::<Result<Vec<_>, _>>()?;
            let snapshot = snapshot(dataset, &output);
            if let Some(unknown) = items.iter().find(|&&item| !snapshot.contains(item)) {
                let day = snapshot
                    .day()
                    .map(|day| day.to_string())
                    .unwrap_or_default();
                return Err(Refusal::nothing(format!(
                    "oa: `{}` was not known on {day}",
                    dataset.reference(*unknown)
                )));
            }
            give(snapshot, &show::show(snapshot, &items), &output)
        }
        CliCommand::Search {
            words,
            most,
            filter,
            output,
        } => {
            let dataset = read(data)?;
            let filter = filter_of(dataset, filter)?;
            let snapshot = snapshot(dataset, &output);
            give(
                snapshot,
                &answer::find::find(snapshot, &words.join(" "), &filter, most),
                &output,
            )
        }
        CliCommand::Matrix { filter, output } => {
            let dataset = read(data)?;
            let filter = filter_of(dataset, filter)?;
            let snapshot = snapshot(dataset, &output);
            give(snapshot, &compare::matrix(snapshot, &filter), &output)
        }
        CliCommand::Compare { areas, output } => {
            let dataset = read(data)?;
            let areas = areas
                .iter()
                .map(|typed| clear(typed, resolve::area(dataset, typed)))
                .collect::<Result<Vec<_>, _>>()?;
            let snapshot = snapshot(dataset, &output);
            give(snapshot, &compare::compare(snapshot, &areas), &output)
        }
        CliCommand::Timeline { area, output } => {
            let dataset = read(data)?;
            let area = area
                .map(|typed| clear(&typed, resolve::area(dataset, &typed)))
                .transpose()?;
            let snapshot = snapshot(dataset, &output);
            give(snapshot, &timeline::timeline(snapshot, area), &output)
        }
        CliCommand::Brief { subject, output } => {
            let dataset = read(data)?;
            let snapshot = snapshot(dataset, &output);
            let page = match clear(&subject, resolve::resolve(dataset, &subject))? {
                ItemIndex::Area(area) => brief::area(snapshot, area),
                ItemIndex::Theme(theme) => brief::theme(snapshot, theme),
                _ => {
                    return Err(Refusal::nothing(format!(
                        "oa: `{}` is neither an area nor a theme",
                        sanitize(&subject)
                    )));
                }
            };
            give(snapshot, &page, &output)
        }
    }
}

fn snapshot<'a>(dataset: &'a Dataset, output: &OutputArguments) -> Snapshot<'a> {
    Snapshot::as_of(dataset, output.as_of)
}

fn clear<T>(typed: &str, meant: Result<T, resolve::AmbiguousName>) -> Result<T, Refusal> {
    meant.map_err(|near| {
        let typed = sanitize(typed);
        Refusal::nothing(match &near[..] {
            [] => format!("oa: nothing is called `{typed}`; `oa list areas` and `oa list themes` say what there is"),
            [one] => format!("oa: nothing is called `{typed}`: did you mean `{one}`?"),
            several => format!("oa: `{typed}` could be any of {}", several.join(", ")),
        })
    })
}

fn filter_of(dataset: &Dataset, arguments: FilterArguments) -> Result<Filter, Refusal> {
    let areas = arguments.area.iter().map(|typed| {
        clear(typed, resolve::area(dataset, typed)).map(|area| dataset.area(area).id.clone())
    });
    let themes = arguments.theme.iter().map(|typed| {
        clear(typed, resolve::theme(dataset, typed))
            .map(|theme| dataset.document().themes[theme.index()].id.clone())
    });
    Ok(Filter {
        areas: areas.collect::<Result<_, _>>()?,
        regions: arguments.region,
        waves: arguments.wave,
        themes: themes.collect::<Result<_, _>>()?,
        partners: arguments.partner,
        kinds: arguments.kind,
        money: arguments.money.map(Pounds),
        period: arguments.period,
        by: arguments.by,
        since: arguments.since,
    })
}

/// Prints a page. An empty one is printed too, and the status says that nothing was found.
fn give(snapshot: Snapshot, page: &Page, output: &OutputArguments) -> Result<(), Refusal> {
    let format = output.format.into();
    if format == Format::Csv && !page.has_table() {
        return Err(Refusal::unusable(
            "oa: this answer is no table: use --format text, markdown, html or json",
        ));
    }
    print(&render(snapshot, page, format, display(output)))?;
    if page.is_empty() {
        Err(Refusal::quiet())
    } else {
        Ok(())
    }
}

/// What standard output can show, and what the user wants of it.
fn display(output: &OutputArguments) -> Display {
    let terminal = io::stdout().is_terminal();
    // Asked only of a terminal: elsewhere crossterm starts another program to find out.
    let width = if terminal {
        crossterm::terminal::size()
            .ok()
            .map(|(columns, _)| usize::from(columns))
    } else {
        None
    };
    Display {
        columns: width.filter(|&columns| columns > 0).unwrap_or(COLUMNS),
        styled: match output.color {
            When::Always => true,
            When::Never => false,
            // The order that https://bixense.com/clicolors asks for.
            When::Auto if anstyle_query::no_color() => false,
            When::Auto if anstyle_query::clicolor_force() => true,
            When::Auto => {
                terminal
                    && anstyle_query::clicolor() != Some(false)
                    && anstyle_query::term_supports_color()
            }
        },
        links: match output.hyperlink {
            When::Always => true,
            When::Never => false,
            When::Auto => terminal && supports_hyperlinks::on(supports_hyperlinks::Stream::Stdout),
        },
    }
}

/// Writes files into a new folder, all of them or none: they stand under another name until the last is written.
fn write_folder(folder: &Path, files: &[ExportFile]) -> Result<(), Refusal> {
    let shown = folder.display().to_string();
    let shown = sanitize(&shown);
    if folder.exists() {
        return Err(Refusal::unusable(format!(
            "oa: `{shown}` is there already: name a folder that is not"
        )));
    }
    let unfinished = unfinished(folder);
    let written = fs::create_dir(&unfinished)
        .and_then(|()| {
            files
                .iter()
                .try_for_each(|file| fs::write(unfinished.join(&file.name), &file.content))
        })
        .and_then(|()| fs::rename(&unfinished, folder));
    if let Err(error) = written {
        // Whatever was written is taken away again; if even that fails, the message still says what went wrong.
        let _ = fs::remove_dir_all(&unfinished);
        return Err(Refusal::unusable(format!(
            "oa: `{shown}` can't be written: {error}"
        )));
    }
    print(&format!("{shown}: {} files\n", files.len()))
}

/// A reader that has had enough (`| head -1`) is no failure.
fn print(text: &str) -> Result<(), Refusal> {
    let mut out = io::stdout().lock();
    match out.write_all(text.as_bytes()).and_then(|()| out.flush()) {
        Err(error) if error.kind() != io::ErrorKind::BrokenPipe => Err(Refusal::unusable(format!(
            "oa: the answer can't be written: {error}"
        ))),
        _ => Ok(()),
    }
}
