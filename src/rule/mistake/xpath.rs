//! XPath as CSS. Not whether CSS is right.

/// Whether a selector is XPath.
pub(super) fn is_xpath(text: &str) -> bool {
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
pub(super) fn of_xpath(text: &str) -> Option<String> {
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
