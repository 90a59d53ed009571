//! Text without markup as a page: each line a paragraph, the first one the page's title where another line repeats it. What the
//! lines say is judged above.

mod lone;
mod wrapped;

use std::borrow::Cow;
use std::ops::Range;

use crate::text::start;

/// A shorter line is repeated by chance: menus have their words twice.
const TITLE_MIN: usize = 7;
/// A longer line is no title.
const TITLE_MAX: usize = 200;
/// Bytes from which on a line may be a whole text whose paragraphs only their indents tell apart.
const LONG: usize = 600;

/// What ends a line.
const LINE_ENDS: [char; 7] = [
    '\n', '\r', '\u{b}', '\u{c}', '\u{85}', '\u{2028}', '\u{2029}',
];

/// The lines of a text as HTML. References (`&nbsp;`) stay what they are, tags do not.
pub(super) fn as_html(text: &str) -> String {
    let written: Vec<&str> = text
        .split("\r\n")
        .flat_map(|line| line.split(LINE_ENDS))
        .collect();
    let written: Vec<Cow<'_, str>> = match wrapped::width(&written) {
        Some(width) => wrapped::paragraphs(&written, width),
        None => written.into_iter().map(Cow::Borrowed).collect(),
    };
    let lines: Vec<&str> = written
        .iter()
        .flat_map(|line| match lone::is_whole(line, text.len()) {
            true => lone::pieces(line),
            false => paragraphs(line),
        })
        .map(|line| line.trim_matches(is_nothing))
        .filter(|line| !line.is_empty())
        .collect();
    let mut html = String::with_capacity(text.len() + lines.len() * 4 + 64);
    // A page's title that was markup itself.
    let bare = lines
        .first()
        .map_or(String::new(), |first| without_tags(first));
    let mut lines = lines;
    if let Some(first) = lines.first_mut().filter(|_| !bare.is_empty()) {
        *first = &bare;
    }
    let body = match lines.split_first() {
        Some((first, rest)) if is_title(first, rest) => {
            html.push_str("<title>");
            escape(first, &mut html);
            html.push_str("</title>");
            rest
        }
        _ => &lines,
    };
    html.push_str("<body>");
    for (i, line) in body.iter().enumerate() {
        // 标题 with ===== below it
        if is_underline(line) && i > 0 {
            continue;
        }
        let underlined = body.get(i + 1).is_some_and(|below| is_underline(below));
        let (level, line) = match heading(line) {
            None if underlined => (1, *line),
            found => found.unwrap_or((0, line)),
        };
        match i.checked_sub(1).map(|above| body[above]) {
            _ if level > 0 => html.push_str(HEADINGS[level - 1].0),
            Some(label) if goes_on(label, line) => {}
            _ => html.push_str("<p>"),
        }
        match glued(line) {
            Some(at) => {
                escape(&line[..at], &mut html);
                html.push(' ');
                escape(&line[at..], &mut html);
            }
            None => escape(line, &mut html),
        }
        if level > 0 {
            html.push_str(HEADINGS[level - 1].1);
        }
    }
    html
}

/// What opens and closes headings.
const HEADINGS: [(&str, &str); 6] = [
    ("<h1>", "</h1>"),
    ("<h2>", "</h2>"),
    ("<h3>", "</h3>"),
    ("<h4>", "</h4>"),
    ("<h5>", "</h5>"),
    ("<h6>", "</h6>"),
];

/// The level and the text of a heading of Markdown: `# 城东公园今起开放`, `## 湖区 ##`. `#城东公园#` and `# 城东公园 #` are topics.
fn heading(line: &str) -> Option<(usize, &str)> {
    let rest = line.trim_start_matches('#');
    let level = line.len() - rest.len();
    let text = rest.trim_end_matches('#').trim();
    let is_one = (1..=6).contains(&level)
        && rest.starts_with([' ', '\t'])
        && !text.is_empty()
        && (level > 1 || !rest.ends_with('#'));
    is_one.then_some((level, text))
}

