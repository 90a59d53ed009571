//! Lines that stand around or inside bodies and are not the article's: end marks, disclaimers, share and app lines, page furniture.
//!
//! Short whole lines only: an article may well write 扫码 or 版权所有 in a sentence of its own.

use std::sync::LazyLock;

use super::tuning::FURNITURE_MAX;
use crate::words::Words;

mod phrases;

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

/// The phrases by the place they are looked for in.
struct Phrases {
    whole: Words<Act>,
    starts: Words<Act>,
    within: Words<Act>,
}

static BODY: LazyLock<Phrases> = LazyLock::new(|| {
    let at = |place| {
        let rows = phrases::BODY.iter().filter(move |row| row.0 == place);
        Words::new(rows.flat_map(|(_, act, words)| words.iter().map(|word| (*word, *act))))
    };
    Phrases {
        whole: at(Whole),
        starts: at(Start),
        within: at(Any),
    }
});

impl Phrases {
    /// What the phrases in a line say of it, with the byte each ends at.
    fn acts<'a>(&'a self, line: &'a str, long: bool) -> impl Iterator<Item = (usize, Act)> + 'a {
        let starts = self.starts.at_start(line);
        let whole = self.whole.get(line).map(|act| (line.len(), *act));
        let within = (!long).then(|| self.within.within(line));
        let within = within.into_iter().flatten();
        starts
            .map(|(word, act)| (word.len(), *act))
            .chain(whole)
            .chain(within.map(|(at, word, act)| (at + word.len(), *act)))
    }
}

static PAGE: LazyLock<Words<()>> =
    LazyLock::new(|| Words::new(phrases::PAGE.iter().map(|word| (*word, ()))));

/// Whether a line belongs to the page's header or footer.
pub(crate) fn is_page_furniture(line: &str) -> bool {
    line.len() < 900 && PAGE.within(line).next().is_some()
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
        || start.starts_with("本文为") && line.contains("观点") && line.contains("不代表")
        || line.contains("自有版权信息")
        || line.contains("授权")
            && (line.contains("独家负责") && line.contains("网站")
                || line.contains("追究") && (line.contains("本网") || line.contains("本站")))
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
    let end = line.trim_end();
    // 下載「橙橘新聞APP」 quotes a name, 他說：「下載了。」 a sentence.
    let sentence = end.ends_with(['。', '”', '：'])
        || end.ends_with('」') && end.contains(['，', '。', '：', '！', '？']);
    let line = line.trim_matches(|c: char| c.is_whitespace() || is_frame(c));
    let chars = line.chars().count();
    if terms {
        return Some(Drop("terms of use"));
    }
    if chars == 0 {
        return None;
    }
    if is_counter(line) {
        return Some(Drop("counter"));
    }
    if is_way_back(line) {
        return Some(Drop("way back to the site"));
    }
    if is_stance(line, chars) {
        return Some(Drop("disclaimer"));
    }
    if is_paper_page(line, chars) {
        return Some(Drop("page of the paper"));
    }
    if !sentence && is_invitation(line, chars) {
        return Some(Drop("promotion"));
    }
    if is_embed_mark(line, chars) {
        return Some(Drop("control"));
    }
    if is_player_source(line, chars) {
        return Some(Drop("player label"));
    }
    if is_declaration_head(line, chars) {
        return Some(End("declaration"));
    }
    if is_own_list_label(line, chars) {
        return Some(End("related list"));
    }
    if chars <= FURNITURE_MAX && is_controls(line) {
        return Some(Drop("controls"));
    }
    // Disclaimers run longer than other furniture, and start with what they are.
    let long = chars > FURNITURE_MAX;
    if chars > FURNITURE_MAX * 5 {
        return None;
    }
    let mut found = None;
    for (end, act) in BODY.acts(line, long) {
        if long && !matches!(act, Drop("disclaimer" | "original title")) {
            continue;
        }
        if let End(reason) = act {
            let behind = line[end..].trim_start();
            let after_colon = behind.strip_prefix([':', '：']).map(str::trim);
            match after_colon {
                // A label alone: the list below it is none of the article's.
                _ if behind.is_empty() || after_colon == Some("") => return Some(act),
                // A label with one headline behind it, between paragraphs.
                Some(_) => found = Some(Drop(reason)),
                // 相关阅读 with a sentence behind it is a sentence: 网友评论道.
                None if is_rest_of_label(behind) => return Some(act),
                None => {}
            }
            continue;
        }
        found = Some(act);
    }
    found
}

