//! Lines for a terminal: width of Chinese text, wrapping without a closing mark at a line's start. Knows nothing of articles.

use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};

/// Columns a text takes.
pub fn width(text: &str) -> usize {
    text.width()
}

/// Breaks text into lines of at most `columns`. A line does not start with a closing mark (避头) nor end with an opening one (避尾),
/// and Latin words stay whole where they fit.
pub fn wrap(text: &str, columns: usize) -> Vec<String> {
    let columns = columns.max(10);
    let mut lines = Vec::new();
    for paragraph in text.lines() {
        let mut line = String::new();
        let mut used = 0;
        for piece in pieces(paragraph) {
            let wide = width(piece);
            let closing = piece.chars().next().is_some_and(is_closing);
            if used + wide > columns && !closing && used > 0 {
                let mut carried = String::new();
                while line.chars().next_back().is_some_and(is_opening) {
                    carried.insert(0, line.pop().unwrap_or_default());
                }
                lines.push(line.trim_end().to_string());
                line = carried;
                used = width(&line);
            }
            if used == 0 && piece == " " {
                continue;
            }
            line.push_str(piece);
            used += wide;
        }
        lines.push(line.trim_end().to_string());
    }
    lines
}

/// Single wide characters and whole Latin words; a word longer than a line is cut by character.
fn pieces(text: &str) -> Vec<&str> {
    let mut out = Vec::new();
    let mut start = None;
    for (i, c) in text.char_indices() {
        let single =
            c == ' ' || c.width().unwrap_or(0) != 1 || start.is_some_and(|s: usize| i - s > 40);
        if single {
            if let Some(s) = start.take() {
                out.push(&text[s..i]);
            }
            out.push(&text[i..i + c.len_utf8()]);
        } else if start.is_none() {
            start = Some(i);
        }
    }
    if let Some(s) = start {
        out.push(&text[s..]);
    }
    out
}

fn is_closing(c: char) -> bool {
    "，。、；：？！”’）】》」』…—·,.;:?!)]}".contains(c)
}

fn is_opening(c: char) -> bool {
    "“‘（【《「『([{".contains(c)
}

/// At most `columns` of a text, with an ellipsis when cut.
pub fn cut(text: &str, columns: usize) -> String {
    if width(text) <= columns {
        return text.to_string();
    }
    let mut out = String::new();
    let mut used = 0;
    for c in text.chars() {
        let wide = c.width().unwrap_or(0);
        if used + wide + 1 > columns {
            break;
        }
        used += wide;
        out.push(c);
    }
    out.push('…');
    out
}
