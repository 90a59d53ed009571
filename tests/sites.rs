//! Every fixture, read and shown: a snapshot of its fields with where each came from, so that a dead step of a rule shows in the diff.
//!
//! After a change: `INSTA_UPDATE=always cargo test --test sites`, then read the diff of `tests/snapshots`.

use std::fmt::Write;
use std::fs;
use std::path::{Path, PathBuf};

use zhengwen::{Article, Block, Field, Parser, Trace, decode};

#[test]
fn fixtures() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures");
    let pages = pages(&root);
    assert!(pages.len() >= 30, "fixtures are missing: {}", pages.len());
    let mut settings = insta::Settings::clone_current();
    settings.set_prepend_module_to_snapshot(false);
    settings.set_omit_expression(true);
    settings.set_snapshot_path("snapshots");
    let mut failed = Vec::new();
    for page in pages {
        let name = page.strip_prefix(&root).unwrap().with_extension("");
        let name = name.to_string_lossy().replace(['/', '\\'], "__");
        let check = std::panic::catch_unwind(std::panic::AssertUnwindSafe(|| {
            let shown = check(&page);
            settings.bind(|| insta::assert_snapshot!(name.as_str(), shown));
        }));
        if check.is_err() {
            failed.push(name);
        }
    }
    assert!(
        failed.is_empty(),
        "{} fixtures changed or failed: {}",
        failed.len(),
        failed.join(", ")
    );
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
    let value = serde_json::to_value(&article.metadata).unwrap();
    for (field, value) in value.as_object().unwrap() {
        let empty = value.is_null() || value.as_array().is_some_and(Vec::is_empty);
        let from = trace
            .fields
            .iter()
            .find(|f| f.field.as_str() == field)
            .and_then(|f| f.winner.as_ref())
            .map_or(String::new(), |w| format!("  <- {}", w.origin));
        if !empty {
            let _ = writeln!(out, "{field}: {value}{from}");
        }
    }
    if let Some(next) = &article.next_page {
        let _ = writeln!(out, "next_page: {next}");
    }
    let from = trace
        .fields
        .iter()
        .find(|f| f.field == Field::Body)
        .and_then(|f| f.winner.as_ref());
    let _ = writeln!(
        out,
        "body: {}",
        from.map_or(String::new(), |w| format!("<- {}", w.origin))
    );
    for block in &article.body.blocks {
        let _ = writeln!(out, "  {}", line(block));
    }
    for removed in &trace.removed {
        if !removed.text.is_empty() {
            let text: String = removed.text.replace('\n', " | ").chars().take(40).collect();
            let _ = writeln!(out, "  - {}: {text}", removed.reason);
        }
    }
    for list in &article.related {
        let _ = writeln!(
            out,
            "related: {:?} {}",
            list.kind,
            list.label.as_deref().unwrap_or("-")
        );
        for item in &list.items {
            let when = item
                .published
                .as_ref()
                .map_or(String::new(), |t| format!(" [{}]", t.raw));
            let more = if item.summary.is_some() {
                " +summary"
            } else {
                ""
            };
            let image = if item.image.is_some() { " +image" } else { "" };
            let _ = writeln!(
                out,
                "  {}{when}{more}{image} {}",
                item.title,
                item.url.as_deref().unwrap_or("-")
            );
        }
    }
    out
}

fn line(block: &Block) -> String {
    let text = zhengwen::Body::new(vec![block.clone()]).text();
    let start: String = text.replace('\n', " | ").chars().take(36).collect();
    match block {
        Block::Paragraph(_) => format!("p {start}"),
        Block::Heading(h) => format!("h{} {start}", h.level),
        Block::Image(i) => format!(
            "img {}{}",
            i.url,
            i.caption
                .as_ref()
                .map_or(String::new(), |c| format!(" [{c}]"))
        ),
        Block::List(_) => format!("list {start}"),
        Block::Quote(_) => format!("quote {start}"),
        Block::Table(t) => format!("table {} rows: {start}", t.rows.len()),
        Block::Video(v) => format!("video {}", v.url.as_deref().unwrap_or("-")),
        Block::Code(_) => format!("code {start}"),
        _ => "---".to_string(),
    }
}

fn pages(root: &Path) -> Vec<PathBuf> {
    let mut out = Vec::new();
    let mut folders = vec![root.to_path_buf()];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
            let path = entry.path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|e| e == "html") {
                out.push(path);
            }
        }
    }
    out.sort();
    out
}
