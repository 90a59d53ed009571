//! A body as Markdown: the blocks. What happens inside a line is `escape`'s.

mod escape;

use crate::body::plain::VIDEO;
use crate::body::{Block, Image, Inline, List, Table, Video};
use crate::render::markdown::escape::{Place, destination, inline, literal};
use crate::render::options::MarkdownOptions;
use crate::render::shared::{
    DEPTH, code_lines, image_caption, is_tight, leaves, safe_url, video_url,
};

/// More columns than this are no table to read; spans are left out of account then, so that output stays linear in input.
const COLUMNS: usize = 64;

pub(super) fn render(blocks: &[Block], options: MarkdownOptions) -> String {
    let mut markdown = Markdown {
        options,
        out: String::new(),
        prefix: String::new(),
        begun: false,
        tight: false,
    };
    markdown.blocks(blocks, 0, false);
    markdown.out
}

/// A title as a heading of level 1. Empty for a blank one.
pub(super) fn title(text: &str) -> String {
    let text = inline(&[Inline::text(text)], Place::Heading, false);
    if text.is_empty() {
        text
    } else {
        format!("# {text}")
    }
}

struct Markdown {
    options: MarkdownOptions,
    out: String,
    /// What each line starts with here: the marks of quotes, the indentation of lists.
    prefix: String,
    /// Whether the next block goes on the line begun, after a list's or a quote's mark.
    begun: bool,
    /// Whether the next block follows without a blank line.
    tight: bool,
}

impl Markdown {
    fn blocks(&mut self, blocks: &[Block], depth: usize, tight: bool) {
        // Two lists in a row would be read as one, had they the same mark.
        let mut last: Option<(bool, bool)> = None;
        for block in blocks {
            if let Block::List(list) = block
                && depth < DEPTH
            {
                let other = last.is_some_and(|(ordered, other)| ordered == list.ordered && !other);
                let before = self.out.len();
                self.tight = tight;
                self.list(list, depth, other);
                if self.out.len() > before {
                    last = Some((list.ordered, other));
                }
                continue;
            }
            let before = self.out.len();
            self.block(block, depth);
            if self.out.len() > before {
                last = None;
            }
        }
    }

    /// `depth` bounds the recursion: below [`DEPTH`] only leaves are left.
    fn block(&mut self, block: &Block, depth: usize) {
        match block {
            Block::Paragraph(paragraph) => {
                self.paragraph(&self.inline(&paragraph.content, Place::Paragraph));
            }
            Block::Heading(heading) => {
                let text = self.inline(&heading.content, Place::Heading);
                if !text.is_empty() {
                    self.start();
                    let level = usize::from(heading.level.clamp(2, 6));
                    self.out.extend(std::iter::repeat_n('#', level));
                    self.out.push(' ');
                    self.out.push_str(&text);
                }
            }
            Block::Image(image) => self.image(image),
            Block::Video(video) => self.video(video),
            Block::Table(table) => self.table(table),
            Block::Code(code) if !code.text.trim().is_empty() => self.code(&code.text),
            Block::Code(_) => {}
            Block::Divider => {
                // After a list's mark, `- ---` would be one rule.
                let rule = if self.begun { "___" } else { "---" };
                self.start();
                self.out.push_str(rule);
            }
            Block::Quote(_) | Block::List(_) if depth >= DEPTH => {
                for leaf in leaves(std::slice::from_ref(block)) {
                    self.block(leaf, depth);
                }
            }
            Block::Quote(quote) => {
                let before = self.mark("> ");
                self.prefix.push_str("> ");
                self.blocks(&quote.blocks, depth + 1, false);
                self.prefix.truncate(self.prefix.len() - 2);
                self.unmark(before);
            }
            Block::List(list) => self.list(list, depth, false),
            Block::Other => {}
        }
    }

    fn inline(&self, content: &[Inline], place: Place) -> String {
        inline(content, place, self.options.links)
    }

    fn list(&mut self, list: &List, depth: usize, other: bool) {
        let tight = list.items.iter().all(|item| is_tight(item));
        let mut number = 1;
        for item in &list.items {
            let mark = match (list.ordered, other) {
                (true, false) => format!("{number}. "),
                (true, true) => format!("{number}) "),
                (false, false) => "- ".to_owned(),
                (false, true) => "* ".to_owned(),
            };
            let before = self.mark(&mark);
            self.prefix.extend(std::iter::repeat_n(' ', mark.len()));
            self.blocks(item, depth + 1, tight);
            self.prefix.truncate(self.prefix.len() - mark.len());
            if self.unmark(before) {
                self.tight = tight;
                number += 1;
            }
        }
        self.tight = false;
    }

    /// Begins a block: on the line begun, or after a blank line.
    fn start(&mut self) {
        let tight = std::mem::take(&mut self.tight) || self.options.compact;
        if std::mem::take(&mut self.begun) {
            return;
        }
        if !self.out.is_empty() {
            self.newline();
            if !tight {
                // The blank line of a quote has its mark, but no space at the end.
                self.out.truncate(self.out.trim_end_matches(' ').len());
                self.newline();
            }
        } else {
            self.out.push_str(&self.prefix);
        }
    }

    fn newline(&mut self) {
        self.out.push('\n');
        self.out.push_str(&self.prefix);
    }

