use super::safe_url;
use crate::body::{
    Block, Body, Cell, Heading, Image, Inline, List, MAX_NESTING, Paragraph, Table, Video,
};

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

fn image(url: &str, alt: Option<&str>, caption: Option<&str>, credit: Option<&str>) -> Block {
    Block::Image(Image {
        alt: alt.map(Into::into),
        caption: caption.map(Into::into),
        credit: credit.map(Into::into),
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
        image(
            "https://example.com/hu.jpg",
            Some("湖"),
            Some("图为湖区。"),
            Some("张三"),
        ),
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

![湖](https://example.com/hu.jpg "张三")

*图为湖区。（张三）*

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
<figure><img src="https://example.com/hu.jpg" alt="湖"><figcaption>图为湖区。（张三）</figcaption></figure>
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
            vec![image("https://e.cn/1.jpg", None, Some("甲]"), None)],
            "![甲\\]](https://e.cn/1.jpg)\n\n*甲\\]*",
        ),
        (
            vec![image(
                "data:image/png;base64,x",
                Some("甲"),
                Some("乙"),
                None,
            )],
            "*乙*",
        ),
        (
            vec![image("/1.jpg", None, None, Some("\"张三\"\\"))],
            "![](/1.jpg \"\\\"张三\\\"\\\\\")\n\n*\"张三\"\\\\*",
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

/// Every tag of a piece of HTML must be one that the renderer writes, with nothing in it that it does not.
fn assert_clean(html: &str, what: &str) {
    let tags = [
        "p",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "ul",
        "ol",
        "li",
        "blockquote",
        "table",
        "tr",
        "th",
        "td",
        "figure",
        "img",
        "figcaption",
        "video",
        "a",
        "pre",
        "code",
        "hr",
        "strong",
        "em",
        "br",
    ];
    let names = [
        "href", "src", "alt", "width", "height", "poster", "colspan", "rowspan", "controls",
    ];
    for piece in html.split('<').skip(1) {
        let (tag, text) = piece.split_once('>').expect(what);
        assert!(!text.contains(['>', '"', '\'']), "{what}: {piece}");
        let mut rest = tag.trim_start_matches('/');
        let end = rest.find(' ').unwrap_or(rest.len());
        assert!(tags.contains(&&rest[..end]), "{what}: {piece}");
        rest = &rest[end..];
        while let Some(attribute) = rest.strip_prefix(' ') {
            let end = attribute.find(['=', ' ']).unwrap_or(attribute.len());
            let name = &attribute[..end];
            assert!(names.contains(&name), "{what}: {piece}");
            rest = &attribute[end..];
            if let Some(value) = rest.strip_prefix("=\"") {
                let (value, after) = value.split_once('"').expect(what);
                let mut url = value.to_owned();
                for (entity, c) in [
                    ("&lt;", "<"),
                    ("&gt;", ">"),
                    ("&quot;", "\""),
                    ("&#39;", "'"),
                    ("&amp;", "&"),
                ] {
                    url = url.replace(entity, c);
                }
                let is_url = ["href", "src", "poster"].contains(&name);
                assert!(!is_url || safe_url(&url), "{what}: {piece}");
                rest = after;
            }
        }
        assert_eq!(rest, "", "{what}: {piece}");
    }
}

#[test]
fn hostile_strings() {
    let strings = [
        "<script>alert(1)</script>",
        "\"><script>alert(1)</script>",
        "' onerror='alert(1)",
        "\" onload=\"alert(1)",
        "x) <img src=x onerror=alert(1)>",
        "](javascript:alert(1))",
        "![x](javascript:alert(1) \"",
        "&lt;script&gt;&#60;script&#62;",
        "</p></code></pre></figure><script>",
        "<!-- --><![CDATA[",
        "\0<\0script>",
        "javascript:alert(1)",
        " java\tscript:alert(1)",
        "data:text/html;base64,PHNjcmlwdD4=",
        "https://e.cn/\"onmouseover=\"alert(1)",
        "https://e.cn/'><script>alert(1)</script>",
        "https://e.cn/)](javascript:alert(1))",
        "```\n<script>",
        "| a |\n|---|\n<script>",
        "\\<script>\\",
    ];
    for s in strings {
        let inline = vec![
            t(s),
            b(vec![t(s)]),
            i(vec![t(s)]),
            a(s, vec![t(s)]),
            a("https://e.cn/", vec![t(s)]),
            a(s, vec![t("甲")]),
        ];
        let video = |url: &str, poster: &str| {
            Block::Video(Video {
                url: Some(url.into()),
                poster: Some(poster.into()),
                caption: Some(s.into()),
            })
        };
        let body = Body::new(vec![
            Block::paragraph(inline.clone()),
            Block::heading(3, inline.clone()),
            image(s, Some(s), Some(s), Some(s)),
            image("https://e.cn/1.jpg", Some(s), Some(s), Some(s)),
            Block::table(Some(s.into()), vec![vec![Cell::new(false, inline.clone())]]),
            Block::list(true, vec![vec![Block::paragraph(inline.clone())]]),
            Block::quote(vec![Block::paragraph(inline)]),
            video(s, s),
            video("https://e.cn/1.mp4", s),
            video("https://e.cn/1", "https://e.cn/2.jpg"),
        ]);
        let markdown = body.markdown();
        assert!(!markdown.contains("<"), "{s:?}: {markdown}");
        for (at, _) in markdown.match_indices("](") {
            let url = &markdown[at + 2..];
            let url = &url[..url.find([')', ' ']).unwrap()];
            // `\](` is text.
            assert!(
                markdown[..at].ends_with('\\') || safe_url(url),
                "{s:?}: {url}"
            );
        }
        let mut body = body;
        body.blocks.push(Block::code(s.into()));
        assert_clean(&body.html(), s);
        assert!(!body.text().contains('\0'));
    }
}

/// Bodies of all shapes; every text in them is its own: `段1`, `段2` …
struct Generator {
    state: u64,
    texts: usize,
}

impl Generator {
    fn below(&mut self, n: u64) -> u64 {
        self.state = self
            .state
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        (self.state >> 33) % n
    }

    fn token(&mut self) -> String {
        self.texts += 1;
        format!("段{}完", self.texts)
    }

    fn inlines(&mut self) -> Vec<Inline> {
        let mut content = Vec::new();
        for _ in 0..=self.below(3) {
            let edges = ["", "“", "：", " ", "*", "1. ", "<", "\0", "|", "#", "- "];
            let before = edges[self.below(11) as usize];
            let after = edges[self.below(11) as usize];
            let text = t(&format!("{before}{}{after}", self.token()));
            content.push(match self.below(7) {
                0 => b(vec![text]),
                1 => i(vec![text]),
                2 => a("https://e.cn/(1)", vec![b(vec![text])]),
                3 => a("javascript:x", vec![text]),
                4 => b(vec![i(vec![text]), Inline::LineBreak]),
                _ => text,
            });
        }
        content
    }

    fn blocks(&mut self, depth: usize) -> Vec<Block> {
        let kinds = if depth == 0 { 6 } else { 8 };
        (0..=self.below(3))
            .map(|_| match self.below(kinds) {
                0 => Block::heading(self.below(9) as u8, self.inlines()),
                1 => Block::code(self.token()),
                2 => {
                    let rows = (0..self.below(4)).map(|_| {
                        let cells = (0..self.below(4)).map(|_| Cell {
                            colspan: self.below(4) as u16,
                            rowspan: self.below(4) as u16,
                            ..Cell::new(self.below(2) == 0, self.inlines())
                        });
                        cells.collect()
                    });
                    Block::table(None, rows.collect())
                }
                3 => image("https://e.cn/1.jpg", None, None, None),
                4 | 5 => Block::paragraph(self.inlines()),
                6 => Block::quote(self.blocks(depth - 1)),
                _ => {
                    let items = (0..self.below(4)).map(|_| self.blocks(depth - 1));
                    let items = items.collect();
                    Block::list(self.below(2) == 0, items)
                }
            })
            .collect()
    }
}

#[test]
fn no_text_is_lost_and_order_is_kept() {
    for seed in 0..400 {
        let mut generator = Generator {
            state: seed,
            texts: 0,
        };
        let body = Body::new(generator.blocks(MAX_NESTING));
        for (form, out) in [
            ("text", body.text()),
            ("markdown", body.markdown()),
            ("html", body.html()),
        ] {
            let mut at = 0;
            for n in 1..=generator.texts {
                let found = out[at..].find(&format!("段{n}完"));
                at += found.unwrap_or_else(|| panic!("{form} of {seed} lacks {n}: {out}"));
            }
            assert!(
                !out.contains('\0') && !out.ends_with('\n'),
                "{form} of {seed}"
            );
        }
        assert_clean(&body.html(), "generated");
    }
}

#[test]
fn deep_nesting_keeps_its_text() {
    let mut block = p("底");
    let mut inline = t("深");
    for n in 0..2000 {
        block = match n % 2 {
            0 => Block::quote(vec![p("引"), block]),
            _ => Block::list(false, vec![vec![block]]),
        };
        inline = b(vec![inline]);
    }
    let body = Body::new(vec![block, Block::paragraph(vec![inline])]);
    for out in [body.text(), body.markdown(), body.html()] {
        assert_eq!(out.matches('引').count(), 1000);
        assert!(out.contains('底') && out.contains('深'));
        assert!(out.len() < 200_000, "{}", out.len());
    }
}

#[test]
fn spans_do_not_blow_up_a_table() {
    let wide = Cell {
        colspan: u16::MAX,
        rowspan: u16::MAX,
        ..cell(false, "甲")
    };
    let rows = vec![vec![wide; 100]; 100];
    let body = Body::new(vec![Block::Table(Table {
        caption: None,
        rows,
    })]);
    assert_eq!(body.markdown().matches('甲').count(), 10_000);
    assert!(body.markdown().len() < 100_000);
    assert!(body.html().contains("colspan=\"1000\""));
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
