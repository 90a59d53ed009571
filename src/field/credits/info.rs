//! Bylines without a label between headline and text. How a byline is written is `byline`'s business.

use crate::field::context::Context;
use crate::field::credits::timed::TimedLines;
use crate::field::credits::tuning::info::{INFO_BYTES, LINE_MAX};
use crate::grammar::byline;
use crate::grammar::byline::Credits;
use crate::grammar::lexicon::is_slash;
use crate::page::dom::NodeId;

/// Bylines of the info region without a label: 記者張三／台北報導.
pub(super) fn bylines(cx: &Context<'_>, timed: &TimedLines) -> Vec<(NodeId, Credits)> {
    let dom = cx.dom();
    let lines = dom.lines();
    let text = |i: usize| lines.get(i).map_or("", |line| dom.line_text(line));
    let headline = cx.layout.headline();
    cx.layout
        .info()
        .filter(|&i| lines.get(i).is_some_and(|l| l.counts.chars <= LINE_MAX))
        .map(|i| {
            let found = cx.credits_of_line(i);
            let below = dom.is_text() && headline.is_some_and(|headline| i > headline);
            let found = match found.is_empty() {
                true if below => byline::signed(text(i), text(i + 1)),
                true if !dom.is_text() && headline.is_some_and(|headline| i > headline) => {
                    byline::with_post_below(text(i), text(i + 1))
                }
                _ => found,
            };
            // 橙橘医院 张三 李四, right above the time or below it.
            let named = found.is_empty()
                && lines[i].counts.linked == 0
                && headline.is_some_and(|headline| i > headline)
                // Two names at least, which something parts.
                && text(i).contains(|c: char| c.is_whitespace() || is_slash(c))
                && [i.wrapping_sub(1), i, i + 1]
                    .into_iter()
                    .any(|near| text(near).len() <= INFO_BYTES && timed.shows(cx, near));
            let found = match named {
                true if text(i).contains(is_slash) => byline::slashed_names(text(i)),
                true => byline::behind_place_of_work(text(i)),
                false => found,
            };
            (NodeId(lines[i].node), found)
        })
        .collect()
}
