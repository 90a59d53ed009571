//! Absolute URLs by the WHATWG rules: the page's base, joins, hosts. Not which link is wanted.

use url::Url;

/// Longer addresses are none: pages with thousands of links would grow beyond all measure.
const MAX: usize = 4096;

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
            .filter(|href| href.len() <= MAX)
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
        if href.is_empty() || href.starts_with('#') || href.len() > MAX {
            return None;
        }
        let url = match &self.base {
            Some(base) => base.join(href).ok().filter(is_web).map(String::from),
            None => match Url::parse(href) {
                Ok(url) => is_web(&url).then(|| url.into()),
                Err(url::ParseError::RelativeUrlWithoutBase) if href.starts_with("//") => {
                    web(&format!("https:{href}")).map(String::from)
                }
                Err(url::ParseError::RelativeUrlWithoutBase) => Some(href.to_string()),
                Err(_) => None,
            },
        };
        url.filter(|url| url.len() <= MAX)
    }
}

/// An absolute web address; `www.example.com/…` without scheme is taken as one too, since pages write `og:url` so.
pub(crate) fn web(text: &str) -> Option<Url> {
    let text = text.trim();
    if text.len() > MAX {
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
