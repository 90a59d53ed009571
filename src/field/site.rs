//! Name of the site, canonical URL, lead image, script: what the page says about itself.

use crate::article::Script;
use crate::article::field::Field;
use crate::body::Body;
use crate::field::choose::{self, Candidate};
use crate::field::context::Context;
use crate::field::tuning::site::{NAME_CHARS, SAMPLE};
use crate::grammar::title::key::chinese_run;
use crate::grammar::tracking;
use crate::grammar::words::CharSet;
use crate::page::url;
use crate::reason::{Clue, Refusal};
use crate::trace::{Origin, Tracer};

/// What the site calls itself.
pub(crate) fn site_name(cx: &Context<'_>, tracer: &mut Tracer) -> Option<String> {
    let rule = cx
        .subject
        .rule
        .filter(|r| !r.hosts().is_empty())
        .map(|r| Candidate::text(Origin::RuleName, r.name(), None));
    let candidates = cx
        .metas(&["og:site_name", "sitename", "application-name"])
        .chain(cx.linked(&["publisher"]))
        .chain(rule);
    let choice = choose::first(cx.mode(), candidates, |candidate| {
        let value = &candidate.shown;
        let chars = value.chars().count();
        (NAME_CHARS.contains(&chars) && !value.contains("://")).then(|| value.to_string())
    });
    choice.value_with(Field::SiteName, tracer, |candidate| {
        choose::length(&candidate.shown, 2, 30).unwrap_or(Refusal::Grammar)
    })
}

/// The canonical URL, absolute, without what only tells where a reader came from.
pub(crate) fn canonical_url(cx: &Context<'_>, tracer: &mut Tracer) -> Option<String> {
    let stated = cx
        .page
        .addresses()
        .into_iter()
        .map(|(place, url)| Candidate::text(Origin::Meta(place.into()), url, None));
    let given = cx
        .given
        .map(|u| Candidate::text(Origin::Generic(Clue::GivenUrl), u, None));
    let candidates = stated.chain(given);
    let choice = choose::first(cx.mode(), candidates, |candidate| {
        let absolute = cx.page.base.resolve(&candidate.shown)?;
        let absolute = tracking::without(&absolute).into_owned();
        // A canonical link to the home page is a template's mistake.
        let mut parsed = url::web(&absolute)?;
        if parsed.path().len() <= 1 && parsed.query().is_none() {
            return None;
        }
        // Who signed in to save a page is nobody else's business.
        if parsed.username().is_empty() && parsed.password().is_none() {
            return Some(absolute);
        }
        parsed.set_username("").ok()?;
        parsed.set_password(None).ok()?;
        Some(parsed.into())
    });
    choice.value_with(Field::CanonicalUrl, tracer, |_| Refusal::NoAddress)
}

/// The picture that stands for the article, if it is not a logo; else the body's first.
pub(crate) fn lead_image(cx: &Context<'_>, body: &Body, tracer: &mut Tracer) -> Option<String> {
    let candidates =
        cx.rule_candidates(Field::LeadImage)
            .chain(cx.metas(&["og:image", "twitter:image", "image"]))
            .chain(cx.linked(&["image", "image/url", "image/0/url"]))
            .chain(body.images().next().map(|i| {
                Candidate::text(Origin::Generic(Clue::FirstPicture), i.url.as_str(), None)
            }));
    let choice = choose::first(cx.mode(), candidates, |candidate| {
        let value = &candidate.shown;
        let lower = value.to_ascii_lowercase();
        let logo = ["logo", "default", "share", "icon", "placeholder", "blank"]
            .iter()
            .any(|w| lower.contains(w));
        if logo {
            None
        } else {
            cx.page.base.resolve(value)
        }
    });
    choice.value_with(Field::LeadImage, tracer, |candidate| {
        match cx.page.base.resolve(&candidate.shown) {
            Some(_) => Refusal::Logo,
            None => Refusal::NoAddress,
        }
    })
}

/// Characters that differ between the scripts and are among the most frequent.
const HANS: &str = "这们来说时会为国个发后对过没开门见问无报还进动业东车产华经济义务员与级党创办设认识让议书买卖远连运边达选";
const HANT: &str = "這們來說時會為國個發後對過沒開門見問無報還進動業東車產華經濟義務員與級黨創辦設認識讓議書買賣遠連運邊達選";

/// The script the article is written in: of its body, else of its title. A gallery's only words may be its captions.
pub(crate) fn script_of(cx: &Context<'_>, body: &Body, text: &str) -> Option<Script> {
    let captions = || body.images().filter_map(|image| image.caption.as_deref());
    script(text)
        .or_else(|| script(cx.title?))
        .or_else(|| captions().find_map(script))
}

static TELLING: CharSet = CharSet::of(&[HANS, HANT]);
static TELLING_HANT: CharSet = CharSet::of(&[HANT]);

/// The script most of the telling characters belong to.
fn script(text: &str) -> Option<Script> {
    let (mut hans, mut hant) = (0, 0);
    let mut left = SAMPLE;
    let mut rest = text;
    while left > 0 {
        let run = chinese_run(rest.as_bytes()).min(left * 3);
        for letter in rest.as_bytes()[..run].as_chunks().0 {
            if TELLING.has_three(letter) {
                match TELLING_HANT.has_three(letter) {
                    true => hant += 1,
                    false => hans += 1,
                }
            }
        }
        left -= run / 3;
        let mut chars = rest[run..].chars();
        let Some(c) = chars.next() else { break };
        // Marks of full width count too, and tell nothing.
        left = left.saturating_sub(usize::from(c >= '\u{4e00}'));
        rest = chars.as_str();
    }
    match hans.cmp(&hant) {
        std::cmp::Ordering::Greater => Some(Script::Hans),
        std::cmp::Ordering::Less => Some(Script::Hant),
        std::cmp::Ordering::Equal => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn scripts() {
        assert_eq!(script("这个公园今天开门了"), Some(Script::Hans));
        assert_eq!(script("這個公園今天開門了"), Some(Script::Hant));
        assert_eq!(script("公園 park"), None);
        assert_eq!(HANS.chars().count(), HANT.chars().count());
    }
}
