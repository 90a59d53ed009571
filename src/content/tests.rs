//! What is kept and what is cut around the paragraphs of a body, by pages of a few lines. Whole pages: `tests/sites.rs`.

use crate::Block;
use crate::content::captions;
use crate::grammar::byline;
use crate::samples::{PARAGRAPHS, ruled};

/// The body below a headline: lines of text, and pictures as their captions in brackets. The two paragraphs stand as `¶`.
fn read(inner: &str) -> String {
    let html = format!("<h1>城东公园今起开放</h1><div class=content>{inner}</div>");
    // A rule tells where the body stands: what is at its edges is then for the cleaning alone.
    let body = ruled("body = '.content'").parse(&html).unwrap().body;
    let lines = body.blocks.iter().map(|block| match block {
        Block::Image(image) => format!("[{}]", image.caption.as_deref().unwrap_or("")),
        Block::Quote(_) => "quote".to_string(),
        other => crate::Body::new(vec![other.clone()]).text(),
    });
    let text = lines.collect::<Vec<_>>().join("\n");
    let paragraphs = crate::Body::parse(PARAGRAPHS).unwrap().text();
    text.replace(&paragraphs, "¶")
}

fn check(rows: &[(String, &str)]) {
    for (html, expected) in rows {
        assert_eq!(read(html), *expected, "{html}");
    }
}

#[test]
fn edges() {
    let p = PARAGRAPHS;
    let rows = [
        // Labels and their values in elements of their own.
        (
            format!(
                "{p}<div><label>作者：</label><div>张三</div></div><div><label>摄影：</label><div>李四</div></div>"
            ),
            "¶",
        ),
        (format!("{p}<h4>文章作者</h4><p>王小明</p>"), "¶"),
        (
            format!("{p}<p>记者：</p><p>公园什么时候开门？</p>"),
            "¶\n公园什么时候开门？",
        ),
        // An info line without labels, an outlet's signature, the page of a paper.
        (format!("<p>05-10 06:58橙橘日报官方账号</p>{p}"), "¶"),
        (format!("{p}<p>（橙橘日报东城分社）</p>"), "¶"),
        (format!("{p}<p>2024年05月10日 11 版</p>"), "¶"),
        (
            format!("{p}<p>2024年5月10日（星期五）</p><p>香港時間22時03分</p>"),
            "¶",
        ),
        // A document's own date.
        (format!("{p}<p>2024年5月10日</p>"), "¶\n2024年5月10日"),
        // Promotions.
        (
            format!("{p}<p>推</p><p>荐</p><p>阅</p><p>读</p><p>橙橘健康APP</p>"),
            "¶",
        ),
        (
            format!(
                "{p}<p>橙橘声明：橙橘网登载此文出于传递更多信息之目的，并不意味着赞同其观点或证实其描述。</p>"
            ),
            "¶",
        ),
        (format!("<p>[摘要]城东公园今天开放，全天免费。</p>{p}"), "¶"),
        // Links below the label of a list, between paragraphs.
        (
            format!(
                "{p}<p>&gt;&gt;&gt;相关新闻</p><p><a href=/1>湖区的水鸟</a></p><p><b><a href=/2>步道的花</a></b></p>{p}"
            ),
            "¶\n¶",
        ),
    ];
    check(&rows);
}

#[test]
fn captions_of_pictures() {
    let p = PARAGRAPHS;
    let img = "<img src=/p/lake1.jpg>";
    let rows = [
        // The picture says it of itself.
        (
            format!("{p}<p><img src=/p/lake1.jpg alt=湖区的水鸟></p><p>湖区的水鸟</p>"),
            "¶\n[湖区的水鸟]",
        ),
        (
            format!("{p}{img}<p>游人在湖边。橙橘网记者 张三 图</p>"),
            "¶\n[游人在湖边。橙橘网记者 张三 图]",
        ),
        (
            format!("{p}{img}<p>湖区（城东发布供图）</p>"),
            "¶\n[湖区（城东发布供图）]",
        ),
        (
            format!("{p}{img}<p>圖1之2 - 湖區</p>"),
            "¶\n[圖1之2 - 湖區]",
        ),
        (
            format!("{p}{img}<p>湖区的水鸟 橙橘网 张三/摄</p>"),
            "¶\n[湖区的水鸟 橙橘网 张三/摄]",
        ),
        (
            format!("{p}{img}<p>青年报·城东记者 张三/文 受访者供图</p>"),
            "¶\n[]",
        ),
        (
            format!("{p}{img}<p>湖区的水鸟（摄影 张三）</p>"),
            "¶\n[湖区的水鸟（摄影 张三）]",
        ),
        (
            format!(
                "{p}<figure>{img}<figcaption class=imgComment_content>湖区的水鸟</figcaption></figure>"
            ),
            "¶\n[湖区的水鸟]",
        ),
        // A numbered sentence is none.
        (
            format!("{p}{img}<p>图1显示，游人比去年多了三成。</p>"),
            "¶\n[]\n图1显示，游人比去年多了三成。",
        ),
        // A list of pictures, the first of them shown large above.
        (
            format!(
                "{p}{img}<ul><li>{img}<p>湖区。张三 摄</p><li><img src=/p/lake2.jpg><p>步道。张三 摄</p></ul>"
            ),
            "¶\n[湖区。张三 摄]\n[步道。张三 摄]",
        ),
        // Captions whose pictures a script would have loaded.
        (
            format!("{p}<div class=img-caption>湖区的水鸟。（李四攝）</div>"),
            "¶",
        ),
        // A figure's caption does not go to a picture outside it.
        (
            format!("{p}{img}<figure><div></div><figcaption>水鸟</figcaption></figure>{p}"),
            "¶\n[]\n¶",
        ),
    ];
    check(&rows);
    assert!(captions::is_worded("游人在湖边。张三摄／橙橘社"));
}

#[test]
fn quotes_that_are_none() {
    let p = PARAGRAPHS;
    let rows = [
        (
            format!("{p}<blockquote><p>欢迎。</p></blockquote>"),
            "¶\nquote",
        ),
        // The whole text in one.
        (format!("<blockquote>{p}</blockquote>"), "¶"),
        // A tag left open before pictures and their captions.
        (
            format!(
                "{p}{p}<blockquote><img src=/p/lake1.jpg><p>湖区。张三 摄</p><p>欢迎。</p><img src=/p/lake2.jpg>"
            ),
            "¶\n¶\n[湖区。张三 摄]\n欢迎。\n[]",
        ),
    ];
    check(&rows);
}

#[test]
fn labels_without_values() {
    for (text, expected) in [
        ("作者：", true),
        ("文章作者", true),
        ("供稿单位：", true),
        ("责任编辑", true),
        ("作者：张三", false),
        ("公园：", false),
        ("记者手记", false),
    ] {
        assert_eq!(byline::is_lone_label(text), expected, "{text}");
    }
}
