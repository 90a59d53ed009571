//! Tokenizer, tree builder and tree put together: a page or a piece of one is read whole, within its budget.

use html5ever::interface::create_element;
use html5ever::tree_builder::{TreeBuilder, TreeSink};
use html5ever::{QualName, local_name, ns};

use crate::error::Error;
use crate::limits::Limits;
use crate::page::html::budget::Budget;
use crate::page::html::nodes::{Tree, Value};
use crate::page::html::source::Source;
use crate::page::html::tokenizer::Tokenizer;
use crate::page::html::tree::{self, Growing, Handle};

/// Reads a whole page.
pub(in crate::page) fn document(html: &str, limits: &Limits) -> Result<Tree, Error> {
    let budget = Budget::new(limits);
    Ok(read_document(html, &budget)?.finish())
}

/// Reads a piece of HTML as the contents of a `body`.
pub(in crate::page) fn fragment(html: &str, limits: &Limits) -> Result<Tree, Error> {
    let budget = Budget::new(limits);
    Ok(read_fragment(html, &budget)?.finish())
}

pub(super) fn read_document<'a>(html: &str, budget: &'a Budget<'a>) -> Result<Growing<'a>, Error> {
    budget.check_bytes(html.len())?;
    let tree = Growing::new(Value::Document, html, budget);
    read(TreeBuilder::new(tree, tree::options()), html, budget)
}

pub(super) fn read_fragment<'a>(html: &str, budget: &'a Budget<'a>) -> Result<Growing<'a>, Error> {
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
