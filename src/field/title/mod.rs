//! The headline: the heading shown above the article, checked against `<title>`; site and channel suffixes cut. Not the subtitle.

mod lines;
mod shown;
mod tuning;

use crate::article::field::Field;
use crate::content::located::Headline;
use crate::content::subject::Subject;
use crate::field::choose::{self, Candidate, Chosen};
use crate::field::title::shown::{
    line_above_prose, lone_heading, named_title, shown_heading, shown_line, with_broken_lines,
};
use crate::grammar::title::suffix::{names_site_only, strip_suffix};
use crate::grammar::title::text::accept;
use crate::page::Page;
use crate::page::dom::Ix;
use crate::reason::{Clue, Refusal};
use crate::trace::{Origin, Tracer};

/// Finds the headline: the rule's, else the heading that `<title>` repeats, else JSON-LD, `og:title`, `<title>` without suffixes, the
/// largest heading. Where `<title>` only names the site, an element named as a title or the line above the text comes before `og:title`.
pub(crate) fn find(subject: &Subject<'_>, tracer: &mut Tracer) -> Headline {
    let page = subject.page;
    let dom = &page.dom;
    let mut found: Vec<Candidate<'_, String>> = Vec::new();
    let names = site_names(page);
    for step in subject.steps(Field::Title) {
        for hit in step.hits(page) {
            // What comes from a meta carries the suffixes of the site; what is shown does not.
            let text = if hit.node.is_some() {
                hit.text
            } else {
                strip_suffix(&hit.text, &names)
            };
            found.push(Candidate::text(
                Origin::Rule(step.id.clone()),
                text,
                hit.node,
            ));
        }
    }
    let page_title = page.meta.title.as_deref().unwrap_or("");
    let og = page.meta("og:title").unwrap_or("");
    let shown = |clue: Clue, ix: Ix| Candidate::text(Origin::Generic(clue), dom.text(ix), ix);
    let stated =
        |origin: Origin, text: &str| Candidate::text(origin, strip_suffix(text, &names), None);
    let heading = shown_heading(dom, page_title, og, &names);
    found.extend(heading.map(|ix| shown(Clue::RepeatedHeading, ix)));
    if dom.is_text()
        && let Some((ix, text)) = lines::headline(subject, page_title, &names)
    {
        found.clear();
        let origin = Origin::Generic(Clue::HeadlineLine);
        found.push(Candidate::text(origin, text, ix));
    }
    let headline = subject
        .linked_article()
        .and_then(|a| a.get("headline").or_else(|| a.get("title"))?.as_str());
    found.extend(headline.map(|text| stated(subject.linked_origin("headline"), text)));
    if !og.is_empty() {
        found.push(stated(Origin::Meta("og:title".into()), og));
    }
    if !page_title.is_empty() {
        found.push(stated(Origin::Generic(Clue::TitleElement), page_title));
    }
    // A page whose title only names the site shows its headline in an element called so, or in the line above its text.
    if found.iter().all(|candidate| candidate.node.is_none())
        && og.is_empty()
        && names_site_only(page_title)
        && let Some(ix) = named_title(dom, &names, page_title).or_else(|| line_above_prose(subject))
    {
        let is_first = |origin: &Origin| {
            matches!(
                origin,
                Origin::Rule(_) | Origin::JsonLd(_) | Origin::State(_)
            )
        };
        let at = found.iter().position(|c| !is_first(&c.origin));
        let ix = with_broken_lines(dom, ix);
        found.insert(
            at.unwrap_or(found.len()),
            shown(Clue::HeadlineOfSiteTitle, ix),
        );
    }
    found.extend(lone_heading(dom).map(|ix| shown(Clue::LargestHeading, ix)));

    let choice = choose::first(subject.mode, found, |candidate| accept(&candidate.shown));
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

/// Why a text is no headline.
fn refusal(candidate: &Candidate<'_, String>) -> Refusal {
    choose::length(&candidate.shown, 2, 150).unwrap_or(Refusal::Leftover)
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
    .filter(|name| name.len() <= 300)
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
}
