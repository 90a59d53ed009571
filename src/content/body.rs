//! The body, from rule, page state or the generic root: finds its place, builds blocks, cuts what is not the article's.

use std::borrow::Cow;

use crate::body::{Block, Body};
use crate::content::placed_block::PlacedBlock;
use crate::content::roots;
use crate::content::roots::{Root, SiblingRange};
use crate::content::subject::Subject;
use crate::content::{blocks, captions, clean, lead};
use crate::error::Error;
use crate::limits::Limits;
use crate::page::Page;
use crate::page::dom::{Dom, Ix};
use crate::page::tag::Tag;
use crate::page::url::Base;
use crate::rule::Template;
use crate::trace::{Candidate, FieldTrace, Origin, Tracer, shorten};

/// Where the body stands.
#[derive(Debug)]
pub(crate) enum BodyLocation {
    /// In the page itself, in one or more runs of nodes.
    Page { runs: Vec<SiblingRange> },
    /// In HTML that the page's state or JSON-LD held.
    Source(Box<Dom>),
    /// Nowhere.
    None,
}

impl BodyLocation {
    /// The run the body starts with, if it stands in the page.
    pub(crate) fn first(&self) -> Option<SiblingRange> {
        match self {
            Self::Page { runs } => runs.first().copied(),
            _ => None,
        }
    }

    /// The node the body ends before.
    pub(crate) fn end(&self) -> Option<Ix> {
        match self {
            Self::Page { runs } => runs.last().map(|r| r.to),
            _ => None,
        }
    }
}

/// Finds the body: the rule's steps in order, then the generic root, then JSON-LD.
pub(crate) fn locate(
    subject: &Subject<'_>,
    headline: Option<Ix>,
    tracer: &mut Tracer,
) -> BodyLocation {
    let (page, limits) = (subject.page, subject.limits);
    for step in subject.template.map_or(&[][..], |t| &t.body) {
        if step.is_source() {
            let texts: Vec<String> = step.hits(page).into_iter().map(|h| h.text).collect();
            if let Some(dom) = source(&texts, limits) {
                note(tracer, Origin::Rule(step.name.clone()), dom.page_text());
                return BodyLocation::Source(Box::new(dom));
            }
            continue;
        }
        let mut runs: Vec<SiblingRange> = step
            .elements(page)
            .into_iter()
            .filter(|&ix| !dom_is_bare(&page.dom, ix))
            .map(|ix| SiblingRange::of(&page.dom, ix))
            .collect();
        runs.truncate(runs.len() - of_next_articles(&page.dom, headline, &runs));
        if let Some(first) = runs.first() {
            let text = page.dom.text_between(first.from, first.to);
            let chars: u32 = runs
                .iter()
                .map(|r| page.dom.counts_between(r.from, r.to).plain())
                .sum();
            if chars < RULE_MIN && tracer.generic() && is_elsewhere(page, headline, &runs) {
                continue;
            }
            note(tracer, Origin::Rule(step.name.clone()), text);
            return BodyLocation::Page { runs };
        }
    }
    if !tracer.generic() {
        return BodyLocation::None;
    }
    let root = roots::find(&page.dom, headline, tracer);
    if let Some(Root { run, score }) = root
        && score >= 30.0
    {
        note(
            tracer,
            Origin::Generic("run of siblings with the most prose"),
            page.dom.text_between(run.from, run.to),
        );
        return BodyLocation::Page { runs: vec![run] };
    }
    let linked = subject
        .linked_article()
        .map(|a| (subject.linked_origin("articleBody"), a));
    let state = subject
        .story()
        .map(|a| (Origin::State("articleBody".into()), a));
    for (origin, article) in linked.into_iter().chain(state) {
        let text = article.get("articleBody").and_then(|b| b.as_str());
        if let Some(text) = text.filter(|t| t.chars().count() > 40)
            && let Some(dom) = source(&[text.to_string()], limits)
        {
            note(tracer, origin, dom.page_text());
            return BodyLocation::Source(Box::new(dom));
        }
    }
    match root {
        Some(Root { run, .. }) => BodyLocation::Page { runs: vec![run] },
        None => BodyLocation::None,
    }
}

/// How many of the last runs belong to articles that follow in the same page: a headline of their own stands before them.
fn of_next_articles(dom: &Dom, headline: Option<Ix>, runs: &[SiblingRange]) -> usize {
    let Some(first) = runs.first() else {
        return 0;
    };
    let next = dom.seen.headings.iter().find(|&&h| {
        h >= first.to
            && dom.tag(h) == Tag::H1
            // AdjacentText the paragraphs it is a sub-heading.
            && dom.parent(h) != dom.parent(first.from)
            && headline.is_none_or(|own| dom.text(h) != dom.text(own))
    });
    next.map_or(0, |&h| runs.iter().filter(|run| run.from > h).count())
}

/// The headline of an article that follows in the same page: the rule's title finds it below the body, with other words.
pub(crate) fn next_article(subject: &Subject<'_>, place: &BodyLocation) -> Option<Ix> {
    let end = place.end()?;
    let page = subject.page;
    let dom = &page.dom;
    let titles = subject
        .template?
        .title
        .iter()
        .map(|step| step.elements(page));
    let titles = titles.into_iter().find(|found| !found.is_empty())?;
    let own = dom.text(*titles.first()?);
    titles
        .into_iter()
        .find(|&ix| ix >= end && dom.tag(ix).heading_level().is_some() && dom.text(ix) != own)
}

