//! A body as plain text, one block a line. Captions are not part of it.

use crate::body::plain::plain;
use crate::body::{Block, Inline, Table};
use crate::render::shared::{code_lines, leaves};

pub(super) fn render(blocks: &[Block]) -> String {
    let mut out = String::new();
    for block in leaves(blocks) {
        match block {
            Block::Paragraph(paragraph) => lines(&mut out, &paragraph.content),
            Block::Heading(heading) => lines(&mut out, &heading.content),
            Block::Table(table) => rows(&mut out, table),
            Block::Code(code) if !code.text.trim().is_empty() => {
                for text in code_lines(&code.text) {
                    line(&mut out, &text);
                }
            }
            _ => {}
        }
    }
    out
}

fn line(out: &mut String, text: &str) {
    if !out.is_empty() {
        out.push('\n');
    }
    out.push_str(text);
}

fn lines(out: &mut String, content: &[Inline]) {
    let text = plain(content);
    for text in text.split('\n').map(str::trim).filter(|t| !t.is_empty()) {
        line(out, text);
    }
}

fn rows(out: &mut String, table: &Table) {
    for row in &table.rows {
        let mut text = String::new();
        for (column, cell) in row.iter().enumerate() {
            if column > 0 {
                text.push('\t');
            }
            text.push_str(plain(&cell.content).replace('\n', " ").trim());
        }
        if !text.trim().is_empty() {
            line(out, &text);
        }
    }
}
