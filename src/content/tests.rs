//! What is kept and what is cut around the paragraphs of a body, by pages of a few lines. Whole pages: `tests/sites.rs`.

mod layout;

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
        // The page's footer, with the badge of its licence; the picture above it is the article's, and so is an address alone.
        (
            format!(
                "{p}<p><img src=/p/swan.jpg></p><p>网站地图 | 联系我们</p><p>地址：城东路一号</p><p><img src=/p/badge.png></p><p>主办：城东区政府办公室 技术支持：橙橘科技</p>"
            ),
            "¶\n[]",
        ),
        (format!("{p}<p>地址：城东路一号</p>"), "¶\n地址：城东路一号"),
        // A player's controls, a counter of comments and what follows it.
        (
            format!("{p}<p>Current Time 0:00</p><p>Stream Type LIVE</p>{p}"),
            "¶\n¶",
        ),
        (format!("{p}<p>0条评论|0人参与</p><p>还没有人说话</p>"), "¶"),
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
    const FIRST: &str =
        "湖区的水鸟今年来得很早，护林人每天早晨沿着湖边的步道走一圈，数一数有多少只。";
    let p = PARAGRAPHS;
    let img = "<img src=/p/lake1.jpg>";
    let rows = [
        // The picture says it of itself.
        (
            format!("{p}<p><img src=/p/lake1.jpg alt=湖区的水鸟></p><p>湖区的水鸟</p>"),
            "¶\n[湖区的水鸟]",
        ),
        // An editor gave it the first paragraph to say.
        (
            format!("<p><img src=/p/lake1.jpg alt={FIRST}></p><p>{FIRST}</p>{p}"),
            "[]\n湖区的水鸟今年来得很早，护林人每天早晨沿着湖边的步道走一圈，数一数有多少只。\n¶",
        ),
        // Above the first paragraph.
        (
            format!("<div><img src=/p/lake1.jpg><div>湖區的水鳥。圖／張三攝影</div></div>{p}"),
            "[湖區的水鳥。圖／張三攝影]\n¶",
        ),
        // Copies of slides.
        (
            format!(
                "{p}<div><div class=slick-cloned><img src=/p/lake2.jpg></div><div><img src=/p/lake1.jpg></div>
                <div class='owl-item cloned'><img src=/p/lake1.jpg></div></div>{p}"
            ),
            "¶\n[]\n¶",
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

/// Without classes: a flash above comments that are longer than it, and above terms.
#[test]
fn a_short_text_is_found_above_longer_ones() {
    let flash = "城东公园今天上午正式向市民开放，园内步道、湖区和儿童乐园同时启用。";
    let comment = "<div><p>上个周末带着孩子去走了一圈，步道很平，湖边有许多长椅，下次还想带老人一起来看看花。</p><p><a>回复</a> <a>举报</a></p></div>";
    let terms = "<ul><li><a href=/1>要闻频道首页</a></li><li><a href=/2>财经频道首页</a></li></ul><div><p>本网站的内容不构成任何投资意见，本网站亦不承担任何责任，法律声明以本网站公布的版本为准，其余事项请自行判断。</p></div>";
    for below in [comment.repeat(5), terms.to_string()] {
        let html = format!(
            "<title>城东公园今起开放</title><h1>城东公园今起开放</h1><p>2024-05-10 06:58</p><div><p>{flash}</p></div><div>{below}</div>"
        );
        let article = crate::Article::parse(&html).unwrap();
        assert_eq!(article.body.text(), flash, "{below}");
    }
}

/// Comments below a head that says so, in boxes that no class names, are longer than the flash above them.
#[test]
fn comments_below_their_head_are_not_joined() {
    let flash = "城东公园今天上午正式向市民开放，园内步道、湖区和儿童乐园同时启用。";
    let said = "上个周末带着孩子去走了一圈，步道很平，湖边有许多长椅，下次还想带老人一起来看看花。";
    let text = |head: &str, below: &str| {
        let html = format!(
            "<title>城东公园今起开放</title><div><h1>城东公园今起开放</h1><p>2024-05-10 06:58</p><div><p>{flash}</p></div><div><h4>{head}</h4>{below}</div></div>"
        );
        crate::Article::parse(&html).unwrap().body.text()
    };
    let listed = format!("<dl><dt>王小明 05-10 08:11</dt><dd>{said}</dd></dl>").repeat(4);
    let boxed = format!("<div><b>小李</b><p>{said}</p></div>").repeat(4);
    for (head, below) in [
        ("最新评论", &listed),
        ("網友留言", &boxed),
        ("跟帖", &boxed),
    ] {
        assert_eq!(text(head, below), flash, "{head}");
    }
    // A part of the article under the same word: nobody is named above its paragraphs.
    let part = format!("<p>{said}</p>").repeat(4);
    assert!(text("湖边的鸟", &part).contains(said));
}

/// Pages that load on show the next article in an element beside the first, set as it is, with a headline of its own.
#[test]
fn a_sister_of_the_article_is_not_joined() {
    let other = "<p>城西图书馆今天上午重新开放，馆内新增一百二十个座位和一间自习室，开放时间延长到晚上九点。</p>".repeat(3);
    let text = |next: &str| {
        let html = format!(
            "<title>城东公园今起开放</title><div><article class=story><h1>城东公园今起开放</h1>{PARAGRAPHS}</article>{next}</div>"
        );
        crate::Article::parse(&html).unwrap().body.text()
    };
    let own = crate::Body::parse(PARAGRAPHS).unwrap().text();
    let next = format!(
        "<article class=story><h2>城西图书馆重新开放座位增加</h2><p>05-09</p>{other}</article>"
    );
    assert_eq!(text(&next), own);
    // Without a headline it is the article's second part.
    assert!(text(&format!("<article class=story>{other}</article>")).contains("图书馆"));
}

/// Pages that load the next article as one reads: its linked headline stands below a label, and its text is longer.
#[test]
fn the_next_article_is_not_joined() {
    let next = "<p>城西图书馆今天上午重新开放，馆内新增一百二十个座位和一间自习室，开放时间延长到晚上九点。</p>".repeat(8);
    let page = |label: &str, below: &str| {
        let html = format!(
            "<title>城东公园今起开放</title><h1>城东公园今起开放</h1><p>2024-05-10 06:58</p><div>{PARAGRAPHS}</div><h3>{label}</h3><a href=/city/20240509/2.html><h3>城西图书馆重新开放座位增加</h3></a><div>{below}</div>"
        );
        crate::Article::parse(&html).unwrap().body.text()
    };
    let own = crate::Body::parse(PARAGRAPHS).unwrap().text();
    assert_eq!(page("往下看更多文章", &next), own);
    // Not a label: the text goes on below a linked headline.
    assert!(page("湖边的鸟", &next).contains("图书馆"));
}

/// A credit between two rules is cut: neither of them is left above the text, and of two within it one.
#[test]
fn rules_part_what_is_left() {
    let credit = "<p>■本报记者 张三 李四</p>";
    let html = format!(
        "<h1>城东公园今起开放</h1><div class=content><hr>{credit}<hr>{PARAGRAPHS}<hr>{credit}<hr>{PARAGRAPHS}</div>"
    );
    let body = ruled("body = '.content'").parse(&html).unwrap().body;
    let dividers: Vec<usize> = (0..body.blocks.len())
        .filter(|&i| body.blocks[i] == Block::Divider)
        .collect();
    assert!(body.blocks[0] != Block::Divider);
    assert!(
        dividers.windows(2).all(|two| two[1] > two[0] + 1),
        "{dividers:?}"
    );
    assert_eq!(crate::Body::parse(&body.html()).unwrap(), body);
}

/// The pictures of a page, each as the name of its file.
fn pictures(body: &str) -> Vec<String> {
    let html = format!(
        "<head><title>城东公园今起开放</title><meta property=og:image content=https://img.chengju.example/640x/20240510_lake_01.jpg></head><body>{body}</body>"
    );
    let article = crate::Article::parse(&html).unwrap();
    let name = |url: &str| url.rsplit('/').next().unwrap_or(url).to_string();
    article.body.images().map(|i| name(&i.url)).collect()
}

#[test]
fn pictures_around_the_text() {
    let p = PARAGRAPHS;
    let own = "https://img.chengju.example/1200x/20240510_lake_01.jpg.webp";
    let rows: &[(String, &[&str])] = &[
        // The page's own picture above the headline, in another size than its meta says.
        (
            format!(
                "<section><div><img src={own}></div><h1>城东公园今起开放</h1></section><div class=content>{p}<p><img src=/p/swan.jpg></p>{p}</div>"
            ),
            &["20240510_lake_01.jpg.webp", "swan.jpg"],
        ),
        // The same, but it leads to another article, or stands in the text too.
        (
            format!(
                "<div><a href=/top/1.html><img src={own}></a></div><h1>城东公园今起开放</h1><div class=content>{p}<p><img src=/p/swan.jpg></p>{p}</div>"
            ),
            &["swan.jpg"],
        ),
        (
            format!(
                "<div><img src={own}></div><h1>城东公园今起开放</h1><div class=content>{p}<p><img src=https://img.chengju.example/644x392/20240510_lake_01.jpg></p>{p}</div>"
            ),
            &["20240510_lake_01.jpg"],
        ),
        // Slides that show the pictures of the text again.
        (
            format!(
                "<h1>城东公园今起开放</h1><div class=content>{p}<p><img src=https://img.chengju.example/1200x/20240510_swan_02.jpg></p><p><img src=https://img.chengju.example/1200x/20240510_bird_03.jpg></p>{p}<div><img src=https://img.chengju.example/644x392/20240510_swan_02.jpg><img src=https://img.chengju.example/644x392/20240510_bird_03.jpg></div></div>"
            ),
            &["20240510_swan_02.jpg", "20240510_bird_03.jpg"],
        ),
        // Boxes of captioned pictures below the text; one without a caption may be anything.
        (
            format!(
                "<h1>城东公园今起开放</h1><div><div class=content>{p}</div><div><div><p><img src=/p/swan.jpg></p><p>▲湖区的水鸟。（张三摄）</p></div><div><p><img src=/p/lake.jpg></p><p>▲傍晚的步道。</p></div></div></div>"
            ),
            &["swan.jpg", "lake.jpg"],
        ),
        (
            format!(
                "<h1>城东公园今起开放</h1><div><div class=content>{p}<p><img src=/p/lake.jpg></p></div><div><p><img src=/p/swan.jpg></p></div></div>"
            ),
            &["lake.jpg"],
        ),
        // The code that a line speaks of, an ornament between parts, the still of a film.
        (
            format!(
                "<h1>城东公园今起开放</h1><div class=content>{p}<p><img src=/p/lake.jpg></p>{p}<p>扫描下方二维码关注橙橘公园</p><p><img src=/p/park_public.jpg></p></div>"
            ),
            &["lake.jpg"],
        ),
        (
            format!(
                "<h1>城东公园今起开放</h1><div class=content>{p}<p><img src=/p/wave9.jpg></p>{p}<p><img src=/p/lake.jpg></p><p><img src=/p/wave9.jpg></p>{p}<p><img src=/p/wave9.jpg></p>{p}<p><img src=/p/wave9.jpg></p>{p}<p><img src=/p/wave9.jpg></p>{p}</div>"
            ),
            &["lake.jpg"],
        ),
        (
            format!(
                "<h1>城东公园今起开放</h1><div class=content>{p}<p><img src=/p/lake.jpg></p>{p}<div><a href='javascript:;'><img src=/p/film.jpg><em class='i-common i-play-b'></em></a></div>{p}</div>"
            ),
            &["lake.jpg"],
        ),
        // A gallery above the headline; one whose pictures lead to other articles is a menu.
        (
            format!(
                "<div><ul><li><img src=/p/lake1.jpg></li><li><img src=/p/lake2.jpg></li><li><img src=/p/lake3.jpg></li></ul><h1>城东公园今起开放</h1><div class=content>{p}</div></div>"
            ),
            &["lake1.jpg", "lake2.jpg", "lake3.jpg"],
        ),
        (
            format!(
                "<div><ul><li><a href=/1.html><img src=/p/lake1.jpg></a></li><li><a href=/2.html><img src=/p/lake2.jpg></a></li><li><a href=/3.html><img src=/p/lake3.jpg></a></li></ul><h1>城东公园今起开放</h1><div class=content>{p}</div></div>"
            ),
            &[],
        ),
        // Slides that are hidden until their turn, linked with themselves; a slide that leads to the picture in full.
        (
            format!(
                "<h1>城东公园今起开放</h1><div class=album><div><a href=/p/lake1.jpg><img src=/p/lake1.jpg style='display:none'></a></div><div style='display:none'><a href=/p/lake2.jpg title='步道。（张三摄）'><img src=/i/grey.gif data-original=/p/lake2.jpg></a></div><div style='display:none'><a href=/2.html><img src=/p/lake3.jpg></a></div></div><div class=content>{p}</div>"
            ),
            &["lake1.jpg", "lake2.jpg"],
        ),
        (
            format!(
                "<h1>城东公园今起开放</h1><div class=content>{p}<a href=https://img.chengju.example/1200x/20240510_swan_02.jpg><img src=https://img.chengju.example/644x392/20240510_swan_02.jpg.webp></a>{p}</div>"
            ),
            &["20240510_swan_02.jpg"],
        ),
        // The icon of a bar of controls inside the text's container.
        (
            format!(
                "<h1>城东公园今起开放</h1><div class=content><table><tr><td>发布时间：2024-05-10</td><td>【字体：大 中 小】</td><td><img src=/p/2017062919.png></td><td>打印</td></tr></table>{p}<p><img src=/p/lake.jpg></p></div>"
            ),
            &["lake.jpg"],
        ),
        // A picture, its slide and its thumbnail.
        (
            format!(
                "<h1>城东公园今起开放</h1><div class=content>{p}<p><img src=/p/swan.jpg></p>{p}<p><img src=/p/lake.jpg></p>{p}<div><img src=/p/swan.jpg></div>{p}<div><img src=/p/swan.jpg></div></div>"
            ),
            &["swan.jpg", "lake.jpg"],
        ),
        // An article of one picture above a footer.
        (
            "<h1>城东公园今起开放</h1><p>2024-05-10 06:58</p><div class=article-content><img src=/p/lake20240510.jpg></div><div><p>版权所有：橙橘网 | 联系我们</p><p>橙ICP备00000000号 | 网站地图</p></div>".to_string(),
            &["lake20240510.jpg"],
        ),
        // Icons of trails and of bars of controls, and a photograph with its credit.
        (
            format!(
                "<h1>城东公园今起开放</h1><div><img src=/p/place01.png><a href=/>首页</a>&gt;<a href=/n/>新闻</a>&gt;要闻动态和公告栏目</div><div><img src=/p/lake20240510.jpg><p>来源：橙橘社</p></div><div class=content>{p}</div>"
            ),
            &["lake20240510.jpg"],
        ),
    ];
    for (body, expected) in rows {
        assert_eq!(pictures(body), *expected, "{body}");
    }
}

/// What a script shows is the text where no other is shown.
#[test]
fn text_that_a_script_shows() {
    const MORE: &str = "<p>管理处提醒，游客入园请走东门，自行车停在门外。不要把零食带进湖区，湖边的长椅上午让给老人。夏天的开放时间延长到晚上九点。</p>";
    let text = |html: &str| {
        let html = format!("<title>城东公园今起开放</title>{html}");
        crate::Article::parse(&html).unwrap().body.text()
    };
    let both = format!("{PARAGRAPHS}{MORE}");
    let own = |html: &str| crate::Body::parse(html).unwrap().text();
    let hidden = "<div id=pc style='display: none'><h1>城东公园今起开放</h1>";
    assert_eq!(
        text(&format!("{hidden}<div>{both}</div></div>")),
        own(&both)
    );
    // A hidden box beside a text that is shown.
    let shown = format!("<h1>城东公园今起开放</h1><div>{PARAGRAPHS}</div>");
    let terms = format!("<div style='display:none'>{}</div>", MORE.repeat(3));
    assert_eq!(text(&format!("{shown}{terms}")), own(PARAGRAPHS));
}

/// A body may open with lines that hold no mark, and the outlet's name alone is none of them.
#[test]
fn openings_without_marks() {
    let text = |head: &str| {
        let html = format!(
            "<title>城东公园今起开放</title><h1>城东公园今起开放</h1><p>2024-05-10 06:58</p><div>{head}{PARAGRAPHS}</div>"
        );
        crate::Article::parse(&html).unwrap().body.text()
    };
    let verse = "<p>樱花开了一树又一树 湖面上有风</p><p>水塔还站在老地方 铁轨也还在</p>";
    assert!(text(verse).starts_with("樱花开了一树又一树"));
    assert!(text("<p>橙橘日报</p>").starts_with("城东公园今天"));
    // Points in a list, a line that announces them, and a line in bold.
    let list = "<ul><li>樱花两百棵</li><li>全天都免费</li></ul>";
    assert!(text(list).starts_with("- 樱花两百棵") || text(list).starts_with("樱花两百棵"));
    assert!(text(&format!("<p>要点：</p>{list}")).starts_with("要点："));
    assert!(text("<p><b>湖边的鸟先醒</b></p>").starts_with("湖边的鸟先醒"));
    let info = "<ul><li>来源：橙橘网</li><li>2024-05-10 06:58</li></ul>";
    assert!(text(info).starts_with("城东公园今天"));
    // Controls and names are shorter.
    assert!(text("<p>适中</p><p>较大</p><p>默认</p>").starts_with("城东公园今天"));
}

/// A body may end with the lines of a song, which hold no mark either.
#[test]
fn verse_behind_the_text() {
    let text = |tail: &str| {
        let html = format!(
            "<title>城东公园今起开放</title><h1>城东公园今起开放</h1><div>{PARAGRAPHS}{tail}</div><div>橙橘网</div>"
        );
        crate::Article::parse(&html).unwrap().body.text()
    };
    let song = "<p>樱花开了一树又一树</p><p>湖面上有风</p><p>水塔还站在老地方</p><p>铁轨也还在</p>";
    assert!(text(song).ends_with("铁轨也还在"));
    let contact =
        "<p>地址：城东路一号</p><p>电话：12345678</p><p>邮编：100000</p><p>传真：12345678</p>";
    assert!(!text(contact).contains("传真"));
}

/// Terms of use are longer than a flash; the page's description says which of both is the article.
#[test]
fn a_flash_that_the_description_begins_with() {
    let flash = "城东公园今天上午正式开放，首日迎来三千多名游客，全天免费。";
    let terms = "<p>行情由橙橘资讯提供，仅供参考，据此操作风险自担，本栏目每十分钟更新一次，请以柜台公布的为准。</p>".repeat(6);
    let html = format!(
        "<meta name=description content='{flash}'><title>城东公园今起开放</title><h1>城东公园今起开放</h1><div><p>{flash}</p></div><ul><li><a href=/1>城西图书馆重新开放</a><li><a href=/2>湖区新增两处直饮水点</a></ul><div>{terms}</div>"
    );
    let text = crate::Article::parse(&html).unwrap().body.text();
    assert!(text.starts_with(flash), "{text}");
}

/// Below a text: a player's list of controls, a credit in a list, pictures of the template and cards, and the text a second time.
#[test]
fn what_stands_around_a_text() {
    let long = "城东公园占地三十公顷，前身是一片旧厂房，改造历时三年，保留了两座水塔和一段铁轨，铁轨旁种上了两百棵樱花，傍晚的湖边最热闹，园方在湖区东侧新设了三处观景台和一条环湖步道。";
    let html = format!(
        "<title>城东公园今起开放</title><h1>城东公园今起开放</h1><div>{PARAGRAPHS}<p>{long}</p><ul><li>Chapters</li><li>descriptions off, selected</li></ul><p>{long}</p><ul><li>责任编辑：张三</li></ul><p><img src=/images/more.png></p><p><a href=/news/2.html><img src=/p/20240510/lake.jpg></a></p><div style='height:0px;overflow:hidden'><img src=/p/20240510/thumb.jpg></div></div>"
    );
    let article = crate::Article::parse(&html).unwrap();
    let text = article.body.text();
    assert_eq!(text.matches("环湖步道").count(), 1, "{text}");
    assert!(
        !text.contains("Chapters") && !text.contains("张三"),
        "{text}"
    );
    assert_eq!(article.body.images().count(), 0);
}

#[test]
fn captions_beside_a_picture_above_the_body() {
    let rows = [
        (
            "湖區的水鳥。（記者張三攝）",
            Some("湖區的水鳥。（記者張三攝）"),
        ),
        ("城東公園", None),
    ];
    for (beside, expected) in rows {
        let html = format!(
            "<h1>城东公园今起开放</h1><time>2024-05-10 06:58</time>
            <figure><img src=/p/lake1.jpg></figure> <div>{beside}</div><div class=content>{PARAGRAPHS}</div>"
        );
        let article = crate::Article::parse(&html).unwrap();
        let caption = article.body.blocks.iter().find_map(|block| match block {
            Block::Image(image) => Some(image.caption.as_deref()),
            _ => None,
        });
        assert_eq!(caption, Some(expected), "{beside}");
    }
}

/// What a rule's elements hold below the text is the article's, unless it tells whose the site is.
#[test]
fn the_editor_of_the_footer() {
    let text = |below: &str| {
        let html = format!(
            "<h1>城东公园今起开放</h1><div class=a>{PARAGRAPHS}</div><div><div class=a>{below}</div></div>"
        );
        let article = ruled("body = '.a, .b'").parse(&html).unwrap();
        article.body.text()
    };
    let own = crate::Body::parse(PARAGRAPHS).unwrap().text();
    assert_eq!(
        text("<p>主办：城东区公园管理处　承办：橙橘网</p><p>地址：城东路一号　邮编：100000</p>"),
        own
    );
    assert_ne!(text("<p>湖边的鸟先醒，天还没有亮，路灯就熄了。</p>"), own);
}

/// Lines of code in elements of their own each, parted by line breaks or set as items.
#[test]
fn lines_of_code() {
    let code = |inner: &str| {
        let html = format!("<h1>城东公园今起开放</h1><div>{PARAGRAPHS}{inner}{PARAGRAPHS}</div>");
        let body = crate::Article::parse(&html).unwrap().body;
        let mut found = body.blocks.iter().filter_map(|block| match block {
            Block::Code(code) => Some(code.text.clone()),
            _ => None,
        });
        found.next().unwrap_or_default()
    };
    let lines = "<span class=line>cd park</span><br><span class=line>ls -la</span><br>";
    let numbers = "<pre><span>1</span><br><span>2</span><br></pre>";
    for html in [
        format!("<pre><code>{lines}</code></pre>"),
        format!("<table><tr><td>{numbers}</td><td><pre>{lines}</pre></td></tr></table>"),
        "<pre><code><ol><li>cd park</li><li>ls -la</li></ol></code></pre>".into(),
        "<pre><code>cd park\nls -la</code></pre>".into(),
    ] {
        assert_eq!(code(&html), "cd park\nls -la", "{html}");
    }
}
