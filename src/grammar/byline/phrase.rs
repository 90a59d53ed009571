//! Reads a text that is expected to be all credits: labels, role words, verbs and names. Not where in a paragraph such a text stands (see the parent).

use crate::article::Role;
use crate::grammar::byline::credits::{Credits, RoleEffect, is_mark, merge};
use crate::grammar::byline::roles;
use crate::grammar::byline::roles::Before;
use crate::grammar::label;
use crate::grammar::label::{Label, Labelled};
use crate::grammar::lexicon::facet::Facet;
use crate::grammar::lexicon::{
    ends_like_outlet, is_colon, is_common_surname, is_han, is_name_dot, is_place, is_slash,
    is_space,
};
use crate::grammar::names::{NamePolicy, is_han_name, people};
use crate::grammar::outlet;
use crate::grammar::time;
use crate::grammar::time::spans::without_times;
use crate::text::is_longer;

/// Where a line says who gave the pictures, behind a byline: `张三/文 受访者供图`, `张三/文 受访者/图`.
fn pictures_by(text: &str) -> Option<usize> {
    if let Some(who) = text.strip_suffix(['图', '圖'])
        && let Some(who) = who.strip_suffix(is_slash)
        && let Some(before) = Facet::Giver.strip_end(who)
    {
        return Some(before.len());
    }
    let who = Facet::Given.strip_end(text)?;
    let before = who.trim_end_matches(|c: char| ('\u{4e00}'..='\u{9fff}').contains(&c));
    let tied = before.trim_end_matches(|c: char| c.is_whitespace() || matches!(c, '/' | '／'));
    (tied.len() < before.len() && (2..=8).contains(&who[before.len()..].chars().count()))
        .then_some(tied.len())
}

/// The verb that ends a text: where it starts with the words before it, and the verb itself, simplified.
fn verb_at_end(text: &str) -> Option<(usize, &'static str)> {
    let verb = Facet::BylineVerb.end_of(text)?;
    let mut start = text.len() - verb.len();
    while let Some(before) = Facet::BeforeVerb.strip_end(&text[..start]) {
        start = before.len();
    }
    Some((start, verb))
}

/// Reads a text that is expected to be all credits.
pub(crate) fn phrase(text: &str) -> Credits {
    phrase_beside(text, None)
}

/// The same; a text that is `unlabelled` is known to have no labels.
pub(crate) fn phrase_beside(text: &str, unlabelled: Option<&str>) -> Credits {
    let text = text.trim_matches(|c| is_space(c) || is_mark(c));
    let mut credits = Credits::default();
    if let Some(both) = roles::both(text) {
        let names = people(both.names, NamePolicy::Author);
        credits.add(RoleEffect::AuthorAnd(Role::Photographer), names.clone());
        if both.film {
            credits.add(RoleEffect::Credit(Role::Video), names);
        }
        // What is left is shorter: the roles behind it.
        if !both.rest.is_empty() {
            merge(&mut credits, labelled(&label::scan(both.rest)));
        }
        return credits;
    }
    let items = match unlabelled {
        Some(unlabelled) if unlabelled == text => Vec::new(),
        _ => label::scan(text),
    };
    let Some(first) = items.first() else {
        return reporters(text).unwrap_or_default();
    };
    if first.range.start > 0 {
        let before = &text[..first.range.start];
        match reporters(before) {
            Some(found) => merge(&mut credits, found),
            None => credits.add(
                RoleEffect::Author,
                posted_by(before, first.label).unwrap_or_else(|| bare_names(before)),
            ),
        }
    }
    merge(&mut credits, labelled(&items));
    credits
}

/// The account in `由 南山客 发布于 2024-05-10`.
fn posted_by(before: &str, label: Label) -> Option<Vec<String>> {
    let name = before
        .trim_matches(is_space)
        .strip_prefix('由')?
        .trim_matches(is_space);
    let one =
        name.chars().count() <= 12 && !name.contains(is_space) && !label::has_function_words(name);
    (label == Label::Published && one).then(|| people(name, NamePolicy::Author))
}

