//! Makes datasets like the bundled one, but larger: the same blocks, filled with the same words in another order and with names
//! of places that do not exist. The same size always gives the same bytes.
//!
//! They are for measuring alone. Nothing in them is a fact.

use std::io::{self, Write};

use fastrand::Rng;
use opportunity_areas::dataset::Dataset;
use serde_json::{Value, json};

/// How much is made.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Size {
    pub(crate) areas: usize,
    pub(crate) themes: usize,
    /// The priorities of each area.
    pub(crate) priorities: usize,
    /// The actions of all areas together.
    pub(crate) actions: usize,
    pub(crate) sources: usize,
}

/// About a hundred times the actions of the bundled dataset.
pub(crate) const HUNDRED: Size = Size {
    areas: 60,
    themes: 20,
    priorities: 25,
    actions: 10_000,
    sources: 500,
};
/// About ten thousand times: a million actions.
pub(crate) const TEN_THOUSAND: Size = Size {
    areas: 300,
    themes: 40,
    priorities: 500,
    actions: 1_000_000,
    sources: 5_000,
};

/// The size with this name: `100` or `10000`.
pub(crate) fn size(times: &str) -> Option<Size> {
    match times {
        "100" => Some(HUNDRED),
        "10000" => Some(TEN_THOUSAND),
        _ => None,
    }
}

/// Writes a dataset as JSON without spaces.
///
/// # Errors
/// If it can't be written.
pub(crate) fn write(size: Size, mut out: impl Write) -> io::Result<()> {
    let mut maker = Maker::new();
    write!(
        out,
        r#"{{"version":1,"note":"Made to measure with: nothing in it is a fact.","programme":"#
    )?;
    serde_json::to_writer(&mut out, &Maker::programme())?;
    let themes = (0..size.themes).map(|theme| maker.theme(theme));
    list(&mut out, "themes", themes)?;
    list(
        &mut out,
        "areas",
        (0..size.areas).map(|area| maker.area(size, area)),
    )?;
    list(
        &mut out,
        "sources",
        (0..size.sources).map(|source| maker.source(source)),
    )?;
    writeln!(out, "}}")
}

/// The same in memory.
///
/// # Panics
/// Never: memory can be written to.
#[must_use]
pub(crate) fn json(size: Size) -> String {
    let mut bytes = Vec::new();
    write(size, &mut bytes).expect("memory can be written to");
    String::from_utf8(bytes).expect("JSON is UTF-8")
}

