//! The value grammar of credits: who wrote, edited, photographed … in a label's value, an info line, an article's first words or its last. Not where those are looked for.

mod credits;
mod dateline;
mod phrase;
mod roles;

pub(crate) use crate::grammar::byline::credits::Credits;
use crate::grammar::byline::credits::{RoleEffect, is_mark, merge};
use crate::grammar::byline::dateline::agency;
use crate::grammar::byline::phrase::{
    bare_names, phrase, phrase_beside, submitted, value_names, writers_by_role,
};
use crate::grammar::label;
use crate::grammar::label::Label;
use crate::grammar::lexicon::facet::Facet;
use crate::grammar::lexicon::{
    closes, first_chars, is_close, is_colon, is_han, is_open, is_slash, is_space,
};
use crate::grammar::names::{NamePolicy, is_han_name, people, whole_in_brackets};
use crate::grammar::outlet;
use crate::grammar::time;
use crate::grammar::time::spans::{self, without_times};
use crate::text::is_longer;

/// Whose names a value holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum NameKind {
    /// After 作者: desks and accounts count.
    Author,
    /// After 责任编辑.
    Editor,
    /// After any other credit's label.
    Other,
}

/// Longest text, in characters, that is read as a line of credits.
const LONGEST_LINE: usize = 240;
/// Marks that newspapers and journals set before who wrote.
const SIGNED: [char; 9] = ['□', '■', '◎', '●', '◆', '◇', '○', '★', '☆'];
/// How much of a first paragraph is looked at, in characters.
const HEAD: usize = 80;
/// How much of a last paragraph is looked at, in characters.
const TAIL: usize = 90;
/// Longest line, in characters, that can be nothing but credits.
const CREDIT_LINE: usize = 160;

/// People (or desks) in the value of a label: split, and outlets, places, titles and desk codes cut off.
///
/// `城东报记者 张三、李四（实习生）` gives `张三` and `李四`.
pub(crate) fn names(value: &str, kind: NameKind) -> Vec<String> {
    let value = value.trim_matches(is_space);
    // `张三 来源：橙橘网`: the next label's value is not ours.
    let labels = label::scan(value);
    // `来源：橙橘网`, where a rule looked for an editor: somebody else's label.
    if let Some(first) = labels.first()
        && first.range.start == 0
        && matches!(
            first.label,
            Label::Source | Label::Published | Label::Updated | Label::Breadcrumb | Label::Tags
        )
    {
        return Vec::new();
    }
    let value = match labels.into_iter().find(|next| next.range.start > 0) {
        Some(next) if next.label != Label::Author => &value[..next.range.start],
        _ => value,
    };
    // `橙央社／城东22日综合外电报导`: a dispatch names nobody.
    if let Some((house, dispatch)) = value.split_once(is_slash)
        && outlet::is_outlet(house.trim_matches(is_space))
        && dispatch.contains('日')
        && Facet::Report.ends(dispatch.trim_end())
    {
        return Vec::new();
    }
    // `张三/文 李四/摄`: the roles behind the names say who wrote.
    if kind == NameKind::Author
        && let Some(writers) = writers_by_role(value)
    {
        return writers;
    }
    let value = without_bare_label(value);
    people(
        outlet::without_controls(value),
        match kind {
            NameKind::Author => NamePolicy::Author,
            NameKind::Editor | NameKind::Other => NamePolicy::Staff,
        },
    )
}

/// A value up to a word that is another credit's label, though no colon says so: `李四　版面 王小明`.
fn without_bare_label(value: &str) -> &str {
    let mut at = 0;
    for word in value.split_inclusive(is_space) {
        let bare = word.trim_matches(is_space);
        let label = || {
            matches!(
                label::by_name(bare),
                Some(Label::Editor | Label::Credit(_) | Label::Noise)
            )
        };
        if at > 0 && bare.chars().count() >= 2 && bare.chars().all(is_han) && label() {
            return &value[..at];
        }
        at += word.len();
    }
    value
}

