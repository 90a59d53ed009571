//! The article's source: where the outlet's name stands. What an outlet's name looks like is `outlet`'s business.

use crate::article::Source;
use crate::article::field::Field;
use crate::content::hint::hints;
use crate::content::images;
use crate::content::labelled::Region;
use crate::field::adjacent::{self, AdjacentText};
use crate::field::choose;
use crate::field::class_role::ClassRole;
use crate::field::context::Context;
use crate::field::credits::timed::TimedLines;
use crate::field::credits::tuning::info::LINE_MAX;
use crate::field::credits::tuning::source::{
    ACCOUNT_BOX_MAX, ACCOUNT_BOX_NODES, BEFORE_CHARS, PICTURE_CREDIT_MAX, USER_MIN,
    WITHIN_TITLE_MIN,
};
use crate::field::credits::unlabelled::{Unlabelled, is_nobody, named_texts};
use crate::field::credits::witness;
use crate::field::title;
use crate::field::tuning::AROUND;
use crate::grammar::byline;
use crate::grammar::hints::Hint;
use crate::grammar::label;
use crate::grammar::label::Label;
use crate::grammar::lexicon::facet::Facet;
use crate::grammar::lexicon::{is_bar, is_place, is_slash};
use crate::grammar::names::is_person;
use crate::grammar::title::key::same_headline;
use crate::grammar::{outlet, time};
use crate::page::dom::{Dom, NodeId};
use crate::page::tag::Tag;
use crate::reason::{Clue, Refusal, Witness};
use crate::trace::{Origin, Tracer};

/// A candidate for the outlet's name.
type Candidate<'a> = choose::Candidate<'a, String>;

/// Metas that name the outlet.
const METAS: &[&str] = &[
    "source",
    "contentsource",
    "og:source",
    "mediaid",
    "article:source",
];

/// Whether a meta says that a name is the outlet's.
pub(super) fn is_meta(cx: &Context<'_>, name: &str) -> bool {
    let mut metas = cx.metas::<String>(METAS);
    metas.any(|candidate| candidate.shown.trim() == name)
}

/// The outlet: of all that may name it the one for which most speaks, and which is one.
pub(super) fn find(
    cx: &Context<'_>,
    around: &Unlabelled,
    authors: &[String],
    tracer: &mut Tracer,
) -> Option<Source> {
    let mut candidates = candidates(cx, around, authors);
    choose::heaviest_first(&mut candidates);
    let is_text = cx.dom().is_text();
    let site_names = title::site_names(cx.page);
    let page_title = cx.page.meta.title.as_deref().unwrap_or("");
    // Who wrote it is not where it is from, unless the page links that name as a user's.
    // Four characters are more often an account than a person; reporters have pages of their own too.
    let user = |name: &str| {
        name.chars().count() >= USER_MIN && around.beside.iter().any(|t| t.user && t.text == name)
    };
    let wrote =
        |name: &String| authors.contains(name) && !user(name) && !cx.is_account() && !is_text;
    let choice = choose::first(cx.mode(), candidates, |candidate| {
        let value = &*candidate.shown;
        let no_label = |name: &String| label::by_name(name).is_none();
        match &candidate.origin {
            Origin::Rule(_) => {
                let credits = byline::line(value);
                credits.source.or_else(|| outlet::outlet(value))
            }
            // 橙橘日报记者 张三: the outlet stands before the word for its people.
            Origin::Generic(Clue::NamedSource) => outlet::bare_outlet(value)
                .or_else(|| before_reporter(value).map(String::from))
                .or_else(|| byline::place_of_work(value).map(String::from))
                .filter(no_label),
            // A person there is the writer; anything else is an account.
            Origin::Generic(Clue::NamedAccount) => outlet::bare_outlet(value).filter(|name| {
                let vouched = || {
                    candidate
                        .node
                        .is_some_and(|node| is_vouched(cx.dom(), node))
                };
                (!is_person(name) || user(name))
                    && (!wrote(name) || on_platform(value) || vouched())
                    && !is_nobody(name)
                    && no_label(name)
                    && !byline::line(name).has_people()
            }),
            Origin::Generic(Clue::NameBesideTime) => outlet::bare_outlet(value).filter(|name| {
                (!is_person(name) || user(name))
                    && !wrote(name)
                    && !is_nobody(name)
                    && no_label(name)
            }),
            Origin::Generic(_) => {
                outlet::bare_outlet(value).filter(|name| outlet::is_outlet(name) && !wrote(name))
            }
            origin if is_publisher(origin) => {
                outlet::outlet(value).filter(|name| !is_person(name) && !is_nobody(name))
            }
            // What a meta calls the source and is the site itself is one only if the page shows it as such; nor is a writer.
            Origin::Meta(_) => outlet::outlet(value).filter(|name| {
                let site = || {
                    site_names.iter().any(|site| site.contains(name.as_str()))
                        || page_title.contains(name.as_str())
                };
                !is_person(name)
                    && !authors.contains(name)
                    && (adjacent::is_beside_time(cx, name) || !site())
            }),
            _ => outlet::outlet(value),
        }
        // Words of the headline beside the time are none of an outlet, nor is what follows `媒体：` in it.
        .filter(|name| {
            let within = |title: &str| {
                matches!(candidate.origin, Origin::Label(_))
                    && name.chars().count() >= WITHIN_TITLE_MIN
                    && title.contains(name.as_str())
                    && title.contains(['：', ':'])
            };
            !cx.title
                .is_some_and(|title| same_headline(title, name) || within(title))
        })
    });
    let name = choice.value_with(Field::Source, tracer, |candidate| {
        let value = candidate.shown.trim();
        if value.is_empty() {
            Refusal::Empty
        } else if is_person(value) || byline::line(value).has_people() {
            Refusal::Person
        } else {
            Refusal::NoOutlet
        }
    })?;
    let url = link_of(cx, &name);
    Some(Source { name, url })
}

