//! Labels of lists of other articles, and what sort of list each announces. Words only.

use std::sync::LazyLock;

use crate::article::RelatedKind;
use crate::grammar::lexicon::facet::Facet;
use crate::grammar::lexicon::query;
use crate::grammar::words::Words;
use RelatedKind::{Hot, Latest, Recommended, Related};

/// What words of such labels announce, the telling ones first: 热门推荐 is a hot list, 相关推荐 a related one.
const WORDS: [(Facet, RelatedKind); 5] = [
    (Facet::ReaderList, Recommended),
    (Facet::RelatedList, Related),
    (Facet::HotList, Hot),
    (Facet::LatestList, Latest),
    (Facet::RecommendedList, Recommended),
];

/// A label is a short line.
const MAX: usize = 14;

/// What a line announces.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Announced {
    Articles(RelatedKind),
    /// Games, cinemas, shops. No list of articles, but the end of one above.
    Others,
    Nothing,
}

/// The sort of list a line announces, if it is a label of articles.
pub(crate) fn kind(line: &str) -> Option<RelatedKind> {
    match announced(line) {
        Announced::Articles(kind) => Some(kind),
        _ => None,
    }
}

/// How much a label says by itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Strength {
    /// Channels in menus are named so as well: 即時新聞, 热门.
    Menu,
    /// 热门文章, 编辑精选, 最新报道.
    Usual,
    /// About this article or for this reader: 相关阅读, 为您推荐.
    Sure,
}

/// How much a label of articles says by itself.
pub(crate) fn strength(label: &str) -> Strength {
    let label = trim(label);
    if let Some(latin) = latin(label) {
        let sure = Facet::SureLabel.within(&latin);
        return if sure {
            Strength::Sure
        } else {
            Strength::Usual
        };
    }
    if Facet::MenuLabel.is(label) {
        Strength::Menu
    } else if Facet::SureLabel.within(label) && matches!(kind(label), Some(Related | Recommended)) {
        Strength::Sure
    } else {
        Strength::Usual
    }
}

/// By its place in [`WORDS`].
static FINDER: LazyLock<Words<usize>> = LazyLock::new(|| {
    let words = WORDS.iter().enumerate();
    query::finder(words.map(|(place, (facet, _))| (*facet, place)))
});

/// What the most telling of [`WORDS`] says that stands in a label.
fn first_word(label: &str) -> Option<RelatedKind> {
    let found = FINDER.within(label).map(|(_, _, place)| *place).min();
    let ticker = || Facet::Ticker.words().any(|word| label.contains(word));
    match found {
        Some(found) => Some(WORDS[found].1),
        None => ticker().then_some(Latest),
    }
}

/// What a line announces, if it is a label.
pub(crate) fn announced(line: &str) -> Announced {
    // 相 关 阅 读
    if let Some(squeezed) = spaced(line) {
        return announced(&squeezed);
    }
    let label = trim(line);
    // Nearly every line is refused by one of these.
    if label.len() > MAX * 4 {
        return Announced::Nothing;
    }
    if let Some(latin) = latin(label) {
        return first_word(&latin).map_or(Announced::Nothing, Announced::Articles);
    }
    if neighbours(label).is_some() {
        return Announced::Articles(Latest);
    }
    let more = is_more(label).then_some(Recommended);
    let Some(kind) = first_word(label).or(more) else {
        return Announced::Nothing;
    };
    if let Some(part) = without_translation(label) {
        return announced(part);
    }
    // 跟贴6390 counts something; 24小时热文 does not.
    let digits = label.bytes().filter(u8::is_ascii_digit).count();
    let counter = label.starts_with(|c: char| c.is_ascii_digit()) && Facet::FollowUp.ends(label);
    if !(2..=MAX).contains(&label.chars().count())
        // 不感兴趣 beside an item; 0 跟贴0 counts something.
        || label.starts_with(['不', '没', '沒'])
        || Facet::FollowUp.is(label.trim_matches(|c: char| c.is_ascii_digit() || c.is_whitespace()))
        // A menu: 热点 直播 短片.
        || words(label).count() > 2
        || label.contains(['，', '。', '？', '！'])
        || digits > 2
        || counter
        || Facet::NoListLabel.within(label)
    {
        return Announced::Nothing;
    }
    // 热门评论 7条
    let things = label
        .trim_end_matches(['条', '條', '个', '個', '篇'])
        .trim_end_matches(|c: char| c.is_ascii_digit() || c.is_whitespace());
    if Facet::OtherThing.ends(things) {
        Announced::Others
    } else {
        Announced::Articles(kind)
    }
}

