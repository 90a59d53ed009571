//! Whether a text is HTML: by the tags in it. Nothing is parsed here.

/// Elements that HTML has or had, those of the page's frame and of running text.
const NAMES: &[&str] = &[
    "a",
    "abbr",
    "address",
    "article",
    "aside",
    "b",
    "base",
    "big",
    "blockquote",
    "body",
    "br",
    "button",
    "caption",
    "center",
    "cite",
    "code",
    "dd",
    "del",
    "details",
    "div",
    "dl",
    "dt",
    "em",
    "embed",
    "fieldset",
    "figcaption",
    "figure",
    "font",
    "footer",
    "form",
    "frame",
    "frameset",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "head",
    "header",
    "hr",
    "html",
    "i",
    "iframe",
    "img",
    "input",
    "ins",
    "label",
    "li",
    "link",
    "main",
    "mark",
    "marquee",
    "meta",
    "nav",
    "noscript",
    "object",
    "ol",
    "option",
    "p",
    "picture",
    "pre",
    "q",
    "ruby",
    "s",
    "script",
    "section",
    "select",
    "small",
    "source",
    "span",
    "strike",
    "strong",
    "style",
    "sub",
    "sup",
    "svg",
    "table",
    "tbody",
    "td",
    "template",
    "textarea",
    "tfoot",
    "th",
    "thead",
    "time",
    "title",
    "tr",
    "tt",
    "u",
    "ul",
    "var",
    "video",
    "wbr",
];
/// A text with fewer tags than one for so many lines is a text that speaks of tags.
const LINES_PER_TAG: usize = 8;

/// Whether a text is HTML, a page or a piece of one.
///
/// `<` alone is none (`3<5`, `<城东公园>`), nor is `&nbsp;`: text that was cut out of a page keeps those. One `<br>` in a line of
/// text is; one in a long text of many lines is not, wherever it stands.
pub(crate) fn is_html(text: &str) -> bool {
    let start = text.trim_start_matches(|c: char| c.is_whitespace() || c == '\u{feff}');
    let opens = [
        "<!doctype",
        "<!--",
        "<?xml",
        "<![cdata[",
        "<html",
        "<head",
        "<body",
    ];
    if opens.iter().any(|o| starts_with(start, o)) || is_bare_tag(start) {
        return true;
    }
    // A page's title that was markup itself, above the page as text.
    if let Some((first, rest)) = start.split_once('\n')
        && tag(first).is_some()
        && tags(rest).next().is_none()
        && rest.lines().filter(|line| !line.trim().is_empty()).count() >= LINES_PER_TAG * 3
    {
        return false;
    }
    let least = match tag(start) {
        Some(_) => LINES_PER_TAG * 4,
        None => LINES_PER_TAG,
    };
    let tags = tags(text);
    let mut lines = text.lines().filter(|line| !line.trim().is_empty());
    // As many tags as lines are enough, so no more need be counted.
    match tags.take(text.len() / 64 + 8).count() {
        0 => false,
        tags => lines.nth(tags * least).is_none(),
    }
}

/// The lines of a text that has no tags but `<br>`, as line feeds. None, if it has others, or none.
///
/// Its own line feeds part lines too: a headline and its time stand above text that `<br>` parts.
pub(crate) fn broken_lines(text: &str) -> Option<String> {
    if text.contains("<!") || !text.contains('<') {
        return None;
    }
    let mut out = String::with_capacity(text.len());
    let mut from = 0;
    for (at, _) in text.match_indices('<') {
        match tag(&text[at..]) {
            Some(name) if name.eq_ignore_ascii_case("br") && !text[at..].starts_with("</") => {}
            Some(_) => return None,
            None => continue,
        }
        let end = at + text[at..].find('>')? + 1;
        out.push_str(text[from..at].trim_end_matches([' ', '\t', '\r', '\n']));
        out.push('\n');
        // The line feed behind it is the same line's end.
        let rest = text[end..].trim_start_matches([' ', '\t']);
        let rest = rest.strip_prefix('\r').unwrap_or(rest);
        let rest = rest.strip_prefix('\n').unwrap_or(rest);
        from = text.len() - rest.len();
    }
    (from > 0).then(|| {
        out.push_str(&text[from..]);
        out
    })
}

/// The tags in a text.
fn tags(text: &str) -> impl Iterator<Item = &str> {
    text.match_indices('<')
        .filter_map(|(at, _)| tag(&text[at..]))
}

