//! What kind of page it is, and how sure that is. Looks at what the other fields found.

use super::Context;
use crate::article::{Metadata, PageKind};
use crate::body::{Block, Body};
use crate::page::Page;

/// Says for a page that is gone.
const MISSING: &[&str] = &[
    "404",
    "页面不存在",
    "页面没有找到",
    "找不到页面",
    "找不到您",
    "頁面不存在",
    "找不到頁面",
    "找不到網頁",
    "已删除",
    "已被删除",
    "已下线",
    "内容不存在",
    "文章不存在",
    "不存在或",
    "Not Found",
    "Page not found",
    "已失效",
    "頁面已移除",
];
/// Says for a page that was not shown.
const BLOCKED: &[&str] = &[
    "验证码",
    "安全验证",
    "访问过于频繁",
    "访问验证",
    "滑动验证",
    "人机验证",
    "登录后查看",
    "请先登录",
    "Just a moment",
    "Attention Required",
    "403 Forbidden",
    "Access Denied",
    "Access denied",
    "Checking your browser",
    "Forbidden",
    "Cloudflare",
    "驗證您是人類",
    "驗證",
    "Visitor System",
    "请求被拒绝",
    "拦截",
    "Verify you are human",
];

/// The page's kind with a confidence from 0 to 1.
pub(crate) fn find(cx: &Context<'_>, metadata: &Metadata, body: &Body) -> (PageKind, f32) {
    let page = cx.page;
    let dom = &page.dom;
    let text = dom.page_text();
    let all = dom.counts(dom.body());
    let title = page.meta.title.as_deref().unwrap_or("");
    let heading = metadata.title.as_deref().unwrap_or("");
    let (mut chars, mut images, mut videos, mut paragraphs) = (0usize, 0usize, 0usize, 0usize);
    for block in &body.blocks {
        match block {
            Block::Image(_) => images += 1,
            Block::Video(_) => videos += 1,
            Block::Paragraph(_) => paragraphs += 1,
            _ => {}
        }
    }
    if let Some(run) = cx.place.first() {
        chars = dom.counts_between(run.from, run.to).plain() as usize;
    } else if let crate::extract::body::Place::Source(source) = cx.place {
        chars = source.counts(source.root()).plain() as usize;
    }
    if all.chars < 1500 || chars < 80 {
        let says = |words: &[&str]| {
            words.iter().any(|w| {
                title.contains(w) || heading.contains(w) || all.chars < 600 && text.contains(w)
            })
        };
        if says(BLOCKED) && chars < 300 {
            return (PageKind::Blocked, 0.9);
        }
        if says(MISSING) && chars < 300 {
            return (PageKind::Missing, 0.9);
        }
    }
    if body.is_empty() || chars < 15 && images == 0 {
        return if all.link_share() > 0.5 && dom.seen.anchors.len() > 30 {
            (PageKind::List, 0.8)
        } else {
            (PageKind::Other, 0.7)
        };
    }
    let url = page
        .base
        .page()
        .map(|u| u.path().to_ascii_lowercase())
        .unwrap_or_default();
    if declares(page, "LiveBlogPosting") {
        return (PageKind::Live, 0.9);
    }
    let video_url = ["/video", "/v/", "/tv/", "videonews"]
        .iter()
        .any(|w| url.contains(w));
    if (declares(page, "VideoObject")
        || video_url
        || page.meta("og:type").is_some_and(|t| t.starts_with("video")))
        && chars < 250
        && (videos > 0 || paragraphs < 3)
    {
        return (PageKind::Video, 0.75);
    }
    if images >= 6 && chars < images * 40 {
        return (PageKind::Gallery, 0.6);
    }
    let dated = metadata.published.is_some();
    let share = chars as f32 / all.plain().max(1) as f32;
    let evidence = 0.45 * f32::from(u8::from(dated))
        + 0.2 * f32::from(u8::from(cx.headline.is_some()))
        + 0.25 * (chars as f32 / 400.0).min(1.0)
        + 0.1 * share
        + 0.1
            * f32::from(u8::from(
                metadata.source.is_some()
                    || !metadata.authors.is_empty()
                    || !metadata.editors.is_empty(),
            ));
    let links = dom.seen.anchors.len();
    if !dated && (chars < 200 && links > 40 || links > 150 && share < 0.3) {
        return (PageKind::List, 0.7);
    }
    if evidence < 0.4 {
        return (PageKind::Other, 0.6);
    }
    (PageKind::Article, evidence.min(0.99))
}

fn declares(page: &Page, kind: &str) -> bool {
    page.linked()
        .iter()
        .any(|v| v.get("@type").and_then(|t| t.as_str()) == Some(kind))
}
