//! Questions that are typed without a field: letters are keys, but nothing may be left of what they did.

use super::*;
use crate::tui::headless::HeadlessApp;

/// Questions with all kinds of first words, of which many start with a letter that is a key.
const QUESTIONS: [&str; 54] = [
    "who chairs blackpool",
    "Who chairs Blackpool?",
    "what did oldham do about mental health",
    "what is west somerset's rank",
    "which areas made early years a priority",
    "which partner trained teachers",
    "where is doncaster",
    "when was doncaster's plan published",
    "whose idea was it",
    "why exclusions in blackpool",
    "how much money for norwich",
    "how do hastings and ipswich differ",
    "did bradford meet its target",
    "do all areas have a plan",
    "does derby have a target",
    "is it known whether derby reached its goal",
    "are there targets in ipswich",
    "was the plan published",
    "were the targets met",
    "has oldham a board",
    "have the areas met their goals",
    "can I see the money",
    "show me the money",
    "list every sum of money about doncaster",
    "tell me about norwich",
    "find hastings",
    "money for norwich",
    "norwich chair",
    "norwich",
    "targets met",
    "compare hastings and ipswich",
    "difference between hastings and ipswich",
    "west somerset rank",
    "oldham mental health",
    "derby results",
    "derby 2018",
    "doncaster",
    "fenland money",
    "free school meals",
    "blackpool",
    "blackpool early years",
    "mental health",
    "exclusions",
    "good level of development",
    "GLD",
    "largest sum",
    "nearest areas to oldham",
    "quiet schools",
    "rank of stoke",
    "schools in bradford",
    "ipswich deadline",
    "board of hastings",
    "plans in 2018",
    "teachers",
];

/// Returns all that must be the same after a question as before, apart from what is selected.
fn state(app: &App) -> String {
    let views = &app.views;
    // These fields are private to their views.
    let field = |view: String, name: &str| {
        let start = view
            .find(&format!(" {name}: "))
            .expect("the field is there");
        let value: String = view[start..].chars().take(24).collect();
        value.split(',').next().unwrap_or_default().to_string()
    };
    format!(
        "{:?} {:?} {:?} {:?} {:?} {:?} {:?} {:?}",
        app.bookmarks,
        app.filter(),
        app.as_of(),
        app.scope.zoomed,
        views.compare.areas,
        views.matrix.order,
        ["layer", "fill", "zoom"].map(|name| field(format!("{:?}", views.map), name)),
        [
            field(format!("{:?}", views.timeline), "zoom"),
            field(format!("{:?}", views.targets), "grouping"),
            field(format!("{:?}", views.sources), "order"),
            field(format!("{:?}", views.table), "order"),
        ],
    )
}

/// Types a question until the search is open, or to its end and Enter. Returns the effects.
fn type_question(app: &mut App, question: &str) -> Vec<Effect> {
    let mut effects = Vec::new();
    for key in question.chars().map(Key::Char).chain([Key::Enter]) {
        // What is typed from then on goes to the field.
        if app.view() != View::Search {
            effects.push(app.press(key));
        }
    }
    effects.retain(|effect| *effect != Effect::None);
    effects
}

#[test]
fn question_typed_without_a_field_is_searched_for_and_changes_nothing() {
    let dataset = Dataset::bundled();
    for view in View::ALL.into_iter().filter(|view| *view != View::Search) {
        let mut fresh = App::new(&dataset, Size::new(80, 24));
        // All share the index of the search.
        after(&mut fresh, &[Command::View(View::Search)]);
        typed(&mut fresh, "a");
        after(&mut fresh, &[Command::View(view)]);
        let before = state(&fresh);
        // Only this one begins with the letter that quits.
        for question in QUESTIONS.into_iter().filter(|text| !text.starts_with('q')) {
            let mut app = fresh.clone();
            let effects = type_question(&mut app, question);
            assert_eq!(effects, [], "{question} in {view:?}");
            assert_eq!(app.view(), View::Search, "{question} in {view:?}");
            let typed = app.views.search.input.text();
            assert!(question.starts_with(typed), "{question} in {view:?}");
            assert!(app.overlay.is_none() && app.typed_question().is_none());
            assert_eq!(state(&app), before, "{question} in {view:?}");
        }
    }
}

