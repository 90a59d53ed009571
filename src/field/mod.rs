//! One file a field: where on the page it is looked for, which candidate wins. What a text says is asked of `grammar`.

pub(crate) mod access;
mod adjacent;
mod breadcrumb;
mod choose;
mod class_role;
pub(crate) mod context;
mod credits;
pub(crate) mod kind;
pub(crate) mod next_page;
mod published;
mod read_items;
pub(crate) mod related;
mod site;
mod subtitle;
mod summary;
mod tags;
pub(crate) mod title;
mod tuning;

use crate::article::Metadata;
use crate::body::Body;
use crate::field::context::Context;
use crate::trace::Tracer;

/// All fields that describe the article, each looked for in its turn: editors come before authors, since no editor is an author.
pub(crate) fn metadata(cx: &Context<'_>, body: &Body, text: &str, tracer: &mut Tracer) -> Metadata {
    let credits = credits::find(cx, tracer);
    let (published, updated) = published::find(cx, tracer);
    Metadata {
        title: cx.title.map(String::from),
        subtitle: subtitle::find(cx, tracer),
        summary: summary::summary(cx, text, tracer),
        authors: credits.authors,
        source: credits.source,
        editors: credits.editors,
        credits: credits.credits,
        published,
        updated,
        tags: tags::tags(cx, tracer),
        keywords: tags::keywords(cx, tracer),
        breadcrumb: breadcrumb::find(cx, tracer),
        site_name: site::site_name(cx, tracer),
        canonical_url: site::canonical_url(cx, tracer),
        lead_image: site::lead_image(cx, body, tracer),
        script: site::script_of(cx, body, text),
    }
}
