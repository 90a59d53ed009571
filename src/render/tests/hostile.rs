//! Renderers against strings and shapes meant to break them, and against bodies of all shapes.

use crate::body::{Block, Body, Cell, Inline, MAX_NESTING, Table, Video};
use crate::render::shared::safe_url;
use crate::render::tests::{a, b, cell, i, image, p, t};

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
            image(s, Some(s), Some(s)),
            image("https://e.cn/1.jpg", Some(s), Some(s)),
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
                3 => image("https://e.cn/1.jpg", None, None),
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
