//! The page as saved, made harmless, with marks in it: what the report shows in its frame. Decides nothing about the article.
//!
//! The page is hostile until shown otherwise. What may act, load or lead elsewhere is not written at all: scripts, links, forms, frames,
//! every attribute that is not on a short list. The frame's sandbox and two content security policies stand behind that, should it fail.

use std::collections::{BTreeMap, HashMap, HashSet};

use ego_tree::iter::Edge;
use ego_tree::{NodeId, NodeRef};
use html5ever::driver::{ParseOpts, parse_document};
use html5ever::tendril::TendrilSink;
use html5ever::tree_builder::TreeBuilderOpts;
use scraper::node::Element;
use scraper::{Html, HtmlTreeSink, Node};
use zhengwen::NodePath;

use super::css::without_addresses;

/// What is to be marked: a place, and the words that stand there if they are not all of it.
pub struct Mark<'a> {
    pub at: &'a NodePath,
    /// The value within a line. Empty: the whole element.
    pub words: &'a str,
    /// Whether the whole paragraph around a text is meant.
    pub block: bool,
    /// A word for the style sheet: `title`, `body`, `removed`.
    pub kind: &'static str,
    /// What the mark says when pointed at.
    pub hint: String,
}

/// The frame's document, and which of the marks have a place in it.
pub struct Frame {
    pub html: String,
    pub placed: Vec<bool>,
    /// Name and content of the page's meta elements.
    pub metas: Vec<(String, String)>,
}

/// Elements that are not written, nor what is in them.
const GONE: &[&str] = &[
    "script",
    "iframe",
    "object",
    "embed",
    "applet",
    "frame",
    "frameset",
    "base",
    "link",
    "meta",
    "title",
    "template",
    "svg",
    "math",
    "portal",
    "fencedframe",
    "param",
    "source",
    "track",
    "noembed",
    "noframes",
    "plaintext",
    "xmp",
];

/// Elements of which only what is in them is wanted: they are written by another name, so that nothing is submitted and nothing moves.
const RENAMED: &[&str] = &[
    "noscript", "form", "marquee", "blink", "dialog", "video", "audio", "picture", "button",
    "select", "option", "optgroup", "fieldset", "textarea", "input", "details", "a", "area", "map",
    "canvas",
];

/// Elements without an end tag.
pub const VOID: &[&str] = &[
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track",
    "wbr",
];

/// Attributes that can do nothing.
const KEPT: &[&str] = &[
    "id",
    "class",
    "alt",
    "title",
    "align",
    "valign",
    "width",
    "height",
    "colspan",
    "rowspan",
    "dir",
    "lang",
    "start",
    "type",
    "datetime",
    "border",
    "cellpadding",
    "cellspacing",
    "hidden",
    "size",
    "color",
    "face",
];

/// Stands before the page's own style sheets.
const HEAD: &str = concat!(
    "<meta charset=utf-8><meta http-equiv=Content-Security-Policy content=\"default-src 'none'; style-src 'unsafe-inline'; img-src data:; \
     form-action 'none'; base-uri 'none'\"><meta name=referrer content=no-referrer><style data-zw-own>",
    include_str!("frame.css"),
    "</style>"
);

