//! Pictures between headline and body: many sites set the lead picture above the text's own container.

use crate::body::{Block, Image};
use crate::content::hint::hints;
use crate::content::images;
use crate::content::placed_block::PlacedBlock;
use crate::content::roots::SiblingRange;
use crate::content::tuning::captions::NAMED_MAX;
use crate::content::tuning::lead::{
    ABOVE_MAX, ABOVE_TEXT_MAX, BAR_IMAGES, BAR_LINKED, BAR_MAX, CLOCK_MAX, GALLERY_MAX,
    GALLERY_MIN, MAX,
};
use crate::content::tuning::{AROUND, CAPTION_MAX};
use crate::content::{blocks, captions, players};
use crate::grammar::byline;
use crate::grammar::hints::Hint;
use crate::grammar::lexicon::facet::Facet;
use crate::grammar::time;
use crate::grammar::trail::separators;
use crate::page::Page;
use crate::page::dom::{Dom, NodeId};
use crate::page::tag::Tag;
use crate::page::url::Base;
use crate::reason::Noise;

/// The pictures in the stretch between `headline` and the body, with their captions.
pub(crate) fn between(dom: &Dom, base: &Base, headline: NodeId, body: NodeId) -> Vec<PlacedBlock> {
    between_nodes(dom, base, dom.end(headline), body)
}

