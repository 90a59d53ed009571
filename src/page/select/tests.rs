//! scraper's own matching, element by element, is the judge: of every selector of the built-in rules on every fixture, and of made-up
//! selectors on made-up pages. With `ZHENGWEN_CORPUS` set, of some of the rules' selectors on each page there.

use std::collections::HashSet;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use scraper::Html;

use super::Selector;
use crate::limits::Limits;
use crate::page::dom::{Dom, NodeId};
use crate::page::html::oracle::as_scraper;

/// A page, and the same tree as scraper has it.
struct Page {
    dom: Dom,
    html: Html,
    /// Where each node is there.
    places: Vec<ego_tree::NodeId>,
}

impl Page {
    fn of(dom: Dom) -> Self {
        let (html, places) = as_scraper(dom.tree());
        Self { dom, html, places }
    }

    /// What scraper's own matching says.
    fn select_by_scraper(&self, selector: &scraper::Selector) -> Vec<NodeId> {
        let hits = self.html.select(selector).map(|e| e.id());
        // The tree's nodes are in the order they were made in, ours in document order.
        let hits: HashSet<ego_tree::NodeId> = hits.collect();
        let dom = &self.dom;
        let all = dom.subtree(dom.root());
        all.filter(|&ix| hits.contains(&self.places[dom.node_id(ix).at()]))
            .collect()
    }
}

fn page(html: &str) -> Page {
    Page::of(Dom::document(html, &Limits::default()).unwrap())
}

/// Compares both, and says how many elements match; `None` if neither reads the selector.
fn judge(page: &Page, css: &str) -> Option<usize> {
    let dom = &page.dom;
    let ours = Selector::parse(css);
    let judge = scraper::Selector::parse(css);
    let (Ok(ours), Ok(judge)) = (&ours, &judge) else {
        assert_eq!(ours.is_err(), judge.is_err(), "{css}: {ours:?}");
        return None;
    };
    let found: Vec<NodeId> = dom.select(ours).collect();
    let shown = |set: &[NodeId]| {
        set.iter()
            .map(|&ix| format!("{} {}", ix.0, dom.describe(ix)))
            .collect::<Vec<_>>()
    };
    let wanted = page.select_by_scraper(judge);
    assert_eq!(shown(&found), shown(&wanted), "{css}");
    Some(found.len())
}

/// Everything of the built-in rules that reads as a selector; labels and paths do too, and find nothing.
fn selectors_of_rules() -> Vec<String> {
    fn strings(value: &toml::Value, out: &mut Vec<String>) {
        match value {
            toml::Value::String(text) if scraper::Selector::parse(text).is_ok() => {
                out.push(text.clone());
            }
            toml::Value::Array(items) => items.iter().for_each(|v| strings(v, out)),
            toml::Value::Table(table) => table.values().for_each(|v| strings(v, out)),
            _ => {}
        }
    }
    let mut out = Vec::new();
    for (_, text) in crate::sites::FILES {
        let file: toml::Value = toml::from_str(text).unwrap();
        strings(&file["template"], &mut out);
    }
    out.sort();
    out.dedup();
    out
}

fn pages_below(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    let mut folders = vec![folder.to_path_buf()];
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(folder).into_iter().flatten().flatten() {
            let path = entry.path();
            if path.is_dir() {
                folders.push(path);
            } else if path
                .extension()
                .is_none_or(|e| e == "html" || e == "htm" || e == "shtml")
            {
                found.push(path);
            }
        }
    }
    found.sort();
    found
}

fn read(path: &Path) -> Option<Page> {
    let bytes = std::fs::read(path).ok()?;
    let dom = Dom::document(&crate::decode(&bytes, None).text, &Limits::default());
    dom.ok().map(Page::of)
}

