//! CSS selectors of rules: compiled once, then answered from an index of a page's ids, classes and element names. Not where a rule uses
//! them.
//!
//! A selector is answered as a whole and not element by element: from the leftmost part to the right, with the list of elements that
//! match so far. So no combinator and no pseudo-class costs more than its elements, whatever a rule says and a page holds, and nothing
//! recurses on the page's depth.

mod compile;
mod index;
mod run;
#[cfg(test)]
mod tests;

use std::fmt;

use html5ever::{LocalName, Namespace};
use selectors::attr::{AttrSelectorOperator, ParsedCaseSensitivity};
use selectors::parser::{Combinator, NthSelectorData};

pub(super) use index::Index;
use index::Key;

use crate::page::dom::{Dom, Ix};
use crate::page::tag::Tag;

/// A compiled list of selectors, such as `.info a, #author`.
#[derive(Clone)]
pub(crate) struct Selector(Vec<Complex>);

/// Compounds with combinators between, left to right: `.info > a`.
#[derive(Clone)]
struct Complex(Vec<Compound>);

/// What one element must be: `a.name[href]`.
#[derive(Clone)]
struct Compound {
    /// How it stands to the compound on its left; of the first one in `:has()`, to the element that has.
    link: Option<Combinator>,
    /// The one test that the index answers.
    key: Key,
    tests: Vec<Test>,
    sets: Vec<SetTest>,
}

/// What an element shows by itself.
#[derive(Clone)]
enum Test {
    Never,
    Name {
        /// Where the tag alone says it.
        tag: Option<Tag>,
        name: LocalName,
        lower: LocalName,
    },
    NoNamespace,
    Id(LocalName),
    Class(LocalName),
    Attr(Attr),
    Root,
    Scope,
    Empty,
    /// `:is()` and `:where()`: all tests of one of these.
    Any(Vec<Vec<Test>>),
    /// `:not()`.
    NotAny(Vec<Vec<Test>>),
}

#[derive(Clone)]
struct Attr {
    /// `None` for any.
    namespace: Option<Namespace>,
    name: LocalName,
    lower: LocalName,
    value: Option<(AttrSelectorOperator, ParsedCaseSensitivity, String)>,
}

/// What only an element's surroundings show.
#[derive(Clone)]
enum SetTest {
    Nth(NthSelectorData),
    Has(Vec<Complex>),
    Any(Vec<Complex>),
    NotAny(Vec<Complex>),
}

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
    pub(crate) fn select(&self, selector: &Selector) -> impl Iterator<Item = Ix> + use<> {
        run::any(self, &selector.0).into_iter().map(Ix)
    }
}
