//! What a result may still take from a page: text written more often than the page has it, and parts. Counted where they are made.
//!
//! Most text of a result stands once in the page, so the page's bytes bound it. An address is another matter: a page of 190 000
//! pictures is 4 MB, and each may have the base's 4 KB before its own name. So may a caption that a box lends to all its pictures, or a
//! link around ten thousand pieces of text. What is made so is counted here, and when it is too much the page is refused.

use std::cell::Cell;

use crate::error::{Error, Limit};
use crate::limits::Limits;

/// So many bytes are free: a short page may have a long address.
const FREE: usize = 4 << 20;

/// What is left to a page, and what of it ran out first.
#[derive(Debug)]
pub(crate) struct Allowance {
    source: usize,
    text: Cell<usize>,
    parts: Cell<usize>,
    refused: Cell<Option<(Limit, usize)>>,
}

impl Allowance {
    /// That of a page of so many bytes.
    pub(super) fn new(limits: &Limits, bytes: usize) -> Self {
        Self {
            source: bytes,
            text: Cell::new(limits.text.saturating_mul(bytes).saturating_add(FREE)),
            parts: Cell::new(limits.parts),
            refused: Cell::new(None),
        }
    }

    /// Bytes of the page.
    pub(crate) fn source(&self) -> usize {
        self.source
    }

    /// Whether an address or a caption may be written into the result.
    pub(crate) fn text(&self, text: &str) -> bool {
        self.take(&self.text, text.len(), Limit::Text)
    }

    /// Whether so many blocks, inlines, cells and items may be added.
    pub(crate) fn parts(&self, parts: usize) -> bool {
        self.take(&self.parts, parts, Limit::Parts)
    }

    fn take(&self, left: &Cell<usize>, wanted: usize, what: Limit) -> bool {
        match left.get().checked_sub(wanted) {
            Some(rest) => {
                left.set(rest);
                self.refused.get().is_none()
            }
            None => {
                if self.refused.get().is_none() {
                    self.refused.set(Some((what, wanted - left.get())));
                }
                false
            }
        }
    }

    /// Whether something was refused: what is made after that is thrown away.
    pub(crate) fn is_spent(&self) -> bool {
        self.refused.get().is_some()
    }

    /// The error, if something was refused.
    pub(crate) fn check(&self, limits: &Limits) -> Result<(), Error> {
        match self.refused.get() {
            None => Ok(()),
            Some((Limit::Parts, beyond)) => Err(Error::limit(
                Limit::Parts,
                limits.parts,
                limits.parts + beyond,
            )),
            // In bytes of text for each byte of input, as the limit is.
            Some((what, _)) => Err(Error::limit(what, limits.text, limits.text + 1)),
        }
    }
}
