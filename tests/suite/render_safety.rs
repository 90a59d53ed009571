//! What is rendered is harmless, whatever the page was: no scripts, no handlers, no addresses but http(s) and relative ones, no control characters.
//! `ammonia`, a sanitizer, is the judge: told what may be there, it must find nothing to take away.

use std::collections::{HashMap, HashSet};

use zhengwen::{Article, Block, Body, Inline, Parser};

/// Ways to smuggle something, to be put where a body's content stands.
const PAYLOADS: &[&str] = &[
    "<script>alert(1)</script>",
    "<img src=x.jpg onerror=alert(1)>",
    "<img src='javascript:alert(1)'>",
    "<img src='data:image/svg+xml,<svg onload=alert(1)>'>",
    "<img data-src='javascript:alert(1)' src=/p/1.jpg>",
    "<img src='/p/1.jpg\" onerror=\"alert(1)'>",
    "<img src=/p/1.jpg alt='\"><script>alert(1)</script>'>",
    "<a href='javascript:alert(1)'>城东</a>",
    "<a href=' JaVaScRiPt:alert(1)'>城东</a>",
    "<a href='java\tscript:alert(1)'>城东</a>",
    "<a href='&#106;avascript:alert(1)'>城东</a>",
    "<a href='\u{1}javascript:alert(1)'>城东</a>",
    "<a href='vbscript:x'>城东</a><a href='data:text/html,<script>1</script>'>东城</a>",
    "<a href='file:///etc/passwd'>城东</a><a href='blob:https://x.example/1'>城东</a>",
    "<a href='/a\" onclick=\"alert(1)'>城东</a>",
    "<a href='/a' onclick='alert(1)' style='x:expression(1)'>城东</a>",
    "<a href='http://x.example/)[x](javascript:alert(1)'>城东</a>",
    "<a href='http://x.example/<script>'>城东](javascript:alert(1))</a>",
    "&lt;script&gt;alert(1)&lt;/script&gt;",
    "&amp;lt;script&amp;gt;alert(1)",
    "[城东](javascript:alert(1)) ![x](javascript:alert(1)) <javascript:alert(1)>",
    "[x]: javascript:alert(1)",
    "``` <script>alert(1)</script>",
    "<pre><code>```\n<script>alert(1)</script>\n````</code></pre>",
    "<pre>&lt;img src=x onerror=alert(1)&gt;\n\n&lt;script&gt;alert(1)&lt;/script&gt;</pre>",
    "<iframe src='javascript:alert(1)//player'></iframe><iframe src='data:text/html,video'></iframe>",
    "<iframe srcdoc='<script>alert(1)</script>' src=https://v.example/player></iframe>",
    "<video src='javascript:alert(1)' poster='javascript:alert(2)'></video>",
    "<video src='/v.mp4\"><script>alert(1)</script>' poster='/p.jpg'></video>",
    "<embed src='javascript:alert(1)//video'><object data='javascript:alert(1)'></object>",
    "<svg><script>alert(1)</script><a href='javascript:alert(1)'>城东</a></svg>",
    "<svg><style><img src=x onerror=alert(1)></style></svg>",
    "<math><mtext><table><mglyph><style><img src=x onerror=alert(1)>",
    "<noscript><img src=x.jpg onerror=alert(1)></noscript>",
    "<noscript><p title='</noscript><img src=x onerror=alert(1)>'></noscript>",
    "<template><script>alert(1)</script></template>",
    "<table><caption><script>1</script>表</caption><tr><td onclick=x>一<td><a href='javascript:x'>二</a><tr><td>&lt;b&gt;<td>|</table>",
    "<ul><li><script>alert(1)</script>一<li>&lt;script&gt;</ul>",
    "<blockquote>&lt;iframe src=x&gt;</blockquote>",
    "<figure><img src=/p/2.jpg><figcaption>&lt;script&gt;alert(1)&lt;/script&gt;</figcaption></figure>",
    "<h2 onmouseover=alert(1)>&lt;script&gt;</h2>",
    "<textarea></textarea><xmp><script>alert(1)</script></xmp>",
    "<p>\u{0}\u{1}\u{7}\u{8}\u{b}\u{1b}[31m\u{7f}\u{85}\u{9b}城\u{202e}东&#0;&#8;&#x1b;&#128;</p>",
    "<b><i><a href='/x'>&lt;img src=x onerror=alert(1)&gt;</a></i></b>",
    "<style>@import 'javascript:alert(1)'</style><link rel=stylesheet href=javascript:alert(1)>",
    "<meta http-equiv=refresh content='0;url=javascript:alert(1)'><base href='javascript:alert(1)//'>",
    "<form action='javascript:alert(1)'><input type=submit><button formaction='javascript:x'>城</button></form>",
];

/// Heads that bend where relative addresses lead.
const HEADS: &[&str] = &[
    "",
    "<base href='javascript:alert(1)//'>",
    "<base href='data:text/html,x'>",
    "<base href='//other.example/a/'>",
    "<base href='https://u:p@other.example/\"><script>/'>",
];

