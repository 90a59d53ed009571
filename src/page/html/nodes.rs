//! The nodes of a tree, what each holds, and how they hang together. Not what makes a tree of a page (see `tree`).
//!
//! Nodes lie in the order they were made in and name each other by their places: 48 bytes each, where a page has one for every thirty
//! bytes or so.

use html5ever::tendril::StrTendril;
use html5ever::{Attribute, QualName};

use crate::page::html::element_names::{ElementNames, NameId};
use crate::page::tag::Tag;

/// A node, by its place among all that were made.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(in crate::page) struct Id(u32);

impl Id {
    /// The document, or the piece of one.
    pub(in crate::page) const ROOT: Self = Self(0);

    pub(in crate::page) fn at(self) -> usize {
        self.0 as usize
    }
}

/// No node.
const NONE: u32 = u32::MAX;

fn some(id: u32) -> Option<Id> {
    (id != NONE).then_some(Id(id))
}

/// What a node is. What doctypes, comments and instructions say only the tests ask.
#[derive(Debug)]
#[cfg_attr(not(any(test, fuzzing)), expect(dead_code))]
pub(in crate::page) enum Value {
    Document,
    /// A piece of a page, or what a `template` holds.
    Fragment,
    /// Name, public and system identifier.
    Doctype(Box<[StrTendril; 3]>),
    Comment(StrTendril),
    /// Target and data.
    Instruction(Box<[StrTendril; 2]>),
    Text(StrTendril),
    Element {
        name: NameId,
        attrs: Box<[Attribute]>,
    },
}

#[derive(Debug)]
struct Node {
    parent: u32,
    before: u32,
    after: u32,
    first: u32,
    last: u32,
    value: Value,
}

/// Nodes as they are made. Whoever makes them sees to it that none becomes its own ancestor.
#[derive(Debug)]
pub(super) struct Nodes(Vec<Node>);

impl Nodes {
    /// `root` alone, with room for so many.
    pub(super) fn new(root: Value, room: usize) -> Self {
        let mut nodes = Self(Vec::with_capacity(room));
        nodes.make(root);
        nodes
    }

    /// A node that hangs nowhere yet.
    #[inline]
    pub(super) fn make(&mut self, value: Value) -> Id {
        let id = Id(self.0.len() as u32);
        self.0.push(Node {
            parent: NONE,
            before: NONE,
            after: NONE,
            first: NONE,
            last: NONE,
            value,
        });
        id
    }

    pub(super) fn len(&self) -> usize {
        self.0.len()
    }

    /// The node made last.
    pub(super) fn newest(&self) -> Id {
        Id(self.0.len() as u32 - 1)
    }

    pub(super) fn value(&self, id: Id) -> &Value {
        &self.0[id.at()].value
    }

    pub(super) fn parent(&self, id: Id) -> Option<Id> {
        some(self.0[id.at()].parent)
    }

    pub(super) fn first_child(&self, id: Id) -> Option<Id> {
        some(self.0[id.at()].first)
    }

