//! The Big List of Naughty Strings, in every field of a dataset, in every format and view.

use html5gum::{Token, Tokenizer};
use opportunity_areas::{
    command::{Command, Key, View},
    dataset::{AreaIndex, Dataset, ItemIndex, Kind, PartialDate},
    dialogue::{Dialogue, DialogueAction},
    query::{facets::Condition, filter::Filter, search::Index, snapshot::Snapshot},
    report::{
        Format, Page, PageBlock, TextLayout,
        answer::{
            brief, changes, compare, coverage, dataset_changes, list, list::Listing, matrix, money,
            search, show, timeline,
        },
        export::export,
        render,
    },
    text::sanitize,
    tui::{
        app::App,
        headless::HeadlessApp,
        picture::{ansi, svg},
        styles::Background,
    },
};
use ratatui::layout::Size;
use roxmltree::Document;
use serde_json::{Value, json};

/// Characters that are not on the list, one of each class.
const MORE: [&str; 6] = [
    "a\u{0}\u{1b}[31m\u{7f}\u{9b}1mz",
    "a\r\n\u{85}\u{2028}\u{2029}z",
    "a\u{202e}\u{2066}\u{200f}z",
    "a\u{fffe}\u{ffff}\u{fdd0}\u{10ffff}z",
    "=cmd|' /C calc'!A0",
    "]]><!--</script><p title='\">",
];

/// Returns the strings that can be text of a dataset.
fn strings() -> Vec<String> {
    let list: Vec<String> =
        serde_json::from_str(include_str!("../data/public/naughty-strings.json"))
            .expect("the file is JSON");
    assert!(list.len() > 480, "some strings are missing");
    let all = list.into_iter().chain(MORE.map(str::to_string));
    all.filter(|string| sound(&json!([]), string, "a").is_ok())
        .collect()
}

/// Returns a dataset with these areas, whose programme has this name.
fn sound(areas: &Value, name: &str, what: &str) -> Result<Dataset, String> {
    let dataset = json!({
        "version": 2,
        "programme": { "name": name },
        "measures": [{ "id": "measure", "name": name, "what": what }],
        "terms": [{ "id": "term", "term": name, "abbreviation": name, "also": [name], "meaning": what, "general_knowledge": true }],
        "themes": [{ "id": "theme", "name": name, "what": what }],
        "areas": areas,
        "sources": [{ "id": "source", "title": name, "publisher": name, "published": "2017", "note": name }],
    });
    Dataset::from_json("naughty", &dataset.to_string()).map_err(|error| error.to_string())
}

/// Returns a dataset with an area for each string, and the string in each of its fields.
fn dataset(strings: &[String]) -> Dataset {
    let areas: Vec<Value> = strings
        .iter()
        .enumerate()
        .map(|(index, string)| {
            let cites = json!([{ "source": "source", "at": string }]);
            json!({
                "id": format!("a{index}"),
                "name": string,
                "region": string,
                "priorities": [{
                    "reference": format!("a{index}/1"),
                    "number": 1,
                    "title": string,
                    "themes": [{ "theme": "theme" }],
                    "cites": cites,
                    "targets": [{
                        "reference": format!("a{index}/1/target"),
                        "measure": string,
                        "figures": [{ "is": "goal", "value": 1, "unit": "schools", "measure": "measure", "population": string, "place": string }],
                        "outcome": { "status": "met", "why": string, "derived": string, "cites": cites },
                        "marks": { "derived": string, "doubtful": string, "unverified": true, "caveat": string, "contradicts": [format!("a{index}/note")] },
                        "cites": cites,
                    }],
                    "actions": [{ "reference": format!("a{index}/1/action"), "what": string, "partners": [string], "cites": cites }],
                }],
                "notes": [{ "reference": format!("a{index}/note"), "text": string, "cites": cites }],
                "events": [{ "reference": format!("a{index}/event"), "date": "2018", "what": string, "cites": cites }],
            })
        })
        .collect();
    sound(&areas.into(), "A programme", "a theme").unwrap_or_else(|error| panic!("{error}"))
}

