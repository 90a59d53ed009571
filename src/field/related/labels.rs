//! Labels of lists of other articles, and what sort of list each announces. Words only.

use crate::article::RelatedKind;
use RelatedKind::{Hot, Latest, Recommended, Related};

/// Words of such labels, the telling ones first: 热门推荐 is a hot list, 相关推荐 a related one.
const WORDS: &[(&str, RelatedKind)] = &[
    ("为您推荐", Recommended),
    ("为你推荐", Recommended),
    ("為您推薦", Recommended),
    ("為你推薦", Recommended),
    ("猜你喜欢", Recommended),
    ("猜你喜歡", Recommended),
    ("你可能", Recommended),
    ("您可能", Recommended),
    ("相关", Related),
    ("相關", Related),
    ("延伸阅读", Related),
    ("延伸閱讀", Related),
    ("同类新闻", Related),
    ("同類新聞", Related),
    ("专题报道", Related),
    ("拓展阅读", Related),
    ("往期", Related),
    ("本文导航", Related),
    ("排行", Hot),
    ("热门", Hot),
    ("熱門", Hot),
    ("热点", Hot),
    ("熱點", Hot),
    ("热文", Hot),
    ("热新闻", Hot),
    ("热榜", Hot),
    ("24小时", Hot),
    ("24小時", Hot),
    ("最热", Hot),
    ("热议", Hot),
    ("大家都", Hot),
    ("跟贴", Hot),
    ("點閱", Hot),
    ("人气", Hot),
    ("人氣", Hot),
    ("今日要闻", Hot),
    ("最多瀏覽", Hot),
    ("其他人", Hot),
    ("热词", Hot),
    ("最新", Latest),
    ("滚动", Latest),
    ("滾動", Latest),
    ("即时新闻", Latest),
    ("即時新聞", Latest),
    ("快讯", Latest),
    ("速報", Latest),
    ("下一篇", Latest),
    ("上一篇", Latest),
    ("最近文章", Latest),
    ("更多文章", Latest),
    ("新闻速递", Latest),
    ("推荐", Recommended),
    ("推薦", Recommended),
    ("推介", Recommended),
    ("同場加映", Related),
    ("媒体报道", Related),
    ("延伸報導", Related),
    ("延伸报道", Related),
    ("系列报道", Related),
    ("系列報導", Related),
    ("更多报道", Recommended),
    ("更多報導", Recommended),
    ("更多資訊", Recommended),
    ("更多资讯", Recommended),
    ("也喜歡", Recommended),
    ("可能喜歡", Recommended),
    ("可能喜欢", Recommended),
    ("也喜欢", Recommended),
    ("感兴趣", Recommended),
    ("感興趣", Recommended),
    ("還看了", Recommended),
    ("还看了", Recommended),
    ("也看了", Recommended),
    ("精选", Recommended),
    ("精選", Recommended),
    ("编辑推介", Recommended),
    ("編輯推介", Recommended),
    ("更多新聞", Recommended),
    ("更多新闻", Recommended),
    ("随便看看", Recommended),
    ("更多阅读", Recommended),
    ("阅读更多", Recommended),
];

/// A label is a short line.
const MAX: usize = 14;

/// The sort of list a line announces, if it is a label of one.
pub(crate) fn kind(line: &str) -> Option<RelatedKind> {
    let label = trim(line);
    let chars = label.chars().count();
    // 跟贴6390 counts something; 24小时热文 does not.
    let digits = label.bytes().filter(u8::is_ascii_digit).count();
    let counter = label.starts_with(|c: char| c.is_ascii_digit()) && label.ends_with("跟贴");
    if !(2..=MAX).contains(&chars)
        // 不感兴趣 beside an item; 0 跟贴0 counts something.
        || label.starts_with(['不', '没', '沒'])
        || label.trim_matches(|c: char| c.is_ascii_digit() || c.is_whitespace()) == "跟贴"
        // A menu: 热点 直播 短片.
        || label.split_whitespace().count() > 2
        || label.contains(['，', '。', '？', '！'])
        || digits > 2
        || counter
    {
        return None;
    }
    WORDS
        .iter()
        .find(|(word, _)| label.contains(word))
        .map(|(_, kind)| *kind)
}

/// A label without what stands behind it in the same line: `上一篇：城东公园今起开放` reads `上一篇`.
pub(crate) fn alone(line: &str) -> &str {
    let label = line
        .split_once(['：', ':'])
        .filter(|(label, rest)| !rest.trim().is_empty() && kind(label).is_some())
        .map_or(line, |(label, _)| label);
    trim(label)
}

/// A label without the marks around it: `【相关阅读】：` reads `相关阅读`.
pub(crate) fn trim(line: &str) -> &str {
    line.trim_matches(|c: char| {
        c.is_whitespace()
            || matches!(
                c,
                '：' | ':'
                    | '【'
                    | '】'
                    | '['
                    | ']'
                    | '|'
                    | '>'
                    | '»'
                    | '■'
                    | '●'
                    | '▶'
                    | '►'
                    | '◆'
                    | '·'
                    | '-'
                    | '—'
                    | '+'
                    | '…'
                    | '.'
                    | '/'
                    | '›'
            )
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn kinds() {
        let rows = [
            ("为您推荐", Some(Recommended)),
            ("相关推荐", Some(Related)),
            ("【延伸閱讀】", Some(Related)),
            ("24小时热文", Some(Hot)),
            ("最新文章：", Some(Latest)),
            ("编辑推荐", Some(Recommended)),
            ("他推荐大家在春天来公园看看，因为花开了。", None),
            ("公园开放", None),
            ("6390 跟贴6390", None),
            ("0 跟贴", None),
            ("0 跟贴0", None),
            ("不感兴趣", None),
            ("热点 直播 短片 视频", None),
            ("網編推介", Some(Recommended)),
            ("您也可能喜歡...", Some(Recommended)),
        ];
        for (line, expected) in rows {
            assert_eq!(kind(line), expected, "{line}");
        }
    }
}
