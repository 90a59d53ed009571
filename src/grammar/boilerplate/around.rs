//! Lines of what stands around a body where no class says so: a page's footer, a player's controls, counters and controls of comments.

use std::sync::LazyLock;

use crate::grammar::lexicon::facet::Facet;
use crate::grammar::lexicon::query;
use crate::grammar::words::Words;
use crate::text::is_longer;

/// Bytes from which on a line is more than the page's header or footer.
const FURNITURE_END: usize = 900;

/// Whether a line belongs to the page's header or footer.
pub(crate) fn is_page_furniture(line: &str) -> bool {
    line.len() < FURNITURE_END && Facet::PageFoot.within(line)
}

/// What a line says of the site and its rights.
pub(crate) struct Rights {
    /// Whether it belongs to the page's header or footer.
    pub(crate) furniture: bool,
    /// How many different words of the law it has.
    pub(crate) legal: usize,
}

/// What a line says of the site and its rights, in one look at it.
pub(crate) fn rights(line: &str) -> Rights {
    static WORDS: LazyLock<Words<Facet>> = LazyLock::new(|| {
        query::finder([Facet::PageFoot, Facet::LegalWord].map(|facet| (facet, facet)))
    });
    let mut foot = false;
    let mut legal: Vec<&str> = Vec::new();
    for (_, word, facet) in WORDS.within(line) {
        match facet {
            Facet::PageFoot => foot = true,
            _ if legal.contains(&word) => {}
            _ => legal.push(word),
        }
    }
    Rights {
        furniture: foot && line.len() < FURNITURE_END,
        legal: legal.len(),
    }
}

/// How surely a line is one of the page's footer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Footer {
    /// It says so: licences, who runs the site.
    Sure,
    /// An article may name an address and a telephone too: only beside a sure one.
    Maybe,
}

/// Characters of a footer's line at most.
const FOOTER_MAX: usize = 160;

/// Whether a line may be one of the page's footer: `主办：城东区政府办公室 技术支持：橙橘网`, `邮箱：a@chengju.example`.
pub(crate) fn footer(line: &str) -> Option<Footer> {
    if line.ends_with('。') || is_longer(line, FOOTER_MAX) {
        return None;
    }
    /// Both in one look at the line.
    static SURE: LazyLock<Words<()>> = LazyLock::new(|| {
        query::finder([Facet::PageFoot, Facet::FooterSure].map(|facet| (facet, ())))
    });
    match SURE.within(line).next() {
        Some(_) => Some(Footer::Sure),
        None => Facet::FooterLabel.starts(line).then_some(Footer::Maybe),
    }
}

/// Whether a line is the name of a player's control, with its value: `Current Time 0:00`, `載入完畢: 0%`.
pub(crate) fn is_player_control(line: &str) -> bool {
    let value = |c: char| {
        c.is_ascii_digit()
            || c.is_whitespace()
            || matches!(c, ':' | '：' | '%' | '-' | '/' | '.' | 'x')
    };
    let name = line.trim_end_matches("LIVE").trim_matches(value);
    line.len() <= 60
        && (is_played(line) || Facet::PlayerControl.is(name) || line.ends_with("ColorTransparency"))
        || Facet::PlayerText.starts(line)
}

/// How much of a recording is played: `00:00 / 02:15`.
fn is_played(line: &str) -> bool {
    let is_length = |text: &str| {
        let text = text.trim();
        let digits =
            |part: &str| (1..=2).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_digit());
        text.contains(':') && text.split(':').all(digits)
    };
    line.split_once('/')
        .is_some_and(|(played, all)| is_length(played) && is_length(all))
}

/// Characters of a line of counters at most.
const COUNTERS_MAX: usize = 30;

/// Whether a line counts a page's comments and nothing else: `0条评论|0人参与 网友评论`, `跟贴 31`.
pub(crate) fn is_comment_counter(line: &str) -> bool {
    if is_longer(line, COUNTERS_MAX) || !line.bytes().any(|b| b.is_ascii_digit()) {
        return false;
    }
    // 已有 0 条评论
    let mut rest = Facet::BeforeCount.strip_start(line).unwrap_or(line);
    let mut words = 0;
    loop {
        rest = rest.trim_start_matches(|c: char| {
            c.is_ascii_digit()
                || c.is_whitespace()
                || matches!(
                    c,
                    '|' | '｜' | '(' | ')' | '（' | '）' | ',' | '，' | '、' | '：' | ':'
                )
        });
        match Facet::CommentCount.strip_start(rest) {
            Some(behind) => (rest, words) = (behind, words + 1),
            None => return words > 0 && rest.is_empty(),
        }
    }
}

/// Whether a line is a control of one comment among others: `回复`, `举报`, `顶(3)`.
pub(crate) fn is_comment_control(line: &str) -> bool {
    if line.len() > 24 {
        return false;
    }
    let name = line.trim_end_matches(|c: char| {
        c.is_ascii_digit() || c.is_whitespace() || matches!(c, '(' | ')' | '（' | '）' | '[' | ']')
    });
    Facet::CommentControl.is(name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn footers() {
        for (line, expected) in [
            (
                "主办：城东区政府办公室 承办：城东区信息中心",
                Some(Footer::Maybe),
            ),
            ("橙橘网 版权所有 技术支持：橙橘科技", Some(Footer::Sure)),
            ("网站标识码：1100000000", Some(Footer::Sure)),
            ("地址：城东路一号", Some(Footer::Maybe)),
            ("公园的版权所有者今天没有到场。", None),
            ("园内步道全天开放", None),
        ] {
            assert_eq!(footer(line), expected, "{line}");
        }
    }

    /// One look tells what two tell.
    #[test]
    fn rights_of_sites() {
        let long = "公园今天开放，版权所有。".repeat(40);
        for line in [
            "橙橘网 版权所有 技术支持：橙橘科技",
            "未经授权不得转载，违者依法追究法律责任",
            "未經授權不得轉載，違者依法追究法律責任",
            "园内步道全天开放",
            "",
            &long,
        ] {
            let said = rights(line);
            assert_eq!(said.furniture, is_page_furniture(line), "{line}");
            assert_eq!(said.legal, Facet::LegalWord.count_within(line), "{line}");
        }
    }

    #[test]
    fn controls_of_players_and_comments() {
        for line in [
            "Current Time 0:00",
            "載入完畢: 0%",
            "Stream Type LIVE",
            "1x Playback Rate",
            "总时长",
        ] {
            assert!(is_player_control(line), "{line}");
        }
        for line in ["时长不限", "播放速度 很快", "Play 3 notes"] {
            assert!(!is_player_control(line), "{line}");
        }
        for line in ["0条评论|0人参与 网友评论", "跟贴 31", "评论(12)"] {
            assert!(is_comment_counter(line), "{line}");
        }
        for line in ["12人参与抢修", "评论", "2024年参与"] {
            assert!(!is_comment_counter(line), "{line}");
        }
        for (line, expected) in [("回复", true), ("顶(3)", true), ("回复记者", false)] {
            assert_eq!(is_comment_control(line), expected, "{line}");
        }
    }
}
