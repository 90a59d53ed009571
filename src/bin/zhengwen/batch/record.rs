//! One record of an input: a page with what came beside it, or why there is none. Nothing is parsed here.

use std::path::PathBuf;

use chrono::{DateTime, FixedOffset};

/// A page as its input has it.
#[derive(Debug)]
pub struct Record {
    /// The same in every run over the same input. Empty for a line of NDJSON, whose text has not been looked at yet.
    pub id: String,
    /// Where it stands: `crawl.warc.gz@1234`, `dump.ndjson:17`, `pages/1.html`.
    pub place: String,
    /// The address it was saved from.
    pub url: Option<String>,
    /// The HTTP header, whole, or a charset's name.
    pub content_type: Option<String>,
    /// When it was saved.
    pub saved: Option<DateTime<FixedOffset>>,
    /// The page itself.
    pub content: Content,
}

/// A page in the form its input has it in.
#[derive(Debug)]
pub enum Content {
    /// A file of its own, not read yet.
    File(PathBuf),
    /// The page's bytes.
    Page(Vec<u8>),
    /// Text made of a page, as in a WET file.
    Text(Vec<u8>),
    /// An HTTP response, head and all.
    Http(Vec<u8>),
    /// A line of NDJSON.
    Line(Vec<u8>),
    /// No page: the input is damaged here.
    Fault(Fault),
}

impl Record {
    /// A record of which nothing is known but its place, which is its name too.
    pub fn at(place: String, content: Content) -> Self {
        Self {
            id: place.clone(),
            place,
            url: None,
            content_type: None,
            saved: None,
            content,
        }
    }

    /// Bytes it holds in memory, or will: a file counts once it is read.
    pub fn weight(&self) -> usize {
        match &self.content {
            Content::File(path) => std::fs::metadata(path)
                .map(|m| usize::try_from(m.len()).unwrap_or(usize::MAX))
                .unwrap_or_default(),
            Content::Page(bytes)
            | Content::Text(bytes)
            | Content::Http(bytes)
            | Content::Line(bytes) => bytes.len(),
            Content::Fault(_) => 0,
        }
    }
}

/// Why a record could not be read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fault {
    /// What sort of thing went wrong, for machines.
    pub sort: Sort,
    /// What went wrong and what to do, for people.
    pub message: String,
}

impl Fault {
    /// A fault of this sort.
    pub fn new(sort: Sort, message: impl Into<String>) -> Self {
        Self {
            sort,
            message: message.into(),
        }
    }
}

/// The sorts of [`Fault`], as `error.kind` names them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Sort {
    /// There is no text in it.
    Empty,
    /// It is larger than the limits allow.
    Limit,
    /// It is no page: a picture, a PDF …
    NotHtml,
    /// A line is no JSON object.
    NotJson,
    /// A line has no page under the keys asked for.
    NoPage,
    /// A gzip member is damaged or cut.
    Gzip,
    /// A page is kept in something that cannot be opened: gzip that is damaged, MHTML without a page.
    Packing,
    /// A zstd frame is damaged or cut.
    Zstd,
    /// A WARC record is damaged or cut.
    Warc,
    /// An HTTP response is damaged, or packed in a way that cannot be read.
    Http,
    /// A file cannot be opened or read.
    Io,
    /// The parser failed on it: a bug.
    Panic,
}

impl Sort {
    /// The name in the output.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Empty => "empty",
            Self::Limit => "limit",
            Self::NotHtml => "not_html",
            Self::NotJson => "not_json",
            Self::NoPage => "no_page",
            Self::Gzip => "gzip",
            Self::Packing => "packing",
            Self::Zstd => "zstd",
            Self::Warc => "warc",
            Self::Http => "http",
            Self::Io => "io",
            Self::Panic => "panic",
        }
    }

    /// The name in the summary.
    pub fn zh(self) -> &'static str {
        match self {
            Self::Empty => "没有文字",
            Self::Limit => "过大",
            Self::NotHtml => "不是网页",
            Self::NotJson => "不是 JSON",
            Self::NoPage => "没有网页",
            Self::Gzip => "gzip 损坏",
            Self::Packing => "解不开",
            Self::Zstd => "zstd 损坏",
            Self::Warc => "WARC 损坏",
            Self::Http => "HTTP 损坏",
            Self::Io => "读不了文件",
            Self::Panic => "程序出错",
        }
    }
}
