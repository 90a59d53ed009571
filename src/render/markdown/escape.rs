//! Text inside a line of Markdown: escaping, emphasis, links. Not the blocks.

use crate::body::Inline;
use crate::body::plain::running;
use crate::render::inline::{Run, Style, runs};

/// Where inlines stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Place {
    /// Line breaks stay, as `\n`; the start of a line must not look like a block.
    Paragraph,
    /// One line, already marked as a heading.
    Heading,
    /// One line; pipes are escaped.
    Cell,
}

/// Inlines as Markdown. Lines are trimmed and none is empty. Without `links`, a link becomes its text.
pub(super) fn inline(content: &[Inline], place: Place, links: bool) -> String {
    let mut runs = runs(content);
    if !links {
        runs.iter_mut().for_each(|run| run.style.link = None);
    }
    unlink_blank(&mut runs);
    part_marks(&mut runs);
    let mut out = String::new();
    // The last character written of the text itself, marks left out.
    let mut before = None;
    let mut link = None;
    for (index, run) in runs.iter().enumerate() {
        if link != run.style.link {
            if let Some(url) = link {
                close(&mut out, url);
                before = Some(')');
            }
            if run.style.link.is_some() {
                if out.ends_with('!') {
                    // `![` would begin an image.
                    out.insert(out.len() - 1, '\\');
                }
                out.push('[');
                before = Some('[');
            }
            link = run.style.link;
        }
        let next = runs.get(index + 1);
        let after = match next {
            Some(next) if next.style.link == link => neighbour(next, next.text.chars().next()),
            _ if link.is_some() => Some(']'),
            Some(_) => Some('['),
            None => None,
        };
        styled(&mut out, run, before, after, place);
        before = neighbour(run, run.text.chars().next_back());
    }
    if let Some(url) = link {
        close(&mut out, url);
    }
    match place {
        Place::Paragraph => {
            let lines = out.split('\n').map(str::trim).filter(|l| !l.is_empty());
            lines.map(start_of_line).collect::<Vec<_>>().join("\n")
        }
        Place::Heading => {
            let mut line = out.replace('\n', " ").trim().to_owned();
            // A heading may end in marks, which are not part of it.
            let text = line.trim_end_matches('#').len();
            if text < line.len() {
                line.insert(text, '\\');
            }
            line
        }
        Place::Cell => out.replace('\n', " ").trim().to_owned(),
    }
}

/// Text that must stay text, on one line: an image's description, a title.
pub(super) fn literal(text: &str) -> String {
    let text: String = text.trim().chars().filter_map(running).collect();
    let mut out = String::new();
    escape(&mut out, &text, Place::Heading);
    out
}

/// A link's or an image's URL, where it cannot end the link.
pub(super) fn destination(url: &str) -> String {
    let url = url.trim();
    let mut out = String::with_capacity(url.len());
    for (at, c) in url.char_indices() {
        match c {
            '(' | ')' | '<' | '>' | '"' | '\'' | '\\' | '`' | '|' => percent(&mut out, c),
            c if c.is_whitespace() || c.is_control() => percent(&mut out, c),
            '&' if is_entity(&url[at..]) => out.push_str("&amp;"),
            c => out.push(c),
        }
    }
    out
}

fn percent(out: &mut String, c: char) {
    use std::fmt::Write as _;
    for byte in c.encode_utf8(&mut [0; 4]).bytes() {
        let _ = write!(out, "%{byte:02X}");
    }
}

/// Whether text starts with something like `&amp;` or `&#58;`.
fn is_entity(text: &str) -> bool {
    let name = text.bytes().skip(1).take(40);
    let length = name
        .take_while(|b| b.is_ascii_alphanumeric() || *b == b'#')
        .count();
    length > 0 && text.as_bytes().get(length + 1) == Some(&b';')
}

/// Links around nothing are no links.
fn unlink_blank(runs: &mut [Run]) {
    for group in runs.chunk_by_mut(|a, b| a.style.link == b.style.link) {
        if group.iter().all(|run| run.text.trim().is_empty()) {
            group.iter_mut().for_each(|run| run.style.link = None);
        }
    }
}

/// Bold italics between italics and bold are written bold: of all runs of marks that touch, `*甲****乙*****丙**` alone is
/// read otherwise than meant, by the rule about lengths that are multiples of three.
fn part_marks(runs: &mut Vec<Run>) {
    for at in 1..runs.len().saturating_sub(1) {
        let [a, b, c] = [at - 1, at, at + 1].map(|i| runs[i].style);
        let marked = |style: Style| style.strong || style.emphasis;
        let alike = a.strong == c.strong || a.emphasis == c.emphasis || !marked(a) || !marked(c);
        let letters = |i: usize| {
            let text = &runs[i].text;
            [text.chars().next(), text.chars().next_back()]
                .map(|c| c.is_some_and(char::is_alphanumeric))
        };
        let touch = letters(at - 1)[1] && letters(at) == [true; 2] && letters(at + 1)[0];
        if touch && b.strong && b.emphasis && !alike && a.link == b.link && b.link == c.link {
            runs[at].style.emphasis = false;
        }
    }
    runs.dedup_by(|next, run| {
        let same = next.style == run.style;
        if same {
            run.text.push_str(&next.text);
        }
        same
    });
}

