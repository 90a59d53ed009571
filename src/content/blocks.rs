//! Elements become blocks: one walk in document order with a stack of open elements, never recursive. What to leave out is told, not decided here.

use std::collections::HashSet;

use crate::body::walk::inlines as all_inlines;
use crate::body::{Block, Image, Inline, MAX_NESTING, Video};
use crate::content::captions;
use crate::content::captions::is_caption_element;
use crate::content::credit_line::is_credit_line;
use crate::content::formulas;
use crate::content::placed_block::PlacedBlock;
use crate::content::roots::SiblingRange;
use crate::content::spans;
use crate::content::spans::{Span, inlines, trim};
use crate::content::tables;
use crate::content::tuning::captions::{BESIDE_MAX, OPEN_CHARS, OPEN_LINES};
use crate::content::tuning::{AROUND, CAPTION_MAX, HEADING_ELEMENT_MAX, HEADING_MAX};
use crate::content::{images, players};
use crate::grammar::boilerplate;
use crate::grammar::label;
use crate::grammar::lexicon::facet::Facet;
use crate::grammar::time;
use crate::page::dom::{Dom, NodeId};
use crate::page::tag::Tag;
use crate::page::url::Base;

/// The blocks of a run of nodes, without the subtrees in `skip`.
pub(crate) fn build(
    dom: &Dom,
    base: &Base,
    run: SiblingRange,
    skip: &HashSet<NodeId>,
) -> Vec<PlacedBlock> {
    let quote_max = dom.counts_between(run.from, run.to).chars / 2;
    walk(dom, base, run, skip, Some(quote_max), true)
}

/// The blocks of a whole tree, as it says it is.
pub(crate) fn whole(dom: &Dom, base: &Base) -> Vec<PlacedBlock> {
    let run = SiblingRange::of(dom, dom.root());
    // Where pictures stand in figures, these say themselves what their captions are.
    let fold = !dom.subtree(dom.root()).any(|ix| dom.tag(ix) == Tag::Figure);
    let mut pieces = walk(dom, base, run, &HashSet::new(), None, fold);
    if fold {
        captions::fold(&mut pieces);
    }
    pieces
}

fn walk(
    dom: &Dom,
    base: &Base,
    run: SiblingRange,
    skip: &HashSet<NodeId>,
    quote_max: Option<u32>,
    fold: bool,
) -> Vec<PlacedBlock> {
    let mut builder = Builder {
        dom,
        base,
        skip,
        quote_max,
        fold,
        frames: vec![Frame::default()],
        open: Vec::new(),
        spans: Vec::new(),
        strong: 0,
        emphasis: 0,
        links: Vec::new(),
        heading: None,
        centred: 0,
        caption: None,
        hidden_caption: false,
        captions: 0,
    };
    let mut at = run.from;
    while at < run.to && !dom.allowance.is_spent() {
        builder.close_before(at);
        at = builder.visit(at);
    }
    builder.close_before(NodeId(u32::MAX));
    builder.flush();
    builder.frames.swap_remove(0).pieces
}

#[derive(Debug, Default)]
struct Frame {
    kind: FrameKind,
    pieces: Vec<PlacedBlock>,
}

#[derive(Debug, Default, Clone, Copy, PartialEq)]
enum FrameKind {
    #[default]
    Top,
    List {
        ordered: bool,
    },
    Item,
    Quote,
}

/// What to do when an element ends.
#[derive(Debug, Clone, Copy, PartialEq)]
enum Close {
    Block,
    Heading,
    Strong,
    Emphasis,
    Link,
    Frame(NodeId),
    /// A caption, and the figure it is in.
    Caption(NodeId),
    Figure,
    Centred,
}

struct Builder<'a> {
    dom: &'a Dom,
    base: &'a Base,
    skip: &'a HashSet<NodeId>,
    /// Characters a quote has at most; none where quotes are believed.
    quote_max: Option<u32>,
    /// Whether lines below pictures may be their captions.
    fold: bool,
    frames: Vec<Frame>,
    open: Vec<(NodeId, Close)>,
    spans: Vec<Span>,
    strong: u32,
    emphasis: u32,
    links: Vec<String>,
    heading: Option<u8>,
    centred: u32,
    /// Text of a caption that came before its picture.
    caption: Option<String>,
    /// Whether the last picture's caption is only what a script would show.
    hidden_caption: bool,
    /// How many captions are open: lines of one are one text.
    captions: u32,
}

