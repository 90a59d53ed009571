//! The subtitle (副题, 引题, 肩题): a line of its own above or below the headline, shown as such. Not the summary.

use crate::article::field::Field;
use crate::content::hint::hints;
use crate::content::subtitle_line;
use crate::field::choose::{self, Candidate};
use crate::field::context::Context;
use crate::field::tuning::subtitle::{BELOW, CHARS_MIN};
use crate::grammar::byline;
use crate::grammar::hints::Hint;
use crate::grammar::time;
use crate::grammar::title::key::same_headline;
use crate::grammar::title::subtitle::{MAX, is_dashed};
use crate::page::dom::{Dom, NodeId};
use crate::page::tag::Tag;
use crate::reason::{Clue, Refusal};
use crate::text::clean;
use crate::trace::{Origin, Tracer};

/// The subtitle shown.
pub(crate) fn find(cx: &Context<'_>, tracer: &mut Tracer) -> Option<String> {
    let candidates = cx.rule_candidates(Field::Subtitle).chain(beside(cx));
    let candidates = candidates.chain(apart(cx));
    let choice = choose::first(cx.mode(), candidates, |candidate| {
        let value = clean(&candidate.shown);
        let chars = value.chars().count();
        let max = match candidate.origin {
            Origin::Rule(_) => MAX * 2,
            _ => MAX,
        };
        ((2..=max).contains(&chars) && !cx.title.is_some_and(|t| same_headline(t, &value)))
            .then_some(value)
    });
    choice.value_with(Field::Subtitle, tracer, |candidate| {
        let value = clean(&candidate.shown);
        match choose::length(&value, 2, MAX) {
            Some(length) => length,
            None if cx.title.is_some_and(|t| same_headline(t, &value)) => Refusal::RepeatsTitle,
            None => Refusal::Grammar,
        }
    })
}

/// Lines right above and below the headline that are set as a subtitle.
fn beside<'a>(cx: &Context<'a>) -> impl Iterator<Item = Candidate<'a, String>> + use<'a> {
    let dom = cx.dom();
    let headline = cx.headline;
    let at = cx.layout.headline();
    let lines = at.into_iter().flat_map(|at| {
        let below = at + 1..=at + BELOW;
        below.chain(at.checked_sub(1))
    });
    lines.filter_map(move |i| {
        let line = dom.lines().get(i)?;
        let text = dom.line_text(line);
        let node = NodeId(line.node);
        let how = if is_dashed(text) && node > headline? {
            Clue::DashedLine
        } else if is_named(dom, node) {
            Clue::NamedSubtitle
        } else if is_heading_pair(dom, headline?, node) {
            Clue::SecondHeading
        } else {
            return None;
        };
        (line.counts.linked == 0 && is_plain(text))
            .then(|| Candidate::text(Origin::Generic(how), text, node))
    })
}

/// A line alone between headline and text.
fn apart<'a>(cx: &Context<'a>) -> Option<Candidate<'a, String>> {
    let dom = cx.dom();
    let start = cx.layout.body_start(dom)?;
    let node = subtitle_line::find(dom, cx.headline?, start)?;
    let text = dom.line_text(dom.lines().get(dom.line_from(node))?);
    Some(Candidate::text(
        Origin::Generic(Clue::LineApart),
        text,
        node,
    ))
}

fn is_named(dom: &Dom, node: NodeId) -> bool {
    let mut around = dom.ancestors(node).take(2);
    around.any(|ix| hints(dom, ix).has(Hint::Subtitle))
}

/// Whether a line is a heading that follows the headline with nothing between, as newspapers set them: h1 and h2.
fn is_heading_pair(dom: &Dom, headline: NodeId, node: NodeId) -> bool {
    let level = |ix: NodeId| {
        dom.ancestors(ix)
            .take(3)
            .find_map(|a| Some((a, dom.tag(a).heading_level()?)))
    };
    let Some((lower, below)) = level(node) else {
        return false;
    };
    let top = if dom.tag(headline).heading_level().is_some() {
        Some((headline, dom.tag(headline).heading_level().unwrap_or(1)))
    } else {
        level(headline)
    };
    top.is_some_and(|(ix, above)| {
        above < below
            && lower > ix
            && dom.parent(lower) == dom.parent(ix)
            && dom.tag(lower) != Tag::Other
            && dom.counts_between(dom.end(ix), lower).chars == 0
    })
}

/// Whether a line can be a subtitle at all: no info line, no sentence.
fn is_plain(text: &str) -> bool {
    !text.ends_with(['。', '：', ':'])
        && text.chars().count() >= CHARS_MIN
        && !byline::is_credit_line(text)
        && !time::spans::shows(text)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Article;

    #[test]
    fn dashed_lines() {
        for (line, expected) in [
            ("——北岭林场巡山记", true),
            ("—— 写在城东公园开放之际", true),
            ("——————————", false),
            ("——他说，公园开放了。", false),
            ("北岭林场巡山记", false),
        ] {
            assert_eq!(is_dashed(line), expected, "{line}");
        }
    }

    #[test]
    fn subtitles_of_pages() {
        let body = "<div class=text><p>城东公园今天上午正式向市民开放，园内步道、湖区和儿童乐园同时启用，全天免费。</p>
            <p>公园占地三十公顷，前身是一片旧厂房。改造历时三年，保留了两座水塔和一段铁轨。</p></div>";
        for (head, expected) in [
            (
                "<h1>守林人的一天</h1><p>——北岭林场巡山记</p>",
                Some("——北岭林场巡山记"),
            ),
            (
                "<h1>守林人的一天</h1><h2>北岭林场巡山记</h2>",
                Some("北岭林场巡山记"),
            ),
            (
                "<h1>守林人的一天</h1><div class='sub-title'>北岭林场巡山记</div>",
                Some("北岭林场巡山记"),
            ),
            (
                "<div class=yinti>北岭林场巡山记</div><h1>守林人的一天</h1>",
                Some("北岭林场巡山记"),
            ),
            ("<h1>守林人的一天</h1><p>2024-05-10 来源：橙橘网</p>", None),
            (
                "<h1>守林人的一天</h1><div class='sub-title'>2024-05-10 06:58</div>",
                None,
            ),
        ] {
            let html = format!("<title>守林人的一天_橙橘网</title><div>{head}</div>{body}");
            let article = Article::parse(&html).unwrap();
            assert_eq!(article.metadata.subtitle.as_deref(), expected, "{head}");
            assert_eq!(article.body.text().lines().count(), 2, "{head}");
        }
    }
}
