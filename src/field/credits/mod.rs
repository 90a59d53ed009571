//! Who wrote, edited, took the pictures, and where it came from: which of the page's credits count. How names are written is `byline`'s business.

mod source;
mod tuning;
mod unlabelled;
mod widen;
mod witness;
mod written;

use crate::article::field::Field;
use crate::article::{Credit, Source};
use crate::content::labelled::{LabelledValue, Region};
use crate::field::adjacent;
use crate::field::choose;
use crate::field::class_role;
use crate::field::class_role::ClassRole;
use crate::field::context::Context;
use crate::field::credits::tuning::credits::{CREDITED_WITHIN, INFO_BYTES, VALUE_MAX};
use crate::field::credits::unlabelled::{Unlabelled, is_nobody, named_texts};
use crate::field::credits::widen::{may_widen, widened};
use crate::field::credits::written::BodyText;
use crate::grammar::byline;
use crate::grammar::byline::{Credits, NameKind};
use crate::grammar::label;
use crate::grammar::label::Label;
use crate::grammar::lexicon::facet::Facet;
use crate::grammar::lexicon::is_han;
use crate::grammar::names::{is_desk, is_han_name, is_person};
use crate::grammar::outlet;
use crate::grammar::time;
use crate::grammar::title::key::same_headline;
use crate::page::dom::NodeId;
use crate::reason::{Clue, Refusal};
use crate::text::start;
use crate::trace::node_path::NodePath;
use crate::trace::{CreditTrace, Origin, Tracer};

/// A candidate for the writers or the editors.
type Candidate<'a> = choose::Candidate<'a, Vec<String>>;

/// All credits of an article.
#[derive(Debug, Default)]
pub(crate) struct AllCredits {
    pub(crate) authors: Vec<String>,
    pub(crate) source: Option<Source>,
    pub(crate) editors: Vec<String>,
    pub(crate) credits: Vec<Credit>,
}

const AROUND: &[Region] = &[Region::Info, Region::Head, Region::Tail, Region::After];

/// Finds all credits: the rule's, those after labels, those in heads and tails of paragraphs, then metas.
pub(crate) fn find(cx: &Context<'_>, tracer: &mut Tracer) -> AllCredits {
    let text = BodyText::new(cx);
    let around = Unlabelled {
        beside: adjacent::texts(cx),
        named: class_role::elements(cx),
        bylines: info_credits(cx),
    };
    let editors = editors(cx, &text, tracer);
    let mut authors = authors(cx, &text, &around, &editors, tracer);
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
        other_credits(cx, &text, tracer)
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

/// All who are credited with writing. An editor is never an author, unless the page's own label says both.
fn authors(
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
        .chain(labelled_authors(cx))
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
    let read =
        |candidate: &Candidate<'_>| author_names(cx, candidate, editors, &sites).map(each_once);
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
            let witnesses = witness::of_writers(cx.subject, &c, names, &all);
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

/// Names in their order, each once: two lines of a byline may say the same.
fn each_once(names: Vec<String>) -> Vec<String> {
    let mut out: Vec<String> = Vec::with_capacity(names.len());
    for name in names {
        if !out.contains(&name) {
            out.push(name);
        }
    }
    out
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

/// Names that are known already, as one candidate.
fn named(origin: Origin, node: Option<NodeId>, names: Vec<String>) -> Candidate<'static> {
    Candidate::read(origin, names.join("、"), node, names)
}

fn names_somebody(candidate: &Candidate<'_>) -> bool {
    candidate
        .value
        .as_ref()
        .is_some_and(|names| !names.is_empty())
}

/// The names that credits written into the body have in one role.
fn written<'t>(
    text: &'t BodyText,
    role: fn(&Credits) -> &Vec<String>,
) -> impl Iterator<Item = Candidate<'t>> + use<'t> {
    let found = text
        .all()
        .map(move |(clue, credits)| named(Origin::Generic(*clue), None, role(credits).clone()));
    found.filter(names_somebody)
}

/// Whether a name is an account's: one word of three letters and more, no counter; two characters are a channel as often.
fn is_account(name: &str) -> bool {
    name.chars().count() >= 3
        && !name.contains(|c: char| c.is_whitespace() || c.is_ascii_digit())
        && !Facet::NoAccount.ends(name)
}

/// Names that are the site's, not a writer's.
struct Sites<'a> {
    names: Vec<String>,
    page_title: &'a str,
}