/// Makes the frame's document of a page.
pub fn build(html: &str, marks: &[Mark<'_>]) -> Frame {
    let opts = ParseOpts {
        tree_builder: TreeBuilderOpts {
            // As the library reads pages, and as a frame without scripts does.
            scripting_enabled: false,
            ..TreeBuilderOpts::default()
        },
        ..ParseOpts::default()
    };
    let page = parse_document(HtmlTreeSink::new(Html::new_document()), opts).one(html);
    let mut places = Places::new(&page);
    let placed = marks
        .iter()
        .enumerate()
        .map(|(i, mark)| places.put(i, mark))
        .collect();
    Frame {
        html: places.write(marks),
        placed,
        metas: metas(&page),
    }
}

/// The meta elements that say something.
fn metas(page: &Html) -> Vec<(String, String)> {
    let elements = page
        .tree
        .root()
        .descendants()
        .filter_map(|node| node.value().as_element());
    let metas = elements.filter(|element| element.name() == "meta");
    metas
        .filter_map(|meta| {
            let name = meta
                .attr("name")
                .or_else(|| meta.attr("property"))
                .or_else(|| meta.attr("itemprop"))?;
            let content = meta.attr("content")?.trim();
            (!content.is_empty()).then(|| (name.to_string(), content.chars().take(300).collect()))
        })
        .take(200)
        .collect()
}

/// Where marks stand.
struct Places<'a> {
    page: &'a Html,
    ids: HashMap<&'a str, NodeId>,
    /// Elements marked as a whole.
    whole: HashMap<NodeId, Vec<usize>>,
    /// Parts of texts, as ranges of bytes.
    parts: HashMap<NodeId, Vec<(usize, usize, usize)>>,
}

type At<'a> = NodeRef<'a, Node>;

impl<'a> Places<'a> {
    fn new(page: &'a Html) -> Self {
        let mut ids = HashMap::new();
        for node in page.tree.root().descendants() {
            if let Some(id) = node.value().as_element().and_then(|e| e.attr("id")) {
                ids.entry(id).or_insert(node.id());
            }
        }
        Self {
            page,
            ids,
            whole: HashMap::new(),
            parts: HashMap::new(),
        }
    }

