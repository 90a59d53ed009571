//! Pictures between headline and body: many sites set the lead picture above the text's own container.

use crate::body::Block;
use crate::content::hint::hint;
use crate::content::images;
use crate::content::placed_block::PlacedBlock;
use crate::content::roots::SiblingRange;
use crate::content::tuning::CAPTION_MAX;
use crate::content::{blocks, captions, players};
use crate::grammar::byline;
use crate::grammar::hints::Hint;
use crate::grammar::time::{self, TimeContext};
use crate::page::Page;
use crate::page::dom::{Dom, NodeId};
use crate::page::tag::Tag;
use crate::page::url::Base;
use crate::reason::Noise;

/// More pictures than this before the body are a menu of other articles.
const MAX: usize = 12;

/// The pictures in the stretch between `headline` and the body, with their captions.
pub(crate) fn between(dom: &Dom, base: &Base, headline: NodeId, body: NodeId) -> Vec<PlacedBlock> {
    let from = dom.end(headline);
    if body <= from {
        return Vec::new();
    }
    let mut pieces: Vec<PlacedBlock> = Vec::new();
    let start = dom.seen.images.partition_point(|i| *i < from);
    for &img in dom.seen.images[start..].iter().take_while(|i| **i < body) {
        if dom.is_hidden(img)
            || pieces.iter().any(|p| p.at == img)
            || stands_aside(dom, img, from, body)
            || is_of_a_bar(dom, img, from, body)
        {
            continue;
        }
        // The figure around it brings its caption along; so does a box of its own.
        let inside = |a: &NodeId| *a >= from && dom.end(*a) <= body;
        let figure = dom
            .ancestors(img)
            .take(4)
            .find(|a| dom.tag(*a) == Tag::Figure && inside(a));
        let own_box = || {
            let mut around = dom.ancestors(img).take(3).take_while(inside);
            around.find(|&a| is_captioned_box(dom, a, img))
        };
        let run = SiblingRange::of(dom, figure.or_else(own_box).unwrap_or(img));
        let mut built = blocks::build(dom, base, run, &std::collections::HashSet::new());
        if let [first, second] = &mut built[..]
            && let (Block::Image(image), Block::Paragraph(_)) = (&mut first.block, &second.block)
            && image.caption.is_none()
        {
            image.caption = Some(second.text().to_string());
        }
        for piece in built {
            let new = matches!(&piece.block, Block::Image(image) if !pieces.iter().any(|p| matches!(&p.block, Block::Image(i) if i.url == image.url)));
            if new {
                pieces.push(piece);
            }
        }
        if pieces.len() > MAX {
            return Vec::new();
        }
    }
    // The film that a line of text below it describes.
    let film = (from.0..body.0).map(NodeId).find(|&ix| {
        // A player itself shows no text, and counts as hidden.
        dom.tag(ix) == Tag::Video
            && dom.parent(ix).is_some_and(|outer| !dom.is_hidden(outer))
            && !stands_aside(dom, ix, from, body)
    });
    if let Some(ix) = film
        && let Some(video) = players::read(dom, base, ix)
    {
        let at = pieces.partition_point(|piece| piece.at < ix);
        let piece = PlacedBlock {
            block: Block::Video(video),
            at: ix,
            joined: None,
            captioned: false,
            said: Default::default(),
        };
        pieces.insert(at, piece);
    }
    pieces
}

/// Whether an element holds one picture and below it a short text that is no info line: its caption.
fn is_captioned_box(dom: &Dom, ix: NodeId, img: NodeId) -> bool {
    let counts = dom.counts(ix);
    let text = dom.text(ix);
    (2..=CAPTION_MAX).contains(&(counts.chars as usize))
        && counts.linked == 0
        && dom.images_in(ix) == [img]
        && dom.counts_between(ix, img).chars == 0
        && dom.lines_in(ix).len() == 1
        && (captions::is_worded(text) || !byline::is_credit_line(text))
        && time::find(text, &TimeContext::default()).is_none()
}

