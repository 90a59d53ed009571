//! What the link around a picture says of it: a mark, the same picture enlarged, or the way to another page.

use crate::content::images::file::{ENDINGS, PICTURE_PAGES, address_file, are_of_one};
use crate::content::images::source::is_picture_file;
use crate::content::tuning::images::{SENTENCE_MIN, WORD_MAX};
use crate::grammar::address;
use crate::page::dom::{Dom, NodeId};
use crate::page::tag::Tag;
use crate::page::url::Base;
use memchr::memchr;

/// What a slide leads to, if it is the same picture in another size: as the text shows it.
pub(super) fn enlarged(dom: &Dom, base: &Base, ix: NodeId, url: &str) -> Option<String> {
    let link = dom.ancestors(ix).take(3).find(|&a| dom.tag(a) == Tag::A)?;
    let href = dom
        .attr(link, "href")
        .filter(|href| is_picture_file(href))?;
    let large = base.resolve(href)?;
    (large != url && are_of_one(&large, url)).then_some(large)
}

/// Whether a picture is the mark of a link: of a home page behind the last sentence, of a person, or of a word within a sentence.
pub(super) fn is_linked_mark(dom: &Dom, base: &Base, ix: NodeId) -> bool {
    let link = dom.ancestors(ix).take(3).find(|&a| dom.tag(a) == Tag::A);
    let Some((link, href)) = link.and_then(|link| Some((link, dom.attr(link, "href")?))) else {
        return false;
    };
    let word = (1..=WORD_MAX).contains(&dom.counts(link).chars)
        && dom.parent(ix) == Some(link)
        && dom.lines_in(link).len() <= 1
        && dom.children(link).all(|c| !dom.tag(c).is_block())
        && dom.parent(link).is_some_and(|outer| {
            dom.tag(outer) == Tag::P && dom.counts(outer).plain() >= SENTENCE_MIN
        });
    // Without a page's address, `/` leads to its own home.
    let url = base.resolve(href);
    let whole = url.as_deref().unwrap_or(href);
    let path = match address::behind_scheme(whole) {
        Some(rest) => &rest[memchr(b'/', rest.as_bytes()).unwrap_or(rest.len())..],
        None => whole,
    };
    let home = matches!(path, "" | "/") && !whole.is_empty();
    const PERSONS: [&str; 6] = [
        "/user/",
        "/users/",
        "/author/",
        "/authors/",
        "/u/",
        "/profile/",
    ];
    let file = address_file(path);
    let picture = [".jpg", ".jpeg", ".png", ".gif", ".webp"]
        .iter()
        .any(|end| file.ends_with(end));
    home || !picture && (word || PERSONS.iter().any(|person| path.contains(person)))
}

/// Whether a picture is linked with a page, not with itself: an advertisement or a card, where it stands below a text.
pub(crate) fn leads_away(dom: &Dom, ix: NodeId) -> bool {
    let link = dom.ancestors(ix).take(3).find(|&a| dom.tag(a) == Tag::A);
    let href = link.and_then(|link| dom.attr(link, "href"));
    href.is_some_and(|href| {
        let href = href.trim();
        let path = address_file(href);
        !href.is_empty()
            && !href.starts_with('#')
            && !href.starts_with("javascript")
            && !ENDINGS.iter().any(|end| path.ends_with(end))
            // A page that shows it alone.
            && !PICTURE_PAGES.iter().any(|word| href.contains(word))
    })
}