fn pages(snapshot: Snapshot) -> Vec<Page> {
    let dataset = snapshot.dataset();
    let all = Filter::default();
    let items: Vec<ItemIndex> = dataset.item_indices().collect();
    let areas: Vec<AreaIndex> = dataset.areas().map(|(index, _)| index).collect();
    let listings = [
        Listing::Areas,
        Listing::Priorities,
        Listing::Facts(Kind::Action),
        Listing::Facts(Kind::Target),
        Listing::Facts(Kind::Note),
        Listing::Themes,
        Listing::Terms,
        Listing::Sources,
        Listing::Values(Condition::Partner),
        Listing::Values(Condition::Region),
    ];
    let mut pages = vec![
        show::show(snapshot, &items),
        list::everything(snapshot),
        coverage::coverage(snapshot),
        matrix::matrix(snapshot, &all),
        timeline::timeline(snapshot, None),
        money::money(snapshot, &all),
        money::all_sums(snapshot, &all),
        changes::changes(snapshot, &all, PartialDate::Year(2000)),
        changes::all_changes(snapshot, &all, PartialDate::Year(2000)),
        dataset_changes::dataset_changes(Snapshot::latest(&Dataset::bundled()), snapshot, &all),
        search::search(snapshot, &Index::new(snapshot.dataset()), "a", &all, 1000)
            .expect("it is short"),
    ];
    pages.extend(listings.map(|listing| list::list(snapshot, listing, &all)));
    pages.extend(areas.iter().map(|&area| brief::area(snapshot, area)));
    pages.extend(
        areas
            .chunks(4)
            .map(|areas| compare::compare(snapshot, areas)),
    );
    pages
}

