//! Lists that something announces: a line of its own above them, a word before a link in the same line, a picture that says 编辑推荐,
//! a tag of the article as heading. Neither what the labels say (`list_label`), nor how an item is read (`items`), nor whether it is a list (`judge`).

use crate::article::{RelatedKind, RelatedList};
use crate::content::hint::hints;
use crate::field::context::Context;
use crate::field::read_items::Entry;
use crate::field::related::items;
use crate::field::related::judge::{self, Announced, Judged};
use crate::field::related::record::note_judged;
use crate::field::related::tuning::{
    LABEL_MAX, LED_LINES, LED_MAX, LEVELS, LEVELS_NEAR, MAX_LABELS, MENU_ENTRY, MORE_OF_MIN,
    NEIGHBOUR_LINES, PLACE_LEVELS, TITLE_MIN, TITLED_MAX,
};
use crate::field::tuning::AROUND;
use crate::grammar::address::Sort;
use crate::grammar::hints::Hint;
use crate::grammar::lexicon::facet::Facet;
use crate::grammar::list_label::{self, Strength};
use crate::grammar::{address, list_label::Announced as Says};
use crate::page::dom::{Dom, NodeId};
use crate::page::tag::Tag;
use crate::reason::{Noise, Witness};
use crate::trace::{Origin, Tracer};

/// Where an announcement stands to its list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Placement {
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

/// What announces a list, or the end of one.
#[derive(Debug)]
struct Announcement<'a> {
    /// The node its text starts with: a line's, or a picture's.
    node: NodeId,
    text: &'a str,
    kind: RelatedKind,
    placement: Placement,
}

impl Announcement<'_> {
    /// The same label as one above its list, where what it leads to in its own line is no article: `推荐阅读 <a href=/search>公园</a>`.
    fn below(&self, judged: &Judged) -> Option<Self> {
        let led = self.placement == Placement::InlineLabel && judged.items.is_empty();
        let sure = led && list_label::strength(self.text) == Strength::Sure;
        sure.then_some(Self {
            placement: Placement::Above,
            ..*self
        })
    }
}

/// A list under an announcement.
pub(super) struct Found {
    pub(super) list: RelatedList,
    /// Whether enough speaks for it. What does not hold may still name a list that a rule finds.
    pub(super) holds: bool,
}

/// All announced lists, in document order.
pub(super) fn find(cx: &Context<'_>, tags: &[String], tracer: &mut Tracer) -> Vec<Found> {
    let dom = cx.dom();
    let said = announcements(cx, tags);
    let mut out: Vec<Found> = Vec::new();
    let mut last_led = None;
    for (n, this) in said.iter().enumerate() {
        let stop = said
            .get(n + 1)
            .map_or(dom.end(dom.root()), |next| next.node);
        let Some((from, to)) = range(cx, this, stop) else {
            continue;
        };
        let entries = linked(cx, this, from, to);
        if entries.is_empty() {
            continue;
        }
        let mut judged = read(cx, this, entries);
        let below = this.below(&judged);
        let this = below.as_ref().unwrap_or(this);
        if let Some((from, to)) = below.as_ref().and_then(|below| range(cx, below, stop)) {
            judged = read(cx, this, linked(cx, this, from, to));
        }
        let origin = Origin::Label(this.text.to_string());
        note_judged(tracer, origin, &judged, this.node);
        if judged.items.is_empty() {
            continue;
        }
        let holds = judged.holds();
        let mut items = judged.items;
        // 相关报道：… here and there between the paragraphs is one list.
        let led = this.placement == Placement::InlineLabel;
        if led && last_led == Some(this.text) {
            if let Some(found) = out.last_mut() {
                let known = &mut found.list.items;
                items.retain(|item| !known.iter().any(|k| k.url == item.url));
                known.extend(items);
                known.truncate(cx.subject.limits.related_items);
            }
            continue;
        }
        last_led = led.then_some(this.text);
        out.push(Found {
            list: RelatedList::new(Some(this.text.to_string()), this.kind, items),
            holds,
        });
    }
    out
}

/// The links between two nodes that an announcement may mean: one above the article gathers none from its text, and none from below it if
/// no list stands above.
fn linked(cx: &Context<'_>, said: &Announcement<'_>, from: NodeId, to: NodeId) -> Vec<Entry> {
    match (cx.place.first(), cx.place.end()) {
        (Some(run), Some(end)) if said.node < run.from && run.from < to => {
            let mut entries = items::of_range(cx, from, run.from);
            if end < to && entries.len() >= 2 {
                entries.extend(items::of_range(cx, end, to));
            }
            entries
        }
        _ => items::of_range(cx, from, to),
    }
}

