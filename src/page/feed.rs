//! Feeding the HTML parser piece by piece, so that a page beyond its limits is refused before it has cost much. Makes the tree; does not read it.
//!
//! html5ever is quadratic in the depth of the tree and in the attributes of one tag. The tree's size is looked at after each piece,
//! each tag's attributes as it passes; within a tag that goes on from piece to piece they are counted here.

use std::cell::Cell;

use html5ever::TokenizerResult;
use html5ever::tendril::StrTendril;
use html5ever::tokenizer::{
    BufferQueue, Tag, TagKind, Token, TokenSink, TokenSinkResult, Tokenizer, TokenizerOpts,
};
use html5ever::tree_builder::{TreeBuilder, TreeBuilderOpts, TreeSink};
use scraper::{Html, HtmlTreeSink};

use crate::error::{Error, Limit};
use crate::limits::Limits;

type Handle = <HtmlTreeSink as TreeSink>::Handle;

/// The piece of input after which limits are looked at; 4 KiB can hold some 800 levels, or 1300 attributes.
const PIECE: usize = 4096;

/// How many times the limit an unfinished tag may seem to have: 16 384 attributes by default, which cost html5ever about a tenth of a
/// second. Fewer could be the words of a long quoted value.
const UNFINISHED: usize = 32;

/// Reads a whole page.
pub(super) fn document(html: &str, limits: &Limits) -> Result<Html, Error> {
    let sink = HtmlTreeSink::new(Html::new_document());
    feed(TreeBuilder::new(sink, options()), html, limits)
}

/// Reads a piece of HTML as the contents of a `body`.
pub(super) fn fragment(html: &str, limits: &Limits) -> Result<Html, Error> {
    let name = html5ever::QualName::new(None, html5ever::ns!(html), "body".into());
    let sink = HtmlTreeSink::new(Html::new_fragment());
    let context = html5ever::interface::create_element(&sink, name, Vec::new());
    let builder = TreeBuilder::new_for_fragment(sink, context, None, options());
    feed(builder, html, limits)
}

fn options() -> TreeBuilderOpts {
    TreeBuilderOpts {
        // Pages keep images in `noscript`; parsed as elements they can be found.
        scripting_enabled: false,
        ..TreeBuilderOpts::default()
    }
}

fn feed(
    builder: TreeBuilder<Handle, HtmlTreeSink>,
    html: &str,
    limits: &Limits,
) -> Result<Html, Error> {
    if html.len() > limits.bytes {
        return Err(Error::limit(Limit::Bytes, limits.bytes, html.len()));
    }
    let watch = Watch {
        builder,
        tokens: Cell::new(0),
        attributes: Cell::new(0),
        merged: Cell::new(0),
    };
    let tokenizer = Tokenizer::new(
        watch,
        TokenizerOpts {
            // Bytes were decoded before: a U+FEFF at the start of a piece is text. See `decode`.
            discard_bom: false,
            ..TokenizerOpts::default()
        },
    );
    let input = BufferQueue::default();
    let run = || while !matches!(tokenizer.feed(&input), TokenizerResult::Done) {};

    let mut rest = html;
    // Tags that may have begun and not ended in the pieces since the last token. They are followed only once a whole piece has
    // gone by without a token: one piece alone cannot hold enough attributes to hurt.
    let mut open: Option<OpenTags> = None;
    let mut last = "";
    let mut tokens = 0;
    while !rest.is_empty() {
        let mut cut = rest.len().min(PIECE);
        while !rest.is_char_boundary(cut) {
            cut += 1;
        }
        let (piece, tail) = rest.split_at(cut);
        input.push_back(StrTendril::from_slice(piece));
        run();
        rest = tail;
        let watch = &tokenizer.sink;
        if watch.tokens.get() == tokens {
            let open = open.get_or_insert_with(|| {
                let mut open = OpenTags::default();
                open.read(last);
                open
            });
            open.read(piece);
        } else {
            tokens = watch.tokens.get();
            open = None;
        }
        last = piece;
        let attributes = watch.attributes.get();
        if attributes > limits.attributes {
            return Err(Error::limit(
                Limit::Attributes,
                limits.attributes,
                attributes,
            ));
        }
        // What stands in a long quoted value may look like attributes: only a count that would cost time is believed before the tag ends.
        let in_tag = open.as_ref().map_or(0, OpenTags::attributes);
        if in_tag > limits.attributes.saturating_mul(UNFINISHED) {
            return Err(Error::limit(Limit::Attributes, limits.attributes, in_tag));
        }
        check(&watch.builder.sink.0.borrow(), limits)?;
    }
    run();
    tokenizer.end();
    let html = tokenizer.sink.builder.sink.finish();
    check(&html, limits)?;
    Ok(html)
}

fn check(html: &Html, limits: &Limits) -> Result<(), Error> {
    let nodes = html.tree.values().len();
    if nodes > limits.nodes {
        return Err(Error::limit(Limit::Nodes, limits.nodes, nodes));
    }
    // The node made last is about as deep as the tree is now.
    let depth = html
        .tree
        .nodes()
        .next_back()
        .map_or(0, |n| n.ancestors().take(limits.depth + 1).count());
    if depth > limits.depth {
        return Err(Error::limit(Limit::Depth, limits.depth, depth));
    }
    Ok(())
}