/// The credits of labelled values.
fn labelled(items: &[Labelled<'_>]) -> Credits {
    let mut credits = Credits::default();
    // 编译 is the writer, unless an author stands beside it.
    let mut compiled = Vec::new();
    for item in items {
        match item.label {
            Label::Source => {
                credits.source = credits.source.take().or_else(|| outlet::outlet(item.value))
            }
            Label::Author => {
                let names = value_names(item);
                let bare = Facet::JournalistWord.within(item.name);
                // `记者 李四 摄`
                let photo = bare
                    && item.value.ends_with(['摄', '攝', '图', '圖'])
                    && !item.value.contains('文');
                credits.add(
                    if photo {
                        RoleEffect::Credit(Role::Photographer)
                    } else {
                        RoleEffect::Author
                    },
                    names,
                );
            }
            Label::Editor => credits.add(RoleEffect::Editor, value_names(item)),
            Label::Credit(Role::Translator) if Facet::CompiledWord.is(item.name) => {
                compiled.extend(value_names(item))
            }
            Label::Credit(role) => credits.add(RoleEffect::Credit(role), value_names(item)),
            _ => {}
        }
    }
    let what = if credits.authors.is_empty() {
        RoleEffect::Author
    } else {
        RoleEffect::Credit(Role::Translator)
    };
    credits.add(what, compiled);
    credits
}

/// Those of a value's names that the roles behind them say wrote: `张三/文 李四/摄`.
pub(crate) fn writers_by_role(value: &str) -> Option<Vec<String>> {
    let credits = behind(with_slashes(value).trim_matches(is_space))?;
    let others = !credits.credits.is_empty() || !credits.editors.is_empty();
    (others && !credits.authors.is_empty()).then_some(credits.authors)
}

/// `张三（文） 李四（图）` as `张三/文 李四/图`.
fn with_slashes(value: &str) -> std::borrow::Cow<'_, str> {
    let roles = [
        Facet::BehindAuthor,
        Facet::BehindPhotographer,
        Facet::BehindBoth,
    ];
    let mut out = String::new();
    let mut rest = value;
    while let Some(open) = rest.find(['（', '(']) {
        let (before, bracket) = rest.split_at(open);
        let inner = &bracket[bracket.chars().next().map_or(0, char::len_utf8)..];
        let Some((role, behind)) = inner.split_once(['）', ')']) else {
            break;
        };
        if !roles.iter().any(|facet| facet.is(role)) {
            return value.into();
        }
        out.push_str(before);
        out.push('/');
        out.push_str(role);
        rest = behind;
    }
    match out.is_empty() {
        true => value.into(),
        false => (out + rest).into(),
    }
}

/// The names in one labelled value.
pub(crate) fn value_names(item: &Labelled<'_>) -> Vec<String> {
    if item.label == Label::Author
        && let Some(writers) = writers_by_role(item.value)
    {
        return writers;
    }
    let trust = match item.label {
        // 记者： opens a question in an interview as often as a byline.
        Label::Author if Facet::OpensQuestion.ends(item.name) => NamePolicy::Strict,
        Label::Author => NamePolicy::Author,
        // `图片：某地风光`, `来源`: pictures are credited to agencies and places more than to people.
        Label::Credit(Role::Photographer | Role::Video | Role::Contributor | Role::Designer) => {
            NamePolicy::Strict
        }
        _ => NamePolicy::Staff,
    };
    people(outlet::without_controls(item.value), trust)
}

/// Reads a whole text of one form.
type Form = fn(&str) -> Option<Credits>;

/// The forms without a role before a name, in the order in which they are asked, each with a text of it.
pub(super) const FORMS: &[(&str, Form)] = &[
    ("张三/文 王小明/摄影", behind),
    ("政治中心／张三报导", by_verb),
    ("城东快讯／张三", beside_outlet),
];