/// Credits in a line of an info block, a signature line, or a credit line at the body's end:
/// `文/张三 编辑/李四`, `责编：张三、李四  校对 王小明`, `記者張三／台北報導`.
pub(crate) fn line(text: &str) -> Credits {
    line_beside(text, None)
}

/// The same for a line that is known to have no label.
pub(crate) fn unlabelled_line(text: &str) -> Credits {
    line_beside(text, Some(text))
}

/// The same; a text that is `unlabelled` is known to have no labels.
fn line_beside(text: &str, unlabelled: Option<&str>) -> Credits {
    let signed = text.trim_start_matches(is_space).starts_with(SIGNED);
    let text = text.trim_matches(|c| is_space(c) || is_mark(c));
    if is_longer(text, LONGEST_LINE) {
        return Credits::default();
    }
    // `〔記者張三／台北報導〕2024-05-10`
    // and 2024-05-10 06:58 ［記者張三／綜合報導］
    let timed = match text.ends_with(is_close) {
        true => text.starts_with(|c: char| c.is_ascii_digit()),
        false => text.starts_with(is_open),
    };
    let untimed = match timed {
        true => without_times(text),
        false => "".into(),
    };
    let inner =
        whole_in_brackets(text).or_else(|| whole_in_brackets(untimed.trim_matches(is_space)));
    let mut credits = phrase_beside(inner.unwrap_or(text), unlabelled);
    // `张三/李四（橙新社、城东社等）`: who wrote, and whose reports they used.
    if credits.is_empty()
        && text.ends_with(is_close)
        && let Some(writers) = before_agencies(text)
    {
        credits.authors = bare_names(writers);
    }
    // `□张三（城东大学教授）`: newspapers sign with a square.
    if signed && credits.is_empty() {
        credits.authors = bare_names(&without_remarks(text));
    }
    if !credits.has_people()
        && text.contains('由')
        && let Some(name) = submitted(text)
    {
        credits.authors = vec![name];
    }
    credits
}

/// Credits in the head of a first paragraph: `新华社北京5月9日电（记者 张三、李四）…`, `〔記者張三／高雄報導〕…`.
/// Its `source` is only a hint.
pub(crate) fn head(paragraph: &str) -> Credits {
    let paragraph = paragraph.trim_start_matches(|c| is_space(c) || is_mark(c));
    let whole_is_short = first_chars(paragraph, HEAD + 1).is_none();
    let text = first_chars(paragraph, HEAD).unwrap_or(paragraph);

    // `【橙环网报道 记者 张三】…`, after at most one other bracket: `（有片）（記者張三）`
    let mut rest = text;
    for _ in 0..2 {
        let Some((inner, behind)) = leading_bracket(rest) else {
            break;
        };
        let mut found = phrase(inner);
        if found.source.is_none() {
            found.source = agency(inner);
        }
        if found.has_people() || found.source.is_some() && !behind.starts_with(is_open) {
            return found;
        }
        rest = behind.trim_start_matches(is_space);
    }
    if let Some((head, credit)) = dateline::with_bracket(rest) {
        let mut credits = phrase(credit);
        if !credits.has_people() {
            credits.authors = bare_names(credit);
        }
        credits.source = agency(head);
        if credits.has_people() {
            return credits;
        }
        // `本报讯（通讯员 城宣）记者张三报道：…`: the bracket names a desk.
        let behind = &rest[rest.find(credit).map_or(rest.len(), |at| at + credit.len())..];
        let behind = behind.trim_start_matches(|c| is_close(c) || is_space(c));
        if let Some(found) = dateline::without_bracket(behind) {
            let mut credits = phrase(found.byline);
            if credits.has_people() {
                credits.source = agency(head);
                return credits;
            }
        }
    }
    for opening in [
        dateline::without_bracket,
        dateline::with_names,
        dateline::before_dispatch,
    ] {
        if let Some(found) = opening(rest) {
            let mut credits = phrase(found.byline);
            if credits.has_people() {
                credits.source = found.head.and_then(agency).or_else(|| agency(found.byline));
                return credits;
            }
        }
    }
    if whole_is_short {
        let mut credits = line(paragraph);
        // `张三（城东大学教授）`: a name and what that person is.
        let remark = paragraph.trim_end().trim_end_matches(is_close);
        if credits.is_empty()
            && remark.len() < paragraph.trim_end().len()
            && Facet::PersonTitle.ends(remark)
        {
            credits.authors = bare_names(&without_remarks(paragraph.trim_end()));
        }
        if credits.has_people() {
            return credits;
        }
    }
    Credits {
        source: agency(rest),
        ..Credits::default()
    }
}

