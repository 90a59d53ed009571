//! What the class and id of an element hint at. The words themselves stand in `grammar::hints`.

use crate::grammar::hints::{self, Hint};
use crate::page::dom::{Dom, NodeId};

/// What the class and id of an element hint at.
pub(crate) fn hint(dom: &Dom, ix: NodeId) -> Option<Hint> {
    let (mut class, mut id, mut body) = ("", "", false);
    for (name, value) in dom.attrs(ix) {
        match name {
            "class" => class = value,
            "id" => id = value,
            "itemprop" => body = value.contains("articleBody"),
            _ => {}
        }
    }
    let mut found = body.then_some(Hint::Body);
    for names in [class, id] {
        match hints::of(names) {
            Some(noise @ Hint::Noise(_)) => return Some(noise),
            Some(body) => found = Some(body),
            None => {}
        }
    }
    found
}
