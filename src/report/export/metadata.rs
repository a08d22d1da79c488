//! The description of the sheets as CSV on the Web.

use serde_json::{Value, json};

use super::sheet::Sheet;
use crate::{dataset::PartialDate, query::snapshot::Snapshot};

/// Returns the metadata of all sheets: <https://www.w3.org/TR/tabular-metadata/>.
pub(super) fn metadata(snapshot: Snapshot, sheets: &[Sheet]) -> Value {
    let tables: Vec<Value> = sheets
        .iter()
        .map(|sheet| {
            let columns: Vec<Value> = sheet
                .columns
                .iter()
                .enumerate()
                .map(|(index, (name, datatype))| json!({ "name": name, "titles": name, "datatype": datatype, "required": index == 0 }))
                .collect();
            let links: Vec<Value> = sheet
                .links
                .iter()
                .map(|(column, other, key)| json!({ "columnReference": column, "reference": { "resource": format!("{other}.csv"), "columnReference": key } }))
                .collect();
            let mut schema = json!({ "columns": columns });
            if sheet.keyed {
                schema["primaryKey"] = json!(sheet.columns[0].0);
            }
            if !links.is_empty() {
                schema["foreignKeys"] = json!(links);
            }
            json!({ "url": format!("{}.csv", sheet.name), "dc:title": sheet.title, "tableSchema": schema })
        })
        .collect();
    let name = &snapshot.dataset().programme().name;
    let title = snapshot.day().map_or_else(
        || name.to_string(),
        |day| format!("{name}, as of {}", PartialDate::Day(day).iso()),
    );
    json!({
        "@context": ["http://www.w3.org/ns/csvw", { "@language": "en" }],
        "dc:title": title,
        "dc:source": "The publications in sources.csv. citations.csv has the sources of each fact.",
        "dc:license": "MIT OR Apache-2.0",
        "tables": tables,
    })
}