/// A list's label with the subject before it: `城東公園相關閱讀：`.
fn is_own_list_label(line: &str, chars: usize) -> bool {
    let Some(label) = line.strip_suffix(['：', ':']) else {
        return false;
    };
    let ends = [
        "相关阅读",
        "相關閱讀",
        "相关新闻",
        "相關新聞",
        "延伸阅读",
        "延伸閱讀",
        "相关报道",
        "相關報道",
        "相關報導",
    ];
    chars <= 20 && ends.iter().any(|end| label.ends_with(end))
}

/// Whether a short text leads back to the site: `返回橙橘网首页>>`, `返回橙橘，查看更多`.
pub(crate) fn is_way_back(text: &str) -> bool {
    let text = text.trim_matches(|c: char| c.is_whitespace() || is_frame(c));
    let ends = [
        "首页",
        "首頁",
        "网",
        "網",
        "频道",
        "頻道",
        "中心",
        "列表",
        "目录",
        "目錄",
        "查看更多",
        "主页",
        "上页",
        "上一页",
        "版面",
        "顶部",
        "頂部",
    ];
    text.starts_with("返回")
        && text.chars().count() <= 12
        && ends.iter().any(|end| text.ends_with(end))
}

/// An invitation to follow the outlet elsewhere: `加入橙橘新聞LINE，重點新聞一次看`, `打开橙橘新闻`, `更多橙橘報導`.
fn is_invitation(line: &str, chars: usize) -> bool {
    let more = line.starts_with("更多")
        && ["報導", "报道", "報道", "新聞", "新闻"]
            .iter()
            .any(|end| line.ends_with(end));
    let open = (line.starts_with("打开") || line.starts_with("打開"))
        && ["新闻", "新聞", "APP", "App", "客户端"]
            .iter()
            .any(|end| line.ends_with(end));
    if chars <= 14 && (more || open) {
        return true;
    }
    const VERBS: &[&str] = &[
        "加入",
        "追蹤",
        "訂閱",
        "订阅",
        "下載",
        "下载",
        "按讚",
        "關注",
        "关注",
        "歡迎",
        "欢迎",
        "立即",
        "快加入",
        "馬上",
    ];
    const PLACES: &[&str] = &[
        "LINE",
        "APP",
        "App",
        "FB",
        "Facebook",
        "臉書",
        "IG",
        "Instagram",
        "YouTube",
        "Telegram",
        "公众号",
        "公眾號",
        "客户端",
        "粉絲",
        "微信",
        "頻道",
        "電子報",
        "电子报",
    ];
    chars <= 40
        && !line.contains('。')
        && VERBS.iter().any(|verb| line.starts_with(verb))
        && PLACES.iter().any(|place| line.contains(place))
}

/// Lines that are furniture at the end of a body only: an app's name, one letter of a label set letter by letter, a stamp of the time.
pub(crate) fn is_at_tail(line: &str) -> bool {
    let line = line.trim_matches(|c: char| c.is_whitespace() || is_frame(c));
    let chars = line.chars().count();
    let app = chars <= 14
        && ["APP", "App", "app", "客户端"]
            .iter()
            .any(|end| line.ends_with(end));
    let letter = chars == 1 && line.chars().all(char::is_alphabetic);
    let digit = |c: char| c.is_ascii_digit();
    // 香港時間13時32分 and the day above it; a day alone may be a document's own.
    let stamp = ["香港時間", "北京时间", "北京時間", "台北時間", "臺北時間"]
        .iter()
        .filter_map(|zone| line.strip_prefix(zone))
        .any(|clock| chars <= 14 && clock.starts_with(digit))
        || chars <= 20 && line.starts_with(digit) && line.contains("日（星期");
    app || letter || stamp
}