/// The writers in a candidate's value.
fn author_names(
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

/// Whether a page's metas are those that a system counting its readers asks for (`publishedtype`, `catalogs`): their author is whoever
/// put the article on the page, an editor. So is an author whom the metas call the editor as well.
fn is_measured(cx: &Context<'_>) -> bool {
    let editor = cx.page.meta("editor");
    cx.page.meta("publishedtype").is_some() && cx.page.meta("catalogs").is_some()
        || editor.is_some_and(|editor| cx.page.meta("author") == Some(editor))
}

/// Whether the page itself credits a pen name: behind 记者 in the first lines of the body, or alone in a line below 作者.
fn is_credited(cx: &Context<'_>, pen: &str) -> bool {
    let dom = cx.dom();
    let lines = dom.lines();
    let body = cx.layout.body();
    let first = lines.get(body).unwrap_or_default().iter();
    let reports = |text: &str| {
        let mut places = Facet::JournalistWord.places(text);
        places.any(|(at, word)| text[at + word.len()..].trim_start().starts_with(pen))
    };
    let chars = pen.chars().count() as u32;
    first
        .take(CREDITED_WITHIN)
        .any(|line| reports(dom.line_text(line)))
        || lines.windows(2).any(|pair| {
            pair[1].counts.chars == chars
                && dom.line_text(&pair[1]).trim() == pen
                && label::by_name(dom.line_text(&pair[0])) == Some(Label::Author)
        })
}

/// The pen name or desk in an element named author: one word, no control and no outlet; `即時中心` of `即時中心／綜合報導`.
fn pen_name(value: &str) -> Option<&str> {
    let value = adjacent::before_time(value);
    // `作者 南山客`, `by 南山客`
    let value = Facet::PenNameLabel
        .strip_start(value)
        .and_then(|rest| {
            let spaced = value[..value.len() - rest.len()].ends_with(' ');
            rest.strip_prefix([' ', '：', ':', '/', '／', '|', '\n'])
                .or_else(|| spaced.then_some(rest))
        })
        .unwrap_or(value)
        .trim();
    let value = match value.split_once(['/', '／']) {
        Some((desk, verb)) if Facet::Report.ends(verb) => desk,
        _ => value,
    };
    let value = outlet::without_controls(value).trim();
    let length = value.chars().count();
    let fits = (2..=12).contains(&length)
        && value
            .chars()
            .all(|c| c.is_alphanumeric() || matches!(c, '_' | '~' | '～'))
        && value.chars().any(char::is_alphabetic)
        && (value.is_ascii() || value.chars().any(is_han) && length <= 8);
    // 城东22日電 is where a dispatch is from.
    if !time::spans(value).is_empty() {
        return None;
    }
    let desk = is_desk(value);
    // CTWANT, ETNEWS
    let initials = value.chars().all(|c| c.is_ascii_uppercase());
    let other = outlet::is_outlet(value)
        || initials
        || value.ends_with(['者', '员', '員'])
        || adjacent::is_no_name(value)
        || byline::line(value).has_people();
    (fits && (desk || !other)).then_some(value)
}

/// Values after author labels, those of one line together: `记者：张三 通讯员 李四`.
fn labelled_authors(cx: &Context<'_>) -> Vec<Candidate<'static>> {
    // `本报记者 张三 摄` below a picture names its photographer.
    let writes = |s: &LabelledValue| {
        let reporter = Facet::JournalistWord.within(&s.name);
        let pictures = Facet::PictureVerb.ends(&s.value)
            || [" 图", " 圖"].iter().any(|verb| s.value.ends_with(verb));
        !(reporter && pictures && !s.value.contains('文'))
    };
    // `《城东的树》 作者：李四` names a book's.
    // So does `作者：李四` between 《城东的树》 or 版本：城东出版社 in lines of their own.
    let of_book = |s: &LabelledValue| {
        let (dom, at) = (cx.dom(), cx.dom().line_from(s.node));
        let text = |i: usize| dom.lines().get(i).map_or("", |l| dom.line_text(l).trim());
        let title = |text: &str| text.starts_with('《') && text.ends_with('》');
        Facet::WriterWord.within(&s.name)
            && (text(at).starts_with('《') || {
                let above = cx.layout.headline() != Some(at.wrapping_sub(1))
                    && title(text(at.wrapping_sub(1)));
                let below = [1, 2].iter().any(|d| Facet::BookLabel.starts(text(at + d)));
                match s.region {
                    Region::Info => above && below,
                    _ => above || below,
                }
            })
    };
    // `圖文／橙橘網` is where pictures and text are from.
    let pictured = |s: &LabelledValue| {
        Facet::BehindBoth.is(&s.name)
            && !byline::names(&s.value, NameKind::Author)
                .iter()
                .any(|name| is_person(name))
    };
    // `图文：城东公园今起开放`, `作者：我为什么写城东` in a headline label no writer.
    let in_title = |s: &LabelledValue| {
        cx.title.is_some_and(|title| {
            same_headline(title, &s.value)
                || [':', '：']
                    .iter()
                    .any(|colon| title.contains(&format!("{}{colon}{}", s.name, s.value)))
        })
    };
    let mut found: Vec<&LabelledValue> = cx
        .said
        .iter()
        .filter(|s| s.label == Label::Author && writes(s) && AROUND.contains(&s.region))
        .filter(|s| !of_book(s) && !in_title(s) && !pictured(s))
        .collect();
    // 作者：张三 in the text may be a book's; 采写 is this article's.
    let reports = |s: &LabelledValue| Facet::ReportedLabel.is(&s.name);
    found.sort_by_key(|s| {
        let info = s.region == Region::Info;
        (!info, !info && !reports(s), s.region)
    });
    // Between headline and body one name stands for all its values: `Author, 张三` and `Author, 李四` in lines of their own.
    let together = |a: &LabelledValue, b: &LabelledValue| {
        a.node == b.node || a.region == Region::Info && a.region == b.region && a.name == b.name
    };
    found
        .chunk_by(|a, b| together(a, b))
        .map(|said| {
            let values: Vec<&str> = said.iter().map(|s| s.value.as_str()).collect();
            let (node, value) = (said[0].on_page(), values.join("、"));
            let origin = Origin::Label(said[0].name.clone());
            // `橙橘新闻记者 张三 见习记者 李四`: only the second is a label of its own.
            let line = cx.dom().lines().get(cx.dom().line_from(said[0].node));
            if let Some(line) = line.filter(|l| l.counts.chars <= 60) {
                let all = byline::line(cx.dom().line_text(line)).authors;
                if all.len() > byline::names(&value, NameKind::Author).len() {
                    return named(origin, node, all);
                }
            }
            Candidate::text(origin, value, node)
        })
        .collect()
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
            glued.len() >= 5 && site.iter().any(|s| s.starts_with(&glued))
        }
}

fn editors(cx: &Context<'_>, text: &BodyText, tracer: &mut Tracer) -> Vec<String> {
    let body = cx.layout.body();
    let in_body = |node: NodeId| body.contains(&cx.dom().line_from(node));
    // Credits below an article that is followed by promotions are far from its end: 编辑|张三, 责编|李四.
    let mut labelled = cx.labelled(|s| s.label == Label::Editor, AROUND);
    labelled.extend(cx.labelled(
        |s| s.label == Label::Editor && in_body(s.node),
        &[Region::Other],
    ));
    let labelled = join(labelled);
    let far = cx.labelled(|s| s.label == Label::Editor, &[Region::Other]);
    let candidates = cx
        .rule_list(Field::Editors, " ")
        .chain(labelled)
        .chain(written(text, |credits| &credits.editors))
        .chain(far);
    let read = |candidate: &Candidate<'_>| {
        let value = &candidate.shown;
        let whole = matches!(candidate.origin, Origin::Rule(_)).then(|| byline::line(value));
        let names = match (&candidate.value, whole) {
            (Some(names), _) => names.clone(),
            (None, Some(credits)) if !credits.editors.is_empty() => credits.editors,
            (None, _) => byline::names(value, NameKind::Editor),
        };
        // 责任编辑：CJ123 and no name.
        let code = || matches!(candidate.origin, Origin::Label(_)) && is_desk_code(value.trim());
        match names.is_empty() {
            true => code().then(|| vec![value.trim().to_string()]),
            false => Some(names),
        }
    };
    let candidates: Vec<Candidate<'_>> = candidates.collect();
    // A rule names one of several lines: 编辑：张三 李四 above 责任编辑：张三. What the page's state says stands in none.
    let ruled = candidates
        .iter()
        .any(|c| matches!(c.origin, Origin::Rule(_)));
    let labelled = candidates.iter().filter(|c| ruled && may_widen(&c.origin));
    let labelled = labelled.filter(|c| cx.mode().counts(&c.origin));
    let others: Vec<Vec<String>> = labelled.filter_map(read).collect();
    let choice = choose::first(cx.mode(), candidates, read);
    let editors = choice.record_with(Field::Editors, tracer, |_| Refusal::NoPerson);
    editors
        .map(|chosen| match chosen.node {
            Some(_) => widened(&chosen.value, others.iter()).unwrap_or(chosen.value),
            None => chosen.value,
        })
        .unwrap_or_default()
}

