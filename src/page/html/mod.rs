//! From text to scraper's tree: an HTML tokenizer of our own before html5ever's tree builder. Does not read the tree.
//!
//! A page lies in memory whole, and most of its text goes into the tree unchanged: the tokenizer hands out pieces of one copy of it.
//! What would cost more than [`Limits`] allow is refused while it is read.

mod budget;
mod comment;
mod doctype;
mod entity;
mod names;
#[cfg(any(test, fuzzing))]
mod oracle;
mod script;
mod source;
mod tag;
#[cfg(test)]
mod tests;
mod tokenizer;
mod tree;

use html5ever::interface::create_element;
use html5ever::tree_builder::{TreeBuilder, TreeSink};
use html5ever::{QualName, local_name, ns};
use scraper::{Html, Node};

use crate::error::Error;
use crate::limits::Limits;
use budget::Budget;
use source::Source;
use tokenizer::Tokenizer;
use tree::{Handle, Tree};

/// Reads a whole page.
pub(super) fn document(html: &str, limits: &Limits) -> Result<Html, Error> {
    let budget = Budget::new(limits);
    budget.check_bytes(html.len())?;
    let tree = Tree::new(Node::Document, html, &budget);
    read(TreeBuilder::new(tree, tree::options()), html, &budget)
}

/// Reads a piece of HTML as the contents of a `body`.
pub(super) fn fragment(html: &str, limits: &Limits) -> Result<Html, Error> {
    let budget = Budget::new(limits);
    budget.check_bytes(html.len())?;
    let tree = Tree::new(Node::Fragment, html, &budget);
    let name = QualName::new(None, ns!(html), local_name!("body"));
    let context = create_element(&tree, name, Vec::new());
    let builder = TreeBuilder::new_for_fragment(tree, context, None, tree::options());
    read(builder, html, &budget)
}

fn read(
    builder: TreeBuilder<Handle, Tree<'_>>,
    html: &str,
    budget: &Budget<'_>,
) -> Result<Html, Error> {
    let source = Source::new(html);
    Tokenizer::new(&source, budget, &builder).run()?;
    let html = builder.sink.finish();
    budget.check(&html, source.len())?;
    Ok(html)
}

/// Whether `html` makes the trees that html5ever's own tokenizer makes of it, as a page and as a fragment, if it is not refused.
#[cfg(fuzzing)]
pub(crate) fn same_tree(html: &str) -> bool {
    let limits = Limits::default();
    let same = |ours: Result<Html, Error>, theirs: fn(&str) -> Html| {
        ours.map_or(true, |ours| ours == theirs(html))
    };
    same(document(html, &limits), oracle::document)
        && same(fragment(html, &limits), oracle::fragment)
}
