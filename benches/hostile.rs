//! Hostile pages at half and at full size: the times, and so the slope.

#[path = "../tests/hostile/pages.rs"]
mod pages;

use std::hint::black_box;
use std::time::Instant;

use zhengwen::Parser;

const ROUNDS: usize = 5;

fn main() {
    // `cargo test --benches` only wants to know that it runs.
    let rounds = if std::env::args().any(|word| word == "--test" || word == "--list") {
        1
    } else {
        ROUNDS
    };
    let parser = Parser::new();
    println!(
        "medians of {rounds} in ms, at half and at full size; slope: what twice the page costs"
    );
    for page in pages::PAGES {
        let [half, full] = [page.size / 2, page.size].map(|size| {
            let html = (page.build)(size);
            let mut times: Vec<f64> = (0..rounds).map(|_| time(&parser, &html)).collect();
            times.sort_by(f64::total_cmp);
            times[rounds / 2]
        });
        println!(
            "{half:>9.2} {full:>9.2}   slope {:>5.2}   {}",
            full / half,
            page.name
        );
    }
}

/// One parse, in milliseconds. A page that is refused counts as well: refusing must not take long.
fn time(parser: &Parser, html: &str) -> f64 {
    let start = Instant::now();
    drop(black_box(parser.parse(black_box(html))));
    start.elapsed().as_secs_f64() * 1000.0
}
