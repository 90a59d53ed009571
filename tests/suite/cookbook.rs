//! The Python program of `docs/cookbook.md`. Its programs in Rust are doc tests of the crate.

use std::path::Path;
use std::process::Command;

use crate::common::example;

/// The first block of a language.
fn block(language: &str) -> String {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let text = std::fs::read_to_string(root.join("docs/cookbook.md")).unwrap();
    let rest = text
        .split_once(&format!("```{language}\n"))
        .expect("a block")
        .1;
    rest.split_once("\n```").expect("an end").0.to_string()
}

#[test]
fn python_reads_articles_over_a_pipe() {
    let command = example("parse_file");
    let python = Command::new("python3").arg("--version").output();
    if !command.exists() || !python.is_ok_and(|o| o.status.success()) {
        eprintln!("skipped: wants python3 and {}", command.display());
        return;
    }
    let fixtures = Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures/chengju");
    let out = Command::new("python3")
        .args(["-c", &block("python")])
        .arg(command)
        .arg(fixtures.join("page.html"))
        .arg(fixtures.join("no-such-page.html"))
        .arg(fixtures.join("2023-11-18-wordpress.html"))
        .env("PYTHONIOENCODING", "utf-8")
        .output()
        .unwrap();
    let shown = String::from_utf8(out.stdout).unwrap();
    assert!(
        out.status.success(),
        "{}",
        String::from_utf8_lossy(&out.stderr)
    );
    let lines: Vec<&str> = shown.lines().collect();
    assert_eq!(lines.len(), 2, "{shown}");
    assert!(
        lines.iter().all(|line| line.starts_with("article\t202")),
        "{shown}"
    );
}
