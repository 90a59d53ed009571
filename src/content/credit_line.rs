//! Lines that are nothing but credits, each read once for all who ask. How such a line reads is `grammar::byline`'s business.

use crate::grammar::byline;
use crate::page::dom::Dom;

/// Whether a line of the page, or of its body, is nothing but credits, source, time and controls.
pub(crate) fn is_credit_line(dom: &Dom, text: &str) -> bool {
    dom.of_lines
        .get(text, || byline::is_credit_line(text).into())
        != 0
}
