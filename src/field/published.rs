//! When the article was published and updated: which of the page's times it is. How a time is written is `time`'s business.

use chrono::Timelike;

use crate::article::field::Field;
use crate::article::{Precision, Time};
use crate::content::hint::hints;
use crate::content::labelled::Region;
use crate::field::choose;
use crate::field::context::Context;
use crate::field::tuning::published::{
    CHANGED_MAX, CLOCK_MAX, HEADLINE_MAX, LINE_MAX, LINKED_HEADLINE, NAMED_CHARS, NAMED_WITHIN,
    SCRIPTS_MAX, SIGNED_BEFORE, SIGNED_BEHIND, SIGNED_MAX, TEXT_LINE_MAX, ZONES_MAX,
};
use crate::grammar::hints::Hint;
use crate::grammar::label::Label;
use crate::grammar::lexicon::facet::Facet;
use crate::grammar::time;
use crate::page::dom::NodeId;
use crate::reason::{Clue, Refusal};
use crate::trace::{Origin, Tracer};

/// Names of metas that hold the time of publication, best first.
const PUBLISHED: &[&str] = &[
    "article:published_time",
    "og:published_time",
    "og:release_date",
    "og:time",
    "datepublished",
    "apub:time",
    "firstpublishedtime",
    "bytedance:published_time",
    "dable:published_time",
    "weibo:article:create_at",
    "article:create_at",
    "pubdate",
    "publishdate",
    "publish-date",
    "publish_date",
    "publishtime",
    "pub_date",
    "date",
    "dc.date",
    "dcterms.created",
    "parsely-pub-date",
    "cxenseparse:recs:publishtime",
    "cxenseparse:publishtime",
    "releasedate",
    "time",
];

/// Names of metas that hold the time of the last change.
const UPDATED: &[&str] = &[
    "article:modified_time",
    "og:updated_time",
    "weibo:article:update_at",
    "article:update_at",
    "datemodified",
    "dateupdate",
    "lastmod",
];

/// Regions labels are believed in.
const NEAR: &[Region] = &[Region::Info, Region::Head, Region::Tail, Region::After];

/// A candidate for either field.
type Candidate<'a> = choose::Candidate<'a, Time>;

