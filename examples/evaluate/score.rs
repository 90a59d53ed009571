//! How one page's record compares with its gold: the body and each field. Not means over pages.

use std::collections::{HashMap, HashSet};
use std::hash::Hash;
use std::sync::LazyLock;

use chrono::{Duration, NaiveDateTime};
use regex::Regex;
use serde_json::Value;
use unicode_normalization::UnicodeNormalization;

/// The fields scored beside the body, in the order shown.
pub const FIELDS: [&str; 10] = [
    "title",
    "published",
    "updated",
    "authors",
    "source",
    "editors",
    "tags",
    "breadcrumb",
    "images",
    "related",
];

/// How well a body was read.
#[derive(Debug, Clone, Copy)]
pub struct Body {
    pub precision: f64,
    pub recall: f64,
    pub f1: f64,
    /// F1 over whole lines.
    pub blocks: f64,
    /// Characters of the gold's body, white space aside.
    pub length: usize,
}

/// Compares bodies by their character 4-grams. Lines the gold marks optional count neither for nor against.
pub fn body(gold: &Value, got: &Value) -> Body {
    let optional: Vec<String> = strings(&gold["optional"]).map(norm).collect();
    let want: Vec<String> = strings(&gold["body"]).map(norm).collect();
    let lines = lines(got, &want, &optional);
    let whole = want.concat();
    let mut joined = lines.concat();
    for line in &optional {
        // An optional line glued to others.
        if line.chars().count() >= 6 && !whole.contains(line.as_str()) {
            joined = joined.replacen(line.as_str(), "", 1);
        }
    }
    let whole: Vec<char> = whole.chars().collect();
    let joined: Vec<char> = joined.chars().collect();
    let (precision, recall, f1) = multiset(grams(&whole), grams(&joined));
    let (_, _, blocks) = multiset(counts(&want), counts(&lines));
    Body {
        precision,
        recall,
        f1,
        blocks,
        length: whole.len(),
    }
}

/// The lines of a body as they are compared: without white space, empty lines and optional ones.
fn lines(got: &Value, want: &[String], optional: &[String]) -> Vec<String> {
    let lines = strings(&got["text"]).flat_map(|text| match got["text"].is_array() {
        true => vec![text],
        false => text.split('\n').collect(),
    });
    lines
        .map(norm)
        .filter(|line| !line.is_empty() && (!optional.contains(line) || want.contains(line)))
        .collect()
}

/// Lines that only the gold's body has, and lines that only the record's has.
pub fn differing_lines(gold: &Value, got: &Value) -> (Vec<String>, Vec<String>) {
    let optional: Vec<String> = strings(&gold["optional"]).map(norm).collect();
    let mut want: Vec<String> = strings(&gold["body"]).map(norm).collect();
    let mut lines = lines(got, &want, &optional);
    let wanted: HashSet<String> = want.iter().cloned().collect();
    let given: HashSet<String> = lines.iter().cloned().collect();
    want.retain(|line| !given.contains(line));
    lines.retain(|line| !wanted.contains(line));
    (want, lines)
}

/// Whether a field counts on this page: the gold says something about it, and one of the two has a value.
pub fn counted(name: &str, gold: &Value, got: &Value) -> bool {
    let Some(want) = gold.get(name) else {
        return false;
    };
    let given = filled(&got[name]);
    if name == "related" {
        return given || array(want).iter().any(|l| wanted(l) && filled(&l["items"]));
    }
    filled(want) || given
}

/// A field's score on one page, 0 to 1.
pub fn field(name: &str, gold: &Value, got: &Value) -> f64 {
    let (want, given) = (&gold[name], &got[name]);
    let text = |v: &Value| norm(v.as_str().unwrap_or_default());
    match name {
        "title" | "source" => f64::from(text(want) == text(given)),
        "published" | "updated" => f64::from(same_time(want.as_str(), given.as_str())),
        "images" => set_f1(
            strings(want).map(image_key).collect(),
            strings(given).map(image_key).collect(),
        ),
        "related" => related(want, given),
        _ => set_f1(
            strings(want).map(norm).collect(),
            strings(given).map(norm).filter(|s| !s.is_empty()).collect(),
        ),
    }
}

/// Names given as authors that the gold has as editors only.
pub fn editors_as_authors(gold: &Value, got: &Value) -> usize {
    let authors: HashSet<String> = strings(&gold["authors"]).map(norm).collect();
    let editors: HashSet<String> = strings(&gold["editors"]).map(norm).collect();
    let given: HashSet<String> = strings(&got["authors"]).map(norm).collect();
    given
        .iter()
        .filter(|name| editors.contains(*name) && !authors.contains(*name))
        .count()
}

/// Lists about the same matter or for this reader are wanted; hot and latest ones are allowed.
fn related(want: &Value, given: &Value) -> f64 {
    let key = |item: &Value| match item["url"].as_str() {
        Some(url) => url_key(url),
        None => norm(item["title"].as_str().unwrap_or_default()),
    };
    let urls = |list: &Value| -> Vec<String> { array(&list["items"]).iter().map(key).collect() };
    let lists = array(want);
    let required: HashSet<String> = lists.iter().filter(|l| wanted(l)).flat_map(&urls).collect();
    let allowed: HashSet<String> = lists.iter().flat_map(&urls).collect();
    let given = strings(given)
        .map(|given| match given.contains("//") {
            true => url_key(given),
            false => norm(given),
        })
        .filter(|url| required.contains(url) || !allowed.contains(url))
        .collect();
    set_f1(required, given)
}

