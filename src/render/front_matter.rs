//! An article's metadata as YAML front matter. Not the text below it.

use crate::article::{Article, Precision, Script, Time};
use crate::render::shared::safe_url;

/// `---`, one line a field, `---`. Keys are those of the JSON, but for `url` and `lang`; fields without a value are left out.
pub(super) fn render(article: &Article) -> String {
    let meta = &article.metadata;
    let mut out = String::from("---");
    let mut line = |key: &str, value: Option<String>| {
        if let Some(value) = value {
            out.extend(["\n", key, ": ", &value]);
        }
    };
    let text = |text: &Option<String>| text.as_deref().map(quoted);
    let url = |url: &Option<String>| url.as_deref().filter(|url| safe_url(url)).map(quoted);
    line("title", text(&meta.title));
    line("subtitle", text(&meta.subtitle));
    line("summary", text(&meta.summary));
    line("authors", list(&meta.authors));
    line("source", meta.source.as_ref().map(|s| quoted(&s.name)));
    line("editors", list(&meta.editors));
    line("published", meta.published.as_ref().map(time));
    line("updated", meta.updated.as_ref().map(time));
    line("tags", list(&meta.tags));
    line("keywords", list(&meta.keywords));
    line("breadcrumb", list(&meta.breadcrumb));
    line("site_name", text(&meta.site_name));
    line("url", url(&meta.canonical_url));
    line("lead_image", url(&meta.lead_image));
    line("lang", meta.script.and_then(language).map(String::from));
    out.push_str("\n---");
    out
}

/// The language tag of a text in this script.
pub(super) fn language(script: Script) -> Option<&'static str> {
    match script {
        Script::Hans => Some("zh-Hans"),
        Script::Hant => Some("zh-Hant"),
        Script::Other => None,
    }
}

/// RFC 3339; a date alone where no more is known.
pub(super) fn time(time: &Time) -> String {
    match time.precision {
        Precision::Day => time.value.format("%Y-%m-%d").to_string(),
        _ => time.value.to_rfc3339(),
    }
}

fn list(items: &[String]) -> Option<String> {
    let items: Vec<_> = items.iter().map(|item| quoted(item)).collect();
    (!items.is_empty()).then(|| format!("[{}]", items.join(", ")))
}

/// A double-quoted scalar: the one form in which no text means anything else (`yes`, `12:30`, `- a`, `# b`).
fn quoted(text: &str) -> String {
    use std::fmt::Write as _;
    let mut out = String::with_capacity(text.len() + 2);
    out.push('"');
    for c in text.chars() {
        match c {
            '"' | '\\' => out.extend(['\\', c]),
            '\n' => out.push_str("\\n"),
            '\t' => out.push_str("\\t"),
            // What YAML counts as no printable character, or as a line break in its older version.
            c if c.is_control()
                || matches!(
                    c,
                    '\u{2028}' | '\u{2029}' | '\u{feff}' | '\u{fffe}' | '\u{ffff}'
                ) =>
            {
                let _ = write!(out, "\\u{:04x}", c as u32);
            }
            c => out.push(c),
        }
    }
    out.push('"');
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_is_quoted_so_that_it_stays_text() {
        for (text, yaml) in [
            ("城东公园", r#""城东公园""#),
            ("12:30", r#""12:30""#),
            (r#"“开放”"\"#, r#""“开放”\"\\""#),
            (
                "一\n二\t三\u{7}\u{85}\u{2028}",
                r#""一\n二\t三\u0007\u0085\u2028""#,
            ),
            ("---", r#""---""#),
        ] {
            assert_eq!(quoted(text), yaml);
        }
    }
}
