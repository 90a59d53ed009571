//! The headline: the heading shown above the article, checked against `<title>`; site and channel suffixes cut. Not the subtitle.

mod judge;
mod lines;
mod shown;
mod tuning;

use crate::field::title::tuning::{REPEATED_TITLE_MIN, SITE_NAME_MAX};
use std::borrow::Cow;

use crate::article::field::Field;
use crate::content::located::Headline;
use crate::content::subject::Subject;
use crate::field::choose::{self, Candidate, Chosen, sum};
use crate::field::title::judge::Judge;
use crate::field::title::shown::{
    line_above_prose, lone_heading, named_title, shown_heading, shown_line, with_broken_lines,
};
use crate::field::title::tuning::title::CHANNEL_MAX;
use crate::grammar::title::key::{TITLE_MAX, compare_key, same_headline};
use crate::grammar::title::suffix::strip_suffix;
use crate::page::Page;
use crate::page::dom::NodeId;
use crate::page::tag::Tag;
use crate::reason::{Clue, Refusal};
use crate::text::start;
use crate::trace::{Origin, Tracer};

/// Finds the headline: the rule's, else the heading that `<title>` repeats, else JSON-LD, `og:title`, `<title>` without suffixes, the
/// largest heading. Where `<title>` only names the site, an element named as a title or the line above the text comes before `og:title`.
pub(crate) fn find(subject: &Subject<'_>, tracer: &mut Tracer) -> Headline {
    let page = subject.page;
    let dom = &page.dom;
    let mut found: Vec<Candidate<'_, String>> = Vec::new();
    let names = site_names(page);
    let page_title = page.meta.title.as_deref().unwrap_or("");
    let og = page.meta("og:title").unwrap_or("");
    let repeats = Repeats::new(page_title, og);
    let stripped = strip_suffix(page_title, &names);
    for step in subject.steps(Field::Title) {
        let mut hits = step.hits(page);
        // Of several headings that a step names, the one that the page's title has: another is a channel's or the site's.
        if hits.len() > 1 {
            hits.sort_by_cached_key(|hit| !repeats.has(&hit.text));
        }
        for hit in hits {
            // What comes from a meta carries the suffixes of the site; what is shown does not.
            let shown = hit.node.is_some_and(|ix| dom.tag(ix) != Tag::Title);
            let at = hit.at();
            let text = if shown {
                hit.text
            } else {
                strip_suffix(&hit.text, &names)
            };
            found.push(Candidate::text(Origin::Rule(step.id.clone()), text, at));
        }
    }
    let shown = |clue: Clue, ix: NodeId| Candidate::text(Origin::Generic(clue), dom.text(ix), ix);
    let stated = |origin: Origin, text: &str| {
        let text = match text == page_title {
            true => stripped.clone(),
            false => strip_suffix(text, &names),
        };
        Candidate::text(origin, text, None)
    };
    if let Some((ix, text)) = shown_heading(dom, page_title, &stripped, og, &names) {
        let text = repeated(text, page_title, &stripped);
        // A box with the page's whole title is not where the headline stands, if it stands elsewhere without the site's name.
        let ix = match &text {
            Cow::Owned(text) => shown_line(dom, text).unwrap_or(ix),
            Cow::Borrowed(_) => ix,
        };
        let clue = Origin::Generic(Clue::RepeatedHeading);
        found.push(Candidate::text(clue, text, ix));
    }
    if dom.is_text()
        && let Some((ix, text)) =
            lines::marked(dom).or_else(|| lines::headline(subject, page_title, &names))
    {
        found.clear();
        let origin = Origin::Generic(Clue::HeadlineLine);
        found.push(Candidate::text(origin, text, ix));
    }
    let headline = subject
        .linked_article()
        .and_then(|a| a.get("headline").or_else(|| a.get("title"))?.as_str());
    found.extend(headline.map(|text| stated(subject.linked_origin("headline"), text)));
    if let Some(text) = page.meta("articletitle") {
        found.push(stated(Origin::Meta("articletitle".into()), text));
    }
    if !og.is_empty() {
        found.push(stated(Origin::Meta("og:title".into()), og));
    }
    if !page_title.is_empty() {
        found.push(stated(Origin::Generic(Clue::TitleElement), page_title));
    }
    // A page that states no headline shows it in an element called so, or in a line above its text.
    let judge = Judge::new(subject, &names);
    let weak = |found: &[Candidate<'_, String>]| {
        let counts = |c: &&Candidate<'_, String>| {
            subject.mode.counts(&c.origin) && judge.accepted(&c.shown).is_some()
        };
        let mut weights = found.iter().filter(counts).map(|c| sum(&judge.weigh(c)));
        weights.all(|weight| weight < tuning::judge::ENOUGH)
    };
    if !dom.is_text()
        && subject.is_generic()
        && weak(&found)
        && let Some(ix) =
            named_title(dom, &judge, page_title).or_else(|| line_above_prose(subject, &judge))
    {
        let ix = with_broken_lines(dom, ix);
        found.push(shown(Clue::HeadlineOfSiteTitle, ix));
    }
    found.extend(lone_heading(dom).map(|ix| shown(Clue::LargestHeading, ix)));

    if !dom.is_text() {
        for candidate in &mut found {
            candidate.witnesses = judge.weigh(candidate);
        }
        choose::heaviest_first(&mut found);
    }
    let choice = choose::first(subject.mode, found, |candidate| {
        judge.accepted(&candidate.shown)
    });
    let Some(Chosen { value, node }) = choice.record_with(Field::Title, tracer, refusal) else {
        return Headline::default();
    };
    // A title from elsewhere may still be shown by an element: it tells where the article starts.
    let node = node.or_else(|| shown_line(dom, &value));
    Headline {
        text: Some(value),
        node,
    }
}