    /// The element of a path: a selector of children counted from an element with an id, or from the top.
    fn find(&self, path: &NodePath) -> Option<At<'a>> {
        let mut steps = path.selector().split(" > ");
        let first = steps.next()?;
        let mut at = match first.strip_prefix('#') {
            Some(id) => self.page.tree.get(*self.ids.get(id)?)?,
            None => {
                let root = *self.page.root_element();
                match first {
                    "html" => root,
                    name => elements(root).find(|node| name_of(node) == name)?,
                }
            }
        };
        for step in steps {
            let nth: Option<usize> = step
                .split_once(":nth-child(")
                .and_then(|(_, n)| n.strip_suffix(')')?.parse().ok());
            at = match nth {
                Some(nth) => elements(at).nth(nth.max(1) - 1)?,
                None => elements(at).find(|node| name_of(node) == step)?,
            };
        }
        match path.text() {
            Some(n) => at.children().nth(n),
            None => Some(at),
        }
    }

    /// Puts a mark; whether its place was found.
    fn put(&mut self, i: usize, mark: &Mark<'_>) -> bool {
        let Some(node) = self.find(mark.at) else {
            return false;
        };
        if node.value().is_element() && mark.words.is_empty() {
            self.whole.entry(node.id()).or_default().push(i);
            return is_shown(node);
        }
        if mark.block {
            self.put_block(i, node);
            return is_shown(node);
        }
        // A value that stands in a line, often in an element of its own behind the line's start.
        let words = mark.words.trim_end_matches('…').trim();
        let first = words.split_whitespace().next().unwrap_or_default();
        for wanted in [words, first] {
            if wanted.is_empty() {
                continue;
            }
            for text in texts_from(node).take(60) {
                let Some(found) = text.value().as_text().and_then(|t| t.find(wanted)) else {
                    continue;
                };
                let part = (found, found + wanted.len(), i);
                self.parts.entry(text.id()).or_default().push(part);
                return is_shown(text);
            }
        }
        // Or starts in one element and goes on in others.
        for text in texts_from(node).take(60) {
            let Some(all) = text.value().as_text() else {
                continue;
            };
            let start = all.trim();
            if start.chars().count() >= 2 && words.starts_with(start) {
                let from = all.len() - all.trim_start().len();
                let part = (from, from + start.len(), i);
                self.parts.entry(text.id()).or_default().push(part);
                return is_shown(text);
            }
        }
        match node.value().as_text() {
            Some(text) => self
                .parts
                .entry(node.id())
                .or_default()
                .push((0, text.len(), i)),
            None => self.whole.entry(node.id()).or_default().push(i),
        }
        is_shown(node)
    }

    /// Marks the paragraph that starts with a node: its element, or where lines are broken by `br`, the nodes up to the next one.
    fn put_block(&mut self, i: usize, node: At<'a>) {
        let mut top = node;
        while let Some(outer) = top.parent() {
            if !outer.value().is_element() || is_block(&outer) {
                break;
            }
            top = outer;
        }
        let around = top.parent().filter(|outer| outer.value().is_element());
        let alone = around.filter(|outer| {
            !matches!(name_of(outer), "body" | "html" | "td" | "th")
                && !outer
                    .descendants()
                    .skip(1)
                    .any(|n| name_of(&n) == "br" || is_block(&n))
        });
        if let Some(element) = alone {
            self.whole.entry(element.id()).or_default().push(i);
            return;
        }
        let mut at = Some(top);
        while let Some(node) = at.filter(|n| name_of(n) != "br" && !is_block(n)) {
            match node.value().as_text() {
                Some(text) if !text.trim().is_empty() => self
                    .parts
                    .entry(node.id())
                    .or_default()
                    .push((0, text.len(), i)),
                Some(_) => {}
                None if node.value().is_element() => {
                    self.whole.entry(node.id()).or_default().push(i)
                }
                None => {}
            }
            at = node.next_sibling();
        }
    }

    fn write(&self, marks: &[Mark<'_>]) -> String {
        let quirks = self.page.quirks_mode == html5ever::tree_builder::QuirksMode::Quirks;
        let mut out = String::from(if quirks { "" } else { "<!DOCTYPE html>" });
        out.push_str("<html><head>");
        out.push_str(HEAD);
        let mut skipped: Option<NodeId> = None;
        for edge in self.page.tree.root().traverse() {
            match edge {
                Edge::Open(node) if skipped.is_none() => match node.value() {
                    Node::Text(text) => self.text(&mut out, node.id(), text, marks),
                    Node::Element(element) => {
                        let name = element.name();
                        match name {
                            "html" => {}
                            "head" => {}
                            "body" => {
                                out.push_str("</head><body");
                                self.attributes(&mut out, node.id(), element, marks);
                                out.push('>');
                            }
                            "style" => {
                                style(&mut out, node);
                                skipped = Some(node.id());
                            }
                            _ if GONE.contains(&name) || !is_plain(name) => {
                                skipped = Some(node.id())
                            }
                            _ => {
                                out.push('<');
                                out.push_str(&written(name));
                                self.attributes(&mut out, node.id(), element, marks);
                                if name != written(name) {
                                    out.push_str(" data-zw-tag=");
                                    out.push_str(name);
                                }
                                out.push('>');
                                if name == "pre" {
                                    // The parser drops the first line feed.
                                    out.push('\n');
                                }
                            }
                        }
                    }
                    _ => {}
                },
                Edge::Close(node) => {
                    if skipped == Some(node.id()) {
                        skipped = None;
                    } else if skipped.is_none()
                        && let Node::Element(element) = node.value()
                    {
                        let name = element.name();
                        let void = VOID.contains(&name) && name == written(name);
                        if !void && !matches!(name, "html" | "head" | "body") {
                            out.push_str("</");
                            out.push_str(&written(name));
                            out.push('>');
                        }
                    }
                }
                Edge::Open(_) => {}
            }
        }
        out
    }

    /// A text, cut where marks begin and end.
    fn text(&self, out: &mut String, node: NodeId, text: &str, marks: &[Mark<'_>]) {
        let Some(parts) = self.parts.get(&node) else {
            escape(out, text);
            return;
        };
        let mut cuts: Vec<usize> = parts
            .iter()
            .flat_map(|(from, to, _)| [*from, *to])
            .collect();
        cuts.extend([0, text.len()]);
        cuts.sort_unstable();
        cuts.dedup();
        for pair in cuts.windows(2) {
            let (from, to) = (pair[0], pair[1]);
            let here: Vec<usize> = parts
                .iter()
                .filter(|(f, t, _)| *f <= from && to <= *t)
                .map(|part| part.2)
                .collect();
            if here.is_empty() {
                escape(out, &text[from..to]);
                continue;
            }
            out.push_str("<zw-mark");
            marked(out, &here, marks);
            out.push('>');
            escape(out, &text[from..to]);
            out.push_str("</zw-mark>");
        }
    }

    fn attributes(&self, out: &mut String, node: NodeId, element: &Element, marks: &[Mark<'_>]) {
        let here = self.whole.get(&node);
        let mut written = HashSet::new();
        for (name, value) in element.attrs() {
            let value = match name {
                "title" if here.is_some() => continue,
                // A picture that is in the page itself.
                "src"
                    if value.starts_with("data:image/") && !value.starts_with("data:image/svg") =>
                {
                    value.to_string()
                }
                "style" => without_addresses(value),
                _ if KEPT.contains(&name) => value.to_string(),
                _ => continue,
            };
            if !written.insert(name) {
                continue;
            }
            out.push(' ');
            out.push_str(name);
            out.push_str("=\"");
            escape(out, &value);
            out.push('"');
        }
        if let Some(here) = here {
            marked(out, here, marks);
        }
    }
}

/// The attributes of a mark.
fn marked(out: &mut String, here: &[usize], marks: &[Mark<'_>]) {
    let ids: Vec<String> = here.iter().map(usize::to_string).collect();
    let kinds: BTreeMap<&str, ()> = here.iter().map(|i| (marks[*i].kind, ())).collect();
    let kinds: Vec<&str> = kinds.into_keys().collect();
    let hints: Vec<&str> = here.iter().map(|i| marks[*i].hint.as_str()).collect();
    out.push_str(&format!(
        " data-zw=\"{}\" data-zw-kind=\"{}\" title=\"",
        ids.join(" "),
        kinds.join(" ")
    ));
    escape(out, &hints.join("\n"));
    out.push('"');
}

fn elements<'a>(node: At<'a>) -> impl Iterator<Item = At<'a>> {
    node.children().filter(|child| child.value().is_element())
}

fn name_of<'a>(node: &At<'a>) -> &'a str {
    node.value()
        .as_element()
        .map_or("", |element| element.name())
}

