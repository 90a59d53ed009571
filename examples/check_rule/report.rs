//! What is printed of one page. Not the summary over all pages (see `tally`).

use std::fmt::Write;

use zhengwen::{Body, Candidate, Field, Rule, StepId};

use crate::lang::Lang;
use crate::page::{Page, is_miss, step};
use crate::value::value;

pub fn render(rule: &Rule, page: &Page, lang: Lang) -> String {
    let mut out = format!("══ {}\n", page.file);
    let zh = lang == Lang::Zh;
    let unknown = lang.pick("不知道（可用 --url 给出）", "not known (--url gives it)");
    let url = page.url.as_deref().unwrap_or(unknown);
    let _ = writeln!(out, "{}  {url}", lang.pick("地址", "address"));
    let name = rule.name();
    let head = lang.pick("规则", "rule");
    if !page.found {
        let hosts = rule.hosts().join("、");
        let marks = rule.marks().join("、");
        let _ = match (zh, hosts.is_empty()) {
            (true, true) => writeln!(
                out,
                "{head}  {name} 没有选中：源码里没有它的 marks（{marks}）。以下当作选中了来读"
            ),
            (true, false) => writeln!(
                out,
                "{head}  {name} 没有选中：地址不在 hosts（{hosts}）之内。以下当作选中了来读"
            ),
            (false, true) => writeln!(
                out,
                "{head}  {name} was not found: the source has none of its marks ({marks}). Read as if it were"
            ),
            (false, false) => writeln!(
                out,
                "{head}  {name} was not found: the address is not within hosts ({hosts}). Read as if it were"
            ),
        };
    }
    let _ = match &page.trace.rule {
        Some(found) if zh => writeln!(
            out,
            "{head}  {}，第 {} 个模板，依据：{}",
            found.name,
            found.template + 1,
            found.by
        ),
        Some(found) => writeln!(
            out,
            "{head}  {}, template {}, by {}",
            found.name,
            found.template + 1,
            found.by
        ),
        None if zh => writeln!(out, "{head}  {name} 没有一个模板适用：各个 when 都没有命中"),
        None => writeln!(
            out,
            "{head}  {name} has no template for this page: no when matches"
        ),
    };
    for &field in Field::ALL {
        field_lines(&mut out, page, field, lang);
    }
    removers(&mut out, page, lang);
    if page.trace.rule.is_some() && page.is_unchanged() {
        out.push_str(lang.pick(
            "这条规则没有改变这一页的任何字段：不写规则，结果也一样\n",
            "This rule changes nothing on this page: without it all fields are the same\n",
        ));
    }
    out.push('\n');
    out
}

fn field_lines(out: &mut String, page: &Page, field: Field, lang: Lang) {
    let ours = value(&page.article, field);
    let generic = value(&page.generic, field);
    let same = page.article.field(field) == page.generic.field(field)
        || ours == generic && field != Field::Body;
    let mut steps: Vec<(&StepId, &Candidate)> = page
        .records(field)
        .flat_map(|f| f.winner.iter().chain(&f.lost))
        .filter_map(|c| Some((step(c)?, c)))
        .collect();
    // As the rule has them, whichever won.
    steps.sort_by_key(|(step, _)| step.index);
    if steps.is_empty() && same {
        // The rule says nothing here, and changes nothing by what it says elsewhere.
        return;
    }
    let (got, without) = (lang.pick("得出", "gives"), lang.pick("通用", "generic"));
    let none = lang.pick("无", "none");
    let body = |body: &Body| amount(body, lang);
    let _ = writeln!(out, "{field}\n  {got}  {}", shown(Some(field), &ours, none));
    if same {
        let _ = writeln!(out, "  {without}  {}", lang.pick("相同", "the same"));
    } else {
        let _ = writeln!(out, "  {without}  {}", shown(Some(field), &generic, none));
        if field == Field::Body {
            let (ours, generic) = (body(&page.article.body), body(&page.generic.body));
            let _ = writeln!(out, "    {ours}\n    {without}  {generic}");
        }
    }
    if field != Field::Related
        && !steps.is_empty()
        && let Some(won) = page.records(field).find_map(|f| f.winner.as_ref())
        && step(won).is_none()
    {
        let _ = match lang {
            Lang::Zh => writeln!(out, "    ✓ 不是规则：{}", won.origin.zh()),
            Lang::En => writeln!(out, "    ✓ not the rule: {}", won.origin),
        };
    }
    for (step, candidate) in steps {
        let mark = match candidate.reason {
            None => "✓",
            Some(_) if is_miss(candidate) => "✗",
            Some(_) => "–",
        };
        let _ = write!(out, "    {mark} {step}");
        if !candidate.value.is_empty() {
            let _ = write!(out, "  →  {}", shown(None, &candidate.value, none));
        }
        if let Some(reason) = candidate.reason {
            let _ = match lang {
                Lang::Zh => write!(out, "（{}）", reason.zh()),
                Lang::En => write!(out, " ({reason})"),
            };
        }
        out.push('\n');
    }
}

/// What each selector of `remove` did.
fn removers(out: &mut String, page: &Page, lang: Lang) {
    if page.trace.removers.is_empty() {
        return;
    }
    out.push_str("remove\n");
    for told in &page.trace.removers {
        let mark = match (told.cut, told.hits) {
            (0, 0) => "✗",
            (0, _) => "–",
            _ => "✓",
        };
        let _ = write!(out, "    {mark} {}  →  ", told.selector);
        let (hits, cut, chars, images) = (told.hits, told.cut, told.chars, told.images);
        let _ = match (lang, told.hits, told.spared) {
            (Lang::Zh, 0, _) => write!(out, "没有命中"),
            (Lang::En, 0, _) => write!(out, "hits nothing"),
            (Lang::Zh, _, 0) if cut == 0 => write!(out, "命中 {hits} 处，都不在正文里"),
            (Lang::En, _, 0) if cut == 0 => write!(out, "{hits} hits, none in the body"),
            (Lang::Zh, ..) => write!(
                out,
                "命中 {hits} 处，从正文删去 {cut} 处：{chars} 字，{images} 图"
            ),
            (Lang::En, ..) => write!(
                out,
                "{hits} hits, {cut} cut from the body: {chars} characters, {images} pictures"
            ),
        };
        let _ = match (lang, told.spared) {
            (_, 0) => Ok(()),
            (Lang::Zh, n) => write!(out, "；{n} 处占了正文一大半，没有删"),
            (Lang::En, n) => write!(out, "; {n} held most of the body and were left"),
        };
        out.push('\n');
    }
    if page.is_gutted() {
        let (left, cut) = page.left_and_cut();
        let _ = match lang {
            Lang::Zh => writeln!(
                out,
                "  错误：remove 删去 {cut} 字，正文只剩 {left} 字；多半是选择器写得太宽"
            ),
            Lang::En => writeln!(
                out,
                "  error: remove cuts {cut} characters and leaves {left}: a selector is too wide"
            ),
        };
    }
}

/// What a body is made of, so that a lost picture or caption shows.
fn amount(body: &Body, lang: Lang) -> String {
    let pictures = body.images().count();
    let captions = body
        .images()
        .filter(|image| image.caption.is_some())
        .count();
    let blocks = body.blocks.len();
    match lang {
        Lang::Zh => format!("{blocks} 块，{pictures} 图，{captions} 条图注"),
        Lang::En => format!("{blocks} blocks, {pictures} pictures, {captions} captions"),
    }
}

/// A value as shown: on one line, shortened; a body with its length and both ends.
fn shown(field: Option<Field>, value: &str, none: &str) -> String {
    if value.is_empty() {
        return none.to_string();
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