/// Credits in brackets at the end of a last paragraph, and the byte where the text before them ends:
/// `…全部启用。（记者 张三）`.
pub(crate) fn tail(paragraph: &str) -> Option<(usize, Credits)> {
    let mut credits = Credits::default();
    let mut end = paragraph.len();
    // `…。（记者 张三）（责编：李四）`
    for _ in 0..3 {
        let Some((start, inner)) = trailing_bracket(&paragraph[..end]) else {
            break;
        };
        let before = paragraph[..start].trim_end_matches(is_space);
        let mut found = phrase(inner);
        if found.source.is_none() && found.editors.is_empty() {
            let remark = with_author_remark(inner);
            if remark.authors.len() > found.authors.len() {
                found = remark;
            }
        }
        let ends_here =
            before.is_empty() || before.ends_with(['。', '！', '？', '”', '」', '…', '.']);
        if found.is_empty() && ends_here {
            found.authors = bare_names(inner);
        }
        if found.is_empty() && ends_here {
            found.authors = of_office(inner);
        }
        if found.is_empty() && ends_here {
            found.authors = with_post(inner);
        }
        if found.is_empty() {
            break;
        }
        merge(&mut credits, found);
        end = before.len();
    }
    (!credits.is_empty()).then_some((end, credits))
}

/// What stands before a bracket of several agencies: `张三/李四` of `张三/李四（橙新社、城东社等）`.
fn before_agencies(text: &str) -> Option<&str> {
    let (open, inner) = trailing_bracket(text)?;
    // 报 may be the last outlet's own.
    let told = inner.strip_suffix(['道', '导', '導']);
    let told = told.and_then(|told| told.strip_suffix(['报', '報']));
    let all = told.unwrap_or(inner).trim_end_matches('等');
    let mut agencies = all.split(['、', '/', '，', ',']).map(str::trim);
    let several = all.len() < inner.len() || agencies.clone().count() > 1;
    (open > 0 && several && agencies.all(outlet::is_outlet)).then(|| &text[..open])
}

/// How towns end, which no name does.
const TOWN_ENDS: [char; 9] = ['县', '縣', '区', '區', '镇', '鎮', '乡', '鄉', '市'];

/// The writer whom a line below a text introduces: `作者简介：张三，城东大学教授，主要研究城市公园。`
pub(crate) fn introduced(text: &str) -> Option<&str> {
    let text = text.trim_start_matches(|c| is_space(c) || is_mark(c) || is_open(c));
    let rest = Facet::WriterIntro.strip_start(text)?;
    let name = rest.trim_start_matches(|c| is_space(c) || is_colon(c) || is_close(c));
    let end =
        name.find(|c| is_space(c) || is_open(c) || matches!(c, '，' | ',' | '、' | '；' | '。'));
    let name = &name[..end.unwrap_or(name.len())];
    (name.len() < rest.len() && is_han_name(name)).then_some(name)
}

/// A line of two names or more with nothing but slashes between them: `张三 / 李四`.
pub(crate) fn slashed_names(text: &str) -> Credits {
    let mut credits = Credits::default();
    let names: Vec<&str> = text.split(is_slash).map(str::trim).collect();
    // `張三 / 花蓮縣`
    let is_name = |name: &&str| is_han_name(name) && !name.ends_with(TOWN_ENDS);
    if (2..=6).contains(&names.len()) && names.iter().all(is_name) {
        credits.authors = names.into_iter().map(String::from).collect();
    }
    credits
}

