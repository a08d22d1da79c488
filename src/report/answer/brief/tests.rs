//! Tests of briefings.

use super::{
    paper::{fits, height},
    *,
};
use crate::{
    dataset::{Dataset, PartialDate},
    query::{filter::Filter, search::Index},
    report::{Format, TextLayout, render},
};

fn subjects(areas: &[AreaIndex], themes: &[ThemeIndex]) -> BriefSubjects {
    BriefSubjects {
        areas: areas.to_vec(),
        themes: themes.to_vec(),
    }
}

fn text(snapshot: Snapshot, page: &Page) -> String {
    render(snapshot, page, Format::Markdown, TextLayout::plain(80))
}

#[test]
fn each_area_and_theme_fits_two_pages_and_fills_them() {
    let dataset = Dataset::bundled();
    let snapshot = Snapshot::latest(&dataset);
    let areas = dataset.areas().map(|(area, _)| subjects(&[area], &[]));
    let themes = dataset.themes().map(|(theme, _)| subjects(&[], &[theme]));
    for subjects in areas.chain(themes) {
        let short = brief(snapshot, &subjects, BriefLength::TwoPages);
        let full = brief(snapshot, &subjects, BriefLength::Full);
        assert!(fits(&short, 2), "{}: {}", short.title, height(&short));
        let left_out = text(snapshot, &short).contains("left out");
        let is_full = height(&short) > height(&full).min(12_000);
        assert!(is_full || !left_out, "{}: {}", short.title, height(&short));
        assert_eq!(
            left_out,
            short.items.len() < full.items.len(),
            "{}",
            short.title
        );
        assert!(short.items.iter().all(|item| full.items.contains(item)));
    }
}

#[test]
fn a_short_briefing_says_how_many_pages_it_fits() {
    let dataset = Dataset::bundled();
    let snapshot = Snapshot::latest(&dataset);
    let areas: Vec<AreaIndex> = dataset.areas().map(|(area, _)| area).take(2).collect();
    for (areas, sentence) in [
        (&areas[..1], "To fit two pages, "),
        (&areas, "To fit 4 pages, "),
    ] {
        let page = brief(snapshot, &subjects(areas, &[]), BriefLength::TwoPages);
        assert!(text(snapshot, &page).contains(sentence), "{sentence}");
    }
}

#[test]
fn a_briefing_on_themes_says_that_no_priority_has_them() {
    let dataset = Dataset::bundled();
    let early: PartialDate = "2016".parse().expect("a date");
    let snapshot = Snapshot::as_of(&dataset, early);
    let areas: Vec<AreaIndex> = dataset.areas().map(|(area, _)| area).take(2).collect();
    let themes: Vec<ThemeIndex> = dataset.themes().map(|(theme, _)| theme).take(2).collect();
    for (areas, themes, sentence) in [
        (
            &areas[..0],
            &themes[..1],
            "No known priority has this theme.",
        ),
        (
            &areas[..1],
            &themes[..2],
            "No known priority of this area has these themes.",
        ),
        (
            &areas[..2],
            &themes[..1],
            "No known priority of these areas has this theme.",
        ),
    ] {
        let page = brief(snapshot, &subjects(areas, themes), BriefLength::TwoPages);
        let text = text(snapshot, &page);
        assert!(text.contains(sentence), "{text}");
    }
}

#[test]
fn a_briefing_on_words_says_where_they_are() {
    let dataset = Dataset::bundled();
    let (snapshot, index) = (Snapshot::latest(&dataset), Index::new(&dataset));
    let sentence = |words| {
        let request = AboutRequest {
            words,
            filter: &Filter::default(),
            length: BriefLength::Full,
        };
        let page = about(snapshot, &index, request).expect("it is short");
        let text = text(snapshot, &page);
        let mut lines = text.lines();
        let found = lines.find(|line| line.contains("these words"));
        found.unwrap_or_default().to_string()
    };
    let they = "They, their priority or their source have these words.";
    for (words, found) in [
        (
            "kind:priority area:derby",
            format!("3 priorities in 1 area. {they}"),
        ),
        (
            "kind:commission",
            format!("3 facts in the programme. {they}"),
        ),
        (
            "maths",
            format!("5 priorities and 78 facts in 11 areas and the programme. {they}"),
        ),
        (
            "\"first-aid training\" area:oldham",
            "1 fact in 1 area. It, its priority or its source has these words.".into(),
        ),
    ] {
        assert_eq!(sentence(words), found, "{words}");
    }
}

