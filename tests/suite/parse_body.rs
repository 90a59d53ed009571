//! Bodies read from HTML that is a body and nothing else: a feed's, an API's, one's own. Pages are read elsewhere.

use std::fs;
use std::path::Path;

use zhengwen::{Article, Block, Body, ErrorKind, Image, Inline, Limit, Limits, Parser};

#[test]
fn all_that_a_body_shows_is_kept() {
    let rows = [
        (
            "<p>城东公园今天开放。</p><p>责任编辑：张三</p><p><a href=/more>更多新闻</a></p>",
            "城东公园今天开放。\n责任编辑：张三\n更多新闻",
        ),
        // The content of many an API: lines with breaks, no paragraphs.
        (
            "　　城东公园今天开放。<br/><br/>　　园内步道同时启用。",
            "城东公园今天开放。\n园内步道同时启用。",
        ),
        (
            "城东公园今天开放。\r\n\r\n门票 < 10 元 & 免预约。",
            "城东公园今天开放。\n门票 < 10 元 & 免预约。",
        ),
        ("城东公园今天开放", "城东公园今天开放"),
        (
            "<script>var a='城';</script><style>p{}</style><p hidden>广告</p><p>公园开放。",
            "公园开放。",
        ),
        (
            "<html><head><title>城</title></head><body><p>公园开放。</p></body></html>",
            "公园开放。",
        ),
        ("", ""),
        (" \n ", ""),
        ("<p> </p>", ""),
    ];
    for (html, expected) in rows {
        assert_eq!(Body::parse(html).unwrap().text(), expected, "{html}");
    }
}

#[test]
fn a_body_is_read_with_the_parsers_address_and_limits() {
    let html = "<p>公园开放。</p><figure><img data-src='p/lake.jpg' src='/blank.gif'><figcaption>湖区</figcaption></figure>\
        <p><a href='//map.example/dong'>地图</a>、<a href='javascript:alert(1)'>预约</a></p>";
    let body = Parser::new()
        .url("https://news.chengju.example/2024/1.html")
        .parse_body(html)
        .unwrap();
    assert_eq!(
        body.html(),
        "<p>公园开放。</p>\n\
         <figure><img src=\"https://news.chengju.example/2024/p/lake.jpg\" alt=\"\"><figcaption>湖区</figcaption></figure>\n\
         <p><a href=\"https://map.example/dong\">地图</a>、预约</p>"
    );
    let relative = Body::parse(html).unwrap();
    assert_eq!(relative.images().next().unwrap().url, "p/lake.jpg");

    let mut limits = Limits::default();
    limits.nodes = 20;
    limits.bytes = 1000;
    let parser = Parser::new().limits(limits);
    for (html, wanted) in [
        ("<p>城".repeat(30), Limit::Nodes),
        ("城".repeat(400), Limit::Bytes),
    ] {
        let error = parser.parse_body(&html).unwrap_err();
        assert!(
            matches!(error.kind(), ErrorKind::Limit { what, .. } if *what == wanted),
            "{error}"
        );
    }
}

/// Videos that no browser plays in place, captions above tables, pictures without address: as they were.
#[test]
fn what_was_rendered_is_read_back() {
    let html = "<h2>湖区</h2><iframe src='https://player.example/v/1'></iframe>\
        <video poster='https://chengju.example/p/2.jpg'></video>\
        <video src='https://chengju.example/v/3.mp4' poster='https://chengju.example/p/3.jpg'></video>\
        <table><caption>票价</caption><tr><th>票种<th>价格<tr><td>成人<br>（周末）<td>10元<sup>起</sup></table>\
        <img src='https://chengju.example/p/4.jpg' alt='水鸟\n在湖面'><p>图为水鸟。</p>\
        <ul><li>步道<ol><li>东段<li>西段</ol><li>乐园</ul><blockquote><p>欢迎。</p></blockquote><hr>\
        <pre><code>a  b\n c</code></pre><p><b>今天</b>，<i>公园</i><a href='https://chengju.example/'>开放</a>。</p>";
    let body = Body::parse(html).unwrap();
    let kinds: Vec<&str> = body.blocks.iter().map(kind).collect();
    assert_eq!(
        kinds,
        [
            "heading",
            "video",
            "video",
            "video",
            "table",
            "image",
            "list",
            "quote",
            "divider",
            "code",
            "paragraph"
        ]
    );
    assert_eq!(Body::parse(&body.html()).unwrap(), body);
}

