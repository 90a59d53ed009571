//! The tree of a page in document order, read once and then only looked at. The one room (with `page::html` and `page::select`) that knows the parser crates.
//!
//! Nodes lie in a flat array in document order; a node's subtree is the range from itself to `end`. So a subtree's text is one slice of
//! the page's text, its counts are the difference of two running sums, and nothing ever recurses.

use std::cell::{Cell, OnceCell};
use std::sync::LazyLock;

use html5ever::tendril::StrTendril;
use html5ever::{LocalName, local_name};
use memchr::memmem::Finder;

use crate::error::{Error, Limit};
use crate::limits::Limits;
use crate::page::allowance::Allowance;
use crate::page::html;
use crate::page::html::nodes::{Element, Id, Tree, Value};
use crate::page::index::Index;
use crate::page::lines;
use crate::page::memo::Memo;
use crate::page::row;
use crate::page::tag::Tag;
use crate::text::{Counts, Line, TextBuffer};

/// Position of a node in document order.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct NodeId(pub(crate) u32);

impl NodeId {
    fn at(self) -> usize {
        self.0 as usize
    }
}

#[derive(Debug, Clone, Copy)]
struct Node {
    id: Id,
    parent: u32,
    end: u32,
    /// Offset of the page's text where this node starts.
    text: u32,
    /// Running counts before this node.
    counts: Counts,
    tag: Tag,
    hidden: bool,
}

/// A parsed page.
#[derive(Debug)]
pub(crate) struct Dom {
    tree: Tree,
    /// In document order, with one more at the end that holds the totals.
    nodes: Vec<Node>,
    text: String,
    lines: Vec<Line>,
    /// Elements other rooms need a list of, seen in the one walk.
    pub(crate) seen: Seen,
    index: OnceCell<Index>,
    /// What who asked has found out about each node; none of it is read here.
    kept: OnceCell<Box<[Cell<u64>]>>,
    /// The same about attributes' values: many elements share a class.
    pub(crate) of_values: Memo,
    /// The same about lines, which several ask about.
    pub(crate) of_lines: Memo,
    /// What a result may still take from this page.
    pub(crate) allowance: Allowance,
    /// Whether the page is text without markup: its lines are all there is, so nothing is linked, and no element is named.
    is_text: bool,
}

/// Sentence marks of a page that shows its text, at least, …
const SHOWN_MARKS: u32 = 3;
/// … and full stops of a text that it does not.
const HIDDEN_MARKS: usize = 5;

/// Elements noted while walking.
#[derive(Debug, Default)]
pub(crate) struct Seen {
    pub(crate) metas: Vec<NodeId>,
    pub(crate) links: Vec<NodeId>,
    pub(crate) scripts: Vec<NodeId>,
    pub(crate) images: Vec<NodeId>,
    pub(crate) headings: Vec<NodeId>,
    pub(crate) anchors: Vec<NodeId>,
    pub(crate) title: Option<NodeId>,
    pub(crate) base: Option<NodeId>,
    pub(crate) body: Option<NodeId>,
}

impl Dom {
    /// Reads a whole page.
    pub(crate) fn document(html: &str, limits: &Limits) -> Result<Self, Error> {
        let allowance = || Allowance::new(limits, html.len());
        let dom = Self::index(html::document(html, limits)?, allowance(), limits, None)?;
        match dom.shown_by_script() {
            Some(ix) => {
                let shown = dom.nodes[ix.at()].id;
                Self::index(dom.tree, allowance(), limits, Some(shown))
            }
            None => Ok(dom),
        }
    }

    /// The element that holds the page's text, where none is shown: a script shows it once it knows the reader's device.
    fn shown_by_script(&self) -> Option<NodeId> {
        if self.counts(self.root()).marks >= SHOWN_MARKS {
            return None;
        }
        let mut at = self.body();
        let end = self.end(at);
        while at < end {
            if self.is_hidden(at) {
                let sentences = || self.raw_text(at).matches('。').take(HIDDEN_MARKS).count();
                if !self.tag(at).is_unread() && sentences() == HIDDEN_MARKS {
                    return Some(at);
                }
                at = self.end(at);
            } else {
                at = NodeId(at.0 + 1);
            }
        }
        None
    }