/// What the page's titles are, to be compared with headings.
struct Repeats([String; 2]);

impl Repeats {
    fn new(page_title: &str, og: &str) -> Self {
        Self([page_title, og].map(|title| compare_key(start(title, TITLE_MAX))))
    }

    /// Whether one of them begins with a text that is no channel's name.
    fn has(&self, text: &str) -> bool {
        let own = compare_key(start(text, TITLE_MAX));
        own.chars().count() > CHANNEL_MAX && self.0.iter().any(|title| title.starts_with(&own))
    }
}

/// Why a text is no headline.
fn refusal(candidate: &Candidate<'_, String>) -> Refusal {
    choose::length(&candidate.shown, 2, 150).unwrap_or(Refusal::Leftover)
}

/// The headline in a heading that the page's title repeats: without the site's name where it is the whole of that title, and without
/// the lines behind it that the title leaves out.
fn repeated<'a>(text: &'a str, page_title: &str, stripped: &str) -> Cow<'a, str> {
    if stripped.chars().count() < REPEATED_TITLE_MIN {
        return text.into();
    }
    let is_whole = same_headline(text, page_title) && !same_headline(text, stripped);
    let first = text.match_indices('\n').map(|(at, _)| &text[..at]);
    let mut first = first.filter(|first| same_headline(first, stripped));
    match first.next() {
        Some(first) => first.into(),
        None if is_whole => stripped.to_owned().into(),
        None => text.into(),
    }
}

/// What the site calls itself, in any of the places it may say so.
pub(crate) fn site_names(page: &Page) -> Vec<String> {
    let mut names: Vec<String> = [
        "og:site_name",
        "application-name",
        "sitename",
        "apple-mobile-web-app-title",
    ]
    .iter()
    .filter_map(|n| page.meta(n))
    .filter(|name| name.len() <= SITE_NAME_MAX)
    .map(String::from)
    .collect();
    if let Some(url) = page.base.page()
        && let Some(host) = url.host_str()
    {
        names.extend(host.split('.').filter(|p| p.len() > 3).map(String::from));
    }
    names
}

#[cfg(test)]
mod tests {

