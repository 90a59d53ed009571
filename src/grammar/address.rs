//! What an address says of its page: an article's, or one of comments, people, tags, searches, shops, pictures; and how addresses are alike. Strings only.

use std::sync::LazyLock;

use memchr::{memchr, memchr_iter, memrchr};

use crate::grammar::words::Words;

/// Hosts and paths where no articles stand: what readers say, people, ways in, other sites' buttons, advertisements.
/// Each is looked for in host and path, in lower case.
const NO_ARTICLES: &[&str] = &[
    "/comment",
    "comments",
    "comment.",
    "comment5.",
    "tie.",
    "gentie.",
    "/user/",
    "user_home",
    "/u/",
    "/author/",
    "/reporter/",
    "expert=",
    "userid=",
    "/follow",
    "/space/",
    "homepage?",
    "passport.",
    "/login",
    "/register",
    "/signup",
    "/subscri",
    "subscription",
    "/vip/",
    "weibo.com",
    "facebook.com",
    "twitter.com",
    "line.me",
    "lin.ee",
    "t.me/",
    "instagram.com",
    "whatsapp",
    "apple.com/",
    "play.google.com",
    "google.com/",
    "adclick",
    "/ads.",
    "ad.",
    "ads.",
    "rd.php",
    "lr.php",
    "redirect",
    "/jump",
    "/click",
    "union.",
    "/donate",
    "/feedback",
];

/// Hosts and paths of things beside articles, where articles stand here and there: tags, topics, lists, programs, shops, books, houses.
const OTHER_PLACES: &[&str] = &[
    "/gov_",
    "/member",
    "/tag/",
    "/tags/",
    "tags.",
    "tag.",
    "/keyword",
    "/search",
    "search.",
    "/special/",
    "/category/",
    "/cate/",
    "/channel/",
    "/topic/",
    "/topics/",
    "/column/",
    "/zt/",
    "zttitle",
    "/zhuanti/",
    "/subject/",
    "asktopic",
    "/projects/",
    "klist.",
    "/list/",
    "list_",
    "/list-",
    "_list",
    "forum-",
    "/forum",
    "/rss",
    "?q=",
    "&q=",
    "?wd=",
    "&wd=",
    "?word=",
    "query=",
    "keyword=",
    "rsv_",
    "youtube.com",
    "loupan",
    "/download",
    "/app/",
    "app.",
    "/mobile/",
    "/about",
    "/help",
    "/contact",
    "db.",
    "product.",
    "auto_brand",
    "/book/",
    "/books/",
    "/course",
    "/goods/",
    "/product/",
    "goods.",
    "shop.",
    "shopping.",
    "mall.",
    "/live/",
    "tv-live",
    "livechannel",
    "/games/",
    "/event/",
    "/activity/",
];

/// Endings of files that are no pages.
const FILES: &[&str] = &[
    ".jpg", ".jpeg", ".png", ".gif", ".webp", ".bmp", ".svg", ".mp4", ".mp3", ".pdf", ".zip",
    ".rar", ".apk", ".doc", ".docx", ".xls", ".xlsx", ".css", ".js", ".xml",
];

/// What an address says of the page it leads to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Sort {
    /// A file, a way to write a mail: surely no page.
    NoPage,
    /// A place without articles: comments, people, ways in, counters of clicks.
    Apart,
    /// A place where articles rarely stand: tags, topics, shops, front pages.
    Beside,
    /// Nothing tells: `/it/0.html`, `/?p=3`.
    Unknown,
    /// It holds a number or a long name, as articles' addresses do.
    Article,
}

