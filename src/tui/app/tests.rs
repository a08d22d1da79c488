//! What commands do to the state.

use super::*;
use crate::{command::NotSaved, query::choices::choices, tui::view::canvas::Target};

fn at<'a>(dataset: &'a Dataset, reference: &str) -> App<'a> {
    let mut app = App::new(dataset, Size::new(80, 24));
    assert!(app.open(dataset.find(reference).expect("the reference is there")));
    app
}

fn after(app: &mut App, commands: &[Command]) -> String {
    for &command in commands {
        assert_eq!(app.update(command), Effect::None, "{command:?}");
    }
    app.dataset().reference(app.slot()).into_owned()
}

fn typed(app: &mut App, text: &str) {
    for character in text.chars() {
        assert_eq!(app.update(Command::Type(character)), Effect::None);
    }
}

use Command::{Back, Down, First, Last, NextPane, Open, PageDown, PageUp, PreviousPane, Quit, Right, Up};

#[test]
fn the_selection_stops_at_both_ends() {
    let dataset = Dataset::bundled();
    let mut app = App::new(&dataset, Size::new(80, 24));
    assert_eq!(after(&mut app, &[Up, Up]), "blackpool");
    assert_eq!(after(&mut app, &[Last, Down]), "programme");
    assert_eq!(after(&mut app, &[Up]), "west-somerset");
    assert_eq!(after(&mut app, &[First]), "blackpool");
    assert_eq!(after(&mut app, &[PageDown]), "programme");
    assert_eq!(after(&mut app, &[PageUp]), "blackpool");
}

#[test]
fn enter_goes_deeper_and_escape_comes_back() {
    let dataset = Dataset::bundled();
    let mut app = at(&dataset, "oldham");
    assert_eq!(after(&mut app, &[Open, Down]), "oldham/2");
    assert_eq!(after(&mut app, &[Open, Down]), "oldham/2/progress-below-national");
    assert_eq!(after(&mut app, &[Open]), "oldham/2/progress-below-national");
    assert_eq!(app.focus(), Pane::Detail);
    assert_eq!(after(&mut app, &[Open]), "oldham/2/progress-below-national");
    assert_eq!(after(&mut app, &[Back]), "oldham/2/progress-below-national");
    assert_eq!(app.focus(), Pane::Entries);
    assert_eq!(after(&mut app, &[Back]), "oldham/2");
    assert_eq!(after(&mut app, &[Back, Back]), "oldham");
    assert_eq!(app.focus(), Pane::Subjects);
}

#[test]
fn panes_go_round_and_the_detail_keeps_what_it_shows() {
    let dataset = Dataset::bundled();
    let mut app = at(&dataset, "hastings");
    assert_eq!(after(&mut app, &[PreviousPane]), "hastings");
    assert_eq!(app.focus(), Pane::Detail);
    assert_eq!(after(&mut app, &[Back]), "hastings");
    assert_eq!(app.focus(), Pane::Subjects);
    assert_eq!(after(&mut app, &[NextPane, NextPane, NextPane, NextPane]), "hastings");
}

#[test]
fn a_move_in_one_list_brings_the_others_along() {
    let dataset = Dataset::bundled();
    let mut app = at(&dataset, "hastings/4/summer-activities-2018");
    assert_eq!(app.focus(), Pane::Entries);
    assert_eq!(after(&mut app, &[Back, Up]), "hastings/3");
    assert_eq!(after(&mut app, &[Open]), "hastings/3/mental-health-named");
    assert_eq!(after(&mut app, &[Back, Back, Down]), "ipswich");
    assert_eq!(after(&mut app, &[Open]), "ipswich/1");
}

#[test]
fn the_detail_scrolls_to_its_end_and_no_further() {
    let dataset = Dataset::bundled();
    let mut app = at(&dataset, "blackpool");
    after(&mut app, &[PreviousPane, Last]);
    let end = app.detail_top();
    assert!(end > 0);
    after(&mut app, &[Down, PageDown]);
    assert_eq!(app.detail_top(), end);
    app.resize(Size::new(80, 60));
    assert!(app.detail_top() < end, "a larger screen needs less scrolling");
    after(&mut app, &[First]);
    assert_eq!(app.detail_top(), 0);
}

