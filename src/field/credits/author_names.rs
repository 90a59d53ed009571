//! What one place says of the writers: which names in it count. Which place is believed is decided by `authors`.

use crate::field::adjacent;
use crate::field::context::Context;
use crate::field::credits::lists::Candidate;
use crate::field::credits::pen_name::{is_credited, pen_name};
use crate::field::credits::source;
use crate::field::credits::tuning::author_names::GLUED_MIN;
use crate::field::credits::unlabelled::is_nobody;
use crate::grammar::byline;
use crate::grammar::byline::NameKind;
use crate::grammar::label;
use crate::grammar::lexicon::facet::Facet;
use crate::grammar::names::{is_han_name, is_person};
use crate::grammar::outlet;
use crate::reason::Clue;
use crate::trace::Origin;

/// Names that are the site's, not a writer's.
pub(super) struct Sites<'a> {
    pub(super) names: Vec<String>,
    pub(super) page_title: &'a str,
}

/// The writers in a candidate's value.
pub(super) fn read(
    cx: &Context<'_>,
    candidate: &Candidate<'_>,
    editors: &[String],
    sites: &Sites<'_>,
) -> Option<Vec<String>> {
    let (origin, value) = (&candidate.origin, &*candidate.shown);
    // A rule may point at a whole byline: 记者 张三 / 台北報導.
    let whole = matches!(origin, Origin::Rule(_)).then(|| byline::line(value));
    let mut names = match (&candidate.value, whole) {
        (Some(names), _) => names.clone(),
        // Two words and no marks: the account's name as it is.
        (None, _) if *origin == Origin::Generic(Clue::FollowedAccount) => vec![value.to_string()],
        (None, _)
            if *origin == Origin::Generic(Clue::AccountAboveTime)
                && !byline::line(value).has_people()
                && is_account(value) =>
        {
            vec![value.to_string()]
        }
        (None, Some(credits)) if !credits.authors.is_empty() => credits.authors,
        (None, Some(credits)) if !credits.editors.is_empty() => return None,
        (None, _) => byline::names(value, NameKind::Author),
    };
    match origin {
        // Metas name the site, staff numbers, profiles: better no author than a wrong one.
        Origin::Meta(_) | Origin::JsonLd(_) | Origin::State(_) => {
            if matches!(origin, Origin::Meta(_))
                && is_measured(cx)
                && !is_credited(cx, value.trim())
            {
                return None;
            }
            // 城东公园今起开放 - 橙报 Orange Life: the page's title ends with the site's name.
            let value = value.trim();
            if !is_han_name(value) && sites.page_title.ends_with(value) {
                return None;
            }
            names.retain(|n| is_person(n) && !editors.contains(n));
            // `南山客 • 2024年5月10日`: a pen name that the page shows beside the time too.
            if names.is_empty()
                && let Some(pen) = pen_name(value)
                && (adjacent::is_beside_time(cx, pen) || is_credited(cx, pen))
                && !editors.iter().any(|e| e == pen)
                && !source::is_meta(cx, pen)
            {
                names = vec![pen.to_string()];
            }
        }
        Origin::Label(_) | Origin::Rule(_) | Origin::Generic(Clue::FollowedAccount) => {}
        // 橙橘汽车原创 张三: of two words an account is not one.
        Origin::Generic(Clue::NameBesideTime | Clue::AccountAboveTime)
            if !is_account(value) && !is_names_and_desks(value) =>
        {
            return None;
        }
        Origin::Generic(Clue::AccountAboveTime) if is_account(value) => {
            names.retain(|n| !editors.contains(n) && !outlet::is_outlet(n));
        }
        Origin::Generic(Clue::NamedAuthor) if !names.iter().any(|n| is_person(n)) => {
            let pen = pen_name(value).filter(|name| !editors.iter().any(|e| e == name));
            names = pen.map(String::from).into_iter().collect();
        }
        Origin::Generic(
            Clue::NamedAuthor | Clue::NamedAccount | Clue::NameBesideTime | Clue::AccountAboveTime,
        ) => {
            names.retain(|n| is_person(n) && !editors.contains(n));
        }
        // `（记者 张三）` above 编辑：张三: the page says both.
        _ => {
            names.retain(|n| (!editors.contains(n) || is_credited(cx, n)) && !outlet::is_outlet(n))
        }
    }
    // 作者：橙橘网 is a credit; a site's name where no label stands, or its bare host, is not.
    let shown = matches!(origin, Origin::Label(_) | Origin::Rule(_));
    // A menu of fields to search in: 标题 作者 关键字 日期.
    names.retain(|n| label::by_name(n).is_none());
    let labelled = matches!(origin, Origin::Label(_));
    // `文｜橙橘 张三`, on 橙橘网: beside a person the site's own name is where the person works.
    if names.len() > 1 && names.iter().any(|n| is_person(n)) {
        // Two characters of an outlet's name may look like a person's.
        let own = |n: &str| {
            let last = sites.page_title.rsplit(['_', '-', '|', '—']).next();
            let last = last.map(str::trim).filter(|last| outlet::is_outlet(last));
            let shown = sites.names.iter().map(String::as_str).chain(last);
            shown.into_iter().any(|site| {
                let more = site.strip_prefix(n).map(|rest| rest.chars().count());
                more.is_some_and(|more| !is_person(n) || more == 1 && outlet::is_outlet(site))
            })
        };
        names.retain(|n| !own(n));
    }
    names.retain(|n| {
        !is_nobody(n) && (!is_site(&sites.names, n) || labelled || shown && !n.is_ascii())
    });
    (!names.is_empty()).then_some(names)
}

