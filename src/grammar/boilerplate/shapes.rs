//! Lines that are furniture by how they are built: an invitation, a counter, a declaration. Lines known by a phrase stand in `phrases`.

use crate::grammar::boilerplate::phrases::CONTROLS;
use crate::grammar::boilerplate::verdict::{FURNITURE_MAX, is_frame};
use crate::grammar::lexicon::is_han;

/// Whether a line states who may use the page's text: 凡本网注明…
pub(crate) fn is_terms(line: &str) -> bool {
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
        || line.contains("此内容为") && line.contains("原创")
        || line.contains("著作权归") && line.contains("授权")
        || line.contains("授权")
            && (line.contains("独家负责") && line.contains("网站")
                || line.contains("追究") && (line.contains("本网") || line.contains("本站"))
                || line.contains("书面授权")
                    && (line.contains("本网")
                        || line.contains("本站")
                        || line.contains("被授权人")))
        || line.contains("请在")
            && line.contains("日内")
            && (line.contains("与本网联系") || line.contains("来函") || line.contains("版权"))
}

/// A list's label with the subject before it: `城東公園相關閱讀：`.
pub(crate) fn is_own_list_label(line: &str, chars: usize) -> bool {
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
pub(crate) fn is_invitation(line: &str, chars: usize) -> bool {
    let more = line.starts_with("更多")
        && ["報導", "报道", "報道", "新聞", "新闻"]
            .iter()
            .any(|end| line.ends_with(end));
    let open = (line.starts_with("打开") || line.starts_with("打開"))
        && ["新闻", "新聞", "APP", "App", "客户端"]
            .iter()
            .any(|end| line.ends_with(end));
    let elsewhere = (line.starts_with("打开") || line.starts_with("打開"))
        && chars <= 30
        && !line.ends_with('。')
        && ["，查看", "，看", "APP", "App", "客户端"]
            .iter()
            .any(|word| line.contains(word));
    if chars <= 14 && (more || open) || elsewhere {
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
        "应用程序",
        "應用程序",
        "應用程式",
        "APP",
        "App",
        "FB",
        "Facebook",
        "臉書",
        "IG",
        "Google",
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

/// What lets screen readers jump over a post set into the text: `跳过 Instagram 帖子`, `结尾 X 帖子`.
pub(crate) fn is_embed_mark(line: &str, chars: usize) -> bool {
    let starts = ["跳过", "跳過", "结尾", "結尾"];
    chars <= 24 && line.ends_with("帖子") && starts.iter().any(|start| line.starts_with(start))
}

/// The headline of a video with the platform it is from: `公园开放 游人如织（来源：橙橘视频）`.
pub(crate) fn is_player_source(line: &str, chars: usize) -> bool {
    chars <= FURNITURE_MAX
        && line
            .rsplit_once("来源：")
            .is_some_and(|(_, from)| from.ends_with("视频") && from.chars().count() <= 8)
}

/// Lines that are furniture at the end of a body only: an app's name, one letter of a label set letter by letter, a stamp of the time.
pub(crate) fn is_at_tail(line: &str) -> bool {
    let line = line.trim_matches(|c: char| c.is_whitespace() || is_frame(c));
    let chars = line.chars().count();
    let app = chars <= 14
        && ["APP", "App", "app", "客户端", "公众号"]
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
    // Where to ask for rights: 021-12345678；rights@chengju.example
    let address = line.contains('@') && chars <= 60 && !line.chars().any(is_han);
    app || letter || stamp || address
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
pub(crate) fn is_stance(line: &str, chars: usize) -> bool {
    chars <= 60
        && !line.trim_end_matches('。').contains('。')
        && line.contains("不代表")
        && ["立場", "立场", "观点", "觀點"]
            .iter()
            .any(|end| line.trim_end_matches(['。', '！', '!']).ends_with(end))
}

/// Where a reprint stood in the paper: `《城东日报》（ 2024年05月10日 04版）`, `2024年05月10日 11 版`.
pub(crate) fn is_paper_page(line: &str, chars: usize) -> bool {
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
pub(crate) fn is_declaration_head(line: &str, chars: usize) -> bool {
    let rights = ["版权", "版權", "免责", "免責", "转载", "轉載", "稿件"];
    chars <= 30
        && (line.ends_with("声明：") || line.ends_with("聲明：") || line.ends_with("声明:"))
        && rights.iter().any(|word| line.contains(word))
}

/// Counters of a player or a gallery that stand alone: `+13`, `2 / 12`, `00:00`, `1x`. A number alone may be a sub-heading.
pub(crate) fn is_counter(line: &str) -> bool {
    if line.len() > 16 || !line.bytes().any(|b| b.is_ascii_digit()) {
        return false;
    }
    let plain = |c: char| c.is_ascii_digit() || matches!(c, '+' | '/' | ':' | ' ' | 'x' | 'X');
    line.chars().all(plain)
        && (line.starts_with('+') || line.contains(['/', ':', 'x', 'X']))
        // 2024/05/10 and 10:23:45 are times, which other rooms read.
        && line.matches(['/', ':']).count() < 2
}

/// Whether a line is the names of places to share an article in, with nothing between: `QQ空间新浪微博微信`.
fn is_share_bar(line: &str) -> bool {
    const PLACES: [&str; 14] = [
        "新浪微博",
        "腾讯微博",
        "QQ空间",
        "QQ好友",
        "微信好友",
        "微信朋友圈",
        "朋友圈",
        "人人网",
        "豆瓣",
        "微信",
        "微博",
        "QQ",
        "分享到",
        "分享",
    ];
    let mut rest = line;
    let mut places = 0;
    while let Some(after) = PLACES.iter().find_map(|place| rest.strip_prefix(place)) {
        rest = after.trim_start();
        places += 1;
    }
    places >= 2 && rest.is_empty()
}

/// Whether a line is made of nothing but the names of controls: `打印 收藏 分享 字号：大 中 小`, `1 2 3 下一页`.
pub(crate) fn is_controls(line: &str) -> bool {
    if is_share_bar(line) {
        return true;
    }
    let mut words = 0;
    let mut numbers = 0;
    let between = |c: char| c.is_whitespace() || is_frame(c) || "：:,，、()（）.".contains(c);
    for word in line.split(between).filter(|w| !w.is_empty()) {
        if word.bytes().all(|b| b.is_ascii_digit()) {
            numbers += 1;
        } else if is_control(word.trim_matches(|c: char| c.is_ascii_digit())) {
            words += 1;
        } else if word == "to" && words > 0 {
            // Share to Facebook
        } else {
            return false;
        }
    }
    words >= 2 || words == 1 && numbers >= 1
}

/// Whether a word names a control; Latin ones in whatever case.
fn is_control(word: &str) -> bool {
    CONTROLS.contains(&word)
        || word.is_ascii() && CONTROLS.iter().any(|name| name.eq_ignore_ascii_case(word))
}
