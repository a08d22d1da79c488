//! The areas that Compare opens with, and those that someone chooses.

use super::*;

fn compared(app: &App) -> Vec<String> {
    let areas = app.views.compare.areas.iter();
    areas
        .map(|&area| app.dataset().area(area).id.to_string())
        .collect()
}

#[test]
fn chosen_areas_take_the_place_of_the_example() {
    let dataset = Dataset::bundled();
    let mut app = App::new(&dataset, Size::new(80, 24));
    after(&mut app, &[Command::View(View::Compare)]);
    assert_eq!(compared(&app), ["blackpool", "bradford"]);
    let shown = screen(&app);
    assert!(
        shown.contains("Compare: an example") && shown.contains("press a to choose areas"),
        "{shown}"
    );
    // Those of the example can be chosen, too: Bradford has the place of the second.
    for (name, expected) in [
        ("Hastings", &["hastings"][..]),
        ("Bradford", &["hastings", "bradford"]),
    ] {
        after(&mut app, &[Command::AddArea]);
        typed(&mut app, name);
        after(&mut app, &[Open]);
        assert_eq!(compared(&app), expected);
    }
    assert!(!screen(&app).contains("an example"), "{}", screen(&app));
    after(
        &mut app,
        &[Command::View(View::Map), Command::View(View::Compare)],
    );
    assert_eq!(compared(&app), ["hastings", "bradford"], "they stay");
}

#[test]
fn areas_added_elsewhere_are_the_only_ones() {
    let dataset = Dataset::bundled();
    for visits in [&[][..], &[Command::View(View::Compare), Back]] {
        let mut app = at(&dataset, "hastings");
        after(&mut app, visits);
        after(&mut app, &[Command::Compare, Down, Command::Compare]);
        after(&mut app, &[Command::View(View::Compare)]);
        assert_eq!(compared(&app), ["hastings", "ipswich"]);
    }
}

#[test]
fn example_follows_the_selected_area_until_areas_are_chosen() {
    let dataset = Dataset::bundled();
    let mut app = at(&dataset, "hastings");
    after(&mut app, &[Command::View(View::Compare), Back, Up]);
    after(&mut app, &[Command::View(View::Compare)]);
    assert_eq!(compared(&app)[0], "fenland-and-east-cambridgeshire");
    // Who removes one has chosen the others.
    after(&mut app, &[Command::RemoveArea]);
    assert_eq!(compared(&app), ["hastings"]);
    after(&mut app, &[Back, Down, Down, Down]);
    after(&mut app, &[Command::View(View::Compare)]);
    assert_eq!(compared(&app), ["hastings"]);
    // With nothing left, an example is more use than an empty view.
    after(&mut app, &[Command::RemoveArea, Back]);
    after(&mut app, &[Command::View(View::Compare)]);
    assert_eq!(compared(&app).len(), 2);
}

