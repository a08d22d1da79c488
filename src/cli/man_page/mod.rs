//! The text of the man pages: clap's description of the arguments, and what clap does not know.

mod exit_status_section;
mod kiosk;
mod roff_page;

use clap::Command;
use clap_mangen::Man;
use exit_status_section::EXIT_STATUS;
use roff_page::RoffPage;

/// Commands and what they answer.
const EXAMPLES: &[(&str, &str)] = &[
    ("oa", "Open the dashboard."),
    (
        "oa list priorities --theme early-years",
        "List the areas with an early years priority, and the sources.",
    ),
    (
        "oa search mental health oldham",
        "Find what Oldham does about mental health.",
    ),
    (
        "oa compare hastings ipswich",
        "Show how Hastings differs from Ipswich.",
    ),
    (
        "oa matrix --as-of 2017-10-09",
        "Show what was known on 9 October 2017.",
    ),
    (
        "oa money",
        "Show which area got most money, as far as it is known.",
    ),
    (
        "oa changes --since July 2021",
        "Count what became known since then, by area.",
    ),
    (
        "oa list sources --published 2022",
        "List what was published in 2022.",
    ),
    (
        "oa brief derby --format markdown",
        "Write two pages for a briefing, with numbered sources.",
    ),
    (
        "oa brief --about exclusions",
        "Write two pages on what all areas have about exclusions.",
    ),
    (
        "oa list actions --format csv | cut -d, -f1",
        "Send an answer to another program.",
    ),
];

/// Ways to narrow an answer by a date.
const DATES: &[(&str, &str)] = &[
    (
        "--as-of DATE, --known DATE",
        "The state of knowledge: what was known at the end of that day, month or year. Something is known from the date of its first source.",
    ),
    (
        "--since DATE",
        "What became known on or after that day, or the first day of that month or year.",
    ),
    (
        "--published DATE",
        "The date of a source: sources that were published in that day, month or year, and what cites them. A source with only a year was published in that year, but in none of its months.",
    ),
    (
        "--year DATE, --period DATE",
        "The time that a fact is about: what happened or was done then, and ranks and numbers of that time. A report of 2020 on the results of 2019 is about 2019.",
    ),
    (
        "--by DATE",
        "The end of targets and actions: those that are due by then.",
    ),
    (
        "DATE",
        "Write dates as you are used to, without quotation marks: 9 October 2017, 9 Oct 2017, Oct 2017, 09/10/2017 (the day first), 2017-10-09, 2017 or today.",
    ),
    (
        "SUM",
        "Write sums as you are used to: £500,000, 500k, 0.5m or 1.3 million.",
    ),
];

const ENVIRONMENT: &[(&str, &str)] = &[
    (
        "TERM",
        "The type of the terminal. If it is `dumb`, the program runs as with `--plain`.",
    ),
    (
        "NO_COLOR, CLICOLOR, CLICOLOR_FORCE, COLORTERM",
        "Whether to use colours, and how many. Without COLORTERM the dashboard uses as many as the description of the terminal (terminfo) states.",
    ),
    (
        "TERMINFO, TERMINFO_DIRS, HOME",
        "Where descriptions of terminals are, besides the usual folders.",
    ),
    (
        "COLORFGBG",
        "Whether the background is dark or light, until the terminal reports it. Some terminals set this.",
    ),
    (
        "PAGER",
        "The program for answers that are longer than the terminal. Without it less is used, with the options in LESS or else FRX. If it is empty or `cat`, answers are printed at once. It is never used with `--kiosk`, or with a limit on time.",
    ),
    (
        "COLUMNS",
        "The width of tables and lines, if standard output is not a terminal. Without it each row of a table is one line.",
    ),
    (
        "LC_ALL, LC_CTYPE, LANG",
        "The character set. If the first of these that is set does not name UTF-8, the dashboard, and answers as text on a terminal, have only ASCII characters. With `--ascii` so do answers as text in a pipe or a file.",
    ),
    (
        "OA_PLAIN",
        "If this is set to anything but 0, the program runs as with `--plain`.",
    ),
    (
        "OA_SPEAK",
        "If this is set to anything but 0, the dashboard opens as with `--speak`.",
    ),
    (
        "OA_LOG",
        "If this is set, the program appends a log of the session or the command to the file that it names, as with `--log`.",
    ),
    (
        "RUST_BACKTRACE",
        "If this is set to 1, an unexpected error prints a full report.",
    ),
    (
        "SSH_ORIGINAL_COMMAND",
        "With `--kiosk`, the arguments that the user typed after the host name.",
    ),
];

const FILES: &[(&str, &str)] = &[
    ("standard output", "Answers."),
    ("standard error", "Errors, and progress during slow work."),
    (
        "FILE.md",
        "A briefing that you save with the w key in the dashboard. The program writes no other file unless you name it, and reads no settings.",
    ),
];

const SEE_ALSO: &str = "oa-kiosk(8), jq(1), ssh(1). The README shows how to answer ten questions.";

/// Returns the man page of the program.
pub(crate) fn program(program: Command) -> String {
    let program = built(program);
    let synopsis = [
        ("oa", "[OPTIONS] [REFERENCE OR WORDS]".to_string()),
        ("oa", "[OPTIONS] COMMAND ...".to_string()),
    ];
    let mut page = RoffPage::new("oa", 1);
    let man = Man::new(program.after_help(""));
    page.clap(|out| man.render_name_section(out));
    page.synopsis(&synopsis);
    page.clap(|out| man.render_description_section(out));
    page.clap(|out| man.render_options_section(out));
    page.clap(|out| man.render_subcommands_section(out));
    page.definitions("EXAMPLES", EXAMPLES);
    page.definitions("DATES AND SUMS", DATES);
    page.definitions("EXIT STATUS", EXIT_STATUS);
    page.definitions("ENVIRONMENT", ENVIRONMENT);
    page.definitions("FILES", FILES);
    page.paragraph("SEE ALSO", SEE_ALSO);
    page.finish()
}

/// Returns the man page of a command, or the operator's guide for `kiosk`; `None` if there is no such page.
pub(crate) fn page(program: Command, name: &str) -> Option<String> {
    if name == "kiosk" {
        return Some(kiosk::page());
    }
    let mut command = built(program).find_subcommand(name)?.clone();
    let usage = command.render_usage().to_string();
    let bin_name = command.get_bin_name().unwrap_or_default().to_string();
    let usage = usage
        .trim_start_matches("Usage: ")
        .trim_start_matches(&bin_name)
        .trim()
        .to_string();
    let examples = command
        .get_after_help()
        .map(ToString::to_string)
        .unwrap_or_default();
    let mut page = RoffPage::new(&format!("oa-{name}"), 1);
    let man = Man::new(command.after_help(""));
    page.clap(|out| man.render_name_section(out));
    page.synopsis(&[(&bin_name, usage)]);
    page.clap(|out| man.render_description_section(out));
    page.clap(|out| man.render_options_section(out));
    page.examples(&examples);
    page.definitions("EXIT STATUS", EXIT_STATUS);
    page.paragraph("SEE ALSO", "oa(1) explains dates and sums.");
    Some(page.finish())
}

/// Returns the description of all arguments, without the `help` command that clap adds and that has no page.
fn built(mut program: Command) -> Command {
    program.build();
    program.mut_subcommand("help", |help| help.hide(true))
}
