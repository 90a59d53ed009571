//! The standard's own tests, html5lib-tests: the same tokens and trees as html5ever for every input. They are not part of this crate.

use std::path::PathBuf;

use serde_json::Value;

use super::tokens::{Start, ours, theirs};
use super::{assert_same_trees, files, folder};
use crate::page::html::tokenizer::Next;

fn data(kind: &str, extension: &str) -> Vec<PathBuf> {
    let mut found = files(&folder("ZHENGWEN_HTML5LIB").join(kind));
    found.retain(|path| path.extension().is_some_and(|e| e == extension));
    assert!(found.len() > 10, "{found:?}");
    found
}

#[test]
#[ignore = "needs ZHENGWEN_HTML5LIB, a folder of html5lib-tests"]
fn tokenizer() {
    let mut count = 0;
    for path in data("tokenizer", "test") {
        let file: Value = serde_json::from_str(&read(&path)).unwrap();
        let tests = file.get("tests").or_else(|| file.get("xmlViolationTests"));
        for test in tests.and_then(Value::as_array).unwrap() {
            let Some(input) = input(test) else { continue };
            let last = test["lastStartTag"].as_str().unwrap_or("none");
            for state in states(test) {
                let (ours, theirs) = (ours(&input, state, last), theirs(&input, state, last));
                assert_eq!(
                    ours,
                    theirs,
                    "{}, {}: {input:?} from {state:?}",
                    path.display(),
                    test["description"]
                );
                count += 1;
            }
        }
    }
    assert!(count > 6000, "{count}");
}

/// The text of a test. None if it is not Unicode: half of a surrogate pair.
fn input(test: &Value) -> Option<String> {
    let input = test["input"].as_str()?;
    if test["doubleEscaped"] == Value::Bool(true) {
        serde_json::from_str(&format!("\"{input}\"")).ok()
    } else {
        Some(input.to_string())
    }
}

fn states(test: &Value) -> Vec<Start> {
    let Some(names) = test["initialStates"].as_array() else {
        return vec![Start::Text(Next::Data)];
    };
    let states = names.iter().map(|name| match name.as_str() {
        Some("Data state") => Start::Text(Next::Data),
        Some("PLAINTEXT state") => Start::Text(Next::Plaintext),
        Some("RCDATA state") => Start::Text(Next::Rcdata),
        Some("RAWTEXT state") => Start::Text(Next::Rawtext),
        Some("Script data state") => Start::Text(Next::Script),
        Some("CDATA section state") => Start::Cdata,
        other => panic!("{other:?}"),
    });
    states.collect()
}

#[test]
#[ignore = "needs ZHENGWEN_HTML5LIB, a folder of html5lib-tests"]
fn tree_construction() {
    let mut count = 0;
    for path in data("tree-construction", "dat") {
        let text = read(&path);
        for test in text.split("#data\n").skip(1) {
            let input = test.split("\n#errors").next().unwrap();
            assert_same_trees(input, &path.display().to_string());
            count += 1;
        }
    }
    assert!(count > 1000, "{count}");
}

fn read(path: &PathBuf) -> String {
    String::from_utf8_lossy(&std::fs::read(path).unwrap()).into_owned()
}
