//! Answers of the command line.

use std::{
    collections::BTreeSet,
    process::{Command, Output, Stdio},
};

fn oa(arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_oa"))
        .args(arguments)
        .stdin(Stdio::null())
        .output()
        .expect("the program starts")
}

/// Runs the program and returns its output and status. A plus in a word means a space.
fn says(line: &str) -> String {
    let arguments: Vec<String> = line.split(' ').map(|word| word.replace('+', " ")).collect();
    let output = oa(&arguments.iter().map(String::as_str).collect::<Vec<_>>());
    let errors = String::from_utf8_lossy(&output.stderr);
    format!(
        "$ oa {line}\n{}{errors}status {}\n",
        String::from_utf8_lossy(&output.stdout),
        output.status.code().unwrap_or(-1)
    )
}

macro_rules! sessions {
    ($($name:ident: $line:literal)*) => {$(
        #[test]
        fn $name() {
            insta::assert_snapshot!(stringify!($name), says($line));
        }
    )*};
}

sessions! {
    priorities_in_early_years: "list priorities --theme early-years"
    search_for_mental_health_in_oldham: "search mental health oldham"
    comparison_of_hastings_and_ipswich: "compare hastings ipswich"
    areas_of_october_2017: "list areas --as-of 2017-10-09"
    matrix_of_october_2017: "matrix --as-of 2017-10-09"
    actions_of_a_partner: "list actions --partner national+literacy+trust"
    targets_due_by_2018: "list targets --by 2018"
    sources_of_bradford: "list sources --area bradford"
    list_themes: "list themes"
    terms: "term --data tests/data/valid/every-field.json"
    term_by_abbreviation: "term GLD --data tests/data/valid/every-field.json"
    term_misspelt: "term good levl of development --data tests/data/valid/every-field.json"
    show_a_term_as_json: "show term/ranger --data tests/data/valid/every-field.json --format json"
    search_for_a_term: "search GLD --data tests/data/valid/every-field.json"
    show_a_target_with_outcome: "show riverside/1/target --data tests/data/valid/every-field.json"
    target_before_its_outcome: "show riverside/1/target --data tests/data/valid/every-field.json --as-of 2018 --format json"
    show_a_target_as_json: "show riverside/1/target --data tests/data/valid/every-field.json --format json"
    show_contradicted_and_doubtful: "show riverside/1/other-reason --data tests/data/valid/every-field.json"
    show_checked_once: "show riverside/1/reason riverside/1 source/news-2019 --data tests/data/valid/every-field.json"
    targets_with_outcomes: "list targets --data tests/data/valid/every-field.json"
    actions_with_status: "list actions --data tests/data/valid/every-field.json"
    coverage: "coverage"
    coverage_as_json: "coverage --data tests/data/valid/every-field.json --format json"
    coverage_as_csv: "coverage --data tests/data/valid/every-field.json --format csv"
    coverage_of_nothing: "coverage --data tests/data/valid/minimal.json"
    list_regions: "list regions"
    list_partners_of_derby: "list partners --area derby"
    money_of_blackpool: "list money --area blackpool"
    large_sums: "list money --money 10000000"
    news_of_2022: "list events --since 2021"
    show_an_area: "show stoke"
    show_a_priority: "show oldham/3"
    show_a_fact_as_markdown: "show oldham/3/mental-health-first-aid --format markdown"
    show_a_theme: "show maths"
    show_a_source: "show source/plan-stoke-on-trent"
    show_two: "show hastings/3 derby/money-year-5 --format jsonl"
    show_json_as_of: "show blackpool/1 --as-of 2017-10-09 --format json"
    not_yet_known: "show hastings/1 --as-of 2017"
    timeline_of_norwich: "timeline norwich --as-of 2018"
    brief_on_blackpool: "brief blackpool --format markdown"
    brief_on_evidence_as_html: "brief evidence --format html"
    csv: "list targets --area derby --format csv"
    ambiguous: "show nor"
    misspelt: "show hastigns"
    unknown: "show xyzzyxyzzy"
    nothing_matches: "search zebra xyzzy"
    nothing_listed: "list actions --partner nobody"
    show_as_csv: "show oldham/3 --format csv"
    show_a_term_as_csv: "show term/pupil-premium --format csv"
    money_by_area: "money"
    money_of_oldham: "money oldham"
    money_over_a_sum: "money --over £5 million --format csv"
    money_in_an_earlier_year: "money --as-of 2017"
    changes_since_a_date: "changes --since July 2021"
    changes_until_a_date: "changes --since 2021-07 --until Sept 2021 --full"
    changes_of_an_area: "changes --since 2022 stoke on trent"
    changes_between_datasets: "changes tests/data/valid/every-field.json tests/data/valid/minimal.json"
    changes_between_datasets_as_json: "changes tests/data/valid/minimal.json tests/data/valid/minimal.json --format json"
    changes_without_a_date: "changes"
    terms_as_a_command: "terms --data tests/data/valid/every-field.json"
    brief_on_a_theme_in_two_areas: "brief derby norwich early years"
    brief_on_words: "brief --about exclusions --format markdown"
    brief_on_words_in_an_area_as_csv: "brief oldham --about mental health --format csv"
    brief_on_nothing: "brief --about zzzyx"
    brief_on_something_else: "brief oldham/3"
    partner_misspelt: "list actions --partner litracy"
    no_such_partner: "list actions --partner foundaton"
    no_such_round: "list areas --wave 7"
    actions_with_a_charity: "list actions --partner charity --format csv"
    help_on_a_list: "help partners"
    not_a_date: "list areas --as-of 2017-13"
    check_sound: "check tests/data/valid/minimal.json"
    check_unsound: "check tests/data/invalid/unknown-source.json"
    matrix_as_csv: "matrix --area derby --area oldham --format csv"
    matrix_as_html: "matrix --theme maths --format html"
    list_waves: "list waves"
    list_kinds: "list kinds --area hastings"
    list_periods: "list periods --area bradford"
    list_deadlines: "list deadlines"
    list_dates: "list dates --as-of 2017"
    partners_as_jsonl: "list partners --area derby --format jsonl"
    facts_of_a_rare_kind: "list dates --kind later-body --kind twin"
    no_such_kind: "list areas --kind nonsense"
    styled_and_linked: "show oldham/young-ambassadors --color always --hyperlink always"
    picture_of_the_map: "picture map --size 80x24 --at oldham"
    picture_of_a_search: "picture search --type mental+oldham --size 80x24 --format ansi"
    picture_as_of: "picture areas --as-of 2017-10-09 --size 60x16 --ascii"
    picture_too_large: "picture map --size 2000x30"
    other_data: "list regions --data tests/data/valid/other-programme-300-areas.json"
    hostile_text: "show hostile/note --data tests/data/valid/long-and-wide-text.json"
}

