//! Errors, help and exit statuses, as a shell sees them.

use std::process::{Command, Output, Stdio};

fn oa(arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_oa"))
        .args(arguments)
        .stdin(Stdio::null())
        .output()
        .expect("the program starts")
}

fn assert_refused(output: &Output, status: i32, words: &[&str]) {
    let said = String::from_utf8_lossy(&output.stderr);
    assert_eq!(output.status.code(), Some(status), "{said}");
    for words in words {
        assert!(said.contains(words), "`{words}` is not in:\n{said}");
    }
    assert!(output.stdout.is_empty());
}

#[test]
fn missing_terminal_is_reported_in_one_line() {
    let output = oa(&[]);
    assert_refused(
        &output,
        2,
        &["the dashboard needs a terminal window: standard output is not one"],
    );
    assert_eq!(String::from_utf8_lossy(&output.stderr).lines().count(), 1);
}

#[test]
fn unusable_file_is_reported_with_status_2() {
    assert_refused(
        &oa(&["--data", "tests/data/invalid/unknown-theme.json"]),
        2,
        &["unknown-theme.json:19:33", "did you mean `early-years`?"],
    );
    assert_refused(
        &oa(&["--data", "tests/data/invalid"]),
        2,
        &["this is a folder, not a file"],
    );
    assert_refused(
        &oa(&["--data", "no\u{1b}[31mfile"]),
        2,
        &["no␛[31mfile", "there is no file with this name"],
    );
}

#[test]
fn unknown_reference_is_reported_with_the_most_similar_one() {
    assert_refused(
        &oa(&["oldam/3"]),
        1,
        &[
            "no area, theme or reference is called `oldam/3`",
            "Did you mean `oldham/3`?",
        ],
    );
}

/// The limit on memory has the effect of a computer with little memory.
#[cfg(target_os = "linux")]
#[test]
fn lack_of_memory_is_reported() {
    let line = format!(
        "ulimit -v 120000; (cat tests/data/valid/minimal.json; head -c 30000000 /dev/zero | tr '\\0' ' ') | {} check -",
        env!("CARGO_BIN_EXE_oa")
    );
    let output = Command::new("bash")
        .args(["-c", &line])
        .output()
        .expect("a shell");
    assert_refused(&output, 2, &["not enough memory"]);
}

#[test]
fn unknown_option_is_reported_with_status_2() {
    assert_refused(&oa(&["--no-such-option"]), 2, &["--no-such-option"]);
}

#[test]
fn words_without_a_command_are_searched_for() {
    let search = |words: &[&str]| {
        let output = oa(words);
        assert!(output.status.success(), "{words:?}: {output:?}");
        String::from_utf8_lossy(&output.stdout).into_owned()
    };
    let explicit = search(&["search", "oldham", "mental", "health"]);
    assert!(explicit.contains("mental health first-aid training"));
    assert_eq!(search(&["oldham", "mental", "health"]), explicit);
    assert_eq!(search(&["oldham mental health"]), explicit);
    assert_eq!(
        search(&["oldham", "mental", "health", "--most", "2"]),
        search(&["search", "oldham", "mental", "health", "--most", "2"])
    );
    assert_eq!(search(&["exclusions"]), search(&["search", "exclusions"]));
    assert!(search(&["maths", "-hastings", "--wide"]).contains("north-yorkshire-coast/2"));
    assert_eq!(
        search(&["maths", "-hastings", "--sort", "-type"]),
        search(&["search", "maths", "-hastings", "--sort=-type"])
    );
    // A word of the data may be like a command.
    let around = ["team", "around", "the", "school", "--wide"];
    assert!(search(&around).contains("team-around-the-school"));
}

/// Standard input can be read only once.
#[test]
fn a_word_is_searched_for_in_a_dataset_from_standard_input() {
    let file = "data/opportunity-areas.json";
    let input = std::fs::File::open(file).expect("the dataset is there");
    let output = Command::new(env!("CARGO_BIN_EXE_oa"))
        .args(["--data", "-", "exclusions"])
        .stdin(input)
        .output()
        .expect("the program starts");
    assert!(output.status.success(), "{output:?}");
    let found = oa(&["search", "exclusions"]);
    assert!(output.stdout == found.stdout, "{output:?}");
}

#[test]
fn a_word_that_a_date_hides_is_searched_for() {
    let lockdown = oa(&["lockdown", "--as-of", "2017"]);
    assert_eq!(lockdown.status.code(), Some(1), "{lockdown:?}");
    let said = String::from_utf8_lossy(&lockdown.stdout);
    assert!(said.contains("without the date"), "{said}");
    let both = oa(&["lockdown", "oldham", "--as-of", "2017"]);
    assert!(both.status.success(), "{both:?}");
    let said = String::from_utf8_lossy(&both.stdout);
    assert!(
        said.contains("No match for lockdown on this date"),
        "{said}"
    );
}

