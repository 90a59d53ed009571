//! Lines that are furniture by how they are built: an invitation, a counter, a declaration. Lines known by a phrase stand in the lexicon.

use std::sync::LazyLock;

use crate::grammar::boilerplate::verdict::{FURNITURE_MAX, is_frame};
use crate::grammar::lexicon::facet::Facet;
use crate::grammar::lexicon::is_han;
use crate::grammar::lexicon::query;
use crate::grammar::words::Words;

/// Whether a line states who may use the page's text: 凡本网注明…
pub(crate) fn is_terms(line: &str) -> bool {
    let start = line.trim_start_matches(|c: char| {
        c.is_ascii_digit()
            || c.is_whitespace()
            || matches!(
                c,
                '.' | '、'
                    | '·'
                    | '•'
                    | '①'
                    | '②'
                    | '③'
                    | '④'
                    | '⑤'
                    | '⑥'
                    | '（'
                    | '）'
                    | '('
                    | ')'
            )
    });
    Facet::TermsStart.starts(start) || is_opinion_clause(start, line) || is_rights_clause(line)
}

/// `本文为作者观点，不代表本网立场`
fn is_opinion_clause(start: &str, line: &str) -> bool {
    Facet::ThisTextIs.starts(start) && Facet::View.within(line) && Facet::NotOurs.within(line)
}

/// Who may use the text, who answers for it, and how long there is to complain.
fn is_rights_clause(line: &str) -> bool {
    /// The words of such clauses, looked for in one pass.
    const WORDS: [Facet; 14] = [
        Facet::RightsClause,
        Facet::OpenLicence,
        Facet::Licence,
        Facet::SoleDuty,
        Facet::Website,
        Facet::Prosecution,
        Facet::ThisHouse,
        Facet::WrittenLicence,
        Facet::Licensee,
        Facet::Plea,
        Facet::Contact,
        Facet::ThisContentIs,
        Facet::OriginalWord,
        Facet::RightsBelong,
    ];
    static FINDER: LazyLock<Words<usize>> = LazyLock::new(|| {
        let words = WORDS.iter().enumerate();
        query::finder(words.map(|(n, facet)| (*facet, n)))
    });
    let found = FINDER
        .within(line)
        .fold(0_u16, |all, (.., n)| all | 1 << *n);
    if found == 0 {
        return false;
    }
    let has = |facet| {
        WORDS
            .iter()
            .position(|f| *f == facet)
            .is_some_and(|n| found & 1 << n != 0)
    };
    let licence = has(Facet::SoleDuty) && has(Facet::Website)
        || has(Facet::Prosecution) && has(Facet::ThisHouse)
        || has(Facet::WrittenLicence) && (has(Facet::ThisHouse) || has(Facet::Licensee));
    has(Facet::RightsClause)
        || has(Facet::ThisContentIs) && has(Facet::OriginalWord)
        || has(Facet::RightsBelong) && has(Facet::Licence)
        || has(Facet::Licence) && (licence || has(Facet::OpenLicence))
        || has(Facet::Plea) && Facet::WithinDays.within(line) && has(Facet::Contact)
}

/// A list's label with the subject before it: `城東公園相關閱讀：`.
pub(crate) fn is_own_list_label(line: &str, chars: usize) -> bool {
    let Some(label) = line.strip_suffix(['：', ':']) else {
        return false;
    };
    let named = Facet::OwnListEnd.ends(label);
    chars <= 20 && named
}

/// Characters of a way back to the site at most.
const WAY_BACK_MAX: usize = 12;

/// Whether a short text leads back to the site: `返回橙橘网首页>>`, `返回橙橘，查看更多`.
pub(crate) fn is_way_back(text: &str) -> bool {
    let text = text.trim_matches(|c: char| c.is_whitespace() || is_frame(c));
    Facet::Back.starts(text) && text.chars().count() <= WAY_BACK_MAX && Facet::WayBackEnd.ends(text)
}

/// Where the way back to the site starts that ends a text: `…全天免费。返回橙橘网首页>>`.
pub(crate) fn way_back_at_end(text: &str) -> Option<usize> {
    let shown = text.trim_end_matches(|c: char| c.is_whitespace() || is_frame(c));
    let from = shown.char_indices().rev().nth(WAY_BACK_MAX - 1);
    let from = from.map_or(0, |(at, _)| at);
    let (at, _) = Facet::Back.find_last(&shown[from..])?;
    is_way_back(&shown[from + at..]).then_some(from + at)
}

/// An invitation to follow the outlet elsewhere: `加入橙橘新聞LINE，重點新聞一次看`, `打开橙橘新闻`, `更多橙橘報導`.
pub(crate) fn is_invitation(line: &str, chars: usize) -> bool {
    let reports = Facet::Report.ends(line) || Facet::NewsWord.ends(line);
    let more = Facet::More.starts(line) && reports;
    let opens = Facet::Open.starts(line);
    let open = opens && Facet::OpenedEnd.ends(line);
    let elsewhere =
        opens && chars <= 30 && !line.ends_with('。') && Facet::OpenedWithin.within(line);
    if chars <= 14 && (more || open) || elsewhere {
        return true;
    }
    // 更多城东消息，关注橙橘专页
    let invites =
        |part: &str| Facet::InvitationVerb.starts(part) && Facet::InvitationPlace.within(part);
    let behind_more = || Facet::More.starts(line) && line.split(['，', ',']).skip(1).any(invites);
    chars <= 40 && !line.contains('。') && (invites(line) || behind_more())
}

