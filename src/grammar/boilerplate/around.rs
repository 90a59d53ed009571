//! Lines of what stands around a body where no class says so: a page's footer, a player's controls, counters and controls of comments.

use std::sync::LazyLock;

use crate::grammar::boilerplate::phrases::PAGE as PHRASES;
use crate::grammar::words::Words;

static PAGE: LazyLock<Words<()>> =
    LazyLock::new(|| Words::new(PHRASES.iter().map(|word| (*word, ()))));

/// Whether a line belongs to the page's header or footer.
pub(crate) fn is_page_furniture(line: &str) -> bool {
    line.len() < 900 && PAGE.within(line).next().is_some()
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
    const LABELS: [&str; 24] = [
        "主办",
        "主辦",
        "承办",
        "協辦",
        "协办",
        "邮箱",
        "郵箱",
        "电子邮",
        "客服",
        "地址",
        "邮编",
        "邮政编码",
        "联系",
        "電話",
        "电话",
        "热线",
        "传真",
        "网站",
        "站点",
        "政务服务",
        "技术",
        "建议",
        "本站",
        "推荐使用",
    ];
    if line.ends_with('。') || line.chars().count() > FOOTER_MAX {
        return None;
    }
    let sure = is_page_furniture(line)
        || ["网站标识码", "备案号", "技术支持", "站点地图"]
            .iter()
            .any(|word| line.contains(word));
    let maybe = || LABELS.iter().any(|label| line.starts_with(label));
    match sure {
        true => Some(Footer::Sure),
        false => maybe().then_some(Footer::Maybe),
    }
}

/// What video.js, in English and its Chinese translations, names its controls. Its words stand in the page for screen readers.
#[rustfmt::skip]
const PLAYER: [&str; 64] = [
    "Current Time", "Duration", "Loaded", "Progress", "Stream Type", "Seek to live", "Remaining Time", "Playback Rate",
    "Chapters", "Descriptions", "Captions", "Subtitles", "Audio Track", "Picture-in-Picture", "Fullscreen", "Mute", "Unmute",
    "Play Video", "Play", "Pause", "Replay", "Close Modal Dialog", "Skip Backward", "Skip Forward", "descriptions off, selected",
    "captions off, selected", "subtitles off, selected", "default, selected", "selected", "目前時間", "總共時間", "載入完畢", "串流類型", "剩餘時間",
    "播放速率", "当前时间", "当前播放时间", "时长", "总时长", "加载完成", "加载完毕", "媒体流类型", "剩余时间", "播放速度", "节目段落", "画中画", "子母畫面", "退出全屏", "全螢幕", "无声",
    "靜音", "关闭字幕", "關閉字幕", "captions and subtitles off, selected", "Font Size", "Text Edge Style", "Font Family", "章節", "串流類型 直播",
    "字型尺寸", "字型邊緣樣式", "字型系列", "結束對話視窗", "章节",
];

/// Whether a line is the name of a player's control, with its value: `Current Time 0:00`, `載入完畢: 0%`.
pub(crate) fn is_player_control(line: &str) -> bool {
    let value = |c: char| {
        c.is_ascii_digit()
            || c.is_whitespace()
            || matches!(c, ':' | '：' | '%' | '-' | '/' | '.' | 'x')
    };
    let name = line.trim_end_matches("LIVE").trim_matches(value);
    line.len() <= 60 && (PLAYER.contains(&name) || line.ends_with("ColorTransparency"))
        || [
            "This is a modal window",
            "Beginning of dialog window",
            "End of dialog window",
            "captions settings",
            "subtitles settings",
            "關閉描述",
            "無法找到相容此媒體",
        ]
        .iter()
        .any(|start| line.starts_with(start))
}

/// Characters of a line of counters at most.
const COUNTERS_MAX: usize = 30;

/// Whether a line counts a page's comments and nothing else: `0条评论|0人参与 网友评论`, `跟贴 31`.
pub(crate) fn is_comment_counter(line: &str) -> bool {
    const WORDS: [&str; 12] = [
        "条评论",
        "條評論",
        "人参与",
        "人參與",
        "跟贴",
        "跟帖",
        "参与",
        "參與",
        "网友评论",
        "網友評論",
        "评论",
        "評論",
    ];
    if line.chars().count() > COUNTERS_MAX || !line.bytes().any(|b| b.is_ascii_digit()) {
        return false;
    }
    let mut rest = line;
    let mut words = 0;
    loop {
        rest = rest.trim_start_matches(|c: char| {
            c.is_ascii_digit() || c.is_whitespace() || "|｜()（）,，、：:".contains(c)
        });
        match WORDS.iter().find_map(|word| rest.strip_prefix(word)) {
            Some(behind) => (rest, words) = (behind, words + 1),
            None => return words > 0 && rest.is_empty(),
        }
    }
}

/// Whether a line is a control of one comment among others: `回复`, `举报`, `顶(3)`.
pub(crate) fn is_comment_control(line: &str) -> bool {
    let name = line.trim_end_matches(|c: char| {
        c.is_ascii_digit() || c.is_whitespace() || "()（）[]".contains(c)
    });
    line.len() <= 24
        && matches!(
            name,
            "回复"
                | "回覆"
                | "查看回复"
                | "查看回覆"
                | "举报"
                | "檢舉"
                | "踩"
                | "顶"
                | "頂"
                | "赞"
                | "讚"
                | "支持"
                | "反对"
                | "反對"
        )
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