/// Letters of a label in another language: `You may also like`.
const LATIN_MAX: usize = 28;

/// A short line in Latin letters that may be a label, in small letters.
fn latin(label: &str) -> Option<String> {
    // All of them begin with one of these.
    let first = label.bytes().next()?.to_ascii_lowercase();
    let letters = |b: u8| b.is_ascii_alphabetic() || b == b' ';
    (matches!(first, b'r' | b'y' | b'm' | b't')
        && label.len() <= LATIN_MAX
        && label.bytes().all(letters))
    .then(|| label.to_ascii_lowercase())
}

/// A label without the same in Latin letters beside it: `相关新闻 RELATED NEWS`.
fn without_translation(label: &str) -> Option<&str> {
    let wide = |c: char| !c.is_ascii();
    let (start, last) = (label.find(wide)?, label.rfind(wide)?);
    let end = last + label[last..].chars().next()?.len_utf8();
    let (before, part, after) = (&label[..start], &label[start..end], &label[end..]);
    let beside = |text: &str| {
        text.bytes().filter(u8::is_ascii_alphabetic).count() >= 3
            && text.bytes().all(|b| !b.is_ascii_digit())
    };
    let apart = |c: char| c.is_whitespace() || matches!(c, '/' | '|');
    // `End of 熱讀` closes a list.
    let capitals = !before.contains(|c: char| c.is_ascii_lowercase());
    let translated = before.is_empty() && after.starts_with(apart) && beside(after)
        || after.is_empty() && before.ends_with(apart) && beside(before) && capitals;
    (translated && part.chars().count() >= 2).then_some(part)
}

/// A line whose characters stand apart, without the blanks.
fn spaced(line: &str) -> Option<String> {
    let short = line.len() <= MAX * 5;
    let parts = || words(line);
    (short && parts().count() >= 3 && parts().all(|part| part.chars().count() == 1))
        .then(|| parts().collect())
}

/// The words of a line, marks that part them aside: 延伸 · 推荐.
fn words(line: &str) -> impl Iterator<Item = &str> {
    line.split_whitespace()
        .filter(|word| word.contains(char::is_alphanumeric))
}

/// The first of several labels in one line, tabs of one box: 推薦閱讀 熱門影音 全站最新.
pub(crate) fn first_of_tabs(line: &str) -> Option<&str> {
    let labels = words(line).count();
    let tabs = (2..=5).contains(&labels) && words(line).all(|word| kind(word).is_some());
    words(line).next().filter(|_| tabs)
}

/// 更多占領立院報導: more articles about something.
pub(crate) fn is_more(label: &str) -> bool {
    let label = label.strip_prefix(['看', '讀', '读']).unwrap_or(label);
    Facet::More.starts(label) && Facet::MoreOf.ends(label)
}

/// A label and the headline behind it in the same line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct InlineLabel<'a> {
    pub(crate) label: &'a str,
    pub(crate) kind: RelatedKind,
    pub(crate) rest: &'a str,
    /// 上一篇, 下一篇.
    pub(crate) neighbour: bool,
}

/// `相关报道：城东公园今起开放`, `【延伸閱讀】城东公园今起开放`.
pub(crate) fn led(line: &str) -> Option<InlineLabel<'_>> {
    let line = line.trim();
    let inner = line.trim_start_matches([
        '【', '[', '［', '〔', '■', '▶', '►', '●', '◆', '▲', '※', '>', '》',
    ]);
    let (label, rest) = match behind_neighbour(inner) {
        Some(found) => found,
        None => inner.split_once(['：', ':', '】', ']', '］', '〕', '｜', '|', '》'])?,
    };
    let (label, rest) = (trim(label), trim_start(rest));
    if rest.chars().count() < 4 {
        return None;
    }
    Some(InlineLabel {
        label,
        kind: leading(label)?,
        rest,
        neighbour: neighbours(label) == Some(1),
    })
}