/// Whether a name is an account's: one word of three letters and more, no counter; two characters are a channel as often.
fn is_account(name: &str) -> bool {
    name.chars().count() >= 3
        && !name.contains(|c: char| c.is_whitespace() || c.is_ascii_digit())
        && !Facet::NoAccount.ends(name)
}

/// Whether a page's metas are those that a system counting its readers asks for (`publishedtype`, `catalogs`): their author is whoever
/// put the article on the page, an editor. So is an author whom the metas call the editor as well.
fn is_measured(cx: &Context<'_>) -> bool {
    let editor = cx.page.meta("editor");
    cx.page.meta("publishedtype").is_some() && cx.page.meta("catalogs").is_some()
        || editor.is_some_and(|editor| cx.page.meta("author") == Some(editor))
}

/// Whether each word of a text is a person or a desk: `橙橘汽车原创 张三`. Of three words of a slogan one may look like a name.
fn is_names_and_desks(text: &str) -> bool {
    // `张 三`
    let squeezed: String = text.split_whitespace().collect();
    is_person(&squeezed)
        || text
            .split_whitespace()
            .all(|word| is_person(word) || outlet::is_outlet(word) || Facet::HouseWriter.ends(word))
}

/// Whether a name is the site's: also `The Orange` on theorange.example.
fn is_site(site: &[String], name: &str) -> bool {
    site.iter().any(|s| s == name)
        || name.is_ascii() && {
            let glued: String = name
                .split_whitespace()
                .collect::<String>()
                .to_ascii_lowercase();
            glued.len() >= GLUED_MIN && site.iter().any(|s| s.starts_with(&glued))
        }
}

#[cfg(test)]
mod tests {
    use crate::Article;
    use crate::samples::PARAGRAPHS;

    #[test]
    fn a_site_is_no_author() {
        let rows: &[(&str, &str, &[&str])] = &[
            (
                "城东公园今起开放 - 橙报 Orange Life",
                "橙报 Orange Life",
                &[],
            ),
            ("城东公园今起开放 - 橙报 Orange Life", "张三", &["张三"]),
            // A writer's own page.
            ("城东公园今起开放 - 张三", "张三", &["张三"]),
        ];
        for (title, author, expected) in rows {
            let html = format!(
                "<title>{title}</title>
                <script type=application/ld+json>{{\"@type\":\"NewsArticle\",\"author\":{{\"name\":\"{author}\"}}}}</script>
                <h1>城东公园今起开放</h1><div>{PARAGRAPHS}</div>"
            );
            let authors = Article::parse(&html).unwrap().metadata.authors;
            assert_eq!(authors, *expected, "{author}");
        }
    }
}