/// A run's first or last character as its neighbour sees it. Where two marks would touch, only letters on both sides keep
/// them apart, so that a marked run's punctuation counts as a letter.
fn neighbour(run: &Run, edge: Option<char>) -> Option<char> {
    let marked = run.style.strong || run.style.emphasis;
    edge.map(|c| match c {
        c if marked && !c.is_whitespace() => '字',
        c => c,
    })
}

fn close(out: &mut String, url: &str) {
    out.push_str("](");
    out.push_str(&destination(url));
    out.push(')');
}

/// Writes a run with its marks. `before` and `after` are its neighbours.
///
/// CommonMark lets a mark open or close only where the characters on its two sides allow it: not with punctuation inside and
/// a letter outside, as `他说**“你好”**后` has it, nor with white space inside. Such edges move out: `他说“**你好**”后`.
fn styled(out: &mut String, run: &Run, before: Option<char>, after: Option<char>, place: Place) {
    let mark = match (run.style.strong, run.style.emphasis) {
        (false, false) => return escape(out, &run.text, place),
        (true, false) => "**",
        (false, true) => "*",
        (true, true) => "***",
    };
    let movable = |outside: Option<char>| {
        let free = outside.is_none_or(|c| c.is_whitespace() || is_punctuation(c));
        move |c: char| c.is_whitespace() || (!free && !c.is_alphanumeric())
    };
    // After white space has moved out, it is the neighbour, and punctuation may stay.
    let edge = |text: &str, outside| match text.trim() == text {
        true => outside,
        false => Some(' '),
    };
    let text = run.text.as_str();
    let inner = text.trim_start_matches(movable(edge(text.trim_end(), before)));
    let start = text.len() - inner.len();
    let inner = inner.trim_end_matches(movable(edge(text.trim_start(), after)));
    let end = start + inner.len();
    escape(out, &text[..start], place);
    if inner.is_empty() {
        return escape(out, &text[start..], place);
    }
    out.push_str(mark);
    escape(out, inner, place);
    out.push_str(mark);
    escape(out, &text[end..], place);
}

/// Punctuation by every version of CommonMark; of symbols such as `￥` not all say so.
fn is_punctuation(c: char) -> bool {
    c.is_ascii_punctuation()
        || matches!(c, '‐'..='‧' | '、'..='〃' | '〈'..='】' | '〔'..='〟')
        || matches!(
            c,
            '！' | '（' | '）' | '，' | '．' | '：' | '；' | '？' | '·'
        )
}

fn escape(out: &mut String, text: &str, place: Place) {
    let mut before = None;
    let mut chars = text.chars().peekable();
    while let Some(c) = chars.next() {
        let after = chars.peek().copied();
        match c {
            '\\' | '`' | '*' | '[' | ']' | '~' => out.extend(['\\', c]),
            '|' if place == Place::Cell => out.push_str("\\|"),
            // Inside a word it means nothing.
            '_' if [before, after]
                .iter()
                .all(|c| c.is_some_and(char::is_alphanumeric)) =>
            {
                out.push(c);
            }
            '_' => out.push_str("\\_"),
            // Not `\<`: that no tag can come of it should be plain to see, also in dialects with other escapes.
            '<' => out.push_str("&lt;"),
            '&' if after.is_some_and(|c| c == '#' || c.is_ascii_alphabetic()) => {
                out.push_str("&amp;");
            }
            c => out.push(c),
        }
        before = Some(c);
    }
}

/// A line that does not begin a heading, list, quote, rule or table. Its other marks are escaped already.
fn start_of_line(line: &str) -> String {
    let bytes = line.as_bytes();
    let next = bytes.get(1).copied().unwrap_or(b' ');
    let digits = bytes.iter().take_while(|b| b.is_ascii_digit()).count();
    let at = match bytes.first() {
        Some(b'#' | b'>' | b'=' | b'|') => Some(0),
        Some(b'+') if next == b' ' => Some(0),
        Some(b'-') if matches!(next, b' ' | b'-' | b':' | b'|') => Some(0),
        Some(b':') if next == b'-' => Some(0),
        _ if (1..=9).contains(&digits) && matches!(bytes.get(digits), Some(b'.' | b')')) => {
            let space = bytes.get(digits + 1).is_none_or(|&b| b == b' ');
            space.then_some(digits)
        }
        _ => None,
    };
    match at {
        Some(at) => format!("{}\\{}", &line[..at], &line[at..]),
        None => line.to_owned(),
    }
}
