//! A text that is all in one line, as pages without line feeds and fields of tables have it: where its title, times, names and
//! paragraphs were apart, told by its blanks.

use std::ops::Range;

/// Bytes of a line from which on it may be a whole text.
const MIN: usize = 240;
/// Characters of a piece that may be half of a headline, at least.
const HALF_MIN: usize = 5;
/// Characters of a piece of prose, at least; it has a mark, too.
const PROSE_MIN: usize = 12;

/// Whether a line is a whole text: nine tenths of it, and long.
pub(super) fn is_whole(line: &str, text: usize) -> bool {
    line.len() >= MIN && line.len() * 10 >= text * 9
}

/// The pieces of such a line. Between its first and its last sentence, only blanks behind a sentence's end part paragraphs; above and
/// below, blanks do that belong to no time, label, trail or words in Latin letters. One piece, if it has no prose.
pub(super) fn pieces(line: &str) -> Vec<&str> {
    let tokens = tokens(line);
    let text = |i: usize| &line[tokens[i].clone()];
    let all = tokens.len();
    let Some(first) = (0..all).find(|&i| is_prose(text(i))) else {
        return vec![line];
    };
    let last = (0..all)
        .rfind(|&i| is_prose(text(i)) && ends_sentence(text(i)))
        .unwrap_or(all - 1);
    let mut out = Vec::new();
    let mut from = tokens[0].start;
    for i in 1..all {
        let (before, behind) = (text(i - 1), text(i));
        let inside = i > first && i <= last;
        let parted = match inside {
            true => ends_sentence(before),
            false => !is_one(before, behind) && (i > first || !is_headline_of_two(before, behind)),
        };
        if parted {
            out.push(&line[from..tokens[i - 1].end]);
            from = tokens[i].start;
        }
    }
    out.push(&line[from..tokens[all - 1].end]);
    out
}

/// Where the words between blanks stand.
fn tokens(line: &str) -> Vec<Range<usize>> {
    let start = line.as_ptr() as usize;
    line.split_whitespace()
        .map(|word| {
            let from = word.as_ptr() as usize - start;
            from..from + word.len()
        })
        .collect()
}

fn is_prose(text: &str) -> bool {
    text.contains(['，', '。', '！', '？', '；']) && text.chars().nth(PROSE_MIN - 1).is_some()
}

fn ends_sentence(text: &str) -> bool {
    text.ends_with(['。', '！', '？', '…', '”', '」', '）', ')', '!', '?'])
}

/// Whether two words belong to one piece: a label and its value, the steps of a trail, a day and its clock, words in Latin letters and
/// what stands around them.
fn is_one(before: &str, behind: &str) -> bool {
    let colon = ['：', ':'];
    let separates = |text: &str| !text.contains(char::is_alphanumeric);
    if before.ends_with(colon) || behind.starts_with(colon) {
        return true;
    }
    if separates(before) || separates(behind) {
        return true;
    }
    let latin = |c: Option<char>| c.is_some_and(|c| c.is_ascii_alphanumeric());
    let sides = (
        latin(before.chars().next_back()),
        latin(behind.chars().next()),
    );
    match sides {
        (true, true) => true,
        (true, false) => !is_figures(before),
        (false, true) => is_figures(before) || !is_figures(behind) && !ends_sentence(before),
        (false, false) => false,
    }
}

/// Whether a word is a day or a clock.
fn is_figures(text: &str) -> bool {
    text.bytes().filter(u8::is_ascii_digit).count() >= 3
        && text.chars().all(|c| {
            c.is_ascii_digit()
                || matches!(
                    c,
                    '-' | '/' | '.' | ':' | '：' | '年' | '月' | '日' | '时' | '時' | '分' | '秒'
                )
        })
}

/// Whether two words are a headline in two halves: `城东公园今起开放 首日迎来三千游客`.
fn is_headline_of_two(before: &str, behind: &str) -> bool {
    let half = |text: &str| {
        text.chars().nth(HALF_MIN - 1).is_some()
            && text.chars().all(|c| c.is_alphanumeric() && !c.is_ascii())
    };
    half(before) && half(behind) && !behind.starts_with(before) && !before.starts_with(behind)
}

#[cfg(test)]
mod tests {
    use super::pieces;

    #[test]
    fn pieces_of_lines() {
        const ONE: &str =
            "城东公园今天上午正式向市民开放，园内步道、湖区和儿童乐园同时启用，全天免费。";
        const TWO: &str = "公园占地三十公顷，保留了两座水塔和 2 段铁轨，由市园林局负责养护。";
        let table: [(&str, &[&str]); 8] = [
            (
                "城东公园今起开放 2024-05-10 06:58 来源：橙橘网 作者： 张三",
                &[
                    "城东公园今起开放",
                    "2024-05-10 06:58",
                    "来源：橙橘网",
                    "作者： 张三",
                ],
            ),
            (
                "首页 新闻 当前位置：首页 > 新闻 > 正文 城东公园今起开放",
                &[
                    "首页",
                    "新闻",
                    "当前位置：首页 > 新闻 > 正文",
                    "城东公园今起开放",
                ],
            ),
            (
                "城东公园今起开放 首日迎来三千游客 橙橘网 2024年05月10日 06:58",
                &[
                    "城东公园今起开放 首日迎来三千游客",
                    "橙橘网",
                    "2024年05月10日 06:58",
                ],
            ),
            (
                "城东公园上线 App 预约 橙橘网",
                &["城东公园上线 App 预约", "橙橘网"],
            ),
            (
                "城东公园今起开放 城东公园今起开放",
                &["城东公园今起开放", "城东公园今起开放"],
            ),
            ("城东公园", &["城东公园"]),
            ("公园 | 张三", &["公园 | 张三"]),
            ("", &[]),
        ];
        for (head, expected) in table {
            let line = format!("{head} {ONE}　　{TWO} 责任编辑：李四 相关阅读 城西公园动工");
            let mut all = expected.to_vec();
            all.extend([ONE, TWO, "责任编辑：李四", "相关阅读", "城西公园动工"]);
            assert_eq!(pieces(&line), all, "{head}");
        }
        assert_eq!(pieces("首页 新闻 体育"), ["首页 新闻 体育"]);
    }
}
