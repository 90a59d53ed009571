//! Style rules of a page without what they would load. Whose rules they are, and where they are written, `frame` knows.

/// Words of style rules that load something, or did in old browsers.
const LOADING: &[&str] = &[
    "url(",
    "@import",
    "image-set(",
    "src(",
    "expression(",
    "behavior",
    "-moz-binding",
];

/// Style rules with the words that load taken out.
pub fn without_addresses(css: &str) -> String {
    // u\72l( is url( as well.
    let plain = unescaped(css);
    let count = |css: &str| -> usize {
        let css = css.to_ascii_lowercase();
        LOADING.iter().map(|word| css.matches(word).count()).sum()
    };
    let mut out = if count(&plain) > count(css) {
        plain
    } else {
        css.to_string()
    };
    for word in LOADING {
        let lower = out.to_ascii_lowercase();
        let mut kept = String::with_capacity(out.len());
        let mut from = 0;
        for (at, _) in lower.match_indices(word) {
            if at < from {
                continue;
            }
            kept.push_str(&out[from..at]);
            // What is to be loaded goes along.
            let (end, put) = match *word {
                "@import" => (';', ""),
                word if word.ends_with('(') => (')', "none"),
                _ => (' ', "none "),
            };
            kept.push_str(put);
            let behind = &out[at + word.len()..];
            from = out.len() - behind.find(end).map_or(0, |i| behind.len() - i - 1);
        }
        kept.push_str(&out[from..]);
        out = kept;
    }
    out
}

/// Style rules with their escapes spelt out.
fn unescaped(css: &str) -> String {
    let mut out = String::with_capacity(css.len());
    let mut rest = css;
    while let Some(at) = rest.find('\\') {
        out.push_str(&rest[..at]);
        rest = &rest[at + 1..];
        let hex = rest
            .bytes()
            .take(6)
            .take_while(u8::is_ascii_hexdigit)
            .count();
        if hex == 0 {
            continue;
        }
        let code = u32::from_str_radix(&rest[..hex], 16).ok();
        out.extend(code.and_then(char::from_u32));
        rest = &rest[hex..];
        rest = rest.strip_prefix([' ', '\t', '\n']).unwrap_or(rest);
    }
    out.push_str(rest);
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn style_rules_keep_the_rest() {
        assert_eq!(
            without_addresses("p{color:red;background:uRl(x) top}@IMPORT 'y';b{top:0}"),
            "p{color:red;background:none top}b{top:0}"
        );
    }
}
