//! Mistakes in rules, in words: what is wrong and what to write instead, in English and Chinese. What is a mistake, `compile` and
//! `site_rule` decide; here are those that come from other tools: XPath, jQuery, Scrapy, smart quotes, names that are nearly right.

use toml::de::{DeTable, DeValue};

/// What is wrong and what to do, in both languages.
#[derive(Debug)]
pub(crate) struct Said {
    pub(crate) en: String,
    pub(crate) zh: String,
}

pub(crate) fn said(en: impl Into<String>, zh: impl Into<String>) -> Said {
    Said {
        en: en.into(),
        zh: zh.into(),
    }
}

/// Line and column of a byte, counted from 1; columns in characters.
pub(crate) fn line_and_column(text: &str, at: usize) -> (u32, u32) {
    let before = text.get(..at).unwrap_or(text);
    let line = before.matches('\n').count() + 1;
    let start = before.rfind('\n').map_or(0, |i| i + 1);
    let column = before[start..].chars().count() + 1;
    (line as u32, column as u32)
}

/// Where a rule's file has the value of a key: `template[0].title[1].css`. A step that stands without a list or a table around it is
/// found all the same.
pub(crate) fn position(text: &str, key: &str) -> Option<(u32, u32)> {
    let document = DeTable::parse(text).ok()?;
    let mut span = None;
    let mut table: Option<&DeTable<'_>> = Some(document.get_ref());
    let mut value: Option<&DeValue<'_>> = None;
    for part in key.split('.') {
        let (name, index) = match part.split_once('[') {
            Some((name, index)) => (name, index.trim_end_matches(']').parse::<usize>().ok()),
            None => (part, None),
        };
        if let Some(inner) = table.and_then(|table| {
            let mut entries = table.iter();
            entries.find(|(key, _)| key.get_ref() == name)
        }) {
            span = Some(inner.1.span());
            value = Some(inner.1.get_ref());
        } else if value.is_none() || table.is_some() {
            break;
        }
        if let (Some(index), Some(DeValue::Array(array))) = (index, value)
            && let Some(inner) = array.get(index)
        {
            span = Some(inner.span());
            value = Some(inner.get_ref());
        }
        table = match value {
            Some(DeValue::Table(table)) => Some(table),
            _ => None,
        };
    }
    span.map(|span| line_and_column(text, span.start))
}

/// Marks that look like those of CSS and are not.
const LOOKALIKES: &[(char, char)] = &[
    ('．', '.'),
    ('。', '.'),
    ('＃', '#'),
    ('＞', '>'),
    ('，', ','),
    ('：', ':'),
    ('（', '('),
    ('）', ')'),
    ('［', '['),
    ('］', ']'),
    ('【', '['),
    ('】', ']'),
    ('“', '"'),
    ('”', '"'),
    ('‘', '\''),
    ('’', '\''),
    ('　', ' '),
];

/// A selector without what is quoted or in brackets: there any character may stand.
fn bare(css: &str) -> String {
    let mut out = String::new();
    let mut quote = None;
    let mut depth = 0u32;
    for c in css.chars() {
        match (quote, c) {
            (Some(open), c) if c == open => quote = None,
            (Some(_), _) => {}
            (None, '"' | '\'') => quote = Some(c),
            (None, '[') => depth += 1,
            (None, ']') => depth = depth.saturating_sub(1),
            (None, c) if depth == 0 => out.push(c),
            _ => {}
        }
    }
    out
}

/// What is wrong with a selector before it is read: nothing in it, or marks of another script, which CSS takes for letters.
pub(crate) fn before_reading(css: &str) -> Option<Said> {
    if css.trim().is_empty() {
        return Some(said(
            "an empty selector; write an element's name, .class or #id: \"h1\", \".title\", \"#content\"",
            "选择器是空的；写元素名、.类名或 #id，如 \"h1\"、\".title\"、\"#content\"",
        ));
    }
    let is_lookalike = |c: char| LOOKALIKES.iter().find(|(odd, _)| *odd == c);
    let quoted = css.chars().find(|c| "“”‘’".contains(*c));
    let odd = quoted.or_else(|| bare(css).chars().find(|c| is_lookalike(*c).is_some()))?;
    // “来源” within straight quotes is a text.
    if quoted.is_some() && !bare(css).contains(odd) && css.contains(['"', '\'']) {
        return None;
    }
    let right: String = css
        .chars()
        .map(|c| is_lookalike(c).map_or(c, |(_, right)| *right))
        .collect();
    Some(said(
        format!("{odd} is a full-width mark or a smart quote; write {right}"),
        format!("{odd} 是全角符号或中文引号；改成半角：{right}"),
    ))
}

