//! Files, read back: well-formed, complete, harmless and the same every time.

use std::{
    collections::BTreeMap,
    io::{self, Read as _},
};

use flate2::bufread::DeflateDecoder;
use rawzip::ZipArchive;
use roxmltree::{Document, Node};

use super::{write_dataset, write_docx, write_xlsx};
use crate::{
    dataset::{Dataset, Item, ItemIndex, Kind, PartialDate},
    query::{filter::Filter, snapshot::Snapshot},
    report::{
        Page, PageCell, PageColumn, PageRow,
        answer::{
            brief,
            compare::compare,
            coverage::coverage,
            list::{Listing, list},
            matrix::matrix,
            show::show,
        },
    },
};

/// Returns the bytes of a file.
fn bytes(write: impl FnOnce(&mut Vec<u8>) -> io::Result<()>) -> Vec<u8> {
    let mut bytes = Vec::new();
    write(&mut bytes).expect("memory can be written");
    bytes
}

/// Returns the parts of a file by name.
fn parts(file: &[u8]) -> BTreeMap<String, String> {
    let archive = ZipArchive::from_slice(file).expect("an archive");
    let mut entries = archive.entries();
    let mut parts = BTreeMap::new();
    while let Some(entry) = entries.next_entry().expect("an entry") {
        let name = entry.file_path().try_normalize().expect("a plain name");
        let data = archive.get_entry(entry.wayfinder()).expect("its data");
        let reader = data.verifying_reader(DeflateDecoder::new(data.data()));
        let mut text = String::new();
        io::BufReader::new(reader)
            .read_to_string(&mut text)
            .expect("text with the right checksum");
        parts.insert(name.as_ref().to_string(), text);
    }
    parts
}

/// Returns the text of the parts of a folder, without the elements.
fn text_of(parts: &BTreeMap<String, String>, folder: &str) -> String {
    let mut text = String::new();
    for (_, part) in parts.iter().filter(|(name, _)| name.starts_with(folder)) {
        let document = Document::parse(part).expect("XML");
        let nodes = document.descendants().filter(Node::is_text);
        for words in nodes.filter_map(|node| node.text()) {
            text.push_str(words);
        }
        text.push('\n');
    }
    text
}

/// Checks that every part is XML and has a type, and that every relationship leads to a part.
#[track_caller]
fn assert_sound(file: &[u8]) -> BTreeMap<String, String> {
    let parts = parts(file);
    let list = Document::parse(&parts["[Content_Types].xml"]).expect("XML");
    let typed: Vec<&str> = list
        .descendants()
        .filter_map(|element| element.attribute("PartName"))
        .collect();
    for (name, text) in &parts {
        let document = Document::parse(text).unwrap_or_else(|error| panic!("{name}: {error}"));
        let is_listed = typed.contains(&&*format!("/{name}"));
        let relationships = name.split_once("_rels/");
        let has_default = name == "[Content_Types].xml" || relationships.is_some();
        assert!(is_listed || has_default, "{name} has no type");
        let Some((folder, _)) = relationships else {
            continue;
        };
        let mut ids = Vec::new();
        for link in document.descendants().filter(|link| {
            link.has_tag_name((
                "http://schemas.openxmlformats.org/package/2006/relationships",
                "Relationship",
            ))
        }) {
            let target = link.attribute("Target").expect("a target");
            ids.push(link.attribute("Id").expect("an id").to_string());
            let is_outside = link.attribute("TargetMode") == Some("External");
            assert!(
                is_outside || parts.contains_key(&format!("{folder}{target}")),
                "{target}"
            );
        }
        let count = ids.len();
        ids.sort();
        ids.dedup();
        assert_eq!(ids.len(), count, "{name}");
    }
    assert!(typed.iter().all(|name| parts.contains_key(&name[1..])));
    parts
}

/// Returns pages of every kind.
fn pages(snapshot: Snapshot) -> Vec<(&'static str, Page)> {
    let dataset = snapshot.dataset();
    let everything = Filter::default();
    let find = |reference: &str| dataset.find(reference).expect("it is known");
    let areas: Vec<_> = dataset.areas().map(|(area, _)| area).take(3).collect();
    vec![
        ("brief", brief::area(snapshot, areas[0])),
        ("compare", compare(snapshot, &areas)),
        ("coverage", coverage(snapshot)),
        ("matrix", matrix(snapshot, &everything)),
        (
            "actions",
            list(snapshot, Listing::Facts(Kind::Action), &everything),
        ),
        ("money", list(snapshot, Listing::Money, &everything)),
        ("sources", list(snapshot, Listing::Sources, &everything)),
        ("show", show(snapshot, &[find("oldham/3"), find("norwich")])),
    ]
}

