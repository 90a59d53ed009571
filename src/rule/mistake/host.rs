//! Hosts that no page can have.

use crate::rule::mistake::said::{Said, said};

/// What is wrong with a host that no page can have.
pub(crate) fn host(host: &str) -> Option<Said> {
    let text = host.trim();
    let bare = text
        .trim_start_matches("https://")
        .trim_start_matches("http://")
        .trim_start_matches("//");
    let (name, path) = match bare.find(['/', '?', '#']) {
        Some(at) => bare.split_at(at),
        None => (bare, ""),
    };
    if name.is_empty() {
        return Some(said(
            format!("bad host {host:?}: a path alone is on every site; write example.com{path}"),
            format!("{host:?} 只有路径，哪个网站都可能有；前面要写主机，如 example.com{path}"),
        ));
    }
    let name = name.rsplit_once('@').map_or(name, |(_, name)| name);
    let (name, port) = match name.rsplit_once(':') {
        Some((name, port)) if port.bytes().all(|b| b.is_ascii_digit()) => (name, true),
        _ => (name, false),
    };
    let stars = name.trim_start_matches(['*', '.']);
    let plain = stars.trim_end_matches('.').to_lowercase();
    // As the page's address has it: 新闻.中国 is xn--efvy81m.xn--fiqs8s.
    let ascii = url::Url::parse(&format!("http://{plain}/")).ok();
    let ascii = ascii.as_ref().and_then(|url| url.host_str());
    let path = path.split(['?', '#']).next().unwrap_or_default();
    let instead = ascii.filter(|host| host.contains('.') && !host.contains('*'));
    let path = if path == "/" { "" } else { path };
    let (en, zh) = if stars != name {
        (
            "a host covers all its subdomains as it is",
            "主机本来就包括它的所有子域名",
        )
    } else if port {
        ("ports do not count", "不看端口")
    } else if bare.len() != text.len() {
        ("without http://", "不写 http://")
    } else if !name.is_ascii() {
        (
            "addresses have such names in punycode",
            "网址里的中文域名是 punycode",
        )
    } else if name != plain {
        ("in lower case", "用小写，前后不带点和空格")
    } else if !name.contains('.') {
        (
            "a host has a dot: news.example.com",
            "主机里要有点，如 news.example.com",
        )
    } else if ascii != Some(name) || host.contains(char::is_whitespace) {
        ("no address has it", "没有网址是这样的")
    } else if host.contains(['?', '#']) {
        ("queries do not count", "不看问号后面的部分")
    } else {
        return None;
    };
    let (write, write_zh) = match instead {
        Some(host) => (
            format!("; write \"{host}{path}\""),
            format!("；改写为 \"{host}{path}\""),
        ),
        None => (
            "; write it as news.example.com or example.com/path, in lower case".to_string(),
            "；写作 news.example.com 或 example.com/path".to_string(),
        ),
    };
    Some(said(
        format!("bad host {host:?}: {en}{write}"),
        format!("主机 {host:?} 不会匹配任何网页：{zh}{write_zh}"),
    ))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hosts_that_no_page_has() {
        for (text, expected) in [
            ("*.example.com", Some("\"example.com\"")),
            (".example.com", Some("\"example.com\"")),
            ("example.com:8080", Some("\"example.com\"")),
            (
                "https://News.example.com/a?b",
                Some("\"news.example.com/a\""),
            ),
            ("/news", Some("example.com/news")),
            ("新闻.中国", Some("xn--")),
            ("Example.com", Some("\"example.com\"")),
            ("example.com.", Some("\"example.com\"")),
            ("localhost", Some("news.example.com")),
            ("exa mple.com", Some("news.example.com")),
            ("example.com", None),
            ("m.example.com/news", None),
            ("127.0.0.1", None),
        ] {
            let en = host(text).map(|said| said.en);
            assert_eq!(en.is_some(), expected.is_some(), "{text}: {en:?}");
            let en = en.unwrap_or_default();
            assert!(en.contains(expected.unwrap_or("")), "{text}: {en}");
        }
    }
}
