//! A page read and shown in the format asked for, and what to say where there is nothing to show. Reads no files.

use std::io::{self, IsTerminal};

use zhengwen::{Article, Error, ErrorKind, Input, MarkdownOptions, Parser, Trace};

use crate::card::{self, Look};
use crate::lang::Lang;
use crate::told::Told;
use crate::unpack::Unpacked;
use crate::{layout, names, trace};

/// What to print.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Format {
    Card,
    Json,
    Ndjson,
    Markdown,
    Text,
    Html,
    /// One for all pages: see `report`.
    Report,
}

impl Format {
    /// The format of this name.
    pub fn named(name: &str) -> Option<Self> {
        Some(match name {
            "card" => Self::Card,
            "json" => Self::Json,
            "ndjson" => Self::Ndjson,
            "markdown" | "md" => Self::Markdown,
            "text" => Self::Text,
            "html" => Self::Html,
            "report" => Self::Report,
            _ => return None,
        })
    }
}

/// What is printed of one page.
pub struct Output {
    /// Ends its last line.
    pub text: String,
    /// For standard error: warnings, and the trace where it would spoil the output.
    pub aside: String,
}

/// What is asked for of a page.
#[derive(Debug, Clone, Copy)]
pub struct Asked<'a> {
    /// Its address, should it not be the one that its wrapping names.
    pub url: Option<&'a str>,
    /// Its charset, likewise.
    pub charset: Option<&'a str>,
    pub format: Format,
    /// Whether to tell where everything came from.
    pub trace: bool,
    pub lang: Lang,
}

/// Reads a page and renders its article. `name` is its file's.
pub fn page(
    parser: &Parser,
    page: &Unpacked,
    name: &str,
    asked: Asked,
    look: Look,
) -> Result<Output, Told> {
    let input = Input::bytes(&page.bytes)
        .url(asked.url.or(page.url.as_deref()))
        .content_type(asked.charset.or(page.charset.as_deref()));
    let (article, told) = parser.read_traced(input).map_err(|e| explain(&e))?;
    let shown = Some(&told).filter(|_| asked.trace);
    let mut output = render(&article, shown, name, asked.format, look)?;
    output
        .aside
        .insert_str(0, &warnings(&told, name, asked.lang));
    Ok(output)
}

/// What was given with the page and could not be used.
fn warnings(told: &Trace, name: &str, lang: Lang) -> String {
    let mut out = String::new();
    if let Some(url) = &told.refused_url {
        let told = Told::new(
            format!("{name}：{url:?} 不是网址，没有采用\n"),
            format!("{name}: {url:?} is no URL, not used\n"),
        );
        out.push_str(told.pick(lang));
    }
    if let Some(charset) = &told.refused_charset {
        let told = Told::new(
            format!("{name}：没有叫 {charset:?} 的编码，没有采用\n"),
            format!("{name}: there is no charset {charset:?}, not used\n"),
        );
        out.push_str(told.pick(lang));
    }
    out
}

fn render(
    article: &Article,
    told: Option<&Trace>,
    name: &str,
    format: Format,
    look: Look,
) -> Result<Output, Told> {
    let unwritten = |e: serde_json::Error| Told::new(e.to_string(), e.to_string());
    let mut text = match format {
        Format::Card => card::render(article, name, look),
        Format::Json => serde_json::to_string_pretty(article).map_err(unwritten)?,
        Format::Ndjson => serde_json::to_string(article).map_err(unwritten)?,
        Format::Markdown => article.markdown(&MarkdownOptions::new()),
        Format::Text => article.body.text(),
        Format::Html => article.body.html(),
        // Made of all pages together.
        Format::Report => String::new(),
    };
    if !text.ends_with('\n') {
        text.push('\n');
    }
    let page_text = matches!(format, Format::Markdown | Format::Text | Format::Html);
    if page_text && io::stdout().is_terminal() {
        text = layout::clean(&text);
    }
    let mut aside = told
        .map(|t| trace::render(t, look.columns, look.lang))
        .unwrap_or_default();
    if format == Format::Card {
        text.push_str(&std::mem::take(&mut aside));
    }
    Ok(Output { text, aside })
}

/// How wide and whether in colour, as the environment says.
pub fn look(lang: Lang) -> Look {
    let columns = std::env::var("COLUMNS").ok().and_then(|c| c.parse().ok());
    Look {
        columns: columns.unwrap_or(80).clamp(40, 300),
        colour: io::stdout().is_terminal()
            && std::env::var_os("NO_COLOR").is_none_or(|v| v.is_empty()),
        lang,
    }
}

/// An error in the reader's words: what is wrong and what to do.
pub fn explain(error: &Error) -> Told {
    Told::new(chinese(error), error.to_string())
}

fn chinese(error: &Error) -> String {
    match error.kind() {
        ErrorKind::Empty => "没有可读的文字，请给出网页的 HTML".to_string(),
        ErrorKind::Limit {
            what, limit, seen, ..
        } => format!(
            "网页过大，没有解析（{} {seen}，上限 {limit}）；请确认给的是一张新闻网页",
            names::limit(*what)
        ),
        ErrorKind::NotHtml { looks_like, .. } => names::not_html(*looks_like),
        ErrorKind::Rule {
            file,
            key,
            line,
            column,
            zh,
            ..
        } => {
            let file = file.as_deref().unwrap_or("规则");
            let place = match (line, column) {
                (Some(line), Some(column)) => format!("{file}:{line}:{column}"),
                _ => file.to_string(),
            };
            format!("{place} 规则有错：{key}：{zh}")
        }
        ErrorKind::Io { path, reason, .. } => format!("读不了 {path}：{reason}"),
        _ => error.to_string(),
    }
}