#[test]
fn json_has_the_documented_shape() {
    let output = oa(&["list", "actions", "--format", "json", "--as-of", "2018-01"]);
    let object: serde_json::Value = serde_json::from_slice(&output.stdout).expect("JSON");
    assert_eq!(object["version"], 1);
    assert_eq!(object["as_of"], "2018-01-31");
    let items = object["items"].as_array().expect("a list");
    assert!(items.len() > 5);
    for item in items {
        assert!(item["kind"].is_string() && item["reference"].is_string());
        assert!(!item["cites"].as_array().expect("a list").is_empty());
    }
}

#[test]
fn dates_are_accepted_as_people_write_them() {
    let of = |date: &str| oa(&["list", "areas", "--as-of", date]).stdout;
    let expected = of("2017-10-09");
    assert!(!expected.is_empty());
    for date in ["9 October 2017", "9 Oct 2017", "09/10/2017"] {
        assert_eq!(of(date), expected, "{date}");
    }
    let words = ["list", "areas", "--as-of", "9", "October", "2017"];
    assert_eq!(oa(&words).stdout, expected, "without quotation marks");
    let known = ["list", "areas", "--known=9", "Oct", "2017"];
    assert_eq!(oa(&known).stdout, expected, "another name of the option");
    let since = oa(&["list", "areas", "--since", "today"]);
    assert_eq!(since.status.code(), Some(1), "nothing is from today");
}

