//! What each line of the page is worth to a body: prose its length, links and furniture less than nothing. Where the body stands is `roots`' business.

use std::cell::LazyCell;

use crate::content::hint::hints;
use crate::content::tables;
use crate::content::text_lines;
use crate::content::tuning::values::{
    BARE_COST, CARDS_MAX, COMMENT_CONTROLS, COMMENT_HEADS, COMMENT_LINES, COMMENTER,
    COMMENTS_HEADED, COMMENTS_MIN, COMMENTS_NEAR, DATA_CHARS, DATA_LINKED, DESCRIBED_CHARS,
    FIRST_TEXT, LABEL_CHARS, LED_HEADLINE, LED_LINKED, LED_PROSE, LED_TOLD, LED_WITHIN, LONE_COST,
    LONE_MAX, OPEN_MAX, PROSE_ABOVE, TABLE_LINE, VERSE_CHARS, VERSES_MIN,
};
use crate::content::tuning::*;
use crate::grammar::boilerplate;
use crate::grammar::list_label::{self, Announced};
use crate::page::dom::{Dom, NodeId};
use crate::page::tag::Tag;
use crate::reason::Noise;
use crate::text::Line;

/// The value of every line of the page, in order. `described` is what the page's description begins with.
pub(crate) fn of_lines(dom: &Dom, headline: Option<NodeId>, described: Option<&str>) -> Vec<f32> {
    if dom.is_text() {
        return text_lines::values(dom, headline);
    }
    let factors = Factors::new(dom);
    let listed = summaries_of_lists(dom);
    let verses = verses(dom);
    let data = data_tables(dom);
    let next_article = next_article(dom, headline);
    let led = led_to_next(dom, headline);
    let comments = comments(dom);
    let headed = headed_comments(dom, headline);
    let sisters = sisters(dom, headline);
    let mut at = 0;
    dom.lines()
        .iter()
        .enumerate()
        .map(|(i, line)| {
            let counts = line.counts;
            let text = dom.line_text(line);
            let factor = factors.at(NodeId(line.node), &mut at);
            // Most lines of a page are links, and not asked.
            let rights = LazyCell::new(|| boilerplate::rights(text));
            if led == Some(i) {
                -LED_COST
            } else if (is_prose(line) || verses[i]) && !rights.furniture {
                let mut place = 1.0;
                if headline.is_some_and(|h| line.node < h.0) {
                    place *= BEFORE_HEADLINE_FACTOR;
                }
                if next_article.is_some_and(|n| line.node >= n.0) {
                    place *= NEXT_ARTICLE_FACTOR;
                }
                if led.is_some_and(|label| label < i) {
                    place *= LED_FACTOR;
                }
                if listed[i] {
                    place *= LISTED_FACTOR;
                }
                if is_in(&comments, NodeId(line.node)) {
                    place *= NOISE_FACTOR;
                }
                if is_in(&headed, NodeId(line.node)) || is_in(&sisters, NodeId(line.node)) {
                    place = 0.0;
                }
                if counts.chars <= text::LEGAL_MAX && text_lines::is_legal(&rights) {
                    place *= LEGAL_FACTOR;
                }
                let told = described.is_some_and(|start| text.starts_with(start));
                let bonus = if told { DESCRIBED } else { 0.0 };
                (counts.plain() as f32 + bonus) * factor * place
            } else if is_in(&data, NodeId(line.node)) && counts.linked == 0 {
                TABLE_LINE * factor
            } else if counts.link_share() > PROSE_LINK_SHARE {
                -(counts.linked as f32 * LINK_COST + LINE_COST)
            } else if counts.chars <= LONE_MAX {
                // A lone figure or mark between paragraphs.
                -LONE_COST
            } else if rights.furniture {
                -(counts.chars as f32 * FURNITURE_COST + LINE_COST)
            } else {
                -BARE_COST
            }
        })
        .collect()
}

/// The first words of a description, which many pages cut from the start of their text; none if they are too few to tell.
pub(crate) fn described_start(described: &str) -> Option<&str> {
    let text = described.trim();
    let (end, _) = text.char_indices().nth(DESCRIBED_CHARS)?;
    Some(&text[..end])
}

/// Whether a line reads like a sentence of an article.
pub(crate) fn is_prose(line: &Line) -> bool {
    let counts = line.counts;
    counts.link_share() <= PROSE_LINK_SHARE
        && (counts.chars >= PROSE_WITHOUT_MARKS
            || counts.marks > 0 && counts.chars >= PROSE_WITH_MARKS)
}

