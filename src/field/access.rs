//! Whether the page shows its article whole, and to whom: where that is said. What a line says is `grammar::access`'s.

use crate::article::Access;
use crate::article::field::Field;
use crate::content::labelled::Region;
use crate::field::choose::{self, Candidate};
use crate::field::context::Context;
use crate::field::tuning::access::{BELOW, WITHIN};
use crate::grammar::access::{NOTICE_MAX, Notice, breaks_off, declared, notice};
use crate::page::dom::NodeId;
use crate::reason::Clue;
use crate::trace::{Origin, Tracer};

/// What the page says of access; `Whole` where it says nothing. `text` is the body's.
pub(crate) fn find(cx: &Context<'_>, text: &str, tracer: &mut Tracer) -> Access {
    let dom = cx.dom();
    let lines = dom.lines();
    let end = cx.layout.body().end;
    let near = end.saturating_sub(WITHIN)..lines.len().min(end + BELOW);
    let said: Vec<Candidate<'_, Access>> = near
        .filter(|&line| end > 0 && lines[line].counts.chars as usize <= NOTICE_MAX)
        .filter(|&line| cx.layout.region(line) != Region::Info)
        .map(|line| (NodeId(lines[line].node), dom.line_text(&lines[line])))
        .filter(|(_, line)| notice(line).is_some())
        .map(|(node, line)| Candidate::text(Origin::Generic(Clue::EndOfBody), line, node))
        .collect();
    let linked = cx.subject.linked_article().and_then(|article| {
        let free = article.get("isAccessibleForFree")?;
        let free = free.as_str().map_or_else(|| free.to_string(), String::from);
        let origin = cx.subject.linked_origin("isAccessibleForFree");
        Some(Candidate::text(origin, free, None))
    });
    let metas = cx.metas(&["isaccessibleforfree", "article:content_tier"]);
    // Who may read it is said in more words below the body than in data, which know free and not free.
    let (closed, controls): (Vec<_>, Vec<_>) = said
        .into_iter()
        .partition(|line| matches!(notice(&line.shown), Some(Notice::Closed(_))));
    let candidates = closed
        .into_iter()
        .chain(linked)
        .chain(metas)
        .chain(controls);
    // The control may have been taken for the body's last line.
    let last = text.lines().rev().find(|line| notice(line).is_none());
    let cut = last.is_some_and(breaks_off);
    let choice = choose::first(cx.mode(), candidates, |candidate| {
        let value = &candidate.shown;
        match &candidate.origin {
            Origin::Meta(name) | Origin::JsonLd(name) | Origin::State(name) => {
                declared(name, value)
            }
            _ => match notice(value)? {
                Notice::Closed(access) => Some(access),
                // The rest may well be here, folded away; then the text does not break off.
                Notice::Control => cut.then_some(Access::Cut),
            },
        }
    });
    choice.value(Field::Access, tracer).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use crate::article::Access;
    use crate::parser::Parser;
    use crate::samples::PARAGRAPHS;

    fn access(head: &str, tail: &str) -> Access {
        let html = format!(
            "<head>{head}</head><h1>城东公园今起开放</h1><p>2024-05-10 06:58 来源：橙橘网</p><div>{PARAGRAPHS}{tail}</div>
            <div class=related><h3>相关阅读</h3><ul><li><a href=/2.html>地铁六号线试运行</a><li><a href=/3.html>图书馆夜场开放</a></ul></div>"
        );
        Parser::new().parse(&html).unwrap().access
    }

    #[test]
    fn said_by_the_page() {
        const OFF: &str =
            "<p>园长李四说，下一步还要把公园的湖区和城北的河道连起来，届时市民可以</p>";
        let linked = |free: &str| {
            format!(
                r#"<script type="application/ld+json">{{"@type": "NewsArticle", "headline": "城东公园今起开放", "isAccessibleForFree": {free}}}</script>"#
            )
        };
        for (head, tail, expected) in [
            ("", String::new(), Access::Whole),
            // Folded away, but here.
            ("", "<a class=more>展开全文</a>".into(), Access::Whole),
            ("", format!("{OFF}<a class=more>展开全文</a>"), Access::Cut),
            (
                "",
                format!("{OFF}</div><div class=app><a href=app://>打开APP阅读全文</a>"),
                Access::Cut,
            ),
            (
                "",
                format!("{OFF}<div class=more>剩余80%</div>"),
                Access::Cut,
            ),
            ("", OFF.into(), Access::Whole),
            (
                "",
                "</div><div class=wall><p>本文共计1561字 订阅后继续阅读</p>".into(),
                Access::Subscribers,
            ),
            (
                "",
                "<div class=wall>登录后查看全文</div>".into(),
                Access::Members,
            ),
            (
                "",
                "<div class=wall style='display:none'>登录后查看全文</div>".into(),
                Access::Whole,
            ),
            (
                "",
                "<div class=comment>登录后发表评论</div>".into(),
                Access::Whole,
            ),
            (
                "<meta property=article:content_tier content=locked>",
                String::new(),
                Access::Subscribers,
            ),
            (
                "<meta property=article:content_tier content=free>",
                String::new(),
                Access::Whole,
            ),
            (&linked("false"), String::new(), Access::Subscribers),
            (&linked("\"False\""), String::new(), Access::Subscribers),
            (&linked("true"), String::new(), Access::Whole),
            // The page's own words are nearer the truth than free and not free.
            (
                &linked("false"),
                "<p>本新聞專供會員閱覽。</p>".into(),
                Access::Members,
            ),
        ] {
            assert_eq!(access(head, &tail), expected, "{head}{tail}");
        }
    }
}
