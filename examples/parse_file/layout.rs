//! Lines for a terminal: width of Chinese text, wrapping, cutting, cleaning. Knows nothing of articles.

use unicode_width::UnicodeWidthChar;

/// Columns a text takes: two for a Chinese character.
pub fn width(text: &str) -> usize {
    text.chars().map(columns).sum()
}

fn columns(c: char) -> usize {
    c.width().unwrap_or(0)
}

/// A page's text without what would steer the terminal: escape sequences, and marks that turn the direction of writing.
pub fn clean(text: &str) -> String {
    text.chars()
        .filter(|&c| c == '\n' || c == '\t' || !(c.is_control() || turns_direction(c)))
        .collect()
}

fn turns_direction(c: char) -> bool {
    matches!(c, '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}')
}

/// A page's text on one line.
pub fn flat(text: &str) -> String {
    clean(text).replace(['\n', '\t'], " ")
}

/// Breaks text into clean lines of at most `max` columns. A line neither starts with a closing mark nor ends with an opening one
/// (避头尾): the character before or after goes along. Latin words stay whole where they fit.
pub fn wrap(text: &str, max: usize) -> Vec<String> {
    let max = max.max(10);
    let mut lines = Vec::new();
    for paragraph in clean(text).replace('\t', " ").lines() {
        let first = lines.len();
        let mut line = String::new();
        let mut used = 0;
        for unit in units(paragraph) {
            let bare = width(unit.trim_end_matches(' '));
            if used > 0 && used + bare > max && bare <= max {
                push(&mut lines, &mut line, &mut used);
            }
            if used == 0 && bare == 0 && lines.len() > first {
                continue;
            }
            for c in unit.chars() {
                // A unit longer than a line is cut where the line is full.
                if used + columns(c) > max && c != ' ' {
                    push(&mut lines, &mut line, &mut used);
                }
                line.push(c);
                used += columns(c);
            }
        }
        push(&mut lines, &mut line, &mut used);
    }
    lines
}

fn push(lines: &mut Vec<String>, line: &mut String, used: &mut usize) {
    lines.push(line.trim_end_matches(' ').to_string());
    line.clear();
    *used = 0;
}

/// The pieces between the places where a line may break.
fn units(text: &str) -> Vec<&str> {
    let mut out = Vec::new();
    let mut start = 0;
    let mut before: Option<char> = None;
    for (i, c) in text.char_indices() {
        if before.is_some_and(|b| may_break(b, c)) {
            out.push(&text[start..i]);
            start = i;
        }
        before = Some(c);
    }
    if start < text.len() {
        out.push(&text[start..]);
    }
    out
}

fn may_break(before: char, after: char) -> bool {
    if after == ' ' || columns(after) == 0 || is_closing(after) || is_opening(before) {
        return false;
    }
    before == ' ' || columns(before) == 2 || columns(after) == 2
}

fn is_closing(c: char) -> bool {
    "，。、；：？！”’）】》〉」』〕…—·～％,.;:?!)]}%".contains(c)
}

fn is_opening(c: char) -> bool {
    "“‘（【《〈「『〔([{".contains(c)
}

/// At most `max` columns of a text on one clean line, with an ellipsis when cut.
pub fn cut(text: &str, max: usize) -> String {
    let text = flat(text);
    if width(&text) <= max {
        return text;
    }
    let mut out = String::new();
    let mut used = 0;
    for c in text.chars() {
        if used + columns(c) + 1 > max {
            break;
        }
        used += columns(c);
        out.push(c);
    }
    out.push('…');
    out
}

/// At most `max` columns of a path on one clean line, with an ellipsis in its middle when cut: its end says most.
pub fn cut_middle(path: &str, max: usize) -> String {
    let path = flat(path);
    if width(&path) <= max {
        return path;
    }
    let fits = |chars: &mut dyn Iterator<Item = char>, room: usize| -> String {
        let mut used = 0;
        chars
            .take_while(|&c| {
                used += columns(c);
                used <= room
            })
            .collect()
    };
    let room = max.saturating_sub(1);
    let end: String = fits(&mut path.chars().rev(), room * 2 / 3);
    let start = fits(&mut path.chars(), room - width(&end));
    format!("{start}…{}", end.chars().rev().collect::<String>())
}

/// An address as a reader knows it: `%E5%85%AC` as 公. What has a meaning in addresses (`%2F`, `%20`) and what is no UTF-8 stays.
pub fn address(url: &str) -> String {
    let mut out = String::with_capacity(url.len());
    let mut rest = url;
    while let Some(start) = rest.find('%') {
        out.push_str(&rest[..start]);
        rest = &rest[start..];
        let mut bytes = Vec::new();
        let mut end = 0;
        while let Some(byte) = rest
            .get(end..end + 3)
            .and_then(escaped)
            .filter(|b| *b >= 0x80)
        {
            bytes.push(byte);
            end += 3;
        }
        match std::str::from_utf8(&bytes) {
            Ok(text) if end > 0 && text.chars().all(char::is_alphanumeric) => out.push_str(text),
            _ => {
                end = end.max(1);
                out.push_str(&rest[..end]);
            }
        }
        rest = &rest[end..];
    }
    out.push_str(rest);
    out
}

/// The byte that `%E5` stands for.
fn escaped(text: &str) -> Option<u8> {
    u8::from_str_radix(text.strip_prefix('%')?, 16).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn wraps_without_marks_at_the_wrong_edge() {
        // text | the lines in 10 columns
        for (text, expected) in [
            ("城东公园今天开放", "城东公园今|天开放"),
            ("城东公园今，开放", "城东公园|今，开放"),
            ("他说城东《公园》好", "他说城东|《公园》好"),
            ("城东公园了！”他说", "城东公园|了！”他说"),
            ("用iPhone拍摄的", "用iPhone拍|摄的"),
            ("城东公园 opening now", "城东公园|opening|now"),
            ("abcdefghijklmnop", "abcdefghij|klmnop"),
            ("。。。。。。。", "。。。。。|。。"),
            ("城东\n公园", "城东|公园"),
        ] {
            let lines = wrap(text, 10);
            assert_eq!(lines.join("|"), expected);
            assert!(lines.iter().all(|l| width(l) <= 10), "{lines:?}");
        }
    }

    #[test]
    fn nothing_steers_the_terminal() {
        assert_eq!(wrap("城东\u{1b}[31m\u{202E}公园", 80), ["城东[31m公园"]);
        assert_eq!(cut("城东公园\u{7}今起开放", 9), "城东公园…");
    }

    #[test]
    fn paths_keep_their_ends() {
        assert_eq!(cut_middle("a/page.html", 20), "a/page.html");
        assert_eq!(
            cut_middle("/home/user/pages/2024/page.html", 16),
            "/home…/page.html"
        );
        assert_eq!(
            cut_middle("网页/城东公园/今起开放.html", 16),
            "网页/…开放.html"
        );
    }

    #[test]
    fn addresses_are_read_by_people() {
        for (url, shown) in [
            (
                "https://x.example/%E5%85%AC%E5%9B%AD/1?a=%2F%E5%85%AC",
                "https://x.example/公园/1?a=%2F公",
            ),
            (
                "https://x.example/%B9%AB%D4%B0",
                "https://x.example/%B9%AB%D4%B0",
            ),
            ("https://x.example/100%", "https://x.example/100%"),
            (
                "https://x.example/%E2%80%AE%e5%85%ac",
                "https://x.example/%E2%80%AE%e5%85%ac",
            ),
            ("https://x.example/%公", "https://x.example/%公"),
        ] {
            assert_eq!(address(url), shown);
        }
    }
}
