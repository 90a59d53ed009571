//! CSS selectors of rules: compiled once, then answered from an index of a page's ids, classes and element names. Not where a rule uses
//! them.
//!
//! A selector is answered as a whole and not element by element: from the leftmost part to the right, with the list of elements that
//! match so far. So no combinator and no pseudo-class costs more than its elements, whatever a rule says and a page holds, and nothing
//! recurses on the page's depth.

mod compile;
mod parts;
mod run;
#[cfg(test)]
mod tests;

use std::fmt;

use crate::page::dom::{Dom, NodeId};
use crate::page::select::parts::Complex;

/// A compiled list of selectors, such as `.info a, #author`.
#[derive(Clone)]
pub(crate) struct Selector(Vec<Complex>);

impl fmt::Debug for Selector {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        // The crate's own parts have no `Debug`.
        write!(f, "Selector({} in the list)", self.0.len())
    }
}

impl Selector {
    pub(crate) fn parse(css: &str) -> Result<Self, String> {
        compile::list(css).map(Self)
    }
}

impl Dom {
    /// All elements that match, in document order.
    pub(crate) fn select(&self, selector: &Selector) -> impl Iterator<Item = NodeId> + use<> {
        run::any(self, &selector.0).into_iter().map(NodeId)
    }
}