/// The texts from a node to the end of its line.
fn texts_from<'a>(node: At<'a>) -> impl Iterator<Item = At<'a>> {
    let mut top = node;
    while let Some(outer) = top.parent() {
        if !outer.value().is_element() || is_block(&top) {
            break;
        }
        top = outer;
    }
    let all = top.descendants().skip_while(move |n| n.id() != node.id());
    all.filter(|n| n.value().is_text())
}

fn is_shown(node: At<'_>) -> bool {
    let mut all = std::iter::once(node).chain(node.ancestors());
    !all.any(|n| name_of(&n) == "head" || name_of(&n) == "style" || GONE.contains(&name_of(&n)))
}

fn is_block(node: &At<'_>) -> bool {
    const BLOCKS: &[&str] = &[
        "address",
        "article",
        "aside",
        "blockquote",
        "body",
        "center",
        "dd",
        "div",
        "dl",
        "dt",
        "figcaption",
        "figure",
        "footer",
        "form",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "header",
        "hr",
        "html",
        "li",
        "main",
        "nav",
        "ol",
        "p",
        "pre",
        "section",
        "table",
        "tbody",
        "td",
        "tfoot",
        "th",
        "thead",
        "tr",
        "ul",
    ];
    BLOCKS.contains(&name_of(node))
}

/// The name an element is written by.
fn written(name: &str) -> String {
    if RENAMED.contains(&name) {
        format!("zw-{name}")
    } else {
        name.to_string()
    }
}

/// Whether a name is one that can be written: `o:p` and `my-element` are, and mean nothing.
fn is_plain(name: &str) -> bool {
    name.starts_with(|c: char| c.is_ascii_lowercase())
        && name.bytes().all(|b| {
            b.is_ascii_lowercase() || b.is_ascii_digit() || matches!(b, b'-' | b'_' | b':')
        })
        && !name.starts_with("zw-")
}