    #[test]
    fn headlines_of_pages() {
        let text =
            "<p>城东公园今天上午正式向市民开放，园内步道、湖区和儿童乐园同时启用，全天免费，首日迎来三千多名游客。</p>
            <p>公园占地三十公顷，前身是一片旧厂房。改造历时三年，保留了两座水塔和一段铁轨。</p>";
        let rows = [
            // The time stands in the heading.
            (
                "城东公园今起开放 - 绿地总动员",
                "<h1>城东公园今起开放 <span>2024-05-10 06:58</span></h1>",
                "城东公园今起开放",
            ),
            // The page's title is the paper's name, the headline is set in two lines.
            (
                "橙橘日报数字报刊平台",
                "<table><tr><td>城东新建三座公园<br>今天起全部开放</td></tr></table>",
                "城东新建三座公园 今天起全部开放",
            ),
            (
                "电子报_内容详情",
                "<h3 class=sub></h3><h2 class=news_title>城东公园今天上午正式开放</h2>",
                "城东公园今天上午正式开放",
            ),
            (
                "城东公园今起开放 - 城东网",
                "<h1>城东公园今起开放 <span>2024-05-10 06:58:00 来源：城东晚报 评论：0 点击：</span></h1>",
                "城东公园今起开放",
            ),
            (
                "城东公园的一天",
                "<h3>走进基层</h3><h1>城东公园的一天：三十公顷走了两万步</h1>",
                "城东公园的一天：三十公顷走了两万步",
            ),
            // The page's title names an office; the headline stands above the info line.
            (
                "城东区重大项目建设办公室",
                "<h3>职工书法讲座在城东公园举行</h3><p>来源：城东网 时间：2024-05-10</p>",
                "职工书法讲座在城东公园举行",
            ),
            (
                "新闻动态--城东园林学会官网",
                "<h2>城东园林学会</h2><h3>首页 - 新闻动态</h3><h5>城东公园向市民开放的第一天</h5><p>发布时间：2024-05-10</p>",
                "城东公园向市民开放的第一天",
            ),
            (
                "橙橘网_(新闻)",
                "<meta name=ArticleTitle content=公园今天上午正式开放><p>橙橘网_(新闻)</p>",
                "公园今天上午正式开放",
            ),
            // It ends as outlets do, and is a headline.
            (
                "城东公园有了广播电台_新闻频道_橙丝网(chengsi.example)",
                "<h1>城东公园有了广播电台</h1>",
                "城东公园有了广播电台",
            ),
            // Whose site it is stands in the footer too.
            (
                "城东区人民政府",
                "<div style='font-size:28px'>公园今天上午正式开放</div><p>发布时间：2024-05-10</p>
                 <footer>版权所有 主办：城东区人民政府 承办：城东区人民政府办公室，京ICP备0000号</footer>",
                "公园今天上午正式开放",
            ),
            (
                "橙讯快报",
                "<h3 class=newstitle>2024/05/10　09:09</h3><p>公园今天上午正式开放</p>",
                "公园今天上午正式开放",
            ),
            // Set in pieces, as word processors do.
            (
                "城东公园举行2024迎新徒步活动 - 城东新闻",
                "<p><span>城东公园举行</span><span>2024</span><span>迎新徒步活动</span></p>",
                "城东公园举行2024迎新徒步活动",
            ),
            // A day in brackets, a subtitle in the same cell, the page's whole title in a box.
            (
                "关于公园开放的通知__城东区委员会",
                "<h2>关于公园开放的通知 <small>( 2024-05-11)</small></h2>",
                "关于公园开放的通知",
            ),
            (
                "城东公园今天正式开放全天免费--橙橘网",
                "<table class=title><tr><td>城东公园今天正式开放全天免费</td></tr><tr><td>园内步道湖区和儿童乐园同时启用</td></tr></table>",
                "城东公园今天正式开放全天免费",
            ),
            (
                "城东公园今天正式开放-园林学院",
                "<p>城东公园今天正式开放-园林学院</p>",
                "城东公园今天正式开放",
            ),
            // A channel of the title's end is a heading, the headline is none.
            (
                "城东公园今天上午正式向市民开放-本地要闻-区域建设",
                "<h4>本地要闻</h4><div>城东公园今天上午正式向市民开放</div>",
                "城东公园今天上午正式向市民开放",
            ),
            // Keywords behind the headline.
            (
                "城东公园今天上午正式向市民开放-公园,湖区,步道,水塔,铁轨,市民,免费,绿地,城东,改造",
                "<div>城东公园今天上午正式向市民开放</div>",
                "城东公园今天上午正式向市民开放",
            ),
        ];
        for (title, heading, expected) in rows {
            let html = format!("<title>{title}</title>{heading}<div class=content>{text}</div>");
            let article = crate::Article::parse(&html).unwrap();
            assert_eq!(article.metadata.title.as_deref(), Some(expected), "{title}");
        }
    }

    /// Data for scripts at the top of a page has the headline too.
    #[test]
    fn the_headline_stands_above_the_text() {
        let text = "<p>城东公园今天上午正式向市民开放，园内步道、湖区和儿童乐园同时启用，全天免费，首日迎来三千多名游客。</p>".repeat(3);
        let html = format!(
            "<title>城东公园今天正式开放 - 橙橘网</title><div>城东公园今天正式开放</div><div>20</div><p>地址：城西路二号</p>
            <p>当前位置：<a>首页</a> &gt; <a>本地</a></p><div>城东公园今天正式开放</div><div>来源：橙橘日报 2024-05-10 06:58</div>{text}"
        );
        let meta = crate::Article::parse(&html).unwrap().metadata;
        assert_eq!(meta.title.as_deref(), Some("城东公园今天正式开放"));
        assert_eq!(meta.breadcrumb, ["首页", "本地"]);
        assert_eq!(meta.source.unwrap().name, "橙橘日报");
    }

    /// A rule's bare `h1` meets a channel's heading as well.
    #[test]
    fn of_several_headings_the_one_in_the_page_title() {
        let html = "<title>城东公园今起开放_新闻中心_橙橘网</title><h1>新闻中心</h1><h1>城东公园今起开放</h1><div class=text><p>城东公园今天上午正式向市民开放。</p></div>";
        let rule = crate::samples::ruled("title = 'h1'\nbody = '.text'");
        let title = rule.parse(html).unwrap().metadata.title;
        assert_eq!(title.as_deref(), Some("城东公园今起开放"));
    }
}
