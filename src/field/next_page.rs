//! The next page of the same article (下一页, 余下全文). Not the next article.

use crate::article::field::Field;
use crate::field::choose::{self, Candidate};
use crate::field::context::Context;
use crate::grammar::lexicon::facet::Facet;
use crate::reason::{Clue, Refusal};
use crate::trace::{Origin, Tracer};

/// Absolute URL of the next page.
pub(crate) fn find(cx: &Context<'_>, tracer: &mut Tracer) -> Option<String> {
    let dom = cx.dom();
    let own = cx.page.base.page().map(|u| u.as_str().to_string());
    let by_rule: Vec<Candidate<'_, String>> = cx
        .subject
        .steps(Field::NextPage)
        .iter()
        .flat_map(|step| {
            step.hits(cx.page).into_iter().map(|hit| {
                let href = hit
                    .node
                    .and_then(|ix| dom.attr(ix, "href"))
                    .map(String::from);
                Candidate::text(
                    Origin::Rule(step.id.clone()),
                    href.unwrap_or(hit.text),
                    hit.node,
                )
            })
        })
        .collect();
    let link = dom.seen.links.iter().find_map(|&ix| {
        let href = (dom.attr(ix, "rel") == Some("next")).then(|| dom.attr(ix, "href"))??;
        Some(Candidate::text(Origin::Generic(Clue::RelNext), href, ix))
    });
    let after = cx.place.first().map(|r| r.from);
    let below = dom.seen.anchors.iter().copied();
    let below = below.filter(|&a| after.is_some_and(|r| a > r));
    let shown = below.filter_map(|a| {
        // An arrow says in its tooltip what it is.
        let tooltip = dom.attr(a, "title").unwrap_or("");
        let says = [dom.text(a), tooltip].into_iter().any(says_next);
        says.then(|| {
            let href = dom.attr(a, "href").unwrap_or("");
            Candidate::text(Origin::Generic(Clue::NextPageLink), href, a)
        })
    });
    let candidates = by_rule.into_iter().chain(shown).chain(link);
    let choice = choose::first(cx.mode(), candidates, |candidate| {
        let url = cx.page.base.resolve(&candidate.shown)?;
        let same_article = own
            .as_ref()
            .is_none_or(|own| *own != url && same_stem(own, &url));
        same_article.then_some(url)
    });
    choice.value_with(Field::NextPage, tracer, |candidate| {
        match cx.page.base.resolve(&candidate.shown) {
            Some(_) => Refusal::OtherArticle,
            None => Refusal::NoAddress,
        }
    })
}

/// Whether a link's words lead to the next page of the same article.
fn says_next(text: &str) -> bool {
    Facet::NextPage.is(text.trim_matches(['[', ']', '>', '»', ' ', '&', '›']))
}

/// Pages of one article share the start of their address: `…/123.html`, `…/123_2.html`.
fn same_stem(a: &str, b: &str) -> bool {
    let stem = |u: &str| {
        let u = u.split(['?', '#']).next().unwrap_or(u);
        let name = u.rfind('/').map_or(0, |i| i + 1);
        let end = u[name..].find(['_', '.']).map_or(u.len(), |i| name + i);
        u[..end].to_string()
    };
    let (a, b) = (stem(a), stem(b));
    a == b || b.starts_with(&a) || a.starts_with(&b)
}

#[cfg(test)]
mod tests {
    #[test]
    fn stems() {
        let base = "https://chengju.example/a/20240510/123.html";
        assert!(super::same_stem(
            base,
            "https://chengju.example/a/20240510/123_2.html"
        ));
        assert!(super::same_stem(
            base,
            "https://chengju.example/a/20240510/123.html?page=2"
        ));
        assert!(!super::same_stem(
            base,
            "https://chengju.example/a/20240510/124.html"
        ));
    }
}
