//! Lists below the text under a heading whose words no table knows: 或许错过的. A short line in no link opens an element that holds nothing but
//! headlines, linked to pages of the article's own sort. Labels that say what they are belong to `labelled`.

use crate::article::{RelatedKind, RelatedList};
use crate::field::context::Context;
use crate::field::related::items;
use crate::field::related::judge::{self, Announced};
use crate::field::related::labelled::element_opened;
use crate::field::related::record::note_judged;
use crate::field::related::tuning::headed::{CHARS, ITEMS_MIN, LINES, SCORE_MIN};
use crate::grammar::boilerplate;
use crate::grammar::label;
use crate::grammar::lexicon::facet::Facet;
use crate::grammar::lexicon::is_han;
use crate::grammar::list_label::{self, Announced as Says};
use crate::page::dom::{Dom, NodeId};
use crate::reason::Clue;
use crate::text::Line;
use crate::trace::{Origin, Tracer};

/// Such lists among the first lines below the text; none that shares an item with the known lists.
pub(super) fn find(
    cx: &Context<'_>,
    known: &dyn Fn(&str) -> bool,
    tracer: &mut Tracer,
) -> Vec<RelatedList> {
    let dom = cx.dom();
    let lines = dom.lines();
    let mut out: Vec<RelatedList> = Vec::new();
    let mut at = cx.layout.body().end.min(lines.len());
    let last = lines.len().min(at + LINES);
    while at < last {
        let (i, line) = (at, &lines[at]);
        at += 1;
        if !may_head(dom, line) {
            continue;
        }
        let Some(end) = element_opened(dom, i, ITEMS_MIN) else {
            continue;
        };
        let label = list_label::trim(dom.line_text(line));
        let node = NodeId(line.node);
        let entries = items::of_range(cx, NodeId(node.0 + 1), end);
        let announced = Announced {
            strength: None,
            many: true,
            above: false,
            in_menu: false,
        };
        let judged = judge::judge(cx, entries, announced);
        let fits = judged.items.len() >= ITEMS_MIN && judged.score >= SCORE_MIN;
        if fits && !judged.items.iter().any(|item| known(item.address())) {
            note_judged(tracer, Origin::Generic(Clue::HeadedList), &judged, node);
            let label = Some(label.to_string());
            out.push(RelatedList::new(
                label,
                RelatedKind::Recommended,
                judged.items,
            ));
            at = dom.line_from(end).max(at);
        }
    }
    out
}

/// Whether a line may head a list that no table knows: a few Chinese characters in no link, with a word that channels seldom have, and no
/// control, credit or label of something else.
fn may_head(dom: &Dom, line: &Line) -> bool {
    if line.counts.linked > 0 || !CHARS.contains(&line.counts.chars) {
        return false;
    }
    let text = list_label::trim(dom.line_text(line));
    let words = text
        .chars()
        .all(|c| is_han(c) || matches!(c, ' ' | '《' | '》' | '“' | '”' | '「' | '」' | '…'));
    words
        && Facet::ListHint.within(text)
        && list_label::announced(text) == Says::Nothing
        && label::by_name(text).is_none()
        && boilerplate::act(text).is_none()
}
