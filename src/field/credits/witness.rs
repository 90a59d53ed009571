//! How much speaks for each list of writers and each outlet: where it stands, whether names vouch for themselves, who else says so. Reads
//! no value.

use crate::content::subject::Subject;
use crate::field::choose::Candidate;
use crate::grammar::names::is_person;
use crate::reason::{Clue, Weighed, Witness};
use crate::trace::Origin;

/// By where it is from: a rule's comes first, and what a label says before what is guessed.
const RULE: f32 = 20.0;
/// A rule's that no page has proved: less than a label, more than what is guessed.
const UNPROVEN: f32 = 8.5;
const LABEL: f32 = 12.0;
const BYLINE: f32 = 9.0;
const NAMED: f32 = 8.0;
const WRITTEN: f32 = 7.0;
const BESIDE: f32 = 6.0;
const LINKED: f32 = 5.0;
const META: f32 = 4.5;
const TITLE: f32 = 3.0;
/// Nobody in it has a name that is plainly a person's.
const NO_PERSON: f32 = -2.5;
/// Another place names one of them too.
const AGREED: f32 = 1.5;

/// What speaks for a candidate and against it, given all that were read.
pub(super) fn of_writers(
    subject: &Subject<'_>,
    candidate: &Candidate<'_, Vec<String>>,
    names: &[String],
    others: &[(Option<Vec<String>>, Origin)],
) -> Vec<Weighed> {
    let (witness, base) = match &candidate.origin {
        Origin::Rule(_) if subject.is_unproven() => (Witness::UnprovenRule, UNPROVEN),
        Origin::Rule(_) | Origin::RuleName => {
            return subject.heard([(true, Witness::RuleStep, RULE)]);
        }
        // What a reader is told stands, whoever it names.
        Origin::Label(_) => return subject.heard([(true, Witness::WriterLabel, LABEL)]),
        Origin::Generic(Clue::InfoByline) => (Witness::WriterByline, BYLINE),
        Origin::Generic(Clue::NamedAuthor | Clue::NamedAccount) => (Witness::WriterNamed, NAMED),
        Origin::Generic(Clue::NameBesideTime | Clue::AccountAboveTime | Clue::FollowedAccount) => {
            (Witness::WriterBeside, BESIDE)
        }
        Origin::Generic(Clue::TitleElement) => (Witness::WriterInTitle, TITLE),
        Origin::JsonLd(_) | Origin::State(_) => (Witness::WriterLinked, LINKED),
        Origin::Meta(_) => (Witness::WriterMeta, META),
        Origin::Generic(_) => (Witness::WriterWritten, WRITTEN),
    };
    let person = names.iter().any(|name| is_person(name));
    let agreed = others.iter().any(|(other, origin)| {
        *origin != candidate.origin
            && other
                .as_ref()
                .is_some_and(|other| other.iter().any(|name| names.contains(name)))
    });
    subject.heard([
        (true, witness, base),
        (!person, Witness::WriterNoPerson, NO_PERSON),
        (agreed, Witness::WriterAgreed, AGREED),
    ])
}

/// What speaks for an outlet: the place it was found in, from what a reader is told down to what a site says of itself.
pub(super) fn of_source(witness: Witness) -> f32 {
    match witness {
        Witness::RuleStep => RULE,
        Witness::SourceFollowed => 13.0,
        Witness::SourceLabel => LABEL,
        // 发布机构：城东区政府办公室 来源：橙橘网: who put it on the page comes after who wrote it.
        Witness::SourcePublisher => 11.5,
        Witness::SourceNamed => 11.0,
        Witness::SourceInfo => 10.0,
        Witness::SourceByline => BYLINE,
        // What no page has proved comes after what the page itself calls its source.
        Witness::UnprovenRule => UNPROVEN,
        Witness::SourceUser => 8.0,
        // Below the body related items have sources too.
        Witness::SourceBelow => 7.5,
        Witness::SourceMeta => 7.0,
        Witness::SourceLinked => 6.5,
        Witness::SourceAccount => 6.0,
        Witness::SourceWriter => 5.5,
        Witness::SourceBeside => 5.0,
        _ => 4.0,
    }
}
