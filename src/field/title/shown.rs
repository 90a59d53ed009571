//! The element that shows the headline: the heading that the page's title repeats, or what stands where one would. Not its text.

use crate::content::credit_line::is_credit_line;
use crate::content::hint::hints;
use crate::content::subject::Subject;
use crate::content::values;
use crate::field::title::judge::Judge;
use crate::field::title::tuning::shown::{
    ABOVE, LINE_FAR, LINE_HEADING, LINE_INFO, LINE_SHARE, NAMED_MIN, TEXT_MIN, WHOLE,
};
use crate::field::title::tuning::{
    ABOVE_CHARS, BOX_MAX, CUT_MIN, END_MIN, HEADING_BYTES, HEADLINE_LINKED, LINE_CHARS,
    LINE_LINKED, LONE_CHARS, NAMED_CHARS, PROSE_MIN, REPEATED_HEADING_MIN, SHORT_TITLE_MIN,
};
use crate::grammar::hints::Hint;
use crate::grammar::label;
use crate::grammar::time;
use crate::grammar::title::key::{TITLE_MAX, compare_key, prefix, same_headline};
use crate::grammar::title::text::{without_clock, without_info};
use crate::page::dom::{Dom, NodeId};
use crate::page::tag::Tag;
use crate::text::{Line, start};

/// The heading (h1 to h4, or an element named title) whose text `<title>` or `og:title` contains: the longest, then the first.
///
/// Where no heading does, the line of text that does; with the text of either. `stripped` is the title without what the site adds.
pub(super) fn shown_heading<'a>(
    dom: &'a Dom,
    title: &str,
    stripped: &str,
    og: &str,
    names: &[String],
) -> Option<(NodeId, &'a str)> {
    let whole_title = title;
    let (title, og) = (
        compare_key(start(title, TITLE_MAX)),
        compare_key(start(og, TITLE_MAX)),
    );
    let short_title = compare_key(stripped);
    let names: Vec<String> = names.iter().map(|n| compare_key(n)).collect();
    let is_text = |l: &&Line| values::is_prose(l) && l.counts.chars >= TEXT_MIN;
    let text_starts = dom.lines().iter().find(is_text).map_or(0, |l| l.node);
    // With its length, and whether the page's title may be more than it.
    let mut best: Option<(usize, NodeId, bool)> = None;
    let mut consider = |ix: NodeId| {
        let text = dom.text(ix);
        if text.len() > HEADING_BYTES {
            return;
        }
        let own = compare_key(&without_clock(without_info(text.replace('\n', " "))));
        let chars = own.chars().count();
        let repeated = !title.is_empty() && (title.starts_with(&own) || title.contains(&own))
            || !og.is_empty() && og.contains(&own);
        // A page's title may be cut short: 「标题很长的一篇文…」.
        let cut = chars > CUT_MIN && !title.is_empty() && own.starts_with(prefix(&title, CUT_MIN))
            // 护林员的一天 in the title, 护林员的一天：三十公里山路走了二十年 in the heading.
            || dom.tag(ix) == Tag::H1
                && short_title.chars().count() >= SHORT_TITLE_MIN
                && own.starts_with(&short_title);
        if chars >= REPEATED_HEADING_MIN && (repeated || cut) && !names.contains(&own) {
            // Of equal ones the last above the text: bars and data for scripts have it at the page's top, words for sharing and
            // printing below the article.
            let later = |best: NodeId| {
                ix.0 < text_starts && (dom.tag(ix) == Tag::H1 || dom.tag(best) != Tag::H1)
            };
            if best.is_none_or(|(b, best, _)| chars > b || chars == b && later(best)) {
                let channel = chars < WHOLE && !title.starts_with(&own) && title.contains(&own);
                best = Some((chars, ix, channel));
            }
        }
    };
    for &ix in &dom.seen.headings {
        consider(ix);
    }
    let (least, found) = match best {
        Some((_, ix, false)) => return Some((ix, dom.text(ix))),
        // It may be a channel of the title's end: a line that the title begins with says more.
        Some((chars, ix, true)) => (chars, Some((ix, dom.text(ix)))),
        None => (0, None),
    };
    let mut longest: Option<((bool, usize), &Line)> = None;
    for line in dom.lines() {
        if LINE_CHARS.contains(&line.counts.chars) && line.counts.link_share() < LINE_LINKED {
            let text = dom.line_text(line);
            let own = compare_key(text);
            let chars = own.chars().count();
            let begins =
                title.starts_with(&own) && (chars >= WHOLE || own.len() * 10 >= title.len() * 4);
            let part = chars >= SHORT_TITLE_MIN
                && (begins
                    || found.is_none() && (own == og || title.ends_with(&own) && chars >= END_MIN));
            // A box with the page's whole title says less than one without the site's name.
            let bare = begins && chars >= WHOLE && is_before_separator(text, whole_title);
            let rank = (bare, chars);
            if part
                && chars > least
                && longest.is_none_or(|(l, _)| rank > l || rank == l && line.node < text_starts)
                && !names.iter().any(|n| compare_key(n) == own)
            {
                longest = Some((rank, line));
            }
        }
    }
    // The line's text: its first element may hold but a part, as in pages made with Word.
    match longest {
        Some((_, line)) => Some((NodeId(line.node), dom.line_text(line))),
        None => found,
    }
}

