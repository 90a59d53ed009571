//! The trail shown above the article (当前位置：首页 > 新闻 > 正文): where it stands and how it is split.

use crate::article::field::Field;
use crate::content::hint;
use crate::field::choose::{self, Candidate};
use crate::field::context::Context;
use crate::field::tuning::AROUND;
use crate::field::tuning::breadcrumb::{
    ABOVE_LINKED, BELOW, CHANNEL_LINES, CHANNEL_MAX, FOLLOWING, HOME_MAX, ITEM_MAX, ITEMS_MIN,
    JOINED_MAX, LABEL_BYTES, LINE_LINKED, LINE_MAX, LINKED_MAX, LINKS_MAX, LIST_MAX, PIECE_MAX,
    PLAIN_CHARS, TRAIL_ABOVE, TRAIL_LINES, WORDS,
};
use crate::grammar::hints;
use crate::grammar::label;
use crate::grammar::label::Label;
use crate::grammar::lexicon::facet::Facet;
use crate::grammar::lexicon::is_han;
use crate::grammar::trail::{self, is_separator, separators};
use crate::page::dom::{Dom, NodeId};
use crate::page::tag::Tag;
use crate::reason::{Clue, Noise, Refusal};
use crate::trace::{Origin, Tracer};

mod badges;
mod rows;

/// The trail, without a final 正文 or the title.
pub(crate) fn find(cx: &Context<'_>, tracer: &mut Tracer) -> Vec<String> {
    let by_rule = cx.rule_list(Field::Breadcrumb, "\n");
    let labelled = cx.said.iter().filter(|s| s.label == Label::Breadcrumb);
    let labelled = labelled.map(|s| {
        let origin = Origin::Label(s.name.clone());
        if let Some(names) = items_beside(cx.dom(), s.node, &s.name) {
            return listed(origin, s.on_page(), names.into_iter());
        }
        if let Some(names) = links_behind(cx.dom(), s.node, &s.value) {
            return listed(origin, s.on_page(), names.into_iter());
        }
        let value = with_following(cx.dom(), s.node, &whole_value(cx.dom(), s.node, &s.value));
        Candidate::text(origin, value, s.on_page())
    });
    let shaped = || match cx.dom().is_text() {
        true => in_lines(cx),
        false => shaped(cx),
    };
    let badges = || {
        let (node, names) = badges::find(cx)?;
        let origin = Origin::Generic(Clue::ChannelLines);
        Some(listed(origin, Some(node), names.into_iter()))
    };
    let candidates = by_rule
        .chain(labelled)
        .chain(std::iter::once_with(|| bare_label(cx)).flatten())
        .chain(std::iter::once_with(shaped).flatten())
        .chain(std::iter::once_with(|| rows::find(cx)).flatten())
        .chain(linked_list(cx))
        .chain(std::iter::once_with(badges).flatten());
    let choice = choose::first(cx.mode(), candidates, |candidate| {
        let trail = match &candidate.value {
            Some(names) => trail::of(names.iter().map(String::as_str), cx.title),
            None => trail::split(&candidate.shown, cx.title),
        };
        (!trail.is_empty()).then_some(trail)
    });
    let trail = choice.value_with(Field::Breadcrumb, tracer, |_| Refusal::NoTrail);
    trail.unwrap_or_default()
}

/// Names of channels, as an element or an object lists them.
fn listed<'a>(
    origin: Origin,
    node: Option<NodeId>,
    names: impl Iterator<Item = &'a str>,
) -> Candidate<'static, Vec<String>> {
    let mut names: Vec<String> = names.map(String::from).collect();
    match names.as_mut_slice() {
        // One name may be the whole trail: 首页 - 新闻.
        [one] => Candidate::text(origin, std::mem::take(one), node),
        _ => Candidate::read(origin, names.join("\n"), node, names),
    }
}