    /// Reads text without markup.
    pub(crate) fn of_text(text: &str, limits: &Limits) -> Result<Self, Error> {
        // What is made of the text may be longer; the limits are those of the text.
        let html = lines::as_html(text);
        let tree = Limits {
            bytes: limits.bytes.max(html.len()),
            ..*limits
        };
        let allowance = Allowance::new(limits, text.len());
        let mut dom = Self::index(html::document(&html, &tree)?, allowance, limits, None)?;
        dom.is_text = true;
        Ok(dom)
    }

    /// Reads a piece of HTML, such as a body found in a page's state.
    pub(crate) fn fragment(html: &str, limits: &Limits) -> Result<Self, Error> {
        let allowance = Allowance::new(limits, html.len());
        Self::index(html::fragment(html, limits)?, allowance, limits, None)
    }

    /// The one walk over the tree.
    ///
    /// White space between two lines is passed over: a third of the nodes of a page, which neither rules nor lines ever see.
    ///
    /// `shown` is an element that a browser shows though its attributes say no.
    fn index(
        tree: Tree,
        allowance: Allowance,
        limits: &Limits,
        shown: Option<Id>,
    ) -> Result<Self, Error> {
        let mut nodes: Vec<Node> = Vec::with_capacity(tree.len() + 1);
        let mut buffer = TextBuffer::default();
        let mut seen = Seen::default();
        let mut open: Vec<Open> = Vec::new();

        // A body has no info lines, and written as HTML it reads as it was.
        let rows = matches!(tree.value(Id::ROOT), Value::Document);

        let mut next = Some(Id::ROOT);
        while let Some(node) = next {
            let state = open.last().copied().unwrap_or_default();
            let ix = NodeId(nodes.len() as u32);
            let mut record = Node {
                id: node,
                parent: state.ix,
                end: ix.0 + 1,
                text: buffer.text.len() as u32,
                counts: buffer.counts,
                tag: Tag::Other,
                hidden: state.hidden,
            };
            let mut inner = state;
            let descend = match tree.value(node) {
                Value::Text(text)
                    if (state.hidden || buffer.is_between_lines())
                        && text.bytes().all(|byte| byte.is_ascii_whitespace()) =>
                {
                    false
                }
                Value::Text(text) => {
                    record.tag = Tag::Text;
                    nodes.push(record);
                    if !state.hidden {
                        buffer.push(text, ix.0, state.linked);
                    }
                    if let Some(open) = open.last_mut() {
                        open.piece = false;
                    }
                    false
                }
                Value::Element { name, attrs } => {
                    let mut tag = tree.tag(*name);
                    if tag == Tag::Span && attrs.iter().any(|a| blocks(&a.name.local, &a.value)) {
                        tag = Tag::BlockSpan;
                    }
                    record.tag = tag;
                    record.hidden |= tag.is_unread()
                        || shown != Some(node)
                            && attrs.iter().any(|a| hides(&a.name.local, &a.value));
                    inner.hidden = record.hidden;
                    inner.linked |= tag == Tag::A;
                    inner.block = tag.is_block();
                    inner.piece = false;
                    inner.row = None;
                    let piece = row::is_piece(tag);
                    if inner.block || tag == Tag::Br {
                        buffer.line_break();
                    } else if rows && state.piece && piece && buffer.is_glued() && !record.hidden {
                        let parent = tree.parent(node);
                        let is_row = || parent.is_some_and(|parent| row::is_row(&tree, parent));
                        let in_row = state.row.unwrap_or_else(is_row);
                        if let Some(open) = open.last_mut() {
                            open.row = Some(in_row);
                        }
                        if in_row && row::is_apart(&tree, &buffer.text, node) {
                            buffer.set_apart();
                        }
                    }
                    if let Some(open) = open.last_mut() {
                        open.piece = piece;
                    }
                    seen.note(tag, ix, record.hidden);
                    nodes.push(record);
                    true
                }
                Value::Document | Value::Fragment => {
                    nodes.push(record);
                    true
                }
                _ => false,
            };
            // On to the first child, else the next sibling of the nearest open node that has one.
            if descend && let Some(child) = tree.first_child(node) {
                inner.ix = ix.0;
                open.push(inner);
                // Where elements were moved about, the tree may be deeper than it was seen to be while it was made.
                if open.len() > limits.depth {
                    return Err(Error::limit(Limit::Depth, limits.depth, open.len()));
                }
                next = Some(child);
                continue;
            }
            if inner.block && descend {
                buffer.line_break();
            }
            next = tree.next_sibling(node);
            let mut at = node;
            while next.is_none() {
                let Some(closed) = open.pop() else { break };
                if closed.block {
                    buffer.line_break();
                }
                nodes[closed.ix as usize].end = nodes.len() as u32;
                let Some(parent) = tree.parent(at) else { break };
                next = tree.next_sibling(parent);
                at = parent;
            }
        }
        buffer.finish();
        nodes.push(Node {
            end: nodes.len() as u32 + 1,
            text: buffer.text.len() as u32,
            counts: buffer.counts,
            ..nodes[0]
        });
        nodes.shrink_to_fit();
        Ok(Self {
            tree,
            nodes,
            text: buffer.text,
            lines: buffer.lines,
            seen,
            index: OnceCell::new(),
            kept: OnceCell::new(),
            of_values: Memo::default(),
            of_lines: Memo::default(),
            allowance,
            is_text: false,
        })
    }