/// Price and change that a script sets behind a company's name: `(431.2, 7.37, 1.74%)`.
pub(crate) fn is_stock_quote(text: &str) -> bool {
    let inner = text
        .strip_prefix(['(', '（'])
        .and_then(|t| t.strip_suffix([')', '）']));
    let number = |part: &str| {
        let part = part.trim().trim_start_matches(['+', '-']);
        !part.is_empty() && part.bytes().all(|b| b.is_ascii_digit() || b == b'.')
    };
    inner.filter(|t| t.len() <= 40).is_some_and(|t| {
        let parts: Vec<&str> = t.split([',', '，']).collect();
        let (change, prices) = match parts.split_last() {
            Some((last, prices)) if prices.len() == 2 => (last.trim(), prices),
            _ => return false,
        };
        change.strip_suffix('%').is_some_and(number) && prices.iter().all(|p| number(p))
    })
}

/// Whose view a text is not: 以上言論不代表橙橘新聞立場。
fn is_stance(line: &str, chars: usize) -> bool {
    chars <= 60
        && !line.trim_end_matches('。').contains('。')
        && line.contains("不代表")
        && ["立場", "立场", "观点", "觀點"]
            .iter()
            .any(|end| line.trim_end_matches(['。', '！', '!']).ends_with(end))
}

/// What lets screen readers jump over a post set into the text: `跳过 Instagram 帖子`, `结尾 X 帖子`.
fn is_embed_mark(line: &str, chars: usize) -> bool {
    let starts = ["跳过", "跳過", "结尾", "結尾"];
    chars <= 24 && line.ends_with("帖子") && starts.iter().any(|start| line.starts_with(start))
}

/// The headline of a video with the platform it is from: `公园开放 游人如织（来源：橙橘视频）`.
fn is_player_source(line: &str, chars: usize) -> bool {
    chars <= FURNITURE_MAX
        && line
            .rsplit_once("来源：")
            .is_some_and(|(_, from)| from.ends_with("视频") && from.chars().count() <= 8)
}

/// Where a reprint stood in the paper: `《城东日报》（ 2024年05月10日 04版）`, `2024年05月10日 11 版`.
fn is_paper_page(line: &str, chars: usize) -> bool {
    let dated = line.starts_with(|c: char| c.is_ascii_digit())
        && line.contains('日')
        && line.ends_with('版')
        && chars <= 20;
    dated
        || chars <= 40
            && line.starts_with('《')
            && line.trim_end_matches(['）', ')', ' ']).ends_with('版')
            && line.contains(['（', '('])
            && line.contains(|c: char| c.is_ascii_digit())
}

/// The headline of a declaration on rights that follows the article: 橙橘网版权与信息产品内容销售的声明：
fn is_declaration_head(line: &str, chars: usize) -> bool {
    let rights = ["版权", "版權", "免责", "免責", "转载", "轉載", "稿件"];
    chars <= 30
        && (line.ends_with("声明：") || line.ends_with("聲明：") || line.ends_with("声明:"))
        && rights.iter().any(|word| line.contains(word))
}

/// What may follow a list's label in its line: `MORE>>`, `更多`, `榜`.
fn is_rest_of_label(behind: &str) -> bool {
    let behind = behind.trim_matches(|c: char| c.is_whitespace() || is_frame(c));
    behind.len() <= 12 && behind.is_ascii()
        || matches!(
            behind,
            "更多"
                | "榜"
                | "排行"
                | "换一批"
                | "換一批"
                | "查看更多"
                | "看更多"
                | "推荐"
                | "推薦"
        )
}

/// Counters of a player or a gallery that stand alone: `+13`, `2 / 12`, `00:00`, `1x`. A number alone may be a sub-heading.
fn is_counter(line: &str) -> bool {
    if line.len() > 16 || !line.bytes().any(|b| b.is_ascii_digit()) {
        return false;
    }
    let plain = |c: char| c.is_ascii_digit() || matches!(c, '+' | '/' | ':' | ' ' | 'x' | 'X');
    line.chars().all(plain)
        && (line.starts_with('+') || line.contains(['/', ':', 'x', 'X']))
        // 2024/05/10 and 10:23:45 are times, which other rooms read.
        && line.matches(['/', ':']).count() < 2
}

