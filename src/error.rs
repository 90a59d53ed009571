//! The crate's one error type. Not the page kinds (a 404 page is no error, see `PageKind`).

use std::fmt;

use crate::article::PageKind;

/// What can go wrong. Opaque and small; [`Error::kind`] tells what it is.
#[derive(Debug, thiserror::Error)]
#[error(transparent)]
pub struct Error(#[from] Box<ErrorKind>);

/// The kinds of [`Error`].
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum ErrorKind {
    /// The input has no text at all: nothing, white space, or bytes that are no text.
    #[error("empty input: no text to read; give the page's HTML")]
    Empty,
    /// The input is larger than [`Limits`](crate::Limits) allow.
    #[error(
        "{} limit exceeded: {seen} is more than {limit}; raise it in Limits if the page is trusted",
        limit_words(*what)
    )]
    #[non_exhaustive]
    Limit {
        /// Which limit.
        what: Limit,
        /// Its value.
        limit: u64,
        /// What the page had when reading stopped; it may have had more.
        seen: u64,
    },
    /// The input is no page: a compressed file, a picture, a feed … What to do with it the message says.
    ///
    /// ```
    /// use zhengwen::{Article, ErrorKind, LooksLike};
    ///
    /// let error = Article::parse_bytes(b"\x1f\x8b\x08\0\0\0\0\0\0\x03").unwrap_err();
    /// assert!(matches!(error.kind(), ErrorKind::NotHtml { looks_like: LooksLike::Gzip, .. }));
    /// assert_eq!(error.to_string(), "not HTML: this is gzip: unpack it first");
    /// ```
    #[error("not HTML: this is {looks_like}: {}", looks_like.advice())]
    #[non_exhaustive]
    NotHtml {
        /// What it looks like.
        looks_like: LooksLike,
    },
    /// Returned by [`Article::article_only`](crate::Article::article_only) when the page is not an article.
    #[error("not an article: this is {}", kind_words(*.0))]
    NotArticle(PageKind),
    /// A rule is wrong.
    #[error("bad rule{}: {key}{}: {reason}", Place(file), Spot(*line, *column))]
    #[non_exhaustive]
    Rule {
        /// The file it came from, if it came from one.
        file: Option<String>,
        /// The key: `template[0].title[1].css`; `TOML` if the file cannot be read at all.
        key: String,
        /// The line, counted from 1, where known.
        line: Option<u32>,
        /// The column, counted from 1 in characters, where known.
        column: Option<u32>,
        /// What is wrong and what to do.
        reason: String,
        /// The same in Chinese.
        zh: String,
    },
    /// A file or folder of rules cannot be read.
    #[error("cannot read {path}: {reason}")]
    #[non_exhaustive]
    Io {
        /// The path.
        path: String,
        /// Why.
        reason: String,
    },
    /// A name that no value of an enum has, given to its `FromStr`.
    #[error("no {what} is called {name}; use one of {known}")]
    #[non_exhaustive]
    Name {
        /// What was to be read: `kind of page`.
        what: &'static str,
        /// The name given.
        name: String,
        /// The names there are, with commas between.
        known: String,
    },
}

/// What a page of a kind is called in a sentence.
fn kind_words(kind: PageKind) -> &'static str {
    match kind {
        PageKind::Article => "an article",
        PageKind::List => "a list page",
        PageKind::Gallery => "a gallery of pictures",
        PageKind::Video => "a video page",
        PageKind::Live => "a live blog",
        PageKind::Missing => "a page that is not there (404)",
        PageKind::Blocked => "a captcha or login page",
        PageKind::Other => "some other page: a thread, a shop item, an empty shell",
    }
}

/// What a limit is called in a sentence.
fn limit_words(limit: Limit) -> &'static str {
    match limit {
        Limit::Bytes => "byte",
        Limit::Nodes => "node",
        Limit::Depth => "depth",
        Limit::Attributes => "attribute",
        Limit::Work => "work",
        Limit::Text => "text",
        Limit::Parts => "part",
    }
}

/// Line and column, where known: ` (line 12, column 5)`.
struct Spot(Option<u32>, Option<u32>);

impl fmt::Display for Spot {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match (self.0, self.1) {
            (Some(line), Some(column)) => write!(f, " (line {line}, column {column})"),
            (Some(line), None) => write!(f, " (line {line})"),
            _ => Ok(()),
        }
    }
}

struct Place<'a>(&'a Option<String>);

impl fmt::Display for Place<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.0 {
            Some(file) => write!(f, " in {file}"),
            None => Ok(()),
        }
    }
}

