//! `Input`: one page and what is known of it from outside the page. Not options, which hold for all pages (see `Parser`), and no fetching.

use chrono::{DateTime, FixedOffset};
use url::Url;

/// One page to read, and what its caller knows of it: where it came from, its HTTP header, when it was saved.
///
/// All but the page itself may be left out. What is optional is taken as a value or as an `Option`, so that a record of a
/// crawl goes in as it is.
///
/// ```
/// use zhengwen::chrono::DateTime;
/// use zhengwen::{Input, Parser};
///
/// let parser = Parser::new(); // one for all pages
/// let page = "<h1>城东公园今起开放</h1><p>3小时前 来源：橙橘网</p>
///     <p>城东公园今天上午正式向市民开放，园内步道、湖区和儿童乐园同时启用，全天免费。</p>";
/// let article = parser.read(
///     Input::bytes(page.as_bytes())
///         .url("https://news.chengju.example/2024/0510/1.html")
///         .content_type("text/html; charset=utf-8")
///         .saved(DateTime::parse_from_rfc3339("2024-05-10T10:00:00+08:00")?),
/// )?;
/// assert_eq!(article.metadata.published.unwrap().value.to_rfc3339(), "2024-05-10T07:00:00+08:00");
/// assert_eq!(article.metadata.canonical_url.as_deref(), Some("https://news.chengju.example/2024/0510/1.html"));
///
/// let article = parser.read(page)?; // a page and nothing else
/// assert_eq!(article.metadata.title.as_deref(), Some("城东公园今起开放"));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[must_use]
pub struct Input<'a> {
    pub(crate) content: Content<'a>,
    pub(crate) url: Option<&'a str>,
    pub(crate) content_type: Option<&'a str>,
    pub(crate) saved: Option<DateTime<FixedOffset>>,
}

/// The page itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Content<'a> {
    /// HTML, or text without markup: its contents tell.
    Html(&'a str),
    /// Text without markup.
    Text(&'a str),
    Bytes(&'a [u8]),
}

impl<'a> Input<'a> {
    /// A page that is text already.
    pub fn html(html: &'a str) -> Self {
        Self::of(Content::Html(html))
    }

    /// The text of a page without its markup: saved as text, copied from a browser, out of a crawl's text files (WET).
    ///
    /// [`html`](Self::html) and [`bytes`](Self::bytes) see for themselves that there is no markup; this says so of a text that has
    /// tags in it, which are then characters like others.
    ///
    /// ```
    /// use zhengwen::{Input, Parser};
    ///
    /// let text = "城东公园今起开放\n2024-05-10 06:58　来源：橙橘网\n\
    ///     城东公园今天上午正式向市民开放，园内步道、湖区和儿童乐园同时启用，全天免费。\n相关阅读\n城西公园明年春天动工\n城北绿道今天全线贯通";
    /// let article = Parser::new().read(Input::text(text))?;
    /// assert_eq!(article.metadata.title.as_deref(), Some("城东公园今起开放"));
    /// assert_eq!(article.related[0].items[1].title, "城北绿道今天全线贯通");
    /// # Ok::<(), zhengwen::Error>(())
    /// ```
    pub fn text(text: &'a str) -> Self {
        Self::of(Content::Text(text))
    }

    /// A page as it was received or saved; its charset is found out (see [`decode`](crate::decode)).
    pub fn bytes(bytes: &'a [u8]) -> Self {
        Self::of(Content::Bytes(bytes))
    }

    fn of(content: Content<'a>) -> Self {
        Self {
            content,
            url: None,
            content_type: None,
            saved: None,
        }
    }

    /// Where the page came from: the base of relative links, and the first thing a site's rule is looked up by.
    ///
    /// An address without scheme, `news.chengju.example/1.html`, is read as `http`. One that is no web address (`about:blank`, a
    /// file's path) is not used; the trace names it ([`Trace::refused_url`](crate::Trace::refused_url)).
    ///
    /// ```
    /// use zhengwen::{Input, Parser};
    ///
    /// let page = "<h1>城东公园今起开放</h1><p>城东公园今天上午正式向市民开放。</p>";
    /// let article = Parser::new().read(Input::html(page).url("news.chengju.example/1.html"))?;
    /// assert_eq!(article.metadata.canonical_url.as_deref(), Some("http://news.chengju.example/1.html"));
    ///
    /// let (article, trace) = Parser::new().read_traced(Input::html(page).url("网页/1.html"))?;
    /// assert_eq!(article.metadata.canonical_url, None);
    /// assert_eq!(trace.refused_url.as_deref(), Some("网页/1.html"));
    /// # Ok::<(), zhengwen::Error>(())
    /// ```
    pub fn url(mut self, url: impl Into<Option<&'a str>>) -> Self {
        self.url = url.into();
        self
    }

    /// The HTTP header `Content-Type`, whole, or the charset it names alone: `text/html; charset=gbk`, `gbk`.
    ///
    /// A hint about bytes, not believed against them (see [`decode`](crate::decode)); of no use for a page that is text already. A name
    /// that no charset has is not used; the trace has it ([`Trace::refused_charset`](crate::Trace::refused_charset)).
    ///
    /// ```
    /// use zhengwen::{Input, Parser};
    ///
    /// // <p>正文</p> in GBK, which the page does not say.
    /// let input = Input::bytes(b"<p>\xd5\xfd\xce\xc4</p>").content_type("text/html;charset=\"GBK\"");
    /// let (_, trace) = Parser::new().read_traced(input)?;
    /// assert_eq!(trace.charset, Some("gb18030"));
    /// # Ok::<(), zhengwen::Error>(())
    /// ```
    pub fn content_type(mut self, header: impl Into<Option<&'a str>>) -> Self {
        self.content_type = header.into();
        self
    }

    /// When the page was saved, in whatever zone: what 3小时前, 昨天 10:23 and dates without a year are counted from.
    ///
    /// `DateTime<Utc>` and `DateTime<Local>` become what is asked for by their method `fixed_offset`.
    pub fn saved(mut self, time: impl Into<Option<DateTime<FixedOffset>>>) -> Self {
        self.saved = time.into();
        self
    }
}

impl<'a> From<&'a str> for Input<'a> {
    fn from(html: &'a str) -> Self {
        Self::html(html)
    }
}

impl<'a> From<&'a String> for Input<'a> {
    fn from(html: &'a String) -> Self {
        Self::html(html)
    }
}

