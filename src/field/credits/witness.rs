//! How much speaks for each list of writers and each outlet: where it stands, whether names vouch for themselves. Reads
//! no value.

use crate::content::subject::Subject;
use crate::field::choose::Candidate;
use crate::field::credits::tuning::witness::source;
use crate::field::credits::tuning::witness::{
    BESIDE, BYLINE, CUT_OFF, LABEL, LINKED, META, NAMED, NO_PERSON, RULE, TITLE, UNPROVEN, WRITTEN,
};
use crate::grammar::names::is_person;
use crate::reason::{Clue, Weighed, Witness};
use crate::trace::Origin;

/// What speaks for a candidate and against it.
pub(super) fn of_writers(
    subject: &Subject<'_>,
    candidate: &Candidate<'_, Vec<String>>,
    names: &[String],
) -> Vec<Weighed> {
    let (witness, base) = match &candidate.origin {
        Origin::Rule(_) if subject.is_unproven() => (Witness::UnprovenRule, UNPROVEN),
        Origin::Rule(_) | Origin::RuleName => {
            return subject.heard([(true, Witness::RuleStep, RULE)]);
        }
        // What a reader is told stands, whoever it names.
        Origin::Label(_) => {
            // `作者：张三 李四…` in a narrow line is cut off.
            let cut = candidate.shown.trim_end().ends_with(['…', '⋯']);
            return subject.heard([
                (true, Witness::WriterLabel, LABEL),
                (cut, Witness::WriterCutOff, CUT_OFF),
            ]);
        }
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
    subject.heard([
        (true, witness, base),
        (!person, Witness::WriterNoPerson, NO_PERSON),
    ])
}

/// What speaks for an outlet: the place it was found in, from what a reader is told down to what a site says of itself.
pub(super) fn of_source(witness: Witness) -> f32 {
    match witness {
        Witness::RuleStep => RULE,
        Witness::SourceFollowed => source::FOLLOWED,
        Witness::SourceLabel => LABEL,
        Witness::SourcePublisher => source::PUBLISHER,
        Witness::SourceNamed => source::NAMED,
        Witness::SourceInfo => source::INFO,
        Witness::SourceByline => BYLINE,
        // What no page has proved comes after what the page itself calls its source.
        Witness::UnprovenRule => UNPROVEN,
        Witness::SourceUser => source::USER,
        Witness::SourceBelow => source::BELOW,
        Witness::SourceMeta => source::META,
        Witness::SourceLinked => source::LINKED,
        Witness::SourceAccount => source::ACCOUNT,
        Witness::SourceWriter => source::WRITER,
        Witness::SourceBeside => source::BESIDE,
        _ => source::OTHER,
    }
}
