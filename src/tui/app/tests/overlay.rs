//! Overlays: prompts, lists and texts.

use super::*;
use crate::{command::SaveSubject, query::search::comparisons, tui::headless::HeadlessApp};

#[test]
fn date_is_explained_while_it_is_typed_and_set_with_enter() {
    let dataset = Dataset::bundled();
    let mut app = at(&dataset, "hastings");
    let as_of = |app: &App| app.as_of().map(|date| date.iso());
    let shown = |app: &App| HeadlessApp::new(app.clone()).text();
    after(&mut app, &[Command::Date]);
    assert!(shown(&app).contains("Today"), "{}", shown(&app));
    typed(&mut app, "9/10/2017");
    assert!(
        shown(&app).contains("9 October 2017  6 of 12 plans,"),
        "{}",
        shown(&app)
    );
    assert_eq!(as_of(&app), None, "nothing changes before Enter");
    after(&mut app, &[Back]);
    assert_eq!((app.mode(), as_of(&app)), (Mode::View(View::Areas), None));
    after(&mut app, &[Command::Date]);
    typed(&mut app, "soon");
    assert!(
        shown(&app).contains("is not a date: use a date such as"),
        "{}",
        shown(&app)
    );
    after(&mut app, &[Open]);
    assert_eq!(app.mode(), Mode::Date, "an invalid date is not accepted");
    after(&mut app, &[Command::ClearInput]);
    typed(&mut app, "Oct 2017");
    after(&mut app, &[Open]);
    assert_eq!(as_of(&app).as_deref(), Some("2017-10"));
    let notice = &app.notice().expect("a notice").text;
    assert_eq!(notice, "Shows what was known by the end of October 2017");
    after(&mut app, &[Command::Date, Down]);
    assert!(shown(&app).contains("the first 6 plans"), "{}", shown(&app));
    after(&mut app, &[Down, Open]);
    assert_eq!(
        as_of(&app).as_deref(),
        Some("2018-01-19"),
        "the other six plans"
    );
    after(&mut app, &[Command::Date, Command::ClearInput, Open]);
    assert_eq!(as_of(&app), None, "no date is the latest");
}

#[test]
fn filter_is_applied_with_enter() {
    let dataset = Dataset::bundled();
    let mut app = at(&dataset, "hastings");
    let shown = |app: &App| HeadlessApp::new(app.clone()).text();
    after(&mut app, &[Command::Filter, Down, Command::Toggle]);
    assert!(app.filter().is_empty(), "nothing changes before Enter");
    assert!(
        shown(&app).contains("Enter shows everything without actions."),
        "{}",
        shown(&app)
    );
    after(&mut app, &[Back]);
    assert!(app.filter().is_empty());
    after(&mut app, &[Command::Filter, Down, Command::Toggle, Open]);
    assert!(!app.filter().kinds.contains(&crate::dataset::Kind::Action));
    assert!(!app.filter().kinds.is_empty());
    assert_eq!(
        app.notice().expect("a notice").text,
        "Shows all without actions"
    );
    // Switched on again, it shows everything.
    after(&mut app, &[Command::Filter, Down, Command::Toggle, Open]);
    assert!(app.filter().is_empty());
    // Whoever opens the filter and leaves it changes nothing.
    after(&mut app, &[Command::Filter, Open]);
    assert!(app.filter().is_empty());
    assert_eq!(app.notice(), None);
    // Without a switch, Enter shows only the value that was moved to.
    after(&mut app, &[Command::Filter, Down]);
    let text = shown(&app);
    assert!(text.contains("Enter shows only actions."), "{text}");
    after(&mut app, &[Command::Up, Open]);
    assert_eq!(app.notice().expect("a notice").text, "Shows only targets");
    after(&mut app, &[Command::Filter, Command::ChooseAll, Open]);
    assert!(app.filter().is_empty());
    after(
        &mut app,
        &[
            Command::Filter,
            Command::NextPane,
            Command::ChooseOnly,
            Right,
            Command::ChooseOnly,
            Open,
        ],
    );
    assert_eq!(
        (app.filter().waves.len(), app.filter().themes.len()),
        (1, 1)
    );
}

