//! Lists of other articles in text without markup: lines below a label, each item a headline with its summary and time. No links tell
//! what is one, so only labels of lists about the matter or for this reader are believed; hot and latest ones run into each other there.

use crate::article::{RelatedItem, RelatedKind, RelatedList, Time};
use crate::content::text_lines::{LineKind, kinds};
use crate::field::context::Context;
use crate::field::related::record::{NO_ITEMS, note};
use crate::grammar::list_label::{self, Announced};
use crate::grammar::time;
use crate::grammar::title::key::same_headline;
use crate::page::dom::Ix;
use crate::text::Line;
use crate::trace::{Origin, Tracer};

/// Characters of a headline.
const TITLE_MIN: usize = 6;
const TITLE_MAX: usize = 60;
/// The same behind some lines that are none.
const FAR_MIN: usize = 12;
/// Lines that are no headline, one after the other, behind which only longer ones are believed.
const NEAR: usize = 2;
/// Such lines that end a list.
const NONE_MAX: usize = 8;
/// Lines that are looked at behind one label.
const LINES_MAX: usize = 160;
/// Mean length of a list's headlines, in characters: shorter ones are names of channels.
const MEAN_MIN: usize = 10;
/// Letters that stand beside a time in a line about an item: outlet, channel, number of comments.
const BESIDE_TIME: usize = 10;
/// Chinese characters of a headline.
const HAN_MIN: usize = 4;
/// A longer line with one word of a page's foot may be a headline.
const FOOT_MAX: usize = 14;
/// A longer line is no control, whatever its words.
const CONTROL_MAX: usize = 30;

/// All lists under labels, in document order.
pub(super) fn find(cx: &Context<'_>, tracer: &mut Tracer) -> Vec<RelatedList> {
    let dom = cx.dom();
    let lines = dom.lines();
    let kinds = kinds(dom);
    let body = cx.place.first().zip(cx.place.end());
    let mut out: Vec<RelatedList> = Vec::new();
    let mut at = 0;
    while at < lines.len() && out.len() < cx.subject.limits.related_lists {
        let text = dom.line_text(&lines[at]);
        let node = Ix(lines[at].node);
        let inside = body.is_some_and(|(run, end)| run.from <= node && node < end);
        at += 1;
        // 相关报道：城东公园今起开放.
        if text.len() <= 300
            && let Some(led) = list_label::led(text).filter(|led| !led.neighbour)
            && !cx.title.is_some_and(|t| same_headline(t, text))
        {
            let item = RelatedItem::of_text(led.rest);
            match out
                .last_mut()
                .filter(|l| l.label.as_deref() == Some(led.label))
            {
                Some(list) => list.items.push(item),
                None => out.push(RelatedList::new(
                    Some(led.label.to_string()),
                    led.kind,
                    vec![item],
                )),
            }
            continue;
        }
        let Announced::Articles(kind @ (RelatedKind::Related | RelatedKind::Recommended)) =
            list_label::announced(text)
        else {
            continue;
        };
        let label = list_label::alone(text);
        if !is_believed(label) {
            continue;
        }
        let below = below(cx, &kinds, at);
        let mut items = items(cx, &below);
        items.truncate(cx.subject.limits.related_items);
        // One line alone is a list only below the article, under a label that says what it is about.
        let least = if kind == RelatedKind::Related && !inside {
            1
        } else {
            2
        };
        if items.len() < least {
            continue;
        }
        note(
            tracer,
            Origin::Label(label.to_string()),
            items.len(),
            NO_ITEMS,
        );
        out.push(RelatedList::new(Some(label.to_string()), kind, items));
        at += below.len();
    }
    out
}

/// Whether a label is one of articles also where no link says so: of one word, and none for pictures, films, goods.
fn is_believed(label: &str) -> bool {
    const OTHERS: &[&str] = &[
        "信息", "视频", "視頻", "图片", "圖片", "影音", "影片", "APP", "博客", "媒体", "回复",
        "服务", "评论", "政策", "车型", "专区", "專區", "好书", "专题", "专栏", "工具", "产品",
        "新品",
    ];
    label.chars().count() <= 12
        && !label.contains(char::is_whitespace)
        && !OTHERS.iter().any(|word| label.contains(word))
}

