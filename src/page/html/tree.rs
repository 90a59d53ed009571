//! The tree that is built: scraper's, each call counted. What is built where is html5ever's `TreeBuilder`'s to say.

use std::borrow::Cow;
use std::cell::Ref;

use html5ever::tendril::StrTendril;
use html5ever::tokenizer::states::RawKind;
use html5ever::tokenizer::{Tag, TagKind, Token, TokenSink, TokenSinkResult};
use html5ever::tree_builder::{
    ElementFlags, NodeOrText, QuirksMode, TreeBuilder, TreeBuilderOpts, TreeSink,
};
use html5ever::{Attribute, QualName, local_name};
use memchr::memchr_iter;
use scraper::{Html, HtmlTreeSink, Node};

use crate::error::Error;
use crate::page::html::budget::Budget;
use crate::page::html::tokenizer::{Next, Receiver};

pub(super) type Handle = ego_tree::NodeId;

/// How trees are built.
pub(super) fn options() -> TreeBuilderOpts {
    TreeBuilderOpts {
        // Pages keep images in `noscript`; parsed as elements they can be found.
        scripting_enabled: false,
        ..TreeBuilderOpts::default()
    }
}

/// A tree as it grows.
pub(super) struct Tree<'a> {
    html: HtmlTreeSink,
    budget: &'a Budget<'a>,
}

impl<'a> Tree<'a> {
    /// A tree of nothing but `root`, with room for what `source` will make of it: a page has 1.2 nodes for each `<`, nine in ten
    /// have fewer than 1.35. Doubling the room as nodes come takes half as much again.
    pub(super) fn new(root: Node, source: &str, budget: &'a Budget<'a>) -> Self {
        let tags = memchr_iter(b'<', source.as_bytes()).count();
        let room = budget.nodes().min(tags + tags * 3 / 8 + 8);
        let mut html = Html::new_document();
        html.tree = ego_tree::Tree::with_capacity(root, room);
        Self {
            html: HtmlTreeSink::new(html),
            budget,
        }
    }
}

impl TreeSink for Tree<'_> {
    type Handle = Handle;
    type Output = Html;
    type ElemName<'a>
        = Ref<'a, QualName>
    where
        Self: 'a;

    fn finish(self) -> Html {
        self.html.finish()
    }

    fn parse_error(&self, _: Cow<'static, str>) {}

    fn get_document(&self) -> Handle {
        self.html.get_document()
    }

    fn elem_name<'a>(&'a self, target: &'a Handle) -> Ref<'a, QualName> {
        self.budget.step();
        self.html.elem_name(target)
    }

    fn same_node(&self, x: &Handle, y: &Handle) -> bool {
        self.budget.step();
        x == y
    }

    fn create_element(&self, name: QualName, attrs: Vec<Attribute>, flags: ElementFlags) -> Handle {
        self.budget.element(attrs.len());
        self.html.create_element(name, attrs, flags)
    }

    fn create_comment(&self, text: StrTendril) -> Handle {
        self.budget.step();
        self.html.create_comment(text)
    }

    fn create_pi(&self, target: StrTendril, data: StrTendril) -> Handle {
        self.html.create_pi(target, data)
    }

    fn append(&self, parent: &Handle, child: NodeOrText<Handle>) {
        self.html.append(parent, child);
    }

    fn append_based_on_parent_node(
        &self,
        element: &Handle,
        prev_element: &Handle,
        child: NodeOrText<Handle>,
    ) {
        self.html
            .append_based_on_parent_node(element, prev_element, child);
    }

    fn append_doctype_to_document(
        &self,
        name: StrTendril,
        public_id: StrTendril,
        system_id: StrTendril,
    ) {
        self.html
            .append_doctype_to_document(name, public_id, system_id);
    }

    fn get_template_contents(&self, target: &Handle) -> Handle {
        self.html.get_template_contents(target)
    }

    fn set_quirks_mode(&self, mode: QuirksMode) {
        self.html.set_quirks_mode(mode);
    }

    fn append_before_sibling(&self, sibling: &Handle, new_node: NodeOrText<Handle>) {
        self.html.append_before_sibling(sibling, new_node);
    }

    fn add_attrs_if_missing(&self, target: &Handle, attrs: Vec<Attribute>) {
        self.budget.steps(attrs.len());
        self.html.add_attrs_if_missing(target, attrs);
        let html = self.html.0.borrow();
        let element = html.tree.get(*target).and_then(|n| n.value().as_element());
        let count = element.map_or(0, |e| e.attrs.len());
        self.budget.merged(count);
    }

    fn remove_from_parent(&self, target: &Handle) {
        self.html.remove_from_parent(target);
    }

    fn reparent_children(&self, node: &Handle, new_parent: &Handle) {
        self.html.reparent_children(node, new_parent);
    }
}

impl Receiver for TreeBuilder<Handle, Tree<'_>> {
    fn take(&self, token: Token, read: usize) -> Result<Next, Error> {
        let formatting = match &token {
            Token::TagToken(tag) if is_formatting(tag) => Some(tag.attrs.len()),
            _ => None,
        };
        let next = match self.process_token(token, 1) {
            TokenSinkResult::RawData(RawKind::Rcdata) => Next::Rcdata,
            TokenSinkResult::RawData(RawKind::Rawtext) => Next::Rawtext,
            TokenSinkResult::RawData(RawKind::ScriptData | RawKind::ScriptDataEscaped(_)) => {
                Next::Script
            }
            TokenSinkResult::Plaintext => Next::Plaintext,
            TokenSinkResult::Continue
            | TokenSinkResult::Script(_)
            | TokenSinkResult::EncodingIndicator(_) => Next::Data,
        };
        let Tree { html, budget } = &self.sink;
        if let Some(attributes) = formatting {
            budget.formatting(|| compared(&html.0.borrow(), attributes));
        }
        if budget.is_due() {
            budget.check(&html.0.borrow(), read)?;
        }
        Ok(next)
    }

    fn is_in_foreign(&self) -> bool {
        self.adjusted_current_node_present_but_not_in_html_namespace()
    }
}

/// Whether the tag opens a formatting element: one that is opened again where another element closed it.
fn is_formatting(tag: &Tag) -> bool {
    tag.kind == TagKind::StartTag
        && matches!(
            tag.name,
            local_name!("a")
                | local_name!("b")
                | local_name!("big")
                | local_name!("code")
                | local_name!("em")
                | local_name!("font")
                | local_name!("i")
                | local_name!("nobr")
                | local_name!("s")
                | local_name!("small")
                | local_name!("strike")
                | local_name!("strong")
                | local_name!("tt")
                | local_name!("u")
        )
}

/// What it cost to compare a new formatting element with those open around it: with all of its name, attribute by attribute.
fn compared(html: &Html, attributes: usize) -> usize {
    let Some(node) = html.tree.nodes().next_back() else {
        return 0;
    };
    let name = node.value().as_element().map(|e| &e.name);
    let (mut around, mut same) = (0, 0);
    for outer in node.ancestors() {
        around += 1;
        if outer.value().as_element().map(|e| &e.name) == name {
            same += 1;
        }
    }
    around + same * (16 + 8 * attributes)
}