/// What to write in place of a selector that CSS does not have; else what the reader of selectors said.
pub(crate) fn selector(css: &str, reason: &str) -> Said {
    let text = css.trim();
    let lower = text.to_ascii_lowercase();
    if text.starts_with('<') {
        let instead = of_html(text).unwrap_or_else(|| "div.article".to_string());
        return said(
            format!("this is HTML; a selector for it is {instead}"),
            format!("这是 HTML；它的选择器写作 {instead}"),
        );
    }
    if text.starts_with("$(") || text.starts_with("jQuery(") || text.starts_with("document.") {
        return said(
            "this is a script; write only the selector within its quotes",
            "这是脚本；只写引号里的选择器",
        );
    }
    if is_xpath(text) {
        return match of_xpath(text) {
            Some(instead) => said(
                format!("this is XPath, and rules have CSS selectors; write {instead}"),
                format!("这是 XPath，规则里用 CSS 选择器；改写为 {instead}"),
            ),
            None => said(
                "this is XPath, and rules have CSS selectors: //div[@class='a']/p is div.a > p, and an attribute's value is { css = …, attr = \"href\" }",
                "这是 XPath，规则里用 CSS 选择器：//div[@class='a']/p 写作 div.a > p，取属性用 { css = …, attr = \"href\" }",
            ),
        };
    }
    if lower.contains(":contains(") || lower.contains(":has-text(") || lower.contains(":icontains(")
    {
        return said(
            ":contains is jQuery's, not CSS; for the value behind a word write { label = \"来源\", within = \".info\" }, for a part of a text { css = …, pattern = \"…\" }",
            ":contains 是 jQuery 的写法，CSS 没有；取某个字样后面的值用 { label = \"来源\", within = \".info\" }，取文字的一部分用 { css = …, pattern = \"…\" }",
        );
    }
    if let Some(at) = lower.find("::attr(") {
        let name = text[at + 7..].trim_end_matches(')');
        let css = text[..at].trim();
        let instead = format!("{{ css = {css:?}, attr = {name:?} }}");
        return said(
            format!("::attr is Scrapy's; write {instead}"),
            format!("::attr 是 Scrapy 的写法；改写为 {instead}"),
        );
    }
    if let Some(at) = lower.find("::text") {
        let css = text[..at].trim();
        return said(
            format!("::text is Scrapy's; the text is what a step gives: write {css:?}"),
            format!("::text 是 Scrapy 的写法；步骤取的就是文字，写 {css:?} 即可"),
        );
    }
    for (name, instead) in [
        (":eq(", ":nth-child(n)"),
        (":gt(", ":nth-child(n + 2)"),
        (":lt(", ":nth-child(-n + 2)"),
        (":even", ":nth-child(even)"),
        (":odd", ":nth-child(odd)"),
    ] {
        if lower.contains(name) {
            let name = name.trim_end_matches('(');
            return said(
                format!(
                    "{name} is jQuery's, not CSS; write {instead}, which counts from 1 among all children"
                ),
                format!(
                    "{name} 是 jQuery 的写法，CSS 没有；改用 {instead}，从 1 数起，数所有子元素"
                ),
            );
        }
    }
    for name in [
        ":first", ":last", ":visible", ":hidden", ":text", ":parent", ":header", ":input",
    ] {
        let at = lower.find(name).map(|at| &lower[at + name.len()..]);
        if at.is_some_and(|rest| !rest.starts_with('-')) {
            return said(
                format!(
                    "{name} is jQuery's, not CSS; of several hits the first that fits is taken anyway, and :first-child, :last-child and :nth-of-type(1) are CSS"
                ),
                format!(
                    "{name} 是 jQuery 的写法，CSS 没有；几处命中时本来就取第一个合适的，要指明可用 :first-child、:last-child、:nth-of-type(1)"
                ),
            );
        }
    }
    if lower.contains("::before") || lower.contains("::after") {
        return said(
            format!("bad selector {css:?}: pseudo-elements are not on a saved page"),
            format!(
                "选择器 {css:?} 不能用：::before 与 ::after 的内容由样式表生成，保存的页面里没有"
            ),
        );
    }
    let digit = |mark: char| {
        let found = text.split(mark).skip(1);
        found
            .into_iter()
            .find(|rest| rest.starts_with(|c: char| c.is_ascii_digit()))
    };
    for (mark, attr) in [('#', "id"), ('.', "class")] {
        if let Some(rest) = digit(mark) {
            let name: String = rest
                .chars()
                .take_while(|c| c.is_alphanumeric() || matches!(c, '-' | '_'))
                .collect();
            let instead = match attr {
                "id" => format!("[id=\"{name}\"]"),
                _ => format!("[class~=\"{name}\"]"),
            };
            return said(
                format!("a name after {mark} cannot start with a digit; write {instead}"),
                format!("{mark} 后面的名字不能以数字开头；改写为 {instead}"),
            );
        }
    }
    let open = |a: char, b: char| text.matches(a).count() != text.matches(b).count();
    let quotes = |c: char| text.matches(c).count() % 2 == 1;
    let unpaired = if open('[', ']') {
        Some("[ ]")
    } else if open('(', ')') {
        Some("( )")
    } else if quotes('"') || quotes('\'') {
        Some("\" '")
    } else {
        None
    };
    if let Some(pair) = unpaired {
        return said(
            format!("bad selector {css:?}: {pair} do not pair up"),
            format!("选择器 {css:?} 的 {pair} 没有成对"),
        );
    }
    let reason = reason
        .trim_start_matches("Unexpected error occurred. Please report this to the developer\n")
        .trim();
    said(
        format!("bad selector {css:?}: {reason}"),
        format!(
            "选择器 {css:?} 写法不对（{reason}）；浏览器里 document.querySelectorAll 认得的才行"
        ),
    )
}

