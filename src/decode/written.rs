//! Texts that are no page: feeds, answers of APIs, tables, source code, and web archives and mails around a page. Charsets are decided already.

use serde::de::IgnoredAny;

use crate::decode::markup;
use crate::error::LooksLike;

/// How many characters of a text are looked at where a part is as good as the whole.
const HEAD: usize = 16 << 10;

/// What a text is, if it is neither a page nor the text of one.
pub(crate) fn no_page_text(text: &str) -> Option<LooksLike> {
    let text = text.trim_start_matches(|c: char| c.is_whitespace() || c == '\u{feff}');
    let mut behind = text.chars();
    behind.nth(HEAD - 1);
    let head = &text[..text.len() - behind.as_str().len()];
    match text.as_bytes().first()? {
        b'<' => by_root(head, text),
        b'{' | b'[' if is_json(text) => Some(LooksLike::Json),
        b'A'..=b'Z' | b'a'..=b'z' if is_warc(head) => Some(LooksLike::Warc),
        b'A'..=b'Z' | b'a'..=b'z' if is_mail(head) => Some(LooksLike::Mhtml),
        _ if is_jsonp(text) => Some(LooksLike::Json),
        _ if markup::is_html(text) => None,
        _ if is_code(head) => Some(LooksLike::SourceCode),
        _ if is_table(head) => Some(LooksLike::Csv),
        _ => None,
    }
}

/// XML by the name of its first element, and scripts of PHP.
fn by_root(head: &str, text: &str) -> Option<LooksLike> {
    // A page may have let a bit of its script slip.
    if head.starts_with("<?php") && !has_paragraphs(head) {
        return Some(LooksLike::SourceCode);
    }
    let declared = head.starts_with("<?xml");
    let mut rest = head;
    loop {
        rest = rest.trim_start();
        let skipped = if rest.starts_with("<!--") {
            rest.split_once("-->")
        } else if rest.starts_with("<?xml") {
            rest.split_once("?>")
        } else if rest.starts_with("<!DOCTYPE") {
            // Entities may be declared in it, between brackets.
            match rest.find(['[', '>']) {
                Some(at) if rest[at..].starts_with('[') => rest.split_once("]>"),
                _ => rest.split_once('>'),
            }
        } else {
            break;
        };
        rest = skipped?.1;
    }
    let root = rest.strip_prefix('<')?;
    let name = root
        .split(|c: char| c.is_whitespace() || matches!(c, '>' | '/'))
        .next()?;
    match name {
        "rss" | "rdf:RDF" | "feed" | "atom:feed" => Some(LooksLike::Feed),
        "svg" if head.trim_end().ends_with("</svg>") => Some(LooksLike::Image),
        // Old pages for telephones are XML too, and have paragraphs.
        _ if (declared || ends(text, name)) && !markup::is_html(rest) && !has_paragraphs(rest) => {
            Some(LooksLike::Xml)
        }
        _ => None,
    }
}

/// Whether a text ends as the element of this name does, which began it: `<urlset>…</urlset>`.
fn ends(text: &str, name: &str) -> bool {
    let tail = text.trim_end().strip_suffix('>');
    let tail = tail.and_then(|tail| tail.trim_end().strip_suffix(name));
    tail.is_some_and(|tail| tail.ends_with("</"))
        && name.starts_with(|c: char| c.is_ascii_alphabetic())
}

fn has_paragraphs(text: &str) -> bool {
    ["<p>", "<p ", "<br", "<div", "<body", "<html"]
        .iter()
        .any(|tag| text.contains(tag))
}

/// JSON, whole or cut off, and JSON lines. A page may come after a bit of JSON that a server let slip.
fn is_json(text: &str) -> bool {
    let mut values = serde_json::Deserializer::from_str(text).into_iter::<IgnoredAny>();
    let mut last = None;
    loop {
        match values.next() {
            None => return last.is_some(),
            Some(Ok(_)) => last = Some(values.byte_offset()),
            Some(Err(e)) if e.is_eof() => return has_key(text),
            // Whatever follows a whole value: other values, or a page.
            Some(Err(_)) => {
                return has_key(text) && last.is_none_or(|at| !markup::is_html(&text[at..]));
            }
        }
    }
}

/// Whether a text starts as an object with a key, or a list of such: `{"title":`.
fn has_key(text: &str) -> bool {
    let inner = text.trim_start_matches(|c: char| c.is_whitespace() || matches!(c, '[' | '{'));
    let key = inner
        .strip_prefix('"')
        .and_then(|rest| rest.split_once('"'));
    key.is_some_and(|(_, rest)| rest.trim_start().starts_with(':'))
}

/// `callback({…});`
fn is_jsonp(text: &str) -> bool {
    let name = |c: char| c.is_ascii_alphanumeric() || matches!(c, '_' | '$' | '.');
    let Some((callback, rest)) = text.split_once('(') else {
        return false;
    };
    let rest = rest.trim_start();
    !callback.is_empty()
        && callback.len() <= 80
        && callback.chars().all(name)
        && rest.starts_with(['{', '['])
        && has_key(rest)
        && text.trim_end().trim_end_matches(';').ends_with(')')
}

/// A crawler's file, and the files of text made from one.
fn is_warc(head: &str) -> bool {
    let version = head.strip_prefix("WARC/");
    version.is_some_and(|v| v.starts_with(|c: char| c.is_ascii_digit()))
}

