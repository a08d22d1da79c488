//! The facts beside the map.

use super::*;

#[test]
fn free_rows_beside_the_map_name_more_of_the_nearest_areas() {
    let dataset = Dataset::bundled();
    let mut screen = MapScreen::new(&dataset, 80, 24);
    screen.select("oldham");
    let text = screen.text(DARK);
    assert!(text.contains("Nearest Bradford, 23 miles\n"), "{text}");
    assert!(text.contains("Stoke-on-Trent, 37\n"), "{text}");
    assert!(text.contains("Leavers, Health"), "{text}");
}

#[test]
fn facts_give_up_detail_before_they_are_cut() {
    let dataset = Dataset::bundled();
    let mut screen = MapScreen::new(&dataset, 80, 24);
    screen.select("blackpool");
    let text = screen.text(DARK);
    // The map is about places, and sums have a layer of their own: one row is enough for them.
    assert!(text.contains("Nearest Oldham, 43 miles\n"), "{text}");
    assert!(text.contains("Money   £6 million for the…\n"), "{text}");
    assert_eq!(text.matches('…').count(), 1, "{text}");
    screen.view.show_layer(&screen.scope, Layer::Money);
    let text = screen.text(DARK);
    assert!(
        text.contains("needs fund…"),
        "without the area's name:\n{text}"
    );
    for (width, height, has, has_not) in [
        (
            80,
            24,
            vec!["Priorities", "learning and work", "Money"],
            vec![],
        ),
        (
            120,
            40,
            vec!["Early years", "£200,000", "Bradford, 23 miles north-east"],
            vec![],
        ),
        (
            60,
            20,
            vec![
                "Plan 9 Oct 2017",
                "294 of 324 (324 worst)",
                "Targets none known",
                "Nearest",
            ],
            vec!["Board"],
        ),
    ] {
        let mut screen = MapScreen::new(&dataset, width, height);
        screen.select("oldham");
        let text = screen.text(DARK);
        for words in has {
            assert!(text.contains(words), "{words} at {width}x{height}:\n{text}");
        }
        for words in has_not {
            assert!(
                !text.contains(words),
                "{words} at {width}x{height}:\n{text}"
            );
        }
    }
}
