//! Overlays: prompts, lists and texts.

use super::*;
use crate::query::search::comparisons;

#[test]
fn typed_date_is_shown_at_once_and_escape_restores_the_old_one() {
    let dataset = Dataset::bundled();
    let mut app = at(&dataset, "hastings");
    let priorities = |app: &App| app.views.areas.priorities.items().len();
    assert_eq!(priorities(&app), 5);
    after(&mut app, &[Command::Date]);
    typed(&mut app, "2017");
    assert_eq!(priorities(&app), 1, "only the facts about the area");
    typed(&mut app, "-1");
    assert_eq!(
        app.as_of().map(|date| date.iso()).as_deref(),
        Some("2017"),
        "an incomplete date changes nothing"
    );
    after(&mut app, &[Open]);
    assert_eq!(app.mode(), Mode::Date, "an invalid date is not accepted");
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
        panic!("another name is not overwritten")
    };
    app.on_saved(&name, Err(SaveError::Failed("the disk is full".into())));
    assert_eq!(app.mode(), Mode::Save);
    app.on_saved(&name, Ok(()));
    assert_eq!(app.mode(), Mode::Text);
    assert_eq!(after(&mut app, &[Open]), "oldham/3");
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