    /// Begins a block with the mark of a quote or item. Returns the state to go back to if it turns out empty.
    fn mark(&mut self, mark: &str) -> (usize, usize, bool, bool) {
        let (length, begun, tight) = (self.out.len(), self.begun, self.tight);
        self.start();
        self.out.push_str(mark);
        self.begun = true;
        (length, self.out.len(), begun, tight)
    }

    /// Takes a mark back if nothing came after it. Returns whether something did.
    fn unmark(&mut self, (length, marked, begun, tight): (usize, usize, bool, bool)) -> bool {
        if self.out.len() > marked {
            return true;
        }
        self.out.truncate(length);
        (self.begun, self.tight) = (begun, tight);
        false
    }

    fn paragraph(&mut self, text: &str) {
        for (index, line) in text.split('\n').enumerate() {
            if line.is_empty() {
                continue;
            }
            if index == 0 {
                self.start();
            } else if self.options.compact {
                self.out.push(' ');
            } else {
                self.out.push('\\');
                self.newline();
            }
            self.out.push_str(line);
        }
    }

    fn emphasized(&mut self, text: &str) {
        let content = Inline::Emphasis {
            content: vec![Inline::text(text.trim())],
        };
        self.paragraph(&self.inline(&[content], Place::Paragraph));
    }

    fn image(&mut self, image: &Image) {
        let caption = image.caption.as_deref().map(str::trim).unwrap_or_default();
        if self.options.images && safe_url(&image.url) {
            self.start();
            self.out.push_str("![");
            let alt = image.alt.as_deref().unwrap_or(caption);
            let alt = if self.options.captions { alt } else { "" };
            self.out.push_str(&literal(alt));
            self.out.push_str("](");
            self.out.push_str(&destination(&image.url));
            self.out.push(')');
        }
        if let Some(caption) = image_caption(image).filter(|_| self.options.captions) {
            self.emphasized(caption);
        }
    }

    fn video(&mut self, video: &Video) {
        let caption = video.caption.as_deref().map(str::trim).unwrap_or_default();
        let caption = if self.options.captions { caption } else { "" };
        match video_url(video).filter(|_| self.options.images) {
            Some(url) => {
                self.start();
                let text = if caption.is_empty() { VIDEO } else { caption };
                self.out.push('[');
                self.out.push_str(&literal(text));
                self.out.push_str("](");
                self.out.push_str(&destination(url));
                self.out.push(')');
            }
            None if caption.is_empty() => {}
            None => self.emphasized(caption),
        }
    }

    fn code(&mut self, text: &str) {
        let longest = text.split(|c| c != '`').map(str::len).max().unwrap_or(0);
        let fence = "`".repeat(longest.max(2) + 1);
        self.start();
        self.out.push_str(&fence);
        for line in code_lines(text) {
            self.newline();
            self.out.push_str(&line);
        }
        self.newline();
        self.out.push_str(&fence);
    }

    fn table(&mut self, table: &Table) {
        if let Some(caption) = &table.caption {
            self.emphasized(caption);
        }
        let mut rows = grid(table, self.options.links);
        let columns = rows.iter().map(Vec::len).max().unwrap_or(0);
        if columns == 0 {
            return;
        }
        let headed = table.rows.iter().find(|row| !row.is_empty());
        let headed = headed.is_some_and(|row| row.iter().all(|cell| cell.header));
        if !headed {
            rows.insert(0, Vec::new());
        }
        rows[0].resize(columns, String::new());
        for (index, row) in rows.iter().enumerate() {
            if index == 0 {
                self.start();
            } else {
                self.newline();
            }
            for cell in row {
                self.out.push_str("| ");
                self.out.push_str(cell);
                self.out.push_str(if cell.is_empty() { "" } else { " " });
            }
            self.out.push('|');
            if index == 0 {
                self.newline();
                self.out.push('|');
                self.out.extend(std::iter::repeat_n(" --- |", columns));
            }
        }
    }
}

/// The cells' text by row and column. A cell that spans several stands in the first; the others are empty.
fn grid(table: &Table, links: bool) -> Vec<Vec<String>> {
    let width = |row: &Vec<crate::body::Cell>| -> usize {
        row.iter().map(|c| usize::from(c.colspan.max(1))).sum()
    };
    let spans = table.rows.iter().all(|row| width(row) <= COLUMNS);
    // For each column, how many rows below are taken by a cell from above.
    let mut taken: Vec<u16> = Vec::new();
    let mut grid = Vec::new();
    for row in table.rows.iter().filter(|row| !row.is_empty()) {
        let mut line = Vec::new();
        for cell in row {
            while spans && taken.get(line.len()).is_some_and(|&n| n > 0) {
                taken[line.len()] -= 1;
                line.push(String::new());
            }
            let text = inline(&cell.content, Place::Cell, links);
            let (across, down) = if spans {
                (cell.colspan, cell.rowspan)
            } else {
                (1, 1)
            };
            for column in 0..across.max(1) {
                if taken.len() <= line.len() {
                    taken.push(0);
                }
                taken[line.len()] = if line.len() < COLUMNS {
                    down.max(1) - 1
                } else {
                    0
                };
                line.push(if column == 0 {
                    text.clone()
                } else {
                    String::new()
                });
            }
        }
        for n in taken.iter_mut().skip(line.len()) {
            *n = n.saturating_sub(1);
        }
        grid.push(line);
    }
    grid
}
