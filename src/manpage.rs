//! The man pages: what the arguments say of themselves, and what they can't say.

use clap::{Command, CommandFactory};
use clap_mangen::{
    Man,
    roff::{Roff, bold, roman},
};
use opportunity_areas::text::sanitize;

use crate::cli::Arguments;

/// Questions, and the commands that answer them.
const EXAMPLES: &[(&str, &str)] = &[
    (
        "oa",
        "Opens the dashboard. Arrows, Tab and Enter browse, ? says what the keys do, q leaves.",
    ),
    (
        "oa list priorities --theme early-years",
        "Which areas put early years first, and who says so?",
    ),
    (
        "oa search mental health oldham",
        "What does Oldham do about mental health?",
    ),
    (
        "oa compare hastings ipswich",
        "How does Hastings differ from Ipswich?",
    ),
    ("oa matrix --as-of 2017-10-09", "What was known on a day?"),
    (
        "oa brief derby --format markdown",
        "A page to paste into a briefing, with numbered sources.",
    ),
    (
        "oa list actions --format csv | cut -d, -f1",
        "Everything can be piped.",
    ),
];

const STATUS: &[(&str, &str)] = &[
    ("0", "What was asked was answered."),
    ("1", "Nothing was found."),
    (
        "2",
        "The program was used wrongly, a dataset is not sound, or a file or the terminal could not be used; standard error says why.",
    ),
    (
        "128+n",
        "Signal n ended it. The terminal was given back before.",
    ),
];

const ENVIRONMENT: &[(&str, &str)] = &[
    (
        "TERM",
        "What the terminal can do. With dumb the program is a dialogue in lines.",
    ),
    (
        "NO_COLOR, CLICOLOR, CLICOLOR_FORCE, COLORTERM",
        "Whether there are colours, and how many.",
    ),
    (
        "LC_ALL, LC_CTYPE, LANG",
        "The first that is set says whether the terminal shows UTF-8; else nothing but ASCII is shown.",
    ),
    (
        "OA_PLAIN",
        "If it is set, and not to 0, the program is a dialogue in lines, as with --plain.",
    ),
    (
        "SSH_ORIGINAL_COMMAND",
        "With --kiosk: the arguments that a visitor wrote after ssh and the host.",
    ),
];

const FILES: &[(&str, &str)] = &[
    ("standard output", "Answers, and nothing else."),
    (
        "standard error",
        "What went wrong, and a sign of life while something takes long.",
    ),
    (
        "FILE.md",
        "A briefing, where w in the dashboard was told to write it. The program writes no other file unasked and reads none.",
    ),
];

const SEE_ALSO: &str = "The README that comes with the program: every feature with an example, the promises, how to serve it over SSH, \
    the format of datasets, and how to correct a fact. jq(1), csvtool(1), ssh(1), sshd_config(5)";

/// The man page of the program, or of one of its commands.
///
/// # Errors
/// A line for the user, if there is no such command.
pub(crate) fn page(name: Option<&str>) -> Result<String, String> {
    let mut program = Arguments::command();
    program.build();
    let page = match name {
        None => of_program(program),
        Some(name) => match program.find_subcommand(name) {
            Some(found) => of_command(found.clone()),
            None => {
                return Err(format!(
                    "oa: there is no command `{}`; `oa --help` lists them",
                    sanitize(name)
                ));
            }
        },
    };
    Ok(set_off(&String::from_utf8_lossy(&page)))
}

fn of_program(program: Command) -> Vec<u8> {
    let name = program.get_name().to_string();
    let usages = [
        (name.clone(), " [OPTIONS] [REFERENCE]".to_string()),
        (name, " [OPTIONS] COMMAND ...".to_string()),
    ];
    let man = Man::new(program.after_help(""));
    let mut page = arguments(&man, &usages);
    let _ = man.render_subcommands_section(&mut page);
    let mut roff = Roff::new();
    for (title, rows) in [
        ("EXAMPLES", EXAMPLES),
        ("EXIT STATUS", STATUS),
        ("ENVIRONMENT", ENVIRONMENT),
        ("FILES", FILES),
    ] {
        section(&mut roff, title, rows);
    }
    roff.control("SH", ["SEE ALSO"]).text([roman(SEE_ALSO)]);
    let _ = roff.to_writer(&mut page);
    let _ = man.render_version_section(&mut page);
    page
}

fn of_command(mut command: Command) -> Vec<u8> {
    let usage = command.render_usage().to_string();
    let name = command.get_bin_name().unwrap_or_default().to_string();
    let usage = usage
        .trim_start_matches("Usage: ")
        .trim_start_matches(&name)
        .to_string();
    let examples = command
        .get_after_help()
        .map(ToString::to_string)
        .unwrap_or_default();
    let man = Man::new(command.after_help(""));
    let mut page = arguments(&man, &[(name, usage)]);
    let mut roff = Roff::new();
    roff.control("SH", ["EXAMPLES"]);
    for example in examples
        .lines()
        .map(|line| line.trim_start_matches("Example: ").trim())
        .filter(|line| *line != "Examples:")
    {
        roff.control("PP", []).text([bold(example)]);
    }
    section(&mut roff, "EXIT STATUS", STATUS);
    roff.control("SH", ["SEE ALSO"])
        .text([bold("oa"), roman("(1)")]);
    let _ = roff.to_writer(&mut page);
    page
}

/// What the arguments say of themselves, and how the program is called: a name and what follows it.
fn arguments(man: &Man, usages: &[(String, String)]) -> Vec<u8> {
    let mut page = Vec::new();
    // Memory can always be written to.
    let _ = man.render_title(&mut page);
    let _ = man.render_name_section(&mut page);
    let mut roff = Roff::new();
    roff.control("SH", ["SYNOPSIS"]);
    for (name, usage) in usages {
        roff.text([bold(name.as_str()), roman(usage.as_str())])
            .control("br", []);
    }
    let _ = roff.to_writer(&mut page);
    let _ = man.render_description_section(&mut page);
    let _ = man.render_options_section(&mut page);
    page
}

/// Sets off what stands between backticks as man pages do, in bold.
fn set_off(page: &str) -> String {
    let mut parts = page.split('`');
    let mut text = parts.next().unwrap_or_default().to_string();
    for (place, part) in parts.enumerate() {
        text.push_str(if place % 2 == 0 { "\\fB" } else { "\\fR" });
        text.push_str(part);
    }
    text
}

fn section(roff: &mut Roff, title: &str, rows: &[(&str, &str)]) {
    roff.control("SH", [title]);
    for (what, says) in rows {
        roff.control("TP", [])
            .text([bold(*what)])
            .text([roman(*says)]);
    }
}
