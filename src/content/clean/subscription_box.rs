//! The box between the paragraphs of a body that sells accounts: short lines, several of which speak of one.

use crate::content::tuning::subscription_box::{
    CHARS_MAX, CHARS_MIN, LINE_MAX, LINES_MAX, LINES_MIN, TOLD,
};
use crate::grammar::lexicon::facet::Facet;
use crate::page::dom::{Dom, NodeId};

/// Whether an element is such a box: 成为会员, 全站畅读, 立即订阅, 已经订阅？请登入.
pub(super) fn is_subscription_box(dom: &Dom, ix: NodeId) -> bool {
    let counts = dom.counts(ix);
    if counts.linked == 0 || !(CHARS_MIN..=CHARS_MAX).contains(&counts.chars) {
        return false;
    }
    let lines = dom.lines_in(ix);
    if !(LINES_MIN..=LINES_MAX).contains(&lines.len())
        || lines.iter().any(|line| line.counts.chars > LINE_MAX)
    {
        return false;
    }
    let told = lines.iter().map(|line| dom.line_text(line));
    let told = told.filter(|line| Facet::AccountFor.within(line));
    let mut asks = 0;
    let told = told.inspect(|line| asks += usize::from(Facet::AppealAsk.within(line)));
    told.count() >= TOLD && asks > 0
}