/// A name in a line of its own that the next line tells to be a writer's, by that person's post: `张三` above `城东大学教授`.
pub(crate) fn with_post_below(text: &str, next: &str) -> Credits {
    let mut credits = Credits::default();
    let name = text.trim_matches(is_space);
    let reports = Facet::JournalistWord.ends(next) && next.chars().count() <= 10;
    if is_han_name(name) && (reports || is_post(next.trim_matches(is_space))) {
        credits.authors = vec![name.to_string()];
    }
    credits
}

/// A line of names that the next line tells to be writers, by their post or the time below: `张三` above `国际部记者`, `JOHN SMITH,
/// JANE ROE` above `2024年5月10日`.
pub(crate) fn signed(text: &str, next: &str) -> Credits {
    let mut credits = Credits::default();
    let post = next.chars().count() <= 10 && next.ends_with(['者', '员', '員']);
    if post && is_han_name(text) {
        credits.authors = vec![text.to_string()];
    } else if !time::spans(next).is_empty() {
        credits.authors = latin_names(text);
    }
    credits
}

/// Names behind where those people work, in a line of their own beside the time: `橙橘日报 张三 李四`, `城东医院 张三 李四`. Two at least:
/// one word behind another may be anything.
pub(crate) fn behind_place_of_work(text: &str) -> Credits {
    let text = without_times(text);
    let mut words = text.split_whitespace();
    let place = words.next().unwrap_or_default();
    let names: Vec<String> = words.map(String::from).collect();
    let is_place = (4..=16).contains(&place.chars().count())
        && place.chars().all(is_han)
        && !is_han_name(place)
        && !label::has_function_words(place);
    let mut credits = Credits::default();
    if is_place && (2..=6).contains(&names.len()) && names.iter().all(|name| is_han_name(name)) {
        credits.authors = names;
    }
    credits
}

/// Where those people work whose names stand behind it: `橙橘日报中央厨房` of `橙橘日报中央厨房 张三 李四`.
pub(crate) fn place_of_work(text: &str) -> Option<&str> {
    let named = !behind_place_of_work(text).authors.is_empty();
    text.split_whitespace().next().filter(|_| named)
}

/// Names behind the office that sent the text in: `城东区委宣传部 张三`, `城东小学 张三 李四`.
fn of_office(text: &str) -> Vec<String> {
    let mut words = text.split_whitespace();
    let office = words.next().unwrap_or_default();
    let names: Vec<String> = words.map(String::from).collect();
    let is_office = (3..=20).contains(&office.chars().count())
        && office.chars().all(is_han)
        && (Facet::InstitutionEnd.ends(office)
            || Facet::SubmitterEnd.ends(office)
            || outlet::is_outlet(office))
        && !label::has_function_words(office);
    match is_office && (1..=4).contains(&names.len()) && names.iter().all(|n| is_han_name(n)) {
        true => names,
        false => Vec::new(),
    }
}

/// How posts end: 院长, 研究员, 评论家, 学者, 律师, 书记.
const POST_ENDS: [char; 10] = ['长', '長', '员', '員', '家', '者', '师', '師', '记', '記'];

/// Names and what each of those people is: `张三，城东大学文学院院长`, `张三，城东大学教授；李四，城西研究院研究员`.
fn with_post(text: &str) -> Vec<String> {
    let mut names = Vec::new();
    for part in text.split(['；', ';']) {
        let Some((name, post)) = part.split_once(['，', ',']) else {
            return Vec::new();
        };
        let (name, post) = (name.trim_matches(is_space), post.trim_matches(is_space));
        if !is_han_name(name) || !is_post(post) {
            return Vec::new();
        }
        names.push(name.to_string());
    }
    names
}

