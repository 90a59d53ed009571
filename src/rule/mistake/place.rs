//! Where in a rule's file something stands. Not what is wrong with it.

use toml::de::{DeTable, DeValue};

/// Line and column of a byte, counted from 1; columns in characters.
pub(crate) fn line_and_column(text: &str, at: usize) -> (u32, u32) {
    let before = text.get(..at).unwrap_or(text);
    let line = before.matches('\n').count() + 1;
    let start = before.rfind('\n').map_or(0, |i| i + 1);
    let column = before[start..].chars().count() + 1;
    (line as u32, column as u32)
}

/// Where a rule's file has the value of a key: `template[0].title[1].css`. A step that stands without a list or a table around it is
/// found all the same.
pub(crate) fn position(text: &str, key: &str) -> Option<(u32, u32)> {
    let document = DeTable::parse(text).ok()?;
    let mut span = None;
    let mut table: Option<&DeTable<'_>> = Some(document.get_ref());
    let mut value: Option<&DeValue<'_>> = None;
    for part in key.split('.') {
        let (name, index) = match part.split_once('[') {
            Some((name, index)) => (name, index.trim_end_matches(']').parse::<usize>().ok()),
            None => (part, None),
        };
        if let Some(inner) = table.and_then(|table| {
            let mut entries = table.iter();
            entries.find(|(key, _)| key.get_ref() == name)
        }) {
            span = Some(inner.1.span());
            value = Some(inner.1.get_ref());
        } else if value.is_none() || table.is_some() {
            break;
        }
        if let (Some(index), Some(DeValue::Array(array))) = (index, value)
            && let Some(inner) = array.get(index)
        {
            span = Some(inner.span());
            value = Some(inner.get_ref());
        }
        table = match value {
            Some(DeValue::Table(table)) => Some(table),
            _ => None,
        };
    }
    span.map(|span| line_and_column(text, span.start))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn positions() {
        let text = "name = \"x\"\r\n[[template]]\n# h1[ here\ntitle = \"h1\"\nsubtitle = [\"a\", { css = \"h1[\" }]\nrelated = [{ list = \"b\" }]\n";
        for (key, expected) in [
            ("name", (1, 8)),
            ("template[0].title[0].css", (4, 9)),
            ("template[0].subtitle[1].css", (5, 26)),
            ("template[0].related[0].list", (6, 21)),
        ] {
            assert_eq!(position(text, key), Some(expected), "{key}");
        }
    }
}
