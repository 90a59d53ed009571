//! A run of sibling nodes, and nothing of what it may be.

use crate::page::dom::{Dom, NodeId};

/// A run of sibling nodes: everything from `from` up to `to`, in document order.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct SiblingRange {
    pub(crate) from: NodeId,
    pub(crate) to: NodeId,
}

impl SiblingRange {
    pub(crate) fn of(dom: &Dom, ix: NodeId) -> Self {
        Self {
            from: ix,
            to: dom.end(ix),
        }
    }

    pub(crate) fn contains(&self, ix: NodeId) -> bool {
        self.from <= ix && ix < self.to
    }
}
