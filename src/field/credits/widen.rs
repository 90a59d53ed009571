//! Where two places name the same people and one of them names more: the fuller list. Not which of them is chosen first.

use crate::field::credits::tuning::widen::WIDENED_MAX;
use crate::grammar::names::is_person;
use crate::reason::Clue;
use crate::trace::Origin;

/// All who wrote, where another place names more of them: `张三` beside the time, `橙橘网 记者 张三 李四` in the text.
pub(super) fn widened<'a>(
    names: &[String],
    mut others: impl Iterator<Item = &'a Vec<String>>,
) -> Option<Vec<String>> {
    let wider = |other: &&Vec<String>| {
        (names.len() + 1..=WIDENED_MAX).contains(&other.len())
            && names.iter().all(|name| other.contains(name))
            && other.iter().all(|name| is_person(name))
    };
    others.find(wider).cloned()
}

/// Whether names that were found there are told by words for writers, not by where they stand.
pub(super) fn may_widen(origin: &Origin) -> bool {
    match origin {
        Origin::Label(_) => true,
        Origin::Generic(clue) => !matches!(
            clue,
            Clue::NamedAuthor
                | Clue::NamedAccount
                | Clue::NameBesideTime
                | Clue::AccountAboveTime
                | Clue::FollowedAccount
                | Clue::TitleElement
        ),
        _ => false,
    }
}
