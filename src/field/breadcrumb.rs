//! The trail shown above the article (当前位置：首页 > 新闻 > 正文): where it stands and how it is split.

use crate::content::hint::hint;
use crate::field::context::Context;
use crate::grammar::hints::Hint;
use crate::grammar::label;
use crate::grammar::label::Label;
use crate::grammar::trail::{is_separator, separators, split};
use crate::page::dom::{Dom, Ix};
use crate::page::tag::Tag;
use crate::trace::{Origin, Tracer};

/// The trail, without a final 正文 or the title.
pub(crate) fn find(cx: &Context<'_>, tracer: &mut Tracer) -> Vec<String> {
    let by_rule = cx
        .rule_list(|t| &t.breadcrumb)
        .map(|(o, texts)| (o, texts.join("\n")));
    let labelled: Vec<(Origin, String)> = cx
        .said
        .iter()
        .filter(|s| s.label == Label::Breadcrumb)
        .map(|s| {
            let value = with_following(cx.dom(), s.node, &s.value);
            (Origin::Label(s.name.clone()), value)
        })
        .collect();
    let linked = linked_list(cx);
    let candidates = by_rule.chain(labelled).chain(shaped(cx)).chain(linked);
    tracer
        .pick("breadcrumb", candidates, |_, value| {
            let trail = split(value, cx.title);
            (!trail.is_empty()).then_some(trail)
        })
        .unwrap_or_default()
}

/// A trail that goes on in lines of its own, each with its separator: the cells of a table.
fn with_following(dom: &Dom, node: Ix, value: &str) -> String {
    let lines = dom.lines();
    let at = lines.partition_point(|l| l.node <= node.0);
    let mut out = value.to_string();
    let following = lines[at.min(lines.len())..]
        .iter()
        .take(8)
        .map(|l| dom.line_text(l));
    // The value may stand in the line after the label's own.
    for text in following
        .skip_while(|text| *text == value)
        .take_while(|text| text.starts_with(is_separator))
    {
        out.push_str(text);
    }
    out
}

/// JSON-LD's BreadcrumbList.
fn linked_list(cx: &Context<'_>) -> Option<(Origin, String)> {
    let list = cx
        .page
        .linked()
        .iter()
        .find(|v| v.get("@type").and_then(|t| t.as_str()) == Some("BreadcrumbList"))?;
    let names: Vec<&str> = list
        .get("itemListElement")?
        .as_array()?
        .iter()
        .filter_map(|i| {
            i.get("name")
                .or_else(|| i.get("item")?.get("name"))?
                .as_str()
        })
        .collect();
    Some((Origin::JsonLd("BreadcrumbList".into()), names.join("\n")))
}

/// Lines above the headline that look like a trail: short links with separators between them.
fn shaped(cx: &Context<'_>) -> Vec<(Origin, String)> {
    let dom = cx.dom();
    let before = cx.headline.or_else(|| cx.place.first().map(|r| r.from));
    let Some(before) = before else {
        return Vec::new();
    };
    let mut out = Vec::new();
    for line in dom.lines().iter().take_while(|l| l.node < before.0 + 60) {
        let text = dom.line_text(line);
        let trail = line.counts.chars <= 60 && line.counts.linked > 0 && separators(text) >= 1;
        // 文 / 张三 is a byline.
        let byline = text
            .split(is_separator)
            .next()
            .is_some_and(|first| label::by_name(first.trim()) == Some(Label::Author));
        let pager = text.contains("上一") || text.contains("下一");
        // A linked home page and two separators are a trail, even if nothing else in it is linked.
        let home = separators(text) >= 2
            && ["首页", "首頁", "主页", "主頁"].iter().any(|home| {
                text.split(is_separator)
                    .next()
                    .is_some_and(|p| p.trim().ends_with(home))
            });
        if trail
            && (home || line.counts.link_share() > 0.3)
            && !text.contains("://")
            && !pager
            && !byline
            && !is_within_link(dom, Ix(line.node))
        {
            out.push((Origin::Generic("trail of links"), text.to_string()));
        }
    }
    // Elements that call themselves so, or whose links do, set without separators (drawn by style sheets).
    for ix in (0..before.0).map(Ix) {
        let link = dom.tag(ix) == Tag::A && hint(dom, ix) == Some(Hint::Noise("breadcrumb"));
        let ix = match dom.parent(ix) {
            Some(outer) if link && dom.anchors_in(outer).first() == Some(&ix) => outer,
            _ => ix,
        };
        let named =
            link || dom.tag(ix).is_block() && hint(dom, ix) == Some(Hint::Noise("breadcrumb"));
        if named && !dom.is_hidden(ix) && dom.counts(ix).chars <= 60 {
            let links: Vec<&str> = dom
                .anchors_in(ix)
                .iter()
                .take(30)
                .map(|&a| dom.text(a))
                .collect();
            // The last channel may be no link.
            let text = dom.text(ix);
            let whole = separators(text) > links.len().saturating_sub(2) && !link;
            if links.len() >= 2 {
                out.push((
                    Origin::Generic("element named breadcrumb"),
                    if whole {
                        text.to_string()
                    } else {
                        links.join("\n")
                    },
                ));
            }
        }
    }
    out.reverse();
    out
}

/// Whether the separators are those of one link: the headline of another article, `封路/改道安排`.
fn is_within_link(dom: &Dom, node: Ix) -> bool {
    let link = dom.ancestors(node).take(3).find(|&a| dom.tag(a) == Tag::A);
    link.is_some_and(|link| separators(dom.text(link)) > 0)
}
