//! The trail of channels as a text: `当前位置：首页 > 新闻 > 正文` into its names. Not where it stands on the page.

use crate::grammar::byline;
use crate::grammar::label::{self, Label};
use crate::grammar::lexicon::facet::Facet;
use crate::grammar::lexicon::is_han;
use crate::grammar::time::{self, TimeContext};
use crate::grammar::title::key::same_headline;

pub(crate) fn separators(text: &str) -> usize {
    match text.chars().filter(|c| is_separator(*c)).count() {
        0 if text.matches(WIDE).count() >= 2 => 2,
        n => n,
    }
}

/// Between channels it stands alone; headlines have it too.
const WIDE: char = '／';

pub(crate) fn is_separator(c: char) -> bool {
    matches!(
        c,
        '>' | '＞' | '›' | '»' | '→' | '/' | '\n' | '〉' | '❯' | '≫' | '▸' | '⟩' | '➤' | '\\'
    )
}

/// What no channel of a site is named: a line with one is a bar of controls, a menu, a date or a byline.
fn is_no_channel(part: &str) -> bool {
    Facet::NoChannel.within(part)
        || Facet::LookUp.within(part) && part.chars().count() > 2
        || part
            .split_whitespace()
            .filter(|word| word.chars().all(is_han))
            .count()
            >= 3
        || label::by_name(part).is_some_and(|label| {
            matches!(
                label,
                Label::Tags | Label::Source | Label::Editor | Label::Published | Label::Updated
            )
        })
        || matches!(part, "简" | "繁" | "年" | "月" | "A" | "大" | "中" | "小")
}

/// Whether a name is that of the page itself at the end of a trail: 正文, 查看内容.
fn is_last(part: &str) -> bool {
    Facet::TrailLast.is(part)
        || Facet::ViewVerb
            .strip_start(part)
            .is_some_and(|rest| Facet::TrailLast.is(rest) || Facet::NeighbourNoun.is(rest))
}

/// The first name without a label that no table knows: `导航：橙橘网`, `位置导航 橙橘网`.
fn without_label(part: &str) -> &str {
    let colon = part.split_once(['：', ':']);
    let short = |label: &str| {
        let label = label.trim();
        (1..=6).contains(&label.chars().count()) && label.chars().all(is_han)
    };
    if let Some((label, rest)) = colon {
        return match short(label) && !rest.trim().is_empty() {
            true => rest.trim(),
            false => part,
        };
    }
    match part.split_once(' ') {
        Some((first, rest)) if label::by_name(first) == Some(Label::Breadcrumb) => rest.trim(),
        _ => part,
    }
}

/// `新闻 频道` without the blank.
fn without_gap(part: &str) -> String {
    match Facet::ChannelNoun.strip_end(part) {
        Some(name) if name.ends_with(' ') => {
            format!("{}{}", name.trim_end(), &part[name.len()..])
        }
        _ => part.to_owned(),
    }
}

/// A headline without what is said of it in brackets: 城东公园今起开放(组图).
fn without_remark(part: &str) -> &str {
    let remark = part.strip_suffix([')', '）']);
    let remark = remark.and_then(|rest| rest.rsplit_once(['(', '（']));
    match remark {
        Some((headline, remark)) if remark.chars().count() <= 4 => headline,
        _ => part,
    }
}

/// A trail as shown: label, separators, a final 正文 and the title cut off.
pub(crate) fn split(value: &str, title: Option<&str>) -> Vec<String> {
    let value = value.trim();
    let value = value
        .split_once(['：', ':'])
        .filter(|(label, _)| label.chars().count() <= 8 && Facet::TrailEnd.ends(label))
        .map_or(value, |(_, rest)| rest);
    let value = Facet::TrailStart.strip_start(value).unwrap_or(value);
    let value = value.trim_start();
    let strong = value.contains(is_separator);
    let wide = !strong && value.matches(WIDE).count() >= 2;
    let parts = value.split(|c: char| {
        if strong {
            is_separator(c)
        } else if wide {
            c == WIDE
        } else {
            c == '-' || c == '·' || c == '|'
        }
    });
    of(parts, title)
}

