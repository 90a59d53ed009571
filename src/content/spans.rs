//! The stretches of formatted text a paragraph is collected from, and the inlines they become. Which text that is, `blocks` decides.

use crate::body::Inline;
use crate::page::dom::NodeId;

/// A stretch of text with its formatting.
#[derive(Debug, Clone)]
pub(crate) struct Span {
    pub(crate) text: String,
    pub(crate) strong: bool,
    pub(crate) emphasis: bool,
    pub(crate) link: Option<String>,
    pub(crate) at: NodeId,
}

/// The text of these spans.
pub(crate) fn text(spans: &[Span]) -> String {
    spans.iter().map(|s| s.text.as_str()).collect()
}

/// Drops white space at both ends of a paragraph, and spans left empty.
pub(crate) fn trim(spans: &mut Vec<Span>) {
    while let Some(first) = spans.first_mut() {
        let kept = first.text.trim_start();
        if kept.is_empty() {
            spans.remove(0);
            continue;
        }
        if kept.len() < first.text.len() {
            first.text = kept.to_string();
        }
        break;
    }
    while let Some(last) = spans.last_mut() {
        last.text.truncate(last.text.trim_end().len());
        if !last.text.is_empty() {
            break;
        }
        spans.pop();
    }
}

/// Spans as nested inlines: a link holds strong text holds emphasis. Neighbours that differ in nothing that is kept are one.
pub(crate) fn inlines(mut spans: Vec<Span>, keep_strong: bool) -> Vec<Inline> {
    if !keep_strong {
        for span in &mut spans {
            span.strong = false;
        }
        spans.dedup_by(|span, before| {
            let same = span.emphasis == before.emphasis && span.link == before.link;
            if same {
                before.text.push_str(&span.text);
            }
            same
        });
    }
    spans
        .into_iter()
        .map(|span| {
            let mut inline = Inline::Text { text: span.text };
            if span.emphasis {
                inline = Inline::Emphasis {
                    content: vec![inline],
                };
            }
            if span.strong {
                inline = Inline::Strong {
                    content: vec![inline],
                };
            }
            match span.link {
                Some(url) => Inline::Link {
                    url,
                    content: vec![inline],
                },
                None => inline,
            }
        })
        .collect()
}
