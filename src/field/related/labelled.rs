//! Lists that a label announces: a line of its own above them, a word before a link in the same line, or a tag of the article as heading.
//! Neither what the labels say (`labels`) nor how an item is read (`items`).

use crate::article::{RelatedItem, RelatedKind, RelatedList};
use crate::field::context::Context;
use crate::field::related::items;
use crate::field::related::record::{NO_ITEMS, note};
use crate::grammar::list_label::Announced;
use crate::grammar::{address, list_label};
use crate::page::dom::{Dom, Ix};
use crate::page::tag::Tag;
use crate::trace::{Origin, Tracer};

/// More labels than this on a page are not looked behind.
const MAX_LABELS: usize = 400;
/// A label in its own line, in bytes.
const LABEL_MAX: usize = 60;
/// A label and a linked headline in one line, in bytes.
const LED_MAX: usize = 500;
/// Lines behind a label and its first headline that may hold further ones.
const LED_LINES: usize = 20;
/// How far out from a label its list may end.
const LEVELS: usize = 7;
/// The same for labels that stand right beside their links.
const LEVELS_NEAR: usize = 3;
/// Links among which headlines are looked for, before an element counts as one without.
const TITLED_MAX: usize = 200;
/// Mean length of the texts in a list, in characters: shorter ones are names of channels, games, cinemas.
const NAMES_MAX: usize = 8;

/// How a label stands to its list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Form {
    /// 相关阅读 in a line, the list below.
    Above,
    /// 上一篇 and 下一篇 with so many links.
    Neighbours(usize),
    /// 相关报道：城东公园今起开放 in one line.
    InlineLabel,
    /// 热门影院: no articles; ends the list before it.
    Others,
    /// A tag of the article in a line, articles about it below.
    Topic,
}

struct Mark<'a> {
    line: usize,
    label: &'a str,
    kind: RelatedKind,
    form: Form,
}

/// A list under a label.
pub(super) struct Found {
    pub(super) list: RelatedList,
    /// One link alone under 热门 is a promotion; one under 相关 is what the label says.
    pub(super) weak: bool,
}

/// All lists under labels, in document order.
pub(super) fn find(cx: &Context<'_>, tags: &[String], tracer: &mut Tracer) -> Vec<Found> {
    let dom = cx.dom();
    let lines = dom.lines();
    let mut topics = MAX_LABELS;
    let marks: Vec<Mark<'_>> = (0..lines.len())
        .filter_map(|i| mark(cx, tags, &mut topics, i))
        .take(MAX_LABELS)
        .collect();
    let mut out: Vec<Found> = Vec::new();
    let mut last_led = None;
    for (n, mark) in marks.iter().enumerate() {
        let label = Ix(lines[mark.line].node);
        let stop = marks
            .get(n + 1)
            .map_or(dom.end(dom.root()), |next| Ix(lines[next.line].node));
        let Some((from, to)) = range(cx, mark, label, stop) else {
            continue;
        };
        let mut items = items::of_range(cx, from, to);
        match mark.form {
            Form::Neighbours(count) => {
                items
                    .retain(|item| list_label::neighbours(list_label::trim(&item.title)).is_none());
                items.truncate(count);
            }
            Form::InlineLabel => items.iter_mut().for_each(strip_label),
            Form::Above | Form::Topic | Form::Others => {
                // 相关文章 says what they are, however short.
                let names = match list_label::leading(mark.label) {
                    Some(_) => 0,
                    None => NAMES_MAX,
                };
                items = plausible(cx, items, names);
            }
        }
        if items.is_empty() {
            continue;
        }
        note(
            tracer,
            Origin::Label(mark.label.to_string()),
            items.len(),
            NO_ITEMS,
        );
        // 相关报道：… here and there between the paragraphs is one list.
        if mark.form == Form::InlineLabel && last_led == Some(mark.label) {
            if let Some(found) = out.last_mut() {
                let known = &mut found.list.items;
                items.retain(|item| !known.iter().any(|k| k.url == item.url));
                known.extend(items);
                known.truncate(cx.subject.limits.related_items);
            }
            continue;
        }
        last_led = (mark.form == Form::InlineLabel).then_some(mark.label);
        let many = match mark.form {
            Form::Above => matches!(mark.kind, RelatedKind::Hot | RelatedKind::Recommended),
            form => form == Form::Topic,
        };
        out.push(Found {
            weak: many && items.len() < 2,
            list: RelatedList::new(Some(mark.label.to_string()), mark.kind, items),
        });
    }
    out
}

