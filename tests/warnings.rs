//! Warnings of `oa check` about values that are allowed but probably wrong.

use opportunity_areas::dataset::{BUNDLED, Dataset, Warnings};
use serde_json::{Value, json};

/// Checks a changed copy of the bundled dataset.
fn warnings(change: impl FnOnce(&mut Value)) -> Warnings {
    let mut document: Value = serde_json::from_str(BUNDLED).expect("the dataset is JSON");
    change(&mut document);
    match Dataset::check("file", document.to_string().as_bytes(), 50) {
        Ok((_, warnings)) => warnings,
        Err(error) => panic!("{error}"),
    }
}

#[test]
fn bundled_dataset_has_no_warnings() {
    let warnings = warnings(|_| {});
    assert_eq!(warnings.total, 0, "{warnings}");
}

#[test]
#[expect(clippy::too_many_lines, reason = "a row for each kind of warning")]
fn suspicious_values_are_warned_about_in_their_place() {
    type Change = fn(&mut Value);
    let changes: [(Change, &str, &str); 19] = [
        (
            |document| document["areas"][1]["name"] = json!("Brad\u{1b}[31mford"),
            "areas[1].name",
            "a character that cannot be shown: \u{241b}",
        ),
        (
            |document| document["themes"][0]["name"] = json!("Early\nyears"),
            "themes[0].name",
            "a character that cannot be shown: \u{240a}",
        ),
        (
            |document| document["sources"][0]["title"] = json!("A\u{202e}title"),
            "sources[0].title",
            "a character that cannot be shown: <U+202E>",
        ),
        (
            |document| document["terms"][0]["meaning"] = json!("A\u{fffe}meaning"),
            "terms[0].meaning",
            "a character that cannot be shown: <U+FFFE>",
        ),
        (
            |document| {
                let position = &mut document["areas"][2]["position"];
                let longitude = position["longitude"].take();
                position["longitude"] = position["latitude"].take();
                position["latitude"] = longitude;
            },
            "areas[2].position",
            "latitude and longitude are probably swapped",
        ),
        (
            |document| document["areas"][2]["position"]["latitude"] = json!(5.31),
            "areas[2].position",
            "far from the United Kingdom",
        ),
        (
            |document| {
                document["areas"][1]["priorities"][0]["actions"][0]["partners"] =
                    json!(["ICB; Police"]);
            },
            "areas[1].priorities[0].actions[0].partners[0]",
            "several partners in one text",
        ),
        (
            |document| document["programme"]["national_partners"][0]["name"] = json!("ICB\nPolice"),
            "programme.national_partners[0].name",
            "several partners in one text",
        ),
        (
            |document| {
                document["areas"][1]["priorities"][0]["results"][0]["figures"] =
                    json!([{ "value": 50, "of": 39, "unit": "schools" }]);
            },
            "areas[1].priorities[0].results[0].figures[0].value",
            "50 of 39 is more than all",
        ),
        (
            |document| {
                document["areas"][1]["priorities"][0]["results"][0]["figures"] =
                    json!([{ "value": 50, "unit": "schools", "date": "2107" }]);
            },
            "areas[1].priorities[0].results[0].figures[0].date",
            "years after most publications",
        ),
        (
            |document| document["sources"][0]["published"] = json!("2107"),
            "sources[0].published",
            "years after most publications",
        ),
        (
            |document| document["programme"]["events"][0]["date"] = json!("0217-10-09"),
            "programme.events[0].date",
            "years before most publications",
        ),
        (
            |document| document["areas"][0]["plan"]["period"]["from"] = json!("1017"),
            "areas[0].plan.period.from",
            "years before most publications",
        ),
        (
            |document| document["areas"][0]["money"][0]["amount"]["pounds"] = json!(6),
            "areas[0].money[0].amount.pounds",
            "far less than most amounts",
        ),
        (
            |document| {
                document["areas"][0]["money"][0]["amount"]["pounds"] = json!(6_000_000_000_000_u64);
            },
            "areas[0].money[0].amount.pounds",
            "far more than most amounts",
        ),
        (
            |document| {
                let actions = &mut document["areas"][0]["priorities"][0]["actions"];
                actions[1]["what"] = actions[0]["what"].clone();
                actions[1]["period"] = actions[0]["period"].clone();
            },
            "areas[0].priorities[0].actions[1]",
            "this says the same as areas[0].priorities[0].actions[0]",
        ),
        (
            |document| document["areas"][3]["name"] = document["areas"][1]["name"].clone(),
            "areas[3].name",
            "the name is the same as that of areas[1]",
        ),
        (
            |document| {
                for field in ["title", "publisher", "published"] {
                    document["sources"][5][field] = document["sources"][4][field].clone();
                }
            },
            "sources[5].title",
            "the title, publisher and date are the same as those of sources[4]",
        ),
        (
            |document| {
                let areas = document["areas"].as_array_mut().expect("a list");
                let targets = areas
                    .iter_mut()
                    .flat_map(|area| area["priorities"].as_array_mut().expect("a list"))
                    .find_map(|priority| priority.get_mut("targets")?.as_array_mut())
                    .expect("an area with targets");
                targets[0]["by"] = json!({ "words": "2015", "to": "2015" });
            },
            ".targets[0].by",
            "before the plan starts",
        ),
    ];
    for (change, path, words) in changes {
        let warnings = warnings(change);
        let found = warnings.diagnostics.iter().any(|warning| {
            let position = warning.position.as_ref().expect("a position");
            position.path.ends_with(path) && warning.message.contains(words)
        });
        assert!(found, "{path}: {words}\n{warnings}");
    }
}

#[test]
fn all_coordinates_swapped_are_warned_about() {
    let warnings = warnings(|document| {
        for area in document["areas"].as_array_mut().expect("a list") {
            let position = &mut area["position"];
            let longitude = position["longitude"].take();
            position["longitude"] = position["latitude"].take();
            position["latitude"] = longitude;
        }
    });
    assert_eq!(warnings.total, 12, "{warnings}");
}

/// A council that gives no country and no codes of districts.
#[test]
fn swapped_coordinates_are_warned_about_without_a_country() {
    let position = |longitude: f64, latitude: f64| json!({ "longitude": longitude, "latitude": latitude, "meaning": "centre" });
    let total = |country: Option<&str>, positions: &[Value]| {
        let areas = positions.iter().enumerate().map(|(number, position)| json!({ "id": format!("area-{number}"), "name": format!("Area {number}"), "position": position }));
        let document = json!({
            "version": 1,
            "programme": { "name": "A plan", "country": country },
            "areas": areas.collect::<Vec<_>>(),
            "sources": [],
        });
        let checked = Dataset::check("file", document.to_string().as_bytes(), 50);
        let (_, warnings) = checked.expect("the dataset is sound");
        for warning in &warnings.diagnostics {
            assert!(warning.message.contains("probably swapped"), "{warnings}");
        }
        warnings.total
    };
    let swapped = position(53.1, -1.5);
    assert_eq!(total(None, std::slice::from_ref(&swapped)), 1);
    assert_eq!(total(None, &vec![swapped.clone(); 6]), 6);
    assert_eq!(total(None, &[position(-1.5, 53.1)]), 0);
    assert_eq!(
        total(Some("Seychelles"), &[swapped]),
        0,
        "these islands are there"
    );
}