#[test]
fn palette_and_help_find_and_run_commands() {
    let dataset = Dataset::bundled();
    let mut app = at(&dataset, "oldham");
    after(&mut app, &[Command::Palette]);
    typed(&mut app, "sort");
    after(&mut app, &[Open]);
    assert_eq!(
        (app.view(), app.views.matrix.order),
        (View::Matrix, Order::Rank)
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
fn copied_text_includes_the_sources() {
    let dataset = Dataset::bundled();
    let mut app = at(&dataset, "oldham/3/mental-health-first-aid");
    let Effect::Copy(text) = app.update(Command::Copy) else {
        panic!("a text is copied")
    };
    for words in [
        "first-aid training",
        "Tristan Donovan",
        "list of other actions, fifth item",
        "Reference: oldham/3/mental-health-first-aid",
    ] {
        assert!(text.contains(words), "{words} is not in {text}");
    }
    assert_eq!(
        app.update(Command::CopyReference),
        Effect::Copy("oldham/3/mental-health-first-aid".into())
    );
}

#[test]
fn notice_says_if_a_text_was_not_copied() {
    let dataset = Dataset::bundled();
    let mut app = at(&dataset, "oldham/3/mental-health-first-aid");
    let Effect::Copy(text) = app.update(Command::CopyReference) else {
        panic!("a text is copied")
    };
    for (outcome, start, reason) in [
        (CopyOutcome::Sent, "Copied", "the reference"),
        (CopyOutcome::NoClipboard, "Not copied", "no clipboard"),
        (CopyOutcome::TooLong, "Not copied", "too long"),
    ] {
        app.on_copied(&text, outcome);
        let notice = &app.notice().expect("a notice").text;
        assert!(notice.starts_with(start), "{outcome:?}: {notice}");
        assert!(notice.contains(reason), "{outcome:?}: {notice}");
    }
}

#[test]
fn file_is_overwritten_only_after_a_second_enter() {
    let dataset = Dataset::bundled();
    let mut app = at(&dataset, "oldham/3");
    after(&mut app, &[Command::Save]);
    let save = |overwrite| Effect::Save {
        name: "oldham-priority-3.md".into(),
        subject: SaveSubject::Item(dataset.find("oldham/3").expect("it is there")),
        as_of: None,
        overwrite,
    };
    assert_eq!(app.update(Open), save(false));
    app.on_saved("oldham-priority-3.md", Err(SaveError::Exists));
    assert_eq!(app.mode(), Mode::Save);
    assert_eq!(app.update(Open), save(true));
    app.on_saved("oldham-priority-3.md", Err(SaveError::Exists));
    after(&mut app, &[Command::CursorEnd]);
    typed(&mut app, "x");
    assert_eq!(
        app.update(Open),
        Effect::None,
        "`.mdx` is not a known ending"
    );
    after(&mut app, &[Command::NextFormat]);
    let Effect::Save {
        name,
        overwrite: false,
        ..
    } = app.update(Open)
    else {
        panic!("another name is not overwritten")
    };
    app.on_saved(&name, Err(SaveError::Failed("the disk is full".into())));
    assert_eq!(app.mode(), Mode::Save);
    app.on_saved(&name, Ok(()));
    assert_eq!(app.mode(), Mode::View(View::Areas));
    assert_eq!(
        app.notice().expect("a notice").text,
        format!("Saved Oldham, priority 3 as {name}")
    );
}

#[test]
fn help_keeps_the_selection() {
    let dataset = Dataset::bundled();
    let mut app = at(&dataset, "oldham/2");
    after(&mut app, &[Command::Help, Down, Down]);
    assert_eq!(app.mode(), Mode::Help);
    assert_eq!(after(&mut app, &[Back]), "oldham/2");
    assert_eq!(app.mode(), Mode::View(View::Areas));
    assert_eq!(app.update(Quit), Effect::Quit);
}

#[test]
fn paste_types_the_first_line_into_a_text_input_only() {
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
        "the first line without control characters"
    );
    app.paste(&"x".repeat(2000));
    assert_eq!(app.views.search.input.text().len(), 1000, "as much as fits");
    assert!(app.views.search.input.is_full());
}

/// With a search for each character, the work would grow with the square of the length.
#[test]
fn text_that_is_pasted_is_searched_for_at_most_twice() {
    let dataset = Dataset::bundled();
    let mut app = at(&dataset, "oldham");
    after(&mut app, &[Command::View(View::Search)]);
    let once = comparisons(|| typed(&mut app, "m"));
    let words: Vec<String> = (0..130).map(|number| format!("word{number}")).collect();
    let work = comparisons(|| app.paste(&words.join(" ")));
    let searches = work / once;
    assert!(
        (131..150).contains(&searches),
        "{searches}: for the first and for all words, and to explain that nothing is found"
    );
    assert_eq!(app.views.search.input.text().split(' ').count(), 130);
}

#[test]
fn text_that_does_not_fit_changes_the_results_like_text_that_does() {
    let dataset = Dataset::bundled();
    let mut app = at(&dataset, "oldham");
    after(&mut app, &[Command::View(View::Search)]);
    let fits = "oldham ".repeat(142);
    app.paste(&fits);
    let results = app.views.search.hits.items().len();
    assert!(results > 0 && !app.views.search.input.is_full());
    after(&mut app, &[Command::ClearInput]);
    app.paste(&fits.repeat(2));
    assert!(app.views.search.input.is_full());
    assert_eq!(app.views.search.input.text().len(), 1000);
    assert_eq!(app.views.search.hits.items().len(), results);
}

#[test]
fn jump_selects_by_name_and_escape_restores_the_selection() {
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
    assert_eq!(after(&mut app, &[]), "norwich", "no name matches");
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
        "the comparison has no list to jump in"
    );
}