/// All that may name the outlet, each with what speaks for it.
fn candidates<'a>(
    cx: &'a Context<'_>,
    around: &'a Unlabelled,
    authors: &[String],
) -> Vec<Candidate<'a>> {
    let is_text = cx.dom().is_text();
    let mut out: Vec<Candidate<'a>> = Vec::new();
    let mut add = |witness: Witness, found: Vec<Candidate<'a>>| {
        let weight = witness::of_source(witness);
        let weighed = found
            .into_iter()
            .map(|c| c.weighed(cx.subject.heard([(true, witness, weight)])));
        out.extend(weighed);
    };
    let rule = match cx.subject.is_unproven() {
        true => Witness::UnprovenRule,
        false => Witness::RuleStep,
    };
    add(rule, cx.rule_candidates(Field::Source).collect());
    let followed = around.beside.iter().filter(|t| t.followed);
    let followed = followed
        .map(|t| Candidate::text(Origin::Generic(Clue::NamedAccount), t.text.as_str(), t.node));
    add(Witness::SourceFollowed, followed.collect());
    let within = &[Region::Info, Region::Head, Region::Tail];
    let mut labelled = cx.labelled(|s| s.label == Label::Source, within);
    labelled.retain(|c| !c.node.is_some_and(|node| is_of_picture(cx, node)));
    let (publishers, labelled): (Vec<_>, Vec<_>) =
        labelled.into_iter().partition(|c| is_publisher(&c.origin));
    // `来源｜橙橘网、城东日报` below a text lists what it was made of; an account beside the headline says whose it is.
    let (barred, labelled) = labelled.into_iter().partition(|c| is_barred(cx, c));
    add(Witness::SourceLabel, labelled);
    add(Witness::SourceBeside, barred);
    add(Witness::SourcePublisher, publishers);
    let named = |role, clue| named_texts(cx, around, &[role], clue);
    let sources = named(ClassRole::Source, Clue::NamedSource);
    add(Witness::SourceNamed, sources);
    // 橙橘新闻Now of `橙橘新闻Now记者 张三`: whoever is called the source comes first.
    let house = |c: &Candidate<'_>| c.origin == Origin::Generic(Clue::NameBesideTime);
    let (houses, info): (Vec<_>, Vec<_>) = info_sources(cx, &around.timed)
        .into_iter()
        .partition(|c| !is_text && house(c));
    add(Witness::SourceInfo, info);
    add(Witness::SourceBeside, houses);
    let bylines = around.bylines.iter();
    let bylines = bylines
        .filter_map(|(node, credits)| Some((*node, credits.source.as_deref()?)))
        .map(|(node, name)| Candidate::text(Origin::Generic(Clue::InfoByline), name, node));
    add(Witness::SourceByline, bylines.collect());
    // No link tells an account from a channel in text: 本地 is one as likely.
    let mut users = beside_time(&around.beside, true);
    users.retain(|name| !is_text || name.shown.chars().count() >= 3);
    add(Witness::SourceUser, users);
    let below = cx.labelled(|s| s.label == Label::Source, &[Region::After]);
    add(Witness::SourceBelow, below);
    add(Witness::SourceMeta, cx.metas(METAS).collect());
    add(Witness::SourceLinked, cx.linked(&["source"]));
    let accounts = named(ClassRole::Account, Clue::NamedAccount);
    add(Witness::SourceAccount, accounts);
    let mut writers = named(ClassRole::Author, Clue::NamedAccount);
    // 张三 国际部记者: an element named author that says what the person does names no account.
    let reporter = writers.iter().any(|c| {
        Facet::PersonRole.within(&c.shown)
            || !on_platform(&c.shown) && authors.iter().any(|name| c.shown.contains(name.as_str()))
    });
    writers.retain(|c| !reporter || outlet::is_outlet(c.shown.trim()));
    add(Witness::SourceWriter, writers);
    add(Witness::SourceBeside, beside_time(&around.beside, false));
    let site = cx.metas(&["article:author"]);
    let site = site.filter(|candidate| outlet::bare_outlet(&candidate.shown).is_some());
    add(Witness::SourceSite, site.collect());
    out
}