/// Whether a line is made of nothing but the names of controls: `打印 收藏 分享 字号：大 中 小`, `1 2 3 下一页`.
fn is_controls(line: &str) -> bool {
    let mut words = 0;
    let mut numbers = 0;
    let between = |c: char| c.is_whitespace() || is_frame(c) || "：:,，、()（）.".contains(c);
    for word in line.split(between).filter(|w| !w.is_empty()) {
        if word.bytes().all(|b| b.is_ascii_digit()) {
            numbers += 1;
        } else if phrases::CONTROLS.contains(&word.trim_matches(|c: char| c.is_ascii_digit())) {
            words += 1;
        } else {
            return false;
        }
    }
    words >= 2 || words == 1 && numbers >= 1
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
            | '※'
            | '▼'
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn stock_quotes() {
        for (text, expected) in [
            ("(431.2, 7.37, 1.74%)", true),
            ("（12.05，-0.31，-2.51%）", true),
            ("(431.2, 7.37)", false),
            ("(去年, 今年, 1.74%)", false),
            ("(1.74%)", false),
        ] {
            assert_eq!(is_stock_quote(text), expected, "{text}");
        }
    }

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
            ("+13", Some(Drop("counter"))),
            ("2 / 12", Some(Drop("counter"))),
            ("02", None),
            ("跳过 Instagram 帖子", Some(Drop("control"))),
            (
                "跳过这一篇不看的帖子他都记得很清楚，因为都是邻居写给公园的话。",
                None,
            ),
            (
                "橙橘网自有版权信息均由橙橘公司统一管理和销售。",
                Some(Drop("terms of use")),
            ),
            ("未经授权擅自使用公园名称的，依法追究责任。", None),
            ("2024/05/10", None),
            ("1 2 3 ... 5 下一页", Some(Drop("controls"))),
            ("【字号：大 中 小】【打印】【关闭】", Some(Drop("controls"))),
            ("赞12 收藏 分享 评论(3)", Some(Drop("controls"))),
            ("分享", None),
            ("网友评论道：公园真美", None),
            ("推荐阅读 MORE>>", Some(End("related list"))),
            ("热门文章榜", Some(End("related list"))),
            ("版权与免责声明：", Some(End("declaration"))),
            (
                "橙橘网版权与信息产品内容销售的声明：",
                Some(End("declaration")),
            ),
            ("发言人就此发表声明：", None),
            ("返回橙橘网首页>>", Some(Drop("way back to the site"))),
            ("返回家乡的路", None),
            ("加入橙橘新聞LINE，重點新聞一次看", Some(Drop("promotion"))),
            ("打开橙橘新闻", Some(Drop("promotion"))),
            ("更多橙橘報導", Some(Drop("promotion"))),
            ("打开了公园的大门", None),
            ("下載「橙橘新聞APP」", Some(Drop("promotion"))),
            ("下載時，他笑說：「再試一次APP！」", None),
            (
                "•以上言論由 橙橘社 授權轉載，不代表橙橘新聞立場。",
                Some(Drop("disclaimer")),
            ),
            ("一次投票不代表全体居民的立场，还要再问。", None),
            (
                "《城东日报》（ 2024年05月10日 04版）",
                Some(Drop("page of the paper")),
            ),
            ("《城东日报》（2024年精装版）再次印刷", None),
            ("返回橙橘，查看更多", Some(Drop("way back to the site"))),
            (
                "本文为橙橘号作者上传并发布，仅代表该作者观点，不代表橙橘网的观点。",
                Some(Drop("terms of use")),
            ),
            ("加入微信群的市民已有三千人。", None),
            ("展开剩余55%", Some(Drop("control"))),
            ("赞一个 (0)", Some(Drop("controls"))),
            ("城東公園相關閱讀：", Some(End("related list"))),
            ("本网声明将于明日发布在公园官网。", None),
            (
                "文章内容仅代表作者本人观点，不代表本报立场。",
                Some(Drop("disclaimer")),
            ),
            ("加入LINE好友，健康新聞不漏接", Some(Drop("promotion"))),
            ("他在公園粉絲專頁發文感謝志工。", None),
            ("網友紛紛按讚，直呼公園好美。", None),
        ];
        for (line, expected) in rows {
            assert_eq!(act(line), *expected, "{line}");
        }
    }
}