/// The channels of a label that stand in items of one list: `<li>当前位置：</li><li>首页</li><li>新闻</li>`.
fn items_beside<'a>(dom: &'a Dom, node: NodeId, label: &str) -> Option<Vec<&'a str>> {
    let mut around = dom.ancestors(node).take(AROUND);
    let list = around.find(|&a| matches!(dom.tag(a), Tag::Ul | Tag::Ol | Tag::Tr))?;
    // Cells beside one that holds more than the label are of another sort.
    let row = dom.tag(list) == Tag::Tr;
    let bare = |text: &str| text.trim().trim_end_matches(['：', ':']) == label;
    if row && !dom.children(list).any(|cell| bare(dom.text(cell))) {
        return None;
    }
    let item = |tag: Tag| matches!(tag, Tag::Li) || row && matches!(tag, Tag::Td | Tag::Th);
    let items: Vec<&str> = dom
        .children(list)
        .filter(|&c| item(dom.tag(c)) && !dom.is_hidden(c))
        .map(|c| dom.text(c).trim().trim_end_matches(is_separator).trim_end())
        .filter(|text| !text.is_empty() && !text.trim_end_matches(['：', ':']).ends_with(label))
        .map(|text| text.rsplit(['：', ':']).next().unwrap_or(text).trim())
        .collect();
    let short = items.iter().all(|text| {
        text.chars().count() <= ITEM_MAX && !text.contains('\n') && separators(text) == 0
    });
    (short && items.len() >= ITEMS_MIN && dom.counts(list).chars <= LIST_MAX).then_some(items)
}

/// Links behind a label without a colon right above the headline: `<span>当前位置</span><a>橙橘网</a><i></i><a>新闻</a>`.
fn bare_label<'a>(cx: &Context<'a>) -> Option<Candidate<'a, Vec<String>>> {
    let dom = cx.dom();
    let headline = cx.headline.filter(|_| !dom.is_text())?;
    let end = dom.line_from(headline);
    let above = &dom.lines()[end.saturating_sub(TRAIL_ABOVE)..end];
    let line = above.iter().rev().find(|line| {
        let first = dom.text(NodeId(line.node)).trim();
        line.counts.linked > 0
            && line.counts.chars <= LIST_MAX
            && first.len() <= LABEL_BYTES
            && label::by_name(first) == Some(Label::Breadcrumb)
    })?;
    let names = links_of(dom, line);
    let plain = separators(dom.line_text(line)) == 0 && names.len() >= 2;
    plain.then(|| {
        let origin = Origin::Label(dom.text(NodeId(line.node)).trim().to_string());
        listed(origin, Some(NodeId(line.node)), names.into_iter())
    })
}

/// A label's value to the end of its last name: 今日关注 ends as a button does.
fn whole_value(dom: &Dom, node: NodeId, value: &str) -> String {
    let line = dom.lines().get(dom.line_from(node));
    let rest = line.and_then(|line| {
        let text = dom.line_text(line);
        Some(&text[text.find(value)? + value.len()..])
    });
    let end = rest.map_or("", |rest| {
        let han = rest.find(|c| !is_han(c)).unwrap_or(rest.len());
        let end = &rest[..han];
        match end.chars().count() <= 2 && separators(value) > 0 {
            true => end,
            false => "",
        }
    });
    format!("{value}{end}")
}

/// The links behind a label, where nothing parts them: `您的位置 <a>首页</a><i></i><a>新闻</a>`.
fn links_behind<'a>(dom: &'a Dom, node: NodeId, value: &str) -> Option<Vec<&'a str>> {
    if dom.is_text() || separators(value) > 0 || value.contains(['-', '·', '|', '—']) {
        return None;
    }
    let line = dom.lines().get(dom.line_from(node))?;
    let next = dom.lines().get(dom.line_from(node) + 1);
    let end = NodeId(next.map_or(dom.len() as u32, |next| next.node));
    let links = dom.anchors_between(node, end);
    let names: Vec<&str> = links
        .iter()
        .map(|&a| dom.text(a).trim())
        .filter(|text| !text.is_empty())
        .collect();
    let inside = names
        .iter()
        .all(|name| value.contains(name) && name.chars().count() <= LINKED_MAX);
    (names.len() >= 2 && inside && line.counts.chars <= LIST_MAX).then_some(names)
}

