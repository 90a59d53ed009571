//! Words of addresses, titles and texts that tell what kind of page it is. Words only; what they weigh is decided in `kind`.

use std::sync::LazyLock;

use crate::article::PageKind;
use crate::grammar::fold::fold;
use crate::grammar::lexicon::is_han;
use crate::grammar::words::Words;

/// Titles and short texts of pages that are gone.
pub(crate) const MISSING: &[&str] = &[
    "404",
    "页面不存在",
    "页面没有找到",
    "找不到页面",
    "找不到您",
    "頁面不存在",
    "找不到頁面",
    "找不到網頁",
    "已删除",
    "已被删除",
    "已下线",
    "内容不存在",
    "文章不存在",
    "Not Found",
    "Page not found",
    "已失效",
    "頁面已移除",
];

/// Titles and short texts of pages that were not shown.
pub(crate) const BLOCKED: &[&str] = &[
    "验证码",
    "安全验证",
    "访问过于频繁",
    "访问验证",
    "滑动验证",
    "人机验证",
    "登录后查看",
    "请先登录",
    "用户登录",
    "会员登录",
    "Just a moment",
    "Attention Required",
    "403 Forbidden",
    "Access Denied",
    "Access denied",
    "Checking your browser",
    "Forbidden",
    "Cloudflare",
    "驗證您是",
    "Visitor System",
    "请求被拒绝",
    "Verify you are human",
    "security service",
    "Robot Challenge",
    "Captcha",
    "captcha",
];

/// What a word on a page is a sign of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Sign {
    /// A thread, a question with answers, a bulletin board.
    Thread,
    /// 楼主.
    Poster,
    /// 回复.
    Answer,
    /// A numbered answer; see [`is_floor`].
    Floor,
    /// 诗词.
    Poem,
    /// 赏析.
    Reading,
    /// 下一章.
    Chapter,
    Shop,
    /// A company's card.
    Company,
    /// The menu of a company that sells things.
    Firm,
    /// A game's or a program's card.
    Software,
    /// Somebody's page.
    Profile,
}

impl Sign {
    pub(crate) const COUNT: usize = Self::Profile as usize + 1;

    /// Whether the word tells by coming often.
    pub(crate) fn is_counted(self) -> bool {
        matches!(
            self,
            Self::Poster | Self::Answer | Self::Poem | Self::Reading
        )
    }
}

