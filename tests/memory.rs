//! What the worst pages take of memory: the heap's peak while each hostile page is read and rendered. Times are in `hostile`.

#[path = "hostile/pages.rs"]
mod pages;

use std::alloc::{GlobalAlloc, Layout, System};
use std::sync::atomic::{AtomicUsize, Ordering::Relaxed};

use pages::PAGES;
use zhengwen::{Body, Parser};

/// Bytes of heap that reading one page may take at most, the page itself included.
const MOST: usize = 300 << 20;

static LIVE: AtomicUsize = AtomicUsize::new(0);
static PEAK: AtomicUsize = AtomicUsize::new(0);

/// The system's allocator, counted.
struct Counted;

fn took(bytes: usize) {
    let live = LIVE.fetch_add(bytes, Relaxed) + bytes;
    PEAK.fetch_max(live, Relaxed);
}

// SAFETY: every call is the system allocator's own; only numbers are kept beside it.
unsafe impl GlobalAlloc for Counted {
    unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
        took(layout.size());
        unsafe { System.alloc(layout) }
    }

    unsafe fn dealloc(&self, pointer: *mut u8, layout: Layout) {
        LIVE.fetch_sub(layout.size(), Relaxed);
        unsafe { System.dealloc(pointer, layout) }
    }

    unsafe fn realloc(&self, pointer: *mut u8, layout: Layout, size: usize) -> *mut u8 {
        // The old block may stand beside the new one for a moment.
        took(size);
        LIVE.fetch_sub(layout.size(), Relaxed);
        unsafe { System.realloc(pointer, layout, size) }
    }
}

#[global_allocator]
static ALLOCATOR: Counted = Counted;

#[test]
fn no_page_takes_more_than_300_megabytes() {
    let parser = Parser::new();
    let mut peaks: Vec<(usize, &str)> = PAGES
        .iter()
        .map(|page| {
            // A sixteenth in debug builds, where the limit says little; `.ci/run` has all of it.
            let html = (page.build)(page.size / if cfg!(debug_assertions) { 16 } else { 1 });
            PEAK.store(LIVE.load(Relaxed), Relaxed);
            let read = parser.parse(&html);
            let mut peak = PEAK.load(Relaxed);
            if let Ok(article) = read {
                // One output at a time, as a caller has them.
                let renderers = [Body::text, Body::html, Body::markdown];
                for render in renderers {
                    render(&article.body);
                }
                peak = peak.max(PEAK.load(Relaxed));
                serde_json::to_string(&article).expect("an article is JSON");
                peak = peak.max(PEAK.load(Relaxed));
            }
            (peak, page.name)
        })
        .collect();
    peaks.sort_unstable_by(|a, b| b.cmp(a));
    for (peak, name) in peaks.iter().take(8) {
        println!("{:>4} MB  {name}", peak >> 20);
    }
    let (most, name) = peaks[0];
    assert!(most < MOST, "{name}: {} MB", most >> 20);
}
