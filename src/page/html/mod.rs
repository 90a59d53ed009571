//! From text to a tree: an HTML tokenizer of our own before html5ever's tree builder, and a tree behind it. Does not read the tree.
//!
//! A page lies in memory whole, and most of its text goes into the tree unchanged: the tokenizer hands out pieces of one copy of it.
//! What would cost more than [`Limits`] allow is refused while it is read.

mod budget;
mod comment;
mod doctype;
mod element_names;
mod entity;
mod names;
pub(in crate::page) mod nodes;
#[cfg(any(test, fuzzing))]
pub(in crate::page) mod oracle;
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

use crate::error::Error;
use crate::limits::Limits;
use budget::Budget;
use nodes::{Tree, Value};
use source::Source;
use tokenizer::Tokenizer;
use tree::{Growing, Handle};

/// Reads a whole page.
pub(super) fn document(html: &str, limits: &Limits) -> Result<Tree, Error> {
    let budget = Budget::new(limits);
    Ok(read_document(html, &budget)?.finish())
}

/// Reads a piece of HTML as the contents of a `body`.
pub(super) fn fragment(html: &str, limits: &Limits) -> Result<Tree, Error> {
    let budget = Budget::new(limits);
    Ok(read_fragment(html, &budget)?.finish())
}

fn read_document<'a>(html: &str, budget: &'a Budget<'a>) -> Result<Growing<'a>, Error> {
    budget.check_bytes(html.len())?;
    let tree = Growing::new(Value::Document, html, budget);
    read(TreeBuilder::new(tree, tree::options()), html, budget)
}

fn read_fragment<'a>(html: &str, budget: &'a Budget<'a>) -> Result<Growing<'a>, Error> {
    budget.check_bytes(html.len())?;
    let tree = Growing::new(Value::Fragment, html, budget);
    let name = QualName::new(None, ns!(html), local_name!("body"));
    let context = create_element(&tree, name, Vec::new());
    let builder = TreeBuilder::new_for_fragment(tree, context, None, tree::options());
    read(builder, html, budget)
}

fn read<'a>(
    builder: TreeBuilder<Handle, Growing<'a>>,
    html: &str,
    budget: &Budget<'_>,
) -> Result<Growing<'a>, Error> {
    let source = Source::new(html);
    Tokenizer::new(&source, budget, &builder).run()?;
    builder.sink.check(source.len())?;
    Ok(builder.sink)
}

/// Whether `html` makes the trees that html5ever's own tokenizer makes of it, as a page and as a fragment, if it is not refused.
#[cfg(fuzzing)]
pub(crate) fn same_tree(html: &str) -> bool {
    let limits = Limits::default();
    let same = |ours: Result<scraper::Html, Error>, theirs: fn(&str) -> scraper::Html| {
        ours.map_or(true, |ours| ours == theirs(html))
    };
    same(oracle::our_document(html, &limits), oracle::document)
        && same(oracle::our_fragment(html, &limits), oracle::fragment)
}
