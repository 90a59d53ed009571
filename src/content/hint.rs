//! What the class and id of an element hint at, read once a node. The words themselves stand in `grammar::hints`.

use crate::grammar::hints::{self, Hint, Hints};
use crate::page::dom::{Dom, NodeId};

/// All that the class and id of an element hint at.
pub(crate) fn hints(dom: &Dom, ix: NodeId) -> Hints {
    let kept = dom.kept(ix, || {
        let mut found = Hints::default();
        for (name, value) in dom.attrs(ix) {
            match name {
                "class" | "id" => {
                    let bits = || hints::of(value).bits();
                    found |= Hints::of_bits(dom.of_values.get(value, bits));
                }
                "itemprop" if value.contains("articleBody") => found = found.with(Hint::Body),
                _ => {}
            }
        }
        found.bits() | hints::READ
    });
    Hints::of_bits(kept)
}
