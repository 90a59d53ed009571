//! What is cut from bodies of a few lines, found without rules.

use crate::Block;
use crate::samples::PARAGRAPHS;

/// The blocks of a body below a headline: texts, `[caption]` of pictures, `# heading`. The two paragraphs stand as `¶`.
fn read(inner: &str) -> String {
    let html = format!(
        "<title>城东公园今起开放</title><h1>城东公园今起开放</h1><div class=content>{inner}</div>"
    );
    let body = crate::Article::parse(&html).unwrap().body;
    let lines = body.blocks.iter().map(|block| match block {
        Block::Image(image) => format!("[{}]", image.caption.as_deref().unwrap_or("")),
        Block::Heading(_) => format!("# {}", crate::Body::new(vec![block.clone()]).text()),
        other => crate::Body::new(vec![other.clone()]).text(),
    });
    let text = lines.collect::<Vec<_>>().join("\n");
    let paragraphs = crate::Body::parse(PARAGRAPHS).unwrap().text();
    text.replace(&paragraphs, "¶")
}

#[test]
fn cards_of_other_articles() {
    let p = PARAGRAPHS;
    let rows = [
        // A picture and a headline that lead to one page, with the day and a control.
        (
            format!(
                "{p}<div><div><a href='/20240510/12.html'><img src=/p/swan_2024.jpg></a><div><a href='/20240510/12.html'>湖区的水鸟回来了</a></div><div>2024年5月10日, 06:58</div><a href=#></a></div></div>{p}"
            ),
            "¶\n¶",
        ),
        // An article in the article, with a summary.
        (
            format!(
                "{p}<div>相关内容</div><article><img src=/p/swan_2024.jpg><h3>湖区的水鸟</h3><p>每周四把湖区的消息寄到信箱，免费。</p><a href='/swans/12'>更多</a></article>{p}"
            ),
            "¶\n¶",
        ),
        // A picture that leads to itself, with its caption.
        (
            format!(
                "{p}<div><a href='/p/swan_2024.jpg'><img src=/p/swan_2024.jpg></a><p>▲湖区的水鸟</p></div>{p}"
            ),
            "¶\n[▲湖区的水鸟]\n¶",
        ),
    ];
    for (html, expected) in rows {
        assert_eq!(read(&html).replace("相关内容\n", ""), expected, "{html}");
    }
}

#[test]
fn what_heads_nothing() {
    let p = PARAGRAPHS;
    let rows = [
        // The list below it is gone.
        (format!("{p}<h2>阅读最长</h2>"), "¶"),
        // The headline again, with the number of a picture.
        (format!("<h2>城东公园今起开放(<i>1</i>/9)</h2>{p}"), "¶"),
        // Sources are the article's.
        (
            format!(
                "{p}<h2>参考资料：</h2><h3>书籍：</h3><ul><li>城东志：<a href='https://chengdong.example/a'>https://chengdong.example/a</a></li><li><a href='https://chengdong.example/b'>城东公园的植物</a></li></ul><div><a href=/tag/1>公园</a> <a href=/tag/2>湖区</a></div>"
            ),
            "¶\n# 参考资料：\n# 书籍：\n城东志：https://chengdong.example/a\n城东公园的植物",
        ),
    ];
    for (html, expected) in rows {
        assert_eq!(read(&html), expected, "{html}");
    }
}

#[test]
fn who_wrote_it_below_the_text() {
    let p = PARAGRAPHS;
    let rows = [
        (
            format!(
                "{p}<div class=xd_zuozheinfo><div><img src=/p/face_2024.jpg></div><div>橙橘网 金融部记者<br>主要关注债券、信托、银行等领域的市场报道。</div></div>"
            ),
            "¶",
        ),
        // Above the text, and without a name that says so, it may be anything.
        (
            format!(
                "{p}<div class=abc><img src=/p/lake_2024.jpg><p>湖区的码头上停着三条新船，每条可以坐十二个人。</p></div>"
            ),
            "¶\n[湖区的码头上停着三条新船，每条可以坐十二个人。]",
        ),
    ];
    for (html, expected) in rows {
        assert_eq!(read(&html), expected, "{html}");
    }
}