/// The selector of a pasted start tag.
fn of_html(text: &str) -> Option<String> {
    let tag = text.strip_prefix('<')?.split('>').next()?;
    let name: String = tag
        .chars()
        .take_while(char::is_ascii_alphanumeric)
        .collect();
    let value = |attr: &str| {
        let (_, rest) = tag.split_once(&format!(" {attr}="))?;
        let quote = rest.chars().next()?;
        Some(match quote {
            '"' | '\'' => rest[1..].split(quote).next()?,
            _ => rest.split_whitespace().next()?,
        })
    };
    let id = value("id").map(|id| format!("#{id}")).unwrap_or_default();
    let classes = value("class").unwrap_or_default().split_whitespace();
    let classes: String = classes.map(|class| format!(".{class}")).collect();
    (!name.is_empty()).then(|| format!("{name}{id}{classes}"))
}

fn is_xpath(text: &str) -> bool {
    let bare_at = text.contains("[@") || text.contains("/@");
    text.starts_with('/')
        || text.starts_with("./")
        || text.starts_with("xpath")
        || text.starts_with("(/")
        || bare_at
        || text.contains("text()")
        || ["ancestor::", "following-sibling::", "descendant::"]
            .iter()
            .any(|axis| text.contains(axis))
}

/// CSS for the XPath that people copy from browsers: names, positions, ids and classes.
fn of_xpath(text: &str) -> Option<String> {
    let text = text
        .trim_start_matches("xpath:")
        .trim_start_matches("xpath=")
        .trim_start_matches('.');
    let (mut out, mut link) = (String::new(), "");
    let mut attr = None;
    let mut rest = text;
    while !rest.is_empty() {
        if let Some(after) = rest.strip_prefix("//") {
            (link, rest) = (" ", after);
        } else if let Some(after) = rest.strip_prefix('/') {
            (link, rest) = (" > ", after);
        }
        // A step ends at a slash outside of brackets.
        let mut depth = 0;
        let end = rest.char_indices().find(|(_, c)| {
            match c {
                '[' | '(' => depth += 1,
                ']' | ')' => depth -= 1,
                _ => {}
            }
            *c == '/' && depth == 0
        });
        let (step, after) = rest.split_at(end.map_or(rest.len(), |(at, _)| at));
        rest = after;
        if step == "text()" || step.is_empty() {
            continue;
        }
        if let Some(name) = step.strip_prefix('@') {
            attr = Some(name);
            continue;
        }
        let (name, tests) = step.split_at(step.find('[').unwrap_or(step.len()));
        let plain = |c: char| c.is_ascii_alphanumeric() || c == '*';
        if name.is_empty() || !name.chars().all(plain) {
            return None;
        }
        if !out.is_empty() {
            out.push_str(link);
        }
        let mut css = String::new();
        for test in tests.split(']').filter(|t| !t.is_empty()) {
            let test = test.trim_start_matches('[').trim();
            if test.bytes().all(|b| b.is_ascii_digit()) {
                css.push_str(&format!(":nth-of-type({test})"));
                continue;
            }
            let (key, value) = match test.strip_prefix("contains(@") {
                Some(inner) => inner.trim_end_matches(')').split_once(',')?,
                None => test.strip_prefix('@')?.split_once('=')?,
            };
            let value = value.trim().trim_matches(['"', '\'']);
            match key.trim() {
                "id" if !test.starts_with("contains") => css.push_str(&format!("#{value}")),
                "class" => {
                    let classes = value.split_whitespace();
                    css.extend(classes.map(|class| format!(".{class}")));
                }
                key if test.starts_with("contains") => {
                    css.push_str(&format!("[{key}*=\"{value}\"]"));
                }
                key => css.push_str(&format!("[{key}=\"{value}\"]")),
            }
        }
        if name != "*" || css.is_empty() {
            out.push_str(name);
        }
        out.push_str(&css);
    }
    (!out.is_empty()).then(|| match attr {
        Some(attr) => format!("{{ css = {out:?}, attr = {attr:?} }}"),
        None => format!("{out:?}"),
    })
}