/// Whether a text says what a person is and where: `城东大学文学院院长`.
fn is_post(text: &str) -> bool {
    (4..=40).contains(&text.chars().count())
        && text.chars().all(|c| is_han(c) || matches!(c, '、' | '·'))
        && (Facet::PersonTitle.ends(text) || text.ends_with(POST_ENDS))
        && !label::has_function_words(text)
}

/// Names in capital letters, and nothing else: `JOHN SMITH, JANE ROE`.
fn latin_names(text: &str) -> Vec<String> {
    let is_name = |name: &str| {
        let words = name.split_whitespace().count();
        (2..=4).contains(&words)
            && name.chars().all(|c| {
                c.is_uppercase() || c.is_whitespace() || matches!(c, '.' | '-' | '\'' | '’')
            })
    };
    let names: Vec<&str> = text
        .split([',', '、', '，'])
        .flat_map(|part| part.split(" AND "))
        .map(str::trim)
        .filter(|name| !name.is_empty())
        .collect();
    match names.iter().all(|name| is_name(name)) {
        true => names.into_iter().map(String::from).collect(),
        false => Vec::new(),
    }
}

/// Whether a whole short line is nothing but credits, source, time and controls: no part of the body.
pub(crate) fn is_credit_line(text: &str) -> bool {
    let text = text.trim_matches(|c| is_space(c) || is_mark(c));
    if text.is_empty() || is_longer(text, CREDIT_LINE) {
        return false;
    }
    let inner = whole_in_brackets(text).unwrap_or(text);
    let found = label::scan(inner);
    if found.is_empty() {
        // （橙橘日报东城分社）
        let signed = inner.len() < text.len() && outlet::is_outlet(inner);
        return signed
            || is_desk_line(inner)
            || !label::is_prose(inner) && line_beside(inner, Some(inner)).has_people()
            || is_time_and_outlet(inner);
    }
    let mut at = 0;
    let mut left = 0;
    for item in &found {
        left += solid(&inner[at..item.range.start]);
        left += match item.label {
            Label::Tags | Label::Breadcrumb | Label::Summary => item.value.chars().count(),
            Label::Author | Label::Editor | Label::Credit(_)
                if !item.value.is_empty()
                    && value_names(item).is_empty()
                    && !is_code(item.value)
                    && !Facet::Nobody.is(item.value.trim_matches(is_space)) =>
            {
                item.value.chars().count()
            }
            Label::Source if !item.value.is_empty() && item.value.chars().count() > 40 => {
                item.value.chars().count()
            }
            Label::Published | Label::Updated => solid(item.value).saturating_sub(4),
            Label::Noise if item.value.chars().count() > 24 => item.value.chars().count(),
            _ => 0,
        };
        at = item.range.end.max(at);
    }
    left += solid(&inner[at..]);
    let first = &inner[..found[0].range.start];
    left <= 4
        || at > 0
            && left <= 16
            && !first.is_empty()
            && solid(first) == left
            && (phrase(first).has_people() || outlet::bare_outlet(first).is_some())
}

/// `生活中心／綜合報導`: a desk and the word for its work.
fn is_desk_line(text: &str) -> bool {
    text.split_once(['/', '／']).is_some_and(|(desk, verb)| {
        (2..=8).contains(&desk.chars().count())
            && verb.chars().count() <= 6
            && Facet::Report.ends(verb)
    })
}

/// `06-21 13:00 橙橘网官方账号`
fn is_time_and_outlet(text: &str) -> bool {
    let text = text.trim_end_matches(['官', '方', '帐', '账', '帳', '賬', '号', '號']);
    // 5月10日，…听取汇报 ends as outlets do.
    let short = text.chars().count() <= 30 && !text.contains(['，', '。', '、']);
    // 城东新闻网　5月10日: the day may stand behind.
    let Some(time) = Some(text).filter(|_| short).and_then(spans::first) else {
        return false;
    };
    let behind = time.start > 0
        && outlet::is_outlet(text[..time.start].trim_matches(is_space))
        && spans::behind(text, &time).trim().is_empty();
    behind
        || time.start == 0 && outlet::bare_outlet(text).is_some_and(|name| outlet::is_outlet(&name))
}