#[test]
fn names_of_lists_need_no_command() {
    let output = |words: &[&str]| oa(words).stdout;
    assert_eq!(output(&["areas"]), output(&["list", "areas"]));
    assert_eq!(
        output(&["reasons", "--area", "oldham"]),
        output(&["list", "reasons", "--area", "oldham"])
    );
    let found = output(&["mental", "health"]);
    assert!(!found.is_empty());
    assert_eq!(output(&["--", "mental", "health"]), found);
}

#[test]
fn misspelt_command_is_no_search() {
    for words in [
        &["lst"][..],
        &["serch", "mental", "health"],
        &["lst", "areas", "--area", "oldham"],
    ] {
        assert_refused(&oa(words), 2, &["there is no command", "Did you mean"]);
    }
    assert_refused(&oa(&["search", "maths", "--mots", "3"]), 2, &["--mots"]);
    assert_refused(&oa(&["show", "oldham", "--area", "derby"]), 2, &["--area"]);
}

/// The heading shows that there is a table, and the status that it has no rows.
#[test]
fn search_without_matches_ends_with_status_1_in_every_format() {
    for format in ["text", "markdown", "html", "csv", "json", "jsonl"] {
        let output = oa(&["search", "xyzzyxyzzy", "--format", format]);
        assert_eq!(output.status.code(), Some(1), "{format}: {output:?}");
        assert!(output.stderr.is_empty(), "{format}: {output:?}");
    }
    for words in [
        &["search", "xyzzyxyzzy"][..],
        &[
            "list",
            "partners",
            "--area",
            "oldham",
            "--money",
            "999999999",
        ],
        &["timeline", "--as-of", "1999"],
    ] {
        let output = oa(&[words, &["--format", "csv"]].concat());
        assert_eq!(output.status.code(), Some(1), "{words:?}: {output:?}");
        let table = String::from_utf8_lossy(&output.stdout);
        assert_eq!(table.lines().count(), 1, "{words:?}: {table}");
    }
}

#[test]
fn help_and_version_are_printed_on_standard_output() {
    for (argument, words) in [
        ("--help", "Questions, and what to type:"),
        ("--version", env!("CARGO_PKG_VERSION")),
    ] {
        let output = oa(&[argument]);
        assert_eq!(output.status.code(), Some(0));
        assert!(String::from_utf8_lossy(&output.stdout).contains(words));
    }
    let version = String::from_utf8_lossy(&oa(&["--version"]).stdout).into_owned();
    assert!(
        version.contains("Opportunity areas: 801 facts, 349 sources, the latest of "),
        "{version}"
    );
    let verbose = oa(&["--version", "--verbose"]);
    let verbose = String::from_utf8_lossy(&verbose.stdout).into_owned();
    assert!(verbose.starts_with(&version), "{verbose}");
    // The licence of the map's districts asks for it.
    assert!(
        verbose.contains("Contains OS data © Crown copyright and database right 2017."),
        "{verbose}"
    );
    assert!(verbose.contains("Made with Natural Earth."), "{verbose}");
    assert_eq!(oa(&["--verbose"]).status.code(), Some(2));
}

/// Root can read every file, so as root the test uses `setpriv` (util-linux) to become another user.
#[cfg(unix)]
#[test]
fn file_without_permission_is_reported() {
    use std::{fs, os::unix::fs::PermissionsExt};

    let folder = std::env::temp_dir().join(format!("oa-no-permission-{}", std::process::id()));
    fs::create_dir_all(&folder).expect("a temporary folder");
    fs::set_permissions(&folder, fs::Permissions::from_mode(0o755)).expect("its permissions");
    let (file, program) = (folder.join("secret.json"), folder.join("oa"));
    fs::write(&file, "{}").expect("a file");
    fs::set_permissions(&file, fs::Permissions::from_mode(0o000)).expect("its permissions");
    fs::copy(env!("CARGO_BIN_EXE_oa"), &program).expect("a copy that anyone may run");
    let mut command = if fs::read(&file).is_ok() {
        let mut command = Command::new("setpriv");
        command
            .args(["--reuid=65534", "--regid=65534", "--clear-groups"])
            .arg(&program);
        command
    } else {
        Command::new(&program)
    };
    let output = command
        .arg("--data")
        .arg(&file)
        .stdin(Stdio::null())
        .output()
        .expect("the program starts");
    assert_refused(
        &output,
        2,
        &[
            "secret.json",
            "you do not have permission to read the file",
            "ask the owner",
        ],
    );
    fs::remove_dir_all(&folder).expect("the folder can go");
}

#[test]
fn misspelt_command_is_reported_with_the_most_similar_one() {
    for (arguments, typed, meant) in [
        (&["lst", "areas"][..], "lst", "list"),
        (&["shows", "oldham"], "shows", "show"),
        (
            &["--data", "tests/data/valid/minimal.json", "lst", "areas"],
            "lst",
            "list",
        ),
        (&["lst"], "lst", "list"),
    ] {
        let message = format!("there is no command `{typed}`. Did you mean `{meant}`?");
        assert_refused(&oa(arguments), 2, &[&message]);
    }
}