/// A line below a picture that was no caption stays none: figures say themselves what their captions are.
#[test]
fn a_line_below_a_figure_is_no_caption() {
    let mut image = Image::new("https://chengju.example/p/lake.jpg");
    image.alt = Some("湖区的水鸟".into());
    let line = |text: &str| Block::paragraph(vec![Inline::text(text)]);
    let pictured = vec![
        Block::Image(image),
        line("湖区的水鸟"),
        line("图为湖区。张三 摄"),
    ];
    let mut blocks = pictured.clone();
    blocks.push(Block::quote(pictured));
    let body = Body::new(blocks);
    assert_eq!(Body::parse(&body.html()).unwrap(), body);
}

fn kind(block: &Block) -> &'static str {
    match block {
        Block::Paragraph(_) => "paragraph",
        Block::Heading(_) => "heading",
        Block::Image(_) => "image",
        Block::List(_) => "list",
        Block::Quote(_) => "quote",
        Block::Table(_) => "table",
        Block::Video(_) => "video",
        Block::Code(_) => "code",
        Block::Divider => "divider",
        _ => "other",
    }
}

/// Every fixture's body is the same after rendering and reading. The corpus's are too (`tests/corpus.rs`).
#[test]
fn every_fixture_is_read_back() {
    let mut pages = 0;
    let mut folders = vec![Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures")];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|e| e == "html") {
                let article = Article::parse_bytes(&fs::read(&path).unwrap()).unwrap();
                let again = Body::parse(&article.body.html()).unwrap();
                assert_eq!(again, article.body, "{}", path.display());
                pages += 1;
            }
        }
    }
    assert!(pages >= 200, "{pages} fixtures");
}

/// A small generator of numbers (xorshift64*).
struct Dice(u64);

impl Dice {
    /// Below `n`.
    fn below(&mut self, n: usize) -> usize {
        self.0 ^= self.0 >> 12;
        self.0 ^= self.0 << 25;
        self.0 ^= self.0 >> 27;
        (self.0.wrapping_mul(0x2545_f491_4f6c_dd1d) % n as u64) as usize
    }

    fn pick(&mut self, words: &[&str]) -> String {
        words[self.below(words.len())].to_string()
    }

    fn many(&mut self, most: usize, piece: impl Fn(&mut Self) -> String) -> String {
        (0..self.below(most + 1)).map(|_| piece(self)).collect()
    }
}

/// Running text: plain, bold, linked, with breaks, with nothing.
fn text(dice: &mut Dice) -> String {
    dice.many(4, |dice| {
        let word = dice.pick(&[
            "城东公园",
            "开放。",
            " ",
            "10元 ",
            "",
            "&lt;p&gt;",
            "\n",
            "\u{3000}",
            "a  b",
            "湖区，",
        ]);
        match dice.below(9) {
            0 => format!("<b>{word}</b>"),
            1 => format!("<i>{word}</i>"),
            2 => format!(
                "<a href='https://chengju.example/{}'>{word}</a>",
                dice.below(3)
            ),
            3 => format!("<a href=/x><b><i>{word}</i></b></a>"),
            4 => format!("{word}<br>"),
            5 => format!("<span hidden>{word}</span>"),
            _ => word,
        }
    })
}

