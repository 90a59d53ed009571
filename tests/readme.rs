//! The READMEs: their table of sites is the list of built-in rules, the pages they name are there.
//! `UPDATE_README=1 cargo test --test readme` rewrites it.

use std::fmt::Write;
use std::fs;
use std::path::Path;

use zhengwen::{Rule, RuleSet};

const BEGIN: &str = "<!-- sites:begin -->";
const END: &str = "<!-- sites:end -->";

/// What differs between the two languages.
struct Words {
    file: &'static str,
    head: &'static str,
    marks: &'static str,
    reported: &'static str,
    count: fn(sites: usize, checked: usize, systems: usize) -> String,
    pages: fn(usize) -> String,
}

const ENGLISH: Words = Words {
    file: "README.md",
    head: "| name | hosts | evidence |",
    marks: "any host, by its marks",
    reported: "reported",
    count: |sites, checked, systems| {
        format!(
            "{sites} sites and {systems} publishing systems; {checked} of these rules were checked on saved pages."
        )
    },
    pages: |n| format!("checked on {n}"),
};

const CHINESE: Words = Words {
    file: "README.zh-CN.md",
    head: "| 名称 | 域名 | 依据 |",
    marks: "不限域名，凭源码特征",
    reported: "据资料",
    count: |sites, checked, systems| {
        format!("{sites} 个网站，{systems} 种发布系统；其中 {checked} 条规则在保存的网页上核对过。")
    },
    pages: |n| format!("核对 {n} 页"),
};

/// The table as it should stand between the markers.
fn table(words: &Words) -> String {
    let rules = RuleSet::builtin();
    let mut rules: Vec<&Rule> = rules.iter().collect();
    // Sites by name, then the publishing systems.
    rules.sort_by_key(|rule| (rule.hosts().is_empty(), rule.name()));
    let systems = rules.iter().filter(|r| r.hosts().is_empty()).count();
    let checked = rules.iter().filter(|r| !r.checked().is_empty()).count();
    let mut out = (words.count)(rules.len() - systems, checked, systems);
    let _ = write!(out, "\n\n{}\n|---|---|---|\n", words.head);
    for rule in rules {
        let hosts = match rule.hosts() {
            [] => words.marks.to_string(),
            hosts => hosts.join(", "),
        };
        let evidence = match rule.checked().len() {
            0 => words.reported.to_string(),
            n => (words.pages)(n),
        };
        let _ = writeln!(out, "| {} | {hosts} | {evidence} |", rule.name());
    }
    out
}

/// Compares, or rewrites if asked to. Returns what to do if the two differ.
fn check(words: &Words) -> Result<(), String> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(words.file);
    let readme = fs::read_to_string(&path).unwrap().replace("\r\n", "\n");
    let (before, rest) = readme
        .split_once(BEGIN)
        .ok_or(format!("{} has no {BEGIN}", words.file))?;
    let (stands, after) = rest
        .split_once(END)
        .ok_or(format!("{} has no {END}", words.file))?;
    let wanted = format!("\n{}", table(words));
    if stands == wanted {
        return Ok(());
    }
    if std::env::var_os("UPDATE_README").is_some() {
        fs::write(&path, format!("{before}{BEGIN}{wanted}{END}{after}")).unwrap();
        return Ok(());
    }
    let first = wanted
        .lines()
        .zip(stands.lines().chain(std::iter::repeat("")))
        .find(|(a, b)| a != b);
    Err(format!(
        "{}: the table of sites is not that of src/sites; run `UPDATE_README=1 cargo test --test readme`. First difference, wanted / stands: {first:?}",
        words.file
    ))
}

#[test]
fn english_table_is_that_of_the_rules() {
    check(&ENGLISH).unwrap();
}

#[test]
fn chinese_table_is_that_of_the_rules() {
    check(&CHINESE).unwrap();
}

#[test]
fn pages_named_are_there() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    for file in ["README.md", "README.zh-CN.md", "CONTRIBUTING.md"] {
        let text = fs::read_to_string(root.join(file)).unwrap();
        let mut commands = text
            .lines()
            .filter(|l| l.contains("parse_file -- fixtures/"));
        let command = commands
            .next()
            .unwrap_or_else(|| panic!("{file} has no command to read a page"));
        let page = command.split_whitespace().next_back().unwrap();
        assert!(root.join(page).exists(), "{file} names {page}");
    }
}