/// Both times.
pub(crate) fn find(cx: &Context<'_>, tracer: &mut Tracer) -> (Option<Time>, Option<Time>) {
    let times = cx.times;
    let read = |candidate: &Candidate<'_>| {
        let text = &candidate.shown;
        let known = candidate.value.clone();
        known
            .or_else(|| time::find(text, &times))
            .or_else(|| time::parse(text, &times))
    };

    let labelled: Vec<Candidate<'_>> = cx.labelled(|s| s.label == Label::Published, NEAR);
    let mut shown = info_times(cx);
    // 日期：… below the text is other articles', 发表于 … a comment's; what is shown above it comes first.
    let shown_day = shown.iter().find_map(read).map(|t| t.value.date_naive());
    let is_shown_day = |c: &Candidate<'_>| read(c).map(|t| t.value.date_naive()) == shown_day;
    let below = labelled_below(cx, is_shown_day);
    let of_list = |c: &Candidate<'_>| c.node.is_some_and(|node| below.contains(&node));
    let labelled_update: Vec<Candidate<'_>> = cx.labelled(|s| s.label == Label::Updated, NEAR);
    let elements = time_elements(cx);

    let from_meta: Vec<Candidate<'_>> = cx
        .linked(&["datePublished", "pubDate", "dateCreated", "uploadDate"])
        .into_iter()
        .chain(cx.metas(PUBLISHED))
        .collect();
    // Of several times above the text the one of the day that the page states: another is a ticker's or the last visit's.
    let stated: Vec<Time> = from_meta.iter().filter_map(read).collect();
    shown.sort_by_cached_key(|c| {
        let day = read(c).map(|time| time.value.date_naive());
        !stated.iter().any(|s| Some(s.value.date_naive()) == day)
    });
    // What a rule falls back to is no better than the same found without it: the place it names first is gone from the page.
    let is_fallback = |c: &Candidate<'_>| {
        c.node.is_none() && matches!(&c.origin, Origin::Rule(step) if step.index > 0)
    };
    let (fallbacks, by_rule): (Vec<_>, Vec<_>) =
        cx.rule_candidates(Field::Published).partition(is_fallback);
    let candidates = by_rule
        .into_iter()
        .chain(labelled.iter().filter(|c| !of_list(c)).cloned())
        .chain(shown.iter().cloned())
        .chain(labelled.iter().filter(|c| of_list(c)).cloned())
        .chain(fallbacks)
        .chain(from_meta.iter().cloned())
        .chain(labelled_update.iter().cloned())
        .chain(elements.iter().cloned())
        .chain(named_elements(cx))
        .chain(below_body(cx))
        .chain(std::iter::once_with(|| in_scripts(cx)).flatten())
        // A lone time of change is the time of publication.
        .chain(cx.metas(UPDATED))
        .chain(cx.page.base.page().and_then(|url| {
            let day = time::of_day(time::date_in_url(url.path())?, &times)?;
            let origin = Origin::Generic(Clue::UrlDay);
            Some(Candidate::read(origin, day.raw.clone(), None, day))
        }))
        .chain(cx.page.meta.title.as_deref().and_then(|title| {
            let day = day_behind(title, &times)?;
            let origin = Origin::Generic(Clue::TitleElement);
            Some(Candidate::read(origin, day.raw.clone(), None, day))
        }));
    let choice = choose::first(cx.mode(), candidates, read);
    let mut published = choice.value_with(Field::Published, tracer, |_| Refusal::NoTime);
    if let Some(time) = published.as_mut().filter(|_| cx.subject.is_generic()) {
        let machine: Vec<Time> = from_meta.iter().chain(&elements).filter_map(read).collect();
        sharpen(cx, time, &shown, &machine);
    }

    // Machines stamp every save: their time of change counts only where the page shows its readers one, perhaps as 3小时前.
    let said = shown_updates(cx);
    let shows = !labelled_update.is_empty() || !said.is_empty();
    let machine = cx
        .linked(&["dateModified", "upDate"])
        .into_iter()
        .chain(cx.metas(UPDATED))
        .filter(|_| shows);
    let both = !labelled.is_empty();
    let updates = cx
        .rule_candidates(Field::Updated)
        .chain(labelled_update)
        .chain(said)
        .chain(machine);
    let first = published.clone();
    let choice = choose::first(cx.mode(), updates, |candidate| {
        let time = read(candidate)?;
        // A machine may write the local time of publication and call it UTC.
        let same = |p: &Time| same_minute(&time::as_local(&time), p);
        // 发布 06:58 and 更新 06:58 may stand side by side; a lone time of change is the time of publication.
        let shown = both && matches!(candidate.origin, Origin::Label(_) | Origin::Rule(_));
        let later = first.as_ref().is_some_and(|p| {
            time.value > p.value && time.raw != p.raw && !same(p)
                || shown && (time.value >= p.value || same_minute(&time, p))
        });
        later.then_some(time)
    });
    let mut updated =
        choice.value_with(Field::Updated, tracer, |candidate| match read(candidate) {
            Some(_) => Refusal::NotLater,
            None => Refusal::NoTime,
        });
    // 更新 21:45 beside a publication known to be at 21:45:37: no page is changed before it is there.
    if let (Some(first), Some(change)) = (&published, &mut updated) {
        change.value = change.value.max(first.value);
    }
    (published, updated)
}

/// Where labelled times stand below the text: those of comments and other articles as often as its own.
fn labelled_below(cx: &Context<'_>, day: impl Fn(&Candidate<'_>) -> bool) -> Vec<NodeId> {
    let below: Vec<Candidate<'_>> = cx.labelled(|s| s.label == Label::Published, &[Region::After]);
    let differ = below.windows(2).any(|pair| pair[0].shown != pair[1].shown);
    let others = below.iter().filter(|c| differ || !day(c));
    others.filter_map(|c| c.node).collect()
}

