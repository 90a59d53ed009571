//! Hostile pages at half and at full size: the times, and so the slope.

#[path = "../tests/hostile/pages.rs"]
mod pages;

use std::time::Duration;

use criterion::{BenchmarkId, Criterion, Throughput, criterion_group, criterion_main};
use zhengwen::Parser;

fn hostile(c: &mut Criterion) {
    let parser = Parser::new();
    let mut group = c.benchmark_group("hostile");
    // Three hundred measurements: short ones.
    group
        .sample_size(10)
        .warm_up_time(Duration::from_millis(200))
        .measurement_time(Duration::from_secs(1));
    for page in pages::PAGES {
        for size in [page.size / 2, page.size] {
            let html = (page.build)(size);
            group.throughput(Throughput::Bytes(html.len() as u64));
            group.bench_with_input(BenchmarkId::new(page.name, size), &html, |b, html| {
                b.iter(|| parser.parse(html));
            });
        }
    }
    group.finish();
}

criterion_group!(benches, hostile);
criterion_main!(benches);