/// Whether a value is the code of a desk and nothing else: `CJ123`.
fn is_desk_code(value: &str) -> bool {
    let digits = value.trim_start_matches(|c: char| c.is_ascii_uppercase());
    (2..=4).contains(&(value.len() - digits.len()))
        && (2..=5).contains(&digits.len())
        && digits.bytes().all(|b| b.is_ascii_digit())
}

/// Several values of one kind as one list: 编辑 and 责编 on one page are both editors.
fn join<'a>(found: Vec<Candidate<'a>>) -> Option<Candidate<'a>> {
    let mut found = found.into_iter();
    let mut all = found.next()?;
    for more in found.take(100) {
        if !all.shown.contains(&*more.shown) {
            let shown = all.shown.to_mut();
            shown.push('、');
            shown.push_str(&more.shown);
        }
    }
    Some(all)
}

/// Bylines of the info region without a label: 記者張三／台北報導.
fn info_credits(cx: &Context<'_>) -> Vec<(NodeId, Credits)> {
    let dom = cx.dom();
    let lines = dom.lines();
    let text = |i: usize| lines.get(i).map_or("", |line| dom.line_text(line));
    let headline = cx.layout.headline();
    cx.layout
        .info()
        .filter(|&i| lines.get(i).is_some_and(|l| l.counts.chars <= 60))
        .map(|i| {
            let found = cx.credits_of_line(i);
            let below = dom.is_text() && headline.is_some_and(|headline| i > headline);
            let found = match found.is_empty() && below {
                true => byline::signed(text(i), text(i + 1)),
                false => found,
            };
            // 橙橘医院 张三 李四, right above the time or below it.
            let named = found.is_empty()
                && lines[i].counts.linked == 0
                && headline.is_some_and(|headline| i > headline)
                && [i.wrapping_sub(1), i, i + 1].into_iter().any(|near| {
                    text(near).len() <= INFO_BYTES && time::find(text(near), &cx.times).is_some()
                });
            let found = match named {
                true => byline::behind_place_of_work(text(i)),
                false => found,
            };
            (NodeId(lines[i].node), found)
        })
        .collect()
}