/// A trail that goes on in lines of its own, each with its separator: the cells of a table.
fn with_following(dom: &Dom, node: NodeId, value: &str) -> String {
    let lines = dom.lines();
    let at = dom.line_from(NodeId(node.0 + 1));
    let mut out = value.to_string();
    let following = lines[at.min(lines.len())..]
        .iter()
        .take(FOLLOWING)
        .map(|l| dom.line_text(l));
    // The value may stand in the line after the label's own.
    for text in following
        .skip_while(|text| *text == value)
        .take_while(|text| text.starts_with(is_separator))
    {
        out.push_str(text);
    }
    out
}

/// JSON-LD's BreadcrumbList.
fn linked_list(cx: &Context<'_>) -> Option<Candidate<'static, Vec<String>>> {
    let list = cx
        .page
        .linked()
        .iter()
        .find(|v| v.get("@type").and_then(|t| t.as_str()) == Some("BreadcrumbList"))?;
    let items = list.get("itemListElement")?.as_array()?.iter();
    let names = items.filter_map(|i| {
        i.get("name")
            .or_else(|| i.get("item")?.get("name"))?
            .as_str()
    });
    let origin = Origin::JsonLd("BreadcrumbList".into());
    Some(listed(origin, None, names))
}

/// Lines above the headline that look like a trail: short links with separators between them.
fn shaped<'a>(cx: &Context<'a>) -> Vec<Candidate<'a, Vec<String>>> {
    let dom = cx.dom();
    let before = cx.headline.or_else(|| cx.place.first().map(|r| r.from));
    let Some(before) = before else {
        return Vec::new();
    };
    let mut out = Vec::new();
    let above = dom.lines().iter().take_while(|l| l.node < before.0 + BELOW);
    for (at, line) in above.enumerate() {
        if line.counts.linked == 0 {
            continue;
        }
        let text = dom.line_text(line);
        // The headline at its end is neither linked nor short.
        let title = cx.title.filter(|title| text.trim_end().ends_with(title));
        let closed = title.is_some();
        let own = title.map_or(0, |title| title.chars().count() as u32);
        if line.counts.chars > LINE_MAX + own {
            continue;
        }
        let parted = separators(text);
        if parted == 0 {
            out.extend(ends_as_trail(dom, line));
            continue;
        }
        // 文 / 张三 is a byline.
        let byline = || {
            let first = text.split(is_separator).next();
            first.is_some_and(|first| label::by_name(first.trim()) == Some(Label::Author))
        };
        // A linked home page and two separators are a trail, even if nothing else in it is linked.
        let home = parted >= 2
            && text
                .split(is_separator)
                .next()
                .is_some_and(|p| Facet::Home.ends(p.trim()));
        // Pictures between the names, a separator within one: `首页 产业 IT/家电`.
        let names = links_of(dom, line);
        let inner = |name: &&str| separators(name.trim_matches(is_separator));
        let inner: usize = names.iter().map(inner).sum();
        if inner > 0 && inner == parted && names.len() >= 2 && is_home(names[0]) {
            let origin = Origin::Generic(Clue::TrailOfLinks);
            out.push(listed(origin, Some(NodeId(line.node)), names.into_iter()));
            continue;
        }
        if (home || closed || line.counts.link_share() > LINE_LINKED)
            && !text.contains("://")
            && !Facet::PagerWord.within(text)
            && !byline()
            && !is_within_link(dom, NodeId(line.node))
        {
            let origin = Origin::Generic(Clue::TrailOfLinks);
            let node = NodeId(line.node);
            out.push(match channel_before(dom, at) {
                Some(channel) => Candidate::text(origin, format!("{channel}>{text}"), node),
                None => Candidate::text(origin, text, node),
            });
        }
    }
    out.extend(in_pieces(dom, before));
    out.extend(unlinked(dom, before));
    // Elements that call themselves so, or whose links do, set without separators (drawn by style sheets).
    for ix in (0..before.0).map(NodeId) {
        let link = dom.tag(ix) == Tag::A;
        if !link && !dom.tag(ix).is_block() {
            continue;
        }
        // Links and items may be named where their list is not: the first one tells.
        let crumb = |ix| hint::hints(dom, ix).noise() == Some(Noise::Breadcrumb);
        let item = link || dom.tag(ix) == Tag::Li && crumb(ix);
        let holder = match dom.parent(ix) {
            Some(outer) if item && dom.first_anchor_in(outer) == dom.first_anchor_in(ix) => outer,
            _ => ix,
        };
        if dom.is_hidden(holder) || dom.counts(holder).chars > LINE_MAX {
            continue;
        }
        let links = dom.anchors_in(holder);
        // What an element is named costs more to read than the rest.
        if links.is_empty()
            || links.len() < 2 && !says_breadcrumb(dom, ix)
            || hint::hints(dom, ix).noise() != Some(Noise::Breadcrumb) && !says_breadcrumb(dom, ix)
        {
            continue;
        }
        let links: Vec<&str> = links.iter().take(LINKS_MAX).map(|&a| dom.text(a)).collect();
        // The last channel may be no link.
        let text = dom.text(holder);
        let whole = separators(text) > links.len().saturating_sub(2) && !link;
        let origin = Origin::Generic(Clue::NamedBreadcrumb);
        out.push(match whole {
            true => Candidate::text(origin, text, holder),
            false => listed(origin, Some(holder), links.into_iter()),
        });
    }
    out.reverse();
    out
}

