//! Text without markup: the same article in three forms, and which inputs are text.

use zhengwen::{Article, ErrorKind, Input, Limit, Limits, PageKind, Parser, RelatedKind};

const PARAGRAPHS: [&str; 4] = [
    "城东公园今天上午正式向市民开放，园内步道、湖区和儿童乐园同时启用，全天免费，首日迎来三千多名游客。",
    "公园占地三十公顷，前身是一片旧厂房。改造历时三年，保留了两座水塔和一段铁轨，由市园林局负责养护。",
    "“这里的湖水很清，比以前好多了。”市民张三一早就带着孩子来了，他说以后每个周末都会过来走一走。",
    "市园林局负责人表示，二期工程将于明年春天动工，届时还会新建一座图书馆和两处停车场。",
];

/// A page as a crawl's text files have it: title first, then menu, article, lists, footer.
fn crawled() -> String {
    format!(
        "城东公园今起开放_本地新闻_橙橘网\n首页\n新闻\n体育\n财经\n娱乐\n登录\n注册\n当前位置：首页 > 新闻 > 本地 > 正文\n\
         城东公园今起开放\n2024-05-10 06:58:31　来源：橙橘网　作者：张三\n{}\n责任编辑：李四\n标签：公园 绿地 湖区\n\
         相关阅读\n城西公园明年春天动工\n城北绿道今天全线贯通\n热门评论\n路人甲：早就该开放了，离我家走路五分钟。\n\
         Copyright © 2024 橙橘网 版权所有\n橙ICP备12345678号\n",
        PARAGRAPHS.join("\n")
    )
}

fn check(article: &Article) {
    let m = &article.metadata;
    assert_eq!(m.title.as_deref(), Some("城东公园今起开放"));
    assert_eq!(
        m.published.as_ref().unwrap().value.to_rfc3339(),
        "2024-05-10T06:58:31+08:00"
    );
    assert_eq!(m.source.as_ref().unwrap().name, "橙橘网");
    assert_eq!(m.authors, ["张三"]);
    assert_eq!(m.editors, ["李四"]);
    assert_eq!(m.tags, ["公园", "绿地", "湖区"]);
    assert_eq!(m.breadcrumb, ["首页", "新闻", "本地"]);
    assert_eq!(article.body.text(), PARAGRAPHS.join("\n"));
    let [list] = &article.related[..] else {
        panic!("{:?}", article.related);
    };
    assert_eq!(
        (list.label.as_deref(), list.kind),
        (Some("相关阅读"), RelatedKind::Related)
    );
    let titles: Vec<&str> = list.items.iter().map(|i| i.title.as_str()).collect();
    assert_eq!(titles, ["城西公园明年春天动工", "城北绿道今天全线贯通"]);
    assert!(list.items.iter().all(|i| i.url.is_none()));
    assert_eq!(article.kind, PageKind::Article);
}

#[test]
fn lines_are_read_like_a_page() {
    let crawled = crawled();
    check(&Article::parse(&crawled).unwrap());
    check(&Article::parse_bytes(crawled.as_bytes()).unwrap());
    check(&Article::parse_bytes(&encoding_rs::GBK.encode(&crawled.replace('©', "")).0).unwrap());
    check(&Parser::new().parse_text(&crawled).unwrap());
    check(&Parser::new().read(Input::text(&crawled)).unwrap());
    // As copied from a browser: no title before the rest, blank lines between.
    let (_, copied) = crawled.split_once('\n').unwrap();
    check(&Article::parse(copied).unwrap());
    check(&Article::parse(&copied.replace('\n', "\r\n\r\n")).unwrap());
    // The article alone.
    let alone = &copied[copied.find("城东公园今起").unwrap()..];
    let article = Article::parse(alone).unwrap();
    assert_eq!(article.metadata.title.as_deref(), Some("城东公园今起开放"));
    assert_eq!(article.body.text(), PARAGRAPHS.join("\n"));
}

#[test]
fn lists_with_summaries_and_times() {
    let text = format!(
        "城东公园今起开放\n更新时间:2024-05-10 06:58:31作者:橙橘网\n城东公园今起开放\n{}\n为您推荐\n城西公园明年春天动工\n\
         城西公园将于明年春天动工，占地二十公顷，市民可以提出建议。\n2024-05-09 21:53\n城北绿道今天全线贯通\n绿道,贯通,骑行,步道\n2024-05-09 21:52\n",
        PARAGRAPHS.join("\n\n")
    );
    let article = Article::parse(&text).unwrap();
    assert_eq!(article.metadata.title.as_deref(), Some("城东公园今起开放"));
    assert_eq!(article.body.text(), PARAGRAPHS.join("\n"));
    let items = &article.related[0].items;
    assert_eq!(items.len(), 2, "{items:#?}");
    assert_eq!(items[1].title, "城北绿道今天全线贯通");
    assert_eq!(items[1].summary.as_deref(), Some("绿道,贯通,骑行,步道"));
    assert_eq!(items[1].published.as_ref().unwrap().raw, "2024-05-09 21:52");
}

