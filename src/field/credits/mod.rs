//! Who wrote, edited, took the pictures, and where it came from: all credits of an article, each by a file of its own. How names are written is `byline`'s business.

mod author_names;
mod authors;
mod editors;
mod info;
mod labelled;
mod lists;
mod others;
mod pen_name;
mod source;
mod timed;
mod tuning;
mod unlabelled;
mod widen;
mod witness;
mod written;

#[cfg(test)]
mod tests;

use crate::article::{Credit, Source};
use crate::field::adjacent;
use crate::field::class_role;
use crate::field::class_role::ClassRole;
use crate::field::context::Context;
use crate::field::credits::timed::TimedLines;
use crate::field::credits::unlabelled::Unlabelled;
use crate::field::credits::written::BodyText;
use crate::grammar::outlet;
use crate::trace::Tracer;

/// All credits of an article.
#[derive(Debug, Default)]
pub(crate) struct AllCredits {
    pub(crate) authors: Vec<String>,
    pub(crate) source: Option<Source>,
    pub(crate) editors: Vec<String>,
    pub(crate) credits: Vec<Credit>,
}

/// Finds all credits: the rule's, those after labels, those in heads and tails of paragraphs, then metas.
pub(crate) fn find(cx: &Context<'_>, tracer: &mut Tracer) -> AllCredits {
    let text = BodyText::new(cx);
    let timed = TimedLines::new(cx);
    let around = Unlabelled {
        beside: adjacent::texts(cx),
        named: class_role::elements(cx),
        bylines: info::bylines(cx, &timed),
        timed,
    };
    let editors = editors::find(cx, &text, tracer);
    let mut authors = authors::find(cx, &text, &around, &editors, tracer);
    let source = source::find(cx, &around, &authors, tracer);
    let is_user = |name: &str| around.beside.iter().any(|t| t.user && t.text == name);
    let account = cx.is_account()
        || cx.subject.template.is_none()
            && !cx.dom().is_text()
            && source.as_ref().is_some_and(|s| is_user(&s.name))
        || cx.subject.template.is_none()
            && source.as_ref().is_some_and(|s| {
                !outlet::is_outlet(&s.name)
                    && around.named.iter().any(|&(named, ix)| {
                        named == ClassRole::Account && cx.dom().text(ix) == s.name
                    })
            });
    if authors.is_empty()
        && account
        && let Some(source) = &source
    {
        authors.push(source.name.clone());
    }
    let credits = if cx.subject.is_generic() {
        others::find(cx, &text, tracer)
    } else {
        Vec::new()
    };
    AllCredits {
        authors,
        source,
        editors,
        credits,
    }
}
