//! Summary (摘要, 导读, 核心提示): what is shown as such, else the page's own description. Not the subtitle.

use super::Context;
use super::label::Label;
use super::labelled::Region;
use super::title::{bare, prefix};
use crate::page::text::clean;
use crate::trace::Tracer;

/// Characters of the body that a description is compared with.
const COMPARED: usize = 1500;

/// The summary shown, else the page's description if it is about this article.
pub(crate) fn summary(cx: &Context<'_>, tracer: &mut Tracer) -> Option<String> {
    let labelled = cx.labelled(|s| s.label == Label::Summary, &[Region::Info, Region::Head]);
    let candidates = cx
        .rule_candidates(|t| &t.summary)
        .chain(labelled)
        .chain(cx.metas(&["og:description", "description"]))
        .chain(cx.linked(&["description"]));
    let title = cx.title.map(bare).unwrap_or_default();
    // Descriptions are cut from the start of the body; that much of it is compared, and only if there is a description.
    let mut start_of_body = None;
    tracer.pick("summary", candidates, |_, value| {
        let value = clean(value);
        let own = bare(&value);
        let chars = own.chars().count();
        // 橙橘网-每天一点新鲜事 is about the site.
        let slogan = cx.rule.is_some_and(|rule| {
            value
                .strip_prefix(rule.name())
                .is_some_and(|rest| rest.starts_with(['-', '—', '|', '_', '，', ',']))
        });
        let site_wide = slogan
            || value.contains("门户网站")
            || value.contains("新闻网站")
            || value.contains("入口網站");
        // Text cut from the body is no summary: compare a stretch of its beginning.
        let start: String = own.chars().take(24).collect();
        let body = start_of_body.get_or_insert_with(|| {
            let start = match cx.place.first() {
                Some(run) => cx.dom().text_between(run.from, run.to),
                None => "",
            };
            bare(prefix(start, COMPARED))
        });
        let cut = chars >= 24 && body.contains(&start);
        let keywords = is_keywords_after(&value, cx.title);
        (chars >= 10 && !title.starts_with(&own) && !site_wide && !cut && !keywords)
            .then_some(value)
    })
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
            .all(|word| word.chars().count() <= 8 && !word.contains(['。', '！', '？']))
}
