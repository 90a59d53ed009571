//! Lists and tables in a body that are furniture of the page: the buttons of a player, how an office files a document.

use crate::body::plain::plain;
use crate::body::{Block, Table};
use crate::content::clean::credits::may_be_credits;
use crate::content::tuning::clean::{
    CONTROLS_MAX, FILED_CELLS, FILED_LABEL, FILED_MIN, FILED_ROWS,
};
use crate::grammar::boilerplate;
use crate::grammar::boilerplate::verdict::LineVerdict;
use crate::grammar::byline;
use crate::grammar::lexicon::facet::Facet;

/// Whether all items of a short list are controls or other furniture: those of a player, of a share bar.
pub(super) fn is_control_list(items: &[Vec<Block>]) -> bool {
    let text = |block: &Block| match block {
        Block::Paragraph(paragraph) => plain(&paragraph.content),
        _ => String::new(),
    };
    let texts: Vec<String> = items
        .iter()
        .flatten()
        .take(CONTROLS_MAX + 1)
        .map(text)
        .collect();
    let furniture = |text: &String| {
        matches!(boilerplate::act(text), Some(LineVerdict::Drop(_)))
            || boilerplate::is_button(text)
            || may_be_credits(text) && byline::is_credit_line(text)
    };
    !texts.is_empty() && texts.len() <= CONTROLS_MAX && texts.iter().all(furniture)
}

/// Whether a table above the text says how an office files it: 索取号, 发布机构, 文件编号.
pub(super) fn is_document_table(table: &Table) -> bool {
    let cells = table
        .rows
        .iter()
        .take(FILED_ROWS)
        .flatten()
        .take(FILED_CELLS);
    let found = cells.filter(|cell| {
        let text: String = plain(&cell.content)
            .chars()
            .filter(|c| c.is_alphanumeric())
            .take(FILED_LABEL)
            .collect();
        Facet::DocumentLabel.is(&text)
    });
    table.rows.len() <= FILED_ROWS && found.count() >= FILED_MIN
}
