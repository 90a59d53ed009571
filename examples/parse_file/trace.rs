//! The trace in words: how each field came about.

use std::fmt::Write;

use zhengwen::{Candidate, FieldTrace, Trace};

use crate::layout::{cut, flat, width, wrap};

/// The trace, one finding a line. `columns` is at least 40.
pub fn render(trace: &Trace, columns: usize) -> String {
    let mut out = String::from("\n── 由来 ──\n");
    match &trace.rule {
        Some(rule) => {
            let template = rule.template + 1;
            let by = flat(&rule.by);
            let _ = writeln!(out, "规则    {}，模板 {template}，依据 {by}", rule.name);
        }
        None => out.push_str("规则    没有，用通用方法\n"),
    }
    if let Some(url) = &trace.refused_url {
        let _ = writeln!(out, "网址    {} 不是网址，没有用", flat(url));
    }
    if let Some(charset) = trace.charset {
        let _ = write!(out, "编码    {charset}");
        if trace.replaced > 0 {
            let _ = write!(out, "，坏字节 {} 处", trace.replaced);
        }
        out.push('\n');
    }
    out.push_str("\n字段（✓ 采用，✗ 落选）\n");
    for field in &trace.fields {
        one(&mut out, field, columns);
    }
    if !trace.roots.is_empty() {
        out.push_str("\n正文的候选（第一个采用）\n");
    }
    for (i, root) in trace.roots.iter().enumerate() {
        let mark = if i == 0 { '✓' } else { ' ' };
        let element = cut(&root.element, 30);
        let gap = " ".repeat(30_usize.saturating_sub(width(&element)));
        let start = cut(&root.start, columns.saturating_sub(46).max(10));
        let _ = writeln!(out, "  {mark}{:>9.1}  {element}{gap}  {start}", root.score);
    }
    if !trace.removed.is_empty() {
        out.push_str("\n从正文删去\n");
    }
    for removed in &trace.removed {
        let reason = flat(removed.reason.zh());
        let room = columns.saturating_sub(6 + width(&reason)).max(20);
        let _ = writeln!(out, "  {reason}：{}", cut(&removed.text, room));
    }
    out
}

fn one(out: &mut String, field: &FieldTrace, columns: usize) {
    let _ = writeln!(out, "{} {}", field.field, field.field.zh());
    let room = columns.saturating_sub(4);
    match &field.winner {
        Some(won) => {
            let origin = flat(&won.origin.zh());
            let _ = writeln!(out, "  ✓ {}", cut(&won.value, room));
            let _ = writeln!(out, "      由 {origin}（{:.2}）", won.confidence);
            witnesses(out, won, columns);
        }
        None => out.push_str("  （没有采用任何候选）\n"),
    }
    for lost in &field.lost {
        let origin = flat(&lost.origin.zh());
        let reason = lost.reason.map_or("没有记下原因", |reason| reason.zh());
        let _ = writeln!(out, "  ✗ {}", cut(&lost.value, room));
        let _ = writeln!(out, "      由 {origin}（{:.2}）：{reason}", lost.confidence);
        witnesses(out, lost, columns);
    }
}

/// What spoke for a value and against it, where that was weighed.
fn witnesses(out: &mut String, candidate: &Candidate, columns: usize) {
    let spoken: Vec<String> = candidate.witnesses.iter().map(|w| w.zh()).collect();
    for line in wrap(&spoken.join("，"), columns.saturating_sub(6)) {
        if !line.is_empty() {
            let _ = writeln!(out, "      {line}");
        }
    }
}
