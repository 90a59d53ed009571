//! Bodies set in ways of their own: captions in the paragraph of their picture, grids of pictures, spans that are lines, lists of short items.

use crate::samples::PARAGRAPHS;
use crate::{Article, Block, PageKind, Parser};

/// The generic reading of a page: lines of text below the two paragraphs' `¶`, pictures as their captions in brackets.
fn read(above: &str, inner: &str) -> String {
    let html = format!(
        "<title>城东公园今起开放_橙橘网</title><h1>城东公园今起开放</h1><p>2024-05-10 06:58 来源：橙橘网</p>{above}<div>{inner}</div><div>橙橘网 版权所有</div>"
    );
    shown(&Article::parse(&html).unwrap())
}

fn shown(article: &Article) -> String {
    let lines = article.body.blocks.iter().map(|block| match block {
        Block::Image(image) => format!("[{}]", image.caption.as_deref().unwrap_or("")),
        Block::Video(_) => "video".to_string(),
        other => crate::Body::new(vec![other.clone()]).text(),
    });
    let text = lines.collect::<Vec<_>>().join("\n");
    text.replace(&crate::Body::parse(PARAGRAPHS).unwrap().text(), "¶")
}

#[test]
fn captions_in_the_box_of_their_picture() {
    let img = "<img src=/p/lake1.jpg>";
    let grid = "<table><tr><td><img src=/p/lake1.jpg></td><td><img src=/p/lake2.jpg></td></tr><tr><td>湖区的水鸟</td><td>环湖步道</td></tr></table>";
    for (inner, expected) in [
        (
            format!("<p>{img}<br><em>湖区的水鸟</em></p>"),
            "[湖区的水鸟]",
        ),
        (
            format!("<p><span>{img}</span><span>湖区的水鸟</span></p>"),
            "[湖区的水鸟]",
        ),
        (
            format!("<center>{img}</center><center><font size=2>湖区的水鸟</font></center>"),
            "[湖区的水鸟]",
        ),
        (
            format!(
                "<figure><div>{img}<p>图像来源，橙橘图库</p></div><figcaption><span>图像加注文字，</span><p>湖区的水鸟</p></figcaption></figure>"
            ),
            "[湖区的水鸟]",
        ),
        (grid.to_string(), "[湖区的水鸟]\n[环湖步道]"),
        // A sentence, a line of times, a control.
        (
            format!("<p>{img}<br>湖区的水鸟今年来得很早。</p>"),
            "[]\n湖区的水鸟今年来得很早。",
        ),
        (format!("<p>{img}<br>放大圖片</p>"), "[]"),
        (
            format!("<p>{img}<br>本文来源：橙橘网 。内部来源 责任编辑：王小明</p>"),
            "[]\n本文来源：橙橘网 。内部来源 责任编辑：王小明",
        ),
    ] {
        let page = format!("{PARAGRAPHS}{inner}{PARAGRAPHS}");
        assert_eq!(read("", &page), format!("¶\n{expected}\n¶"), "{inner}");
    }
}

#[test]
fn captions_of_tables_and_quotes() {
    let table = "<table><tr><td>姓名</td><td>得分</td></tr><tr><td>张三</td><td>91</td></tr><tr><td>李四</td><td>88</td></tr></table>";
    let page = format!(
        "{PARAGRAPHS}<figure>{table}<figcaption>表一：比赛得分</figcaption></figure><figure><blockquote><p>湖区的水鸟今年来得很早。</p></blockquote><figcaption><p>张三，护林人</p></figcaption></figure>{PARAGRAPHS}"
    );
    let html = format!(
        "<title>城东公园今起开放_橙橘网</title><h1>城东公园今起开放</h1><p>2024-05-10 06:58 来源：橙橘网</p><div>{page}</div>"
    );
    let article = Article::parse(&html).unwrap();
    let captions: Vec<_> = article
        .body
        .blocks
        .iter()
        .filter_map(|block| match block {
            Block::Table(table) => table.caption.as_deref(),
            _ => None,
        })
        .collect();
    assert_eq!(captions, ["表一：比赛得分"]);
    assert!(article.body.text().contains("张三，护林人"));
}

#[test]
fn a_caption_that_nothing_ends_holds_the_text() {
    let page = format!(
        "<figure><img src=/p/lake1.jpg><figcaption>湖区的水鸟{}",
        PARAGRAPHS.repeat(6)
    );
    assert_eq!(read("", &page), "[]\n¶\n¶\n¶\n¶\n¶\n¶");
}

