//! `Parser`: options, limits and the order of work. Not the work itself.

use chrono::{DateTime, FixedOffset};

use crate::article::{Article, PageKind};
use crate::error::{Error, ErrorKind};
use crate::trace::Trace;

/// How much a page may ask for. Beyond a limit, parsing stops with [`ErrorKind::Limit`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub struct Limits {
    /// Bytes of input. Default 16 MiB; the largest real page seen has 3 MB.
    pub bytes: usize,
    /// Nodes of the tree. Default 200 000; the largest real page seen has 28 000.
    pub nodes: usize,
    /// Depth of the tree. Default 512; the deepest real page seen has 42.
    pub depth: usize,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            bytes: 16 << 20,
            nodes: 200_000,
            depth: 512,
        }
    }
}

/// Reads pages. Cheap to clone; one may be shared by any number of threads.
#[derive(Debug, Clone, Default)]
pub struct Parser {
    url: Option<String>,
    charset: Option<String>,
    now: Option<DateTime<FixedOffset>>,
    limits: Limits,
}

impl Parser {
    /// A parser with the built-in rules and default limits.
    pub fn new() -> Self {
        Self::default()
    }

    /// The page's own URL: the base of relative links and the first thing a site rule is looked up by.
    pub fn url(mut self, url: impl Into<String>) -> Self {
        self.url = Some(url.into());
        self
    }

    /// The charset an HTTP header named: `gbk`. Used by [`parse_bytes`](Self::parse_bytes) unless the bytes show it to be wrong.
    pub fn charset(mut self, charset: impl Into<String>) -> Self {
        self.charset = Some(charset.into());
        self
    }

    /// When the page was saved: what 3小时前, 昨天 10:23 and dates without a year are counted from.
    pub fn now(mut self, now: DateTime<FixedOffset>) -> Self {
        self.now = Some(now);
        self
    }

    /// Limits other than the default ones.
    pub fn limits(mut self, limits: Limits) -> Self {
        self.limits = limits;
        self
    }

    /// Reads a page.
    ///
    /// # Errors
    /// Empty input, or a limit exceeded.
    pub fn parse(&self, html: &str) -> Result<Article, Error> {
        let _ = html;
        Err(ErrorKind::Empty.into())
    }

    /// Reads a page from bytes, finding out their charset.
    ///
    /// # Errors
    /// As [`parse`](Self::parse).
    pub fn parse_bytes(&self, bytes: &[u8]) -> Result<Article, Error> {
        let _ = bytes;
        Err(ErrorKind::Empty.into())
    }

    /// Reads a page and tells how each field came about.
    ///
    /// # Errors
    /// As [`parse`](Self::parse).
    pub fn parse_traced(&self, html: &str) -> Result<(Article, Trace), Error> {
        let _ = html;
        Err(ErrorKind::Empty.into())
    }

    /// Reads bytes and tells how each field came about.
    ///
    /// # Errors
    /// As [`parse`](Self::parse).
    pub fn parse_bytes_traced(&self, bytes: &[u8]) -> Result<(Article, Trace), Error> {
        let _ = bytes;
        Err(ErrorKind::Empty.into())
    }
}

impl Article {
    /// Reads a page with the default [`Parser`]; its site is found from the page itself.
    ///
    /// # Errors
    /// Empty input, or a limit exceeded. A page that is no article is not an error: see [`Article::kind`].
    pub fn parse(html: &str) -> Result<Self, Error> {
        Parser::new().parse(html)
    }

    /// Reads a page from bytes: UTF-8, GB18030/GBK/GB2312, Big5 or UTF-16, decided by BOM, declaration and contents.
    ///
    /// # Errors
    /// As [`Article::parse`].
    pub fn parse_bytes(bytes: &[u8]) -> Result<Self, Error> {
        Parser::new().parse_bytes(bytes)
    }

    /// This article, or an error that names the page's kind if it is a list, a 404 page, a captcha …
    ///
    /// # Errors
    /// [`ErrorKind::NotArticle`].
    pub fn article_only(self) -> Result<Self, Error> {
        match self.kind {
            PageKind::Article => Ok(self),
            kind => Err(ErrorKind::NotArticle(kind).into()),
        }
    }
}