/// Whether a label stands alone below a photograph in its box: 来源：橙橘社 is who took it.
fn is_of_picture(cx: &Context<'_>, node: NodeId) -> bool {
    let dom = cx.dom();
    let alone = |outer: &NodeId| {
        dom.lines_in(*outer).len() == 1 && dom.counts(*outer).chars <= PICTURE_CREDIT_MAX
    };
    let mut around = dom.ancestors(node).take(AROUND).take_while(alone);
    let image = around.find_map(|outer| match dom.images_in(outer) {
        [] => None,
        images => images.iter().copied().find(|&image| {
            image < node && dom.attr(image, "src").is_some_and(images::is_picture_file)
        }),
    });
    image.is_some_and(|image| images::url(dom, &cx.page.base, image).is_some())
}

/// Whether the box that holds a name and little else says that it is an account's: 优质创作者, 官方账号, or an element named so.
fn is_vouched(dom: &Dom, node: NodeId) -> bool {
    let mut around = dom.ancestors(node).take(2);
    let small = |ix: NodeId| {
        dom.counts(ix).chars <= ACCOUNT_BOX_MAX && dom.end(ix).0 - ix.0 <= ACCOUNT_BOX_NODES
    };
    around.any(|outer| {
        small(outer)
            && (Facet::AccountBadge.within(dom.text(outer))
                || dom
                    .subtree(outer)
                    .any(|ix| dom.tag(ix) != Tag::Text && hints(dom, ix).has(Hint::AccountBox)))
    })
}

/// What stands before 记者 and a name: `橙橘新闻Now记者 张三`.
fn before_reporter(text: &str) -> Option<&str> {
    let (at, _) = Facet::JournalistWord.find(text)?;
    let mut before = text[..at].trim_matches(|c: char| !c.is_alphanumeric());
    // 橙橘日报首席记者, 全媒体记者: what kind of reporter.
    if let Some(house) = Facet::RoleAdjective.strip_end(before)
        && outlet::is_outlet(house.trim_end())
    {
        before = house.trim_end();
    }
    if Facet::RoleAdjective.is(before) || Facet::OwnHouse.starts(before) {
        return None;
    }
    // `□本报记者 张三`: which house that is, nothing says.
    if Facet::OwnHouse.is(before) {
        return None;
    }
    let people = byline::line(&text[at..]).has_people();
    (BEFORE_CHARS.contains(&before.chars().count())
        && people
        && !before.contains(char::is_whitespace))
    .then_some(before)
}