#[test]
fn sums_are_accepted_as_people_write_them() {
    let of = |sum: &str| {
        let words = ["list", "money", "--format", "csv", "--money"];
        oa(&[&words[..], &sum.split(' ').collect::<Vec<_>>()].concat()).stdout
    };
    let expected = of("500000");
    assert!(!expected.is_empty());
    for sum in ["£500,000", "0.5m", "500k", "0.5 million", "£500 thousand"] {
        assert_eq!(of(sum), expected, "{sum}");
    }
    let wrong = says("list money --money lots");
    assert!(
        wrong.contains("`lots` is not a sum: use whole pounds such as £500,000"),
        "{wrong}"
    );
}

#[test]
fn sources_of_a_year_are_those_published_in_it() {
    let csv = oa(&["list", "sources", "--published", "2022", "--format", "csv"]);
    let csv = String::from_utf8(csv.stdout).expect("text is UTF-8");
    assert!(csv.lines().count() > 10, "{csv}");
    for row in csv.lines().skip(1) {
        let published = row
            .trim_start_matches('"')
            .split(',')
            .next()
            .unwrap_or_default();
        assert!(published.contains("2022"), "{row}");
    }
}

#[test]
fn every_view_has_a_picture_in_every_format() {
    for view in [
        "areas", "matrix", "map", "timeline", "compare", "sources", "search", "palette", "help",
    ] {
        for (format, begins) in [("text", ""), ("ansi", ""), ("svg", "<svg ")] {
            let output = oa(&[
                "picture", view, "--format", format, "--at", "hastings", "--size", "80x24",
            ]);
            let drawn = String::from_utf8(output.stdout).expect("text");
            assert!(
                output.status.success() && drawn.starts_with(begins),
                "{view} {format}"
            );
            assert!(
                (drawn.contains("quit") || drawn.contains("Esc")) && drawn.lines().count() >= 10,
                "{view} {format}:\n{drawn}"
            );
        }
    }
}

#[test]
fn completions_include_areas_themes_and_references() {
    for shell in ["bash", "zsh", "fish"] {
        let output = oa(&["completions", shell]);
        let script = String::from_utf8_lossy(&output.stdout);
        assert_eq!(output.status.code(), Some(0));
        for name in [
            "stoke-on-trent",
            "early-years",
            "oldham/3/mental-health-first-aid",
            "as-of",
        ] {
            assert!(script.contains(name), "{name} for {shell}");
        }
    }
}

#[test]
fn bash_completes_the_areas_of_every_filter() {
    let output = oa(&["completions", "bash"]);
    let script = String::from_utf8_lossy(&output.stdout);
    for command in ["list", "search", "money", "changes", "targets", "matrix"] {
        let start = format!("oa__subcmd__{command})");
        let commands = script.split(&start).nth(1).expect("the command is there");
        let options = commands.split("--area)").nth(1).expect("it has a filter");
        let areas = options.split(";;").next().unwrap_or_default();
        assert!(areas.contains("stoke-on-trent"), "{command}: {areas}");
    }
}

#[test]
fn sorting_an_empty_table_is_no_error() {
    for (list, sort) in [
        ("list actions", "date"),
        ("list actions", "money"),
        ("list targets", "date"),
        ("list money", "-money"),
        ("list deadlines", "date"),
        ("list sources", "-date"),
        ("money", "-money"),
        ("changes --since 2030", "date"),
    ] {
        let line = format!("{list} --published 1999 --sort {sort}");
        let words: Vec<&str> = line.split(' ').collect();
        let output = oa(&words);
        let printed = String::from_utf8_lossy(&output.stdout);
        assert_eq!(output.status.code(), Some(1), "{line}: {output:?}");
        assert!(printed.contains("No results."), "{line}: {printed}");
    }
}

