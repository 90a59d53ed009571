//! Forms within a body: comment boxes, polls, sign-ups. What is theirs, by their fields alone; that it is cut is `clean`'s business.

use crate::content::roots::SiblingRange;
use crate::content::tuning::forms::{
    ABOVE_COMMENTS, ABOVE_HEAD, AROUND_MAX, CHARS_MIN, FIELDS_MAX, HEAD_WITHIN, IMAGES_MAX,
    LINES_MAX, SENTENCE_MIN, SHARE_MAX,
};
use crate::grammar::boilerplate;
use crate::grammar::boilerplate::verdict::LineVerdict;
use crate::page::dom::{Dom, NodeId};
use crate::page::tag::Tag;
use crate::text::Line;

/// What a run has of forms.
#[derive(Debug, Default)]
pub(crate) struct Forms {
    /// Elements that hold a form's fields and words, outer ones only, in document order.
    pub(crate) elements: Vec<NodeId>,
    /// Where a box for comments ends that stands below the text: what follows is what others wrote.
    pub(crate) end: Option<NodeId>,
}

impl Forms {
    pub(crate) fn of(dom: &Dom, run: SiblingRange, total: f32) -> Self {
        let mut forms = Self::default();
        let (mut at, mut fields) = (run.from, 0);
        while at < run.to && fields < FIELDS_MAX {
            let next = NodeId(at.0 + 1);
            let comments = dom.tag(at) == Tag::Textarea;
            let found = (comments || is_field(dom, at)).then(|| around(dom, run, at, total));
            let Some(found) = found else {
                at = next;
                continue;
            };
            fields += 1;
            let Some(element) = found else {
                at = next;
                continue;
            };
            // An element around those found before takes their place.
            while forms.elements.last().is_some_and(|last| *last >= element) {
                forms.elements.pop();
            }
            forms.elements.push(element);
            let above = dom.counts_between(run.from, element).plain() as f32 / total;
            if comments && above >= ABOVE_COMMENTS || above >= ABOVE_HEAD && ends(dom, element) {
                forms.end = Some(dom.end(element));
                break;
            }
            at = dom.end(element).max(next);
        }
        forms
    }
}

/// Whether an element is one that a reader fills in or ticks, or a form, whose fields a script may set.
fn is_field(dom: &Dom, ix: NodeId) -> bool {
    match dom.tag(ix) {
        Tag::Form => true,
        Tag::Input => dom.attr(ix, "type").is_none_or(|kind| {
            let kind = kind.trim();
            ["text", "radio", "checkbox", "email", "password"]
                .iter()
                .any(|own| kind.eq_ignore_ascii_case(own))
        }),
        _ => false,
    }
}

/// The outermost element around a field that holds next to nothing of the run's text.
fn around(dom: &Dom, run: SiblingRange, field: NodeId, total: f32) -> Option<NodeId> {
    let own = (dom.tag(field) == Tag::Form).then_some(field);
    // A form without a field may hold the text's end, where tags are not closed.
    let above = own.map_or(field, |form| dom.end(form));
    let whole = |ix: NodeId| ix == run.from && dom.end(ix) == run.to;
    let fits = |ix: &NodeId| {
        let chars = dom.counts(*ix).plain();
        *ix >= run.from
            && dom.end(*ix) <= run.to
            && !whole(*ix)
            && (chars as f32 <= total * SHARE_MAX || chars <= CHARS_MIN)
            && dom.images_in(*ix).len() <= IMAGES_MAX
            && {
                let lines = dom.lines_between(*ix, above);
                lines.len() <= LINES_MAX && !lines.iter().any(|line| is_sentence(dom, line))
            }
    };
    let around = own.into_iter().chain(dom.ancestors(field));
    around.take(AROUND_MAX).take_while(fits).last()
}

fn is_sentence(dom: &Dom, line: &Line) -> bool {
    line.counts.plain() >= SENTENCE_MIN
        && dom.line_text(line).trim_end().ends_with(['。', '”', '）'])
}

/// Whether a line of an element ends articles: the head of comments.
fn ends(dom: &Dom, ix: NodeId) -> bool {
    let mut lines = dom.lines_in(ix).iter().take(HEAD_WITHIN);
    lines.any(|line| {
        matches!(
            boilerplate::act(dom.line_text(line)),
            Some(LineVerdict::End(_))
        )
    })
}

#[cfg(test)]
mod tests {
    use crate::Article;

    #[test]
    fn forms_are_no_part_of_the_text() {
        let text = "<p>城东公园今天上午正式向市民开放，园内步道、湖区和儿童乐园同时启用，全天免费。</p><p>公园占地三十公顷，前身是一片旧厂房，改造历时三年，保留了两座水塔和一段铁轨，傍晚的湖边最热闹。</p><p>管理处提醒，游客入园请走东门，自行车停在门外，不要把零食带进湖区。</p>";
        let rows = [
            (
                "<div><b>读者调查</b><p>您会去公园吗？</p><form><label><input type=radio name=a>会</label><label><input type=radio name=a>不会</label></form></div>",
                3,
            ),
            (
                "<div><span>大家说说</span><div><textarea></textarea><p>请您为发表的言论负责</p></div></div><p>湖边的水鸟真好看，下个周末带孩子再去一次。</p>",
                3,
            ),
            ("<form id=q><p>问题加载中，请稍候。</p></form>", 3),
            // The number of a page, in a gallery.
            (
                "<div><img src=/p/lake.jpg><img src=/p/park.jpg><img src=/p/swan.jpg><input type=text><p>湖区的水鸟引来许多游客。</p></div>",
                4,
            ),
        ];
        for (form, expected) in rows {
            let html = format!(
                "<title>城东公园今起开放</title><h1>城东公园今起开放</h1><div class=content>{text}{form}</div>"
            );
            let article = Article::parse(&html).unwrap();
            let text = article.body.text();
            assert_eq!(
                text.lines().filter(|l| l.ends_with('。')).count(),
                expected,
                "{form}"
            );
        }
    }
}
