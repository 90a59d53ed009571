//! The items of a list kept as text: which of its lines are headlines, and the summary and time that stand with each. Whether it is a list
//! at all is `judge`'s business, what a single line may be `list_line`'s.

use std::collections::HashMap;

use crate::article::{RelatedItem, Time};
use crate::content::text_lines::{LineKind, ends_sentence};
use crate::field::context::Context;
use crate::field::related::tuning::text::{
    AGAIN_MAX, BELOW_MAX, BESIDE, BESIDE_TIME, BOTH_MIN, FAR_MIN, HAN_MIN, NEAR, ROWS_MIN,
    SENTENCE_MIN, STRAYS_BEFORE, STRAYS_MAX, TIMED_MIN, TITLE_MAX,
};
use crate::field::related::tuning::{LINE_ITEM_MIN, TIME_DIGITS, TIME_LINE_MAX, TITLE_MIN};
use crate::grammar::label;
use crate::grammar::label::Label;
use crate::grammar::lexicon::facet::Facet;
use crate::grammar::lexicon::is_han;
use crate::grammar::list_item;
use crate::grammar::list_line;
use crate::grammar::time;
use crate::grammar::title::key::same_headline;

/// A line behind a label.
#[derive(Debug, Clone, Copy)]
pub(super) struct ListLine<'a> {
    pub(super) text: &'a str,
    pub(super) kind: LineKind,
}

/// What was read of a list.
#[derive(Debug, Default)]
pub(super) struct Found {
    pub(super) items: Vec<RelatedItem>,
    /// Lines among the items that belong to none.
    pub(super) strays: usize,
    /// Lines up to the end of the list.
    pub(super) lines: usize,
}

/// What a line of a list is.
#[derive(Debug, Clone)]
enum Shape {
    /// The time of an item, and next to nothing else.
    Time(Time),
    /// A headline or a summary.
    Words,
    /// Too short for either where times do not tell the items apart.
    Short,
    /// Outlet, channel, counter, a word that every item has.
    Beside,
    /// A control.
    Stray,
}

/// Reads the items of the lines behind a label, up to where the list ends.
pub(super) fn read(cx: &Context<'_>, lines: &[ListLine<'_>]) -> Found {
    let again = again(lines);
    let mut shapes: Vec<Shape> = Vec::new();
    let (mut strays, mut row, mut headlines) = (0, 0, 0);
    for (i, line) in lines.iter().enumerate() {
        let shape = shape(cx, lines, i, &again);
        let standing = matches!(shape, Shape::Words | Shape::Stray | Shape::Short);
        if standing && ends(cx, lines, i, headlines > 0) && !in_rows(lines, i, &again) {
            break;
        }
        let chars = line.text.chars().count();
        row = match shape {
            Shape::Words if row <= NEAR || chars >= FAR_MIN => 0,
            Shape::Words | Shape::Stray | Shape::Short => row + 1,
            Shape::Time(_) | Shape::Beside => row,
        };
        let most = if headlines == 0 {
            STRAYS_BEFORE
        } else {
            STRAYS_MAX
        };
        if row > most {
            // Those at the end belong to what follows.
            strays -= STRAYS_MAX.min(strays);
            break;
        }
        strays += usize::from(matches!(shape, Shape::Stray));
        headlines += usize::from(row == 0 && matches!(shape, Shape::Words));
        shapes.push(shape);
    }
    let mut rows = Rows::default();
    let timed = shapes.iter().filter(|s| matches!(s, Shape::Time(_)));
    let timed = timed.count();
    let words = shapes.iter().filter(|s| matches!(s, Shape::Words)).count();
    // Where each item has its time in a line of its own, the lines between two times are one item.
    rows.grouped = timed >= 2 && words <= timed * 3;
    let first = shapes
        .iter()
        .find(|s| matches!(s, Shape::Time(_) | Shape::Words));
    rows.time_first = matches!(first, Some(Shape::Time(_)));
    for (i, shape) in shapes.iter().enumerate() {
        rows.take(cx, lines, i, shape, &again);
    }
    let items = rows.finish();
    Found {
        items,
        strays,
        lines: shapes.len(),
    }
}

/// How often each line comes.
fn again<'a>(lines: &[ListLine<'a>]) -> HashMap<&'a str, usize> {
    let mut again = HashMap::new();
    for line in lines {
        *again.entry(line.text).or_insert(0) += 1;
    }
    again
}

