//! What the reader of TOML refuses, in words that help.

use crate::rule::mistake::key::key;
use crate::rule::mistake::said::{Said, said};

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
