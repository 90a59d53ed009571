//! Absolute URLs by the WHATWG rules: the page's base, joins, hosts. Not which link is wanted.

use std::fmt::Write as _;

use memchr::memchr_iter;
use url::{Position, Url};

use crate::text::is_dropped;

/// Longer addresses are none: pages with thousands of links would grow beyond all measure.
const MAX: usize = 4096;

/// Longer host names are none: DNS has 253 characters. One that is not ASCII takes the square of its length to code.
const HOST_MAX: usize = 512;

/// What relative links are joined to.
#[derive(Debug, Clone, Default)]
pub(crate) struct Base {
    /// Where the page came from: given, or found in the page.
    page: Option<Url>,
    /// `base href` joined to it.
    base: Option<Url>,
}

impl Base {
    /// From the page's own URL and its `base href`.
    pub(crate) fn new(page: Option<Url>, base_href: Option<&str>) -> Self {
        let base = base_href
            .filter(|href| href.len() <= MAX && !has_endless_host(href))
            .and_then(|href| match &page {
                Some(page) => page.join(href).ok(),
                None => web(href),
            });
        let base = base.filter(is_web).or_else(|| page.clone());
        Self { page, base }
    }

    /// The page's own URL.
    pub(crate) fn page(&self) -> Option<&Url> {
        self.page.as_ref()
    }

    /// `href` as an absolute `http(s)` URL. Without any base, absolute and protocol-relative ones still are; others stay as they are.
    /// None for `javascript:`, `data:` and whatever else is no page or picture, and for links within the page.
    pub(crate) fn resolve(&self, href: &str) -> Option<String> {
        let href = href.trim_matches(|c: char| c.is_whitespace() || c.is_control());
        if href.is_empty() || href.starts_with('#') || href.len() > MAX || has_endless_host(href) {
            return None;
        }
        if is_joined(href) {
            return Some(href.to_string());
        }
        if let Some(base) = self.base.as_ref().filter(|_| href.starts_with('/')) {
            let start = match href.starts_with("//") {
                true => &base[..Position::AfterScheme],
                false => &base[..Position::BeforePath],
            };
            let colon = if href.starts_with("//") { ":" } else { "" };
            let whole = [start, colon, href].concat();
            if is_joined(&whole) && whole.len() <= MAX {
                return Some(whole);
            }
        }
        let url = match &self.base {
            Some(base) => base.join(href).ok().filter(is_web).map(String::from),
            None => match Url::parse(href) {
                Ok(url) => is_web(&url).then(|| url.into()),
                Err(url::ParseError::RelativeUrlWithoutBase) if href.starts_with("//") => {
                    web(&format!("https:{href}")).map(String::from)
                }
                Err(url::ParseError::RelativeUrlWithoutBase) => relative(href),
                Err(_) => None,
            },
        };
        url.filter(|url| url.len() <= MAX)
    }
}

/// Whether what stands where a host would is longer than any. Browsers take `\\` for `/`, any number of them, and drop line ends: an address
/// of this length that has those in it is not looked at more closely.
fn has_endless_host(href: &str) -> bool {
    if href.len() <= HOST_MAX {
        return false;
    }
    let is_slash = ['/', '\\'];
    if href.contains(['\t', '\n', '\r']) {
        return href
            .split(['/', '\\', '?', '#'])
            .any(|part| part.len() > HOST_MAX);
    }
    let end = href.find(['?', '#']).unwrap_or(href.len());
    let scheme = href[..end]
        .find(':')
        .filter(|at| !href[..*at].contains(is_slash));
    let behind = &href[scheme.map_or(0, |at| at + 1)..end];
    let host = behind.trim_start_matches(is_slash);
    let is_host = scheme.is_some() || behind.len() >= host.len() + 2;
    is_host && host.find(is_slash).unwrap_or(host.len()) > HOST_MAX
}

