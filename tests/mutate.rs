//! Pages and rules broken at random, the same way each time: never a panic, always an article or a typed error, and what is read survives JSON.

mod common;

use std::path::Path;

use common::invariants;
use zhengwen::{ErrorKind, Parser, Rule, RuleSet};

/// How many broken pages are read; `ZHENGWEN_MUTATIONS` sets another number.
const ROUNDS: u64 = if cfg!(debug_assertions) { 500 } else { 6000 };

/// A small generator of numbers (xorshift64*).
struct Dice(u64);

impl Dice {
    fn next(&mut self) -> u64 {
        self.0 ^= self.0 >> 12;
        self.0 ^= self.0 << 25;
        self.0 ^= self.0 >> 27;
        self.0.wrapping_mul(0x2545_f491_4f6c_dd1d)
    }

    /// Below `n`; 0 for 0.
    fn below(&mut self, n: usize) -> usize {
        (self.next() % n.max(1) as u64) as usize
    }
}

const SAMPLES: &[&str] = &[
    "<!DOCTYPE html><html lang=zh-CN><head><meta charset=utf-8><title>城东公园今起开放_本地新闻_橙橘网</title>\
     <meta name=keywords content=公园,绿地><meta property=og:title content=城东公园今起开放>\
     <meta property=article:published_time content=2024-05-10T06:58:00+08:00><base href=//chengju.example/a/>\
     <script type=application/ld+json>{\"@type\":\"NewsArticle\",\"headline\":\"城东公园今起开放\",\"author\":[{\"name\":\"张三\"}],\"datePublished\":\"2024-05-10\"}</script>\
     </head><body><div class=crumb><a href=/>首页</a> &gt; <a href=/n>新闻</a> &gt; 正文</div>\
     <h1>城东公园今起开放</h1><div class=info>2024年05月10日 06:58　来源：<a href=x>橙橘网</a>　作者：张三、李四</div>\
     <div class=article-content><p>　　橙橘网5月10日电（记者 张三）城东公园今天上午正式向市民开放，园内步道、湖区同时启用。</p>\
     <p><strong>全天免费</strong></p><p><img data-src=/p/1.jpg alt=湖区><br>图为公园湖区。王小明 摄</p>\
     <ul><li>东门<li>西门</ul><blockquote>“盼了三年。”</blockquote><table><tr><th>门<th>时间<tr><td>东门<td>06:00</table>\
     <p>管理处提醒，游客入园<a href='//other.example/?a=1&b=2'>请走东门</a>。（完）</p><p>责任编辑：王小明　校对：欧阳明</p></div>\
     <div class=related><h3>相关阅读</h3><ul><li><a href=/2.html>城西公园明年动工</a> 2024-05-09<li><a href=/3.html>城北绿道贯通</a></ul></div>\
     <p>标签：<a href=/t>公园</a> <a href=/u>绿地</a></p></body></html>",
    "<title>城東公園今起開放 | 橙橘新聞</title><h1>城東公園今起開放</h1><time datetime=2024-05-10T06:58>昨天 10:23</time>\
     <article><p>〔記者張三／台北報導〕城東公園今天上午開放，全天免費，市民可自由入園。</p><pre><code>a < b\n```</code></pre>\
     <figure><img src=/a.jpg><figcaption>公園湖區（記者李四攝）</figcaption></figure><svg><td>x</svg><p>更多資訊請見官網。</p></article>\
     <script>window.__DATA__={\"article\":{\"title\":\"城東公園\",\"body\":\"<p>x</p>\"}};</script><noscript><img src=/b.jpg></noscript>",
    "<table><tr><td><h2>城东公园</h2><td>3小时前<td>文/张三 编辑/李四<tr><td colspan=9999999999>二〇二四年五月十日下午三时\
     <td rowspan=-1>05-13 09:16</table><video src=/v.mp4 poster=/v.jpg></video><iframe src=https://v.example/player></iframe>",
];

