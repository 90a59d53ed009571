//! Every fixture, read and shown as a person would want to read it: the fields, title first, each with where it came from, so that a
//! dead step of a rule shows in the diff; the body as Markdown; what was cut from it; the lists beside it. A test case a fixture.
//!
//! One fixture: `cargo test --test sites -- sina`. After a change: `INSTA_UPDATE=always cargo test --test sites`, then read the diff of
//! `tests/snapshots`.

mod common;

use std::fmt::Write;
use std::fs;
use std::path::Path;
use std::process::ExitCode;

use libtest_mimic::{Arguments, Trial};
use zhengwen::{Article, Field, FieldValue, Parser, RelatedList, Time, Trace, decode};

use common::pages;

fn main() -> ExitCode {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures");
    let pages = pages(&root);
    assert!(pages.len() >= 30, "fixtures are missing: {}", pages.len());
    let cases = pages.into_iter().map(|page| {
        let name = page.strip_prefix(&root).unwrap().with_extension("");
        let name = name.to_string_lossy().replace(['/', '\\'], "__");
        let case = name.clone();
        Trial::test(case, move || {
            let mut settings = insta::Settings::clone_current();
            settings.set_prepend_module_to_snapshot(false);
            settings.set_omit_expression(true);
            settings.set_snapshot_path("snapshots");
            let shown = check(&page);
            settings.bind(|| insta::assert_snapshot!(name.as_str(), shown));
            Ok(())
        })
    });
    libtest_mimic::run(&Arguments::from_args(), cases.collect()).exit_code()
}

/// Reads one fixture in every way there is; returns what it says.
fn check(page: &Path) -> String {
    let bytes = fs::read(page).unwrap();
    let url = fs::read_to_string(page.with_extension("url")).unwrap_or_default();
    let parser = Parser::new().url(url.trim());
    let (article, trace) = parser.parse_bytes_traced(&bytes).unwrap();
    let again = parser.parse(&decode(&bytes, None).text).unwrap();
    assert_eq!(article, again, "decoded text and bytes read differently");
    let json = serde_json::to_string(&article).unwrap();
    assert_eq!(
        article,
        serde_json::from_str(&json).unwrap(),
        "JSON does not come back the same"
    );
    let text = article.body.text();
    for form in [article.body.markdown(), article.body.html()] {
        assert!(text.is_empty() || !form.is_empty());
    }
    show(&article, &trace)
}

fn show(article: &Article, trace: &Trace) -> String {
    let mut out = String::new();
    let rule = trace.rule.as_ref().map_or("none".to_string(), |r| {
        format!("{} ({}), template {}", r.name, r.by, r.template)
    });
    let _ = writeln!(out, "rule: {rule}\nkind: {}", article.kind);
    let apart = [Field::Kind, Field::Body, Field::Related];
    for &field in Field::ALL.iter().filter(|field| !apart.contains(field)) {
        if let Some(value) = article.field(field) {
            let _ = writeln!(out, "{field}: {}{}", shown(value), from(trace, field));
        }
    }
    for credit in &article.metadata.credits {
        let _ = writeln!(out, "{}: {}", credit.role, credit.names.join(" | "));
    }
    if let Some(script) = article.metadata.script {
        let _ = writeln!(out, "script: {script}");
    }
    let _ = writeln!(out, "\n## body{}\n", from(trace, Field::Body));
    let _ = writeln!(out, "{}", article.body.markdown().trim_end());
    let cut: Vec<_> = trace
        .removed
        .iter()
        .filter(|cut| !cut.text.is_empty())
        .collect();
    if !cut.is_empty() {
        let _ = writeln!(out, "\n## cut\n");
    }
    for cut in cut {
        let _ = writeln!(out, "- {}: {}", cut.reason, cut.text.replace('\n', " | "));
    }
    article
        .related
        .iter()
        .for_each(|list| related(list, &mut out));
    out
}

/// A field's value on one line.
fn shown(value: FieldValue<'_>) -> String {
    match value {
        FieldValue::Text(text) => text.to_string(),
        FieldValue::List(values) => values.join(" | "),
        FieldValue::Time(time) => moment(time),
        FieldValue::Source(source) => {
            let url = source.url.as_deref().unwrap_or_default();
            format!("{} {url}", source.name).trim_end().to_string()
        }
        FieldValue::Access(access) => access.to_string(),
        value => format!("{value:?}"),
    }
}

/// A moment, how exact it is, and what the page wrote.
fn moment(time: &Time) -> String {
    format!(
        "{} to the {} ({})",
        time.value.to_rfc3339(),
        time.precision,
        time.raw
    )
}

/// Where a field's value came from.
fn from(trace: &Trace, field: Field) -> String {
    let record = trace.fields.iter().find(|record| record.field == field);
    let winner = record.and_then(|record| record.winner.as_ref());
    winner.map_or(String::new(), |w| format!("  <- {}", w.origin))
}

fn related(list: &RelatedList, out: &mut String) {
    let label = list.label.as_deref().unwrap_or("-");
    let _ = writeln!(out, "\n## {} {label}\n", list.kind);
    for item in &list.items {
        let url = item.url.as_deref().unwrap_or("-");
        let _ = writeln!(out, "- {} <{url}>", item.title);
        if let Some(time) = &item.published {
            let _ = writeln!(out, "  {}", moment(time));
        }
        for more in [&item.summary, &item.image].into_iter().flatten() {
            let _ = writeln!(out, "  {more}");
        }
    }
}
