//! Subtitle (副题, 引题) and summary (摘要, 导读, 核心提示): only what is shown as such, else the page's own description.

use super::Context;
use super::label::Label;
use super::labelled::Region;
use super::title::{bare, prefix, same_headline};
use crate::page::text::clean;
use crate::trace::Tracer;

/// Characters of the body that a description is compared with.
const COMPARED: usize = 1500;

/// The subtitle shown.
pub(crate) fn subtitle(cx: &Context<'_>, tracer: &mut Tracer) -> Option<String> {
    let title = cx.title;
    tracer.pick(
        "subtitle",
        cx.rule_candidates(|t| &t.subtitle),
        |_, value| {
            let value = clean(value);
            let chars = value.chars().count();
            ((2..=120).contains(&chars) && !title.is_some_and(|t| same_headline(t, &value)))
                .then_some(value)
        },
    )
}

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
        let site_wide =
            value.contains("门户网站") || value.contains("新闻网站") || value.contains("入口網站");
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
        (chars >= 10 && !title.starts_with(&own) && !site_wide && !cut).then_some(value)
    })
}