#[test]
fn every_view_is_left_for_where_one_came_from() {
    let dataset = Dataset::bundled();
    for view in View::ALL {
        let mut app = at(&dataset, "oldham/3");
        after(&mut app, &[Command::View(view)]);
        assert_eq!(app.view(), view);
        if view != View::Areas {
            assert_eq!(after(&mut app, &[Back]), "oldham/3");
        }
        assert_eq!((app.view(), app.focus()), (View::Areas, Pane::Chapters));
        // By way of another view, and opened from there.
        after(&mut app, &[Command::View(View::Matrix), Command::View(view)]);
        if view == View::Search {
            typed(&mut app, "literacy");
        }
        let there = app.slot();
        after(&mut app, &[Open]);
        if app.view() != view && app.slot() == there {
            after(&mut app, &[Back]);
            assert_eq!((app.view(), app.slot()), (view, there));
        }
    }
}

#[test]
fn an_area_stays_selected_from_view_to_view() {
    let dataset = Dataset::bundled();
    let mut app = at(&dataset, "norwich/2");
    assert_eq!(after(&mut app, &[Command::View(View::Map)]), "norwich");
    assert_eq!(after(&mut app, &[Command::View(View::Matrix), Right]), "norwich/2");
    assert_eq!(after(&mut app, &[Down, Command::View(View::Areas)]), "oldham");
    assert_eq!(after(&mut app, &[Command::View(View::Map), Down]), "stoke-on-trent");
    assert_eq!(after(&mut app, &[Open]), "stoke-on-trent");
    assert_eq!(app.view(), View::Areas);
}

#[test]
fn places_lead_back_and_forward_and_marks_lead_anywhere() {
    let dataset = Dataset::bundled();
    let mut app = at(&dataset, "oldham/3");
    after(&mut app, &[Command::Mark, Command::View(View::Timeline), Last]);
    let event = app.slot();
    assert_eq!(after(&mut app, &[Command::View(View::Sources), Command::PreviousPlace]), dataset.reference(event));
    assert_eq!(after(&mut app, &[Command::PreviousPlace]), "oldham/3");
    after(&mut app, &[Command::NextPlace, Command::NextPlace]);
    assert_eq!(app.view(), View::Sources);
    assert_eq!(after(&mut app, &[Command::Marks, Open]), "oldham/3");
    assert_eq!((app.view(), app.mode()), (View::Areas, Mode::Areas));
    after(&mut app, &[Command::Marks, Command::Unmark, Open]);
    assert!(app.places.marks.is_empty());
}

#[test]
fn a_date_is_followed_as_it_is_typed_and_let_go_with_escape() {
    let dataset = Dataset::bundled();
    let mut app = at(&dataset, "hastings");
    let priorities = |app: &App| app.areas.chapters.items().len();
    assert_eq!(priorities(&app), 5);
    after(&mut app, &[Command::Date]);
    typed(&mut app, "2017");
    assert_eq!(priorities(&app), 1, "only what is about the area");
    typed(&mut app, "-1");
    assert_eq!(app.as_of().map(|date| date.iso()).as_deref(), Some("2017"), "half a date changes nothing");
    after(&mut app, &[Open]);
    assert_eq!(app.mode(), Mode::Date, "what is no date is not kept");
    typed(&mut app, "0");
    after(&mut app, &[Open]);
    assert_eq!((app.mode(), app.as_of().map(|date| date.iso()).as_deref()), (Mode::Areas, Some("2017-10")));
    after(&mut app, &[Command::Date, Command::EraseAll]);
    assert_eq!(app.as_of(), None);
    assert_eq!(after(&mut app, &[Back]), "hastings");
    assert_eq!(app.as_of().map(|date| date.iso()).as_deref(), Some("2017-10"));
    after(&mut app, &[Command::Date, Command::Earlier]);
    assert_eq!(app.as_of().map(|date| date.iso()).as_deref(), Some("2017-10-10"));
}