#[test]
fn boxes_that_sell_accounts() {
    let p = PARAGRAPHS;
    let rows = [
        (
            format!(
                "{p}<div class=wk><h3>成为会员</h3><p>即享橙橘网全站畅读</p><a href=/plans>立即订阅</a><p>已经订阅？ <a href=/login>请登入</a></p></div>{p}"
            ),
            "¶\n¶",
        ),
        // What a text says of accounts in its own list.
        (
            format!(
                "{p}<div><p>图书馆的三种证：</p><p><a href=/a>会员证</a>，三元</p><p>读者证</p><p>一日证</p></div>{p}"
            ),
            "¶\n图书馆的三种证：\n会员证，三元\n读者证\n一日证\n¶",
        ),
    ];
    for (html, expected) in rows {
        assert_eq!(read(&html), expected, "{html}");
    }
}

#[test]
fn appeals_at_the_edges() {
    let p = PARAGRAPHS;
    let appeal = "【加入橙橘會員】每天精彩好文直送你的信箱，立刻點擊免費加入會員！";
    let rows = [
        (format!("{p}<p>{appeal}</p>"), "¶".to_string()),
        // Below the last picture it is no caption of it.
        (
            format!(
                "{p}<p><img src=/p/lake_2024.jpg></p><p align=center>我們希望將訊息更快速傳達給您，懇請您為橙橘日報奉獻一份心力。（點此奉獻）</p>"
            ),
            "¶\n[]".to_string(),
        ),
        // A text may ask for something: of the witnesses not enough speak.
        (
            format!("{p}<p>红十字会说，欢迎市民捐款，也欢迎把旧衣服送到城东路一号。</p>"),
            "¶\n红十字会说，欢迎市民捐款，也欢迎把旧衣服送到城东路一号。".to_string(),
        ),
    ];
    for (html, expected) in rows {
        assert_eq!(read(&html), expected, "{html}");
    }
}

#[test]
fn headings_and_captions() {
    let p = PARAGRAPHS;
    let long = "城东公园改造历时三年，保留了两座水塔和一段铁轨，湖区扩大了一倍，傍晚的湖边最热闹，管理处预计首日有三千名游客。";
    let caption = "湖区的码头上停着三条新船，每条可以坐十二个人，船票从下个月起在东门和西门两处售票亭出售，雨天停航，学生半价。";
    let rows = [
        // A paragraph that is set as a heading.
        (
            format!("<h2>一、湖区</h2><h2>{long}</h2>{p}"),
            format!("# 一、湖区\n{long}\n¶"),
        ),
        // The number of a picture is no heading.
        (
            format!("{p}<p><img src=/p/lake_2024.jpg></p><p><b>图1</b></p>{p}"),
            "¶\n[图1]\n¶".to_string(),
        ),
        // A long caption tells at its end whose the picture is.
        (
            format!("{p}<p><img src=/p/lake_2024.jpg></p><p>{caption}图片来源：橙橘网</p>{p}"),
            format!("¶\n[{caption}图片来源：橙橘网]\n¶"),
        ),
        // What highlights the words of code is none of the page's furniture.
        (
            format!(
                "{p}<pre><code>let lake = 1; <span class=comment>// 湖区</span></code></pre>{p}"
            ),
            "¶\nlet lake = 1; // 湖区\n¶".to_string(),
        ),
    ];
    for (html, expected) in rows {
        assert_eq!(read(&html), expected, "{html}");
    }
}

