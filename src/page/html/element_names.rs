//! The names of a page's elements, each kept once. Elements know theirs by its number, so that nothing is borrowed to say it.

use std::cell::{Cell, OnceCell};

use html5ever::{QualName, ns};

use crate::page::tag::Tag;

/// The number of a name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::page) struct NameId(u32);

impl NameId {
    /// Of what has no name.
    pub(super) const NONE: Self = Self(u32::MAX);
}

/// Names in the first row; each further one has twice as many as the one before. Pages have some 40 names.
const FIRST: usize = 64;
/// Rows that are enough for all there can be.
const ROWS: usize = 27;
/// Places where a name is looked for, by its hash.
const PLACES: usize = 256;

/// All names, in the order they came. Only ever added to, so that a name once found stays where it is.
pub(super) struct ElementNames {
    rows: [OnceCell<Box<[OnceCell<Name>]>>; ROWS],
    count: Cell<u32>,
    /// The name that came last of each place; a name whose place another took is kept twice.
    latest: Box<[Cell<u32>; PLACES]>,
}

#[derive(Debug)]
struct Name {
    name: QualName,
    tag: Tag,
}

impl std::fmt::Debug for ElementNames {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "ElementNames({})", self.count.get())
    }
}

impl ElementNames {
    pub(super) fn new() -> Self {
        Self {
            rows: Default::default(),
            count: Cell::new(0),
            latest: Box::new([const { Cell::new(u32::MAX) }; PLACES]),
        }
    }

    /// The number of a name.
    #[inline]
    pub(super) fn number(&self, name: QualName) -> NameId {
        let latest = &self.latest[name.local.get_hash() as usize % PLACES];
        let known = NameId(latest.get());
        if self.find(known).is_some_and(|known| known.name == name) {
            return known;
        }
        let new = self.add(name);
        latest.set(new.0);
        new
    }

    #[cold]
    fn add(&self, name: QualName) -> NameId {
        let id = NameId(self.count.get());
        self.count.set(id.0 + 1);
        let (row, at) = place(id);
        let names = self.rows[row].get_or_init(|| {
            let row = FIRST << row;
            (0..row).map(|_| OnceCell::new()).collect()
        });
        let tag = match Tag::of(&name.local) {
            tag if name.ns != ns!(html) && tag.is_html_only() => Tag::Other,
            tag => tag,
        };
        names[at].get_or_init(|| Name { name, tag });
        id
    }

    #[inline]
    fn find(&self, id: NameId) -> Option<&Name> {
        let (row, at) = place(id);
        self.rows.get(row)?.get()?.get(at)?.get()
    }

    #[inline]
    pub(super) fn get(&self, id: NameId) -> &QualName {
        &self
            .find(id)
            .expect("only elements are asked for names")
            .name
    }

    #[inline]
    pub(super) fn tag(&self, id: NameId) -> Tag {
        self.find(id).map_or(Tag::Other, |name| name.tag)
    }
}

/// In which row a name is, and where in it.
#[inline]
fn place(id: NameId) -> (usize, usize) {
    let at = id.0 as usize;
    if at < FIRST {
        return (0, at);
    }
    let row = (at / FIRST + 1).ilog2() as usize;
    (row, at - FIRST * ((1 << row) - 1))
}

#[cfg(test)]
mod tests {
    use html5ever::LocalName;

    use super::*;

    #[test]
    fn names_keep_their_numbers() {
        let names = ElementNames::new();
        let name = |i: u32| QualName::new(None, ns!(html), LocalName::from(format!("name-{i}")));
        let numbers: Vec<NameId> = (0..1000).map(|i| names.number(name(i))).collect();
        for (i, &number) in numbers.iter().enumerate() {
            assert_eq!(*names.get(number), name(i as u32));
            assert_eq!(*names.get(names.number(name(i as u32))), name(i as u32));
        }
        let div = |ns| QualName::new(None, ns, LocalName::from("a"));
        assert_eq!(names.tag(names.number(div(ns!(html)))), Tag::A);
        assert_eq!(names.number(div(ns!(html))), names.number(div(ns!(html))));
    }
}
