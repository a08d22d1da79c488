//! Test that the JSON Schema in `data/` matches the types.

use super::{Document, SCHEMA};

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
    } else {
        assert!(
            SCHEMA == generated,
            "the schema does not match the types: run `UPDATE=1 cargo test schema` and read the diff"
        );
    }
}