/// A relative address for which there is no base: as written, but for what joining would drop or escape in any. None if it has a scheme
/// after all, or what could be read as one: `ht\u{fffd}ps://…`, `javascript&colon;x`.
fn relative(href: &str) -> Option<String> {
    let mut out = String::with_capacity(href.len());
    let mut bytes = [0; 4];
    for c in href.chars().filter(|c| !matches!(c, '\t' | '\n' | '\r')) {
        if is_dropped(c) || c.is_whitespace() || matches!(c, '"' | '<' | '>' | '`') {
            for byte in c.encode_utf8(&mut bytes).bytes() {
                let _ = write!(out, "%{byte:02X}");
            }
        } else {
            out.push(c);
        }
    }
    let head = &out[..out.find(['/', '?', '#', '\\']).unwrap_or(out.len())];
    (!out.is_empty() && !head.contains([':', '&'])).then_some(out)
}

/// Whether an address is one already that joining and parsing would give back letter for letter: most links of most pages, and
/// reading each by all the rules costs more than the rest of it.
fn is_joined(href: &str) -> bool {
    let rest = href
        .strip_prefix("https://")
        .or_else(|| href.strip_prefix("http://"));
    let Some((host, path)) = rest.and_then(|rest| Some(rest.split_at(rest.find('/')?))) else {
        return false;
    };
    is_plain_host(host.as_bytes()) && is_plain_path(path.as_bytes())
}

/// No port, no name and password, no letters but plain ones; figures at the end may be an address in numbers.
fn is_plain_host(host: &[u8]) -> bool {
    let (mut dots, mut label, mut last) = (0, 0, b'.');
    // What the label before begins with, and whether two hyphens stand side by side, as in `xn--`.
    let (mut first, mut coded) = (0, false);
    for &b in host {
        match b {
            b'.' if label == 0 || label >= 64 => return false,
            b'.' => {
                dots += 1;
                label = 0;
            }
            b'a'..=b'z' | b'0'..=b'9' | b'-' => {
                if label == 0 {
                    first = b;
                }
                coded |= b == b'-' && last == b'-';
                label += 1;
            }
            _ => return false,
        }
        last = b;
    }
    dots > 0
        && host.len() < 200
        && (1..64).contains(&label)
        && last.is_ascii_lowercase()
        && !first.is_ascii_digit()
        && !(coded && host.windows(4).any(|four| four == b"xn--"))
}

/// Nothing to escape, and no `/./` or `/../`, however written, to take out.
fn is_plain_path(path: &[u8]) -> bool {
    let plain = path.iter().all(|b| PLAIN[usize::from(*b)]);
    plain
        && memchr_iter(b'.', path).all(|at| at.checked_sub(1).is_none_or(|at| path[at] != b'/'))
        && memchr_iter(b'%', path).all(|at| !matches!(path[at..], [_, b'2', b'e' | b'E', ..]))
}

/// What stands in paths and queries as it is.
static PLAIN: [bool; 256] = {
    let mut plain = [false; 256];
    let mut b = 0_u8;
    while b < 128 {
        plain[b as usize] = b.is_ascii_alphanumeric()
            || matches!(
                b,
                b'/' | b'-'
                    | b'_'
                    | b'.'
                    | b'?'
                    | b'='
                    | b'&'
                    | b'#'
                    | b'%'
                    | b'+'
                    | b','
                    | b':'
                    | b'~'
                    | b'!'
                    | b'@'
            );
        b += 1;
    }
    plain
};

/// An absolute web address; `www.example.com/…` without scheme is taken as one too, since pages write `og:url` so.
pub(crate) fn web(text: &str) -> Option<Url> {
    let text = text.trim();
    if text.len() > MAX || has_endless_host(text) {
        return None;
    }
    let url = match Url::parse(text) {
        Ok(url) => url,
        Err(_) if text.starts_with("//") => Url::parse(&format!("https:{text}")).ok()?,
        Err(_) => {
            let host = text.split('/').next()?;
            let plain = host.contains('.')
                && host
                    .bytes()
                    .all(|b| b.is_ascii_alphanumeric() || b == b'.' || b == b'-');
            if !plain {
                return None;
            }
            Url::parse(&format!("https://{text}")).ok()?
        }
    };
    is_web(&url).then_some(url)
}

