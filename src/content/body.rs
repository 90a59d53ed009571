//! The body: blocks built from where it stands, and what is not the article's cut from them. Where it stands is `location`'s business.

use std::collections::{HashMap, HashSet};

use crate::body::{Block, Body};
use crate::content::located::Located;
use crate::content::location::{BodyLocation, as_html};
use crate::content::placed_block::PlacedBlock;
use crate::content::roots::SiblingRange;
use crate::content::tuning::body::{ORNAMENT, SAME_FILE, SLIDE};
use crate::content::{
    blocks, captions, clean, copies, images, lead, picture_boxes, subtitle_line, summary_box,
    text_headings,
};
use crate::error::Error;
use crate::limits::Limits;
use crate::page::dom::{Dom, NodeId};
use crate::page::url::Base;
use crate::rule::Template;
use crate::trace::{BlockTrace, RemoverTrace, Tracer};

/// The blocks of HTML that is a body and nothing else: what it shows, all of it.
pub(crate) fn whole(html: &str, base: &Base, limits: &Limits) -> Result<Body, Error> {
    let dom = Dom::fragment(&as_html(html), limits)?;
    let pieces = blocks::whole(&dom, base);
    dom.allowance.check(limits)?;
    Ok(Body::new(pieces.into_iter().map(|p| p.block).collect()))
}

/// What the rule says is no part of a body, in document order.
fn named(dom: &Dom, template: Option<&Template>) -> Vec<NodeId> {
    let mut named: Vec<NodeId> = template
        .into_iter()
        .flat_map(|t| &t.remove)
        .flat_map(|remover| dom.select(&remover.selector))
        .collect();
    named.sort();
    named.dedup();
    named
}

/// Writes down what the rule's `remove` does to a body in these runs, if a trace is kept.
fn note_removers(
    dom: &Dom,
    template: Option<&Template>,
    runs: &[SiblingRange],
    tracer: &mut Tracer,
) {
    let Some(template) = template.filter(|_| tracer.is_on()) else {
        return;
    };
    let removers = template.remove.iter().map(|remover| {
        let mut told = RemoverTrace {
            selector: remover.css.clone(),
            ..RemoverTrace::default()
        };
        let mut end = NodeId(0);
        for ix in dom.select(&remover.selector) {
            told.hits += 1;
            let Some(run) = runs.iter().find(|run| run.contains(ix)) else {
                continue;
            };
            if !clean::may_cut(dom, *run, ix) {
                told.spared += 1;
                continue;
            }
            told.cut += 1;
            // What is inside something cut goes with it.
            if ix >= end {
                told.chars += dom.counts(ix).chars as usize;
                told.images += dom.images_in(ix).len();
                end = dom.end(ix);
            }
        }
        told
    });
    let removers = removers.collect();
    tracer.note(|trace| trace.removers = removers);
}

/// Writes down where the blocks stood, if a trace is kept.
fn note(dom: &Dom, pieces: &[PlacedBlock], tracer: &mut Tracer) {
    if !tracer.is_on() {
        return;
    }
    let blocks = pieces.iter().map(|piece| {
        let at = tracer.path(piece.at.0);
        let caption = match &piece.block {
            Block::Image(image) => image.caption.as_deref(),
            Block::Video(video) => video.caption.as_deref(),
            _ => None,
        };
        let line = caption.and_then(|caption| captions::line(dom, piece.at, caption));
        let caption = line.and_then(|node| tracer.path(node));
        BlockTrace { at, caption }
    });
    let blocks = blocks.collect();
    tracer.note(|trace| trace.blocks = blocks);
}

/// The address of a picture.
fn picture(piece: &PlacedBlock) -> Option<&str> {
    match &piece.block {
        Block::Image(image) => Some(&image.url),
        _ => None,
    }
}