/// What a line announces, if anything; `topics` is how many more tags are looked behind.
fn mark<'a>(cx: &Context<'a>, tags: &[String], topics: &mut usize, i: usize) -> Option<Mark<'a>> {
    let dom = cx.dom();
    let line = &dom.lines()[i];
    let text = dom.line_text(line);
    // Byte length first: most lines are too long, and cheap to refuse.
    if text.len() > LED_MAX {
        return None;
    }
    if let Some((label, kind)) = led(cx, i) {
        return Some(Mark {
            line: i,
            label,
            kind,
            form: Form::InlineLabel,
        });
    }
    if text.len() > LABEL_MAX {
        return None;
    }
    let label = list_label::trim(text);
    match list_label::announced(text) {
        Announced::Articles(_) if is_headline(cx, i) => return None,
        Announced::Articles(kind) => {
            return Some(Mark {
                line: i,
                label: list_label::alone(text),
                kind,
                form: list_label::neighbours(label).map_or(Form::Above, Form::Neighbours),
            });
        }
        Announced::Others => {
            return Some(Mark {
                line: i,
                label,
                kind: RelatedKind::Related,
                form: Form::Others,
            });
        }
        Announced::Nothing => {}
    }
    let topic = *topics > 0 && label.chars().count() >= 2 && tags.iter().any(|tag| tag == label);
    if topic {
        *topics -= 1;
    }
    // A tag beside an item announces nothing, and ends no list.
    (topic && topic_end(dom, i).is_some()).then_some(Mark {
        line: i,
        label,
        kind: RelatedKind::Related,
        form: Form::Topic,
    })
}

/// A label in one line with the headline behind it, most of which is linked.
fn led<'a>(cx: &Context<'a>, i: usize) -> Option<(&'a str, RelatedKind)> {
    let dom = cx.dom();
    let line = &dom.lines()[i];
    if line.counts.linked == 0 {
        return None;
    }
    let start = Ix(line.node);
    let inside = line.counts.linked >= line.counts.chars;
    let end = dom
        .lines()
        .get(i + 1)
        .map_or(dom.end(dom.root()), |next| Ix(next.node));
    if !inside
        && let Some(&first) = dom.anchors_between(start, end).first()
        && let Some(kind) = list_label::leading(dom.text_between(start, first))
        && items::is_titled(dom, first)
    {
        // 上一篇 in an element of its own, without a colon.
        let label = dom.text_between(start, first);
        let label = list_label::trim(label.trim_end_matches(['《', '「', '“', '"', ' ']));
        let chars = label.chars().count() as u32;
        let rest = line.counts.chars.saturating_sub(chars + 1);
        return (line.counts.linked * 10 >= rest * 7).then_some((label, kind));
    }
    // A headline of another list may begin like a label; one of the body does not.
    let text = dom.line_text(line);
    let body = in_body(cx, start);
    // 上一篇 and the like all have an 一.
    if !inside || !body && !text.contains('一') {
        return None;
    }
    let led = list_label::led(text)?;
    (led.neighbour || body).then_some((led.label, led.kind))
}

