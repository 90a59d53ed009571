//! What reading one page may cost: attributes, nodes, depth, and the steps the tree builder takes. Counts; does not read.
//!
//! The tree builder walks the elements that are open for most tags, and the list of formatting elements for some. That is little on
//! a page and quadratic on a page made to hurt: 250 000 `</x>` below 500 open `span` look at 125 million elements. Every element
//! looked at is a step, and a page has so many for each byte.

use std::cell::Cell;

use crate::error::{Error, Limit};
use crate::limits::Limits;
use crate::page::html::nodes::Nodes;

/// So many bytes' worth of steps are free: a short page may be odd.
const FREE: usize = 1 << 16;

/// After so many steps nodes, depth and steps are looked at again. A tag takes some ten.
const OFTEN: u64 = 1024;

/// Of so many formatting elements one is looked at, for all.
const SAMPLE: usize = 7;

/// So many attributes weigh as much as a node.
const ATTRIBUTES_A_NODE: usize = 8;

/// Counts what a page has cost so far.
pub(super) struct Budget<'a> {
    limits: &'a Limits,
    steps: Cell<u64>,
    /// How many there were when they were looked at last.
    checked: Cell<u64>,
    /// Formatting elements opened.
    formatting: Cell<usize>,
    /// On all elements.
    attributes: Cell<usize>,
    /// The most on an element that was given more later: those of a second `html` or `body` go to the first.
    merged: Cell<usize>,
}

impl<'a> Budget<'a> {
    pub(super) fn new(limits: &'a Limits) -> Self {
        Self {
            limits,
            steps: Cell::new(0),
            checked: Cell::new(0),
            formatting: Cell::new(0),
            attributes: Cell::new(0),
            merged: Cell::new(0),
        }
    }

    /// The most nodes a tree may have.
    pub(super) fn nodes(&self) -> usize {
        self.limits.nodes
    }

    /// One element was looked at.
    #[inline]
    pub(super) fn step(&self) {
        self.steps.set(self.steps.get() + 1);
    }

    #[inline]
    pub(super) fn steps(&self, steps: usize) {
        self.steps.set(self.steps.get() + steps as u64);
    }

    /// An element was made with so many attributes.
    #[inline]
    pub(super) fn element(&self, attributes: usize) {
        self.attributes.set(self.attributes.get() + attributes);
        self.steps(1 + attributes);
    }

    /// A formatting element was opened. What it cost to compare it with those around it is asked of one in seven.
    #[inline]
    pub(super) fn formatting(&self, steps: impl FnOnce() -> usize) {
        let opened = self.formatting.get() + 1;
        self.formatting.set(opened);
        if opened.is_multiple_of(SAMPLE) {
            self.steps(steps() * SAMPLE);
        }
    }

    /// An element now has so many attributes.
    pub(super) fn merged(&self, attributes: usize) {
        self.merged.set(self.merged.get().max(attributes));
    }

    /// Whether a page may be so long. Places in it are kept in 32 bits.
    pub(super) fn check_bytes(&self, bytes: usize) -> Result<(), Error> {
        let limit = self.limits.bytes.min(u32::MAX as usize);
        if bytes > limit {
            return Err(Error::limit(Limit::Bytes, limit, bytes));
        }
        Ok(())
    }

    /// Whether one element may have so many attributes.
    #[inline]
    pub(super) fn check_attributes(&self, attributes: usize) -> Result<(), Error> {
        if attributes > self.limits.attributes {
            return Err(Error::limit(
                Limit::Attributes,
                self.limits.attributes,
                attributes,
            ));
        }
        Ok(())
    }

    /// Whether so much has happened since nodes, depth and steps were looked at last that they should be again.
    #[inline]
    pub(super) fn is_due(&self) -> bool {
        self.steps.get() - self.checked.get() >= OFTEN
    }

    /// Whether reading may go on, with `read` bytes read and `tree` made of them.
    pub(super) fn check(&self, tree: &Nodes, read: usize) -> Result<(), Error> {
        let Limits {
            nodes, depth, work, ..
        } = *self.limits;
        self.checked.set(self.steps.get());
        self.check_attributes(self.merged.get())?;
        let made = tree.len() + self.attributes.get() / ATTRIBUTES_A_NODE;
        if made > nodes {
            return Err(Error::limit(Limit::Nodes, nodes, made));
        }
        // The node made last is about as deep as the tree is now.
        let deep = tree.ancestors(tree.newest()).take(depth + 1).count();
        if deep > depth {
            return Err(Error::limit(Limit::Depth, depth, deep));
        }
        let each = usize::try_from(self.steps.get()).unwrap_or(usize::MAX) / (read + FREE);
        if each > work {
            return Err(Error::limit(Limit::Work, work, each));
        }
        Ok(())
    }
}
