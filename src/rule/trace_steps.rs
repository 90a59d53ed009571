//! For the trace: the steps of a rule that found nothing, and bodies passed over. Decides nothing; not run unless a trace is kept.

use crate::page::Page;
use crate::rule::compile::{Step, Template};
use crate::trace::{Candidate, FieldTrace, Origin, Tracer};

/// Why a step stands in the trace though no value came of it.
const NOTHING: &str = "matched nothing";
/// A body step before the one that won: its element is empty, or a small part of a page whose text stands elsewhere.
const TOO_LITTLE: &str = "too little text there";
/// A step behind the one that won.
const LATER: &str = "another candidate came first";

/// Adds the steps of `template` that the trace does not have yet, each to its field.
pub(crate) fn note(page: &Page, template: &Template, tracer: &mut Tracer) {
    tracer.note(|trace| {
        for (field, steps) in fields(template) {
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
                    if field != "body" {
                        continue;
                    }
                    if winner.is_some_and(|w| w < i) {
                        LATER
                    } else {
                        TOO_LITTLE
                    }
                } else {
                    NOTHING
                };
                let origin = Origin::Rule(step.name.clone());
                lost.push(Candidate {
                    confidence: origin.confidence(),
                    origin,
                    value: String::new(),
                    reason: Some(reason),
                });
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
    matches!(&candidate.origin, Origin::Rule(name) if *name == step.name)
}

fn is_hit(step: &Step, page: &Page, field: &str) -> bool {
    if field == "body" && !step.is_source() {
        return !step.elements(page).is_empty();
    }
    !step.hits(page).is_empty()
}

/// The fields of a template by their names in JSON. Related lists are not here: their own trace tells of empty ones.
fn fields(t: &Template) -> [(&'static str, &[Step]); 13] {
    [
        ("title", &t.title),
        ("subtitle", &t.subtitle),
        ("summary", &t.summary),
        ("published", &t.published),
        ("updated", &t.updated),
        ("authors", &t.authors),
        ("source", &t.source),
        ("editors", &t.editors),
        ("tags", &t.tags),
        ("breadcrumb", &t.breadcrumb),
        ("lead_image", &t.lead_image),
        ("next_page", &t.next_page),
        ("body", &t.body),
    ]
}