/// A rule's body with less plain text than this is believed only if no other place of the page has far more.
const RULE_MIN: u32 = 60;

/// Whether the generic root lies apart from a rule's body that has next to no text: an empty shell of an old layout.
fn is_elsewhere(page: &Page, headline: Option<Ix>, runs: &[SiblingRange]) -> bool {
    let root = roots::find(&page.dom, headline, &mut Tracer::off());
    root.is_some_and(|root| {
        root.score > RULE_MIN as f32 * 4.0
            && !runs
                .iter()
                .any(|r| r.from <= root.run.from && root.run.to <= r.to)
    })
}

fn note(tracer: &mut Tracer, origin: Origin, text: &str) {
    tracer.note(|t| {
        t.fields.push(FieldTrace {
            field: "body",
            winner: Some(Candidate {
                confidence: origin.confidence(),
                origin,
                value: shorten(text, 60),
                reason: None,
            }),
            lost: Vec::new(),
        });
    });
}

/// An element without text and pictures: the empty container of a page that waits for its scripts.
fn dom_is_bare(dom: &Dom, ix: Ix) -> bool {
    dom.counts(ix).chars < 2 && !dom.images_in(ix).iter().any(|&img| !dom.is_hidden(img))
}

/// HTML or plain text from page state as a tree of its own.
fn source(texts: &[String], limits: &Limits) -> Option<Dom> {
    let html: Cow<'_, str> = match texts {
        [text] => as_html(text),
        texts => texts
            .iter()
            .map(|text| as_html(text))
            .collect::<String>()
            .into(),
    };
    let dom = Dom::fragment(&html, limits).ok()?;
    (dom.counts(dom.root()).chars >= 2 || !dom.seen.images.is_empty()).then_some(dom)
}

/// HTML as it is; the lines of plain text as paragraphs.
fn as_html(text: &str) -> Cow<'_, str> {
    let is_tag = |rest: &str| {
        rest.starts_with(|c: char| c.is_ascii_alphabetic() || matches!(c, '/' | '!' | '?'))
    };
    if text.split('<').skip(1).any(is_tag) {
        return text.into();
    }
    let mut html = String::new();
    for line in text.lines().filter(|l| !l.trim().is_empty()) {
        html.push_str("<p>");
        html.push_str(&line.replace('&', "&amp;").replace('<', "&lt;"));
        html.push_str("</p>");
    }
    html.into()
}

/// The blocks of HTML that is a body and nothing else: what it shows, all of it.
pub(crate) fn whole(html: &str, base: &Base, limits: &Limits) -> Result<Body, Error> {
    let dom = Dom::fragment(&as_html(html), limits)?;
    let pieces = blocks::whole(&dom, base);
    Ok(Body::new(pieces.into_iter().map(|p| p.block).collect()))
}

/// What the rule says is no part of a body, in document order.
fn named(dom: &Dom, template: Option<&Template>) -> Vec<Ix> {
    let mut named: Vec<Ix> = template
        .into_iter()
        .flat_map(|t| &t.remove)
        .flat_map(|s| dom.select(s))
        .collect();
    named.sort();
    named.dedup();
    named
}

/// The address of a picture.
fn picture(piece: &PlacedBlock) -> Option<&str> {
    match &piece.block {
        Block::Image(image) => Some(&image.url),
        _ => None,
    }
}

/// Builds the body's blocks and cuts what is not the article's.
pub(crate) fn build(
    subject: &Subject<'_>,
    place: &BodyLocation,
    headline: Option<Ix>,
    start: Option<Ix>,
    title: Option<&str>,
    tracer: &mut Tracer,
) -> Body {
    let (page, template) = (subject.page, subject.template);
    let mut pieces = Vec::new();
    match place {
        BodyLocation::Page { runs } => {
            let dom = &page.dom;
            let named = named(dom, template);
            if tracer.generic()
                && let (Some(headline), Some(run)) = (headline, runs.first())
            {
                pieces.extend(lead::between(dom, &page.base, headline, run.from));
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
                    clean::above(&mut built, start, tracer);
                }
                // A picture above the text that comes again in it stands where the text has it.
                let shown: Vec<&str> = built.iter().filter_map(picture).collect();
                pieces.retain(|p: &PlacedBlock| picture(p).is_none_or(|url| !shown.contains(&url)));
                pieces.extend(built);
            }
        }
        BodyLocation::Source(dom) => {
            let run = SiblingRange::of(dom, dom.root());
            let cut = clean::subtrees(dom, run, &named(dom, template), tracer);
            pieces = blocks::build(dom, &page.base, run, &cut);
        }
        BodyLocation::None => {}
    }
    if tracer.generic()
        && !pieces.is_empty()
        && !pieces
            .iter()
            .any(|p| matches!(p.block, Block::Image(_) | Block::Video(_)))
        && let Some(picture) = lead::stated(page)
    {
        let below = pieces.first().is_some_and(|p| p.at < picture.at);
        let at = if below && !matches!(place, BodyLocation::Source(_)) {
            pieces.len()
        } else {
            0
        };
        pieces.insert(at, picture);
    }
    clean::lines(&mut pieces, title, tracer);
    captions::fold(&mut pieces);
    clean::end(&mut pieces, title, tracer);
    Body::new(pieces.into_iter().map(|p| p.block).collect())
}