/// A text of role words and names without labels: `本报记者 张三 通讯员 李四`, `記者張三／台北報導`, `张三/文 李四/摄影`.
fn reporters(text: &str) -> Option<Credits> {
    let text = text.trim_matches(|c| is_space(c) || is_mark(c) || is_colon(c));
    let length = text.chars().count();
    if !(2..=120).contains(&length) || label::is_prose(text) {
        return None;
    }
    let by_form = |text: &str| FORMS.iter().find_map(|(_, read)| read(text));
    // Most lines are nobody's byline, and cost no search for times.
    if !roles::may_speak(text) {
        return by_form(text);
    }
    let text = &text[..pictures_by(text).unwrap_or(text.len())];
    // `張三 報導 / 花蓮縣`
    let text = match text.rsplit_once(is_slash) {
        Some((left, place)) if is_place(place.trim()) && verb_at_end(left.trim_end()).is_some() => {
            left.trim_end()
        }
        _ => text,
    };
    // `2020-10-04 15:05城東日報 記者張三／即時報導`
    let text = &without_times(text);
    let text = text.trim_matches(is_space);
    let verb = verb_at_end(text).map(|(_, verb)| verb.to_owned());
    let mut roles = roles::before_names(text);
    // `王小明／編輯`: the role stands behind its name. `记者张三编译`: the name ends there.
    let names_behind = |end: usize| text[end..].contains(char::is_alphabetic);
    let alone = roles.len() == 1;
    roles.retain(|&(_, end, role)| match role {
        Before::Editor => names_behind(end),
        Before::Compiler => !alone || names_behind(end),
        _ => true,
    });
    let Some(&(first, ..)) = roles.first() else {
        return by_form(text);
    };
    if !is_outlet_prefix(&text[..first]) {
        return None;
    }
    let mut credits = Credits::default();
    // `张三 记者李四`: a contributor's name stands before the reporter's.
    if text[..first].ends_with(|c| is_space(c) || matches!(c, '、' | '，' | ',')) {
        let before =
            text[..first].trim_end_matches(|c| is_space(c) || matches!(c, '、' | '，' | ','));
        let names = match before.rsplit_once(is_space) {
            // `橙橘网 张三，通讯员李四`
            Some((outlet, name)) if ends_like_outlet(outlet) => bare_names(name),
            _ => bare_names(before),
        };
        credits.add(RoleEffect::Author, names);
    }
    let mut compiled = Vec::new();
    for (n, &(_, start, role)) in roles.iter().enumerate() {
        let what = match role {
            Before::Reporter | Before::Compiler => RoleEffect::Author,
            Before::Photographer => RoleEffect::Credit(Role::Photographer),
            Before::Video => RoleEffect::Credit(Role::Video),
            Before::Intern => RoleEffect::Credit(Role::Intern),
            Before::Editor => RoleEffect::Editor,
        };
        let last = n + 1 == roles.len();
        let end = roles.get(n + 1).map_or(text.len(), |next| next.0);
        let chunk = match &verb {
            Some(verb) if last => without_place(&text[start..end], verb),
            _ => &text[start..end],
        };
        // `张山李石发自北京`
        let sent = Facet::SentFrom.find(chunk).map(|(at, _)| at);
        let chunk = &chunk[..sent.unwrap_or(chunk.len())];
        // Prose that names someone is no byline, whoever it is.
        if is_prose_of_words(chunk) {
            return None;
        }
        // `记者：张三/文 李四/摄`: each name has a role of its own behind it.
        if chunk.contains(is_slash)
            && let Some(found) = behind(chunk.trim_matches(|c| is_space(c) || is_colon(c)))
                .filter(Credits::is_shared)
        {
            merge(&mut credits, found);
            continue;
        }
        // `记者张三 李四/摄影`: what a second slash says of the last name only.
        let mut names = people(chunk, NamePolicy::Strict);
        if names.is_empty() && last && verb.is_some() {
            names = match name_before_place(chunk) {
                Some(name) => vec![name.to_string()],
                None => pen_names(chunk),
            };
        }
        if names.is_empty() && !last && chunk.trim_matches(|c: char| !c.is_alphabetic()).is_empty()
        {
            continue;
        }
        // `通讯员城府宣`: a desk that shares the byline has no name of a person.
        if n > 0 && names.is_empty() && credits.has_people() && is_desk(chunk) {
            continue;
        }
        if !is_used_up(chunk, &names) {
            return None;
        }
        let what = match (&verb, what, names.last()) {
            (Some(verb), RoleEffect::Author, Some(name)) if last => verb_role(chunk, verb, name),
            _ => what,
        };
        if role == Before::Compiler {
            compiled.extend(names);
        } else {
            credits.add(what, names);
        }
    }
    let what = if credits.authors.is_empty() {
        RoleEffect::Author
    } else {
        RoleEffect::Credit(Role::Translator)
    };
    credits.add(what, compiled);
    credits.has_people().then_some(credits)
}

/// `張三／台北報導` without what stands between slash and verb: the place, known or not.
fn without_place<'a>(chunk: &'a str, verb: &str) -> &'a str {
    let reports = verb.ends_with(['导', '道']);
    match chunk.rfind(is_slash) {
        Some(at) if reports && at > 0 && !people(&chunk[..at], NamePolicy::Strict).is_empty() => {
            &chunk[..at]
        }
        _ => chunk,
    }
}

