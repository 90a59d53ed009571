//! A rule must earn its keep: read with the generic extractor off, on its fixtures and (where `ZHENGWEN_CORPUS` names a folder) on saved
//! pages of its hosts, it gives title and body; no step is dead on all pages it was checked on; no page is read worse than without it.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use serde_json::{Value, json};
use zhengwen::{Article, Field, Origin, PageKind, Parser, Refusal, RuleSet, StepId, Trace};

#[allow(dead_code)]
#[path = "../examples/evaluate/score.rs"]
mod score;

struct Page {
    key: String,
    url: String,
    bytes: Vec<u8>,
    gold: Option<Value>,
}

/// Fixtures and their addresses.
fn fixtures() -> Vec<Page> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures");
    let mut pages = Vec::new();
    let mut folders = vec![root.clone()];
    while let Some(folder) = folders.pop() {
        for path in fs::read_dir(folder).unwrap().map(|e| e.unwrap().path()) {
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|e| e == "html") {
                pages.push(Page {
                    key: path.strip_prefix(&root).unwrap().display().to_string(),
                    url: fs::read_to_string(path.with_extension("url")).unwrap_or_default(),
                    bytes: fs::read(&path).unwrap(),
                    gold: None,
                });
            }
        }
    }
    pages.sort_by(|a, b| a.key.cmp(&b.key));
    pages
}

/// Saved pages with their gold.
fn corpus() -> Vec<Page> {
    let folder = std::env::var_os("ZHENGWEN_CORPUS").filter(|f| !f.is_empty());
    let folder = folder.expect("set ZHENGWEN_CORPUS to a folder of saved pages");
    saved(Path::new(&folder))
}

/// The pages of a folder, with their gold where there is some.
fn saved(folder: &Path) -> Vec<Page> {
    let list = fs::read_to_string(folder.join("manifest.tsv")).unwrap();
    let lines = list.lines().filter(|line| !line.trim().is_empty());
    let pages = lines.map(|line| {
        let mut cells = line.split('\t');
        let key = cells.next().unwrap_or_default().to_string();
        let gold = folder
            .join("gold")
            .join(format!("{}.json", key.replace('/', "__")));
        Page {
            url: cells.next().unwrap_or_default().trim().to_string(),
            bytes: fs::read(folder.join("pages").join(&key)).unwrap(),
            gold: fs::read_to_string(gold)
                .ok()
                .map(|text| serde_json::from_str(&text).unwrap()),
            key,
        }
    });
    pages.collect()
}

fn read(parser: &Parser, page: &Page) -> Option<(Article, Trace)> {
    parser
        .clone()
        .url(page.url.trim())
        .parse_bytes_traced(&page.bytes)
        .ok()
}

/// What is wrong with a page read by its rule alone; `None` too where no rule has a template for it.
fn alone(page: &Page) -> Option<String> {
    let (article, trace) = read(&Parser::new().generic(false), page)?;
    let rule = trace.rule.as_ref()?;
    let (whole, _) = read(&Parser::new(), page)?;
    if whole.kind != PageKind::Article || whole.body.is_empty() {
        return None;
    }
    // What a rule does not name it need not find: a system's rule may know the metas only.
    let names = |field: Field| {
        let of = trace.fields.iter().filter(|f| f.field == field);
        of.flat_map(|f| f.winner.iter().chain(&f.lost))
            .any(|c| matches!(c.origin, Origin::Rule(_)))
    };
    let missing: Vec<&str> = [
        (Field::Title, article.metadata.title.is_none()),
        (Field::Body, article.body.is_empty()),
    ]
    .into_iter()
    .filter_map(|(field, missing)| (missing && names(field)).then_some(field.as_str()))
    .collect();
    (!missing.is_empty()).then(|| {
        format!(
            "{}: {}, template {}, finds no {}",
            page.key,
            rule.name,
            rule.template,
            missing.join(", no ")
        )
    })
}

fn none(complaints: Vec<String>) {
    assert!(
        complaints.is_empty(),
        "{} pages:\n{}",
        complaints.len(),
        complaints.join("\n")
    );
}

#[test]
fn fixtures_are_read_by_their_rule_alone() {
    none(fixtures().iter().filter_map(alone).collect());
}

#[test]
#[ignore = "needs ZHENGWEN_CORPUS, a folder of saved pages"]
fn saved_pages_are_read_by_their_rule_alone() {
    let gold = corpus().into_iter().filter(|page| page.gold.is_some());
    none(gold.filter_map(|page| alone(&page)).collect());
}

