//! The card: an article as a reader would want it in a terminal.

use std::fmt::Write;

use zhengwen::{Article, Credit, PageKind, RelatedKind, Role, Script, Time};

use crate::layout::{cut, width, wrap};

/// How it is shown.
#[derive(Debug, Clone, Copy)]
pub struct Look {
    pub columns: usize,
    pub colour: bool,
}

/// Paragraphs of the body shown.
const OPENING: usize = 5;
/// Items of a related list shown.
const ITEMS: usize = 6;
/// Columns of the labels: four characters and a space.
const LABEL: usize = 9;

pub fn render(article: &Article, name: &str, look: Look) -> String {
    let mut out = String::new();
    let m = &article.metadata;
    let rule = "─".repeat(look.columns.min(100));
    let _ = writeln!(out, "{}", paint(&rule, "2", look));
    let title = m.title.as_deref().unwrap_or("（没有标题）");
    for line in wrap(title, look.columns) {
        let _ = writeln!(out, "{}", paint(&line, "1", look));
    }
    if let Some(subtitle) = &m.subtitle {
        for line in wrap(subtitle, look.columns) {
            let _ = writeln!(out, "{line}");
        }
    }
    let mut field = |label: &str, value: &str| row(&mut out, label, value, look);
    if article.kind != PageKind::Article {
        field(
            "类型",
            &format!(
                "{}（把握 {:.0}%）",
                kind(article.kind),
                article.confidence * 100.0
            ),
        );
    }
    field("作者", &m.authors.join("、"));
    if let Some(source) = &m.source {
        let url = source
            .url
            .as_ref()
            .map(|u| format!("  {u}"))
            .unwrap_or_default();
        field("来源", &format!("{}{url}", source.name));
    }
    field("责编", &m.editors.join("、"));
    for Credit { role: r, names, .. } in &m.credits {
        field(role(*r), &names.join("、"));
    }
    field("时间", &m.published.as_ref().map(time).unwrap_or_default());
    field("更新", &m.updated.as_ref().map(time).unwrap_or_default());
    field("标签", &m.tags.join("  "));
    field("位置", &m.breadcrumb.join(" › "));
    field("网站", m.site_name.as_deref().unwrap_or_default());
    field("网址", m.canonical_url.as_deref().unwrap_or_default());
    field("摘要", m.summary.as_deref().unwrap_or_default());

    let text = article.body.text();
    let lines: Vec<&str> = text.lines().filter(|l| !l.trim().is_empty()).collect();
    let images = article.body.images().count();
    let chars = text.chars().filter(|c| !c.is_whitespace()).count();
    let script = match m.script {
        Some(Script::Hans) => "，简体",
        Some(Script::Hant) => "，繁体",
        _ => "",
    };
    field(
        "正文",
        &format!("{} 段，{chars} 字，{images} 图{script}", lines.len()),
    );
    out.push('\n');
    for line in lines.iter().take(OPENING) {
        // Set as Chinese is: two characters in.
        for line in wrap(&format!("　　{line}"), look.columns) {
            let _ = writeln!(out, "{line}");
        }
    }
    if lines.len() > OPENING {
        let rest = format!(
            "　　……（还有 {} 段，--format text 看全文）",
            lines.len() - OPENING
        );
        let _ = writeln!(out, "{}", paint(&rest, "2", look));
    }
    if let Some(next) = &article.next_page {
        row(&mut out, "下一页", next, look);
    }
    for list in &article.related {
        let label = list.label.as_deref().unwrap_or(related(list.kind));
        let _ = writeln!(
            out,
            "\n{}",
            paint(&format!("{label}（{} 条）", list.items.len()), "1", look)
        );
        for item in list.items.iter().take(ITEMS) {
            let when = item
                .published
                .as_ref()
                .map(|t| t.raw.as_str())
                .unwrap_or_default();
            let room = look.columns.saturating_sub(4 + width(when) + 2);
            let title = cut(&item.title, room);
            let gap = " ".repeat(room.saturating_sub(width(&title)) + 2);
            let _ = writeln!(
                out,
                "  · {}",
                if when.is_empty() {
                    title
                } else {
                    format!("{title}{gap}{}", paint(when, "2", look))
                }
            );
            if let Some(summary) = &item.summary {
                let _ = writeln!(
                    out,
                    "    {}",
                    paint(
                        &cut(&summary.replace('\n', " "), look.columns - 4),
                        "2",
                        look
                    )
                );
            }
        }
        if list.items.len() > ITEMS {
            let _ = writeln!(
                out,
                "    {}",
                paint(
                    &format!("……还有 {} 条", list.items.len() - ITEMS),
                    "2",
                    look
                )
            );
        }
    }
    let site = article
        .site
        .as_ref()
        .map_or("未用规则".to_string(), |s| format!("规则：{s}"));
    let _ = writeln!(out, "\n{}", paint(&format!("{name}　{site}"), "2", look));
    out
}

/// A label and its value, aligned; nothing for an empty value.
fn row(out: &mut String, label: &str, value: &str, look: Look) {
    if value.trim().is_empty() {
        return;
    }
    let pad = " ".repeat(LABEL.saturating_sub(width(label)));
    for (i, line) in wrap(value, look.columns - LABEL).iter().enumerate() {
        let head = if i == 0 {
            format!("{}{pad}", paint(label, "36", look))
        } else {
            " ".repeat(LABEL)
        };
        let _ = writeln!(out, "{head}{line}");
    }
}

fn paint(text: &str, code: &str, look: Look) -> String {
    if look.colour {
        format!("\x1b[{code}m{text}\x1b[0m")
    } else {
        text.to_string()
    }
}

/// The time as shown precisely, with its zone where it is not +08:00.
fn time(time: &Time) -> String {
    let form = match time.precision {
        zhengwen::Precision::Day => "%Y-%m-%d",
        zhengwen::Precision::Minute => "%Y-%m-%d %H:%M",
        _ => "%Y-%m-%d %H:%M:%S",
    };
    let zone = time.value.offset().to_string();
    let zone = if zone == "+08:00" {
        String::new()
    } else {
        format!(" {zone}")
    };
    format!("{}{zone}", time.value.format(form))
}

fn kind(kind: PageKind) -> &'static str {
    match kind {
        PageKind::Article => "文章",
        PageKind::List => "列表页或首页",
        PageKind::Gallery => "图集",
        PageKind::Video => "视频",
        PageKind::Live => "直播",
        PageKind::Missing => "页面不存在",
        PageKind::Blocked => "被拦下：验证码、登录或访问限制",
        _ => "其他，不是文章",
    }
}

fn role(role: Role) -> &'static str {
    match role {
        Role::Photographer => "摄影",
        Role::Video => "视频",
        Role::Translator => "翻译",
        Role::Proofreader => "校对",
        Role::Reviewer => "审核",
        Role::Producer => "监制",
        Role::Planner => "策划",
        Role::ChiefEditor => "主编",
        Role::Designer => "设计",
        Role::Presenter => "播音",
        Role::Intern => "实习生",
        Role::Contributor => "供稿",
        _ => "其他",
    }
}

fn related(kind: RelatedKind) -> &'static str {
    match kind {
        RelatedKind::Related => "相关",
        RelatedKind::Recommended => "推荐",
        RelatedKind::Hot => "热门",
        _ => "最新",
    }
}
