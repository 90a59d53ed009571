//! The trace in words, Chinese or English: how each field came about.

use std::fmt::Write;

use zhengwen::{Candidate, FieldTrace, Trace};

use crate::lang::Lang;
use crate::layout::{cut, flat, width, wrap};

/// The trace, one finding a line. `columns` is at least 40.
pub fn render(trace: &Trace, columns: usize, lang: Lang) -> String {
    let mut out = String::from(lang.pick("\n── 由来 ──\n", "\n── how it came about ──\n"));
    match &trace.rule {
        Some(rule) => {
            let template = rule.template + 1;
            let by = flat(&rule.by);
            let name = &rule.name;
            let _ = match lang {
                Lang::Zh => writeln!(out, "规则    {name}，模板 {template}，依据 {by}"),
                Lang::En => writeln!(out, "rule    {name}, template {template}, by {by}"),
            };
        }
        None => out.push_str(lang.pick(
            "规则    没有，用通用方法\n",
            "rule    none, read by the generic extractor\n",
        )),
    }
    if let Some(url) = &trace.refused_url {
        let url = flat(url);
        let _ = match lang {
            Lang::Zh => writeln!(out, "网址    {url} 不是网址，没有用"),
            Lang::En => writeln!(out, "URL     {url} is no URL, not used"),
        };
    }
    if let Some(charset) = trace.charset {
        let _ = write!(out, "{} {charset}", lang.pick("编码   ", "charset"));
        let broken = trace.replaced;
        if broken > 0 {
            let _ = match lang {
                Lang::Zh => write!(out, "，坏字节 {broken} 处"),
                Lang::En => write!(out, ", broken in {broken} places"),
            };
        }
        out.push('\n');
    }
    out.push_str(lang.pick("\n字段（✓ 采用，✗ 落选）\n", "\nfields (✓ taken, ✗ lost)\n"));
    for field in &trace.fields {
        one(&mut out, field, columns, lang);
    }
    if !trace.roots.is_empty() {
        out.push_str(lang.pick(
            "\n正文的候选（第一个采用）\n",
            "\ncandidates for the body (the first is taken)\n",
        ));
    }
    for (i, root) in trace.roots.iter().enumerate() {
        let mark = if i == 0 { '✓' } else { ' ' };
        let element = cut(&root.element, 30);
        let gap = " ".repeat(30_usize.saturating_sub(width(&element)));
        let start = cut(&root.start, columns.saturating_sub(46).max(10));
        let _ = writeln!(out, "  {mark}{:>9.1}  {element}{gap}  {start}", root.score);
    }
    if !trace.removed.is_empty() {
        out.push_str(lang.pick("\n从正文删去\n", "\ncut from the body\n"));
    }
    for removed in &trace.removed {
        let reason = match lang {
            Lang::Zh => format!("{}：", removed.reason.zh()),
            Lang::En => format!("{}: ", removed.reason),
        };
        let reason = flat(&reason);
        let room = columns.saturating_sub(4 + width(&reason)).max(20);
        let _ = writeln!(out, "  {reason}{}", cut(&removed.text, room));
    }
    out
}

fn one(out: &mut String, field: &FieldTrace, columns: usize, lang: Lang) {
    let _ = match lang {
        Lang::Zh => writeln!(out, "{} {}", field.field, field.field.zh()),
        Lang::En => writeln!(out, "{}", field.field),
    };
    let room = columns.saturating_sub(4);
    match &field.winner {
        Some(won) => {
            let _ = writeln!(out, "  ✓ {}", cut(&won.value, room));
            let _ = writeln!(out, "      {}", origin(won, lang));
            witnesses(out, won, columns, lang);
        }
        None => out.push_str(lang.pick("  （没有采用任何候选）\n", "  (no candidate is taken)\n")),
    }
    for lost in &field.lost {
        let _ = writeln!(out, "  ✗ {}", cut(&lost.value, room));
        let reason = match (lost.reason, lang) {
            (Some(reason), Lang::Zh) => format!("：{}", reason.zh()),
            (Some(reason), Lang::En) => format!(": {reason}"),
            (None, _) => lang
                .pick("：没有记下原因", ": no reason is on record")
                .to_string(),
        };
        let _ = writeln!(out, "      {}{reason}", origin(lost, lang));
        witnesses(out, lost, columns, lang);
    }
}

/// Where a value stood, and how sure that is.
fn origin(candidate: &Candidate, lang: Lang) -> String {
    let sure = candidate.confidence;
    match lang {
        Lang::Zh => format!("由 {}（{sure:.2}）", flat(&candidate.origin.zh())),
        Lang::En => format!("by {} ({sure:.2})", flat(&candidate.origin.to_string())),
    }
}

/// What spoke for a value and against it, where that was weighed.
fn witnesses(out: &mut String, candidate: &Candidate, columns: usize, lang: Lang) {
    let spoken = candidate.witnesses.iter().map(|witness| match lang {
        Lang::Zh => witness.zh(),
        Lang::En => witness.to_string(),
    });
    let spoken = spoken.collect::<Vec<_>>().join(lang.pick("，", ", "));
    for line in wrap(&spoken, columns.saturating_sub(6)) {
        if !line.is_empty() {
            let _ = writeln!(out, "      {line}");
        }
    }
}
