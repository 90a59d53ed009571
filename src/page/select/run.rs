//! Answering a selector: lists of elements in document order, narrowed compound by compound.

use std::collections::HashMap;

use html5ever::{Attribute, LocalName, QualName, local_name, ns};
use selectors::attr::{CaseSensitivity, ParsedCaseSensitivity};
use selectors::parser::{Combinator, NthSelectorData};

use crate::page::dom::{Dom, NodeId};
use crate::page::html::nodes::Element;
use crate::page::index::{Index, Key};
use crate::page::select::parts::{Attr, Complex, Compound, SetTest, Test};
use crate::page::tag::Tag;

/// Elements in document order, each once.
type Set = Vec<u32>;

/// The elements that match one of the list.
pub(super) fn any(dom: &Dom, list: &[Complex]) -> Set {
    let run = Run {
        dom,
        index: dom.select_index(),
    };
    run.any(list)
}

struct Run<'a> {
    dom: &'a Dom,
    index: &'a Index,
}

impl Run<'_> {
    fn any(&self, list: &[Complex]) -> Set {
        if let [one] = list {
            return self.complex(one);
        }
        let mut all: Set = list.iter().flat_map(|one| self.complex(one)).collect();
        all.sort_unstable();
        all.dedup();
        all
    }

    fn complex(&self, complex: &Complex) -> Set {
        if !self.may_match(complex) {
            return Set::new();
        }
        let mut found = Set::new();
        for compound in &complex.0 {
            let set = match compound.link {
                None => self.candidates(compound.key),
                Some(link) => self.beside(compound.key, link, &found),
            };
            found = self.compound(compound, set);
            if found.is_empty() {
                break;
            }
        }
        found
    }

    /// Whether the page has, for each compound, some element of its key.
    fn may_match(&self, complex: &Complex) -> bool {
        complex
            .0
            .iter()
            .all(|compound| self.index.has(compound.key))
    }

    /// The elements at the left end of what `:has()` asks for, and how they stand to the element that has them.
    fn relative(&self, complex: &Complex) -> Option<(Combinator, Set)> {
        if !self.may_match(complex) {
            return None;
        }
        let mut wanted: Option<(Combinator, Set)> = None;
        for compound in complex.0.iter().rev() {
            let mut set = self.candidates(compound.key);
            if let Some((link, right)) = &wanted {
                self.keep_leading(&mut set, *link, right);
            }
            let set = self.compound(compound, set);
            if set.is_empty() {
                return None;
            }
            wanted = Some((compound.link?, set));
        }
        wanted
    }

    /// Of `set`, the elements that pass all tests.
    fn compound(&self, compound: &Compound, mut set: Set) -> Set {
        for test in &compound.tests {
            if set.is_empty() {
                return set;
            }
            set.retain(|&ix| self.passes(ix, test));
        }
        for test in &compound.sets {
            if set.is_empty() {
                return set;
            }
            match test {
                SetTest::Any(list) => keep(&mut set, &self.any(list), true),
                SetTest::NotAny(list) => keep(&mut set, &self.any(list), false),
                SetTest::Nth(nth) => self.keep_nth(&mut set, nth),
                SetTest::Has(list) => {
                    let mut have = Set::new();
                    for relative in list {
                        if let Some((link, right)) = self.relative(relative) {
                            let mut set = set.clone();
                            self.keep_leading(&mut set, link, &right);
                            have.append(&mut set);
                        }
                    }
                    have.sort_unstable();
                    have.dedup();
                    set = have;
                }
            }
        }
        set
    }

    fn candidates(&self, key: Key) -> Set {
        match key {
            Key::Id(hash) | Key::Class(hash) => self.index.with(hash).collect(),
            Key::Name(tag) => self.index.named(tag).collect(),
            Key::All => self.elements_between(1, self.dom.len() as u32).collect(),
        }
    }

    fn elements_between(&self, from: u32, to: u32) -> impl Iterator<Item = u32> {
        (from..to).filter(|&ix| self.dom.tag(NodeId(ix)) != Tag::Text)
    }

    /// The elements of this key that `link` leads to from one of `left`.
    fn beside(&self, key: Key, link: Combinator, left: &[u32]) -> Set {
        let inside = matches!(link, Combinator::Child | Combinator::Descendant);
        let listed = match key {
            Key::Name(tag) => self.index.count(tag),
            Key::All => self.dom.len(),
            Key::Class(_) | Key::Id(_) => 0,
        };
        let below = self.below(left);
        let mut set: Set = if inside
            && below
                .iter()
                .map(|(from, to)| (to - from) as usize)
                .sum::<usize>()
                < listed
        {
            let wanted = |ix: &u32| match key {
                Key::Name(name) => [name, Tag::Other].contains(&self.dom.name_tag(NodeId(*ix))),
                _ => true,
            };
            let parts = below
                .iter()
                .flat_map(|&(from, to)| self.elements_between(from, to));
            parts.filter(wanted).collect()
        } else {
            self.candidates(key)
        };
        match link {
            Combinator::Child => set.retain(|&ix| left.binary_search(&self.parent(ix)).is_ok()),
            Combinator::NextSibling => {
                let mut next: Set = left.iter().filter_map(|&ix| self.next(ix)).collect();
                next.sort_unstable();
                keep(&mut set, &next, true);
            }
            Combinator::LaterSibling => {
                let mut firsts: Vec<(u32, u32)> =
                    left.iter().map(|&ix| (self.parent(ix), ix)).collect();
                firsts.sort_unstable();
                firsts.dedup_by_key(|(parent, _)| *parent);
                set.retain(|&ix| {
                    let at = firsts.binary_search_by_key(&self.parent(ix), |(parent, _)| *parent);
                    at.is_ok_and(|at| firsts[at].1 < ix)
                });
            }
            _ => {
                let mut below = below.into_iter().peekable();
                set.retain(|&ix| {
                    while below.next_if(|&(_, to)| to <= ix).is_some() {}
                    below.peek().is_some_and(|&(from, _)| from <= ix)
                });
            }
        }
        set
    }

    /// What lies below these elements: parts of the page, none within another.
    fn below(&self, elements: &[u32]) -> Vec<(u32, u32)> {
        let mut parts: Vec<(u32, u32)> = Vec::new();
        for &ix in elements {
            let end = self.dom.end(NodeId(ix)).0;
            if parts.last().is_none_or(|&(_, to)| to < end) {
                parts.push((ix + 1, end));
            }
        }
        parts
    }

    /// Of `set`, the elements that `link` leads from to one of `right`.
    fn keep_leading(&self, set: &mut Set, link: Combinator, right: &[u32]) {
        match link {
            Combinator::Child => {
                let mut parents: Set = right.iter().map(|&ix| self.parent(ix)).collect();
                parents.sort_unstable();
                keep(set, &parents, true);
            }
            Combinator::NextSibling => {
                set.retain(|&ix| {
                    self.next(ix)
                        .is_some_and(|n| right.binary_search(&n).is_ok())
                });
            }
            Combinator::LaterSibling => {
                let mut lasts: Vec<(u32, u32)> = right
                    .iter()
                    .rev()
                    .map(|&ix| (self.parent(ix), ix))
                    .collect();
                lasts.sort_by_key(|(parent, _)| *parent);
                lasts.dedup_by_key(|(parent, _)| *parent);
                set.retain(|&ix| {
                    let at = lasts.binary_search_by_key(&self.parent(ix), |(parent, _)| *parent);
                    at.is_ok_and(|at| lasts[at].1 > ix)
                });
            }
            _ => set.retain(|&ix| {
                let next = right.partition_point(|&other| other <= ix);
                right
                    .get(next)
                    .is_some_and(|&other| other < self.dom.end(NodeId(ix)).0)
            }),
        }
    }

    /// Of `set`, the elements that stand at such a place among their siblings.
    fn keep_nth(&self, set: &mut Set, nth: &NthSelectorData) {
        let by_type = nth.ty.is_of_type();
        let mut parents: Set = set.iter().map(|&ix| self.parent(ix)).collect();
        parents.sort_unstable();
        parents.dedup();
        let from_start = !nth.ty.is_from_end() || nth.ty.is_only();
        let from_end = nth.ty.is_from_end() || nth.ty.is_only();
        let mut children = Set::new();
        let (mut ahead, mut back) = (Set::new(), Set::new());
        for parent in parents {
            children.clear();
            let below = self.dom.children(NodeId(parent));
            children.extend(
                below
                    .filter(|&ix| self.dom.tag(ix) != Tag::Text)
                    .map(|ix| ix.0),
            );
            if from_start {
                self.at_places(children.iter(), nth, by_type, &mut ahead);
            }
            if from_end {
                self.at_places(children.iter().rev(), nth, by_type, &mut back);
            }
        }
        for (asked, mut found) in [(from_start, ahead), (from_end, back)] {
            if asked {
                found.sort_unstable();
                keep(set, &found, true);
            }
        }
    }

    fn at_places<'s>(
        &self,
        siblings: impl Iterator<Item = &'s u32>,
        nth: &NthSelectorData,
        by_type: bool,
        found: &mut Set,
    ) {
        let mut types: HashMap<&QualName, i32> = HashMap::new();
        let mut all = 0;
        for &ix in siblings {
            let place = match self.dom.element(NodeId(ix)) {
                Some(element) if by_type => types.entry(element.name).or_default(),
                _ => &mut all,
            };
            *place += 1;
            if nth.an_plus_b.matches_index(*place) {
                found.push(ix);
            }
        }
    }

    fn parent(&self, ix: u32) -> u32 {
        self.dom.parent(NodeId(ix)).map_or(0, |parent| parent.0)
    }

    /// The element after this one among its siblings.
    fn next(&self, ix: u32) -> Option<u32> {
        let end = self.dom.end(self.dom.parent(NodeId(ix))?).0;
        let mut at = self.dom.end(NodeId(ix)).0;
        while at < end && self.dom.tag(NodeId(at)) == Tag::Text {
            at += 1;
        }
        (at < end).then_some(at)
    }

    fn passes(&self, ix: u32, test: &Test) -> bool {
        let is = NodeId(ix);
        match test {
            Test::Never => return false,
            Test::Root => return self.parent(ix) == 0 && self.dom.is_whole(),
            Test::Scope => return self.parent(ix) == 0,
            Test::Empty => return self.dom.is_childless(is),
            Test::Name { tag: Some(tag), .. } if self.dom.name_tag(is) == *tag => return true,
            Test::Name { tag: Some(_), .. } if self.dom.name_tag(is) != Tag::Other => return false,
            Test::Any(list) => return self.passes_one(ix, list),
            Test::NotAny(list) => return !self.passes_one(ix, list),
            _ => {}
        }
        let Some(element) = self.dom.element(is) else {
            return false;
        };
        match test {
            Test::Name { name, lower, .. } => element.name.local == *of_case(element, name, lower),
            Test::NoNamespace => element.name.ns == ns!(),
            Test::Id(id) => attr(element, &local_name!("id")).is_some_and(|value| *value == **id),
            Test::Class(class) => attr(element, &local_name!("class")).is_some_and(|value| {
                value.len() >= class.len() && value.split_ascii_whitespace().any(|c| *c == **class)
            }),
            Test::Attr(attr) => attr.matches(element),
            _ => false,
        }
    }

    fn passes_one(&self, ix: u32, list: &[Vec<Test>]) -> bool {
        list.iter()
            .any(|tests| tests.iter().all(|test| self.passes(ix, test)))
    }
}