/// Whether an element says what it is to machines: `<nav aria-label=breadcrumb>`, `<ol itemtype="https://schema.org/BreadcrumbList">`.
fn says_breadcrumb(dom: &Dom, ix: NodeId) -> bool {
    let says = |name: &str| {
        dom.attr(ix, name).is_some_and(|value| {
            let word = value.rsplit('/').next().unwrap_or(value);
            hints::of(word).noise() == Some(Noise::Breadcrumb)
        })
    };
    matches!(dom.tag(ix), Tag::Nav | Tag::Ol | Tag::Ul | Tag::Div)
        && (says("aria-label") || says("itemtype"))
}

/// The first channel of a trail, where it is set as a heading beside the rest: `<h1>新闻中心</h1><div>国内新闻 &gt; 正文</div>`.
fn channel_before(dom: &Dom, at: usize) -> Option<&str> {
    let lines = dom.lines();
    let (line, before) = (&lines[at], &lines[at.checked_sub(1)?]);
    let text = dom.line_text(before).trim();
    let (node, own) = (NodeId(before.node), NodeId(line.node));
    // One box holds both and nothing else.
    let beside = || {
        let mut around = dom.ancestors(own).take(AROUND);
        let outer = around.find(|&a| dom.contains(a, node))?;
        (dom.lines_in(outer).len() == 2).then_some(())
    };
    let first = dom.line_text(line).split(is_separator).next();
    let short = before.counts.chars <= CHANNEL_MAX as u32
        && before.counts.link_share() > ABOVE_LINKED
        && text.chars().count() >= 2
        && separators(text) == 0
        && !first.is_some_and(|first| is_home(first) || first.trim() == text);
    (short && beside().is_some()).then_some(text)
}

/// Between channels: `本地 • 正文`, `新闻-本地-正文`.
fn is_bullet(c: char) -> bool {
    matches!(c, '•' | '·' | '∙' | '-' | '–' | '|' | '｜' | ':' | '：')
}

