//! Items of related lists as they were read, kept for whoever is led to the same links again. Not how they are read, nor whether they belong.

use std::cell::RefCell;
use std::collections::HashMap;

use crate::article::RelatedItem;
use crate::grammar::address::Sort;
use crate::page::dom::NodeId;

/// An item with what its address says.
#[derive(Debug, Clone)]
pub(crate) struct Entry {
    pub(crate) item: RelatedItem,
    pub(crate) sort: Sort,
    /// How its address is built.
    pub(crate) skeleton: String,
}

/// Items of a rule's lists, by link and element around it: a label leads to the same links again.
#[derive(Debug, Default)]
pub(crate) struct ReadItems(RefCell<HashMap<(NodeId, NodeId), Option<Entry>>>);

impl ReadItems {
    /// What a link gave with this element around it, if that is known; it may be no item.
    pub(crate) fn get(&self, anchor: NodeId, element: NodeId) -> Option<Option<Entry>> {
        self.0.borrow().get(&(anchor, element)).cloned()
    }

    pub(crate) fn keep(&self, anchor: NodeId, element: NodeId, entry: Option<Entry>) {
        self.0.borrow_mut().insert((anchor, element), entry);
    }
}
