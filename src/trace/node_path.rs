//! `NodePath`: where in the page's tree something stood, so that anybody can find it in the page as saved. Holds no tree, finds nothing.

use std::fmt;

use serde::Serialize;

/// Where something stood in a page: an element, as the selector that finds it and nothing else, and where it is a text, which of the
/// element's child nodes.
///
/// It is for the tree that a browser without scripts makes of the page as saved: `noscript` elements have children. The selector starts
/// at the nearest element whose id no other has, else at `body`, `head` or `html`. It says where one page has something; a rule needs
/// one that holds for all pages of the site.
///
/// ```
/// use zhengwen::{Field, Parser};
///
/// let page = "<h1>城东公园今起开放</h1><p>2024-05-10 06:58 来源：橙橘网</p><div id=zoom>
///     <p>城东公园今天上午正式向市民开放，园内步道、湖区和儿童乐园同时启用，全天免费。</p></div>";
/// let (_, trace) = Parser::new().read_traced(page)?;
/// let path = trace.blocks[0].at.as_ref().unwrap();
/// assert_eq!(path.selector(), "#zoom > p:nth-child(1)");
/// assert_eq!(path.text(), Some(0)); // childNodes[0] of that paragraph
/// let title = trace.fields.iter().find(|f| f.field == Field::Title).unwrap();
/// assert_eq!(title.winner.as_ref().unwrap().at.as_ref().unwrap().to_string(), "body > h1:nth-child(1)");
/// # Ok::<(), zhengwen::Error>(())
/// ```
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct NodePath {
    /// The node's place in document order: all there is until the trace is done.
    #[serde(skip)]
    node: u32,
    selector: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    text: Option<usize>,
}

impl NodePath {
    /// The path of a node that is known by its place in document order, to be spelt out when the trace is done.
    pub(crate) fn of(node: u32) -> Self {
        Self {
            node,
            ..Self::default()
        }
    }

    /// Spells it out, if the node can be found by a selector.
    pub(super) fn spelt(self, spell: &mut impl FnMut(u32) -> Option<Spelt>) -> Option<Self> {
        let (selector, text) = spell(self.node)?;
        Some(Self {
            selector,
            text,
            ..self
        })
    }

    /// The selector of the element; where it is a text that stood there, of the element around it.
    pub fn selector(&self) -> &str {
        &self.selector
    }

    /// Where it is a text: which of the element's child nodes, counted from 0 as a browser's `childNodes` are.
    pub fn text(&self) -> Option<usize> {
        self.text
    }
}

/// A node's selector, and which child of the element it is if it is a text.
pub(crate) type Spelt = (String, Option<usize>);

impl fmt::Display for NodePath {
    /// The selector.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&self.selector)
    }
}