/// What is wrong with a path into JSON: dots, brackets and JSONPath in place of slashes. `blob` says whether a blob's name comes first.
pub(crate) fn path(path: &str, blob: bool) -> Option<Said> {
    let dotted = !path.contains('/') && path.contains('.');
    // A blob's name may have an index: `render_data[0]/status`.
    let keys = match path.split_once('/') {
        Some((_, keys)) if blob => keys,
        _ => path,
    };
    if !dotted && !keys.contains('[') && !path.starts_with("$.") {
        return None;
    }
    let (window, rest) = match path.strip_prefix("window.") {
        Some(rest) if blob => ("window.", rest),
        _ => ("", path.trim_start_matches(['$', '.'])),
    };
    let slashes = rest
        .replace("[*]", "/*")
        .replace('[', "/")
        .replace([']', '"', '\''], "");
    let slashes = match dotted {
        true => slashes.replace('.', "/"),
        false => slashes,
    };
    if blob && format!("{window}{slashes}") == path {
        return None;
    }
    Some(said(
        format!("a path has slashes between its keys; write \"{window}{slashes}\""),
        format!("路径用斜线分隔；改写为 \"{window}{slashes}\""),
    ))
}

/// What is wrong with a host that no page can have.
pub(crate) fn host(host: &str) -> Option<Said> {
    let text = host.trim();
    let bare = text
        .trim_start_matches("https://")
        .trim_start_matches("http://")
        .trim_start_matches("//");
    let (name, path) = match bare.find(['/', '?', '#']) {
        Some(at) => bare.split_at(at),
        None => (bare, ""),
    };
    if name.is_empty() {
        return Some(said(
            format!("bad host {host:?}: a path alone is on every site; write example.com{path}"),
            format!("{host:?} 只有路径，哪个网站都可能有；前面要写主机，如 example.com{path}"),
        ));
    }
    let name = name.rsplit_once('@').map_or(name, |(_, name)| name);
    let (name, port) = match name.rsplit_once(':') {
        Some((name, port)) if port.bytes().all(|b| b.is_ascii_digit()) => (name, true),
        _ => (name, false),
    };
    let stars = name.trim_start_matches(['*', '.']);
    let plain = stars.trim_end_matches('.').to_lowercase();
    // As the page's address has it: 新闻.中国 is xn--efvy81m.xn--fiqs8s.
    let ascii = url::Url::parse(&format!("http://{plain}/")).ok();
    let ascii = ascii.as_ref().and_then(|url| url.host_str());
    let path = path.split(['?', '#']).next().unwrap_or_default();
    let instead = ascii.filter(|host| host.contains('.') && !host.contains('*'));
    let path = if path == "/" { "" } else { path };
    let (en, zh) = if stars != name {
        (
            "a host covers all its subdomains as it is",
            "主机本来就包括它的所有子域名",
        )
    } else if port {
        ("ports do not count", "不看端口")
    } else if bare.len() != text.len() {
        ("without http://", "不写 http://")
    } else if !name.is_ascii() {
        (
            "addresses have such names in punycode",
            "网址里的中文域名是 punycode",
        )
    } else if name != plain {
        ("in lower case", "用小写，前后不带点和空格")
    } else if !name.contains('.') {
        (
            "a host has a dot: news.example.com",
            "主机里要有点，如 news.example.com",
        )
    } else if ascii != Some(name) || host.contains(char::is_whitespace) {
        ("no address has it", "没有网址是这样的")
    } else if host.contains(['?', '#']) {
        ("queries do not count", "不看问号后面的部分")
    } else {
        return None;
    };
    let (write, write_zh) = match instead {
        Some(host) => (
            format!("; write \"{host}{path}\""),
            format!("；改写为 \"{host}{path}\""),
        ),
        None => (
            "; write it as news.example.com or example.com/path, in lower case".to_string(),
            "；写作 news.example.com 或 example.com/path".to_string(),
        ),
    };
    Some(said(
        format!("bad host {host:?}: {en}{write}"),
        format!("主机 {host:?} 不会匹配任何网页：{zh}{write_zh}"),
    ))
}

