//! Labels of lists of other articles, and what sort of list each announces. Words only.

use std::sync::LazyLock;

use crate::article::RelatedKind;
use crate::grammar::words::Words;
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
    ("延伸", Related),
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
    ("更多精彩", Recommended),
    ("荐读", Recommended),
    ("薦讀", Recommended),
    ("有兴趣的", Recommended),
    ("有興趣的", Recommended),
    ("看了又看", Recommended),
    ("此前报道", Related),
    ("此前報道", Related),
    ("早前报道", Related),
    ("早前報道", Related),
    ("扩展阅读", Related),
    ("擴展閱讀", Related),
    ("拓展閱讀", Related),
    ("延展阅读", Related),
    ("參考閱讀", Related),
    ("参考阅读", Related),
    ("同类文章", Related),
    ("同類文章", Related),
    ("点击榜", Hot),
    ("浏览榜", Hot),
    ("阅读榜", Hot),
    ("瀏覽榜", Hot),
    ("点击量", Hot),
    ("最多人看", Hot),
    ("大家在看", Hot),
    ("上一条", Latest),
    ("下一条", Latest),
    ("上一則", Latest),
    ("下一則", Latest),
    ("上一则", Latest),
    ("下一则", Latest),
    ("前一篇", Latest),
    ("后一篇", Latest),
    ("後一篇", Latest),
    ("近期文章", Latest),
    ("其他新闻", Latest),
    ("其他新聞", Latest),
    ("其它新闻", Latest),
    ("更多阅读", Recommended),
    ("阅读更多", Recommended),
    ("同一主题", Related),
    ("同一主題", Related),
    ("同一话题", Related),
    ("系列文章", Related),
    ("看更多", Recommended),
    ("更多相關", Related),
    ("更多相关", Related),
    ("往下看", Latest),
    ("你或有", Recommended),
    ("您或有", Recommended),
    ("最多人閱讀", Hot),
    ("最受歡迎", Hot),
    ("最受欢迎", Hot),
    ("热读", Hot),
    ("熱讀", Hot),
    ("焦點新聞", Hot),
];

/// Nouns that `更多…` ends with where it announces articles: 更多占領立院報導.
const MORE_OF: &[&str] = &[
    "报道", "報道", "報導", "新闻", "新聞", "文章", "消息", "资讯", "資訊",
];

/// What a whole label says that channels are named as well: in a menu it announces nothing. More must speak for the list.
const MENU: &[&str] = &[
    "热门",
    "熱門",
    "热点",
    "熱點",
    "热榜",
    "最热",
    "最新",
    "最新消息",
    "最新新聞",
    "最新新闻",
    "最新焦點",
    "即時新聞",
    "即时新闻",
    "即時",
    "滚动",
    "滾動",
    "滚动新闻",
    "快讯",
    "速報",
    "推荐",
    "推薦",
    "推介",
    "精选",
    "精選",
    "人气",
    "人氣",
    "排行",
    "排行榜",
    "24小时",
    "24小時",
    "过去24小时",
    "過去24小時",
    "热门新闻",
    "熱門新聞",
    "热点新闻",
    "熱門話題",
    "相关",
    "相關",
    "看更多",
];

/// Words that make a label one of this article's or this reader's list, whatever else stands in it.
const SURE: &[&str] = &[
    "相关",
    "相關",
    "延伸",
    "扩展",
    "擴展",
    "拓展",
    "延展",
    "为您",
    "为你",
    "為您",
    "為你",
    "猜你",
    "你可能",
    "您可能",
    "你或",
    "您或",
    "感兴趣",
    "感興趣",
    "有兴趣",
    "有興趣",
    "喜欢",
    "喜歡",
    "阅读",
    "閱讀",
    "文章",
    "此前",
    "早前",
    "往期",
    "系列",
    "同一",
    "同类",
    "同類",
    "看了",
    "還看",
    "还看",
];

/// Words within a short line that is none of these labels, whatever words of them it has.
const NO_LABELS: &[&str] = &[
    "推荐给",
    "推薦給",
    "推荐到",
    "推荐理由",
    "推荐指数",
    "推荐语",
    "推荐人",
    "推荐信",
    "我要",
    "誰推薦",
    "谁推荐",
    "推荐本",
    "推薦本",
    "不再推荐",
    "附件",
    "隱私",
    "隐私",
    "知道了",
    "举报",
    "舉報",
    "免责",
    "免責",
];