/// Tables of data that are no calendars and no menus, in document order.
fn data_tables(dom: &Dom) -> Vec<(NodeId, NodeId)> {
    let mut tables: Vec<NodeId> = Vec::new();
    for ix in dom
        .subtree(dom.body())
        .filter(|&ix| dom.tag(ix) == Tag::Table)
    {
        // Only what has no table inside: what lays out the page has.
        if tables.last().is_some_and(|&outer| dom.contains(outer, ix)) {
            tables.pop();
        }
        tables.push(ix);
    }
    let is_told = |ix: &NodeId| {
        let counts = dom.counts(*ix);
        let lines = dom.lines_in(*ix).len().max(1) as u32;
        counts.link_share() < DATA_LINKED
            && counts.chars / lines >= DATA_CHARS
            && tables::is_data(dom, *ix)
    };
    let told = tables.into_iter().filter(is_told);
    told.map(|ix| (ix, dom.end(ix))).collect()
}

/// Whether a node lies in one of these stretches, which stand in order.
fn is_in(stretches: &[(NodeId, NodeId)], ix: NodeId) -> bool {
    let behind = stretches.partition_point(|(from, _)| *from <= ix);
    behind > 0 && ix < stretches[behind - 1].1
}

/// Comments that no class names: stretches where each few lines a control to answer or report stands, three and more.
fn comments(dom: &Dom) -> Vec<(NodeId, NodeId)> {
    let lines = dom.lines();
    let controls = lines.iter().enumerate().filter(|(_, line)| {
        line.counts.chars <= COMMENT_CONTROLS && has_comment_control(dom.line_text(line))
    });
    let controls: Vec<usize> = controls.map(|(i, _)| i).collect();
    let mut out = Vec::new();
    for run in controls.chunk_by(|a, b| b - a <= COMMENT_LINES) {
        let (Some(&first), Some(&last)) = (run.first(), run.last()) else {
            continue;
        };
        let spread = last - first >= run.len();
        if run.len() >= COMMENTS_MIN && spread {
            // The first comment stands above its controls.
            let from = first.saturating_sub(1);
            out.push((NodeId(lines[from].node), NodeId(lines[last].node + 1)));
        }
    }
    out
}

/// Boxes below the text that a head such as 网友评论 opens, and that hold comments: who wrote one on a short line, what was said below it.
fn headed_comments(dom: &Dom, headline: Option<NodeId>) -> Vec<(NodeId, NodeId)> {
    let lines = dom.lines();
    let mut out: Vec<(NodeId, NodeId)> = Vec::new();
    let Some(headline) = headline else {
        return out;
    };
    let own = dom.line_from(dom.end(headline));
    let is_said =
        |two: &&[Line]| two[0].counts.chars <= COMMENTER && !is_prose(&two[0]) && is_prose(&two[1]);
    let (mut told, mut heads) = (false, 0);
    for (i, line) in lines.iter().enumerate().skip(own) {
        if is_prose(line) {
            told = true;
            continue;
        }
        // Where nobody says anything near, no word need be looked up.
        let near = || {
            lines[i + 1..]
                .windows(2)
                .take(COMMENTS_NEAR)
                .any(|two| is_said(&two))
        };
        if !told
            || line.counts.chars > LABEL_CHARS
            || out.last().is_some_and(|(_, end)| line.node < end.0)
            || !near()
            || !text_lines::heads_comments(dom.line_text(line))
        {
            continue;
        }
        // Each looks at what stands below it.
        heads += 1;
        if heads > COMMENT_HEADS {
            break;
        }
        // The outermost element that begins with the head.
        let node = NodeId(line.node);
        let within = dom.ancestors(node).take_while(|&a| dom.line_from(a) == i);
        let Some(head) = within.last() else { continue };
        let to = match dom.lines_in(head).len() {
            1 => dom.parent(head).and_then(|outer| {
                let mut below = dom.children(outer).filter(|&ix| ix > head);
                below.find(|&ix| dom.counts(ix).chars > 0)
            }),
            _ => Some(head),
        };
        let Some(to) = to.map(|ix| dom.end(ix)) else {
            continue;
        };
        let below = &lines[i + 1..dom.line_from(to).max(i + 1)];
        let said = below.windows(2).filter(is_said).count();
        if said >= COMMENTS_HEADED && below.len() <= said * COMMENT_LINES {
            out.push((node, to));
        }
    }
    out
}