/// Whether a line at a text's edge asks its readers for money or for an account: `【加入橙橘會員】每天精彩好文直送您的信箱，立即加入！`
///
/// Of five witnesses four: what it asks for, how, whose it is, whom it asks, and brackets around its start.
pub(crate) fn is_appeal(line: &str, chars: usize) -> bool {
    /// The words of such lines, looked for in one pass.
    const WORDS: [Facet; 4] = [
        Facet::AppealFor,
        Facet::AppealAsk,
        Facet::AppealOurs,
        Facet::AppealReader,
    ];
    static FINDER: LazyLock<Words<usize>> = LazyLock::new(|| {
        let words = WORDS.iter().enumerate();
        query::finder(words.map(|(n, facet)| (*facet, n)))
    });
    if !(APPEAL_MIN..=APPEAL_MAX).contains(&chars) {
        return false;
    }
    let found = FINDER.within(line).fold(0_u8, |all, (.., n)| all | 1 << *n);
    let bracketed = u32::from(line.starts_with(['【', '［', '[']));
    found & 1 != 0 && found.count_ones() + bracketed >= WORDS.len() as u32
}

/// Characters of an appeal: shorter lines are buttons, longer ones tell something.
const APPEAL_MIN: usize = 20;
const APPEAL_MAX: usize = 220;

/// How long a text takes: `阅读约需3分钟`, `7分钟浏览时间`.
pub(crate) fn is_reading_time(line: &str, chars: usize) -> bool {
    chars <= 18
        && line.bytes().any(|b| b.is_ascii_digit())
        && Facet::MinutesWord.within(line)
        && Facet::ReadingWord.within(line)
        && !line.contains(['，', '。'])
}

/// Whether a line has only signs that no alphabet has: those of a font of icons.
pub(crate) fn is_of_icons(line: &str) -> bool {
    line.chars()
        .all(|c| ('\u{e000}'..='\u{f8ff}').contains(&c) || c.is_whitespace())
}

/// What a template should have filled in: `{{item.title}}`.
pub(crate) fn is_unfilled(line: &str) -> bool {
    line.contains('{') && line.find("{{").is_some_and(|at| line[at..].contains("}}"))
}

/// What stands around a post set into the text, to jump over it or to let it be shown: `跳过 Instagram 帖子`, `结尾 X 帖子`, `允许Instagram内容`.
pub(crate) fn is_embed_mark(line: &str, chars: usize) -> bool {
    // 允许AI生成内容 may be a sub-heading: only a platform's name stands between.
    let is_platform = |name: &str| name.is_ascii() && name.contains(|c: char| c.is_alphabetic());
    chars <= 24
        && Facet::EmbedStart.strip_start(line).is_some_and(|rest| {
            let name = rest.strip_suffix(['容']);
            let name = name.and_then(|name| name.strip_suffix(['内', '內']));
            rest.ends_with("帖子") || name.is_some_and(is_platform)
        })
}

/// The headline of a video with the platform it is from: `公园开放 游人如织（来源：橙橘视频）`.
pub(crate) fn is_player_source(line: &str, chars: usize) -> bool {
    chars <= FURNITURE_MAX
        && Facet::SourceColon
            .find_last(line)
            .map(|(at, label)| &line[at + label.len()..])
            .is_some_and(|from| Facet::MediaEnd.ends(from) && from.chars().count() <= 8)
}

/// Lines that are furniture at the end of a body only: an app's name, one letter of a label set letter by letter, a stamp of the time.
pub(crate) fn is_at_tail(line: &str) -> bool {
    let line = line.trim_matches(|c: char| c.is_whitespace() || is_frame(c));
    // No need to count the characters of a paragraph.
    if line.len() > FURNITURE_MAX * 4 {
        return false;
    }
    let chars = line.chars().count();
    let app = chars <= 14 && Facet::AppEnd.ends(line);
    let letter = chars == 1 && line.chars().all(char::is_alphabetic);
    let digit = |c: char| c.is_ascii_digit();
    // 香港時間13時32分 and the day above it; a day alone may be a document's own.
    let stamp = Facet::CityTime
        .strip_start(line)
        .is_some_and(|clock| chars <= 14 && clock.starts_with(digit))
        || chars <= 20 && line.starts_with(digit) && line.contains("日（星期");
    // Where to ask for rights: 021-12345678；rights@chengju.example
    let address = chars <= 60 && line.contains('@') && !line.chars().any(is_han);
    // 房产相关新闻, and the list is gone.
    let label = chars <= 12 && Facet::OwnListEnd.ends(line) && !line.contains('，');
    app || letter
        || stamp
        || address
        || label
        || is_neighbour(line, chars)
        || is_time_of_change(line, chars)
        || is_editorial_contact(line, chars)
}

