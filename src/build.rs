//! Lays the bundled dataset out as constants, so that the program does not read JSON when it starts.
//!
//! The JSON Schema says which type of `dataset::format` a value has. Each string and number becomes a call of that type's
//! `bundled`, and each object a value of its struct. So a new field needs no change here. The rules of the format are not
//! checked: a test compares the tables with the file as the program loads it.

use std::{
    collections::{BTreeMap, HashMap},
    env, fs,
    path::Path,
    process::ExitCode,
};

use tinyjson::JsonValue;

const DATASET: &str = "data/opportunity-areas.json";
const SCHEMA: &str = "data/opportunity-areas.schema.json";

/// Types that the format keeps in a box.
const BOXED: [&str; 2] = ["Marks", "Outcome"];

type JsonObject = HashMap<String, JsonValue>;

fn main() -> ExitCode {
    println!("cargo::rerun-if-changed=src/build.rs");
    println!("cargo::rerun-if-changed={DATASET}");
    println!("cargo::rerun-if-changed={SCHEMA}");
    let folder = env::var_os("OUT_DIR").expect("Cargo sets it");
    let written = tables().and_then(|tables| {
        fs::write(Path::new(&folder).join("bundled.rs"), tables).map_err(|error| error.to_string())
    });
    match written {
        Ok(()) => ExitCode::SUCCESS,
        Err(message) => {
            println!("cargo::error={message}");
            ExitCode::FAILURE
        }
    }
}

/// Returns the source text of the tables.
fn tables() -> Result<String, String> {
    let (schema, dataset) = (read(SCHEMA)?, read(DATASET)?);
    let definitions = object(&schema["$defs"])?;
    let mut tables = Tables {
        definitions,
        sources: sources(&dataset)?,
        statics: String::new(),
        count: 0,
        contradictions: Vec::new(),
    };
    let document = tables
        .structure("Document", object(&schema)?, &dataset)
        .map_err(|error| format!("{DATASET}: {error}"))?;
    let Tables {
        statics,
        contradictions,
        ..
    } = tables;
    Ok(format!(
        "{statics}pub(super) const DOCUMENT: Document = {document};\n\
         pub(super) const CONTRADICTIONS: &[[&str; 2]] = &{contradictions:?};\n"
    ))
}

fn read(path: &str) -> Result<JsonValue, String> {
    let text = fs::read_to_string(path).map_err(|error| format!("{path}: {error}"))?;
    text.parse().map_err(|error| format!("{path}: {error}"))
}

fn object(value: &JsonValue) -> Result<&JsonObject, String> {
    value.get().ok_or_else(|| "not an object".into())
}

fn list(value: &JsonValue) -> Result<&Vec<JsonValue>, String> {
    value.get().ok_or_else(|| "not a list".into())
}

fn text(value: &JsonValue) -> Result<&str, String> {
    let text = value.get::<String>().map(String::as_str);
    text.ok_or_else(|| "not text".into())
}

fn number(value: &JsonValue) -> Result<f64, String> {
    value.get().copied().ok_or_else(|| "not a number".into())
}

/// Returns the name of the type that a schema refers to, if it does.
fn reference(schema: &JsonObject) -> Option<&str> {
    let reference = text(schema.get("$ref")?).ok()?;
    reference.strip_prefix("#/$defs/")
}

/// Returns the position and the date of each source, by its id.
fn sources(dataset: &JsonValue) -> Result<HashMap<&str, (usize, &str)>, String> {
    let sources = list(object(dataset)?.get("sources").ok_or("no sources")?)?;
    let entries = sources.iter().enumerate().map(|(index, source)| {
        let source = object(source)?;
        let field = |name| text(source.get(name).ok_or("a source without an id or a date")?);
        Ok((field("id")?, (index, field("published")?)))
    });
    entries.collect()
}

/// Writes the tables.
struct Tables<'a> {
    definitions: &'a JsonObject,
    /// The position and the date of each source, by its id.
    sources: HashMap<&'a str, (usize, &'a str)>,
    /// The lists and the contents of boxes so far. Each has a name, since a constant can borrow from nothing else.
    statics: String,
    count: usize,
    /// References of facts that contradict each other.
    contradictions: Vec<[String; 2]>,
}

