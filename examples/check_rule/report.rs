//! What is printed of one page. Not the summary over all pages (see `tally`).

use std::fmt::Write;

use zhengwen::{Article, Candidate, Field, FieldTrace, Origin, Refusal, Rule, StepId, Trace};

use crate::value::value;

/// One page, read by the rule alone and without any.
pub struct Page {
    pub file: String,
    pub url: Option<String>,
    /// The address the page was read under, if its own did not lead to the rule.
    pub stand_in: Option<String>,
    pub article: Article,
    pub trace: Trace,
    pub generic: Article,
}

impl Page {
    /// Whether the page's own address or source led to the rule, and one of its templates fits.
    pub fn is_ruled(&self) -> bool {
        self.stand_in.is_none() && self.trace.rule.is_some()
    }

    /// What the trace has on a field; related lists have one record each.
    pub fn records(&self, field: Field) -> impl Iterator<Item = &FieldTrace> {
        self.trace.fields.iter().filter(move |f| f.field == field)
    }
}

/// The step, if a candidate came from one of the rule.
pub fn step(candidate: &Candidate) -> Option<&StepId> {
    match &candidate.origin {
        Origin::Rule(step) => Some(step),
        _ => None,
    }
}

/// Whether a step found nothing at all.
pub fn is_miss(candidate: &Candidate) -> bool {
    candidate.reason == Some(Refusal::MatchedNothing)
}

pub fn render(rule: &Rule, page: &Page) -> String {
    let mut out = format!("══ {}\n", page.file);
    let _ = writeln!(
        out,
        "地址  {}",
        page.url.as_deref().unwrap_or("不知道（可用 --url 给出）")
    );
    if let Some(address) = &page.stand_in {
        let _ = writeln!(
            out,
            "规则  {} 没有选中：地址不在 hosts（{}）之内。以下按 {address} 试读",
            rule.name(),
            rule.hosts().join("、"),
        );
    }
    match (&page.trace.rule, &page.article.site) {
        (Some(found), _) => {
            let _ = writeln!(
                out,
                "规则  {}，第 {} 个模板，依据：{}",
                found.name,
                found.template + 1,
                found.by
            );
        }
        (None, Some(_)) => {
            let _ = writeln!(
                out,
                "规则  {} 选中了，但没有一个模板适用：各个 when 都没有命中",
                rule.name()
            );
        }
        (None, None) => {
            let _ = writeln!(
                out,
                "规则  {} 没有选中：源码里没有它的 marks（{}）",
                rule.name(),
                rule.marks().join("、")
            );
        }
    }
    for &field in Field::ALL {
        field_lines(&mut out, page, field);
    }
    out.push('\n');
    out
}

fn field_lines(out: &mut String, page: &Page, field: Field) {
    let ours = value(&page.article, field);
    let generic = value(&page.generic, field);
    let mut steps: Vec<(&StepId, &Candidate)> = page
        .records(field)
        .flat_map(|f| f.winner.iter().chain(&f.lost))
        .filter_map(|c| Some((step(c)?, c)))
        .collect();
    // As the rule has them, whichever won.
    steps.sort_by_key(|(step, _)| step.index);
    if steps.is_empty() && ours == generic {
        // The rule says nothing here, and changes nothing by what it says elsewhere.
        return;
    }
    let _ = writeln!(out, "{field}\n  得出  {}", shown(Some(field), &ours));
    if ours == generic {
        out.push_str("  通用  相同\n");
    } else {
        let _ = writeln!(out, "  通用  {}", shown(Some(field), &generic));
    }
    if field != Field::Related
        && !steps.is_empty()
        && let Some(won) = page.records(field).find_map(|f| f.winner.as_ref())
        && step(won).is_none()
    {
        let _ = writeln!(out, "    ✓ 不是规则：{}", won.origin.zh());
    }
    for (step, candidate) in steps {
        let mark = match candidate.reason {
            None => "✓",
            Some(_) if is_miss(candidate) => "✗",
            Some(_) => "–",
        };
        let _ = write!(out, "    {mark} {step}");
        if !candidate.value.is_empty() {
            let _ = write!(out, "  →  {}", shown(None, &candidate.value));
        }
        if let Some(reason) = candidate.reason {
            let _ = write!(out, "（{}）", reason.zh());
        }
        out.push('\n');
    }
}

/// A value as shown: on one line, shortened; a body with its length and both ends.
pub fn shown(field: Option<Field>, value: &str) -> String {
    if value.is_empty() {
        return "无".to_string();
    }
    let chars: Vec<char> = value
        .chars()
        .map(|c| if c == '\n' { '｜' } else { c })
        .collect();
    let most = 56;
    let head: String = chars.iter().take(most).collect();
    if field == Some(Field::Body) {
        let tail: String = chars[chars.len().saturating_sub(16)..].iter().collect();
        let n = chars.len();
        return if n <= most {
            format!("{n} 字：{head}")
        } else {
            let head: String = chars.iter().take(24).collect();
            format!("{n} 字：{head} …… {tail}")
        };
    }
    if chars.len() > most {
        format!("{head}…")
    } else {
        head
    }
}
