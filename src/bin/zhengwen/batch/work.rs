//! What a worker does: one record in, one line out. Shares nothing with the others; knows nothing of order.

use std::fs::File;
use std::io::{self, Read as _};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};

use serde::Serialize;
use zhengwen::{Article, Error, ErrorKind, Input, Parser};

use super::http;
use super::json::{self, Page};
use super::line::{Failed, Failure, Flat, Line, Read, SCHEMA};
use super::record::{Content, Fault, Record, Sort};
use super::vault;
use crate::args::Keys;
use crate::{input, show, unpack};

/// What lines hold.
#[derive(Debug, Clone)]
pub enum Shape {
    /// The article as it is.
    Whole,
    /// One level; these fields of it, or all.
    Flat(Option<Vec<String>>),
    /// A Markdown file in this folder, and a line that names it.
    Markdown(PathBuf),
}

/// How records are read and written.
#[derive(Debug, Clone)]
pub struct Worker {
    /// The settings of all pages.
    pub parser: Parser,
    /// The charset of records that bring none.
    pub charset: Option<String>,
    pub keys: Keys,
    pub shape: Shape,
    /// Kinds that are written, `error` among them; empty for all.
    pub only: Vec<String>,
    /// Bytes of a page, at most.
    pub limit: usize,
}

/// What became of a record.
#[derive(Debug, Default)]
pub struct Done {
    /// Its line with the line break, if it is to be written.
    pub line: Option<Vec<u8>>,
    /// Why its Markdown file could not be written; then there is no line.
    pub trouble: Option<io::Error>,
    /// The kind of page it is; `None` if it could not be read.
    pub kind: Option<&'static str>,
    /// Why it could not be read.
    pub sort: Option<Sort>,
    /// The site rule that was used.
    pub site: Option<String>,
    /// Bytes of the page.
    pub bytes: usize,
}

impl Worker {
    /// Reads the record of this number.
    pub fn work(&self, number: u64, mut record: Record) -> Done {
        let mut bytes = 0;
        let read = self.article(&mut record, &mut bytes);
        let (kind, sort, site) = match &read {
            Ok(article) => (
                Some(article.kind.as_str()),
                None,
                article.site.as_ref().map(|s| s.as_str().to_string()),
            ),
            Err(fault) => (None, Some(fault.sort), None),
        };
        let mut done = Done {
            kind,
            sort,
            site,
            bytes,
            ..Done::default()
        };
        let named = kind.unwrap_or("error");
        if self.only.is_empty() || self.only.iter().any(|k| k == named) {
            match self.line(number, &record, read) {
                Ok(line) => done.line = Some(line),
                Err(e) => done.trouble = Some(e),
            }
        }
        done
    }

    /// The record's article.
    fn article(&self, record: &mut Record, bytes: &mut usize) -> Result<Article, Fault> {
        self.read(record, bytes, |input| self.parser.read(input))
    }