/// Whether a line underlines the headline above it.
fn is_underline(line: &str) -> bool {
    line.len() >= 3 && line.bytes().all(|b| b == b'=')
}

/// A longer line is no label, in bytes.
const LABEL_MAX: usize = 36;

/// Whether a line goes on with what its label in the line above begins: `关键词` and `：公园, 湖区`.
fn goes_on(label: &str, line: &str) -> bool {
    line.starts_with(['：', ':'])
        && line.len() > '：'.len_utf8()
        && label.len() <= LABEL_MAX
        && !label.contains(['：', ':', '。', '，'])
}

/// A longer line is no line of times and names.
const INFO_MAX: usize = 200;

/// Where a clock and a day that elements set apart are glued: `15:31|2024/05/10`, `05-10|06:58`.
fn glued(line: &str) -> Option<usize> {
    if line.len() > INFO_MAX {
        return None;
    }
    let is = |at: usize, shape: &[u8]| {
        line.as_bytes()
            .get(at..at + shape.len())
            .is_some_and(|bytes| {
                bytes.iter().zip(shape).all(|(byte, shape)| match shape {
                    b'0' => byte.is_ascii_digit(),
                    b'/' => matches!(byte, b'/' | b'-' | b'.'),
                    other => byte == other,
                })
            })
    };
    let apart = |at: &usize| *at == 0 || !line.as_bytes()[at - 1].is_ascii_digit();
    (0..line.len())
        .find(|at| is(*at, b"00:000000/00") || is(*at, b"00-0000:00") && apart(at))
        .map(|at| at + 5)
}

/// A line that begins with a tag, without its tags; empty if it does not.
fn without_tags(line: &str) -> String {
    let mut out = String::new();
    let mut rest = line;
    if !line.starts_with('<') {
        return out;
    }
    while let Some((text, behind)) = rest.split_once('<') {
        let Some((_, behind)) = behind.split_once('>') else {
            break;
        };
        out.push_str(text);
        rest = behind;
    }
    out.push_str(rest);
    out.trim().to_string()
}

/// White space, and icons of a page's own font, which text has as characters of private use.
fn is_nothing(c: char) -> bool {
    c.is_whitespace() || matches!(c, '\u{feff}' | '\u{e000}'..='\u{f8ff}')
}

/// The paragraphs of a line in which only their indents are left: `……开放。　　公园占地……`. Where all of a page is in one line, the label
/// of its time tells where its menu ends and its text begins.
fn paragraphs(line: &str) -> Vec<&str> {
    if line.len() < LONG {
        return vec![line];
    }
    let mut out = Vec::new();
    let mut from = 0;
    if let Some(info) = dated(line) {
        out.extend([&line[..info.start], &line[info.clone()]]);
        from = info.end;
    }
    for (at, indent) in line.match_indices("\u{3000}\u{3000}") {
        if at > from && line[..at].ends_with(['。', '！', '？', '”', '」', '…', '）']) {
            out.push(&line[from..at]);
            from = at + indent.len();
        }
    }
    out.push(&line[from..]);
    out
}

/// Bytes of a long line within which the label of its time stands.
const DATED_WITHIN: usize = 3000;

/// Where a labelled time stands at the start of a long line: `……发布日期：2024-05-10 06:58 ……`.
fn dated(line: &str) -> Option<Range<usize>> {
    const LABELS: [&str; 6] = [
        "发布日期",
        "发布时间",
        "发表时间",
        "發布日期",
        "發布時間",
        "發佈時間",
    ];
    let start = start(line, DATED_WITHIN);
    let labels = LABELS
        .iter()
        .filter_map(|label| Some((start.find(label)?, label.len())));
    let (at, length) = labels.min()?;
    let figures = |c: char| {
        c.is_ascii_digit()
            || c.is_whitespace()
            || matches!(c, ':' | '：' | '-' | '/' | '.' | '年' | '月' | '日')
    };
    let value = &line[at + length..];
    let end = value.find(|c| !figures(c)).unwrap_or(value.len());
    let digits = value[..end].bytes().filter(u8::is_ascii_digit).count();
    (digits >= 6).then_some(at..at + length + end)
}