#[test]
fn every_list_with_dates_can_be_sorted_by_them() {
    let lists = [
        "areas",
        "actions",
        "targets",
        "events",
        "deadlines",
        "dates",
        "sources",
    ];
    for list in lists {
        let printed = |sort: &str| {
            let columns = format!("--sort={sort}");
            oa(&["list", list, &columns, "--format", "csv"]).stdout
        };
        let (early, late) = (printed("date"), printed("-date"));
        assert!(!early.is_empty() && early != late, "{list}");
    }
    let deadlines = |sort: &str| {
        let targets = ["targets", "--columns", "by", "--sort", sort, "--limit", "3"];
        String::from_utf8_lossy(&oa(&targets).stdout).into_owned()
    };
    let (first, last) = (deadlines("date"), deadlines("-by"));
    assert!(first.contains("January 2019"), "{first}");
    assert!(last.contains("2022-23"), "{last}");
}

#[test]
fn a_briefing_as_csv_has_every_fact_that_it_is_about() {
    let lines = |words: &[&str]| -> BTreeSet<String> {
        let output = oa(&[words, &["--format", "csv"]].concat()).stdout;
        let text = String::from_utf8_lossy(&output).into_owned();
        text.lines().map(String::from).collect()
    };
    let area = lines(&["brief", "oldham"]);
    assert!(lines(&["show", "oldham"]).is_subset(&area));
    for reference in [
        "oldham/plan",
        "oldham/chair-james-kempton",
        "oldham/rank-2016",
    ] {
        assert!(
            area.iter().any(|line| line.ends_with(reference)),
            "{reference}"
        );
    }
    let theme = lines(&["brief", "oldham", "early-years"]);
    assert!(theme.len() > 5 && theme.len() < area.len());
    assert!(!theme.iter().any(|line| line.ends_with("oldham/plan")));
}

#[test]
fn a_matrix_without_areas_says_so() {
    let output = oa(&["matrix", "--area", "oldham", "--theme", "maths"]);
    assert_eq!(output.status.code(), Some(1));
    let printed = String::from_utf8_lossy(&output.stdout);
    assert!(printed.contains("No results."), "{printed}");
}

#[test]
fn partners_are_called_by_the_singular() {
    let output = oa(&["list", "actions", "--partner", "Charities"]);
    let said = String::from_utf8_lossy(&output.stderr);
    assert!(said.contains("calls a charity: "), "{said}");
}

#[test]
fn every_table_says_its_date() {
    for line in [
        "list",
        "list areas",
        "money",
        "targets",
        "matrix",
        "timeline",
        "coverage",
        "compare derby oldham",
        "search school",
        "changes --since 2017",
        "changes data/opportunity-areas.json",
        "brief oldham",
        "show oldham",
        "terms",
    ] {
        let line = format!("{line} --as-of 2018");
        let words: Vec<&str> = line.split(' ').collect();
        let printed = String::from_utf8_lossy(&oa(&words).stdout).into_owned();
        assert!(
            printed.contains("As of 31 December 2018."),
            "{line}: {printed}"
        );
    }
}

#[test]
fn json_has_every_item_once() {
    for line in [
        "matrix",
        "targets --group theme",
        "changes --since 2017",
        "list actions",
    ] {
        let line = format!("{line} --format json");
        let words: Vec<&str> = line.split(' ').collect();
        let answer: serde_json::Value =
            serde_json::from_slice(&oa(&words).stdout).expect("the answer is JSON");
        let items = answer["items"].as_array().expect("a list");
        let mut references: Vec<&str> = items
            .iter()
            .filter_map(|item| item["reference"].as_str())
            .collect();
        let count = references.len();
        references.sort_unstable();
        references.dedup();
        assert!(count > 10 && count == references.len(), "{line}");
    }
}