/// What an address says of its page. A witness: only [`Sort::NoPage`] is sure.
pub(crate) fn sort(url: &str) -> Sort {
    let url = url.to_ascii_lowercase();
    let absolute = behind_scheme(&url).or_else(|| url.strip_prefix("//"));
    let rest = absolute.unwrap_or(&url);
    let rest = before(rest, b'#');
    let (whole, query) = cut(rest, b'?').unwrap_or((rest, ""));
    let end = memrchr(b'.', whole.as_bytes()).map_or("", |dot| &whole[dot..]);
    let script = ["javascript:", "mailto:", "tel:", "data:"];
    if FILES.contains(&end) || script.iter().any(|s| rest.starts_with(s)) {
        return Sort::NoPage;
    }
    // An address within an address: a click is counted before the page is shown.
    if !query.is_empty() && (query.contains("%2f%2f") || query.contains("://")) {
        return Sort::Apart;
    }
    if let Some(sort) = other_place(rest) {
        return sort;
    }
    // A page without an address leaves its links relative.
    let path = match absolute {
        Some(_) => cut(whole, b'/').map_or("", |(_, path)| path),
        None => whole,
    };
    let (mut digits, mut longest) = (0, 0);
    let mut add = |part: &[u8]| {
        let (here, length) = measure(part);
        digits += here;
        longest = longest.max(length);
    };
    path.as_bytes().split(|b| *b == b'/').for_each(&mut add);
    // Where the click came from says nothing of the page: /luck/?c=spr_web_t001
    let mut asks = false;
    for pair in pairs(query) {
        asks = true;
        pair.as_bytes().split(|b| *b == b'=').for_each(&mut add);
    }
    if !asks && path.bytes().all(|b| b == b'/') {
        return Sort::Beside;
    }
    // The first page of a directory: of an issue or an article only where a date or a number stands in it.
    let last = memrchr(b'/', path.as_bytes()).map_or(path, |slash| &path[slash + 1..]);
    let first_page = ["index.", "default.", "home."]
        .iter()
        .any(|name| last.starts_with(name));
    if first_page && digits < FIRST_PAGE_DIGITS && !asks {
        return Sort::Unknown;
    }
    match digits >= 3 || longest >= LONG_NAME || digits >= 1 && longest >= 9 {
        true => Sort::Article,
        false => Sort::Unknown,
    }
}

/// Digits of a part of an address, and its length as far as names are told by it: a letter written in escapes (`%E5%9F%8E`) counts as
/// two, and a word without marks between (`YangWangXingKong`) is a channel's as well.
fn measure(part: &[u8]) -> (usize, usize) {
    let (mut digits, mut escapes, mut escaped) = (0, 0, 0_u8);
    let mut marked = false;
    for &b in part {
        if b == b'%' {
            escapes += 1;
            escaped = 3;
        }
        digits += usize::from(escaped == 0 && b.is_ascii_digit());
        marked |= matches!(b, b'-' | b'_' | b'~' | b'+');
        escaped = escaped.saturating_sub(1);
    }
    let marked = marked || digits > 0 || escapes > 0;
    let length = part.len().saturating_sub(escapes * 3) + escapes * 2 / 3;
    (
        digits,
        if marked {
            length
        } else {
            length.min(LONG_NAME - 1)
        },
    )
}

/// What stands behind the first `://`.
pub(crate) fn behind_scheme(url: &str) -> Option<&str> {
    let colons = memchr_iter(b':', url.as_bytes());
    let mut rests = colons.map(|at| &url[at + 1..]);
    rests.find_map(|rest| rest.strip_prefix("//"))
}

/// A text up to an ASCII character, or whole.
fn before(text: &str, end: u8) -> &str {
    memchr(end, text.as_bytes()).map_or(text, |at| &text[..at])
}

/// A text before an ASCII character and behind it.
fn cut(text: &str, at: u8) -> Option<(&str, &str)> {
    memchr(at, text.as_bytes()).map(|at| (&text[..at], &text[at + 1..]))
}

/// The pairs of a query that say something of the page.
fn pairs(query: &str) -> impl Iterator<Item = &str> {
    let pairs = query.split('&');
    pairs.filter(|pair| !pair.is_empty() && !is_tracking(pair))
}

/// Names from this length on are an article's.
const LONG_NAME: usize = 16;

/// Digits of a date: below them `/bookfair2019/index.html` is a topic's front page.
const FIRST_PAGE_DIGITS: usize = 6;

/// How an address is built: the owner of its host, and its path and query with numbers and names as signs. Items of one list are built alike.
pub(crate) fn skeleton(url: &str) -> String {
    let (path, query) = parts(url);
    let path = path.trim_start_matches('/');
    let owner = owner(path);
    let mut out = String::with_capacity(owner.len() + 32);
    out.push_str(owner);
    let mut rest = cut(path, b'/').map(|(_, rest)| rest);
    while let Some(segments) = rest {
        let (segment, behind) = match cut(segments, b'/') {
            Some((segment, behind)) => (segment, Some(behind)),
            None => (segments, None),
        };
        out.push('/');
        out.push(match measure(segment.as_bytes()).0 > 0 {
            true => '0',
            false => 'a',
        });
        if behind.is_none()
            && let Some(dot) = memrchr(b'.', segment.as_bytes())
        {
            out.push_str(&segment[dot..]);
        }
        rest = behind;
    }
    for pair in pairs(query) {
        out.push('?');
        out.push_str(before(pair, b'='));
    }
    out
}

