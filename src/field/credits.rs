//! Who wrote, edited, took the pictures, and where it came from: which of the page's credits count. How names are written is `byline`'s business.

use super::Context;
use super::beside;
use super::byline::{self, Credits, NameKind};
use super::label::{self, Label};
use super::labelled::Region;
use super::named::{self, Named};
use super::names::is_person;
use super::source;
use crate::article::{Credit, Source};
use crate::trace::{Origin, Tracer};

/// All credits of an article.
#[derive(Debug, Default)]
pub(crate) struct Found {
    pub(crate) authors: Vec<String>,
    pub(crate) source: Option<Source>,
    pub(crate) editors: Vec<String>,
    pub(crate) credits: Vec<Credit>,
}

const AROUND: &[Region] = &[Region::Info, Region::Head, Region::Tail, Region::After];

/// Finds all credits: the rule's, those after labels, those in heads and tails of paragraphs, then metas.
pub(crate) fn find(cx: &Context<'_>, tracer: &mut Tracer) -> Found {
    let text = BodyText::new(cx);
    let editors = editors(cx, &text, tracer);
    let mut authors = authors(cx, &text, &editors, tracer);
    let source = source(cx, tracer);
    let account = cx.is_account()
        || cx.template.is_none()
            && source.as_ref().is_some_and(|s| {
                !source::is_outlet(&s.name)
                    && named_texts(cx, &[Named::Account], "")
                        .iter()
                        .any(|(_, text)| *text == s.name)
            });
    if authors.is_empty()
        && account
        && let Some(source) = &source
    {
        authors.push(source.name.clone());
    }
    let credits = if tracer.generic() {
        other_credits(cx, &text)
    } else {
        Vec::new()
    };
    Found {
        authors,
        source,
        editors,
        credits,
    }
}