fn other_credits(cx: &Context<'_>, text: &BodyText, tracer: &mut Tracer) -> Vec<Credit> {
    let mut out: Vec<Credit> = Vec::new();
    let mut add = |credit: Credit| match out.iter_mut().find(|c| c.role == credit.role) {
        Some(known) => {
            for name in credit.names {
                if !known.names.contains(&name) {
                    known.names.push(name);
                }
            }
        }
        None if !credit.names.is_empty() => out.push(credit),
        None => {}
    };
    // 图源：城东日报 says where a picture is from, not who took it.
    let mut add = |mut credit: Credit| {
        credit
            .names
            .retain(|name| !outlet::is_outlet(name) && !Facet::GivenEnd.ends(name));
        add(credit);
    };
    for said in cx.said {
        if let Label::Credit(role) = said.label
            && said.region != Region::Other
        {
            tracer.note(|trace| {
                trace.credits.push(CreditTrace {
                    role,
                    label: said.name.clone(),
                    value: said.value.clone(),
                    at: said.on_page().map(|ix| NodePath::of(ix.0)),
                });
            });
            add(Credit::new(
                role,
                byline::names(&said.value, NameKind::Other),
            ));
        }
    }
    for (_, credits) in text.all() {
        credits.credits.iter().cloned().for_each(&mut add);
    }
    out
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

    /// Where a page names an editor by a code alone, that is what it says.
    #[test]
    fn codes_of_editors() {
        for (line, expected) in [
            ("（责任编辑： CJ123）", &["CJ123"] as &[&str]),
            ("责任编辑：张三_CJ123", &["张三"]),
            ("责任编辑：A4", &[]),
            ("责任编辑：12345", &[]),
        ] {
            let html = format!(
                "<h1>城东公园今起开放</h1><p>2024-05-10 06:58</p><div class=content>{PARAGRAPHS}<p>{line}</p></div>"
            );
            let found = Article::parse(&html).unwrap().metadata.editors;
            assert_eq!(found, *expected, "{line}");
        }
    }

    /// 来源 where a rule looks for an editor is no editor.
    #[test]
    fn another_label_s_value_is_no_editor() {
        let parser = ruled("editors = '.info'\nbody = '.content'");
        for (info, expected) in [
            ("来源： 橙橘网 2024-05-10 06:58", &[] as &[&str]),
            ("来源：橙橘网 责任编辑：张三", &["张三"]),
        ] {
            let html = format!(
                "<h1>城东公园今起开放</h1><p class=info>{info}</p><div class=content>{PARAGRAPHS}</div>"
            );
            assert_eq!(
                parser.parse(&html).unwrap().metadata.editors,
                *expected,
                "{info}"
            );
        }
    }

    /// Around one text: head of the page | info line | head of the body | its end; then the writers and the outlet.
    #[test]
    fn credits_of_pages() {
        const TIME: &str = "2024-05-10 06:58";
        let ld = |name: &str| {
            format!(
                "<script type=application/ld+json>{{\"@type\":\"NewsArticle\",\"author\":{{\"@type\":\"Person\",\"name\":\"{name}\"}}}}</script>"
            )
        };
        let agency = ld("Orange City News Agency");
        let teams = ld("Forum Team and UI Team");
        type Row<'a> = (
            &'a str,
            &'a str,
            &'a str,
            &'a str,
            &'a [&'a str],
            Option<&'a str>,
        );
        let rows: &[Row<'_>] = &[
            // Where it was reported from is no person, nor is a body.
            ("", "记者 张三 北京报道", "", "", &["张三"], None),
            (&agency, "", "", "", &[], None),
            (&teams, "", "", "", &[], None),
            // A pen name or a desk in an element named author; it is not the outlet as well.
            (
                "",
                "<span class=author>南山客</span>",
                "",
                "",
                &["南山客"],
                None,
            ),
            (
                "",
                "<span class=byline>作者 <a rel=author href=/author/ns/>南山客</a></span>",
                "",
                "",
                &["南山客"],
                None,
            ),
            (
                "",
                "<span class=author>即時中心／綜合報導</span>",
                "",
                "",
                &["即時中心"],
                None,
            ),
            (
                "",
                "<i class='fa fa-user'></i> 南山客 <i class='fa fa-clock-o'></i>",
                "",
                "",
                &["南山客"],
                None,
            ),
            (
                "",
                "<span class=author>城东晚报</span>",
                "",
                "",
                &[],
                Some("城东晚报"),
            ),
            (
                "",
                "<span class=author>张三 国际部记者</span>",
                "",
                "",
                &["张三"],
                None,
            ),
            // Who put it on the page comes after who it is from.
            (
                "",
                "发布机构：城东区政府办公室 来源：橙橘网",
                "",
                "",
                &[],
                Some("橙橘网"),
            ),
            ("", "发布者：admin", "", "", &[], None),
            ("", "来源：当前为手机版", "", "", &[], None),
            // The outlet before the reporter, and where people work before their names.
            (
                "",
                "橙橘時報 張三／台北報導",
                "",
                "",
                &["張三"],
                Some("橙橘時報"),
            ),
            (
                "",
                "<span class=source>橙橘新闻Now记者 张三</span>",
                "",
                "",
                &["张三"],
                Some("橙橘新闻Now"),
            ),
            (
                "",
                "<p>城东军区福安总医院 张三 李四</p>",
                "",
                "",
                &["张三", "李四"],
                None,
            ),
            // A platform beside the account.
            (
                "",
                "<a class=author href=/omn/author/51><b>橙眼</b> <span>企鹅号</span></a>",
                "",
                "",
                &["橙眼"],
                Some("橙眼"),
            ),
            (
                "",
                "来源：城东区文旅局（原文广新局）",
                "",
                "",
                &[],
                Some("城东区文旅局（原文广新局）"),
            ),
            // A book's writer is not the article's.
            (
                "",
                "来源：橙橘网",
                "<p>《城东的树》 作者：李四</p>",
                "<p>采写/橙橘网记者 张三</p>",
                &["张三"],
                Some("橙橘网"),
            ),
            (
                "",
                "<p>《城东的树》</p><p>作者：李四</p><p>版本：城东出版社</p>",
                "",
                "<p>采写/橙橘网记者 张三</p>",
                &["张三"],
                None,
            ),
            // Elements alone tell labels from values.
            (
                "",
                "<span>作者</span><span>张三</span><span>来源</span><span>橙橘网</span>",
                "",
                "",
                &["张三"],
                Some("橙橘网"),
            ),
            (
                "",
                "<span>作者</span> <span><a rel=author href=/author/ns/>NanShan</a></span> |",
                "",
                "",
                &["NanShan"],
                None,
            ),
            (
                "",
                "<dl><dt>作者</dt><dd>张三</dd></dl>",
                "",
                "",
                &["张三"],
                None,
            ),
            // A pen name of a meta that the page credits itself.
            (
                "<meta name=author content=一禾>",
                "",
                "",
                "<div><div>作者</div><div>一禾</div></div>",
                &["一禾"],
                None,
            ),
            (
                "<meta name=author content=一禾>",
                "",
                "<p>（橙橘网记者一禾综合报导）城东公园今天开放。</p>",
                "",
                &["一禾"],
                None,
            ),
            ("<meta name=author content=一禾>", "", "", "", &[], None),
            // The metas of a system that counts readers, and those that say who edited.
            (
                "<meta name=author content=张三><meta name=publishedtype content=1><meta name=catalogs content=12>",
                "",
                "",
                "",
                &[],
                None,
            ),
            (
                "<meta name=author content=张三><meta name=editor content=张三>",
                "",
                "",
                "",
                &[],
                None,
            ),
            (
                "<meta name=author content=城东22日電>",
                "",
                "",
                "",
                &[],
                None,
            ),
            // A reporter who edited too.
            (
                "",
                "编辑：张三",
                "<p>橙新网5月10日电 (记者 张三)城东公园今天开放。</p>",
                "",
                &["张三"],
                None,
            ),
            // The fuller of two lists, and the one that is not cut off.
            (
                "",
                "<i>张三</i>",
                "<p>橙橘网 记者 张三 李四 5月10日，城东公园今天开放。</p>",
                "",
                &["张三", "李四"],
                None,
            ),
            (
                "",
                "作者：张三 李四…",
                "<p>□本报记者 张三 通讯员 李四明</p>",
                "",
                &["张三", "李四明"],
                None,
            ),
            (
                "",
                "",
                "<p>□见习记者 张三</p><p>通讯员 李四 王小明本报讯 近日，城东公园开放。</p>",
                "",
                &["张三", "李四", "王小明"],
                None,
            ),
            // Two parts of a text by two.
            (
                "",
                "",
                "<p>城东：公园今天开放</p><p>本报记者 张三</p>",
                "<p>城西：水塔明天开放</p><p>本报记者 李四</p><p>园内步道、湖区和儿童乐园同时启用，全天免费，首日迎来三千多名游客。</p>",
                &["张三", "李四"],
                None,
            ),
            // An account below its picture.
            (
                "",
                "</div><img src=/a/face.jpg><p>南山博物</p><div class=d>",
                "",
                "",
                &["南山博物"],
                Some("南山博物"),
            ),
            (
                "",
                "</div><p>南山博物</p><button>关注</button><div>",
                "",
                "",
                &["南山博物"],
                Some("南山博物"),
            ),
            // What that person is, and where a reporter is named in the middle.
            (
                "",
                "来源：橙橘网",
                "",
                "<p>（张三，城东大学文学院院长）</p>",
                &["张三"],
                Some("橙橘网"),
            ),
            (
                "",
                "",
                "<p>市民可以投稿：hd@chengju.example（橙视记者张三 ）</p>",
                "<p>园内步道、湖区和儿童乐园同时启用。</p>",
                &["张三"],
                None,
            ),
            (
                "",
                "<span>本报记者 张三</span> 《城东日报》（ 2024年05月10日 04版）",
                "",
                "",
                &["张三"],
                Some("城东日报"),
            ),
            (
                "",
                "<span class=source>橙橘日报中央厨房 张三 李四</span>",
                "",
                "",
                &["张三", "李四"],
                Some("橙橘日报中央厨房"),
            ),
            // Which house 本报 is, nothing says.
            ("", "", "<p>□本报记者 张三</p>", "", &["张三"], None),
            (
                "",
                "張三／橙橘新聞網",
                "",
                "",
                &["張三"],
                Some("橙橘新聞網"),
            ),
            (
                "",
                "来源：橙橘网",
                "",
                "<p>统筹 李四 文图/张三</p>",
                &["张三"],
                Some("橙橘网"),
            ),
        ];
        for (head, info, top, end, authors, source) in rows {
            let html = format!(
                "<title>城东公园今起开放</title>{head}<h1>城东公园今起开放</h1><div class=info>{info} <span>{TIME}</span></div>
                <div class=content>{top}{PARAGRAPHS}{end}</div>"
            );
            let metadata = Article::parse(&html).unwrap().metadata;
            assert_eq!(metadata.authors, *authors, "{head}{info}{end}");
            let name = metadata.source.as_ref().map(|s| s.name.as_str());
            assert_eq!(name, *source, "{head}{info}{end}");
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
