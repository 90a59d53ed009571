//! The same trees by html5ever's own tokenizer: what the tests and the fuzz target compare with. No limits here.

use html5ever::TokenizerResult;
use html5ever::tendril::StrTendril;
use html5ever::tokenizer::{BufferQueue, Tokenizer, TokenizerOpts};
use html5ever::tree_builder::{TreeBuilder, TreeSink};
use html5ever::{QualName, local_name, ns};
use scraper::{Html, HtmlTreeSink};

use crate::page::html::tree;

type Handle = ego_tree::NodeId;

pub(super) fn document(html: &str) -> Html {
    let sink = HtmlTreeSink::new(Html::new_document());
    read(TreeBuilder::new(sink, tree::options()), html)
}

pub(super) fn fragment(html: &str) -> Html {
    let name = QualName::new(None, ns!(html), local_name!("body"));
    let sink = HtmlTreeSink::new(Html::new_fragment());
    let context = html5ever::interface::create_element(&sink, name, Vec::new());
    let builder = TreeBuilder::new_for_fragment(sink, context, None, tree::options());
    read(builder, html)
}

fn read(builder: TreeBuilder<Handle, HtmlTreeSink>, html: &str) -> Html {
    let tokenizer = Tokenizer::new(builder, options());
    let input = BufferQueue::default();
    input.push_back(StrTendril::from_slice(html));
    while !matches!(tokenizer.feed(&input), TokenizerResult::Done) {}
    tokenizer.end();
    tokenizer.sink.sink.finish()
}

/// As the crate reads: bytes were decoded before, a U+FEFF at the start is text.
pub(super) fn options() -> TokenizerOpts {
    TokenizerOpts {
        discard_bom: false,
        ..TokenizerOpts::default()
    }
}
