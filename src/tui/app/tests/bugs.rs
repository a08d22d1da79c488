//! Bugs where parts meet: clicks and prompts, searches and history, dates and rows.

use super::*;
use crate::query::describe::name_of;

/// A large dataset, whose searches run in the background.
pub(super) fn large_dataset() -> Dataset {
    let text = std::fs::read_to_string("tests/data/valid/other-programme-300-areas.json");
    let mut data: serde_json::Value =
        serde_json::from_str(&text.expect("the file is there")).expect("it is JSON");
    let areas = data["areas"].as_array_mut().expect("a list");
    let count = areas.len();
    for copy in 1..12 {
        for at in 0..count {
            let area = areas[at].to_string();
            let renamed = area.replace("ward-", &format!("ward-{copy}-"));
            let renamed = renamed.replace(&format!("ward-{copy}-plans"), "ward-plans");
            areas.push(serde_json::from_str(&renamed).expect("it is JSON"));
        }
    }
    Dataset::from_json("large", &data.to_string()).expect("it is sound")
}

#[test]
fn a_click_never_confirms_a_prompt() {
    let dataset = Dataset::bundled();
    for (command, exists) in [
        (Command::Save, false),
        (Command::Save, true),
        (Command::Date, false),
    ] {
        for target in [
            MouseTarget::Row(0),
            MouseTarget::Row(1),
            MouseTarget::Beside,
            MouseTarget::Command(Command::Open),
            MouseTarget::Command(Command::View(View::Matrix)),
        ] {
            let mut app = at(&dataset, "oldham");
            after(&mut app, &[command]);
            match command {
                Command::Date => {
                    after(&mut app, &[Command::ClearInput]);
                    typed(&mut app, "2018");
                }
                _ if exists => app.on_saved("oldham.md", Err(SaveError::Exists)),
                _ => {}
            }
            for _ in 0..2 {
                assert_eq!(app.click(target), Effect::None, "{command:?} {target:?}");
                if let Some(Overlay::Text(_)) = app.overlay {
                    panic!("{command:?}: {target:?} opened a text");
                }
            }
            assert_eq!(app.as_of(), None, "{target:?} set a date");
            if target == MouseTarget::Beside {
                assert!(app.overlay.is_none(), "{target:?} closes the prompt");
            }
            if let MouseTarget::Command(Command::View(_)) = target {
                assert_eq!(app.view(), View::Matrix);
            }
        }
    }
}

#[test]
fn a_click_beside_a_jump_and_escape_leave_the_selection_alone() {
    let dataset = Dataset::bundled();
    let mut app = at(&dataset, "oldham/2");
    after(&mut app, &[Command::Jump]);
    typed(&mut app, "child");
    app.click(MouseTarget::Beside);
    assert_eq!(after(&mut app, &[]), "oldham/2", "as before the jump");
    app.click(MouseTarget::Item(Pane::Areas, 2));
    assert_eq!(after(&mut app, &[Back]), "derby");
}

#[test]
fn enter_does_nothing_where_nothing_is_listed() {
    let dataset = Dataset::bundled();
    let mut app = at(&dataset, "hastings");
    after(&mut app, &[Command::View(View::Search)]);
    for text in ["", "xyzzy"] {
        typed(&mut app, text);
        after(&mut app, &[Open]);
        assert_eq!(app.view(), View::Search);
    }
    for command in [Command::Copy, Command::CopyReference, Command::Save] {
        assert_eq!(
            (app.update(command), app.overlay.is_none()),
            (Effect::None, true)
        );
    }
    after(&mut app, &[Command::Palette]);
    typed(&mut app, "xyzzy");
    after(&mut app, &[Open]);
    assert_eq!(app.mode(), Mode::Palette);
    after(&mut app, &[Back, Command::Marks, Open]);
    assert_eq!(app.mode(), Mode::Marks);
    after(&mut app, &[Back, Back, Command::Jump]);
    typed(&mut app, "xyzzy");
    assert_eq!(after(&mut app, &[Open]), "hastings");
    assert_eq!(app.mode(), Mode::Jump, "no name matches");
    let empty = Dataset::from_file("tests/data/valid/minimal.json".as_ref()).expect("sound");
    for view in View::ALL {
        let mut app = App::new(&empty, Size::new(80, 24));
        app.show_view(view);
        after(&mut app, &[Open, Open]);
        assert_eq!(app.view(), view);
    }
}

#[test]
fn enter_does_nothing_until_the_first_result_arrives() {
    let dataset = large_dataset();
    let mut app = App::new(&dataset, Size::new(80, 24));
    after(&mut app, &[Command::View(View::Search)]);
    typed(&mut app, "streets");
    assert!(app.pending_search().is_some());
    after(&mut app, &[Open]);
    assert_eq!(app.view(), View::Search);
}