#[cfg(unix)]
#[test]
fn bash_can_read_its_completions() {
    let line = format!(
        "source <({} completions bash) && complete -p oa",
        env!("CARGO_BIN_EXE_oa")
    );
    let output = Command::new("bash")
        .args(["-c", &line])
        .output()
        .expect("a shell");
    assert!(
        String::from_utf8_lossy(&output.stdout).contains("oa"),
        "{}",
        String::from_utf8_lossy(&output.stderr)
    );
}

#[test]
fn man_pages_match_the_help() {
    for (arguments, words) in [
        (&["man"][..], "early\\-years"),
        (&["man", "list"], "National Literacy Trust"),
        (&["man", "show"], "references"),
    ] {
        let output = oa(arguments);
        let page = String::from_utf8_lossy(&output.stdout);
        assert!(
            page.starts_with(".ie") && page.to_lowercase().contains(&words.to_lowercase()),
            "{page}"
        );
    }
    let page = String::from_utf8(oa(&["man"]).stdout).expect("text");
    for section in [
        "EXAMPLES",
        "EXIT STATUS",
        "ENVIRONMENT",
        "FILES",
        "SEE ALSO",
    ] {
        assert!(
            page.contains(&format!(".SH {section}"))
                || page.contains(&format!(".SH \"{section}\"")),
            "{section} is not in {page}"
        );
    }
    assert_eq!(oa(&["man", "no-such-command"]).status.code(), Some(2));
}

#[test]
fn jsonl_export_has_every_item_once() {
    let dataset = opportunity_areas::dataset::Dataset::bundled();
    let output = oa(&["export", "--format", "jsonl"]);
    let text = String::from_utf8(output.stdout).expect("text");
    let item = |line| {
        serde_json::from_str::<serde_json::Value>(line).expect("JSON")["reference"]
            .as_str()
            .expect("a reference")
            .to_string()
    };
    let mut exported: Vec<String> = text.lines().map(item).collect();
    let mut all: Vec<String> = dataset
        .item_indices()
        .map(|item| dataset.reference(item).into_owned())
        .collect();
    exported.sort();
    all.sort();
    assert_eq!(exported, all);
}

#[test]
fn csv_export_has_metadata_and_every_fact_once() {
    let folder = std::env::temp_dir().join(format!("oa-export-{}", std::process::id()));
    let name = folder.to_str().expect("a plain name");
    let output = oa(&["export", name]);
    assert_eq!(
        output.status.code(),
        Some(0),
        "{}",
        String::from_utf8_lossy(&output.stderr)
    );
    let metadata: serde_json::Value = serde_json::from_slice(
        &std::fs::read(folder.join("csv-metadata.json")).expect("the file exists"),
    )
    .expect("JSON");
    let (mut facts, mut citations) = (std::collections::BTreeSet::new(), 0);
    for table in metadata["tables"].as_array().expect("tables") {
        let file = table["url"].as_str().expect("a name");
        let columns: Vec<&str> = table["tableSchema"]["columns"]
            .as_array()
            .expect("columns")
            .iter()
            .map(|column| column["name"].as_str().expect("a name"))
            .collect();
        let mut reader = csv::Reader::from_path(folder.join(file)).expect("the file exists");
        assert_eq!(
            reader
                .headers()
                .expect("a header")
                .iter()
                .collect::<Vec<_>>(),
            columns,
            "{file}"
        );
        for record in reader.records() {
            let record = record.expect("as many cells as columns");
            match (file, columns[0]) {
                ("citations.csv", _) => citations += 1,
                ("figures.csv" | "outcomes.csv" | "marks.csv", _) => {}
                (_, "reference") => assert!(
                    facts.insert(record[0].to_string()),
                    "{} comes twice",
                    &record[0]
                ),
                _ => {}
            }
        }
    }
    assert_eq!(facts.len(), 846);
    assert!(citations > 500);
    let repeat = oa(&["export", name]);
    assert_eq!(repeat.status.code(), Some(2));
    assert!(String::from_utf8_lossy(&repeat.stderr).contains("already exists"));
    std::fs::remove_dir_all(&folder).expect("the folder is removed");
}

