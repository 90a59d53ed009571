//! How a list, or what became of one, is written into the trace. Finds none.

use crate::field::related::judge::Judged;
use crate::trace::{Candidate, FieldTrace, Origin, Tracer};

/// Why a list is not one: it has elements, but no link in them may be another article.
pub(super) const NO_ITEMS: &str = "no items";
/// Why a list is not one: its witnesses weigh too little.
const TOO_LITTLE: &str = "too little speaks for a list of articles";

/// A judged list with its witnesses: `6 items: label of related articles +2.0, headlines +1.0`.
pub(super) fn note_judged(tracer: &mut Tracer, origin: Origin, judged: &Judged) {
    tracer.note(|t| {
        let why: Vec<String> = judged
            .why
            .iter()
            .map(|(why, weight)| format!("{why} {weight:+.1}"))
            .collect();
        let value = format!("{} items: {}", judged.items.len(), why.join(", "));
        let candidate = |reason| Candidate {
            confidence: origin.confidence(),
            origin: origin.clone(),
            value,
            reason,
        };
        let (winner, lost) = match judged.holds() {
            true => (Some(candidate(None)), Vec::new()),
            false if judged.items.is_empty() => (None, vec![candidate(Some(NO_ITEMS))]),
            false => (None, vec![candidate(Some(TOO_LITTLE))]),
        };
        t.fields.push(FieldTrace {
            field: "related",
            winner,
            lost,
        });
    });
}

/// How many items something gave; `nothing` says why there are none.
pub(super) fn note(tracer: &mut Tracer, origin: Origin, items: usize, nothing: &'static str) {
    tracer.note(|t| {
        let candidate = |value, reason| Candidate {
            confidence: origin.confidence(),
            origin: origin.clone(),
            value,
            reason,
        };
        let (winner, lost) = match items {
            0 => (None, vec![candidate(String::new(), Some(nothing))]),
            n => (Some(candidate(format!("{n} items"), None)), Vec::new()),
        };
        t.fields.push(FieldTrace {
            field: "related",
            winner,
            lost,
        });
    });
}
