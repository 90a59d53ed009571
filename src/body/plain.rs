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
            Some(Inline::Text { text }) => push_running(&mut out, text),
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

/// Adds what is running text of a text: as a rule all of it, as it is.
fn push_running(out: &mut String, text: &str) {
    /// Bytes that a character which may not stand in running text can begin with.
    static SUSPECT: [bool; 256] = {
        let mut suspect = [false; 256];
        let mut byte = 0;
        while byte < 256 {
            suspect[byte] = matches!(byte as u8, 0..0x20 | 0x7f | 0xc2 | 0xe2);
            byte += 1;
        }
        suspect
    };
    let bytes = text.as_bytes();
    let odd = |at: usize| match bytes[at] {
        byte if !SUSPECT[usize::from(byte)] => false,
        // Controls in ASCII and beyond it.
        0..0x20 | 0x7f => true,
        0xc2 => matches!(bytes[at..], [_, 0x80..=0x9f, ..]),
        0xe2 => matches!(bytes[at..], [_, 0x80, 0xa8 | 0xa9, ..]),
        _ => false,
    };
    if (0..bytes.len()).any(odd) {
        out.extend(text.chars().filter_map(running));
    } else {
        out.push_str(text);
    }
}

/// A character of running text: white space becomes a space, control characters go.
pub(crate) fn running(c: char) -> Option<char> {
    match c {
        '\t' | '\n' | '\r' | '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}' => Some(' '),
        c if c.is_control() => None,
        c => Some(c),
    }
}