fn pages() -> impl Iterator<Item = String> {
    let page = |head: &str, payload: &str| {
        format!(
            "<html><head>{head}<title>城东公园今起开放</title></head><body><h1>城东公园今起开放</h1>\
             <div class=content><p>城东公园今天上午正式向市民开放，园内步道、湖区和儿童乐园同时启用，全天免费。</p>\
             {payload}<p>{payload}</p>\
             <p>公园管理处提醒，游客入园请走东门，自行车停在门外，不要把零食带进湖区。</p></div></body></html>"
        )
    };
    let each = HEADS
        .iter()
        .flat_map(move |head| PAYLOADS.iter().map(move |payload| page(head, payload)));
    each.chain([page("", &PAYLOADS.concat())])
}

fn articles() -> impl Iterator<Item = (String, Article)> {
    pages().flat_map(|html| {
        let given = Parser::new().url("https://chengju.example/2024/0510/1.html");
        let with_url = given.parse(&html).unwrap();
        let without = Article::parse(&html).unwrap();
        [(html.clone(), with_url), (html, without)]
    })
}

/// Takes away whatever the renderers are not to write.
fn judge() -> ammonia::Builder<'static> {
    let tags = [
        "p",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "figure",
        "figcaption",
        "img",
        "ul",
        "ol",
        "li",
        "blockquote",
        "table",
        "tbody",
        "tr",
        "td",
        "th",
        "a",
        "strong",
        "em",
        "br",
        "hr",
        "pre",
        "code",
        "video",
    ];
    let attributes: [(&str, &[&str]); 5] = [
        ("a", &["href"]),
        ("img", &["src", "alt", "width", "height"]),
        ("video", &["src", "poster", "controls"]),
        ("td", &["colspan", "rowspan"]),
        ("th", &["colspan", "rowspan"]),
    ];
    let attributes: HashMap<&str, HashSet<&str>> = attributes
        .into_iter()
        .map(|(tag, names)| (tag, names.iter().copied().collect()))
        .collect();
    let mut judge = ammonia::Builder::empty();
    judge
        .tags(HashSet::from(tags))
        .tag_attributes(attributes)
        .url_schemes(HashSet::from(["http", "https"]))
        .link_rel(None);
    judge
}

/// The same parse and serialization, with nothing taken away but what a parser takes.
fn anything() -> ammonia::Builder<'static> {
    let mut all = judge();
    all.add_tags([
        "script", "iframe", "svg", "math", "style", "object", "embed", "form", "input",
    ])
    .rm_clean_content_tags(["script", "style"])
    .add_generic_attributes([
        "onerror",
        "onclick",
        "onload",
        "onmouseover",
        "style",
        "srcdoc",
    ])
    .add_url_schemes(["javascript", "data", "vbscript", "file", "blob"]);
    all
}

#[test]
fn html_holds_only_what_it_may() {
    let (judge, anything) = (judge(), anything());
    let mut seen = 0;
    for (page, article) in articles() {
        let html = article.body.html();
        assert_eq!(
            judge.clean(&html).to_string(),
            anything.clean(&html).to_string(),
            "{page}"
        );
        seen += usize::from(html.contains("<p>"));
    }
    assert!(seen > 400, "most pages have a body: {seen}");
}

/// The judge itself: what it lets pass and what not.
#[test]
fn the_judge_is_no_fool() {
    let (judge, anything) = (judge(), anything());
    for bad in [
        "<script>1</script>",
        "<img src=x onerror=1>",
        "<a href=javascript:1>x</a>",
        "<p onclick=x>城</p>",
        "<iframe></iframe>",
    ] {
        assert_ne!(
            judge.clean(bad).to_string(),
            anything.clean(bad).to_string(),
            "{bad}"
        );
    }
}

#[test]
fn markdown_holds_no_html_and_no_script_address() {
    for (page, article) in articles() {
        let markdown = article.body.markdown();
        let mut fence: Option<usize> = None;
        for line in markdown.lines() {
            let ticks = line.trim_start().chars().take_while(|c| *c == '`').count();
            match fence {
                Some(open) if ticks >= open && line.trim().chars().all(|c| c == '`') => {
                    fence = None
                }
                Some(_) => continue,
                None if ticks >= 3 => fence = Some(ticks),
                None => {
                    assert!(!has_raw_html(line), "{line:?} of {page}");
                    for (at, _) in line.match_indices("](") {
                        // An escaped bracket ends no link text.
                        if line[..at].ends_with('\\') {
                            continue;
                        }
                        let target = line[at + 2..].trim_start_matches('<').to_ascii_lowercase();
                        assert!(!target.starts_with("javascript"), "{line:?} of {page}");
                    }
                }
            }
        }
    }
}

