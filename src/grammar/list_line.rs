//! What a line of a list kept as text is, besides a headline: a control, the foot of the page, words of a menu, a channel, what stands
//! before or behind a headline. Strings only; links and elements would tell elsewhere.

use crate::grammar::boilerplate;
use crate::grammar::lexicon::facet::Facet;
use crate::grammar::lexicon::is_han;
use crate::grammar::list_item;

/// A longer line with one word of a page's foot may be a headline.
const FOOT_MAX: usize = 14;
/// A longer line is no control, whatever its words.
const CONTROL_MAX: usize = 30;
/// The same for a line with one word of a control.
const ONE_CONTROL_MAX: usize = 22;
/// Characters of a word in a menu.
const MENU_WORD: usize = 5;
/// Characters of a channel's name, an outlet's or a column's.
const CHANNEL_MAX: usize = 8;
/// Characters of a summary at least that stands in the line of its headline.
const SUMMARY_MIN: usize = 20;
/// Characters of a headline before one, at least and at most.
const HEAD_MIN: usize = 8;
const HEAD_MAX: usize = 60;

/// Whether a line belongs to the page's foot: two such words, or one in a line that is no headline.
pub(crate) fn is_foot(text: &str) -> bool {
    let chars = text.chars().count();
    let found = Facet::FootWord.count_within(text);
    let headline = text.contains(['，', '！', '？', '“', '「', '：', ',', '…']);
    (4..60).contains(&chars) && (found >= 2 || found == 1 && chars <= FOOT_MAX && !headline)
}

/// Whether a line is a control or about comments: beside an item, and none.
pub(crate) fn is_control(text: &str) -> bool {
    let inner = text.trim_matches(|c: char| {
        c.is_whitespace() || matches!(c, '[' | ']' | '【' | '】' | '(' | ')' | '（' | '）')
    });
    let chars = text.chars().count();
    // A headline may well have one of these words: 下一个公园, 用微信购票.
    let control = || match Facet::ListControl.count_within(text) {
        0 => false,
        1 => chars < ONE_CONTROL_MAX,
        _ => true,
    };
    chars < CONTROL_MAX
        && (control()
            || Facet::MoreEnd.ends(inner)
            || Facet::More.starts(inner)
            || inner.len() < text.len() && boilerplate::act(inner).is_some())
        || !list_item::is_headline(inner)
        || list_item::is_paid(inner)
}

/// Whether a line heads something else than the list above it: 橙橘要闻 更多>>.
pub(crate) fn is_heading_with_more(text: &str) -> bool {
    let end = text
        .trim_end_matches(|c: char| c.is_whitespace() || matches!(c, '>' | '》' | '+' | '›' | '…'));
    let head = Facet::More
        .strip_end(end)
        .map(|head| head.trim_end_matches(['[', '【', ' ', '\u{3000}', '·', '|']));
    head.is_some_and(|head| (2..=CHANNEL_MAX).contains(&head.chars().count()))
}

/// Whether a line is three words of a menu and more: `要闻 体育 财经`.
pub(crate) fn is_menu(text: &str) -> bool {
    let parted = |c: char| c.is_whitespace() || matches!(c, '|' | '｜');
    let words: Vec<&str> = text.split(parted).filter(|word| !word.is_empty()).collect();
    words.len() >= 3 && words.iter().all(|word| is_short(word, MENU_WORD))
}

/// Whether a line is tags, with commas between them: `城东公园, 湖区, 步道`.
pub(crate) fn is_tags(text: &str) -> bool {
    let words: Vec<&str> = text.split([',', '，']).map(str::trim).collect();
    words.len() >= 3 && words.iter().all(|word| is_short(word, CHANNEL_MAX))
}

fn is_short(word: &str, most: usize) -> bool {
    word.chars().count() <= most && !word.contains(['。', '！', '？', '：', '“', '「'])
}

/// Whether a line names channels, a column, an outlet beside a headline: `生活/城东`, `张三 | 橙橘晚报`, `更正栏 信箱`.
pub(crate) fn is_channels(text: &str) -> bool {
    let mark = |c: char| matches!(c, '/' | '／' | '|' | '｜' | '·' | '⋅' | '_');
    let names = text.split(mark).map(str::trim);
    let marked = text.contains(mark) && names.clone().all(|name| is_short(name, CHANNEL_MAX));
    // Of two short words without a mark one is no half of a headline.
    let words: Vec<&str> = text.split_whitespace().collect();
    let two = words.len() == 2 && words.iter().all(|word| is_short(word, MENU_WORD));
    (marked || two) && !text.contains(['，', '！', '？', '：', '“', '「', ','])
}

/// Characters that belong to one word in Latin letters and figures: no headline ends between them.
fn is_latin(c: Option<char>) -> bool {
    c.is_some_and(|c| c.is_ascii_alphanumeric() || matches!(c, '\'' | '’'))
}

