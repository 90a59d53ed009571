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
mod read;
mod script;
mod source;
mod tag;
#[cfg(test)]
mod tests;
mod tokenizer;
mod tree;

pub(super) use crate::page::html::read::{document, fragment};

/// Whether `html` makes the trees that html5ever's own tokenizer makes of it, as a page and as a fragment, if it is not refused.
#[cfg(fuzzing)]
pub(crate) fn same_tree(html: &str) -> bool {
    let limits = crate::limits::Limits::default();
    let same = |ours: Result<scraper::Html, crate::error::Error>,
                theirs: fn(&str) -> scraper::Html| {
        ours.map_or(true, |ours| ours == theirs(html))
    };
    same(oracle::our_document(html, &limits), oracle::document)
        && same(oracle::our_fragment(html, &limits), oracle::fragment)
}
