//! The trace in words: how each field came about.

use std::fmt::Write;

use zhengwen::Trace;

use crate::layout::cut;

pub fn render(trace: &Trace, columns: usize) -> String {
    let mut out = String::from("\n── 由来 ──\n");
    match &trace.rule {
        Some(rule) => {
            let _ = writeln!(
                out,
                "规则    {}，第 {} 个模板，依据：{}",
                rule.name,
                rule.template + 1,
                rule.by
            );
        }
        None => out.push_str("规则    无，用通用方法\n"),
    }
    if let Some(charset) = trace.charset {
        let _ = writeln!(out, "编码    {charset}，坏字节 {} 处", trace.replaced);
    }
    for field in &trace.fields {
        match &field.winner {
            Some(won) => {
                let value = cut(&won.value.replace('\n', " | "), columns.saturating_sub(30));
                let _ = writeln!(
                    out,
                    "{}\n  ✓ {value}\n      ← {}（{:.2}）",
                    field.field, won.origin, won.confidence
                );
            }
            None => {
                let _ = writeln!(out, "{}\n  ✗ 无", field.field);
            }
        }
        for lost in &field.lost {
            let value = cut(&lost.value.replace('\n', " | "), columns.saturating_sub(40));
            let _ = writeln!(
                out,
                "  - {value}\n      ← {}：{}",
                lost.origin,
                lost.reason.unwrap_or("")
            );
        }
    }
    for (i, root) in trace.roots.iter().enumerate() {
        let head = if i == 0 { "正文位置候选\n" } else { "" };
        let _ = writeln!(
            out,
            "{head}  {:>8.1}  {}  {}",
            root.score,
            cut(&root.element, 40),
            cut(&root.start.replace('\n', " | "), 30)
        );
    }
    for (i, removed) in trace.removed.iter().enumerate() {
        let head = if i == 0 { "从正文删去\n" } else { "" };
        let text = cut(
            &removed.text.replace('\n', " | "),
            columns.saturating_sub(30),
        );
        let _ = writeln!(out, "{head}  {}：{text}", removed.reason);
    }
    out
}