/// Whether what stands before 记者 may be the house those reporters are of: 橙橘新闻Now, not 国际部.
fn is_house(name: &str) -> bool {
    name.chars().count() >= 4
        && !is_place(name)
        && !label::has_function_words(name)
        && !Facet::DeskEnd.ends(name)
        && !name.ends_with(['部', '室', '组', '組', '心', '处', '處', '级', '級'])
}

/// Whether a label below the text is tied to its value by a bar or a slash, not by a colon.
fn is_barred(cx: &Context<'_>, candidate: &Candidate<'_>) -> bool {
    let Origin::Label(name) = &candidate.origin else {
        return false;
    };
    let dom = cx.dom();
    let line = candidate.node.map(|node| dom.line_from(node));
    let line = line.filter(|&at| cx.layout.region(at) == Region::Tail);
    let text = line
        .and_then(|at| dom.lines().get(at))
        .map_or("", |line| dom.line_text(line));
    let behind = text.find(&**name).map_or("", |at| &text[at + name.len()..]);
    behind
        .trim_start()
        .starts_with(|c| is_bar(c) || is_slash(c))
}

/// Whether the platform stands beside an account's name: `橙眼 企鹅号`.
fn on_platform(text: &str) -> bool {
    Facet::Platform.within(text)
}

/// Whether a label names who put an article on the page, not who it is by.
fn is_publisher(origin: &Origin) -> bool {
    matches!(origin, Origin::Label(name) if Facet::PublisherLabel.is(name))
}

/// Names beside the time that may be the outlet's or the account's: those the page links as users, or the others.
fn beside_time(texts: &[AdjacentText], users: bool) -> Vec<Candidate<'_>> {
    texts
        .iter()
        // Two characters alone are a channel as often as an outlet.
        .filter(|t| {
            !t.writer
                && t.user == users
                && (users || (t.same_line || t.alone) && t.text.chars().count() >= 3)
        })
        .map(|t| {
            // 城东快訊／张三 names the outlet first.
            let parted = |c: char| matches!(c, '/' | '／') || c.is_whitespace();
            let text = match t.text.split_once(parted) {
                Some((outlet, name)) if is_person(name.trim()) => outlet.trim(),
                _ => t.text.as_str(),
            };
            Candidate::text(Origin::Generic(Clue::NameBesideTime), text, t.node)
        })
        .collect()
}

/// The link whose text is the source's name, near the article.
fn link_of(cx: &Context<'_>, name: &str) -> Option<String> {
    let dom = cx.dom();
    dom.seen
        .anchors
        .iter()
        .filter(|&&a| {
            let text = dom.text(a);
            text == name || (text.len() <= name.len() + 12 && text.ends_with(name))
        })
        .find(|&&a| cx.is_near(a))
        .and_then(|&a| cx.page.base.resolve(dom.attr(a, "href")?))
}

/// The outlet in title marks right before the time: `本报记者 张三 《城东日报》（ 2024年05月10日 04版）`.
fn quoted_before(before: &str) -> Option<&str> {
    let before = before
        .trim_end_matches(|c: char| matches!(c, '（' | '(') || c.is_whitespace())
        .strip_suffix('》')?;
    before.rsplit_once('《').map(|(_, name)| name)
}

