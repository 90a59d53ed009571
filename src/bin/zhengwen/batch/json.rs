//! A line of NDJSON as a record: which of its keys hold the page and what came beside it.

use std::borrow::Cow;
use std::collections::HashMap;

use base64::Engine;
use base64::alphabet::STANDARD;
use base64::engine::DecodePaddingMode;
use base64::engine::general_purpose::{GeneralPurpose, GeneralPurposeConfig};
use chrono::{DateTime, FixedOffset};
use serde_json::value::RawValue;

use super::record::{Fault, Sort};
use crate::args::Keys;

type Object<'a> = HashMap<Cow<'a, str>, &'a RawValue>;

/// What a line tells.
#[derive(Debug, Default, PartialEq)]
pub struct Told {
    pub id: Option<String>,
    pub url: Option<String>,
    pub content_type: Option<String>,
    pub saved: Option<DateTime<FixedOffset>>,
}

/// The page of a line.
#[derive(Debug, PartialEq, Eq)]
pub enum Page {
    Html(String),
    Bytes(Vec<u8>),
    /// From here on.
    From(Vec<u8>, usize),
    /// Without markup.
    Text(String),
}

impl Page {
    /// As bytes, whatever it is.
    pub fn bytes(&self) -> &[u8] {
        match self {
            Self::Html(text) | Self::Text(text) => text.as_bytes(),
            Self::Bytes(bytes) => bytes,
            Self::From(bytes, from) => &bytes[*from..],
        }
    }
}

/// The record's name alone, as [`read`] gives it.
pub fn id(line: &[u8], keys: &Keys) -> Option<String> {
    let object: Object = serde_json::from_slice(line).ok()?;
    word(&object, &keys.id)
}

/// What a line tells, and its page.
pub fn read(line: &[u8], keys: &Keys) -> (Told, Result<Page, Fault>) {
    let object: Object = match serde_json::from_slice(line) {
        Ok(object) => object,
        Err(e) => {
            let why = format!("这一行不是 JSON 对象（{e}）");
            return (Told::default(), Err(Fault::new(Sort::NotJson, why)));
        }
    };
    let told = Told {
        id: word(&object, &keys.id),
        url: word(&object, &keys.url),
        content_type: word(&object, &keys.charset),
        saved: word(&object, &keys.saved).and_then(|s| moment(&s)),
    };
    (told, page(&object, keys))
}

fn page(object: &Object, keys: &Keys) -> Result<Page, Fault> {
    if let Some(key) = &keys.base64
        && let Some(text) = text(object, key)
    {
        return engine()
            .decode(text.as_bytes())
            .map(Page::Bytes)
            .map_err(|e| Fault::new(Sort::NoPage, format!("{key} 不是 base64（{e}）")));
    }
    let plain = || text(object, keys.text.as_deref()?).map(Page::Text);
    let html = text(object, &keys.html).map(Page::Html);
    html.or_else(plain).ok_or_else(|| {
        let key = keys.base64.as_ref().or(keys.text.as_ref());
        let key = key.unwrap_or(&keys.html);
        let why = format!("这一行没有 {key}，请用 --html-key 或 --base64-key 说明网页在哪个键");
        Fault::new(Sort::NoPage, why)
    })
}

fn engine() -> GeneralPurpose {
    let config = GeneralPurposeConfig::new()
        .with_decode_padding_mode(DecodePaddingMode::Indifferent)
        .with_decode_allow_trailing_bits(true);
    GeneralPurpose::new(&STANDARD, config)
}

/// The value of a key; of `a.b` where there is no such key, `b` in `a`.
fn value<'a>(object: &Object<'a>, key: &str) -> Option<&'a RawValue> {
    if let Some(found) = object.get(key) {
        return Some(found);
    }
    let (outer, inner) = key.split_once('.')?;
    let object: Object = serde_json::from_str(object.get(outer)?.get()).ok()?;
    // One object a dot of the key, which the command line gives.
    value(&object, inner)
}

