//! What lies over a view: lines to type in, lists to choose from, texts.

use super::*;

#[test]
fn a_date_is_followed_as_it_is_typed_and_let_go_with_escape() {
    let dataset = Dataset::bundled();
    let mut app = at(&dataset, "hastings");
    let priorities = |app: &App| app.views.areas.priorities.items().len();
    assert_eq!(priorities(&app), 5);
    after(&mut app, &[Command::Date]);
    typed(&mut app, "2017");
    assert_eq!(priorities(&app), 1, "only what is about the area");
    typed(&mut app, "-1");
    assert_eq!(
        app.as_of().map(|date| date.iso()).as_deref(),
        Some("2017"),
        "half a date changes nothing"
    );
    after(&mut app, &[Open]);
    assert_eq!(app.mode(), Mode::Date, "what is no date is not kept");
    typed(&mut app, "0");
    after(&mut app, &[Open]);
    assert_eq!(
        (app.mode(), app.as_of().map(|date| date.iso()).as_deref()),
        (Mode::View(View::Areas), Some("2017-10"))
    );
    after(&mut app, &[Command::Date, Command::ClearInput]);
    assert_eq!(app.as_of(), None);
    assert_eq!(after(&mut app, &[Back]), "hastings");
    assert_eq!(
        app.as_of().map(|date| date.iso()).as_deref(),
        Some("2017-10")
    );
    after(&mut app, &[Command::Date, Command::PreviousDate]);
    assert_eq!(
        app.as_of().map(|date| date.iso()).as_deref(),
        Some("2017-10-10")
    );
}

#[test]
fn commands_are_found_by_name_and_run_from_palette_and_help() {
    let dataset = Dataset::bundled();
    let mut app = at(&dataset, "oldham");
    after(&mut app, &[Command::Palette]);
    typed(&mut app, "sort");
    after(&mut app, &[Open]);
    assert_eq!(
        (app.view(), app.views.matrix.order.name()),
        (View::Matrix, "by rank")
    );
    after(&mut app, &[Command::Help]);
    typed(&mut app, "timeline");
    after(&mut app, &[Open]);
    assert_eq!(
        (app.view(), app.mode()),
        (View::Timeline, Mode::View(View::Timeline))
    );
    after(&mut app, &[Command::Help]);
    typed(&mut app, "quit");
    assert_eq!(app.update(Open), Effect::Quit);
}

#[test]
fn copies_go_to_the_edge_with_their_sources() {
    let dataset = Dataset::bundled();
    let mut app = at(&dataset, "oldham/3/mental-health-first-aid");
    let Effect::Copy(text) = app.update(Command::Copy) else {
        panic!("nothing is copied")
    };
    for words in [
        "first-aid training",
        "Tristan Donovan",
        "paragraph 9",
        "Reference: oldham/3/mental-health-first-aid",
    ] {
        assert!(text.contains(words), "{words} is not in {text}");
    }
    after(&mut app, &[Back]);
    assert_eq!(
        app.update(Command::CopyReference),
        Effect::Copy("oldham/3/mental-health-first-aid".into())
    );
}

#[test]
fn a_file_is_replaced_only_when_asked_twice() {
    let dataset = Dataset::bundled();
    let mut app = at(&dataset, "oldham/3");
    after(&mut app, &[Command::Save]);
    let save = |overwrite| Effect::Save {
        name: "oldham-3.md".into(),
        item: dataset.find("oldham/3").expect("it is there"),
        as_of: None,
        overwrite,
    };
    assert_eq!(app.update(Open), save(false));
    app.on_saved("oldham-3.md", Err(SaveError::Exists));
    assert_eq!(app.mode(), Mode::Save);
    assert_eq!(app.update(Open), save(true));
    app.on_saved("oldham-3.md", Err(SaveError::Exists));
    typed(&mut app, "x");
    let Effect::Save {
        name,
        overwrite: false,
        ..
    } = app.update(Open)
    else {
        panic!("another name is asked for anew")
    };
    app.on_saved(&name, Err(SaveError::Failed("the disk is full".into())));
    assert_eq!(app.mode(), Mode::Save);
    app.on_saved(&name, Ok(()));
    assert_eq!(app.mode(), Mode::Text);
    assert_eq!(after(&mut app, &[Open]), "oldham/3");
}