/// Header lines first, among them a content type: MHTML as browsers save it, or a mail.
fn is_mail(head: &str) -> bool {
    let mut typed = false;
    let mut lines = head.lines();
    for line in lines.by_ref() {
        if line.trim().is_empty() {
            break;
        }
        let folded = line.starts_with([' ', '\t']);
        let field = line.split_once(':').filter(|(name, _)| {
            !name.is_empty() && name.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-')
        });
        match field {
            Some((name, _)) => {
                typed |= ["content-type", "mime-version"]
                    .iter()
                    .any(|n| name.eq_ignore_ascii_case(n));
            }
            None if folded => {}
            None => return false,
        }
    }
    typed
}

/// How many lines a table or a program has at least, to be told from text.
const LINES_MIN: usize = 4;

/// Rows of the same number of cells, three and more, or two if most rows have one in quotation marks: texts with their headlines.
/// Verse and prose have their commas where they fall.
fn is_table(head: &str) -> bool {
    ['\t', ',', ';', '|'].into_iter().any(|separator| {
        let rows = rows(head, separator);
        let Some((first, rest)) = rows.split_first() else {
            return false;
        };
        // The head may end within a row.
        let whole = &rest[..rest.len().saturating_sub(1)];
        let quoted = rows.iter().filter(|row| row.quoted).count();
        let least = if quoted * 2 > rows.len() { 2 } else { 3 };
        first.cells >= least
            && rows.len() >= LINES_MIN
            && whole.iter().all(|row| row.cells == first.cells)
    })
}

struct Row {
    cells: usize,
    /// One of them is in quotation marks, and may have separators and line ends in it.
    quoted: bool,
}

/// The first rows of what may be a table.
fn rows(head: &str, separator: char) -> Vec<Row> {
    let mut rows = Vec::new();
    let mut row = Row {
        cells: 1,
        quoted: false,
    };
    let (mut inside, mut opens, mut empty) = (false, true, true);
    for c in head.chars() {
        match c {
            '"' if inside => inside = false,
            // Doubled marks within a cell close and open again.
            '"' if opens || row.quoted && !empty => {
                inside = true;
                row.quoted = true;
            }
            '\n' if !inside => {
                if !empty {
                    rows.push(row);
                }
                if rows.len() == 50 {
                    return rows;
                }
                row = Row {
                    cells: 1,
                    quoted: false,
                };
                (opens, empty) = (true, true);
                continue;
            }
            c if c == separator && !inside => {
                row.cells += 1;
                (opens, empty) = (true, false);
                continue;
            }
            _ => {}
        }
        opens = false;
        empty &= c.is_whitespace();
    }
    if !empty {
        rows.push(row);
    }
    rows
}

/// Marks of Chinese sentences that comments in a program have at most; a text about programs has more.
const SENTENCES_MAX: usize = 8;

/// Source code: a first line that says so, or lines that end as statements do and hold little Chinese.
fn is_code(head: &str) -> bool {
    if head.starts_with("#!/") {
        return true;
    }
    let (mut all, mut code, mut wide, mut chars) = (0_usize, 0_usize, 0_usize, 0_usize);
    let mut braces = 0_usize;
    for line in head.lines().map(str::trim).filter(|line| !line.is_empty()) {
        all += 1;
        code += usize::from(is_statement(line));
        for c in line.chars() {
            chars += 1;
            wide += usize::from(c >= '\u{2e80}');
            braces += usize::from(matches!(c, '{' | '}' | ';' | '='));
        }
    }
    // Comments may be Chinese; a script without line feeds shows by its braces.
    let little = wide * 5 < chars * 2 && head.matches(['。', '，']).count() < SENTENCES_MAX;
    little && (all >= LINES_MIN && code * 10 >= all * 6 || chars >= 80 && braces * 20 >= chars)
}

fn is_statement(line: &str) -> bool {
    const OPENS: &[&str] = &[
        "import ",
        "from ",
        "def ",
        "class ",
        "function ",
        "return ",
        "const ",
        "let ",
        "var ",
        "if (",
        "for (",
        "while (",
        "#include",
        "use ",
        "fn ",
        "pub ",
        "package ",
        "public ",
        "private ",
        "//",
        "/*",
        "* ",
        "*/",
        "@",
        "elif ",
        "else:",
        "if ",
        "for ",
        "try:",
        "except",
        "print(",
        "self.",
        "#",
        "}",
        "SELECT ",
        "INSERT ",
        "CREATE ",
    ];
    // Verse in Latin letters ends its lines as statements do, and may begin them so.
    !is_words(line)
        && (line.ends_with([';', '{', '}', '(', ')', ',', '[', ']', ':', '\\'])
            || OPENS.iter().any(|open| line.starts_with(open))
            || line.contains(" = "))
}

/// Whether a line is words with spaces between and marks of prose behind them, five and more.
fn is_words(line: &str) -> bool {
    let mut words = line.split(' ');
    let is_word = |word: &str| {
        let bare = word.trim_matches(['"', '\'', '“', '”', '‘', '’']);
        let bare = bare.trim_end_matches([',', ';', ':', '.', '!', '?', '"', '”', '’']);
        !bare.is_empty()
            && bare
                .chars()
                .all(|c| c.is_alphabetic() || matches!(c, '\'' | '’' | '-'))
    };
    words.clone().count() >= 5 && words.all(is_word)
}
