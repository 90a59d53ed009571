//! Why one line of a body is not the article's: by where it stands and what it says.

use crate::body::{Block, Inline};
use crate::content::captions;
use crate::content::clean::controls::{is_control_list, is_document_table};
use crate::content::clean::credits::is_credits;
use crate::content::placed_block::PlacedBlock;
use crate::content::tuning::clean::{
    CLOCK_MIN, COUNTER_MAX, EDGE_MAX, HEAD_KEPT, LABEL_MAX, LINKS_BELOW, OUTLET_MAX, TAIL,
};
use crate::grammar::boilerplate;
use crate::grammar::boilerplate::verdict::LineVerdict;
use crate::grammar::lexicon::facet::Facet;
use crate::grammar::list_label::{self, Announced};
use crate::grammar::outlet;
use crate::grammar::title::key::same_headline;
use crate::grammar::title::subtitle;
use crate::page::dom::Dom;
use crate::reason::{Cut, Noise, Removal};

pub(super) const CREDIT: Removal = Removal::Cut(Cut::CreditLine);

/// Where a line stands in the body.
pub(super) struct LinePlace {
    pub(super) above: usize,
    /// How many of those above were kept.
    pub(super) kept: usize,
    pub(super) below: usize,
}

/// Why a line is not the article's, and whether all below it is not either.
pub(super) fn reason(
    dom: &Dom,
    piece: &PlacedBlock,
    at: LinePlace,
    title: Option<&str>,
) -> Option<(Removal, bool)> {
    if let Block::Table(table) = &piece.block
        && at.kept == 0
        && is_document_table(table)
    {
        return Some((Cut::AboveText.into(), false));
    }
    if let Block::List(list) = &piece.block
        && is_control_list(&list.items)
    {
        return Some((Noise::Controls.into(), false));
    }
    if !matches!(piece.block, Block::Paragraph(_) | Block::Heading(_)) {
        return None;
    }
    let text = piece.text();
    // 网友评论 stands below the headline, which some pages say again.
    if at.kept > HEAD_KEPT && at.below < TAIL && title.is_some_and(|t| same_headline(t, text)) {
        return Some((Cut::Headline.into(), false));
    }
    if at.above < EDGE_MAX
        && at.kept < HEAD_KEPT
        && title.is_some_and(|t| same_headline(t, without_clock(text)))
    {
        return Some((Cut::Headline.into(), false));
    }
    // 橙橘日报, alone above the text: an info line without its label.
    if at.kept == 0
        && at.below > 0
        && matches!(piece.block, Block::Paragraph(_))
        && text.chars().count() <= OUTLET_MAX
        && outlet::is_outlet(text)
    {
        return Some((CREDIT, false));
    }
    if at.kept == 0 && Facet::SummaryMark.starts(text) {
        return Some((Cut::Summary.into(), false));
    }
    if at.kept == 0 && subtitle::is_dashed(text) {
        return Some((Cut::Subtitle.into(), false));
    }
    match furniture(piece) {
        Some(LineVerdict::Drop(noise)) => return Some((noise.into(), false)),
        Some(LineVerdict::End(noise)) => return Some((noise.into(), true)),
        None => {}
    }
    if (at.kept == 0 || at.below < TAIL) && boilerplate::is_appeal(text, text.chars().count()) {
        return Some((Noise::Promotion.into(), false));
    }
    let edge = at.above < EDGE_MAX && at.kept < HEAD_KEPT || at.below < TAIL;
    if edge && is_credits(dom, piece) {
        return Some((CREDIT, false));
    }
    // The counter or the name of a control that stands alone behind the text.
    let alone = |text: &str| {
        text.len() <= COUNTER_MAX && text.bytes().all(|b| b.is_ascii_digit())
            || boilerplate::is_button(text)
    };
    if at.below == 0 && at.kept > 1 && alone(text) {
        return Some((Noise::Counter.into(), false));
    }
    if at.below < TAIL && boilerplate::is_at_tail(text) {
        return Some((Cut::Tail.into(), false));
    }
    if at.kept > 0 && is_labelled_link(piece) {
        return Some((Noise::RelatedList.into(), false));
    }
    if at.below < LINKS_BELOW
        && at.kept > 0
        && !piece.said.announced.get()
        && is_link_line(&piece.block)
        && !captions::is_worded(text)
    {
        return Some((Cut::LinkLine.into(), false));
    }
    None
}

/// What becomes of a piece as furniture of the page.
pub(super) fn furniture(piece: &PlacedBlock) -> Option<LineVerdict> {
    let said = piece.said.furniture.get();
    said.unwrap_or_else(|| {
        let verdict = boilerplate::act(piece.text());
        piece.said.furniture.set(Some(verdict));
        verdict
    })
}

/// A repeated headline without the clock time or the number of a picture behind it: `城东公园今起开放 (13:42)`, `城东公园今起开放(1/9)`.
fn without_clock(text: &str) -> &str {
    let clock = |c: char| c.is_ascii_digit() || matches!(c, ':' | '/' | '(' | ')' | '（' | '）');
    match text.trim_end_matches(clock) {
        cut if text.len() - cut.len() > CLOCK_MIN && text.ends_with([')', '）']) => cut.trim_end(),
        _ => text,
    }
}

/// Whether a paragraph is a label of other articles and links behind it: `热门新闻 <a>…</a>`, `更多橙橘新聞：<a>…</a>`.
fn is_labelled_link(piece: &PlacedBlock) -> bool {
    let Block::Paragraph(paragraph) = &piece.block else {
        return false;
    };
    let [Inline::Text { text }, rest @ ..] = paragraph.content.as_slice() else {
        return false;
    };
    if rest.is_empty() || !rest.iter().all(|i| matches!(i, Inline::Link { .. })) {
        return false;
    }
    let label = text.trim();
    // 👉城西公园明年动工
    let points = |c: char| {
        matches!(
            c,
            '👉' | '☞' | '▶' | '➤' | '➡' | '►' | '⏩' | '\u{fe0f}' | ' '
        )
    };
    if !label.is_empty() && label.chars().all(points) {
        return true;
    }
    let bare = label.trim_end_matches(['：', ':']);
    label.chars().count() <= LABEL_MAX
        && (list_label::announced(bare) != Announced::Nothing
            || bare.len() < label.len() && Facet::More.starts(bare))
}

/// A paragraph that is one link and no sentence.
pub(super) fn is_link_line(block: &Block) -> bool {
    matches!(block, Block::Paragraph(_)) && is_linked(block)
}

/// A paragraph or heading that is nothing but links.
pub(super) fn is_linked(block: &Block) -> bool {
    let content = match block {
        Block::Paragraph(paragraph) => &paragraph.content,
        Block::Heading(heading) => &heading.content,
        _ => return false,
    };
    !content.is_empty() && content.iter().all(|i| matches!(i, Inline::Link { .. }))
}
