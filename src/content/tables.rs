//! Tables: which hold data and which only lay out a page, and reading the former row by row.

use crate::body::walk::inlines;
use crate::body::{Cell, Inline, Table};
use crate::content::tuning::CAPTION_MAX;
use crate::content::tuning::captions::GRID_MAX;
use crate::content::tuning::tables::{CELL_MAX, CELLS_MAX, ROWS_MAX, SPAN_MAX};
use crate::page::dom::{Dom, NodeId};
use crate::page::tag::Tag;
use crate::page::url::Base;

/// The code of a table that sets line numbers beside it: two cells with `pre`, the first of them figures only.
pub(crate) fn numbered_code(dom: &Dom, table: NodeId) -> Option<String> {
    let mut cells = Vec::new();
    for ix in dom.subtree(table).skip(1) {
        match dom.tag(ix) {
            Tag::Table => return None,
            Tag::Pre => cells.push(ix),
            _ => {}
        }
    }
    let figures = |text: &str| {
        text.contains(|c: char| c.is_ascii_digit())
            && text
                .chars()
                .all(|c| c.is_ascii_digit() || c.is_whitespace())
    };
    match cells[..] {
        [numbers, code] if figures(&dom.raw_text(numbers)) => {
            Some(dom.preformatted(code).trim_matches('\n').to_string())
        }
        _ => None,
    }
}

/// The pictures of a table and what the cells below them say: each row of pictures is followed by one of as many texts, and there is nothing
/// else.
pub(crate) fn captioned_pictures(dom: &Dom, table: NodeId) -> Option<Vec<(NodeId, Option<&str>)>> {
    let images = dom.images_in(table);
    let counts = dom.counts(table);
    if !(2..=GRID_MAX).contains(&images.len())
        || counts.linked > 0
        || counts.chars == 0
        || counts.chars as usize > CAPTION_MAX * images.len()
    {
        return None;
    }
    let mut out = Vec::new();
    let mut rows = dom.subtree(table).filter(|&ix| dom.tag(ix) == Tag::Tr);
    let cells = |row: NodeId| -> Vec<NodeId> {
        let is_cell = |ix: &NodeId| matches!(dom.tag(*ix), Tag::Td | Tag::Th);
        dom.children(row).filter(is_cell).collect()
    };
    while let Some(row) = rows.next() {
        let pictures: Vec<NodeId> = cells(row)
            .iter()
            .map(|&cell| match dom.images_in(cell) {
                [image] if dom.counts(cell).chars == 0 => Some(*image),
                _ => None,
            })
            .collect::<Option<_>>()?;
        let texts = cells(rows.next()?);
        let told = texts.iter().all(|&cell| dom.images_in(cell).is_empty());
        if pictures.is_empty() || pictures.len() != texts.len() || !told {
            return None;
        }
        let said = texts.iter().map(|&cell| dom.text(cell).trim());
        let said = said.map(|text| (!text.is_empty()).then_some(text));
        out.extend(pictures.into_iter().zip(said));
    }
    (out.len() == images.len()).then_some(out)
}

/// Whether a table holds data: at least two rows and two columns of short cells, and no table inside. Rows without text do not count:
/// they are left out, and a body's HTML is read back to the same body only if what is left is a table too.
pub(crate) fn is_data(dom: &Dom, table: NodeId) -> bool {
    let (mut rows, mut cells, mut row) = (0, 0, Row::default());
    for ix in dom.subtree(table).skip(1) {
        match dom.tag(ix) {
            Tag::Table => return false,
            Tag::Tr => row.close(&mut rows, &mut cells),
            Tag::Td | Tag::Th => {
                let chars = dom.counts(ix).chars;
                if chars > CELL_MAX {
                    return false;
                }
                if row.cells < CELLS_MAX {
                    row.cells += 1;
                    row.filled |= chars > 0;
                }
            }
            _ => {}
        }
    }
    row.close(&mut rows, &mut cells);
    rows >= 2 && cells >= rows + rows / 2
}