/// Words that other tools and other people have for a key.
const SYNONYMS: &[(&str, &str)] = &[
    ("author", "authors"),
    ("writer", "authors"),
    ("byline", "authors"),
    ("editor", "editors"),
    ("content", "body"),
    ("article", "body"),
    ("text_body", "body"),
    ("date", "published"),
    ("time", "published"),
    ("pubdate", "published"),
    ("publish_time", "published"),
    ("publish", "published"),
    ("modified", "updated"),
    ("from", "source"),
    ("origin", "source"),
    ("media", "source"),
    ("headline", "title"),
    ("h1", "title"),
    ("description", "summary"),
    ("abstract", "summary"),
    ("image", "lead_image"),
    ("cover", "lead_image"),
    ("thumbnail", "lead_image"),
    ("tag", "tags"),
    ("keywords", "tags"),
    ("next", "next_page"),
    ("nextpage", "next_page"),
    ("exclude", "remove"),
    ("delete", "remove"),
    ("strip", "remove"),
    ("clean", "remove"),
    ("crumb", "breadcrumb"),
    ("selector", "css"),
    ("xpath", "css"),
    ("query", "css"),
    ("regex", "pattern"),
    ("re", "pattern"),
    ("regexp", "pattern"),
    ("attribute", "attr"),
    ("jsonld", "ld"),
    ("json_ld", "ld"),
    ("json-ld", "ld"),
    ("json", "state"),
    ("host", "hosts"),
    ("domain", "hosts"),
    ("domains", "hosts"),
    ("mark", "marks"),
    ("templates", "template"),
    ("timezone", "zone"),
    ("items", "list"),
    ("标题", "title"),
    ("作者", "authors"),
    ("来源", "source"),
    ("正文", "body"),
    ("时间", "published"),
    ("删除", "remove"),
];

/// The known name that a wrong one was probably meant to be.
fn nearest<'a>(word: &str, known: &[&'a str]) -> Option<&'a str> {
    let word = word.to_lowercase();
    let synonym = SYNONYMS.iter().find(|(name, _)| *name == word);
    if let Some((_, meant)) = synonym
        && let Some(name) = known.iter().find(|name| *name == meant)
    {
        return Some(name);
    }
    let best = known.iter().map(|name| (distance(&word, name), *name));
    let (changes, name) = best.min()?;
    (changes * 3 <= name.len().max(3)).then_some(name)
}

/// How many letters must be put in, left out, changed or exchanged with their neighbour.
fn distance(a: &str, b: &str) -> usize {
    let (a, b): (Vec<char>, Vec<char>) = (a.chars().take(40).collect(), b.chars().collect());
    let mut rows: Vec<Vec<usize>> = vec![(0..=b.len()).collect()];
    for i in 1..=a.len() {
        let mut row = vec![i];
        for j in 1..=b.len() {
            let same = usize::from(a[i - 1] != b[j - 1]);
            let mut least = (rows[i - 1][j] + 1)
                .min(row[j - 1] + 1)
                .min(rows[i - 1][j - 1] + same);
            if i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1] {
                least = least.min(rows[i - 2][j - 2] + 1);
            }
            row.push(least);
        }
        rows.push(row);
    }
    rows[a.len()][b.len()]
}