/// Words on pages that are no articles.
const SIGN_WORDS: &[(&str, Sign)] = &[
    ("只看楼主", Sign::Thread),
    ("仅看楼主", Sign::Thread),
    ("只看该作者", Sign::Thread),
    ("只看樓主", Sign::Thread),
    ("倒序看帖", Sign::Thread),
    ("发表新贴", Sign::Thread),
    ("发表新帖", Sign::Thread),
    ("关注问题", Sign::Thread),
    ("写回答", Sign::Thread),
    ("发信站:", Sign::Thread),
    ("同主题阅读", Sign::Thread),
    ("查看完整版本", Sign::Thread),
    ("本帖最后由", Sign::Thread),
    ("使用道具", Sign::Thread),
    ("楼主", Sign::Poster),
    ("樓主", Sign::Poster),
    ("回复", Sign::Answer),
    ("回覆", Sign::Answer),
    ("诗词", Sign::Poem),
    ("赏析", Sign::Reading),
    ("下一章", Sign::Chapter),
    ("上一章", Sign::Chapter),
    ("加入购物车", Sign::Shop),
    ("加入購物車", Sign::Shop),
    ("立即购买", Sign::Shop),
    ("立即購買", Sign::Shop),
    ("立即抢购", Sign::Shop),
    ("商品详情", Sign::Shop),
    ("商品介绍", Sign::Shop),
    ("商品编号", Sign::Shop),
    ("商品评价", Sign::Shop),
    ("累计评价", Sign::Shop),
    ("市场价", Sign::Shop),
    ("市场参考价", Sign::Shop),
    ("规格参数", Sign::Shop),
    ("包装清单", Sign::Shop),
    ("售后保障", Sign::Shop),
    ("起批量", Sign::Shop),
    ("起订量", Sign::Shop),
    ("立即询价", Sign::Shop),
    ("在线询价", Sign::Shop),
    ("我要询价", Sign::Shop),
    ("立即订购", Sign::Shop),
    ("产品详情", Sign::Shop),
    ("产品名称", Sign::Shop),
    ("产品规格", Sign::Shop),
    ("产品型号", Sign::Shop),
    ("产品分类", Sign::Shop),
    ("相关产品", Sign::Shop),
    ("供货总量", Sign::Shop),
    ("收藏商品", Sign::Shop),
    ("产品简介", Sign::Shop),
    ("产品特点", Sign::Shop),
    ("产品优势", Sign::Shop),
    ("产品说明", Sign::Shop),
    ("产品中心", Sign::Firm),
    ("产品展示", Sign::Firm),
    ("在线留言", Sign::Firm),
    ("公司简介", Sign::Firm),
    ("应用案例", Sign::Firm),
    ("成功案例", Sign::Firm),
    ("工程案例", Sign::Firm),
    ("企业文化", Sign::Firm),
    ("公司荣誉", Sign::Firm),
    ("荣誉资质", Sign::Firm),
    ("解决方案", Sign::Firm),
    ("联系电话", Sign::Firm),
    ("主营产品", Sign::Company),
    ("主要经营", Sign::Company),
    ("经营范围", Sign::Company),
    ("注册资本", Sign::Company),
    ("法定代表人", Sign::Company),
    ("统一社会信用代码", Sign::Company),
    ("企业类型", Sign::Company),
    ("公司地址", Sign::Company),
    ("登记机关", Sign::Company),
    ("经营状态", Sign::Company),
    ("成立日期", Sign::Company),
    ("成立时间", Sign::Company),
    ("员工人数", Sign::Company),
    ("黄页", Sign::Company),
    ("企业名录", Sign::Company),
    ("游戏类型", Sign::Software),
    ("游戏大小", Sign::Software),
    ("游戏语言", Sign::Software),
    ("游戏截图", Sign::Software),
    ("软件大小", Sign::Software),
    ("软件类型", Sign::Software),
    ("软件语言", Sign::Software),
    ("软件授权", Sign::Software),
    ("应用平台", Sign::Software),
    ("运行环境", Sign::Software),
    ("安卓下载", Sign::Software),
    ("下载次数", Sign::Software),
    ("下载地址", Sign::Software),
    ("个人主页", Sign::Profile),
    ("个人简介", Sign::Profile),
    ("TA的", Sign::Profile),
    ("Ta的", Sign::Profile),
    ("获赞", Sign::Profile),
    ("粉丝", Sign::Profile),
    ("加好友", Sign::Profile),
    ("给我留言", Sign::Profile),
    ("发私信", Sign::Profile),
    ("私信", Sign::Profile),
];

/// Finds the words of pages that are no articles.
pub(crate) static SIGNS: LazyLock<Words<Sign>> =
    LazyLock::new(|| Words::new(SIGN_WORDS.iter().copied()));

/// Whether a line starts with a clock, as entries of a live blog do.
pub(crate) fn is_clocked(line: &str) -> bool {
    let start = line.trim_start_matches(['【', '[']).as_bytes();
    matches!(start, [a, b, b':', c, d, ..] if [a, b, c, d].iter().all(|c| c.is_ascii_digit()))
}

/// Whether a line is a sentence somebody can read.
pub(crate) fn is_sentence(line: &str) -> bool {
    let chars = line.chars().count();
    chars >= 25 || chars >= 5 && line.contains(['，', '。', '！', '？', '；', ',', '!', '?'])
}

/// Whether a line is a text cut short, as lists show them: with dots at its end, or behind them an age or a way to the rest.
pub(crate) fn is_teaser(line: &str) -> bool {
    let line = line.trim_end();
    let more = [
        "[详细]",
        "[详情]",
        "[全文]",
        "[閱讀全文]",
        "阅读全文",
        "閱讀全文",
        "查看全文",
        "更多>>",
        "(more)",
    ];
    let ago = ["分钟前", "分鐘前", "小时前", "小時前", "天前"];
    let dots = |text: &str| text.ends_with("...") || text.ends_with('…') || text.ends_with("..");
    let chars = line.chars().count();
    chars >= 12
        && (dots(line) && !line.ends_with("……")
            || more.iter().any(|end| line.ends_with(end))
            || ago.iter().any(|end| line.ends_with(end)))
}