impl Tables<'_> {
    /// Returns the expression for a value of a field.
    fn value(&mut self, schema: &JsonObject, value: &JsonValue) -> Result<String, String> {
        if let Some(name) = reference(schema) {
            return self.named(name, value);
        }
        if let Some(choices) = schema.get("anyOf") {
            let inner = object(&list(choices)?[0])?;
            let expression = self.value(inner, value)?;
            return Ok(match reference(inner) {
                Some(name) if BOXED.contains(&name) => {
                    let name = self.add_static(name, &expression);
                    format!("Some(DataBox::bundled(&{name}))")
                }
                _ => format!("Some({expression})"),
            });
        }
        match &schema["type"] {
            JsonValue::Array(_) => Ok(format!("Some({})", number(value)?)),
            JsonValue::String(name) => match name.as_str() {
                "array" => {
                    let entries = object(&schema["items"])?;
                    let slice = self.slice(entries, value)?;
                    Ok(format!("DataList::bundled({slice})"))
                }
                "boolean" => {
                    let value: Option<&bool> = value.get();
                    Ok(value.ok_or("not true or false")?.to_string())
                }
                "integer" => Ok(number(value)?.to_string()),
                other => Err(format!("{SCHEMA} has a field of type {other}")),
            },
            _ => Err(format!("{SCHEMA} has a field without a type")),
        }
    }

    /// Returns the expression for a value whose type has a name.
    fn named(&mut self, name: &str, value: &JsonValue) -> Result<String, String> {
        let definition = object(&self.definitions[name])?;
        match name {
            "Cites" => return self.citations(definition, value),
            "Citation" => return self.citation(object(value)?),
            _ => {}
        }
        if let Some(words) = definition.get("oneOf") {
            let word = text(value)?;
            let mut known = list(words)?.iter().map(|choice| &choice["const"]);
            return if known.any(|known| known == value) {
                Ok(format!("{name}::bundled({word:?})"))
            } else {
                Err(format!("unknown word {word:?}"))
            };
        }
        match text(&definition["type"])? {
            "object" => self.structure(name, definition, value),
            "string" => Ok(format!("{name}::bundled({:?})", text(value)?)),
            "number" => Ok(format!("{name}::bundled({:?})", number(value)?)),
            _ => Ok(format!("{name}({})", number(value)?)),
        }
    }

    /// Returns the expression for an object.
    fn structure(
        &mut self,
        name: &str,
        definition: &JsonObject,
        value: &JsonValue,
    ) -> Result<String, String> {
        let values = object(value)?;
        // In the order of their names, so that the same file always gives the same tables.
        let fields: BTreeMap<_, _> = object(&definition["properties"])?.iter().collect();
        if let Some(unknown) = values.keys().find(|key| !fields.contains_key(key)) {
            return Err(format!("unknown field `{unknown}`"));
        }
        self.note_contradictions(values)?;
        let mut written = String::new();
        for (key, schema) in fields {
            let schema = object(schema)?;
            let expression = match values.get(key) {
                Some(value) => self
                    .value(schema, value)
                    .map_err(|error| format!("{key}: {error}"))?,
                None => absent(definition, key, schema)?.into(),
            };
            let field = if key == "type" { "source_type" } else { key };
            written += &format!("{field}: {expression}, ");
        }
        Ok(format!("{name} {{ {written}}}"))
    }

    /// Returns the expression for a borrowed list.
    fn slice(&mut self, entries: &JsonObject, value: &JsonValue) -> Result<String, String> {
        let values = list(value)?;
        let expressions = values.iter().enumerate().map(|(index, value)| {
            let expression = self.value(entries, value);
            expression.map_err(|error| format!("{}: {error}", entry_name(index, value)))
        });
        let expressions = expressions.collect::<Result<Vec<_>, _>>()?.join(", ");
        let name = reference(entries).ok_or_else(|| format!("{SCHEMA} has a list of no type"))?;
        let list = self.add_static(
            &format!("[{name}; {}]", values.len()),
            &format!("[{expressions}]"),
        );
        Ok(format!("&{list}"))
    }

    fn citation(&self, citation: &JsonObject) -> Result<String, String> {
        let [id, at] = ["source", "at"].map(|key| {
            let value = citation.get(key);
            text(value.ok_or_else(|| format!("a citation without `{key}`"))?)
        });
        let (id, at) = (id?, at?);
        let (index, published) = self
            .sources
            .get(id)
            .ok_or_else(|| format!("unknown source {id:?}"))?;
        Ok(format!(
            "Citation::bundled(SourceId::bundled({id:?}), Text::bundled({at:?}), {index}, \
             PartialDate::bundled({published:?}))"
        ))
    }

    /// Returns the expression for the citations of a fact.
    fn citations(&mut self, definition: &JsonObject, value: &JsonValue) -> Result<String, String> {
        match &list(value)?[..] {
            [] => Err("a fact without a citation".into()),
            [citation] => {
                let citation = self.citation(object(citation)?)?;
                Ok(format!("Cites::bundled_one({citation})"))
            }
            _ => {
                let slice = self.slice(object(&definition["items"])?, value)?;
                Ok(format!("Cites::bundled_several({slice})"))
            }
        }
    }

    fn note_contradictions(&mut self, fact: &JsonObject) -> Result<(), String> {
        let Some(marks) = fact.get("marks") else {
            return Ok(());
        };
        let (Some(others), Some(reference)) =
            (object(marks)?.get("contradicts"), fact.get("reference"))
        else {
            return Ok(());
        };
        for other in list(others)? {
            let pair = [text(reference)?, text(other)?].map(str::to_string);
            self.contradictions.push(pair);
        }
        Ok(())
    }

    /// Adds a static of a type, and returns its name.
    fn add_static(&mut self, kind: &str, expression: &str) -> String {
        self.count += 1;
        let name = format!("TABLE_{}", self.count);
        self.statics += &format!("static {name}: {kind} = {expression};\n");
        name
    }
}

/// Returns the name of an entry of a list in messages: its reference, its id or its number.
fn entry_name(index: usize, value: &JsonValue) -> String {
    let fields: Option<&JsonObject> = value.get();
    let name = ["reference", "id"]
        .iter()
        .find_map(|&key| text(fields?.get(key)?).ok());
    name.map_or_else(|| format!("entry {}", index + 1), str::to_string)
}

/// Returns the expression for a field that an object leaves out.
fn absent(definition: &JsonObject, key: &str, schema: &JsonObject) -> Result<&'static str, String> {
    let required = definition.get("required").map(list).transpose()?;
    if required.is_some_and(|required| required.iter().any(|name| text(name) == Ok(key))) {
        return Err(format!("`{key}` is missing"));
    }
    let kind = schema.get("type").and_then(|kind| text(kind).ok());
    Ok(match kind {
        Some("array") => "DataList::EMPTY",
        Some("boolean") => "false",
        _ => "None",
    })
}