/// Pages without gold of sites whose rules rest on reported facts: a rule whose layout is used there finds title and body.
#[test]
#[ignore = "needs saved pages: set ZHENGWEN_REPORTED"]
fn pages_of_reported_rules_are_read_by_them_alone() {
    let Some(folder) = std::env::var_os("ZHENGWEN_REPORTED").filter(|f| !f.is_empty()) else {
        return;
    };
    let pages = saved(Path::new(&folder));
    none(pages.iter().filter_map(alone).collect());
}

/// Fields in which a page with a rule may not be worse than without.
const FIELDS: [&str; 4] = ["title", "published", "source", "authors"];
/// Of the body's F1, how much is chance: a credit line more or less.
const SLACK: f64 = 0.02;

#[test]
#[ignore = "needs ZHENGWEN_CORPUS, a folder of saved pages"]
fn no_page_is_read_worse_with_its_rule() {
    let with = Parser::new();
    let without = Parser::new().rules(RuleSet::empty());
    let mut complaints = Vec::new();
    for page in corpus() {
        let Some(gold) = &page.gold else { continue };
        let Some((article, trace)) = read(&with, &page) else {
            continue;
        };
        let Some(rule) = trace.rule else { continue };
        let Some((general, _)) = read(&without, &page) else {
            continue;
        };
        let (article, general) = (record(&article), record(&general));
        let mut worse = Vec::new();
        let (own, other) = (
            score::body(gold, &article).f1,
            score::body(gold, &general).f1,
        );
        if own < other - SLACK {
            worse.push(format!("body {own:.3} instead of {other:.3}"));
        }
        for field in FIELDS {
            if score::counted(field, gold, &article) || score::counted(field, gold, &general) {
                let (own, other) = (
                    score::field(field, gold, &article),
                    score::field(field, gold, &general),
                );
                if own < other {
                    worse.push(format!(
                        "{field} {} instead of {}",
                        article[field], general[field]
                    ));
                }
            }
        }
        if !worse.is_empty() {
            complaints.push(format!("{}: {}: {}", page.key, rule.name, worse.join("; ")));
        }
    }
    none(complaints);
}

fn record(article: &Article) -> Value {
    let m = &article.metadata;
    json!({
        "title": m.title,
        "authors": m.authors,
        "source": m.source.as_ref().map(|s| &s.name),
        "published": m.published.as_ref().map(|t| t.value.to_rfc3339()),
        "text": article.body.text(),
    })
}

#[test]
#[ignore = "needs ZHENGWEN_CORPUS, a folder of saved pages"]
fn no_step_is_dead_on_all_pages_it_was_checked_on() {
    let parser = Parser::new();
    // Rules that rest on facts alone have steps for layouts no page at hand has.
    let checked: BTreeSet<String> = RuleSet::builtin()
        .iter()
        .filter(|rule| !rule.checked().is_empty())
        .map(|rule| rule.name().to_string())
        .collect();
    // Steps that found something, and those that found nothing, by rule and template.
    let mut alive: BTreeMap<(String, usize), BTreeSet<StepId>> = BTreeMap::new();
    let mut dead: BTreeMap<(String, usize), BTreeSet<StepId>> = BTreeMap::new();
    for page in corpus().into_iter().chain(fixtures()) {
        let Some((_, trace)) = read(&parser, &page) else {
            continue;
        };
        let Some(rule) = trace.rule else { continue };
        if !checked.contains(&rule.name) {
            continue;
        }
        let key = (rule.name, rule.template);
        for field in &trace.fields {
            let lost = field
                .lost
                .iter()
                .map(|c| (c, c.reason == Some(Refusal::MatchedNothing)));
            for (candidate, nothing) in field.winner.iter().map(|c| (c, false)).chain(lost) {
                if let Origin::Rule(step) = &candidate.origin
                    && !step.old
                {
                    let side = if nothing { &mut dead } else { &mut alive };
                    side.entry(key.clone()).or_default().insert(step.clone());
                }
            }
        }
    }
    let mut complaints = Vec::new();
    for (key, mut steps) in dead {
        for step in alive.get(&key).into_iter().flatten() {
            steps.remove(step);
        }
        for step in steps {
            complaints.push(format!("{}, template {}: {step}", key.0, key.1));
        }
    }
    none(complaints);
}