/// The element's name, if a text starts with one of HTML's tags: `<p>`, `</div>`, `<br/>`, `<a href=…>`.
fn tag(text: &str) -> Option<&str> {
    let rest = text.strip_prefix('<')?;
    let rest = rest.strip_prefix('/').unwrap_or(rest);
    let name = rest.split(|c: char| !c.is_ascii_alphanumeric()).next()?;
    let known = NAMES.iter().any(|n| n.eq_ignore_ascii_case(name));
    let rest = &rest[name.len()..];
    let closed = match rest.bytes().next()? {
        b'>' | b'/' => true,
        // Attributes, not the words between `a<b and c>d`.
        b' ' | b'\t' | b'\r' | b'\n' => {
            // No further than the next tag, or `<p <p <p …` would be looked through to its end for each.
            let end = rest
                .find(['>', '<'])
                .filter(|at| rest[*at..].starts_with('>'));
            let inner = end.map(|end| rest[..end].trim());
            inner.is_some_and(|inner| inner.contains('=') || matches!(inner, "" | "/"))
        }
        _ => false,
    };
    (known && closed).then_some(name)
}

/// Whether a text starts with a tag whose attributes have no values: `<p hidden>`. In the middle of a text that may be `a<b and c>d`.
fn is_bare_tag(text: &str) -> bool {
    let Some((inner, _)) = text.strip_prefix('<').and_then(|rest| rest.split_once('>')) else {
        return false;
    };
    let mut words = inner.split_ascii_whitespace().peekable();
    let name = words.next().unwrap_or_default();
    inner.starts_with(name)
        && NAMES.iter().any(|known| known.eq_ignore_ascii_case(name))
        && words.peek().is_some()
        && words.all(|word| word.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-'))
}

fn starts_with(text: &str, prefix: &str) -> bool {
    text.get(..prefix.len())
        .is_some_and(|s| s.eq_ignore_ascii_case(prefix))
}

#[cfg(test)]
mod tests {
    use super::{broken_lines, is_html};

    #[test]
    fn lines_that_only_tags_break() {
        for (text, lines) in [
            (
                "城东公园\n今天<br>开放<BR/>",
                Some("城东公园\n今天\n开放\n"),
            ),
            (
                "城东公园<br />\r\n今天<br><br>\n开放",
                Some("城东公园\n今天\n\n开放"),
            ),
            ("3<5<br>城东<公园>", Some("3<5\n城东<公园>")),
            ("城东公园<br><b>今天</b>", None),
            ("<!-- --><br>城东公园", None),
            ("城东公园</br>", None),
            ("城东公园", None),
        ] {
            assert_eq!(broken_lines(text).as_deref(), lines, "{text}");
        }
    }

    #[test]
    fn html_and_text() {
        let lines = "城东公园今天上午正式开放。\n".repeat(40);
        let table: [(&str, bool); 25] = [
            (
                &format!("<h1 class=a><b><span>城东公园</span></b></h1> - 橙橘网\n{lines}"),
                false,
            ),
            ("<p hidden>城东公园", true),
            ("<!DOCTYPE html><p>城东公园", true),
            ("\u{feff}\r\n <html><body>城东公园", true),
            ("<?xml version='1.0'?><html>", true),
            ("<!-- 城东公园 -->", true),
            ("<p>城东公园", true),
            ("城东公园<br>今天开放", true),
            ("城东公园<BR/>今天开放", true),
            ("城东公园<br />今天开放", true),
            ("城东公园<b>今天</b>开放", true),
            ("城东公园 <img src='1.jpg'>", true),
            ("城东公园今天开放", false),
            ("城东公园&nbsp;&nbsp;今天开放", false),
            ("3<5，7>6", false),
            ("李四著<城东公园>一书", false),
            ("a<b and b>c", false),
            ("x<p", false),
            ("城东<p <p class=a>公园", true),
            ("城东<p <p 公园", false),
            ("", false),
            (&format!("网页里用<br>换行。\n{lines}"), false),
            (&format!("<br>\n{lines}"), false),
            (&lines.replace("。\n", "。<br>\n"), true),
            (&lines.replace("今天", "<今天>"), false),
        ];
        for (text, html) in table {
            assert_eq!(
                is_html(text),
                html,
                "{}",
                text.chars().take(30).collect::<String>()
            );
        }
    }
}
