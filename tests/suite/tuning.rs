//! Every bound and weight of what reads pages stands in the `tuning` of its room: none beside the code that asks for it.

use std::fs;
use std::path::Path;
use std::sync::LazyLock;

use regex::Regex;

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

static QUOTED: LazyLock<Regex> =
    LazyLock::new(|| Regex::new(r#""(\\.|[^"\\])*"|'[^']*'"#).unwrap());
static BOUND: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"(?:[<>]=?|take\(|=>|\.\.=?) ?-?([0-9][0-9_]*(?:\.[0-9]+)?)\b").unwrap()
});

/// The bounds that a line compares with, takes or weighs by without a name. Small ones tell a shape: two parts, a third.
fn bare_bounds(line: &str) -> Vec<String> {
    let line = line.split("//").next().unwrap_or_default();
    let line = QUOTED.replace_all(line, "_");
    let numbers = BOUND.captures_iter(&line);
    let is_bound = |number: &String| match number.contains('.') {
        true => !["0.0", "1.0"].contains(&number.as_str()),
        false => number.parse::<u64>().is_ok_and(|n| n > SHAPE_MAX),
    };
    let numbers = numbers.map(|found| found[1].replace('_', ""));
    numbers.filter(is_bound).collect()
}

/// Larger numbers are bounds that were found by trying.
const SHAPE_MAX: u64 = 4;

#[test]
fn a_bare_bound_is_seen() {
    for (line, bare) in [
        ("if chars <= 12 && text != \"a < 30\" {", vec!["12"]),
        (
            "lines.take(60).filter(|l| (8..=30).contains(l))",
            vec!["60", "30"],
        ),
        ("share > 0.35 // > 0.5", vec!["0.35"]),
        ("Witness::Told => 7.5,", vec!["7.5"]),
        (
            "parts.len() >= 2 && share > 0.0 && all * 10 >= most * 4",
            vec![],
        ),
        ("fn of(text: &str) -> Vec<u8> {", vec![]),
    ] {
        assert_eq!(bare_bounds(line), bare, "{line}");
    }
}

#[test]
fn bounds_and_weights_stand_in_tuning() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut files = Vec::new();
    for room in ["content", "field"] {
        sources(&root.join(room), &mut files);
    }
    let (mut named, mut strays) = (0, Vec::new());
    for path in files.into_iter().filter(|p| !p.ends_with("tests.rs")) {
        let code = fs::read_to_string(&path).unwrap();
        let code = code.split("#[cfg(test)]\nmod tests {").next().unwrap();
        let name = path.strip_prefix(&root).unwrap().display().to_string();
        let tuning = path.ends_with("tuning.rs");
        for line in code.lines() {
            match is_named_number(line) {
                true if !tuning => strays.push(format!("{name}: {}", line.trim())),
                true => named += 1,
                false if !tuning && !bare_bounds(line).is_empty() => {
                    strays.push(format!("{name}: {}", line.trim()));
                }
                false => {}
            }
        }
    }
    assert!(named > 400, "only {named} numbers were found");
    assert!(
        strays.is_empty(),
        "a bound or weight stands in its room's tuning.rs, with what it is for and how it was found\n{}",
        strays.join("\n")
    );
}
