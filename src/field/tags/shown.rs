//! Lists of tags shown on the page: where they stand and which of them is the article's. How they are split is `grammar::tags`' business.

use crate::field::tuning::AROUND;
use std::sync::LazyLock;

use memchr::memmem::Finder;

use crate::content::hint::hints;
use crate::content::labelled::Region;
use crate::field::choose::Candidate;
use crate::field::context::Context;
use crate::field::tags::found::{About, Shown, push};
use crate::field::tags::lines;
use crate::field::tags::tuning::found::{LIST_MAX, TAG_MAX};
use crate::field::tags::tuning::shown::{
    BARE_LABEL, BARE_LEVELS, BARE_MAX, BESIDE_MAX, BOX_LINKED, ENOUGH, HEADLINE_HAN, LIKES_MAX,
    LISTS_MAX, PLAIN_CHARS, ROW_CHARS, UNLABELLED_LINES, UNLABELLED_MAX, UNLABELLED_MIN,
    UNLABELLED_PLAIN, UNLABELLED_WORDS, USED_SHARE,
};
use crate::grammar::address;
use crate::grammar::boilerplate;
use crate::grammar::hints::{self, Hint, Hints};
use crate::grammar::label::{self, Label};
use crate::grammar::lexicon::facet::Facet;
use crate::grammar::lexicon::is_han;
use crate::grammar::list_label;
use crate::grammar::tags::{split, split_at_marks};
use crate::grammar::words::Words;
use crate::page::dom::{Dom, NodeId};
use crate::page::tag::Tag;
use crate::reason::Clue;
use crate::trace::Origin;

/// What tags are set with.
const MARKS: [char; 2] = ['#', '＃'];

/// All lists of tags, the likeliest first.
pub(super) fn lists<'a>(
    cx: &Context<'a>,
) -> impl Iterator<Item = Candidate<'a, Vec<String>>> + use<'a> {
    let mut found: Vec<Shown> = Vec::new();
    let about = About::new(cx);
    let labelled = cx.said.iter().filter(|s| s.label == Label::Tags);
    for said in labelled.take(LISTS_MAX) {
        let around = said.region != Region::Other;
        let tags = match cx.dom().is_text() {
            true => lines::behind_label(cx.dom(), &about, said.node, &said.value),
            false => behind_label(cx.dom(), said.node, &said.value),
        };
        push(
            &mut found,
            Origin::Label(said.name.clone()),
            said.on_page(),
            tags,
            2.0 + if around { 1.0 } else { -1.0 },
        );
    }
    match cx.dom().is_text() {
        true => lines::find(cx, &about, &mut found),
        false => lines::hashed(cx, &mut found),
    }
    boxes(cx, &mut found);
    if !cx.dom().is_text() {
        bare_labels(cx, &mut found);
        unlabelled(cx, &about, &mut found);
    }
    for list in &mut found {
        let used: f32 = list.tags.iter().map(|tag| about.share(tag)).sum();
        let share = used / list.tags.len() as f32;
        // A menu has a word or two of every article; a tag or two of an article may not occur in it.
        list.score += if share < USED_SHARE {
            -2.0
        } else {
            2.0 * share
        } + used.min(6.0) * 0.25;
    }
    found.retain(|list| list.score >= ENOUGH);
    // The sort is stable: of equal ones the first.
    found.sort_by(|a, b| b.score.total_cmp(&a.score));
    found
        .into_iter()
        .map(|list| Candidate::read(list.origin, list.tags.join("\n"), list.node, list.tags))
}