#[test]
fn help_changes_nothing_else() {
    let dataset = Dataset::bundled();
    let mut app = at(&dataset, "oldham/2");
    after(&mut app, &[Command::Help, Down, Down]);
    assert_eq!(app.mode(), Mode::Help);
    assert_eq!(after(&mut app, &[Back]), "oldham/2");
    assert_eq!(app.mode(), Mode::View(View::Areas));
    assert_eq!(app.update(Quit), Effect::Quit);
}

#[test]
fn what_is_pasted_is_typed_where_letters_are_typed_and_nowhere_else() {
    let dataset = Dataset::bundled();
    let mut app = at(&dataset, "oldham");
    app.paste("q2");
    assert_eq!(
        (app.view(), after(&mut app, &[])),
        (View::Areas, "oldham".into())
    );
    after(&mut app, &[Command::View(View::Search)]);
    app.paste("mental\thealth\nsecond line");
    assert_eq!(
        app.views.search.input.text(),
        "mentalhealth",
        "of one line, what is no control character"
    );
    app.paste(&"x".repeat(1000));
    assert_eq!(
        app.views.search.input.text().len(),
        "mentalhealth".len() + 200,
        "and not without end"
    );
}

#[test]
fn letters_of_a_name_lead_to_it_and_back() {
    let dataset = Dataset::bundled();
    let mut app = at(&dataset, "blackpool");
    after(&mut app, &[Command::Jump]);
    typed(&mut app, "nor");
    assert_eq!(after(&mut app, &[]), "north-yorkshire-coast");
    assert_eq!(after(&mut app, &[Down]), "norwich");
    assert_eq!(after(&mut app, &[Down, Up]), "north-yorkshire-coast");
    typed(&mut app, "w");
    assert_eq!(after(&mut app, &[Open]), "norwich");
    assert_eq!(app.mode(), Mode::View(View::Areas));
    after(&mut app, &[Command::Jump]);
    typed(&mut app, "old");
    assert_eq!(after(&mut app, &[]), "oldham");
    typed(&mut app, "q");
    assert_eq!(after(&mut app, &[]), "norwich", "nothing has these letters");
    assert_eq!(after(&mut app, &[Command::ClearInput]), "norwich");
    typed(&mut app, "old");
    assert_eq!(after(&mut app, &[Back]), "norwich");
    for view in [View::Matrix, View::Map] {
        after(&mut app, &[Command::View(view), Command::Jump]);
        typed(&mut app, "hast");
        assert!(after(&mut app, &[Open]).starts_with("hastings"), "{view:?}");
    }
    after(&mut app, &[Command::View(View::Sources), Command::Jump]);
    typed(&mut app, "tackling disadvantage in doncaster");
    assert_eq!(app.mode(), Mode::Jump);
    after(
        &mut app,
        &[Back, Command::View(View::Compare), Command::Jump],
    );
    assert_eq!(
        app.mode(),
        Mode::View(View::Compare),
        "there is no list to jump in"
    );
}

#[test]
fn strangers_write_no_file_and_never_leave_for_the_shell() {
    let dataset = Dataset::bundled();
    let mut app = at(&dataset, "oldham");
    app.kiosk = true;
    assert_eq!(app.update(Command::Suspend), Effect::None);
    assert_eq!(
        (app.update(Command::Save), app.mode()),
        (Effect::None, Mode::View(View::Areas))
    );
    after(&mut app, &[Command::Palette]);
    typed(&mut app, "briefing");
    let Some(Overlay::Commands(commands)) = &app.overlay else {
        panic!("the palette is open")
    };
    assert!(
        commands
            .matches
            .iter()
            .all(|found| found.binding.command != Command::Save),
        "it is not even listed"
    );
}