#[test]
fn the_selection_survives_dates_and_filters() {
    let dataset = Dataset::bundled();
    let mut app = at(&dataset, "oldham/3/mental-health-first-aid");
    app.look_back(Some("2017-10-09".parse().expect("a date")));
    assert_eq!(after(&mut app, &[]), "oldham/3/mental-health-first-aid");
    app.look_back(None);
    let world = app.world();
    let school_leavers = choices(world, app.filter()).iter().position(|choice| choice.label == "School leavers").expect("a theme");
    after(&mut app, &[Command::Filter]);
    after(&mut app, &vec![Down; school_leavers]);
    assert_eq!(after(&mut app, &[Open, Back]), "oldham/3/mental-health-first-aid");
    assert_eq!(app.filter().themes.len(), 1);
    assert_eq!(app.areas.chapters.items().len(), 2, "the priority in the theme, and what plans share under it");
    assert_eq!(after(&mut app, &[Command::ClearFilter]), "oldham/3/mental-health-first-aid");
    assert!(app.filter().is_empty());
    assert_eq!(app.areas.chapters.items().len(), 4);
}

#[test]
fn what_is_found_opens_and_the_words_stay() {
    let dataset = Dataset::bundled();
    let mut app = at(&dataset, "hastings");
    after(&mut app, &[Command::View(View::Search)]);
    typed(&mut app, "mental health oldham");
    assert_eq!(after(&mut app, &[Open]), "oldham/3/mental-health-first-aid");
    assert_eq!(app.view(), View::Areas);
    let second = after(&mut app, &[Command::NextHit]);
    assert_ne!(second, "oldham/3/mental-health-first-aid");
    assert_eq!(after(&mut app, &[Command::PreviousHit]), "oldham/3/mental-health-first-aid");
    after(&mut app, &[Command::View(View::Search)]);
    assert_eq!(app.search.typed, "mental health oldham");
    after(&mut app, &[Command::EraseAll]);
    assert!(app.search.hits.items().is_empty());
}

#[test]
fn commands_are_found_by_name_and_run_from_palette_and_help() {
    let dataset = Dataset::bundled();
    let mut app = at(&dataset, "oldham");
    after(&mut app, &[Command::Palette]);
    typed(&mut app, "sort");
    after(&mut app, &[Open]);
    assert_eq!((app.view(), app.matrix.order.name()), (View::Matrix, "by rank"));
    after(&mut app, &[Command::Help]);
    typed(&mut app, "timeline");
    after(&mut app, &[Open]);
    assert_eq!((app.view(), app.mode()), (View::Timeline, Mode::Timeline));
    after(&mut app, &[Command::Help]);
    typed(&mut app, "leave");
    assert_eq!(app.update(Open), Effect::Quit);
}

#[test]
fn areas_are_compared_as_they_are_chosen() {
    let dataset = Dataset::bundled();
    let ids = |app: &App| app.compare.areas.iter().map(|&area| dataset.area(area).id.to_string()).collect::<Vec<_>>();
    let mut app = at(&dataset, "hastings");
    after(&mut app, &[Command::Compare]);
    assert_eq!((app.view(), ids(&app)), (View::Compare, vec!["hastings".into(), "ipswich".into()]));
    after(&mut app, &[Command::AddArea, Command::AddArea, Command::AddArea]);
    assert_eq!(ids(&app), ["hastings", "ipswich", "north-yorkshire-coast", "norwich"]);
    after(&mut app, &[Command::NextArea]);
    assert_eq!(ids(&app)[3], "oldham");
    after(&mut app, &[Command::RemoveArea, Command::RemoveArea, Command::RemoveArea]);
    assert_eq!(ids(&app), ["hastings", "ipswich"]);
    after(&mut app, &[Back, Last, Up, Command::Compare]);
    assert_eq!(ids(&app), ["hastings", "ipswich", "west-somerset"]);
    assert_eq!(app.compare.column, 2);
}

#[test]
fn a_source_shows_what_rests_on_it() {
    let dataset = Dataset::bundled();
    let mut app = at(&dataset, "oldham");
    after(&mut app, &[Command::View(View::Sources), Open]);
    let count = app.sources.rows.items().len();
    assert!(count > 147);
    let fact = after(&mut app, &[Down]);
    assert_eq!(after(&mut app, &[Open]), fact);
    assert_eq!(app.view(), View::Areas);
    assert_eq!(after(&mut app, &[Back]), fact);
    assert_eq!(app.view(), View::Sources);
    after(&mut app, &[Back]);
    assert_eq!((app.view(), app.sources.rows.items().len()), (View::Sources, 147), "what is open closes first");
    after(&mut app, &[Back]);
    assert_eq!(app.view(), View::Areas);
}

