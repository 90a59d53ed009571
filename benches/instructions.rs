//! Instructions per byte of the page, as valgrind counts them: the same on every machine, busy or not.
//!
//! `cargo bench --bench instructions`, and with `-- FILE FOLDER …` for other pages than the fixtures (see `pages`). This program runs
//! itself under valgrind, once with two passes over a page and once with four: the difference, halved, is what a warm pass costs,
//! result dropped. Start-up, reading the file and what is made on first use are in neither.

mod pages;

use std::hint::black_box;
use std::process::{Command, ExitCode};

use pages::Page;
use scraper::Html;
use zhengwen::RuleSet;

/// What is measured, by the name the child is told. Each is divided by the bytes of the decoded page.
const WAYS: [&str; 4] = ["scraper", "parse", "parse_bytes", "no rules"];
/// Says what the child is to do: the way, then how often.
const TOLD: &str = "ZHENGWEN_INSTRUCTIONS";

fn main() -> ExitCode {
    if let Ok(told) = std::env::var(TOLD) {
        child(&told);
        return ExitCode::SUCCESS;
    }
    // `cargo test --benches` only wants to know that it starts.
    if std::env::args().any(|word| word == "--test" || word == "--list") {
        return ExitCode::SUCCESS;
    }
    if Command::new("valgrind").arg("--version").output().is_err() {
        println!("valgrind is not installed: no instructions are counted");
        return ExitCode::SUCCESS;
    }
    let pages = pages::asked_for();
    println!("instructions per byte, warm, result dropped; ratio is parse to scraper's bare parse");
    println!(
        "{:>8} {:>8} {:>8} {:>11} {:>8} {:>6}  page",
        "bytes", "scraper", "parse", "parse_bytes", "no rules", "ratio"
    );
    let mut sums = [0.0; WAYS.len()];
    for page in &pages {
        let counts = match measure(page) {
            Ok(counts) => counts,
            Err(reason) => {
                println!("{}: {reason}", page.name);
                return ExitCode::FAILURE;
            }
        };
        for (sum, count) in sums.iter_mut().zip(counts) {
            *sum += count * page.html.len() as f64;
        }
        show(page.html.len(), counts, &page.name);
    }
    if pages.len() > 1 {
        let bytes: usize = pages.iter().map(|page| page.html.len()).sum();
        let together = sums.map(|sum| sum / bytes as f64);
        show(bytes, together, "all pages together");
    }
    ExitCode::SUCCESS
}

fn show(bytes: usize, [bare, parse, of_bytes, no_rules]: [f64; 4], name: &str) {
    let ratio = parse / bare;
    println!(
        "{bytes:>8} {bare:>8.1} {parse:>8.1} {of_bytes:>11.1} {no_rules:>8.1} {ratio:>6.2}  {name}"
    );
}

/// Instructions per byte, for each way.
fn measure(page: &Page) -> Result<[f64; WAYS.len()], String> {
    let file = std::env::temp_dir().join(format!("zhengwen-instructions-{}", std::process::id()));
    std::fs::write(&file, &page.bytes).map_err(|e| e.to_string())?;
    let url = page.url.as_deref().unwrap_or_default();
    let mut all = [0.0; WAYS.len()];
    for (way, per_byte) in WAYS.into_iter().zip(&mut all) {
        let count = |passes| run(&file, url, way, passes);
        let passes = count(4)?.saturating_sub(count(2)?);
        *per_byte = passes as f64 / 2.0 / page.html.len() as f64;
    }
    let _ = std::fs::remove_file(file);
    Ok(all)
}

/// Instructions of a whole child process.
fn run(file: &std::path::Path, url: &str, way: &str, passes: u32) -> Result<u64, String> {
    let program = std::env::current_exe().map_err(|e| e.to_string())?;
    let output = Command::new("valgrind")
        .args([
            "--tool=cachegrind",
            "--cache-sim=no",
            "--cachegrind-out-file=/dev/null",
        ])
        .arg(program)
        .env(TOLD, format!("{passes}\n{way}\n{}\n{url}", file.display()))
        .output()
        .map_err(|e| e.to_string())?;
    let said = String::from_utf8_lossy(&output.stderr);
    // `==123== I   refs:      7,357,046`, with more blanks or fewer by version.
    let count = said.lines().find_map(|line| {
        let (name, count) = line.split_once("refs:")?;
        let count = count.trim().replace(',', "");
        count
            .parse()
            .ok()
            .filter(|_| name.trim_end().ends_with('I'))
    });
    count
        .filter(|_| output.status.success())
        .ok_or_else(|| format!("valgrind says: {said}"))
}

/// Some passes over one page.
fn child(told: &str) {
    let parts: Vec<&str> = told.split('\n').collect();
    let [passes, way, file, url] = parts[..] else {
        panic!("not told what to do: {told:?}");
    };
    let bytes = std::fs::read(file).expect("the page is there");
    let html = zhengwen::decode(&bytes, None).text;
    let rules = match way {
        "no rules" => RuleSet::empty(),
        _ => RuleSet::builtin(),
    };
    let parser = zhengwen::Parser::new().rules(rules).url(url);
    for _ in 0..passes.parse().expect("a number of passes") {
        match way {
            "scraper" => drop(black_box(Html::parse_document(black_box(&html)))),
            "parse_bytes" => drop(black_box(parser.parse_bytes(black_box(&bytes)))),
            _ => drop(black_box(parser.parse(black_box(&html)))),
        }
    }
}
