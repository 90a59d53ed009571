//! The grammar of a list of names: how it splits, what a person's name looks like, what is cut off it. Not the labels before it.

use crate::grammar::lexicon::facet::Facet;
use crate::grammar::lexicon::{
    closes, ends_like_outlet, first_chars, has_compound_surname, is_bar, is_common_surname, is_han,
    is_name_dot, is_open, is_place, is_slash, is_space, is_surname, starts_with_place,
    without_trailing_place,
};
use crate::grammar::time::spans;
use crate::grammar::words::CharSet;

/// How much the place a value was found in vouches for its being names.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum NamePolicy {
    /// After 作者: pen names, accounts and desks count too.
    Author,
    /// After an editor's or another credit's label: handles count too, long names of desks do not.
    Staff,
    /// After a bare 记者 or in brackets: only what is surely a person's name.
    Strict,
}

/// Longest value looked at, in characters: a credit list beyond this is prose.
const LONGEST_VALUE: usize = 240;

/// A desk's code in place of a name: `PN021`, `A1`, `1024`.
fn is_desk_code(text: &str) -> bool {
    let letters = text.bytes().take_while(u8::is_ascii_alphabetic).count();
    let digits = text[letters..].chars().count();
    text[letters..]
        .chars()
        .all(|c| c.is_ascii_digit() || ('０'..='９').contains(&c))
        && match letters {
            0 => digits > 0,
            1 if text.starts_with(|c: char| c.is_ascii_uppercase()) => digits > 0,
            1..=8 => digits > 1,
            _ => false,
        }
}

/// The names in `value`, in the order shown, none twice.
pub(crate) fn people(value: &str, trust: NamePolicy) -> Vec<String> {
    let value = first_chars(value, LONGEST_VALUE).unwrap_or(value);
    let value = without_brackets(value.trim_matches(|c| is_space(c) || is_edge(c)));
    let value = match spans::first(&value) {
        Some(time) => &value[..time.start],
        None => &value[..],
    };
    // `张三，如若转载，请注明出处`
    let value = Facet::RunOn
        .find(value)
        .map_or(value, |(at, _)| &value[..at]);
    // `張三 發自香港`
    let value = Facet::SentFrom
        .find(value)
        .map_or(value, |(at, _)| &value[..at]);
    if trust != NamePolicy::Author && value.contains("://") {
        return Vec::new();
    }
    let mut found: Vec<String> = Vec::new();
    // `张三 通讯员 城东宣`: behind a second role a desk may stand.
    let mut shared = false;
    for part in value.split(is_list_mark) {
        for part in conjuncts(part) {
            for word in words(part) {
                if Facet::Reporter.is(&word) {
                    shared = !found.is_empty();
                } else if shared && trust == NamePolicy::Author && word.chars().count() <= 4 {
                    names_of_word(&word, NamePolicy::Strict, &mut found);
                    continue;
                }
                names_of_word(&word, trust, &mut found);
            }
        }
    }
    // Where a person is named, an outlet in the same list is where that person works.
    if found.iter().any(|name| is_person(name)) {
        // `张三，城东大学教授`: what that person is.
        let post = |name: &str| {
            let titled = Facet::PersonTitle.ends(name) || Facet::InstitutionEnd.ends(name);
            titled && name.chars().count() >= 4 || Facet::DeskRole.ends(name)
        };
        found.retain(|name| {
            is_person(name) || !ends_like_outlet(name) && !is_title(name) && !post(name)
        });
    }
    let mut names: Vec<String> = Vec::with_capacity(found.len());
    for name in found {
        if !names.contains(&name) {
            names.push(name);
        }
    }
    names
}

/// Whether `text` is a person's name beyond reasonable doubt: a known surname and one to three characters,
/// a transliterated name with its dots, or capitalised Latin words.
pub(crate) fn is_person(text: &str) -> bool {
    if text.chars().any(is_name_dot) {
        return is_dotted(text);
    }
    if text.is_ascii() {
        return is_latin(text)
            && text.contains(' ')
            && !text.split_whitespace().any(|word| {
                Facet::Organisation
                    .words()
                    .any(|org| word.eq_ignore_ascii_case(org))
            });
    }
    is_han_name(text) || is_pieced(text)
}