/// The items of an announced list, and what speaks for it.
fn read(cx: &Context<'_>, said: &Announcement<'_>, entries: Vec<Entry>) -> Judged {
    match said.placement {
        Placement::Neighbours(count) => {
            let mut entries = entries;
            entries.retain(|entry| {
                let title = list_label::trim(&entry.item.title);
                entry.sort > Sort::Beside && list_label::neighbours(title).is_none()
            });
            entries.truncate(count);
            Judged::said(entries, Witness::PreviousNext)
        }
        Placement::InlineLabel => {
            let mut entries = judge::sift(cx, entries, Some(Strength::Sure));
            entries
                .iter_mut()
                .for_each(|entry| strip_label(&mut entry.item));
            Judged::said(entries, Witness::LabelInLine)
        }
        Placement::Above | Placement::Topic | Placement::Others => {
            judge::judge(cx, entries, announced(cx, said))
        }
    }
}

/// What the witnesses of a list are told of its announcement.
fn announced(cx: &Context<'_>, said: &Announcement<'_>) -> Announced {
    let dom = cx.dom();
    let topic = said.placement == Placement::Topic;
    let strength = (!topic).then(|| list_label::strength(said.text));
    let above = cx.headline.is_some_and(|headline| said.node < headline);
    Announced {
        strength,
        many: topic
            || above
            || matches!(said.kind, RelatedKind::Hot | RelatedKind::Recommended)
            || strength == Some(Strength::Menu),
        above,
        in_menu: is_menu_entry(dom, said.node) || is_in_menu(dom, said.node),
    }
}

/// Whether a label is one linked word among others.
fn is_menu_entry(dom: &Dom, node: NodeId) -> bool {
    let lines = dom.lines();
    let at = lines.partition_point(|l| l.node < node.0);
    let is_link = |i: usize| {
        lines.get(i).is_some_and(|l| {
            l.counts.linked == l.counts.chars && (1..=MENU_ENTRY).contains(&l.counts.chars)
        })
    };
    let heading = dom
        .ancestors(node)
        .take(3)
        .any(|a| dom.tag(a).heading_level().is_some());
    // 更多 and 换一批 are buttons of a list, no further entries.
    let more = |i: usize| {
        lines
            .get(i)
            .is_some_and(|l| dom.line_text(l).contains(['更', '>', '+', '换', '換']))
    };
    !heading
        && lines.get(at).is_some_and(|l| l.node == node.0)
        && is_link(at)
        && (is_link(at + 1) && !more(at + 1) || at > 0 && is_link(at - 1) && !more(at - 1))
}

/// Whether an element around a label is named as a menu or a footer.
fn is_in_menu(dom: &Dom, node: NodeId) -> bool {
    dom.ancestors(node).take(PLACE_LEVELS).any(|outer| {
        if matches!(dom.tag(outer), Tag::Nav | Tag::Footer) {
            return true;
        }
        let found = hints(dom, outer);
        let menus = [Noise::Navigation, Noise::Footer, Noise::Breadcrumb];
        menus.iter().any(|&menu| found.has(Hint::Noise(menu)))
    })
}

/// All announcements of a page, in document order.
fn announcements<'a>(cx: &Context<'a>, tags: &[String]) -> Vec<Announcement<'a>> {
    let dom = cx.dom();
    let mut topics = MAX_LABELS;
    let mut out: Vec<Announcement<'_>> = (0..dom.lines().len())
        .filter_map(|i| of_line(cx, tags, &mut topics, i))
        .take(MAX_LABELS)
        .collect();
    let pictures = dom.seen.images.iter().filter(|&&ix| !dom.is_hidden(ix));
    let pictures = pictures
        .filter_map(|&ix| of_picture(dom, ix))
        .take(MAX_LABELS);
    let lines = out.len();
    out.extend(pictures);
    if out.len() > lines {
        out.sort_by_key(|said| said.node);
    }
    out
}

/// What a picture's text announces: headings are pictures here and there.
fn of_picture(dom: &Dom, ix: NodeId) -> Option<Announcement<'_>> {
    let text = dom.attr(ix, "alt").filter(|alt| alt.len() <= LABEL_MAX)?;
    let Says::Articles(kind) = list_label::announced(text) else {
        return None;
    };
    // A picture beside words is no heading; a linked one is an advertisement more often than not.
    let heading = dom
        .ancestors(ix)
        .take(3)
        .any(|a| dom.tag(a).heading_level().is_some());
    let alone = stands_alone(dom, ix) && (heading || link_around(dom, ix).is_none());
    let label = list_label::trim(text);
    (alone && list_label::strength(label) > Strength::Menu).then_some(Announcement {
        node: ix,
        text: label,
        kind,
        placement: Placement::Above,
    })
}

