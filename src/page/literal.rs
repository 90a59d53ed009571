//! Object literals of scripts as JSON: bare keys, single quotes, trailing commas, `undefined`, `JSON.parse("…")`. Read, never run: any other call
//! and a sum are refused, a name inside of a literal (`user: PAGE.user`) has a value that is not known.

/// The literal that `text` starts with, as JSON. What follows it is not looked at; `None` if it holds anything but data.
///
/// `{title:'城东公园', tags:[,], top:!0, more:undefined}` gives `{"title":"城东公园","tags":[],"top":true,"more":null}`.
pub(crate) fn to_json(text: &str) -> Option<String> {
    read(text, 0)
}

/// `within` is how deep in a literal the text stands that `JSON.parse` reads, 0 outside of one: such a text has none inside.
fn read(text: &str, within: usize) -> Option<String> {
    let mut reader = Reader {
        text,
        at: 0,
        out: String::with_capacity(text.len()),
        open: Vec::new(),
        within,
    };
    reader.value()?;
    while let Some(&close) = reader.open.last() {
        reader.next(close)?;
    }
    Some(reader.out)
}

/// Nesting beyond what any reader of the JSON would take.
const DEPTH_MAX: usize = 200;

struct Reader<'a> {
    text: &'a str,
    at: usize,
    out: String,
    /// The brackets that would close what is open.
    open: Vec<char>,
    within: usize,
}