/// Passes tokens on to the tree builder and notes what they are.
struct Watch {
    builder: TreeBuilder<Handle, HtmlTreeSink>,
    /// How many there were, parse errors not counted.
    tokens: Cell<usize>,
    /// The most attributes seen on one tag, or merged into one element.
    attributes: Cell<usize>,
    /// Attributes of `html` and `body` tags: those of later ones are added to the first.
    merged: Cell<usize>,
}

impl Watch {
    fn note(&self, tag: &Tag) {
        let mut attributes = tag.attrs.len();
        if attributes == 0 {
            return;
        }
        if tag.kind == TagKind::StartTag && matches!(&*tag.name, "html" | "body") {
            attributes += self.merged.get();
            self.merged.set(attributes);
        }
        self.attributes.set(self.attributes.get().max(attributes));
    }
}

impl TokenSink for Watch {
    type Handle = Handle;

    fn process_token(&self, token: Token, line: u64) -> TokenSinkResult<Handle> {
        match &token {
            Token::ParseError(_) => {}
            other => {
                self.tokens.set(self.tokens.get() + 1);
                if let Token::TagToken(tag) = other {
                    self.note(tag);
                }
            }
        }
        self.builder.process_token(token, line)
    }

    fn end(&self) {
        self.builder.end();
    }

    fn adjusted_current_node_present_but_not_in_html_namespace(&self) -> bool {
        self.builder
            .adjusted_current_node_present_but_not_in_html_namespace()
    }
}

/// Where in a tag a reader may be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum At {
    /// In its name, or in an attribute's name or bare value.
    Word,
    /// Between two attributes.
    Gap,
    /// Behind `=`.
    Equals,
    Double,
    Single,
}

/// Counts attributes in a stretch of source that holds the start of a tag, but not where: all `<` of it are followed at once.
/// For each place in a tag, the most attributes any of them has had by now.
#[derive(Debug, Default)]
struct OpenTags {
    counts: [Option<usize>; 5],
    after_bracket: bool,
}

impl OpenTags {
    fn attributes(&self) -> usize {
        self.counts.iter().flatten().copied().max().unwrap_or(0)
    }

    fn read(&mut self, piece: &str) {
        for byte in piece.bytes() {
            self.byte(byte);
        }
    }

    fn byte(&mut self, byte: u8) {
        let mut next = [None; 5];
        let mut go = |at: At, count: usize| {
            let slot: &mut Option<usize> = &mut next[at as usize];
            *slot = Some(slot.map_or(count, |known| known.max(count)));
        };
        let space = byte.is_ascii_whitespace();
        for at in [At::Word, At::Gap, At::Equals, At::Double, At::Single] {
            let Some(count) = self.counts[at as usize] else {
                continue;
            };
            match (at, byte) {
                (At::Double, b'"') | (At::Single, b'\'') => go(At::Gap, count),
                (At::Double | At::Single, _) => go(at, count),
                (At::Equals, b'"') => go(At::Double, count),
                (At::Equals, b'\'') => go(At::Single, count),
                (At::Equals, _) if space => go(at, count),
                // The tag ends.
                (_, b'>') => {}
                (At::Word | At::Gap, b'=') => go(At::Equals, count),
                (At::Word, b'/') => go(At::Gap, count),
                (At::Word | At::Gap, _) if space => go(At::Gap, count),
                (At::Gap, b'/') => go(at, count),
                (At::Gap, _) => go(At::Word, count + 1),
                (At::Word | At::Equals, _) => go(At::Word, count),
            }
        }
        if self.after_bracket && (byte.is_ascii_alphabetic() || byte == b'/') {
            go(At::Word, 0);
        }
        self.after_bracket = byte == b'<';
        self.counts = next;
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::error::ErrorKind;

    fn attributes(html: &str) -> Option<u64> {
        let error = document(html, &Limits::default()).err()?;
        match error.kind() {
            ErrorKind::Limit {
                what: Limit::Attributes,
                seen,
                ..
            } => Some(*seen),
            other => panic!("{other:?}"),
        }
    }

    #[test]
    fn too_many_attributes_are_noticed_early() {
        let names: String = (0..100_000).map(|i| format!("a{i} ")).collect();
        for html in [
            format!("<p {names}>"),
            format!("<p {names}"),
            format!("</p {names}>"),
            format!("<p {}>", names.replace(' ', "='>'")),
            format!("<p {}>", names.replace(' ', "=\">\"")),
            format!("<p {}>", names.replace(' ', "/")),
            format!("<p {}>", names.replace(' ', "= <b\t")),
            format!("<html {}>", names.replace(' ', "><html ")),
            format!("<!-- <b '> \"-->{}<p {names}>", "x".repeat(5000)),
        ] {
            let seen = attributes(&html).expect("an error");
            assert!((513..20_000).contains(&seen), "{seen}: {}", &html[..40]);
        }
    }

    #[test]
    fn long_pieces_that_are_no_attributes() {
        let words = "if (a<b and c) or d ".repeat(2000);
        for html in [
            format!("<script>{words}</script>"),
            format!("<style>{words}</style><textarea>{words}</textarea>"),
            format!("<p title=\"{words}\">城</p>"),
            format!("<p title='{words}'>城</p>"),
            format!("<img src=data:{}>", "x".repeat(50_000)),
            format!("<!-- {} -->", "a b c ".repeat(5000)),
            format!("<p>{}", "a b c ".repeat(5000)),
            "<p a b c d>城</p>".repeat(5000),
        ] {
            assert_eq!(attributes(&html), None, "{}", &html[..40]);
        }
    }
}
