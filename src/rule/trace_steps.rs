//! For the trace: the steps of a rule that found nothing, and bodies passed over. Decides nothing; not run unless a trace is kept.

use crate::article::field::Field;
use crate::page::Page;
use crate::reason::Refusal;
use crate::rule::compile::{Step, Template};
use crate::trace::{Candidate, FieldTrace, Origin, Tracer};

/// Adds the steps of `template` that the trace does not have yet, each to its field. Not those of related lists: their own records tell of
/// empty ones.
pub(crate) fn note(page: &Page, template: Option<&Template>, tracer: &mut Tracer) {
    let Some(template) = template else { return };
    tracer.note(|trace| {
        for &field in Field::ALL {
            let steps = template.steps(field);
            let at = trace.fields.iter().position(|f| f.field == field);
            let mut lost: Vec<Candidate> = Vec::new();
            let won = at.and_then(|i| trace.fields[i].winner.as_ref());
            let winner = steps
                .iter()
                .position(|step| won.is_some_and(|w| is_of(w, step)));
            for (i, step) in steps.iter().enumerate() {
                let known = at.is_some_and(|at| {
                    let record = &trace.fields[at];
                    record
                        .winner
                        .iter()
                        .chain(&record.lost)
                        .any(|c| is_of(c, step))
                });
                if known {
                    continue;
                }
                let reason = if is_hit(step, page, field) {
                    if field != Field::Body {
                        continue;
                    }
                    if winner.is_some_and(|w| w < i) {
                        Refusal::Later
                    } else if is_hidden(step, page) {
                        Refusal::Hidden
                    } else {
                        Refusal::TooLittleText
                    }
                } else {
                    Refusal::MatchedNothing
                };
                let origin = Origin::Rule(step.id.clone());
                let at = match reason {
                    Refusal::MatchedNothing => None,
                    _ => step.elements(page).first().map(|ix| ix.0),
                };
                lost.push(Candidate::new(origin, String::new(), Some(reason)).at(at));
            }
            match at {
                Some(i) => trace.fields[i].lost.extend(lost),
                None if lost.is_empty() => {}
                None => trace.fields.push(FieldTrace {
                    field,
                    winner: None,
                    lost,
                }),
            }
        }
    });
}

fn is_of(candidate: &Candidate, step: &Step) -> bool {
    matches!(&candidate.origin, Origin::Rule(id) if *id == step.id)
}

fn is_hit(step: &Step, page: &Page, field: Field) -> bool {
    if field == Field::Body && !step.is_source() {
        return !step.elements(page).is_empty();
    }
    !step.hits(page).is_empty()
}

/// Whether all that a step points at is hidden.
fn is_hidden(step: &Step, page: &Page) -> bool {
    let elements = step.elements(page);
    !elements.is_empty() && elements.iter().all(|&ix| page.dom.is_hidden(ix))
}
