//! A body as clean HTML. Every tag and attribute that can come out is written in this file; nothing of a page's own markup.

use std::fmt::Write as _;

use crate::body::plain::VIDEO;
use crate::body::plain::running;
use crate::body::{Block, Cell, Image, Inline, List, Table, Video};
use crate::render::inline::{Run, Style, runs};
use crate::render::shared::{
    DEPTH, code_lines, image_caption, is_tight, leaves, safe_url, video_url,
};

pub(super) fn render(blocks: &[Block]) -> String {
    let mut html = Html { out: String::new() };
    html.blocks(blocks, 0);
    html.out
}

struct Html {
    out: String,
}

impl Html {
    fn blocks(&mut self, blocks: &[Block], depth: usize) {
        for block in blocks {
            self.block(block, depth);
        }
    }

    /// `depth` bounds the recursion: below [`DEPTH`] only leaves are left.
    fn block(&mut self, block: &Block, depth: usize) {
        match block {
            Block::Paragraph(paragraph) => self.line("p", &paragraph.content),
            Block::Heading(heading) => {
                let tags = ["h2", "h3", "h4", "h5", "h6"];
                let tag = tags[usize::from(heading.level.clamp(2, 6)) - 2];
                self.line(tag, &heading.content);
            }
            Block::Image(image) => self.image(image),
            Block::Video(video) => self.video(video),
            Block::Table(table) => self.table(table),
            Block::Code(code) if !code.text.trim().is_empty() => {
                self.start("<pre><code>");
                for (index, line) in code_lines(&code.text).enumerate() {
                    if index > 0 {
                        self.out.push('\n');
                    }
                    for c in line.chars() {
                        self.escaped(c);
                    }
                }
                self.out.push_str("</code></pre>");
            }
            Block::Code(_) => {}
            Block::Divider => self.start("<hr>"),
            Block::Quote(_) | Block::List(_) if depth >= DEPTH => {
                for leaf in leaves(std::slice::from_ref(block)) {
                    self.block(leaf, depth);
                }
            }
            Block::Quote(quote) => {
                self.around("<blockquote>", "\n</blockquote>", |html| {
                    html.blocks(&quote.blocks, depth + 1);
                });
            }
            Block::List(list) => self.list(list, depth),
            Block::Other => {}
        }
    }

    fn list(&mut self, list: &List, depth: usize) {
        let (open, close) = if list.ordered {
            ("<ol>", "\n</ol>")
        } else {
            ("<ul>", "\n</ul>")
        };
        self.around(open, close, |html| {
            for item in &list.items {
                html.around("<li>", "</li>", |html| match item.as_slice() {
                    [Block::Paragraph(first), rest @ ..] if is_tight(item) => {
                        let runs = runs(&first.content);
                        if is_visible(&runs) {
                            html.runs(&runs);
                        }
                        html.blocks(rest, depth + 1);
                    }
                    blocks => html.blocks(blocks, depth + 1),
                });
            }
        });
    }

    /// What `inner` writes between two tags; nothing at all if it writes nothing.
    fn around(&mut self, open: &str, close: &str, inner: impl FnOnce(&mut Self)) {
        let before = self.out.len();
        self.start(open);
        let opened = self.out.len();
        inner(self);
        if self.out.len() > opened {
            self.out.push_str(close);
        } else {
            self.out.truncate(before);
        }
    }

    /// Begins a new line.
    fn start(&mut self, tag: &str) {
        if !self.out.is_empty() {
            self.out.push('\n');
        }
        self.out.push_str(tag);
    }

    fn line(&mut self, tag: &str, content: &[Inline]) {
        let runs = runs(content);
        if is_visible(&runs) {
            self.start("");
            let _ = write!(self.out, "<{tag}>");
            self.runs(&runs);
            let _ = write!(self.out, "</{tag}>");
        }
    }

    fn inlines(&mut self, content: &[Inline]) {
        self.runs(&runs(content));
    }

    fn runs(&mut self, runs: &[Run]) {
        let mut now = Style::default();
        for run in runs {
            self.change(now, run.style);
            now = run.style;
            for c in run.text.chars() {
                match c {
                    '\n' => self.out.push_str("<br>"),
                    c => self.escaped(c),
                }
            }
        }
        self.change(now, Style::default());
    }

    /// Closes and opens tags between two styles, links outermost.
    fn change(&mut self, from: Style, to: Style) {
        let link = from.link != to.link;
        let strong = link || from.strong != to.strong;
        let emphasis = strong || from.emphasis != to.emphasis;
        if emphasis && from.emphasis {
            self.out.push_str("</em>");
        }
        if strong && from.strong {
            self.out.push_str("</strong>");
        }
        if link && from.link.is_some() {
            self.out.push_str("</a>");
        }
        if let Some(url) = to.link.filter(|_| link) {
            self.out.push_str("<a");
            self.attribute("href", url);
            self.out.push('>');
        }
        if strong && to.strong {
            self.out.push_str("<strong>");
        }
        if emphasis && to.emphasis {
            self.out.push_str("<em>");
        }
    }

