//! Selectors that are none: jQuery's and Scrapy's, pasted HTML, names that start with a digit, brackets without their other half.

use crate::rule::mistake::said::{Said, said};
use crate::rule::mistake::xpath::{is_xpath, of_xpath};

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
}
