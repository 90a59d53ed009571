//! Role words beside names: before them (`本报记者 张三`), behind them (`张三/文`), or one for two roles (`文、图/张三`). Not the names.

use std::sync::LazyLock;

use crate::grammar::label;
use crate::grammar::lexicon::{is_bar, is_colon, is_slash, is_space};
use crate::grammar::names::is_person;
use crate::grammar::names::words::{COMPILERS, REPORTERS};
use crate::grammar::words::Words;

/// What a role word before names makes of them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Before {
    Reporter,
    Photographer,
    Video,
    Intern,
    /// 编译: the writer, unless an author stands beside.
    Compiler,
    /// `城经编辑 王二`
    Editor,
}

/// A role word that stands before names without a colon, and what it makes of them.
static WORDS: LazyLock<Words<Before>> = LazyLock::new(|| {
    use Before::{Compiler, Editor, Intern, Photographer, Reporter, Video};
    let rows: [(Before, &[&str]); 6] = [
        (Editor, &["责任编辑", "責任編輯", "编辑", "編輯"]),
        (
            Photographer,
            &["摄影记者", "攝影記者", "图片记者", "圖片記者"],
        ),
        (Video, &["视频记者", "視頻記者", "摄像记者", "攝像記者"]),
        (Intern, &["实习生", "實習生"]),
        (Compiler, &COMPILERS),
        (Reporter, &REPORTERS),
    ];
    Words::new(
        rows.into_iter()
            .flat_map(|(role, words)| words.iter().map(move |word| (*word, role))),
    )
});

/// Words before such a role word that belong to it: 特约记者, 驻京记者.
const ADJECTIVES: &[&str] = &[
    "特约",
    "特約",
    "特派",
    "实习",
    "實習",
    "见习",
    "見習",
    "首席",
    "高级",
    "資深",
    "资深",
    "文字",
    "全媒体",
    "全媒體",
    "融媒体",
    "融媒",
    "驻京",
    "驻沪",
    "驻",
];

/// The role words of a text that stand before names, from left to right: first byte, with adjectives, byte behind, and role.
pub(crate) fn before_names(text: &str) -> Vec<(usize, usize, Before)> {
    WORDS
        .apart(text)
        .map(|(at, word, &role)| {
            let start = match role {
                Before::Reporter => with_adjectives(text, at),
                _ => at,
            };
            (start, at + word.len(), role)
        })
        .collect()
}

/// Where a role word starts with the adjectives before it.
fn with_adjectives(text: &str, mut start: usize) -> usize {
    loop {
        let before = &text[..start];
        let fitting = ADJECTIVES.iter().filter(|a| before.ends_with(**a));
        match fitting.map(|a| a.len()).max() {
            Some(length) => start -= length,
            None => return start,
        }
    }
}

/// One name for two roles or three.
pub(crate) struct Both<'a> {
    pub(crate) names: &'a str,
    /// Whether the video is theirs too.
    pub(crate) film: bool,
    /// What follows: other roles with names of their own.
    pub(crate) rest: &'a str,
}

/// `文、图/张三`, `文|图 张三`, `撰文、摄影｜王小明`: one name, two roles.
pub(crate) fn both(text: &str) -> Option<Both<'_>> {
    let joint = |c: char| is_bar(c) || is_slash(c) || matches!(c, '、' | '&' | '＆' | '和');
    let rest = strip_word(text, &["文字", "采写", "撰文", "文", "撰"])?.trim_start();
    let rest = rest.strip_prefix(joint).unwrap_or(rest).trim_start();
    let pictures = ["图片", "照片", "摄影", "攝影", "图", "圖", "摄", "攝"];
    let mut rest = strip_word(rest, &pictures)?;
    let film = rest.trim_start().strip_prefix(['、', '/', '／']);
    let film = film.and_then(|film| strip_word(film.trim_start(), &["视频", "視頻"]));
    rest = film.unwrap_or(rest);
    let tied = rest
        .trim_start()
        .strip_prefix(|c| is_slash(c) || is_bar(c) || is_colon(c));
    // `文/图 张三`: a space, where nothing but names follows.
    let spaced = || {
        let names = rest.strip_prefix(is_space)?;
        let first = names.trim_start().split(is_space).next()?;
        is_person(first).then_some(names)
    };
    let names = tied.or_else(spaced)?.trim_start();
    // `文丨图 张三 编辑丨李四`: the next role has names of its own.
    let end = label::scan(names)
        .first()
        .map_or(names.len(), |next| next.range.start);
    let (names, behind) = names.split_at(end);
    let names = names.trim_end();
    let fits = (2..=60).contains(&names.chars().count()) && !names.contains([':', '：']);
    fits.then_some(Both {
        names,
        film: film.is_some(),
        rest: behind,
    })
}

fn strip_word<'a>(text: &'a str, words: &[&str]) -> Option<&'a str> {
    words.iter().find_map(|word| text.strip_prefix(word))
}

/// Names and the role behind them.
pub(crate) struct Behind<'a> {
    pub(crate) names: &'a str,
    /// A slash says that a name stands before it; a space does not.
    pub(crate) slashed: bool,
    pub(crate) role: &'static str,
    /// What follows.
    pub(crate) rest: &'a str,
}

/// `张三/文`, `李四/摄影`: the role behind the name.
pub(crate) fn behind_names(text: &str) -> Option<Behind<'_>> {
    const ROLES: &[&str] = &[
        "文图",
        "图文",
        "文、图",
        "文/图",
        "文／图",
        "文、圖",
        "文/圖",
        "文／圖",
        "文圖",
        "文、摄",
        "文/摄",
        "文／摄",
        "文摄",
        "摄影",
        "攝影",
        "摄像",
        "攝像",
        "视频",
        "翻译",
        "编译",
        "編譯",
        "编辑",
        "編輯",
        "撰文",
        "文",
        "图",
        "圖",
        "摄",
        "攝",
        "译",
    ];
    for (at, c) in text.char_indices() {
        // A role is tied to the names by white space or a slash.
        let ends = at > 0 && (c.is_whitespace() || matches!(c, '/' | '／'));
        let spaced = if ends { text[at..].trim_start() } else { "" };
        let slashed = spaced.starts_with(['/', '／']);
        let tied = spaced.trim_start_matches(['/', '／']).trim_start();
        // One slash, or white space.
        let one = !slashed || spaced.chars().nth(1).is_some_and(|c| !is_slash(c));
        if ends && one {
            for role in ROLES {
                let Some(rest) = tied.strip_prefix(role) else {
                    continue;
                };
                let mark =
                    |c: char| c.is_whitespace() || matches!(c, '；' | ';' | '，' | ',' | '、');
                let next = rest.trim_start_matches(mark);
                if rest.is_empty() || next.len() < rest.len() {
                    return Some(Behind {
                        names: &text[..at],
                        slashed,
                        role,
                        rest: next,
                    });
                }
            }
        }
        if matches!(c, '/' | '／' | '|' | '｜' | '（' | '(') || is_colon(c) {
            return None;
        }
    }
    None
}