/// Further articles in elements beside the page's own that are named and set as it is, each with a headline of its own: pages that load on.
fn sisters(dom: &Dom, headline: Option<NodeId>) -> Vec<(NodeId, NodeId)> {
    let of_article = |&ix: &NodeId| dom.tag(ix) == Tag::Article;
    let own = headline.and_then(|headline| dom.ancestors(headline).find(of_article));
    let (Some(headline), Some(own)) = (headline, own) else {
        return Vec::new();
    };
    let prose = dom.lines_in(own).iter().filter(|line| is_prose(line));
    let read: u32 = prose.map(|line| line.counts.plain()).sum();
    let Some(outer) = dom.parent(own).filter(|_| read >= FIRST_TEXT) else {
        return Vec::new();
    };
    let is_headed = |ix: NodeId| {
        let first = dom.seen.headings.partition_point(|h| *h < ix);
        dom.seen.headings.get(first).is_some_and(|&h| {
            h < dom.end(ix)
                && dom.line_from(h) <= dom.line_from(ix) + 1
                && dom.counts(h).chars >= LED_HEADLINE
                && dom.text(h) != dom.text(headline)
        })
    };
    let below = dom.children(outer).filter(|&ix| ix > own);
    let sisters = below.filter(|&ix| {
        of_article(&ix) && dom.attr(ix, "class") == dom.attr(own, "class") && is_headed(ix)
    });
    sisters.map(|ix| (ix, dom.end(ix))).collect()
}

fn has_comment_control(text: &str) -> bool {
    boilerplate::is_comment_control(text)
        || text
            .split_whitespace()
            .filter(|word| boilerplate::is_comment_control(word))
            .count()
            >= 2
}

/// Lines of a poem: four and more in a row in one element, short, without links, most with a mark at the end.
fn verses(dom: &Dom) -> Vec<bool> {
    let lines = dom.lines();
    let mut out = vec![false; lines.len()];
    let parent = |i: usize| dom.parent(NodeId(lines[i].node));
    let is_verse = |i: usize| {
        let counts = lines[i].counts;
        VERSE_CHARS.contains(&counts.chars)
            && counts.linked == 0
            && dom.tag(NodeId(lines[i].node)) == Tag::Text
    };
    let mut from = 0;
    while from < lines.len() {
        if !is_verse(from) {
            from += 1;
            continue;
        }
        let within = parent(from);
        let to = (from + 1..lines.len())
            .find(|&i| !is_verse(i) || parent(i) != within)
            .unwrap_or(lines.len());
        let ends = |i: &usize| {
            dom.line_text(&lines[*i])
                .ends_with(['，', '。', '；', '！', '？', '、', ','])
        };
        let marked = (from..to).filter(ends).count();
        if to - from >= VERSES_MIN && marked * 3 >= (to - from) * 2 {
            out[from..to].fill(true);
        }
        from = to;
    }
    out
}

/// Lines that are summaries in lists of articles: prose right below a linked headline, again and again.
fn summaries_of_lists(dom: &Dom) -> Vec<bool> {
    let lines = dom.lines();
    let is_headline =
        |l: &Line| l.counts.linked >= LED_HEADLINE && l.counts.link_share() > LED_LINKED;
    // A summary follows its headline at once, or after a line of date and outlet.
    let follows = |i: usize| {
        is_prose(&lines[i])
            && (1..=2).any(|back| {
                i.checked_sub(back).is_some_and(|j| {
                    is_headline(&lines[j]) && (j + 1..i).all(|k| !is_prose(&lines[k]))
                })
            })
    };
    let found: Vec<usize> = (0..lines.len()).filter(|&i| follows(i)).collect();
    let mut out = vec![false; lines.len()];
    for pair in found.windows(2) {
        if pair[1] - pair[0] <= LISTED_WITHIN {
            out[pair[0]] = true;
            out[pair[1]] = true;
        }
    }
    out
}

/// The line of a label such as 往下看更多文章, with the next article's linked headline right below it: pages that load on as one reads.
fn led_to_next(dom: &Dom, headline: Option<NodeId>) -> Option<usize> {
    let headline = headline?;
    let lines = dom.lines();
    let own = dom.line_from(dom.end(headline));
    // In document order: looked up, for a page may be nothing but labels.
    let headings = &dom.seen.headings;
    let is_headed = |from: u32, to: u32| {
        let next = headings.partition_point(|h| h.0 <= from);
        headings.get(next).is_some_and(|h| h.0 < to)
    };
    let (mut read, mut told) = (0, 0);
    for (i, line) in lines.iter().enumerate().skip(own) {
        if is_prose(line) {
            read += line.counts.plain();
            told += 1;
            continue;
        }
        if read < FIRST_TEXT
            || told < LED_TOLD
            || line.counts.chars > LABEL_CHARS
            || list_label::announced(dom.line_text(line)) == Announced::Nothing
        {
            continue;
        }
        let Some(next) = lines.get(i + 1) else { break };
        let ends = lines.get(i + 2).map_or(dom.end(dom.root()).0, |l| l.node);
        let is_headline = next.counts.linked >= LED_HEADLINE
            && next.counts.link_share() > LED_LINKED
            && is_headed(line.node, ends);
        // Of a list's items at most a summary follows, not a text.
        let below = lines[i + 2..].iter().take(LED_WITHIN);
        if is_headline && below.filter(|l| is_prose(l)).count() >= LED_PROSE {
            return Some(i);
        }
    }
    None
}