/// Whether the first line is the page's title, as text files of crawls have it: another line is how it starts. One that is the
/// same is a headline shown twice.
fn is_title(first: &str, rest: &[&str]) -> bool {
    let key = |text: &str| text.split_whitespace().collect::<String>();
    if first.chars().count() > TITLE_MAX {
        return false;
    }
    let key_of_first = key(first);
    rest.iter().any(|line| {
        line.len() <= first.len() * 2 && {
            let line = key(line);
            line.chars().count() >= TITLE_MIN
                && line.len() < key_of_first.len()
                && key_of_first.starts_with(&line)
        }
    })
}

fn escape(line: &str, html: &mut String) {
    let mut rest = line;
    while let Some(at) = rest.find(['<', '&']) {
        html.push_str(&rest[..at]);
        rest = &rest[at..];
        html.push_str(match rest.as_bytes()[0] {
            b'<' => "&lt;",
            _ if is_reference(rest) => "&",
            _ => "&amp;",
        });
        rest = &rest[1..];
    }
    html.push_str(rest);
}

/// `&nbsp;`, `&#8220;`, `&#x201c;`
fn is_reference(text: &str) -> bool {
    text[1..].split_once(';').is_some_and(|(name, _)| {
        let number = name.strip_prefix('#');
        let digits = number.unwrap_or(name);
        (2..=8).contains(&name.len())
            && digits.bytes().all(|b| b.is_ascii_alphanumeric())
            && (number.is_some() || name.starts_with(|c: char| c.is_ascii_alphabetic()))
    })
}

#[cfg(test)]
mod tests {
    use super::as_html;

    #[test]
    fn lines() {
        let long = "城东公园今天上午开放。".repeat(20);
        let table = [
            (
                "城东公园\r\n\r\n　今天开放\n",
                "<body><p>城东公园<p>今天开放".to_string(),
            ),
            (
                "a<b>&nbsp;c & d&#8220;e&",
                "<body><p>a&lt;b>&nbsp;c &amp; d&#8220;e&amp;".to_string(),
            ),
            (
                "城东公园今起开放 - 橙橘网\n首页\n城东公园今起开放\n正文",
                "<title>城东公园今起开放 - 橙橘网</title><body><p>首页<p>城东公园今起开放<p>正文"
                    .to_string(),
            ),
            (
                "关键词\n： 公园, 湖区\n正文\n：",
                "<body><p>关键词： 公园, 湖区<p>正文<p>：".to_string(),
            ),
            (
                "<h1 style='a'><b>城东公园</b></h1> - 橙橘网\n首页\n城东公园",
                "<body><p>城东公园 - 橙橘网<p>首页<p>城东公园".to_string(),
            ),
            ("登录\n登录\n", "<body><p>登录<p>登录".to_string()),
            (
                "# 城东公园今起开放\n正文\n\n## 湖区 ##\n#城东公园# 正文\n# 湖区 #",
                "<body><h1>城东公园今起开放</h1><p>正文<h2>湖区</h2><p>#城东公园# 正文<p># 湖区 #"
                    .to_string(),
            ),
            (
                "城东公园今起开放\r\n=====\r\n\r\n正文",
                "<body><h1>城东公园今起开放</h1><p>正文".to_string(),
            ),
            (
                "15:312024/05/10\n发布时间：05-1006:58\n2024-05-10 06:58",
                "<body><p>15:31 2024/05/10<p>发布时间：05-10 06:58<p>2024-05-10 06:58".to_string(),
            ),
            (
                &format!("{long}　　{long}"),
                format!("<body><p>{long}<p>{long}"),
            ),
            (
                &format!("首页 新闻 城东公园今起开放 发布日期：2024-05-10 06:58 {long}"),
                format!(
                    "<body><p>首页<p>新闻<p>城东公园今起开放<p>发布日期：2024-05-10 06:58<p>{long}"
                ),
            ),
        ];
        for (text, html) in table {
            assert_eq!(as_html(text), html);
        }
    }
}