impl<'a> Reader<'a> {
    fn rest(&self) -> &'a str {
        &self.text[self.at..]
    }

    fn peek(&mut self) -> Option<char> {
        loop {
            let rest = self.rest();
            let spaced = rest.trim_start();
            self.at += rest.len() - spaced.len();
            if spaced.starts_with("//") {
                self.at += spaced.find('\n').unwrap_or(spaced.len());
            } else if spaced.starts_with("/*") {
                self.at += spaced.find("*/")? + 2;
            } else {
                return spaced.chars().next();
            }
        }
    }

    fn eat(&mut self, c: char) -> bool {
        let found = self.peek() == Some(c);
        self.at += if found { c.len_utf8() } else { 0 };
        found
    }

    /// The next item of the innermost list or object, or its end. Commas are written where they belong, not where they stand.
    fn next(&mut self, close: char) -> Option<()> {
        if self.eat(close) {
            self.open.pop();
            self.out.push(close);
            return Some(());
        }
        if self.eat(',') {
            return Some(());
        }
        if !self.out.ends_with(['[', '{']) {
            self.out.push(',');
        }
        if close == '}' {
            self.key()?;
        }
        self.value()
    }

    fn key(&mut self) -> Option<()> {
        match self.peek()? {
            quote @ ('"' | '\'') => self.string(quote)?,
            _ => {
                let name = self.word();
                if name.is_empty() {
                    return None;
                }
                self.out.push('"');
                self.out.push_str(name);
                self.out.push('"');
            }
        }
        self.eat(':').then(|| self.out.push(':'))
    }

    fn value(&mut self) -> Option<()> {
        match self.peek()? {
            open @ ('{' | '[') => {
                if self.open.len() + self.within == DEPTH_MAX {
                    return None;
                }
                self.at += 1;
                self.out.push(open);
                self.open.push(if open == '{' { '}' } else { ']' });
                return Some(());
            }
            quote @ ('"' | '\'' | '`') => self.string(quote)?,
            '!' => {
                let told = match self.rest() {
                    rest if rest.starts_with("!0") => "true",
                    rest if rest.starts_with("!1") => "false",
                    _ => return None,
                };
                self.at += 2;
                self.out.push_str(told);
            }
            _ => {
                let word = self.word();
                match word {
                    "true" | "false" | "null" => self.out.push_str(word),
                    "undefined" | "NaN" | "Infinity" => self.out.push_str("null"),
                    "void" if self.eat('0') => self.out.push_str("null"),
                    "JSON.parse" if !self.open.is_empty() && self.within == 0 => self.parsed()?,
                    _ if !self.open.is_empty() && is_name(word) => self.out.push_str("null"),
                    _ => self.number(word)?,
                }
            }
        }
        // `'…'.replace(/&nbsp;/g, ' ')`: the text as it stands.
        while self.out.ends_with('"') && self.peek() == Some('.') {
            self.skip_call()?;
        }
        // `'1080' * 1` turns a text into the number it writes: one system sets its figures so.
        if self.out.ends_with('"') && self.peek() == Some('*') {
            let rest = self.rest()[1..].trim_start();
            let behind = rest.strip_prefix('1')?;
            if behind.starts_with(|c: char| c.is_alphanumeric() || c == '.') {
                return None;
            }
            self.at = self.text.len() - behind.len();
        }
        // `1 + 1`, `a.b`, `f(x)`: no data.
        (self.open.is_empty() || matches!(self.peek()?, ',' | '}' | ']')).then_some(())
    }

    fn number(&mut self, word: &str) -> Option<()> {
        let digits = word.strip_prefix('-').unwrap_or(word);
        let number: f64 = word.parse().ok()?;
        if digits.bytes().all(|b| b.is_ascii_digit()) && !digits.starts_with('0') {
            self.out.push_str(word);
        } else {
            self.out.push_str(&number.to_string());
        }
        number.is_finite().then_some(())
    }

    /// What is between the brackets of `JSON.parse`, a string that is JSON, as the value that it writes.
    fn parsed(&mut self) -> Option<()> {
        if !self.eat('(') {
            return None;
        }
        let quote = self.peek().filter(|c| matches!(c, '"' | '\'' | '`'))?;
        let from = self.out.len();
        self.string(quote)?;
        let written: String = serde_json::from_str(&self.out[from..]).ok()?;
        self.out.truncate(from);
        self.out.push_str(&read(&written, self.open.len())?);
        self.eat(')').then_some(())
    }

    /// Passes over a call of a text's method, and does not make it.
    fn skip_call(&mut self) -> Option<()> {
        let name = self.word();
        if !is_name(&name[1..]) || !self.eat('(') {
            return None;
        }
        let (mut open, mut before) = (1_usize, '(');
        while open > 0 {
            let c = self.peek()?;
            match c {
                '"' | '\'' | '`' => self.skip_quoted(c)?,
                '/' if matches!(before, '(' | ',') => self.skip_quoted(c)?,
                '(' => open += 1,
                ')' => open -= 1,
                _ => {}
            }
            self.at += c.len_utf8();
            before = c;
        }
        Some(())
    }

    /// Goes to the mark that ends what starts here.
    fn skip_quoted(&mut self, mark: char) -> Option<()> {
        self.at += mark.len_utf8();
        let mut chars = self.rest().char_indices();
        loop {
            match chars.next()? {
                (_, '\\') => {
                    chars.next()?;
                }
                (_, '\n') => return None,
                (at, c) if c == mark => {
                    self.at += at;
                    return Some(());
                }
                _ => {}
            }
        }
    }

    /// Letters, digits and what numbers have.
    fn word(&mut self) -> &'a str {
        let rest = self.rest();
        let end = rest
            .find(|c: char| !(c.is_alphanumeric() || matches!(c, '_' | '$' | '-' | '+' | '.')))
            .unwrap_or(rest.len());
        self.at += end;
        &rest[..end]
    }

    /// A string in any quotes, its escapes as JSON has them. A template that computes something is refused.
    fn string(&mut self, quote: char) -> Option<()> {
        self.at += 1;
        self.out.push('"');
        let mut chars = self.rest().char_indices();
        while let Some((at, c)) = chars.next() {
            match c {
                _ if c == quote => {
                    self.at += at + 1;
                    self.out.push('"');
                    return Some(());
                }
                '\\' => match chars.next()?.1 {
                    c @ ('"' | '\\' | '/' | 'b' | 'f' | 'n' | 'r' | 't' | 'u') => {
                        self.out.push('\\');
                        self.out.push(c);
                    }
                    'x' => {
                        self.out.push_str("\\u00");
                        for _ in 0..2 {
                            self.out.push(chars.next()?.1);
                        }
                    }
                    '\n' => {}
                    c => self.out.push(c),
                },
                '"' => self.out.push_str("\\\""),
                '$' if quote == '`' && self.text[self.at + at..].starts_with("${") => return None,
                '\n' => self.out.push_str("\\n"),
                c if c.is_control() => self.out.push(' '),
                c => self.out.push(c),
            }
        }
        None
    }
}