/// What an input that is no page looks like. Shown by [`Display`](fmt::Display) with its article: `a PDF document`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum LooksLike {
    /// gzip, as pages are sent and kept: `page.html.gz`.
    Gzip,
    /// Data of another compression: zstd, bzip2, xz …
    Compressed,
    /// A ZIP archive that is none of the documents below.
    Zip,
    /// Another archive: tar, 7z, RAR, CAB …
    Archive,
    /// A web page saved with its pictures (`multipart/related`, MHTML), or a mail.
    Mhtml,
    /// A web archive of a crawler (WARC, also its WAT and WET files).
    Warc,
    /// PDF.
    Pdf,
    /// An office document: Word, Excel, PowerPoint, OpenDocument, RTF, PostScript …
    Document,
    /// An EPUB book.
    Epub,
    /// A picture.
    Image,
    /// Sound.
    Audio,
    /// A film.
    Video,
    /// A font.
    Font,
    /// A program or library.
    Executable,
    /// An SQLite database.
    Database,
    /// RSS or Atom.
    Feed,
    /// XML that is neither a page nor a feed: a sitemap, OPML …
    Xml,
    /// JSON, JSON lines or JSONP, as APIs answer.
    Json,
    /// A table: comma or tab separated values.
    Csv,
    /// Source code: a script, a style sheet …
    SourceCode,
    /// Text in a charset that is not read: UTF-32, HZ-GB-2312, ISO-2022-CN.
    OtherCharset,
    /// Something else that is no text.
    Binary,
}

impl fmt::Display for LooksLike {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Gzip => "gzip",
            Self::Compressed => "compressed data",
            Self::Zip => "a ZIP archive",
            Self::Archive => "an archive",
            Self::Mhtml => "MHTML or a mail",
            Self::Warc => "a WARC file",
            Self::Pdf => "a PDF document",
            Self::Document => "an office document",
            Self::Epub => "an EPUB book",
            Self::Image => "a picture",
            Self::Audio => "sound",
            Self::Video => "a video",
            Self::Font => "a font",
            Self::Executable => "a program",
            Self::Database => "an SQLite database",
            Self::Feed => "an RSS or Atom feed",
            Self::Xml => "XML",
            Self::Json => "JSON",
            Self::Csv => "a table (CSV)",
            Self::SourceCode => "source code",
            Self::OtherCharset => "text in UTF-32, HZ-GB-2312 or ISO-2022-CN",
            Self::Binary => "no text",
        })
    }
}

impl LooksLike {
    /// What to do to get at a page, if there may be one in it.
    pub(crate) fn advice(self) -> &'static str {
        match self {
            Self::Gzip | Self::Compressed => "unpack it first",
            Self::Zip | Self::Archive => "unpack it first and give the pages in it",
            Self::Mhtml => "give its text/html part, decoded",
            Self::Warc => "give the HTTP body of a response record",
            Self::Pdf | Self::Document | Self::Epub => "save it as HTML or plain text first",
            Self::Feed => "give the content of each item (content:encoded, content) to Body::parse",
            Self::Json => "give the HTML that one of its values holds to Body::parse",
            Self::OtherCharset => "convert it to UTF-8 first",
            Self::Image
            | Self::Audio
            | Self::Video
            | Self::Font
            | Self::Executable
            | Self::Database
            | Self::Xml
            | Self::Csv
            | Self::SourceCode
            | Self::Binary => "give a web page's HTML or its text",
        }
    }
}

/// Which limit was exceeded.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Limit {
    /// Bytes of input.
    Bytes,
    /// Nodes in the tree.
    Nodes,
    /// Depth of the tree.
    Depth,
    /// Attributes on one element.
    Attributes,
    /// Steps that making the tree takes, for each byte of input.
    Work,
    /// Bytes of text in the result, for each byte of input.
    Text,
    /// Blocks, inlines, list items and table cells of the body.
    Parts,
}

impl Error {
    /// What went wrong.
    pub fn kind(&self) -> &ErrorKind {
        &self.0
    }

    pub(crate) fn limit(what: Limit, limit: usize, seen: usize) -> Self {
        ErrorKind::Limit {
            what,
            limit: limit as u64,
            seen: seen as u64,
        }
        .into()
    }

    pub(crate) fn not_html(looks_like: LooksLike) -> Self {
        ErrorKind::NotHtml { looks_like }.into()
    }

    pub(crate) fn rule(
        file: Option<&str>,
        key: impl Into<String>,
        place: Option<(u32, u32)>,
        reason: String,
        zh: String,
    ) -> Self {
        ErrorKind::Rule {
            file: file.map(Into::into),
            key: key.into(),
            line: place.map(|place| place.0),
            column: place.map(|place| place.1),
            reason,
            zh,
        }
        .into()
    }
}

impl From<ErrorKind> for Error {
    fn from(kind: ErrorKind) -> Self {
        Self(Box::new(kind))
    }
}