#[test]
fn areas_are_added_to_the_comparison() {
    let dataset = Dataset::bundled();
    let ids = |app: &App| {
        app.views
            .compare
            .areas
            .iter()
            .map(|&area| dataset.area(area).id.to_string())
            .collect::<Vec<_>>()
    };
    let mut app = at(&dataset, "hastings");
    after(&mut app, &[Command::Compare]);
    assert_eq!(app.view(), View::Areas, "nothing else happens");
    after(&mut app, &[Command::View(View::Compare)]);
    assert_eq!(
        (app.view(), ids(&app)),
        (View::Compare, vec!["hastings".into()]),
        "no other area comes with it"
    );
    for _ in 0..3 {
        after(&mut app, &[Command::AddArea, Open]);
    }
    after(&mut app, &[Command::AddArea]);
    let four = ["hastings", "ipswich", "north-yorkshire-coast", "norwich"];
    assert_eq!(ids(&app), four);
    assert_eq!(
        app.mode(),
        Mode::Jump,
        "with four, an area is chosen for the place of the selected one"
    );
    let shown = screen(&app);
    assert!(
        shown.contains("Four are the most. Replace Norwich"),
        "{shown}"
    );
    typed(&mut app, "Derby");
    after(&mut app, &[Open]);
    assert_eq!(ids(&app)[3], "derby");
    assert_eq!(
        app.notice().map(|notice| notice.text.as_str()),
        Some("Derby takes the place of Norwich")
    );
    after(&mut app, &[Command::AddArea]);
    typed(&mut app, "Norwich");
    after(&mut app, &[Open]);
    assert_eq!(ids(&app), four);
    after(&mut app, &[Command::NextArea]);
    assert_eq!(ids(&app)[3], "oldham");
    after(&mut app, &[Back, Last, Up, Command::Compare]);
    assert_eq!(ids(&app)[0], "hastings", "no area makes room for another");
    after(&mut app, &[Command::View(View::Compare)]);
    after(&mut app, &[Command::Left, Command::RemoveArea]);
    assert_eq!(ids(&app), ["hastings", "ipswich", "oldham"]);
    assert_eq!(
        app.notice().map(|notice| notice.text.as_str()),
        Some("Removed North Yorkshire Coast")
    );
    after(&mut app, &[Command::RemoveArea; 3]);
    assert_eq!(ids(&app).len(), 0, "all can be removed");
    let shown = screen(&app);
    assert!(
        shown.contains("Nothing is compared. Press a to add an area."),
        "{shown}"
    );
    for command in [Command::RemoveArea, Command::NextArea] {
        after(&mut app, &[command]);
        assert_eq!(
            app.notice().map(|notice| notice.text.as_str()),
            Some("No area is compared. Press a to add one")
        );
    }
    after(&mut app, &[Command::AddArea]);
    typed(&mut app, "Hastings");
    after(&mut app, &[Open, Back, Command::Compare]);
    assert_eq!(ids(&app), ["hastings", "west-somerset"]);
    assert_eq!(app.views.compare.column, 1);
}

#[test]
fn area_to_add_is_chosen_by_its_name() {
    let dataset = Dataset::bundled();
    let ids = |app: &App| {
        let areas = app.views.compare.areas.iter();
        areas
            .map(|&area| dataset.area(area).id.to_string())
            .collect::<Vec<_>>()
    };
    let mut app = at(&dataset, "blackpool");
    after(&mut app, &[Command::Compare, Last, Up, Up, First, Down]);
    after(
        &mut app,
        &[Command::Compare, Command::View(View::Compare), Last],
    );
    after(&mut app, &[Command::AddArea]);
    typed(&mut app, "Hastings");
    assert_eq!(ids(&app), ["blackpool", "bradford"], "nothing before Enter");
    assert_eq!(after(&mut app, &[Open]), "hastings/rank-2016");
    assert_eq!(ids(&app), ["blackpool", "bradford", "hastings"]);
    assert_eq!(
        app.notice().map(|notice| notice.text.as_str()),
        Some("Added Hastings")
    );
    let shown = screen(&app);
    assert!(
        shown.contains("▌Hastings") && shown.contains("▌Rank 2016"),
        "{shown}"
    );
    after(&mut app, &[Command::AddArea]);
    typed(&mut app, "Bradford");
    after(&mut app, &[Open]);
    assert_eq!(app.mode(), Mode::Jump, "it is compared already");
    let shown = screen(&app);
    assert!(shown.contains("No other area"), "{shown}");
    after(&mut app, &[Back]);
    assert_eq!(app.mode(), Mode::View(View::Compare));
    assert_eq!(ids(&app).len(), 3, "Esc adds nothing");
    after(&mut app, &[Command::AddArea, Down, Down, Up, Open]);
    assert_eq!(ids(&app)[3], "north-yorkshire-coast");
    after(&mut app, &[Command::Left, Command::RemoveArea]);
    assert_eq!(
        app.notice().map(|notice| notice.text.as_str()),
        Some("Removed Hastings")
    );
}

#[test]
fn first_comparison_is_with_the_next_area() {
    let dataset = Dataset::bundled();
    let mut app = at(&dataset, "hastings");
    after(&mut app, &[Command::View(View::Compare)]);
    let areas = app.views.compare.areas.iter();
    let ids: Vec<_> = areas.map(|&area| dataset.area(area).id.as_str()).collect();
    assert_eq!(ids, ["hastings", "ipswich"]);
    assert_eq!(
        after(&mut app, &[First]),
        "hastings/rank-2016",
        "facts can be opened and copied"
    );
    assert_eq!(after(&mut app, &[Open]), "hastings/rank-2016");
    assert_eq!(app.view(), View::Areas);
    assert_eq!(after(&mut app, &[Back]), "hastings/rank-2016");
    assert_eq!(app.view(), View::Compare);
}