/// 上一篇 or 下一篇 and the headline behind a blank: `上一篇 城东公园今起开放`.
fn behind_neighbour(line: &str) -> Option<(&str, &str)> {
    // 上个月 and 前一天 open headlines.
    let rest = line.strip_prefix(['上', '下', '前', '后', '後'])?;
    let rest = rest.strip_prefix('一').unwrap_or(rest);
    let rest = rest.strip_prefix(['篇', '则', '則', '条', '條'])?;
    let rest = Facet::NeighbourNoun.strip_start(rest).unwrap_or(rest);
    let label = &line[..line.len() - rest.len()];
    let apart = rest.starts_with(|c: char| c.is_whitespace() || matches!(c, '→' | '←' | '»'));
    let rest =
        rest.trim_start_matches(|c: char| !c.is_alphanumeric() && !matches!(c, '《' | '“' | '「'));
    (apart && neighbours(rest).is_none()).then_some((label, rest))
}

/// The sort of list a label announces that may stand in one line with a headline.
pub(crate) fn leading(label: &str) -> Option<RelatedKind> {
    // 相关报道：《城东公园今起开放》.
    let label = trim(label.trim_end_matches(['《', '「', '“', '"', ' ']));
    let kind = kind(label)?;
    let whole = Facet::RelatedList.is(label) && Facet::SureLabel.is(label);
    let leading = matches!(kind, Related | Recommended)
        && (label.chars().count() >= 4 && Facet::LeadingEnd.ends(label) || whole);
    (leading || neighbours(label) == Some(1)).then_some(kind)
}

fn trim_start(rest: &str) -> &str {
    rest.trim_start_matches(|c: char| c.is_whitespace() || matches!(c, '：' | ':' | '】' | ']'))
}

/// How many neighbours a label of nothing else announces: 上一篇 one, 上一篇/下一篇 two.
pub(crate) fn neighbours(label: &str) -> Option<usize> {
    let mut rest = label;
    let mut count = 0;
    loop {
        rest = rest.trim_start_matches(|c: char| {
            c.is_whitespace()
                || matches!(
                    c,
                    '/' | '|' | '、' | '与' | '與' | '和' | '<' | '>' | '‹' | '›'
                )
        });
        if rest.is_empty() {
            return (count > 0).then_some(count);
        }
        let after = rest.strip_prefix(['上', '下', '前', '后', '後'])?;
        // 上 / 下一篇
        if count == 0 && rest.starts_with('上') && after.trim_start().starts_with('/') {
            rest = after;
            count += 1;
            continue;
        }
        let after = after.strip_prefix('一').unwrap_or(after);
        let after = after.strip_prefix(['篇', '则', '則', '条', '條', '个', '個'])?;
        rest = Facet::NeighbourNoun.strip_start(after).unwrap_or(after);
        count += 1;
    }
}

/// A label without what stands behind it in the same line: `上一篇：城东公园今起开放` reads `上一篇`.
pub(crate) fn alone(line: &str) -> &str {
    let label = line
        .split_once(['：', ':'])
        .filter(|(label, rest)| !rest.trim().is_empty() && kind(label).is_some())
        .map_or(line, |(label, _)| label);
    trim(label)
}

/// A label without the marks around it: `【相关阅读】：` reads `相关阅读`; and without a button that stands before it: `查看更多 > 城东要闻`.
pub(crate) fn trim(line: &str) -> &str {
    let label = without_marks(line);
    // Few labels have one.
    match label.split_once('>') {
        Some((button, rest)) if Facet::BehindLabel.is(button.trim_end()) => without_marks(rest),
        _ => label,
    }
}