/// Builds the body's blocks and cuts what is not the article's. An error if they are more than a page may have.
pub(crate) fn build(located: &Located<'_>, tracer: &mut Tracer) -> Result<Body, Error> {
    let (subject, place) = (located.subject, &located.body);
    let (page, template) = (subject.page, subject.template);
    let (headline, title) = (located.headline.node, located.headline.text.as_deref());
    let start = located.body_start();
    let mut pieces = Vec::new();
    tracer.elsewhere(matches!(place, BodyLocation::Source(_)));
    match place {
        BodyLocation::Page { runs } => {
            let dom = &page.dom;
            let named = named(dom, template);
            note_removers(dom, template, runs, tracer);
            if subject.is_generic()
                && let (Some(headline), Some(run)) = (headline, runs.first())
            {
                let above = lead::between(dom, &page.base, headline, run.from);
                let kept = |p: &PlacedBlock| !named.iter().any(|&ix| dom.contains(ix, p.at));
                pieces.extend(above.into_iter().filter(kept));
            }
            for &run in runs {
                let within = named.partition_point(|&ix| ix < run.from)
                    ..named.partition_point(|&ix| ix < run.to);
                let cut = clean::subtrees(dom, run, &named[within], tracer);
                let mut built = blocks::build(dom, &page.base, run, &cut);
                if let Some(headline) = headline.filter(|h| run.contains(*h)) {
                    // What stands above the headline inside the body's own container is not body,
                    // unless it is most of it: then that headline is a repetition below the article.
                    let text = |p: &&PlacedBlock| p.text().len();
                    let all: usize = built.iter().map(|p| text(&p)).sum();
                    let below: usize = built
                        .iter()
                        .filter(|p| p.at >= headline)
                        .map(|p| text(&p))
                        .sum();
                    if below * 2 >= all {
                        built.retain(|piece| piece.at >= headline);
                    }
                }
                if let Some(start) = start.filter(|s| run.contains(*s)) {
                    built.retain(|piece| {
                        piece.at >= start
                            || picture(piece).is_none()
                            || !lead::is_tool(dom, piece.at, run.from, start)
                    });
                    clean::above(dom, &mut built, start, tracer);
                }
                // A picture above the text that comes again in it stands where the text has it.
                let shown: Vec<&str> = built.iter().filter_map(picture).collect();
                pieces.retain(|p: &PlacedBlock| picture(p).is_none_or(|url| !shown.contains(&url)));
                pieces.extend(built);
            }
            if subject.is_generic() && !pieces.is_empty() {
                let shown = |pieces: &[PlacedBlock], url: &str| {
                    let mut shown = pieces.iter().filter_map(picture);
                    shown.any(|own| images::are_of_one(own, url))
                };
                let last = runs.last().into_iter();
                for piece in last.flat_map(|run| picture_boxes::below(dom, &page.base, *run)) {
                    if picture(&piece).is_some_and(|url| !shown(&pieces, url)) {
                        pieces.push(piece);
                    }
                }
                if let Some(piece) = headline.and_then(|headline| lead::above(page, headline))
                    && picture(&piece).is_some_and(|url| !shown(&pieces, url))
                {
                    pieces.insert(0, piece);
                }
            }
        }
        BodyLocation::Source(dom) => {
            let run = SiblingRange::of(dom, dom.root());
            note_removers(dom, template, &[run], tracer);
            let cut = clean::subtrees(dom, run, &named(dom, template), tracer);
            pieces = blocks::build(dom, &page.base, run, &cut);
            dom.allowance.check(subject.limits)?;
        }
        BodyLocation::None => {}
    }
    if let Some(headline) = headline.filter(|_| subject.is_generic() && !pieces.is_empty())
        && !pieces.iter().any(|piece| picture(piece).is_some())
    {
        pieces.splice(0..0, lead::gallery(page, headline));
    }
    page.dom.allowance.check(subject.limits)?;
    if subject.is_generic()
        && !pieces.is_empty()
        && !pieces.iter().any(|p| match &p.block {
            Block::Image(_) => true,
            Block::Video(video) => video.url.is_some(),
            _ => false,
        })
        && let Some(picture) = lead::stated(page)
    {
        // A film that is told by its still alone is that picture.
        let url = self::picture(&picture).map(String::from);
        pieces.retain(|p| !matches!(&p.block, Block::Video(video) if video.poster == url));
        let below = pieces.first().is_some_and(|p| p.at < picture.at);
        let at = if below && !matches!(place, BodyLocation::Source(_)) {
            pieces.len()
        } else {
            0
        };
        pieces.insert(at, picture);
    }
    clean::lines(&page.dom, &mut pieces, title, tracer);
    if subject.is_generic() && matches!(place, BodyLocation::Page { .. }) {
        let subtitle = headline
            .zip(start)
            .and_then(|(headline, start)| subtitle_line::find(&page.dom, headline, start));
        if let Some(node) = subtitle {
            clean::subtitle(&page.dom, &mut pieces, node, tracer);
        }
        summary_box::cut(page, &mut pieces, tracer);
    }
    captions::fold(&mut pieces);
    let shown = matches!(place, BodyLocation::Page { .. });
    clean::end(&page.dom, shown, &mut pieces, title, tracer);
    if shown {
        clean::edge_pictures(&page.dom, &mut pieces, tracer);
        clean::dividers(&mut pieces);
    }
    copies::cut(&mut pieces, tracer);
    if page.dom.is_text() {
        text_headings::mark(&mut pieces);
    }
    once(&mut pieces);
    note(&page.dom, &pieces, tracer);
    tracer.elsewhere(false);
    Ok(Body::new(pieces.into_iter().map(|p| p.block).collect()))
}

/// A picture that is one of the last two above, now that lines between them are cut, stands there once, as where nothing was between; in
/// another size, or as a slide and a thumbnail too, it stands once in all. One that stands there again and again is an ornament.
fn once(pieces: &mut Vec<PlacedBlock>) {
    let mut shown: HashMap<&str, usize> = HashMap::new();
    for url in pieces.iter().filter_map(picture) {
        *shown.entry(url).or_default() += 1;
    }
    let often = |least: usize| -> HashSet<String> {
        let found = shown.iter().filter(|(_, times)| **times >= least);
        found.map(|(url, _)| (*url).to_string()).collect()
    };
    let (ornaments, slides) = (often(ORNAMENT), often(SLIDE));
    let mut kept: Vec<PlacedBlock> = Vec::with_capacity(pieces.len());
    // Stems of the files shown, with where.
    let mut files: HashMap<String, Vec<usize>> = HashMap::new();
    for mut piece in pieces.drain(..) {
        if let Block::Image(image) = &mut piece.block {
            if ornaments.contains(&image.url) {
                continue;
            }
            let near = kept.len().saturating_sub(2);
            let file = images::stem(&image.url);
            let mut same = files.get(&file).into_iter().flatten().rev().take(SAME_FILE);
            let same = same.find(|&&at| {
                picture(&kept[at]).is_some_and(|url| {
                    url == image.url && (at >= near || slides.contains(url))
                        || url != image.url && images::are_of_one(url, &image.url)
                })
            });
            if let Some(&at) = same {
                if let Block::Image(above) = &mut kept[at].block
                    && above.caption.is_none()
                {
                    above.caption = image.caption.take();
                }
                continue;
            }
            files.entry(file).or_default().push(kept.len());
        }
        kept.push(piece);
    }
    *pieces = kept;
}