/// Whether a page's title is this text, a separator, and more.
fn is_before_separator(text: &str, title: &str) -> bool {
    let rest = title.trim_start().strip_prefix(text.trim());
    rest.is_some_and(|rest| {
        rest.trim_start()
            .starts_with(['_', '-', '|', '｜', '–', '—', '－'])
    })
}

/// The line above the page's text that most speaks for as its headline: none of its lists, labels and times.
pub(super) fn line_above_prose(subject: &Subject<'_>, judge: &Judge<'_>) -> Option<NodeId> {
    let dom = &subject.page.dom;
    let root = subject.root(None)?;
    let lines = dom.lines();
    let start = dom.line_from(root.run.from);
    let first = (start..lines.len())
        .find(|&i| values::is_prose(&lines[i]) && lines[i].counts.chars > PROSE_MIN)?;
    let is_headline = |line: &&Line| {
        let text = dom.line_text(line);
        ABOVE_CHARS.contains(&line.counts.chars)
            && line.counts.link_share() < HEADLINE_LINKED
            && !is_credit_line(dom, text)
            && label::scan(text).is_empty()
            && !time::spans::shows(text)
            && !text.ends_with(['。', '：', ':'])
            && !text.contains(['>', '|', '/', '：', ':', '（'])
    };
    let from = first.saturating_sub(ABOVE);
    let above = lines[from..first].iter().rev().enumerate();
    let scored = above
        .filter(|(_, line)| is_headline(line))
        .map(|(far, line)| {
            let at = first - 1 - far;
            let info = lines[at + 1..first].iter().take(2).any(|next| {
                let text = dom.line_text(next);
                is_credit_line(dom, text) || time::spans::shows(text)
            });
            let ix = NodeId(line.node);
            let heading = std::iter::once(ix)
                .chain(dom.ancestors(ix))
                .take(3)
                .any(|a| {
                    matches!(
                        dom.tag(a),
                        Tag::H1 | Tag::H2 | Tag::H3 | Tag::H4 | Tag::H5 | Tag::H6
                    )
                });
            let key = compare_key(dom.line_text(line));
            let score = f32::from(u8::from(info)) * LINE_INFO
                + f32::from(u8::from(heading)) * LINE_HEADING
                + judge.share(&key).unwrap_or(0.0).min(0.6) * LINE_SHARE
                - far as f32 * LINE_FAR;
            (score, ix)
        });
    scored
        .fold(None, |best: Option<(f32, NodeId)>, next| match best {
            Some(best) if best.0 >= next.0 => Some(best),
            _ => Some(next),
        })
        .map(|(_, ix)| ix)
}

/// The element around a headline that is set in lines: `江边新公园<br>今起全天开放`.
pub(super) fn with_broken_lines(dom: &Dom, ix: NodeId) -> NodeId {
    let outer = match dom.tag(ix) {
        Tag::Text => dom.parent(ix),
        _ => None,
    };
    outer
        .filter(|&outer| {
            dom.counts(outer).chars <= BOX_MAX
                && dom.text(outer).lines().count() <= 3
                && dom
                    .children(outer)
                    .all(|c| matches!(dom.tag(c), Tag::Text | Tag::Br))
        })
        .unwrap_or(ix)
}

/// The first element whose class or id calls it a title and whose text is one.
pub(super) fn named_title(dom: &Dom, judge: &Judge<'_>, page_title: &str) -> Option<NodeId> {
    dom.subtree(dom.body()).find(|&ix| {
        let counts = dom.counts(ix);
        dom.tag(ix) != Tag::Text
            && NAMED_CHARS.contains(&counts.chars)
            && counts.link_share() < HEADLINE_LINKED
            && hints(dom, ix).has(Hint::Title)
            && {
                let text = dom.text(ix);
                !text.contains('\n')
                    && text.chars().filter(|c| c.is_alphabetic()).count() >= NAMED_MIN
                    && !same_headline(page_title, text)
                    && judge.demerits(text) >= 0.0
            }
    })
}

/// The only `h1` of a page that has no usable title.
pub(super) fn lone_heading(dom: &Dom) -> Option<NodeId> {
    let good = |ix: &&NodeId| {
        let chars = dom.counts(**ix).chars;
        LONE_CHARS.contains(&chars)
    };
    let h1 = dom
        .seen
        .headings
        .iter()
        .filter(|ix| dom.tag(**ix) == Tag::H1)
        .find(good);
    // A sub-heading within the text is no headline.
    let prose = dom
        .lines()
        .iter()
        .find(|l| values::is_prose(l))
        .map_or(u32::MAX, |l| l.node);
    let above = |ix: &&NodeId| ix.0 < prose && good(ix);
    h1.or_else(|| dom.seen.headings.iter().find(above)).copied()
}

/// The line that shows a title found elsewhere.
pub(super) fn shown_line(dom: &Dom, title: &str) -> Option<NodeId> {
    let title = compare_key(title);
    if title.chars().count() < REPEATED_HEADING_MIN {
        return None;
    }
    let mut lines = dom.lines().iter().filter(|l| {
        let text = dom.line_text(l);
        text.len() < title.len() * 2 + 60 && compare_key(text) == title
    });
    let first = lines.next()?;
    // A link of the same words is an entry of some list, unless nothing else shows them.
    let line = match first.counts.linked == 0 {
        true => first,
        false => lines.find(|l| l.counts.linked == 0).unwrap_or(first),
    };
    Some(NodeId(line.node))
}