fn attr<'e>(element: Element<'e>, wanted: &LocalName) -> Option<&'e str> {
    let mut attrs = element.attrs.iter();
    attrs.find(|a| a.name.local == *wanted).map(|a| &*a.value)
}

/// Names are lower case in HTML, whatever a selector says; in drawings and formulas they are as written.
fn of_case<'t>(element: Element<'_>, name: &'t LocalName, lower: &'t LocalName) -> &'t LocalName {
    match element.name.ns == ns!(html) {
        true => lower,
        false => name,
    }
}

impl Attr {
    fn matches(&self, element: Element<'_>) -> bool {
        let wanted = of_case(element, &self.name, &self.lower);
        element.attrs.iter().any(|Attribute { name, value }| {
            name.local == *wanted
                && self.namespace.as_ref().is_none_or(|ns| name.ns == *ns)
                && self.value.as_ref().is_none_or(|(operator, case, wanted)| {
                    operator.eval_str(value, wanted, sensitivity(*case, element))
                })
        })
    }
}

fn sensitivity(case: ParsedCaseSensitivity, element: Element<'_>) -> CaseSensitivity {
    match case {
        ParsedCaseSensitivity::AsciiCaseInsensitive => CaseSensitivity::AsciiCaseInsensitive,
        ParsedCaseSensitivity::AsciiCaseInsensitiveIfInHtmlElementInHtmlDocument
            if element.name.ns == ns!(html) =>
        {
            CaseSensitivity::AsciiCaseInsensitive
        }
        _ => CaseSensitivity::CaseSensitive,
    }
}

/// Keeps what is also in the other list, or what is not.
fn keep(set: &mut Set, other: &[u32], wanted: bool) {
    let mut other = other.iter().copied().peekable();
    set.retain(|&ix| {
        while other.next_if(|&o| o < ix).is_some() {}
        (other.peek() == Some(&ix)) == wanted
    });
}
