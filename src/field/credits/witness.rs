//! How much speaks for each list of writers: where it stands, whether names vouch for themselves, who else says so. Reads no value.

use crate::field::choose::Candidate;
use crate::grammar::names::is_person;
use crate::reason::Clue;
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

/// How much speaks for a candidate, given all that were read.
pub(super) fn weight(
    candidate: &Candidate<'_, Vec<String>>,
    names: &[String],
    others: &[(Option<Vec<String>>, Origin)],
    unproven: bool,
) -> f32 {
    let base = match &candidate.origin {
        Origin::Rule(_) if unproven => UNPROVEN,
        Origin::Rule(_) | Origin::RuleName => return RULE,
        // What a reader is told stands, whoever it names.
        Origin::Label(_) => return LABEL,
        Origin::Generic(Clue::InfoByline) => BYLINE,
        Origin::Generic(Clue::NamedAuthor | Clue::NamedAccount) => NAMED,
        Origin::Generic(Clue::NameBesideTime | Clue::AccountAboveTime | Clue::FollowedAccount) => {
            BESIDE
        }
        Origin::Generic(Clue::TitleElement) => TITLE,
        Origin::JsonLd(_) | Origin::State(_) => LINKED,
        Origin::Meta(_) => META,
        Origin::Generic(_) => WRITTEN,
    };
    let person = names.iter().any(|name| is_person(name));
    let agreed = others.iter().any(|(other, origin)| {
        *origin != candidate.origin
            && other
                .as_ref()
                .is_some_and(|other| other.iter().any(|name| names.contains(name)))
    });
    base + if person { 0.0 } else { NO_PERSON } + if agreed { AGREED } else { 0.0 }
}
