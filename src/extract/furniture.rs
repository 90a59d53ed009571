//! Lines that stand around or inside bodies and are not the article's: end marks, disclaimers, share and app lines, page furniture.
//!
//! Short whole lines only: an article may well write 扫码 or 版权所有 in a sentence of its own.

use std::sync::LazyLock;

use aho_corasick::{AhoCorasick, AhoCorasickKind, MatchKind};

use super::tuning::FURNITURE_MAX;

/// What becomes of a line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Act {
    /// Cut the line.
    Drop(&'static str),
    /// Cut the line and all after it.
    End(&'static str),
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Place {
    /// The line starts with it.
    Start,
    /// Anywhere in the line.
    Any,
    /// The line is it, but for brackets and marks.
    Whole,
}

use Act::{Drop, End};
use Place::{Any, Start, Whole};

/// Phrase, where in the line, what becomes of the line. Sources: `patterns.md` of the project's notes, section 3, and pages of the corpus.
const BODY: &[(&str, Place, Act)] = &[
    ("完", Whole, Drop("end mark")),
    ("END", Whole, Drop("end mark")),
    ("end", Whole, Drop("end mark")),
    ("The End", Whole, Drop("end mark")),
    ("全文完", Whole, Drop("end mark")),
    ("本文结束", Any, Drop("end mark")),
    ("正文", Whole, Drop("label")),
    ("摘要", Whole, Drop("label")),
    ("相关阅读", Start, End("related list")),
    ("相关新闻", Start, End("related list")),
    ("相关报道", Start, End("related list")),
    ("相关文章", Start, End("related list")),
    ("相关链接", Start, End("related list")),
    ("相关推荐", Start, End("related list")),
    ("延伸阅读", Start, End("related list")),
    ("推荐阅读", Start, End("related list")),
    ("往期回顾", Start, End("related list")),
    ("熱門點閱", Start, End("related list")),
    ("延伸 · 推荐", Start, End("related list")),
    ("延伸·推荐", Start, End("related list")),
    ("推荐新闻", Start, End("related list")),
    ("推薦新聞", Start, End("related list")),
    ("新聞不漏接", Any, Drop("promotion")),
    ("健康新聞不漏接", Any, Drop("promotion")),
    ("往下看更多文章", Start, End("next article")),
    ("向下滾動閱讀更多", Any, Drop("control")),
    ("點擊看圖輯", Whole, Drop("control")),
    ("更多相片", Whole, Drop("control")),
    ("收起", Whole, Drop("control")),
    ("展开", Whole, Drop("control")),
    ("查看更多", Whole, Drop("control")),
    ("点击查看更多", Whole, Drop("control")),
    ("往期推荐", Start, End("related list")),
    ("猜你喜欢", Start, End("related list")),
    ("为您推荐", Start, End("related list")),
    ("热门推荐", Start, End("related list")),
    ("热门文章", Start, End("related list")),
    ("精彩推荐", Start, End("related list")),
    ("更多精彩内容", Start, Drop("promotion")),
    ("延伸閱讀", Start, End("related list")),
    ("相關新聞", Start, End("related list")),
    ("相關文章", Start, End("related list")),
    ("相關報道", Start, End("related list")),
    ("相關報導", Start, End("related list")),
    ("推薦閱讀", Start, End("related list")),
    ("更多新聞", Start, End("related list")),
    ("更多…新聞報導", Start, Drop("promotion")),
    ("熱門新聞", Start, End("related list")),
    ("看更多：", Start, Drop("promotion")),
    ("您可能也喜欢", Start, End("related list")),
    ("返回搜狐，查看更多", Any, Drop("promotion")),
    ("返回搜狐", Whole, Drop("promotion")),
    ("平台声明", Start, Drop("disclaimer")),
    ("特别声明", Start, Drop("disclaimer")),
    ("免责声明", Start, Drop("disclaimer")),
    ("郑重声明", Start, Drop("disclaimer")),
    ("版权声明", Start, Drop("disclaimer")),
    ("广告声明", Start, Drop("disclaimer")),
    ("風險提示及免責", Start, Drop("disclaimer")),
    ("风险提示及免责", Start, Drop("disclaimer")),
    ("转载声明", Start, Drop("disclaimer")),
    ("版權聲明", Start, Drop("disclaimer")),
    ("免責聲明", Start, Drop("disclaimer")),
    ("特別聲明", Start, Drop("disclaimer")),
    ("声明：", Start, Drop("disclaimer")),
    ("以上内容仅代表作者", Any, Drop("disclaimer")),
    ("文章仅代表作者", Any, Drop("disclaimer")),
    ("本文仅代表作者", Any, Drop("disclaimer")),
    ("不代表本网", Any, Drop("disclaimer")),
    ("不代表本站", Any, Drop("disclaimer")),
    ("未经授权不得转载", Any, Drop("disclaimer")),
    ("未經授權不得轉載", Any, Drop("disclaimer")),
    ("未经授权，不得转载", Any, Drop("disclaimer")),
    ("未经授权，禁止转载", Any, Drop("disclaimer")),
    ("转载请注明", Any, Drop("disclaimer")),
    ("如需转载请", Any, Drop("disclaimer")),
    ("授权发布", Any, Drop("disclaimer")),
    ("本文經授權轉載", Any, Drop("disclaimer")),
    ("本文获授权", Any, Drop("disclaimer")),
    ("举报/反馈", Whole, Drop("control")),
    ("举报", Whole, Drop("control")),
    ("分享到", Start, Drop("share bar")),
    ("分享至", Start, Drop("share bar")),
    ("分享让更多人看到", Any, Drop("share bar")),
    ("打开微信，点击底部", Start, Drop("share bar")),
    ("使用“扫一扫”", Any, Drop("share bar")),
    ("微信扫一扫", Any, Drop("share bar")),
    ("分享至朋友圈", Any, Drop("share bar")),
    ("分享到朋友圈", Any, Drop("share bar")),
    ("扫一扫", Start, Drop("QR code")),
    ("扫描二维码", Any, Drop("QR code")),
    ("扫描下方二维码", Any, Drop("QR code")),
    ("长按识别二维码", Any, Drop("QR code")),
    ("长按二维码", Any, Drop("QR code")),
    ("识别二维码", Any, Drop("QR code")),
    ("扫码关注", Any, Drop("QR code")),
    ("扫码下载", Any, Drop("QR code")),
    ("下载APP", Any, Drop("app line")),
    ("打开APP", Any, Drop("app line")),
    ("下载客户端", Any, Drop("app line")),
    ("新闻客户端下载", Any, Drop("app line")),
    ("點我下載", Any, Drop("app line")),
    ("立即下載", Any, Drop("app line")),
    ("立刻下載", Any, Drop("app line")),
    ("按我看活動辦法", Any, Drop("app line")),
    ("不用抽 不用搶", Start, Drop("app line")),
    ("海量资讯、精准解读", Start, Drop("app line")),
    ("24小时滚动播报最新的财经资讯", Start, Drop("app line")),
    ("打开网易新闻", Start, Drop("app line")),
    ("打开凤凰新闻", Start, Drop("app line")),
    ("预览时标签不可点", Whole, Drop("control")),
    ("阅读原文", Whole, Drop("control")),
    ("点击查看全文", Whole, Drop("control")),
    ("展开全文", Whole, Drop("control")),
    ("阅读全文", Whole, Drop("control")),
    ("点击播报本文", Start, Drop("control")),
    ("喜欢此内容的人还喜欢", Start, End("related list")),
    ("点击进入专题", Any, Drop("promotion")),
    ("点击进入", Start, Drop("promotion")),
    ("关注微信公众号", Any, Drop("promotion")),
    ("关注公众号", Any, Drop("promotion")),
    ("欢迎关注", Start, Drop("promotion")),
    ("打印本页", Any, Drop("control")),
    ("关闭窗口", Any, Drop("control")),
    ("【关闭】", Any, Drop("control")),
    ("[打印]", Any, Drop("control")),
    ("【打印】", Any, Drop("control")),
    ("我要评论", Whole, Drop("control")),
    ("发表评论", Whole, Drop("control")),
    ("上一篇", Start, Drop("previous and next")),
    ("下一篇", Start, Drop("previous and next")),
    ("上一页", Start, Drop("pagination")),
    ("下一页", Start, Drop("pagination")),
    ("本文标签", Start, Drop("tags")),
    ("标签：", Start, Drop("tags")),
    ("标签:", Start, Drop("tags")),
    ("关键词：", Start, Drop("tags")),
    ("關鍵字：", Start, Drop("tags")),
    ("文章关键词", Start, Drop("tags")),
    ("原标题", Start, Drop("original title")),
    ("（原标题", Start, Drop("original title")),
    ("(原标题", Start, Drop("original title")),
    ("原题为", Start, Drop("original title")),
    ("本文原标题", Start, Drop("original title")),
    ("您的浏览器不支持", Any, Drop("player label")),
    ("播放视频", Whole, Drop("player label")),
    ("视频加载中", Any, Drop("player label")),
    ("正在播放", Whole, Drop("player label")),
    ("音频播放", Whole, Drop("player label")),
    ("Your browser does not support", Any, Drop("player label")),
    ("圖像來源", Start, Drop("caption label")),
    ("圖像加註文字", Start, Drop("caption label")),
    ("图像来源", Start, Drop("caption label")),
    ("图像加注文字", Start, Drop("caption label")),
    ("广告", Whole, Drop("advertisement")),
    ("廣告", Whole, Drop("advertisement")),
    ("Advertisement", Whole, Drop("advertisement")),
    ("延伸阅读：", Start, End("related list")),
    ("感兴趣的话", Whole, Drop("promotion")),
];

/// Phrases of headers and footers: a line with one is no prose, however long.
const PAGE: &[&str] = &[
    "凡本网注明",
    "凡本站注明",
    "凡注明来源",
    "凡注明“",
    "凡本网“",
    "凡来源非",
    "书面授权",
    "均转载自其",
    "版权均属",
    "授权范围内使用",
    "違者必究",
    "违者必究",
    "追究法律责任",
    "追究其法律责任",
    "保留追究",
    "下载使用，应",
    "著作权人",
    "请在30日内",
    "日内与本网联系",
    "与本网联系",
    "留言板规则",
    "留言規則",
    "不代表新浪",
    "投资建议",
    "往下看更多文章",
    "ICP备",
    "ICP證",
    "ICP证",
    "公网安备",
    "版权所有",
    "版權所有",
    "All Rights Reserved",
    "All rights reserved",
    "Copyright",
    "许可证",
    "违法和不良信息",
    "举报电话",
    "举报邮箱",
    "联系我们",
    "聯絡我們",
    "关于我们",
    "網站地圖",
    "网站地图",
    "广告服务",
    "增值电信业务",
    "经营许可",
    "新闻信息服务许可",
    "网络视听许可",
    "文明上网",
    "网友评论仅供",
    "评论仅代表",
    "登录后",
    "您的浏览器",
    "请升级浏览器",
    "JavaScript",
    "隐私政策",
    "私隱政策",
    "隱私權",
    "使用条款",
    "服務條款",
    "Cookie",
    "cookie",
];

static BODY_FINDER: LazyLock<AhoCorasick> = LazyLock::new(|| {
    AhoCorasick::builder()
        .match_kind(MatchKind::Standard)
        .kind(Some(AhoCorasickKind::DFA))
        .build(BODY.iter().map(|(phrase, ..)| phrase))
        .expect("a short list of plain phrases")
});

static PAGE_FINDER: LazyLock<AhoCorasick> = LazyLock::new(|| {
    AhoCorasick::builder()
        .kind(Some(AhoCorasickKind::DFA))
        .build(PAGE)
        .expect("a short list of plain phrases")
});

/// Whether a line belongs to the page's header or footer.
pub(crate) fn is_page_furniture(line: &str) -> bool {
    line.len() < 900 && PAGE_FINDER.is_match(line)
}

/// Whether a line states who may use the page's text: 凡本网注明…
fn is_terms(line: &str) -> bool {
    let start = line.trim_start_matches(|c: char| {
        c.is_ascii_digit() || c.is_whitespace() || ".、①②③④⑤⑥（）()".contains(c)
    });
    [
        "凡本网注明",
        "凡本站注明",
        "凡注明“",
        "凡注明来源",
        "凡本网“",
        "凡来源非",
        "本网未注明",
        "未经授权不得",
        "本站注明稿件来源",
        "凡本网",
    ]
    .iter()
    .any(|w| start.starts_with(w))
        || line.contains("书面授权")
            && (line.contains("本网") || line.contains("本站") || line.contains("被授权人"))
        || line.contains("请在")
            && line.contains("日内")
            && (line.contains("与本网联系") || line.contains("来函") || line.contains("版权"))
}

/// What becomes of a line of the body, if it is furniture.
pub(crate) fn act(line: &str) -> Option<Act> {
    // Terms of use and the like, however long, when they stand below or above the text.
    let terms = is_terms(line);
    let line = line.trim_matches(|c: char| c.is_whitespace() || is_frame(c));
    let chars = line.chars().count();
    if terms {
        return Some(Drop("terms of use"));
    }
    if chars == 0 {
        return None;
    }
    // Disclaimers run longer than other furniture, and start with what they are.
    let long = chars > FURNITURE_MAX;
    if chars > FURNITURE_MAX * 5 {
        return None;
    }
    let mut found = None;
    for hit in BODY_FINDER.find_overlapping_iter(line) {
        let (phrase, place, act) = BODY[hit.pattern().as_usize()];
        let fits = match place {
            Start => hit.start() == 0,
            Any => !long,
            Whole => phrase.len() == line.len(),
        };
        let fits = fits && (!long || matches!(act, Drop("disclaimer" | "original title")));
        if !fits {
            continue;
        }
        if let End(reason) = act {
            let behind = line[hit.end()..].trim_start();
            let after_colon = behind.strip_prefix([':', '：']).map(str::trim);
            match after_colon {
                // A label alone: the list below it is none of the article's.
                _ if behind.is_empty() || after_colon == Some("") => return Some(act),
                // A label with one headline behind it, between paragraphs.
                Some(_) => found = Some(Drop(reason)),
                // 相关阅读 with a sentence behind it is a sentence.
                None if chars <= phrase.chars().count() + 6 => return Some(act),
                None => {}
            }
            continue;
        }
        found = Some(act);
    }
    found
}

/// Marks that frame such lines: `【完】`, `- END -`, `▶相关阅读`.
fn is_frame(c: char) -> bool {
    matches!(
        c,
        '【' | '】'
            | '['
            | ']'
            | '（'
            | '）'
            | '('
            | ')'
            | '-'
            | '—'
            | '─'
            | '='
            | '*'
            | '★'
            | '▶'
            | '►'
            | '▸'
            | '◆'
            | '■'
            | '●'
            | '·'
            | '|'
            | '>'
            | '<'
            | '》'
            | '«'
            | '»'
            | '。'
            | '…'
            | '☆'
            | '◤'
            | '◢'
            | '／'
            | '/'
            | '\\'
            | '↓'
            | '↑'
            | '👉'
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn furniture_lines() {
        let rows: &[(&str, Option<Act>)] = &[
            ("（完）", Some(Drop("end mark"))),
            ("- END -", Some(Drop("end mark"))),
            ("相关阅读：", Some(End("related list"))),
            ("【延伸閱讀】", Some(End("related list"))),
            (
                "相关报道：城东公园今起开放 市民尽享绿意",
                Some(Drop("related list")),
            ),
            ("（原标题：城东公园开放）", Some(Drop("original title"))),
            ("分享到：微信 微博", Some(Drop("share bar"))),
            (
                "城东公园的游客可以扫描二维码领取一份园区地图，也可以在服务台领取纸质版，地图上标出了三条步行路线和两处直饮水点，供市民选用。",
                None,
            ),
            (
                "相关阅读室将于六月开放，市民可凭证件入内阅览，管理处提醒大家提前预约。",
                None,
            ),
            ("他说，公园的建设已经完成。", None),
        ];
        for (line, expected) in rows {
            assert_eq!(act(line), *expected, "{line}");
        }
    }
}