/// Endings of labels that announce other things than articles.
const OTHER_THINGS: &[&str] = &[
    "院校",
    "网址",
    "網址",
    "学校",
    "學校",
    "报刊",
    "報刊",
    "数字报",
    "電子報",
    "专家",
    "專家",
    "配件",
    "行程",
    "关键字",
    "律师",
    "律師",
    "医生",
    "醫生",
    "商家",
    "景点",
    "景點",
    "热搜",
    "说明",
    "說明",
    "法规",
    "法規",
    "网站",
    "網站",
    "影院",
    "单机",
    "游戏",
    "遊戲",
    "标签",
    "標籤",
    "搜索",
    "搜尋",
    "股票",
    "个股",
    "個股",
    "商品",
    "产品",
    "產品",
    "城市",
    "车型",
    "車型",
    "话题",
    "話題",
    "专题",
    "專題",
    "作者",
    "用户",
    "用戶",
    "图书",
    "圖書",
    "课程",
    "課程",
    "下载",
    "下載",
    "软件",
    "軟體",
    "应用",
    "應用",
    "职位",
    "職位",
    "酒店",
    "楼盘",
    "樓盤",
    "品牌",
    "活动",
    "活動",
    "服务",
    "服務",
    "留言",
    "评论",
    "評論",
    "回复",
    "回覆",
    "直播",
    "频道",
    "頻道",
    "栏目",
    "欄目",
    "专栏",
    "專欄",
    "关键词",
    "關鍵字",
    "小说",
    "小說",
    "漫画",
    "漫畫",
    "公司",
    "机构",
    "機構",
    "人物",
    "部门",
    "部門",
];

/// Endings of labels that stand before a headline in one line. Other words before a colon are part of the headline.
const LEADING: &[&str] = &[
    "阅读", "閱讀", "新闻", "新聞", "报道", "報道", "報導", "文章", "链接", "連結", "鏈接", "内容",
    "內容", "推荐", "推薦", "资讯", "資訊", "稿件", "荐读",
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
    if MENU.contains(&label) {
        Strength::Menu
    } else if SURE.iter().any(|word| label.contains(word))
        && matches!(kind(label), Some(Related | Recommended))
    {
        Strength::Sure
    } else {
        Strength::Usual
    }
}

/// By its place in [`WORDS`].
static FINDER: LazyLock<Words<usize>> = LazyLock::new(|| {
    let words = WORDS.iter().enumerate();
    Words::new(words.map(|(place, (word, _))| (*word, place)))
});

/// What the first of [`WORDS`] says that stands in a label.
fn first_word(label: &str) -> Option<RelatedKind> {
    let found = FINDER.within(label).map(|(_, _, place)| *place).min()?;
    Some(WORDS[found].1)
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
    if neighbours(label).is_some() {
        return Announced::Articles(Latest);
    }
    let more = is_more(label).then_some(Recommended);
    let Some(kind) = first_word(label).or(more) else {
        return Announced::Nothing;
    };
    // 跟贴6390 counts something; 24小时热文 does not.
    let digits = label.bytes().filter(u8::is_ascii_digit).count();
    let counter = label.starts_with(|c: char| c.is_ascii_digit()) && label.ends_with("跟贴");
    if !(2..=MAX).contains(&label.chars().count())
        // 不感兴趣 beside an item; 0 跟贴0 counts something.
        || label.starts_with(['不', '没', '沒'])
        || label.trim_matches(|c: char| c.is_ascii_digit() || c.is_whitespace()) == "跟贴"
        // A menu: 热点 直播 短片.
        || words(label).count() > 2
        || label.contains(['，', '。', '？', '！'])
        || digits > 2
        || counter
        || NO_LABELS.iter().any(|word| label.contains(word))
    {
        return Announced::Nothing;
    }
    // 热门评论 7条
    let things = label
        .trim_end_matches(['条', '條', '个', '個', '篇'])
        .trim_end_matches(|c: char| c.is_ascii_digit() || c.is_whitespace());
    if OTHER_THINGS.iter().any(|end| things.ends_with(end)) {
        Announced::Others
    } else {
        Announced::Articles(kind)
    }
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
fn is_more(label: &str) -> bool {
    let label = label.strip_prefix(['看', '讀', '读']).unwrap_or(label);
    label.starts_with("更多") && MORE_OF.iter().any(|end| label.ends_with(end))
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
    let (label, rest) = inner.split_once(['：', ':', '】', ']', '］', '〕', '｜', '|', '》'])?;
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

/// The sort of list a label announces that may stand in one line with a headline.
pub(crate) fn leading(label: &str) -> Option<RelatedKind> {
    // 相关报道：《城东公园今起开放》.
    let label = trim(label.trim_end_matches(['《', '「', '“', '"', ' ']));
    let kind = kind(label)?;
    let leading = matches!(kind, Related | Recommended)
        && label.chars().count() >= 4
        && LEADING.iter().any(|end| label.ends_with(end));
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
        rest = ["新闻", "新聞", "文章"]
            .iter()
            .find_map(|noun| after.strip_prefix(noun))
            .unwrap_or(after);
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
            ("热门影院", None),
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
            ("更多", None),
            ("誰推薦本新聞", None),
            ("热门关键字", None),
            ("延伸 · 推荐", Some(Related)),
            ("相 关 文 章", Some(Related)),
            ("熱 · 門 · 榜", Some(Hot)),
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
            ("下一篇：没有", None),
            ("快讯：城东公园今起开放", None),
            ("热点｜城东公园今起开放", None),
            ("相关负责人：城东公园今起开放", None),
            ("推荐：城东公园今起开放", None),
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