/// What the verb at a chunk's end makes of the names right before it.
fn verb_role(chunk: &str, verb: &str, name: &str) -> RoleEffect {
    let before = Facet::BylineVerb
        .strip_end(chunk)
        .unwrap_or(chunk)
        .trim_end_matches(|c| is_space(c) || is_slash(c));
    if !before.ends_with(name)
        && !before
            .chars()
            .filter(|&c| !is_space(c))
            .collect::<String>()
            .ends_with(name)
    {
        return RoleEffect::Author;
    }
    if Facet::PicturedVerb.is(verb) || Facet::PictureWord.is(verb) {
        RoleEffect::Credit(Role::Photographer)
    } else if Facet::BothVerb.is(verb) {
        RoleEffect::AuthorAnd(Role::Photographer)
    } else {
        RoleEffect::Author
    }
}

/// `张三/文 王小明/摄影`: the whole text, name by name.
fn behind(text: &str) -> Option<Credits> {
    let mut credits = Credits::default();
    let mut rest = text;
    while !rest.is_empty() {
        let found = roles::behind_names(rest)?;
        if !(2..=24).contains(&found.names.chars().count()) {
            return None;
        }
        let trust = if found.slashed {
            NamePolicy::Staff
        } else {
            NamePolicy::Strict
        };
        let names = people(found.names, trust);
        let sure = !label::has_function_words(found.names);
        if names.is_empty() || !sure || !label::is_names_only(found.names, &names, 4) {
            return None;
        }
        let what = found.role;
        credits.add(what, names);
        rest = found.rest;
    }
    credits.has_people().then_some(credits)
}

/// `政治中心／張三報導`, `張三／綜合報導`, `張三攝`.
fn by_verb(text: &str) -> Option<Credits> {
    let (start, verb) = verb_at_end(text)?;
    let body = &text[..start];
    // One character says little: 文 and 电 end ordinary words.
    let strong = verb.chars().count() > 1 || verb == "摄";
    let slashed = text.chars().any(is_slash);
    let dispatch = slashed && matches!(verb, "电" | "讯");
    if !strong && !dispatch || text.chars().count() > 40 {
        return None;
    }
    let mut credits = Credits::default();
    let parts: Vec<&str> = body.split(is_slash).collect();
    let names = parts
        .iter()
        .rev()
        .map(|part| people(part, NamePolicy::Strict))
        .find(|names| !names.is_empty())?;
    let used: String = parts.concat();
    if !slashed && !is_used_up(&used, &names) {
        return None;
    }
    let what = if Facet::PicturedVerb.is(verb) {
        RoleEffect::Credit(Role::Photographer)
    } else {
        RoleEffect::Author
    };
    credits.add(what, names);
    Some(credits)
}

/// `城東快訊／張三`, `张三/城东日报`: a name and an outlet, nothing else.
fn beside_outlet(text: &str) -> Option<Credits> {
    let (left, right) = text.split_once(is_slash)?;
    let (left, right) = (left.trim_matches(is_space), right.trim_matches(is_space));
    let is_desk = |part: &str| {
        (ends_like_outlet(part) || Facet::BylineDesk.ends(part))
            && (3..=12).contains(&part.chars().count())
            && part.chars().all(char::is_alphabetic)
            && !label::has_function_words(part)
    };
    let name = match (is_han_name(left), is_han_name(right)) {
        (true, false) if is_desk(right) => left,
        (false, true) if is_desk(left) => right,
        _ => return None,
    };
    Some(Credits {
        authors: vec![name.to_owned()],
        ..Credits::default()
    })
}

/// Several words that may be pen names and nothing else, before the verb of a byline: `育苗 風鈴 如意 採訪報導`. One alone may be anything.
fn pen_names(chunk: &str) -> Vec<String> {
    let end = verb_at_end(chunk).map_or(chunk.len(), |(start, _)| start);
    let words: Vec<&str> = chunk[..end].split_whitespace().collect();
    let is_name = |word: &&str| {
        (2..=3).contains(&word.chars().count())
            && word.chars().all(is_han)
            && !is_place(word)
            && !Facet::NoName.is(word)
            && !Facet::Filler.is(word)
            && !label::has_function_words(word)
    };
    match (2..=4).contains(&words.len()) && words.iter().all(is_name) {
        true => words.into_iter().map(String::from).collect(),
        false => Vec::new(),
    }
}