/// The tags behind a label: the links or elements beside it tell where each one ends; else its line is split.
fn behind_label(dom: &Dom, node: NodeId, value: &str) -> Vec<String> {
    // A label with nothing behind it stands above its neighbours: `标签：` `上一篇：城东公园今起开放`.
    if list_label::neighbours(list_label::alone(value)).is_some() {
        return Vec::new();
    }
    for outer in dom.ancestors(node).take(AROUND) {
        let counts = dom.counts(outer);
        if counts.chars > BESIDE_MAX || dom.tag(outer) == Tag::Body {
            break;
        }
        let tags = texts_in(dom, outer, node);
        let tags: Vec<String> = tags
            .into_iter()
            .filter(|t| !t.ends_with(['：', ':', '﹕']))
            .collect();
        // The label's own element holds nothing else as yet; one text with other labels says only here what is this one's.
        let more = tags.iter().filter(|t| value.contains(t.as_str())).count();
        let one = counts.linked == 0 && tags.iter().any(|t| t.contains(['：', ':']));
        if tags.len() >= 2 && more >= 1 && !one || counts.linked > 0 && !tags.is_empty() {
            return tags;
        }
    }
    split(value)
}

/// Texts of the links in an element from a node on; without links, of its own small elements. None if one is too long to be a tag.
fn texts_in(dom: &Dom, outer: NodeId, from: NodeId) -> Vec<String> {
    let anchors = dom.anchors_in(outer).iter().copied();
    let anchors = anchors.filter(|&a| a.0 + 1 >= from.0 && !is_beside(dom, a));
    let mut anchors: Vec<NodeId> = anchors.collect();
    // Where some are set with a mark, others that lead elsewhere are channels or controls.
    let is_marked = |&a: &NodeId| dom.text(a).starts_with(MARKS);
    let folder = |a: NodeId| Some(dom.attr(a, "href")?.rsplit_once('/')?.0);
    if let Some(marked) = anchors.iter().copied().find(is_marked) {
        anchors.retain(|a| is_marked(a) || folder(*a) == folder(marked));
    }
    let mut texts: Vec<String> = anchors
        .into_iter()
        .map(|a| dom.text(a).replace('\n', " "))
        .filter(|t| !t.is_empty())
        .collect();
    if texts.is_empty() && dom.anchors_in(outer).is_empty() {
        let leaves = dom.subtree(outer).filter(|&ix| ix.0 >= from.0);
        texts = leaves
            .filter(|&ix| dom.tag(ix) == Tag::Text && dom.counts(ix).chars > 0)
            .map(|ix| dom.text(ix).trim().to_string())
            .take(LIST_MAX + 1)
            .collect();
        if texts.len() == 1 {
            return split(&texts[0]);
        }
    }
    // So are headlines, of which a third are long enough to tell.
    let long = |t: &&String| t.chars().filter(|&c| is_han(c)).count() >= HEADLINE_HAN;
    let headlines = texts.iter().filter(long).count();
    if texts.iter().any(|t| t.chars().count() > TAG_MAX)
        || headlines >= 2 && headlines * 3 >= texts.len()
    {
        return Vec::new();
    }
    // An element's text is one tag, whatever spaces it has.
    texts.iter().flat_map(|t| split_at_marks(t)).collect()
}

/// Whether a link among tags is none: a category, as WordPress marks them, or a place on this page.
fn is_beside(dom: &Dom, anchor: NodeId) -> bool {
    let place = |href: &str| href.len() > 1 && href.starts_with('#');
    has_rel(dom, anchor, "category") || dom.attr(anchor, "href").is_some_and(place)
}

fn has_rel(dom: &Dom, anchor: NodeId, word: &str) -> bool {
    let rel = dom.attr(anchor, "rel");
    rel.is_some_and(|rel| rel.split_ascii_whitespace().any(|r| r == word))
}

/// Whether a list of tags is the site's, by the label in it or right above: 热门标签, 标签云.
fn is_of_site(dom: &Dom, holder: NodeId) -> bool {
    let at = dom.line_from(holder);
    let lines = dom.lines();
    let label = |i: usize| {
        let text = list_label::trim(dom.line_text(lines.get(i)?));
        let rest = text.strip_suffix(['云', '雲']).unwrap_or(text);
        let tags = text.len() <= BARE_MAX && Facet::TagListLabel.ends(rest);
        (tags && (rest.len() < text.len() || Facet::HotList.within(text))).then_some(())
    };
    label(at).is_some() || at.checked_sub(1).and_then(label).is_some()
}