    fn escaped(&mut self, c: char) {
        match c {
            '&' => self.out.push_str("&amp;"),
            '<' => self.out.push_str("&lt;"),
            '>' => self.out.push_str("&gt;"),
            '"' => self.out.push_str("&quot;"),
            '\'' => self.out.push_str("&#39;"),
            c => self.out.push(c),
        }
    }

    fn text(&mut self, text: &str) {
        for c in text.chars().filter_map(running) {
            self.escaped(c);
        }
    }

    fn attribute(&mut self, name: &str, value: &str) {
        let _ = write!(self.out, " {name}=\"");
        self.text(value);
        self.out.push('"');
    }

    fn figcaption(&mut self, caption: &str) {
        self.out.push_str("<figcaption>");
        self.text(caption);
        self.out.push_str("</figcaption>");
    }

    fn image(&mut self, image: &Image) {
        let caption = image_caption(image);
        let shown = safe_url(&image.url);
        if !shown && caption.is_none() {
            return;
        }
        self.start("<figure>");
        if shown {
            self.out.push_str("<img");
            self.attribute("src", image.url.trim());
            self.attribute("alt", image.alt.as_deref().unwrap_or_default());
            for (name, pixels) in [("width", image.width), ("height", image.height)] {
                if let Some(pixels) = pixels {
                    let _ = write!(self.out, " {name}=\"{pixels}\"");
                }
            }
            self.out.push('>');
        }
        if let Some(caption) = caption {
            self.figcaption(caption);
        }
        self.out.push_str("</figure>");
    }

    fn video(&mut self, video: &Video) {
        let caption = video.caption.as_deref().map(str::trim).unwrap_or_default();
        let url = video_url(video);
        let poster = video.poster.as_deref().filter(|url| safe_url(url));
        if url.is_none() && poster.is_none() && caption.is_empty() {
            return;
        }
        self.start("<figure>");
        match (url, poster) {
            (Some(url), poster) if is_file(url) => {
                self.out.push_str("<video controls");
                self.attribute("src", url.trim());
                if let Some(poster) = poster {
                    self.attribute("poster", poster.trim());
                }
                self.out.push('>');
                self.link(url, None);
                self.out.push_str("</video>");
            }
            // A player's page does not play in a video element.
            (Some(url), poster) => self.link(url, poster),
            (None, Some(poster)) => self.still(poster),
            (None, None) => {}
        }
        if !caption.is_empty() {
            self.figcaption(caption);
        }
        self.out.push_str("</figure>");
    }

    fn link(&mut self, url: &str, poster: Option<&str>) {
        self.out.push_str("<a");
        self.attribute("href", url.trim());
        self.out.push('>');
        match poster {
            Some(poster) => self.still(poster),
            None => self.out.push_str(VIDEO),
        }
        self.out.push_str("</a>");
    }

    fn still(&mut self, poster: &str) {
        self.out.push_str("<img");
        self.attribute("src", poster.trim());
        self.attribute("alt", VIDEO);
        self.out.push('>');
    }

    fn table(&mut self, table: &Table) {
        let caption = table.caption.as_deref().map(str::trim).unwrap_or_default();
        if table.rows.is_empty() && caption.is_empty() {
            return;
        }
        if !caption.is_empty() {
            self.start("<figure>");
            self.figcaption(caption);
        }
        if !table.rows.is_empty() {
            self.start("<table>");
            for row in &table.rows {
                self.start("<tr>");
                for cell in row {
                    self.cell(cell);
                }
                self.out.push_str("</tr>");
            }
            self.start("</table>");
        }
        if !caption.is_empty() {
            self.out.push_str("</figure>");
        }
    }

    fn cell(&mut self, cell: &Cell) {
        let tag = if cell.header { "th" } else { "td" };
        let _ = write!(self.out, "<{tag}");
        for (name, span) in [("colspan", cell.colspan), ("rowspan", cell.rowspan)] {
            // What browsers accept at most; 0 would mean "to the end".
            let span = span.min(1000);
            if span > 1 {
                let _ = write!(self.out, " {name}=\"{span}\"");
            }
        }
        self.out.push('>');
        self.inlines(&cell.content);
        let _ = write!(self.out, "</{tag}>");
    }
}

fn is_visible(runs: &[Run]) -> bool {
    runs.iter().any(|run| !run.text.trim().is_empty())
}

/// Whether a URL is that of a video file, by its path's ending.
fn is_file(url: &str) -> bool {
    let path = url.split(['?', '#']).next().unwrap_or_default();
    let ending = path.rsplit('.').next().unwrap_or_default();
    ["mp4", "m4v", "webm", "ogv", "mov", "m3u8"]
        .iter()
        .any(|known| ending.eq_ignore_ascii_case(known))
}