#[test]
fn kiosk_allows_neither_files_nor_the_shell() {
    let dataset = Dataset::bundled();
    let mut app = at(&dataset, "oldham");
    app.set_kiosk(true);
    assert_eq!(app.update(Command::Suspend), Effect::None);
    assert_eq!(
        (app.update(Command::Save), app.mode()),
        (Effect::None, Mode::View(View::Areas))
    );
    let notice = app.notice().map(|notice| notice.text.clone());
    assert_eq!(notice.as_deref(), Some("Saving is off here"));
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
        "it is not listed"
    );
}

#[test]
fn date_prompt_of_the_timeline_suggests_when_the_event_became_known() {
    let dataset = Dataset::bundled();
    let mut app = App::new(&dataset, Size::new(80, 24));
    after(&mut app, &[Command::View(View::Timeline), Down, Last]);
    let event = after(&mut app, &[]);
    let shown = |app: &App| crate::tui::headless::HeadlessApp::new(app.clone()).text();
    let _ = app.press(Key::Char('d'));
    assert_eq!((app.mode(), app.as_of()), (Mode::Date, None));
    let text = shown(&app);
    assert!(
        text.contains("From this date the selected event is known."),
        "{text}"
    );
    let _ = app.press(Key::Enter);
    assert!(app.as_of().is_some());
    assert_eq!(after(&mut app, &[]), event, "it is not hidden");
    // Typing replaces the suggestion, as in a fresh field.
    let _ = app.press(Key::Char('d'));
    typed(&mut app, "9 October 2017");
    assert!(!shown(&app).contains("From this date"), "{}", shown(&app));
    let _ = app.press(Key::Enter);
    assert_eq!(
        app.as_of().map(|date| date.to_string()),
        Some("9 October 2017".into())
    );
}
