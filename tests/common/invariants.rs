//! What holds of every article, whatever page it was read from. Called by the tests of hostile pages, of broken ones, of saved ones,
//! and by the fuzz targets. Not how well a page is read.

use serde_json::Value;
use zhengwen::{Article, Body, ErrorKind};

/// Says what does not hold of `article`. `based`: whether the page's address was known, so that no address may be relative.
pub fn broken(article: &Article, based: bool) -> Result<(), String> {
    let json = serde_json::to_string(article).map_err(|e| e.to_string())?;
    let again: Article = serde_json::from_str(&json).map_err(|e| e.to_string())?;
    if again != *article {
        return Err("JSON gives another article".into());
    }
    let value: Value = serde_json::from_str(&json).map_err(|e| e.to_string())?;
    strings(&value, based)?;
    lists(article)?;
    let meta = &article.metadata;
    if let (Some(published), Some(updated)) = (&meta.published, &meta.updated)
        && updated.value < published.value
    {
        return Err(format!("published {published:?}, updated {updated:?}"));
    }
    if !(0.0..=1.0).contains(&article.confidence) {
        return Err(format!("confidence {}", article.confidence));
    }
    body(&article.body)
}

/// What holds of every body: its renderings are text, and its HTML is read back to it.
pub fn body(body: &Body) -> Result<(), String> {
    let (text, html, markdown) = (body.text(), body.html(), body.markdown());
    for (name, out) in [("text", &text), ("HTML", &html), ("Markdown", &markdown)] {
        if let Some(c) = out
            .chars()
            .find(|c| is_hidden(*c) && !matches!(c, '\n' | '\t'))
        {
            return Err(format!("{c:?} in the {name}"));
        }
    }
    if !text.is_empty() && (html.is_empty() || markdown.is_empty()) {
        return Err("text that is not rendered".into());
    }
    match Body::parse(&html) {
        Ok(again) if again == *body => Ok(()),
        Ok(again) => Err(format!(
            "the body's HTML gives another body: {}",
            differ(body, &again)
        )),
        // It has as many nodes as blocks and inlines: more than a page may have only where limits were raised.
        Err(e) if matches!(e.kind(), ErrorKind::Limit { .. }) => Ok(()),
        Err(e) => Err(e.to_string()),
    }
}

/// Where two bodies part.
fn differ(before: &Body, after: &Body) -> String {
    let mut pairs = before.blocks.iter().zip(&after.blocks);
    match pairs.find(|(before, after)| before != after) {
        Some((before, after)) => {
            let short = |text: String| text.chars().take(2000).collect::<String>();
            format!(
                "{}\n/\n{}",
                short(format!("{before:?}")),
                short(format!("{after:?}"))
            )
        }
        None => format!(
            "{} blocks, then {}",
            before.blocks.len(),
            after.blocks.len()
        ),
    }
}

/// Lists have no empty entries and none twice.
fn lists(article: &Article) -> Result<(), String> {
    let meta = &article.metadata;
    let names = meta.credits.iter().map(|credit| ("credits", &credit.names));
    let lists = [
        ("authors", &meta.authors),
        ("editors", &meta.editors),
        ("tags", &meta.tags),
        ("keywords", &meta.keywords),
        ("breadcrumb", &meta.breadcrumb),
    ];
    for (field, list) in lists.into_iter().chain(names) {
        let mut seen = std::collections::HashSet::new();
        // A channel may have its parent's name.
        let mut list = list.iter();
        if let Some(value) = list.find(|value| field != "breadcrumb" && !seen.insert(*value)) {
            return Err(format!("{field}: {value:?} twice"));
        }
    }
    let labels = article
        .related
        .iter()
        .filter_map(|list| list.label.as_ref());
    if let Some(label) = labels.into_iter().find(|label| label.chars().count() > 80) {
        return Err(format!("a label of a list: {label}"));
    }
    let mut items = article.related.iter().flat_map(|list| &list.items);
    if let Some(item) = items.find(|item| item.title.chars().count() > 200) {
        return Err(format!("a headline: {}", item.title));
    }
    match article.related.iter().find(|list| list.items.is_empty()) {
        Some(list) => Err(format!("a list without items: {:?}", list.label)),
        None => Ok(()),
    }
}

/// Every string, by the key it stands under.
fn strings(value: &Value, based: bool) -> Result<(), String> {
    let mut open = vec![("", value)];
    while let Some((key, value)) = open.pop() {
        match value {
            Value::Array(items) => open.extend(items.iter().map(|item| (key, item))),
            Value::Object(map) => {
                let is_code = map.get("type").is_some_and(|kind| kind == "code");
                open.extend(map.iter().map(|(key, value)| match key.as_str() {
                    "text" if is_code => ("code", value),
                    key => (key, value),
                }));
            }
            Value::String(text) => string(key, text, based).map_err(|why| {
                let start: String = text.chars().take(120).collect();
                format!("{key}: {why}: {start:?}")
            })?,
            _ => {}
        }
    }
    Ok(())
}

fn string(key: &str, text: &str, based: bool) -> Result<(), String> {
    let lines = key == "code";
    if let Some(c) = text
        .chars()
        .find(|c| is_hidden(*c) && !(lines && matches!(c, '\n' | '\t')))
    {
        return Err(format!("{c:?}"));
    }
    match key {
        // Pieces of running text have spaces between them.
        "text" | "code" => Ok(()),
        "url" | "poster" | "image" | "lead_image" | "next_page" | "canonical_url" => {
            address(text, based)
        }
        _ if text.is_empty() => Err("empty".into()),
        _ if text.trim() != text => Err("white space around it".into()),
        _ => Ok(()),
    }
}

/// An address of the web, or a relative one where there was nothing to join it to.
fn address(url: &str, based: bool) -> Result<(), String> {
    if url.starts_with("http://") || url.starts_with("https://") {
        return Ok(());
    }
    if based {
        return Err("not absolute".into());
    }
    if url.is_empty() || url.contains(char::is_whitespace) {
        return Err("no address".into());
    }
    let head = &url[..url.find(['/', '?', '#']).unwrap_or(url.len())];
    match head.split_once(':') {
        // `1:2` is no scheme.
        Some((scheme, _)) if scheme.starts_with(|c: char| c.is_ascii_alphabetic()) => {
            Err("another scheme".into())
        }
        _ => Ok(()),
    }
}

/// What a terminal obeys or nobody sees: control characters, marks of direction, zero-width characters.
fn is_hidden(c: char) -> bool {
    c.is_control()
        || matches!(
            c,
            '\u{ad}' | '\u{61c}' | '\u{180e}' | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}'
                | '\u{2060}'..='\u{206f}' | '\u{feff}' | '\u{fff9}'..='\u{fffb}' | '\u{e0000}'..='\u{e007f}'
        )
}