#[test]
fn every_selector_of_the_rules_on_every_fixture() {
    let selectors = selectors_of_rules();
    assert!(selectors.len() > 1000, "{}", selectors.len());
    let pages = pages_below(&Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures"));
    // In a debug build a quarter of them on each page, every selector on a quarter of the pages; `.ci/run` asks all.
    let share = if cfg!(debug_assertions) { 4 } else { 1 };
    let mut hits = 0;
    for (i, path) in pages.iter().enumerate() {
        let page = read(path).unwrap();
        for css in selectors.iter().skip(i % share).step_by(share) {
            hits += judge(&page, css).unwrap();
        }
    }
    assert!(
        pages.len() > 100 && hits * share > 5_000,
        "{} pages, {hits} hits",
        pages.len()
    );
}

#[test]
#[ignore = "needs ZHENGWEN_CORPUS, a folder of saved pages"]
fn some_selectors_of_the_rules_on_every_saved_page() {
    let corpus = std::env::var_os("ZHENGWEN_CORPUS");
    let corpus = corpus.expect("set ZHENGWEN_CORPUS to a folder of saved pages");
    let selectors = selectors_of_rules();
    for (i, path) in pages_below(Path::new(&corpus)).iter().enumerate() {
        let Some(page) = read(path) else { continue };
        for css in selectors.iter().skip(i % 64).step_by(64) {
            judge(&page, css);
        }
    }
}

/// Selectors mean names, whatever the elements are laid out as.
#[test]
fn names_of_what_is_laid_out_as_something_else() {
    let page = page(
        "<body><amp-img src=/1.jpg></amp-img><img src=/2.jpg><p><span style='display:block'>一</span><span>二</span></p>\
         <amp-iframe src=/3.html></amp-iframe>",
    );
    for (css, expected) in [
        ("img", 1),
        ("amp-img", 1),
        ("p span", 2),
        ("amp-iframe", 1),
        ("iframe", 0),
        ("p > :not(span)", 0),
    ] {
        assert_eq!(judge(&page, css), Some(expected), "{css}");
    }
}

/// What a reader of text would take for something else, and what is rare.
#[test]
fn rare_selectors() {
    let page = page(
        "<body class='A b'><div id=main class='news  Main\tx'>甲<p id=a class=x>一<b>二</b></p><!-- --><p class='x y'>三</p>乙<p>四</p>\
         <span></span><em> </em><i><!-- --></i><a href='/1.html' REL=NoFollow type=TEXT lang=zh-cn>五</a></div>\
         <div class='中文 x' id='1'><ul><li>1<li class=x>2<li>3<li class=x>4<li class=x>5</ul><ol><li>六</ol></div>\
         <svg viewBox='0 0 1 1' class=x><a xlink:href=x></a><title>七</title><foreignObject><p>八</p></foreignObject><script>1</script></svg>\
         <script>2</script><x-card class=x data-k='a b'></x-card><p id=a>九</p>",
    );
    // selector | how many elements match
    let rows = [
        ("p", 5),
        ("P.x", 2),
        ("*", 30),
        (".x", 9),
        (".X", 0),
        (".Main.news", 1),
        ("#main", 1),
        ("#Main", 0),
        ("#a", 2),
        ("#\\31", 1),
        (".中文", 1),
        (".\\4e2d文", 1),
        ("a", 2),
        ("title", 1),
        ("script", 2),
        ("svg > script", 1),
        ("svg a", 1),
        ("x-card", 1),
        ("foreignObject", 1),
        ("foreignobject p", 0),
        ("[viewBox]", 1),
        ("[viewbox]", 0),
        ("[REL]", 1),
        ("[rel=nofollow]", 1),
        ("[type=text]", 1),
        ("[type=text s]", 0),
        ("[href$='.html' i]", 1),
        ("[lang|=zh]", 1),
        ("[data-k~=b]", 1),
        ("[*|href]", 2),
        ("[|href]", 1),
        ("|p", 0),
        ("*|p", 5),
        (":root", 1),
        (":scope > body", 1),
        (":empty", 5),
        ("html, body, .x, .x, p", 14),
        ("div p ~ p", 2),
        ("p + p", 2),
        ("#a ~ *", 6),
        ("div ~ p", 1),
        (".none ~ p", 0),
        ("li:first-child", 2),
        ("li:nth-child(2n + 1)", 4),
        ("li:nth-last-child(2)", 1),
        ("li:only-child", 1),
        ("#main > :nth-of-type(1)", 5),
        ("#main > :last-of-type", 5),
        ("#main > :only-of-type", 4),
        ("p:not(.x, #a)", 2),
        ("p:not(div > p)", 2),
        (":is(ul, ol) > :where(.x, :first-child)", 5),
        (":is(.x, :unknown)", 9),
        ("div:has(> p)", 1),
        ("p:HAS(b)", 1),
        ("p:h\\61s(b)", 1),
        ("p:has(+ p)", 2),
        ("p:has(~ a, [x=')'])", 3),
        ("div:has(p ~ span + em)", 1),
        ("li:has(~ .x ~ .x)", 3),
        (":not(:has(*)):not(.x)", 16),
        ("div p b, ul > li.x + li", 3),
    ];
    for (css, hits) in rows {
        assert_eq!(judge(&page, css), Some(hits), "{css}");
    }
    for css in [
        "",
        "p:has(:has(b))",
        "p::before",
        "a:hover",
        "p >",
        "..x",
        ":nth-child(x)",
    ] {
        assert_eq!(judge(&page, css), None, "{css}");
    }
}

/// A small deterministic source of choices.
struct Choices(u64);

impl Choices {
    fn below(&mut self, n: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 >> 11) as usize % n
    }

    fn one<'a>(&mut self, of: &[&'a str]) -> &'a str {
        of[self.below(of.len())]
    }

    fn html(&mut self, depth: usize) -> String {
        let mut out = String::new();
        for _ in 0..self.below(6) {
            match self.below(5) {
                0 => out.push_str(self.one(&["城东", " ", "<!-- -->", "<br>"])),
                _ => {
                    let name = self.one(&["div", "p", "span", "ul", "li", "a", "b", "x-y", "svg"]);
                    let attrs = self.one(&[
                        "",
                        " class=a",
                        " class='b a'",
                        " class=A id=x",
                        " id=y",
                        " class='c b' data-k=v1",
                        " data-k='v2 v1'",
                    ]);
                    let inner = if depth > 0 {
                        self.html(depth - 1)
                    } else {
                        String::new()
                    };
                    out += &format!("<{name}{attrs}>{inner}</{name}>");
                }
            }
        }
        out
    }

    fn compound(&mut self, depth: usize) -> String {
        let mut out = self
            .one(&["", "", "div", "p", "span", "li", "*", "b", "SVG", "x-y"])
            .to_string();
        for _ in 0..=self.below(2) {
            let simple = match self.below(if depth > 0 { 7 } else { 4 }) {
                0 => String::new(),
                1 => self
                    .one(&[".a", ".b", ".c", ".A", "#x", "#y", ".none"])
                    .to_string(),
                2 => self
                    .one(&[
                        "[data-k]",
                        "[data-k=v1]",
                        "[data-k~=v1]",
                        "[class*=b]",
                        ":empty",
                        ":root",
                    ])
                    .to_string(),
                3 => {
                    let kind = self.one(&[
                        "nth-child",
                        "nth-last-child",
                        "nth-of-type",
                        "nth-last-of-type",
                    ]);
                    let place = self.one(&["1", "2", "odd", "2n", "-n + 2", "n + 2", "3n - 1"]);
                    let only = self.one(&[
                        ":only-child",
                        ":only-of-type",
                        ":first-child",
                        ":last-of-type",
                    ]);
                    if self.below(3) == 0 {
                        only.to_string()
                    } else {
                        format!(":{kind}({place})")
                    }
                }
                4 => format!(":not({})", self.list(depth - 1)),
                5 => format!(":is({})", self.list(depth - 1)),
                _ => {
                    let list = self.list(depth - 1);
                    format!(":has({} {list})", self.one(&["", ">", "+", "~"]))
                }
            };
            out += &simple;
        }
        if out.is_empty() { "p".to_string() } else { out }
    }

    fn list(&mut self, depth: usize) -> String {
        let mut out = self.compound(depth);
        for _ in 0..self.below(3) {
            out += self.one(&[" ", " > ", " + ", " ~ ", ", "]);
            out += &self.compound(depth);
        }
        out
    }
}

