//! What the class and id of an element hint at. The words themselves stand in `grammar::hints`.

use crate::grammar::hints::{self, Hint};
use crate::page::dom::{Dom, NodeId};

/// What the class and id of an element hint at.
pub(crate) fn hint(dom: &Dom, ix: NodeId) -> Option<Hint> {
    let mut found = None;
    for (name, value) in dom.attrs(ix) {
        if matches!(name, "class" | "id") {
            match hints::of(value) {
                Some(noise @ Hint::Noise(_)) => return Some(noise),
                Some(body) => found = Some(body),
                None => {}
            }
        } else if name == "itemprop" && value.contains("articleBody") {
            found = Some(Hint::Body);
        }
    }
    found
}