fn wanted(list: &Value) -> bool {
    matches!(list["kind"].as_str(), Some("related" | "recommended"))
}

/// Compatibility forms folded, white space and zero-width characters dropped.
fn norm(text: &str) -> String {
    text.nfkc()
        .filter(|c| {
            !c.is_whitespace()
                && !matches!(c, '\u{1c}'..='\u{1f}' | '\u{200b}'..='\u{200d}' | '\u{feff}')
        })
        .collect()
}

fn f1(precision: f64, recall: f64) -> f64 {
    match precision + recall {
        0.0 => 0.0,
        sum => 2.0 * precision * recall / sum,
    }
}

fn set_f1(want: HashSet<String>, given: HashSet<String>) -> f64 {
    if want.is_empty() || given.is_empty() {
        return f64::from(want.is_empty() && given.is_empty());
    }
    let hit = want.intersection(&given).count() as f64;
    f1(hit / given.len() as f64, hit / want.len() as f64)
}

/// Precision, recall and F1 of two multisets.
fn multiset<T: Eq + Hash>(want: HashMap<T, usize>, given: HashMap<T, usize>) -> (f64, f64, f64) {
    if want.is_empty() || given.is_empty() {
        let all = f64::from(want.is_empty() && given.is_empty());
        return (all, all, all);
    }
    let hit: usize = want
        .iter()
        .map(|(key, n)| given.get(key).map_or(0, |m| *n.min(m)))
        .sum();
    let precision = hit as f64 / given.values().sum::<usize>() as f64;
    let recall = hit as f64 / want.values().sum::<usize>() as f64;
    (precision, recall, f1(precision, recall))
}

/// A text's 4-grams; a shorter text is one gram.
fn grams(text: &[char]) -> HashMap<&[char], usize> {
    counts(text.windows(text.len().clamp(1, 4)))
}

fn counts<T: Eq + Hash>(items: impl IntoIterator<Item = T>) -> HashMap<T, usize> {
    let mut counts = HashMap::new();
    for item in items {
        *counts.entry(item).or_insert(0) += 1;
    }
    counts
}

static TIME: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"^(\d{4}-\d\d-\d\dT\d\d:\d\d)(?::\d\d(?:\.\d+)?)?(?:(Z)|([+-])(\d\d):?(\d\d))?")
        .expect("a valid pattern")
});

/// Times agree to the minute; where the gold has only a day, the day must agree.
fn same_time(want: Option<&str>, given: Option<&str>) -> bool {
    let want = want.unwrap_or_default();
    let given = given
        .unwrap_or_default()
        .replace(' ', "T")
        .replace('/', "-");
    if want.is_empty() || given.is_empty() {
        return want.is_empty() && given.is_empty();
    }
    if want.len() <= 10 {
        let day = utc(&given).map(|t| (t + Duration::hours(8)).format("%Y-%m-%d").to_string());
        let shown: String = given.chars().take(10).collect();
        return shown == want || day.as_deref() == Some(want);
    }
    utc(&given).is_some_and(|time| utc(want) == Some(time))
}

/// An ISO 8601 time to the minute, in UTC; without a zone it is China's.
fn utc(text: &str) -> Option<NaiveDateTime> {
    let found = TIME.captures(text)?;
    let time = NaiveDateTime::parse_from_str(&found[1], "%Y-%m-%dT%H:%M").ok()?;
    let offset = match found.get(3) {
        Some(sign) => {
            let minutes = found[4].parse::<i64>().ok()? * 60 + found[5].parse::<i64>().ok()?;
            if sign.as_str() == "+" {
                minutes
            } else {
                -minutes
            }
        }
        None if found.get(2).is_some() => 0,
        None => 8 * 60,
    };
    Some(time - Duration::minutes(offset))
}

fn without_scheme(url: &str) -> &str {
    let url = url.trim();
    url.strip_prefix("https:")
        .or_else(|| url.strip_prefix("http:"))
        .unwrap_or(url)
}

fn url_key(url: &str) -> String {
    let url = without_scheme(url);
    let url = url.split('#').next().unwrap_or(url);
    // One address may be written with or without escapes.
    let url = percent_encoding::percent_decode_str(url).decode_utf8_lossy();
    url.trim_end_matches('/').to_string()
}

fn image_key(url: &str) -> String {
    let url = without_scheme(url);
    url.split('?').next().unwrap_or(url).to_string()
}

/// A string or a list of strings (of objects, their `url`) as strings.
fn strings(value: &Value) -> impl Iterator<Item = &str> {
    let one = value.as_str();
    let many = array(value).iter();
    let many = many.filter_map(|v| v.as_str().or_else(|| v["url"].as_str()));
    one.into_iter().chain(many)
}

fn array(value: &Value) -> &[Value] {
    value.as_array().map_or(&[], Vec::as_slice)
}

fn filled(value: &Value) -> bool {
    match value {
        Value::Null => false,
        Value::String(s) => !s.is_empty(),
        Value::Array(a) => !a.is_empty(),
        _ => true,
    }
}