fn is_web(url: &Url) -> bool {
    matches!(url.scheme(), "http" | "https")
        && url
            .host_str()
            .is_some_and(|h| h.contains('.') || h == "localhost")
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Without a base a relative address stays relative, and nothing that is none becomes one.
    #[test]
    fn endless_hosts() {
        let (host, short) = ("城".repeat(400), "城".repeat(60));
        for (href, endless) in [
            (format!("//{host}/1.html"), true),
            (format!("https://{host}"), true),
            (format!("https:{host}/1.html"), true),
            (format!("\\/\\{host}\\1.html"), true),
            (format!("ht\ntp://{host}/1.html"), true),
            (format!("//{host}?1"), true),
            (format!("//{short}/{host}"), false),
            (format!("/{host}"), false),
            (format!("{host}.html"), false),
            (format!("../a/{host}"), false),
            (format!("https://chengju.example/?go=//{host}"), false),
            (format!("a/b:{host}"), false),
        ] {
            assert_eq!(has_endless_host(&href), endless, "{href}");
        }
    }

    #[test]
    fn relative_addresses() {
        let base = Base::default();
        for (href, expected) in [
            ("a/1.html", Some("a/1.html")),
            ("/p/城东.jpg?a=1:2", Some("/p/城东.jpg?a=1:2")),
            ("p/湖区 1.jpg", Some("p/湖区%201.jpg")),
            ("a\n\tb.html", Some("ab.html")),
            ("a\u{1b}]52;\u{7}\"<b>", Some("a%1B]52;%07%22%3Cb%3E")),
            ("a\u{202e}\u{2028}b", Some("a%E2%80%AE%E2%80%A8b")),
            ("java\tscript:alert(1)", None),
            ("java\u{200b}script:alert(1)", None),
            ("javascript&colon;alert(1)", None),
            ("ht\u{fffd}ps://chengju.example/", None),
            ("城：x", Some("城：x")),
            (":x", None),
        ] {
            assert_eq!(base.resolve(href).as_deref(), expected, "{href:?}");
        }
    }

    /// What is taken as joined already is what joining gives.
    #[test]
    fn joined_addresses() {
        let base = Url::parse("https://news.chengju.example/a/1.html").unwrap();
        // address | whether it is seen without parsing
        for (href, expected) in [
            (
                "https://www.chengju.example/2024/0510/1.html?id=3&page=2",
                true,
            ),
            ("http://chengju.example/", true),
            ("http://a-1.chengju.example/x_y/-/.html", false),
            ("http://a-1.chengju.example/x_y/a.b..html", true),
            ("http://chengju.example", false),
            ("http://chengju.example?x", false),
            ("HTTP://chengju.example/", false),
            ("https://Chengju.example/", false),
            ("https://chengju.example:443/", false),
            ("https://a@chengju.example/", false),
            ("https://chengju.example/a b", false),
            ("https://chengju.example/园", false),
            ("https://chengju.example/%7e/%zz%", true),
            ("https://chengju.example/%2e%2E/", false),
            ("https://chengju.example/a;b", false),
            (
                "https://chengju.example/~a,b:c@d!e+f?~a,b:c@d!e+f%20#~a,b:c@d!e+f%?#",
                true,
            ),
            ("https://chengju.example/a/../b", false),
            ("https://chengju.example/a/./b", false),
            ("https://chengju.example/a/..", false),
            ("https://chengju.example/a//b", true),
            ("https://chengju.example/a?b=/../c", false),
            ("https://chengju.example/a?b'c", false),
            ("https://chengju.example/a#b", true),
            ("https://chengju.example/#", true),
            ("https://1.2.3.4/", false),
            ("https://chengju.1/", false),
            ("https://chengju.0x7f/", false),
            ("https://xn--fiqs8s.example/", false),
            ("https://chengju..example/", false),
            ("https://localhost/", false),
            ("https:/chengju.example/", false),
            ("https://chengju.example\\a/", false),
        ] {
            assert_eq!(is_joined(href), expected, "{href}");
            if expected {
                assert_eq!(base.join(href).map(String::from).as_deref(), Ok(href));
            }
        }
        let based = Base::new(Some(base.clone()), None);
        for href in [
            "//m.chengju.example/1.html",
            "/2/3.html",
            "/2/../3.html",
            "/2//3",
            "//m.chengju.example",
            "/",
            "/%41",
            "///x.y/z",
            "2.html",
        ] {
            let joined = base.join(href).map(String::from).ok();
            assert_eq!(based.resolve(href), joined, "{href}");
        }
    }
}