/// Whether a word is a name or names joined by points, of things the script knows and a reader does not.
fn is_name(word: &str) -> bool {
    word.split('.').all(|part| {
        part.starts_with(|c: char| c.is_alphabetic() || matches!(c, '_' | '$'))
            && !part.contains(['-', '+'])
    })
}

#[cfg(test)]
mod tests {
    use super::to_json;
    use serde_json::{Value, json};

    fn read(text: &str) -> Option<Value> {
        serde_json::from_str(&to_json(text)?).ok()
    }

    #[test]
    fn literals_are_read() {
        let rows = [
            (
                "{title:'城东公园', top:!0, more:undefined}; var x = 1",
                json!({"title": "城东公园", "top": true, "more": null}),
            ),
            ("{\"a\": [1, -2.5, 'b', ], }", json!({"a": [1, -2.5, "b"]})),
            (
                "{/* 标题 */ a: `<p class=\"x\">城</p>`, // 正文\n b_1: void 0}",
                json!({"a": "<p class=\"x\">城</p>", "b_1": null}),
            ),
            ("['it\\'s', \"\\u57ce\\x41\\n\"]", json!(["it's", "城A\n"])),
            ("[[], {}, [{}]]", json!([[], {}, [{}]])),
            ("'城'", json!("城")),
            (
                "[{url: '城', width: '1080' * 1, }, ]",
                json!([{"url": "城", "width": "1080"}]),
            ),
            (
                "{\"a\":NaN,\"b\":.5,\"c\":007}",
                json!({"a": null, "b": 0.5, "c": 7}),
            ),
            ("{a:'一行\n两行'}", json!({"a": "一行\n两行"})),
            (
                "{user: PAGE.user, gallery: JSON.parse(\"{\\\"images\\\":[\\\"\\\\u57ce\\\\u002F1\\\"]}\"), n: JSON.parse('3') }",
                json!({"user": null, "gallery": {"images": ["城/1"]}, "n": 3}),
            ),
            ("[a, $b, c_1.d]", json!([null, null, null])),
            (
                "{a: '城 '.replace(/ \\/\"/ig, ')').trim(), b: 1}",
                json!({"a": "城 ", "b": 1}),
            ),
        ];
        for (text, expected) in rows {
            assert_eq!(read(text), Some(expected), "{text}");
        }
    }

    #[test]
    fn what_computes_is_refused() {
        for text in [
            "",
            "{",
            "b",
            "JSON.parse('1')",
            "{a:b-c}",
            "{a:b.}",
            "{a:f(1)}",
            "{a:'b'.c}",
            "{a:'b'.c(}",
            "{a:'b'.c(')}",
            "{a:JSON.parse(b)}",
            "{a:JSON.parse('b c')}",
            "{a:JSON.parse('1', f)}",
            "{a:JSON.parse('{\"b\":JSON.parse(\"1\")}')}",
            "{a:1+1}",
            "{a:'b'+'c'}",
            "{a:function(){}}",
            "`${x}`",
            "{a:}",
            "{a}",
            "[1 2",
            "{'a':'b",
            "(function(a){return {b:a}})(1)",
            "{a:new Date()}",
            "{...b}",
            "/*",
            "-",
        ] {
            assert_eq!(read(text), None, "{text}");
        }
    }

    #[test]
    fn deep_and_long_literals() {
        assert_eq!(to_json(&"[".repeat(100_000)), None);
        let nested = |n: usize| format!("[JSON.parse('{}{}')]", "[".repeat(n), "]".repeat(n));
        assert!(read(&nested(100)).is_some());
        assert_eq!(to_json(&nested(200)), None);
        let long = format!("{{a:'{}'}}", "城".repeat(100_000));
        assert!(read(&long).is_some());
    }
}