#[test]
fn question_opens_the_search_with_its_first_blank() {
    let dataset = Dataset::bundled();
    for (typed, query) in [
        ("who ", "who "),
        ("how ", "how "),
        ("is ", "is "),
        ("west ", "west "),
        ("derby ", "derby "),
        ("money ", "money "),
        ("jjjwho ", "who "),
        ("jjare ", "are "),
        ("3norwich ", "norwich "),
    ] {
        let mut app = App::new(&dataset, Size::new(80, 24));
        assert_eq!(type_without_enter(&mut app, typed), []);
        assert_eq!(app.view(), View::Search, "{typed}");
        assert_eq!(app.views.search.input.text(), query, "{typed}");
        let shown = HeadlessApp::new(app).text();
        assert!(
            shown.contains("This is the search. Esc goes back"),
            "{shown}"
        );
    }
}

fn type_without_enter(app: &mut App, text: &str) -> Vec<Effect> {
    let effects = text.chars().map(|typed| app.press(Key::Char(typed)));
    effects.filter(|effect| *effect != Effect::None).collect()
}

#[test]
fn first_word_is_offered_and_its_letters_are_no_keys() {
    let dataset = Dataset::bundled();
    let mut app = App::new(&dataset, Size::new(80, 24));
    let before = app.location();
    assert_eq!(type_without_enter(&mut app, "expyyqqmcj"), []);
    assert_eq!(app.typed_question(), Some("expyyqqmcj"));
    let shown = HeadlessApp::new(app.clone()).text();
    assert!(
        shown.contains("Press Enter to search for “expyyqqmcj”  Esc cancel"),
        "{shown}"
    );
    for _ in 0..3 {
        let _ = app.press(Key::Backspace);
    }
    assert_eq!(app.typed_question(), Some("expyyqq"));
    assert_eq!(app.press(Key::Escape), Effect::None);
    assert_eq!((app.typed_question(), app.notice()), (None, None));
    assert_eq!(app.location(), before, "Esc leaves only the question");
    let _ = app.press(Key::Char('j'));
    assert_ne!(app.location(), before, "letters are keys again");
}

#[test]
fn entry_of_a_prompt_is_offered_as_a_question() {
    let dataset = Dataset::bundled();
    for (typed, words) in [
        ("doncaster", "This is not a date. Press Enter to search for"),
        ("derby", "This is not a date"),
        ("blackpool", "Press Enter to search for “blackpool”"),
        ("fenland", "Press Enter to search for “fenland”"),
    ] {
        let mut app = App::new(&dataset, Size::new(80, 24));
        assert_eq!(type_without_enter(&mut app, typed), []);
        let shown = HeadlessApp::new(app.clone()).text();
        assert!(shown.contains(words), "{typed}: {shown}");
        assert_eq!(app.press(Key::Enter), Effect::None);
        assert_eq!(app.views.search.input.text(), typed);
    }
}

#[test]
fn letters_before_a_question_are_taken_back() {
    let dataset = Dataset::bundled();
    let mut app = at(&dataset, "oldham");
    let marks = |app: &App| app.bookmarks.locations().len();
    assert_eq!(type_without_enter(&mut app, "mon"), []);
    assert_eq!(marks(&app), 1);
    assert_eq!(type_without_enter(&mut app, "ey"), []);
    assert_eq!(app.press(Key::Enter), Effect::None);
    assert_eq!((app.view(), marks(&app)), (View::Search, 0));
    // Esc returns to where the letters were typed, and what is done with other keys between them stays.
    let _ = app.press(Key::Escape);
    assert_eq!(
        (app.view(), after(&mut app, &[])),
        (View::Areas, "oldham".into())
    );
    assert_eq!(type_without_enter(&mut app, "m"), []);
    let _ = app.press(Key::Down);
    assert_eq!(type_without_enter(&mut app, "exclusions"), []);
    assert_eq!(app.press(Key::Enter), Effect::None);
    assert_eq!(marks(&app), 1);
}