/// Whether a part of a query tells only where the click came from.
fn is_tracking(pair: &str) -> bool {
    let key = before(pair, b'=');
    key.starts_with("utm_")
        || matches!(
            key,
            "c" | "f" | "from" | "spm" | "ref" | "refer" | "src" | "source" | "fr" | "vt" | "wm"
        )
}

static FINDER: LazyLock<Words<Sort>> = LazyLock::new(|| {
    let apart = NO_ARTICLES.iter().map(|word| (*word, Sort::Apart));
    Words::new(apart.chain(OTHER_PLACES.iter().map(|word| (*word, Sort::Beside))))
});

/// Whether an address has as many digits as a date and a number. Those of columns have fewer.
pub(crate) fn is_numbered(url: &str) -> bool {
    let path = url.split(['?', '#']).next().unwrap_or(url);
    path.bytes().filter(u8::is_ascii_digit).count() >= 10
}

/// What the words of [`NO_ARTICLES`] and [`OTHER_PLACES`] in an address say, the surest: words of hosts (`tags.`) at the start of a host's part.
fn other_place(rest: &str) -> Option<Sort> {
    let host_end = rest.find('/').unwrap_or(rest.len());
    let found = FINDER.within(rest).filter(|&(at, word, _)| {
        let of_host = word.ends_with('.') && !word.starts_with(['/', '_']);
        !of_host || word.len() > 5 || at < host_end && (at == 0 || rest[..at].ends_with('.'))
    });
    found.map(|(.., &sort)| sort).min()
}

/// Whether an item's address is the article's own: the same path, with the same query or without one on either side.
/// What a site adds to count clicks (`?from=hot`) makes no other page.
pub(crate) fn same_page(own: &str, item: &str) -> bool {
    let (own, own_query) = parts(own);
    let (item, item_query) = parts(item);
    own == item
        && (own_query == item_query
            || (own_query.is_empty() || item_query.is_empty()) && sort(own) == Sort::Article)
}

/// An address without scheme and fragment: host and path without a final slash, and the query.
fn parts(url: &str) -> (&str, &str) {
    let mut url = before(url, b'#');
    for scheme in ["https:", "http:"] {
        while let Some(rest) = url.strip_prefix(scheme) {
            url = rest;
        }
    }
    let (path, query) = cut(url, b'?').unwrap_or((url, ""));
    (path.trim_end_matches('/'), query)
}

