//! The progress bar: on a terminal, and nowhere else.

use std::io::{self, IsTerminal};
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering::Relaxed};
use std::time::Duration;

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};
use walkdir::WalkDir;

use super::summary::Summary;

/// A bar, or none.
pub struct Progress {
    bar: Option<ProgressBar>,
    /// Bytes read of the inputs.
    count: Arc<AtomicU64>,
}

impl Progress {
    /// A bar over these files and folders, if standard error is a terminal. `None` for inputs whose size is not known.
    pub fn new(inputs: Option<Vec<PathBuf>>, count: Arc<AtomicU64>, quiet: bool) -> Self {
        if quiet || !io::stderr().is_terminal() {
            return Self { bar: None, count };
        }
        let bar = ProgressBar::with_draw_target(None, ProgressDrawTarget::stderr_with_hz(5));
        style(&bar, "{spinner} {pos:>0} {elapsed} {msg}");
        bar.enable_steady_tick(Duration::from_millis(200));
        if let Some(inputs) = inputs {
            // Adding up a folder of a million pages takes a while; the bar is a spinner until then.
            let bar = bar.clone();
            std::thread::spawn(move || {
                bar.set_length(inputs.into_iter().map(size).sum());
                style(&bar, "{wide_bar} {percent:>3}% {msg} 还要 {eta}");
            });
        }
        Self {
            bar: Some(bar),
            count,
        }
    }

    /// Shows how far it is.
    pub fn show(&self, summary: &Summary) {
        let Some(bar) = &self.bar else { return };
        bar.set_position(self.count.load(Relaxed));
        let seconds = bar.elapsed().as_secs_f64().max(0.001);
        #[allow(clippy::cast_precision_loss)] // for reading
        let (pages, megabytes) = (
            summary.records as f64 / seconds,
            summary.bytes as f64 / 1e6 / seconds,
        );
        bar.set_message(format!(
            "{} 页，{pages:.0} 页/秒，{megabytes:.1} MB/秒，出错 {}",
            summary.records, summary.errors
        ));
    }

    /// Takes the bar away.
    pub fn finish(&self) {
        if let Some(bar) = &self.bar {
            bar.finish_and_clear();
        }
    }
}

fn style(bar: &ProgressBar, template: &str) {
    if let Ok(style) = ProgressStyle::with_template(template) {
        bar.set_style(style);
    }
}

fn size(path: PathBuf) -> u64 {
    WalkDir::new(path)
        .follow_links(true)
        .into_iter()
        .filter_map(|entry| entry.ok()?.metadata().ok())
        .filter(std::fs::Metadata::is_file)
        .map(|m| m.len())
        .sum()
}
