//! Each renderer against what it should write.

mod hostile;

use crate::body::{Block, Body, Cell, Heading, Image, Inline, List, Paragraph, Video};
use crate::render::shared::safe_url;

fn t(text: &str) -> Inline {
    Inline::text(text)
}

fn b(content: Vec<Inline>) -> Inline {
    Inline::Strong { content }
}

fn i(content: Vec<Inline>) -> Inline {
    Inline::Emphasis { content }
}

fn a(url: &str, content: Vec<Inline>) -> Inline {
    let url = url.to_owned();
    Inline::Link { url, content }
}

fn p(text: &str) -> Block {
    Block::paragraph(vec![t(text)])
}

fn image(url: &str, alt: Option<&str>, caption: Option<&str>) -> Block {
    Block::Image(Image {
        alt: alt.map(Into::into),
        caption: caption.map(Into::into),
        ..Image::new(url)
    })
}

fn cell(header: bool, text: &str) -> Cell {
    Cell::new(header, vec![t(text)])
}

/// A body that uses every variant.
fn sample() -> Body {
    let wide = Cell {
        colspan: 2,
        ..cell(false, "共计|3")
    };
    Body::new(vec![
        Block::paragraph(vec![
            t("城东公园"),
            b(vec![t("今天"), i(vec![t("上午")])]),
            a("https://example.com/a?b=1&c=2", vec![t("正式开放")]),
            t("。"),
            Inline::LineBreak,
            t("地址：城东路1号"),
        ]),
        Block::heading(2, vec![t("湖区")]),
        image("https://example.com/hu.jpg", Some("湖"), Some("图为湖区。")),
        Block::list(
            false,
            vec![
                vec![p("步道")],
                vec![
                    p("湖心岛"),
                    Block::list(true, vec![vec![p("码头")], vec![p("亭子")]]),
                ],
            ],
        ),
        Block::quote(vec![p("这里的湖水很清。"), p("明年再来。")]),
        Block::table(
            Some("门票".into()),
            vec![
                vec![cell(true, "类别"), cell(true, "元")],
                vec![cell(false, "成人"), cell(false, "10")],
                vec![wide],
            ],
        ),
        Block::Video(Video {
            url: Some("https://example.com/v.mp4".into()),
            poster: Some("https://example.com/v.jpg".into()),
            caption: Some("开园仪式".into()),
        }),
        Block::code("let 湖 = 1;\n\n  湖 < 2".into()),
        Block::Divider,
        p("完"),
    ])
}

#[test]
fn sample_as_text() {
    let expected = "城东公园今天上午正式开放。\n地址：城东路1号\n湖区\n步道\n湖心岛\n码头\n亭子\n这里的湖水很清。\n明年再来。\n\
        类别\t元\n成人\t10\n共计|3\nlet 湖 = 1;\n\n  湖 < 2\n完";
    assert_eq!(sample().text(), expected);
}

