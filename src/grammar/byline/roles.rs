//! Role words beside names: before them (`本报记者 张三`), behind them (`张三/文`), or one for two roles (`文、图/张三`). Not the names.

use std::sync::LazyLock;

use crate::article::Role;
use crate::grammar::byline::credits::RoleEffect;
use crate::grammar::label;
use crate::grammar::lexicon::facet::Facet;
use crate::grammar::lexicon::query;
use crate::grammar::lexicon::{is_bar, is_colon, is_slash, is_space};
use crate::grammar::names::is_person;
use crate::grammar::words::Words;

/// Whether a text has what most bylines have: a role's word, a verb or a slash.
pub(crate) fn may_speak(text: &str) -> bool {
    static ANY: LazyLock<Words<()>> = LazyLock::new(|| {
        let before = BEFORE.iter().map(|(facet, _)| (*facet, ()));
        let behind = BEHIND_NAMES.iter().map(|(facet, _)| (*facet, ()));
        query::finder(before.chain(behind).chain([(Facet::BylineVerb, ())]))
    });
    text.contains(is_slash) || ANY.within(text).next().is_some()
}

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
const BEFORE: [(Facet, Before); 6] = [
    (Facet::EditorWord, Before::Editor),
    (Facet::PhotoReporter, Before::Photographer),
    (Facet::VideoReporter, Before::Video),
    (Facet::InternWord, Before::Intern),
    (Facet::Compiler, Before::Compiler),
    (Facet::Reporter, Before::Reporter),
];

static WORDS: LazyLock<Words<Before>> = LazyLock::new(|| query::finder(BEFORE));

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
        match Facet::RoleAdjective.strip_end(before) {
            Some(rest) => start = rest.len(),
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
    let rest = Facet::BothText.strip_start(text)?.trim_start();
    let rest = rest.strip_prefix(joint).unwrap_or(rest).trim_start();
    let mut rest = Facet::BothPictures.strip_start(rest)?;
    let film = rest.trim_start().strip_prefix(['、', '/', '／']);
    let film = film.and_then(|film| Facet::BothFilm.strip_start(film.trim_start()));
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

/// A role word that stands behind names, and what it makes of them.
const BEHIND_NAMES: [(Facet, RoleEffect); 6] = [
    (Facet::BehindAuthor, RoleEffect::Author),
    (Facet::BehindEditor, RoleEffect::Editor),
    (
        Facet::BehindPhotographer,
        RoleEffect::Credit(Role::Photographer),
    ),
    (Facet::BehindFilmer, RoleEffect::Credit(Role::Video)),
    (
        Facet::BehindTranslator,
        RoleEffect::Credit(Role::Translator),
    ),
    (Facet::BehindBoth, RoleEffect::AuthorAnd(Role::Photographer)),
];

static BEHIND: LazyLock<Words<RoleEffect>> = LazyLock::new(|| query::finder(BEHIND_NAMES));

/// Names and the role behind them.
pub(crate) struct Behind<'a> {
    pub(crate) names: &'a str,
    /// A slash says that a name stands before it; a space does not.
    pub(crate) slashed: bool,
    pub(super) role: RoleEffect,
    /// What follows.
    pub(crate) rest: &'a str,
}

/// `张三/文`, `李四/摄影`: the role behind the name.
pub(crate) fn behind_names(text: &str) -> Option<Behind<'_>> {
    for (at, c) in text.char_indices() {
        // A role is tied to the names by white space or a slash.
        let ends = at > 0 && (c.is_whitespace() || matches!(c, '/' | '／'));
        let spaced = if ends { text[at..].trim_start() } else { "" };
        let slashed = spaced.starts_with(['/', '／']);
        let tied = spaced.trim_start_matches(['/', '／']).trim_start();
        // One slash, or white space.
        let one = !slashed || spaced.chars().nth(1).is_some_and(|c| !is_slash(c));
        if ends && one {
            for (word, &role) in BEHIND.at_start(tied) {
                let rest = &tied[word.len()..];
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