#[test]
fn a_second_slash_starts_a_new_search() {
    let dataset = Dataset::bundled();
    let mut app = at(&dataset, "hastings");
    let text = |app: &App| app.views.search.input.text().to_string();
    after(&mut app, &[Command::View(View::Search)]);
    typed(&mut app, "mental");
    after(&mut app, &[Open, Command::View(View::Search)]);
    typed(&mut app, "literacy");
    assert_eq!(text(&app), "literacy", "from another view");
    after(&mut app, &[Down]);
    typed(&mut app, "/");
    assert_eq!(text(&app), "literacy");
    app.paste("oldham/3");
    assert_eq!(text(&app), "oldham/3", "from the results");
    after(
        &mut app,
        &[Back, Command::View(View::Search), Command::DeleteBackward],
    );
    typed(&mut app, "2");
    assert_eq!(text(&app), "oldham/2", "unless the old words are edited");
    after(&mut app, &[Open, Back]);
    typed(&mut app, "x");
    assert_eq!(text(&app), "oldham/2x", "or the search is returned to");
}

#[test]
fn the_palette_works_on_the_selected_result_and_escape_returns_to_it() {
    let dataset = Dataset::bundled();
    let mut app = at(&dataset, "hastings");
    after(&mut app, &[Command::View(View::Search)]);
    typed(&mut app, "mental health oldham");
    let hit = after(&mut app, &[Down, Down]);
    let mut run = |name: &str| {
        after(&mut app, &[Command::Palette]);
        typed(&mut app, name);
        let effect = app.update(Open);
        let view = app.view();
        if view != View::Search {
            after(&mut app, &[Back]);
        }
        (effect, view, app.view(), after(&mut app, &[]))
    };
    let search = View::Search;
    assert_eq!(
        run("copy the reference"),
        (Effect::Copy(hit.clone()), search, search, hit.clone())
    );
    for (name, view) in [
        ("map", View::Map),
        ("timeline", View::Timeline),
        ("sort", View::Matrix),
    ] {
        assert_eq!(
            run(name),
            (Effect::None, view, search, hit.clone()),
            "{name}"
        );
    }
    assert_eq!(run("compare this").1, View::Search);
    assert_eq!(
        app.views.compare.areas.first(),
        dataset.find("oldham").and_then(ItemIndex::area).as_ref()
    );
}

#[test]
fn a_comparison_keeps_its_theme_on_another_date() {
    let dataset = Dataset::bundled();
    let mut app = at(&dataset, "hastings");
    after(
        &mut app,
        &[Command::Compare, Command::View(View::Compare), Last],
    );
    for date in ["2017-10", "2016", "2018", "2017-10"] {
        app.set_as_of(Some(date.parse().expect("a date")));
        let item = app.selected_item();
        assert!(app.snapshot().contains(item), "{date}");
        let shown = crate::tui::headless::HeadlessApp::new(app.clone()).text();
        let name: String = name_of(app.snapshot(), item).chars().take(12).collect();
        assert!(shown.contains(&name), "{date}: {name}\n{shown}");
    }
    let theme = |app: &App| {
        let (themes, row) = app.views.compare.themes();
        (themes.clone(), row.and_then(|row| themes.get(row).copied()))
    };
    app.set_as_of(None);
    let rows = theme(&app).0.len();
    assert!(rows > 5);
    for row in 1..rows {
        app.set_as_of(None);
        after(&mut app, &[Last]);
        after(&mut app, &vec![Up; row]);
        let (_, before) = theme(&app);
        after(&mut app, &[Command::NextArea]);
        assert_eq!(theme(&app).1, before, "rows move when an area is replaced");
        after(&mut app, &[Command::AddArea, Command::Open]);
        assert_eq!(theme(&app).1, None, "the first row is selected");
        after(&mut app, &[Last]);
        after(&mut app, &vec![Up; row]);
        let (_, before) = theme(&app);
        after(&mut app, &[Command::RemoveArea]);
        assert_eq!(theme(&app).1, before, "and when it is removed");
        for date in ["2018-01-15", "2017-10"] {
            app.set_as_of(Some(date.parse().expect("a date")));
            let (themes, selected) = theme(&app);
            assert!(selected.is_some() || themes.is_empty());
            if before.is_some_and(|before| themes.contains(&before)) {
                assert_eq!(selected, before, "rows move with the date");
            }
        }
    }
}

#[test]
fn an_item_that_is_not_known_changes_nothing() {
    let dataset = Dataset::bundled();
    let mut app = at(&dataset, "oldham/3");
    app.set_as_of(Some("2016".parse().expect("a date")));
    let before = app.location();
    for (source, data) in dataset.sources() {
        if data.published.last_day() > "2016".parse::<PartialDate>().expect("a date").last_day() {
            assert!(!app.open(ItemIndex::Source(source)));
            assert_eq!(app.location(), before);
        }
    }
    after(&mut app, &[Command::PreviousLocation]);
    assert_eq!(app.location(), before, "nor the history");
}

