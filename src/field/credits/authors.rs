//! Who wrote it: every place that may name the writers, and which of them counts. How one place is read is `author_names`'s business.

use crate::article::field::Field;
use crate::field::choose;
use crate::field::class_role::ClassRole;
use crate::field::context::Context;
use crate::field::credits::author_names::{self, Sites};
use crate::field::credits::labelled;
use crate::field::credits::lists::{Candidate, each_once, join, named, names_somebody, written};
use crate::field::credits::tuning::authors::VALUE_MAX;
use crate::field::credits::unlabelled::{Unlabelled, named_texts};
use crate::field::credits::widen::{may_widen, widened};
use crate::field::credits::witness;
use crate::field::credits::written::BodyText;
use crate::grammar::byline;
use crate::grammar::byline::NameKind;
use crate::grammar::names::is_han_name;
use crate::grammar::outlet;
use crate::reason::{Clue, Refusal};
use crate::text::start;
use crate::trace::{Origin, Tracer};

/// All who are credited with writing. An editor is never an author, unless the page's own label says both.
pub(super) fn find(
    cx: &Context<'_>,
    text: &BodyText,
    around: &Unlabelled,
    editors: &[String],
    tracer: &mut Tracer,
) -> Vec<String> {
    let info = around.bylines.iter().map(|(node, credits)| {
        let origin = Origin::Generic(Clue::InfoByline);
        named(origin, Some(*node), credits.authors.clone())
    });
    let beside = around.beside.iter().map(|t| {
        let clue = match cx.dom().is_text() && t.user {
            true if t.followed => Clue::FollowedAccount,
            true => Clue::AccountAboveTime,
            false if t.writer && !cx.dom().is_text() => Clue::NamedAuthor,
            false => Clue::NameBesideTime,
        };
        Candidate::text(Origin::Generic(clue), t.text.as_str(), t.node)
    });
    let candidates = cx
        .rule_list(Field::Authors, " ")
        .chain(labelled::writers(cx))
        .chain(info.filter(names_somebody))
        .chain(named_texts(
            cx,
            around,
            &[ClassRole::Author],
            Clue::NamedAuthor,
        ))
        .chain(named_texts(
            cx,
            around,
            &[ClassRole::Account],
            Clue::NamedAccount,
        ))
        .chain(written(text, |credits| &credits.authors))
        .chain(beside)
        .chain(join(cx.linked(&["author"])))
        .chain(cx.metas(&[
            "author",
            "article:author",
            "og:article:author",
            "dable:author",
            "cxenseparse:author",
            "byl",
        ]))
        .chain(titled(cx));
    let sites = Sites {
        names: crate::field::title::site_names(cx.page),
        page_title: cx.page.meta.title.as_deref().unwrap_or("").trim_end(),
    };
    let read = |candidate: &Candidate<'_>| {
        author_names::read(cx, candidate, editors, &sites).map(each_once)
    };
    // 作者：张三 责任编辑：张三 in a line no reader sees: whoever else is named as writer wrote it.
    let is_edited = |names: &[String]| names.iter().all(|name| editors.contains(name));
    let candidates: Vec<Candidate<'_>> = candidates.collect();
    let all: Vec<_> = candidates
        .iter()
        .map(|c| (read(c), c.origin.clone()))
        .collect();
    let counting = all.iter().filter(|(_, origin)| cx.mode().counts(origin));
    let mut found = counting.filter_map(|(names, _)| names.as_deref());
    let another = found.next().is_some_and(is_edited) && found.any(|names| !is_edited(names));
    let mut candidates: Vec<Candidate<'_>> = candidates
        .into_iter()
        .zip(&all)
        .map(|(c, (names, _))| {
            let names = names.as_deref().unwrap_or_default();
            let witnesses = witness::of_writers(cx.subject, &c, names);
            c.weighed(witnesses)
        })
        .collect();
    // In text without markup nothing is named, and what stands first is nearest.
    if !cx.dom().is_text() {
        choose::heaviest_first(&mut candidates);
    }
    let choice = choose::first(cx.mode(), candidates, |candidate| {
        read(candidate).filter(|names| !another || !is_edited(names))
    });
    let authors = choice.value_with(Field::Authors, tracer, |candidate| {
        let credits = byline::line(&candidate.shown);
        let names = byline::names(&candidate.shown, NameKind::Author);
        if candidate.shown.trim().is_empty() {
            Refusal::Empty
        } else if !credits.editors.is_empty() && credits.authors.is_empty()
            || !names.is_empty() && is_edited(&names)
        {
            Refusal::Editor
        } else if outlet::bare_outlet(&candidate.shown).is_some_and(|n| outlet::is_outlet(&n)) {
            Refusal::Outlet
        } else {
            Refusal::NoPerson
        }
    });
    let counting = all.iter().filter(|(_, origin)| cx.mode().counts(origin));
    let others = counting.filter(|(_, origin)| may_widen(origin));
    let others = others.filter_map(|(names, _)| names.as_ref());
    authors
        .map(|names| widened(&names, others).unwrap_or(names))
        .unwrap_or_default()
}

/// A writer in the page's title, between headline and site: `城东公园今起开放 - 张三 - 橙橘网`.
fn titled<'a>(cx: &Context<'a>) -> impl Iterator<Item = Candidate<'a>> + use<'a> {
    let title = cx.page.meta.title.as_deref().unwrap_or("");
    let parts: Vec<&str> = start(title, VALUE_MAX)
        .split(['-', '|', '｜', '_', '–', '—'])
        .map(str::trim)
        .collect();
    let between = parts.len().saturating_sub(2);
    let dom = cx.dom();
    let all = dom.lines();
    let body = cx.layout.body();
    let lines = || {
        let lines = &all[body.start.min(all.len())..body.end.min(all.len())];
        lines.iter().map(|line| dom.line_text(line))
    };
    parts
        .into_iter()
        .skip(1)
        .take(between)
        .filter(|part| is_han_name(part) && part.chars().count() == 3)
        // Whom the article speaks of is its subject: 城东公园今起开放|张三|橙橘网.
        .filter(|part| !lines().any(|line| line.contains(part)))
        .collect::<Vec<_>>()
        .into_iter()
        .map(|part| Candidate::text(Origin::Generic(Clue::TitleElement), part, None))
}

#[cfg(test)]
mod tests {
    use crate::Article;
    use crate::samples::{PARAGRAPHS, ruled};

    /// The author that only a hidden line names is the editor: who signs below the text wrote it.
    #[test]
    fn an_editor_is_no_author_where_another_wrote() {
        let parser = ruled("authors = '#who'\neditors = '#edited'\nbody = '.content'");
        for (signed, expected) in [("（作者：李四）", "李四"), ("", "张三")] {
            let html = format!(
                "<h1>城东公园今起开放</h1><div id=who>作者：张三</div><div id=edited>责任编辑：张三</div>
                <div class=content>{PARAGRAPHS}<p>{signed}</p></div>"
            );
            let metadata = parser.parse(&html).unwrap().metadata;
            assert_eq!(metadata.authors, [expected]);
            assert_eq!(metadata.editors, ["张三"]);
        }
    }

    #[test]
    fn who_is_named_twice_wrote_once() {
        let line = "<div class=author>本报记者 张三 李小满</div>";
        let html = format!(
            "<h1>城东公园今起开放</h1>{line}<p>2024-05-10</p>{line}<div>{PARAGRAPHS}</div>"
        );
        let authors = Article::parse(&html).unwrap().metadata.authors;
        assert_eq!(authors, ["张三", "李小满"]);
    }
}