/// Whether a line is a label whose value stands elsewhere: 作者：, 文章作者.
pub(crate) fn is_lone_label(text: &str) -> bool {
    if is_longer(text, 8) {
        return false;
    }
    let name = text.trim_end_matches(|c| is_space(c) || is_colon(c));
    let line = format!("{name}：");
    let found = label::scan(&line);
    matches!(found.as_slice(), [only] if only.name == name && only.value.is_empty()
        && matches!(only.label, Label::Author | Label::Editor | Label::Credit(_) | Label::Source))
}

/// Whether a short line may be what such a label names: 张三, 橙橘网.
pub(crate) fn may_be_value(text: &str) -> bool {
    text.chars().count() <= 20 && !text.contains(['，', '。', '！', '？', '；', '：', '“'])
}

/// Letters of `text` that are neither time nor control.
fn solid(text: &str) -> usize {
    let text = without_times(text);
    outlet::without_controls(&text)
        .chars()
        .filter(|c| c.is_alphabetic())
        .count()
}

/// `HN666`: a desk's code in place of a name.
fn is_code(value: &str) -> bool {
    value.len() <= 12
        && value
            .chars()
            .all(|c| c.is_ascii_alphanumeric() || is_space(c))
}

/// `text` up to its first bracket, where what follows is all in it.
fn without_remarks(text: &str) -> String {
    match text.find(is_open) {
        Some(at) if text.ends_with(is_close) => text[..at].to_owned(),
        _ => text.to_owned(),
    }
}

/// `张三 作者系某大学教授`, `作者 张三`, `作者系某大学教授 李四`: the name beside what is said of the author.
fn with_author_remark(text: &str) -> Credits {
    let mut credits = Credits::default();
    for (at, mark) in Facet::WriterWord.places(text) {
        let before =
            text[..at].trim_matches(|c: char| is_space(c) || matches!(c, '，' | ',' | '；' | ';'));
        let names = bare_names(before);
        if !names.is_empty() {
            credits.add(RoleEffect::Author, names);
            break;
        }
        let after = &text[at + mark.len()..];
        // `作者张三为城东大学教授`, `本文转自公众号“橙眼”，作者张三，图片来自网络`
        let end = after.find(['为', '為', '系', '係', '是', '，', ',', '、', '；', '。']);
        let name = &after[..end.unwrap_or(after.len())];
        if is_han_name(name) {
            credits.add(RoleEffect::Author, vec![name.to_string()]);
            break;
        }
        if after.starts_with(is_space) {
            let names = people(after, NamePolicy::Staff);
            if label::is_names_only(after, &names, 0) {
                credits.add(RoleEffect::Author, names);
            }
            break;
        }
    }
    credits
}

/// The bracket a text starts with, and what follows it.
fn leading_bracket(text: &str) -> Option<(&str, &str)> {
    let open = text.chars().next().filter(|&c| is_open(c))?;
    let start = open.len_utf8();
    let (at, close) = text[start..]
        .char_indices()
        .find(|&(_, c)| closes(open, c))?;
    Some((
        &text[start..start + at],
        &text[start + at + close.len_utf8()..],
    ))
}

/// The bracket a text ends with: where it opens, and what it holds. A full stop or a number (of a day) may follow it.
fn trailing_bracket(text: &str) -> Option<(usize, &str)> {
    let text = text.trim_end_matches(|c: char| is_space(c) || c == '。' || c.is_ascii_digit());
    let close = text.chars().next_back().filter(|&c| is_close(c))?;
    let inner_end = text.len() - close.len_utf8();
    let mut depth = 0_usize;
    for (at, c) in text[..inner_end].char_indices().rev().take(TAIL) {
        if is_close(c) {
            depth += 1;
        } else if is_open(c) {
            if depth == 0 {
                return closes(c, close).then(|| (at, &text[at + c.len_utf8()..inner_end]));
            }
            depth -= 1;
        }
    }
    None
}

#[cfg(test)]
mod tests;
