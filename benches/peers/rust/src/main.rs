//! Reads pages with the peers that are written in Rust: `peers NAME < LIST > RECORDS`.
//!
//! LIST has a line a page: key, file (UTF-8) and address, separated by tabs. A record is a line of JSON with what the peer gives.

use std::fs;
use std::io::{self, BufRead, Write};
use std::panic;

use dom_smoothie::{Config, Readability, TextMode};
use serde_json::{Value, json};

fn main() -> io::Result<()> {
    let name = std::env::args().nth(1).unwrap_or_default();
    let read = match name.as_str() {
        "dom_smoothie" => dom_smoothie,
        "legible" => legible,
        _ => return Err(io::Error::other("name a peer: dom_smoothie, legible")),
    };
    let mut out = io::stdout().lock();
    for line in io::stdin().lock().lines() {
        let line = line?;
        let mut cells = line.split('\t');
        let key = cells.next().unwrap_or_default();
        let html = fs::read_to_string(cells.next().unwrap_or_default())?;
        let url = cells.next().filter(|url| !url.is_empty());
        let record = panic::catch_unwind(|| read(&html, url));
        let mut record = record.unwrap_or_else(|_| json!({"error": "panic"}));
        record["page"] = key.into();
        writeln!(out, "{record}")?;
    }
    Ok(())
}

fn dom_smoothie(html: &str, url: Option<&str>) -> Value {
    let config = Config {
        text_mode: TextMode::Formatted,
        ..Config::default()
    };
    let article = Readability::new(html, url, Some(config)).and_then(|mut page| page.parse());
    match article {
        Ok(article) => json!({
            "title": article.title,
            "authors": article.byline.into_iter().collect::<Vec<_>>(),
            "published": article.published_time,
            "text": article.text_content.to_string(),
        }),
        Err(error) => json!({"error": error.to_string()}),
    }
}

fn legible(html: &str, url: Option<&str>) -> Value {
    match legible::parse(html, url, None) {
        // Its own text has no lines; the caller makes them of the HTML.
        Ok(article) => json!({
            "title": article.title,
            "authors": article.byline.into_iter().collect::<Vec<_>>(),
            "published": article.published_time,
            "html": article.content,
        }),
        Err(error) => json!({"error": error.to_string()}),
    }
}