#[test]
fn which_inputs_are_text() {
    let lines = PARAGRAPHS.join("\n");
    let article = |text: &str| Article::parse(text).unwrap();
    // A stray `<` and references are what they stand for; the lines stay lines.
    let stray = format!(
        "城东公园今起开放\n气温3<5度&nbsp;&amp;&nbsp;风力4>3级，适合出游，市民<张三>说。\n{lines}"
    );
    let body = article(&stray).body.text().replace('\u{a0}', " ");
    assert!(body.contains("气温3<5度 & 风力4>3级"), "{body}");
    assert_eq!(body.lines().count(), 5);
    // Text that speaks of tags, if it has many lines.
    let spoken = format!(
        "城东公园今起开放\n{lines}\n网页里用 <br> 来换行，编辑张三介绍说，这样比较省事。\n{lines}\n{lines}"
    );
    assert!(
        article(&spoken)
            .body
            .text()
            .contains("网页里用 <br> 来换行")
    );
    // Fragments of HTML, and text that only `<br>` sets in lines, are HTML.
    let fragment = format!("<div>{}</div>", PARAGRAPHS.join("<br><br>"));
    assert_eq!(article(&fragment).body.text(), lines);
    let broken = PARAGRAPHS.join("<br>");
    assert_eq!(article(&broken).body.text(), lines);
    let broken = PARAGRAPHS.join("<br>\n");
    assert_eq!(article(&broken).body.text(), lines);
    let bold = format!("{}\n<b>{}</b>", PARAGRAPHS[0], PARAGRAPHS[1]);
    assert!(!article(&bold).body.text().contains('<'));
    // Whoever knows better says so.
    let text = Parser::new()
        .parse_text("城东公园\n网页里用 <br> 来换行，编辑张三介绍说，这样比较省事。")
        .unwrap();
    assert!(text.body.text().contains("<br>"));
}

/// Lines broken at a width, as mail has them.
fn broken(text: &str, at: usize) -> String {
    let chars: Vec<char> = text.chars().collect();
    let lines = chars.chunks(at).map(|line| line.iter().collect::<String>());
    lines.collect::<Vec<_>>().join("\n")
}

#[test]
fn forms_of_texts() {
    let head = "城东公园今起开放\n2024-05-10 06:58 来源：橙橘网\n";
    let all = PARAGRAPHS.join("\n");
    let blank = PARAGRAPHS.map(|text| broken(text, 20)).join("\n\n");
    let indented = PARAGRAPHS
        .map(|text| broken(&format!("　　{text}"), 30))
        .join("\n");
    let (title, source) = ("城东公园今起开放", Some("橙橘网"));
    let menu = "城东公园今起开放_橙橘网 首页 新闻 体育 当前位置：首页 > 新闻 > 正文 ";
    let spaced = PARAGRAPHS.join(" ");
    let verse = "湖水在春天醒来\n柳树把影子放进水里\n一只白鹭飞过\n没有留下声音\n铁轨生了锈\n还记得远方的火车";
    let plain = "今天上午正式向市民开放\n园内步道和儿童乐园同时启用\n全天免费不用预约\n首日迎来三千多名游客\n前身是一片旧厂房";
    for (name, text, title, source, body) in [
        // All in one line.
        (
            "a line",
            format!("{title} 2024-05-10 06:58 来源：橙橘网 {spaced}"),
            title,
            source,
            &*all,
        ),
        (
            "a line with its menu",
            format!("{menu}{title} 2024-05-10 06:58 来源：橙橘网 {spaced} 责任编辑：李四"),
            title,
            source,
            &all,
        ),
        (
            "a line without info",
            format!("{title} {}", PARAGRAPHS.concat()),
            title,
            None,
            &PARAGRAPHS.concat(),
        ),
        // Broken at a width.
        (
            "blank lines",
            format!("{head}\n{blank}"),
            title,
            source,
            &all,
        ),
        ("indents", format!("{head}{indented}"), title, source, &all),
        (
            "carriage returns",
            format!("{head}\n{blank}").replace('\n', "\r\n"),
            title,
            source,
            &all,
        ),
        // Markdown.
        (
            "a heading",
            format!("# {title}\n\n2024-05-10 06:58 来源：橙橘网\n\n{all}"),
            title,
            source,
            &all,
        ),
        (
            "an underline",
            format!("{title}\n=====\n\n{all}"),
            title,
            None,
            &all,
        ),
        // A headline that begins with its day.
        (
            "a day",
            format!("5月10日起城东公园开放\n{all}"),
            "5月10日起城东公园开放",
            None,
            &all,
        ),
        (
            "a day with its year",
            format!("2024年5月10日 城东公园正式开放\n橙橘网 2024-05-11\n{all}"),
            "2024年5月10日 城东公园正式开放",
            source,
            &all,
        ),
        // Without marks.
        (
            "verse",
            format!("湖边小诗\n{verse}"),
            "湖边小诗",
            None,
            verse,
        ),
        (
            "short lines",
            format!("{head}{plain}"),
            title,
            source,
            plain,
        ),
        // Lines that only tags break, below a head that none breaks.
        (
            "breaks",
            format!("{head}{}", PARAGRAPHS.join("<br><br>")),
            title,
            source,
            &all,
        ),
        (
            "breaks and line feeds",
            format!("{head}{}", PARAGRAPHS.join("<br />\n")),
            title,
            source,
            &all,
        ),
    ] {
        let article = Article::parse(&text).unwrap();
        let meta = article.metadata;
        assert_eq!(meta.title.as_deref(), Some(title), "{name}");
        assert_eq!(meta.source.map(|s| s.name).as_deref(), source, "{name}");
        assert_eq!(article.body.text(), body, "{name}");
        if source.is_some() {
            assert!(meta.published.is_some(), "{name}");
        }
    }
}

#[test]
fn limits_are_those_of_the_text() {
    let text = format!("城东公园今起开放\n{}", "<城东公园>\n".repeat(100));
    let mut limits = Limits::default();
    limits.bytes = text.len();
    assert!(Parser::new().limits(limits).parse(&text).is_ok());
    limits.bytes -= 1;
    let error = Parser::new().limits(limits).parse(&text).unwrap_err();
    assert!(
        matches!(error.kind(), ErrorKind::Limit { what: Limit::Bytes, seen, .. } if *seen == text.len() as u64),
        "{error}"
    );
}