#[test]
fn failed_export_leaves_no_files() {
    let output = oa(&["export", "/no/such/place/export"]);
    assert_eq!(output.status.code(), Some(2));
    assert!(String::from_utf8_lossy(&output.stderr).contains("cannot write"));
}

/// A limit on the size of files makes writes fail as on a full disk.
#[cfg(unix)]
#[test]
fn export_to_a_full_disk_leaves_no_files() {
    let folder = std::env::temp_dir().join(format!("oa-full-{}", std::process::id()));
    let line = format!(
        "trap '' XFSZ; ulimit -f 8; exec {} export {}",
        env!("CARGO_BIN_EXE_oa"),
        folder.display()
    );
    let output = Command::new("bash")
        .args(["-c", &line])
        .output()
        .expect("a shell");
    assert_eq!(output.status.code(), Some(2));
    let said = String::from_utf8_lossy(&output.stderr);
    assert!(said.contains("cannot write"), "{said}");
    let name = folder
        .file_name()
        .and_then(|name| name.to_str())
        .expect("a plain name");
    let left = std::fs::read_dir(std::env::temp_dir())
        .expect("a folder")
        .flatten();
    assert!(
        left.into_iter()
            .all(|entry| !entry.file_name().to_string_lossy().starts_with(name))
    );
}

/// Every list is a table that a standard reader accepts, and an object with as many items.
#[test]
fn every_list_is_valid_csv_and_json() {
    let kinds = [
        "areas",
        "priorities",
        "actions",
        "targets",
        "results",
        "reasons",
        "notes",
        "events",
        "money",
        "themes",
        "partners",
        "sources",
        "regions",
        "waves",
        "kinds",
        "periods",
        "deadlines",
        "dates",
    ];
    for kind in kinds {
        let table = oa(&["list", kind, "--format", "csv"]).stdout;
        let mut reader = csv::Reader::from_reader(&table[..]);
        let records: Vec<_> = reader
            .records()
            .collect::<Result<_, _>>()
            .unwrap_or_else(|error| panic!("{kind}: {error}"));
        let object: serde_json::Value =
            serde_json::from_slice(&oa(&["list", kind, "--format", "json"]).stdout).expect("JSON");
        let items = object["items"].as_array().expect("a list");
        assert!(!items.is_empty(), "{kind}");
        assert_eq!(records.len(), items.len(), "{kind}");
        assert!(
            items
                .iter()
                .all(|item| item["kind"].is_string() && item["cites"].is_array()),
            "{kind}"
        );
    }
}