/// A name without a surname, written after its sound: `多吉央金`, `格桑卓玛`. At least four characters, all of known pieces.
fn is_pieced(text: &str) -> bool {
    if !(4..=6).contains(&text.chars().count()) {
        return false;
    }
    let mut rest = text;
    while !rest.is_empty() {
        match Facet::NamePiece.strip_start(rest) {
            Some(behind) => rest = behind,
            None => return false,
        }
    }
    true
}

/// A Chinese name: surname and given name, two to four characters.
pub(crate) fn is_han_name(text: &str) -> bool {
    let mut chars = text.chars();
    let Some(first) = chars.next() else {
        return false;
    };
    let rest = chars.clone().count();
    if !text.chars().all(is_han) || rest == 0 || rest > 3 {
        return false;
    }
    let compound = has_compound_surname(text);
    if !compound && !is_surname(first) {
        return false;
    }
    if text.chars().any(is_function_word) || Facet::NoName.is(text) || is_place(text) {
        return false;
    }
    if Facet::NoNameStart.starts(text) {
        return false;
    }
    if rest >= 2 && (ends_like_outlet(text) || is_title(text)) {
        return false;
    }
    // 城宣 is an office for publicity.
    if text.ends_with('宣') && !is_common_surname(first) {
        return false;
    }
    // `金橙网讯`: an outlet and the word for its dispatch.
    let head = text.trim_end_matches(['讯', '訊', '电', '電']);
    if head.len() < text.len() && ends_like_outlet(head) {
        return false;
    }
    if compound {
        return rest >= 2;
    }
    let second = chars.next().unwrap_or_default();
    is_surname(first) && (rest < 3 || is_surname(second))
}

/// Characters that prose is full of and names are not.
pub(crate) fn is_function_word(c: char) -> bool {
    static SET: CharSet = CharSet::of(&[
        "的了是在就都也很不被把从從對將将们們这這那我你您他她它吗嗎呢吧啊到说說称稱问問并並但或等获獲着让讓该該此者",
    ]);
    SET.has(c)
}

fn is_dotted(text: &str) -> bool {
    let mut parts = 0;
    for part in text.split(is_name_dot) {
        let length = part.chars().count();
        let han = part.chars().all(is_han) && length <= 8;
        let latin = part.chars().all(|c| c.is_ascii_alphabetic()) && length <= 12;
        if length == 0 || !(han || latin) || ends_like_outlet(part) && length > 2 {
            return false;
        }
        parts += 1;
    }
    (2..=6).contains(&parts)
}

/// Whether a name is that of a desk, and not of an outlet or a person: 上報快訊, 即時中心, 城东编辑部.
pub(crate) fn is_desk(name: &str) -> bool {
    name.chars().count() >= 4 && Facet::DeskEnd.ends(name)
}

fn is_latin(text: &str) -> bool {
    let length = text.chars().count();
    (2..=40).contains(&length)
        && text.starts_with(|c: char| c.is_alphabetic())
        && text
            .chars()
            .all(|c| c.is_alphabetic() && !is_han(c) || matches!(c, ' ' | '.' | '\'' | '’' | '-'))
}

fn is_title(text: &str) -> bool {
    Facet::PersonTitle.is(text)
}

fn is_list_mark(c: char) -> bool {
    is_slash(c)
        || is_bar(c)
        || matches!(
            c,
            '、' | '，' | ',' | '；' | ';' | '&' | '＆' | '+' | '\n' | '□' | '■' | '﹑'
        )
}

/// What may hang at the ends of a value without belonging to it.
fn is_edge(c: char) -> bool {
    is_bar(c)
        || matches!(
            c,
            ':' | '：' | '。' | '-' | '—' | '*' | '●' | '■' | '□' | '◎' | '·'
        )
}

/// `text` without remarks in brackets; the brackets themselves only, where they hold the whole of it.
fn without_brackets(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let inner = whole_in_brackets(text).unwrap_or(text);
    let mut open: Option<char> = None;
    for c in inner.chars() {
        match open {
            Some(o) if closes(o, c) => {
                open = None;
                // `张三（实习生）李四`: what follows a remark is another name.
                out.push(' ');
            }
            Some(_) => {}
            None if is_open(c) => open = Some(c),
            None => out.push(c),
        }
    }
    out
}

