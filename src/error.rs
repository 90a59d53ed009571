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
    /// Returned by [`Article::article_only`](crate::Article::article_only) when the page is not an article.
    #[error("not an article: this is {}", kind_words(*.0))]
    NotArticle(PageKind),
    /// A rule is wrong.
    #[error("bad rule{}: {key}: {reason}", Place(file))]
    #[non_exhaustive]
    Rule {
        /// The file it came from, if it came from one.
        file: Option<String>,
        /// The key and, where known, the line: `template[0].title[1].css (line 12)`.
        key: String,
        /// What is wrong and what to do.
        reason: String,
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

    pub(crate) fn rule(
        file: Option<&str>,
        key: impl Into<String>,
        reason: impl Into<String>,
    ) -> Self {
        ErrorKind::Rule {
            file: file.map(Into::into),
            key: key.into(),
            reason: reason.into(),
        }
        .into()
    }
}

impl From<ErrorKind> for Error {
    fn from(kind: ErrorKind) -> Self {
        Self(Box::new(kind))
    }
}