#[test]
fn copies_go_to_the_edge_with_their_sources() {
    let dataset = Dataset::bundled();
    let mut app = at(&dataset, "oldham/3/mental-health-first-aid");
    let Effect::Copy(text) = app.update(Command::Copy) else { panic!("nothing is copied") };
    for words in ["first-aid training", "Tristan Donovan", "paragraph 9", "Reference: oldham/3/mental-health-first-aid"] {
        assert!(text.contains(words), "{words} is not in {text}");
    }
    after(&mut app, &[Back]);
    assert_eq!(app.update(Command::CopyReference), Effect::Copy("oldham/3/mental-health-first-aid".into()));
}

#[test]
fn a_file_is_replaced_only_when_asked_twice() {
    let dataset = Dataset::bundled();
    let mut app = at(&dataset, "oldham/3");
    after(&mut app, &[Command::Save]);
    let save =
        |replace| Effect::Save { name: "oldham-3.md".into(), slot: dataset.find("oldham/3").expect("it is there"), as_of: None, replace };
    assert_eq!(app.update(Open), save(false));
    app.saved("oldham-3.md", Err(NotSaved::Exists));
    assert_eq!(app.mode(), Mode::Save);
    assert_eq!(app.update(Open), save(true));
    app.saved("oldham-3.md", Err(NotSaved::Exists));
    typed(&mut app, "x");
    let Effect::Save { name, replace: false, .. } = app.update(Open) else { panic!("another name is asked for anew") };
    app.saved(&name, Err(NotSaved::Failed("the disk is full".into())));
    assert_eq!(app.mode(), Mode::Save);
    app.saved(&name, Ok(()));
    assert_eq!(app.mode(), Mode::Text);
    assert_eq!(after(&mut app, &[Open]), "oldham/3");
}

#[test]
fn a_click_selects_and_a_second_one_opens() {
    let dataset = Dataset::bundled();
    let mut app = at(&dataset, "blackpool");
    app.click(Target::Item(Pane::Subjects, 3));
    assert_eq!(after(&mut app, &[]), "doncaster");
    app.click(Target::Item(Pane::Subjects, 3));
    assert_eq!(app.focus(), Pane::Chapters);
    app.click(Target::Item(Pane::Entries, 1));
    assert_eq!(app.focus(), Pane::Entries);
    app.turn_wheel(Some(Target::Pane(Pane::Subjects)), 1);
    assert_eq!(app.focus(), Pane::Entries, "the wheel moves what is under it, and no keys");
    app.click(Target::Command(Command::View(View::Matrix)));
    app.click(Target::Cell(11, 1));
    assert_eq!(after(&mut app, &[]), "west-somerset/2");
    app.click(Target::Cell(11, 1));
    assert_eq!((app.view(), after(&mut app, &[])), (View::Areas, "west-somerset/2".into()));
}

#[test]
fn help_changes_nothing_else() {
    let dataset = Dataset::bundled();
    let mut app = at(&dataset, "oldham/2");
    after(&mut app, &[Command::Help, Down, Down]);
    assert_eq!(app.mode(), Mode::Help);
    assert_eq!(after(&mut app, &[Back]), "oldham/2");
    assert_eq!(app.mode(), Mode::Areas);
    assert_eq!(app.update(Quit), Effect::Quit);
}

#[test]
fn what_is_opened_is_seen_even_if_the_filter_hid_it() {
    let dataset = Dataset::bundled();
    let mut app = at(&dataset, "hastings");
    after(&mut app, &[Command::Compare]);
    let world = app.world();
    let wave = choices(world, app.filter()).into_iter().position(|choice| choice.label == "Wave 1").expect("a wave");
    after(&mut app, &[Command::Filter]);
    after(&mut app, &vec![Down; wave]);
    after(&mut app, &[Open, Back, Command::AddArea]);
    assert_eq!(dataset.area(app.compare.areas[2]).wave, Some(1), "only what is asked for is added");
    after(&mut app, &[Command::Left, Command::Left]);
    assert!(after(&mut app, &[Open]).starts_with("hastings"));
    assert!(app.view() == View::Areas && app.filter().is_empty());
}

