//! What is wrong with a command line, in two lines: the mistake and the usage, in Chinese. What a right one is, `args` says.

use clap::Error;
use clap::error::{ContextKind, ErrorKind};

/// The two lines; none, if the command's help tells it better.
pub fn told(error: &Error) -> Option<String> {
    let part = |kind| error.get(kind).map(ToString::to_string).unwrap_or_default();
    let argument = part(ContextKind::InvalidArg);
    let value = part(ContextKind::InvalidValue);
    let why = match error.kind() {
        ErrorKind::UnknownArgument => {
            let like = part(ContextKind::SuggestedArg);
            match like.is_empty() {
                true => format!("没有 {argument} 这个选项"),
                false => format!("没有 {argument} 这个选项，是不是 {like}？"),
            }
        }
        ErrorKind::InvalidSubcommand => {
            format!("没有 {} 这个命令", part(ContextKind::InvalidSubcommand))
        }
        ErrorKind::MissingRequiredArgument => format!("缺少 {argument}"),
        ErrorKind::ArgumentConflict => {
            let other = part(ContextKind::PriorArg);
            format!("{argument} 不能与 {other} 同用")
        }
        ErrorKind::InvalidValue if value.is_empty() => format!("{argument} 后面要有值"),
        ErrorKind::InvalidValue => {
            let valid = part(ContextKind::ValidValue).replace(", ", "、");
            format!("{argument} 不能是 {value}；可用：{valid}")
        }
        ErrorKind::ValueValidation => {
            let why = std::error::Error::source(error).map(ToString::to_string);
            format!("{argument} 不能是 {value}：{}", why.unwrap_or_default())
        }
        _ => return None,
    };
    let usage = part(ContextKind::Usage);
    let usage = usage.trim().trim_start_matches("Usage:").trim();
    let usage = usage.lines().next().unwrap_or_default();
    let usage = match usage.is_empty() {
        true => "zhengwen <命令>".to_string(),
        false => usage.replace("[OPTIONS]", "[选项]"),
    };
    Some(format!(
        "zhengwen：{why}\n用法：{usage}（--help 列出选项）\n"
    ))
}