/// A headline and its summary in one line: `城东公园今起开放 公园占地三十公顷，前身是一片旧厂房。…`.
pub(crate) fn with_summary(text: &str) -> Option<(&str, &str)> {
    text.match_indices([' ', '\u{3000}', '\u{a0}'])
        .map(|(at, gap)| (text[..at].trim_end(), text[at + gap.len()..].trim_start()))
        .find(|(head, rest)| {
            let chars = head.chars().count();
            let within = is_latin(head.chars().next_back()) && is_latin(rest.chars().next());
            (HEAD_MIN..=HEAD_MAX).contains(&chars)
                && head.chars().filter(|&c| is_han(c)).count() * 3 >= chars
                && !within
                && rest.chars().count() >= SUMMARY_MIN.max(chars)
                && (rest.contains('。') || rest.matches(['，', '、', ',']).count() >= 2)
        })
}

/// A line without its rank or bullet, and its channel if `【军事】` stands before most of them.
pub(crate) fn without_mark(text: &str) -> &str {
    let text = list_item::trim(text).trim_start_matches(['>', ' ']);
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    match text[digits..].strip_prefix(['.', '、', '．']) {
        Some(rest)
            if (1..=2).contains(&digits) && !rest.starts_with(|c: char| c.is_ascii_digit()) =>
        {
            rest.trim_start()
        }
        _ => text,
    }
}

/// A headline without the number of its comments glued to it: `城东公园今起开放评论 12`.
pub(crate) fn without_count(text: &str) -> &str {
    let counted = text.trim_end_matches(|c: char| c.is_ascii_digit());
    let title = (counted.len() < text.len())
        .then(|| Facet::CommentCount.strip_end(counted.trim_end()))
        .flatten();
    title
        .map(str::trim_end)
        .filter(|title| title.chars().count() >= HEAD_MIN)
        .unwrap_or(text)
}

/// The channel in brackets before a headline, and the headline: `【城东】公园今起开放`.
pub(crate) fn channel(title: &str) -> Option<(&str, &str)> {
    let (name, rest) = title
        .strip_prefix(['【', '[', '［'])?
        .split_once(['】', ']', '］'])?;
    let rest = rest.trim_start();
    ((2..=5).contains(&name.chars().count()) && !rest.is_empty()).then_some((name, rest))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_that_are_no_headlines() {
        let what = |line: &str| {
            [
                (is_heading_with_more(line), "heading"),
                (is_foot(line), "foot"),
                (is_control(line), "control"),
                (is_menu(line), "menu"),
                (is_tags(line), "tags"),
                (is_channels(line), "channels"),
            ]
            .into_iter()
            .find_map(|(is, name)| is.then_some(name))
        };
        for (line, expected) in [
            ("城东公园今起开放", None),
            ("请给更多市民一座公园", None),
            ("城东公园 | 湖区今起开放，全天免费", None),
            ("城東公園開了 市民：很好", None),
            ("橙橘要闻 更多>>", Some("heading")),
            ("更多...", Some("control")),
            ("[ 关闭窗口 ]", Some("control")),
            ("我要订阅", Some("control")),
            ("城东公园的下一个目标：不带现金、不用排队也能入园", None),
            ("下载橙橘客户端，评论里领取城东公园门票", Some("control")),
            ("4小时前", Some("control")),
            ("关于我们 联系我们", Some("foot")),
            ("要闻 体育 财经", Some("menu")),
            ("城东公园,湖区,步道", Some("tags")),
            ("生活/城东", Some("channels")),
            ("张三 ｜ 橙橘晚报", Some("channels")),
            ("更正欄 編輯信箱", Some("channels")),
        ] {
            assert_eq!(what(line), expected, "{line}");
        }
    }

    #[test]
    fn summaries_in_the_line_of_their_headline() {
        for (line, expected) in [
            (
                "城东公园的湖区用上ZooKeeper Pro 系统今天上线，公园里的步道、湖区和儿童乐园都能预约。",
                Some("城东公园的湖区用上ZooKeeper Pro"),
            ),
            ("城東公園今起開放 市民：很好", None),
            (
                "城东公园今天上午正式向市民开放，园内步道、湖区同时启用。",
                None,
            ),
        ] {
            assert_eq!(with_summary(line).map(|(head, _)| head), expected, "{line}");
        }
    }

    #[test]
    fn what_stands_before_headlines() {
        assert_eq!(without_mark("· 12、城东公园"), "城东公园");
        assert_eq!(without_mark("3.5公里步道"), "3.5公里步道");
        assert_eq!(without_count("城东公园今起开放评论 12"), "城东公园今起开放");
        assert_eq!(
            without_count("城东公园今起开放 2024"),
            "城东公园今起开放 2024"
        );
        assert_eq!(
            channel("【城东】公园今起开放"),
            Some(("城东", "公园今起开放"))
        );
        assert_eq!(channel("【城东公园建设】"), None);
    }
}
