//! Words of addresses, titles and texts that tell what kind of page it is. Words only; what they weigh is decided in `kind`.

use std::sync::LazyLock;

use crate::article::PageKind;
use crate::grammar::lexicon::facet::Facet;
use crate::grammar::lexicon::is_han;
use crate::grammar::lexicon::query;
use crate::grammar::words::Words;
use crate::text::is_longer;

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
    /// A job that is offered.
    Job,
}

impl Sign {
    pub(crate) const COUNT: usize = Self::Job as usize + 1;

    /// Whether the word tells by coming often.
    pub(crate) fn is_counted(self) -> bool {
        matches!(
            self,
            Self::Poster | Self::Answer | Self::Poem | Self::Reading
        )
    }
}

/// Finds the words of pages that are no articles.
pub(crate) static SIGNS: LazyLock<Words<Sign>> = LazyLock::new(|| {
    query::finder([
        (Facet::SignThread, Sign::Thread),
        (Facet::SignPoster, Sign::Poster),
        (Facet::SignAnswer, Sign::Answer),
        (Facet::SignPoem, Sign::Poem),
        (Facet::SignReading, Sign::Reading),
        (Facet::SignChapter, Sign::Chapter),
        (Facet::SignShop, Sign::Shop),
        (Facet::SignFirm, Sign::Firm),
        (Facet::SignCompany, Sign::Company),
        (Facet::SignSoftware, Sign::Software),
        (Facet::SignProfile, Sign::Profile),
        (Facet::SignJob, Sign::Job),
    ])
});

/// Whether a line starts with a clock, as entries of a live blog do.
pub(crate) fn is_clocked(line: &str) -> bool {
    let start = line.trim_start_matches(['【', '[']).as_bytes();
    matches!(start, [a, b, b':', c, d, ..] if [a, b, c, d].iter().all(|c| c.is_ascii_digit()))
}

/// Whether a line is a sentence somebody can read.
pub(crate) fn is_sentence(line: &str) -> bool {
    is_longer(line, 24)
        || is_longer(line, 4) && line.contains(['，', '。', '！', '？', '；', ',', '!', '?'])
}

/// Whether a line is a text cut short, as lists show them: with dots at its end, or behind them an age or a way to the rest.
pub(crate) fn is_teaser(line: &str) -> bool {
    let line = line.trim_end();
    let dots = |text: &str| text.ends_with("...") || text.ends_with('…') || text.ends_with("..");
    is_longer(line, 11)
        && (dots(line) && !line.ends_with("……")
            || Facet::TeaserEnd.ends(line)
            || Facet::AgeEnd.ends(line))
}

/// Characters of the longest such name that a headline is.
const HOUSE_MAX: usize = 14;

/// Whether a headline is the name of a house, school or firm and nothing else: 城东美术馆.
pub(crate) fn is_house(heading: &str) -> bool {
    let heading = heading.trim();
    heading.chars().count() <= HOUSE_MAX
        && heading.chars().all(is_han)
        && Facet::HouseEnd.ends(heading)
        // 图书车开进了山村小学
        && !heading.contains(['了', '在', '将', '將', '被', '把', '赴', '让', '讓', '获', '獲'])
}

/// Whether a headline is that of an introduction, not of news: 学校简介, 关于我们.
pub(crate) fn is_introduction(heading: &str) -> bool {
    let heading = heading.trim();
    let ends = Facet::IntroductionEnd.ends(heading);
    heading.chars().count() <= 14 && ends
}

/// Whether a title names a channel: 港聞 | 橙橘網, 政治新聞, 要闻.
pub(crate) fn is_channel(title: &str) -> bool {
    let first = title
        .split(['_', '-', '|', '–', '—', '·', '｜'])
        .next()
        .unwrap_or(title)
        .trim();
    let ends = Facet::ChannelEnd.ends(first);
    let whole = Facet::ChannelName.is(first);
    (2..=8).contains(&first.chars().count()) && (ends || whole)
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
    let marks = ['：', ':', ']', '】', '｜', '|', '丨', ')', '）', '」'];
    let before = Facet::FilmWord.strip_start(start);
    let mut behind = Facet::FilmWord.before_ends(first);
    let mut parts = title.split(['_', '-', '|', '｜']).skip(1);
    before.is_some_and(|rest| rest.starts_with(marks))
        || behind.any(|rest| rest.ends_with(['-', '—', ' ', '（', '(']))
        || parts.any(|part| Facet::FilmWord.is(part.trim()))
}