    /// What `read` makes of the record's page. Fills in what the record's own text tells of it.
    pub fn read<T>(
        &self,
        record: &mut Record,
        bytes: &mut usize,
        read: impl Fn(Input<'_>) -> Result<T, Error>,
    ) -> Result<T, Fault> {
        let content = std::mem::replace(&mut record.content, Content::Page(Vec::new()));
        let page = match content {
            Content::File(path) => {
                record.url = input::url_beside(path.as_os_str());
                self.unpacked(record, file(&path, self.limit)?)?
            }
            Content::Page(bytes) => self.unpacked(record, bytes)?,
            Content::Text(bytes) => Page::Text(String::from_utf8_lossy(&bytes).into_owned()),
            Content::Http(bytes) => {
                let response = http::read(bytes, self.limit)?;
                record.content_type = response.content_type;
                Page::From(response.bytes, response.from)
            }
            Content::Line(line) => {
                let (told, page) = json::read(&line, &self.keys);
                record.id = told.id.unwrap_or_else(|| record.place.clone());
                record.url = told.url;
                record.content_type = told.content_type;
                record.saved = told.saved;
                page?
            }
            Content::Fault(fault) => return Err(fault),
        };
        if let Some(media) = record
            .content_type
            .as_deref()
            .and_then(|h| foreign(h, &page))
        {
            let why = format!("不是网页（HTTP 头说是 {media}）");
            return Err(Fault::new(Sort::NotHtml, why));
        }
        *bytes = page.bytes().len();
        // A bug on one page is no reason to lose the others.
        catch_unwind(AssertUnwindSafe(|| self.parse(record, &page, read))).unwrap_or_else(|_| {
            let why = "解析这一页时程序出错，请把这一页报告给我们";
            Err(Fault::new(Sort::Panic, why))
        })
    }

    /// A page out of what a browser or a mirror kept it in. What the wrapping tells counts where nothing else does.
    fn unpacked(&self, record: &mut Record, bytes: Vec<u8>) -> Result<Page, Fault> {
        let page = unpack::page(bytes, self.limit).map_err(|why| Fault::new(Sort::Packing, why))?;
        record.url = record.url.take().or(page.url);
        record.content_type = record.content_type.take().or(page.charset);
        Ok(Page::Bytes(page.bytes))
    }

    fn parse<T>(
        &self,
        record: &Record,
        page: &Page,
        read: impl Fn(Input<'_>) -> Result<T, Error>,
    ) -> Result<T, Fault> {
        let input = match page {
            Page::Html(html) => Input::html(html),
            Page::Bytes(_) | Page::From(..) => Input::bytes(page.bytes()),
            Page::Text(text) => Input::text(text),
        };
        let content_type = record.content_type.as_deref();
        let input = input
            .url(record.url.as_deref())
            .content_type(content_type.or(self.charset.as_deref()))
            .saved(record.saved);
        read(input).map_err(|e| {
            let sort = match e.kind() {
                ErrorKind::Limit { .. } => Sort::Limit,
                ErrorKind::NotHtml { .. } => Sort::NotHtml,
                _ => Sort::Empty,
            };
            Fault::new(sort, show::explain(&e))
        })
    }

    /// The record's line; its file too, where files are asked for.
    fn line(
        &self,
        number: u64,
        record: &Record,
        read: Result<Article, Fault>,
    ) -> io::Result<Vec<u8>> {
        let mut line = match &self.shape {
            Shape::Whole => as_json(&whole(record, &read))?,
            Shape::Flat(None) => as_json(&flat(record, read, |_| true))?,
            Shape::Flat(Some(fields)) => {
                let wants = |name: &str| fields.iter().any(|f| f == name);
                chosen(&flat(record, read, wants), fields)?
            }
            Shape::Markdown(folder) => match &read {
                Ok(article) => {
                    let file = vault::write(folder, number, article)?;
                    serde_json::to_vec(&vault::Entry::new(record, article, &file))?
                }
                Err(_) => serde_json::to_vec(&whole(record, &read))?,
            },
        };
        line.push(b'\n');
        Ok(line)
    }
}

/// Bytes of most lines: room that need not grow.
const LINE: usize = 16 << 10;

fn as_json(line: &impl Serialize) -> serde_json::Result<Vec<u8>> {
    let mut out = Vec::with_capacity(LINE);
    serde_json::to_writer(&mut out, line)?;
    Ok(out)
}

fn flat(record: &Record, read: Result<Article, Fault>, wants: impl Fn(&str) -> bool) -> Flat {
    let (id, url) = (record.id.clone(), record.url.clone());
    match read {
        Ok(article) => Flat::read(id, url, article, wants),
        Err(fault) => Flat::failed(id, url, fault, record.place.clone()),
    }
}

/// The fields asked for, in that order, between what every line has: the record's name, and the sort of error.
fn chosen(flat: &Flat, fields: &[String]) -> serde_json::Result<Vec<u8>> {
    let all = serde_json::to_value(flat)?;
    let mut line = b"{".to_vec();
    let always = |name: &&str| !fields.iter().any(|f| f == name);
    let names = Some("id")
        .filter(always)
        .into_iter()
        .chain(fields.iter().map(String::as_str))
        .chain(Some("error_kind").filter(always));
    for (i, name) in names.enumerate() {
        if i > 0 {
            line.push(b',');
        }
        serde_json::to_writer(&mut line, name)?;
        line.push(b':');
        serde_json::to_writer(&mut line, &all[name])?;
    }
    line.push(b'}');
    Ok(line)
}

fn whole<'a>(record: &'a Record, read: &'a Result<Article, Fault>) -> Line<'a> {
    let (schema, id, url) = (SCHEMA, &*record.id, record.url.as_deref());
    match read {
        Ok(article) => Line::Read(Read {
            schema,
            id,
            url,
            kind: article.kind.as_str(),
            confidence: article.confidence,
            article,
        }),
        Err(fault) => Line::Failed(Failed {
            schema,
            id,
            url,
            error: Failure {
                kind: fault.sort.as_str(),
                message: &fault.message,
                place: &record.place,
            },
        }),
    }
}

/// A page's file, bounded before it is read.
fn file(path: &Path, limit: usize) -> Result<Vec<u8>, Fault> {
    let unreadable = |e: &io::Error| Fault::new(Sort::Io, input::reason(e));
    let file = File::open(path).map_err(|e| unreadable(&e))?;
    let length = file.metadata().map_or(0, |m| m.len());
    if length > limit as u64 {
        let why = format!("文件过大（{length} 字节，上限 {limit}）");
        return Err(Fault::new(Sort::Limit, why));
    }
    let mut bytes = Vec::with_capacity(usize::try_from(length).unwrap_or(0) + 1);
    file.take((limit as u64).saturating_add(1))
        .read_to_end(&mut bytes)
        .map_err(|e| unreadable(&e))?;
    Ok(bytes)
}

/// The media type that a `Content-Type` names, if it is none of a page and what was sent does not look like one all the same.
fn foreign<'a>(header: &'a str, page: &Page) -> Option<&'a str> {
    let media = header.split(';').next()?.trim();
    let (kind, form) = media.split_once('/')?;
    let foreign = match kind.to_ascii_lowercase().as_str() {
        "image" | "audio" | "video" | "font" => true,
        "text" => matches!(form, "css" | "javascript" | "calendar" | "csv"),
        "application" => matches!(
            form,
            "javascript" | "json" | "msword" | "pdf" | "x-javascript" | "zip"
        ),
        _ => false,
    };
    (foreign && !page.bytes().trim_ascii_start().starts_with(b"<")).then_some(media)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_header_refuses() {
        let bytes = Page::Bytes(b"\x89PNG".into());
        let html = Page::Html(" <html>".into());
        // header | of bytes | of HTML
        for (header, expected) in [
            ("image/png", Some("image/png")),
            ("application/pdf; x=1", Some("application/pdf")),
            ("text/html; charset=gbk", None),
            ("text/plain", None),
            ("gbk", None),
        ] {
            assert_eq!(foreign(header, &bytes), expected, "{header}");
            assert_eq!(foreign(header, &html), None, "{header}");
        }
    }
}