#[test]
fn every_heading_starts_with_the_area_and_every_source_is_cited_in_full_once() {
    let dataset = Dataset::bundled();
    let snapshot = Snapshot::latest(&dataset);
    let oldham = dataset
        .areas()
        .find(|(_, area)| area.id.as_str() == "oldham");
    let (oldham, _) = oldham.expect("an area");
    for length in [BriefLength::TwoPages, BriefLength::Full] {
        let page = brief(snapshot, &subjects(&[oldham], &[]), length);
        let text = text(snapshot, &page);
        assert!(
            text.contains("## Oldham, priority 3: Children and young people"),
            "{text}"
        );
        let plan = text.matches("“Oldham Opportunity Area 2017-20”").count();
        assert_eq!(plan, 1, "{text}");
    }
}

#[test]
fn full_briefing_has_every_fact_of_the_area() {
    let dataset = Dataset::bundled();
    let snapshot = Snapshot::latest(&dataset);
    for (index, name) in dataset.areas() {
        let page = area(snapshot, index);
        let priorities = snapshot.priorities(index);
        let owners = priorities.map(|(priority, _)| crate::dataset::OwnerIndex::Priority(priority));
        let facts = owners.flat_map(|owner| snapshot.facts(owner));
        for (fact, _) in facts {
            use crate::dataset::Kind::LaterTitle;
            let has = page.items.contains(&ItemIndex::Fact(fact));
            assert!(has || fact.kind == LaterTitle, "{}: {fact:?}", name.name);
        }
    }
}

#[test]
fn themes_in_areas_are_the_priorities_that_both_have() {
    let dataset = Dataset::bundled();
    let snapshot = Snapshot::latest(&dataset);
    let items = crate::query::resolve::areas_and_themes(&dataset, "derby norwich early years");
    let mut wanted = BriefSubjects::default();
    for item in items.expect("they exist") {
        match item {
            ItemIndex::Area(area) => wanted.areas.push(area),
            ItemIndex::Theme(theme) => wanted.themes.push(theme),
            other => panic!("{other:?}"),
        }
    }
    let page = brief(snapshot, &wanted, BriefLength::TwoPages);
    assert_eq!(page.title, "Early years in Derby and Norwich: a briefing");
    let priorities = page.items.iter().filter_map(|item| match item {
        ItemIndex::Priority(priority) => Some(dataset.priority(*priority).reference.to_string()),
        _ => None,
    });
    assert_eq!(priorities.collect::<Vec<_>>(), ["derby/1", "norwich/1"]);
}

#[test]
fn words_are_found_in_all_areas_and_fit_two_pages() {
    let dataset = Dataset::bundled();
    let snapshot = Snapshot::latest(&dataset);
    let index = Index::new(&dataset);
    let with = |words: &str, length| {
        let filter = &Filter::default();
        let request = AboutRequest {
            words,
            filter,
            length,
        };
        about(snapshot, &index, request).expect("the words are short")
    };
    let exclusions = with("exclusions", BriefLength::TwoPages);
    assert!(fits(&exclusions, 2));
    let shown = text(snapshot, &exclusions);
    for words in [
        "# Exclusions: a briefing",
        "## Blackpool",
        "## Norwich",
        "Priority 3, target: ",
    ] {
        assert!(shown.contains(words), "{words}: {shown}");
    }
    let full = with("exclusions", BriefLength::Full);
    assert!(full.items.len() > exclusions.items.len());
    assert!(with("zzzyx", BriefLength::Full).is_empty());
}

#[test]
fn headings_of_lists_are_the_same_in_every_format() {
    let dataset = Dataset::bundled();
    let snapshot = Snapshot::latest(&dataset);
    let (derby, _) = dataset.areas().nth(2).expect("there are twelve");
    let page = area(snapshot, derby);
    let headings = page.blocks.iter().filter_map(|block| match block {
        crate::report::PageBlock::Subheading(words) => Some(words.as_str()),
        _ => None,
    });
    let mut count = 0;
    for heading in headings {
        count += 1;
        for (format, line) in [
            (Format::Text, heading.to_string()),
            (Format::Markdown, format!("### {heading}")),
            (Format::Html, format!("<h3>{heading}</h3>")),
        ] {
            let shown = render(snapshot, &page, format, TextLayout::plain(80));
            assert!(shown.lines().any(|other| other == line), "{line}:\n{shown}");
        }
    }
    assert!(count > 6, "each priority has several lists");
}

#[test]
fn deadlines_have_one_preposition() {
    let text = include_str!("../../../../tests/data/valid/every-field.json");
    for words in ["by 2020", "in 2020", "2020"] {
        let dataset = Dataset::from_json("file", &text.replace("by 2020", words));
        let dataset = dataset.expect("the file is sound");
        let snapshot = Snapshot::latest(&dataset);
        let (riverside, _) = dataset.areas().next().expect("there is an area");
        let page = area(snapshot, riverside);
        let shown = render(snapshot, &page, Format::Markdown, TextLayout::plain(80));
        let phrase = if words == "in 2020" { words } else { "by 2020" };
        assert!(
            shown.contains(&format!("({phrase}; partly met)")),
            "{words}:\n{shown}"
        );
    }
}