#[test]
fn pictures_above_the_text() {
    let p = PARAGRAPHS;
    let caption = "2024年5月10日，城东公园的码头上停着三条新船。( ZHANG SAN/CHENGJU via Photos)";
    let menu: String = (0..16)
        .map(|n| format!("<p>水鸟<img src=/p/menu_2024{n:02}.jpg width=200></p>"))
        .collect();
    let rows = [
        // The caption stands outside the figure, and tells the day.
        (
            format!(
                "<div><figure><img src=/p/lake_2024.jpg></figure><span class=caption>{caption}</span></div><div class=text>{p}</div>"
            ),
            format!("[{caption}]\n¶"),
        ),
        // A menu of pictures stands above the lead picture.
        (
            format!(
                "{menu}<div><div><img src=/p/lake_2024.jpg></div><p>湖区的水鸟。 圖：橙橘網提供</p></div><div class=text>{p}</div>"
            ),
            "[湖区的水鸟。 圖：橙橘網提供]\n¶".to_string(),
        ),
        // The writer's portrait beside a name and a clock.
        (
            format!(
                "<div><div><img src=/p/face_2024.jpg></div><div>橙橘网 发布时间：05-10 06:58 优质创作者</div></div><div class=text>{p}</div>"
            ),
            "¶".to_string(),
        ),
        // A caption that nothing but its place tells, above the first paragraph.
        (
            format!("<p><img src=/p/lake_2024.jpg></p><p align=center>湖区的码头</p>{p}"),
            "[湖区的码头]\n¶".to_string(),
        ),
    ];
    for (html, expected) in rows {
        let html = format!("<title>城东公园今起开放</title><h1>城东公园今起开放</h1>{html}");
        let body = crate::Article::parse(&html).unwrap().body;
        let lines = body.blocks.iter().map(|block| match block {
            Block::Image(image) => format!("[{}]", image.caption.as_deref().unwrap_or("")),
            other => crate::Body::new(vec![other.clone()]).text(),
        });
        let text = lines.collect::<Vec<_>>().join("\n");
        let paragraphs = crate::Body::parse(PARAGRAPHS).unwrap().text();
        assert_eq!(text.replace(&paragraphs, "¶"), expected, "{html}");
    }
}

#[test]
fn links_of_the_text() {
    let p = PARAGRAPHS;
    let link = |name: &str| format!("<p><a href=/n/{name}>{name}</a></p>");
    let (one, two) = (link("夜二路线路图"), link("夜三路线路图"));
    let rows = [
        // A link each, announced by the first.
        (
            format!("{p}<p>线路图查询：<a href=/n/1>夜一路线路图</a></p>{one}{two}{p}"),
            "¶\n线路图查询：夜一路线路图\n夜二路线路图\n夜三路线路图\n¶",
        ),
        // Headlines of other articles.
        (format!("{p}{one}{two}"), "¶"),
        // Words of a sentence that lead to pages of tags.
        (
            format!("{p}<p>步道全长三公里，沿途有<a class=tag href=/tag/1>观景平台</a>四座。</p>"),
            "¶\n步道全长三公里，沿途有观景平台四座。",
        ),
        (
            format!(
                "{p}<div><a class=tag href=/tag/1>观景平台</a> <a class=tag href=/tag/2>公园</a></div>"
            ),
            "¶",
        ),
        // Between line breaks, after a sentence that says what they are for.
        (
            format!(
                "{p}<p>编辑整理了三个展览，点击名称可以进入预约页面。</p><div><a href=/n/1>旧船模型展每日百人</a><br><a href=/n/2>算盘与账本免费参观</a></div>{p}"
            ),
            "¶\n编辑整理了三个展览，点击名称可以进入预约页面。\n旧船模型展每日百人\n算盘与账本免费参观\n¶",
        ),
    ];
    for (html, expected) in rows {
        assert_eq!(read(&html), expected, "{html}");
    }
}

/// A text that stands there for wide and for narrow screens is read once, though its paragraphs are short.
#[test]
fn runs_of_paragraphs_that_come_again() {
    let p = PARAGRAPHS;
    let one = "<p>步道全长三公里，沿途有观景平台四座，两座在湖区东侧。</p>";
    let html = format!("<div>{p}{one}</div><div>{p}{one}</div>");
    assert_eq!(
        read(&html),
        "¶\n步道全长三公里，沿途有观景平台四座，两座在湖区东侧。"
    );
    // A sentence said twice in one text is said twice.
    let again = format!("{one}{p}{one}");
    assert_eq!(read(&again).matches("四座").count(), 2);
}

#[test]
fn how_much_of_a_recording_is_played() {
    let p = PARAGRAPHS;
    assert_eq!(read(&format!("<p>00:00 / 02:15</p>{p}")), "¶");
    assert!(read(&format!("{p}<p>比分是2:1，全场/半场</p>{p}")).contains("比分"));
}