/// A style sheet without what it would load.
fn style(out: &mut String, node: At<'_>) {
    let css: String = node
        .children()
        .filter_map(|n| n.value().as_text().map(|t| t.to_string()))
        .collect();
    if css.contains("</") || css.contains("<!") {
        return;
    }
    out.push_str("<style>");
    out.push_str(&without_addresses(&css));
    out.push_str("</style>");
}

/// Text or an attribute's value, so that nothing in it is markup.
pub fn escape(out: &mut String, text: &str) {
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            '\0' => {}
            c => out.push(c),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What a page may try, and what must not be in the frame then.
    #[test]
    fn nothing_that_acts_or_loads_is_written() {
        for page in [
            "<script>steal()</script><p>城东",
            "<img src=https://evil.example/a.gif onerror=steal()>",
            "<meta http-equiv=refresh content='0;url=https://evil.example/'>",
            "<style>@import 'https://evil.example/a.css'; p{background:URL(https://evil.example/b)}</style>",
            "<p style=\"background:url(https://evil.example/c)\">",
            "<form action=https://evil.example/><input type=image src=https://evil.example/d><button formaction=https://evil.example/>",
            "<a href=https://evil.example/ ping=https://evil.example/p target=_top>城东</a>",
            "<a href='javascript:steal()'>城东</a>",
            "<iframe src=https://evil.example/ srcdoc='<script>steal()</script>'></iframe>",
            "<object data=https://evil.example/></object><embed src=https://evil.example/>",
            "<svg onload=steal()><script>steal()</script><a href=https://evil.example/><foreignObject><script>steal()</script></svg>",
            "<math><mtext><table><mglyph><style><!--</style><img title='--&gt;&lt;img src=1 onerror=steal()&gt;'>",
            "<noscript><p title='</noscript><img src=x onerror=steal()>'></noscript>",
            "<textarea></textarea><xmp></xmp><script>steal()</script></textarea>",
            "<base href=https://evil.example/><link rel=stylesheet href=https://evil.example/><link rel=dns-prefetch href=//evil.example>",
            "<video src=https://evil.example/ poster=https://evil.example/ autoplay><source src=https://evil.example/></video>",
            "<body background=https://evil.example/ onload=steal()><table background=https://evil.example/>",
            "<p data-zw=0 data-zw-kind=title onclick=steal()>城东",
            "<plaintext><script>steal()</script>",
            "<template><img src=https://evil.example/ onerror=steal()></template>",
            "<style>@\\69mport 'https://evil.example/';p{background:u\\72 l(https://evil.example/)}</style>",
            "<style></style></style><script>steal()</script>",
            "<img srcset='https://evil.example/ 2x' data-src=https://evil.example/ loading=eager>",
        ] {
            let frame = build(page, &[]).html;
            let page_part = frame.split_once("</style>").unwrap().1;
            // Without texts and tooltips, which are only shown.
            let tags = page_part.split('<').skip(1);
            let tags: String = tags
                .map(|t| format!("<{}", t.split('>').next().unwrap()))
                .collect();
            let parts: Vec<&str> = tags.split('"').collect();
            let shown = |i: usize| i % 2 == 1 && parts[i - 1].ends_with(" title=");
            let parts = (0..parts.len()).filter(|i| !shown(*i));
            let tags: String = parts.map(|i| tags.split('"').nth(i).unwrap()).collect();
            for bad in [
                "evil.example",
                "steal",
                "<script",
                "javascript",
                "onerror",
                "onload",
                "href",
                "<form",
                "iframe",
                "http-equiv",
                "data-zw=",
                "@import",
            ] {
                assert!(!tags.contains(bad), "{page}: {bad} in {tags}");
            }
            assert!(
                !page_part.contains("url(") && !page_part.contains("@import"),
                "{page}: {page_part}"
            );
        }
    }
}