/// A string.
fn text(object: &Object, key: &str) -> Option<String> {
    serde_json::from_str(value(object, key)?.get()).ok()
}

/// A string that says something, or a number as it is written.
fn word(object: &Object, key: &str) -> Option<String> {
    let raw = value(object, key)?.get();
    let number = || raw.starts_with(|c: char| c == '-' || c.is_ascii_digit());
    serde_json::from_str(raw)
        .ok()
        .or_else(|| number().then(|| raw.to_string()))
        .filter(|w: &String| !w.trim().is_empty())
}

/// RFC 3339, or seconds (or milliseconds) since 1970.
fn moment(text: &str) -> Option<DateTime<FixedOffset>> {
    if let Ok(time) = DateTime::parse_from_rfc3339(text) {
        return Some(time);
    }
    let number: f64 = text.parse().ok().filter(|n: &f64| n.is_finite())?;
    let seconds = if number.abs() > 1e11 {
        number / 1000.0
    } else {
        number
    };
    #[allow(clippy::cast_possible_truncation)] // no page was saved half a second off
    Some(DateTime::from_timestamp(seconds as i64, 0)?.fixed_offset())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn keys(base64: Option<&str>) -> Keys {
        Keys {
            html: "html".into(),
            base64: base64.map(Into::into),
            text: Some("plain".into()),
            url: "metadata.url".into(),
            id: "id".into(),
            charset: "content_type".into(),
            saved: "saved".into(),
        }
    }

    #[test]
    fn keys_are_found() {
        let line = r#"{"id": 7, "html": "<p>城东\u516c园", "metadata": {"url": "https://x.example/1"}, "saved": 1715299200}"#;
        let (told, page) = read(line.as_bytes(), &keys(None));
        assert_eq!(page, Ok(Page::Html("<p>城东公园".into())));
        assert_eq!(told.id.as_deref(), Some("7"));
        assert_eq!(id(line.as_bytes(), &keys(None)), told.id);
        assert_eq!(told.url.as_deref(), Some("https://x.example/1"));
        assert_eq!(
            told.saved.unwrap().to_rfc3339(),
            "2024-05-10T00:00:00+00:00"
        );
    }

    #[test]
    fn bytes_in_base64() {
        // With and without padding; where the key is absent, the HTML.
        for (line, expected) in [
            (
                r#"{"b": "1f3OxA=="}"#,
                Page::Bytes(b"\xd5\xfd\xce\xc4".into()),
            ),
            (
                r#"{"b": "1f3OxA"}"#,
                Page::Bytes(b"\xd5\xfd\xce\xc4".into()),
            ),
            (r#"{"html": "正文"}"#, Page::Html("正文".into())),
            (r#"{"plain": "正文"}"#, Page::Text("正文".into())),
        ] {
            assert_eq!(read(line.as_bytes(), &keys(Some("b"))).1, Ok(expected));
        }
    }

    #[test]
    fn what_is_wrong_is_named() {
        // line | sort
        for (line, sort) in [
            ("城东公园", Sort::NotJson),
            (r#"["html"]"#, Sort::NotJson),
            (r#"{"html": "城东"#, Sort::NotJson),
            (r#"{"text": "城东"}"#, Sort::NoPage),
            (r#"{"html": null}"#, Sort::NoPage),
            (r#"{"b": "城东"}"#, Sort::NoPage),
        ] {
            let fault = read(line.as_bytes(), &keys(Some("b"))).1.unwrap_err();
            assert_eq!(fault.sort, sort, "{line}");
        }
    }

    #[test]
    fn moments() {
        for (text, expected) in [
            (
                "2024-05-10T08:00:00+08:00",
                Some("2024-05-10T08:00:00+08:00"),
            ),
            ("1715299200000", Some("2024-05-10T00:00:00+00:00")),
            ("1715299200.5", Some("2024-05-10T00:00:00+00:00")),
            ("昨天", None),
            ("1e300", None),
        ] {
            assert_eq!(moment(text).map(|t| t.to_rfc3339()).as_deref(), expected);
        }
    }
}