    /// Whether the page is text without markup.
    pub(crate) fn is_text(&self) -> bool {
        self.is_text
    }

    /// The document itself.
    pub(crate) fn root(&self) -> NodeId {
        NodeId(0)
    }

    /// The `body` element, else the document.
    pub(crate) fn body(&self) -> NodeId {
        self.seen.body.unwrap_or(NodeId(0))
    }

    /// How many nodes there are.
    pub(crate) fn len(&self) -> usize {
        self.nodes.len() - 1
    }

    pub(crate) fn tag(&self, ix: NodeId) -> Tag {
        self.nodes[ix.at()].tag
    }

    /// The tag that a selector means by the element's name.
    pub(super) fn name_tag(&self, ix: NodeId) -> Tag {
        self.tag(ix).of_element(|| self.name(ix))
    }

    pub(crate) fn parent(&self, ix: NodeId) -> Option<NodeId> {
        (ix.0 > 0).then(|| NodeId(self.nodes[ix.at()].parent))
    }

    /// The node after the subtree of `ix`, in document order.
    pub(crate) fn end(&self, ix: NodeId) -> NodeId {
        NodeId(self.nodes[ix.at()].end)
    }

    /// Whether a browser would not lay it out (`display:none`, `script` …). WeChat's `visibility:hidden` is not hidden.
    pub(crate) fn is_hidden(&self, ix: NodeId) -> bool {
        self.nodes[ix.at()].hidden
    }

    pub(crate) fn contains(&self, outer: NodeId, inner: NodeId) -> bool {
        outer <= inner && inner < self.end(outer)
    }

    /// `ix` and everything below it, in document order.
    pub(crate) fn subtree(&self, ix: NodeId) -> impl DoubleEndedIterator<Item = NodeId> + use<> {
        (ix.0..self.nodes[ix.at()].end).map(NodeId)
    }