/// What to write in place of a key that is not known.
pub(crate) fn key(word: &str, known: &[&str]) -> Said {
    let list = known.join(", ");
    match nearest(word, known) {
        Some(meant) => said(
            format!("unknown key {word:?}; did you mean {meant:?}? Keys here: {list}"),
            format!("没有 {word:?} 这个键，是不是 {meant:?}？这里可用的键：{list}"),
        ),
        None => said(
            format!("unknown key {word:?}; keys here: {list}"),
            format!("没有 {word:?} 这个键；这里可用的键：{list}"),
        ),
    }
}

/// What the reader of TOML said, and what to do.
pub(crate) fn toml(text: &str, message: &str, at: Option<usize>) -> Said {
    let message = message.trim();
    let ticked = |s: &str| -> Vec<String> {
        let parts = s.split('`').skip(1).step_by(2);
        parts.map(String::from).collect()
    };
    if let Some(rest) = message.strip_prefix("unknown field ") {
        let names = ticked(rest);
        let (word, known) = names
            .split_first()
            .map_or(("", &[][..]), |(w, k)| (w.as_str(), k));
        let known: Vec<&str> = known.iter().map(String::as_str).collect();
        return key(word, &known);
    }
    if let Some(rest) = message.strip_prefix("unknown variant ") {
        let names = ticked(rest);
        let (word, known) = names
            .split_first()
            .map_or(("", &[][..]), |(w, k)| (w.as_str(), k));
        let list = known.join(", ");
        return said(
            format!("unknown value {word:?}; write one of {list}"),
            format!("没有 {word:?} 这个值；可写 {list}"),
        );
    }
    if let Some(rest) = message.strip_prefix("missing field ") {
        let name = ticked(rest).into_iter().next().unwrap_or_default();
        let (en, zh) = match name.as_str() {
            "evidence" => (
                "; write evidence = \"reported\" until you keep pages that it is checked on",
                "；没有留下核对用的页面时，写 evidence = \"reported\"",
            ),
            "name" => ("; write name = \"site's name\"", "；写 name = \"网站名\""),
            "template" => (
                "; a layout starts with a line [[template]]",
                "；版式以单独一行 [[template]] 开头",
            ),
            "list" => (
                "; a list of other articles is { list = \".hot li\" }",
                "；相关列表写作 { list = \".hot li\" }",
            ),
            _ => ("", ""),
        };
        return said(
            format!("missing key {name:?}{en}"),
            format!("缺少 {name} 这个键{zh}"),
        );
    }
    let line = at.and_then(|at| {
        let start = text.get(..at)?.rfind('\n').map_or(0, |i| i + 1);
        text[start..].lines().next()
    });
    let odd = line.and_then(|line| line.chars().find(|c| "“”‘’＝［］，｛｝".contains(*c)));
    if let Some(odd) = odd {
        return said(
            format!(
                "{odd} is a full-width mark or a smart quote; TOML has straight ones: \" ' = [ ] , {{ }}"
            ),
            format!("{odd} 是全角符号或中文引号；TOML 只认半角的 \" ' = [ ] , {{ }}"),
        );
    }
    if message.starts_with("duplicate key") {
        return said(
            format!(
                "{message}; several steps of a field go into one list: title = [\"h1\", \".title\"]"
            ),
            "同一个键写了两次；一个字段的几步写在一个列表里：title = [\"h1\", \".title\"]"
                .to_string(),
        );
    }
    if message.starts_with("invalid type") || message.starts_with("invalid value") {
        return said(
            message,
            format!(
                "值的形式不对（{message}）；步骤写作 \"选择器\"、{{ label = \"来源\" }} 这样的表，或它们的列表"
            ),
        );
    }
    said(message, format!("TOML 写法不对：{message}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn selectors_of_other_tools() {
        // selector | what to write
        for (css, expected) in [
            (
                "//div[@class='article title']/h1",
                "\"div.article.title > h1\"",
            ),
            (
                "//*[@id=\"zoom\"]//p[2]/text()",
                "\"#zoom p:nth-of-type(2)\"",
            ),
            (
                "/html/body/div[3]/a/@href",
                "{ css = \"html > body > div:nth-of-type(3) > a\", attr = \"href\" }",
            ),
            ("//div[contains(@class,'info')]", "\"div.info\""),
            ("//div[position()>2]", "div.a > p"),
            (".info:contains(来源)", "label = \"来源\""),
            ("ul li:eq(2)", ":nth-child(n)"),
            ("p:first", ":first-child"),
            ("a::attr(href)", "{ css = \"a\", attr = \"href\" }"),
            ("h1::text", "\"h1\""),
            ("$('.title')", "只写引号里的选择器"),
            ("<div class=\"info left\" id=top>", "div#top.info.left"),
            ("#2024", "[id=\"2024\"]"),
            ("h1[", "没有成对"),
        ] {
            let said = selector(css, "x");
            assert!(said.zh.contains(expected), "{css}: {}", said.zh);
            assert!(!said.en.contains("developer"), "{}", said.en);
        }
    }

    #[test]
    fn marks_of_another_script() {
        for (css, expected) in [
            ("", Some("空的")),
            (" ", Some("空的")),
            ("．title", Some(".title")),
            ("h1，.title", Some("h1,.title")),
            ("[class=“title”]", Some("[class=\"title\"]")),
            ("[title='来源：']", None),
            ("a[title=\"“城东”\"]", None),
            (".正文", None),
        ] {
            let zh = before_reading(css).map(|said| said.zh);
            assert_eq!(zh.is_some(), expected.is_some(), "{css}: {zh:?}");
            assert!(
                zh.unwrap_or_default().contains(expected.unwrap_or("")),
                "{css}"
            );
        }
    }

    #[test]
    fn hosts_that_no_page_has() {
        for (text, expected) in [
            ("*.example.com", Some("\"example.com\"")),
            (".example.com", Some("\"example.com\"")),
            ("example.com:8080", Some("\"example.com\"")),
            (
                "https://News.example.com/a?b",
                Some("\"news.example.com/a\""),
            ),
            ("/news", Some("example.com/news")),
            ("新闻.中国", Some("xn--")),
            ("Example.com", Some("\"example.com\"")),
            ("example.com.", Some("\"example.com\"")),
            ("localhost", Some("news.example.com")),
            ("exa mple.com", Some("news.example.com")),
            ("example.com", None),
            ("m.example.com/news", None),
            ("127.0.0.1", None),
        ] {
            let en = host(text).map(|said| said.en);
            assert_eq!(en.is_some(), expected.is_some(), "{text}: {en:?}");
            let en = en.unwrap_or_default();
            assert!(en.contains(expected.unwrap_or("")), "{text}: {en}");
        }
    }

    #[test]
    fn paths_with_dots() {
        for (text, blob, expected) in [
            ("author.name", false, Some("\"author/name\"")),
            ("$.author[0].name", false, Some("\"author/0/name\"")),
            ("author/name", false, None),
            ("datePublished", false, None),
            ("window.__NUXT__/data/0", true, None),
            (
                "window.__STATE__.article.title",
                true,
                Some("\"window.__STATE__/article/title\""),
            ),
            ("__NEXT_DATA__/props", true, None),
            ("render_data[0]/status", true, None),
        ] {
            let en = path(text, blob).map(|said| said.en);
            assert_eq!(en.is_some(), expected.is_some(), "{text}: {en:?}");
            assert!(
                en.unwrap_or_default().contains(expected.unwrap_or("")),
                "{text}"
            );
        }
    }

    #[test]
    fn names_nearly_right() {
        let known = [
            "title",
            "subtitle",
            "published",
            "authors",
            "source",
            "body",
            "css",
            "pattern",
        ];
        for (word, expected) in [
            ("titel", Some("title")),
            ("author", Some("authors")),
            ("xpath", Some("css")),
            ("regex", Some("pattern")),
            ("Body", Some("body")),
            ("标题", Some("title")),
            ("weather", None),
        ] {
            assert_eq!(nearest(word, &known), expected, "{word}");
        }
    }

    #[test]
    fn positions() {
        let text = "name = \"x\"\r\n[[template]]\n# h1[ here\ntitle = \"h1\"\nsubtitle = [\"a\", { css = \"h1[\" }]\nrelated = [{ list = \"b\" }]\n";
        for (key, expected) in [
            ("name", (1, 8)),
            ("template[0].title[0].css", (4, 9)),
            ("template[0].subtitle[1].css", (5, 26)),
            ("template[0].related[0].list", (6, 21)),
        ] {
            assert_eq!(position(text, key), Some(expected), "{key}");
        }
    }
}
