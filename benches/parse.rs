//! `Article::parse` beside `scraper::Html::parse_document` by the clock, on one thread and on two: megabytes a second, and the ratio
//! of the two in the same run. Which pages: see `pages`. Instructions are counted by the bench `instructions`.

mod pages;

use std::hint::black_box;
use std::sync::Barrier;
use std::thread;
use std::time::{Duration, Instant};

use pages::Page;
use scraper::Html;
use zhengwen::Parser;

/// Rounds over all pages; medians are shown.
const ROUNDS: usize = 21;
/// Passes over all pages that a thread makes in a round: beside them, ending a little sooner than another counts for nothing.
const PASSES: usize = 10;

fn main() {
    let pages = pages::asked_for();
    let parsers: Vec<Parser> = pages
        .iter()
        .map(|page| Parser::new().url(page.url.as_deref().unwrap_or_default()))
        .collect();
    let work: Vec<(&Page, &Parser)> = pages.iter().zip(&parsers).collect();
    // `cargo test --benches` only wants to know that it runs.
    if std::env::args().any(|word| word == "--test" || word == "--list") {
        ours(&work[..work.len().min(3)]);
        return;
    }
    println!(
        "{:>8} {:>9} {:>9} {:>6}  page",
        "bytes", "scraper", "zhengwen", "ratio"
    );
    for one in &work {
        let [bare, ours] = medians(std::slice::from_ref(one), [bare, ours]);
        let ratio = ours.as_secs_f64() / bare.as_secs_f64();
        println!(
            "{:>8} {bare:>9.1?} {ours:>9.1?} {ratio:>6.2}  {}",
            one.0.html.len(),
            one.0.name
        );
    }
    let bytes: usize = pages.iter().map(|page| page.html.len()).sum();
    let [bare, one, of_bytes] = medians(&work, [bare, ours, from_bytes]);
    let [alone, two] = best_on_threads(&work, [1, 2]);
    let speed = |passes: usize, time: Duration| {
        let seconds = time.as_secs_f64() / passes as f64;
        let megabytes = bytes as f64 / 1e6 / seconds;
        format!(
            "{megabytes:>6.1} MB/s {:>6.0} pages/s",
            pages.len() as f64 / seconds
        )
    };
    println!("all pages, medians of {ROUNDS} rounds:");
    println!("  scraper's bare parse    {}", speed(1, bare));
    println!(
        "  zhengwen, one thread    {}   {:.2} of the bare parse's time",
        speed(1, one),
        one.as_secs_f64() / bare.as_secs_f64()
    );
    println!("  zhengwen, from bytes    {}", speed(1, of_bytes));
    let times = |alone: Duration, two: Duration| 2.0 * alone.as_secs_f64() / two.as_secs_f64();
    println!(
        "  zhengwen, two threads   {}   {:.2} times one thread, best of {ROUNDS} rounds",
        speed(2 * PASSES, two.wall),
        times(alone.wall, two.wall)
    );
    if let (Some(alone), Some(two)) = (alone.cpu, two.cpu) {
        let times = times(alone, two);
        println!("  … by the processor's time of each thread: {times:.2} times one thread");
    }
}

type Work<'a> = [(&'a Page, &'a Parser)];

fn bare(work: &Work<'_>) {
    for (page, _) in work {
        drop(black_box(Html::parse_document(black_box(&page.html))));
    }
}

fn ours(work: &Work<'_>) {
    for (page, parser) in work {
        drop(black_box(parser.parse(black_box(&page.html))));
    }
}

fn from_bytes(work: &Work<'_>) {
    for (page, parser) in work {
        drop(black_box(parser.parse_bytes(black_box(&page.bytes))));
    }
}

/// Median times, taken in turns, so that a busy moment strikes all.
fn medians<const N: usize>(work: &Work<'_>, ways: [fn(&Work<'_>); N]) -> [Duration; N] {
    let mut times = [(); N].map(|()| Vec::with_capacity(ROUNDS));
    for _ in 0..ROUNDS {
        for (way, times) in ways.iter().zip(&mut times) {
            let start = Instant::now();
            way(work);
            times.push(start.elapsed());
        }
    }
    times.map(median)
}

/// What [`PASSES`] passes on each of some threads took.
#[derive(Clone, Copy)]
struct Times {
    /// From when all had read every page once until the last was done.
    wall: Duration,
    /// The processor's time of one of them, on average. It leaves out what other programs took, but not what the threads cost each
    /// other: memory, locks, caches. None where the system does not tell.
    cpu: Option<Duration>,
}

/// The best of some rounds, taken in turns: what else runs on the machine only makes them longer. Also one thread is one that was
/// started for it: the first of a process takes its memory elsewhere than all others.
fn best_on_threads<const N: usize>(work: &Work<'_>, counts: [usize; N]) -> [Times; N] {
    let mut best: [Option<Times>; N] = [None; N];
    for _ in 0..ROUNDS {
        for (count, best) in counts.into_iter().zip(&mut best) {
            let times = on_threads(count, work);
            *best = Some(best.map_or(times, |best| Times {
                wall: best.wall.min(times.wall),
                cpu: best.cpu.min(times.cpu),
            }));
        }
    }
    best.map(|best| best.expect("there are rounds"))
}

/// All threads do the same work, and begin it together.
fn on_threads(count: usize, work: &Work<'_>) -> Times {
    let warm = Barrier::new(count + 1);
    let (start, cpu) = thread::scope(|threads| {
        let all: Vec<_> = (0..count)
            .map(|_| {
                threads.spawn(|| {
                    ours(work);
                    warm.wait();
                    let start = cpu_time();
                    (0..PASSES).for_each(|_| ours(work));
                    Some(cpu_time()? - start?)
                })
            })
            .collect();
        warm.wait();
        let start = Instant::now();
        let cpu: Option<Duration> = all.into_iter().map(|t| t.join().expect("it reads")).sum();
        (start, cpu)
    });
    Times {
        wall: start.elapsed(),
        cpu: cpu.map(|cpu| cpu / count as u32),
    }
}

/// The processor's time that this thread took so far, as Linux tells it.
fn cpu_time() -> Option<Duration> {
    let told = std::fs::read_to_string("/proc/thread-self/schedstat").ok()?;
    let nanos = told.split_whitespace().next()?.parse().ok()?;
    Some(Duration::from_nanos(nanos))
}

fn median(mut times: Vec<Duration>) -> Duration {
    times.sort_unstable();
    times[times.len() / 2]
}