#[test]
fn made_up_selectors_on_made_up_pages() {
    let mut choices = Choices(0x5eed_cafe);
    let (mut read, mut hits) = (0, 0);
    for _ in 0..400 {
        let page = page(&choices.html(4));
        for _ in 0..50 {
            let css = choices.list(2);
            if let Some(found) = judge(&page, &css) {
                read += 1;
                hits += found;
            }
        }
    }
    assert!(read > 15_000 && hits > 15_000, "{read} read, {hits} hits");
}

/// Twice the page costs twice the time: whatever a rule asks for.
#[test]
fn no_selector_is_quadratic() {
    let selectors = [
        ".none ~ p",
        ".last ~ p",
        ".first ~ p",
        ".first ~ .none2, p ~ p ~ p",
        "p + p + p",
        "p:has(~ .none)",
        "p:has(~ .last)",
        "p:HAS(~ .last)",
        "p:h\\61s(~ [x=')'], ~ p)",
        "p:not(p ~ .first)",
        "p:nth-last-of-type(3)",
        "p:nth-last-child(2n):is(p ~ p)",
        "div:has(div p)",
        "div:not(:has(div)) div:has(p)",
        "b ~ b:only-of-type",
    ];
    let times = [10_000, 20_000].map(|n| {
        let siblings = "<p>园</p><!-- -->".repeat(n);
        let deep = "<div>".repeat(400);
        let text = "<b></b>园<!-- -->".repeat(n);
        let html =
            format!("<body><p class=first>{siblings}<p class='last'>园</p>{text}{deep}{siblings}");
        let dom = page(&html).dom;
        selectors.map(|css| {
            let selector = Selector::parse(css).unwrap();
            let time = || {
                let start = Instant::now();
                dom.select(&selector).count();
                start.elapsed()
            };
            // The best of a few: others may want the machine as well.
            [time(), time(), time()]
                .into_iter()
                .min()
                .unwrap_or_default()
        })
    });
    for (i, css) in selectors.iter().enumerate() {
        let (half, whole) = (times[0][i], times[1][i]);
        assert!(
            whole < Duration::from_millis(150) || whole < 5 * half,
            "{css}: {half:?}, {whole:?}"
        );
    }
}

#[test]
fn a_selector_has_at_most_a_hundred_parts() {
    assert!(Selector::parse(&".a".repeat(100)).is_ok());
    let error = Selector::parse(&".a".repeat(101)).unwrap_err();
    assert!(error.contains("101 parts"), "{error}");
    let error = Selector::parse(&format!(":is({})", ".a,".repeat(120))).unwrap_err();
    assert!(error.contains("100"), "{error}");
}
