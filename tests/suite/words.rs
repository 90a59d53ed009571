//! One word, one place: no Chinese word stands in two files of `src/`, and those that pages are read by are written in one script.
//!
//! A word that a second file asks for gets a facet in its line of `src/grammar/lexicon/table.rs`, and both files ask for facets.
//! Messages to users are no words of pages: the files that hold them are named below, each with what it holds.
//!
//! So with words of classes and ids: they stand in `src/grammar/hints/table.rs`, and no other file looks at classes.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use crate::common::sources;

#[path = "../../src/grammar/fold/mod.rs"]
#[allow(dead_code, reason = "only one script is asked for")]
mod fold;

/// Files whose words are for readers of what the crate says, not for reading pages.
const MESSAGES: &[(&str, &str)] = &[
    ("reason.rs", "names of reasons, for the trace"),
    (
        "article/field.rs",
        "names of fields, for the trace and the command",
    ),
    ("rule/", "mistakes in rule files, told to who wrote them"),
    ("body/plain.rs", "stands for a film in plain text"),
    (
        "bin/",
        "what the command says, and what it keeps of pages in fixtures: it uses the crate from outside",
    ),
];

/// Words in two files for a reason.
const ALLOWED: &[(&str, &str)] = &[
    ("发布日期", LINES),
    ("发布时间", LINES),
    ("发表时间", LINES),
];
const LINES: &str =
    "page/lines.rs cuts a text into lines before anything is read, and asks no grammar";

/// Longest text that is a word and not a sentence, in characters.
const WORD_MAX: usize = 8;

/// The strings of a source file, without its comments and tests.
fn strings(code: &str) -> Vec<String> {
    let code = code.split("#[cfg(test)]\nmod tests {").next().unwrap();
    let mut out = Vec::new();
    let mut rest = code;
    while let Some(at) = rest.find(['"', '/', '\'']) {
        let (start, behind) = (&rest[at..], &rest[at + 1..]);
        if start.starts_with("//") {
            rest = start.split_once('\n').map_or("", |(_, rest)| rest);
        } else if start.starts_with("'\"'") || start.starts_with("'\\") {
            // A quotation mark, or an escape, as a character.
            rest = &start[3..];
        } else if start.starts_with('"') {
            let mut end = 0;
            let bytes = behind.as_bytes();
            while end < bytes.len() && bytes[end] != b'"' {
                end += 1 + usize::from(bytes[end] == b'\\');
            }
            out.push(behind[..end].to_string());
            rest = &behind[end + 1..];
        } else {
            rest = behind;
        }
    }
    out
}

fn is_han(c: char) -> bool {
    ('\u{3400}'..='\u{9fff}').contains(&c)
}

/// Every word and the files of `src/` it stands in.
fn words() -> BTreeMap<String, Vec<String>> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut files = Vec::new();
    sources(&root, &mut files);
    let mut out: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for path in files {
        let name = path
            .strip_prefix(&root)
            .unwrap()
            .to_str()
            .unwrap()
            .replace('\\', "/");
        if name.contains("tests") || MESSAGES.iter().any(|(start, _)| name.starts_with(start)) {
            continue;
        }
        for text in strings(&fs::read_to_string(&path).unwrap()) {
            for word in text.split(['|', '\\']).flat_map(str::split_whitespace) {
                let han = word.chars().filter(|&c| is_han(c)).count();
                if han >= 2 && word.chars().count() <= WORD_MAX {
                    let files = out.entry(word.to_string()).or_default();
                    if files.last() != Some(&name) {
                        files.push(name.clone());
                    }
                }
            }
        }
    }
    out
}

#[test]
fn no_word_stands_in_two_files() {
    let words = words();
    assert!(words.len() > 2000, "only {} words were found", words.len());
    let mut wrong = Vec::new();
    for (word, files) in words.iter().filter(|(_, files)| files.len() > 1) {
        if !ALLOWED.iter().any(|(allowed, _)| allowed == word) {
            wrong.push(format!("{word}: {}", files.join(", ")));
        }
    }
    assert!(
        wrong.is_empty(),
        "words that stand in two files: give each a facet in its line of src/grammar/lexicon/table.rs, \
         name the facet in facet.rs, and ask it in both files\n{}",
        wrong.join("\n")
    );
    for (word, reason) in ALLOWED {
        let files = words.get(*word).map_or(0, Vec::len);
        assert!(
            files > 1,
            "{word} stands in one file now: allowed no longer ({reason})"
        );
    }
}

#[test]
fn words_are_written_in_one_script() {
    for (word, files) in words() {
        let simplified: String = word.chars().map(fold::simplified).collect();
        // `page` asks no grammar, and compares texts as they are.
        let exact = files.iter().all(|file| file.starts_with("page/"));
        // Characters, not words.
        let set =
            word.contains('（') || files.iter().all(|file| CHARACTERS.contains(&file.as_str()));
        assert!(
            simplified == word || exact || set,
            "{word} in {}: written as {simplified} in the lexicon it is found in both scripts",
            files.join(", ")
        );
    }
}

