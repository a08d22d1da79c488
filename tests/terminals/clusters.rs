//! Emoji and other clusters of characters leave nothing behind, whatever width a terminal gives them.
//!
//! The program writes only what changes. So a terminal must show the same as when it draws everything
//! again, after each key that puts other text next to a cluster.

use std::time::Duration;

use opportunity_areas::command::Key;

use super::{
    case::Case,
    checks::{MAX_DIFFERENT_PIXELS, different_pixels},
    driver::{Driver, Shown},
    workspace::{Workspace, wait_for},
};

/// The clusters: with selectors, skin tones, joiners, flags, key caps, and new emoji.
const CLUSTERS: [&str; 12] = [
    "✌\u{fe0f}",
    "❤\u{fe0f}",
    "⌚\u{fe0e}",
    "1\u{fe0f}\u{20e3}",
    "🙂",
    "🫠",
    "👍🏽",
    "✌🏿",
    "🇬🇧",
    "👩\u{200d}🔬",
    "🏳\u{fe0f}\u{200d}🌈",
    "👨\u{200d}👩\u{200d}👧\u{200d}👦",
];

/// Clusters that have fewer columns in Unicode than in Alacritty, st and tmux. They show less of them, or nothing,
/// once the columns after them are written again.
const MAY_VANISH: [&str; 3] = ["⌚\u{fe0e}", "✌🏿", "🏳\u{fe0f}\u{200d}🌈"];

/// Returns a dataset in which each area has a priority with a cluster, and one with narrow letters in
/// the same place.
fn dataset() -> String {
    let cites = r#""cites":[{"source":"plan","at":"page 1"}]"#;
    let priority = |area: usize, number: usize, title: &str| {
        format!(
            r#"{{"reference":"area-{area}/{number}","number":{number},"title":"{title}",{cites}}}"#
        )
    };
    let areas: Vec<String> = CLUSTERS
        .iter()
        .enumerate()
        .map(|(index, cluster)| {
            let titles = [
                format!("{cluster}x i{cluster}{cluster}i"),
                "iiiiiiiiiiiiii".to_string(),
                format!("ii{cluster}"),
            ];
            // Each area has them in another order.
            let priorities: Vec<String> = (0..titles.len())
                .map(|number| priority(index, number + 1, &titles[(number + index) % titles.len()]))
                .collect();
            format!(
                r#"{{"id":"area-{index}","name":"{cluster}i area","priorities":[{}]}}"#,
                priorities.join(",")
            )
        })
        .collect();
    format!(
        r#"{{"version":1,"programme":{{"name":"Clusters"}},"areas":[{}],
        "sources":[{{"id":"plan","title":"A plan","publisher":"A council","published":"2024-01-10"}}]}}"#,
        areas.join(",")
    )
}

/// Checks all areas in a terminal.
pub(crate) fn check(name: &str, case: &Case) {
    let workspace = Workspace::new(name, case);
    let mut driver = (case.start)(&workspace, case);
    workspace.wait_for_shell();
    driver.type_line("prepare");
    workspace.wait_for_file("size");
    let path = workspace.write("dataset.json", &dataset());
    driver.type_line(&format!("oa --data {path}"));
    workspace.wait_for_frame_after("start: ", 1);
    // The first key takes the greeting away.
    press(&workspace, driver.as_mut(), Key::Ctrl('l'));
    for (index, cluster) in CLUSTERS.iter().enumerate() {
        let changed = settled(driver.as_mut(), index);
        press(&workspace, driver.as_mut(), Key::Ctrl('l'));
        let redrawn = settled(driver.as_mut(), index);
        let is_same = match (&changed, &redrawn) {
            (Shown::Text(changed), Shown::Text(redrawn)) => changed == redrawn,
            (Shown::Pixels(changed), Shown::Pixels(redrawn)) => {
                different_pixels(changed, redrawn) <= MAX_DIFFERENT_PIXELS
            }
            _ => false,
        };
        let may_vanish = MAY_VANISH.contains(cluster)
            && ["alacritty", "st", "tmux"]
                .iter()
                .any(|end| name.ends_with(&format!("_{end}")));
        if !is_same && !may_vanish {
            for (name, shown) in [("changed", &changed), ("redrawn", &redrawn)] {
                match shown {
                    Shown::Text(text) => eprintln!("{name}:\n{text}"),
                    Shown::Pixels(pixels) => {
                        let path = workspace.path(name);
                        std::fs::write(&path, pixels).expect("the folder can be written to");
                        eprintln!("{name}: {path}");
                    }
                }
            }
            panic!("{name} shows {cluster} differently when everything is drawn again");
        }
        press(&workspace, driver.as_mut(), Key::Down);
    }
    driver.press(Key::Char('q'));
    wait_for("the program ends", || {
        workspace.log().contains("terminal: restored").then_some(())
    });
    println!("{name} ({}): {} clusters", driver.version(), CLUSTERS.len());
}

fn press(workspace: &Workspace, driver: &mut dyn Driver, key: Key) {
    let presses = workspace.log().matches("key: ").count();
    driver.press(key);
    workspace.wait_for_frame_after("key: ", presses + 1);
}

/// Returns what a terminal shows once it stands still and shows this area in full.
fn settled(driver: &mut dyn Driver, area: usize) -> Shown {
    if let Some((pixels, _)) = driver.pixels() {
        return Shown::Pixels(pixels);
    }
    let mut last = (String::new(), 0);
    wait_for(&format!("area {area} is shown"), || {
        std::thread::sleep(Duration::from_millis(50));
        let Shown::Text(text) = driver.shown() else {
            return None;
        };
        last.1 = if text == last.0 { last.1 + 1 } else { 0 };
        last.0 = text;
        let title = format!(" area-{area}");
        let is_complete = last.0.lines().any(|row| row.trim_end().ends_with(&title));
        (is_complete && last.1 > 2).then(|| Shown::Text(last.0.clone()))
    })
}
