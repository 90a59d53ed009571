//! Rules made to hurt: steps that look at everything, again and again. Each is one that a rule file may have; what is refused is in
//! `user_rules.rs`. Asserts nothing.

use zhengwen::{Error, Rule};

/// A rule of this template for `chengju.example`.
pub fn rule(template: &str) -> Result<Rule, Error> {
    Rule::from_toml(&format!(
        "name = \"橙橘网\"\nhosts = [\"chengju.example\"]\nevidence = \"reported\"\n[[template]]\n{template}\n"
    ))
}

/// Name and template.
pub const RULES: &[(&str, &str)] = &[
    (
        "siblings",
        r#"title = [".none ~ p", "p ~ .none ~ p", "* ~ * ~ *"]"#,
    ),
    (
        "siblings of what it has",
        r#"title = ["p:has(~ .none)", "p:HAS(+ .none)", 'p:h\61s([x=")"], ~ .none)', ":not(:has(~ *))"]"#,
    ),
    (
        "deep",
        r#"title = ["* * * * * * * .none", "div > div > div div div div .none"]"#,
    ),
    (
        "places",
        r#"title = [":nth-child(2n+1):nth-last-child(3n+1):nth-last-of-type(7n).none", "*:only-of-type.none"]"#,
    ),
    (
        "attributes",
        r#"title = ["[a*=x][b^=y][c$=z], [class*=x], [style*='display'], [href*='/'] [src*='/']", ".none"]"#,
    ),
    (
        "all of everything",
        r#"title = "*"
subtitle = "*"
summary = "*"
published = "*"
updated = "*"
authors = "*"
source = "*"
editors = "*"
tags = "*"
breadcrumb = "*"
next_page = "*"
lead_image = { css = "*", attr = "src" }
body = "*"
remove = ["* > *"]
related = [{ list = "*", heading = "*" }]"#,
    ),
    (
        "all elements' source",
        r#"body = [{ css = "script, style, [hidden]", html = true }, { css = "*", html = true }]
summary = "script, style, [hidden]""#,
    ),
    (
        "labels within all",
        r#"source = { label = "来源", within = "*" }
authors = { label = "作者", within = "*" }
editors = { label = "编辑", within = "[hidden], *" }"#,
    ),
    (
        "state of names found often",
        r#"title = [{ state = "a" }, { state = "DATA/*/*/*" }, { state = "=" }, { state = "{/a" }, { state = "window.DATA/a/0" }]
body = [{ state = "a/*" }, { state = "DATA/*" }, { ld = "*/*/*" }, { ld = "author/*/name" }]"#,
    ),
    (
        "patterns of many repeats",
        r#"title = { css = "*", pattern = '(?:[^x]{0,300}){2}y$' }
summary = { css = "*", pattern = '^(\w+\s*)+$' }
tags = { css = "*", pattern = '(?i)(?:城|东|公|园|x|y){1,200}z' }"#,
    ),
    (
        "patterns of classes",
        r#"title = { css = "body", pattern = '[\p{Han}\p{L}]{1,5}[^\p{Han}]{4}\d{8}' }
source = { css = "html, body, div", pattern = '(.*)(.*)(.*)(.*)(.*)z' }"#,
    ),
    (
        "lists of all",
        r#"related = [{ list = "li" }, { list = "a" }, { list = "p, div, span", heading = "p" }, { list = "* *" }]"#,
    ),
    (
        "removes all",
        r#"body = "body"
remove = ["p ~ p", "* *", "div", "a", "[class]", ":has(a)", ":empty"]"#,
    ),
];