/// A trail of these channels: a final 正文 and the title cut off. None if one of them cannot be a channel.
pub(crate) fn of<'a>(parts: impl Iterator<Item = &'a str>, title: Option<&str>) -> Vec<String> {
    let mut trail: Vec<String> = parts
        .map(|part| {
            part.trim()
                .trim_matches(['-', '·', '|', '：', ':', '∙', '•'])
                .trim()
        })
        .filter(|part| part.contains(char::is_alphanumeric))
        // What the list is called for those who do not see it.
        .filter(|part| !part.eq_ignore_ascii_case("breadcrumb"))
        // `本地 (重溫：1 2 3)`
        .map(|part| part.split(" (").next().unwrap_or(part))
        // `导航：首页`: a label that no table knows.
        .map(|part| match part.split_once(['：', ':']) {
            Some((_, home)) if Facet::FrontPage.ends(home.trim()) => home.trim(),
            _ => part,
        })
        // `订阅本地RSS 橙橘首页`: a control right before the first name.
        .map(|part| match part.rsplit_once(' ') {
            Some((_, home)) if Facet::FrontPage.ends(home) => home,
            _ => part,
        })
        .map(without_gap)
        .collect();
    // `正文 申请入驻`: what stands behind the end is a control.
    if let Some(end) = trail.iter().position(|part| {
        let first = part.split_whitespace().next();
        first.is_some_and(|first| first != part && Facet::ArticleEnd.is(first))
    }) {
        trail.truncate(end);
    }
    trail.dedup();
    // The trail of another article on the page begins as this one does.
    if let Some(again) = (2..trail.len()).find(|&i| trail[i] == trail[0]) {
        trail.truncate(again);
    }
    let is_title = |part: &str| {
        title.is_some_and(|t| {
            same_headline(t, part)
                || same_headline(t, without_remark(part))
                || t.starts_with(part.trim_end_matches(['.', '…'])) && part.chars().count() > 6
        })
    };
    // The headline at the end may hold any word.
    if trail
        .iter()
        .any(|part| is_no_channel(part) && !is_title(part) && !is_last(part))
    {
        return Vec::new();
    }
    if let [first, _, ..] = &mut trail[..] {
        let name = without_label(first);
        if name.len() < first.len() {
            *first = name.to_string();
        }
    }
    // 张三2024, 05, 10 is a date, 記者張三／台北報導 behind the last channel a byline.
    let figures = |part: &&String| {
        let first = part.split_whitespace().next().unwrap_or(part);
        first.len() <= 4 && first.bytes().all(|b| b.is_ascii_digit())
    };
    if trail.iter().filter(figures).count() >= 2 {
        return Vec::new();
    }
    if let Some(last) = trail.last()
        && Facet::Report.ends(last)
        && trail.len() > 1
        && byline::line(last).has_people()
    {
        trail.pop();
    }
    trail.retain(|p| p.chars().count() <= 30);
    // 资讯正文 below 本地资讯 is the page itself.
    if let [.., channel, last] = &trail[..]
        && Facet::ArticleEnd
            .strip_end(last)
            .is_some_and(|rest| !rest.is_empty() && channel.ends_with(rest))
    {
        trail.pop();
    }
    // 正文 may follow the last channel without a separator; so may the time.
    if let Some(last) = trail.last_mut() {
        if let Some(cut) = Facet::ArticleEnd
            .strip_end(last)
            .map(str::trim_end)
            .filter(|c| !c.is_empty())
        {
            *last = cut.to_string();
        }
        if let Some(found) = time::find(last, &TimeContext::default())
            && let Some(at) = last.find(&found.raw)
        {
            last.truncate(at);
            let kept = last.trim_end().len();
            last.truncate(kept);
        }
    }
    trail.retain(|p| !p.is_empty());
    while let Some(last) = trail.last() {
        let end = is_last(last) || is_title(last);
        if !end {
            break;
        }
        trail.pop();
    }
    if trail.len() > 8 {
        trail.clear();
    }
    trail
}

