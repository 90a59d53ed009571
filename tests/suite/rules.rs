//! The built-in rules: they compile, their names and hosts are unique, the list is complete and in order.

use std::collections::HashMap;

use zhengwen::RuleSet;

#[test]
fn rules_compile() {
    let mut bad = Vec::new();
    for rule in RuleSet::builtin().iter() {
        if let Err(e) = rule.check() {
            bad.push(e.to_string());
        }
    }
    assert!(bad.is_empty(), "{}", bad.join("\n"));
}

#[test]
fn every_file_is_listed_and_read() {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/src/sites");
    let files = std::fs::read_dir(folder)
        .unwrap()
        .filter(|e| {
            e.as_ref()
                .unwrap()
                .path()
                .extension()
                .is_some_and(|x| x == "toml")
        })
        .count();
    // A file that is no TOML, or breaks a rule of the format, is missing here; `from_file` says why.
    if RuleSet::builtin().iter().count() != files {
        RuleSet::empty().with_folder(folder).unwrap();
    }
    assert_eq!(
        RuleSet::builtin().iter().count(),
        files,
        "a file of src/sites is not listed in mod.rs"
    );
}

#[test]
fn names_hosts_and_marks_are_unique() {
    let mut seen: HashMap<String, String> = HashMap::new();
    for rule in RuleSet::builtin().iter() {
        let keys = rule.hosts().iter().chain(rule.marks()).cloned();
        for key in keys.chain([format!("name {}", rule.name())]) {
            if let Some(other) = seen.insert(key.clone(), rule.name().to_string()) {
                panic!("{key} is claimed by {other} and {}", rule.name());
            }
        }
    }
}