/// The lines of a list: up to the next label, to the foot of the page, to text, or to a menu of short words.
fn below<'a>(cx: &Context<'a>, kinds: &[LineKind], from: usize) -> Vec<&'a Line> {
    let dom = cx.dom();
    let lines = dom.lines();
    let start = cx.place.first().map(|run| run.from);
    let above = start.is_some_and(|s| lines.get(from).is_some_and(|l| l.node < s.0));
    let mut out = Vec::new();
    let mut none = 0;
    for i in (from..lines.len()).take(LINES_MAX) {
        let line = &lines[i];
        let text = dom.line_text(line);
        let chars = line.counts.chars as usize;
        // The article itself.
        if Some(Ix(line.node)) == cx.headline || above && start.is_some_and(|s| line.node >= s.0) {
            break;
        }
        let follows = kinds.get(i + 1) == Some(&LineKind::Sentence);
        let beside = is_beside(cx, text, chars);
        let control =
            is_control(text, chars) || kinds[i] == LineKind::Furniture && chars < TITLE_MAX / 3;
        match kinds[i] {
            LineKind::Label => break,
            LineKind::Furniture if !control => break,
            LineKind::Sentence if chars > TITLE_MAX * 2 && follows => break,
            _ if !beside && !control && is_foot(text, chars) => break,
            _ => {}
        }
        if !beside {
            let is_none = chars < TITLE_MIN || control || none > NEAR && chars < FAR_MIN;
            none = if is_none { none + 1 } else { 0 };
        }
        if none > NONE_MAX {
            break;
        }
        out.push(line);
    }
    out
}

/// The items of a list's lines.
fn items(cx: &Context<'_>, lines: &[&Line]) -> Vec<RelatedItem> {
    let dom = cx.dom();
    let times: Vec<Option<Time>> = lines
        .iter()
        .map(|line| time_line(cx, dom.line_text(line)))
        .collect();
    // Where each item has its time in a line of its own, the lines between two times are one item.
    let timed = times.iter().flatten().count();
    let grouped = timed >= 2 && lines.len() <= timed * 4;
    let time_first = times.first().is_some_and(Option::is_some);
    let mut out: Vec<RelatedItem> = Vec::new();
    let mut open = false;
    let mut none = 0;
    let mut pending = None;
    for (i, (line, time)) in lines.iter().zip(times).enumerate() {
        let text = dom.line_text(line);
        let chars = line.counts.chars as usize;
        if let Some(time) = time {
            if time_first {
                pending = Some(time);
            } else if let Some(last) = out.last_mut().filter(|item| item.published.is_none()) {
                last.published = Some(time);
            }
            open = false;
            continue;
        }
        let least = if none > NEAR { FAR_MIN } else { TITLE_MIN };
        // 环球网 | 5小时前: a bar in a line of its own parts what is said about an item.
        let parted = lines.get(i + 1).is_some_and(|l| dom.line_text(l) == "|");
        if is_beside(cx, text, chars) || parted {
            continue;
        }
        let han = text.chars().filter(|&c| c >= '\u{4e00}').count();
        if chars < least || han < HAN_MIN || is_control(text, chars) {
            none += 1;
            continue;
        }
        none = 0;
        let text = without_mark(text);
        let summary = grouped && open || chars > TITLE_MAX || chars > 36 && text.ends_with('。');
        if summary {
            if let Some(last) = out.last_mut()
                && last.summary.is_none()
                && !same_headline(&last.title, text)
            {
                last.summary = Some(text.to_string());
            }
            continue;
        }
        let mut item = RelatedItem::of_text(without_time(cx, text, &mut pending));
        item.published = pending.take();
        // A picture's words and the headline below it.
        if out.last().is_none_or(|last| last.title != item.title) {
            out.push(item);
        }
        open = true;
    }
    without_channels(&mut out);
    without_ranks(&mut out);
    // Outlets between the headlines are far shorter than they.
    let length = |item: &RelatedItem| item.title.chars().count();
    let all: usize = out.iter().map(length).sum();
    let count = out.len();
    out.retain(|item| length(item) * count * 5 >= all * 2);
    let chars: usize = out.iter().map(|i| i.title.chars().count()).sum();
    if chars < MEAN_MIN * out.len() {
        out.clear();
    }
    out
}

/// The time in a line that says next to nothing else: `2024-05-10 06:58 橙橘网`.
fn time_line(cx: &Context<'_>, text: &str) -> Option<Time> {
    if text.len() > 100 || !text.contains(|c: char| c.is_ascii_digit()) {
        return None;
    }
    let found = time::find(text, &cx.times)?;
    let rest = text.replacen(&found.raw, "", 1);
    let letters = rest.chars().filter(|c| c.is_alphanumeric()).count();
    (letters <= BESIDE_TIME).then_some(found)
}

/// Whether a line is about an item: its time, outlet, number, a mark.
fn is_beside(cx: &Context<'_>, text: &str, chars: usize) -> bool {
    let letters = text.chars().filter(|c| c.is_alphabetic()).count();
    let digits = text.bytes().filter(u8::is_ascii_digit).count();
    chars <= 3 || digits >= 6 && letters <= BESIDE_TIME || time_line(cx, text).is_some()
}