/// A row that is being counted.
#[derive(Default)]
struct Row {
    cells: usize,
    filled: bool,
}

impl Row {
    fn close(&mut self, rows: &mut usize, cells: &mut usize) {
        let Self { cells: own, filled } = std::mem::take(self);
        if filled && *rows < ROWS_MAX {
            *rows += 1;
            *cells += own;
        }
    }
}

/// The rows of a table.
pub(crate) fn read(dom: &Dom, base: &Base, table: NodeId) -> Option<Table> {
    let mut out = Table::default();
    for ix in dom.subtree(table) {
        match dom.tag(ix) {
            Tag::Caption => out.caption = Some(dom.text(ix).to_string()).filter(|c| !c.is_empty()),
            Tag::Tr => {
                out.rows.pop_if(|row| is_empty(row));
                if out.rows.len() == ROWS_MAX {
                    break;
                }
                out.rows.push(Vec::new());
            }
            tag @ (Tag::Td | Tag::Th) => {
                if out.rows.is_empty() {
                    out.rows.push(Vec::new());
                }
                let row = out.rows.last_mut()?;
                if row.len() < CELLS_MAX {
                    let content = content(dom, base, ix);
                    if !dom.allowance.parts(1 + inlines(&content).count()) {
                        return None;
                    }
                    row.push(Cell {
                        header: tag == Tag::Th,
                        colspan: span(dom.attr(ix, "colspan")),
                        rowspan: span(dom.attr(ix, "rowspan")),
                        content,
                    });
                }
            }
            _ => {}
        }
    }
    out.rows.pop_if(|row| is_empty(row));
    (!out.rows.is_empty()).then_some(out)
}

/// Whether no cell of a row has text.
fn is_empty(row: &[Cell]) -> bool {
    row.iter().all(|cell| cell.content.is_empty())
}

fn span(value: Option<&str>) -> u16 {
    value
        .and_then(|v| v.trim().parse().ok())
        .filter(|n| (1..=SPAN_MAX).contains(n))
        .unwrap_or(1)
}

/// The text and links of a cell; its lines separated by breaks.
fn content(dom: &Dom, base: &Base, cell: NodeId) -> Vec<Inline> {
    let mut out: Vec<Inline> = Vec::new();
    let mut link: Option<(NodeId, String)> = None;
    for ix in dom.subtree(cell) {
        if link.as_ref().is_some_and(|(end, _)| ix >= *end) {
            link = None;
        }
        match dom.tag(ix) {
            Tag::A => {
                let url = dom.attr(ix, "href").and_then(|h| base.resolve(h));
                link = url.map(|url| (dom.end(ix), url));
            }
            Tag::Text if !dom.is_hidden(ix) => {
                let span = dom.span(ix, NodeId(ix.0 + 1));
                let text = span.trim_matches('\n');
                if text.trim().is_empty() {
                    continue;
                }
                if span.starts_with('\n') && !out.is_empty() {
                    out.push(Inline::LineBreak);
                }
                let link = link.as_ref().map(|(_, url)| url);
                if link.is_some_and(|url| !dom.allowance.text(url)) {
                    break;
                }
                push(&mut out, text, link);
            }
            _ => {}
        }
    }
    out
}

/// Adds text to a cell; what is of one kind is one run.
fn push(out: &mut Vec<Inline>, text: &str, link: Option<&String>) {
    match (out.last_mut(), link) {
        (Some(Inline::Text { text: last }), None) => last.push_str(text),
        (Some(Inline::Link { url, content }), Some(link)) if url == link => {
            push(content, text, None);
        }
        (_, None) => out.push(Inline::text(text)),
        (_, Some(url)) => out.push(Inline::Link {
            url: url.clone(),
            content: vec![Inline::text(text)],
        }),
    }
}
