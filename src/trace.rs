//! `Trace`: which step gave each field, what lost, what was cut from the body. Only records; decides nothing.

use std::fmt;

use serde::Serialize;

/// How an article came about. Made by [`Parser::read_traced`](crate::Parser::read_traced); costs nothing otherwise.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
#[non_exhaustive]
pub struct Trace {
    /// The rule used, and what led to it: `人民网 (host of the given URL)`.
    pub rule: Option<RuleMatch>,
    /// The candidates of each field: the winner first, then those that lost, in the order tried.
    pub fields: Vec<FieldTrace>,
    /// Possible roots of the body, best first; the first one won.
    pub roots: Vec<RootTrace>,
    /// What was cut from the body and why.
    pub removed: Vec<Removed>,
    /// The charset the bytes were read in, if bytes were given.
    pub charset: Option<&'static str>,
    /// How many broken sequences became U+FFFD, if bytes were given.
    pub replaced: usize,
    /// The URL given, if it is no web address (`about:blank`, a file's path). It was not used.
    pub refused_url: Option<String>,
}

/// The rule a page was read with.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct RuleMatch {
    /// The rule's name.
    pub name: String,
    /// What matched: `host people.com.cn`, `mark TRS_Editor`.
    pub by: String,
    /// Which of the rule's templates, counted from 0, newest first.
    pub template: usize,
}

/// How one field came about.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[non_exhaustive]
pub struct FieldTrace {
    /// The field's name in JSON: `published`.
    pub field: &'static str,
    /// The candidate that won.
    pub winner: Option<Candidate>,
    /// Those that lost.
    pub lost: Vec<Candidate>,
}

/// A value that was considered for a field.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[non_exhaustive]
pub struct Candidate {
    /// Where it came from.
    pub origin: Origin,
    /// The text considered.
    pub value: String,
    /// How much this kind of evidence is worth, from 0 to 1.
    pub confidence: f32,
    /// Why it lost: `another candidate came first`; `matched nothing` where a rule's step found no text.
    pub reason: Option<&'static str>,
}

/// Where a value came from.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum Origin {
    /// A step of the site's rule: `title[0] css h1`.
    Rule(String),
    /// A field of the article in the page's state, by JSON-LD's name for it: `headline`. A rule's step into the state is a [`Self::Rule`].
    State(String),
    /// A key of JSON-LD: `datePublished`.
    JsonLd(String),
    /// A meta element's name: `og:title`.
    Meta(String),
    /// A label in the text: `来源`.
    Label(String),
    /// A finding of the generic extractor: `heading nearest the body`.
    Generic(&'static str),
}

impl Origin {
    /// What evidence of this kind is worth, from 0 to 1: an ordering learned on the corpus, not a probability.
    pub fn confidence(&self) -> f32 {
        match self {
            Self::Rule(_) => 0.98,
            Self::State(_) => 0.95,
            Self::JsonLd(_) | Self::Label(_) => 0.9,
            Self::Meta(_) => 0.8,
            Self::Generic(_) => 0.7,
        }
    }
}

impl fmt::Display for Origin {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Rule(step) => write!(f, "rule {step}"),
            Self::State(path) => write!(f, "state {path}"),
            Self::JsonLd(key) => write!(f, "json-ld {key}"),
            Self::Meta(name) => write!(f, "meta {name}"),
            Self::Label(label) => write!(f, "label {label}"),
            Self::Generic(what) => write!(f, "generic {what}"),
        }
    }
}

/// A possible root of the body.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[non_exhaustive]
pub struct RootTrace {
    /// The element, as a selector would name it: `div#content.article`.
    pub element: String,
    /// Its score; higher is better, comparable within one page only.
    pub score: f32,
    /// The first characters of its text.
    pub start: String,
}

/// Something cut from the body.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct Removed {
    /// Its text, shortened to about 60 characters.
    pub text: String,
    /// Why: `share bar`, `rule remove .edit`, `editor line`.
    pub reason: &'static str,
}

/// Chooses among candidates, and collects a `Trace` of it if one was asked for.
#[derive(Debug)]
pub(crate) struct Tracer {
    trace: Option<Box<Trace>>,
    /// Whether candidates of other origins than the site's rule count.
    pub(crate) generic: bool,
}

impl Tracer {
    pub(crate) fn on() -> Self {
        Self {
            trace: Some(Box::default()),
            generic: true,
        }
    }

    pub(crate) fn off() -> Self {
        Self {
            trace: None,
            generic: true,
        }
    }

    /// Whether the generic extractor may be asked.
    pub(crate) fn generic(&self) -> bool {
        self.generic
    }

    pub(crate) fn is_on(&self) -> bool {
        self.trace.is_some()
    }

    pub(crate) fn finish(self) -> Trace {
        self.trace.map(|t| *t).unwrap_or_default()
    }

    /// Whether a candidate of this origin counts.
    pub(crate) fn counts(&self, origin: &Origin) -> bool {
        self.generic || matches!(origin, Origin::Rule(_))
    }

    /// Runs `f` on the trace if there is one.
    pub(crate) fn note(&mut self, f: impl FnOnce(&mut Trace)) {
        if let Some(trace) = &mut self.trace {
            f(trace);
        }
    }

    pub(crate) fn removed(&mut self, text: &str, reason: &'static str) {
        self.note(|t| {
            t.removed.push(Removed {
                text: shorten(text, 60),
                reason,
            });
        });
    }

    /// The first accepted candidate, in the order of `candidates`. Records the others only when tracing.
    ///
    /// `accept` is the field's value grammar: it turns a candidate's text into a value, or refuses it.
    pub(crate) fn pick<T>(
        &mut self,
        field: &'static str,
        candidates: impl Iterator<Item = (Origin, String)>,
        mut accept: impl FnMut(&Origin, &str) -> Option<T>,
    ) -> Option<T> {
        let mut won = None;
        let mut record = FieldTrace {
            field,
            winner: None,
            lost: Vec::new(),
        };
        let generic = self.generic;
        for (origin, text) in candidates {
            if !generic && !matches!(origin, Origin::Rule(_)) {
                continue;
            }
            let value = accept(&origin, &text);
            if !self.is_on() {
                if value.is_some() {
                    return value;
                }
                continue;
            }
            let refused = value.is_none();
            let first = won.is_none() && !refused;
            let candidate = Candidate {
                confidence: origin.confidence(),
                origin,
                value: shorten(&text, 120),
                reason: if first {
                    None
                } else if refused {
                    Some("refused by the field's grammar")
                } else {
                    Some("another candidate came first")
                },
            };
            if first {
                won = value;
                record.winner = Some(candidate);
            } else {
                record.lost.push(candidate);
            }
        }
        if record.winner.is_some() || !record.lost.is_empty() {
            self.note(|t| t.fields.push(record));
        }
        won
    }
}

/// At most `max` characters of `text`, with an ellipsis when cut.
pub(crate) fn shorten(text: &str, max: usize) -> String {
    match text.char_indices().nth(max) {
        Some((end, _)) => format!("{}…", &text[..end]),
        None => text.to_string(),
    }
}