fn without_marks(line: &str) -> &str {
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
                    | '＞'
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
                    | '／'
                    | '》'
                    | '《'
                    | '▼'
                    | '▲'
                    | '★'
                    | '※'
                    | '▍'
                    | '↓'
            )
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_stands_around_a_label() {
        for (line, label) in [
            ("【相关阅读】：", "相关阅读"),
            ("查看更多 >城东要闻", "城东要闻"),
            ("更多> 城东要闻 >", "城东要闻"),
            ("首页 > 城东要闻", "首页 > 城东要闻"),
            ("更多体育新闻", "更多体育新闻"),
        ] {
            assert_eq!(trim(line), label);
        }
    }

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
            ("热门影院", None),
            ("电商优惠推荐", None),
            ("好物推薦", None),
            ("相关部门", None),
            ("最新留言", None),
            ("热门评论 7条", None),
            ("相关院校", None),
            ("评论排行", Some(Hot)),
            ("荐读", Some(Recommended)),
            ("下一則新聞", Some(Latest)),
            ("上 / 下一篇新聞", Some(Latest)),
            ("看更多：", Some(Recommended)),
            ("更多城東公園報導", Some(Recommended)),
            ("更多內容：", Some(Recommended)),
            ("★延伸閱讀▼", Some(Related)),
            ("更多", None),
            ("橙橘必读", None),
            ("誰推薦本新聞", None),
            ("热门关键字", None),
            ("延伸 · 推荐", Some(Related)),
            ("相 关 文 章", Some(Related)),
            ("熱 · 門 · 榜", Some(Hot)),
            ("相似文章：", Some(Related)),
            ("關聯閱讀", Some(Related)),
            ("讀過此文的還讀過", Some(Recommended)),
            ("你也許會喜歡", Some(Recommended)),
            ("猜您想看", Some(Recommended)),
            ("最热回答", None),
            ("同栏目新闻", Some(Related)),
            ("該作者的其他文章", Some(Latest)),
            ("頭條新聞", Some(Hot)),
            ("随机文章", Some(Recommended)),
            ("精彩阅读", Some(Recommended)),
            ("Related Articles", Some(Related)),
            ("YOU MAY ALSO LIKE", Some(Recommended)),
            ("Today in pictures", None),
            ("相关新闻 RELATED NEWS", Some(Related)),
            ("RECOMMEND / 推荐阅读", Some(Recommended)),
            ("橙橘 CHENGJU", None),
            ("End of 熱讀", None),
        ];
        for (line, expected) in rows {
            assert_eq!(kind(line), expected, "{line}");
        }
    }

    #[test]
    fn tabs() {
        for (line, expected) in [
            ("推薦閱讀 熱門影音 全站最新", Some("推薦閱讀")),
            ("相关阅读", None),
            ("相关阅读 城东公园", None),
        ] {
            assert_eq!(first_of_tabs(line), expected, "{line}");
        }
    }

    #[test]
    fn labels_before_headlines() {
        let rows = [
            (
                "相关报道：城东公园今起开放",
                Some(("相关报道", "城东公园今起开放")),
            ),
            (
                "【延伸閱讀】城東公園今起開放",
                Some(("延伸閱讀", "城東公園今起開放")),
            ),
            (
                "更多新聞：公園／今起開放：三日免費",
                Some(("更多新聞", "公園／今起開放：三日免費")),
            ),
            (
                "此前报道: 城东公园明年动工",
                Some(("此前报道", "城东公园明年动工")),
            ),
            (
                "上一篇：城东公园今起开放",
                Some(("上一篇", "城东公园今起开放")),
            ),
            (
                "上一篇 城东公园今起开放",
                Some(("上一篇", "城东公园今起开放")),
            ),
            (
                "下篇文章：城东公园今起开放",
                Some(("下篇文章", "城东公园今起开放")),
            ),
            ("上一条 下一条", None),
            ("下一篇：没有", None),
            ("快讯：城东公园今起开放", None),
            ("热点｜城东公园今起开放", None),
            ("相关负责人：城东公园今起开放", None),
            ("推荐：城东公园今起开放", None),
            ("相关：城东公园今起开放", Some(("相关", "城东公园今起开放"))),
            ("城东公园：今起开放", None),
        ];
        for (line, expected) in rows {
            assert_eq!(led(line).map(|l| (l.label, l.rest)), expected, "{line}");
        }
    }

    #[test]
    fn strengths() {
        for (label, expected) in [
            ("即時新聞", Strength::Menu),
            ("【热门】", Strength::Menu),
            ("過去24小時", Strength::Menu),
            ("热门文章", Strength::Usual),
            ("编辑推荐", Strength::Usual),
            ("推荐阅读", Strength::Sure),
            ("为您推荐", Strength::Sure),
            ("相关新闻：", Strength::Sure),
            ("Related stories", Strength::Sure),
            ("Trending", Strength::Usual),
        ] {
            assert_eq!(strength(label), expected, "{label}");
        }
    }

    #[test]
    fn counts_of_neighbours() {
        for (label, expected) in [
            ("上一篇", Some(1)),
            ("下一則新聞", Some(1)),
            ("上一篇/下一篇", Some(2)),
            ("上一篇文章與下一篇文章", Some(2)),
            ("上 / 下一篇新聞", Some(2)),
            ("下一个", Some(1)),
            ("上个月", None),
            ("阅读下一篇", None),
            ("相关阅读", None),
        ] {
            assert_eq!(neighbours(label), expected, "{label}");
        }
    }
}