/// A line of links that 正文 ends: `<a>橙橘网</a> <a></a> 正文`, `<a>橙橘网</a><i></i><a>新闻</a><i></i><span>正文</span>`.
fn ends_as_trail<'a>(dom: &'a Dom, line: &crate::text::Line) -> Option<Candidate<'a, Vec<String>>> {
    let text = dom.line_text(line).trim();
    let channels = Facet::ArticleEnd.strip_end(text)?;
    let parted = channels.ends_with(|c: char| c.is_whitespace() || is_bullet(c));
    let marks = text.chars().filter(|&c| is_bullet(c)).count() as u32;
    let short = line.counts.chars as usize <= CHANNEL_MAX * 3 && line.counts.plain() <= 3 + marks;
    let origin = Origin::Generic(Clue::TrailLine);
    if !parted && short && line.counts.plain() >= 2 {
        let links = links_of(dom, line);
        return (links.len() >= 2)
            .then(|| listed(origin, Some(NodeId(line.node)), links.into_iter()));
    }
    (parted && short).then(|| {
        let channels = channels.split(|c: char| c.is_whitespace() || is_bullet(c));
        let channels = channels.filter(|channel| !channel.is_empty());
        listed(origin, Some(NodeId(line.node)), channels)
    })
}

/// The texts of a line's links.
fn links_of<'a>(dom: &'a Dom, line: &crate::text::Line) -> Vec<&'a str> {
    let next = dom.lines().get(dom.line_from(NodeId(line.node)) + 1);
    let end = NodeId(next.map_or(dom.len() as u32, |next| next.node));
    // The link around the line's first text begins before it.
    let from = NodeId(line.node.saturating_sub(1));
    let links = dom.anchors_between(from, end).iter();
    // So does the one around the next line's.
    let inside = links.filter(|&&a| dom.end(a) <= end);
    let texts = inside.map(|&a| dom.text(a).trim());
    texts.filter(|text| !text.is_empty()).collect()
}

/// Trails whose channels stand in lines of their own, each with its separator: the items of a list.
fn in_pieces<'a>(dom: &'a Dom, before: NodeId) -> Option<Candidate<'a, Vec<String>>> {
    let lines = dom.lines();
    let end = lines.partition_point(|l| l.node < before.0 + BELOW);
    let text = |i: usize| dom.line_text(&lines[i]);
    let piece = |i: usize| lines[i].counts.chars <= PIECE_MAX && text(i).trim().chars().count() > 1;
    // The separators first: few lines have one at an end.
    let ends = |i: usize| text(i).trim_end().ends_with(is_separator) && piece(i);
    let starts = |i: usize| text(i).trim_start().starts_with(is_separator);
    let joined = |i: usize| {
        i + 1 < end && (ends(i) && piece(i + 1) || starts(i + 1) && piece(i) && piece(i + 1))
    };
    // The last such run above the headline.
    let last = (0..end).rev().find(|&i| joined(i))?;
    let first = (0..last)
        .rev()
        .take_while(|&i| joined(i))
        .last()
        .unwrap_or(last);
    // What an open end joins may be the headline.
    let names: Vec<&str> = (first..=last + 1)
        .map(|i| {
            dom.line_text(&lines[i])
                .trim()
                .trim_matches(is_separator)
                .trim()
        })
        .collect();
    let linked = (first..=last).any(|i| lines[i].counts.linked > 0);
    let node = NodeId(lines[first].node);
    // The last entry of a menu does not belong to the `/ 新闻` below it.
    let mut around = dom.ancestors(NodeId(lines[last].node));
    let together = around
        .find(|&a| dom.contains(a, node))
        .is_some_and(|a| dom.counts(a).chars <= LIST_MAX);
    (linked && together && last - first < FOLLOWING).then(|| {
        listed(
            Origin::Generic(Clue::TrailLine),
            Some(node),
            names.into_iter(),
        )
    })
}