/// Whether a picture has its line for itself: the first of its element, and nothing or a block behind it.
fn stands_alone(dom: &Dom, ix: NodeId) -> bool {
    let blank = |ix: NodeId| dom.tag(ix) == Tag::Text && dom.text(ix).is_empty();
    dom.parent(ix).is_some_and(|outer| {
        let mut children = dom.children(outer).filter(|&child| !blank(child));
        children.next() == Some(ix) && children.next().is_none_or(|next| dom.tag(next).is_block())
    })
}

/// What a line announces, if anything; `topics` is how many more tags are looked behind.
fn of_line<'a>(
    cx: &Context<'a>,
    tags: &[String],
    topics: &mut usize,
    i: usize,
) -> Option<Announcement<'a>> {
    let dom = cx.dom();
    let line = &dom.lines()[i];
    let node = NodeId(line.node);
    let text = dom.line_text(line);
    // Byte length first: most lines are too long, and cheap to refuse.
    if text.len() > LED_MAX {
        return None;
    }
    if let Some((label, kind)) = led(cx, i) {
        return Some(Announcement {
            node,
            text: label,
            kind,
            placement: Placement::InlineLabel,
        });
    }
    if text.len() > LABEL_MAX {
        return None;
    }
    let label = list_label::trim(text);
    match list_label::announced(text) {
        Says::Articles(_) if is_button(cx, i, label) => return None,
        Says::Articles(_) if list_label::neighbours(label).is_none() && is_headline(cx, i) => {
            return None;
        }
        Says::Articles(kind) => {
            return Some(Announcement {
                node,
                text: list_label::alone(text),
                kind,
                placement: list_label::neighbours(list_label::alone(text))
                    .map_or(Placement::Above, Placement::Neighbours),
            });
        }
        Says::Others => {
            return Some(Announcement {
                node,
                text: label,
                kind: RelatedKind::Related,
                placement: Placement::Others,
            });
        }
        Says::Nothing => {}
    }
    let topic = *topics > 0 && label.chars().count() >= 2 && tags.iter().any(|tag| tag == label);
    if topic {
        *topics -= 1;
    }
    // A tag beside an item announces nothing, and ends no list.
    (topic && topic_end(dom, i).is_some()).then_some(Announcement {
        node,
        text: label,
        kind: RelatedKind::Related,
        placement: Placement::Topic,
    })
}

/// A label in one line with the headline behind it, most of which is linked.
fn led<'a>(cx: &Context<'a>, i: usize) -> Option<(&'a str, RelatedKind)> {
    let dom = cx.dom();
    let line = &dom.lines()[i];
    if line.counts.linked == 0 {
        return None;
    }
    let start = NodeId(line.node);
    let inside = line.counts.linked >= line.counts.chars;
    let end = dom
        .lines()
        .get(i + 1)
        .map_or(dom.end(dom.root()), |next| NodeId(next.node));
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
    // Nor does one beside which no other link stands.
    let linked = |i: usize| {
        let line = dom.lines().get(i);
        line.is_some_and(|l| l.counts.chars > 0 && l.counts.linked == l.counts.chars)
    };
    let apart = || !linked(i + 1) && i.checked_sub(1).is_none_or(|above| !linked(above));
    // 上一篇 and the like have one of these.
    let neighbour = || text.contains(['上', '下', '前', '后', '後']);
    if !inside || !body && !neighbour() && !apart() {
        return None;
    }
    let led = list_label::led(text)?;
    (led.neighbour || body || apart()).then_some((led.label, led.kind))
}

/// Whether a line that reads like a label is an article's headline: a link to a numbered page. Labels lead to lists.
fn is_headline(cx: &Context<'_>, i: usize) -> bool {
    let dom = cx.dom();
    let line = &dom.lines()[i];
    if line.counts.linked < line.counts.chars || line.counts.chars < TITLE_MIN {
        return false;
    }
    let href = link_around(dom, NodeId(line.node)).and_then(|a| dom.attr(a, "href"));
    href.is_some_and(address::is_numbered)
}

/// The end of the element that a line opens as the heading of a list.
fn topic_end(dom: &Dom, line: usize) -> Option<NodeId> {
    element_opened(dom, line, 2)
}

/// The same for an element that holds at least so many headlines.
pub(super) fn element_opened(dom: &Dom, line: usize, headlines: usize) -> Option<NodeId> {
    let line = &dom.lines()[line];
    let label = NodeId(line.node);
    let outer = dom
        .ancestors(label)
        .take(LEVELS_NEAR + 1)
        .find(|&outer| titled(dom, NodeId(label.0 + 1), dom.end(outer)) >= headlines)?;
    // The last tag of a row opens nothing.
    let opens = dom
        .lines_in(outer)
        .first()
        .is_some_and(|first| first.start == line.start);
    opens.then(|| dom.end(outer))
}