/// Where the next article starts on pages that show one below the other.
fn next_article(dom: &Dom, headline: Option<NodeId>) -> Option<NodeId> {
    let headline = headline?;
    let own = dom.text(headline);
    let first = dom
        .ancestors(headline)
        .find(|&a| dom.tag(a) == Tag::H1)
        .unwrap_or(headline);
    if dom.tag(first) != Tag::H1 {
        return None;
    }
    dom.seen.headings.iter().copied().find(|&h| {
        h > dom.end(first)
            && dom.tag(h) == Tag::H1
            && dom.counts(h).chars >= LED_HEADLINE
            && dom.text(h) != own
    })
}

/// Stretches of the page with a class hint, as factors on prose.
struct Factors(Vec<(NodeId, NodeId, f32)>);

impl Factors {
    fn new(dom: &Dom) -> Self {
        let mut out: Vec<(NodeId, NodeId, f32)> = Vec::new();
        let mut skip = NodeId(0);
        for ix in dom.subtree(dom.body()) {
            if ix < skip || dom.tag(ix) == Tag::Text {
                continue;
            }
            let factor = match dom.tag(ix) {
                Tag::Footer | Tag::Nav | Tag::Aside => NOISE_FACTOR,
                tag if tag.is_block() || tag == Tag::Other => match hints(dom, ix) {
                    found if found.noise().is_some() => NOISE_FACTOR,
                    found if found.is_body() => BODY_FACTOR,
                    _ if is_grid(dom, ix) => NOISE_FACTOR,
                    _ => continue,
                },
                _ => continue,
            };
            // A noise class on something that holds most of the page's prose says nothing.
            if factor < 1.0 {
                let all = dom.counts(dom.body()).plain().max(1) as f32;
                // But comments on a flash may well be longer than it.
                let below =
                    || hints(dom, ix).noise() == Some(Noise::Comments) && follows_prose(dom, ix);
                if dom.counts(ix).plain() as f32 > all * NOISE_MAX_SHARE_OF_PAGE && !below() {
                    continue;
                }
                skip = dom.end(ix);
            }
            out.push((ix, dom.end(ix), factor));
        }
        Self(out)
    }

    /// The factor at a node: noise where there is some, else body. `hint` moves forward with the nodes asked for.
    fn at(&self, ix: NodeId, hint: &mut usize) -> f32 {
        while *hint < self.0.len() && self.0[*hint].0 <= ix {
            *hint += 1;
        }
        let mut factor = 1.0;
        // Look back over the few stretches that may still be open.
        for (_, end, f) in self.0[..*hint].iter().rev().take(OPEN_MAX) {
            if *end > ix {
                if *f < 1.0 {
                    return *f;
                }
                factor = *f;
            }
        }
        factor
    }
}

/// Whether a sentence of the page stands right above an element.
pub(crate) fn follows_prose(dom: &Dom, ix: NodeId) -> bool {
    let before = &dom.lines()[..dom.line_from(ix)];
    before
        .iter()
        .rev()
        .take(PROSE_ABOVE)
        .any(|line| is_prose(line) && !boilerplate::is_page_furniture(dom.line_text(line)))
}

/// Whether an element is a grid or list of cards: many children of one kind, each with a link or picture and a few short lines.
fn is_grid(dom: &Dom, ix: NodeId) -> bool {
    let end = dom.end(ix);
    // Cards hold links; cheap to ask before looking at every child.
    if dom.anchors_between(ix, end).len() < GRID_MIN {
        return false;
    }
    let mut first: Option<(Tag, &str)> = None;
    let (mut all, mut alike) = (0, 0);
    for child in dom
        .children(ix)
        .filter(|&c| dom.tag(c).is_block())
        .take(CARDS_MAX)
    {
        all += 1;
        let class = dom.attr(child, "class").unwrap_or("");
        let kind = (dom.tag(child), class);
        let first = *first.get_or_insert(kind);
        let linked = dom.first_anchor_in(child).is_some();
        if kind == first && linked && dom.tag(child) != Tag::P {
            alike += 1;
        }
    }
    if alike < GRID_MIN || alike * 5 < all * 4 {
        return false;
    }
    let chars = dom.counts(ix).chars as usize;
    let lines = dom.lines_in(ix).len();
    chars / alike <= GRID_CHARS && lines >= alike + alike / 2
}
