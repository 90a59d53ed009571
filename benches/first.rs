//! What the first page costs in a fresh process, beside the second: rules, patterns and tables are made on first use.
//!
//! `cargo bench --bench first` runs itself as a child again and again; medians are printed, in microseconds.

use std::process::Command;
use std::time::Instant;

use zhengwen::Parser;

const CHILDREN: usize = 41;
const PAGE: &[u8] = include_bytes!("../fixtures/people/2024-05-10-two-pages.html");
const URL: &str = "http://society.people.com.cn/n1/2024/0510/c1008-40230000.html";

fn main() {
    if std::env::var_os("ZHENGWEN_FIRST").is_some() {
        return child();
    }
    let program = std::env::current_exe().expect("this program has a path");
    let mut runs: Vec<[u128; 3]> = (0..CHILDREN)
        .map(|_| {
            let out = Command::new(&program)
                .env("ZHENGWEN_FIRST", "1")
                .output()
                .expect("a child runs");
            let text = String::from_utf8(out.stdout).expect("a child prints numbers");
            let mut numbers = text
                .split_whitespace()
                .map(|n| n.parse().expect("a number"));
            [(); 3].map(|()| numbers.next().expect("three numbers"))
        })
        .collect();
    let mut median = |i: usize| {
        runs.sort_by_key(|run| run[i]);
        runs[CHILDREN / 2][i]
    };
    println!("first parse        {:>7} µs", median(0));
    println!("second parse       {:>7} µs", median(1));
    println!("first minus second {:>7} µs (at most 5000)", median(2));
}

/// Parses the page twice.
fn child() {
    let time = || {
        let start = Instant::now();
        let article = Parser::new().url(URL).parse_bytes(PAGE).expect("a page");
        assert!(article.metadata.title.is_some());
        start.elapsed().as_micros()
    };
    let (first, second) = (time(), time());
    println!("{first} {second} {}", first.saturating_sub(second));
}
