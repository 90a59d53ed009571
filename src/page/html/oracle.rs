//! The same trees by html5ever's own tokenizer: what the tests and the fuzz target compare with. No limits here.

use html5ever::TokenizerResult;
use html5ever::tendril::StrTendril;
use html5ever::tokenizer::{BufferQueue, Tokenizer, TokenizerOpts};
use html5ever::tree_builder::{TreeBuilder, TreeSink};
use html5ever::{QualName, local_name, ns};
use scraper::node::{Comment, Doctype, Element, ProcessingInstruction, Text};
use scraper::{Html, HtmlTreeSink, Node};

use crate::error::Error;
use crate::limits::Limits;
use crate::page::html::budget::Budget;
use crate::page::html::nodes::{Id, Tree, Value};
use crate::page::html::read::{read_document, read_fragment};
use crate::page::html::tree;
use crate::page::html::tree::Growing;

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

/// Our tree of a page, as scraper has trees.
pub(super) fn our_document(html: &str, limits: &Limits) -> Result<Html, Error> {
    let budget = Budget::new(limits);
    Ok(ours(read_document(html, &budget)?))
}

/// Our tree of a piece of HTML.
pub(super) fn our_fragment(html: &str, limits: &Limits) -> Result<Html, Error> {
    let budget = Budget::new(limits);
    Ok(ours(read_fragment(html, &budget)?))
}

fn ours(growing: Growing<'_>) -> Html {
    let quirks_mode = growing.quirks.get();
    let (html, _) = as_scraper(&growing.finish());
    Html {
        quirks_mode,
        ..html
    }
}

/// A tree as scraper has it, and where each of its nodes is there, in the order they were made in.
pub(in crate::page) fn as_scraper(tree: &Tree) -> (Html, Vec<ego_tree::NodeId>) {
    let mut html = match tree.value(Id::ROOT) {
        Value::Fragment => Html::new_fragment(),
        _ => Html::new_document(),
    };
    let mut places = vec![html.tree.root().id()];
    for id in tree.ids().skip(1) {
        let node = match tree.value(id) {
            Value::Document => Node::Document,
            Value::Fragment => Node::Fragment,
            Value::Doctype(parts) => {
                let [name, public_id, system_id] = (**parts).clone();
                Node::Doctype(Doctype {
                    name,
                    public_id,
                    system_id,
                })
            }
            Value::Comment(text) => Node::Comment(Comment {
                comment: text.clone(),
            }),
            Value::Instruction(parts) => {
                let [target, data] = (**parts).clone();
                Node::ProcessingInstruction(ProcessingInstruction { target, data })
            }
            Value::Text(text) => Node::Text(Text { text: text.clone() }),
            Value::Element { attrs, .. } => {
                let name = tree.element(id).unwrap().name.clone();
                Node::Element(Element::new(name, attrs.to_vec()))
            }
        };
        places.push(html.tree.orphan(node).id());
    }
    for (id, &outer) in tree.ids().zip(&places) {
        for child in tree.children(id) {
            html.tree
                .get_mut(outer)
                .unwrap()
                .append_id(places[child.at()]);
        }
    }
    (html, places)
}

/// As the crate reads: bytes were decoded before, a U+FEFF at the start is text.
pub(super) fn options() -> TokenizerOpts {
    TokenizerOpts {
        discard_bom: false,
        ..TokenizerOpts::default()
    }
}