fn seeds() -> Vec<Vec<u8>> {
    let mut seeds: Vec<Vec<u8>> = SAMPLES.iter().map(|s| s.as_bytes().to_vec()).collect();
    seeds.extend(SAMPLES.iter().map(|s| encoding(s)));
    let fixtures = common::pages(&Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures"));
    // Large pages would take the whole time.
    seeds.extend(
        fixtures
            .iter()
            .map(|p| std::fs::read(p).unwrap())
            .filter(|b| b.len() < 60_000),
    );
    seeds
}

/// UTF-16 with a byte order mark: what no other seed is in.
fn encoding(text: &str) -> Vec<u8> {
    let units = text.encode_utf16().flat_map(u16::to_le_bytes);
    [0xff, 0xfe].into_iter().chain(units).collect()
}

/// Breaks a page in one of several ways.
fn mutate(page: &mut Vec<u8>, other: &[u8], dice: &mut Dice) {
    let at = dice.below(page.len());
    let len = dice.below(200).min(page.len() - at);
    match dice.below(9) {
        0 if at < page.len() => page[at] ^= 1 << dice.below(8),
        1 if at < page.len() => page[at] = dice.next() as u8,
        2 => page.truncate(at),
        3 => drop(page.drain(at..at + len)),
        4 => {
            let from = dice.below(other.len());
            let piece = &other[from..(from + dice.below(300)).min(other.len())];
            page.splice(at..at, piece.iter().copied());
        }
        5 => {
            let piece = page[at..at + len].to_vec();
            for _ in 0..=dice.below(8) {
                page.splice(at..at, piece.iter().copied());
            }
        }
        6 => {
            let tags: [&[u8]; 12] = [
                b"<div>",
                b"</div>",
                b"<table>",
                b"<td>",
                b"</p>",
                b"<a href=",
                b"<script>",
                b"<!--",
                b"</table>",
                b"<svg>",
                b"<template>",
                b"<b i>",
            ];
            let tag = tags[dice.below(tags.len())];
            page.splice(at..at, tag.iter().copied());
        }
        7 => {
            // The names of two tags change places.
            let opens: Vec<usize> = (0..page.len()).filter(|&i| page[i] == b'<').collect();
            if !opens.is_empty() {
                let (a, b) = (
                    opens[dice.below(opens.len())],
                    opens[dice.below(opens.len())],
                );
                for k in 1..4 {
                    if a + k < page.len() && b + k < page.len() {
                        page.swap(a + k, b + k);
                    }
                }
            }
        }
        _ => {
            let pieces = [
                "：",
                "来源：",
                "2024-05-10",
                "（",
                "、",
                "&#xD800;",
                "\u{0}",
                "\u{3000}",
                "记者 ",
                "年",
                "e\u{301}",
                "责任编辑：",
                "12:",
                "民国",
                "昨天",
                "//",
                "\"",
                "[",
                "{\"@type\":",
                "\u{1f600}",
            ];
            let piece = pieces[dice.below(pieces.len())];
            page.splice(at..at, piece.bytes());
        }
    }
}

fn rounds() -> u64 {
    std::env::var("ZHENGWEN_MUTATIONS")
        .ok()
        .and_then(|n| n.parse().ok())
        .unwrap_or(ROUNDS)
}

fn check(parser: &Parser, page: &[u8], based: bool) -> Result<(), String> {
    match parser.parse_bytes(page) {
        Ok(article) => invariants::broken(&article, based),
        Err(e) => match e.kind() {
            ErrorKind::Empty | ErrorKind::Limit { .. } | ErrorKind::NotHtml { .. } => Ok(()),
            _ => Err(e.to_string()),
        },
    }
}

#[test]
fn broken_pages_do_no_harm() {
    let seeds = seeds();
    let rounds = rounds();
    let now = "2024-05-11T12:00:00+08:00".parse().unwrap();
    let plain = Parser::new();
    let given = Parser::new()
        .url("https://chengju.example/2024-05/10/1.html")
        .charset("gbk")
        .now(now);
    let mut failed = Vec::new();
    for round in 0..rounds {
        let mut dice =
            Dice(0x9e37_79b9_7f4a_7c15 ^ (round + 1).wrapping_mul(0xd134_2543_de82_ef95));
        let mut page = seeds[dice.below(seeds.len())].clone();
        for _ in 0..=dice.below(12) {
            let other = &seeds[dice.below(seeds.len())];
            mutate(&mut page, other, &mut dice);
        }
        let parser = if round % 2 == 0 { &plain } else { &given };
        let result = std::panic::catch_unwind(|| check(parser, &page, round % 2 == 1));
        let why = match result {
            Ok(Ok(())) => continue,
            Ok(Err(why)) => why,
            Err(_) => "panic".to_string(),
        };
        let path = std::env::temp_dir().join(format!("zhengwen-mutation-{round}.html"));
        let _ = std::fs::write(&path, &page);
        let why: String = why.chars().take(600).collect();
        failed.push(format!("{}: {why}", path.display()));
    }
    let n = failed.len();
    failed.truncate(20);
    assert!(n == 0, "{n} of {rounds}:\n{}", failed.join("\n"));
}

/// What strings of a rule are replaced by: selectors, labels, paths, patterns, of which some are wrong and some ask for everything.
const STRINGS: &[&str] = &[
    "*",
    "p ~ p",
    "body",
    "h1, p",
    ":has(> a)",
    "[class*=a]",
    "div:not(.x)",
    "a",
    "",
    "[",
    "来源",
    "作者",
    "责任编辑",
    "author/*/name",
    "__DATA__/article/title",
    "x/*/*",
    "(.*)",
    "(\\\\d+)",
    "^$",
    "src",
    "name",
    "城东公园",
    "\u{202e}",
];

/// Changes a rule's text: lines go, come twice, come from another rule; strings become others; a byte becomes another.
fn mutate_rule(rule: &str, other: &str, dice: &mut Dice) -> String {
    let mut lines: Vec<String> = rule.lines().map(String::from).collect();
    let others: Vec<&str> = other.lines().collect();
    let at = dice.below(lines.len());
    match dice.below(8) {
        0 => drop(lines.remove(at)),
        1 => lines.insert(at, lines[at].clone()),
        2 => lines.insert(at, others[dice.below(others.len())].to_string()),
        3 => {
            let bytes = lines[at].clone().into_bytes();
            let mut bytes: Vec<u8> = bytes.into_iter().filter(u8::is_ascii).collect();
            if !bytes.is_empty() {
                let byte = dice.below(bytes.len());
                bytes[byte] = b' ' + dice.below(95) as u8;
            }
            lines[at] = String::from_utf8(bytes).unwrap();
        }
        _ => {
            // A string of this line, if it has one.
            let quotes: Vec<usize> = lines[at].match_indices('"').map(|(i, _)| i).collect();
            let pair = dice.below(quotes.len() / 2) * 2;
            if let [from, to] = quotes.get(pair..pair + 2).unwrap_or_default() {
                let string = STRINGS[dice.below(STRINGS.len())];
                // Hosts stay, or no page would be read by the rule.
                if !lines[at].starts_with("hosts") {
                    lines[at].replace_range(from + 1..*to, string);
                }
            }
        }
    }
    lines.join("\n")
}

#[test]
fn broken_rules_on_broken_pages_do_no_harm() {
    let seeds = seeds();
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/sites");
    let mut paths: Vec<_> = std::fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.extension().is_some_and(|e| e == "toml"))
        .collect();
    paths.sort();
    let rules: Vec<String> = paths
        .iter()
        .map(|p| std::fs::read_to_string(p).unwrap())
        .collect();
    let (mut used, mut refused, mut failed) = (0, 0, Vec::new());
    for round in 0..rounds() {
        let mut dice =
            Dice(0x2545_f491_4f6c_dd1d ^ (round + 1).wrapping_mul(0x9e37_79b9_7f4a_7c15));
        let mut text = rules[dice.below(rules.len())].clone();
        for _ in 0..=dice.below(6) {
            text = mutate_rule(&text, &rules[dice.below(rules.len())], &mut dice);
        }
        let mut page = seeds[dice.below(seeds.len())].clone();
        for _ in 0..dice.below(4) {
            let other = &seeds[dice.below(seeds.len())];
            mutate(&mut page, other, &mut dice);
        }
        let result = std::panic::catch_unwind(|| {
            let rule = match Rule::from_toml(&text) {
                Ok(rule) => rule,
                Err(e) if matches!(e.kind(), ErrorKind::Rule { .. }) => return Ok(false),
                Err(e) => return Err(e.to_string()),
            };
            let host = rule
                .hosts()
                .first()
                .cloned()
                .unwrap_or("chengju.example".into());
            let parser = Parser::new()
                .rules(RuleSet::empty().with(rule))
                .generic(round % 3 != 0)
                .url(format!("https://{host}"));
            check(&parser, &page, true).map(|()| true)
        });
        let why = match result {
            Ok(Ok(true)) => {
                used += 1;
                continue;
            }
            Ok(Ok(false)) => {
                refused += 1;
                continue;
            }
            Ok(Err(why)) => why,
            Err(_) => "panic".to_string(),
        };
        let path = std::env::temp_dir().join(format!("zhengwen-rule-{round}"));
        let _ = std::fs::write(path.with_extension("html"), &page);
        let _ = std::fs::write(path.with_extension("toml"), &text);
        let why: String = why.chars().take(600).collect();
        failed.push(format!("{}: {why}", path.display()));
    }
    let n = failed.len();
    failed.truncate(20);
    assert!(n == 0, "{n} of {}:\n{}", rounds(), failed.join("\n"));
    assert!(
        used > refused / 4 && refused > used / 20,
        "{used} used, {refused} refused"
    );
}
