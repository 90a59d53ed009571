//! The tree that is built: a sink for html5ever's `TreeBuilder`, each call counted. What is built where is that one's to say.

use std::borrow::Cow;
use std::cell::{Cell, RefCell};

use html5ever::tendril::StrTendril;
use html5ever::tokenizer::states::RawKind;
use html5ever::tokenizer::{Tag, TagKind, Token, TokenSink, TokenSinkResult};
use html5ever::tree_builder::{
    ElementFlags, NodeOrText, QuirksMode, TreeBuilder, TreeBuilderOpts, TreeSink,
};
use html5ever::{Attribute, QualName, local_name};
use memchr::memchr_iter;

use crate::error::Error;
use crate::page::html::budget::Budget;
use crate::page::html::element_names::{ElementNames, NameId};
use crate::page::html::nodes::{Id, Nodes, Tree, Value};
use crate::page::html::tokenizer::{Next, Receiver};

/// A node, and its name if it is an element.
#[derive(Debug, Clone, Copy)]
pub(super) struct Handle {
    id: Id,
    name: NameId,
}

impl From<Id> for Handle {
    fn from(id: Id) -> Self {
        Self {
            id,
            name: NameId::NONE,
        }
    }
}

/// How trees are built.
pub(super) fn options() -> TreeBuilderOpts {
    TreeBuilderOpts {
        // Pages keep images in `noscript`; parsed as elements they can be found.
        scripting_enabled: false,
        ..TreeBuilderOpts::default()
    }
}

/// A tree as it grows.
pub(super) struct Growing<'a> {
    nodes: RefCell<Nodes>,
    names: ElementNames,
    /// As the doctype says. Nothing here depends on it; the tests compare it.
    pub(super) quirks: Cell<QuirksMode>,
    budget: &'a Budget<'a>,
}

impl<'a> Growing<'a> {
    /// A tree of nothing but `root`, with room for what `source` will make of it: a page has 1.2 nodes for each `<`, nine in ten
    /// have fewer than 1.35. Doubling the room as nodes come takes half as much again.
    pub(super) fn new(root: Value, source: &str, budget: &'a Budget<'a>) -> Self {
        let tags = memchr_iter(b'<', source.as_bytes()).count();
        let room = budget.nodes().min(tags + tags * 3 / 8 + 8);
        Self {
            nodes: RefCell::new(Nodes::new(root, room)),
            names: ElementNames::new(),
            quirks: Cell::new(QuirksMode::NoQuirks),
            budget,
        }
    }

    /// Whether reading may go on, with `read` bytes read.
    pub(super) fn check(&self, read: usize) -> Result<(), Error> {
        self.budget.check(&self.nodes.borrow(), read)
    }
}

impl TreeSink for Growing<'_> {
    type Handle = Handle;
    type Output = Tree;
    type ElemName<'a>
        = &'a QualName
    where
        Self: 'a;

    fn finish(self) -> Tree {
        self.nodes.into_inner().finish(self.names)
    }

    fn parse_error(&self, _: Cow<'static, str>) {}

    fn get_document(&self) -> Handle {
        Id::ROOT.into()
    }

    #[inline]
    fn elem_name<'a>(&'a self, target: &'a Handle) -> &'a QualName {
        self.budget.step();
        self.names.get(target.name)
    }

    #[inline]
    fn same_node(&self, x: &Handle, y: &Handle) -> bool {
        self.budget.step();
        x.id == y.id
    }

    fn create_element(&self, name: QualName, attrs: Vec<Attribute>, flags: ElementFlags) -> Handle {
        self.budget.element(attrs.len());
        let name = self.names.number(name);
        let attrs = attrs.into_boxed_slice();
        let mut nodes = self.nodes.borrow_mut();
        let id = nodes.make(Value::Element { name, attrs });
        if flags.template {
            let contents = nodes.make(Value::Fragment);
            nodes.append(id, contents);
        }
        Handle { id, name }
    }

    fn create_comment(&self, text: StrTendril) -> Handle {
        self.budget.step();
        self.nodes.borrow_mut().make(Value::Comment(text)).into()
    }

    fn create_pi(&self, target: StrTendril, data: StrTendril) -> Handle {
        let instruction = Value::Instruction(Box::new([target, data]));
        self.nodes.borrow_mut().make(instruction).into()
    }

    fn append(&self, parent: &Handle, child: NodeOrText<Handle>) {
        let mut nodes = self.nodes.borrow_mut();
        match child {
            NodeOrText::AppendNode(child) => nodes.append(parent.id, child.id),
            NodeOrText::AppendText(text) => nodes.append_text(parent.id, text),
        }
    }

    fn append_based_on_parent_node(
        &self,
        element: &Handle,
        prev_element: &Handle,
        child: NodeOrText<Handle>,
    ) {
        let parent = self.nodes.borrow().parent(element.id);
        match parent {
            Some(_) => self.append_before_sibling(element, child),
            None => self.append(prev_element, child),
        }
    }

    fn append_doctype_to_document(
        &self,
        name: StrTendril,
        public_id: StrTendril,
        system_id: StrTendril,
    ) {
        let mut nodes = self.nodes.borrow_mut();
        let doctype = nodes.make(Value::Doctype(Box::new([name, public_id, system_id])));
        nodes.append(Id::ROOT, doctype);
    }

    fn get_template_contents(&self, target: &Handle) -> Handle {
        let contents = self.nodes.borrow().first_child(target.id);
        contents.unwrap_or(target.id).into()
    }

    fn set_quirks_mode(&self, mode: QuirksMode) {
        self.quirks.set(mode);
    }

    fn append_before_sibling(&self, sibling: &Handle, new_node: NodeOrText<Handle>) {
        let mut nodes = self.nodes.borrow_mut();
        match new_node {
            NodeOrText::AppendNode(child) => nodes.insert(sibling.id, child.id),
            NodeOrText::AppendText(text) => nodes.insert_text(sibling.id, text),
        }
    }

    fn add_attrs_if_missing(&self, target: &Handle, attrs: Vec<Attribute>) {
        self.budget.steps(attrs.len());
        let count = self.nodes.borrow_mut().add_attributes(target.id, attrs);
        self.budget.merged(count);
    }

    fn remove_from_parent(&self, target: &Handle) {
        self.nodes.borrow_mut().detach(target.id);
    }

    fn reparent_children(&self, node: &Handle, new_parent: &Handle) {
        self.nodes
            .borrow_mut()
            .move_children(node.id, new_parent.id);
    }
}

impl Receiver for TreeBuilder<Handle, Growing<'_>> {
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
        let growing = &self.sink;
        let budget = growing.budget;
        if let Some(attributes) = formatting {
            budget.formatting(|| compared(growing, attributes));
        }
        if budget.is_due() {
            growing.check(read)?;
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
fn compared(growing: &Growing<'_>, attributes: usize) -> usize {
    let nodes = growing.nodes.borrow();
    let name = |id: Id| match nodes.value(id) {
        Value::Element { name, .. } => Some(growing.names.get(*name)),
        _ => None,
    };
    let newest = nodes.newest();
    let (mut around, mut same) = (0, 0);
    for outer in nodes.ancestors(newest) {
        around += 1;
        if name(outer) == name(newest) {
            same += 1;
        }
    }
    around + same * (16 + 8 * attributes)
}