/// Returns true for characters that a terminal obeys.
fn is_obeyed(character: char) -> bool {
    character.is_control() && character != '\n'
        || matches!(character, '\u{2028}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

/// Reads HTML as browsers do. Returns its text, or the errors in it.
fn text_of_html(html: &str) -> Result<String, String> {
    let mut text = String::new();
    for token in Tokenizer::new(html) {
        match token {
            Ok(Token::String(part)) => text.push_str(&String::from_utf8_lossy(&part)),
            Ok(Token::Error(error)) => return Err(format!("{error:?}")),
            Ok(_) => {}
            Err(never) => match never {},
        }
    }
    Ok(text)
}

#[test]
fn other_programs_read_every_format_and_terminals_obey_nothing() {
    let strings = strings();
    let dataset = dataset(&strings);
    let snapshot = Snapshot::latest(&dataset);
    let layout = TextLayout::plain(80);
    for page in pages(snapshot) {
        let title = &page.title;
        for format in [Format::Text, Format::Markdown, Format::Html] {
            let answer = render(snapshot, &page, format, layout);
            assert!(!answer.contains(is_obeyed), "{title}: {format:?}");
        }
        text_of_html(&render(snapshot, &page, Format::Html, layout))
            .unwrap_or_else(|error| panic!("{title}: {error}"));
        let csv = render(snapshot, &page, Format::Csv, layout);
        assert!(!csv.replace("\r\n", "\n").contains(is_obeyed), "{title}");
        if page
            .blocks
            .iter()
            .filter(|block| matches!(block, PageBlock::Table(_)))
            .count()
            == 1
        {
            for record in csv::Reader::from_reader(csv.as_bytes()).records() {
                record.unwrap_or_else(|error| panic!("{title}: {error}"));
            }
        }
        let json = render(snapshot, &page, Format::Json, layout);
        let value: Value = serde_json::from_str(&json).expect("it is JSON");
        assert!(value.is_object(), "{title}");
        for line in render(snapshot, &page, Format::Jsonl, layout).lines() {
            serde_json::from_str::<Value>(line).expect("each line is JSON");
        }
    }
    for file in export(snapshot) {
        assert!(
            !file.content.replace("\r\n", "\n").contains(is_obeyed),
            "{}",
            file.name
        );
        if file.content.contains("\r\n") {
            for record in csv::Reader::from_reader(file.content.as_bytes()).records() {
                record.unwrap_or_else(|error| panic!("{}: {error}", file.name));
            }
        }
    }
}

#[test]
fn other_programs_read_the_same_strings() {
    let strings = strings();
    let dataset = dataset(&strings);
    let snapshot = Snapshot::latest(&dataset);
    let layout = TextLayout::plain(80);
    let notes = list::list(snapshot, Listing::Facts(Kind::Note), &Filter::default());
    let csv = render(snapshot, &notes, Format::Csv, layout);
    let html = text_of_html(&render(snapshot, &notes, Format::Html, layout)).expect("it is HTML");
    let mut reader = csv::Reader::from_reader(csv.as_bytes());
    let cells: Vec<String> = reader
        .records()
        .flat_map(|record| {
            let record = record.expect("a record");
            record.iter().map(str::to_string).collect::<Vec<_>>()
        })
        .collect();
    for (index, string) in strings.iter().enumerate() {
        let safe = sanitize(string);
        // An apostrophe keeps a spreadsheet from taking text for a formula.
        assert!(
            cells.contains(&safe.to_string()) || cells.contains(&format!("'{safe}")),
            "CSV: {string:?}"
        );
        let in_html = safe.replace(
            ['\u{fffe}', '\u{ffff}', '\u{fdd0}', '\u{10ffff}'],
            "\u{fffd}",
        );
        assert!(html.contains(&in_html), "HTML: {string:?}");
        let item = dataset.find(&format!("a{index}/note")).expect("the note");
        let page = show::show(snapshot, &[item]);
        let json = render(snapshot, &page, Format::Json, layout);
        let value: Value = serde_json::from_str(&json).expect("it is JSON");
        assert_eq!(value["items"][0]["text"], *safe, "JSON: {json}");
    }
}

#[track_caller]
fn assert_screen(screen: &HeadlessApp, context: &str) {
    for cell in &screen.buffer().content {
        assert!(!cell.symbol().contains(is_obeyed), "{context}: {cell:?}");
    }
}

#[track_caller]
fn assert_pictures(screen: &HeadlessApp, context: &str) {
    assert_screen(screen, context);
    if let Err(error) = Document::parse(&svg(screen.buffer(), context, Background::Dark)) {
        panic!("{context}: {error}");
    }
    let codes = ansi(screen.buffer()).replace("\u{1b}[", "");
    assert!(!codes.contains(is_obeyed), "{context}");
}

#[test]
fn views_show_every_string_and_send_none() {
    let dataset = dataset(&strings());
    for view in View::ALL {
        let mut screen = HeadlessApp::new(App::new(&dataset, Size::new(100, 30)));
        let _ = screen.app.update(Command::View(view));
        for step in 0..30 {
            screen.press([Key::PageDown, Key::Tab, Key::Down]);
            assert_pictures(&screen, &format!("{view:?}, step {step}"));
        }
    }
}

#[test]
fn typed_and_pasted_strings_are_shown_and_not_sent() {
    let dataset = Dataset::bundled();
    // Each key searches again, which debug builds do slowly.
    let short = strings().into_iter().filter(|string| string.len() < 20);
    let typed: Vec<String> = short.step_by(40).chain(MORE.map(str::to_string)).collect();
    // Search, palette, jump, filter, date, briefing, help.
    for key in ['/', ':', 'g', 'f', 'd', 'w', '?'] {
        for string in &typed {
            let context = format!("{key} {string:?}");
            let mut screen = HeadlessApp::new(App::new(&dataset, Size::new(80, 24)));
            screen.press([Key::Char(key)]);
            for character in string.chars() {
                let _ = screen.app.press(Key::Char(character));
            }
            screen.press([Key::Left]);
            assert_pictures(&screen, &context);
            screen.app.paste(string);
            screen.press([Key::Enter]);
            assert_screen(&screen, &context);
        }
    }
}

#[test]
fn dialogue_answers_every_string_safely() {
    let dataset = Dataset::bundled();
    let mut dialogue = Dialogue::new(&dataset, false);
    // A few, since debug builds search slowly.
    for string in strings().into_iter().step_by(3) {
        for line in [
            string.clone(),
            format!("s {string}"),
            format!("compare {string}"),
            format!("d {string}"),
        ] {
            if let DialogueAction::Say(said) = dialogue.answer(&line) {
                assert!(!said.contains(is_obeyed), "{line:?}: {said:?}");
            }
        }
    }
}
