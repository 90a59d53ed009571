//! Lists of other articles in text without markup: where a label announces one. No links tell what is one, so only labels of lists about
//! the matter or for this reader are looked behind; hot and latest ones run into each other there. What the lines say is `line_items`' business.

use crate::article::{RelatedItem, RelatedKind, RelatedList};
use crate::content::text_lines::{LineKind, kinds};
use crate::field::context::Context;
use crate::field::related::judge::{self, Announced};
use crate::field::related::line_items::{self, ListLine};
use crate::field::related::record::note_judged;
use crate::field::related::tuning::text::{BELOW_MAX, LABEL_MAX, LED_MAX, LINES_MAX};
use crate::grammar::lexicon::facet::Facet;
use crate::grammar::list_label::{self, Announced as Says, Strength};
use crate::grammar::list_line;
use crate::grammar::title::key::same_headline;
use crate::page::dom::NodeId;
use crate::trace::{Origin, Tracer};

/// All lists under labels, in document order.
pub(super) fn find(cx: &Context<'_>, tracer: &mut Tracer) -> Vec<RelatedList> {
    let dom = cx.dom();
    let lines = dom.lines();
    let kinds = kinds(dom);
    let body = cx.place.first().zip(cx.place.end());
    let mut out: Vec<RelatedList> = Vec::new();
    let mut at = 0;
    while at < lines.len() && out.len() < cx.subject.limits.related_lists {
        let text = dom.line_text(&lines[at]);
        let node = NodeId(lines[at].node);
        let inside = body.is_some_and(|(run, end)| run.from <= node && node < end);
        at += 1;
        // 相关报道：城东公园今起开放.
        if text.len() <= LED_MAX
            && let Some(led) = list_label::led(text).filter(|led| !led.neighbour)
            && is_believed(led.label)
            && !list_line::is_menu(led.rest)
            && !cx.title.is_some_and(|t| same_headline(t, text))
        {
            let item = RelatedItem::of_text(led.rest);
            let last = out.last_mut();
            match last.filter(|l| l.label.as_deref() == Some(led.label)) {
                Some(list) => list.items.push(item),
                None => {
                    let label = Some(led.label.to_string());
                    out.push(RelatedList::new(label, led.kind, vec![item]));
                }
            }
            continue;
        }
        let Some((label, kind)) = label(text) else {
            continue;
        };
        let found = line_items::read(cx, &below(cx, &kinds, at));
        let mut items = found.items;
        items.truncate(cx.subject.limits.related_items);
        let strength = list_label::strength(label);
        let announced = Announced {
            strength: Some(strength),
            // One line alone is a list only below the article, under a label that says what it is about.
            many: kind == RelatedKind::Recommended || inside || strength != Strength::Sure,
            above: cx.headline.is_some_and(|headline| node < headline),
            in_menu: false,
        };
        let judged = judge::judge_words(cx, items, found.strays, announced);
        note_judged(tracer, Origin::Label(label.to_string()), &judged, node);
        if judged.holds() {
            out.push(RelatedList::new(
                Some(label.to_string()),
                kind,
                judged.items,
            ));
            at += found.lines;
        }
    }
    out
}

/// What a line announces, if that is a list about the matter or for this reader.
fn label(text: &str) -> Option<(&str, RelatedKind)> {
    let label = list_label::first_of_tabs(text).unwrap_or_else(|| list_label::alone(text));
    match list_label::announced(label) {
        Says::Articles(kind @ (RelatedKind::Related | RelatedKind::Recommended))
            if is_believed(label) =>
        {
            Some((label, kind))
        }
        _ => None,
    }
}

/// Whether a label is one of articles also where no link says so: of one word, and none for pictures, films, goods.
fn is_believed(label: &str) -> bool {
    let reports = Facet::Report.ends(label);
    let words = label
        .split_whitespace()
        .any(|word| word.chars().count() > 1);
    label.chars().count() <= LABEL_MAX * 2
        && (!label.contains(char::is_whitespace) || label.contains('·') || !words)
        && (reports || !Facet::OtherList.within(label))
}

/// The lines behind a label: up to the next one, or to the article.
fn below<'a>(cx: &Context<'a>, kinds: &[LineKind], from: usize) -> Vec<ListLine<'a>> {
    let dom = cx.dom();
    let lines = dom.lines();
    let start = cx.place.first().map(|run| run.from.0);
    let above = start.is_some_and(|s| lines.get(from).is_some_and(|l| l.node < s));
    let article = |node: u32| {
        cx.headline == Some(NodeId(node)) || above && start.is_some_and(|start| node >= start)
    };
    let text = |i: usize| lines.get(i).map_or("", |line| dom.line_text(line));
    // 橙橘报即时新闻 where items have their outlets is none: what follows it stands below each.
    let in_rows = |i: usize| {
        let below = text(i + 1);
        let short = below.chars().count() <= BELOW_MAX && !below.is_empty();
        let times = (from..i).filter(|&k| short && text(k) == below);
        times.take(2).count() == 2
    };
    (from..lines.len())
        .take(LINES_MAX)
        .take_while(|&i| !article(lines[i].node) && (kinds[i] != LineKind::Label || in_rows(i)))
        .map(|i| ListLine {
            text: dom.line_text(&lines[i]),
            kind: kinds[i],
        })
        .take_while(|line| list_label::first_of_tabs(line.text).is_none())
        .collect()
}