/// Links in an element named for tags (`.tags`, `#keywords`), or to pages of tags.
fn boxes(cx: &Context<'_>, found: &mut Vec<Shown>) {
    let dom = cx.dom();
    let mut done = NodeId(0);
    let mut lists = 0;
    // Links beside each other ask the same elements.
    let mut known: Vec<Option<bool>> = vec![None; dom.len()];
    let mut is_box = |ix: NodeId| {
        let known = &mut known[ix.0 as usize];
        *known.get_or_insert_with(|| is_tag_box(dom, ix))
    };
    for &anchor in &dom.seen.anchors {
        if anchor < done || lists >= LISTS_MAX {
            continue;
        }
        let to_tag = has_rel(dom, anchor, "tag") && !has_rel(dom, anchor, "category")
            || dom.attr(anchor, "href").is_some_and(is_tag_page);
        let named = dom
            .ancestors(anchor)
            .take(AROUND)
            .find(|&outer| dom.tag(outer) != Tag::Body && is_box(outer));
        let holder = match named {
            Some(holder) => holder,
            // Links to tag pages without a box of their own: those beside each other.
            None if to_tag => dom
                .ancestors(anchor)
                .find(|&p| dom.tag(p).is_block())
                .unwrap_or(anchor),
            None => continue,
        };
        let holder = with_likes(dom, holder);
        done = dom.end(holder);
        lists += 1;
        if is_row_of_links(dom, holder) && !is_of_site(dom, holder) {
            let near = if cx.is_near(anchor) { 1.0 } else { -1.0 };
            let kind = f32::from(u8::from(to_tag)) + f32::from(u8::from(named.is_some()));
            let tags = texts_in(dom, holder, holder);
            push(
                found,
                Origin::Generic(Clue::TagLinks),
                Some(holder),
                tags,
                near + kind * 0.75,
            );
        }
    }
    // Tags that are no links, in a box named for them.
    for ix in dom.subtree(dom.body()) {
        if lists >= LISTS_MAX {
            break;
        }
        if !dom.tag(ix).is_block() {
            continue;
        }
        let counts = dom.counts(ix);
        if PLAIN_CHARS.contains(&counts.chars) && counts.linked == 0 && is_box(ix) && cx.is_near(ix)
        {
            lists += 1;
            push(
                found,
                Origin::Generic(Clue::NamedTags),
                Some(ix),
                texts_in(dom, ix, ix),
                0.5,
            );
        }
    }
}

/// Whether most of an element is linked, a label before its links left out: `Tagged <a>湖区</a>, <a>步道</a>`.
fn is_row_of_links(dom: &Dom, ix: NodeId) -> bool {
    let counts = dom.counts(ix);
    if counts.link_share() > BOX_LINKED {
        return true;
    }
    // Longer than its label and a comma or two: something else.
    let texts = dom.subtree(ix).filter(|&ix| dom.tag(ix) == Tag::Text);
    let label = texts
        .map(|ix| dom.text(ix).trim())
        .find(|text| !text.is_empty());
    counts.linked > 0
        && label.is_some_and(|label| {
            let own = label.chars().count() as u32;
            label.len() <= BARE_MAX
                && counts.plain() < own + counts.linked
                && label::by_name(label) == Some(Label::Tags)
        })
}

/// The element that holds a tag's element and others like it: each tag may have a box of its own.
fn with_likes(dom: &Dom, holder: NodeId) -> NodeId {
    let mut holder = holder;
    for _ in 0..2 {
        let Some(parent) = dom.parent(holder).filter(|&p| dom.tag(p) != Tag::Body) else {
            break;
        };
        let class = dom.attr(holder, "class");
        if class.is_none() && dom.tag(holder) != Tag::Li {
            break;
        }
        let alike = |&c: &NodeId| {
            dom.tag(c) == dom.tag(holder) && is_same_class(dom.attr(c, "class"), class)
        };
        let children = || {
            dom.children(parent)
                .filter(|&c| dom.counts(c).chars > 0)
                .take(LIST_MAX + 1)
        };
        let likes = children().filter(alike).count();
        if likes < 2 || likes * 2 < children().count() || dom.counts(parent).chars > LIKES_MAX {
            break;
        }
        holder = parent;
    }
    holder
}

