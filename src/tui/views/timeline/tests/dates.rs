//! The timeline as of a date.

use super::*;

#[test]
fn every_event_is_known_on_the_date_that_the_prompt_suggests() {
    let dataset = Dataset::bundled();
    let mut screen = TimelineScreen::new(&dataset, 120, 40);
    for lane in 0..screen.view.lanes.len() {
        for event in 0..screen.view.lanes[lane].events.len() {
            (screen.view.lane, screen.view.event) = (lane, event);
            let before = screen.selected();
            let date = screen.view.suggested_date(&screen.scope);
            assert!(date.is_some());
            screen.set_date(date);
            assert_eq!(screen.selected(), before, "{date:?}");
            screen.set_date(None);
        }
    }
    screen.select("programme/committee-hears-minister");
    let date: PartialDate = "2019-05-14".parse().expect("a date");
    screen.set_date(Some(date));
    let text = screen.text();
    let title = text.lines().nth(1).expect("the title");
    assert!(title.contains(" 14 May 2019 "), "{title}");
    assert!(text.contains('┊') && text.contains('◇'), "{text}");
    assert!(text.contains("of 20 known by then"), "{text}");
}

#[test]
fn date_that_is_shown_leaves_all_years_on_the_axis() {
    let dataset = Dataset::bundled();
    for (width, height) in [(40, 12), (60, 20), (80, 24), (120, 40), (200, 50)] {
        let mut screen = TimelineScreen::new(&dataset, width, height);
        let axis = |screen: &TimelineScreen| screen.text().lines().nth(2).map(String::from);
        let before = axis(&screen);
        for (date, words) in [
            ("2016", "end of 2016"),
            ("2018", "end of 2018"),
            ("2019-05", "end of May 2019"),
            ("2025", "end of 2025"),
        ] {
            screen.set_date(Some(date.parse().expect("a date")));
            assert_eq!(axis(&screen), before, "{date}");
            let text = screen.text();
            let title = text.lines().nth(1).expect("the title");
            assert!(title.contains("events") && title.contains(words), "{title}");
        }
    }
}

#[test]
fn events_that_became_known_later_say_only_when() {
    let dataset = Dataset::bundled();
    let mut screen = TimelineScreen::new(&dataset, 120, 40);
    screen.select("programme/fifth-year");
    screen.set_date(Some("2019".parse().expect("a date")));
    assert_eq!(screen.selected(), "programme");
    let text = screen.text();
    assert!(!text.contains("fifth year"), "{text}");
    assert!(
        text.contains("19 May 2021 ◇ Not known yet: published"),
        "{text}"
    );
    screen.set_date(None);
    assert_eq!(screen.selected(), "programme/fifth-year");
    assert!(screen.text().contains("fifth year"));
}