/// Files with strings of characters that are asked one by one.
const CHARACTERS: &[&str] = &[
    "grammar/fold/pairs.rs",
    "grammar/time/absolute.rs",
    "grammar/time/clock.rs",
    "grammar/time/look.rs",
    "grammar/time/relative.rs",
    "grammar/byline/mod.rs",
    "grammar/fold/mod.rs",
];

/// The words of the table of hints, by the strings that open its rows.
fn class_words() -> Vec<String> {
    let table = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/grammar/hints/table.rs");
    let code = fs::read_to_string(table).unwrap();
    let rows = code
        .lines()
        .filter_map(|line| line.trim_start().strip_prefix("(\""));
    rows.map(|row| row.split('"').next().unwrap().to_string())
        .collect()
}

/// Files that read pages: name and code without tests.
fn readers() -> Vec<(String, String)> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut files = Vec::new();
    for room in ["field", "content", "grammar"] {
        sources(&root.join(room), &mut files);
    }
    let named = files.iter().map(|path| {
        let name = path.strip_prefix(&root).unwrap().to_str().unwrap();
        let code = fs::read_to_string(path).unwrap();
        let code = code.split("#[cfg(test)]\nmod tests {").next().unwrap();
        (name.replace('\\', "/"), code.to_string())
    });
    named.filter(|(name, _)| !name.contains("tests")).collect()
}

/// Files that look at classes and ids and know no word of them.
const CLASSES_READ: &[(&str, &str)] = &[
    ("content/hint.rs", "asks the table of hints"),
    (
        "content/roots/head.rs",
        "whether two elements have one class",
    ),
    ("content/values.rs", "whether two elements have one class"),
    ("field/tags/shown.rs", "whether two elements have one class"),
    ("grammar/time/compact.rs", "words before numbers, in texts"),
];

/// Files with words of classes that are something else there.
const NO_CLASSES: &[(&str, &str)] = &[
    ("content/forms.rs", ATTRIBUTES),
    ("content/hint.rs", PROPERTIES),
    ("content/images/furniture.rs", ADDRESSES),
    ("content/labelled.rs", ATTRIBUTES),
    ("content/lead.rs", ATTRIBUTES),
    ("content/location.rs", PROPERTIES),
    ("content/players.rs", ATTRIBUTES),
    ("content/story.rs", PROPERTIES),
    ("field/adjacent.rs", ADDRESSES),
    ("field/breadcrumb/badges.rs", ADDRESSES),
    ("field/credits/author_names.rs", PROPERTIES),
    ("field/credits/authors.rs", PROPERTIES),
    ("field/credits/source.rs", PROPERTIES),
    ("field/credits/unlabelled.rs", TEXTS),
    ("field/kind/facts.rs", PROPERTIES),
    ("field/next_page.rs", ATTRIBUTES),
    ("field/published.rs", PROPERTIES),
    ("field/related/items.rs", ATTRIBUTES),
    ("field/related/neighbours.rs", ATTRIBUTES),
    ("field/site.rs", PROPERTIES),
    ("field/tags/found.rs", PROPERTIES),
    ("field/tags/mod.rs", PROPERTIES),
    ("field/tags/shown.rs", ATTRIBUTES),
    ("field/title/mod.rs", PROPERTIES),
    ("grammar/address.rs", ADDRESSES),
    ("grammar/lexicon/table.rs", TEXTS),
    ("grammar/page_kind.rs", ADDRESSES),
    ("grammar/time/script.rs", PROPERTIES),
    ("grammar/trail.rs", TEXTS),
];
const PROPERTIES: &str = "names of metas, of JSON-LD's and a state's keys";
const ADDRESSES: &str = "parts of addresses";
const ATTRIBUTES: &str = "names of attributes and what they may be";
const TEXTS: &str = "words that readers see";

#[test]
fn no_class_word_stands_in_two_files() {
    let words = class_words();
    assert!(words.len() > 200, "only {} words were found", words.len());
    let mut wrong = Vec::new();
    let mut allowed: Vec<&str> = NO_CLASSES.iter().map(|(file, _)| *file).collect();
    for (name, code) in readers() {
        if name == "grammar/hints/table.rs" {
            continue;
        }
        let asks = code.contains("\"class\"") || code.contains("\"id\"");
        if asks && !CLASSES_READ.iter().any(|(file, _)| *file == name) {
            wrong.push(format!("{name} looks at classes or ids itself"));
        }
        let found = strings(&code);
        let mut found = found
            .iter()
            .filter(|text| words.iter().any(|word| text.eq_ignore_ascii_case(word)));
        if NO_CLASSES.iter().any(|(file, _)| *file == name) {
            if found.next().is_some() {
                allowed.retain(|file| *file != name);
            }
            continue;
        }
        wrong.extend(found.map(|text| format!("{name}: {text}")));
    }
    assert!(
        wrong.is_empty(),
        "what a class means stands in src/grammar/hints/table.rs, a row each: ask `content::hint`\n{}",
        wrong.join("\n")
    );
    assert!(
        allowed.is_empty(),
        "no class word stands in {allowed:?} any more: allowed no longer"
    );
}
