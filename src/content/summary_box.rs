//! A summary without a label above the text: a lead in a box of its own that the page's description repeats. The summary itself is a field.

use crate::body::{Block, Inline};
use crate::content::placed_block::PlacedBlock;
use crate::content::subtitle_line::container;
use crate::content::tuning::summary_box::{
    ABOVE_MAX, BELOW, COMPARED, DISPATCH_WITHIN, KEY_MIN, LABEL_MAX,
};
use crate::grammar::byline;
use crate::grammar::lexicon::facet::Facet;
use crate::grammar::title::key::{compare_key, prefix};
use crate::page::Page;
use crate::reason::Cut;
use crate::trace::Tracer;

/// Cuts the lead above the text if it is the page's summary.
pub(crate) fn cut(page: &Page, pieces: &mut Vec<PlacedBlock>, tracer: &mut Tracer) {
    if let Some(at) = find(page, pieces) {
        let lead = pieces.remove(at);
        tracer.removed(lead.text(), lead.at.0, Cut::Summary);
    }
}

fn find(page: &Page, pieces: &[PlacedBlock]) -> Option<usize> {
    let dom = &page.dom;
    let mut texts = pieces.iter().enumerate().filter(|(_, p)| is_text(p));
    let (at, lead) = texts.next().filter(|(at, _)| *at <= ABOVE_MAX)?;
    let below: Vec<&PlacedBlock> = texts.map(|(_, p)| p).take(BELOW).collect();
    let own = container(dom, lead.at)?;
    let of_text = container(dom, below.first()?.at)?;
    let together = below.iter().all(|p| container(dom, p.at) == Some(of_text));
    let alone = dom.counts(own).chars <= dom.counts(lead.at).chars + LABEL_MAX;
    if below.len() < BELOW || !together || own == of_text || !alone {
        return None;
    }
    let key = compare_key(prefix(lead.text(), COMPARED));
    if key.chars().count() < KEY_MIN || opens(lead.text()) {
        return None;
    }
    let stated = ["og:description", "description"].into_iter();
    let stated = stated.filter_map(|name| page.meta(name));
    let next = compare_key(prefix(below[0].text(), COMPARED));
    let mut score = 0;
    for text in stated {
        let stated = compare_key(prefix(text, COMPARED));
        let said = match () {
            () if stated.chars().count() < KEY_MIN => 0,
            () if stated == key => 2,
            () if key.starts_with(&stated) => 1,
            // It goes on with what stands below: cut from the start of the text.
            () if stated
                .strip_prefix(&key)
                .is_some_and(|rest| next.starts_with(rest)) =>
            {
                return None;
            }
            () => 0,
        };
        score = score.max(said);
    }
    if score == 0 {
        return None;
    }
    let opens = opens(below[0].text());
    let element = |piece: &PlacedBlock| {
        dom.ancestors(piece.at)
            .map(|a| dom.tag(a))
            .find(|tag| tag.is_block())
    };
    let set_off = is_set_off(&lead.block) || element(lead) != element(below[0]);
    score += i32::from(opens) * 2 + i32::from(set_off);
    (score >= 3).then_some(at)
}

fn is_text(piece: &PlacedBlock) -> bool {
    matches!(piece.block, Block::Paragraph(_) | Block::Heading(_)) && !piece.text().is_empty()
}

/// Whether a paragraph opens as the first of an article does: with a dateline or a byline.
fn opens(text: &str) -> bool {
    let marks = |c: char| "（(【】）)〔〕[]，：".contains(c) || c.is_whitespace();
    let dispatch = text
        .split(marks)
        .take(DISPATCH_WITHIN)
        .any(|part| Facet::DispatchEnd.ends(part));
    let credits = byline::head(text);
    dispatch || credits.has_people() || credits.source.is_some()
}

/// A heading, or a paragraph that is bold as a whole.
fn is_set_off(block: &Block) -> bool {
    match block {
        Block::Heading(_) => true,
        Block::Paragraph(paragraph) => {
            matches!(
                &paragraph.content[..],
                [Inline::Strong { .. } | Inline::Emphasis { .. }]
            )
        }
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use crate::Article;

    #[test]
    fn leads_that_the_description_repeats() {
        let lead = "城东公园改造历时三年，本周五起向市民免费开放，园方预计首日有三千名游客。";
        let first = "城东公园的铁门今天早上六点打开，第一个走进来的是住在对面的退休教师王小明。";
        let text = format!(
            "<p>{first}</p><p>公园占地三十公顷，前身是一片旧厂房，保留了两座水塔和一段铁轨，傍晚的湖边最热闹。</p><p>管理处提醒，游客入园请走东门，自行车停在门外，不要把零食带进湖区。</p>"
        );
        let rows = [
            // In a box of its own, word for word.
            (lead, format!("<div>{lead}</div><div>{text}</div>"), 3),
            // Beside the text's paragraphs it is one of them.
            (lead, format!("<div><p>{lead}</p>{text}</div>"), 4),
            // The description is cut from the start of the text.
            (first, format!("<div>{text}</div>"), 3),
            // A dateline opens the text.
            (
                lead,
                format!("<div>（橙橘社城东10日电）{lead}</div><div>{text}</div>"),
                4,
            ),
            (
                "关于公园的新闻，每天更新，请看这里的列表和图片。",
                format!("<div>{lead}</div><div>{text}</div>"),
                4,
            ),
        ];
        for (description, html, expected) in rows {
            let page = format!(
                "<meta name=description content='{description}'><title>城东公园今起开放</title><h1>城东公园今起开放</h1>{html}"
            );
            let article = Article::parse(&page).unwrap();
            assert_eq!(article.body.blocks.len(), expected, "{html}");
            if expected == 3 && description == lead {
                assert_eq!(article.metadata.summary.as_deref(), Some(lead));
            }
        }
    }
}
