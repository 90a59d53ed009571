//! Lists that a text opens with: its points in short items, which neither info lines nor controls are. What they say; that they are kept is
//! `roots`' and `clean`'s business.

use crate::content::credit_line::is_credit_line;
use crate::content::hint::hints;
use crate::content::tuning::opening_list::{CHARS_MIN, ITEMS_MAX, ITEMS_MIN};
use crate::grammar::boilerplate;
use crate::grammar::lexicon::is_han;
use crate::grammar::list_label::{self, Announced};
use crate::grammar::outlet;
use crate::grammar::time;
use crate::page::dom::{Dom, NodeId};
use crate::page::tag::Tag;

/// Whether an element is a list of points: items of some words each, without links, times, names of outlets and controls.
pub(crate) fn is_opening(dom: &Dom, ix: NodeId) -> bool {
    let lines = || dom.lines_in(ix);
    matches!(dom.tag(ix), Tag::Ul | Tag::Ol)
        && !dom.is_hidden(ix)
        && dom.counts(ix).linked == 0
        && dom.images_in(ix).is_empty()
        && (ITEMS_MIN..=ITEMS_MAX).contains(&lines().len())
        && dom.counts(ix).chars as usize >= lines().len() * CHARS_MIN
        && hints(dom, ix).noise().is_none()
        && lines().iter().all(|line| {
            let text = dom.line_text(line);
            text.chars().filter(|c| is_han(*c)).count() * 2 > text.chars().count()
                && !text.contains(['：', ':', '|'])
                && boilerplate::act(text).is_none()
                && !boilerplate::is_button(text)
                && !is_credit_line(dom, text)
                && !time::spans::shows(text)
                && !outlet::is_outlet(text)
                && list_label::announced(text) == Announced::Nothing
        })
}
