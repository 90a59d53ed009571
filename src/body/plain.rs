//! The text of inlines, without styles; and which characters running text may hold. Blocks are rendered in `render`.

use super::Inline;

/// What a link to a video says, and a still that stands for one.
pub(crate) const VIDEO: &str = "视频";

/// The text alone, with `\n` at line breaks.
pub(crate) fn plain(content: &[Inline]) -> String {
    let mut out = String::new();
    let mut stack = vec![content.iter()];
    while let Some(inlines) = stack.last_mut() {
        match inlines.next() {
            None => {
                stack.pop();
            }
            Some(Inline::Text { text }) => out.extend(text.chars().filter_map(running)),
            Some(Inline::LineBreak) => out.push('\n'),
            Some(Inline::Other) => {}
            Some(
                Inline::Strong { content }
                | Inline::Emphasis { content }
                | Inline::Link { content, .. },
            ) => stack.push(content.iter()),
        }
    }
    out
}

/// A character of running text: white space becomes a space, control characters go.
pub(crate) fn running(c: char) -> Option<char> {
    match c {
        '\t' | '\n' | '\r' | '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}' => Some(' '),
        c if c.is_control() => None,
        c => Some(c),
    }
}