#[test]
fn pictures_above_the_text() {
    let caption = "<span class=caption>湖区的水鸟</span>";
    for (above, expected) in [
        // `headerimg` is no portrait where a caption stands in it.
        (
            format!("<div id=headerimg><img src=/p/lake1.jpg><span>{caption}</span></div>"),
            "[湖区的水鸟]\n¶",
        ),
        (
            "<div><img src=/img/1x1.gif><noscript><img src=/p/lake1.jpg></noscript></div>".into(),
            "[]\n¶",
        ),
        (
            "<div><img src=/p/lake1.jpg><div>张三摄影</div></div>".into(),
            "[张三摄影]\n¶",
        ),
    ] {
        assert_eq!(read(&above, PARAGRAPHS), expected, "{above}");
    }
}

#[test]
fn lines_of_a_text() {
    let p = PARAGRAPHS;
    for (inner, expected) in [
        // Short items at the end, and the line that announces them.
        (
            format!("{p}<p>自备物品：<br>一、雨衣<br>二、水壶</p>"),
            "¶\n自备物品：\n一、雨衣\n二、水壶",
        ),
        (
            format!("{p}<p>自备物品：</p><p>1、雨衣</p><p>2、水壶</p>"),
            "¶\n自备物品：\n1、雨衣\n2、水壶",
        ),
        (format!("<p>各科室：</p>{p}"), "各科室：\n¶"),
        // The code above the line that asks to scan it, and what is below a text.
        (
            format!("{p}<p><img src=/p/20240510.jpg></p><p>长按识别二维码 关注橙橘网</p>"),
            "¶",
        ),
        (
            format!("{p}<div>请登录后发表评论</div><div>已有 0 条评论</div>"),
            "¶",
        ),
        // Labels of other articles with a link behind them.
        (
            format!("{p}<p>👉<a href=/n/2.html>城西公园明年动工</a></p>{p}"),
            "¶\n¶",
        ),
        (
            format!("{p}<p>【延伸阅读】<a href=/n/2.html>城西公园明年动工</a></p>{p}"),
            "¶\n¶",
        ),
        (
            format!("{p}<p>报名请到<a href=/n/2.html>城西公园明年动工</a></p>{p}"),
            "¶\n报名请到城西公园明年动工\n¶",
        ),
        (format!("{p}<p>【记者】张三</p><p>【摄影】李四</p>"), "¶"),
        (
            format!("{p}<iframe src=https://www.youtube.com/embed/lake></iframe>"),
            "¶\nvideo",
        ),
    ] {
        assert_eq!(read("", &inner), expected, "{inner}");
    }
}

#[test]
fn spans_that_are_lines() {
    let lines = [
        "湖区的水鸟今年来得很早，护林人每天沿着步道走一圈。",
        "他数一数有多少只，写在本子上，傍晚再数一次。",
    ];
    for (style, expected) in [
        ("display:block", true),
        ("DISPLAY: Block; margin:0", true),
        ("display:inline-block", false),
        ("display:flex", false),
    ] {
        let spans = lines.map(|line| format!("<span style='{style}'>{line}</span>"));
        let text = read("", &format!("{PARAGRAPHS}<div>{}</div>", spans.concat()));
        assert_eq!(text.ends_with(&lines.join("\n")), expected, "{style}");
    }
}

#[test]
fn kinds_by_what_is_shown() {
    let post = |n: u8| {
        format!(
            "<h2><a href=/2024/05/{n}/>城东公园第{n}次开放的那天早晨</a></h2><div>2024-05-{n:02}</div><p>湖区的水鸟今年来得很早，护林人走了一圈，数了三遍。</p>"
        )
    };
    let posts: String = (1..=4).map(post).collect();
    let table = "<table><tr><td>姓名</td><td>得分</td></tr><tr><td>张三</td><td>91</td></tr><tr><td>李四</td><td>88</td></tr></table>";
    for (title, main, expected) in [
        ("城东小记", posts.clone(), PageKind::List),
        (
            "专题：城东公园的一年_橙橘网",
            format!("<h1>专题：城东公园的一年</h1><p>公园里每一条路都有名字，我们走了一年，陆续刊登在这里。</p>{posts}"),
            PageKind::List,
        ),
        (
            "少年书画比赛获奖名单_橙橘网",
            format!("<h1>少年书画比赛获奖名单</h1><div><div>2024-05-10 06:58 来源：橙橘网</div><div>{table}</div></div>"),
            PageKind::Article,
        ),
        (
            "木工学徒_橙橘人才网",
            "<h1>木工学徒</h1><div>更新时间：2024-05-10 经验不限 招5人</div><h3>职位描述</h3><p>跟随师傅学习开料、打磨、组装，保持工位整洁，完成交办的其他工作。</p><p>包吃住，满一年缴纳五险，节假日发放礼品，每年体检一次。</p><a href=/a>申请职位</a><a href=/b>收藏职位</a>".into(),
            PageKind::Other,
        ),
    ] {
        let html = format!("<title>{title}</title><ul><li><a href=/>首页</a><li><a href=/n>新闻</a></ul><div>{main}</div><div>橙橘网 版权所有</div>");
        assert_eq!(Parser::new().parse(&html).unwrap().kind, expected, "{title}");
    }
}