/// Whether two classes are the same, but for one that counts its elements: `tag-item n1`, `tag-item n2`.
fn is_same_class(one: Option<&str>, other: Option<&str>) -> bool {
    let (Some(one), Some(other)) = (one, other) else {
        return one == other;
    };
    let names = |class: &str| -> Vec<String> {
        let names = class.split_ascii_whitespace();
        let names = names.filter(|name| !name.ends_with(|c: char| c.is_ascii_digit()));
        names.map(String::from).collect()
    };
    one == other || one.len() == other.len() && !names(one).is_empty() && names(one) == names(other)
}

/// Links behind a label without a colon, below the text: `<span>文章标签</span> <a>城东公园</a>`, or in the lines under it.
fn bare_labels(cx: &Context<'_>, found: &mut Vec<Shown>) {
    let dom = cx.dom();
    let lines = dom.lines();
    let from = cx.layout.body().end.min(lines.len());
    for at in from..lines.len().min(from + UNLABELLED_LINES) {
        let line = &lines[at];
        let node = NodeId(line.node);
        // The first text of the line is the label, and no link.
        let first = dom.text(node).trim();
        if first.len() > BARE_MAX
            || dom.tag(node) != Tag::Text
            || dom.counts(node).linked > 0
            || label::by_name(first) != Some(Label::Tags)
        {
            continue;
        }
        let linked = |i: usize| {
            let counts = lines[i].counts;
            counts.linked > 0 && counts.plain() <= UNLABELLED_PLAIN
        };
        let alone = dom.line_text(line).trim() == first;
        let last = match alone {
            true => {
                // The lines below that stand in one element with the label, where it has links at all.
                let mut around = dom.ancestors(node).take(BARE_LEVELS);
                let holder = around.find(|&outer| {
                    dom.tag(outer) != Tag::Body && !dom.anchors_in(outer).is_empty()
                });
                let end = holder.map_or(dom.end(dom.root()), |holder| dom.end(holder));
                at + (at + 1..lines.len())
                    .take_while(|&i| linked(i) && NodeId(lines[i].node) < end)
                    .take(LIST_MAX)
                    .count()
            }
            false => at,
        };
        let own = line
            .counts
            .plain()
            .saturating_sub(first.chars().count() as u32);
        if alone && last == at || !alone && (line.counts.linked == 0 || own > UNLABELLED_PLAIN) {
            continue;
        }
        let end = lines
            .get(last + 1)
            .map_or(dom.len() as u32, |next| next.node);
        let links = dom.anchors_between(node, NodeId(end));
        // The link around the next line begins before it.
        let inside = links.iter().filter(|a| dom.end(**a).0 <= end);
        let texts = inside.map(|&a| dom.text(a).trim().to_string());
        let tags: Vec<String> = texts.filter(|text| !text.is_empty()).collect();
        if tags.iter().all(|tag| tag.chars().count() <= TAG_MAX) {
            push(
                found,
                Origin::Label(first.to_string()),
                Some(node),
                tags,
                BARE_LABEL,
            );
        }
    }
}

/// Links below the text without label or telling name, in a line of their own or each in one: words of the article, all of them. Above
/// the text stand channels too: there they are words that the page's metas have.
fn unlabelled(cx: &Context<'_>, about: &About<'_>, found: &mut Vec<Shown>) {
    let dom = cx.dom();
    let lines = dom.lines();
    let body = cx.layout.body();
    let from = body.end.min(lines.len());
    rows(cx, from, lines.len(), &|word| about.has(word), found);
    if let Some(headline) = cx.headline.filter(|_| about.has_metas()) {
        let (from, to) = (dom.line_from(headline) + 1, body.start.min(lines.len()));
        rows(cx, from, to, &|word| about.in_metas(word), found);
    }
}

