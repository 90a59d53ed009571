//! What stands around the article without a label, for authors and outlet alike. Which of it counts is theirs to say.

use crate::field::adjacent::AdjacentText;
use crate::field::choose::Candidate;
use crate::field::class_role::ClassRole;
use crate::field::context::Context;
use crate::field::credits::timed::TimedLines;
use crate::grammar::byline::Credits;
use crate::page::dom::NodeId;
use crate::reason::Clue;
use crate::trace::Origin;

/// What stands around the article without a label, read once for authors and outlet.
pub(super) struct Unlabelled {
    pub(super) beside: Vec<AdjacentText>,
    pub(super) named: Vec<(ClassRole, NodeId)>,
    /// Bylines of the info region: 記者張三／台北報導.
    pub(super) bylines: Vec<(NodeId, Credits)>,
    pub(super) timed: TimedLines,
}

/// Words that stand where a name should and name nobody.
pub(super) fn is_nobody(name: &str) -> bool {
    let lower = name.to_ascii_lowercase();
    matches!(
        lower.as_str(),
        "name"
            | "author"
            | "admin"
            | "article information"
            | "role"
            | "undefined"
            | "null"
            | "http"
            | "https"
            | "news"
    ) || name.contains("://")
        || lower.ends_with(".cn")
        || lower.ends_with(".com")
        || name.contains('@')
}

/// Texts of elements named for one of these.
pub(super) fn named_texts<'a, T>(
    cx: &Context<'a>,
    around: &Unlabelled,
    wanted: &[ClassRole],
    clue: Clue,
) -> Vec<Candidate<'a, T>> {
    let found = around.named.iter();
    found
        .filter(|(named, _)| wanted.contains(named))
        .map(|&(_, ix)| Candidate::text(Origin::Generic(clue), cx.dom().text(ix), ix))
        .collect()
}