/// What one pair of brackets around the whole text holds.
pub(crate) fn whole_in_brackets(text: &str) -> Option<&str> {
    let open = text.chars().next().filter(|&c| is_open(c))?;
    let close = text.chars().next_back()?;
    let inner = text.get(open.len_utf8()..text.len().checked_sub(close.len_utf8())?)?;
    (closes(open, close) && !inner.contains(close)).then_some(inner)
}

/// `张三和李四` in two, where both sides are names; 和 and 与 are also parts of names.
fn conjuncts(text: &str) -> Vec<&str> {
    for (at, mark) in text.match_indices(['和', '与', '與', '及', '暨']) {
        let (left, right) = (
            text[..at].trim_matches(is_space),
            text[at + mark.len()..].trim_matches(is_space),
        );
        let left_word = left.rsplit(is_space).next().unwrap_or(left);
        let right_word = right.split(is_space).next().unwrap_or(right);
        if is_person(left_word) && (is_person(right_word) || starts_with_role(right)) {
            let mut parts = vec![left];
            parts.extend(right.split(['和', '与', '與', '及']));
            return parts;
        }
    }
    vec![text]
}

/// Splits at spaces, but keeps `John Smith` whole and joins `张 三`.
fn words(text: &str) -> Vec<String> {
    let mut out: Vec<String> = Vec::new();
    let mut single: Vec<char> = Vec::new();
    let mut latin = false;
    for word in text.split(is_space).filter(|word| !word.is_empty()) {
        // `謝 小田`: surname and given name apart.
        if let [surname] = single[..]
            && is_surname(surname)
            && word.chars().count() == 2
            && !is_han_name(word)
        {
            let name = format!("{surname}{word}");
            if is_han_name(&name) {
                single.clear();
                out.push(name);
                continue;
            }
        }
        let mut chars = word.chars();
        if let (Some(c), None) = (chars.next(), chars.next())
            && is_han(c)
        {
            single.push(c);
            latin = false;
            continue;
        }
        join_single(&mut single, &mut out);
        let is_latin_word =
            is_latin(word) || word.len() <= 2 && word.is_ascii() && word.ends_with('.');
        match out.last_mut() {
            Some(last) if latin && is_latin_word => {
                last.push(' ');
                last.push_str(word);
            }
            _ => out.push(word.to_owned()),
        }
        latin = is_latin_word;
    }
    join_single(&mut single, &mut out);
    out
}

/// A run of single characters: `张 三 李 四` is two names, `欧 阳 明` is one.
fn join_single(single: &mut Vec<char>, out: &mut Vec<String>) {
    let run = std::mem::take(single);
    match run.len() {
        0 => {}
        3 => out.push(run.iter().collect()),
        _ => out.extend(run.chunks(2).map(|pair| pair.iter().collect::<String>())),
    }
}

fn starts_with_role(text: &str) -> bool {
    let roles = [Facet::RankedReporter, Facet::Reporter, Facet::Compiler];
    roles.iter().any(|role| role.starts(text))
}