/// A trail without links right above the headline: `首页 - 新闻动态`, `新闻 > 国际财经`.
fn unlinked<'a>(dom: &'a Dom, before: NodeId) -> Option<Candidate<'a, Vec<String>>> {
    let lines = dom.lines();
    let end = lines.partition_point(|l| l.node < before.0);
    let from = end.saturating_sub(TRAIL_ABOVE);
    let strong = |text: &str| text.matches(['>', '＞', '›', '»']).count();
    let found = lines[from..end].iter().rev().find(|line| {
        let text = dom.line_text(line);
        let home = Facet::FrontPage.starts(text);
        let ends = text.trim_matches(is_separator) == text;
        line.counts.linked == 0
            && PLAIN_CHARS.contains(&line.counts.chars)
            && ends
            && (strong(text) >= 1
                || home && text.contains(" - ")
                || Facet::ArticleEnd.ends(text) && text.matches('/').count() >= 2)
            && !text.contains(|c: char| c.is_ascii_digit())
            && text
                .split(['>', '＞', '›', '»', '/'])
                .all(|part| part.trim().chars().count() >= 2)
    })?;
    let text = dom.line_text(found);
    Some(Candidate::text(
        Origin::Generic(Clue::TrailLine),
        text,
        NodeId(found.node),
    ))
}

/// Lines of a text right above its headline that look like a trail, the nearest first: channels with separators between them, also
/// over several lines, or in lines or words of their own.
fn in_lines<'a>(cx: &Context<'a>) -> Vec<Candidate<'a, Vec<String>>> {
    let dom = cx.dom();
    let all = dom.lines();
    let end = cx
        .layout
        .headline()
        .or_else(|| Some(dom.line_from(cx.place.first()?.from)));
    let end = end.unwrap_or(0).min(all.len());
    // The first line of a saved page is its title: the headline that the trail stands above comes again, with the time behind it or not.
    let body = cx.layout.body().start.min(all.len());
    let again = cx.title.and_then(|title| {
        let from = (end + 1).min(body);
        let at = all[from..body]
            .iter()
            .rposition(|l| dom.line_text(l).starts_with(title))?;
        Some(from + at)
    });
    let ends_with_title = whole_trail(cx, body);
    let end = again.unwrap_or(end);
    let start = end.saturating_sub(TRAIL_ABOVE);
    let lines: Vec<String> = all[start..end]
        .iter()
        .map(|l| dom.line_text(l).replace('〉', ">"))
        .collect();
    let mut out: Vec<Candidate<'a, Vec<String>>> = ends_with_title.into_iter().collect();
    for i in (0..lines.len()).rev() {
        if let Some(text) = parted(&lines, i, cx.title) {
            let node = NodeId(all[start + i].node);
            out.push(Candidate::text(
                Origin::Generic(Clue::TrailLine),
                text,
                node,
            ));
        }
    }
    // 首页, 新闻 and 本地 in lines of their own.
    let channel = |line: &str| {
        // `大中華 (重溫: 2024-05-10)`
        let line = line.split(" (").next().unwrap_or(line);
        (1..=CHANNEL_MAX).contains(&line.chars().count())
            && !line.contains(|c: char| c.is_ascii_digit())
            && !line.contains(['：', ':', '，', '。'])
    };
    let block = lines
        .iter()
        .rev()
        .take(CHANNEL_LINES)
        .take_while(|l| channel(l))
        .count();
    let block = &lines[lines.len() - block..];
    let sites = crate::field::title::site_names(cx.page);
    let is_site = |line: &str| sites.iter().any(|site| site == line);
    if let Some(at) = block
        .iter()
        .rposition(|line| is_home(line) || is_site(line))
        && at + 1 < block.len()
    {
        let channels = block[at..].iter().map(String::as_str);
        out.push(listed(Origin::Generic(Clue::ChannelLines), None, channels));
    }
    // 橙橘网 本地 in one line.
    if let Some(line) = lines.last() {
        let mut words: Vec<&str> = line.split_whitespace().collect();
        // `主頁 博客 城东公园今起開…`: the headline, cut short.
        let cut = words
            .last()
            .map_or("", |last| last.trim_end_matches(['.', '…']));
        if words.len() > 2
            && cut.chars().count() > CHANNEL_MAX
            && cx.title.is_some_and(|title| title.starts_with(cut))
        {
            words.pop();
        }
        let named = |word: &&str| {
            (2..=CHANNEL_MAX).contains(&word.chars().count())
                && !word.contains(['：', ':', '，', '。'])
        };
        if WORDS.contains(&words.len()) && words.iter().all(named) {
            let origin = Origin::Generic(Clue::ChannelLines);
            out.push(listed(origin, None, words.into_iter()));
        }
    }
    out
}