/// How the names of houses, schools and firms end, in simplified characters.
const HOUSES: &[&str] = &[
    "博物馆",
    "博物院",
    "美术馆",
    "图书馆",
    "纪念馆",
    "体育馆",
    "展览馆",
    "大学",
    "学院",
    "中学",
    "小学",
    "医院",
    "研究所",
    "研究院",
    "有限公司",
];
/// Characters of the longest such name that a headline is.
const HOUSE_MAX: usize = 14;

/// Whether a headline is the name of a house, school or firm and nothing else: 城东美术馆.
pub(crate) fn is_house(heading: &str) -> bool {
    let heading = heading.trim();
    let name: String = heading.chars().map(fold).collect();
    heading.chars().count() <= HOUSE_MAX
        && name.chars().all(is_han)
        && HOUSES.iter().any(|end| name.ends_with(end))
}

/// Whether a headline is that of an introduction, not of news: 学校简介, 关于我们.
pub(crate) fn is_introduction(heading: &str) -> bool {
    let heading = heading.trim();
    let ends = [
        "简介",
        "簡介",
        "概况",
        "概況",
        "章程",
        "历史沿革",
        "沿革",
        "大事记",
        "联系我们",
        "聯絡我們",
        "聯繫我們",
        "关于我们",
        "關於我們",
        "组织机构",
        "组织架构",
        "机构设置",
        "企业文化",
        "公司介绍",
        "学院介绍",
        "版权声明",
        "免责声明",
        "隐私政策",
        "網站地圖",
        "网站地图",
        "招聘信息",
        "领导分工",
    ];
    heading.chars().count() <= 14 && ends.iter().any(|end| heading.ends_with(end))
}

/// Whether a title names a channel: 港聞 | 橙橘網, 政治新聞, 要闻.
pub(crate) fn is_channel(title: &str) -> bool {
    let first = title
        .split(['_', '-', '|', '–', '—', '·', '｜'])
        .next()
        .unwrap_or(title)
        .trim();
    let ends = [
        "新闻",
        "新聞",
        "频道",
        "頻道",
        "要闻",
        "要聞",
        "首页",
        "首頁",
        "资讯",
        "資訊",
        "动态",
        "動態",
        "公告",
        "专题",
        "專題",
        "列表",
        "栏目",
        "欄目",
        "滚动",
        "排行",
        "排行榜",
        "港聞",
        "快讯",
        "文章",
        "报道",
        "視頻",
        "视频",
    ];
    let whole = [
        "体育", "體育", "娱乐", "娛樂", "财经", "財經", "科技", "国际", "國際", "社会", "社會",
        "政治", "生活", "军事", "汽车", "房产", "健康", "教育", "文化", "兩岸", "两岸", "中國",
        "中国", "国内", "地方", "旅游", "时尚", "游戏",
    ];
    (2..=8).contains(&first.chars().count())
        && (ends.iter().any(|end| first.ends_with(end)) || whole.contains(&first))
}

/// Whether a title says that a film is shown: 视频：…, [视频]…, …｜影片.
pub(crate) fn is_film(title: &str) -> bool {
    if !title.contains(['频', '頻', '片']) {
        return false;
    }
    let start = title.trim_start_matches(['[', '【', '(', '（', '「', ' ']);
    let first = title
        .split(['_', '|', '｜'])
        .next()
        .unwrap_or(title)
        .trim_end();
    let words = ["视频", "視頻", "影片", "短视频", "微视频", "短片"];
    let marks = ['：', ':', ']', '】', '｜', '|', '丨', ')', '）', '」'];
    words.iter().any(|word| {
        start
            .strip_prefix(word)
            .is_some_and(|rest| rest.starts_with(marks))
            || first
                .strip_suffix(word)
                .is_some_and(|rest| rest.ends_with(['-', '—', ' ', '（', '(']))
            || title
                .split(['_', '-', '|', '｜'])
                .skip(1)
                .any(|part| part.trim() == *word)
    })
}

/// Whether a title is of something for sale: its first part ends with what buyers ask for.
pub(crate) fn is_for_sale(title: &str) -> bool {
    let first = title
        .split(['_', '-', '|', '–', '—'])
        .next()
        .unwrap_or(title)
        .trim();
    let ends = [
        "价格",
        "報價",
        "报价",
        "批发",
        "厂家",
        "供应商",
        "多少钱一台",
        "型号",
        "图片及价格",
        "优惠价",
    ];
    first.chars().count() <= 20 && ends.iter().any(|end| first.ends_with(end))
}

