//! Lists of names as candidates, lists of candidates as one, and where labelled ones stand. Not which labels.

use crate::content::labelled::Region;
use crate::field::choose;
use crate::field::credits::tuning::lists::JOINED_MAX;
use crate::field::credits::written::BodyText;
use crate::grammar::byline::Credits;
use crate::page::dom::NodeId;
use crate::trace::Origin;

/// Where credits of the article stand.
pub(super) const AROUND: &[Region] = &[Region::Info, Region::Head, Region::Tail, Region::After];

/// A candidate for the writers or the editors.
pub(super) type Candidate<'a> = choose::Candidate<'a, Vec<String>>;

/// Names that are known already, as one candidate.
pub(super) fn named(
    origin: Origin,
    node: Option<NodeId>,
    names: Vec<String>,
) -> Candidate<'static> {
    Candidate::read(origin, names.join("、"), node, names)
}

pub(super) fn names_somebody(candidate: &Candidate<'_>) -> bool {
    candidate
        .value
        .as_ref()
        .is_some_and(|names| !names.is_empty())
}

/// The names that credits written into the body have in one role.
pub(super) fn written<'t>(
    text: &'t BodyText,
    role: fn(&Credits) -> &Vec<String>,
) -> impl Iterator<Item = Candidate<'t>> + use<'t> {
    let found = text
        .all()
        .map(move |(clue, credits)| named(Origin::Generic(*clue), None, role(credits).clone()));
    found.filter(names_somebody)
}

/// Several values of one kind as one list: 编辑 and 责编 on one page are both editors.
pub(super) fn join<'a>(found: Vec<Candidate<'a>>) -> Option<Candidate<'a>> {
    let mut found = found.into_iter();
    let mut all = found.next()?;
    for more in found.take(JOINED_MAX) {
        if !all.shown.contains(&*more.shown) {
            let shown = all.shown.to_mut();
            shown.push('、');
            shown.push_str(&more.shown);
        }
    }
    Some(all)
}

/// Names in their order, each once: two lines of a byline may say the same.
pub(super) fn each_once(names: Vec<String>) -> Vec<String> {
    let mut out: Vec<String> = Vec::with_capacity(names.len());
    for name in names {
        if !out.contains(&name) {
            out.push(name);
        }
    }
    out
}
