//! What kind of page it is, and how sure that is: witnesses speak for kinds, the largest sum wins, the margin over the next is the confidence.

mod facts;
mod tuning;
mod witness;

use crate::article::field::Field;
use crate::article::{Metadata, PageKind};
use crate::body::Body;
use crate::field::context::Context;
use crate::field::kind::facts::Facts;
use crate::field::kind::witness::Spoken;
use crate::reason::{Clue, Refusal, Weighed};
use crate::trace::{Candidate, FieldTrace, Origin, Tracer};

/// All kinds; of equal sums the first wins.
const KINDS: [PageKind; 8] = [
    PageKind::Article,
    PageKind::List,
    PageKind::Gallery,
    PageKind::Video,
    PageKind::Live,
    PageKind::Missing,
    PageKind::Blocked,
    PageKind::Other,
];

/// The page's kind with a confidence from 0 to 1; the trace has what spoke for each kind.
pub(crate) fn find(
    cx: &Context<'_>,
    metadata: &Metadata,
    body: &Body,
    text: &str,
    tracer: &mut Tracer,
) -> (PageKind, f32) {
    let facts = Facts::new(cx, metadata, body, text);
    let witnesses = witness::all(&facts, cx.subject.without);
    let sum = |kind: PageKind| -> f32 {
        let own = witnesses.iter().filter(|w| w.kind == kind);
        own.map(|w| w.weight).sum()
    };
    let mut sums: Vec<(PageKind, f32)> = KINDS.iter().map(|&kind| (kind, sum(kind))).collect();
    // Most pages are articles, which is said by a weight already: of equal sums another kind is the answer.
    let article = |kind: PageKind| kind == PageKind::Article;
    sums.sort_by(|a, b| b.1.total_cmp(&a.1).then(article(a.0).cmp(&article(b.0))));
    let margin = sums[0].1 - sums[1].1;
    let confidence = confidence(margin);
    note(tracer, &sums, &witnesses, confidence);
    (sums[0].0, confidence)
}

/// The confidence of an answer by its margin over the next kind.
fn confidence(margin: f32) -> f32 {
    let steps = &tuning::CONFIDENCE;
    let last = steps[steps.len() - 1];
    steps
        .windows(2)
        .find(|pair| margin < pair[1].0)
        .map_or(last.1, |pair| {
            let ((from, low), (to, high)) = (pair[0], pair[1]);
            low + (high - low) * (margin - from) / (to - from)
        })
}

/// What spoke for each kind, the winner first.
fn note(tracer: &mut Tracer, sums: &[(PageKind, f32)], witnesses: &[Spoken], confidence: f32) {
    tracer.note(|t| {
        let candidates = sums.iter().enumerate().filter_map(|(i, (kind, _))| {
            let own = witnesses.iter().filter(|w| w.kind == *kind);
            let spoken: Vec<Weighed> = own
                .map(|w| Weighed {
                    witness: w.why,
                    weight: w.weight,
                })
                .collect();
            (!spoken.is_empty()).then(|| Candidate {
                confidence: if i == 0 { confidence } else { 1.0 - confidence },
                witnesses: spoken,
                ..Candidate::new(
                    Origin::Generic(Clue::PageKinds),
                    kind.as_str().to_string(),
                    (i > 0).then_some(Refusal::LessSpeaks),
                )
            })
        });
        let mut candidates: Vec<Candidate> = candidates.collect();
        if candidates.is_empty() {
            return;
        }
        let winner = candidates.remove(0);
        t.fields.push(FieldTrace {
            field: Field::Kind,
            winner: Some(winner),
            lost: candidates,
        });
    });
}

#[cfg(test)]
mod tests {
    use super::confidence;
    use crate::article::PageKind;
    use crate::parser::Parser;

    const MENU: &str = "<ul><li><a href=/>首页</a><li><a href=/news/>新闻</a><li><a href=/sh/>社会</a><li><a href=/jy/>教育</a><li><a href=/wh/>文化</a></ul>";
    const FOOT: &str = "<div><a href=/about/>关于我们</a> | <a href=/map/>网站地图</a><p>版权所有 橙橘网 未经许可不得转载</p></div>";

    #[test]
    fn notices_below_a_menu_and_live_texts() {
        let entry =
            |clock: &str| format!("<h3>{clock}</h3><p>城东公园入口秩序良好，志愿者递水及时。</p>");
        let live: String = ["14:20", "11:05", "09:30"].into_iter().map(entry).collect();
        for (title, main, expected) in [
            (
                "提示信息 - 城东论坛",
                "<p>抱歉，您尚未登录，没有权限访问该版块</p>",
                PageKind::Blocked,
            ),
            (
                "提示信息 - 橙橘网",
                "<p>抱歉，您需要登录后才能查看该内容，没有帐号？立即注册</p>",
                PageKind::Blocked,
            ),
            (
                "该内容已被作者删除_橙橘网",
                "<h2>该内容已被作者删除</h2><p>去看看别的吧</p><h3>为你推荐</h3><ul><li><a href=/a/2024/2.html>城西公园明年动工建设</a><li><a href=/a/2024/3.html>城北绿道今天全线贯通</a></ul>",
                PageKind::Missing,
            ),
            (
                "提示 - 橙橘网",
                "<p>您访问的文章已下架</p>",
                PageKind::Missing,
            ),
            (
                "直播：城东公园开园_橙橘网",
                &format!("<h1>直播：城东公园开园</h1><p>2024-05-10 06:58</p>{live}"),
                PageKind::Live,
            ),
        ] {
            let html = format!("<title>{title}</title>{MENU}<div>{main}</div>{FOOT}");
            let kind = Parser::new().parse(&html).unwrap().kind;
            assert_eq!(kind, expected, "{title}");
        }
    }

    #[test]
    fn confidence_grows_with_the_margin() {
        let values: Vec<f32> = (0..80).map(|i| confidence(i as f32 / 10.0)).collect();
        assert!(values.windows(2).all(|pair| pair[0] <= pair[1]));
        assert!((values[0] - 0.5).abs() < 1e-6);
        assert!(*values.last().unwrap() < 1.0);
    }
}