/// Credits written into the body: its first and last paragraphs.
struct BodyText {
    head: Vec<(&'static str, Credits)>,
    tail: Vec<(&'static str, Credits)>,
}

/// Lines of a body that are searched for datelines and squares.
const LINES_MAX: usize = 400;

/// Whether a paragraph ends in `（張三／台中報導）` or the like; cheap to ask.
fn ends_in_dateline(line: &str) -> bool {
    let line = line.trim_end();
    line.ends_with(['）', ')', '】', '〕'])
        && ["報導", "报道", "報道"].iter().any(|word| {
            line.trim_end_matches(['）', ')', '】', '〕'])
                .ends_with(word)
        })
}

impl BodyText {
    fn new(cx: &Context<'_>) -> Self {
        let (dom, range) = match cx.place {
            crate::extract::body::Place::Source(dom) => (&**dom, 0..dom.lines().len()),
            _ => (cx.dom(), cx.layout.body()),
        };
        let lines: Vec<&str> = dom.lines()
            [range.start.min(dom.lines().len())..range.end.min(dom.lines().len())]
            .iter()
            .map(|l| dom.line_text(l))
            .collect();
        let mut head = Vec::new();
        for line in lines.iter().take(3) {
            head.push(("head of the first paragraph", byline::head(line)));
        }
        let mut tail = Vec::new();
        for line in lines.iter().rev().take(6) {
            if let Some((_, credits)) = byline::tail(line) {
                tail.push(("end of the last paragraph", credits));
            }
            if line.chars().count() <= 60 {
                tail.push(("signature line", byline::line(line)));
            }
        }
        // Where an article is followed by something else, its dateline stands in the middle: …釐清死因。（張三／台中報導）
        for line in lines.iter().rev().skip(6).take(LINES_MAX) {
            if ends_in_dateline(line)
                && let Some((_, credits)) = byline::tail(line)
            {
                tail.push(("end of a paragraph", credits));
            }
        }
        // 城东快报记者 in one line, the name in the next.
        for pair in lines.windows(2).rev().take(6) {
            let (role, name) = (pair[0].trim(), pair[1].trim());
            if role.chars().count() <= 20 && role.ends_with(['者', '员', '員']) && is_person(name)
            {
                let line = format!("{role} {name}");
                tail.push(("signature in two lines", byline::line(&line)));
            }
        }
        // Newspapers mark the writer of each piece with a square: □张三（某某研究院研究员）
        let mut squares = Credits::default();
        for line in lines.iter().take(LINES_MAX) {
            if let Some(name) = line.trim().strip_prefix(['□', '■', '◎', '○'])
                && line.chars().count() <= 40
            {
                let name = name.trim();
                let bare = name.split(['（', '(']).next().unwrap_or(name).trim();
                if is_person(bare) {
                    squares.authors.push(bare.to_string());
                } else {
                    squares.authors.extend(byline::line(name).authors);
                }
            }
        }
        if !squares.authors.is_empty() {
            tail.push(("line with a square", squares));
        }
        // Signature lines at the top: 文/张三.
        for line in lines.iter().take(3) {
            if line.chars().count() <= 40 {
                head.push(("signature line", byline::line(line)));
            }
        }
        Self { head, tail }
    }

    fn all(&self) -> impl Iterator<Item = &(&'static str, Credits)> {
        self.head.iter().chain(&self.tail)
    }
}

/// All who are credited with writing. An editor is never an author, unless the page's own label says both.
fn authors(
    cx: &Context<'_>,
    text: &BodyText,
    editors: &[String],
    tracer: &mut Tracer,
) -> Vec<String> {
    let by_rule = cx
        .rule_list(|t| &t.authors)
        .map(|(origin, texts)| (origin, texts.join(" ")));
    let labelled = cx.labelled(|s| s.label == Label::Author, AROUND);
    let info = info_credits(cx)
        .into_iter()
        .filter(|c| !c.authors.is_empty())
        .map(|c| {
            (
                Origin::Generic("byline between headline and body"),
                c.authors.join("、"),
            )
        });
    let written: Vec<(Origin, String)> = text
        .all()
        .filter(|(_, c)| !c.authors.is_empty())
        .map(|(what, c)| (Origin::Generic(what), c.authors.join("、")))
        .collect();
    let linked = cx.linked(&["author"]);
    let candidates = by_rule
        .chain(labelled)
        .chain(info)
        .chain(named_texts(
            cx,
            &[Named::Author, Named::Account],
            "element named author",
        ))
        .chain(written)
        .chain(
            beside::texts(cx)
                .into_iter()
                .map(|t| (Origin::Generic("name beside the time"), t.text)),
        )
        .chain(join(linked))
        .chain(cx.metas(&[
            "author",
            "article:author",
            "og:article:author",
            "dable:author",
            "byl",
        ]));
    let site = super::title::site_names(cx.page);
    tracer
        .pick("authors", candidates, |origin, value| {
            let mut names = match byline::line(value) {
                // A rule may point at a whole byline: 记者 张三 / 台北報導.
                credits if matches!(origin, Origin::Rule(_)) && !credits.authors.is_empty() => {
                    credits.authors
                }
                credits if matches!(origin, Origin::Rule(_)) && !credits.editors.is_empty() => {
                    return None;
                }
                _ => byline::names(value, NameKind::Author),
            };
            match origin {
                // Metas name the site, staff numbers, profiles: better no author than a wrong one.
                Origin::Meta(_) | Origin::JsonLd(_) => {
                    names.retain(|n| is_person(n) && !editors.contains(n));
                }
                Origin::Label(_) | Origin::Rule(_) => {}
                Origin::Generic("element named author" | "name beside the time") => {
                    names.retain(|n| is_person(n) && !editors.contains(n));
                }
                _ => names.retain(|n| !editors.contains(n) && !source::is_outlet(n)),
            }
            // 作者：橙橘网 is a credit; a site's name where no label stands, or its bare host, is not.
            let shown = matches!(origin, Origin::Label(_) | Origin::Rule(_));
            names.retain(|n| !is_nobody(n) && (!is_site(&site, n) || shown && !n.is_ascii()));
            (!names.is_empty()).then_some(names)
        })
        .unwrap_or_default()
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

/// Words that stand where a name should and name nobody.
fn is_nobody(name: &str) -> bool {
    let lower = name.to_ascii_lowercase();
    matches!(
        lower.as_str(),
        "name"
            | "author"
            | "admin"
            | "article information"
            | "role"
            | "undefined"
            | "null"
            | "http"
            | "https"
            | "news"
    ) || name.contains("://")
        || lower.ends_with(".cn")
        || lower.ends_with(".com")
        || name.contains('@')
}

fn editors(cx: &Context<'_>, text: &BodyText, tracer: &mut Tracer) -> Vec<String> {
    let by_rule = cx
        .rule_list(|t| &t.editors)
        .map(|(origin, texts)| (origin, texts.join(" ")));
    let body = cx.layout.body();
    let lines = cx.dom().lines();
    let in_body =
        |node: crate::page::dom::Ix| body.contains(&lines.partition_point(|l| l.node < node.0));
    // Credits below an article that is followed by promotions are far from its end: 编辑|张三, 责编|李四.
    let mut labelled = cx.labelled(|s| s.label == Label::Editor, AROUND);
    labelled.extend(cx.labelled(
        |s| s.label == Label::Editor && in_body(s.node),
        &[Region::Other],
    ));
    let labelled = join(labelled);
    let far = cx.labelled(|s| s.label == Label::Editor, &[Region::Other]);
    let written: Vec<(Origin, String)> = text
        .all()
        .filter(|(_, c)| !c.editors.is_empty())
        .map(|(what, c)| (Origin::Generic(what), c.editors.join("、")))
        .collect();
    let candidates = by_rule.chain(labelled).chain(written).chain(far);
    tracer
        .pick("editors", candidates, |origin, value| {
            let names = match byline::line(value) {
                credits if matches!(origin, Origin::Rule(_)) && !credits.editors.is_empty() => {
                    credits.editors
                }
                _ => byline::names(value, NameKind::Editor),
            };
            (!names.is_empty()).then_some(names)
        })
        .unwrap_or_default()
}

/// Several values of one kind as one list: 编辑 and 责编 on one page are both editors.
fn join(found: Vec<(Origin, String)>) -> Vec<(Origin, String)> {
    let mut found = found.into_iter();
    let Some((origin, mut value)) = found.next() else {
        return Vec::new();
    };
    for (_, more) in found.take(100) {
        if !value.contains(&more) {
            value.push('、');
            value.push_str(&more);
        }
    }
    vec![(origin, value)]
}

fn source(cx: &Context<'_>, tracer: &mut Tracer) -> Option<Source> {
    let within = &[Region::Info, Region::Head, Region::Tail];
    let labelled = cx.labelled(|s| s.label == Label::Source, within);
    // Below the body related items have sources too.
    let below = cx.labelled(|s| s.label == Label::Source, &[Region::After]);
    let named = named_texts(cx, &[Named::Source], "element named source");
    let accounts = named_texts(cx, &[Named::Account], "element named account");
    let writers = named_texts(cx, &[Named::Author], "element named account");
    let info = info_sources(cx);
    let texts = beside::texts(cx);
    let bylines = info_credits(cx)
        .into_iter()
        .filter_map(|c| c.source)
        .map(|name| (Origin::Generic("byline between headline and body"), name));
    let metas = cx.metas(&[
        "source",
        "contentsource",
        "og:source",
        "mediaid",
        "article:source",
    ]);
    let site = cx
        .metas(&["article:author"])
        .filter(|(_, v)| source::bare_outlet(v).is_some());
    let candidates = cx
        .rule_candidates(|t| &t.source)
        .chain(labelled)
        .chain(named)
        .chain(info)
        .chain(bylines)
        .chain(beside_time(&texts, true))
        .chain(below)
        .chain(metas)
        .chain(accounts)
        .chain(writers)
        .chain(beside_time(&texts, false))
        .chain(site);
    let site_names = super::title::site_names(cx.page);
    let page_title = cx.page.meta.title.as_deref().unwrap_or("");
    let name = tracer.pick("source", candidates, |origin, value| match origin {
        Origin::Rule(_) => {
            let credits = byline::line(value);
            credits.source.or_else(|| source::outlet(value))
        }
        Origin::Generic("element named source") => {
            source::bare_outlet(value).filter(|name| label::by_name(name).is_none())
        }
        // A person there is the writer; anything else is an account.
        Origin::Generic("element named account") => source::bare_outlet(value)
            .filter(|name| !is_person(name) && !is_nobody(name) && label::by_name(name).is_none()),
        Origin::Generic("name beside the time") => source::bare_outlet(value)
            .filter(|name| !is_person(name) && !is_nobody(name) && label::by_name(name).is_none()),
        Origin::Generic(_) => source::bare_outlet(value).filter(|name| source::is_outlet(name)),
        // What a meta calls the source and is the site itself is not shown as one.
        Origin::Meta(_) => source::outlet(value).filter(|name| {
            !site_names.iter().any(|site| site.contains(name.as_str()))
                && !page_title.contains(name.as_str())
        }),
        _ => source::outlet(value),
    })?;
    let url = link_of(cx, &name);
    Some(Source { name, url })
}

/// Names beside the time that may be the outlet's or the account's: those the page links as users, or the others.
fn beside_time(texts: &[beside::Beside], users: bool) -> Vec<(Origin, String)> {
    texts
        .iter()
        // Two characters alone are a channel as often as an outlet.
        .filter(|t| t.user == users && (users || t.same_line && t.text.chars().count() >= 3))
        .map(|t| {
            // 城东快訊／张三 names the outlet first.
            let text = match t.text.split_once(['/', '／']) {
                Some((outlet, name)) if is_person(name.trim()) => outlet.trim(),
                _ => &t.text,
            };
            (Origin::Generic("name beside the time"), text.to_string())
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

/// Texts of elements named for one of these.
fn named_texts(cx: &Context<'_>, wanted: &[Named], what: &'static str) -> Vec<(Origin, String)> {
    named::elements(cx)
        .into_iter()
        .filter(|(named, _)| wanted.contains(named))
        .map(|(_, ix)| (Origin::Generic(what), cx.dom().text(ix).to_string()))
        .collect()
}

/// Texts beside the time in the info region that may name an outlet without a label.
fn info_sources(cx: &Context<'_>) -> Vec<(Origin, String)> {
    let dom = cx.dom();
    let lines = dom.lines();
    let mut out = Vec::new();
    for i in cx.layout.info() {
        let Some(line) = lines.get(i) else { break };
        if cx.layout.headline().is_some_and(|h| i <= h) || line.counts.chars > 60 {
            continue;
        }
        let text = dom.line_text(line);
        let near_time = |j: usize| {
            lines
                .get(j)
                .is_some_and(|l| super::time::find(dom.line_text(l), &cx.times).is_some())
        };
        if near_time(i) || (i > 0 && near_time(i - 1)) || near_time(i + 1) {
            // 张三/城东日报 names the writer first.
            let parts = text.rsplit(['/', '／']).map(str::trim);
            let two = parts.clone().count() == 2;
            let outlet = two && parts.clone().next().is_some_and(source::is_outlet);
            let text = if outlet {
                parts.clone().next().unwrap_or(text)
            } else if two && parts.clone().next_back().is_some_and(source::is_outlet) {
                // 城东快訊／张三 names the outlet first.
                parts.clone().next_back().unwrap_or(text)
            } else {
                text
            };
            out.push((Origin::Generic("text beside the time"), text.to_string()));
            // 2024-05-10 06:58 城东日报 記者張三／台北報導
            if let Some(at) = ["記者", "记者"].iter().filter_map(|w| text.find(w)).min()
                && let Some(outlet) = text[..at].split_whitespace().next_back()
                && let Some(outlet) = outlet.rsplit(|c: char| c.is_ascii_digit()).next()
                && source::is_outlet(outlet)
            {
                out.push((Origin::Generic("text beside the time"), outlet.to_string()));
            }
        }
    }
    out
}

/// Bylines of the info region without a label: 記者張三／台北報導.
fn info_credits(cx: &Context<'_>) -> Vec<Credits> {
    let dom = cx.dom();
    cx.layout
        .info()
        .filter_map(|i| dom.lines().get(i))
        .filter(|l| l.counts.chars <= 60)
        .map(|l| byline::line(dom.line_text(l)))
        .collect()
}

fn other_credits(cx: &Context<'_>, text: &BodyText) -> Vec<Credit> {
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
    for said in &cx.said {
        if let Label::Credit(role) = said.label
            && said.region != Region::Other
        {
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
