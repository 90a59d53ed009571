//! Writers behind labels around the article. Not which label is one: that is `label`'s business.

use crate::content::labelled::{LabelledValue, Region};
use crate::field::context::Context;
use crate::field::credits::lists::{AROUND, Candidate, each_once, named};
use crate::field::credits::tuning::info::LINE_MAX;
use crate::field::credits::tuning::labelled::{BYLINE_MAX, RANKED_MIN};
use crate::grammar::byline;
use crate::grammar::byline::NameKind;
use crate::grammar::label::Label;
use crate::grammar::lexicon::facet::Facet;
use crate::grammar::names::is_person;
use crate::grammar::title::key::same_headline;
use crate::trace::Origin;

/// Values after author labels, those of one line together: `记者：张三 通讯员 李四`.
pub(super) fn writers(cx: &Context<'_>) -> Vec<Candidate<'static>> {
    // `本报记者 张三 摄` below a picture names its photographer.
    let writes = |s: &LabelledValue| {
        let reporter = Facet::JournalistWord.within(&s.name);
        let pictures = Facet::PictureVerb.ends(&s.value)
            || [" 图", " 圖"].iter().any(|verb| s.value.ends_with(verb));
        !(reporter && pictures && !s.value.contains('文'))
    };
    // `《城东的树》 作者：李四` names a book's.
    // So does `作者：李四` between 《城东的树》 or 版本：城东出版社 in lines of their own.
    let of_book = |s: &LabelledValue| {
        let (dom, at) = (cx.dom(), cx.dom().line_from(s.node));
        let text = |i: usize| dom.lines().get(i).map_or("", |l| dom.line_text(l).trim());
        let title = |text: &str| text.starts_with('《') && text.ends_with('》');
        Facet::WriterWord.within(&s.name)
            && (text(at).starts_with('《') || {
                let above = cx.layout.headline() != Some(at.wrapping_sub(1))
                    && title(text(at.wrapping_sub(1)));
                let below = [1, 2].iter().any(|d| Facet::BookLabel.starts(text(at + d)));
                match s.region {
                    Region::Info => above && below,
                    _ => above || below,
                }
            })
    };
    // `圖文／橙橘網` is where pictures and text are from.
    let pictured = |s: &LabelledValue| {
        Facet::BehindBoth.is(&s.name)
            && !byline::names(&s.value, NameKind::Author)
                .iter()
                .any(|name| is_person(name))
    };
    // `图文：城东公园今起开放`, `作者：我为什么写城东` in a headline label no writer.
    let in_title = |s: &LabelledValue| {
        cx.title.is_some_and(|title| {
            same_headline(title, &s.value)
                || [':', '：']
                    .iter()
                    .any(|colon| title.contains(&format!("{}{colon}{}", s.name, s.value)))
        })
    };
    let mut found: Vec<&LabelledValue> = cx
        .said
        .iter()
        .filter(|s| s.label == Label::Author && writes(s) && AROUND.contains(&s.region))
        .filter(|s| !of_book(s) && !in_title(s) && !pictured(s))
        .collect();
    // 作者：张三 in the text may be a book's; 采写 is this article's.
    let reports = |s: &LabelledValue| Facet::ReportedLabel.is(&s.name);
    found.sort_by_key(|s| {
        let info = s.region == Region::Info;
        (!info, !info && !reports(s), s.region)
    });
    // Between headline and body one name stands for all its values: `Author, 张三` and `Author, 李四` in lines of their own.
    let together = |a: &LabelledValue, b: &LabelledValue| {
        a.node == b.node || a.region == Region::Info && a.region == b.region && a.name == b.name
    };
    found
        .chunk_by(|a, b| together(a, b))
        .map(|said| {
            let values: Vec<&str> = said.iter().map(|s| s.value.as_str()).collect();
            let (node, value) = (said[0].on_page(), values.join("、"));
            let origin = Origin::Label(said[0].name.clone());
            // `橙橘新闻记者 张三 见习记者 李四`: only the second is a label of its own.
            let line = cx.dom().lines().get(cx.dom().line_from(said[0].node));
            if let Some(line) = line.filter(|l| l.counts.chars <= LINE_MAX) {
                let all = byline::line(cx.dom().line_text(line)).authors;
                if all.len() > byline::names(&value, NameKind::Author).len() {
                    return named(origin, node, all);
                }
            }
            match beside_reporters(cx, said[0]) {
                Some(names) => named(origin, node, names),
                None => Candidate::text(origin, value, node),
            }
        })
        .collect()
}

/// All who wrote, where a byline takes several lines: `城东日报记者 张三` above `通讯员 李四`.
fn beside_reporters(cx: &Context<'_>, said: &LabelledValue) -> Option<Vec<String>> {
    let name = said.name.as_str();
    let reports = Facet::Reporter.is(name) || Facet::RankedReporter.is(name);
    if !reports
        || !Facet::JournalistWord.within(name) && name.chars().count() < RANKED_MIN
        || !said.on_page
    {
        return None;
    }
    let dom = cx.dom();
    let at = dom.line_from(said.node);
    let of_line = |line: Option<usize>| {
        let line = line.filter(|&i| cx.layout.headline() != Some(i))?;
        let shown = dom.lines().get(line)?;
        if shown.counts.chars > BYLINE_MAX || shown.counts.linked > 0 {
            return None;
        }
        let credits = cx.credits_of_line(line);
        let people = credits.authors.iter().all(|name| is_person(name));
        (people && credits.editors.is_empty()).then_some(credits.authors)
    };
    let own = of_line(Some(at)).filter(|own| !own.is_empty())?;
    let above = of_line(at.checked_sub(1)).unwrap_or_default();
    let below = of_line(Some(at + 1)).unwrap_or_default();
    let more = !above.is_empty() || !below.is_empty();
    let all = above.into_iter().chain(own).chain(below).collect();
    more.then(|| each_once(all))
}