fn list(out: &mut impl Write, name: &str, items: impl Iterator<Item = Value>) -> io::Result<()> {
    write!(out, r#","{name}":["#)?;
    for (index, item) in items.enumerate() {
        if index > 0 {
            out.write_all(b",")?;
        }
        serde_json::to_writer(&mut *out, &item)?;
    }
    out.write_all(b"]")
}

const BEGINNINGS: [&str; 20] = [
    "Ash", "Bram", "Cor", "Dun", "El", "Fen", "Gar", "Hol", "Ing", "Kel", "Lam", "Mar", "Nor",
    "Os", "Pen", "Ris", "Sel", "Thor", "Ul", "Wen",
];
const MIDDLES: [&str; 12] = [
    "ber", "den", "ing", "ker", "lan", "mer", "ner", "row", "sel", "ter", "ver", "wick",
];
const ENDS: [&str; 14] = [
    "by", "combe", "dale", "field", "ford", "ham", "hurst", "ley", "mouth", "stead", "stow", "ton",
    "wich", "worth",
];
/// The sources published at one time: as many months as this.
const MONTHS: usize = 120;

struct Maker {
    random: Rng,
    /// The bundled dataset's sentences, word by word.
    sentences: Vec<Vec<String>>,
    partners: Vec<String>,
}

impl Maker {
    fn new() -> Self {
        let dataset = Dataset::bundled();
        let facts = || {
            dataset
                .owners()
                .flat_map(|owner| dataset.facts(owner))
                .map(|(_, fact)| fact)
        };
        let words = |text: &str| text.split(' ').map(str::to_string).collect::<Vec<_>>();
        let sentences = facts()
            .map(|fact| words(&fact.headline()))
            .filter(|words| words.len() > 5)
            .collect();
        let partners = facts()
            .flat_map(|fact| fact.partners().iter().map(ToString::to_string))
            .collect();
        Self {
            random: Rng::with_seed(2016),
            sentences,
            partners,
        }
    }

    fn index(&mut self) -> String {
        let [first, middle, end] = [BEGINNINGS.as_slice(), &MIDDLES, &ENDS]
            .map(|parts| parts[self.random.usize(..parts.len())]);
        format!("{first}{middle}{end}")
    }

    /// Two pieces of the bundled dataset's sentences, and a place.
    fn sentence(&mut self) -> String {
        let mut words = Vec::new();
        for _ in 0..2 {
            let sentence = &self.sentences[self.random.usize(..self.sentences.len())];
            let start = self.random.usize(..sentence.len() - 4);
            words.extend_from_slice(&sentence[start..sentence.len().min(start + 5)]);
        }
        let text = words.join(" ");
        format!(
            "{} in {}.",
            text.trim_end_matches(['.', ',', ';', ':']),
            self.index()
        )
    }

    fn cites(&mut self, size: Size, page: usize) -> Value {
        json!([{ "source": format!("source-{}", self.random.usize(..size.sources)), "at": format!("page {page}") }])
    }

    fn programme() -> Value {
        json!({
            "name": "A programme to measure with",
            "about": [{
                "reference": "programme/what-it-is", "text": "It is large.", "cites": [{ "source": "source-0", "at": "page 1" }],
            }],
        })
    }

    fn theme(&mut self, theme: usize) -> Value {
        let name = format!(
            "{} {}",
            self.sentence().split(' ').next().unwrap_or_default(),
            self.index()
        );
        json!({ "id": format!("theme-{}", theme + 1), "name": name, "what": self.sentence() })
    }

    fn source(&mut self, source: usize) -> Value {
        let month = source % MONTHS;
        let published = format!(
            "{}-{:02}-{:02}",
            2015 + month / 12,
            month % 12 + 1,
            source % 28 + 1
        );
        json!({
            "id": format!("source-{source}"), "title": self.sentence(), "publisher": format!("{} Press", self.index()),
            "published": published,
        })
    }

    fn area(&mut self, size: Size, area: usize) -> Value {
        let (name, id) = (
            format!("{} {}", self.index(), area + 1),
            format!("area-{}", area + 1),
        );
        let all = size.areas * size.priorities;
        let priorities: Vec<Value> = (0..size.priorities)
            .map(|priority| {
                // Actions are shared out so that there are just as many as wanted.
                let index = area * size.priorities + priority;
                let actions = size.actions * (index + 1) / all - size.actions * index / all;
                self.priority(size, &id, priority + 1, actions)
            })
            .collect();
        let events: Vec<Value> = (0..4)
            .map(|event| {
                let date = format!("{}-{:02}-{:02}", 2016 + self.random.u32(..8), 1 + self.random.u32(..12), 1 + self.random.u32(..28));
                json!({
                    "reference": format!("{id}/event-{event}"), "date": date, "what": self.sentence(), "cites": self.cites(size, event + 1),
                })
            })
            .collect();
        json!({
            "id": id, "name": name, "wave": area % 4 + 1, "region": format!("{} region", MIDDLES[area % MIDDLES.len()]),
            "districts": [{ "name": self.index(), "gss": format!("E07{area:06}") }],
            "position": {
                "longitude": f64::from(self.random.i32(-500..100)) / 100.0, "latitude": f64::from(self.random.i32(5_020..5_520)) / 100.0,
                "meaning": "a point",
            },
            "plan": {
                "reference": format!("{id}/plan"), "title": format!("{name} plan"), "published": "2018-01",
                "cites": self.cites(size, 1),
            },
            "ranks": [{
                "reference": format!("{id}/rank-2016"), "index": "index", "year": 2016, "rank": area + 1, "of": size.areas,
                "cites": self.cites(size, 2),
            }],
            "priorities": priorities, "events": events,
        })
    }

    fn priority(&mut self, size: Size, area: &str, number: usize, actions: usize) -> Value {
        let id = format!("{area}/{number}");
        let actions: Vec<Value> = (0..actions)
            .map(|action| self.action(size, &id, action + 1))
            .collect();
        let theme = self.random.usize(..size.themes) + 1;
        json!({
            "reference": id, "number": number, "title": self.sentence(), "themes": [{ "theme": format!("theme-{theme}") }],
            "cites": self.cites(size, number),
            "reasons": [{ "reference": format!("{id}/reason"), "text": self.sentence(), "cites": self.cites(size, number) }],
            "targets": [{
                "reference": format!("{id}/target"), "measure": self.sentence(), "goal": format!("{} pupils", self.random.u32(10..2000)),
                "by": { "words": "by 2020", "to": "2020" }, "cites": self.cites(size, number),
            }],
            "actions": actions,
        })
    }

    fn action(&mut self, size: Size, priority: &str, number: usize) -> Value {
        let what = self.sentence();
        let mut action = json!({
            "reference": format!("{priority}/action-{number}"), "what": what, "cites": self.cites(size, number),
        });
        if number.is_multiple_of(3) {
            let partner = self.partners[self.random.usize(..self.partners.len())].clone();
            action["partners"] = json!([partner]);
        }
        if number.is_multiple_of(4) {
            action["amount"] = json!({ "pounds": self.random.u64(1..400) * 5_000 });
        }
        if number.is_multiple_of(2) {
            let year = self.random.u32(2017..2022);
            action["period"] = json!({ "words": format!("from {year}"), "from": year.to_string() });
        }
        action
    }
}