/// Whether a label of more articles is a button at the end of a list: a link by itself, with no list of its own below.
fn is_button(cx: &Context<'_>, i: usize, label: &str) -> bool {
    let dom = cx.dom();
    let line = &dom.lines()[i];
    let more = Facet::More.starts(label.trim_start_matches(['看', '查', '閱', '阅', '讀', '读']));
    more && line.counts.linked == line.counts.chars && !(is_more_of(label) && opens_list(dom, i))
}

/// Whether a label says more of what: 更多体育新闻 is one of a list, 更多 and 更多新闻 may be a button, 更多热门房源 is no list of articles.
fn is_more_of(label: &str) -> bool {
    label.chars().count() >= MORE_OF_MIN && list_label::is_more(label)
}

/// Whether a line is the first of an element that holds a list.
fn opens_list(dom: &Dom, line: usize) -> bool {
    topic_end(dom, line).is_some()
}

/// The nodes between which the links of an announcement stand.
fn range(cx: &Context<'_>, said: &Announcement<'_>, stop: NodeId) -> Option<(NodeId, NodeId)> {
    let dom = cx.dom();
    let label = said.node;
    let after = NodeId(label.0 + 1);
    let line = || dom.lines().partition_point(|l| l.node < label.0);
    match said.placement {
        Placement::Others => None,
        Placement::Above => container_end(cx, label, stop).map(|end| (after, end.min(stop))),
        Placement::Neighbours(count) => {
            // The label may stand within its link, or be a link of its own to the same page.
            let link = link_around(dom, label);
            let own = |link| list_label::neighbours(list_label::trim(dom.text(link))).is_some();
            let from = link.map_or(after, |link| match own(link) {
                true => dom.end(link),
                false => link,
            });
            // A word of the menu gathers no link from further down.
            let far = dom.lines().get(line() + 1 + NEIGHBOUR_LINES * count);
            let far = far.map_or(dom.end(dom.root()), |l| NodeId(l.node));
            let end = dom
                .ancestors(label)
                .take(LEVELS_NEAR + 1)
                .map(|outer| dom.end(outer).min(stop).min(far))
                .find(|&end| titled(dom, from, end) >= 1)?;
            Some((from, end))
        }
        Placement::InlineLabel => {
            let from = link_around(dom, label).unwrap_or(after);
            Some((from, led_end(dom, line(), label).min(stop)))
        }
        Placement::Topic => Some((after, topic_end(dom, line())?.min(stop))),
    }
}

/// Where the links behind a label in the same line end: with the line, or with the last of the linked lines
/// that follow in the same element.
fn led_end(dom: &Dom, line: usize, label: NodeId) -> NodeId {
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
        .map_or(end, |l| NodeId(l.node).min(end))
}

fn link_around(dom: &Dom, ix: NodeId) -> Option<NodeId> {
    dom.ancestors(ix)
        .take(AROUND)
        .find(|&a| dom.tag(a) == Tag::A)
}

/// Links with texts that may be headlines.
fn titled(dom: &Dom, from: NodeId, to: NodeId) -> usize {
    dom.anchors_between(from, to)
        .iter()
        .take(TITLED_MAX)
        .filter(|&&a| items::is_titled(dom, a))
        .take(3)
        .count()
}

fn in_body(cx: &Context<'_>, ix: NodeId) -> bool {
    let place = cx.place;
    place.first().is_some_and(|run| run.from <= ix) && place.end().is_some_and(|end| ix < end)
}

/// The end of the element that holds a label and its list: the nearest ancestor with headlines linked behind the label.
fn container_end(cx: &Context<'_>, label: NodeId, stop: NodeId) -> Option<NodeId> {
    let dom = cx.dom();
    for outer in dom.ancestors(label).take(LEVELS) {
        let end = dom.end(outer);
        let body = cx
            .place
            .first()
            .is_some_and(|run| dom.contains(outer, run.from) && outer < run.from);
        let found = titled(dom, NodeId(label.0 + 1), end.min(stop));
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

/// A headline without 上一篇： before it within the link.
pub(super) fn strip_neighbour(item: &mut crate::article::RelatedItem) {
    if let Some(led) = list_label::led(&item.title)
        && led.neighbour
    {
        item.title = led.rest.to_string();
    }
}

/// A headline without the label that stands before it within the link.
fn strip_label(item: &mut crate::article::RelatedItem) {
    if let Some(led) = list_label::led(&item.title) {
        item.title = led.rest.to_string();
    }
}