    pub(crate) fn children(&self, ix: NodeId) -> impl Iterator<Item = NodeId> + '_ {
        let end = self.nodes[ix.at()].end;
        let mut at = ix.0 + 1;
        std::iter::from_fn(move || {
            (at < end).then(|| {
                let child = NodeId(at);
                at = self.nodes[child.at()].end;
                child
            })
        })
    }

    /// `ix`'s parent, its parent and so on, up to the document.
    pub(crate) fn ancestors(&self, ix: NodeId) -> impl Iterator<Item = NodeId> + '_ {
        std::iter::successors(self.parent(ix), |&a| self.parent(a))
    }

    /// The whole page's text, one line a block.
    pub(crate) fn page_text(&self) -> &str {
        &self.text
    }

    /// Text of the lines `ix` covers, as a reader sees it: trimmed, lines separated by `\n`. Hidden text is not in it.
    pub(crate) fn text(&self, ix: NodeId) -> &str {
        self.text_between(ix, self.end(ix))
    }

    /// Text from the start of `from` to the start of `to`, trimmed.
    pub(crate) fn text_between(&self, from: NodeId, to: NodeId) -> &str {
        self.span(from, to).trim()
    }

    /// Text from the start of `from` to the start of `to`, with the white space around it.
    pub(crate) fn span(&self, from: NodeId, to: NodeId) -> &str {
        let (start, end) = (self.nodes[from.at()].text, self.nodes[to.at()].text);
        &self.text[start as usize..end as usize]
    }

    pub(crate) fn counts(&self, ix: NodeId) -> Counts {
        self.counts_between(ix, self.end(ix))
    }

    pub(crate) fn counts_between(&self, from: NodeId, to: NodeId) -> Counts {
        self.nodes[to.at()].counts - self.nodes[from.at()].counts
    }

    /// All lines of the page.
    pub(crate) fn lines(&self) -> &[Line] {
        &self.lines
    }

    pub(crate) fn line_text(&self, line: &Line) -> &str {
        &self.text[line.start as usize..line.end as usize]
    }

    /// The index of the first line that starts in or after `ix`; how many lines there are, if none does.
    pub(crate) fn line_from(&self, ix: NodeId) -> usize {
        self.lines.partition_point(|l| l.node < ix.0)
    }

    /// The index of the line that `ix` stands in: one that starts in it, or in its first child, else the last before it.
    pub(crate) fn line_of(&self, ix: NodeId) -> usize {
        self.line_from(NodeId(ix.0 + 2)).saturating_sub(1)
    }

    /// The lines that start within `ix`.
    pub(crate) fn lines_in(&self, ix: NodeId) -> &[Line] {
        self.lines_between(ix, self.end(ix))
    }

    /// The lines that start in or after `from` and before `to`.
    pub(crate) fn lines_between(&self, from: NodeId, to: NodeId) -> &[Line] {
        let (start, end) = (self.line_from(from), self.line_from(to));
        &self.lines[start..end.max(start)]
    }

    /// The links within `ix`, in document order; hidden ones are left out.
    pub(crate) fn anchors_in(&self, ix: NodeId) -> &[NodeId] {
        self.anchors_between(ix, self.end(ix))
    }

    /// The first of them.
    pub(crate) fn first_anchor_in(&self, ix: NodeId) -> Option<NodeId> {
        let all = &self.seen.anchors;
        let first = *all.get(all.partition_point(|a| *a < ix))?;
        (first < self.end(ix)).then_some(first)
    }

    /// The links in or after `from` and before `to`.
    pub(crate) fn anchors_between(&self, from: NodeId, to: NodeId) -> &[NodeId] {
        let all = &self.seen.anchors;
        let start = all.partition_point(|a| *a < from);
        let end = all.partition_point(|a| *a < to);
        &all[start..end.max(start)]
    }

    /// The pictures in `ix`, in document order.
    pub(crate) fn images_in(&self, ix: NodeId) -> &[NodeId] {
        let images = &self.seen.images;
        let start = images.partition_point(|&i| i < ix);
        let end = images.partition_point(|&i| i < self.end(ix));
        &images[start..end]
    }

    /// Whether there is an `img` within `ix`.
    pub(crate) fn has_image(&self, ix: NodeId) -> bool {
        !self.images_in(ix).is_empty()
    }

    pub(super) fn element(&self, ix: NodeId) -> Option<Element<'_>> {
        self.tree.element(self.nodes[ix.at()].id)
    }

    pub(crate) fn attr(&self, ix: NodeId, name: &str) -> Option<&str> {
        let attrs = self.tree.attrs(self.nodes[ix.at()].id);
        let found = attrs.iter().find(|a| *a.name.local == *name);
        found.map(|a| &*a.value)
    }

    /// All attributes of an element, as they stand in its tag.
    pub(crate) fn attrs(&self, ix: NodeId) -> impl Iterator<Item = (&str, &str)> {
        let attrs = self.tree.attrs(self.nodes[ix.at()].id);
        attrs.iter().map(|a| (&*a.name.local, &*a.value))
    }

    /// What `read` found out about a node, asked once: a number that is not 0.
    pub(crate) fn kept(&self, ix: NodeId, read: impl FnOnce() -> u64) -> u64 {
        let kept = self
            .kept
            .get_or_init(|| vec![Cell::new(0); self.nodes.len()].into());
        let cell = &kept[ix.at()];
        if cell.get() == 0 {
            cell.set(read());
        }
        cell.get()
    }

    /// The element's name as written, also for names `Tag` does not know.
    pub(crate) fn name(&self, ix: NodeId) -> &str {
        self.element(ix).map_or("", |element| &element.name.local)
    }

    /// The text nodes below `ix` as written, hidden or not: for scripts, text areas and hidden elements a rule names.
    pub(crate) fn raw_text(&self, ix: NodeId) -> String {
        let below = self.tree.subtree(self.nodes[ix.at()].id);
        below.filter_map(|id| self.tree.text(id)).collect()
    }

    /// The text below an element that is set as written, with the line breaks that its elements make.
    pub(crate) fn preformatted(&self, ix: NodeId) -> String {
        let mut text = String::new();
        for id in self.tree.subtree(self.nodes[ix.at()].id).skip(1) {
            match self.tree.value(id) {
                Value::Text(own) => text.push_str(own),
                Value::Element { name, .. } => match self.tree.tag(*name) {
                    Tag::Br => text.push('\n'),
                    Tag::Li | Tag::Div | Tag::P if !text.is_empty() && !text.ends_with('\n') => {
                        text.push('\n');
                    }
                    _ => {}
                },
                _ => {}
            }
        }
        text
    }

    /// Whether an element has neither elements nor text in it; white space is text, also where it is not indexed.
    pub(super) fn is_childless(&self, ix: NodeId) -> bool {
        let mut children = self.tree.children(self.nodes[ix.at()].id);
        !children.any(|child| {
            let value = self.tree.value(child);
            matches!(value, Value::Element { .. } | Value::Text(_))
        })
    }

    /// The text of a `script` or `style` element, which has at most one text node.
    pub(crate) fn script_text(&self, ix: NodeId) -> &str {
        let child = self.tree.first_child(self.nodes[ix.at()].id);
        child.and_then(|child| self.tree.text(child)).unwrap_or("")
    }

    /// Where ids, classes and names stand; made when a selector is first asked for.
    pub(super) fn select_index(&self) -> &Index {
        self.index.get_or_init(|| {
            let nodes = self.subtree(self.root()).rev();
            let elements = nodes.filter(|&ix| self.tag(ix) != Tag::Text);
            Index::new(
                self.len(),
                elements.filter_map(|ix| Some((ix.0, self.name_tag(ix), self.element(ix)?))),
            )
        })
    }

    /// Whether it is a page, not a piece of one.
    pub(super) fn is_whole(&self) -> bool {
        matches!(self.tree.value(Id::ROOT), Value::Document)
    }

    /// The tree as it was read, with what the walk passed over.
    pub(super) fn tree(&self) -> &Tree {
        &self.tree
    }

    /// The node's name in that tree.
    pub(super) fn node_id(&self, ix: NodeId) -> Id {
        self.nodes[ix.at()].id
    }

    /// The element as a selector would name it: `div#content.article`.
    pub(crate) fn describe(&self, ix: NodeId) -> String {
        let mut out = self.name(ix).to_string();
        if let Some(id) = self.attr(ix, "id").filter(|v| !v.is_empty()) {
            out.push('#');
            out.push_str(id);
        }
        for class in self.attr(ix, "class").unwrap_or("").split_whitespace() {
            out.push('.');
            out.push_str(class);
        }
        out
    }
}

