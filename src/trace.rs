//! `Trace`: which step gave each field, what lost, what was cut from the body. Only records; decides nothing.

use std::fmt;

use serde::Serialize;

use crate::article::field::Field;
use crate::reason::{Clue, Refusal, Removal, Weighed};

/// How an article came about. Made by [`Parser::read_traced`](crate::Parser::read_traced); costs nothing otherwise.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
#[non_exhaustive]
pub struct Trace {
    /// The rule used, and what led to it: `人民网 (host of the given URL)`.
    pub rule: Option<RuleMatch>,
    /// The candidates of each field: the winner first, then those that lost, in the order tried.
    pub fields: Vec<FieldTrace>,
    /// Possible roots of the body. The first won; it may have a lower score than the second, if it is the element inside that one that is named as a body.
    pub roots: Vec<RootTrace>,
    /// What was cut from the body and why.
    pub removed: Vec<Removed>,
    /// The charset the bytes were read in, if bytes were given.
    pub charset: Option<&'static str>,
    /// How many broken sequences became U+FFFD, if bytes were given.
    pub replaced: usize,
    /// The URL given, if it is no web address (`about:blank`, a file's path). It was not used.
    pub refused_url: Option<String>,
    /// The charset given, if no charset is called so. It was not used.
    pub refused_charset: Option<String>,
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
    /// Which field. Related lists have a record each.
    pub field: Field,
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
    /// [`Origin::confidence`] of where it came from.
    pub confidence: f32,
    /// Why it lost; none for the winner.
    pub reason: Option<Refusal>,
    /// What spoke for it and against it, where a field is decided by weighing: kinds of pages and lists of articles.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub witnesses: Vec<Weighed>,
}

impl Candidate {
    pub(crate) fn new(origin: Origin, value: String, reason: Option<Refusal>) -> Self {
        Self {
            confidence: origin.confidence(),
            origin,
            value,
            reason,
            witnesses: Vec::new(),
        }
    }
}

/// A step of a rule, by its place in the template.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize)]
#[non_exhaustive]
pub struct StepId {
    /// The field it is a step of.
    pub field: Field,
    /// Which of the field's steps, counted from 0.
    pub index: usize,
    /// Where it looks, as the rule has it: `css h1`, `label 来源`.
    pub look: String,
    /// Whether it is for a layout that no page at hand has.
    pub old: bool,
}

impl fmt::Display for StepId {
    /// `title[0] css h1`, `title[1] css .headline (old)`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let old = if self.old { " (old)" } else { "" };
        write!(f, "{}[{}] {}{old}", self.field, self.index, self.look)
    }
}

/// Where a value came from.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum Origin {
    /// A step of the site's rule.
    Rule(StepId),
    /// The name of the site's rule.
    RuleName,
    /// A field of the article in the page's state, by JSON-LD's name for it: `headline`. A rule's step into the state is a [`Self::Rule`].
    State(String),
    /// A key of JSON-LD: `datePublished`.
    JsonLd(String),
    /// A meta element's name: `og:title`; also `canonical` and the like in the page's head.
    Meta(String),
    /// A label in the text: `来源`.
    Label(String),
    /// A finding of the generic extractor.
    Generic(Clue),
}

impl Origin {
    /// What evidence of this kind is worth by and large, from 0 to 1: for readers of a trace. It decides nothing: every field has an order
    /// of its own in which its candidates are tried.
    pub fn confidence(&self) -> f32 {
        match self {
            Self::Rule(_) | Self::RuleName => 0.98,
            Self::State(_) => 0.95,
            Self::JsonLd(_) | Self::Label(_) => 0.9,
            Self::Meta(_) => 0.8,
            Self::Generic(_) => 0.7,
        }
    }

    /// Whether it is the site's rule.
    pub fn is_rule(&self) -> bool {
        matches!(self, Self::Rule(_) | Self::RuleName)
    }

    /// In Chinese: `规则 title[0] css h1`, `标签 来源`.
    pub fn zh(&self) -> String {
        match self {
            Self::Rule(step) => format!("规则 {step}"),
            Self::RuleName => "规则的站名".to_string(),
            Self::State(path) => format!("页面数据 {path}"),
            Self::JsonLd(key) => format!("JSON-LD {key}"),
            Self::Meta(name) => format!("meta {name}"),
            Self::Label(label) => format!("页面上的“{label}”"),
            Self::Generic(clue) => format!("通用方法：{}", clue.zh()),
        }
    }
}

impl fmt::Display for Origin {
    /// In English: `rule title[0] css h1`, `label 来源`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Rule(step) => write!(f, "rule {step}"),
            Self::RuleName => f.write_str("rule name"),
            Self::State(path) => write!(f, "state {path}"),
            Self::JsonLd(key) => write!(f, "json-ld {key}"),
            Self::Meta(name) => write!(f, "meta {name}"),
            Self::Label(label) => write!(f, "label {label}"),
            Self::Generic(clue) => write!(f, "generic {clue}"),
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
    /// Why.
    pub reason: Removal,
}

/// Collects a `Trace` if one was asked for.
#[derive(Debug)]
pub(crate) struct Tracer(Option<Box<Trace>>);

impl Tracer {
    pub(crate) fn on() -> Self {
        Self(Some(Box::default()))
    }

    pub(crate) fn off() -> Self {
        Self(None)
    }

    /// Whether somebody reads what is noted.
    pub(crate) fn is_on(&self) -> bool {
        self.0.is_some()
    }

    pub(crate) fn finish(self) -> Trace {
        self.0.map(|t| *t).unwrap_or_default()
    }

    /// Runs `f` on the trace if there is one.
    pub(crate) fn note(&mut self, f: impl FnOnce(&mut Trace)) {
        if let Some(trace) = &mut self.0 {
            f(trace);
        }
    }

    pub(crate) fn removed(&mut self, text: &str, reason: impl Into<Removal>) {
        self.note(|t| {
            t.removed.push(Removed {
                text: shorten(text, 60),
                reason: reason.into(),
            });
        });
    }
}

/// At most `max` characters of `text`, with an ellipsis when cut.
pub(crate) fn shorten(text: &str, max: usize) -> String {
    match text.char_indices().nth(max) {
        Some((end, _)) => format!("{}…", &text[..end]),
        None => text.to_string(),
    }
}
