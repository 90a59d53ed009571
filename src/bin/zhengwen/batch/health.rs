//! `zhengwen health`: what the rules are worth on many pages, and what is worse than it was. The sums are the library's `Coverage`.

use std::fmt::Write as _;
use std::fs;
use std::io::{self, Write};
use std::sync::Arc;
use std::sync::atomic::AtomicU64;
use std::thread;

use crossbeam_channel::{Receiver, bounded};
use zhengwen::{Change, Coverage, Limits, Parser, RuleSet, SiteCoverage};

use super::cores;
use super::record::{Fault, Record};
use super::source::{self, Records, Settings};
use super::work::{Shape, Worker};
use crate::args::{Health, InputFormat};
use crate::complain;
use crate::status::Status;

/// Reads all inputs, with rules and without, and tells what the rules did.
pub fn run(args: &Health) -> Status {
    let (parser, baseline) = match (args.reading.parser().map_err(String::from), baseline(args)) {
        (Ok(parser), Ok(baseline)) => (parser, baseline),
        (Err(why), _) | (_, Err(why)) => {
            complain(&format!("zhengwen：{why}\n"));
            return Status::Misuse;
        }
    };
    let limit = Limits::default().bytes;
    let worker = Arc::new(Worker {
        parser,
        charset: None,
        keys: args.keys.clone(),
        shape: Shape::Whole,
        only: Vec::new(),
        limit,
    });
    let settings = Settings {
        format: InputFormat::Auto,
        limit,
        count: Arc::new(AtomicU64::new(0)),
    };
    // A bug on one page is told as that page's fault.
    std::panic::set_hook(Box::new(|_| {}));
    let jobs = args.jobs.map_or_else(cores, usize::from);
    let (send, records) = bounded::<Record>(jobs * 2);
    let workers: Vec<_> = (0..jobs)
        .map(|_| {
            let (worker, records) = (worker.clone(), records.clone());
            thread::spawn(move || work(&worker, &records))
        })
        .collect();
    drop(records);
    for record in Records::new(source::inputs(&args.inputs), settings) {
        if send.send(record).is_err() {
            break;
        }
    }
    drop(send);
    let (mut coverage, mut damaged) = (Coverage::default(), 0);
    for worker in workers {
        if let Ok((own, unread)) = worker.join() {
            coverage.merge(&own);
            damaged += unread;
        }
    }
    let worse = baseline.map(|baseline| coverage.worse_than(&baseline));
    let text = match args.json {
        true => serde_json::to_string_pretty(&coverage).unwrap_or_default() + "\n",
        false => render(&coverage),
    };
    let mut out = io::stdout().lock();
    if out
        .write_all(text.as_bytes())
        .and_then(|()| out.flush())
        .is_err()
    {
        return Status::Stopped;
    }
    let worse = worse.unwrap_or_default();
    if !worse.is_empty() {
        complain(&told(&worse));
    }
    match damaged {
        _ if !worse.is_empty() => Status::Worse,
        0 => Status::Whole,
        n => {
            complain(&format!("{n} 条读不出来\n"));
            Status::Damaged
        }
    }
}

fn baseline(args: &Health) -> Result<Option<Coverage>, String> {
    let Some(path) = &args.baseline else {
        return Ok(None);
    };
    let named = |why: String| format!("{}：{why}", path.display());
    let text = fs::read_to_string(path).map_err(|e| named(crate::input::reason(&e).into()))?;
    serde_json::from_str(&text)
        .map(Some)
        .map_err(|e| named(format!("不是 zhengwen health --json 的输出（{e}）")))
}

/// One worker's share of the pages, and how many of them could not be read.
fn work(worker: &Worker, records: &Receiver<Record>) -> (Coverage, u64) {
    let generic: Parser = worker.parser.clone().rules(RuleSet::empty());
    let (mut coverage, mut unread) = (Coverage::default(), 0);
    for mut record in records {
        let read: Result<_, Fault> = worker.read(&mut record, &mut 0, |input| {
            let (article, trace) = worker.parser.read_traced(input)?;
            // Only the pages of rules are compared.
            let other = article.site.is_some().then(|| generic.read(input));
            Ok((article, trace, other.transpose()?))
        });
        match read {
            Ok((article, trace, generic)) => coverage.add(&article, &trace, generic.as_ref()),
            Err(_) => unread += 1,
        }
    }
    (coverage, unread)
}

fn percent(part: u64, whole: u64) -> String {
    format!("{:.0}%", part as f64 * 100.0 / whole.max(1) as f64)
}

/// A table for people.
fn render(coverage: &Coverage) -> String {
    let mut out = String::new();
    let mut sites: Vec<_> = coverage.sites.iter().collect();
    sites.sort_by_key(|(_, site)| std::cmp::Reverse(site.pages));
    for (name, site) in sites {
        one(&mut out, name, site);
    }
    let unruled: u64 = coverage.unruled.values().sum();
    if unruled > 0 {
        let _ = writeln!(out, "没有规则的网页 {unruled} 页");
        let mut hosts: Vec<_> = coverage.unruled.iter().collect();
        hosts.sort_by_key(|(_, pages)| std::cmp::Reverse(**pages));
        for (host, pages) in hosts.into_iter().take(20) {
            let _ = writeln!(out, "  {pages:>6}  {host}");
        }
    }
    out
}

fn one(out: &mut String, name: &str, site: &SiteCoverage) {
    let _ = writeln!(out, "══ {name}  {} 页", site.pages);
    for (n, template) in &site.templates {
        let _ = writeln!(out, "  模板 {}  {} 页", n + 1, template.pages);
        let removers = template.removers.iter();
        let removers = removers.map(|(s, told)| (format!("remove {s}"), told));
        let steps = template.steps.iter().map(|(s, told)| (s.clone(), told));
        for (step, told) in steps.chain(removers) {
            let hits = percent(told.hits, told.tried);
            let wins = percent(told.wins, told.tried);
            let mark = if told.hits == 0 { "✗" } else { "✓" };
            let _ = writeln!(out, "    {mark} 命中 {hits:>4}  采用 {wins:>4}  {step}");
        }
    }
    let layouts: u64 = site.new_layouts.values().sum();
    if layouts > 0 {
        let _ = writeln!(out, "  没有模板适用 {layouts} 页");
        for (layout, pages) in &site.new_layouts {
            let _ = writeln!(out, "    {pages:>6}  {layout}");
        }
    }
    for (field, told) in &site.fields {
        let filled = percent(told.filled, site.pages);
        let ruled = percent(told.ruled, site.pages);
        let agreed = percent(told.agreed, told.compared);
        let _ = writeln!(
            out,
            "  {field:<14} 有 {filled:>4}  由规则 {ruled:>4}  与通用方法相同 {agreed:>4}"
        );
    }
    out.push('\n');
}

/// What is worse than in the baseline, a line each.
fn told(worse: &[Change]) -> String {
    let mut out = String::from("比基线差：\n");
    for change in worse {
        let _ = writeln!(
            out,
            "  {}：{}：{}（{:.0}% → {:.0}%）",
            change.site,
            change.what.zh(),
            change.of,
            change.before * 100.0,
            change.now * 100.0
        );
    }
    out
}