/// Words of paths that say a little: pages of topics, introductions, programs.
const WEAK_PATHS: &[(&str, PageKind)] = &[
    ("/topic/", PageKind::List),
    ("/special/", PageKind::List),
    ("/specials/", PageKind::List),
    ("/zhuanti/", PageKind::List),
    ("/zt/", PageKind::List),
    ("/subject/", PageKind::List),
    ("/channel/", PageKind::List),
    ("/list/", PageKind::List),
    ("/list_", PageKind::List),
    ("/list-", PageKind::List),
    ("/about", PageKind::Other),
    ("/contact", PageKind::Other),
    ("/profile", PageKind::Other),
    ("/user", PageKind::Other),
    ("/u/", PageKind::Other),
    ("/space", PageKind::Other),
    ("/company", PageKind::Other),
    ("/qiye/", PageKind::Other),
    ("/corp/", PageKind::Other),
    ("/jianjie", PageKind::Other),
    ("/gaikuang", PageKind::Other),
    ("/intro", PageKind::Other),
    ("/game/", PageKind::Other),
    ("/games/", PageKind::Other),
    ("/soft/", PageKind::Other),
    ("/app/", PageKind::Other),
    ("/apps/", PageKind::Other),
    ("/download", PageKind::Other),
    ("/shop", PageKind::Other),
    ("/book/", PageKind::Other),
    ("/help", PageKind::Other),
    ("/archiver/", PageKind::Other),
    ("/bbs", PageKind::Other),
    ("/read-htm-tid", PageKind::Other),
];

/// What a word of the path hints at: weaker than [`by_address`].
pub(crate) fn by_word(url: &url::Url) -> Option<PageKind> {
    let path = url.path().to_ascii_lowercase();
    let found = WEAK_PATHS.iter().find(|(word, _)| path.contains(word));
    found.map(|(_, kind)| *kind)
}

/// Whether a line numbers an answer: `#12`, `12楼`, `张三 #12 1 月前`.
pub(crate) fn is_floor(line: &str) -> bool {
    let number = |n: &str| (1..=4).contains(&n.len()) && n.bytes().all(|b| b.is_ascii_digit());
    line.len() <= 60
        && line.bytes().any(|b| b.is_ascii_digit())
        && line.split_whitespace().any(|word| {
            word.strip_prefix('#')
                .or_else(|| word.strip_suffix(['楼', '樓']))
                .is_some_and(number)
        })
}

/// Labels of host names, and what such hosts show.
const HOSTS: &[(&str, PageKind)] = &[
    ("video", PageKind::Video),
    ("v", PageKind::Video),
    ("tv", PageKind::Video),
    ("film", PageKind::Video),
    ("live", PageKind::Live),
    ("zhibo", PageKind::Live),
    ("photo", PageKind::Gallery),
    ("photos", PageKind::Gallery),
    ("slide", PageKind::Gallery),
    ("pic", PageKind::Gallery),
    ("tu", PageKind::Gallery),
    ("baike", PageKind::Other),
    ("wiki", PageKind::Other),
    ("zhidao", PageKind::Other),
    ("wenda", PageKind::Other),
    ("tieba", PageKind::Other),
    ("bbs", PageKind::Other),
    ("forum", PageKind::Other),
    ("luntan", PageKind::Other),
    ("club", PageKind::Other),
    ("discuss", PageKind::Other),
    ("item", PageKind::Other),
    ("shop", PageKind::Other),
    ("mall", PageKind::Other),
    ("passport", PageKind::Blocked),
    ("search", PageKind::List),
    ("so", PageKind::List),
];

