//! Lists of small pages: what announces them, and which of their links are items.

use crate::Article;
use crate::samples::PARAGRAPHS;

const ITEMS: &str = "<ul><li><a href=/a/2024/2.html>城西公园明年动工建设</a><li><a href=/a/2024/3.html>城北绿道今天全线贯通</a></ul>";

/// Labels and headlines of what stands below an article's text.
fn lists(below: &str) -> Vec<(String, Vec<String>)> {
    let html = format!("<h1>城东公园今起开放</h1><div>{PARAGRAPHS}</div>{below}");
    let parser = crate::Parser::new().url("https://chengju.example/a/2024/1.html");
    let lists = parser.parse(&html).unwrap().related;
    lists
        .into_iter()
        .map(|list| {
            let titles = list.items.into_iter().map(|item| item.title);
            (list.label.unwrap_or_default(), titles.collect())
        })
        .collect()
}

#[test]
fn labels_and_their_lists() {
    let both: &[&str] = &["城西公园明年动工建设", "城北绿道今天全线贯通"];
    let rows: &[(String, &str, &[&str])] = &[
        // The label is a control, with another beside it.
        (
            format!("<div><div><a href='javascript:all()'>相似文章：</a></div><div><a href='javascript:all()'>換一批</a></div></div>{ITEMS}"),
            "相似文章",
            both,
        ),
        // A link to a search stands in the label's line.
        (
            format!("<div><div><span>推荐阅读</span> <span><a href='/search?q=城东公园今起开放'>城东公园今起开放</a> <span>|</span></span></div>{ITEMS}</div>"),
            "推荐阅读",
            both,
        ),
        (
            format!("<div><h3>You may also like</h3>{ITEMS}</div>"),
            "You may also like",
            both,
        ),
        (
            format!("<div><h3>相关新闻 RELATED NEWS</h3>{ITEMS}</div>"),
            "相关新闻 RELATED NEWS",
            both,
        ),
        // The link leads on, the headline is set off beside it.
        (
            "<div><h3>推荐阅读</h3><p><strong>城西公园明年动工建设</strong> 占地二十公顷，市民可提意见。<i><a href=/a/2024/2.html>【详细】</a></i></p>
             <p><strong>城北绿道今天全线贯通</strong> 全长十二公里。<i><a href=/a/2024/3.html>【详细】</a></i></p></div>".to_string(),
            "推荐阅读",
            both,
        ),
        // The label stands within the link, or only the link says what it is.
        (
            "<nav><div><a href=/a/2024/2.html><span>上一篇</span> 城西公园明年动工建设</a></div></nav>".to_string(),
            "上一篇",
            &both[..1],
        ),
        (
            "<nav><a href=/a/2024/2.html rel=prev>← 城西公园明年动工建设</a><a href=/a/2024/3.html rel=next>城北绿道今天全线贯通 →</a></nav>".to_string(),
            "",
            both,
        ),
        // A badge in an element of its own before a headline.
        (
            "<div><h3>同栏目新闻</h3><ul><li><a href=/a/2024/2.html><i>视频</i>城西公园明年动工建设</a></li><li><a href=/a/2024/3.html><i>独家</i>城北绿道今天全线贯通</a></li></ul></div>".to_string(),
            "同栏目新闻",
            both,
        ),
        // The label is a link to all of them.
        (
            format!("<div><div><h3><a href=/sports/>更多体育新闻</a></h3></div>{ITEMS}</div>"),
            "更多体育新闻",
            both,
        ),
        // The label of the next article is a link of its own.
        (
            "<div><a href=/a/2024/2.html><div>下一篇新闻：</div></a><a href=/a/2024/2.html><div>城西公园明年动工建设</div></a></div>".to_string(),
            "下一篇新闻",
            &both[..1],
        ),
        (
            "<p>相关：<a href=/a/2024/2.html>城西公园明年动工建设</a></p>".to_string(),
            "相关",
            &both[..1],
        ),
        // A linked headline that begins with the label, below the text and apart from other links.
        (
            "<div><h2><a href=/a/2024/2.html>延伸阅读：城西公园明年动工建设</a></h2></div><p>橙橘网2024年版权声明</p>".to_string(),
            "延伸阅读",
            &both[..1],
        ),
        // Addresses of one folder, of which some alone would not tell an article.
        (
            "<div><h3>延伸阅读</h3><a href=/post/park-in-the-west>城西公园明年动工建设</a> <a href=/post/greenway>城北绿道今天全线贯通</a></div>".to_string(),
            "延伸阅读",
            both,
        ),
        // A link that lies over its card, a picture whose headline is no link.
        (
            "<div><h3>相关阅读</h3><div><a href=/a/2024/2.html></a><div>城西公园明年动工建设</div></div><div><p><a href=/a/2024/3.html><img src=/3.jpg></a></p><p>城北绿道今天全线贯通</p></div></div>".to_string(),
            "相关阅读",
            both,
        ),
        // No table knows the heading; what stands below it says what it is.
        (
            "<div><h3>看完再往下走</h3><ul><li><a href=/a/2024/2.html>城西公园明年动工建设，预计年底完工</a><li><a href=/a/2024/3.html>城北绿道今天全线贯通，全长十二公里</a><li><a href=/a/2024/4.html>城南车站周末临时封闭，市民可改乘地铁</a></ul></div>".to_string(),
            "看完再往下走",
            &["城西公园明年动工建设，预计年底完工", "城北绿道今天全线贯通，全长十二公里", "城南车站周末临时封闭，市民可改乘地铁"],
        ),
        // Advertisements between the articles say so.
        (
            "<div><h3>您可能也喜歡</h3>
             <div><a href=https://ads.example/c?d=1>喝了橙汁皮膚變好了</a><div>橙橘乳業-PR</div></div>
             <div><a href=/a/2024/2.html>城西公园明年动工建设</a><div>本地</div></div>
             <div><div>PR</div><a href=https://ads.example/c?d=2>一罐就夠的橙橘面霜</a></div>
             <div><a href=/a/2024/3.html>城北绿道今天全线贯通</a><div>本地</div></div></div>".to_string(),
            "您可能也喜歡",
            both,
        ),
    ];
    for (below, label, titles) in rows {
        let titles: Vec<String> = titles.iter().map(|t| (*t).to_string()).collect();
        assert_eq!(lists(below), [((*label).to_string(), titles)], "{below}");
    }
    // One address among links of the site is no list.
    let links = "<div><p>相关链接</p><a href=/forum>橙橘讨论区里</a> <a href=/notify/login>橙橘新闻通知</a>
         <a href=https://www.facebook.com/chengju>橙橘新闻脸书</a> <a href=https://page.line.me/chengju>橙橘官方帐号</a>
         <a href=https://www.youtube.com/chengju>橙橘影音频道</a> <a href=/go>橙橘APP下载处</a></div>";
    assert_eq!(lists(links), []);
}