/// The picture that the page itself states as the article's (`og:image`) and shows somewhere outside the body, with its caption.
/// Asked for where the body has no picture of its own.
pub(crate) fn stated(page: &Page) -> Option<PlacedBlock> {
    let dom = &page.dom;
    let metas = ["og:image", "twitter:image", "image"];
    let stated: Vec<String> = metas
        .iter()
        .filter_map(|name| page.base.resolve(page.meta(name)?))
        .collect();
    let key = |url: &str| {
        let url = url.split(['?', '#']).next().unwrap_or(url);
        url.split_once("://")
            .map_or(url, |(_, rest)| rest)
            .to_string()
    };
    let stated: Vec<String> = stated.iter().map(|url| key(url)).collect();
    if stated.is_empty() {
        return None;
    }
    let shown = dom.seen.images.iter().find(|&&img| {
        !dom.is_hidden(img)
            && images::read(dom, &page.base, img)
                .is_some_and(|image| stated.contains(&key(&image.url)))
    })?;
    let figure = dom
        .ancestors(*shown)
        .take(4)
        .find(|&a| dom.tag(a) == Tag::Figure);
    let run = SiblingRange::of(dom, figure.unwrap_or(*shown));
    blocks::build(dom, &page.base, run, &std::collections::HashSet::new())
        .into_iter()
        .find(|piece| matches!(piece.block, Block::Image(_)))
}

/// Whether a picture is an icon of an info line, a trail or a bar of controls: the few words around it are linked, or tell the time.
fn is_of_a_bar(dom: &Dom, img: NodeId, from: NodeId, body: NodeId) -> bool {
    let within = |a: &NodeId| *a >= from && dom.end(*a) <= body;
    let around: Vec<NodeId> = dom.ancestors(img).take(4).take_while(within).collect();
    if around.iter().any(|&a| dom.tag(a) == Tag::Figure) {
        return false;
    }
    around
        .into_iter()
        .filter(|&a| dom.tag(a).is_block() && dom.images_in(a).len() <= 12)
        .take_while(|&a| dom.counts(a).chars <= BAR_MAX)
        .filter(|&a| dom.counts(a).chars > 1 && !captions::is_worded(dom.text(a)))
        .any(|a| {
            let text = dom.text(a);
            let timed = || {
                let day = text.trim_start().starts_with(|c: char| c.is_ascii_digit());
                day && dom.counts(a).chars <= 24
                    && time::find(text, &TimeContext::default()).is_some()
            };
            dom.counts(a).link_share() > 0.4 || byline::is_credit_line(text) || timed()
        })
}

/// Characters such a bar has at most.
const BAR_MAX: u32 = 80;

/// Whether a picture belongs to something else that stands there: a menu, a list of articles, an advertisement.
fn stands_aside(dom: &Dom, img: NodeId, from: NodeId, body: NodeId) -> bool {
    for outer in dom.ancestors(img) {
        if outer < from || dom.end(outer) > body {
            return false;
        }
        let person = dom.attrs(outer).any(|(name, value)| {
            name == "class"
                && ["avatar", "author", "user", "head", "media-info", "account"]
                    .iter()
                    .any(|w| value.contains(w))
        });
        // `popupbox` enlarges the picture.
        let noise = person
            || matches!(
                dom.tag(outer),
                Tag::Nav | Tag::Aside | Tag::Header | Tag::Footer
            )
            || matches!(hint(dom, outer), Some(Hint::Noise(noise)) if noise != Noise::PopUp && (noise != Noise::ShareBar || dom.counts(outer).chars > 0));
        // A linked picture leads to another article, unless it is the picture itself, enlarged.
        let elsewhere = dom.tag(outer) == Tag::A
            && dom.attr(outer, "href").is_some_and(|h| {
                let path = h.split(['?', '#']).next().unwrap_or(h).to_ascii_lowercase();
                let picture = [".jpg", ".jpeg", ".png", ".webp", ".gif"]
                    .iter()
                    .any(|e| path.ends_with(e));
                !picture && !h.starts_with("javascript") && h.len() > 1
            });
        if noise || elsewhere {
            return true;
        }
    }
    false
}