/// Parts of paths, and what pages with such a path show.
const PATHS: &[(&str, PageKind)] = &[
    ("/video/", PageKind::Video),
    ("/videos/", PageKind::Video),
    ("/v/", PageKind::Video),
    ("slideshow", PageKind::Gallery),
    ("/photoview/", PageKind::Gallery),
    ("/photo/", PageKind::Gallery),
    ("/gallery/", PageKind::Gallery),
    ("/slide_", PageKind::Gallery),
    ("/live/", PageKind::Live),
    ("/liveblog", PageKind::Live),
    ("/wiki/", PageKind::Other),
    ("/question/", PageKind::Other),
    ("viewthread", PageKind::Other),
    ("/thread-", PageKind::Other),
    ("/thread/", PageKind::Other),
    ("/forum", PageKind::Other),
    ("/item/", PageKind::Other),
    ("/item-", PageKind::Other),
    ("/product", PageKind::Other),
    ("/goods", PageKind::Other),
    ("/note/", PageKind::Other),
    ("/chapter/", PageKind::Other),
    ("/novel/", PageKind::Other),
    ("/topics/", PageKind::List),
    ("/search", PageKind::List),
    ("/tags/", PageKind::List),
    ("/tag/", PageKind::List),
    ("/category/", PageKind::List),
    ("/node_", PageKind::List),
];

/// What the last part of a page's title names, and what such pages show.
const TITLES: &[(&str, PageKind)] = &[
    ("论坛", PageKind::Other),
    ("論壇", PageKind::Other),
    ("贴吧", PageKind::Other),
    ("百科", PageKind::Other),
    ("知道", PageKind::Other),
    ("问答", PageKind::Other),
    ("小说", PageKind::Other),
    ("诗词", PageKind::Other),
    ("古诗", PageKind::Other),
    ("诗歌", PageKind::Other),
    ("在线阅读", PageKind::Other),
    ("社区", PageKind::Other),
    ("社區", PageKind::Other),
    ("俱乐部", PageKind::Other),
    ("微博", PageKind::Other),
    ("BBS", PageKind::Other),
    ("商城", PageKind::Other),
    ("搜索", PageKind::List),
    ("高清完整版", PageKind::Video),
    ("在线观看", PageKind::Video),
];

/// Ends of titles of sites where no one publishes news: what stands there is other, whatever time and writer it has.
const NO_NEWS: &[&str] = &[
    "论坛",
    "論壇",
    "贴吧",
    "百科",
    "知道",
    "问答",
    "小说",
    "诗词",
    "古诗",
    "诗歌",
    "在线阅读",
    "微博",
    "社区",
    "社區",
    "BBS",
];

/// Whether the site's name in the title says that it has no news.
pub(crate) fn is_no_news(title: &str) -> bool {
    let mut parts = title.rsplit(['_', '-', '|', '–', '—', '·']);
    let tail = parts.next().unwrap_or_default().trim();
    let before = parts.next().unwrap_or_default().trim();
    tail.len() < title.trim().len()
        && tail.chars().count() <= 16
        && NO_NEWS.iter().any(|w| {
            // 社区 is a channel of news sites too: …_社区_橙橘网.
            let board = before.ends_with(w) && before.chars().count() <= 16;
            tail.contains(w) || board && !matches!(*w, "社区" | "社區")
        })
}

/// Whether a title says that the page goes on growing: 宏福苑五級火災．不斷更新.
pub(crate) fn is_growing(title: &str) -> bool {
    [
        "不斷更新",
        "不断更新",
        "滚动更新",
        "滾動更新",
        "实时更新",
        "即時更新",
        "文字直播",
        "图文直播",
        "直播帖",
    ]
    .iter()
    .any(|w| title.contains(w))
}

/// What the address says.
pub(crate) fn by_address(url: &url::Url) -> Option<PageKind> {
    let path = url.path().to_ascii_lowercase();
    let whole = match url.query() {
        Some(query) => format!("{path}?{query}"),
        None => path,
    };
    if let Some((_, kind)) = PATHS.iter().find(|(w, _)| whole.contains(w)) {
        return Some(*kind);
    }
    let host = url.host_str()?;
    if is_column(&whole) {
        return Some(PageKind::List);
    }
    // The last two labels are the site's own name.
    let mut labels: Vec<&str> = host.split('.').collect();
    labels.truncate(labels.len().saturating_sub(2));
    HOSTS
        .iter()
        .find(|(w, _)| labels.contains(w))
        .map(|(_, kind)| *kind)
}

/// Whether the address is a front page: no number in it and next to no path.
pub(crate) fn is_front(url: &url::Url) -> bool {
    let path = url.path().trim_matches('/');
    let digits = path.bytes().any(|b| b.is_ascii_digit());
    let short = path.len() <= 24 && path.split('/').count() <= 2;
    !digits && short && url.query().is_none()
}