/// Texts beside the time in the info region that may name an outlet without a label.
fn info_sources<'a>(cx: &Context<'a>, timed: &TimedLines) -> Vec<Candidate<'a>> {
    let dom = cx.dom();
    let lines = dom.lines();
    let mut out = Vec::new();
    for i in cx.layout.info() {
        let Some(line) = lines.get(i) else { break };
        if cx.layout.headline().is_some_and(|h| i <= h) || line.counts.chars > LINE_MAX {
            continue;
        }
        let text = dom.line_text(line);
        let found = |text| {
            let origin = Origin::Generic(Clue::TextBesideTime);
            Candidate::text(origin, text, NodeId(line.node))
        };
        let near_time = |j: usize| timed.shows(cx, j);
        if near_time(i) || (i > 0 && near_time(i - 1)) || near_time(i + 1) {
            // 张三/城东日报 names the writer first; the time may stand behind.
            let first_time = |text: &str| {
                let found = time::find_all(text, &cx.times);
                found.first().map(|(range, _)| range.clone())
            };
            // Most lines near a time show none of their own.
            let timed_itself = near_time(i);
            let untimed = match timed_itself.then(|| first_time(text)).flatten() {
                Some(range) if range.start > 0 => text[..range.start].trim(),
                _ => text,
            };
            let text = if untimed.contains(['/', '／']) {
                untimed
            } else {
                text
            };
            let parts = text.rsplit(['/', '／']).map(str::trim);
            let two = parts.clone().count() == 2;
            let outlet = two && parts.clone().next().is_some_and(outlet::is_outlet);
            let text = if outlet {
                parts.clone().next().unwrap_or(text)
            } else if two && parts.clone().next_back().is_some_and(outlet::is_outlet) {
                // 城东快訊／张三 names the outlet first.
                parts.clone().next_back().unwrap_or(text)
            } else {
                text
            };
            out.push(found(text));
            // 2024-05-10 06:58 橙橘科技 收藏 分享: in text the controls are not told by elements, nor is the outlet in
            // 城东日报 張三／綜合報導 2024-05-10.
            if dom.is_text()
                && let Some((range, _)) = time::find_all(text, &cx.times).first()
            {
                let (before, behind) = (&text[..range.start], &text[range.end..]);
                let words = [behind, before].map(|part| part.split_whitespace().next());
                out.extend(words.into_iter().flatten().map(found));
                // 2024-05-10 06:58 橙橘财经-综合: right behind the time a name is the outlet's.
                if let Some(name) = behind.split_whitespace().next()
                    && behind.len() > 1
                    && name.chars().count() >= 3
                    && !is_person(name)
                {
                    let origin = Origin::Generic(Clue::NameBesideTime);
                    out.push(Candidate::text(origin, name, NodeId(line.node)));
                }
                // 《城东日报》（2024年05月10日 04版）
                if let Some((_, name)) = before.rsplit_once('《')
                    && let Some((name, _)) = name.split_once('》')
                {
                    out.push(found(name));
                }
            }
            let range = (timed_itself && !dom.is_text())
                .then(|| first_time(text))
                .flatten();
            if let Some(range) = range {
                let (before, behind) = (&text[..range.start], &text[range.end..]);
                // `张三 城东晚报 2024-05-10 06:58`, `2024-05-10 06:58 | 城东晚报 | 张三`
                if line.counts.linked == 0 && !text.contains('>') {
                    let parted = |c: char| c.is_whitespace() || is_bar(c);
                    let words = [behind, before];
                    let words = words.into_iter().flat_map(|part| part.split(parted));
                    out.extend(words.filter(|word| outlet::is_outlet(word)).map(found));
                }
                out.extend(quoted_before(before).map(found));
            } else if dom.is_text()
                && let Some(range) = first_time(text)
            {
                out.extend(quoted_before(&text[..range.start]).map(found));
            }
            // 城東日報 張三／台北報導 2024-05-10 06:58
            if let Some((outlet, rest)) = text.trim_start().split_once(char::is_whitespace)
                && outlet::is_outlet(outlet)
                && byline::line(rest).has_people()
            {
                out.push(found(outlet));
            }
            // 2024-05-10 06:58 城东日报 記者張三／台北報導
            if let Some(at) = Facet::JournalistWord.find(text).map(|(at, _)| at)
                && let Some(outlet) = text[..at].split_whitespace().next_back()
                && let Some(outlet) = outlet.rsplit(|c: char| c.is_ascii_digit()).next()
                && let outlet = outlet.trim_matches(|c: char| !c.is_alphanumeric())
            {
                if outlet::is_outlet(outlet) && !Facet::RoleAdjective.is(outlet) {
                    out.push(found(outlet));
                } else if before_reporter(text) == Some(outlet) && is_house(outlet) {
                    let origin = Origin::Generic(Clue::NameBesideTime);
                    out.push(Candidate::text(origin, outlet, NodeId(line.node)));
                }
            }
        }
    }
    out
}
