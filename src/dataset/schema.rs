//! The JSON Schema under `data/`, held to the types.

use super::Document;

#[test]
fn schema_is_generated_from_the_types() {
    let path = concat!(
        env!("CARGO_MANIFEST_DIR"),
        "/data/opportunity-areas.schema.json"
    );
    let generated = format!(
        "{}\n",
        serde_json::to_string_pretty(&schemars::schema_for!(Document)).expect("a schema is JSON")
    );
    if std::env::var_os("UPDATE").is_some() {
        std::fs::write(path, &generated).expect("the schema can be written");
    }
    let committed = std::fs::read_to_string(path).unwrap_or_default();
    assert!(
        committed == generated,
        "the schema does not fit the types any more: run `UPDATE=1 cargo test schema` and read what changed"
    );
}