/// Whether an unescaped `<` of a line could begin a tag or an autolink. A link's target may stand in `<…>`.
fn has_raw_html(line: &str) -> bool {
    line.match_indices('<').any(|(at, _)| {
        let escapes = line[..at].chars().rev().take_while(|c| *c == '\\').count();
        let target = line[..at].ends_with("](");
        let begins =
            line[at + 1..].starts_with(|c: char| c.is_ascii_alphabetic() || "/!?".contains(c));
        escapes % 2 == 0 && !target && begins
    })
}

#[test]
fn no_control_characters_anywhere() {
    for (page, article) in articles() {
        let body = &article.body;
        for out in [body.text(), body.html(), body.markdown()] {
            let bad = out
                .chars()
                .find(|c| c.is_control() && *c != '\n' && *c != '\t');
            assert_eq!(bad, None, "{page}");
        }
        let json = serde_json::to_string(&article).unwrap();
        assert!(!json.chars().any(char::is_control), "{page}");
    }
}

/// Addresses of a body's links, pictures and videos.
fn addresses(body: &Body) -> Vec<String> {
    let mut out = Vec::new();
    let mut inlines: Vec<&Inline> = Vec::new();
    for block in &body.blocks {
        match block {
            Block::Paragraph(p) => inlines.extend(&p.content),
            Block::Image(image) => out.push(image.url.clone()),
            Block::Video(video) => out.extend(video.url.iter().chain(&video.poster).cloned()),
            _ => {}
        }
    }
    while let Some(inline) = inlines.pop() {
        if let Inline::Link { url, content } = inline {
            out.push(url.clone());
            inlines.extend(content);
        }
    }
    out
}

#[test]
fn addresses_are_joined_by_the_whatwg_rules() {
    let page = "https://chengju.example/2024/0510/1.html";
    // base href | href | expected
    let rows: &[(&str, &str, Option<&str>)] = &[
        (
            "",
            "2.html",
            Some("https://chengju.example/2024/0510/2.html"),
        ),
        ("", "/a b", Some("https://chengju.example/a%20b")),
        ("", "//img.example/1", Some("https://img.example/1")),
        ("", "../../x/./y/../z", Some("https://chengju.example/x/z")),
        (
            "",
            "?p=2",
            Some("https://chengju.example/2024/0510/1.html?p=2"),
        ),
        ("", "\\\\img.example\\1", Some("https://img.example/1")),
        (
            "",
            " \n2.\thtml ",
            Some("https://chengju.example/2024/0510/2.html"),
        ),
        (
            "",
            "HTTP://IMG.example:80/城",
            Some("http://img.example/%E5%9F%8E"),
        ),
        (
            "",
            "https://城东.example/",
            Some("https://xn--xhq29u.example/"),
        ),
        ("/b/", "c", Some("https://chengju.example/b/c")),
        ("//b.example/d/", "c", Some("https://b.example/d/c")),
        ("https://b.example/d/e", "c", Some("https://b.example/d/c")),
        (
            "javascript:x",
            "c",
            Some("https://chengju.example/2024/0510/c"),
        ),
        (
            "data:text/html,x",
            "c",
            Some("https://chengju.example/2024/0510/c"),
        ),
        ("", "#top", None),
        ("", "javascript:alert(1)", None),
        ("", "JAVA\nSCRIPT:alert(1)", None),
        ("", "data:text/html,x", None),
        ("", "mailto:zhangsan@chengju.example", None),
        ("", "tel:110", None),
        ("", "file:///etc/passwd", None),
        ("", "https://", None),
        ("", "http://[::1", None),
    ];
    for (base, href, expected) in rows {
        let base_tag = if base.is_empty() {
            String::new()
        } else {
            format!("<base href='{base}'>")
        };
        let html = format!(
            "{base_tag}<h1>城东公园今起开放</h1><div class=content><p>城东公园今天上午正式向市民开放，\
             园内步道、湖区和<a href='{href}'>儿童乐园</a>同时启用，全天免费。</p></div>"
        );
        let article = Parser::new().url(page).parse(&html).unwrap();
        let found = addresses(&article.body);
        let expected: Vec<&str> = expected.iter().copied().collect();
        assert_eq!(found, expected, "{base:?} {href:?}");
    }
}

#[test]
fn addresses_are_web_addresses() {
    for (page, article) in articles() {
        let metadata = &article.metadata;
        let related = article
            .related
            .iter()
            .flat_map(|l| &l.items)
            .filter_map(|i| i.url.clone());
        let own = metadata
            .lead_image
            .iter()
            .chain(&metadata.canonical_url)
            .chain(&article.next_page);
        for url in addresses(&article.body)
            .into_iter()
            .chain(related)
            .chain(own.cloned())
        {
            let scheme = url.split(['/', '?', '#']).next().unwrap_or("");
            let web = url.starts_with("http://") || url.starts_with("https://");
            assert!(web || !scheme.contains(':'), "{url:?} of {page}");
        }
    }
}
