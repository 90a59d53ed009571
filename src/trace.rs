//! `Trace`: which step gave each field, what lost, what was cut from the body. Only records; decides nothing.

pub(crate) mod node_path;

use std::fmt;

use serde::Serialize;

use crate::article::Role;
use crate::article::field::Field;
use crate::reason::{Clue, Refusal, Removal, Weighed};
use crate::trace::node_path::{NodePath, Spelt};

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
    /// What each selector of the rule's `remove` did.
    pub removers: Vec<RemoverTrace>,
    /// Where each block of the body stood, in the order of [`Body::blocks`](crate::Body::blocks).
    pub blocks: Vec<BlockTrace>,
    /// The credits that are no field of their own: whose photographs, who proofread.
    pub credits: Vec<CreditTrace>,
    /// The charset the bytes were read in, if bytes were given.
    pub charset: Option<&'static str>,
    /// How many broken sequences became U+FFFD, if bytes were given.
    pub replaced: usize,
    /// The URL given, if it is no web address (`about:blank`, a file's path). It was not used.
    pub refused_url: Option<String>,
    /// The charset given, if no charset is called so. It was not used.
    pub refused_charset: Option<String>,
}

impl Trace {
    /// Gives up where blocks stood, should some have been left out since: better no place than another's.
    pub(crate) fn align(&mut self, blocks: usize) {
        if self.blocks.len() != blocks {
            self.blocks = vec![BlockTrace::default(); blocks];
        }
    }

    /// Spells out where everything stood, once all is noted.
    pub(crate) fn spell(&mut self, mut spell: impl FnMut(u32) -> Option<Spelt>) {
        let fields = self.fields.iter_mut();
        let candidates = fields.flat_map(|f| f.winner.iter_mut().chain(&mut f.lost));
        let paths = candidates
            .map(|candidate| &mut candidate.at)
            .chain(self.roots.iter_mut().map(|root| &mut root.at))
            .chain(self.removed.iter_mut().map(|removed| &mut removed.at))
            .chain(self.credits.iter_mut().map(|credit| &mut credit.at));
        let blocks = self.blocks.iter_mut();
        for path in paths.chain(blocks.flat_map(|block| [&mut block.at, &mut block.caption])) {
            *path = path.take().and_then(|path| path.spelt(&mut spell));
        }
    }
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
    /// Whether the rule took the place of another of its name in the [`RuleSet`](crate::RuleSet).
    pub replaces: bool,
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
    /// Where in the page it stood: for a line the node it starts with, for a list its first item. None for what stands in data, the
    /// URL or a text without markup.
    pub at: Option<NodePath>,
    /// Why it lost; none for the winner.
    pub reason: Option<Refusal>,
    /// What spoke for it and against it, where a field is decided by weighing: kinds of pages, lists of articles, headlines, writers
    /// and outlets.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub witnesses: Vec<Weighed>,
}

impl Candidate {
    pub(crate) fn new(origin: Origin, value: String, reason: Option<Refusal>) -> Self {
        Self {
            confidence: origin.confidence(),
            origin,
            value,
            at: None,
            reason,
            witnesses: Vec::new(),
        }
    }

    /// The same, with the node it stood in.
    pub(crate) fn at(mut self, node: Option<u32>) -> Self {
        self.at = node.map(NodePath::of);
        self
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
    /// Where in the page it stands: the element, or the first node of a run of siblings.
    pub at: Option<NodePath>,
}

/// What a selector of a rule's `remove` did.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct RemoverTrace {
    /// The selector, as the rule has it.
    pub selector: String,
    /// How many elements of the page it hits.
    pub hits: usize,
    /// How many of them stood in the body and were cut from it.
    pub cut: usize,
    /// How many were left for holding more than half of the body: a rule cannot cut the article itself.
    pub spared: usize,
    /// Characters of text cut, white space not counted.
    pub chars: usize,
    /// Pictures cut.
    pub images: usize,
}

/// Where a block of the body stood.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct BlockTrace {
    /// The node it starts with: a paragraph's first text, a picture's `img`. None for what the page's data held.
    pub at: Option<NodePath>,
    /// The node that the caption of a picture or film starts with, where it is a line of its own.
    pub caption: Option<NodePath>,
}

/// A credit that is no field of its own.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct CreditTrace {
    /// What it is for.
    pub role: Role,
    /// The label as shown: `摄影`.
    pub label: String,
    /// The value behind the label.
    pub value: String,
    /// Where in the page it stood.
    pub at: Option<NodePath>,
}

/// Something cut from the body.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct Removed {
    /// Its text, shortened to about 60 characters.
    pub text: String,
    /// Where in the page it stood: the element cut, or the node that the line starts with.
    pub at: Option<NodePath>,
    /// Why.
    pub reason: Removal,
}

/// Collects a `Trace` if one was asked for.
#[derive(Debug)]
pub(crate) struct Tracer {
    trace: Option<Box<Trace>>,
    /// Whether nodes told of now are not the page's: those of a body that its data held.
    elsewhere: bool,
}

impl Tracer {
    pub(crate) fn on() -> Self {
        Self {
            trace: Some(Box::default()),
            elsewhere: false,
        }
    }

    pub(crate) fn off() -> Self {
        Self {
            trace: None,
            elsewhere: false,
        }
    }

    /// Whether somebody reads what is noted.
    pub(crate) fn is_on(&self) -> bool {
        self.trace.is_some()
    }

    pub(crate) fn finish(self) -> Trace {
        self.trace.map(|t| *t).unwrap_or_default()
    }

    /// Runs `f` on the trace if there is one.
    pub(crate) fn note(&mut self, f: impl FnOnce(&mut Trace)) {
        if let Some(trace) = &mut self.trace {
            f(trace);
        }
    }

    /// Says that nodes told of from here on are not the page's, or are again.
    pub(crate) fn elsewhere(&mut self, elsewhere: bool) {
        self.elsewhere = elsewhere;
    }

    /// The path of a node that is told of now.
    pub(crate) fn path(&self, node: u32) -> Option<NodePath> {
        (!self.elsewhere).then(|| NodePath::of(node))
    }

    pub(crate) fn removed(&mut self, text: &str, node: u32, reason: impl Into<Removal>) {
        if !self.is_on() {
            return;
        }
        let at = self.path(node);
        self.note(|t| {
            t.removed.push(Removed {
                text: shorten(text, 60),
                at,
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
