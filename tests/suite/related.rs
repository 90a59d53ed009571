//! Lists of other articles on small invented pages: which are found by what they say and how they are built, and what is left out.

use zhengwen::{Article, Parser, RelatedKind, RuleSet};

const URL: &str = "https://www.chengju.example/news/2024/0510/260739.html";

/// A page whose article is the same each time, with something inside the body's end and below it.
fn read(tail: &str, below: &str) -> Article {
    let html = format!(
        "<html><head><meta charset=utf-8><title>城东公园今起开放</title></head><body>\
         <div class=article><h1>城东公园今起开放</h1><div class=info>2024-05-10 06:58 来源：橙橘网</div>\
         <div class=content><p>城东公园经过两年改造，今天上午重新向市民开放。公园里新种了三千多棵树，修了五公里步道。</p>\
         <p>园方介绍，开放首周免收门票，每天早上六点开门，晚上九点关门，市民可以从东门和南门进入。</p>\
         <p>附近的居民说，家门口有了散步的地方，孩子们放学以后也可以来这里踢球，大家都很高兴。</p>{tail}</div></div>\
         {below}</body></html>"
    );
    Parser::new()
        .rules(RuleSet::empty())
        .url(URL)
        .parse(&html)
        .expect("an article")
}

/// Lists as `label|kind|title, title`.
fn lists(article: &Article) -> Vec<String> {
    article
        .related
        .iter()
        .map(|list| {
            let titles: Vec<&str> = list.items.iter().map(|i| i.title.as_str()).collect();
            let kind = match list.kind {
                RelatedKind::Related => "related",
                RelatedKind::Recommended => "recommended",
                RelatedKind::Hot => "hot",
                RelatedKind::Latest => "latest",
                _ => "other",
            };
            format!(
                "{}|{kind}|{}",
                list.label.as_deref().unwrap_or("-"),
                titles.join(", ")
            )
        })
        .collect()
}

const A: &str = "<a href=/news/2024/0509/260701.html>城西公园明年动工建设</a>";
const B: &str = "<a href=/news/2024/0508/260655.html>城北绿道全线贯通</a>";
const C: &str = "<a href=/news/2024/0507/260580.html>南湖水质连续三年变好</a>";

#[test]
fn lists_that_are_found() {
    let ranks = "<div><h3>点击排行</h3><ol><li><a href=/n/260701.html>1城西公园明年动工建设</a>\
                 <li><a href=/n/260655.html>2城北绿道全线贯通</a><li><a href=/n/260580.html>3南湖水质连续三年变好</a></ol></div>";
    let rows: Vec<(String, String, Vec<&str>)> = vec![
        (
            String::new(),
            format!("<div><h3>相关阅读</h3><ul><li>{A}<li>{B}</ul></div>"),
            vec!["相关阅读|related|城西公园明年动工建设, 城北绿道全线贯通"],
        ),
        // In one line with its link, here and there in the body.
        (
            format!(
                "<p>相关报道：{A}</p><p>园方还说，秋天会办菊展，届时另行公布办法。</p><p><b>相关报道：{B}</b></p>"
            ),
            String::new(),
            vec!["相关报道|related|城西公园明年动工建设, 城北绿道全线贯通"],
        ),
        // In one line with its first link, further ones below.
        (
            format!("<p>更多新聞：{A}<br>{B}<br>{C}</p>"),
            String::new(),
            vec![
                "更多新聞|recommended|城西公园明年动工建设, 城北绿道全线贯通, 南湖水质连续三年变好",
            ],
        ),
        // Before the headline within the link.
        (
            String::new(),
            "<p><a href=/n/260738.html>上一篇：城西公园明年动工建设</a></p><p>下一篇：没有了</p>"
                .into(),
            vec!["上一篇|latest|城西公园明年动工建设"],
        ),
        // The neighbours are two, whatever follows in the same element.
        (
            String::new(),
            format!(
                "<div><div><span>上一篇</span>{A}</div><div><span>下一篇</span>{B}</div><ul><li>{C}</ul></div>"
            ),
            vec![
                "上一篇|latest|城西公园明年动工建设",
                "下一篇|latest|城北绿道全线贯通",
            ],
        ),
        // No label, but a name.
        (
            String::new(),
            "<div class=related-posts><p><a href=/n/260701.html>城西公园明年动工建设，预计两年完成</a></p>\
             <p><a href=/n/260655.html>城北绿道全线贯通，市民可骑行到湖边</a></p></div>"
                .into(),
            vec!["-|related|城西公园明年动工建设，预计两年完成, 城北绿道全线贯通，市民可骑行到湖边"],
        ),
        // A tag of the article as the heading of articles about it; the row of tags itself is none.
        (
            String::new(),
            format!(
                "<div class=tags>标签：<a href=/tag/1>公园</a> <a href=/tag/2>市民</a></div>\
                 <div><h4><a href=/tag/1>公园</a></h4><p>{A}</p><p>{B}</p></div>"
            ),
            vec!["公园|related|城西公园明年动工建设, 城北绿道全线贯通"],
        ),
        // Addresses that say nothing, in a list that says what it is.
        (
            String::new(),
            "<div><h3>为您推荐</h3><ul><li><a href=/it/0.html><h4>城西公园明年动工建设</h4><p>预计两年完成，届时将免费开放。</p></a>\
             <li><a href=/it/1.html><h4>城北绿道全线贯通</h4><p>市民可从城东骑行到湖边，全程十公里。</p></a></ul></div>"
                .into(),
            vec!["为您推荐|recommended|城西公园明年动工建设, 城北绿道全线贯通"],
        ),
        // A picture as heading.
        (
            String::new(),
            format!("<div><img src=/i/t.png alt=编辑推介><ul><li>{A}<li>{B}<li>{C}</ul></div>"),
            vec!["编辑推介|recommended|城西公园明年动工建设, 城北绿道全线贯通, 南湖水质连续三年变好"],
        ),
        // More about something.
        (
            String::new(),
            format!("<div><h3>更多城东公园报道</h3><ul><li>{A}<li>{B}</ul></div>"),
            vec!["更多城东公园报道|recommended|城西公园明年动工建设, 城北绿道全线贯通"],
        ),
        // A headline under two addresses, and one whose picture counts something.
        (
            String::new(),
            format!(
                "<div><h3>相关阅读</h3><ul><li><a href=/news/2024/0509/260701.html?a=1>城西公园明年动工建设</a>{A}\
                 <li><a href=/news/2024/0508/260655.html><i>剩余时间: 0天8小时</i></a>{B}</ul></div>"
            ),
            vec!["相关阅读|related|城西公园明年动工建设, 城北绿道全线贯通"],
        ),
        (
            String::new(),
            ranks.into(),
            vec!["点击排行|hot|城西公园明年动工建设, 城北绿道全线贯通, 南湖水质连续三年变好"],
        ),
    ];
    for (tail, below, expected) in rows {
        assert_eq!(lists(&read(&tail, &below)), expected, "{tail} {below}");
    }
}