/// Pushes the names in one word, after cutting outlet, role, place, verb, title and code.
fn names_of_word(word: &str, trust: NamePolicy, out: &mut Vec<String>) {
    let word = match word.split_once(['_', '＿']) {
        // `城东_spark` is an account's name as it is, `张三_CJ123` a name and the code of a desk.
        Some((head, tail)) if trust != NamePolicy::Author || !is_handle(head, tail) => head,
        _ => word,
    };
    let mut name = word.trim_matches(|c| {
        is_edge(c) || matches!(c, '.' | '!' | '@' | '#' | '"' | '“' | '”' | '《' | '》')
    });
    // `城东报记者张三`: what stands before the last role word is an outlet.
    let ends = |role: Facet| {
        role.finder()
            .within(name)
            .map(|(at, word, ())| at + word.len())
    };
    if let Some(at) = ends(Facet::Reporter).chain(ends(Facet::Compiler)).max() {
        let rest = &name[at..];
        if rest.is_empty() && trust == NamePolicy::Author && ends_with_desk(name) {
            push_loose(name, trust, out);
            return;
        }
        // `张三编译`: the verb stands behind who did it.
        let compiled = Facet::Compiler.strip_end(name).filter(|before| {
            rest.is_empty() && trust == NamePolicy::Author && before.chars().count() >= 2
        });
        name = compiled.unwrap_or(rest);
    }
    if let Some(rest) = Facet::InternWord.strip_start(name) {
        name = rest;
    }
    if name.is_empty()
        || is_desk_code(name)
            && (trust != NamePolicy::Author || name.chars().any(|c| c.is_ascii_uppercase()))
    {
        return;
    }
    // `南山客 12次`: what is left of a counter.
    if !out.is_empty() && is_count(name) {
        return;
    }
    // `张三 著`: one character is no name.
    let one = name.chars().count() == 1 && name.chars().all(is_han);
    let lower = name.to_ascii_lowercase();
    if one || Facet::Nobody.is(&lower) {
        return;
    }
    // `台北電`: where a dispatch is from.
    let dispatched = name.strip_suffix(['电', '電', '讯', '訊']);
    if dispatched.is_some_and(is_place) {
        return;
    }
    // `张三等`
    let name = match name.strip_suffix('等') {
        Some(first) if is_person(first) => first,
        _ => name,
    };
    if let Some(cut) = cut_to_person(name) {
        push_people(cut, out);
        return;
    }
    // `张三 北京报道`: where it was reported from.
    if Facet::NameVerb.before_ends(name).any(is_place) {
        return;
    }
    // `张三 橙城报道`, of a place that no list has.
    if Facet::Report.ends(name) && out.last().is_some_and(|before| is_person(before)) {
        return;
    }
    if Facet::Filler.is(name) && !(trust == NamePolicy::Author && Facet::DeskFiller.is(name)) {
        return;
    }
    push_loose(name, trust, out);
}

/// Whether a word is a number and what it counts: 12次, 3条.
fn is_count(word: &str) -> bool {
    let unit = word.trim_start_matches(|c: char| c.is_ascii_digit());
    unit.len() < word.len() && unit.chars().count() == 1 && unit.chars().all(is_han)
}

/// Whether what stands before and behind a low line are one account's name.
fn is_handle(head: &str, tail: &str) -> bool {
    !is_person(head)
        && head.chars().any(char::is_alphanumeric)
        && tail.chars().count() >= 2
        && tail.chars().all(|c| c.is_ascii_lowercase() || c == '_')
}

/// A desk's name that ends in a role word is a desk: `本报评论员`.
fn ends_with_desk(name: &str) -> bool {
    Facet::DeskRole.ends(name)
}

/// The person in `张三报道`, `张三台北`, `张三博士`, `方明北京大学教授`, if cutting leaves one.
fn cut_to_person(name: &str) -> Option<&str> {
    if is_person(name) && !(ends_with_verb(name)) {
        return Some(name);
    }
    let mut rest = name;
    // Each round cuts one tail; a name with more than four of them is no name.
    for _ in 0..4 {
        if let Some(cut) = cut_tail(rest) {
            rest = cut;
            if is_person(rest) && !ends_with_verb(rest) || is_glued(rest) {
                return Some(rest);
            }
        }
    }
    if is_person(name) || is_glued(name) {
        return Some(name);
    }
    if let Some(person) = behind_institution(name) {
        return Some(person);
    }
    // `方明北京大学教授`, `方明系某大学教授`
    [3, 2].iter().find_map(|&n| {
        let head = first_chars(name, n)?;
        let tail = &name[head.len()..];
        (is_han_name(head)
            && (starts_with_place(tail) || tail.starts_with('系') || Facet::PersonTitle.is(tail)))
        .then_some(head)
    })
}

/// `城东大学历史学院张小伦`: the person whose institution stands before the name without a mark.
fn behind_institution(name: &str) -> Option<&str> {
    let count = name.chars().count();
    [3, 2].iter().find_map(|&n| {
        let at = name.char_indices().nth(count.checked_sub(n)?)?.0;
        let (institution, person) = name.split_at(at);
        (is_han_name(person)
            && person.starts_with(is_common_surname)
            && institution.chars().count() >= 4
            && institution.chars().all(is_han)
            && Facet::InstitutionEnd.ends(institution))
        .then_some(person)
    })
}