/// Whether a caption holds paragraphs of the text: nothing ended it where it ends.
fn is_left_open(dom: &Dom, ix: NodeId) -> bool {
    dom.counts(ix).chars > OPEN_CHARS && dom.lines_in(ix).len() >= OPEN_LINES
}

impl Builder<'_> {
    /// Ends all elements that end at or before `at`.
    fn close_before(&mut self, at: NodeId) {
        while let Some(&(end, close)) = self.open.last() {
            if end > at {
                break;
            }
            self.open.pop();
            match close {
                Close::Block => self.flush(),
                Close::Heading => {
                    self.flush();
                    self.heading = None;
                }
                Close::Strong => self.strong -= 1,
                Close::Emphasis => self.emphasis -= 1,
                Close::Link => {
                    self.links.pop();
                }
                Close::Frame(start) => self.close_frame(start),
                Close::Caption(figure) => {
                    self.captions -= 1;
                    self.close_caption(figure);
                }
                Close::Figure => {
                    self.flush();
                    self.caption = None;
                }
                Close::Centred => {
                    self.flush();
                    self.centred -= 1;
                }
            }
        }
    }

    /// Takes in one node; returns where to go on.
    fn visit(&mut self, ix: NodeId) -> NodeId {
        let dom = self.dom;
        let next = NodeId(ix.0 + 1);
        let end = dom.end(ix);
        let tag = dom.tag(ix);
        if tag == Tag::Text {
            if !dom.is_hidden(ix) {
                self.text(ix, next);
            }
            return next;
        }
        if self.skip.contains(&ix) {
            if tag.is_block() {
                self.flush();
            }
            return end;
        }
        if let Some(tex) = formulas::tex(dom, ix) {
            self.formula(tex, ix);
            return end;
        }
        match tag {
            Tag::Video | Tag::Iframe | Tag::Embed => {
                self.video(players::read(dom, self.base, ix), ix);
                return end;
            }
            Tag::Noscript => {
                self.noscript(ix);
                return end;
            }
            Tag::Title => return end,
            _ if dom.is_hidden(ix) => return end,
            Tag::A | Tag::Img if players::is_link(dom, ix) => {
                self.video(players::linked(dom, self.base, ix), ix);
                return end;
            }
            Tag::Img if self.fold && players::is_still(dom, ix) => {
                self.video(players::of_still(images::url(dom, self.base, ix)), ix);
            }
            Tag::Img => self.image(ix),
            Tag::Br => self.flush(),
            Tag::Hr => {
                self.flush();
                if self
                    .top()
                    .pieces
                    .last()
                    .is_some_and(|p| p.block != Block::Divider)
                {
                    self.push(Block::Divider, ix);
                }
            }
            Tag::Table if let Some(code) = tables::numbered_code(dom, ix) => {
                self.flush();
                self.push(Block::code(code), ix);
                return end;
            }
            Tag::Table if self.fold && dom.has_image(ix) && self.picture_table(ix) => return end,
            Tag::Table if tables::is_data(dom, ix) => {
                self.flush();
                if let Some(mut table) = tables::read(dom, self.base, ix) {
                    table.caption = table.caption.or_else(|| self.caption.take());
                    self.push(Block::Table(table), ix);
                }
                return end;
            }
            Tag::Pre => {
                self.flush();
                self.pre(ix);
                return end;
            }
            Tag::Ul | Tag::Ol => {
                self.flush();
                let ordered = tag == Tag::Ol;
                self.open_frame(ix, FrameKind::List { ordered });
            }
            Tag::Li if matches!(self.top().kind, FrameKind::List { .. }) => {
                self.flush();
                self.open_frame(ix, FrameKind::Item);
            }
            Tag::Blockquote => {
                self.flush();
                self.open_frame(ix, FrameKind::Quote);
            }
            Tag::Figcaption if is_left_open(dom, ix) => {
                self.flush();
                self.open.push((end, Close::Block));
            }
            Tag::Figcaption => {
                self.flush();
                let mut around = dom.ancestors(ix).take(AROUND);
                let figure = around.find(|&a| dom.tag(a) == Tag::Figure);
                self.captions += 1;
                self.open
                    .push((end, Close::Caption(figure.unwrap_or(NodeId(0)))));
            }
            Tag::B | Tag::Strong => {
                self.strong += 1;
                self.open.push((end, Close::Strong));
            }
            Tag::I | Tag::Em if !is_caption_element(dom, ix) => {
                self.emphasis += 1;
                self.open.push((end, Close::Emphasis));
            }
            Tag::A => {
                if let Some(url) = dom.attr(ix, "href").and_then(|h| self.base.resolve(h)) {
                    self.links.push(url);
                    self.open.push((end, Close::Link));
                }
            }
            Tag::Figure => {
                self.flush();
                // A script sets the picture.
                if self.fold
                    && let Some(url) = images::of_figure(dom, self.base, ix)
                    && dom.allowance.text(&url)
                {
                    self.push_picture(Image::new(url), ix);
                }
                self.open.push((end, Close::Figure));
            }
            _ if tag.heading_level().is_some() => {
                self.flush();
                self.heading = tag.heading_level();
                self.open.push((end, Close::Heading));
            }
            _ if tag.is_block() => {
                self.flush();
                if is_caption_element(dom, ix)
                    || self.is_below_picture_in_its_box(ix)
                    || self.is_picture_and_caption(ix)
                {
                    self.centred += 1;
                    self.open.push((end, Close::Centred));
                } else {
                    self.open.push((end, Close::Block));
                }
            }
            Tag::Span | Tag::Font | Tag::I | Tag::Em if is_caption_element(dom, ix) => {
                self.flush();
                self.centred += 1;
                self.open.push((end, Close::Centred));
            }
            _ => {}
        }
        next
    }

    fn top(&self) -> &Frame {
        self.frames.last().expect("the top frame is never closed")
    }

    fn push(&mut self, block: Block, at: NodeId) {
        self.push_joined(block, at, None);
    }

    fn push_joined(&mut self, block: Block, at: NodeId, joined: Option<Box<str>>) {
        if !self.dom.allowance.parts(parts(&block)) {
            return;
        }
        let piece = PlacedBlock {
            block,
            at,
            joined,
            captioned: self.centred > 0,
            said: Default::default(),
        };
        self.frames
            .last_mut()
            .expect("the top frame is never closed")
            .pieces
            .push(piece);
    }

    fn open_frame(&mut self, ix: NodeId, kind: FrameKind) {
        let end = self.dom.end(ix);
        let in_list = |kind: FrameKind| matches!(kind, FrameKind::List { .. });
        if in_list(kind) && in_list(self.top().kind) {
            // A list right in a list stands in an item of its own, and is written so: it must be as deep as what is read again.
            self.open_frame(ix, FrameKind::Item);
        }
        if self.frames.len() <= MAX_NESTING {
            self.frames.push(Frame {
                kind,
                pieces: Vec::new(),
            });
            self.open.push((end, Close::Frame(ix)));
        } else {
            self.open.push((end, Close::Block));
        }
    }

    fn close_frame(&mut self, start: NodeId) {
        self.flush();
        let Some(mut frame) = self.frames.pop() else {
            return;
        };
        if frame.kind == FrameKind::Quote && self.is_no_quote(&frame.pieces, start) {
            let outer = self.frames.last_mut();
            outer
                .expect("the top frame is never closed")
                .pieces
                .append(&mut frame.pieces);
            return;
        }
        if self.fold {
            captions::fold(&mut frame.pieces);
        }
        let blocks: Vec<Block> = frame.pieces.into_iter().map(|p| p.block).collect();
        if blocks.is_empty() {
            return;
        }
        // A list of pictures is how galleries are built: the pictures stand in the text.
        if matches!(frame.kind, FrameKind::List { .. }) && blocks.iter().all(is_pictures) {
            let pictures = blocks.into_iter().flat_map(|block| match block {
                Block::Quote(quote) => quote.blocks,
                other => vec![other],
            });
            for picture in pictures {
                match picture {
                    Block::Image(image) => self.push_picture(image, start),
                    other => self.push(other, start),
                }
            }
            return;
        }
        let block = match frame.kind {
            FrameKind::Quote | FrameKind::Item => Block::quote(blocks),
            FrameKind::List { ordered } => {
                // Items were closed as quotes of their own; what stands between items is an item too.
                let items = blocks
                    .into_iter()
                    .map(|block| match block {
                        Block::Quote(quote) => quote.blocks,
                        other => vec![other],
                    })
                    .collect();
                Block::list(ordered, items)
            }
            FrameKind::Top => return,
        };
        self.push(block, start);
    }

    /// Whether a quote is a tag left open, or how the page is set: it holds half of the body, or pictures.
    fn is_no_quote(&self, pieces: &[PlacedBlock], start: NodeId) -> bool {
        let Some(max) = self.quote_max else {
            return false;
        };
        let pictures = pieces.iter().filter(|p| matches!(p.block, Block::Image(_)));
        self.dom.counts(start).chars > max || pictures.count() >= 2
    }

    fn text(&mut self, ix: NodeId, next: NodeId) {
        let dom = self.dom;
        let text = dom.span(ix, next).trim_start_matches('\n');
        if text.is_empty() || (self.spans.is_empty() && text.trim().is_empty()) {
            return;
        }
        // The mark that links a heading to itself: 再搜索#, ¶最后替换.
        if self.heading.is_some() && matches!(text.trim(), "#" | "¶" | "§") {
            return;
        }
        let (strong, emphasis) = (self.strong > 0, self.emphasis > 0);
        let link = self.links.last();
        if let Some(last) = self.spans.last_mut()
            && last.strong == strong
            && last.emphasis == emphasis
            && last.link.as_ref() == link
        {
            last.text.push_str(text);
            return;
        }
        // A link around ten thousand pieces of text is one address ten thousand times.
        if link.is_some_and(|l| !dom.allowance.text(l)) {
            return;
        }
        self.spans.push(Span {
            text: text.to_string(),
            strong,
            emphasis,
            link: link.cloned(),
            at: ix,
        });
    }

    /// A formula in its sentence, as the TeX it was set from.
    fn formula(&mut self, tex: &str, ix: NodeId) {
        self.spans.push(Span {
            text: format!("${tex}$"),
            strong: false,
            emphasis: false,
            link: None,
            at: ix,
        });
    }

    /// Ends the paragraph that is being collected.
    fn flush(&mut self) {
        if self.captions > 0 {
            if let Some(last) = self.spans.last_mut().filter(|s| !s.text.ends_with(' ')) {
                last.text.push(' ');
            }
            return;
        }
        let mut spans = std::mem::take(&mut self.spans);
        trim(&mut spans);
        let Some(at) = spans.first().map(|s| s.at) else {
            return;
        };
        let chars: usize = spans.iter().map(|s| s.text.chars().count()).sum();
        let plain = self.top().kind == FrameKind::Top;
        let bold = spans.iter().all(|s| s.strong);
        let ends_open = spans.last().is_some_and(|s| {
            s.text
                .ends_with(['。', '，', '；', '、', ',', '”', '…', '」'])
        });
        let ends_sentence = spans.last().is_some_and(|s| s.text.ends_with('。'));
        let joined = (spans.len() > 1).then(|| spans::text(&spans).into());
        let block = match self.heading {
            // Some editors set paragraphs as headings.
            Some(_) if chars >= HEADING_ELEMENT_MAX || chars > HEADING_MAX && ends_sentence => {
                Block::paragraph(inlines(spans, true))
            }
            Some(level) => Block::heading(level.max(2), inlines(spans, false)),
            None if bold
                && plain
                && chars <= HEADING_MAX
                && !ends_open
                && !spans.iter().all(|s| captions::is_number(&s.text)) =>
            {
                Block::heading(3, inlines(spans, false))
            }
            None => Block::paragraph(inlines(spans, true)),
        };
        self.push_joined(block, at, joined);
    }

    fn close_caption(&mut self, figure: NodeId) {
        let mut spans = std::mem::take(&mut self.spans);
        trim(&mut spans);
        let text = spans::text(&spans);
        // 图像加注文字， is for who cannot see the picture.
        let text = match Facet::CaptionLabelStart.strip_start(&text) {
            Some(rest) if rest.starts_with(['，', ',']) => {
                rest.trim_start_matches(['，', ',', ' ']).to_string()
            }
            _ => text,
        };
        if text.is_empty() {
            return;
        }
        let frame = self
            .frames
            .last_mut()
            .expect("the top frame is never closed");
        // A line of whose it is may stand between the picture and its caption.
        let mut within = frame.pieces.iter_mut().rev().take_while(|p| p.at >= figure);
        let last = within.find(|p| {
            matches!(
                p.block,
                Block::Image(_) | Block::Video(_) | Block::Table(_) | Block::Quote(_)
            )
        });
        match last.map(|p| &mut p.block) {
            Some(Block::Table(table)) if table.caption.is_none() => table.caption = Some(text),
            // Who said it is no caption, but stays.
            Some(Block::Quote(_)) => {
                self.spans = spans;
                self.flush();
            }
            // What is shown is better than what a script would show.
            Some(Block::Image(image)) if image.caption.is_none() || self.hidden_caption => {
                image.caption = Some(text);
                self.hidden_caption = false;
            }
            Some(Block::Video(video)) if video.caption.is_none() => video.caption = Some(text),
            _ => self.caption = Some(text),
        }
    }

    fn image(&mut self, ix: NodeId) {
        if let Some(image) = images::read(self.dom, self.base, ix)
            && self.dom.allowance.text(&image.url)
            && image
                .caption
                .as_ref()
                .is_none_or(|caption| self.dom.allowance.text(caption))
        {
            self.push_image(image, ix);
        }
    }

    fn push_image(&mut self, mut image: Image, ix: NodeId) {
        self.flush();
        self.hidden_caption = self.caption.is_none() && image.caption.is_some();
        image.caption = self.caption.take().or(image.caption);
        self.push_picture(image, ix);
    }

    /// Adds a picture, unless it is one of the last two above: shown large and again small, or in `noscript`.
    fn push_picture(&mut self, image: Image, ix: NodeId) {
        let frame = self.frames.last_mut();
        let pieces = &mut frame.expect("the top frame is never closed").pieces;
        let above = pieces.iter_mut().rev().take(2);
        let mut above = above.filter_map(|p| match &mut p.block {
            Block::Image(above) if above.url == image.url => Some(above),
            _ => None,
        });
        match above.next() {
            Some(above) => {
                if above.caption.is_none() {
                    above.caption = image.caption;
                }
            }
            None => self.push(Block::Image(image), ix),
        }
    }

    /// A picture loaded late keeps its address in a `noscript` beside a placeholder.
    fn noscript(&mut self, ix: NodeId) {
        let after_image = matches!(
            self.top().pieces.last(),
            Some(PlacedBlock { block: Block::Image(_), at, .. }) if at.0 + 3 >= ix.0
        );
        if after_image {
            return;
        }
        let img = self.dom.subtree(ix).find(|&i| self.dom.tag(i) == Tag::Img);
        if let Some(img) = img {
            self.image(img);
        }
    }

    fn video(&mut self, video: Option<Video>, ix: NodeId) {
        let fits = |video: &Video| {
            let mut addresses = video.url.iter().chain(&video.poster);
            addresses.all(|url| self.dom.allowance.text(url))
        };
        if let Some(mut video) = video.filter(fits) {
            self.flush();
            video.caption = self.caption.take();
            self.push(Block::Video(video), ix);
        }
    }

    /// Whether an element is all the text of a box that holds one picture above it, and the box is a small part of the body.
    fn is_below_picture_in_its_box(&self, ix: NodeId) -> bool {
        let (dom, Some(half)) = (self.dom, self.quote_max) else {
            return false;
        };
        let Some(outer) = dom.parent(ix) else {
            return false;
        };
        let chars = dom.counts(outer).chars;
        chars > 0
            && chars as usize <= CAPTION_MAX
            && chars < half
            && chars == dom.counts(ix).chars
            // The length of a film is none: 3:32.
            && dom.text(ix).contains(char::is_alphabetic)
            && dom.counts(outer).linked == 0
            && matches!(dom.images_in(outer), [image] if *image < ix)
    }

    /// Whether a paragraph is one picture and a short line below it, which ends as no sentence of a text does.
    fn is_picture_and_caption(&self, ix: NodeId) -> bool {
        let dom = self.dom;
        let counts = dom.counts(ix);
        self.fold
            && (1..=BESIDE_MAX).contains(&counts.chars)
            && counts.linked == 0
            && self.quote_max.is_some_and(|half| counts.chars < half)
            && matches!(dom.images_in(ix), [image] if dom.counts_between(ix, *image).chars == 0)
            && dom.lines_in(ix).len() == 1
            && dom.text(ix).contains(char::is_alphabetic)
            && !dom.text(ix).ends_with(['。', '：', '”', '」', '！', '？'])
            && !time::spans::shows(dom.text(ix))
            && !is_credit_line(dom, dom.text(ix))
            && label::scan(dom.text(ix)).is_empty()
            && boilerplate::act(dom.text(ix)).is_none()
    }

    /// Takes in a table that sets captions below its pictures: a row of pictures and a row of as many texts.
    fn picture_table(&mut self, ix: NodeId) -> bool {
        let Some(pictures) = tables::captioned_pictures(self.dom, ix) else {
            return false;
        };
        self.flush();
        for (picture, caption) in pictures {
            if let Some(mut image) = images::read(self.dom, self.base, picture)
                && self.dom.allowance.text(&image.url)
            {
                let caption = caption.filter(|caption| self.dom.allowance.text(caption));
                image.caption = caption.map(String::from).or(image.caption);
                self.push_picture(image, picture);
            }
        }
        true
    }

    /// `pre` that holds code is code; otherwise it is text set with line feeds.
    fn pre(&mut self, ix: NodeId) {
        let dom = self.dom;
        // A line of code in an element of its own each.
        let lines: Vec<NodeId> = dom
            .children(ix)
            .filter(|&i| dom.tag(i) == Tag::Code)
            .collect();
        if lines.len() > 1 {
            let lines: Vec<String> = lines.into_iter().map(|line| dom.raw_text(line)).collect();
            self.push(Block::code(lines.join("\n")), ix);
            return;
        }
        let raw = self.dom.preformatted(ix);
        let is_code = self.dom.subtree(ix).any(|i| self.dom.tag(i) == Tag::Code);
        if is_code {
            let text = raw.trim_matches('\n').to_string();
            if !text.is_empty() {
                self.push(Block::code(text), ix);
            }
            return;
        }
        for line in raw.lines() {
            if dom.allowance.is_spent() {
                break;
            }
            let line = crate::text::clean(line);
            if !line.is_empty() {
                self.push(Block::paragraph(vec![Inline::text(line)]), ix);
            }
        }
    }
}

/// How many parts a block has; of quotes and lists, those inside are counted already.
fn parts(block: &Block) -> usize {
    let inlines = |content: &[Inline]| all_inlines(content).count();
    let content: usize = match block {
        Block::Paragraph(paragraph) => inlines(&paragraph.content),
        Block::Heading(heading) => inlines(&heading.content),
        Block::List(list) => list.items.len(),
        // Those of a table are counted as they are read.
        _ => 0,
    };
    content + 1
}

/// Whether an item of a list is pictures and nothing else but captions. Items were closed as quotes.
fn is_pictures(block: &Block) -> bool {
    match block {
        Block::Image(_) => true,
        Block::Quote(quote) => quote.blocks.iter().all(|b| matches!(b, Block::Image(_))),
        _ => false,
    }
}