/// Whether a line that reads like a label is an article's headline: a link to a numbered page. Labels lead to lists.
fn is_headline(cx: &Context<'_>, i: usize) -> bool {
    let dom = cx.dom();
    let line = &dom.lines()[i];
    if line.counts.linked < line.counts.chars || line.counts.chars < items::TITLE_MIN {
        return false;
    }
    let href = link_around(dom, Ix(line.node)).and_then(|a| dom.attr(a, "href"));
    href.is_some_and(address::is_numbered)
}

/// The end of the element that a line opens as the heading of a list.
fn topic_end(dom: &Dom, line: usize) -> Option<Ix> {
    let line = &dom.lines()[line];
    let label = Ix(line.node);
    let outer = dom
        .ancestors(label)
        .take(LEVELS_NEAR + 1)
        .find(|&outer| titled(dom, Ix(label.0 + 1), dom.end(outer)) >= 2)?;
    // The last tag of a row opens nothing.
    let opens = dom
        .lines_in(outer)
        .first()
        .is_some_and(|first| first.start == line.start);
    opens.then(|| dom.end(outer))
}

/// The nodes between which the links of a label's list stand.
fn range(cx: &Context<'_>, mark: &Mark<'_>, label: Ix, stop: Ix) -> Option<(Ix, Ix)> {
    let dom = cx.dom();
    let after = Ix(label.0 + 1);
    match mark.form {
        Form::Others => None,
        Form::Above => container_end(cx, label, stop).map(|end| (after, end.min(stop))),
        Form::Neighbours(_) => {
            // The label may stand within its link.
            let from = link_around(dom, label).unwrap_or(after);
            let end = dom
                .ancestors(label)
                .take(LEVELS_NEAR + 1)
                .map(|outer| dom.end(outer).min(stop))
                .find(|&end| titled(dom, from, end) >= 1)?;
            Some((from, end))
        }
        Form::InlineLabel => {
            let from = link_around(dom, label).unwrap_or(after);
            Some((from, led_end(dom, mark.line, label).min(stop)))
        }
        Form::Topic => Some((after, topic_end(dom, mark.line)?.min(stop))),
    }
}

/// Where the links behind a label in the same line end: with the line, or with the last of the linked lines
/// that follow in the same element.
fn led_end(dom: &Dom, line: usize, label: Ix) -> Ix {
    let block = dom
        .ancestors(label)
        .find(|&outer| dom.tag(outer).is_block())
        .unwrap_or(dom.root());
    let end = dom.end(block);
    let next = dom.lines()[line + 1..]
        .iter()
        .take(LED_LINES)
        .take_while(|l| l.node < end.0 && l.counts.linked == l.counts.chars)
        .count();
    dom.lines()
        .get(line + 1 + next)
        .map_or(end, |l| Ix(l.node).min(end))
}

fn link_around(dom: &Dom, ix: Ix) -> Option<Ix> {
    dom.ancestors(ix).take(4).find(|&a| dom.tag(a) == Tag::A)
}

/// Links with texts that may be headlines.
fn titled(dom: &Dom, from: Ix, to: Ix) -> usize {
    dom.anchors_between(from, to)
        .iter()
        .take(TITLED_MAX)
        .filter(|&&a| items::is_titled(dom, a))
        .take(2)
        .count()
}

fn in_body(cx: &Context<'_>, ix: Ix) -> bool {
    let place = cx.place;
    place.first().is_some_and(|run| run.from <= ix) && place.end().is_some_and(|end| ix < end)
}

/// The end of the element that holds a label and its list: the nearest ancestor with headlines linked behind the label.
fn container_end(cx: &Context<'_>, label: Ix, stop: Ix) -> Option<Ix> {
    let dom = cx.dom();
    for outer in dom.ancestors(label).take(LEVELS) {
        let end = dom.end(outer);
        let body = cx
            .place
            .first()
            .is_some_and(|run| dom.contains(outer, run.from) && outer < run.from);
        let found = titled(dom, Ix(label.0 + 1), end.min(stop));
        if found >= 2 || found == 1 && end > stop {
            return Some(end);
        }
        if body || end > stop {
            // Too far out: what follows belongs to something else.
            return (found >= 1).then_some(end);
        }
    }
    None
}

