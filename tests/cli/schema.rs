//! The published JSON Schemas: what the command prints is what is kept, and what it writes of every fixture is what they say.
//! `UPDATE_SCHEMA=1 cargo test --features cli --test cli schema` rewrites them.

use std::path::PathBuf;

use boon::{Compiler, SchemaIndex, Schemas};
use serde_json::Value;

use crate::make::*;

/// Name of the file in `docs/schema` | arguments.
const SHAPES: [(&str, &[&str]); 2] = [("line.json", &[]), ("flat.json", &["--flat"])];

fn kept(name: &str) -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
        .join("docs/schema")
        .join(name)
}

#[test]
fn the_schemas_kept_are_those_printed() {
    for (name, args) in SHAPES {
        let printed = run(&[&["schema"][..], args].concat()).stdout;
        if std::env::var_os("UPDATE_SCHEMA").is_some() {
            std::fs::write(kept(name), &printed).unwrap();
        }
        let kept = std::fs::read(kept(name)).unwrap();
        assert!(
            kept == printed,
            "docs/schema/{name}: run with UPDATE_SCHEMA=1"
        );
    }
}

/// A schema, made to refuse keys that it does not name.
fn closed(schemas: &mut Schemas, name: &str) -> SchemaIndex {
    let mut schema: Value = serde_json::from_slice(&std::fs::read(kept(name)).unwrap()).unwrap();
    // What another shape takes over whole, `{"properties": …, "$ref": …}`, is closed by that one.
    let mut taken_over = Vec::new();
    let mut stack = vec![&mut schema];
    while let Some(value) = stack.pop() {
        match value {
            Value::Object(map) => {
                if map.contains_key("properties") {
                    if let Some(Value::String(reference)) = map.get("$ref") {
                        taken_over.push(reference.trim_start_matches("#/$defs/").to_string());
                    }
                    map.insert("unevaluatedProperties".into(), Value::Bool(false));
                }
                stack.extend(map.values_mut());
            }
            Value::Array(items) => stack.extend(items),
            _ => {}
        }
    }
    for name in taken_over {
        let shape = schema["$defs"][&name].as_object_mut().unwrap();
        shape.remove("unevaluatedProperties");
    }
    let mut compiler = Compiler::new();
    compiler.add_resource("schema.json", schema).unwrap();
    compiler.compile("schema.json", schemas).unwrap()
}

#[test]
fn every_fixture_is_as_the_schemas_say() {
    let fixtures = concat!(env!("CARGO_MANIFEST_DIR"), "/fixtures");
    let folder = Folder::new();
    let damaged = folder.file("damaged.jsonl", "{\n{}\n");
    for (name, args) in SHAPES {
        let out = run(&[&["batch", fixtures, &damaged][..], args].concat());
        let lines = json(&out.stdout);
        assert!(lines.len() > 150, "{} lines", lines.len());
        let mut schemas = Schemas::new();
        let index = closed(&mut schemas, name);
        for line in &lines {
            if let Err(e) = schemas.validate(line, index) {
                panic!("{name}: {}: {e:#}", line["id"]);
            }
        }
        // And not everything is as they say.
        for key in ["id", "schema", "url"] {
            let mut line = lines[0].clone();
            line.as_object_mut().unwrap().remove(key);
            assert!(
                schemas.validate(&line, index).is_err(),
                "{name} without {key}"
            );
        }
        let mut line = lines[0].clone();
        line["more"] = 1.into();
        assert!(schemas.validate(&line, index).is_err(), "{name} with more");
    }
}

#[test]
fn all_keys_are_always_there() {
    let out = fed(
        &["batch", "-", "--input-format", "page"],
        "<p>城东公园开放。".as_bytes(),
    );
    let line = &json(&out.stdout)[0];
    let article = line["article"].as_object().unwrap();
    for key in [
        "metadata",
        "body",
        "related",
        "kind",
        "confidence",
        "site",
        "next_page",
    ] {
        assert!(article.contains_key(key), "{key}");
    }
    let metadata = article["metadata"].as_object().unwrap();
    for key in [
        "title",
        "authors",
        "source",
        "credits",
        "published",
        "updated",
        "tags",
        "script",
    ] {
        assert!(metadata.contains_key(key), "{key}");
    }
}