/// A line above the body whose last name is the headline: `橙橘网 > 新闻 > 城东公园今起开放`. It may stand above menus.
fn whole_trail<'a>(cx: &Context<'a>, body: usize) -> Option<Candidate<'a, Vec<String>>> {
    let (dom, title) = (cx.dom(), cx.title?);
    let strong = ['>', '＞', '›', '»', '→'];
    let line = dom.lines()[..body].iter().take(TRAIL_LINES).find(|line| {
        let text = dom.line_text(line);
        text.strip_suffix(title).is_some_and(|before| {
            before.matches(strong).count() >= 2
                && before.trim_end().ends_with(strong)
                && before.chars().count() <= LIST_MAX as usize
        })
    })?;
    let origin = Origin::Generic(Clue::TrailLine);
    Some(Candidate::text(
        origin,
        dom.line_text(line),
        NodeId(line.node),
    ))
}

/// A line with separators between its channels, and the lines that a separator joins to it.
fn parted(lines: &[String], i: usize, title: Option<&str>) -> Option<String> {
    // `>首页 > 新闻` begins a trail, whatever stands above it.
    let begins = |b: &str| {
        is_home(
            b.trim_matches(is_separator)
                .split(is_separator)
                .next()
                .unwrap_or(b),
        )
    };
    let joined =
        |a: &str, b: &str| a.ends_with(is_separator) || b.starts_with(is_separator) && !begins(b);
    if i > 0 && joined(&lines[i - 1], &lines[i]) {
        return None;
    }
    let mut text = lines[i].trim_start_matches(['|', ' ']).to_string();
    for next in &lines[i + 1..] {
        if next.chars().count() > JOINED_MAX || !joined(&text, next) {
            break;
        }
        text.push_str(next);
    }
    let first = text.split(is_separator).next().unwrap_or_default().trim();
    let strong = text.contains(['>', '＞', '›', '»', '→']);
    let dashed = is_home(text.split(" - ").next().unwrap_or_default()) && text.contains(" - ");
    let headline = title.map_or(0, |t| t.chars().count());
    let home = is_home(first) && separators(&text) >= 1 && first.chars().count() <= HOME_MAX;
    let is_trail = (strong || separators(&text) >= 2 || dashed || home)
        && text.chars().count() <= LINE_MAX as usize + headline
        && label::by_name(first) != Some(Label::Author)
        && !text.contains("://")
        && !Facet::PagerWord.within(&text)
        && first.chars().count() <= PIECE_MAX as usize;
    if !is_trail {
        return None;
    }
    // The first channel may stand in the line above.
    let above = i.checked_sub(1).map(|k| lines[k].as_str());
    let above = above.filter(|line| {
        line.chars().count() <= HOME_MAX
            && separators(&text) == 1
            && (is_home(line) || Facet::CentreEnd.ends(line))
    });
    Some(match above {
        Some(line) if !is_home(first) => format!("{line}\n{text}"),
        _ => text,
    })
}

fn is_home(text: &str) -> bool {
    let text = text.trim();
    Facet::HomeEnd.ends(text)
}

/// Whether the separators are those of one link: the headline of another article, `封路/改道安排`.
fn is_within_link(dom: &Dom, node: NodeId) -> bool {
    let link = dom.ancestors(node).take(3).find(|&a| dom.tag(a) == Tag::A);
    link.is_some_and(|link| separators(dom.text(link)) > 0)
}

#[cfg(test)]
mod tests {
    use crate::Article;
    use crate::samples::PARAGRAPHS;

