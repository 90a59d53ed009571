//! Reads tags: name and attributes. Does not know what a tag does.

use std::collections::HashSet;
use std::ops::Range;

use html5ever::tendril::StrTendril;
use html5ever::tokenizer::{Tag, TagKind};
use html5ever::{Attribute, LocalName, QualName, ns};
use memchr::memchr_iter;

use crate::error::Error;
use crate::page::html::budget::Budget;
use crate::page::html::entity;
use crate::page::html::names::Names;
use crate::page::html::source::{
    CLOSING, END, EQUALS, SPACE, Source, find, find2, skip, until, without_null,
};

/// Up to so many attributes are compared one by one.
const FEW: usize = 16;

/// Reads tags, each into the same memory.
pub(super) struct Tags<'a> {
    source: &'a Source,
    budget: &'a Budget<'a>,
    names: Names,
    /// Where the name of the tag read last stands.
    pub(super) name: Range<usize>,
    attributes: Vec<Attribute>,
    /// The names of the attributes, once they are more than a few.
    known: HashSet<LocalName>,
    duplicate: bool,
    /// A value with references in it, as it is made.
    value: String,
}

impl<'a> Tags<'a> {
    pub(super) fn new(source: &'a Source, budget: &'a Budget<'a>) -> Self {
        Self {
            source,
            budget,
            names: Names::new(),
            name: 0..0,
            attributes: Vec::with_capacity(FEW),
            known: HashSet::new(),
            duplicate: false,
            value: String::new(),
        }
    }

    /// Reads the tag whose name starts at `from`; returns the place behind it too. None if the page ends within the tag: then
    /// there is none.
    pub(super) fn read(
        &mut self,
        kind: TagKind,
        from: usize,
    ) -> Result<Option<(Tag, usize)>, Error> {
        let bytes = self.source.bytes();
        self.attributes.clear();
        self.duplicate = false;
        self.name = from..until(bytes, from, SPACE | CLOSING);
        let mut at = self.name.end;
        if bytes.get(at) == Some(&b'>') {
            // Most tags: no attributes.
            let tag = Tag {
                kind,
                name: self.local(from, at),
                self_closing: false,
                attrs: Vec::new(),
                had_duplicate_attributes: false,
            };
            return Ok(Some((tag, at + 1)));
        }
        let self_closing = loop {
            at = skip(bytes, at, SPACE);
            match bytes.get(at) {
                None => return Ok(None),
                Some(b'>') => break false,
                Some(b'/') => {
                    at += 1;
                    if bytes.get(at) == Some(&b'>') {
                        break true;
                    }
                }
                Some(_) => match self.attribute(kind, at)? {
                    None => return Ok(None),
                    Some(behind) => at = behind,
                },
            }
        };
        let mut attrs = Vec::with_capacity(self.attributes.len());
        attrs.append(&mut self.attributes);
        let tag = Tag {
            kind,
            name: self.local(self.name.start, self.name.end),
            self_closing,
            attrs,
            had_duplicate_attributes: self.duplicate,
        };
        Ok(Some((tag, at + 1)))
    }

    /// Reads the attribute whose name starts at `from`; returns the place behind it.
    #[inline]
    fn attribute(&mut self, kind: TagKind, from: usize) -> Result<Option<usize>, Error> {
        let bytes = self.source.bytes();
        // A name may start with `=`.
        let end = until(bytes, from + 1, SPACE | CLOSING | EQUALS);
        let mut at = skip(bytes, end, SPACE);
        // Where the value starts and ends, and whether it may hold references.
        let mut value = (at, at, false);
        if bytes.get(at) == Some(&b'=') {
            at = skip(bytes, at + 1, SPACE);
            match bytes.get(at) {
                None => return Ok(None),
                Some(b'>') => {}
                Some(&quote @ (b'"' | b'\'')) => {
                    let start = at + 1;
                    at = find2(bytes, start, quote, b'&');
                    let refers = bytes.get(at) == Some(&b'&');
                    if refers {
                        at = find(bytes, at, quote);
                    }
                    if at == bytes.len() {
                        return Ok(None);
                    }
                    value = (start, at, refers);
                    at += 1;
                }
                Some(_) => {
                    let start = at;
                    at = until(bytes, at, SPACE | END);
                    value = (start, at, bytes[start..at].contains(&b'&'));
                }
            }
        }
        // End tags have no attributes, whatever they say.
        if kind == TagKind::StartTag {
            self.push(from, end, value)?;
        }
        Ok(Some(at))
    }

    #[inline]
    fn push(
        &mut self,
        from: usize,
        to: usize,
        (start, end, refers): (usize, usize, bool),
    ) -> Result<(), Error> {
        let local = self.local(from, to);
        if self.is_known(&local) {
            self.duplicate = true;
            return Ok(());
        }
        let value = if refers {
            self.decoded(start, end)
        } else {
            self.source.piece(start, end)
        };
        let name = QualName::new(None, ns!(), local);
        self.attributes.push(Attribute { name, value });
        self.budget.check_attributes(self.attributes.len())
    }

    fn is_known(&mut self, name: &LocalName) -> bool {
        if self.attributes.len() < FEW {
            return self.attributes.iter().any(|a| a.name.local == *name);
        }
        if self.attributes.len() == FEW {
            self.known.clear();
            let names = self.attributes.iter().map(|a| a.name.local.clone());
            self.known.extend(names);
        }
        !self.known.insert(name.clone())
    }

    fn local(&mut self, from: usize, to: usize) -> LocalName {
        self.names.get(self.source, from, to, self.budget)
    }

    /// A value with references in it.
    fn decoded(&mut self, from: usize, to: usize) -> StrTendril {
        let bytes = &self.source.bytes()[..to];
        self.value.clear();
        let mut done = from;
        for at in memchr_iter(b'&', &bytes[from..]) {
            let at = from + at;
            if let Some(found) = entity::in_value(&bytes[at..]) {
                self.value.push_str(self.source.str(done, at));
                found.push_to(&mut self.value);
                done = at + found.len;
            }
        }
        if done == from {
            return self.source.piece(from, to);
        }
        self.value.push_str(self.source.str(done, to));
        if self.source.has_null() {
            self.value = without_null(&self.value);
        }
        StrTendril::from_slice(&self.value)
    }
}