#[test]
fn quitting_within_a_word_or_with_marks_needs_the_key_twice() {
    let dataset = Dataset::bundled();
    let fresh = App::new(&dataset, Size::new(80, 24));
    let notice = |app: &App| app.notice().map(|notice| notice.text.clone());
    assert_eq!(
        fresh.clone().press(Key::Char('q')),
        Effect::Quit,
        "nothing is lost"
    );
    for (keys, said) in [
        ("eq", "Press q again to quit"),
        ("mq", "Press q again to quit: your 1 mark is lost then"),
        ("mjmq", "Press q again to quit: your 2 marks are lost then"),
    ] {
        let mut app = fresh.clone();
        assert_eq!(type_without_enter(&mut app, keys), [], "{keys}");
        assert_eq!(notice(&app).as_deref(), Some(said));
        let mut other = app.clone();
        let _ = other.press(Key::Down);
        assert_eq!(other.press(Key::Ctrl('c')), Effect::Quit);
        assert_eq!(app.press(Key::Char('q')), Effect::Quit, "{keys}");
    }
    // Another key in between takes the answer back.
    let mut app = fresh.clone();
    assert_eq!(type_without_enter(&mut app, "mqjq"), []);
}

#[test]
fn names_of_files_stay_in_the_prompt() {
    let dataset = Dataset::bundled();
    for (keys, name) in [
        ("wmy briefing", "my briefing"),
        ("wwho chairs it.md", "who chairs it.md"),
        ("wholder notes.txt", "holder notes.txt"),
    ] {
        let mut app = App::new(&dataset, Size::new(80, 24));
        assert_eq!(type_without_enter(&mut app, keys), []);
        assert_eq!(app.mode(), Mode::Save, "{keys}");
        let shown = HeadlessApp::new(app).text();
        assert!(shown.contains(name), "{shown}");
    }
}

#[test]
fn keys_in_the_filter_never_throw_the_choice_away() {
    let dataset = Dataset::bundled();
    for keys in ["f6o7", "fjo67xy", "f67o", "f67"] {
        let mut app = App::new(&dataset, Size::new(80, 24));
        assert_eq!(type_without_enter(&mut app, keys), []);
        assert_eq!(app.typed_question(), None, "{keys}");
        assert_eq!(app.press(Key::Enter), Effect::None);
        assert_eq!(
            (app.view(), app.mode()),
            (View::Areas, Mode::View(View::Areas))
        );
        assert_eq!(app.filter().is_empty(), !keys.contains('o'), "{keys}");
    }
}

#[test]
fn a_single_word_of_a_theme_or_term_is_a_question_although_its_first_letter_opens_a_prompt() {
    let dataset = Dataset::bundled();
    for word in ["wellbeing", "Wellbeing", "attainment"] {
        let mut screen = HeadlessApp::new(App::new(&dataset, Size::new(80, 24)));
        let _ = screen.press(word.chars().map(Key::Char));
        assert_eq!(screen.app.typed_question(), Some(word));
        let _ = screen.press([Key::Enter]);
        assert_eq!(screen.app.view(), View::Search, "{}", screen.text());
        assert!(
            screen.text().contains(&format!("/ {word}")),
            "{}",
            screen.text()
        );
    }
    let mut screen = HeadlessApp::new(App::new(&dataset, Size::new(80, 24)));
    let _ = screen.press("wreport".chars().map(Key::Char));
    assert_eq!(screen.app.typed_question(), None, "it is a file name");
}
