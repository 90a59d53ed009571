//! Where the body stands: by the rule's steps, by the generic root, or in what the page's data holds. Builds no blocks.

use std::borrow::Cow;

use crate::article::field::Field;
use crate::content::hint::hints;
use crate::content::images;
use crate::content::roots::{Root, SiblingRange};
use crate::content::subject::Subject;
use crate::content::tuning::location::{
    DECLARED_MIN, DISPUTED_MIN, PICTURES_MAX, ROOT_MIN, RULE_MIN,
};
use crate::grammar::boilerplate;
use crate::limits::Limits;
use crate::page::dom::{Dom, NodeId};
use crate::page::tag::Tag;
use crate::reason::Clue;
use crate::text::is_longer;
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
    pub(crate) fn end(&self) -> Option<NodeId> {
        match self {
            Self::Page { runs } => runs.last().map(|r| r.to),
            _ => None,
        }
    }
}

/// Finds the body: the rule's steps in order, then the generic root, then JSON-LD.
pub(crate) fn locate(
    subject: &Subject<'_>,
    headline: Option<NodeId>,
    tracer: &mut Tracer,
) -> BodyLocation {
    let (page, limits) = (subject.page, subject.limits);
    for step in subject.steps(Field::Body) {
        if step.is_source() {
            let mut texts: Vec<String> = step.hits(page).into_iter().map(|h| h.text).collect();
            if step.pictures {
                for text in &mut texts {
                    *text = format!(
                        "<img src=\"{}\">",
                        text.replace('&', "&amp;").replace('"', "%22")
                    );
                }
            }
            if let Some(dom) = source(&texts, limits) {
                note(tracer, Origin::Rule(step.id.clone()), dom.page_text(), None);
                return BodyLocation::Source(Box::new(dom));
            }
            continue;
        }
        let mut elements = step.elements(page);
        elements.retain(|&ix| !dom_is_bare(&page.dom, ix));
        if !step.all {
            only_beside_first(&page.dom, &mut elements);
        }
        let mut runs: Vec<SiblingRange> = elements
            .into_iter()
            .map(|ix| SiblingRange::of(&page.dom, ix))
            .collect();
        runs.truncate(runs.len() - of_next_articles(&page.dom, headline, &runs));
        // A system's editor fills the footer of the page too.
        let mut nth = 0..;
        runs.retain(|run| nth.next() == Some(0) || !is_foot(&page.dom, *run));
        if let Some(first) = runs.first() {
            let text = page.dom.text_between(first.from, first.to);
            let chars: u32 = runs
                .iter()
                .map(|r| page.dom.counts_between(r.from, r.to).plain())
                .sum();
            if chars < RULE_MIN && subject.is_generic() && is_elsewhere(subject, headline, &runs) {
                continue;
            }
            if subject.is_unproven() && is_disputed(subject, headline, &runs) {
                continue;
            }
            note(
                tracer,
                Origin::Rule(step.id.clone()),
                text,
                Some(first.from),
            );
            return BodyLocation::Page { runs };
        }
    }
    if !subject.is_generic() {
        return BodyLocation::None;
    }
    subject.roots(headline).note(&page.dom, tracer);
    let root = subject.root(headline);
    if let Some(Root { run, score }) = root
        && score >= ROOT_MIN
    {
        note(
            tracer,
            Origin::Generic(Clue::MostProse),
            page.dom.text_between(run.from, run.to),
            Some(run.from),
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
        if let Some(text) = text.filter(|t| is_longer(t, DECLARED_MIN))
            && let Some(dom) = source(&[text.to_string()], limits)
        {
            note(tracer, origin, dom.page_text(), None);
            return BodyLocation::Source(Box::new(dom));
        }
    }
    // An article may be nothing but pictures, above the page's footer.
    let root = root.map(|root| root.run);
    let worded = root.filter(|run| !is_furniture(&page.dom, *run));
    match worded.or_else(|| pictured(subject, headline)).or(root) {
        Some(run) => BodyLocation::Page { runs: vec![run] },
        None => BodyLocation::None,
    }
}

/// Whether a run has no line but those of headers and footers.
fn is_furniture(dom: &Dom, run: SiblingRange) -> bool {
    let mut lines = dom.lines_between(run.from, run.to).iter().peekable();
    lines.peek().is_some() && lines.all(|line| boilerplate::is_page_furniture(dom.line_text(line)))
}

/// Whether a run tells whose the site is, line by line, and nothing else.
fn is_foot(dom: &Dom, run: SiblingRange) -> bool {
    let mut lines = dom.lines_between(run.from, run.to).iter().peekable();
    lines.peek().is_some()
        && lines.all(|line| {
            let text = dom.line_text(line);
            boilerplate::is_page_furniture(text) || boilerplate::footer(text).is_some()
        })
}

/// The first element below the headline that is named a body and holds a picture of an article.
fn pictured(subject: &Subject<'_>, headline: Option<NodeId>) -> Option<SiblingRange> {
    let (dom, base) = (&subject.page.dom, &subject.page.base);
    let from = dom.end(headline?);
    let start = dom.seen.images.partition_point(|image| *image < from);
    let shown = dom.seen.images[start..]
        .iter()
        .copied()
        .take(PICTURES_MAX)
        .filter(|&image| !dom.is_hidden(image) && images::url(dom, base, image).is_some());
    let bodies = shown.filter_map(|image| {
        let mut around = dom.ancestors(image).take_while(|&outer| outer >= from);
        around.find(|&outer| dom.tag(outer).is_block() && hints(dom, outer).is_body())
    });
    let mut bodies = bodies.filter(|&body| dom.counts(body).linked == 0);
    bodies.next().map(|body| SiblingRange::of(dom, body))
}

/// Of the elements a step finds the first, and those beside it in the same parent: what has the same class elsewhere is a footer, a pager
/// or another article. Of equal texts one.
fn only_beside_first(dom: &Dom, elements: &mut Vec<NodeId>) {
    let Some(parent) = elements.first().map(|&first| dom.parent(first)) else {
        return;
    };
    let mut texts: Vec<&str> = Vec::new();
    elements.retain(|&ix| {
        let text = dom.text(ix);
        let new = text.is_empty() || !texts.contains(&text);
        texts.push(text);
        new && dom.parent(ix) == parent
    });
}

/// Whether the generic root stands apart from where a rule that no page has proved looks for the body.
fn is_disputed(subject: &Subject<'_>, headline: Option<NodeId>, runs: &[SiblingRange]) -> bool {
    let (Some(root), Some(first), Some(last)) = (subject.root(headline), runs.first(), runs.last())
    else {
        return false;
    };
    root.score > DISPUTED_MIN && (root.run.to <= first.from || last.to <= root.run.from)
}

/// How many of the last runs belong to articles that follow in the same page: a headline of their own stands before them.
fn of_next_articles(dom: &Dom, headline: Option<NodeId>, runs: &[SiblingRange]) -> usize {
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
pub(crate) fn next_article(subject: &Subject<'_>, place: &BodyLocation) -> Option<NodeId> {
    let end = place.end()?;
    let page = subject.page;
    let dom = &page.dom;
    let titles = subject.steps(Field::Title).iter();
    let titles = titles
        .map(|step| step.elements(page))
        .find(|found| !found.is_empty())?;
    let own = dom.text(*titles.first()?);
    titles
        .into_iter()
        .find(|&ix| ix >= end && dom.tag(ix).heading_level().is_some() && dom.text(ix) != own)
}

/// Whether the generic root lies apart from a rule's body that has next to no text: an empty shell of an old layout.
fn is_elsewhere(subject: &Subject<'_>, headline: Option<NodeId>, runs: &[SiblingRange]) -> bool {
    subject.root(headline).is_some_and(|root| {
        root.score > RULE_MIN as f32 * 4.0
            && !runs
                .iter()
                .any(|r| r.from <= root.run.from && root.run.to <= r.to)
    })
}

fn note(tracer: &mut Tracer, origin: Origin, text: &str, at: Option<NodeId>) {
    tracer.note(|t| {
        t.fields.push(FieldTrace {
            field: Field::Body,
            winner: Some(Candidate::new(origin, shorten(text, 60), None).at(at.map(|ix| ix.0))),
            lost: Vec::new(),
        });
    });
}

/// An element without text and pictures: the empty container of a page that waits for its scripts.
fn dom_is_bare(dom: &Dom, ix: NodeId) -> bool {
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
pub(super) fn as_html(text: &str) -> Cow<'_, str> {
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