/// Users print exported files on a terminal, which would run control sequences.
#[test]
fn control_characters_are_made_visible_in_every_format() {
    let data = ["--data", "tests/data/valid/long-and-wide-text.json"];
    let mut outputs = Vec::new();
    for format in ["text", "markdown", "html", "csv", "json", "jsonl"] {
        outputs.push(oa(&[&["list", "notes", "--format", format][..], &data].concat()).stdout);
    }
    outputs.push(oa(&[&["export", "--format", "jsonl"][..], &data].concat()).stdout);
    let folder = std::env::temp_dir().join(format!("oa-hostile-{}", std::process::id()));
    assert!(
        oa(&[
            &["export", folder.to_str().expect("a plain name")][..],
            &data
        ]
        .concat())
        .status
        .success()
    );
    outputs.extend(
        std::fs::read_dir(&folder)
            .expect("the file exists")
            .flatten()
            .map(|entry| std::fs::read(entry.path()).expect("a file")),
    );
    std::fs::remove_dir_all(&folder).expect("the folder is removed");
    for bytes in outputs {
        let text = String::from_utf8(bytes).expect("text");
        let is_control = |character: char| {
            character.is_control() && !"\r\n".contains(character)
                || matches!(character, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
        };
        assert!(!text.is_empty() && !text.contains(is_control), "{text}");
    }
}

#[cfg(unix)]
#[test]
fn closed_pipe_is_not_an_error() {
    let line = format!(
        "{} list actions | head -1; echo status ${{PIPESTATUS[0]}}",
        env!("CARGO_BIN_EXE_oa")
    );
    let output = Command::new("bash")
        .args(["-c", &line])
        .output()
        .expect("a shell");
    assert_eq!(
        String::from_utf8_lossy(&output.stdout),
        "Actions\nstatus 0\n"
    );
    assert!(output.stderr.is_empty());
}

#[cfg(target_os = "linux")]
#[test]
fn full_disk_is_reported() {
    let full = std::fs::File::options()
        .write(true)
        .open("/dev/full")
        .expect("the device exists");
    let output = Command::new(env!("CARGO_BIN_EXE_oa"))
        .args(["list", "areas"])
        .stdout(full)
        .output()
        .expect("the program starts");
    assert_eq!(output.status.code(), Some(2));
    assert!(String::from_utf8_lossy(&output.stderr).contains("cannot write the answer"));
}

#[test]
fn schema_is_the_file_under_data() {
    let output = oa(&["schema"]);
    assert_eq!(
        output.stdout,
        std::fs::read("data/opportunity-areas.schema.json").expect("the schema exists")
    );
}

#[test]
fn every_command_has_an_example_in_its_help() {
    for command in [
        "list",
        "show",
        "search",
        "matrix",
        "compare",
        "timeline",
        "brief",
        "money",
        "changes",
        "targets",
        "term",
        "export",
        "check",
        "completions",
        "man",
        "schema",
        "tour",
        "picture",
    ] {
        let output = oa(&[command, "--help"]);
        assert!(
            String::from_utf8_lossy(&output.stdout).contains("Example"),
            "{command}"
        );
    }
}

#[test]
fn output_does_not_depend_on_the_order_of_hash_tables() {
    // Each process seeds its hash tables anew.
    for arguments in [
        &["show", "oldham/9"][..],
        &["oldham/9", "--plain"],
        &["search", "xyzy", "plam"],
        &["list", "partners", "--format", "json"],
        &["picture", "sources"],
        &["picture", "map"],
    ] {
        let first = oa(arguments);
        for _ in 0..5 {
            let next = oa(arguments);
            assert_eq!(
                (&next.stdout, &next.stderr),
                (&first.stdout, &first.stderr),
                "{arguments:?}"
            );
        }
    }
    assert!(says("show oldam/9").contains("Did you mean `oldham/1`?"));
}

const COUNCIL: &str = "tests/data/valid/council-plan.json";

#[test]
fn another_programme_is_shown_without_the_parts_that_it_does_not_have() {
    let says = |line: &str| says(&format!("{line} --data {COUNCIL}"));
    for line in [
        "list areas",
        "show north",
        "brief north",
        "list areas --format csv",
    ] {
        let answer = says(line);
        for absent in [
            "rank",
            "Rank",
            "not yet published",
            "Board",
            "Chair",
            "pportunity",
        ] {
            assert!(!answer.contains(absent), "{line}: {answer}");
        }
        assert!(answer.contains("status 0"), "{answer}");
    }
    let answer = says("picture areas");
    assert!(!answer.contains("rank"), "{answer}");
    let answer = says("--plain");
    assert!(answer.contains("\nBetter Places. 5 areas, "), "{answer}");
    assert!(
        !answer.contains("Map") && !answer.contains("pportunity"),
        "{answer}"
    );
    let answer = says("tour");
    assert!(
        answer.contains("the tour is about the bundled dataset"),
        "{answer}"
    );
}

#[test]
fn actions_that_are_due_are_listed_with_their_dates_and_partners() {
    let says = |line: &str| says(&format!("{line} --data {COUNCIL}"));
    let due = says("list actions --by 2026-03 --format csv");
    assert!(
        due.lines().count() > 10 && due.contains("by March 2026"),
        "{due}"
    );
    assert!(!due.contains("2024 to 2028"), "{due}");
    let deadlines = says("list deadlines --kind action --format csv");
    assert!(deadlines.contains("31 March 2026"), "{deadlines}");
    let brief = says("brief north --format markdown");
    assert!(
        brief.contains("(with Sport; £25,000; by March 2026) ["),
        "{brief}"
    );
    for answer in [brief, says("show north/1/step-2")] {
        assert!(!answer.contains("Money: not known"), "{answer}");
    }
    // Priorities and areas without citations have no empty list of sources.
    for subject in ["ynys-mon", "sport"] {
        let brief = says(&format!(
            "brief {subject} --format markdown --as-of 2024-01"
        ));
        assert!(!brief.contains("Sources"), "{brief}");
    }
}

#[test]
fn names_are_resolved_by_the_kind_that_is_wanted() {
    let says = |line: &str| says(&format!("{line} --data {COUNCIL}"));
    for (line, words) in [
        ("list priorities --theme w", "Clean streets in North"),
        (
            "list priorities --theme Maths --format csv",
            "Counting for all in North",
        ),
        ("show Maths", "Theme: Maths"),
        ("brief maths", "Maths: a briefing"),
        ("list priorities --theme north", "`north` is not a theme"),
        (
            "list actions --partner sprt",
            "`sprt` is not a partner. Did you mean `Sport`?",
        ),
        (
            "list areas --region Nowhere",
            "`Nowhere` is not a region. Use `Middle`, `North`, `North East` or `South`.",
        ),
        ("list areas --region north+east", "North East"),
        ("compare ynys+mon St+Marys", "Ynys Môn and St Mary’s"),
        ("brief north/1", "is neither an area nor a theme"),
    ] {
        let answer = says(line);
        assert!(answer.contains(words), "{line}: {answer}");
    }
    let numbers_at_work = says("list priorities --theme Maths");
    assert!(
        !numbers_at_work.contains("Numbers at work"),
        "{numbers_at_work}"
    );
    let of_sport = says("list actions --partner Sport --format csv");
    assert!(!of_sport.contains("Sport England"), "{of_sport}");
}

#[test]
fn a_reference_is_spelt_in_the_same_ways_everywhere() {
    for name in [
        "Stoke on Trent",
        "stoke",
        "STOKE-ON-TRENT",
        "maths",
        "oldham/3",
        "plan-oldham",
        "Oldham / 3",
    ] {
        for arguments in [
            &["show", name][..],
            &[name, "--plain"],
            &["picture", "areas", "--at", name],
        ] {
            let output = oa(arguments);
            assert_eq!(output.status.code(), Some(0), "{arguments:?}: {output:?}");
        }
    }
    for name in ["nor", "hastigns", "oldham/9"] {
        let errors = [
            &["show", name][..],
            &[name, "--plain"],
            &["picture", "areas", "--at", name],
        ]
        .map(|arguments| String::from_utf8(oa(arguments).stderr).expect("text"));
        assert!(errors.iter().all(|error| *error == errors[0]), "{errors:?}");
    }
}

#[test]
fn pictures_show_nothing_of_an_item_that_was_not_known_yet() {
    let output = oa(&["picture", "areas", "--at", "hastings/1", "--as-of", "2017"]);
    let error = String::from_utf8_lossy(&output.stderr);
    assert!(
        error.contains("`hastings/1` was not known on 31 December 2017"),
        "{error}"
    );
}

#[test]
fn recent_sources_are_recent() {
    let answer = says("list sources --since 2021-12-31");
    for year in 2015..2022 {
        assert!(!answer.contains(&format!(" {year} ")), "{answer}");
    }
}
