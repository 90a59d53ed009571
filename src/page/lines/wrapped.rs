//! Text whose lines were broken at a width, as mail and old text files are: which line goes on in the next, told by their widths alone.

use std::borrow::Cow;

use crate::text::is_wide;

/// Columns of the narrowest and the widest text: verse is narrower, and what is wider is a paragraph.
const NARROWEST: usize = 30;
const WIDEST: usize = 160;
/// Columns that a full line may lack: a mark that may not begin a line, a half character.
const SLACK: usize = 4;
/// Full lines that are no accident.
const FULL_MIN: usize = 4;
/// Marks a sentence ends with, and what may close behind them.
const ENDS: [char; 12] = [
    '。', '！', '？', '…', '”', '」', '』', '）', '!', '?', ')', '.',
];

/// The width at which a text's lines were broken, in columns: a third of its lines are as wide, none is wider, they break within
/// sentences, and the shorter lines below them end sentences.
pub(super) fn width(lines: &[&str]) -> Option<usize> {
    let widths: Vec<usize> = lines.iter().map(|line| columns(line)).collect();
    let mut sorted: Vec<usize> = widths.iter().copied().filter(|&width| width > 0).collect();
    sorted.sort_unstable();
    // An address here and there is wider.
    let width = *sorted.get(sorted.len().checked_sub(1 + sorted.len() / 20)?)?;
    if !(NARROWEST..=WIDEST).contains(&width) {
        return None;
    }
    let is_full = |i: usize| widths[i] + SLACK >= width;
    let ends = |i: usize| lines[i].trim_end().ends_with(ENDS);
    let full = (0..lines.len()).filter(|&i| is_full(i));
    let (all, within) = full.clone().fold((0, 0), |(all, within), i| {
        (all + 1, within + usize::from(!ends(i)))
    });
    let last = full.filter_map(|i| (i + 1 < lines.len() && !is_full(i + 1)).then_some(i + 1));
    let (last, ended) = last
        .filter(|&i| widths[i] > 0)
        .fold((0, 0), |(last, ended), i| {
            (last + 1, ended + usize::from(ends(i)))
        });
    let broken = all >= FULL_MIN && all * 3 >= sorted.len() && within * 10 >= all * 7;
    (broken && last > 0 && ended * 2 > last).then_some(width)
}

/// The paragraphs of such a text: a line goes on in the next if that one's first word had no room in it. A blank line and an indent begin
/// a paragraph.
pub(super) fn paragraphs<'t>(lines: &[&'t str], width: usize) -> Vec<Cow<'t, str>> {
    let indent = |line: &str| columns(&line[..line.len() - line.trim_start().len()]);
    let written = lines.iter().filter(|line| !line.trim().is_empty());
    let margin = written.map(|line| indent(line)).min().unwrap_or(0);
    let mut out: Vec<Cow<'t, str>> = Vec::new();
    let mut above = "";
    for line in lines {
        let text = line.trim();
        let goes_on = !text.is_empty()
            && !above.trim().is_empty()
            && indent(line) <= margin
            && columns(above) + first_word(text) + SLACK / 2 > width;
        match out.last_mut().filter(|_| goes_on) {
            Some(paragraph) => {
                let paragraph = paragraph.to_mut();
                let solid = |c: Option<char>| c.is_some_and(|c| !c.is_ascii());
                if !solid(paragraph.chars().next_back()) && !solid(text.chars().next()) {
                    paragraph.push(' ');
                }
                paragraph.push_str(text);
            }
            None => out.push(text.into()),
        }
        above = line;
    }
    out
}

/// Columns of a line without the blanks at its end: a wide character takes two.
fn columns(line: &str) -> usize {
    line.trim_end()
        .chars()
        .map(|c| 1 + usize::from(is_wide(c) || matches!(c, '“' | '”' | '‘' | '’' | '…' | '—')))
        .sum()
}

/// Columns of what a line may not be broken in: a word in Latin letters, or a character with the marks behind it.
fn first_word(text: &str) -> usize {
    let latin = text
        .find(|c: char| !c.is_ascii_graphic())
        .unwrap_or(text.len());
    if latin > 0 {
        return latin;
    }
    let mut chars = text.chars();
    let first = chars.next().map_or(0, |_| 2);
    let marks = chars
        .take_while(|c| ENDS.contains(c) || matches!(*c, '，' | '、' | '；' | '：' | '》'))
        .count();
    first + marks * 2
}

#[cfg(test)]
mod tests {
    use super::{paragraphs, width};

    const TEXT: [&str; 4] = [
        "公园占地三十公顷，前身是一片旧厂房。改造历时三年，保留了两座水塔和一段铁轨，由市园林局负责养护。",
        "城东公园今天上午正式向市民开放，园内步道、湖区和儿童乐园同时启用，全天免费，首日迎来三千多名游客。",
        "“这里的湖水很清，比以前好多了。”市民张三带着孩子来了，他说以后每个周末都会过来走一走。",
        "市园林局负责人表示，二期工程将于明年春天动工，届时还会新建一座图书馆和两处停车场。",
    ];

    fn broken(text: &str, at: usize) -> Vec<String> {
        let chars: Vec<char> = text.chars().collect();
        chars.chunks(at).map(|line| line.iter().collect()).collect()
    }

    fn read(lines: &[String]) -> Option<Vec<String>> {
        let lines: Vec<&str> = lines.iter().map(String::as_str).collect();
        let paragraphs = paragraphs(&lines, width(&lines)?);
        let written = paragraphs.iter().filter(|line| !line.is_empty());
        Some(written.map(ToString::to_string).collect())
    }

    #[test]
    fn lines_are_joined_where_they_were_broken() {
        for at in [18, 20, 30, 36] {
            let mut blank = vec!["城东公园今起开放".to_string(), String::new()];
            let mut indented = vec!["城东公园今起开放".to_string()];
            for text in TEXT {
                blank.extend(broken(text, at));
                blank.push(String::new());
                indented.extend(broken(&format!("　　{text}"), at));
            }
            let mut expected = vec!["城东公园今起开放"];
            expected.extend(TEXT);
            assert_eq!(read(&blank).unwrap(), expected, "{at}");
            assert_eq!(read(&indented).unwrap(), expected, "{at}");
        }
    }

    #[test]
    fn words_in_latin_letters_keep_their_space() {
        let mut lines: Vec<String> = broken(TEXT[0], 20);
        lines.extend(
            [
                "",
                "Chengdong Park opened to the public",
                "this morning.",
                "",
            ]
            .map(String::from),
        );
        lines.extend(broken(TEXT[1], 20));
        let read = read(&lines).unwrap();
        assert_eq!(read[1], "Chengdong Park opened to the public this morning.");
    }

    #[test]
    fn other_texts_keep_their_lines() {
        let row = |row: &str, times: usize| vec![row.to_string(); times];
        let headlines = row("城西公园明年春天动工市民可以提出建议", 12);
        let verse = row("湖水在春天醒来，", 12);
        let sentences = row("城东公园今天上午正式开放，全天免费，欢迎来玩。", 12);
        let paragraphs: Vec<String> = TEXT.iter().map(ToString::to_string).collect();
        for lines in [headlines, verse, sentences, paragraphs, Vec::new()] {
            assert_eq!(read(&lines), None, "{lines:?}");
        }
    }
}
