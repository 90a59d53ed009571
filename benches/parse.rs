//! `Article::parse` beside `scraper::Html::parse_document` on the same pages, so that the ratio is read in one run.
//!
//! Pages are those of `fixtures/`, or of the folder that `ZHENGWEN_PAGES` names.

use std::hint::black_box;
use std::path::{Path, PathBuf};
use std::time::Instant;

use criterion::{Criterion, Throughput};
use zhengwen::{Article, decode};

fn main() {
    let pages = pages();
    let mut criterion = Criterion::default().configure_from_args().sample_size(20);
    for (size, html) in &pages {
        let mut group = criterion.benchmark_group(*size);
        group.throughput(Throughput::Bytes(html.len() as u64));
        group.bench_function("scraper::Html::parse_document", |b| {
            b.iter(|| scraper::Html::parse_document(black_box(html)));
        });
        group.bench_function("zhengwen::Article::parse", |b| {
            b.iter(|| Article::parse(black_box(html)));
        });
        group.finish();
    }
    criterion.final_summary();
    for (size, html) in &pages {
        println!(
            "{size:<8} {:>8} bytes   ratio {:.2}",
            html.len(),
            ratio(html)
        );
    }
}

/// Median time of the crate over the median time of the bare parse, taken in turns.
fn ratio(html: &str) -> f64 {
    let mut ours = Vec::new();
    let mut bare = Vec::new();
    for _ in 0..41 {
        let start = Instant::now();
        black_box(scraper::Html::parse_document(black_box(html)));
        bare.push(start.elapsed());
        let start = Instant::now();
        let _ = black_box(Article::parse(black_box(html)));
        ours.push(start.elapsed());
    }
    ours.sort_unstable();
    bare.sort_unstable();
    ours[ours.len() / 2].as_secs_f64() / bare[bare.len() / 2].as_secs_f64()
}

/// A small, a middle and a large page: at a tenth, half and nine tenths of all by size.
fn pages() -> Vec<(&'static str, String)> {
    let folder = std::env::var_os("ZHENGWEN_PAGES").map_or_else(
        || Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures"),
        PathBuf::from,
    );
    let mut all: Vec<String> = Vec::new();
    let mut folders = vec![folder];
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(folder).into_iter().flatten().flatten() {
            let path = entry.path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_none_or(|e| e != "url")
                && let Ok(bytes) = std::fs::read(&path)
            {
                all.push(decode(&bytes, None).text.into_owned());
            }
        }
    }
    if all.is_empty() {
        let paragraph =
            "<p>城东公园今天上午正式向市民开放，园内步道、湖区和儿童乐园同时启用，全天免费。</p>";
        all = [20, 200, 2000]
            .iter()
            .map(|n| format!("<html><head><title>城东公园今起开放</title></head><body><h1>城东公园今起开放</h1><div>{}</div></body></html>", paragraph.repeat(*n)))
            .collect();
    }
    all.sort_by_key(String::len);
    // Rounded, so that three pages are three sizes.
    let at = |tenth: usize| all[((all.len() - 1) * tenth + 5) / 10].clone();
    vec![("small", at(1)), ("middle", at(5)), ("large", at(9))]
}
