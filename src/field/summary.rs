//! Subtitle (副题, 引题) and summary (摘要, 导读, 核心提示): only what is shown as such, else the page's own description.

use super::Context;
use super::label::Label;
use super::labelled::Region;
use super::title::{bare, same_headline};
use crate::page::text::{clean, start};
use crate::trace::Tracer;

/// Bytes of the body a summary is compared to.
const BODY_MAX: usize = 256 << 10;

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
    let body = match cx.place.first() {
        // No stretch of a megabyte is looked for.
        Some(run) => bare(start(cx.dom().text_between(run.from, run.to), BODY_MAX)),
        None => String::new(),
    };
    tracer.pick("summary", candidates, |_, value| {
        let value = clean(value);
        let own = bare(&value);
        let chars = own.chars().count();
        let site_wide =
            value.contains("门户网站") || value.contains("新闻网站") || value.contains("入口網站");
        // Text cut from the body is no summary: compare a stretch of its beginning.
        let opening: String = own.chars().take(24).collect();
        let cut = chars >= 24 && body.contains(&opening);
        (chars >= 10 && own != title && !site_wide && !cut).then_some(value)
    })
}
