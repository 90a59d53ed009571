//! What becomes of a line, the places a phrase is looked for in, and the marks that frame such lines. No phrase stands here.

use crate::reason::Noise;

/// What becomes of a line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum LineVerdict {
    /// Cut the line.
    Drop(Noise),
    /// Cut the line and all after it.
    End(Noise),
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Whereabouts {
    /// The line starts with it.
    Start,
    /// Anywhere in the line.
    Any,
    /// The line is it, but for brackets and marks.
    Whole,
}

/// Lines that end or pollute bodies are matched only if shorter than this; longer ones may be the article's own words.
pub(super) const FURNITURE_MAX: usize = 60;

/// Marks that frame such lines: `【完】`, `- END -`, `▶相关阅读`.
pub(super) fn is_frame(c: char) -> bool {
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
