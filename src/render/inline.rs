//! Inlines flattened into runs of one style, which any depth of nesting allows. Not how a run is written.

use crate::body::Inline;
use crate::body::plain::running;
use crate::render::shared::safe_url;

/// How a run is shown.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Style<'a> {
    /// Where it links to: the outermost link with a safe URL.
    pub link: Option<&'a str>,
    pub strong: bool,
    pub emphasis: bool,
}

/// Text of one style.
#[derive(Debug)]
pub(super) struct Run<'a> {
    /// Without control characters; a `\n` is a line break.
    pub text: String,
    pub style: Style<'a>,
}

/// The runs of some inlines. No two neighbours have the same style and none is empty.
pub(super) fn runs(content: &[Inline]) -> Vec<Run<'_>> {
    let mut runs: Vec<Run> = Vec::new();
    let mut stack = vec![(content.iter(), Style::default())];
    while let Some((inlines, style)) = stack.last_mut() {
        let style = *style;
        let Some(inline) = inlines.next() else {
            stack.pop();
            continue;
        };
        match inline {
            Inline::Text { text } => extend(&mut runs, style, text.chars().filter_map(running)),
            Inline::LineBreak => extend(&mut runs, style, std::iter::once('\n')),
            Inline::Strong { content } => {
                let strong = true;
                stack.push((content.iter(), Style { strong, ..style }));
            }
            Inline::Emphasis { content } => {
                let emphasis = true;
                stack.push((content.iter(), Style { emphasis, ..style }));
            }
            Inline::Link { url, content } => {
                let link = style
                    .link
                    .or_else(|| Some(url.trim()).filter(|url| safe_url(url)));
                stack.push((content.iter(), Style { link, ..style }));
            }
            Inline::Other => {}
        }
    }
    runs
}

fn extend<'a>(runs: &mut Vec<Run<'a>>, style: Style<'a>, chars: impl Iterator<Item = char>) {
    let mut chars = chars.peekable();
    if chars.peek().is_none() {
        return;
    }
    match runs.last_mut() {
        Some(last) if last.style == style => last.text.extend(chars),
        _ => runs.push(Run {
            text: chars.collect(),
            style,
        }),
    }
}