/// What a line is by itself and beside the next one.
fn shape(
    cx: &Context<'_>,
    lines: &[ListLine<'_>],
    i: usize,
    again: &HashMap<&str, usize>,
) -> Shape {
    let text = lines[i].text;
    let chars = text.chars().count();
    if let Some(time) = time_line(cx, text) {
        return Shape::Time(time);
    }
    if begins_with_time(lines, i) {
        let time = time::find_all(text, &cx.times).into_iter().next();
        return time.map_or(Shape::Beside, |(_, time)| Shape::Time(time));
    }
    let letters = text.chars().filter(|c| c.is_alphabetic()).count();
    let digits = text.bytes().filter(u8::is_ascii_digit).count();
    // 环球网 | 5小时前: a bar in a line of its own parts what is said about an item.
    let parted = [i.checked_sub(1), Some(i + 1)]
        .into_iter()
        .flatten()
        .any(|beside| lines.get(beside).is_some_and(|line| line.text == "|"));
    if chars < LINE_ITEM_MIN
        || lines[i].kind == LineKind::Label
        || digits >= TIME_DIGITS && letters <= BESIDE_TIME
        || again.get(text).is_some_and(|&n| n > 1) && chars < AGAIN_MAX
        || list_item::is_counter(text)
        || list_line::is_channels(text)
        || parted
        || chars < TITLE_MAX && names_source(text)
    {
        return Shape::Beside;
    }
    let furniture = lines[i].kind == LineKind::Furniture && chars < TITLE_MAX / 3;
    if list_line::is_control(text) || list_line::is_menu(text) || furniture {
        return Shape::Stray;
    }
    let han = text.chars().filter(|&c| is_han(c)).count();
    if chars < TITLE_MIN as usize || han < HAN_MIN {
        return Shape::Short;
    }
    Shape::Words
}

/// Whether a line says where an item is from: `本地 公园 来源：橙橘网`.
fn names_source(text: &str) -> bool {
    text.contains(['：', ':'])
        && label::scan(text)
            .iter()
            .any(|said| said.label == Label::Source)
}

/// Whether a short word that every item has, the number of its comments, stands one or two lines below: what ends other lists is an outlet
/// (橙橘日报客户端) or a headline (人到中年，有些事，不必说) there.
fn in_rows(lines: &[ListLine<'_>], i: usize, again: &HashMap<&str, usize>) -> bool {
    let below = lines[i + 1..].iter().take(BESIDE);
    let mut short = below.filter(|line| line.text.chars().count() <= BELOW_MAX);
    short.any(|line| again.get(line.text).is_some_and(|&n| n >= ROWS_MIN))
}

/// Whether the list ends above a line.
fn ends(cx: &Context<'_>, lines: &[ListLine<'_>], i: usize, begun: bool) -> bool {
    let ListLine { text, kind } = lines[i];
    let chars = text.chars().count();
    let text_again = kind == LineKind::Sentence
        && chars > TITLE_MAX * 2
        && list_line::with_summary(text).is_none()
        && lines
            .get(i + 1)
            .is_some_and(|next| next.kind == LineKind::Sentence);
    let control = list_line::is_control(text);
    // 绿道,贯通,骑行,步道 above an item's time is its summary.
    let dated = || {
        let next = lines.get(i + 1);
        next.is_some_and(|next| time_line(cx, next.text).is_some())
    };
    kind == LineKind::Furniture && !control && chars >= TITLE_MAX / 3
        || text_again
        || !control && list_line::is_foot(text)
        || list_line::is_heading_with_more(text)
        || begun && (list_line::is_menu(text) || list_line::is_tags(text) && !dated())
        || label::scan(text)
            .first()
            .is_some_and(|l| matches!(l.label, Label::Tags | Label::Breadcrumb | Label::Editor))
}

/// The time in a line that says next to nothing else: `2024-05-10 06:58 橙橘网`.
fn time_line(cx: &Context<'_>, text: &str) -> Option<Time> {
    if text.len() > TIME_LINE_MAX || !text.contains(|c: char| c.is_ascii_digit()) {
        return None;
    }
    let found = time::find(text, &cx.times)?;
    let rest = text.replacen(&found.raw, "", 1);
    let letters = rest.chars().filter(|c| c.is_alphabetic()).count();
    (letters <= BESIDE_TIME).then_some(found)
}

/// Whether a line below a headline begins with a clock, tags and counters glued to it: `今天 14:01湖区步道`.
fn begins_with_time(lines: &[ListLine<'_>], i: usize) -> bool {
    let clock = |text: &str| {
        time::spans::at_start(text).is_some_and(|end| text[..end].contains([':', '：']))
    };
    let above = i.checked_sub(1).map(|above| lines[above].text);
    clock(lines[i].text)
        && above.is_some_and(|above| !clock(above))
        && !ends_sentence(lines[i].text)
}

/// Items as they are put together.
#[derive(Default)]
struct Rows {
    /// Each item's time stands in a line of its own.
    grouped: bool,
    /// It stands above the headline.
    time_first: bool,
    items: Vec<RelatedItem>,
    /// For each item whether a short line stands right above it that no other item has.
    headed: Vec<bool>,
    /// Whether further words belong to the last item.
    open: bool,
    pending: Option<Time>,
    heading: bool,
    strays: usize,
}

impl Rows {
    fn take(
        &mut self,
        cx: &Context<'_>,
        lines: &[ListLine<'_>],
        i: usize,
        shape: &Shape,
        again: &HashMap<&str, usize>,
    ) {
        let text = lines[i].text;
        let chars = text.chars().count();
        match shape {
            Shape::Beside => {
                self.heading |=
                    chars > 1 && again.get(text) == Some(&1) && text.chars().all(is_han);
            }
            Shape::Stray => self.strays += 1,
            Shape::Time(time) => {
                if self.time_first {
                    self.pending = Some(time.clone());
                } else if let Some(last) = self.items.last_mut().filter(|i| i.published.is_none()) {
                    last.published = Some(time.clone());
                }
                self.open = false;
            }
            Shape::Short => {
                let named = text.chars().filter(|&c| is_han(c)).count() >= TIMED_MIN;
                if self.grouped && !self.open && named {
                    self.add(RelatedItem::of_text(text));
                } else {
                    self.heading = true;
                    self.strays += 1;
                }
            }
            Shape::Words if self.strays > NEAR && chars < FAR_MIN => self.strays += 1,
            Shape::Words => {
                self.strays = 0;
                self.words(cx, lines, i);
            }
        }
    }

    fn words(&mut self, cx: &Context<'_>, lines: &[ListLine<'_>], i: usize) {
        let text = list_line::without_count(list_line::without_mark(lines[i].text));
        let chars = text.chars().count();
        let more = Facet::SummaryEnd.ends(text);
        if chars > BOTH_MIN
            && !(self.grouped && self.open)
            && let Some((title, summary)) = list_line::with_summary(text)
        {
            let mut item = RelatedItem::of_text(title);
            item.summary = Some(summary.to_string());
            self.add(item);
            return;
        }
        let sentence = chars > SENTENCE_MIN && text.ends_with('。');
        if self.grouped && self.open || chars > TITLE_MAX || sentence || more {
            self.further(text);
            return;
        }
        let mut item = RelatedItem::of_text("");
        item.title = self.headline(cx, text);
        let beside = lines[i.saturating_sub(BESIDE)..lines.len().min(i + BESIDE + 1)].iter();
        if let Some(title) = without_outlet(&item.title, beside) {
            item.title = title.to_string();
        }
        self.add(item);
    }

    /// Words that belong to the last item: its summary, or its headline if what was taken for one is the outlet.
    fn further(&mut self, text: &str) {
        let Some(last) = self.items.last_mut() else {
            return;
        };
        let outlet = last.title.chars().count() < TITLE_MIN as usize && !ends_sentence(text);
        if outlet && self.open && last.summary.is_none() {
            last.title = text.to_string();
        } else if last.summary.is_none() && !same_headline(&last.title, text) {
            last.summary = Some(text.to_string());
        }
    }

    fn add(&mut self, mut item: RelatedItem) {
        item.published = self.pending.take();
        self.open = true;
        // A picture's words and the headline below it; a list shown twice.
        if self.items.iter().any(|known| known.title == item.title) {
            return;
        }
        self.items.push(item);
        self.headed.push(std::mem::take(&mut self.heading));
    }

    /// A headline without the time that stands before or behind it.
    fn headline(&mut self, cx: &Context<'_>, text: &str) -> String {
        let (title, time) = list_item::headline(text);
        if let Some(time) = time.and_then(|time| time::find(time, &cx.times)) {
            self.pending.get_or_insert(time);
            return title;
        }
        without_time(cx, text, &mut self.pending).to_string()
    }

    /// The items, up to where another list begins that nothing announces.
    fn finish(self) -> Vec<RelatedItem> {
        let Self {
            mut items, headed, ..
        } = self;
        let timed: Vec<bool> = items.iter().map(|i| i.published.is_some()).collect();
        let other = (1..items.len()).find(|&k| {
            let (before, behind) = timed.split_at(k);
            let times_end = k >= 2 && before.iter().all(|&t| t) && !behind[0];
            let times_begin = headed[k]
                && behind.len() >= 2
                && !before.contains(&true)
                && !behind.contains(&false);
            let ranks_begin = rank(&items[k].title) == Some(1)
                && items.get(k + 1).and_then(|next| rank(&next.title)) == Some(2)
                && rank(&items[0].title) != Some(1);
            times_end || times_begin || ranks_begin
        });
        items.truncate(other.unwrap_or(items.len()));
        without_channels(&mut items);
        // Outlets between the headlines are far shorter than they.
        let length = |item: &RelatedItem| item.title.chars().count();
        let (all, count) = (items.iter().map(length).sum::<usize>(), items.len());
        items.retain(|item| length(item) * count * 5 >= all * 2 || item.published.is_some());
        items
    }
}

/// The rank a headline begins with: `1城东公园今起开放`.
fn rank(title: &str) -> Option<u32> {
    let digits = title.bytes().take_while(u8::is_ascii_digit).count();
    let (rank, rest) = title.split_at(digits);
    rest.starts_with(|c: char| is_han(c) || "[【《“.、".contains(c))
        .then(|| rank.parse().ok())?
}

/// `【军事】…` before most headlines is the channel they are from.
fn without_channels(items: &mut [RelatedItem]) {
    let with = items.iter().filter_map(|i| list_line::channel(&i.title));
    if items.len() >= 2 && with.count() * 2 >= items.len() {
        for item in items {
            if let Some((_, title)) = list_line::channel(&item.title) {
                item.title = title.to_string();
            }
        }
    }
}

/// A headline without the outlet that is glued to it and stands in a line of its own beside it.
fn without_outlet<'t, 'l>(
    title: &'t str,
    mut beside: impl Iterator<Item = &'l ListLine<'l>>,
) -> Option<&'t str> {
    beside.find_map(|line| {
        let chars = line.text.chars().count();
        let rest = title.strip_suffix(line.text)?.trim_end();
        ((2..AGAIN_MAX).contains(&chars) && rest.chars().count() >= TITLE_MIN as usize)
            .then_some(rest)
    })
}

/// A headline without the time that stands before or behind it, apart from it; a day with its year may be glued to its end.
fn without_time<'a>(cx: &Context<'_>, text: &'a str, published: &mut Option<Time>) -> &'a str {
    let apart =
        |c: char| c.is_whitespace() || matches!(c, '[' | ']' | '(' | ')' | '（' | '）' | '|');
    let Some((range, found)) = time::find_all(text, &cx.times).into_iter().next_back() else {
        // A day without year behind the headline: 06-01.
        let figures = |c: char| c.is_ascii_digit() || c == '-' || c == '/';
        return match text.rsplit_once(char::is_whitespace) {
            Some((title, day)) if day.len() == 5 && day.chars().all(figures) => title.trim_end(),
            _ => text,
        };
    };
    let with_year = found.raw.bytes().take_while(u8::is_ascii_digit).count() == 4
        && found.raw.bytes().filter(u8::is_ascii_digit).count() >= TIME_DIGITS;
    let (before, behind) = (&text[..range.start], &text[range.end..]);
    let title = if before.is_empty() {
        Some(behind).filter(|rest| rest.starts_with(apart))
    } else if behind.trim_matches(apart).is_empty() {
        Some(before).filter(|rest| with_year || rest.ends_with(apart))
    } else {
        None
    };
    match title.map(|t| t.trim_matches(apart)) {
        Some(title) if title.chars().count() >= TITLE_MIN as usize => {
            published.get_or_insert(found);
            title
        }
        _ => text,
    }
}
