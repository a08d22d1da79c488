//! Screens that leave nothing unexplained: whose facts are shown, which end of a rank is worse, and what a filter hides.

use super::*;
use crate::tui::overlays::TextPopup;

/// Returns the screen of a size at an item, after some commands.
fn shown(dataset: &Dataset, (width, height): (u16, u16), at: &str, commands: &[Command]) -> String {
    let mut app = App::new(dataset, Size::new(width, height));
    assert!(app.open(dataset.find(at).expect("the item is there")));
    after(&mut app, commands);
    screen(&app)
}

#[test]
fn headings_say_that_facts_are_shared_or_about_the_whole_area() {
    let dataset = Dataset::bundled();
    let wide = shown(&dataset, (120, 40), "blackpool", &[Right, Last]);
    assert!(wide.contains("Actions shared with other areas"), "{wide}");
    let narrow = shown(&dataset, (80, 24), "blackpool", &[Right, Last]);
    assert!(narrow.contains("Actions, shared"), "{narrow}");
    assert!(!narrow.contains("(shared"), "{narrow}");
    let page = shown(&dataset, (120, 70), "blackpool", &[Open]);
    assert!(page.contains("Actions shared with other areas"), "{page}");
}

#[test]
fn the_list_of_areas_states_the_year_and_the_worst_end_of_ranks() {
    let dataset = Dataset::bundled();
    for (size, words) in [
        ((80, 24), "rank ’16, 324 worst"),
        ((120, 40), "rank 2016, 324 worst"),
    ] {
        let screen = shown(&dataset, size, "oldham", &[]);
        assert!(screen.contains(words), "{screen}");
    }
    let page = shown(&dataset, (120, 40), "oldham", &[Open]);
    assert!(page.contains("Social Mobility Index, 324"), "{page}");
}

#[test]
fn the_detail_names_districts_whose_names_say_more_and_the_page_the_nearest_areas() {
    let dataset = Dataset::bundled();
    let coast = shown(&dataset, (80, 24), "north-yorkshire-coast", &[]);
    assert!(coast.contains(" Covers   Scarborough"), "{coast}");
    let fenland = shown(&dataset, (80, 24), "fenland-and-east-cambridgeshire", &[]);
    assert!(!fenland.contains(" Covers "), "{fenland}");
    let page = shown(&dataset, (120, 40), "oldham", &[Open]);
    assert!(
        page.contains("Nearest  Bradford, 23 miles north-east"),
        "{page}"
    );
}

#[test]
fn the_detail_of_an_area_follows_the_filter_and_its_page_says_that_it_does_not() {
    let dataset = Dataset::bundled();
    let mut app = App::new(&dataset, Size::new(120, 40));
    filtered(&mut app, "targets");
    let detail = screen(&app);
    assert!(detail.contains(" Filter   shows 2 of "), "{detail}");
    assert!(detail.contains("sums hidden by the filter"), "{detail}");
    assert!(!detail.contains("£11,000,000"), "{detail}");
    after(&mut app, &[Open]);
    let page = screen(&app);
    assert!(page.contains(" Filter   not used here"), "{page}");
    assert!(page.contains("£11,000,000"), "{page}");
}

#[test]
fn the_popup_of_a_theme_counts_and_lists_its_priorities_by_area() {
    let dataset = Dataset::bundled();
    let snapshot = crate::query::snapshot::Snapshot::latest(&dataset);
    let literacy = dataset.themes().nth(2).expect("there are ten themes").0;
    let popup = TextPopup::of_theme(snapshot, literacy);
    assert_eq!(popup.title, "Literacy");
    assert_eq!(popup.status, "7 priorities in 7 areas");
    assert!(
        popup.text.contains("\nBradford\n  2 Improving literacy"),
        "{}",
        popup.text
    );
    let screen = shown(
        &dataset,
        (120, 40),
        "oldham",
        &[Command::View(View::Matrix), First, Command::Up, Open],
    );
    let lines: Vec<&str> = screen.lines().collect();
    assert!(
        lines[1].starts_with(" Priorities by theme"),
        "the view is around it:\n{screen}"
    );
}

#[test]
fn four_areas_have_their_outcomes_in_words() {
    let dataset = Dataset::bundled();
    let mut app = App::new(&dataset, Size::new(80, 24));
    for area in ["bradford", "derby", "norwich", "ipswich"] {
        assert!(app.open(dataset.find(area).expect("the area is there")));
        after(&mut app, &[Command::Compare]);
    }
    after(&mut app, &[Command::View(View::Compare)]);
    let screen = screen(&app);
    assert!(screen.contains("● 1 met"), "{screen}");
    assert!(screen.contains("· 7 not known"), "{screen}");
}

#[test]
fn the_whole_help_is_on_a_large_screen() {
    let dataset = Dataset::bundled();
    let screen = shown(&dataset, (200, 50), "oldham", &[Command::Help]);
    for words in [
        "Move",
        "Whose facts",
        "Screen readers",
        "right 2017.",
        "Up brings back",
    ] {
        assert!(screen.contains(words), "{words}:\n{screen}");
    }
}
