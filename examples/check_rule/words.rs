//! Errors in the two languages of `check_rule`.

use zhengwen::{Error, ErrorKind};

use crate::lang::Lang;

/// An error in the reader's words: file, line, key and what is wrong with it. `name` is the file's, should the error not name it.
pub fn explain(error: &Error, lang: Lang) -> String {
    match error.kind() {
        ErrorKind::Rule {
            file,
            key,
            line,
            column,
            reason,
            zh,
            ..
        } => {
            let file = file.as_deref().unwrap_or("-");
            let place = match (line, column) {
                (Some(line), Some(column)) => format!("{file}:{line}:{column}"),
                _ => file.to_string(),
            };
            match lang {
                Lang::Zh => format!("{place} 规则有错\n  位置  {key}\n  原因  {zh}"),
                Lang::En => format!("{place} bad rule\n  key   {key}\n  why   {reason}"),
            }
        }
        ErrorKind::Io { path, reason, .. } => match lang {
            Lang::Zh => format!("读不了 {path}：{reason}"),
            Lang::En => error.to_string(),
        },
        ErrorKind::Empty if lang == Lang::Zh => "是空的，没有可读的文字".to_string(),
        _ => error.to_string(),
    }
}