#[test]
fn themes_and_publications_open_in_their_views() {
    let dataset = Dataset::bundled();
    let mut app = at(&dataset, "oldham");
    after(&mut app, &[Command::View(View::Search)]);
    typed(&mut app, "\"Early years\"");
    while !matches!(app.slot(), Slot::Theme(_)) {
        after(&mut app, &[Down]);
    }
    after(&mut app, &[Open]);
    let theme = app.matrix.themes.selected().map(|theme| dataset.document().themes[theme.place()].id.as_str());
    assert_eq!((app.view(), theme), (View::Matrix, Some("early-years")));
    after(&mut app, &[Back]);
    assert_eq!(app.view(), View::Search);
    let mut app = at(&dataset, "source/plan-oldham");
    assert_eq!((app.view(), after(&mut app, &[])), (View::Sources, "source/plan-oldham".into()));
}

#[test]
fn what_is_pasted_is_typed_where_letters_are_typed_and_nowhere_else() {
    let dataset = Dataset::bundled();
    let mut app = at(&dataset, "oldham");
    app.paste("q2");
    assert_eq!((app.view(), after(&mut app, &[])), (View::Areas, "oldham".into()));
    after(&mut app, &[Command::View(View::Search)]);
    app.paste("mental\thealth\nsecond line");
    assert_eq!(app.search.typed, "mentalhealth", "of one line, what is no control character");
    app.paste(&"x".repeat(1000));
    assert_eq!(app.search.typed.len(), "mentalhealth".len() + 200, "and not without end");
}

#[test]
fn a_heading_of_the_matrix_stands_for_the_theme_in_all_areas() {
    let dataset = Dataset::bundled();
    let mut app = at(&dataset, "blackpool");
    assert_eq!(after(&mut app, &[Command::View(View::Matrix), Up]), "theme/early-years");
    assert_eq!(after(&mut app, &[Right, Up]), "theme/attainment", "there is nothing above");
    assert_eq!(after(&mut app, &[Down]), "blackpool/1");
    assert_eq!(after(&mut app, &[Command::First, Command::Left]), "theme/early-years");
    after(&mut app, &[Open]);
    let Some(Over::Text(page)) = &app.over else { panic!("the whole text is shown") };
    assert!(page.title == "Early years" && page.remark == "theme/early-years");
    let derby = "Priority: Derby 1: Increase the number of children achieving a good level of development in the early years \
                 (Department for Education, 9 October 2017, priority 1";
    assert!(page.text.contains(derby), "{}", page.text);
    assert_eq!(after(&mut app, &[Back, Command::View(View::Map), Back]), "theme/early-years", "one comes back to it");
    assert_eq!(after(&mut app, &[Command::Last]), "west-somerset/1");
    // A click selects, a second opens.
    app.click(Target::Heading(2));
    assert_eq!(after(&mut app, &[]), "theme/literacy");
    assert_eq!(app.mode(), Mode::Matrix);
    app.click(Target::Heading(2));
    assert_eq!(app.mode(), Mode::Text);
    after(&mut app, &[Back]);
    app.click(Target::Cell(0, 2));
    assert_eq!(after(&mut app, &[]), "blackpool");
    assert_eq!(app.mode(), Mode::Matrix, "it was not selected before");
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
    assert_eq!(app.mode(), Mode::Areas);
    after(&mut app, &[Command::Jump]);
    typed(&mut app, "old");
    assert_eq!(after(&mut app, &[]), "oldham");
    typed(&mut app, "q");
    assert_eq!(after(&mut app, &[]), "norwich", "nothing has these letters");
    assert_eq!(after(&mut app, &[Command::EraseAll]), "norwich");
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
    after(&mut app, &[Back, Command::View(View::Compare), Command::Jump]);
    assert_eq!(app.mode(), Mode::Compare, "there is no list to jump in");
}
