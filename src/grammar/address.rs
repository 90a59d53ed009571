//! Which addresses may be articles': no comments, people, tags, searches, shops, pictures, redirects. Strings only.

use std::sync::LazyLock;

use crate::grammar::words::Words;

/// Hosts and paths of things beside articles. Each is looked for in host and path, in lower case.
const OTHER_PLACES: &[&str] = &[
    // Comments and people.
    "/comment",
    "comment.",
    "comment5.",
    "tie.",
    "gentie.",
    "/user/",
    "/u/",
    "/author/",
    "/reporter/",
    "user_home",
    "/gov_",
    "expert=",
    "userid=",
    "/follow",
    "/space/",
    "/member",
    // Tags, topics, searches, lists.
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
    // Accounts and ways in.
    "passport.",
    "/login",
    "/register",
    "/signup",
    "/subscri",
    "subscription",
    "/vip/",
    // Other sites' buttons.
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
    "youtube.com",
    // Software, shops, books, courses, games, live programmes.
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
    // Advertisements.
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
    "mailto:",
];

/// Endings of files that are no pages.
const FILES: &[&str] = &[
    ".jpg", ".jpeg", ".png", ".gif", ".webp", ".bmp", ".svg", ".mp4", ".mp3", ".pdf", ".zip",
    ".rar", ".apk", ".doc", ".docx", ".xls", ".xlsx", ".css", ".js", ".xml",
];

/// Whether an address may be an article's: it holds a number or a long name, and is none of the other things pages link to.
pub(crate) fn may_be_article(url: &str) -> bool {
    let url = url.to_ascii_lowercase();
    let absolute = url
        .split_once("://")
        .map(|(_, rest)| rest)
        .or_else(|| url.strip_prefix("//"));
    let rest = absolute.unwrap_or(&url);
    let rest = rest.split('#').next().unwrap_or(rest);
    if is_other_place(rest) {
        return false;
    }
    let (path, query) = rest.split_once('?').unwrap_or((rest, ""));
    // An address within an address: a click is counted before the page is shown.
    if FILES.iter().any(|end| path.ends_with(end))
        || query.contains("%2f%2f")
        || query.contains("://")
    {
        return false;
    }
    // A page without an address leaves its links relative.
    let path = match absolute {
        Some(_) => rest.split_once('/').map_or("", |(_, path)| path),
        None => rest,
    };
    // Where the click came from says nothing of the page: /luck/?c=spr_web_t001
    let (path, query) = path.split_once('?').unwrap_or((path, ""));
    let query = query.split('&').filter(|pair| !is_tracking(pair));
    let parts = path
        .split('/')
        .chain(query.flat_map(|pair| pair.split('=')));
    let (digits, longest) = parts.fold((0, 0), |(digits, longest), part| {
        let here = part.bytes().filter(u8::is_ascii_digit).count();
        (digits + here, longest.max(part.len()))
    });
    digits >= 3 || longest >= 16 || digits >= 1 && longest >= 9
}

/// Whether a part of a query tells only where the click came from.
fn is_tracking(pair: &str) -> bool {
    let key = pair.split('=').next().unwrap_or(pair);
    key.starts_with("utm_")
        || matches!(
            key,
            "c" | "f" | "from" | "spm" | "ref" | "refer" | "src" | "source" | "fr" | "vt" | "wm"
        )
}

static FINDER: LazyLock<Words<()>> =
    LazyLock::new(|| Words::new(OTHER_PLACES.iter().map(|word| (*word, ()))));

/// Whether an address has as many digits as a date and a number. Those of columns have fewer.
pub(crate) fn is_numbered(url: &str) -> bool {
    let path = url.split(['?', '#']).next().unwrap_or(url);
    path.bytes().filter(u8::is_ascii_digit).count() >= 10
}

/// Whether a word of [`OTHER_PLACES`] stands in an address: words of hosts (`tags.`) at the start of a host's part.
fn is_other_place(rest: &str) -> bool {
    let host_end = rest.find('/').unwrap_or(rest.len());
    FINDER.within(rest).any(|(at, word, ())| {
        let of_host = word.ends_with('.') && !word.starts_with(['/', '_']);
        !of_host || word.len() > 5 || at < host_end && (at == 0 || rest[..at].ends_with('.'))
    })
}

/// Whether an item's address is the article's own: the same path, with the same query or without one on either side.
/// What a site adds to count clicks (`?from=hot`) makes no other page.
pub(crate) fn same_page(own: &str, item: &str) -> bool {
    let (own, own_query) = parts(own);
    let (item, item_query) = parts(item);
    own == item
        && (own_query == item_query
            || (own_query.is_empty() || item_query.is_empty()) && may_be_article(own))
}

/// Whether two addresses are built alike: the same host and path, numbers aside.
pub(crate) fn alike(a: &str, b: &str) -> bool {
    words(a).eq(words(b))
}

/// Host and path without their numbers.
fn words(url: &str) -> impl Iterator<Item = &str> {
    let words = parts(url).0.split(|c: char| c.is_ascii_digit());
    words.filter(|word| !word.is_empty())
}

/// An address without scheme and fragment: host and path without a final slash, and the query.
fn parts(url: &str) -> (&str, &str) {
    let url = url.split('#').next().unwrap_or(url);
    let url = url.trim_start_matches("https:").trim_start_matches("http:");
    let (path, query) = url.split_once('?').unwrap_or((url, ""));
    (path.trim_end_matches('/'), query)
}

/// The part of a host that belongs to one owner, roughly: `news.chengju.com.cn` gives `chengju.com.cn`.
pub(crate) fn owner(url: &str) -> &str {
    let rest = url.split_once("://").map_or(url, |(_, rest)| rest);
    let host = rest.split(['/', '?', '#', ':']).next().unwrap_or(rest);
    let mut dots = host.rmatch_indices('.').map(|(at, _)| at);
    let (Some(last), Some(second)) = (dots.next(), dots.next()) else {
        return host;
    };
    // com.cn, gov.hk, co.uk: a short last part below a short one.
    let short = last - second - 1 <= 3 && host.len() - last <= 3;
    match (short, dots.next()) {
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
            assert_eq!(may_be_article(url), expected, "{url}");
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
    fn addresses_built_alike() {
        let own = "https://www.chengju.example/news/2024/0510/260739.html";
        for (item, expected) in [
            ("https://www.chengju.example/news/2023/1201/9.html", true),
            ("https://www.chengju.example/news/260739.html", false),
            ("https://games.chengju.example/news/2023/1201/9.html", false),
        ] {
            assert_eq!(alike(own, item), expected, "{item}");
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