/// The one time that the page's scripts give a name of publication. Where they have several, as for the articles of a list, none is this one's.
fn in_scripts(cx: &Context<'_>) -> Option<Candidate<'static>> {
    let dom = cx.dom();
    let scripts = dom.seen.scripts.iter().take(SCRIPTS_MAX);
    let mut times = scripts.flat_map(|&ix| time::in_script(dom.script_text(ix), &cx.times));
    let first = times.next()?;
    let origin = Origin::Generic(Clue::ScriptTime);
    times
        .all(|other| other.value == first.value)
        .then(|| Candidate::read(origin, first.raw.clone(), None, first))
}

/// Makes a time as exact as the page allows: clock from another place of the same day, second and zone from the machine's values.
fn sharpen(cx: &Context<'_>, time: &mut Time, shown: &[Candidate<'_>], machine: &[Time]) {
    if time.precision == Precision::Day {
        let finer = shown
            .iter()
            .filter_map(|candidate| match &candidate.value {
                Some(time) => Some(time.clone()),
                None => time::find(&candidate.shown, &cx.times),
            })
            .chain(machine.iter().cloned())
            .find_map(|other| time::refine(time, &other).filter(|t| t.precision > Precision::Day));
        if let Some(finer) = finer.or_else(|| lone_clock(cx, time)) {
            *time = finer;
        }
    }
    if time.precision == Precision::Day {
        return;
    }
    for other in machine {
        // A machine writes :00 for what was entered by the minute.
        if other.precision == Precision::Second
            && other.value.second() != 0
            && same_minute(other, time)
            && time.precision == Precision::Minute
        {
            time.value = other.value.with_timezone(time.value.offset());
            time.precision = Precision::Second;
            return;
        }
    }
    // A time shown without zone that is whole hours away from a machine's value with one was shown in that page's own zone,
    // unless the machine wrote local time and called it UTC.
    for other in machine {
        let apart = (other.value - time.value).num_minutes();
        let false_utc = same_minute(&time::as_local(other), time);
        if apart != 0
            && apart % 60 == 0
            && apart.abs() <= ZONES_MAX
            && !false_utc
            && names_zone(&other.raw)
            && !names_zone(&time.raw)
        {
            time.value = other.value;
            return;
        }
    }
}

/// Whether a machine's value ends with an offset: `…+08:00`, `…Z`.
fn names_zone(raw: &str) -> bool {
    let clock = raw.split_once('T').map_or("", |(_, clock)| clock);
    clock.contains(['+', 'Z', '-'])
}