#[test]
fn unknown_names_are_reported_with_what_there_is() {
    for (arguments, words) in [
        (
            &["oldham/9"][..],
            "Oldham has no priority 9. It has `oldham/1`, `oldham/2` and `oldham/3`.",
        ),
        (&["compare", "maths", "oldham"], "`maths` is not an area"),
        (
            &["compare", "Nowhere", "Land,", "Derby"],
            "`Nowhere Land` is not an area",
        ),
        (
            &["list", "areas", "--region", "london"],
            "`london` is not a region. Use `East Midlands`, `East of England`, ",
        ),
        (
            &["list", "actions", "--wave", "9"],
            "there is no round 9. Use `1` or `2`.",
        ),
        (
            &["list", "priorities", "--theme", "mats"],
            "`mats` is not a theme. Did you mean `maths`?",
        ),
    ] {
        assert_refused(&oa(arguments), 1, &[words]);
    }
}

#[test]
fn option_before_its_command_is_refused_with_an_example() {
    for arguments in [&["--as-of", "2018"][..], &["--as-of=2018", "list", "areas"]] {
        assert_refused(
            &oa(arguments),
            2,
            &["Use it after a command, such as `oa list areas`"],
        );
    }
}

#[test]
fn requests_that_cannot_be_answered_are_refused() {
    for (arguments, words) in [
        (&["compare", "oldham", "oldham"][..], "different areas"),
        (
            &["compare", "stoke", "on", "trent"],
            "needs two to four areas",
        ),
        (
            &["compare", "oldham", "derby", "norwich", "stoke", "ipswich"],
            "needs two to four areas",
        ),
        (&["tour", "--plain"], "the tour needs the dashboard"),
        (&["search", "x", "--most", "0"], "a whole number from 1"),
    ] {
        assert_refused(&oa(arguments), 2, &[words]);
    }
}

#[test]
fn areas_to_compare_may_be_named_as_in_a_sentence() {
    let compared = |arguments: &str| {
        let arguments: Vec<&str> = ["compare"]
            .into_iter()
            .chain(arguments.split(' '))
            .collect();
        let output = oa(&arguments);
        assert_eq!(output.status.code(), Some(0), "{arguments:?}: {output:?}");
        let text = String::from_utf8(output.stdout).expect("it is UTF-8");
        text.lines().next().map(str::to_string)
    };
    for (typed, title) in [
        ("stoke derby", "Stoke-on-Trent and Derby"),
        ("Stoke on Trent, Derby", "Stoke-on-Trent and Derby"),
        ("stoke on trent derby", "Stoke-on-Trent and Derby"),
        (
            "Derby and North Yorkshire Coast",
            "Derby and North Yorkshire Coast",
        ),
        (
            "west somerset, fenland & east cambridgeshire",
            "West Somerset and Fenland and East Cambridgeshire",
        ),
    ] {
        assert_eq!(compared(typed).as_deref(), Some(title), "{typed}");
    }
    let quoted = oa(&["compare", "Stoke on Trent, Derby"]);
    assert!(String::from_utf8_lossy(&quoted.stdout).starts_with("Stoke-on-Trent and Derby\n"));
}

#[test]
fn words_are_understood_in_any_case_and_in_the_singular() {
    for arguments in [
        &["list", "AREAS"][..],
        &["list", "Area"],
        &["list", "actions", "--kind", "Action"],
        &["list", "areas", "--format", "JSON"],
        &["show", "oldham/03"],
        &["list", "areas", "--region", "Yorkshire & the Humber"],
        &["picture", "Map", "--format", "SVG"],
    ] {
        let output = oa(arguments);
        assert_eq!(output.status.code(), Some(0), "{arguments:?}: {output:?}");
    }
}

#[test]
fn one_of_something_is_not_many() {
    let text = r#"{ "version": 1, "programme": { "name": "P" }, "areas": [], "sources": [{ "id": "s", "title": "T", "publisher": "P", "published": "2020" }] }"#;
    let file = std::env::temp_dir().join(format!("oa-one-source-{}.json", std::process::id()));
    std::fs::write(&file, text).expect("a file");
    let data = file.to_str().expect("a name");
    let version = oa(&["--version", "--data", data]);
    assert!(
        String::from_utf8_lossy(&version.stdout).contains("0 facts, 1 source, "),
        "{version:?}"
    );
    let timeline = oa(&["timeline", "--data", data]);
    std::fs::remove_file(&file).expect("the file is there");
    assert!(
        String::from_utf8_lossy(&timeline.stdout).contains("No results."),
        "{timeline:?}"
    );
    assert_eq!(timeline.status.code(), Some(1));
}
