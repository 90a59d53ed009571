//! What a run came to, in numbers. Counts only.

use std::collections::BTreeMap;
use std::fmt::Write;
use std::time::Duration;

use super::record::Sort;
use super::work::Done;

/// Sites named in the summary.
const SITES: usize = 10;

/// The numbers of a run.
#[derive(Debug, Default)]
pub struct Summary {
    /// Records gone through.
    pub records: u64,
    /// Of these, written by an earlier run.
    pub skipped: u64,
    pub errors: u64,
    /// Bytes of pages.
    pub bytes: u64,
    kinds: BTreeMap<&'static str, u64>,
    sorts: BTreeMap<Sort, u64>,
    sites: BTreeMap<String, u64>,
}

impl Summary {
    /// Counts a record.
    pub fn add(&mut self, done: &Done) {
        self.records += 1;
        self.bytes += done.bytes as u64;
        if let Some(kind) = done.kind {
            *self.kinds.entry(kind).or_default() += 1;
        }
        if let Some(sort) = done.sort {
            self.errors += 1;
            *self.sorts.entry(sort).or_default() += 1;
        }
        if let Some(site) = &done.site {
            match self.sites.get_mut(site) {
                Some(count) => *count += 1,
                None => {
                    self.sites.insert(site.clone(), 1);
                }
            }
        }
    }

    /// The summary, a few lines.
    pub fn render(&self, took: Duration, jobs: usize) -> String {
        let seconds = took.as_secs_f64().max(1e-9);
        let mut out = format!("{} 条", self.records);
        if self.skipped > 0 {
            let _ = write!(out, "（另有 {} 条上次已写出）", self.skipped);
        }
        #[allow(clippy::cast_precision_loss)] // for reading
        let (pages, megabytes) = (
            self.records as f64 / seconds,
            self.bytes as f64 / 1e6 / seconds,
        );
        let _ = writeln!(
            out,
            "，{seconds:.1} 秒，{pages:.0} 页/秒，{megabytes:.1} MB/秒，同时 {jobs} 页"
        );
        let kinds = self.kinds.iter().map(|(kind, n)| (kind_zh(kind), *n));
        row(&mut out, "类型", sorted(kinds), usize::MAX);
        let sorts = self.sorts.iter().map(|(sort, n)| (sort.zh(), *n));
        row(&mut out, "出错", sorted(sorts), usize::MAX);
        let sites = self.sites.iter().map(|(site, n)| (site.as_str(), *n));
        row(&mut out, "网站", sorted(sites), SITES);
        out
    }
}

fn sorted<'a>(counts: impl Iterator<Item = (&'a str, u64)>) -> Vec<(&'a str, u64)> {
    let mut counts: Vec<_> = counts.collect();
    counts.sort_by_key(|&(_, n)| std::cmp::Reverse(n));
    counts
}

fn row(out: &mut String, label: &str, counts: Vec<(&str, u64)>, most: usize) {
    if counts.is_empty() {
        return;
    }
    let shown: Vec<String> = counts
        .iter()
        .take(most)
        .map(|(name, n)| format!("{name} {n}"))
        .collect();
    let _ = write!(out, "{label}：{}", shown.join("，"));
    if counts.len() > most {
        let rest: u64 = counts[most..].iter().map(|c| c.1).sum();
        let _ = write!(out, "，其余 {} 个 {rest}", counts.len() - most);
    }
    out.push('\n');
}

fn kind_zh(kind: &str) -> &str {
    match kind {
        "article" => "文章",
        "list" => "列表",
        "gallery" => "图集",
        "video" => "视频",
        "live" => "直播",
        "missing" => "不存在",
        "blocked" => "被拦下",
        _ => "其他",
    }
}
