//! How a list, or what became of one, is written into the trace. Finds none.

use crate::trace::{Origin, Tracer};

/// Why a list is not one: it has elements, but no link in them may be another article.
pub(super) const NO_ITEMS: &str = "no items";

pub(super) fn note(tracer: &mut Tracer, origin: Origin, items: usize, nothing: &'static str) {
    tracer.note(|t| {
        t.fields.push(crate::trace::FieldTrace {
            field: "related",
            winner: (items > 0).then(|| crate::trace::Candidate {
                confidence: origin.confidence(),
                origin: origin.clone(),
                value: format!("{items} items"),
                reason: None,
            }),
            lost: if items > 0 {
                Vec::new()
            } else {
                vec![crate::trace::Candidate {
                    confidence: origin.confidence(),
                    origin,
                    value: String::new(),
                    reason: Some(nothing),
                }]
            },
        });
    });
}