/// What the site's name in the title says: `…_某某论坛`.
pub(crate) fn by_title(title: &str) -> Option<PageKind> {
    // 图集：湖心一日, 【高清图集】湖心一日
    let start = title.trim_start_matches(['[', '【', '(', '（', '「', ' ']);
    if ["图集", "圖集", "高清图集", "高清大图"]
        .iter()
        .any(|w| start.starts_with(w))
    {
        return Some(PageKind::Gallery);
    }
    if title.contains("图片新闻——") || title.contains("圖片新聞——") {
        return Some(PageKind::Gallery);
    }
    if ["搜索结果", "搜尋結果", "搜索結果", "查询结果"]
        .iter()
        .any(|w| title.contains(w))
    {
        return Some(PageKind::List);
    }
    let tail = title.rsplit(['_', '-', '|', '–', '—', '·']).next()?.trim();
    if tail.len() == title.len() || tail.chars().count() > 16 {
        return None;
    }
    TITLES
        .iter()
        .find(|(w, _)| tail.contains(w))
        .map(|(_, kind)| *kind)
}

/// Column pages of a widespread publishing system: `…/col/col123/`, `col603171.html`.
fn is_column(path: &str) -> bool {
    path.rsplit('/').any(|part| {
        part.strip_prefix("col")
            .is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_digit()))
    })
}

/// Whether a title is that of a chapter: `第十二章 …`.
pub(crate) fn is_chapter(title: &str) -> bool {
    let Some((_, rest)) = title.split_once('第') else {
        return false;
    };
    let number: String = rest
        .chars()
        .take_while(|c| c.is_ascii_digit() || "一二三四五六七八九十百千零〇两".contains(*c))
        .collect();
    !number.is_empty() && rest[number.len()..].starts_with(['章', '回', '卷'])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_of_houses() {
        for (heading, expected) in [
            ("城东美术馆", true),
            ("城東美術館", true),
            ("橙橘大学", true),
            ("城东美术馆，一座老厂房", false),
            ("城东美术馆今起开放", false),
            ("关于开放城东区二十七家社区图书馆", false),
        ] {
            assert_eq!(is_house(heading), expected, "{heading}");
        }
    }

    #[test]
    fn titles_of_sites_without_news() {
        for (title, expected) in [
            ("城东公园什么时候开放_橙橘论坛", true),
            ("城东公园什么时候开放 - 本地生活 - 橙橘社区", true),
            ("城东公园什么时候开放-城东贴吧-橙橘", true),
            ("城东公园今起开放_社区_橙橘网", false),
            ("城东公园今起开放 - 橙橘网", false),
            ("社区论坛今天开幕", false),
        ] {
            assert_eq!(is_no_news(title), expected, "{title}");
        }
    }
    #[test]
    fn numbers_of_answers() {
        for (line, expected) in [
            ("#12", true),
            ("3楼", true),
            ("张三 #2 1 月前", true),
            ("张三 3樓 回覆", true),
            ("宏发大厦3楼今天起火", false),
            ("#城东公园#", false),
            ("# 2", false),
        ] {
            assert_eq!(is_floor(line), expected, "{line}");
        }
    }

    #[test]
    fn teasers_and_sentences() {
        for (line, teaser, sentence) in [
            ("城东公园今起开放，三日免费...", true, true),
            ("城東公園今起開放，三日免費..1小時前", true, true),
            ("城东公园今起开放，市民说：“太好了……”", false, true),
            ("城东公园今起开放，三日免费。", false, true),
            ("城东公园", false, false),
        ] {
            assert_eq!(
                (is_teaser(line), is_sentence(line)),
                (teaser, sentence),
                "{line}"
            );
        }
    }

    #[test]
    fn titles_of_other_pages() {
        for (title, introduction, channel, film) in [
            ("学校简介", true, false, false),
            ("港聞 | 橙橘網", false, true, false),
            ("政治新聞", false, true, false),
            ("视频：城东公园今起开放", false, false, true),
            ("城东公园今起开放_视频_橙橘网", false, false, true),
            ("城东公园今起开放_橙橘网", false, false, false),
            ("城东公园视频走红", false, false, false),
        ] {
            let found = (is_introduction(title), is_channel(title), is_film(title));
            assert_eq!(found, (introduction, channel, film), "{title}");
        }
    }
}
