//! Choosing among a field's candidates: the first that its grammar accepts, the heaviest first where they are weighed. The trace is told what was chosen, and has no say in it.

use std::borrow::Cow;

use crate::article::field::Field;
use crate::content::subject::Mode;
use crate::page::dom::NodeId;
use crate::reason::{Refusal, Weighed};
use crate::trace::{self, FieldTrace, Origin, Tracer, shorten};

/// Something that may be a field's value: a text for its grammar to read, or a value read already.
#[derive(Debug, Clone)]
pub(crate) struct Candidate<'a, T> {
    pub(crate) origin: Origin,
    /// The text, as the trace shows it and, without a `value`, the grammar reads it.
    pub(crate) shown: Cow<'a, str>,
    /// The node it stands in, if it stands in one.
    pub(crate) node: Option<NodeId>,
    /// What the text says, where that is known: never written out and read again.
    pub(crate) value: Option<T>,
    /// What speaks for it and against it, where the field is weighed.
    pub(crate) witnesses: Vec<Weighed>,
}

impl<'a, T> Candidate<'a, T> {
    /// A text that the field's grammar reads.
    pub(crate) fn text(
        origin: Origin,
        shown: impl Into<Cow<'a, str>>,
        node: impl Into<Option<NodeId>>,
    ) -> Self {
        Self {
            origin,
            shown: shown.into(),
            node: node.into(),
            value: None,
            witnesses: Vec::new(),
        }
    }

    /// A value read already.
    pub(crate) fn read(
        origin: Origin,
        shown: impl Into<Cow<'a, str>>,
        node: impl Into<Option<NodeId>>,
        value: T,
    ) -> Self {
        Self {
            value: Some(value),
            ..Self::text(origin, shown, node)
        }
    }

    /// The same with what speaks for it and against it.
    pub(crate) fn weighed(self, witnesses: Vec<Weighed>) -> Self {
        Self { witnesses, ..self }
    }

    /// How much speaks for it.
    pub(crate) fn weight(&self) -> f32 {
        sum(&self.witnesses)
    }

    fn traced(&self, reason: Option<Refusal>) -> trace::Candidate {
        let shown = shorten(&self.shown, 120);
        let traced = trace::Candidate::new(self.origin.clone(), shown, reason);
        trace::Candidate {
            witnesses: self.witnesses.clone(),
            ..traced.at(self.node.map(|ix| ix.0))
        }
    }
}

/// What some witnesses say together.
pub(crate) fn sum(witnesses: &[Weighed]) -> f32 {
    witnesses.iter().map(|weighed| weighed.weight).sum()
}

/// The candidates for which most speaks first; of equal weights those given first.
pub(crate) fn heaviest_first<T>(candidates: &mut [Candidate<'_, T>]) {
    candidates.sort_by(|a, b| b.weight().total_cmp(&a.weight()));
}

/// A value chosen, and the node it stands in.
#[derive(Debug)]
pub(crate) struct Chosen<T> {
    pub(crate) value: T,
    pub(crate) node: Option<NodeId>,
}

/// What was chosen, what was refused before it, and what nobody has looked at yet.
pub(crate) struct Choice<'a, T, I, R> {
    winner: Option<(Candidate<'a, T>, T)>,
    refused: Vec<Candidate<'a, T>>,
    rest: I,
    read: R,
}

/// The first candidate that counts in this mode and that `read`, the field's value grammar, accepts.
pub(crate) fn first<'a, T, I, R>(
    mode: Mode,
    candidates: I,
    mut read: R,
) -> Choice<'a, T, impl Iterator<Item = Candidate<'a, T>>, R>
where
    I: IntoIterator<Item = Candidate<'a, T>>,
    R: FnMut(&Candidate<'a, T>) -> Option<T>,
{
    let mut rest = candidates
        .into_iter()
        .filter(move |candidate| mode.counts(&candidate.origin));
    let mut refused = Vec::new();
    let winner = rest.find_map(|candidate| match read(&candidate) {
        Some(value) => Some((candidate, value)),
        None => {
            refused.push(candidate);
            None
        }
    });
    Choice {
        winner,
        refused,
        rest,
        read,
    }
}

impl<'a, T, I, R> Choice<'a, T, I, R>
where
    I: Iterator<Item = Candidate<'a, T>>,
    R: FnMut(&Candidate<'a, T>) -> Option<T>,
{
    /// What was chosen, written down if a trace is kept; only then are the other candidates read.
    pub(crate) fn record(self, field: Field, tracer: &mut Tracer) -> Option<Chosen<T>> {
        self.record_with(field, tracer, |_| Refusal::Grammar)
    }

    /// The same; `why` says of a refused candidate what is wrong with it. Asked only if a trace is kept.
    pub(crate) fn record_with(
        mut self,
        field: Field,
        tracer: &mut Tracer,
        why: impl Fn(&Candidate<'a, T>) -> Refusal,
    ) -> Option<Chosen<T>> {
        tracer.note(|trace| {
            let refused = self.refused.iter();
            let mut lost: Vec<_> = refused
                .map(|candidate| candidate.traced(Some(why(candidate))))
                .collect();
            lost.extend(self.rest.map(|candidate| {
                let reason = match (self.read)(&candidate) {
                    Some(_) => Refusal::Later,
                    None => why(&candidate),
                };
                candidate.traced(Some(reason))
            }));
            let winner = self.winner.as_ref();
            let winner = winner.map(|(candidate, _)| candidate.traced(None));
            if winner.is_some() || !lost.is_empty() {
                trace.fields.push(FieldTrace {
                    field,
                    winner,
                    lost,
                });
            }
        });
        self.winner.map(|(candidate, value)| Chosen {
            value,
            node: candidate.node,
        })
    }

    /// The same, where the node is of no use.
    pub(crate) fn value(self, field: Field, tracer: &mut Tracer) -> Option<T> {
        self.record(field, tracer).map(|chosen| chosen.value)
    }

    /// The same as [`value`](Self::value); `why` says of a refused candidate what is wrong with it.
    pub(crate) fn value_with(
        self,
        field: Field,
        tracer: &mut Tracer,
        why: impl Fn(&Candidate<'a, T>) -> Refusal,
    ) -> Option<T> {
        self.record_with(field, tracer, why)
            .map(|chosen| chosen.value)
    }
}

/// Why a text cannot be a value of so many characters, if its length is the reason.
pub(crate) fn length(text: &str, least: usize, most: usize) -> Option<Refusal> {
    match text.trim().chars().count() {
        0 => Some(Refusal::Empty),
        n if n < least => Some(Refusal::TooShort),
        n if n > most => Some(Refusal::TooLong),
        _ => None,
    }
}