/// How places end whose names have three characters, simplified and traditional.
const TOWN_ENDS: [char; 7] = ['县', '縣', '区', '區', '镇', '鎮', '乡'];

/// The reporter in `王小明橘島報導`, `王小明橙東縣電`: a place no list has is told from the name by its length and its last character.
fn name_before_place(chunk: &str) -> Option<&str> {
    let text = chunk[..verb_at_end(chunk)?.0].trim_matches(is_space);
    let chars = text.chars().count();
    if !(4..=6).contains(&chars) || !text.chars().all(is_han) || label::has_function_words(text) {
        return None;
    }
    let place = match (chars, text.ends_with(TOWN_ENDS)) {
        (5 | 6, true) => 3,
        (4 | 5, false) => 2,
        _ => return None,
    };
    let (at, _) = text.char_indices().nth(chars - place)?;
    let name = &text[..at];
    let common = text.chars().next().is_some_and(is_common_surname);
    (common && is_han_name(name)).then_some(name)
}

/// Longest line, in characters, that says who put an article on a page and when.
const SUBMITTED_MAX: usize = 60;

/// The account in `由 南山客 于 周三, 2024-05-10 06:58 提交`: how systems translate `Submitted by … on …`.
pub(super) fn submitted(text: &str) -> Option<String> {
    let (before, behind) = text.split_once("由 ")?;
    let mut words = behind.split_whitespace();
    let (name, on) = (words.next()?, words.next()?);
    let verb = match on.strip_suffix(['于', '於', '在']) {
        Some("") => words.next_back()?,
        Some(verb) => verb,
        None => on,
    };
    let is_name = (2..=8).contains(&name.chars().count())
        && name.chars().all(is_han)
        && !label::has_function_words(name);
    let fits = is_name
        && !is_longer(text, SUBMITTED_MAX)
        && Facet::SubmittedVerb.is(verb)
        && !time::spans(text).is_empty()
        && without_times(before).trim().is_empty();
    fits.then(|| name.to_string())
}

/// Longest short name of a desk in a byline, in characters.
const DESK_MAX: usize = 8;

/// Whether a chunk may be the short name of a desk: 城府宣 is an office for publicity.
fn is_desk(chunk: &str) -> bool {
    let chunk = &chunk[..verb_at_end(chunk).map_or(chunk.len(), |(start, _)| start)];
    let chunk = chunk.trim_matches(is_space);
    chunk.chars().count() <= DESK_MAX
        && chunk.chars().all(is_han)
        && !label::has_function_words(chunk)
}

/// Whether a chunk has characters that no name without dots has: cheap to ask.
fn is_prose_of_words(chunk: &str) -> bool {
    let chunk = &chunk[..verb_at_end(chunk).map_or(chunk.len(), |(start, _)| start)];
    label::has_function_words(chunk) && !chunk.contains(is_name_dot)
}

/// Whether `chunk` holds little besides the names found in it: it is a byline, not prose that names someone.
fn is_used_up(chunk: &str, names: &[String]) -> bool {
    let chunk = &chunk[..verb_at_end(chunk).map_or(chunk.len(), |(start, _)| start)];
    label::is_names_only(chunk, names, 16)
}

/// What may stand before the first role word: nothing, or a short name of an outlet, place or desk.
fn is_outlet_prefix(text: &str) -> bool {
    let text = text.trim_matches(|c| is_space(c) || is_slash(c) || is_mark(c) || c == '，');
    text.is_empty()
        || text.chars().count() <= 20
            && text.chars().all(|c| {
                c.is_alphanumeric()
                    || is_space(c)
                    || is_slash(c)
                    || matches!(
                        c,
                        '·' | '•'
                            | '-'
                            | '—'
                            | '－'
                            | '《'
                            | '》'
                            | '、'
                            | '+'
                            | '&'
                            | '（'
                            | '）'
                            | '/'
                            | '／'
                    )
            })
            && !label::has_function_words(text)
}

/// Names with nothing else: `张三 李四`. Only where all of it is surely names.
pub(crate) fn bare_names(text: &str) -> Vec<String> {
    let names = people(text, NamePolicy::Strict);
    let latin = names.iter().any(|name| name.is_ascii());
    if latin || !label::is_names_only(text, &names, 0) {
        return Vec::new();
    }
    names
}