/// Times of the info region with 更新 behind them: `2024/05/10 06:58 (05/10 09:30更新)`.
fn shown_updates(cx: &Context<'_>) -> Vec<Candidate<'static>> {
    let dom = cx.dom();
    let mut out = Vec::new();
    for line in cx.layout.info().filter_map(|i| dom.lines().get(i)) {
        let text = dom.line_text(line);
        if text.len() > CHANGED_MAX || !Facet::Changed.within(text) {
            continue;
        }
        let found = time::find_all(text, &cx.times);
        for (i, (range, time)) in found.iter().enumerate() {
            if Facet::Changed.starts(text[range.end..].trim_start()) {
                out.push(of_line(Clue::UpdateBehind, NodeId(line.node), i, time));
            }
        }
    }
    out
}

/// A clock that stands apart from its day in the info region.
fn lone_clock(cx: &Context<'_>, day: &Time) -> Option<Time> {
    let dom = cx.dom();
    let lines = cx.layout.info().filter_map(|i| dom.lines().get(i));
    let in_title = cx.page.meta.title.as_deref().and_then(clock_behind);
    lines
        .map(|l| dom.line_text(l))
        .filter(|text| text.len() <= CLOCK_MAX)
        .chain(in_title)
        .find_map(|text| time::with_clock(day, text))
}

/// The day behind a page's headline: `城东公园今起开放-《橙橘日报》2024-05-10-橙橘数据库`. One in the headline is what it is about.
fn day_behind(title: &str, times: &time::TimeContext) -> Option<Time> {
    let headline = title.find(['-', '_', '|', '–', '—', '｜'])?;
    let (range, time) = time::find_all(title, times).pop()?;
    let apart = !title[..range.start].ends_with(char::is_alphanumeric);
    (range.start > headline && apart).then_some(time)
}

/// The clock behind a headline: `城东公园今起开放 (13:42) - 20240510 - 港聞`.
fn clock_behind(title: &str) -> Option<&str> {
    let open = title.find("(").filter(|&at| {
        let rest = &title.as_bytes()[at + 1..];
        rest.get(2) == Some(&b':') && rest.get(5) == Some(&b')')
    })?;
    title.get(open + 1..open + 6)
}

fn same_minute(a: &Time, b: &Time) -> bool {
    a.value.timestamp().div_euclid(60) == b.value.timestamp().div_euclid(60)
}

/// Lines of the info region that hold a time without a label, nearest to the headline first.
fn info_times(cx: &Context<'_>) -> Vec<Candidate<'static>> {
    let (dom, times) = (cx.dom(), &cx.times);
    // Below the headline, above it, days without a clock, and what is told from now above the headline: a ticker's 39分鐘前.
    let mut with_clock = Vec::new();
    let mut above_headline = Vec::new();
    let mut day_only = Vec::new();
    let mut told_from_now = Vec::new();
    let lines = dom.lines();
    for i in cx.layout.info() {
        let Some(line) = lines.get(i) else { break };
        let text = dom.line_text(line);
        // A linked headline with a time behind it is another article's.
        let next = lines.get(i + 1).map_or(line.node + 1, |l| l.node);
        let linked = line.counts.linked >= LINKED_HEADLINE
            && dom
                .anchors_between(NodeId(line.node.saturating_sub(1)), NodeId(next))
                .iter()
                .any(|&a| {
                    dom.text(a).chars().filter(|c| !c.is_ascii()).count()
                        >= LINKED_HEADLINE as usize
                });
        if Some(i) == cx.layout.headline() || line.counts.chars > LINE_MAX || linked {
            continue;
        }
        // In text nothing is linked: there a line above the headline that says more than a time is another article's.
        let above = cx.layout.headline().is_some_and(|h| i < h);
        if dom.is_text() && above && line.counts.chars > TEXT_LINE_MAX {
            continue;
        }
        // 20:53更新 is no time of publication, if the line has another.
        let mut found = time::find_all(text, times);
        // 北京时间 below the headline says which clock the article's time is told by.
        found.retain(|(range, _)| {
            let before = &text[..range.start];
            !time::is_clock_of_page(before) || !above && time::is_city_clock(before)
        });
        let is_change = |end: usize| Facet::Changed.starts(text[end..].trim_start());
        let first = found.iter().position(|(range, _)| !is_change(range.end));
        let first = first.unwrap_or(0);
        if let Some((_, time)) = found.get(first) {
            let list = match time.precision {
                Precision::Day => &mut day_only,
                _ if !above => &mut with_clock,
                _ if time::is_told_from_now(&time.raw) => &mut told_from_now,
                _ => &mut above_headline,
            };
            list.push(of_line(Clue::InfoLine, NodeId(line.node), first, time));
        }
    }
    // Of one time shown twice the first counts.
    let value = |c: &Candidate<'_>| c.value.as_ref().map(|time| time.value);
    let again = with_clock.first().is_some_and(|below| {
        above_headline
            .first()
            .is_some_and(|above| value(above) == value(below))
    });
    match again {
        true => with_clock.splice(0..0, above_headline).for_each(drop),
        false => with_clock.extend(above_headline),
    }
    with_clock.extend(day_only);
    with_clock.extend(told_from_now);
    if with_clock.is_empty()
        && let Some(line) = cx.layout.headline().and_then(|i| lines.get(i))
        && let text = dom.line_text(line)
        && text.len() <= HEADLINE_MAX
        && let Some((i, (range, time))) = time::find_all(text, times).iter().enumerate().next_back()
        && text[range.end..]
            .trim_matches(|c: char| {
                c.is_whitespace() || dom.is_text() && "()（）[]【】".contains(c)
            })
            .is_empty()
    {
        with_clock.push(of_line(Clue::BehindHeadline, NodeId(line.node), i, time));
    }
    with_clock
}

/// The `i`th time of a line. A later one may owe its day to the first: it counts if it is a time by itself.
fn of_line(clue: Clue, node: NodeId, i: usize, time: &Time) -> Candidate<'static> {
    let origin = Origin::Generic(clue);
    match i {
        0 => Candidate::read(origin, time.raw.clone(), node, time.clone()),
        _ => Candidate::text(origin, time.raw.clone(), node),
    }
}

/// Lines right at the body's end that hold a day and nothing else, the clock in the next line at most: official releases end so.
fn below_body(cx: &Context<'_>) -> Option<Candidate<'static>> {
    let dom = cx.dom();
    let lines = dom.lines();
    let body = cx.layout.body();
    if body.is_empty() {
        return None;
    }
    let end = body.end;
    let short_line = |i: usize| {
        let line = lines.get(i)?;
        let text = dom.line_text(line);
        (text.len() <= SIGNED_MAX && line.counts.linked == 0).then_some(text)
    };
    (end.saturating_sub(2)..end + 2).find_map(|i| {
        let text = short_line(i)?;
        let (range, _) = time::find_all(text, &cx.times).into_iter().next()?;
        // A weekday, a bracket; a sentence may begin or end with a day too.
        let others = |text: &str| text.chars().filter(|c| c.is_alphabetic()).count();
        let alone = others(&text[..range.start]) <= SIGNED_BEFORE
            && others(&text[range.end..]) <= SIGNED_BEHIND
            && !text.contains('。');
        let next = short_line(i + 1).filter(|next| next.contains(['時', '时', ':', '：']));
        let text = match next {
            Some(next) => format!("{text} {next}"),
            None => text.to_string(),
        };
        let origin = Origin::Generic(Clue::DayBelowBody);
        alone.then(|| Candidate::text(origin, text, NodeId(lines[i].node)))
    })
}

/// Elements named for the time, right below the article: pages of pictures have their info line there.
fn named_elements<'a>(cx: &Context<'a>) -> Option<Candidate<'a>> {
    let dom = cx.dom();
    let end = cx.place.end()?.0.min(dom.len() as u32);
    (end..(end + NAMED_WITHIN).min(dom.len() as u32))
        .map(NodeId)
        .find(|&ix| {
            NAMED_CHARS.contains(&dom.counts(ix).chars)
                && dom.counts(ix).linked == 0
                && !dom.is_hidden(ix)
                && hints(dom, ix).has(Hint::Time)
        })
        .map(|ix| Candidate::text(Origin::Generic(Clue::NamedTime), dom.text(ix), ix))
}