#[test]
fn files_are_sound_and_the_same_every_time() {
    let dataset = Dataset::bundled();
    let early: PartialDate = "2018".parse().expect("a date");
    for snapshot in [Snapshot::latest(&dataset), Snapshot::as_of(&dataset, early)] {
        for (name, page) in pages(snapshot) {
            let workbook = bytes(|out| write_xlsx(snapshot, &page, out));
            assert_sound(&workbook);
            assert_eq!(
                workbook,
                bytes(|out| write_xlsx(snapshot, &page, out)),
                "{name}"
            );
            let document = bytes(|out| write_docx(snapshot, &page, out));
            assert_sound(&document);
            assert_eq!(
                document,
                bytes(|out| write_docx(snapshot, &page, out)),
                "{name}"
            );
        }
        let everything = bytes(|out| write_dataset(snapshot, out));
        assert_sound(&everything);
        assert_eq!(everything, bytes(|out| write_dataset(snapshot, out)));
    }
}

#[test]
fn a_workbook_of_everything_has_every_fact_and_source() {
    let dataset = Dataset::bundled();
    let snapshot = Snapshot::latest(&dataset);
    let parts = assert_sound(&bytes(|out| write_dataset(snapshot, out)));
    let text = text_of(&parts, "xl/worksheets/");
    for item in dataset.item_indices() {
        match dataset.item(item) {
            Item::Fact(fact) => assert!(text.contains(fact.reference().as_str()), "{item:?}"),
            Item::Source(source) => assert!(text.contains(&*source.title), "{item:?}"),
            _ => {}
        }
    }
    assert!(text.contains("Sources published up to "));
    let links = &parts["xl/worksheets/_rels/sheet1.xml.rels"];
    assert!(links.contains("TargetMode=\"External\""));
}

#[test]
fn a_briefing_has_every_fact_of_the_area() {
    let dataset = Dataset::bundled();
    let snapshot = Snapshot::latest(&dataset);
    let area = dataset.find("oldham").expect("an area");
    let ItemIndex::Area(index) = area else {
        panic!("{area:?} is not an area")
    };
    let page = brief::area(snapshot, index);
    let document = assert_sound(&bytes(|out| write_docx(snapshot, &page, out)));
    let text = text_of(&document, "word/document.xml");
    let workbook = assert_sound(&bytes(|out| write_xlsx(snapshot, &page, out)));
    let cells = text_of(&workbook, "xl/worksheets/");
    for (_, priority) in snapshot.priorities(index) {
        assert!(text.contains(&*priority.title) && cells.contains(&*priority.title));
    }
    let facts = crate::report::answer::fact_table::facts_of(snapshot, area).items;
    assert!(facts.len() > 30);
    for item in facts {
        assert!(cells.contains(&*dataset.reference(item)), "{item:?}");
    }
    let document = Document::parse(&document["word/document.xml"]).expect("XML");
    let attribute = |name: &'static str| {
        let elements = document.descendants();
        elements.filter_map(move |element| {
            let attributes = element.attributes();
            let mut named = attributes.filter(|attribute| attribute.name() == name);
            Some(named.next()?.value().to_string())
        })
    };
    let bookmarks: Vec<String> = attribute("name").collect();
    let anchors: Vec<String> = attribute("anchor").collect();
    assert!(anchors.len() > 20);
    assert!(anchors.iter().all(|anchor| bookmarks.contains(anchor)));
}

#[test]
fn cells_are_never_formulas() {
    let dataset = Dataset::bundled();
    let snapshot = Snapshot::latest(&dataset);
    let evil = [
        "=1+1",
        "+1",
        "-1",
        "@SUM(A1)",
        "\u{1b}]0;x\u{7}",
        "a\0b",
        "\u{feff}=1",
    ];
    let rows = evil.map(|words| PageRow::from(vec![PageCell::from(words)]));
    let mut page = Page::of_table("=2+2 \u{1b}[1m", [PageColumn::key("=3+3")], rows);
    page.items = vec![ItemIndex::Programme];
    let parts = assert_sound(&bytes(|out| write_xlsx(snapshot, &page, out)));
    let sheet = Document::parse(&parts["xl/worksheets/sheet2.xml"]).expect("XML");
    let cells: Vec<_> = sheet
        .descendants()
        .filter(|element| element.tag_name().name() == "c")
        .collect();
    assert_eq!(cells.len(), evil.len() + 1);
    for cell in cells {
        assert_eq!(cell.attribute("t"), Some("inlineStr"));
        assert!(cell.children().all(|child| child.tag_name().name() == "is"));
    }
    let text = text_of(&parts, "xl/worksheets/sheet2.xml");
    assert!(text.contains("=1+1") && text.contains("]0;x") && !text.contains('\u{1b}'));
    assert_sound(&bytes(|out| write_docx(snapshot, &page, out)));
}

#[test]
fn an_answer_without_a_title_or_sources_is_written() {
    let dataset = Dataset::bundled();
    let snapshot = Snapshot::latest(&dataset);
    let page = Page::default();
    assert_sound(&bytes(|out| write_docx(snapshot, &page, out)));
    let parts = assert_sound(&bytes(|out| write_xlsx(snapshot, &page, out)));
    assert!(parts.contains_key("xl/worksheets/sheet1.xml"));
}