fn ends_with_verb(name: &str) -> bool {
    // One-character verbs only count where a name of two characters is left: 摄 can end no name, 文 can.
    Facet::NameVerb
        .before_ends(name)
        .any(|rest| rest.chars().count() >= 2)
}

fn cut_tail(text: &str) -> Option<&str> {
    let verbs = Facet::NameVerb.before_ends(text);
    verbs
        .chain(Facet::PersonTitle.before_ends(text))
        .min_by_key(|rest| rest.len())
        .or_else(|| without_trailing_place(text))
        .filter(|rest| rest.chars().count() >= 2)
}

/// Names without a mark between them, where there is only one way to split: `欧阳明张三丰`, `张山李石王小明`.
fn is_glued(text: &str) -> bool {
    glued(text).is_some()
}

/// Longest run of names without a mark between them, in characters.
const GLUED_MAX: usize = 12;

fn glued(text: &str) -> Option<Vec<&str>> {
    let mut ends: Vec<usize> = text.char_indices().map(|(i, _)| i).collect();
    let length = ends.len();
    ends.push(text.len());
    if !(4..=GLUED_MAX).contains(&length)
        || !text.chars().all(is_han)
        || is_person(text) && length != 4
        || length == 4 && has_compound_surname(text)
    {
        return None;
    }
    let is_name = |from: usize, to: usize| {
        let part = &text[ends[from]..ends[to]];
        is_han_name(part) && part.starts_with(is_common_surname)
    };
    // How many ways there are to split what stands before each place, and the start of the last name in one of them.
    let mut ways = vec![(0_usize, 0_usize); length + 1];
    ways[0].0 = 1;
    for to in 2..=length {
        for from in (to.saturating_sub(3)..=to - 2).rev() {
            if ways[from].0 > 0 && is_name(from, to) {
                ways[to] = (ways[to].0 + ways[from].0, from);
            }
        }
    }
    // Four characters are also one name with two surnames (陈王丽娜): only two plainly separate ones are split.
    let second_is_surname = text.chars().nth(1).is_some_and(is_common_surname);
    if ways[length].0 != 1 || length == 4 && second_is_surname {
        return None;
    }
    let mut names = Vec::new();
    let mut to = length;
    while to > 0 {
        let from = ways[to].1;
        names.push(&text[ends[from]..ends[to]]);
        to = from;
    }
    names.reverse();
    Some(names)
}

fn push_people(name: &str, out: &mut Vec<String>) {
    match glued(name) {
        Some(names) => out.extend(names.into_iter().map(String::from)),
        None => out.push(name.to_owned()),
    }
}

/// Names that no rule of surnames vouches for: pen names, accounts, desks.
fn push_loose(name: &str, trust: NamePolicy, out: &mut Vec<String>) {
    let length = name.chars().count();
    let plain = name.chars().all(|c| {
        c.is_alphanumeric()
            || is_name_dot(c)
            || matches!(c, ' ' | '.' | '-' | '\'' | '’' | '—' | '_' | '~' | '～')
    });
    if !plain || name.chars().all(|c| !c.is_alphabetic()) || name.starts_with("www.") {
        return;
    }
    // `城东22日电`, `城东22日综合外电报导`: a dispatch has a day, and names nobody.
    let has_day = name.char_indices().any(|(at, c)| {
        c == '日'
            && name[..at].ends_with(|c: char| c.is_ascii_digit() || ('０'..='９').contains(&c))
            && at + c.len_utf8() < name.len()
    });
    if has_day {
        return;
    }
    let allowed = match trust {
        NamePolicy::Author => length <= 20 || is_latin(name),
        NamePolicy::Staff => {
            (length <= 6 || is_latin(name)) && length >= 2 && !Facet::Filler.is(name)
        }
        // A latin name of one word, or a pen name, is only sure where a label says so.
        NamePolicy::Strict => false,
    };
    if allowed && !is_title(name) {
        out.push(name.to_owned());
    }
}