#[derive(Debug, Clone, Copy, Default)]
struct Open {
    ix: u32,
    hidden: bool,
    linked: bool,
    block: bool,
    /// Whether the child before the next one is a piece of a row, if this is one.
    piece: bool,
    /// Whether it is one, where that was asked.
    row: Option<bool>,
}

impl Seen {
    fn note(&mut self, tag: Tag, ix: NodeId, hidden: bool) {
        match tag {
            Tag::Meta => self.metas.push(ix),
            Tag::Link => self.links.push(ix),
            Tag::Script => self.scripts.push(ix),
            Tag::Img => self.images.push(ix),
            Tag::A if !hidden => self.anchors.push(ix),
            Tag::H1 | Tag::H2 | Tag::H3 | Tag::H4 | Tag::H5 | Tag::H6 if !hidden => {
                self.headings.push(ix);
            }
            Tag::Title if self.title.is_none() => self.title = Some(ix),
            Tag::Base if self.base.is_none() => self.base = Some(ix),
            Tag::Body if self.body.is_none() => self.body = Some(ix),
            _ => {}
        }
    }
}

/// Whether an attribute says that its element is not shown.
fn hides(name: &LocalName, value: &StrTendril) -> bool {
    static DISPLAY: LazyLock<Finder<'static>> = LazyLock::new(|| Finder::new("display"));
    match *name {
        local_name!("hidden") => true,
        local_name!("style") => {
            let none = DISPLAY.find(value.as_bytes()).is_some_and(|at| {
                value[at + "display".len()..]
                    .trim_start_matches([' ', ':'])
                    .starts_with("none")
            });
            none || is_flat(value)
        }
        _ => false,
    }
}

