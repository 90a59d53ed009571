//! Elements of the info region whose class or id says they hold the writer, the outlet or the account. Words and places only; values are `byline`'s and `outlet`'s.

use crate::content::hint::hints;
use crate::field::context::Context;
use crate::field::tuning::class_role::MAX;
use crate::grammar::hints::Hint;
use crate::page::dom::{Dom, NodeId};
use crate::page::tag::Tag;

/// What an element is named for, the more telling the later: an account is named with the word author as often as not.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum ClassRole {
    /// `author`, `writer`, `reporter`.
    Author,
    /// `source`, `laiyuan`, `media-name`.
    Source,
    /// `nickname`, `account`: the account of a self-media platform.
    Account,
}

/// All such elements between headline and body (or a few above the headline), with what they are named for, in document order.
pub(crate) fn elements(cx: &Context<'_>) -> Vec<(ClassRole, NodeId)> {
    let dom = cx.dom();
    let lines = dom.lines();
    let info = cx.layout.info();
    let Some(first) = lines.get(info.start) else {
        return Vec::new();
    };
    let from = cx.headline.unwrap_or(NodeId(first.node));
    let to = lines
        .get(info.end)
        .map_or(dom.end(dom.root()), |l| NodeId(l.node));
    let mut out = Vec::new();
    for ix in (from.0..to.0.max(from.0)).map(NodeId) {
        // `<i class="fa fa-user"></i> 橙橘网`: an icon is the label of the text behind it.
        if is_person_icon(dom, ix)
            && let next = dom.end(ix)
            && next.0 < dom.len() as u32
            && dom.parent(next) == dom.parent(ix)
            && (2..=MAX).contains(&dom.counts(next).chars)
        {
            out.push((ClassRole::Author, next));
        }
        if dom.tag(ix) == Tag::Text
            || dom.is_hidden(ix)
            || !(2..=MAX).contains(&dom.counts(ix).chars)
        {
            continue;
        }
        if let Some(named) = named(dom, ix) {
            out.push((named, ix));
        }
    }
    out
}

/// Whether an element is an empty one that draws a person.
fn is_person_icon(dom: &Dom, ix: NodeId) -> bool {
    matches!(dom.tag(ix), Tag::I | Tag::Span | Tag::Em)
        && dom.counts(ix).chars == 0
        && hints(dom, ix).has(Hint::PersonIcon)
}

fn named(dom: &Dom, ix: NodeId) -> Option<ClassRole> {
    const ROLES: [(Hint, ClassRole); 3] = [
        (Hint::Account, ClassRole::Account),
        (Hint::Source, ClassRole::Source),
        (Hint::Author, ClassRole::Author),
    ];
    let found = hints(dom, ix);
    let mut roles = ROLES.iter().filter(|(hint, _)| found.has(*hint));
    roles.next().map(|(_, role)| *role)
}
