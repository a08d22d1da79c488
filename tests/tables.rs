//! Tables of the command line at any width.

use std::process::{Command, Stdio};

use opportunity_areas::{
    dataset::{AreaIndex, Dataset, ItemIndex, Kind},
    query::{
        facets::Condition, filter::Filter, search::Index, snapshot::Snapshot,
        targets::TargetGrouping,
    },
    report::{
        ColumnUse, Format, Page, PageBlock, PageTable, TextLayout,
        answer::{
            compare::compare,
            fact_table::facts_of,
            list::{Listing, list},
            matrix::matrix,
            search::search,
            targets::targets,
            timeline::timeline,
        },
        render,
    },
    text::text_width,
};

/// Runs commands as on a terminal of some width, and returns what they print.
fn printed(columns: usize) -> String {
    let commands = [
        "list",
        "list areas",
        "list areas --sort -rank --columns area,rank,date",
        "list priorities --area fenland --area oldham",
        "list actions --area norwich --limit 6",
        "list targets --area norwich",
        "list money --sort -money --limit 5",
        "list sources --area bradford --limit 6",
        "list themes",
        "list partners --area derby",
        "list periods --area bradford",
        "matrix",
        "compare hastings ipswich",
        "compare fenland ipswich oldham norwich",
        "search mental health oldham --limit 8",
        "search scarborough --limit 4",
        "targets --outcome met --outcome in-progress",
        "targets --theme maths --group theme",
        "money",
        "changes --since 2021-07 --until 2021",
        "timeline norwich --as-of 2018",
        "coverage",
        "list areas --wide",
        "list money --area derby --wide --limit 2",
    ];
    let printed = commands.map(|line| {
        let output = Command::new(env!("CARGO_BIN_EXE_oa"))
            .args(line.split(' '))
            .env("COLUMNS", columns.to_string())
            .stdin(Stdio::null())
            .output()
            .expect("the program starts");
        let text = String::from_utf8(output.stdout).expect("text");
        for row in text.lines() {
            assert!(text_width(row) <= columns, "{line}: {row}");
        }
        assert!(output.stderr.is_empty(), "{line}");
        format!("$ oa {line}\n{text}\n")
    });
    printed.concat()
}

macro_rules! widths {
    ($($name:ident: $columns:literal)*) => {$(
        #[test]
        fn $name() {
            insta::assert_snapshot!(stringify!($name), printed($columns));
        }
    )*};
}

widths! {
    tables_of_60_columns: 60
    tables_of_80_columns: 80
    tables_of_120_columns: 120
    tables_of_200_columns: 200
}

#[test]
fn list_of_areas_fits_a_screen_of_80_columns() {
    let dataset = Dataset::bundled();
    let page = list(
        Snapshot::latest(&dataset),
        Listing::Areas,
        &Filter::default(),
    );
    let text = text_of(&dataset, &page, TextLayout::plain(80));
    assert!(text.lines().count() <= 16, "{text}");
    assert!(!text.contains('…') && !text.contains("Left out"), "{text}");
}

#[test]
fn areas_with_everything_have_two_lines_at_most() {
    let dataset = Dataset::bundled();
    let page = list(
        Snapshot::latest(&dataset),
        Listing::Areas,
        &Filter::default(),
    );
    for columns in [80, 120] {
        let layout = TextLayout {
            wide: true,
            ..TextLayout::plain(columns)
        };
        let text = text_of(&dataset, &page, layout);
        // A title, a heading of two lines and its rule, notes, and twelve areas.
        assert!(text.lines().count() <= 2 * 12 + 7, "{text}");
        assert!(text.contains("Department for Education,"), "{text}");
        assert!(text.contains("fenland-and-east-cambridgeshire"), "{text}");
        assert_eq!(text.contains("Left out"), columns == 80, "{text}");
    }
}

#[test]
fn targets_keep_goal_deadline_latest_value_and_outcome_at_60_columns() {
    let dataset = Dataset::bundled();
    let snapshot = Snapshot::latest(&dataset);
    let page = targets(snapshot, &Filter::default(), TargetGrouping::Area);
    for columns in 60..100 {
        let text = text_of(&dataset, &page, TextLayout::plain(columns));
        for (start, end) in [
            ("met ", "50 schools… → 25 schools; latest 39"),
            ("in progress ", "by 2021: above the national average"),
            ("not known ", "by 2021: 76% in August… → at least 86%"),
        ] {
            let has_line = |line: &str| line.starts_with(start) && line.contains(end);
            assert!(text.lines().any(has_line), "{columns}: {end}\n{text}");
        }
        let rows = text.lines().skip_while(|line| !line.starts_with("---"));
        let rows = rows
            .skip(1)
            .take_while(|line| !line.starts_with("Left out"));
        assert_eq!(rows.count(), 2 * page.items.len(), "{text}");
    }
}

fn text_of(dataset: &Dataset, page: &Page, layout: TextLayout) -> String {
    render(Snapshot::latest(dataset), page, Format::Text, layout)
}