impl<'a> From<&'a [u8]> for Input<'a> {
    fn from(bytes: &'a [u8]) -> Self {
        Self::bytes(bytes)
    }
}

impl<'a> From<&'a Vec<u8>> for Input<'a> {
    fn from(bytes: &'a Vec<u8>) -> Self {
        Self::bytes(bytes)
    }
}

impl<'a, const N: usize> From<&'a [u8; N]> for Input<'a> {
    fn from(bytes: &'a [u8; N]) -> Self {
        Self::bytes(bytes)
    }
}

/// Longer addresses are none.
const MAX: usize = 4096;

/// Names of files, which look like hosts: `1.html`.
const FILES: [&str; 8] = [
    "html", "htm", "shtml", "xhtml", "mhtml", "php", "aspx", "txt",
];

/// The web address a caller gave, if it is one; without a scheme it is read as `http`.
pub(crate) fn address(given: &str) -> Option<Url> {
    let given = given.trim();
    if given.is_empty() || given.len() > MAX {
        return None;
    }
    let head = &given[..given.find(['/', '?', '#']).unwrap_or(given.len())];
    let named = given[head.len()..].starts_with("//");
    let url = if named && head.is_empty() {
        Url::parse(&format!("http:{given}"))
    } else if named && head.ends_with(':') {
        Url::parse(given)
    } else {
        // `chengju.example:8080/1.html` would be read as having the scheme `chengju.example`, a mail's address as a password.
        let host = head.split(':').next().unwrap_or(head);
        let last = host.rsplit('.').next().unwrap_or_default();
        if head.contains('@') || FILES.iter().any(|f| last.eq_ignore_ascii_case(f)) {
            return None;
        }
        Url::parse(&format!("http://{given}"))
    };
    let url = url.ok()?;
    let host = url.host_str()?.trim_matches('.');
    let web =
        matches!(url.scheme(), "http" | "https") && (host.contains('.') || host == "localhost");
    web.then_some(url)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Parser;

    #[test]
    fn addresses() {
        for (given, read) in [
            (
                "https://chengju.example/1.html",
                "https://chengju.example/1.html",
            ),
            (" http://chengju.example \n", "http://chengju.example/"),
            ("HTTP://Chengju.Example/A", "http://chengju.example/A"),
            ("chengju.example/1.html", "http://chengju.example/1.html"),
            ("www.chengju.example", "http://www.chengju.example/"),
            (
                "chengju.example:8080/1.html",
                "http://chengju.example:8080/1.html",
            ),
            ("chengju.example?id=1", "http://chengju.example/?id=1"),
            ("//chengju.example/1.html", "http://chengju.example/1.html"),
            ("localhost:8000/1.html", "http://localhost:8000/1.html"),
            ("127.0.0.1/1.html", "http://127.0.0.1/1.html"),
            (
                "chengju.example/go?to=http://x.example/",
                "http://chengju.example/go?to=http://x.example/",
            ),
            (
                "橙橘网.example/公园",
                "http://xn--gewb912n.example/%E5%85%AC%E5%9B%AD",
            ),
        ] {
            let url = address(given).map(String::from);
            assert_eq!(url.as_deref(), Some(read), "{given:?}");
        }
        for given in [
            "",
            " ",
            "公园",
            "1.html",
            "1.HTM",
            "pages/1.html",
            "./1.html",
            "/tmp/1.html",
            "file:///tmp/1.html",
            "C:\\pages\\1.html",
            "about:blank",
            "mailto:zhangsan@chengju.example",
            "javascript:alert(1)",
            "ftp://chengju.example/1.html",
            "https://",
            "http://chengju/1.html",
            "城东公园 今起开放.",
        ] {
            assert_eq!(address(given).map(String::from), None, "{given:?}");
        }
    }

    #[test]
    fn what_a_page_says_of_its_input_is_used_for_that_page_only() {
        let page = "<h1>城东公园今起开放</h1><p>昨天 10:23</p><p>城东公园今天开放，<a href=2.html>地图</a>在此。</p>";
        let parser = Parser::new()
            .url("https://chengju.example/a/1.html")
            .now(DateTime::parse_from_rfc3339("2024-05-10T10:00:00+08:00").unwrap());
        let first = parser.read(page).unwrap();
        assert_eq!(first, parser.parse(page).unwrap());
        // 22:00 in London is tomorrow in Beijing.
        let saved = DateTime::parse_from_rfc3339("2024-05-20T22:00:00+00:00").unwrap();
        let input = Input::from(page).url("https://chengju.example/b/1.html");
        let second = parser.read(input.saved(saved)).unwrap();
        for (article, day, folder) in [(&first, "2024-05-09", "a"), (&second, "2024-05-20", "b")] {
            let time = article.metadata.published.as_ref().unwrap();
            assert_eq!(time.value.to_rfc3339(), format!("{day}T10:23:00+08:00"));
            let link = format!("https://chengju.example/{folder}/2.html");
            assert!(
                article.body.html().contains(&link),
                "{}",
                article.body.html()
            );
        }
        assert_eq!(parser.parse(page).unwrap(), first);
    }

    #[test]
    fn a_bad_charset_is_noted() {
        for (given, refused) in [
            (Some("nonsense"), true),
            (Some("text/html; charset=nonsense"), true),
            (Some("text/html"), false),
            (Some("text/html; charset=gbk"), false),
            (Some("GB2312"), false),
            (Some(""), false),
            (None, false),
        ] {
            let input = Input::bytes("<p>城东公园今天开放。</p>".as_bytes()).content_type(given);
            let (_, trace) = Parser::new().read_traced(input).unwrap();
            let expected = given.filter(|_| refused);
            assert_eq!(trace.refused_charset.as_deref(), expected, "{given:?}");
        }
    }

    #[test]
    fn a_bad_address_is_noted_and_never_canonical() {
        let page = "<h1>城东公园今起开放</h1><p>城东公园今天开放。</p><link rel=canonical href='https://chengju.example/'>";
        for bad in ["about:blank", "城东公园", "1.html"] {
            let (article, trace) = Parser::new()
                .read_traced(Input::html(page).url(bad))
                .unwrap();
            assert_eq!(article.metadata.canonical_url, None, "{bad}");
            assert_eq!(trace.refused_url.as_deref(), Some(bad));
            let old = Parser::new().url(bad).parse_traced(page).unwrap();
            assert_eq!(old, (article, trace));
        }
        let (_, trace) = Parser::new()
            .read_traced(Input::html(page).url(" "))
            .unwrap();
        assert_eq!(trace.refused_url, None);
    }
}
