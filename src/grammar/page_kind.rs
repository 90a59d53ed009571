//! Words of addresses, titles and texts that tell what kind of page it is. Words only; what they weigh is decided in `kind`.

use crate::article::PageKind;

/// Titles and short texts of pages that are gone.
pub(crate) const MISSING: &[&str] = &[
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
    "Not Found",
    "Page not found",
    "已失效",
    "頁面已移除",
];

/// Titles and short texts of pages that were not shown.
pub(crate) const BLOCKED: &[&str] = &[
    "验证码",
    "安全验证",
    "访问过于频繁",
    "访问验证",
    "滑动验证",
    "人机验证",
    "登录后查看",
    "请先登录",
    "用户登录",
    "会员登录",
    "Just a moment",
    "Attention Required",
    "403 Forbidden",
    "Access Denied",
    "Access denied",
    "Checking your browser",
    "Forbidden",
    "Cloudflare",
    "驗證您是",
    "Visitor System",
    "请求被拒绝",
    "Verify you are human",
    "security service",
    "Robot Challenge",
    "Captcha",
    "captcha",
];

/// Controls of threads, questions and bulletin boards.
pub(crate) const THREAD: &[&str] = &[
    "只看楼主",
    "仅看楼主",
    "只看该作者",
    "只看樓主",
    "倒序看帖",
    "发表新贴",
    "发表新帖",
    "关注问题",
    "写回答",
    "发信站:",
    "同主题阅读",
];

/// Whether a line numbers an answer: `#12`, `12楼`, `张三 #12 1 月前`.
pub(crate) fn is_floor(line: &str) -> bool {
    let number = |n: &str| (1..=4).contains(&n.len()) && n.bytes().all(|b| b.is_ascii_digit());
    line.len() <= 60
        && line.split_whitespace().any(|word| {
            word.strip_prefix('#')
                .or_else(|| word.strip_suffix(['楼', '樓']))
                .is_some_and(number)
        })
}

/// Labels of host names, and what such hosts show.
const HOSTS: &[(&str, PageKind)] = &[
    ("video", PageKind::Video),
    ("v", PageKind::Video),
    ("tv", PageKind::Video),
    ("film", PageKind::Video),
    ("live", PageKind::Live),
    ("zhibo", PageKind::Live),
    ("photo", PageKind::Gallery),
    ("photos", PageKind::Gallery),
    ("slide", PageKind::Gallery),
    ("pic", PageKind::Gallery),
    ("tu", PageKind::Gallery),
    ("baike", PageKind::Other),
    ("wiki", PageKind::Other),
    ("zhidao", PageKind::Other),
    ("wenda", PageKind::Other),
    ("tieba", PageKind::Other),
    ("bbs", PageKind::Other),
    ("forum", PageKind::Other),
    ("luntan", PageKind::Other),
    ("club", PageKind::Other),
    ("discuss", PageKind::Other),
    ("item", PageKind::Other),
    ("shop", PageKind::Other),
    ("mall", PageKind::Other),
    ("passport", PageKind::Blocked),
    ("search", PageKind::List),
    ("so", PageKind::List),
];

/// Parts of paths, and what pages with such a path show.
const PATHS: &[(&str, PageKind)] = &[
    ("/video/", PageKind::Video),
    ("/videos/", PageKind::Video),
    ("/v/", PageKind::Video),
    ("slideshow", PageKind::Gallery),
    ("/photoview/", PageKind::Gallery),
    ("/photo/", PageKind::Gallery),
    ("/gallery/", PageKind::Gallery),
    ("/slide_", PageKind::Gallery),
    ("/live/", PageKind::Live),
    ("/liveblog", PageKind::Live),
    ("/wiki/", PageKind::Other),
    ("/question/", PageKind::Other),
    ("viewthread", PageKind::Other),
    ("/thread-", PageKind::Other),
    ("/thread/", PageKind::Other),
    ("/forum", PageKind::Other),
    ("/item/", PageKind::Other),
    ("/item-", PageKind::Other),
    ("/product", PageKind::Other),
    ("/goods", PageKind::Other),
    ("/note/", PageKind::Other),
    ("/chapter/", PageKind::Other),
    ("/novel/", PageKind::Other),
    ("/topics/", PageKind::List),
    ("/search", PageKind::List),
    ("/tags/", PageKind::List),
    ("/tag/", PageKind::List),
    ("/category/", PageKind::List),
    ("/node_", PageKind::List),
];

/// What the last part of a page's title names, and what such pages show.
const TITLES: &[(&str, PageKind)] = &[
    ("论坛", PageKind::Other),
    ("論壇", PageKind::Other),
    ("贴吧", PageKind::Other),
    ("百科", PageKind::Other),
    ("知道", PageKind::Other),
    ("问答", PageKind::Other),
    ("小说", PageKind::Other),
    ("诗词", PageKind::Other),
    ("古诗", PageKind::Other),
    ("诗歌", PageKind::Other),
    ("在线阅读", PageKind::Other),
    ("社区", PageKind::Other),
    ("社區", PageKind::Other),
    ("俱乐部", PageKind::Other),
    ("微博", PageKind::Other),
    ("BBS", PageKind::Other),
    ("商城", PageKind::Other),
    ("搜索", PageKind::List),
    ("高清完整版", PageKind::Video),
    ("在线观看", PageKind::Video),
];