/// The way to the article before or behind, with the day it is of: `Previous 2024年5月10日`.
fn is_neighbour(line: &str, chars: usize) -> bool {
    let rest = Facet::NeighbourDay.strip_start(line);
    // Next 2024 may be a fair.
    let of_day = |c: char| {
        c.is_ascii_digit()
            || c.is_whitespace()
            || matches!(
                c,
                '年' | '月' | '日' | '上' | '下' | '午' | ':' | '/' | '-' | '.' | ','
            )
    };
    chars <= 40
        && rest.is_some_and(|rest| {
            rest.trim_start().starts_with(|c: char| c.is_ascii_digit()) && rest.chars().all(of_day)
        })
}

/// When a text was changed or published, by a label and the day right behind it: `更新時間｜2024.05.10 06:58`. The line is short, so that what
/// follows is at most who did it.
fn is_time_of_change(line: &str, chars: usize) -> bool {
    let labels = [Facet::UpdatedLabel, Facet::PublishedLabel];
    let behind = || labels.iter().find_map(|label| label.strip_start(line));
    let digits = || line.bytes().filter(u8::is_ascii_digit).count();
    chars <= 36
        && line.contains(|c: char| c.is_ascii_digit())
        && digits() >= 6
        && behind().is_some_and(|rest| {
            let value = rest.trim_start_matches(['｜', '|', '：', ':', ' ', '\u{3000}']);
            value.len() < rest.len() && value.starts_with(|c: char| c.is_ascii_digit())
        })
}

/// Where to send a text or to buy space: `新闻热线：021-12345678`, `来稿请寄 tougao@chengju.example`, `广告合作，请点击这里`.
fn is_editorial_contact(line: &str, chars: usize) -> bool {
    let number = |c: char| c.is_ascii_digit() || c == '-';
    let run = |part: &str| part.bytes().filter(u8::is_ascii_digit).count() >= 7;
    let reached = || {
        line.contains('@')
            || line.split(|c| !number(c)).any(run)
            || chars <= 30 && Facet::ClickHere.within(line)
    };
    chars <= FURNITURE_MAX && Facet::EditorialContact.within(line) && reached()
        || chars <= 12 && Facet::EditorialContact.ends(line) && !line.contains('，')
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
        && Facet::NotOurs.within(line)
        && Facet::StanceEnd.ends(line.trim_end_matches(['。', '！', '!']))
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
    chars <= 30 && Facet::DeclarationEnd.ends(line) && Facet::RightsWord.within(line)
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
    parts(line, Facet::SharePlace).is_some_and(|places| places >= 2)
}

/// Whether a line is the names of controls with nothing between: `打印关闭`. 大小 may be a heading.
fn is_glued_controls(line: &str) -> bool {
    line.chars().count() >= 4
        && !Facet::RelatedListStart.starts(line)
        && parts(line, Facet::Button).is_some_and(|names| names >= 2)
}

/// How many words of a facet a line is made of, if of nothing else.
fn parts(line: &str, facet: Facet) -> Option<usize> {
    let mut rest = line;
    let mut parts = 0;
    while let Some(after) = facet.strip_start(rest) {
        rest = after.trim_start();
        parts += 1;
    }
    rest.is_empty().then_some(parts)
}

/// Whether a line is made of nothing but the names of controls: `打印 收藏 分享 字号：大 中 小`, `1 2 3 下一页`.
pub(crate) fn is_controls(line: &str) -> bool {
    if is_share_bar(line) || is_glued_controls(line) {
        return true;
    }
    let mut words = 0;
    let mut numbers = 0;
    let between = |c: char| {
        c.is_whitespace()
            || is_frame(c)
            || matches!(
                c,
                '：' | ':' | ',' | '，' | '、' | '(' | ')' | '（' | '）' | '.'
            )
    };
    for word in line.split(between).filter(|w| !w.is_empty()) {
        if word.bytes().all(|b| b.is_ascii_digit()) {
            numbers += 1;
        } else if is_control(word.trim_matches(|c: char| c.is_ascii_digit())) {
            words += 1;
            // 收藏70
            numbers +=
                usize::from(!word.is_ascii() && word.ends_with(|c: char| c.is_ascii_digit()));
        } else if word == "to" && words > 0 {
            // Share to Facebook
        } else {
            return false;
        }
    }
    words >= 2 || words == 1 && numbers >= 1
}

/// Whether a short line is the name of one control.
pub(crate) fn is_button(line: &str) -> bool {
    is_control(line.trim_matches(|c: char| c.is_whitespace() || is_frame(c)))
}

/// Whether a word names a control; Latin ones in whatever case.
fn is_control(word: &str) -> bool {
    let mut names = Facet::Button.words();
    Facet::Button.is(word) || word.is_ascii() && names.any(|name| name.eq_ignore_ascii_case(word))
}