fn table(dice: &mut Dice) -> String {
    let caption = dice.pick(&[
        "",
        "",
        "<caption>票价</caption>",
        "<caption>票<br>价</caption>",
        "<caption></caption>",
    ]);
    let rows = dice.many(6, |dice| {
        let cells = dice.many(4, |dice| {
            let cell = dice.pick(&[
                "<td>",
                "<td>",
                "<th>",
                "<td colspan=2>",
                "<td rowspan=3>",
                "<td><p>",
                "<td hidden>",
            ]);
            let text = if dice.below(3) == 0 {
                String::new()
            } else {
                text(dice)
            };
            format!("{cell}{text}")
        });
        format!("<tr>{cells}")
    });
    format!("<table>{caption}{rows}</table>")
}

/// A block of any kind, with blocks inside where it may have them.
fn block(dice: &mut Dice, depth: usize) -> String {
    let kinds = if depth > 3 { 8 } else { 11 };
    match dice.below(kinds) {
        0 | 1 => format!("<p>{}</p>", text(dice)),
        2 => format!("<h{0}>{1}</h{0}>", dice.below(6) + 1, text(dice)),
        3 | 4 => table(dice),
        5 => {
            let lines = dice.many(5, |dice| {
                dice.pick(&[
                    "a = 1;\n",
                    "\n",
                    "  b\t",
                    "```\n",
                    "&lt;c&gt;",
                    "\r\n",
                    "城",
                ])
            });
            dice.pick(&["<pre><code>", "<pre>", "<pre><code class=x>\n"]) + &lines + "</code></pre>"
        }
        6 => {
            let caption = dice.pick(&[
                "",
                "<figcaption>湖区</figcaption>",
                "<figcaption> </figcaption>",
            ]);
            let shown = dice.pick(&[
                "<img src=/p/lake.jpg>",
                "<img src=/p/park.jpg alt=公园湖区>",
                "<video src=/v/film.mp4></video>",
                "",
            ]);
            format!("<figure>{shown}{caption}</figure>")
        }
        7 => "<hr>".to_string(),
        8 => format!("<blockquote>{}</blockquote>", blocks(dice, depth + 1)),
        kind => {
            let list = if kind == 9 { "ul" } else { "ol" };
            let items = dice.many(4, |dice| match dice.below(3) {
                0 => format!("<li>{}</li>", blocks(dice, depth + 1)),
                1 => format!("<li>{}{}</li>", text(dice), blocks(dice, depth + 1)),
                _ => format!("<li>{}", text(dice)),
            });
            format!("<{list}>{items}</{list}>")
        }
    }
}

fn blocks(dice: &mut Dice, depth: usize) -> String {
    dice.many(4, |dice| block(dice, depth))
}

/// Whatever tables, code, lists, quotes and pictures a body is made of: read, rendered and read again it is the same.
#[test]
fn made_up_bodies_are_read_back() {
    let rounds = if cfg!(debug_assertions) { 2000 } else { 20_000 };
    let (mut tables, mut codes, mut lists) = (0, 0, 0);
    let mut failed: Vec<(String, Body, Body)> = Vec::new();
    for round in 0..rounds {
        let mut dice =
            Dice(0x9e37_79b9_7f4a_7c15 ^ (round + 1u64).wrapping_mul(0xd134_2543_de82_ef95));
        let html = blocks(&mut dice, 0);
        let body = Body::parse(&html).unwrap();
        let again = Body::parse(&body.html()).unwrap();
        if again != body {
            failed.push((html, body, again));
            continue;
        }
        for block in body.walk() {
            match kind(block) {
                "table" => tables += 1,
                "code" => codes += 1,
                "list" => lists += 1,
                _ => {}
            }
        }
    }
    // The shortest says most.
    if let Some((html, body, again)) = failed.iter().min_by_key(|(html, ..)| html.len()) {
        let n = failed.len();
        panic!(
            "{n} of {rounds}: {html}\n/\n{}\n/\n{body:?}\n/\n{again:?}",
            body.html()
        );
    }
    let rounds = usize::try_from(rounds).unwrap();
    assert!(
        tables * 5 > rounds && codes * 10 > rounds && lists * 5 > rounds,
        "{tables} tables, {codes} pieces of code, {lists} lists"
    );
}