/// Returns every table that the commands print.
fn tables(dataset: &Dataset) -> Vec<PageTable> {
    let snapshot = Snapshot::latest(dataset);
    let filter = Filter::default();
    let listings = [
        Listing::Areas,
        Listing::Priorities,
        Listing::Money,
        Listing::Themes,
        Listing::Terms,
        Listing::Sources,
    ];
    let kinds = Kind::ALL.map(Listing::Facts);
    let conditions = [
        Condition::Partner,
        Condition::Period,
        Condition::Region,
        Condition::Kind,
    ]
    .map(Listing::Values);
    let listings = listings.into_iter().chain(kinds).chain(conditions);
    let areas: Vec<AreaIndex> = dataset.areas().map(|(area, _)| area).take(4).collect();
    let index = Index::new(dataset);
    let words = ["the", "children schools", "plan in area"];
    let mut pages: Vec<Page> = listings
        .map(|listing| list(snapshot, listing, &filter))
        .chain(TargetGrouping::ALL.map(|grouping| targets(snapshot, &filter, grouping)))
        .chain(
            words.map(|words| search(snapshot, &index, words, &filter, 20).expect("it is short")),
        )
        .chain([timeline(snapshot, None)])
        .collect();
    if areas.len() > 1 {
        pages.push(compare(snapshot, &areas[..2]));
        pages.push(compare(snapshot, &areas));
        pages.push(facts_of(snapshot, ItemIndex::Area(areas[0])));
    }
    pages.into_iter().filter_map(first_table).collect()
}

/// Returns the first table of a page with at most 12 of its rows.
fn first_table(page: Page) -> Option<PageTable> {
    page.blocks.into_iter().find_map(|block| match block {
        PageBlock::Table(mut table) if !table.rows.is_empty() => {
            table.rows.truncate(12);
            Some(table)
        }
        _ => None,
    })
}

fn datasets() -> Vec<Dataset> {
    let files = std::fs::read_dir("tests/data/valid").expect("the folder exists");
    let files = files.map(|file| file.expect("a file").path());
    let read = |file: std::path::PathBuf| {
        Dataset::from_file(&file).unwrap_or_else(|error| panic!("{error}"))
    };
    files.map(read).chain([Dataset::bundled()]).collect()
}

#[test]
fn tables_fit_every_width_and_keep_every_row() {
    for dataset in datasets() {
        for (number, table) in tables(&dataset).iter().enumerate() {
            // Every width, and every table at one of twelve widths: all of both would take minutes.
            for columns in (20..=250).filter(|columns| (columns + number).is_multiple_of(12)) {
                check(&dataset, table, columns);
            }
        }
    }
}

/// Checks the width of the lines, that each row begins a line, and from 60 columns on that it has at most two.
fn check(dataset: &Dataset, table: &PageTable, columns: usize) {
    let page = Page {
        blocks: vec![PageBlock::Table(table.clone())],
        ..Page::default()
    };
    let text = text_of(dataset, &page, TextLayout::plain(columns));
    let context = || format!("{columns} columns:\n{text}");
    for line in text.lines() {
        assert!(text_width(line) <= columns, "{line:?} in {}", context());
    }
    let mut lines = text.lines().skip_while(|line| !line.starts_with("---"));
    if lines.next().is_none() {
        assert!(columns < 60, "blocks in {}", context());
        let blocks = text.split("\n\n").count();
        assert_eq!(blocks, table.rows.len(), "{}", context());
        return;
    }
    let lines: Vec<&str> = lines.collect();
    let mut position = 0;
    let mut starts = Vec::new();
    for row in &table.rows {
        let start = lines[position..].iter().position(|line| begins(line, row));
        let start = start.unwrap_or_else(|| panic!("{row:?} is missing in {}", context()));
        position += start + 1;
        starts.push(position);
    }
    if columns >= 60 {
        let rows = lines
            .iter()
            .take_while(|line| {
                !line.starts_with("Left out: ") && !line.starts_with("Some texts are cut")
            })
            .count();
        assert!(rows <= 2 * table.rows.len(), "{}", context());
    }
}

/// Returns true if a line begins with the first letters of the first cell of a row.
fn begins(line: &str, row: &opportunity_areas::report::PageRow) -> bool {
    let cell = &row.cells[0];
    let starts = |words: &str| {
        let start: String = words
            .chars()
            .take(4)
            .take_while(|letter| *letter != ' ')
            .collect();
        if start.is_empty() {
            line.starts_with(' ')
        } else {
            line.trim_start().starts_with(&start)
        }
    };
    starts(&cell.words) || cell.short_words.as_deref().is_some_and(starts)
}

#[test]
fn matrix_has_every_area_at_every_width() {
    for dataset in datasets() {
        let page = matrix(Snapshot::latest(&dataset), &Filter::default());
        let Some(table) = first_table(page.clone()) else {
            continue;
        };
        for columns in (20..=250).step_by(5) {
            let page = Page {
                blocks: vec![PageBlock::Table(table.clone())],
                ..Page::default()
            };
            let text = text_of(&dataset, &page, TextLayout::plain(columns));
            for line in text.lines() {
                assert!(
                    text_width(line) <= columns,
                    "{line:?} in {columns}:\n{text}"
                );
            }
            for row in &table.rows {
                assert!(
                    text.lines().any(|line| begins(line, row)),
                    "{row:?} in {columns}:\n{text}"
                );
            }
        }
    }
}

#[test]
fn rows_in_a_pipe_are_whole_lines() {
    let dataset = Dataset::bundled();
    for table in tables(&dataset) {
        let page = Page {
            blocks: vec![PageBlock::Table(table.clone())],
            ..Page::default()
        };
        let text = text_of(&dataset, &page, TextLayout::file());
        let lines: Vec<&str> = text.lines().skip(2).collect();
        for (row, line) in table.rows.iter().zip(&lines) {
            // A summary repeats what other columns have.
            let whole = table.columns.iter().zip(&row.cells);
            let whole = whole.filter(|(column, _)| column.column_use != ColumnUse::Summary);
            for (_, cell) in whole {
                assert!(line.contains(cell.words.trim()), "{cell:?} in {line}");
            }
        }
        assert_eq!(lines.len(), table.rows.len());
    }
}
