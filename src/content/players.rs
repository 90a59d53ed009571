//! Videos: which elements play one, its address and its still. Not where they stand (see `blocks`).

use crate::body::Video;
use crate::body::plain::VIDEO;
use crate::content::hint::hints;
use crate::content::tuning::players::{STILL_NODES_MAX, STILL_TEXT_MAX, STILL_WITHIN};
use crate::grammar::hints::Hint;
use crate::page::dom::{Dom, NodeId};
use crate::page::tag::Tag;
use crate::page::url::Base;

/// Parts of the addresses of players.
const PLAYERS: &[&str] = &["player", "video", "youtu", "/v.", "embed"];

/// The video of a `video`, `iframe` or `embed` element. Frames of other things are none.
pub(crate) fn read(dom: &Dom, base: &Base, ix: NodeId) -> Option<Video> {
    let resolve = |value: Option<&str>| value.and_then(|v| base.resolve(v));
    let attr = |name: &str| dom.attr(ix, name);
    let url = if dom.tag(ix) == Tag::Video {
        let source = || {
            dom.subtree(ix)
                .find_map(|i| (dom.tag(i) == Tag::MediaSource).then(|| dom.attr(i, "src"))?)
        };
        resolve(attr("src").or_else(source))
            .or_else(|| resolve(attr("data-src").or(attr("data-url"))))
    } else {
        let named = attr("data-videoid").filter(|id| !id.is_empty() && !id.contains(['/', ':']));
        let named = named.map(|id| format!("https://www.youtube.com/embed/{id}"));
        resolve(attr("src").or(attr("data-src")).or(named.as_deref()))
            .filter(|url| PLAYERS.iter().any(|player| url.contains(player)))
    };
    video(url, resolve(attr("poster")))
}

/// Whether an element of a `figure` stands for a video: a link with the text 视频, a picture with it for `alt`.
/// So [`Body::html`](crate::Body::html) writes what a browser cannot play in place.
pub(crate) fn is_link(dom: &Dom, ix: NodeId) -> bool {
    let says = |ix: NodeId| match dom.tag(ix) {
        Tag::Img => dom.attr(ix, "alt") == Some(VIDEO),
        _ => dom.text(ix) == VIDEO,
    };
    dom.parent(ix).is_some_and(|p| dom.tag(p) == Tag::Figure)
        && (says(ix)
            || matches!(dom.images_in(ix), [still] if says(*still) && dom.counts(ix).chars == 0))
}

/// The video that such an element stands for.
pub(crate) fn linked(dom: &Dom, base: &Base, ix: NodeId) -> Option<Video> {
    let resolve = |value: Option<&str>| value.and_then(|v| base.resolve(v));
    let still = dom.images_in(ix).first();
    video(
        resolve(dom.attr(ix, "href")),
        resolve(still.and_then(|&still| dom.attr(still, "src"))),
    )
}

/// Whether a picture is the still of a film that a script plays: the box it stands in alone is named a player, or has a button to play it
/// or the film's length.
pub(crate) fn is_still(dom: &Dom, ix: NodeId) -> bool {
    let mut around = dom.ancestors(ix).take(STILL_WITHIN).take_while(|&a| {
        dom.images_in(a).len() == 1
            && dom.counts(a).chars <= STILL_TEXT_MAX
            && dom.end(a).0 - a.0 <= STILL_NODES_MAX
    });
    around.any(|a| {
        names_player(dom, a)
            || dom.subtree(a).any(|i| {
                i != ix && dom.tag(i) != Tag::Text && (names_player(dom, i) || is_length(dom, i))
            })
    })
}

/// Whether a class is one of players: `play-btn`, `i-play-b`; `display` is not.
fn names_player(dom: &Dom, ix: NodeId) -> bool {
    hints(dom, ix).has(Hint::Play)
}

/// The length of a film: `<time datetime="PT4M37S">`.
fn is_length(dom: &Dom, ix: NodeId) -> bool {
    dom.name(ix) == "time"
        && dom
            .attr(ix, "datetime")
            .is_some_and(|t| t.starts_with("PT"))
}

/// The film of such a still, whose own address is not told.
pub(crate) fn of_still(poster: Option<String>) -> Option<Video> {
    video(None, poster)
}

fn video(url: Option<String>, poster: Option<String>) -> Option<Video> {
    (url.is_some() || poster.is_some()).then_some(Video {
        url,
        poster,
        caption: None,
    })
}