/// Whether a line belongs to the page's foot: two such words, or one in a line that is no headline.
fn is_foot(text: &str, chars: usize) -> bool {
    const WORDS: &[&str] = &[
        "关于我们",
        "關於",
        "联系我们",
        "聯絡",
        "联系方式",
        "声明",
        "聲明",
        "版权",
        "版權",
        "隐私",
        "隱私",
        "私隱",
        "条款",
        "條款",
        "电话",
        "電話",
        "传真",
        "邮编",
        "邮箱",
        "网站",
        "網站",
        "备案",
        "许可证",
        "Copyright",
        "©",
        "广告服务",
        "微博",
        "公众号",
        "客户端",
        "客戶端",
        "APP",
        "首页",
        "首頁",
        "频道",
        "頻道",
        "www.",
        "http",
        "责任编辑",
        "热线",
        "投稿",
        "徵稿",
        "栏目",
        "网友",
    ];
    let found = WORDS
        .iter()
        .filter(|word| text.contains(*word))
        .take(2)
        .count();
    let headline = text.contains(['，', '！', '？', '“', '「', '：', ',']) || text.contains('…');
    (4..60).contains(&chars) && (found == 2 || found == 1 && chars <= FOOT_MAX && !headline)
}

/// Whether a line is a control or about comments: beside an item, and none.
fn is_control(text: &str, chars: usize) -> bool {
    const WORDS: &[&str] = &[
        "更多",
        ">>",
        "登录",
        "登入",
        "登錄",
        "注册",
        "註冊",
        "app",
        "官方微",
        "微信",
        "下载",
        "下載",
        "评论",
        "評論",
        "跟贴",
        "跟帖",
        "留言",
        "收藏",
        "分享",
        "订阅",
        "訂閱",
        "廣告",
        "广告",
        "上一",
        "下一",
        "返回",
        "回到",
        "点击",
        "點擊",
        "扫描",
        "二维码",
        "工具",
        "浏览次数",
        "编辑：",
        "編輯：",
        "来源：",
        "不感兴趣",
        "换一批",
        "换一换",
    ];
    chars < CONTROL_MAX && WORDS.iter().any(|word| text.contains(word))
}

/// `【军事】…` before most headlines is the channel they are from.
fn without_channels(items: &mut [RelatedItem]) {
    let channel = |title: &str| {
        let (name, rest) = title
            .strip_prefix(['【', '[', '［'])?
            .split_once(['】', ']', '］'])?;
        ((2..=5).contains(&name.chars().count()) && !rest.trim().is_empty())
            .then(|| rest.trim_start().to_string())
    };
    let with = items.iter().filter(|i| channel(&i.title).is_some()).count();
    if items.len() >= 2 && with * 2 >= items.len() {
        for item in items {
            item.title = channel(&item.title).unwrap_or_else(|| std::mem::take(&mut item.title));
        }
    }
}

/// 1城东公园今起开放, 2城西公园明年动工, …: the ranks are not part of the headlines.
fn without_ranks(items: &mut [RelatedItem]) {
    let rest = |title: &str, rank: usize| {
        let rest = title.strip_prefix(&format!("{rank:02}"));
        let rest = rest.or_else(|| title.strip_prefix(&rank.to_string()))?;
        let first = rest.trim_start().chars().next()?;
        (!first.is_ascii_digit()).then(|| rest.trim_start().to_string())
    };
    let ranked = items.len() >= 3
        && (1..)
            .zip(items.iter())
            .all(|(rank, item)| rest(&item.title, rank).is_some());
    if ranked {
        for (rank, item) in (1..).zip(items) {
            if let Some(title) = rest(&item.title, rank) {
                item.title = title;
            }
        }
    }
}

/// A line without its rank or bullet.
fn without_mark(text: &str) -> &str {
    const BULLETS: &str = "·•●■▪▸►◆．‧・◎○□▲★☆※›»-|>";
    let text = text.trim_start_matches(|c: char| c.is_whitespace() || BULLETS.contains(c));
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

/// A headline without the time that stands before or behind it, apart from it.
fn without_time<'a>(cx: &Context<'_>, text: &'a str, published: &mut Option<Time>) -> &'a str {
    let apart =
        |c: char| c.is_whitespace() || matches!(c, '[' | ']' | '(' | ')' | '（' | '）' | '|');
    let Some(found) = time::find(text, &cx.times) else {
        // A day without year behind the headline: 06-01.
        let figures = |c: char| c.is_ascii_digit() || c == '-' || c == '/';
        return match text.rsplit_once(char::is_whitespace) {
            Some((title, day)) if day.len() == 5 && day.chars().all(figures) => title.trim_end(),
            _ => text,
        };
    };
    let title = match text.find(&found.raw) {
        Some(0) => Some(&text[found.raw.len()..]).filter(|rest| rest.starts_with(apart)),
        Some(at) if text.len() <= at + found.raw.len() + 4 => {
            Some(&text[..at]).filter(|rest| rest.ends_with(apart))
        }
        _ => None,
    };
    match title.map(|t| t.trim_matches(apart)) {
        Some(title) if title.chars().count() >= TITLE_MIN => {
            published.get_or_insert(found);
            title
        }
        _ => text,
    }
}
