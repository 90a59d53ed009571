//! A field's value as one line of text, so that two readings of a page can be set side by side.

use zhengwen::Article;

/// The fields a rule can name, in the order reported.
pub const FIELDS: &[&str] = &[
    "title",
    "subtitle",
    "summary",
    "published",
    "updated",
    "authors",
    "source",
    "editors",
    "tags",
    "breadcrumb",
    "lead_image",
    "body",
    "related",
    "next_page",
];

/// The value of a field, empty if the article does not have it.
pub fn value(article: &Article, field: &str) -> String {
    let m = &article.metadata;
    let text = |value: &Option<String>| value.clone().unwrap_or_default();
    let time = |value: &Option<zhengwen::Time>| {
        value
            .as_ref()
            .map(|t| t.value.to_rfc3339())
            .unwrap_or_default()
    };
    match field {
        "title" => text(&m.title),
        "subtitle" => text(&m.subtitle),
        "summary" => text(&m.summary),
        "published" => time(&m.published),
        "updated" => time(&m.updated),
        "authors" => m.authors.join("、"),
        "source" => m
            .source
            .as_ref()
            .map(|s| s.name.clone())
            .unwrap_or_default(),
        "editors" => m.editors.join("、"),
        "tags" => m.tags.join("、"),
        "breadcrumb" => m.breadcrumb.join(" > "),
        "lead_image" => text(&m.lead_image),
        "next_page" => text(&article.next_page),
        "body" => article.body.text(),
        "related" => {
            let lists = article.related.iter().map(|list| {
                let label = list.label.as_deref().unwrap_or("（无标签）");
                format!("{label} {} 条", list.items.len())
            });
            lists.collect::<Vec<_>>().join("；")
        }
        _ => String::new(),
    }
}

/// A value as shown: on one line, shortened; a body with its length and both ends.
pub fn shown(field: &str, value: &str) -> String {
    if value.is_empty() {
        return "无".to_string();
    }
    let chars: Vec<char> = value
        .chars()
        .map(|c| if c == '\n' { '｜' } else { c })
        .collect();
    let most = 56;
    let head: String = chars.iter().take(most).collect();
    if field == "body" {
        let tail: String = chars[chars.len().saturating_sub(16)..].iter().collect();
        let n = chars.len();
        return if n <= most {
            format!("{n} 字：{head}")
        } else {
            let head: String = chars.iter().take(24).collect();
            format!("{n} 字：{head} …… {tail}")
        };
    }
    if chars.len() > most {
        format!("{head}…")
    } else {
        head
    }
}
