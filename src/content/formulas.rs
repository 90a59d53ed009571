//! Formulas: the TeX that an element or picture was made from. Not where they stand in a sentence.

use crate::content::hint::hints;
use crate::content::tuning::formulas::MAX;
use crate::grammar::hints::Hint;
use crate::page::dom::{Dom, NodeId};
use crate::page::tag::Tag;

/// The TeX of a formula: `<span data-tex="r">`, `<img eeimg="1" alt="S=\pi r^2">`, `<script type="math/tex">`.
pub(crate) fn tex(dom: &Dom, ix: NodeId) -> Option<&str> {
    let found = match dom.tag(ix) {
        Tag::Img => {
            let made = dom.attr(ix, "eeimg").is_some()
                || dom
                    .attr(ix, "src")
                    .is_some_and(|src| src.contains("/equation?tex="))
                || hints(dom, ix).has(Hint::Formula);
            dom.attr(ix, "alt").filter(|_| made)
        }
        Tag::Span | Tag::Div => dom.attr(ix, "data-tex"),
        Tag::Script
            if dom
                .attr(ix, "type")
                .is_some_and(|t| t.starts_with("math/tex")) =>
        {
            Some(dom.script_text(ix))
        }
        _ => None,
    };
    let found = found?.trim();
    (!found.is_empty() && found.len() <= MAX && found != "[公式]").then_some(found)
}