/// The part of a host that belongs to one owner, roughly: `news.chengju.com.cn` gives `chengju.com.cn`.
pub(crate) fn owner(url: &str) -> &str {
    let rest = behind_scheme(url).unwrap_or(url);
    // The last three dots, the last first.
    let mut dots = [None; 3];
    let mut end = rest.len();
    for (at, b) in rest.bytes().enumerate() {
        match b {
            b'.' => dots = [Some(at), dots[0], dots[1]],
            b'/' | b'?' | b'#' | b':' => {
                end = at;
                break;
            }
            _ => {}
        }
    }
    let host = &rest[..end];
    let [Some(last), Some(second), third] = dots else {
        return host;
    };
    // com.cn, gov.hk, co.uk: a short last part below a short one.
    let short = last - second - 1 <= 3 && host.len() - last <= 3;
    match (short, third) {
        (true, Some(third)) => &host[third + 1..],
        (true, None) => host,
        (false, _) => &host[second + 1..],
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn articles_and_others() {
        for (url, expected) in [
            ("https://www.chengju.example/2024/0510/1.html", true),
            ("https://www.chengju.example/news/local/260739", true),
            (
                "https://www.chengju.example/cheng-dong-gong-yuan-kai-fang",
                true,
            ),
            ("https://www.chengju.example/cate/5590", false),
            ("https://tags.chengju.example/gongyuan1234", false),
            (
                "https://www.chengju.example/images/20240510/1234.jpg",
                false,
            ),
            (
                "https://da.example.com/r?t=5a9b&target=https%3A%2F%2Fgoods.example%2Fproduct%2F2661559.html",
                false,
            ),
            ("https://www.chengju.example/", false),
            (
                "https://www.chengju.example/s?wd=%E5%85%AC%E5%9B%AD123",
                false,
            ),
            ("https://dad.chengju.example/2024/0510/1.html", true),
            ("news-content.aspx?id=20240510000778", true),
            ("/news/20240510.html", true),
            ("about.html", false),
            (
                "https://astro.chengju.example/luck/?c=spr_web_cheng_astro_t001",
                false,
            ),
            ("https://www.chengju.example/view?f=home&id=260739", true),
        ] {
            assert_eq!(sort(url) == Sort::Article, expected, "{url}");
        }
    }

    #[test]
    fn sorts() {
        for (url, expected) in [
            ("https://www.chengju.example/it/0.html", Sort::Unknown),
            ("https://www.chengju.example/?p=3", Sort::Unknown),
            (
                "https://www.chengju.example/ChengDongGongYuan",
                Sort::Unknown,
            ),
            (
                "https://www.chengju.example/news/%E5%9F%8E%E5%B8%82",
                Sort::Unknown,
            ),
            (
                "https://www.chengju.example/%E5%9F%8E%E4%B8%9C%E5%85%AC%E5%9B%AD%E4%BB%8A%E8%B5%B7%E5%BC%80%E6%94%BE",
                Sort::Article,
            ),
            ("https://www.chengju.example/a/12.html", Sort::Unknown),
            (
                "https://www.chengju.example/mobile/show?id=240510",
                Sort::Beside,
            ),
            ("https://www.chengju.example/", Sort::Beside),
            ("https://www.chengju.example/?from=hot", Sort::Beside),
            (
                "https://www.chengju.example/book2019/index.html",
                Sort::Unknown,
            ),
            (
                "https://www.chengju.example/20240510/index.html",
                Sort::Article,
            ),
            ("https://www.chengju.example/20240510/1.pdf", Sort::NoPage),
            ("mailto:a@chengju.example", Sort::NoPage),
        ] {
            assert_eq!(sort(url), expected, "{url}");
        }
    }

    #[test]
    fn skeletons() {
        for (a, b, alike) in [
            (
                "https://www.chengju.example/it/0.html",
                "https://www.chengju.example/it/1.html",
                true,
            ),
            (
                "https://a.chengju.example/news/12/3.html",
                "https://b.chengju.example/city/99/1.html",
                true,
            ),
            (
                "https://www.chengju.example/?p=3",
                "http://www.chengju.example/?p=45&from=hot",
                true,
            ),
            (
                "https://www.chengju.example/?p=3",
                "https://www.chengju.example/?tag=45",
                false,
            ),
            (
                "https://www.chengju.example/it/0.html",
                "https://www.chengju.example/it/",
                false,
            ),
        ] {
            assert_eq!(skeleton(a) == skeleton(b), alike, "{a} {b}");
        }
    }

    #[test]
    fn own_pages() {
        let own = "https://www.chengju.example/news/20240510-1.html";
        for (a, b, expected) in [
            (
                own,
                "http://www.chengju.example/news/20240510-1.html#top",
                true,
            ),
            (
                own,
                "https://www.chengju.example/news/20240510-1.html?from=hot",
                true,
            ),
            (
                "https://www.chengju.example/news/260739/",
                "https://www.chengju.example/news/260739",
                true,
            ),
            (
                own,
                "https://www.chengju.example/news/20240510-2.html",
                false,
            ),
            (
                "https://www.chengju.example/news/show?id=12345",
                "https://www.chengju.example/news/show?id=12346",
                false,
            ),
            (
                "https://www.chengju.example/news/",
                "https://www.chengju.example/news/?id=12346",
                false,
            ),
        ] {
            assert_eq!(same_page(a, b), expected, "{a} {b}");
        }
    }

    #[test]
    fn owners() {
        for (url, expected) in [
            ("https://news.chengju.com.cn/1.html", "chengju.com.cn"),
            ("https://chengju.com.cn/1.html", "chengju.com.cn"),
            ("https://www.news.chengju.com/1.html", "chengju.com"),
            ("https://chengju.cn", "chengju.cn"),
        ] {
            assert_eq!(owner(url), expected, "{url}");
        }
    }
}