/// Rows of such links among the first lines between two of them.
fn rows(
    cx: &Context<'_>,
    from: usize,
    to: usize,
    is_known: &dyn Fn(&str) -> bool,
    found: &mut Vec<Shown>,
) {
    let dom = cx.dom();
    let lines = dom.lines();
    // Offices and firms that an article names have sites of their own; tags lead to this one.
    let page = cx.page.base.page().map(|url| address::owner(url.as_str()));
    let own = |&link: &NodeId| {
        let url = dom
            .attr(link, "href")
            .and_then(|href| cx.page.base.resolve(href));
        match (page, url) {
            (Some(page), Some(url)) => address::owner(url.as_str()) == page,
            _ => true,
        }
    };
    let short = |word: &String| {
        (2..=UNLABELLED_MAX).contains(&word.chars().count())
            && !word.contains(char::is_whitespace)
            && boilerplate::act(word).is_none()
    };
    // The links of a line that has nothing else, if each is a word.
    let words = |i: usize| -> Vec<String> {
        let line = &lines[i];
        if line.counts.linked == 0 || line.counts.plain() > UNLABELLED_PLAIN {
            return Vec::new();
        }
        let end = lines.get(i + 1).map_or(dom.len() as u32, |next| next.node);
        let links = dom.anchors_between(NodeId(line.node.saturating_sub(1)), NodeId(end));
        // The link around the next line begins before it.
        let links: Vec<NodeId> = links
            .iter()
            .copied()
            .filter(|&a| dom.end(a).0 <= end)
            .collect();
        let words = links.iter().map(|&a| dom.text(a).trim().to_string());
        let words: Vec<String> = words.collect();
        match words.iter().all(short) && links.iter().all(own) {
            true => words,
            false => Vec::new(),
        }
    };
    let mut at = from;
    while at < to.min(from + UNLABELLED_LINES) {
        let first = at;
        let mut row = words(at);
        at += 1;
        while !row.is_empty() && row.len() <= UNLABELLED_WORDS && at < to {
            let more = words(at);
            if more.is_empty() || !is_one_box(dom, first, at) {
                break;
            }
            row.extend(more);
            at += 1;
        }
        // What counts something ends a row of tags. Looking a word up in the text costs more than all of this.
        let tags = row.iter().take_while(|w| w.contains(char::is_alphabetic));
        row.truncate(tags.count());
        let long = row.iter().any(|word| word.chars().count() >= 3);
        if (UNLABELLED_MIN..=UNLABELLED_WORDS).contains(&row.len())
            && long
            && row.iter().all(|word| is_known(word))
        {
            let origin = Origin::Generic(Clue::WordsBelowBody);
            push(found, origin, Some(NodeId(lines[first].node)), row, 0.0);
        }
    }
}

/// Whether two lines stand in one element that holds hardly more than a row of tags: the page's foot below them is none of them.
fn is_one_box(dom: &Dom, first: usize, line: usize) -> bool {
    let node = |i: usize| NodeId(dom.lines()[i].node);
    let mut around = dom.ancestors(node(first)).take(BARE_LEVELS + 1);
    around
        .find(|&outer| dom.contains(outer, node(line)))
        .is_some_and(|outer| dom.tag(outer) != Tag::Body && dom.counts(outer).chars <= ROW_CHARS)
}