/// A button at the end of a list heads none.
#[test]
fn a_button_below_a_list() {
    let below = format!(
        "<div><h3>同栏目新闻</h3>{ITEMS}<div><a href=/local/>更多本地新闻</a></div><ul><li><a href=/about/us.html>橙橘网读者服务说明</a><li><a href=/about/ad.html>橙橘网广告服务说明</a></ul></div>"
    );
    let labels: Vec<String> = lists(&below).into_iter().map(|(label, _)| label).collect();
    assert_eq!(labels, ["同栏目新闻"]);
}

/// A ticker in the menu that is empty gathers nothing from below the article.
#[test]
fn an_empty_list_above_the_article() {
    let html = format!(
        "<div><div><span>橙橘快讯</span><ul></ul></div><h1>城东公园今起开放</h1><div>{PARAGRAPHS}</div>
         <div><h3>读者服务</h3><ul><li><a href=/p/5897.html>橙橘网应用程序简介</a><li><a href=/p/6679.html>橙橘网节目表和频率表</a></ul></div></div>"
    );
    assert_eq!(Article::parse(&html).unwrap().related, []);
}

/// A label in the menu gathers no link from the article's text.
#[test]
fn a_label_above_the_article() {
    let html = format!(
        "<div><a href=/v/>最新视频</a></div><h1>城东公园今起开放</h1><div>{PARAGRAPHS}
         <p>连接几座公园的步道有两条，<a href=/a/2024/2.html>城西公园明年动工建设</a>，<a href=/a/2024/3.html>城北绿道今天全线贯通</a>，市民今后可以步行走完全程。</p>
         <p>园方表示，周末将增设讲解，学生凭证可以领取手绘地图。</p></div>"
    );
    assert_eq!(Article::parse(&html).unwrap().related, []);
}
