//! `Article::parse` beside `scraper::Html::parse_document` on the same pages, so that the ratio is read in one run.
//!
//! Pages are those of `fixtures/`, or of the folder that `ZHENGWEN_PAGES` names, with all folders below it.

use std::hint::black_box;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use zhengwen::{Article, decode};

/// Rounds of the measurement.
const ROUNDS: usize = 41;

fn main() {
    let pages = pages();
    // `cargo test --benches` only wants to know that it runs.
    let rounds = if std::env::args().any(|word| word == "--test" || word == "--list") {
        1
    } else {
        ROUNDS
    };
    for (size, html) in &pages {
        let bytes = html.len();
        if Article::parse(html).is_err() {
            println!("{size:<6} {bytes:>8} bytes   not parsed: no ratio");
            continue;
        }
        let (bare, ours) = medians(html, rounds);
        let ratio = ours.as_secs_f64() / bare.as_secs_f64();
        println!(
            "{size:<6} {bytes:>8} bytes   scraper {bare:>9.1?}   zhengwen {ours:>9.1?}   ratio {ratio:.2}"
        );
    }
}

/// Median times of the bare parse and of the crate, taken in turns, so that a busy moment strikes both.
fn medians(html: &str, rounds: usize) -> (Duration, Duration) {
    let mut bare = Vec::with_capacity(rounds);
    let mut ours = Vec::with_capacity(rounds);
    for _ in 0..rounds {
        bare.push(time(|| scraper::Html::parse_document(black_box(html))));
        ours.push(time(|| Article::parse(black_box(html))));
    }
    bare.sort_unstable();
    ours.sort_unstable();
    (bare[rounds / 2], ours[rounds / 2])
}

/// The time until the result is there. Dropping it counts as well.
fn time<T>(work: impl FnOnce() -> T) -> Duration {
    let start = Instant::now();
    drop(black_box(work()));
    start.elapsed()
}

/// A small, a middle and a large page: at a tenth, half and nine tenths of all by size.
fn pages() -> Vec<(&'static str, String)> {
    let folder = std::env::var_os("ZHENGWEN_PAGES").map_or_else(
        || Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures"),
        PathBuf::from,
    );
    let files = files(folder);
    [("small", 1, 20), ("middle", 5, 200), ("large", 9, 2000)]
        .into_iter()
        .map(|(size, tenth, paragraphs)| {
            let file = files.get(files.len().saturating_sub(1) * tenth / 10);
            let bytes = file.and_then(|path| std::fs::read(path).ok());
            let html = bytes.map_or_else(
                || synthetic(paragraphs),
                |bytes| decode(&bytes, None).text.into_owned(),
            );
            (size, html)
        })
        .collect()
}

/// All pages in and below a folder, the smallest first.
fn files(folder: PathBuf) -> Vec<PathBuf> {
    let mut found = Vec::new();
    let mut folders = vec![folder];
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(folder).into_iter().flatten().flatten() {
            let path = entry.path();
            let name = path.extension().and_then(|e| e.to_str());
            // Links to folders are not followed: they may lead in a circle.
            if entry.file_type().is_ok_and(|t| t.is_dir()) {
                folders.push(path);
            } else if name.is_some_and(|e| ["html", "htm", "shtml"].contains(&e))
                && let Ok(metadata) = std::fs::metadata(&path)
            {
                found.push((metadata.len(), path));
            }
        }
    }
    found.sort();
    found.into_iter().map(|(_, path)| path).collect()
}

/// A page of invented text, where there are no others.
fn synthetic(paragraphs: usize) -> String {
    let links = "<li><a href=\"/2024/0510/2.html\">橙橘河两岸新添三处亲水平台</a></li>".repeat(20);
    let text: String = (1..=paragraphs)
        .map(|n| {
            format!(
                "<p>　　城东公园今天上午正式向市民开放，第{n}段步道、湖区和儿童乐园同时启用，全天免费。</p>"
            )
        })
        .collect();
    format!(
        "<!DOCTYPE html><html><head><meta charset=\"utf-8\"><title>城东公园今起开放_橙橘网</title></head><body>\
         <ul class=\"nav\">{links}</ul><h1>城东公园今起开放</h1>\
         <p class=\"info\">2024-05-10 06:58 来源：橙橘网 作者：张三</p>\
         <div id=\"content\">{text}<p>（责任编辑：王小明）</p></div>\
         <h3>相关阅读</h3><ul>{links}</ul></body></html>"
    )
}