/// A headline without the label that stands before it within the link.
fn strip_label(item: &mut RelatedItem) {
    if let Some(led) = list_label::led(&item.title) {
        item.title = led.rest.to_string();
    }
}

/// The items of a list that may be articles; none if most are not.
pub(super) fn plausible(
    cx: &Context<'_>,
    items: Vec<RelatedItem>,
    names: usize,
) -> Vec<RelatedItem> {
    let mut items = of_one_owner(cx, items);
    strip_ranks(&mut items);
    // Addresses built like the page's own are articles', however short their headlines.
    let alike = cx.page.base.page().is_some_and(|own| {
        let alike = |item: &&RelatedItem| address::alike(own.as_str(), item.address());
        items.iter().filter(alike).count() * 2 > items.len()
    });
    if !alike && are_names(&items, names) {
        return Vec::new();
    }
    items
}

/// 1城东公园今起开放, 2城西公园明年动工, …: the ranks are not part of the headlines.
fn strip_ranks(items: &mut [RelatedItem]) {
    let ranked = items.len() >= 3
        && (1..)
            .zip(items.iter())
            .all(|(rank, item)| without_rank(&item.title, rank).is_some());
    if ranked {
        for (rank, item) in (1..).zip(items) {
            if let Some(rest) = without_rank(&item.title, rank) {
                item.title = rest.to_string();
            }
        }
    }
}

fn without_rank(title: &str, rank: usize) -> Option<&str> {
    let digits = title.bytes().take_while(u8::is_ascii_digit).count();
    let (number, rest) = title.split_at(digits);
    let rest =
        rest.trim_start_matches(|c: char| c.is_whitespace() || matches!(c, '.' | '、' | '．'));
    (number.parse() == Ok(rank) && rest.chars().count() >= 4).then_some(rest)
}

/// Items without those that lead elsewhere than the page's own site, if most of the others do lead there.
fn of_one_owner(cx: &Context<'_>, items: Vec<RelatedItem>) -> Vec<RelatedItem> {
    let own = own_items(cx, &items);
    if own * 2 >= items.len() && own > 0 && own < items.len() {
        let owner = cx.page.base.page().map(|u| u.as_str().to_string());
        return items
            .into_iter()
            .filter(|item| {
                owner
                    .as_ref()
                    .is_some_and(|page| address::owner(page) == address::owner(item.address()))
            })
            .collect();
    }
    of_most(items)
}

/// How many items lead to the page's own site.
pub(super) fn own_items(cx: &Context<'_>, items: &[RelatedItem]) -> usize {
    let Some(page) = cx.page.base.page() else {
        return 0;
    };
    let owner = address::owner(page.as_str());
    items
        .iter()
        .filter(|item| address::owner(item.address()) == owner)
        .count()
}

/// Whether texts are so short that they name things, and tell no news.
fn are_names(items: &[RelatedItem], names: usize) -> bool {
    let chars: usize = items.iter().map(|i| i.title.chars().count()).sum();
    items.len() >= 2 && chars < names * items.len()
}

/// Items without those that lead elsewhere than most: what other sites have in a site's own list is advertised.
fn of_most(mut items: Vec<RelatedItem>) -> Vec<RelatedItem> {
    let mut counts: Vec<(&str, usize)> = Vec::new();
    for item in &items {
        let owner = address::owner(item.address());
        match counts.iter_mut().find(|(known, _)| *known == owner) {
            Some((_, count)) => *count += 1,
            None => counts.push((owner, 1)),
        }
    }
    let Some((owner, count)) = counts.iter().max_by_key(|(_, count)| *count) else {
        return items;
    };
    if items.len() >= 3 && count * 5 >= items.len() * 3 {
        let owner = owner.to_string();
        items.retain(|item| address::owner(item.address()) == owner);
    }
    items
}