#[cfg(test)]
mod tests {
    #[test]
    fn headlines_may_hold_any_word() {
        let title = Some("更多市民登录公园平台");
        assert_eq!(
            super::split("首页 > 新闻 > 更多市民登录公园平台", title),
            ["首页", "新闻"]
        );
        assert_eq!(super::split("首页 > 更多", title), [""; 0]);
    }

    #[test]
    fn split() {
        let rows: &[(&str, &[&str])] = &[
            (
                "当前位置：首页 > 新闻 > 本地 > 正文",
                &["首页", "新闻", "本地"],
            ),
            ("当前所在：首页 - 新闻 - 浏览文章", &["首页", "新闻"]),
            ("首页>新闻>城东公园今起开放", &["首页", "新闻"]),
            ("首页>新闻>城东公园今起开放(组图)", &["首页", "新闻"]),
            ("您的位置: 首页 - 新闻 - 正文", &["首页", "新闻"]),
            ("首頁 › 生活 › 綠地", &["首頁", "生活", "綠地"]),
            ("首页 » 新闻 »", &["首页", "新闻"]),
            (
                "您在这里: 首页\n> 新闻\n> 国内 频道",
                &["首页", "新闻", "国内频道"],
            ),
            ("主頁\n即時新聞\n本地 (重溫:", &["主頁", "即時新聞", "本地"]),
            (
                "当前位置橙橘网>城东公园电子报>第2版：要闻",
                &["橙橘网", "城东公园电子报", "第2版：要闻"],
            ),
            ("橙橘新闻/本地/", &["橙橘新闻", "本地"]),
            ("橙橘网\n视频\n橙橘网\n要闻", &["橙橘网", "视频"]),
            ("更多>>", &[]),
            (
                "橙橘新聞網／生活／生活新聞",
                &["橙橘新聞網", "生活", "生活新聞"],
            ),
            ("关键词 >> 社区菜园", &[]),
            ("橙橘 > 评论 > 来论", &["橙橘", "评论", "来论"]),
            ("注册|帮助返回橙橘网 > 首页", &[]),
            ("中醫 西醫 養生 體檢/醫美 日常保健 醫院", &[]),
            ("記者 張三/攝影 李四/責任編輯 新聞中心 報導", &[]),
            ("2024 > 05 > 10 09:34收藏() 字体：宋", &[]),
            ("简/繁体版", &[]),
            ("张三2024/05/10", &[]),
            ("2024 / 05 / 10 绿地 • 张三", &[]),
            ("发刊日期：2024年05月10日 > 总第844期 > 07", &[]),
            ("© 照片 : 橙橘网 / 张三", &[]),
            ("橙橘新聞 > 生活 > 張小明台北市報導", &["橙橘新聞", "生活"]),
            ("首页 > 要闻 > 2024", &["首页", "要闻", "2024"]),
            ("首页 > 本地资讯 > 资讯正文", &["首页", "本地资讯"]),
            ("橙橘网 › 门户 › 查看内容", &["橙橘网", "门户"]),
            ("导航：橙橘网 > 新闻 > 阅读新闻", &["橙橘网", "新闻"]),
            ("位置导航 橙橘网 > 新闻", &["橙橘网", "新闻"]),
            ("返回首页 / 打印 / 收藏", &[]),
            ("订阅本地RSS 橙橘首页 > 本地", &["橙橘首页", "本地"]),
            ("橙橘网 > 本地 > 正文 申请入驻", &["橙橘网", "本地"]),
            ("橙橘网 > 本地 > 本地", &["橙橘网", "本地"]),
            ("首页 > 检索页 > 当前", &["首页", "检索页"]),
            ("Breadcrumb\n橙橘新闻网\n生活", &["橙橘新闻网", "生活"]),
        ];
        for (value, expected) in rows {
            assert_eq!(
                super::split(value, Some("城东公园今起开放")),
                *expected,
                "{value}"
            );
        }
    }
}
