//! A label step's values: what stands after its label in the lines of an element. What a label is, `grammar` says.

use crate::grammar::label::{self, Label, values};
use crate::page::dom::{Dom, NodeId};
use crate::text::{clean, start};

/// Bytes of lines that a step of a rule searches for its label.
pub(crate) const STEP_MAX: usize = 24 << 10;

/// The values after `label` in the lines of `scope`, each with the node that its line starts with, or `scope` where that is hidden and has
/// no lines. `left` is how many bytes may still be searched.
pub(crate) fn values_in(
    dom: &Dom,
    scope: NodeId,
    wanted: Label,
    left: &mut usize,
) -> Vec<(String, NodeId)> {
    let lines = dom.lines_in(scope);
    let hidden;
    let texts: Vec<&str> = if lines.is_empty() && dom.is_hidden(scope) && *left > 0 {
        let raw = dom.raw_text(scope);
        hidden = clean(start(&raw, *left));
        // Hidden elements inside each other, all but empty, are looked through once each.
        let nodes = (dom.end(scope).0 - scope.0) as usize;
        *left = left.saturating_sub(raw.len() - hidden.len().min(raw.len()) + nodes / 8);
        vec![hidden.as_str()]
    } else {
        let mut sum = 0;
        lines
            .iter()
            .map(|l| dom.line_text(l))
            .take_while(|text| {
                sum += text.len();
                sum <= *left
            })
            .collect()
    };
    let mut out = Vec::new();
    for (i, text) in texts.iter().enumerate() {
        *left = left.saturating_sub(text.len());
        let following = || texts.get(i + 1).copied();
        let node = lines.get(i).map_or(scope, |line| NodeId(line.node));
        let found = values::of_line(label::scan(text), |label| label == wanted, following);
        out.extend(found.into_iter().map(|(.., value)| (value, node)));
    }
    out
}