fn is_tag_page(href: &str) -> bool {
    const PARTS: [&str; 16] = [
        "/tag/",
        "/tags/",
        "tag=",
        "/tag_",
        "/tag-",
        "keyword=",
        "/keyword/",
        "/keywords/",
        "/hashtag/",
        "/topic/",
        "/topics/",
        "tagname=",
        "/search/?keyword",
        "/Search/",
        "/search/tag",
        "searchtag",
    ];
    static FINDER: LazyLock<Words<()>> = LazyLock::new(|| Words::new(PARTS.map(|part| (part, ()))));
    // One of these is in each of them, and in few other addresses.
    static ROOTS: LazyLock<[Finder<'static>; 4]> =
        LazyLock::new(|| ["tag", "keyword", "/topic", "/Search/"].map(Finder::new));
    let mut roots = ROOTS.iter();
    roots.any(|root| root.find(href.as_bytes()).is_some()) && FINDER.within(href).next().is_some()
}

/// Whether an element's class or id names it as holding tags.
fn is_tag_box(dom: &Dom, ix: NodeId) -> bool {
    let of_tags = |found: Hints| found.has(Hint::TagBox) && !found.has(Hint::HotTags);
    of_tags(hints(dom, ix))
        || dom
            .attr(ix, "data-testid")
            .is_some_and(|name| of_tags(hints::of(name)))
}

#[cfg(test)]
mod tests {
    use crate::Article;
    use crate::samples::PARAGRAPHS;

    #[test]
    fn tags_of_pages() {
        let rows: &[(&str, &[&str])] = &[
            // Each tag in an element of its own, with nothing between.
            (
                "<div>关键词：<span>城东公园</span><span>湖区</span><span>步道</span></div>",
                &["城东公园", "湖区", "步道"],
            ),
            // Each tag in a box of its own.
            (
                "<ul><li class=tag-item><a href='/search/?keyword=湖区'>湖区</a></li><li class=tag-item><a href='/search/?keyword=水塔'>水塔</a></li></ul>",
                &["湖区", "水塔"],
            ),
            (
                "<div><span class=hash-tag><i>#</i><a href='/Search/湖区'>湖区</a></span> <span class=hash-tag><i>#</i><a href='/Search/铁轨'>铁轨</a></span></div>",
                &["湖区", "铁轨"],
            ),
            // No links.
            (
                "<div class=tags>湖区|水塔|铁轨</div>",
                &["湖区", "水塔", "铁轨"],
            ),
            // Of two lists the one whose words the article uses.
            (
                "<div class=tags><a href='/tag/1'>专题</a><a href='/tag/2'>特别策划</a></div><div class=tags><a href='/tag/3'>湖区</a><a href='/tag/4'>水塔</a></div>",
                &["湖区", "水塔"],
            ),
            // A label without a colon, in an element of its own or above; what follows is the page's foot.
            (
                "<p><span>文章标签</span><span><a href=/k/1>湖区</a></span><span><a href=/k/2>夜航船</a></span></p>",
                &["湖区", "夜航船"],
            ),
            (
                "<div>相關標籤 <a href=/k/1>湖区</a> | <a href=/k/2>夜航船</a></div><p><a href=/about/>关于我们</a></p>",
                &["湖区", "夜航船"],
            ),
            (
                "<div><h4>本文话题</h4><ul><li><a href=/k/1>湖区</a></li><li><a href=/k/2>夜航船</a></li></ul></div>",
                &["湖区", "夜航船"],
            ),
            // What stands below their element is the page's foot.
            (
                "<div><div>本文关键字</div><ul><li><a href=/k/1>湖区</a></li><li><a href=/k/2>夜航船</a></li></ul></div><div><a href=/about/>关于我们</a> | <a href=/ad/>广告服务</a></div>",
                &["湖区", "夜航船"],
            ),
            // A label within their box, longer than they are.
            (
                "<p class=tags-links>Tagged <a href=/tag/1 rel=tag>湖区</a>, <a href=/tag/2 rel=tag>步道</a></p>",
                &["湖区", "步道"],
            ),
            // A channel beside tags that are set with a mark; tags that are counted.
            (
                "<div class=tags><a href=/c/life>生活</a> <a href=/tag/1>#湖区</a> <a href=/tag/2>#步道</a></div>",
                &["湖区", "步道"],
            ),
            (
                "<ul><li class='mp n1'><a href='/tag/1'>湖区</a></li><li class='mp n2'><a href='/tag/2'>夜航船</a></li></ul>",
                &["湖区", "夜航船"],
            ),
            // Categories as WordPress marks them, an answer to the article, more of the site's.
            (
                "<p>分类：<a href=/category/life rel='category tag'>生活</a> | 标签：<a href=/tag/1 rel=tag>湖区</a>, <a href=/tag/2 rel=tag>步道</a> | <a href=#respond>留下评论</a></p>",
                &["湖区", "步道"],
            ),
            (
                "<div>话题：<a href=/k/1>湖区</a> <a href=/k/2>步道</a> <a href=/k/>更多标签</a></div>",
                &["湖区", "步道"],
            ),
            // What the site is asked for most, and the tags of other articles.
            (
                "<div><h3>热门标签</h3><a href=/tag/1>湖区</a> <a href=/tag/2>步道</a> <a href=/tag/3>水塔</a></div>",
                &[],
            ),
            (
                "<h3>标签云</h3><div class=tagcloud><a href=/tag/1>湖区</a> <a href=/tag/2>步道</a></div>",
                &[],
            ),
            (
                "<div><div class=card><h4><a href=/2.html>城西图书馆周末延长开放</a></h4><span class=tag><a href=/tag/1>湖区</a></span><span class=tag><a href=/tag/2>步道</a></span></div>
                 <div class=card><h4><a href=/3.html>河滨路改造完工三线恢复</a></h4><span class=tag><a href=/tag/1>湖区</a></span><span class=tag><a href=/tag/2>步道</a></span></div></div>",
                &[],
            ),
            // Other labels in the same text.
            (
                "<p>来源：橙橘网 关键词：湖区 步道 责编：李四</p>",
                &["湖区", "步道"],
            ),
            // Set with a mark and no more; a label with a bar; links of the article's words without either.
            ("<p>#城东公园 #湖区</p>", &["城东公园", "湖区"]),
            ("<div>标签 | 城东公园 湖区</div>", &["城东公园", "湖区"]),
            (
                "<div><a href=/k/1>城东公园</a> <a href=/k/2>湖区</a> <a href=/k/3>步道</a></div>",
                &["城东公园", "湖区", "步道"],
            ),
            (
                "<div><a href=/k/1>城东公园</a> <a href=/k/2>体育</a> <a href=/k/3>步道</a></div>",
                &[],
            ),
            // Each link of the article's words in a line of its own; the last counts something.
            (
                "<ul><li><a href=/k/1>城东公园</a><li><a href=/k/2>湖区</a><li><a href=/k/3>步道</a><li><a href=/k/4>100000</a></ul>",
                &["城东公园", "湖区", "步道"],
            ),
            // The page's foot right below such a row.
            (
                "<div><a href=/k/1>城东公园</a> <a href=/k/2>湖区</a> <a href=/k/3>步道</a></div><div><a href=/about/>关于我们</a> | <a href=/ad/>广告服务</a></div>",
                &["城东公园", "湖区", "步道"],
            ),
            // A label with nothing behind it.
            (
                "<div><span>标签：</span></div><div><span>上一篇：<a href=/2.html>城西的水塔</a></span> <span>下一篇：<a href=/3.html>城东公园的步道 | 湖区</a></span></div>",
                &[],
            ),
            // The page's own headline, in its two parts.
            ("<div>关键词：城东公园 今起开放</div>", &[]),
            // Headlines of other articles are no tags.
            (
                "<div class=keyword><p><a href='/2.html'>城西图书馆周末延长开放时间至晚上九点整</a></p><p><a href='/3.html'>河滨路改造完工，三条公交线路恢复原线行驶</a></p></div>",
                &[],
            ),
        ];
        for (html, expected) in rows {
            let page = format!("<h1>城东公园今起开放</h1><div>{PARAGRAPHS}</div>{html}");
            let article = Article::parse(&page).unwrap();
            assert_eq!(article.metadata.tags, *expected, "{html}");
        }
    }
}