/// Ends of titles of sites where no one publishes news: what stands there is other, whatever time and writer it has.
const NO_NEWS: &[&str] = &[
    "论坛",
    "論壇",
    "贴吧",
    "百科",
    "知道",
    "问答",
    "小说",
    "诗词",
    "古诗",
    "诗歌",
    "在线阅读",
    "微博",
    "社区",
    "社區",
    "BBS",
];

/// Whether the site's name in the title says that it has no news.
pub(crate) fn is_no_news(title: &str) -> bool {
    let mut parts = title.rsplit(['_', '-', '|', '–', '—', '·']);
    let tail = parts.next().unwrap_or_default().trim();
    let before = parts.next().unwrap_or_default().trim();
    tail.len() < title.trim().len()
        && tail.chars().count() <= 16
        && NO_NEWS.iter().any(|w| {
            // 社区 is a channel of news sites too: …_社区_橙橘网.
            let board = before.ends_with(w) && before.chars().count() <= 16;
            tail.contains(w) || board && !matches!(*w, "社区" | "社區")
        })
}

/// Whether a title says that the page goes on growing: 宏福苑五級火災．不斷更新.
pub(crate) fn is_growing(title: &str) -> bool {
    [
        "不斷更新",
        "不断更新",
        "滚动更新",
        "滾動更新",
        "实时更新",
        "即時更新",
        "文字直播",
        "图文直播",
        "直播帖",
    ]
    .iter()
    .any(|w| title.contains(w))
}

/// What the address says.
pub(crate) fn by_address(url: &url::Url) -> Option<PageKind> {
    let path = url.path().to_ascii_lowercase();
    let whole = match url.query() {
        Some(query) => format!("{path}?{query}"),
        None => path,
    };
    if let Some((_, kind)) = PATHS.iter().find(|(w, _)| whole.contains(w)) {
        return Some(*kind);
    }
    let host = url.host_str()?;
    if is_column(&whole) {
        return Some(PageKind::List);
    }
    // The last two labels are the site's own name.
    let mut labels: Vec<&str> = host.split('.').collect();
    labels.truncate(labels.len().saturating_sub(2));
    HOSTS
        .iter()
        .find(|(w, _)| labels.contains(w))
        .map(|(_, kind)| *kind)
}

/// Whether the address is a front page: no number in it and next to no path.
pub(crate) fn is_front(url: &url::Url) -> bool {
    let path = url.path().trim_matches('/');
    let digits = path.bytes().any(|b| b.is_ascii_digit());
    let short = path.len() <= 24 && path.split('/').count() <= 2;
    !digits && short && url.query().is_none()
}

/// What the site's name in the title says: `…_某某论坛`.
pub(crate) fn by_title(title: &str) -> Option<PageKind> {
    // 图集：湖心一日, 【高清图集】湖心一日
    let start = title.trim_start_matches(['[', '【', '(', '（', '「', ' ']);
    if ["图集", "圖集", "高清图集", "高清大图"]
        .iter()
        .any(|w| start.starts_with(w))
    {
        return Some(PageKind::Gallery);
    }
    if title.contains("图片新闻——") || title.contains("圖片新聞——") {
        return Some(PageKind::Gallery);
    }
    if ["搜索结果", "搜尋結果", "搜索結果", "查询结果"]
        .iter()
        .any(|w| title.contains(w))
    {
        return Some(PageKind::List);
    }
    let tail = title.rsplit(['_', '-', '|', '–', '—', '·']).next()?.trim();
    if tail.len() == title.len() || tail.chars().count() > 16 {
        return None;
    }
    TITLES
        .iter()
        .find(|(w, _)| tail.contains(w))
        .map(|(_, kind)| *kind)
}

/// Column pages of a widespread publishing system: `…/col/col123/`, `col603171.html`.
fn is_column(path: &str) -> bool {
    path.rsplit('/').any(|part| {
        part.strip_prefix("col")
            .is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_digit()))
    })
}

/// Whether a title is that of a chapter: `第十二章 …`.
pub(crate) fn is_chapter(title: &str) -> bool {
    let Some((_, rest)) = title.split_once('第') else {
        return false;
    };
    let number: String = rest
        .chars()
        .take_while(|c| c.is_ascii_digit() || "一二三四五六七八九十百千零〇两".contains(*c))
        .collect();
    !number.is_empty() && rest[number.len()..].starts_with(['章', '回', '卷'])
}

#[cfg(test)]
mod tests {
    use super::{is_floor, is_no_news};

    #[test]
    fn titles_of_sites_without_news() {
        for (title, expected) in [
            ("城东公园什么时候开放_橙橘论坛", true),
            ("城东公园什么时候开放 - 本地生活 - 橙橘社区", true),
            ("城东公园什么时候开放-城东贴吧-橙橘", true),
            ("城东公园今起开放_社区_橙橘网", false),
            ("城东公园今起开放 - 橙橘网", false),
            ("社区论坛今天开幕", false),
        ] {
            assert_eq!(is_no_news(title), expected, "{title}");
        }
    }
    #[test]
    fn numbers_of_answers() {
        for (line, expected) in [
            ("#12", true),
            ("3楼", true),
            ("张三 #2 1 月前", true),
            ("张三 3樓 回覆", true),
            ("宏发大厦3楼今天起火", false),
            ("#城东公园#", false),
            ("# 2", false),
        ] {
            assert_eq!(is_floor(line), expected, "{line}");
        }
    }
}