    #[test]
    fn trails_of_pages() {
        let rows: &[(&str, &[&str])] = &[
            // Items of a list, with and without separators of their own.
            (
                "<ol><li><span>您现在所在的位置：</span></li><li><a href=/>首页</a></li><li>政务公开</li><li>湖区</li></ol>",
                &["首页", "政务公开", "湖区"],
            ),
            (
                "<ul><li><a href=/a/>攻略</a>&gt;</li><li><a href=/b/>湖区</a>&gt;</li><li>城东公园今起开放</li></ul>",
                &["攻略", "湖区"],
            ),
            // Without links.
            ("<h4>首页 - 新闻动态</h4>", &["首页", "新闻动态"]),
            (
                "<div><span>新闻 </span>＞<span>国际财经</span></div>",
                &["新闻", "国际财经"],
            ),
            // The first channel is set as a heading; a line that 正文 ends.
            (
                "<div class=path><h2><a href=/>新闻中心</a></h2><div><a href=/a/>国内新闻</a><span>&gt;</span><span>正文</span></div></div>",
                &["新闻中心", "国内新闻"],
            ),
            (
                "<div><a href=/>橙橘网</a> <a href=''></a> 正文</div>",
                &["橙橘网"],
            ),
            // A control before the first channel; a last crumb that is the channel's name and 正文.
            (
                "<div><span><a href=/rss>订阅本地RSS</a> </span><a href=/>橙橘首页</a><em>&gt;</em><a href=/b/>本地</a></div>",
                &["橙橘首页", "本地"],
            ),
            (
                "<ol class=breadcrumb><li><a href=/>首页</a></li><li><a href=/b/>本地资讯</a></li><li>资讯正文</li></ol>",
                &["首页", "本地资讯"],
            ),
            // Items are named, their list is not; a bullet.
            (
                "<nav><ol><li class=breadcrumb__item><a href=/z/>热话</a></li><li class=breadcrumb__item><a href=/c/>本地热话</a></li></ol></nav>",
                &["热话", "本地热话"],
            ),
            (
                "<div><a href=/>城东分社</a> • <a>正文</a></div>",
                &["城东分社"],
            ),
            // Other marks before 正文, or pictures that a style sheet draws.
            (
                "<div><a href=/>橙橘网</a>-<a href=/b/>本地</a>-<em>正文</em></div>",
                &["橙橘网", "本地"],
            ),
            (
                "<div><a href=/>橙橘网</a> | <a href=/b/>本地</a> | 正文</div>",
                &["橙橘网", "本地"],
            ),
            (
                "<div><a href=/>橙橘网</a><i></i><a href=/b/>本地</a><i></i><span>正文</span></div>",
                &["橙橘网", "本地"],
            ),
            // A label without a colon; a separator within a name; the headline at the end, no links at all.
            (
                "<div><span>当前位置</span><a href=/>橙橘网</a><i></i><a href=/b/>本地</a></div>",
                &["橙橘网", "本地"],
            ),
            (
                "<div><a href=/>首页</a> <img src=a.png> <a href=/c/>产业</a> <img src=a.png> <a href=/it/>IT/家电</a></div>",
                &["首页", "产业", "IT/家电"],
            ),
            (
                "<div><a href=/>橙橘</a> / 城东公园今起开放</div>",
                &["橙橘"],
            ),
            (
                "<div>橙橘网/新闻/本地/正文</div>",
                &["橙橘网", "新闻", "本地"],
            ),
            // The last name ends as a button does.
            (
                "<div>当前位置： <a href=/>首页</a>/<a href=/y/>要闻动态</a>/<a href=/j/>今日关注</a></div>",
                &["首页", "要闻动态", "今日关注"],
            ),
        ];
        for (trail, expected) in rows {
            let html = format!(
                "<title>城东公园今起开放</title>{trail}<h1>城东公园今起开放</h1><p>2024-05-10 06:58</p><div class=content>{PARAGRAPHS}</div>"
            );
            let found = Article::parse(&html).unwrap().metadata.breadcrumb;
            assert_eq!(found, *expected, "{trail}");
        }
    }
}
