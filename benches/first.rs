//! What the first page costs in a fresh process, beside the second: rules, patterns and tables are made on first use.
//!
//! `cargo bench --bench first` runs itself as a child again and again; the least is printed, for what else runs on the machine only adds
//! to it, and the median, in microseconds.

use std::process::Command;
use std::time::Instant;

use zhengwen::Parser;

const CHILDREN: usize = 21;

/// Pages of different layouts, charsets and states: address and bytes. Each needs other patterns.
const PAGES: &[(&str, &[u8])] = &[
    (
        "http://society.people.com.cn/n1/2024/0510/c1008-40230000.html",
        include_bytes!("../fixtures/people/2024-05-10-two-pages.html"),
    ),
    (
        "https://news.sina.com.cn/c/2024-05-13/doc-inavaaaa0000000.shtml",
        include_bytes!("../fixtures/sina/2024-05-13-tags-captions.html"),
    ),
    (
        "https://money.163.com/19/0907/13/EAAAAAAA00000000.html",
        include_bytes!("../fixtures/163/2019-09-07-gbk-source-below-body.html"),
    ),
    (
        "https://www.hk01.com/article/60290000",
        include_bytes!("../fixtures/hk01/2025-11-20-tailwind-two-headings.html"),
    ),
    (
        "https://www.toutiao.com/article/7370000000000000000/",
        include_bytes!("../fixtures/toutiao/2024-05-20-rendered.html"),
    ),
    (
        "https://36kr.com/p/2770000000000000",
        include_bytes!("../fixtures/36kr/2024-05-15-encrypted-state.html"),
    ),
    (
        "",
        include_bytes!("../fixtures/chengju/2023-11-18-wordpress.html"),
    ),
];

fn main() {
    if let Some(page) = std::env::var_os("ZHENGWEN_FIRST") {
        return child(page.to_str().and_then(|n| n.parse().ok()).unwrap_or(0));
    }
    let program = std::env::current_exe().expect("this program has a path");
    println!(
        "first parse, second parse, difference in µs (at most 2000): least of {CHILDREN}, then medians"
    );
    let mut worst = 0;
    for (page, (url, _)) in PAGES.iter().enumerate() {
        let mut runs: Vec<[u128; 3]> = (0..CHILDREN)
            .map(|_| {
                let out = Command::new(&program)
                    .env("ZHENGWEN_FIRST", page.to_string())
                    .output()
                    .expect("a child runs");
                let text = String::from_utf8(out.stdout).expect("a child prints numbers");
                let mut numbers = text
                    .split_whitespace()
                    .map(|n| n.parse().expect("a number"));
                [(); 3].map(|()| numbers.next().expect("three numbers"))
            })
            .collect();
        let mut of = |rank: usize| {
            [0, 1, 2].map(|i| {
                runs.sort_by_key(|run| run[i]);
                runs[rank][i]
            })
        };
        let ([first, second, _], medians) = (of(0), of(CHILDREN / 2));
        let difference = first.saturating_sub(second);
        worst = worst.max(difference);
        let [first_median, second_median, median] = medians;
        println!(
            "{first:>7} {second:>7} {difference:>7}  {first_median:>7} {second_median:>7} {median:>7}  {url}"
        );
    }
    println!("first minus second, at most: {worst} µs");
}

/// Parses the page twice.
fn child(page: usize) {
    let (url, bytes) = PAGES[page];
    let time = || {
        let start = Instant::now();
        let article = Parser::new().url(url).parse_bytes(bytes).expect("a page");
        assert!(article.metadata.title.is_some());
        start.elapsed().as_micros()
    };
    let (first, second) = (time(), time());
    println!("{first} {second} {}", first.saturating_sub(second));
}
