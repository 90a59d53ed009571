//! Summary (摘要, 导读, 核心提示): what is shown as such, else the page's own description. Not the subtitle.

use crate::article::field::Field;
use crate::content::captions;
use crate::content::labelled::Region;
use crate::field::choose;
use crate::field::context::Context;
use crate::field::tuning::summary::{
    BEHIND_TITLE_MAX, BOX_WITHIN, CHARS_MIN, COMPARED, KEYWORD_MAX, KEYWORDS_MIN, START,
};
use crate::grammar::label::Label;
use crate::grammar::lexicon::facet::Facet;
use crate::grammar::title::key::{compare_key, prefix};
use crate::grammar::title::text::unescape;
use crate::reason::Refusal;
use crate::text::clean;
use crate::trace::Tracer;

/// The summary shown, else the page's description if it is about this article.
pub(crate) fn summary(cx: &Context<'_>, text: &str, tracer: &mut Tracer) -> Option<String> {
    let labelled = cx.labelled(|s| s.label == Label::Summary, &[Region::Info, Region::Head]);
    let candidates = cx
        .rule_candidates(Field::Summary)
        .chain(labelled)
        .chain(cx.metas(&["og:description", "description"]))
        .chain(cx.linked(&["description"]));
    let title = cx.title.map(compare_key).unwrap_or_default();
    // Descriptions are cut from the start of the body; that much of it is compared, and only if there is a description.
    let mut start_of_body = None;
    let choice = choose::first(cx.mode(), candidates, |candidate| {
        let value = clean(without_original_title(candidate.shown.trim_start()));
        let value = unescape(value);
        let value = clean(without_mark(&value));
        // What a template should have filled in: { review.abstract(200) }.
        let template = value.contains('{') && value.contains('}');
        let own = compare_key(&value);
        let chars = own.chars().count();
        // 橙橘网-每天一点新鲜事 is about the site.
        let slogan = cx.subject.rule.is_some_and(|rule| {
            value
                .strip_prefix(rule.name())
                .is_some_and(|rest| rest.starts_with(['-', '—', '|', '_', '，', ',']))
        });
        let site_wide = slogan || Facet::SiteWide.within(&value);
        // Text cut from the body is no summary: compare a stretch of its beginning.
        let start: String = own.chars().take(START).collect();
        let body = start_of_body.get_or_insert_with(|| compare_key(prefix(run_of(cx), COMPARED)));
        let cut = chars >= START && body.contains(&start) && !is_boxed(cx, text, &own, &start);
        let keywords = is_keywords_after(&value, cx.title) || is_keywords(&value);
        (chars >= CHARS_MIN
            && !title.starts_with(&own)
            && !site_wide
            && !cut
            && !keywords
            && !template)
            .then_some(value)
    });
    choice.value_with(Field::Summary, tracer, |candidate| {
        let value = clean(without_original_title(candidate.shown.trim_start()));
        let own = compare_key(&value);
        if own.chars().count() < CHARS_MIN {
            choose::length(&own, CHARS_MIN, usize::MAX).unwrap_or(Refusal::Grammar)
        } else if title.starts_with(&own) {
            Refusal::RepeatsTitle
        } else if is_keywords_after(&value, cx.title) || is_keywords(&value) {
            Refusal::Keywords
        } else if is_start_of_body(cx, &own) {
            Refusal::RepeatsBody
        } else {
            Refusal::OfSite
        }
    })
}

/// What is written where the body stands.
fn run_of<'a>(cx: &Context<'a>) -> &'a str {
    match cx.place.first() {
        Some(run) => cx.dom().text_between(run.from, run.to),
        None => "",
    }
}

/// Whether a description is a line of its own above the text, and the text begins with another: the box that `summary_box` found.
fn is_boxed(cx: &Context<'_>, text: &str, own: &str, start: &str) -> bool {
    let Some(run) = cx.place.first() else {
        return false;
    };
    let lines = cx.dom().lines_between(run.from, run.to);
    let whole = lines.iter().take(BOX_WITHIN).any(|line| {
        let line = cx.dom().line_text(line);
        !captions::is_worded(line) && compare_key(prefix(without_mark(line), COMPARED)) == own
    });
    whole && !compare_key(prefix(text, COMPARED)).contains(start)
}

/// Whether a description is cut from the start of the body: for the trace, which asks of few.
fn is_start_of_body(cx: &Context<'_>, own: &str) -> bool {
    let body = compare_key(prefix(run_of(cx), COMPARED));
    let start: String = own.chars().take(START).collect();
    own.chars().count() >= START && body.contains(&start)
}

/// A summary without the mark it begins with: `[摘要]城东公园今天开放。`
fn without_mark(value: &str) -> &str {
    Facet::SummaryMark.strip_start(value).unwrap_or(value)
}

/// A description without the `原标题：城东公园开放 ` it begins with.
fn without_original_title(value: &str) -> &str {
    match value.split_once(char::is_whitespace) {
        Some((title, rest)) if Facet::TitleBeforeSummary.starts(title) => rest,
        _ => value,
    }
}

/// Whether a description is nothing but keywords: `城东日报数字报,城东日报电子版,城东日报`. Clauses of a sentence have the comma of Chinese.
fn is_keywords(value: &str) -> bool {
    let words: Vec<&str> = value.split([',', ';', '|', '_']).collect();
    let word = |w: &&str| {
        w.chars().count() <= KEYWORD_MAX && !w.contains(['，', '。', '！', '？', '：', '、'])
    };
    words.len() >= KEYWORDS_MIN && words.iter().all(word)
}

/// Whether a description is the headline with keywords behind it: `城东公园今起开放,公园,绿地`.
fn is_keywords_after(value: &str, title: Option<&str>) -> bool {
    let Some(rest) = title.and_then(|t| value.strip_prefix(t)) else {
        return false;
    };
    let rest = rest.trim_start();
    rest.starts_with([',', '，', '、', ';', '；', '_', '|'])
        && rest
            .split([',', '，', '、', ';', '；', '_', '|'])
            .all(|word| {
                word.chars().count() <= BEHIND_TITLE_MAX && !word.contains(['。', '！', '？'])
            })
}

#[cfg(test)]
mod tests {
    use super::{is_keywords, without_original_title};

    #[test]
    fn descriptions() {
        let rows = [
            ("城东日报数字报,城东日报电子版,城东日报", true),
            ("公园|绿地|城东", true),
            ("城东公园开放，全天免费，游客可走东门", false),
            ("公园,绿地", false),
        ];
        for (value, expected) in rows {
            assert_eq!(is_keywords(value), expected, "{value}");
        }
        let rows = [
            (
                "原标题：城东公园开放 十月下旬，公园开放。",
                "十月下旬，公园开放。",
            ),
            ("城东公园 十月下旬开放。", "城东公园 十月下旬开放。"),
        ];
        for (value, expected) in rows {
            assert_eq!(without_original_title(value), expected);
        }
    }
}