#[test]
fn what_is_no_list() {
    let rows = [
        // Cinemas, games, comments.
        "<div><h3>热门影院</h3><a href=/c/11396.html>橙橘国际影城城东店</a> <a href=/c/11393.html>橙橘国际影城城西店</a></div>",
        "<div><h3>最新留言</h3><a href=/n/260701.html>这个公园真的很好很漂亮</a> <a href=/n/260655.html>谢谢分享下次也去看看</a></div>",
        "<div><h3>热门单品</h3><a href=/c/11396.html>遮阳帽子</a> <a href=/c/11393.html>折叠水壶</a></div>",
        // Named so, but paid for by others.
        "<div class=recommend><a href=https://other.example/n/260701.html>十种水果千万不要这样吃</a><a href=https://other.example/n/260655.html>你家也有这样的旧衣柜吗</a></div>",
        // The article itself.
        "<div><h3>相关阅读</h3><a href=/news/2024/0510/260739.html?from=list>城东公园今起开放</a></div>",
        // A headline that reads like a label.
        "<div><p><a href=/n/20240509/260701.html>城东公园成最热去处</a></p><p><a href=/n/20240508/260655.html>城北绿道全线贯通今起骑行</a></p></div>",
        // Words of menus.
        "<ul class=nav><li><a href=/hot/>热门</a><li><a href=/live/2024/index.html>城东公园直播专题</a><li><a href=/show/2024/index.html>城东花展二零二四</a></ul>",
        // What readers say, and who they are.
        "<div><h3>热门推荐</h3><a href=/user/260701.html>城东公园老住户王小明的主页</a><a href=/comments/260655.html>这座公园改造得真漂亮，谢谢大家</a></div>",
        // Names of topics.
        "<div class=recommend><a href=/z/260701.html>公园改造专栏</a><a href=/z/260655.html>城市绿道建设</a></div>",
    ];
    for below in rows {
        assert_eq!(lists(&read("", below)), Vec::<String>::new(), "{below}");
    }
}

#[test]
fn items_that_are_left_out_and_lists_that_end() {
    // Advertised, at another owner or said to be; and a list that something else ends.
    let below = format!(
        "<div><h3>推荐阅读</h3><ul><li>{A}<li>{B}\
         <li><a href=https://other.example/n/260580.html>十种水果千万不要这样吃</a>\
         <li><a href=/n/260581.html>城东新楼盘开售三天售罄</a><p>广告</p></ul>\
         <h3>热门游戏</h3><ul><li><a href=/g/260582.html>橙橘大冒险第二季手机版</a></ul></div>"
    );
    assert_eq!(
        lists(&read("", &below)),
        ["推荐阅读|recommended|城西公园明年动工建设, 城北绿道全线贯通"]
    );
}

#[test]
fn what_stands_behind_a_headline_in_its_line() {
    let below = "<div><h3>相关阅读</h3><p><a href=/n/260701.html>城西公园明年动工建设</a> 2024-05-09 08:30</p>\
                 <p><a href=/n/260655.html>．城北绿道全线贯通</a> 2024-05-08</p></div>";
    let article = read("", below);
    let items = &article.related[0].items;
    let read: Vec<(&str, Option<&str>, Option<&str>)> = items
        .iter()
        .map(|i| {
            (
                i.title.as_str(),
                i.published.as_ref().map(|t| t.raw.as_str()),
                i.summary.as_deref(),
            )
        })
        .collect();
    assert_eq!(
        read,
        [
            ("城西公园明年动工建设", Some("2024-05-09 08:30"), None),
            ("城北绿道全线贯通", Some("2024-05-08"), None)
        ]
    );
}