/// Whether a title is of something for sale: its first part ends with what buyers ask for.
pub(crate) fn is_for_sale(title: &str) -> bool {
    let first = title
        .split(['_', '-', '|', '–', '—'])
        .next()
        .unwrap_or(title)
        .trim();
    let ends = Facet::SaleEnd.ends(first);
    first.chars().count() <= 20 && ends
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

/// Whether the site's name in the title says that it has no news.
pub(crate) fn is_no_news(title: &str) -> bool {
    let mut parts = title.rsplit(['_', '-', '|', '–', '—', '·']);
    let tail = parts.next().unwrap_or_default().trim();
    let before = parts.next().unwrap_or_default().trim();
    tail.len() < title.trim().len()
        && tail.chars().count() <= 16
        && (Facet::NoNewsSite.within(tail)
            // 社区 is a channel of news sites too: …_社区_橙橘网.
            || before.chars().count() <= 16
                && Facet::NoNewsSite.ends(before)
                && !Facet::Community.ends(before))
}

/// Whether a title says that the page goes on growing: 宏福苑五級火災．不斷更新.
pub(crate) fn is_growing(title: &str) -> bool {
    Facet::Growing.within(title)
}

/// Whether a title is that of a topic's page: 专题：老城记忆, 【專題】老城記憶.
pub(crate) fn is_topic(title: &str) -> bool {
    begins_with(title, Facet::TopicStart)
}

/// Whether a title says that a text is live: 直播：城东半程马拉松, 【不斷更新】颱風動態.
pub(crate) fn is_live(title: &str) -> bool {
    is_growing(title) || begins_with(title, Facet::LiveStart)
}

/// Whether a title begins with a word, in brackets or before a mark.
fn begins_with(title: &str, word: Facet) -> bool {
    let start = title.trim_start_matches(['[', '【', '(', '（', '「', ' ']);
    let rest = word.strip_start(start);
    let marks = ['：', ':', ']', '】', '｜', '|', '丨', ')', '）', '」'];
    rest.is_some_and(|rest| rest.starts_with(marks))
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
    if Facet::GalleryStart.starts(start) {
        return Some(PageKind::Gallery);
    }
    if Facet::GalleryTitle.within(title) {
        return Some(PageKind::Gallery);
    }
    if Facet::SearchTitle.within(title) {
        return Some(PageKind::List);
    }
    let tail = title.rsplit(['_', '-', '|', '–', '—', '·']).next()?.trim();
    if tail.len() == title.len() || tail.chars().count() > 16 {
        return None;
    }
    let sites = [
        (Facet::OtherSite, PageKind::Other),
        (Facet::SearchSite, PageKind::List),
        (Facet::FilmSite, PageKind::Video),
    ];
    let found = sites.iter().find(|(facet, _)| facet.within(tail));
    found.map(|(_, kind)| *kind)
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
        .take_while(|c| {
            c.is_ascii_digit()
                || matches!(
                    *c,
                    '一' | '二'
                        | '三'
                        | '四'
                        | '五'
                        | '六'
                        | '七'
                        | '八'
                        | '九'
                        | '十'
                        | '百'
                        | '千'
                        | '零'
                        | '〇'
                        | '两'
                )
        })
        .collect();
    !number.is_empty() && rest[number.len()..].starts_with(['章', '回', '卷'])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn titles_of_live_texts() {
        for (title, expected) in [
            ("直播：城东半程马拉松", true),
            ("【直播】城东半程马拉松", true),
            ("【不斷更新】颱風動態", true),
            ("直播带货进了城东菜场", false),
            ("城东公园今起开放", false),
        ] {
            assert_eq!(is_live(title), expected, "{title}");
        }
    }

    #[test]
    fn titles_of_topics() {
        for (title, expected) in [
            ("专题：老城记忆_橙橘网", true),
            ("【專題】老城記憶", true),
            ("专题研讨会在城东召开", false),
        ] {
            assert_eq!(is_topic(title), expected, "{title}");
        }
    }

    #[test]
    fn names_of_houses() {
        for (heading, expected) in [
            ("城东美术馆", true),
            ("城東美術館", true),
            ("橙橘大学", true),
            ("城东美术馆，一座老厂房", false),
            ("城东美术馆今起开放", false),
            ("图书车开进了城东小学", false),
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
            ("通知公告", false, true, false),
            ("图书馆闭馆公告", false, false, false),
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
