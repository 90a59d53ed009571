//! How a list, or what became of one, is written into the trace. Finds none.

use crate::article::field::Field;
use crate::field::related::judge::Judged;
use crate::page::dom::NodeId;
use crate::reason::Refusal;
use crate::trace::{Candidate, FieldTrace, Origin, Tracer};

/// Why a list is not one: it has elements, but no link in them may be another article.
pub(super) const NO_ITEMS: Refusal = Refusal::NoItems;

/// A judged list with its witnesses.
pub(super) fn note_judged(tracer: &mut Tracer, origin: Origin, judged: &Judged, at: NodeId) {
    if !tracer.is_on() {
        return;
    }
    let value = format!("{} items", judged.items.len());
    let refusal = match judged.holds() {
        true => None,
        false if judged.items.is_empty() => Some(NO_ITEMS),
        false => Some(Refusal::TooLittleSpeaks),
    };
    let witnesses = judged.why.clone();
    record(
        tracer,
        Candidate {
            witnesses,
            ..Candidate::new(origin, value, refusal).at(Some(at.0))
        },
    );
}

/// How many items something gave, the first of them `at`; `nothing` says why there are none.
pub(super) fn note(
    tracer: &mut Tracer,
    origin: Origin,
    items: usize,
    nothing: Refusal,
    at: Option<NodeId>,
) {
    if !tracer.is_on() {
        return;
    }
    let value = match items {
        0 => String::new(),
        items => format!("{items} items"),
    };
    record(
        tracer,
        Candidate::new(origin, value, (items == 0).then_some(nothing)).at(at.map(|ix| ix.0)),
    );
}

fn record(tracer: &mut Tracer, candidate: Candidate) {
    tracer.note(|t| {
        let (winner, lost) = match candidate.reason {
            None => (Some(candidate), Vec::new()),
            Some(_) => (None, vec![candidate]),
        };
        t.fields.push(FieldTrace {
            field: Field::Related,
            winner,
            lost,
        });
    });
}
