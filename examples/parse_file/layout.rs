//! Lines for a terminal: width of Chinese text, wrapping without a closing mark at a line's start. Knows nothing of articles.

use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};

/// Columns a text takes.
pub fn width(text: &str) -> usize {
    text.width()
}

/// Breaks text into lines of at most `columns` (at least 10). A line does not start with a closing mark (避头) nor end
/// with an opening one (避尾), and Latin words stay whole where they fit. Control characters are dropped: a page must
/// not be able to steer the reader's terminal.
pub fn wrap(text: &str, columns: usize) -> Vec<String> {
    let columns = columns.max(10);
    let mut lines = Vec::new();
    for paragraph in text.lines() {
        let paragraph: String = paragraph.chars().filter(|c| !c.is_control()).collect();
        let units = units(&paragraph, columns);
        let mut line = String::new();
        let mut used = 0;
        for unit in &units {
            let wide = width(unit);
            if used + wide.min(columns) > columns && used > 0 {
                lines.push(line.trim_end().to_string());
                line.clear();
                used = 0;
                if unit.as_str() == " " {
                    continue;
                }
            }
            // Only a run of marks as long as a line gets here without fitting.
            for c in unit.chars() {
                let one = c.width().unwrap_or(0);
                if used + one > columns {
                    lines.push(std::mem::take(&mut line));
                    used = 0;
                }
                line.push(c);
                used += one;
            }
        }
        lines.push(line.trim_end().to_string());
    }
    lines
}

/// What must stay on one line: a wide character or a Latin word, with the opening marks before it and the closing ones
/// after it. A unit wider than a line is left to be cut anywhere.
fn units(text: &str, columns: usize) -> Vec<String> {
    let mut units: Vec<String> = Vec::new();
    // Whether the last unit waits for what it opens, and whether it ends within a Latin word.
    let (mut open, mut word) = (false, false);
    for c in text.chars() {
        let letter = c != ' ' && c.width() == Some(1) && !is_closing(c) && !is_opening(c);
        let no_width = c.width().unwrap_or(0) == 0;
        let joins = c != ' ' && (open || is_closing(c) || (word && letter) || no_width);
        match units.last_mut() {
            Some(last) if joins && last != " " && width(last) < columns => last.push(c),
            _ => units.push(c.to_string()),
        }
        open = is_opening(c);
        // A mark within a word (3.5, a/b) does not end it.
        word = letter || (word && (c.is_ascii_punctuation() || no_width));
    }
    units
}

fn is_closing(c: char) -> bool {
    "，。、；：？！”’）】〉》」』〕…—·～％,.;:?!)]}%".contains(c)
}

fn is_opening(c: char) -> bool {
    "“‘（【〈《「『〔([{".contains(c)
}

/// At most `columns` of a text on one line, with an ellipsis when cut. Control characters are dropped.
pub fn cut(text: &str, columns: usize) -> String {
    let text: String = text.chars().filter(|c| !c.is_control()).collect();
    if width(&text) <= columns {
        return text;
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_break_as_chinese_is_set() {
        // Ten columns: five Chinese characters. Text | lines, parted by `/`.
        for (text, expected) in [
            ("城东公园今起开放", "城东公园今/起开放"),
            // 避头: the mark takes the character before it along.
            ("城东公园今，起开放", "城东公园/今，起开放"),
            ("城东公园今。”他说", "城东公园/今。”他说"),
            // 避尾: an opening mark goes down with what it opens.
            ("城东公园《今起》", "城东公园/《今起》"),
            // Latin words and numbers stay whole.
            ("在 Beijing 开会", "在 Beijing/开会"),
            ("增长了约13.57%左右", "增长了约/13.57%左右"),
            // A word longer than a line is cut.
            ("abcdefghijklmno", "abcdefghij/klmno"),
            // So is a run of marks.
            ("。。。。。。", "。。。。。/。"),
            // Characters without width stay with theirs.
            ("e\u{301}e\u{301}", "e\u{301}e\u{301}"),
            // Orders to the terminal do not reach it.
            ("公\u{1b}[31m园\u{7}", "公[31m园"),
            ("　　甲", "　　甲"),
            ("一\n二", "一/二"),
        ] {
            assert_eq!(wrap(text, 10).join("/"), expected, "{text}");
        }
    }

    #[test]
    fn no_line_is_too_wide() {
        let text = "“城东公园”（chengdong-park）今天——5月10日——开放：https://example.com/a/b/c?d=e，免费！！！".repeat(3);
        for columns in 10..90 {
            for line in wrap(&text, columns) {
                assert!(width(&line) <= columns, "{columns}: {line}");
            }
            let whole: String = wrap(&text, columns).concat();
            assert_eq!(whole, text, "{columns}: nothing lost");
        }
    }

    #[test]
    fn cut_counts_columns() {
        assert_eq!(cut("城东公园", 8), "城东公园");
        assert_eq!(cut("城东公园", 7), "城东公…");
        assert_eq!(cut("城东公园", 0), "…");
    }
}