    /// Its parent, that one's parent and so on.
    pub(super) fn ancestors(&self, id: Id) -> impl Iterator<Item = Id> + '_ {
        std::iter::successors(self.parent(id), |&outer| self.parent(outer))
    }

    /// Hangs `child`, wherever it hung before, below `parent` as its last.
    #[inline]
    pub(super) fn append(&mut self, parent: Id, child: Id) {
        self.detach(child);
        let outer = &mut self.0[parent.at()];
        let before = std::mem::replace(&mut outer.last, child.0);
        match some(before) {
            Some(before) => self.0[before.at()].after = child.0,
            None => outer.first = child.0,
        }
        let inner = &mut self.0[child.at()];
        inner.parent = parent.0;
        inner.before = before;
    }

    /// Adds text behind the last child of `parent`, to that child if it is text.
    #[inline]
    pub(super) fn append_text(&mut self, parent: Id, text: StrTendril) {
        let last = self.0[parent.at()].last;
        if let Some(text) = self.joined(last, text) {
            let child = self.make(Value::Text(text));
            self.append(parent, child);
        }
    }

    /// Hangs `child` right before `sibling`, if that hangs anywhere.
    pub(super) fn insert(&mut self, sibling: Id, child: Id) {
        self.detach(child);
        let Some(parent) = self.parent(sibling) else {
            return;
        };
        let before = std::mem::replace(&mut self.0[sibling.at()].before, child.0);
        match some(before) {
            Some(before) => self.0[before.at()].after = child.0,
            None => self.0[parent.at()].first = child.0,
        }
        let inner = &mut self.0[child.at()];
        inner.parent = parent.0;
        inner.before = before;
        inner.after = sibling.0;
    }

    /// Adds text right before `sibling`, if that hangs anywhere: to the text there, if there is one.
    pub(super) fn insert_text(&mut self, sibling: Id, text: StrTendril) {
        let node = &self.0[sibling.at()];
        let before = node.before;
        if node.parent != NONE
            && let Some(text) = self.joined(before, text)
        {
            let child = self.make(Value::Text(text));
            self.insert(sibling, child);
        }
    }

    /// Adds text to a node that is text; else hands it back.
    #[inline]
    fn joined(&mut self, to: u32, text: StrTendril) -> Option<StrTendril> {
        let node = some(to).map(|id| &mut self.0[id.at()].value);
        match node {
            Some(Value::Text(known)) => {
                known.push_tendril(&text);
                None
            }
            _ => Some(text),
        }
    }

    /// Takes a node, with what is below it, from where it hangs.
    #[inline]
    pub(super) fn detach(&mut self, id: Id) {
        let node = &mut self.0[id.at()];
        let parent = std::mem::replace(&mut node.parent, NONE);
        let before = std::mem::replace(&mut node.before, NONE);
        let after = std::mem::replace(&mut node.after, NONE);
        let Some(parent) = some(parent) else {
            return;
        };
        match some(before) {
            Some(before) => self.0[before.at()].after = after,
            None => self.0[parent.at()].first = after,
        }
        match some(after) {
            Some(after) => self.0[after.at()].before = before,
            None => self.0[parent.at()].last = before,
        }
    }

    /// Hangs all children of `from` below `to`, behind its own.
    pub(super) fn move_children(&mut self, from: Id, to: Id) {
        let node = &mut self.0[from.at()];
        let first = std::mem::replace(&mut node.first, NONE);
        let last = std::mem::replace(&mut node.last, NONE);
        let mut child = first;
        while let Some(id) = some(child) {
            let node = &mut self.0[id.at()];
            node.parent = to.0;
            child = node.after;
        }
        let Some(id) = some(first) else {
            return;
        };
        let outer = &mut self.0[to.at()];
        let before = std::mem::replace(&mut outer.last, last);
        match some(before) {
            Some(before) => self.0[before.at()].after = first,
            None => outer.first = first,
        }
        self.0[id.at()].before = before;
    }

    /// Adds attributes to an element that has none of their names; returns how many it has then.
    pub(super) fn add_attributes(&mut self, id: Id, more: Vec<Attribute>) -> usize {
        let Value::Element { attrs, .. } = &mut self.0[id.at()].value else {
            return 0;
        };
        let mut all = std::mem::take(attrs).into_vec();
        for attribute in more {
            if all.iter().all(|known| known.name != attribute.name) {
                all.push(attribute);
            }
        }
        *attrs = all.into_boxed_slice();
        attrs.len()
    }

    /// The tree they are, when all are made.
    pub(super) fn finish(mut self, names: ElementNames) -> Tree {
        self.0.shrink_to_fit();
        Tree { nodes: self, names }
    }
}

/// A tree: what a page is read to.
#[derive(Debug)]
pub(in crate::page) struct Tree {
    nodes: Nodes,
    names: ElementNames,
}

/// An element of a tree.
#[derive(Clone, Copy)]
pub(in crate::page) struct Element<'a> {
    pub(in crate::page) name: &'a QualName,
    /// As they stand in the tag.
    pub(in crate::page) attrs: &'a [Attribute],
}

impl Tree {
    /// How many nodes were made, those that hang nowhere among them.
    pub(in crate::page) fn len(&self) -> usize {
        self.nodes.len()
    }

    /// All nodes, in the order they were made in.
    #[cfg(any(test, fuzzing))]
    pub(super) fn ids(&self) -> impl Iterator<Item = Id> + use<> {
        (0..self.len() as u32).map(Id)
    }

    pub(in crate::page) fn value(&self, id: Id) -> &Value {
        self.nodes.value(id)
    }

    pub(in crate::page) fn parent(&self, id: Id) -> Option<Id> {
        self.nodes.parent(id)
    }

    pub(in crate::page) fn first_child(&self, id: Id) -> Option<Id> {
        self.nodes.first_child(id)
    }

    pub(in crate::page) fn next_sibling(&self, id: Id) -> Option<Id> {
        some(self.nodes.0[id.at()].after)
    }

    pub(in crate::page) fn previous_sibling(&self, id: Id) -> Option<Id> {
        some(self.nodes.0[id.at()].before)
    }

    pub(in crate::page) fn children(&self, id: Id) -> impl Iterator<Item = Id> + '_ {
        std::iter::successors(self.first_child(id), |&child| self.next_sibling(child))
    }

    /// A node and all below it, in document order.
    pub(in crate::page) fn subtree(&self, top: Id) -> impl Iterator<Item = Id> + '_ {
        std::iter::successors(Some(top), move |&id| {
            let mut at = id;
            self.first_child(id).or_else(|| {
                while at != top {
                    if let Some(next) = self.next_sibling(at) {
                        return Some(next);
                    }
                    at = self.parent(at)?;
                }
                None
            })
        })
    }

    pub(in crate::page) fn text(&self, id: Id) -> Option<&str> {
        match self.value(id) {
            Value::Text(text) => Some(text),
            _ => None,
        }
    }

    #[inline]
    pub(in crate::page) fn attrs(&self, id: Id) -> &[Attribute] {
        match self.value(id) {
            Value::Element { attrs, .. } => attrs,
            _ => &[],
        }
    }

    #[inline]
    pub(in crate::page) fn element(&self, id: Id) -> Option<Element<'_>> {
        match self.value(id) {
            Value::Element { name, attrs } => Some(Element {
                name: self.names.get(*name),
                attrs,
            }),
            _ => None,
        }
    }

    /// What the crate calls the elements of a name.
    #[inline]
    pub(in crate::page) fn tag(&self, name: NameId) -> Tag {
        self.names.tag(name)
    }
}