#[test]
fn sample_as_markdown() {
    let expected = r#"城东公园**今天*****上午***[正式开放](https://example.com/a?b=1&c=2)。\
地址：城东路1号

## 湖区

![湖](https://example.com/hu.jpg)

*图为湖区。*

- 步道
- 湖心岛
  1. 码头
  2. 亭子

> 这里的湖水很清。
>
> 明年再来。

*门票*

| 类别 | 元 |
| --- | --- |
| 成人 | 10 |
| 共计\|3 | |

[开园仪式](https://example.com/v.mp4)

```
let 湖 = 1;

  湖 < 2
```

---

完"#;
    assert_eq!(sample().markdown(), expected);
}

#[test]
fn sample_as_html() {
    let expected = r#"<p>城东公园<strong>今天<em>上午</em></strong><a href="https://example.com/a?b=1&amp;c=2">正式开放</a>。<br>地址：城东路1号</p>
<h2>湖区</h2>
<figure><img src="https://example.com/hu.jpg" alt="湖"><figcaption>图为湖区。</figcaption></figure>
<ul>
<li>步道</li>
<li>湖心岛
<ol>
<li>码头</li>
<li>亭子</li>
</ol></li>
</ul>
<blockquote>
<p>这里的湖水很清。</p>
<p>明年再来。</p>
</blockquote>
<figure><figcaption>门票</figcaption>
<table>
<tr><th>类别</th><th>元</th></tr>
<tr><td>成人</td><td>10</td></tr>
<tr><td colspan="2">共计|3</td></tr>
</table></figure>
<figure><video controls src="https://example.com/v.mp4" poster="https://example.com/v.jpg"><a href="https://example.com/v.mp4">视频</a></video><figcaption>开园仪式</figcaption></figure>
<pre><code>let 湖 = 1;

  湖 &lt; 2</code></pre>
<hr>
<p>完</p>"#;
    assert_eq!(sample().html(), expected);
}

#[test]
fn sample_through_json() {
    let json = serde_json::to_string(&sample()).unwrap();
    assert_eq!(serde_json::from_str::<Body>(&json).unwrap(), sample());
}

#[test]
fn sample_with_options() {
    let mut article = crate::Article::default();
    article.metadata.title = Some("城东公园 #1 *今起*开放".into());
    article.metadata.tags = vec!["公园".into(), "12:30".into()];
    let mut image = Image::new("https://chengju.example/hu.jpg");
    image.caption = Some("图为湖区。".into());
    let link = Inline::Link {
        url: "https://chengju.example/1.html".into(),
        content: vec![Inline::text("预约")],
    };
    article.body = Body::new(vec![
        Block::paragraph(vec![
            Inline::text("城东公园"),
            link,
            Inline::text("入园。"),
            Inline::LineBreak,
            Inline::text("全天免费。"),
        ]),
        Block::Image(image),
    ]);
    let all = "# 城东公园 #1 \\*今起\\*开放\n\n城东公园[预约](https://chengju.example/1.html)入园。\\\n全天免费。\n\n\
        ![图为湖区。](https://chengju.example/hu.jpg)\n\n*图为湖区。*";
    let new = crate::MarkdownOptions::new;
    let head = "---\ntitle: \"城东公园 #1 *今起*开放\"\ntags: [\"公园\", \"12:30\"]\n---";
    for (options, expected) in [
        (new(), all.to_owned()),
        (
            new().title(false),
            all.split_once("\n\n").unwrap().1.to_owned(),
        ),
        (new().front_matter(true), format!("{head}\n\n{all}")),
        (
            new().images(false),
            all.replace("![图为湖区。](https://chengju.example/hu.jpg)\n\n", ""),
        ),
        (
            new().captions(false),
            all.replace("图为湖区。", "").replace("\n\n**", ""),
        ),
        (
            new()
                .links(false)
                .images(false)
                .captions(false)
                .compact(true),
            "# 城东公园 #1 \\*今起\\*开放\n城东公园预约入园。 全天免费。".to_owned(),
        ),
    ] {
        assert_eq!(article.markdown(&options), expected, "{options:?}");
    }
    assert_eq!(
        article.text(),
        "城东公园 #1 *今起*开放\n城东公园预约入园。\n全天免费。"
    );
    assert_eq!(crate::Article::default().markdown(&new()), "");
}

#[test]
fn markdown_inlines() {
    let table = [
        // Emphasis next to Chinese punctuation.
        (vec![b(vec![t("小结：")]), t("正文")], "**小结**：正文"),
        (
            vec![t("他说"), b(vec![t("“你好”")]), t("后")],
            "他说“**你好**”后",
        ),
        (
            vec![t("他说，"), b(vec![t("“你好”")]), t("。")],
            "他说，**“你好”**。",
        ),
        (vec![b(vec![t("“你好”")])], "**“你好”**"),
        (vec![t("共"), b(vec![t(" 3 ")]), t("个")], "共 **3** 个"),
        (vec![t("甲"), b(vec![t("——")]), t("乙")], "甲——乙"),
        (
            vec![t("甲"), b(vec![a("https://e.cn/", vec![t("乙")])]), t("丙")],
            "甲[**乙**](https://e.cn/)丙",
        ),
        (vec![b(vec![t("甲")]), b(vec![t("乙")])], "**甲乙**"),
        (vec![b(vec![t("甲：")]), i(vec![t("乙")])], "**甲**：*乙*"),
        (vec![b(vec![i(vec![t("甲")])])], "***甲***"),
        (
            vec![i(vec![t("甲"), b(vec![t("乙")])]), b(vec![t("丙")])],
            "*甲***乙丙**",
        ),
        (vec![b(vec![]), t("甲")], "甲"),
        (
            vec![b(vec![t("甲"), Inline::LineBreak]), t("乙")],
            "**甲**\\\n乙",
        ),
        // Text that looks like Markdown.
        (
            vec![t("3*4_5_ a_b `c` [d] ~e~ \\")],
            r"3\*4_5\_ a_b \`c\` \[d\] \~e\~ \\",
        ),
        (
            vec![t("<b>&lt;&#60; A&B & C > D")],
            "&lt;b>&amp;lt;&amp;#60; A&amp;B & C > D",
        ),
        (
            vec![t("# 甲"), Inline::LineBreak, t("> 乙")],
            "\\# 甲\\\n\\> 乙",
        ),
        (vec![t("1. 甲")], r"1\. 甲"),
        (vec![t("1"), b(vec![t(".")]), t(" 甲")], r"1\. 甲"),
        (vec![t("2024) 甲")], r"2024\) 甲"),
        (vec![t("1.5亿")], "1.5亿"),
        (vec![t("- 甲")], r"\- 甲"),
        (vec![t("-5度")], "-5度"),
        (vec![t("+ 甲")], r"\+ 甲"),
        (vec![t("甲"), Inline::LineBreak, t("===")], "甲\\\n\\==="),
        (
            vec![t("a | b"), Inline::LineBreak, t("--|--")],
            "a | b\\\n\\--|--",
        ),
        (vec![t("    甲")], "甲"),
        (
            vec![
                Inline::LineBreak,
                Inline::LineBreak,
                t("甲"),
                Inline::LineBreak,
                Inline::LineBreak,
                t("乙"),
            ],
            "甲\\\n乙",
        ),
        // Links.
        (vec![t("好!"), a("/a", vec![t("甲")])], r"好\![甲](/a)"),
        (
            vec![a("https://e.cn/a b(1)<2>", vec![t("甲]")])],
            r"[甲\]](https://e.cn/a%20b%281%29%3C2%3E)",
        ),
        (
            vec![a("https://e.cn/?a&lt;b&copy=1", vec![t("甲")])],
            "[甲](https://e.cn/?a&amp;lt;b&copy=1)",
        ),
        (vec![a("javascript:alert(1)", vec![t("甲")])], "甲"),
        (vec![a("https://e.cn/", vec![t(" ")]), t("甲")], "甲"),
        (
            vec![a(
                "https://e.cn/1",
                vec![t("甲"), a("https://e.cn/2", vec![t("乙")])],
            )],
            "[甲乙](https://e.cn/1)",
        ),
    ];
    for (content, expected) in table {
        let body = Body::new(vec![Block::paragraph(content.clone())]);
        assert_eq!(body.markdown(), expected, "{content:?}");
    }
}

#[test]
fn markdown_blocks() {
    let list = |text: &str| Block::list(false, vec![vec![p(text)]]);
    let spanning = Cell {
        rowspan: 2,
        ..cell(true, "甲")
    };
    let table = vec![
        (vec![Block::heading(9, vec![t("甲 #")])], r"###### 甲 \#"),
        (
            vec![Block::heading(1, vec![t("甲"), Inline::LineBreak, t("乙")])],
            "## 甲 乙",
        ),
        (vec![Block::heading(2, vec![]), p(" ")], ""),
        (
            vec![list("甲"), list("乙"), list("丙")],
            "- 甲\n\n* 乙\n\n- 丙",
        ),
        (
            vec![Block::list(false, vec![vec![], vec![p("甲")], vec![p("")]])],
            "- 甲",
        ),
        (
            vec![
                Block::list(true, vec![vec![p("甲"), p("乙")], vec![p("丙")]]),
                p("丁"),
            ],
            "1. 甲\n\n   乙\n\n2. 丙\n\n丁",
        ),
        (
            vec![Block::list(false, vec![vec![Block::Divider]])],
            "- ___",
        ),
        (vec![Block::list(false, vec![vec![list("甲")]])], "- - 甲"),
        (
            vec![
                Block::quote(vec![list("甲"), Block::quote(vec![p("乙")])]),
                Block::quote(vec![p("丙")]),
            ],
            "> - 甲\n>\n> > 乙\n\n> 丙",
        ),
        (vec![Block::quote(vec![]), p("甲")], "甲"),
        (
            vec![Block::quote(vec![Block::paragraph(vec![
                t("甲"),
                Inline::LineBreak,
                t("乙"),
            ])])],
            "> 甲\\\n> 乙",
        ),
        (
            vec![Block::code("a\n````\nb\n".into())],
            "`````\na\n````\nb\n`````",
        ),
        (
            vec![Block::quote(vec![Block::code("a\n\nb".into())])],
            "> ```\n> a\n> \n> b\n> ```",
        ),
        (
            vec![Block::table(
                None,
                vec![vec![cell(false, "甲"), cell(false, "")]],
            )],
            "| | |\n| --- | --- |\n| 甲 | |",
        ),
        (
            vec![Block::table(
                None,
                vec![
                    vec![spanning, cell(true, "乙")],
                    vec![cell(false, "丙")],
                    vec![cell(false, "丁"), cell(false, "戊")],
                ],
            )],
            "| 甲 | 乙 |\n| --- | --- |\n| | 丙 |\n| 丁 | 戊 |",
        ),
        (
            vec![image("https://e.cn/1.jpg", None, Some("甲]"))],
            "![甲\\]](https://e.cn/1.jpg)\n\n*甲\\]*",
        ),
        (
            vec![image("data:image/png;base64,x", Some("甲"), Some("乙"))],
            "*乙*",
        ),
        (
            vec![image("/1.jpg", None, Some("\"张三\"\\"))],
            "![\"张三\"\\\\](/1.jpg)\n\n*\"张三\"\\\\*",
        ),
    ];
    for (blocks, expected) in table {
        assert_eq!(Body::new(blocks.clone()).markdown(), expected, "{blocks:?}");
    }
}

#[test]
fn urls() {
    let table = [
        ("https://example.com/a b", true),
        ("HTTP://example.com", true),
        ("//example.com/a.jpg", true),
        ("/a?b=c:d&e", true),
        ("图片/1.jpg", true),
        (" https://example.com ", true),
        ("", false),
        ("  ", false),
        ("http:", false),
        ("https://", false),
        ("javascript:alert(1)", false),
        (" JavaScript:alert(1)", false),
        ("java\nscript:alert(1)", false),
        ("java\tscript:alert(1)", false),
        ("\u{1}javascript:alert(1)", false),
        ("javascript&colon;alert(1)", false),
        ("&#106;avascript:alert(1)", false),
        ("java&Tab;script:alert(1)", false),
        ("vbscript:x", false),
        ("data:text/html,x", false),
        ("file:///etc/passwd", false),
        ("mailto:a@example.com", false),
        ("a:b", false),
    ];
    for (url, expected) in table {
        assert_eq!(safe_url(url), expected, "{url:?}");
    }
}

#[test]
fn text_has_no_control_characters_and_no_blank_lines() {
    let body = Body::new(vec![
        p("甲\0\u{7}\r\n乙"),
        p("\u{3000}\n"),
        Block::paragraph(vec![
            Inline::LineBreak,
            t("丙"),
            Inline::LineBreak,
            Inline::LineBreak,
            t("丁"),
        ]),
        Block::table(
            None,
            vec![
                vec![cell(false, "戊\t己"), cell(false, "庚\n")],
                vec![cell(false, "")],
            ],
        ),
        Block::code("辛\r\n\t壬\u{1b}\n\n".into()),
    ]);
    assert_eq!(body.text(), "甲  乙\n丙\n丁\n戊 己\t庚\n辛\n\t壬");
}

#[test]
fn empty_things_give_nothing() {
    let blocks = vec![
        Block::Paragraph(Paragraph::default()),
        Block::Heading(Heading {
            level: 2,
            content: vec![],
        }),
        Block::Image(Image::default()),
        Block::Video(Video::default()),
        Block::code(" \n".into()),
        Block::quote(vec![p("")]),
        Block::list(true, vec![vec![], vec![p(" "), Block::list(false, vec![])]]),
        Block::table(None, vec![]),
    ];
    let body = Body::new(blocks);
    assert_eq!(
        (body.text(), body.markdown(), body.html()),
        Default::default()
    );
    let list = Body::new(vec![Block::List(List::default())]);
    assert_eq!(list.markdown(), "");
}
