//! Every bound and weight of what reads pages stands in the `tuning` of its room: none beside the code that asks for it.

use std::fs;
use std::path::Path;

use crate::common::sources;

/// Whether a line names a number: `const MAX: usize = 12;`.
fn is_named_number(line: &str) -> bool {
    let numbers = [
        "usize", "u8", "u16", "u32", "u64", "i32", "i64", "f32", "f64",
    ];
    let constant = line.split_once("const ").map_or("", |(_, rest)| rest);
    constant
        .split_once(": ")
        .and_then(|(_, rest)| rest.split_once(" = "))
        .is_some_and(|(kind, _)| numbers.contains(&kind))
}

#[test]
fn bounds_and_weights_stand_in_tuning() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut files = Vec::new();
    for room in ["content", "field"] {
        sources(&root.join(room), &mut files);
    }
    let (mut named, mut strays) = (0, Vec::new());
    for path in files {
        let code = fs::read_to_string(&path).unwrap();
        let code = code.split("#[cfg(test)]\nmod tests {").next().unwrap();
        let name = path.strip_prefix(&root).unwrap().display().to_string();
        let tuning = path.ends_with("tuning.rs");
        for line in code.lines() {
            match is_named_number(line) {
                true if !tuning => strays.push(format!("{name}: {}", line.trim())),
                true => named += 1,
                false => {}
            }
        }
    }
    assert!(named > 250, "only {named} numbers were found");
    assert!(
        strays.is_empty(),
        "a bound or weight stands in its room's tuning.rs, with what it is for and how it was found\n{}",
        strays.join("\n")
    );
}
