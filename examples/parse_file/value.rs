//! A field's value as one line of text, in no language but the page's: two readings of a page can be set side by side.

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
                let label = list.label.as_deref().unwrap_or("–");
                format!("{label} ×{}", list.items.len())
            });
            lists.collect::<Vec<_>>().join("；")
        }
        Some(FieldValue::Access(access)) => access.to_string(),
        Some(FieldValue::Kind(kind)) => kind.to_string(),
        Some(other) => format!("{other:?}"),
    }
}
