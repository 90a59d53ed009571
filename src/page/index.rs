//! Where the ids, classes and element names of a page stand, each list in document order. Made when the first selector is asked for.

use html5ever::local_name;

use crate::page::html::nodes::Element;
use crate::page::tag::Tag;

/// What finds the elements that a compound may mean.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Key {
    All,
    /// Elements of this name; names the crate has no use for lie in one list.
    Name(Tag),
    /// An id or a class, by its hash. Another word of the same hash makes the list longer, not wrong: the word itself is a test as well.
    Class(u32),
    Id(u32),
}

impl Key {
    pub(super) fn id(id: &str) -> Self {
        Self::Id(hash(b'#', id))
    }

    pub(super) fn class(class: &str) -> Self {
        Self::Class(hash(b'.', class))
    }

    /// Takes the other key if it promises fewer elements.
    pub(super) fn narrow(&mut self, other: Self) {
        let rank = |key: &Self| match key {
            Self::All => 0,
            Self::Name(_) => 1,
            Self::Class(_) => 2,
            Self::Id(_) => 3,
        };
        if rank(&other) > rank(self) {
            *self = other;
        }
    }
}

/// FNV-1a: words are a few bytes long.
fn hash(kind: u8, word: &str) -> u32 {
    let start = 0x811c_9dc5_u32 ^ u32::from(kind);
    word.bytes()
        .fold(start, |h, b| (h ^ u32::from(b)).wrapping_mul(0x0100_0193))
}

/// The end of a chain.
const NONE: u32 = u32::MAX;
/// Chains of words.
const CHAINS: usize = 1024;
/// More than there are tags.
const TAGS: usize = 256;

/// Chains of elements, each in document order.
#[derive(Debug)]
pub(super) struct Index {
    heads: Vec<u32>,
    words: Vec<Word>,
    /// By tag: the first element of that name, and how many there are.
    names: Vec<(u32, u32)>,
    /// By element: the next one of its name.
    next: Vec<u32>,
}

#[derive(Debug)]
struct Word {
    hash: u32,
    element: u32,
    next: u32,
}

impl Index {
    /// Takes the elements of a page of `len` nodes from the last to the first, so that chains come out from the first to the last.
    pub(super) fn new<'a>(
        len: usize,
        elements: impl Iterator<Item = (u32, Tag, Element<'a>)>,
    ) -> Self {
        let mut index = Self {
            heads: vec![NONE; CHAINS],
            words: Vec::with_capacity(len / 2),
            names: vec![(NONE, 0); TAGS],
            next: vec![NONE; len],
        };
        for (ix, tag, element) in elements {
            let (first, count) = &mut index.names[tag as usize];
            index.next[ix as usize] = *first;
            *first = ix;
            *count += 1;
            for attribute in element.attrs {
                let (name, value) = (&attribute.name, &attribute.value);
                if name.local == local_name!("class") {
                    for class in value.split_ascii_whitespace() {
                        index.add(hash(b'.', class), ix);
                    }
                } else if name.local == local_name!("id") {
                    index.add(hash(b'#', value), ix);
                }
            }
        }
        index
    }

    fn add(&mut self, hash: u32, element: u32) {
        let head = &mut self.heads[hash as usize % CHAINS];
        self.words.push(Word {
            hash,
            element,
            next: *head,
        });
        *head = self.words.len() as u32 - 1;
    }

    /// Whether there is any element of this key.
    pub(super) fn has(&self, key: Key) -> bool {
        match key {
            Key::All => true,
            Key::Name(tag) => self.count(tag) > 0,
            Key::Class(hash) | Key::Id(hash) => self.with(hash).next().is_some(),
        }
    }

    /// How many elements may have this name.
    pub(super) fn count(&self, tag: Tag) -> usize {
        let other = if tag == Tag::Other {
            0
        } else {
            self.names[Tag::Other as usize].1
        };
        (self.names[tag as usize].1 + other) as usize
    }

    /// The elements of an id or class, in document order.
    pub(super) fn with(&self, hash: u32) -> impl Iterator<Item = u32> {
        let mut at = self.heads[hash as usize % CHAINS];
        let mut last = NONE;
        std::iter::from_fn(move || {
            loop {
                let word = self.words.get(at as usize)?;
                at = word.next;
                // An element may name a class twice.
                if word.hash == hash && word.element != last {
                    last = word.element;
                    return Some(last);
                }
            }
        })
    }

    /// The elements that may have this name, in document order: a drawing's `a` is `Tag::Other`, as are all names that `Tag` lacks.
    pub(super) fn named(&self, tag: Tag) -> impl Iterator<Item = u32> {
        let mut own = self.names[tag as usize].0;
        let mut other = match tag {
            Tag::Other => NONE,
            _ => self.names[Tag::Other as usize].0,
        };
        std::iter::from_fn(move || {
            let from = if own < other { &mut own } else { &mut other };
            let element = *from;
            *from = *self.next.get(element as usize)?;
            Some(element)
        })
    }
}