/// `time` elements and their `datetime`, outside lists.
fn time_elements<'a>(cx: &Context<'a>) -> Vec<Candidate<'a>> {
    let dom = cx.dom();
    dom.subtree(dom.body())
        .filter(|&ix| dom.tag(ix) == crate::page::tag::Tag::Time && !dom.is_hidden(ix))
        .take(3)
        .filter_map(|ix| {
            let text = dom.attr(ix, "datetime").unwrap_or_else(|| dom.text(ix));
            let origin = Origin::Generic(Clue::TimeElement);
            (!text.is_empty()).then(|| Candidate::text(origin, text, ix))
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use crate::Article;
    use crate::samples::PARAGRAPHS;

    #[test]
    fn times_of_pages() {
        let rows = [
            (
                "<h1>城东公园今起开放 <i>2024-05-10 06:58</i></h1>",
                "",
                Some("2024-05-10T06:58:00+08:00"),
            ),
            (
                "<h1>城东公园今起开放</h1>",
                "<p>完</p><p>2024年5月10日（星期五）<br>香港時間6時58分</p>",
                Some("2024-05-10T06:58:00+08:00"),
            ),
            (
                "<h1>城东公园今起开放</h1>",
                "<p>公园管理处</p><p>2024年5月10日</p>",
                Some("2024-05-10T00:00:00+08:00"),
            ),
            // The page's clock and a ticker above the headline.
            (
                "<p>中国时间 2:26 2024年5月13日</p><p>城西公园动工 39分钟前</p><h1>城东公园今起开放</h1><p>2024年5月10日 06:58</p>",
                "",
                Some("2024-05-10T06:58:00+08:00"),
            ),
            // Whose clock the article's own time is told by.
            (
                "<h1>城东公园今起开放</h1><p>北京时间：2024-05-10 06:58</p>",
                "",
                Some("2024-05-10T06:58:00+08:00"),
            ),
            // Labelled times below are those of a list.
            (
                "<h1>城东公园今起开放</h1><p>时间2024-05-10 06:58:12 112浏览</p>",
                "</div><div><p>日期：2024-05-08 11:30:06</p><p>日期：2024-05-09 12:19:35</p>",
                Some("2024-05-10T06:58:12+08:00"),
            ),
            // A comment's, and the article's own day told to the minute below it.
            (
                "<h1>城东公园今起开放</h1><p>2024-05-10 06:58 592次阅读</p>",
                "</div><div><p>匿名人士</p><p>发表于 2024-05-11 02:31:37</p><p>去过了</p>",
                Some("2024-05-10T06:58:00+08:00"),
            ),
            (
                "<h1>城东公园今起开放</h1><p>2024-05-10</p>",
                "</div><div><p>发布时间：2024-05-10 06:58</p>",
                Some("2024-05-10T06:58:00+08:00"),
            ),
            // A day in the last sentence, or of another article.
            (
                "<h1>城东公园今起开放</h1>",
                "<p>改造始于2021年5月10日。</p>",
                None,
            ),
            (
                "<h1>城东公园今起开放</h1>",
                "<ul><li><a href=/1.html>城西公园动工</a> 2024-05-09</li></ul>",
                None,
            ),
        ];
        for (above, below, expected) in rows {
            let html = format!(
                "<title>城东公园今起开放</title>{above}<div class=content>{PARAGRAPHS}{below}</div>"
            );
            let published = Article::parse(&html).unwrap().metadata.published;
            let published = published.map(|time| time.value.to_rfc3339());
            assert_eq!(published.as_deref(), expected, "{above}{below}");
        }
    }

    /// A page that shows no time may name a day behind the headline in its title.
    #[test]
    fn days_in_titles() {
        for (title, expected) in [
            (
                "城东公园今起开放-《橙橘日报》2024-05-10-橙橘数据库",
                Some("2024-05-10"),
            ),
            (
                "城东公园今起开放_2024年5月10日_橙橘网",
                Some("2024年5月10日"),
            ),
            ("2024年5月10日城东公园今起开放-橙橘网", None),
            ("橙橘网-城东公园2024年5月10日起开放", None),
        ] {
            let html = format!(
                "<title>{title}</title><h1>城东公园今起开放</h1><div class=content>{PARAGRAPHS}</div>"
            );
            let published = Article::parse(&html).unwrap().metadata.published;
            let raw = published.as_ref().map(|time| time.raw.as_str());
            assert_eq!(raw, expected, "{title}");
        }
    }

    #[test]
    fn updates_of_pages() {
        let modified = "<meta property=article:modified_time content=2024-05-10T09:30:12+08:00>";
        // In the head, in the info line, and the time of the update.
        let rows = [
            (
                "",
                "发布时间：2024-05-10 06:58 更新时间：2024-05-10 09:30",
                Some("2024-05-10T09:30:00+08:00"),
            ),
            (
                "",
                "發佈 10.05.2024 06:58 最後更新 10.05.2024 06:58",
                Some("2024-05-10T06:58:00+08:00"),
            ),
            // Every save moves the machine's time; what readers are shown counts.
            (modified, "2024-05-10 06:58", None),
            (
                modified,
                "发布时间：2024-05-10 06:58 更新时间：3小时前",
                Some("2024-05-10T09:30:12+08:00"),
            ),
            ("", "更新时间：2024-05-10 09:30", None),
            // Never before the publication that a machine tells to the second.
            (
                "<meta property=article:published_time content=2024-05-10T06:58:41+08:00>",
                "发布时间：2024-05-10 06:58 更新时间：2024-05-10 06:58",
                Some("2024-05-10T06:58:41+08:00"),
            ),
        ];
        for (head, info, expected) in rows {
            let html = format!(
                "{head}<h1>城东公园今起开放</h1><p>{info}</p><div class=content>{PARAGRAPHS}</div>"
            );
            let updated = Article::parse(&html).unwrap().metadata.updated;
            let updated = updated.map(|time| time.value.to_rfc3339());
            assert_eq!(updated.as_deref(), expected, "{head} {info}");
        }
    }

    /// Where the place that a rule names first is gone, its meta is worth what it is without a rule.
    #[test]
    fn the_shown_time_comes_before_what_a_rule_falls_back_to() {
        let page = |class: &str| {
            format!(
                "<meta property=article:published_time content=2024-05-10T09:27:48+08:00><h1>城东公园今起开放</h1>
                <p>2024-05-09 12:00 城西公园动工</p><p class={class}>2024-05-10 06:58</p>
                <div class=text><p>城东公园今天上午正式向市民开放，园内步道、湖区和儿童乐园同时启用。</p></div>"
            )
        };
        let rule = "title = 'h1'\nbody = '.text'\npublished = ['.time', { meta = 'article:published_time' }]";
        for class in ["time", "x3f1"] {
            let article = crate::samples::ruled(rule).parse(&page(class)).unwrap();
            let time = article.metadata.published.unwrap();
            assert_eq!(time.raw, "2024-05-10 06:58", "{class}");
        }
    }
}
