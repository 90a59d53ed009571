//! A field's value as one line of text, so that two readings of a page can be set side by side.

use zhengwen::{Article, Field, FieldValue};

/// The value of a field, empty if the article does not have it.
pub fn value(article: &Article, field: Field) -> String {
    match article.field(field) {
        None => String::new(),
        Some(FieldValue::Text(text)) => text.to_string(),
        Some(FieldValue::List(steps)) if field == Field::Breadcrumb => steps.join(" > "),
        Some(FieldValue::List(values)) => values.join("、"),
        Some(FieldValue::Time(time)) => time.value.to_rfc3339(),
        Some(FieldValue::Source(source)) => source.name.clone(),
        Some(FieldValue::Body(body)) => body.text(),
        Some(FieldValue::Related(lists)) => {
            let lists = lists.iter().map(|list| {
                let label = list.label.as_deref().unwrap_or("（无标签）");
                format!("{label} {} 条", list.items.len())
            });
            lists.collect::<Vec<_>>().join("；")
        }
        Some(FieldValue::Access(access)) => access.to_string(),
        Some(other) => format!("{other:?}"),
    }
}

/// A value as shown: on one line, shortened; a body with its length and both ends.
pub fn shown(field: Option<Field>, value: &str) -> String {
    if value.is_empty() {
        return "无".to_string();
    }
    let chars: Vec<char> = value
        .chars()
        .map(|c| if c == '\n' { '｜' } else { c })
        .collect();
    let most = 56;
    let head: String = chars.iter().take(most).collect();
    if field == Some(Field::Body) {
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
