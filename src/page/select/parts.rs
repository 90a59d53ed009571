//! What a compiled selector is made of. Not how it is read or answered.

use html5ever::{LocalName, Namespace};
use selectors::attr::{AttrSelectorOperator, ParsedCaseSensitivity};
use selectors::parser::{Combinator, NthSelectorData};

use crate::page::index::Key;
use crate::page::tag::Tag;

/// Compounds with combinators between, left to right: `.info > a`.
#[derive(Clone)]
pub(super) struct Complex(pub(super) Vec<Compound>);

/// What one element must be: `a.name[href]`.
#[derive(Clone)]
pub(super) struct Compound {
    /// How it stands to the compound on its left; of the first one in `:has()`, to the element that has.
    pub(super) link: Option<Combinator>,
    /// The one test that the index answers.
    pub(super) key: Key,
    pub(super) tests: Vec<Test>,
    pub(super) sets: Vec<SetTest>,
}

/// What an element shows by itself.
#[derive(Clone)]
pub(super) enum Test {
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
pub(super) struct Attr {
    /// `None` for any.
    pub(super) namespace: Option<Namespace>,
    pub(super) name: LocalName,
    pub(super) lower: LocalName,
    pub(super) value: Option<(AttrSelectorOperator, ParsedCaseSensitivity, String)>,
}

/// What only an element's surroundings show.
#[derive(Clone)]
pub(super) enum SetTest {
    Nth(NthSelectorData),
    Has(Vec<Complex>),
    Any(Vec<Complex>),
    NotAny(Vec<Complex>),
}
