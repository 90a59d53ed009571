//! The selector that finds one node of a page and nothing else. For traces: made of a page once, when somebody asks.

use std::cell::OnceCell;
use std::collections::HashMap;

use crate::page::dom::{Dom, NodeId};
use crate::page::html::nodes::{Id, Value};
use crate::page::tag::Tag;

/// Names the nodes of a page.
pub(crate) struct Paths<'a> {
    dom: &'a Dom,
    tables: OnceCell<Tables<'a>>,
    /// Bytes that selectors may still take: a page of ten thousand paragraphs five hundred elements deep would fill the memory.
    left: usize,
}

/// Bytes of all selectors of a trace.
const BYTES_MAX: usize = 16 << 20;

/// What is counted once.
struct Tables<'a> {
    /// How often an id is there, in lower case: pages in quirks mode do not tell cases apart.
    ids: HashMap<String, u32>,
    /// Of each node, which of its parent's children it is, and which of the elements among them, both counted from 0.
    places: HashMap<Id, (u32, u32)>,
    dom: &'a Dom,
}

impl<'a> Paths<'a> {
    pub(crate) fn new(dom: &'a Dom) -> Self {
        Self {
            dom,
            tables: OnceCell::new(),
            left: BYTES_MAX,
        }
    }

    /// The selector of a node's element, and which child of it the node is if it is a text; none in text without markup, and inside of
    /// what no selector reaches.
    pub(crate) fn of(&mut self, ix: NodeId) -> Option<(String, Option<usize>)> {
        let dom = self.dom;
        if dom.is_text() || ix.0 as usize >= dom.len() {
            return None;
        }
        let tables = self.tables.get_or_init(|| Tables::new(dom));
        let is_text = dom.tag(ix) == Tag::Text;
        let element = if is_text { dom.parent(ix)? } else { ix };
        let text = is_text.then(|| tables.place(ix).0 as usize);
        let selector = tables.selector(element)?;
        self.left = self.left.checked_sub(selector.len())?;
        Some((selector, text))
    }
}

impl<'a> Tables<'a> {
    fn new(dom: &'a Dom) -> Self {
        let mut ids = HashMap::new();
        for ix in dom.subtree(dom.root()) {
            if let Some(id) = dom.attr(ix, "id") {
                *ids.entry(id.to_ascii_lowercase()).or_default() += 1;
            }
        }
        let mut places: HashMap<Id, (u32, u32)> = HashMap::new();
        let tree = dom.tree();
        for id in tree.subtree(Id::ROOT) {
            let before = tree.previous_sibling(id).map(|before| {
                let (child, element) = places.get(&before).copied().unwrap_or_default();
                let is_element = matches!(tree.value(before), Value::Element { .. });
                (child + 1, element + u32::from(is_element))
            });
            places.insert(id, before.unwrap_or_default());
        }
        Self { ids, places, dom }
    }

    fn place(&self, ix: NodeId) -> (u32, u32) {
        let id = self.dom.node_id(ix);
        self.places.get(&id).copied().unwrap_or_default()
    }

    fn selector(&self, element: NodeId) -> Option<String> {
        let dom = self.dom;
        let mut steps: Vec<String> = Vec::new();
        let mut at = element;
        loop {
            let name = dom.name(at);
            if name.is_empty() || name == "template" {
                // The document itself, or what is no part of it.
                return None;
            }
            let id = dom.attr(at, "id").filter(|id| is_name(id));
            if let Some(id) = id.filter(|id| self.ids.get(&id.to_ascii_lowercase()) == Some(&1)) {
                steps.push(format!("#{id}"));
                break;
            }
            let outer = dom.parent(at)?;
            let top = outer == dom.root();
            let under_html = dom.parent(outer) == Some(dom.root());
            if top || under_html && (dom.seen.body == Some(at) || name == "head") {
                steps.push(name.to_string());
                break;
            }
            let name = if is_name(name) { name } else { "*" };
            steps.push(format!("{name}:nth-child({})", self.place(at).1 + 1));
            at = outer;
        }
        steps.reverse();
        Some(steps.join(" > "))
    }
}

/// Whether a name can stand in a selector as it is.
fn is_name(name: &str) -> bool {
    name.starts_with(|c: char| c.is_ascii_alphabetic() || c == '_')
        && name
            .bytes()
            .all(|b| b.is_ascii_alphanumeric() || matches!(b, b'_' | b'-'))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::limits::Limits;
    use crate::page::select::Selector;

    /// Every node's selector finds its element and no other.
    #[test]
    fn selectors_find_their_own_element() {
        for html in [
            "<title>城东</title><h1 id=top>城东公园今起开放</h1>\n <p>一<br>二<!-- -->三</p><div id=a><p>四</p> <p>五</div><div id=a><b>六</b></div>",
            "<p>一<table><tr><td>二<div>三</table><svg><foreignObject><p>四</p></foreignObject></svg><o:p>五</o:p>",
            "<div id='1'><div id='x y'><i>一</i></div></div><noscript><p>二</p></noscript><div id=B><p>三</div><div id=b><p>四</div>",
            "<frameset><frame></frameset>",
        ] {
            let dom = Dom::document(html, &Limits::default()).unwrap();
            let mut paths = Paths::new(&dom);
            let mut found = 0;
            for ix in dom.subtree(dom.root()).skip(1) {
                let (selector, text) = paths.of(ix).unwrap();
                let element = if text.is_some() {
                    dom.parent(ix).unwrap()
                } else {
                    ix
                };
                let hits: Vec<NodeId> = dom.select(&Selector::parse(&selector).unwrap()).collect();
                assert_eq!(hits, [element], "{selector}");
                found += 1;
            }
            assert!(found > 3);
        }
    }

    #[test]
    fn texts_are_counted_as_a_browser_counts_them() {
        let html = "<p>一<br>二<!-- -->三<b>四</b></p>";
        let dom = Dom::document(html, &Limits::default()).unwrap();
        let mut paths = Paths::new(&dom);
        let texts = dom
            .subtree(dom.root())
            .filter(|&ix| dom.tag(ix) == Tag::Text);
        let found: Vec<String> = texts
            .map(|ix| {
                let (selector, text) = paths.of(ix).unwrap();
                format!("{} {selector} {}", dom.text(ix), text.unwrap())
            })
            .collect();
        assert_eq!(
            found,
            [
                "一 body > p:nth-child(1) 0",
                "二 body > p:nth-child(1) 2",
                "三 body > p:nth-child(1) 4",
                "四 body > p:nth-child(1) > b:nth-child(2) 0",
            ]
        );
    }
}