/// Whether an attribute makes lines of a `span`: `display: block`. Those of other kinds, `inline-block` and `flex`, are set in a line.
fn blocks(name: &LocalName, value: &StrTendril) -> bool {
    static BLOCK: LazyLock<Finder<'static>> = LazyLock::new(|| Finder::new(b"lock"));
    *name == local_name!("style")
        && BLOCK.find(value.as_bytes()).is_some()
        && value.split(';').any(|declaration| {
            declaration.split_once(':').is_some_and(|(name, value)| {
                let value = value.trim().trim_end_matches("!important").trim_end();
                name.trim().eq_ignore_ascii_case("display") && value.eq_ignore_ascii_case("block")
            })
        })
}

/// Whether a style leaves no height to see anything in, as around the picture that is only for who shares the page. With a padding it is
/// the frame of a film.
fn is_flat(style: &str) -> bool {
    static OVERFLOW: LazyLock<Finder<'static>> = LazyLock::new(|| Finder::new("overflow"));
    if OVERFLOW.find(style.as_bytes()).is_none() {
        return false;
    }
    let (mut flat, mut cut) = (false, false);
    for declaration in style.split(';') {
        let Some((name, value)) = declaration.split_once(':') else {
            continue;
        };
        match name.trim() {
            "height" => flat = matches!(value.trim(), "0" | "0px"),
            "overflow" => cut = value.trim() == "hidden",
            name if name.starts_with("padding") || name == "vertical-align" => return false,
            _ => {}
        }
    }
    flat && cut
}