#[test]
fn a_paste_types_its_first_line_with_text() {
    let dataset = Dataset::bundled();
    for pasted in ["\noldham", "\r\n \n\toldham\nderby", "oldham\rderby"] {
        let mut app = at(&dataset, "hastings");
        after(&mut app, &[Command::View(View::Search)]);
        app.paste(pasted);
        assert_eq!(app.views.search.input.text(), "oldham", "{pasted:?}");
    }
}

/// A dataset without plans, ranks or positions gets no column and no empty picture for them.
#[test]
fn views_leave_out_what_a_dataset_does_not_have() {
    let shown = |dataset: &Dataset, view| {
        let mut app = App::new(dataset, Size::new(120, 40));
        app.show_view(view);
        crate::tui::headless::HeadlessApp::new(app).text()
    };
    let read = |name: &str| {
        Dataset::from_file(format!("tests/data/valid/{name}.json").as_ref()).expect("sound")
    };
    let (bundled, wards) = (Dataset::bundled(), read("other-programme-300-areas"));
    let heading = |dataset| shown(dataset, View::Areas).lines().nth(1).map(String::from);
    assert!(heading(&bundled).expect("a row").contains("rank 2016"));
    let heading = heading(&wards).expect("a row");
    assert!(
        !heading.contains("rank") && !heading.contains("plan"),
        "{heading}"
    );
    assert!(
        !shown(&wards, View::Areas)
            .lines()
            .nth(2)
            .expect("a row")
            .contains('?')
    );
    let mut app = App::new(&wards, Size::new(120, 40));
    after(&mut app, &[Command::View(View::Matrix), Command::Sort]);
    assert_eq!(app.views.matrix.order, Order::Count);
    assert!(shown(&wards, View::Timeline).contains("No events are known."));
    assert!(!shown(&wards, View::Timeline).contains("0 events"));
    let unplaced = without(&["position"]);
    let map = shown(&unplaced, View::Map);
    assert!(map.contains("No area has a position here."), "{map}");
    assert!(
        !map.contains('\u{28ff}') && !map.contains("plan published"),
        "{map}"
    );
    // The areas are in Great Britain no more.
    let elsewhere = edited(|area| {
        if let Some(position) = area.get_mut("position") {
            position["latitude"] = (-37.8).into();
        }
    });
    let map = shown(&elsewhere, View::Map);
    assert!(map.contains("No area has a position here."), "{map}");
    assert!(!map.contains('\u{28ff}'), "{map}");
    let minimal = read("minimal");
    for view in [View::Matrix, View::Map, View::Compare] {
        assert!(
            shown(&minimal, view).contains("There are no areas."),
            "{view:?}"
        );
    }
}

/// Returns the dataset of wards with these fields of each area left out.
fn without(fields: &[&str]) -> Dataset {
    edited(|area| {
        for &field in fields {
            area.remove(field);
        }
    })
}

/// Returns the dataset of wards with each area changed.
fn edited(change: impl Fn(&mut serde_json::Map<String, serde_json::Value>)) -> Dataset {
    let text = std::fs::read_to_string("tests/data/valid/other-programme-300-areas.json");
    let mut data: serde_json::Value =
        serde_json::from_str(&text.expect("the file is there")).expect("it is JSON");
    for area in data["areas"].as_array_mut().expect("a list") {
        change(area.as_object_mut().expect("an object"));
    }
    Dataset::from_json("without", &data.to_string()).expect("it is sound")
}

/// A term is shown in full over the view, so a mark on it leads there whatever the view shows by then.
#[test]
fn a_mark_on_a_term_leads_to_the_term() {
    let dataset = Dataset::bundled();
    let mut app = at(&dataset, "hastings");
    after(&mut app, &[Command::View(View::Search)]);
    typed(&mut app, "good level of development");
    while !matches!(app.selected_item(), ItemIndex::Term(_)) {
        after(&mut app, &[Down]);
    }
    let term = app.selected_item();
    let name = name_of(app.snapshot(), term).to_string();
    after(&mut app, &[Command::Mark, Command::ClearInput]);
    typed(&mut app, "maths");
    after(
        &mut app,
        &[Command::View(View::Areas), Command::Marks, Open],
    );
    let shown = crate::tui::headless::HeadlessApp::new(app.clone()).text();
    assert!(shown.contains(&name), "{shown}");
    let is_open = matches!(&app.overlay, Some(Overlay::Text(popup)) if popup.title == name);
    assert!(is_open || app.selected_item() == term, "{shown}");
}