fn between_nodes(dom: &Dom, base: &Base, from: NodeId, body: NodeId) -> Vec<PlacedBlock> {
    if body <= from {
        return Vec::new();
    }
    let mut pieces: Vec<PlacedBlock> = Vec::new();
    let start = dom.seen.images.partition_point(|i| *i < from);
    for &img in dom.seen.images[start..].iter().take_while(|i| **i < body) {
        // The slides of a gallery are hidden until their turn.
        let slide = dom.is_hidden(img) && images::leads_to_itself(dom, base, img);
        let late = in_noscript(dom, base, img);
        if dom.is_hidden(img) && !slide && late.is_none()
            || pieces.iter().any(|p| p.at == img)
            || stands_aside(dom, img, from, body)
            || is_of_a_bar(dom, img, from, body)
        {
            continue;
        }
        // The still of a film that the page leads with is its picture.
        if slide || players::is_still(dom, img) {
            if let Some(image) = slide_of(dom, base, img)
                && !pieces
                    .iter()
                    .any(|p| matches!(&p.block, Block::Image(i) if i.url == image.url))
            {
                pieces.push(PlacedBlock::of(Block::Image(image), img));
            }
            continue;
        }
        // The figure around it brings its caption along; so does a box of its own.
        let inside = |a: &NodeId| *a >= from && dom.end(*a) <= body;
        let figure = dom
            .ancestors(img)
            .take(AROUND)
            .find(|a| dom.tag(*a) == Tag::Figure && inside(a) && dom.counts(*a).chars > 0);
        let own_box = || {
            let mut around = dom.ancestors(img).take(AROUND).take_while(inside);
            around.find(|&a| is_captioned_box(dom, a, img))
        };
        let run = SiblingRange::of(dom, figure.or_else(own_box).or(late).unwrap_or(img));
        let mut built = blocks::build(dom, base, run, &std::collections::HashSet::new());
        if let [first, second] = &mut built[..]
            && let (Block::Image(image), Block::Paragraph(_)) = (&mut first.block, &second.block)
            && image.caption.is_none()
        {
            image.caption = Some(second.text().to_string());
        }
        if let [only] = &mut built[..]
            && let Block::Image(image) = &mut only.block
            && image.caption.is_none()
        {
            image.caption = caption_beside(dom, img, from, body);
        }
        for piece in built {
            let new = matches!(&piece.block, Block::Image(image) if !pieces.iter().any(|p| matches!(&p.block, Block::Image(i) if i.url == image.url)));
            if new {
                pieces.push(piece);
            }
        }
        if pieces.len() > MAX {
            // A menu of other articles; the lead picture stands right above the body.
            return match right_above(dom, from, body) {
                Some(outer) => between_nodes(dom, base, outer, body),
                None => Vec::new(),
            };
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
        pieces.insert(at, PlacedBlock::of(Block::Video(video), ix));
    }
    pieces
}

/// The `noscript` with a picture whose place something else holds until a script loads it: `<img src="/1x1.gif"><noscript><img …></noscript>`.
fn in_noscript(dom: &Dom, base: &Base, img: NodeId) -> Option<NodeId> {
    let outer = dom.parent(img).filter(|&p| dom.tag(p) == Tag::Noscript)?;
    let at = dom.seen.images.partition_point(|i| *i < img);
    let &before = dom.seen.images[..at].last()?;
    let beside = dom.parent(before) == dom.parent(outer) && !dom.is_hidden(before);
    (beside && images::url(dom, base, before).is_none()).then_some(outer)
}

/// The line right behind a picture's own box that is a caption by its words: `<figure><img></figure><div>湖区的水鸟。（张三摄）</div>`.
fn caption_beside(dom: &Dom, img: NodeId, from: NodeId, body: NodeId) -> Option<String> {
    let bare = |a: &NodeId| *a >= from && dom.end(*a) <= body && dom.counts(*a).chars == 0;
    let own = dom.ancestors(img).take(AROUND).take_while(bare).last();
    let mut next = dom.end(own.unwrap_or(img));
    while next < body && dom.tag(next) == Tag::Text && dom.counts(next).chars == 0 {
        next = dom.end(next);
    }
    if next >= body || dom.end(next) > body || dom.is_hidden(next) {
        return None;
    }
    let counts = dom.counts(next);
    let short = (2..=CAPTION_MAX).contains(&(counts.chars as usize)) && counts.linked == 0;
    let text = dom.text(next).trim();
    let one = short && dom.lines_in(next).len() == 1 && dom.images_in(next).is_empty();
    (one && captions::is_worded(text) && !time::spans::shows(text)).then(|| text.to_string())
}

/// The figure or captioned box that nothing stands between and the body.
fn right_above(dom: &Dom, from: NodeId, body: NodeId) -> Option<NodeId> {
    let end = dom.seen.images.partition_point(|i| *i < body);
    let &img = dom.seen.images[..end].last()?;
    let mut around = dom.ancestors(img).take(AROUND);
    let outer = around.find(|&a| {
        dom.tag(a) == Tag::Figure && dom.counts(a).chars > 0 || is_captioned_box(dom, a, img)
    })?;
    let near = outer > from
        && dom.end(outer) <= body
        && dom.counts_between(dom.end(outer), body).chars == 0;
    near.then_some(outer)
}

/// A hidden slide or a still, with what its link says of it for a caption.
fn slide_of(dom: &Dom, base: &Base, img: NodeId) -> Option<Image> {
    let mut image = images::read(dom, base, img)?;
    let link = dom.ancestors(img).take(3).find(|&a| dom.tag(a) == Tag::A);
    let said = link.and_then(|link| dom.attr(link, "title"));
    let said = said.map(crate::text::clean);
    let said = said.filter(|said| captions::is_worded(said));
    image.caption = image.caption.or(said);
    Some(image)
}

/// Whether an element holds one picture and below it a short text that is no info line: its caption.
fn is_captioned_box(dom: &Dom, ix: NodeId, img: NodeId) -> bool {
    let counts = dom.counts(ix);
    if counts.chars < 2 || counts.chars as usize > NAMED_MAX {
        return false;
    }
    let text = dom.text(ix);
    // An element that is named as a caption may hold a longer one, and tell the day.
    let named = || has_caption(dom, ix);
    let worded = || {
        counts.chars as usize <= CAPTION_MAX
            && (captions::is_worded(text) || !byline::is_credit_line(text))
            && !time::spans::shows(text)
    };
    counts.linked == 0
        && dom.images_in(ix) == [img]
        && dom.counts_between(ix, img).chars == 0
        && dom.lines_in(ix).len() == 1
        && (worded() || named())
}

/// The picture that the page itself states as the article's (`og:image`) and shows somewhere outside the body, with its caption.
/// Asked for where the body has no picture of its own.
pub(crate) fn stated(page: &Page) -> Option<PlacedBlock> {
    let is_stated = stated_picture(page)?;
    let dom = &page.dom;
    let mut shown = dom.seen.images.iter();
    let shown = shown.find(|&&img| !dom.is_hidden(img) && is_stated(img, false))?;
    with_caption(page, *shown)
}

/// The same, set above the headline: the lead picture of pages that begin with one.
pub(crate) fn above(page: &Page, headline: NodeId) -> Option<PlacedBlock> {
    let is_stated = stated_picture(page)?;
    let dom = &page.dom;
    let end = dom.seen.images.partition_point(|i| *i < headline);
    let start = NodeId(dom.body().0 + 1);
    let near = dom.seen.images[..end].iter().rev().take(ABOVE_MAX);
    let near = near.take_while(|&&img| dom.counts_between(img, headline).chars <= ABOVE_TEXT_MAX);
    let shown = near.copied().find(|&img| {
        !dom.is_hidden(img) && is_stated(img, true) && !stands_aside(dom, img, start, headline)
    })?;
    with_caption(page, shown)
}

/// The pictures of a gallery right above the headline, three or more in one list that leads nowhere else. Asked for where there is no other.
pub(crate) fn gallery(page: &Page, headline: NodeId) -> Vec<PlacedBlock> {
    let (dom, base) = (&page.dom, &page.base);
    let start = NodeId(dom.body().0 + 1);
    let end = dom.seen.images.partition_point(|i| *i < headline);
    let Some(&last) = dom.seen.images[..end].last() else {
        return Vec::new();
    };
    let near = dom.counts_between(last, headline).chars <= ABOVE_TEXT_MAX;
    let mut around = dom.ancestors(last).take_while(|&a| dom.end(a) <= headline);
    let list = around.find(|&a| dom.images_in(a).len() >= GALLERY_MIN);
    let Some(list) = list.filter(|&list| near && dom.counts(list).chars <= ABOVE_TEXT_MAX) else {
        return Vec::new();
    };
    let images = dom.images_in(list).iter().take(GALLERY_MAX);
    let shown =
        images.filter(|&&img| !dom.is_hidden(img) && !stands_aside(dom, img, start, headline));
    let mut pieces: Vec<PlacedBlock> = Vec::new();
    for &img in shown {
        // Buttons to share with are drawn.
        let photo = |image: &Image| ![".gif", ".png"].iter().any(|end| image.url.ends_with(end));
        let Some(image) = images::read(dom, base, img).filter(photo) else {
            continue;
        };
        if !pieces
            .iter()
            .any(|p| matches!(&p.block, Block::Image(i) if i.url == image.url))
        {
            pieces.push(PlacedBlock::of(Block::Image(image), img));
        }
    }
    // A strip of portraits or marks is none.
    match pieces.len() >= GALLERY_MIN {
        true => pieces,
        false => Vec::new(),
    }
}

/// Tells whether an `img` shows what the page states as the article's picture, perhaps in another size.
fn stated_picture(page: &Page) -> Option<impl Fn(NodeId, bool) -> bool> {
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
    (!stated.is_empty()).then_some(move |img: NodeId, any_size: bool| {
        images::url(&page.dom, &page.base, img).is_some_and(|url| {
            stated.iter().any(|stated| {
                key(stated) == key(&url) || any_size && images::are_of_one(stated, &url)
            })
        })
    })
}

/// A picture with the caption of the figure it stands in.
fn with_caption(page: &Page, img: NodeId) -> Option<PlacedBlock> {
    let dom = &page.dom;
    let figure = dom
        .ancestors(img)
        .take(AROUND)
        .find(|&a| dom.tag(a) == Tag::Figure);
    let run = SiblingRange::of(dom, figure.unwrap_or(img));
    blocks::build(dom, &page.base, run, &std::collections::HashSet::new())
        .into_iter()
        .find(|piece| matches!(piece.block, Block::Image(_)))
}

/// Whether a picture is an icon of an info line, a trail or a bar of controls: the few words around it are linked, or tell the time.
fn is_of_a_bar(dom: &Dom, img: NodeId, from: NodeId, body: NodeId) -> bool {
    let within = |a: &NodeId| *a >= from && dom.end(*a) <= body;
    let around: Vec<NodeId> = dom.ancestors(img).take(AROUND).take_while(within).collect();
    if around.iter().any(|&a| dom.tag(a) == Tag::Figure) {
        return false;
    }
    around
        .into_iter()
        .filter(|&a| dom.tag(a).is_block() && dom.images_in(a).len() <= BAR_IMAGES)
        .take_while(|&a| dom.counts(a).chars <= BAR_MAX)
        .filter(|&a| dom.counts(a).chars > 1 && !captions::is_worded(dom.text(a)))
        .any(|a| {
            let text = dom.text(a);
            let timed = || {
                let day = text.trim_start().starts_with(|c: char| c.is_ascii_digit());
                day && dom.counts(a).chars <= CLOCK_MAX && time::spans::shows(text)
                    || is_beside_clock(dom, a)
            };
            // 图片来源 below a photograph is its credit, 来源 beside an icon the article's.
            let credit = || {
                dom.counts_between(a, img).chars == 0
                    && dom.attr(img, "src").is_some_and(images::is_picture_file)
                    && Facet::PictureSourceStart.starts(text.trim_start())
                    && !time::spans::shows(text)
            };
            dom.counts(a).link_share() > BAR_LINKED
                || is_of_tools(dom, a)
                || byline::is_credit_line(text) && !credit()
                || timed()
        })
}

/// Whether a picture inside the body's container is an icon of a trail or of a bar of controls above the text.
pub(crate) fn is_tool(dom: &Dom, img: NodeId, from: NodeId, text: NodeId) -> bool {
    dom.ancestors(img)
        .take(AROUND)
        .take_while(|&a| a >= from && dom.end(a) <= text)
        .any(|a| dom.counts(a).chars <= BAR_MAX && (is_of_tools(dom, a) || is_beside_clock(dom, a)))
}

/// Whether a name and a clock stand beside a portrait, and no sentence: `橙橘网 05-10 06:58`.
fn is_beside_clock(dom: &Dom, ix: NodeId) -> bool {
    let text = dom.text(ix);
    text.contains([':', '：'])
        && !text.contains(['，', '。'])
        && !captions::is_worded(text)
        && time::spans::shows(text)
}

/// Whether the words of an element are those of a trail or of controls.
fn is_of_tools(dom: &Dom, ix: NodeId) -> bool {
    let text = dom.text(ix);
    dom.counts(ix).linked > 0 && separators(text) >= 2 || Facet::ToolWord.within(text)
}

/// Whether a linked picture has the caption of a photograph below it, with who took it: it leads to itself on a page of its own.
fn is_credited_below(dom: &Dom, link: NodeId) -> bool {
    let Some(outer) = dom.parent(link) else {
        return false;
    };
    let text = dom.text(outer);
    dom.images_in(outer).len() == 1
        && dom.counts(outer).chars <= CAPTION_MAX as u32
        && captions::is_credited(text)
}

/// Whether what an element says first is named a caption.
fn has_caption(dom: &Dom, ix: NodeId) -> bool {
    let line = dom.lines_in(ix).first().map(|line| NodeId(line.node));
    let around = line.into_iter().flat_map(|line| dom.ancestors(line));
    around
        .take(AROUND)
        .take_while(|&a| a > ix)
        .any(|a| hints(dom, a).has(Hint::Caption))
}

/// Whether a picture belongs to something else that stands there: a menu, a list of articles, an advertisement.
fn stands_aside(dom: &Dom, img: NodeId, from: NodeId, body: NodeId) -> bool {
    for outer in dom.ancestors(img) {
        if outer < from || dom.end(outer) > body {
            return false;
        }
        let person = hints(dom, outer).has(Hint::Portrait) && !has_caption(dom, outer);
        // `popupbox` enlarges the picture.
        let noise = person
            || matches!(
                dom.tag(outer),
                Tag::Nav | Tag::Aside | Tag::Header | Tag::Footer
            )
            || matches!(hints(dom, outer).noise(), Some(noise) if noise != Noise::PopUp && (noise != Noise::ShareBar || dom.counts(outer).chars > 0));
        // A linked picture leads to another article, unless it is the picture itself, enlarged.
        let elsewhere = dom.tag(outer) == Tag::A
            && dom.attr(outer, "href").is_some_and(|h| {
                let path = h.split(['?', '#']).next().unwrap_or(h).to_ascii_lowercase();
                let picture = [".jpg", ".jpeg", ".png", ".webp", ".gif"]
                    .iter()
                    .any(|e| path.ends_with(e));
                !picture && !h.starts_with("javascript") && h.len() > 1
            })
            && !is_credited_below(dom, outer);
        if noise || elsewhere {
            return true;
        }
    }
    false
}
