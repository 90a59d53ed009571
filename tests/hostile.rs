//! Hostile pages: each is read in bounded time, on a small stack, to an article or a typed error. The pages stand in `hostile/pages.rs`.

#[path = "hostile/pages.rs"]
mod pages;

use std::time::{Duration, Instant};

use pages::PAGES;
use zhengwen::{Article, Error, ErrorKind, Parser, Rule, RuleSet};

/// What one page may take. Debug builds are several times slower.
const BUDGET: Duration = Duration::from_millis(if cfg!(debug_assertions) { 2500 } else { 500 });

/// A parser with a rule that looks for state, labels and elements on every page.
fn parser() -> Parser {
    let rule = Rule::from_toml(
        r#"
        name = "橙橘网"
        hosts = ["chengju.example"]
        evidence = "reported"
        [[template]]
        when = "body"
        title = [{ state = "DATA/title" }, { state = "window.DATA/title" }, { ld = "none" }]
        source = [{ state = "DATA/source" }, { label = "来源", within = "p" }]
        authors = [{ state = "DATA/*/name" }, { css = ".none" }]
        published = [{ state = "DATA/time" }, { css = "time" }]
        body = [{ state = "DATA/body" }, { css = ".none" }]
        related = [{ list = "li" }]
        "#,
    )
    .unwrap();
    Parser::new()
        .rules(RuleSet::builtin().with(rule))
        .url("https://chengju.example/2024/0510/1.html")
}

fn read(parser: &Parser, html: &str) -> Result<Article, Error> {
    let article = parser.parse_bytes(html.as_bytes())?;
    // Renderers and serde count too.
    let body = &article.body;
    let sizes = [body.text().len(), body.html().len(), body.markdown().len()];
    assert!(
        sizes.iter().all(|s| *s <= html.len() * 12 + 10_000),
        "output {sizes:?} of {}",
        html.len()
    );
    let json = serde_json::to_string(&article).unwrap();
    let again: Article = serde_json::from_str(&json).unwrap();
    assert!(again == article);
    Ok(article)
}

fn took(parser: &Parser, html: &str) -> (Duration, Result<Article, Error>) {
    let start = Instant::now();
    let result = read(parser, html);
    (start.elapsed(), result)
}

#[test]
fn every_hostile_page_is_read_in_time() {
    let only = std::env::var("HOSTILE").unwrap_or_default();
    let show = std::env::var_os("HOSTILE_SHOW").is_some();
    let mut slow = Vec::new();
    for page in PAGES.iter().filter(|p| p.name.contains(&only)) {
        let html = (page.build)(page.size);
        for (which, parser) in [("generic", Parser::new()), ("rule", parser())] {
            let (mut time, result) = took(&parser, &html);
            if time > BUDGET {
                // A busy machine, perhaps.
                time = time.min(took(&parser, &html).0);
            }
            let outcome = match &result {
                Ok(article) => format!("{:?}, {} blocks", article.kind, article.body.blocks.len()),
                Err(e) => {
                    assert!(
                        matches!(e.kind(), ErrorKind::Empty | ErrorKind::Limit { .. }),
                        "{}: {e}",
                        page.name
                    );
                    e.to_string()
                }
            };
            let line = format!("{time:>10.1?} {} ({which}): {outcome}", page.name);
            if show {
                println!("{line}");
            }
            if time > BUDGET {
                slow.push(line);
            }
        }
    }
    assert!(
        slow.is_empty(),
        "slower than {BUDGET:?}:\n{}",
        slow.join("\n")
    );
}
