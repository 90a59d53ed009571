//! Reads saved pages of Chinese news and prints their articles.
//!
//! ```text
//! cargo run --example parse_file -- page.html
//! cargo run --example parse_file -- --format json --url https://… page.html
//! ```

mod args;
mod card;
mod layout;
mod trace;

use std::fs;
use std::io::{self, IsTerminal, Read, Write};
use std::path::Path;
use std::process::ExitCode;

use args::{Args, Format};
use zhengwen::{Article, Error, ErrorKind, Parser, Trace};

fn main() -> ExitCode {
    let args = match args::read(std::env::args().skip(1)) {
        Ok(Some(args)) => args,
        Ok(None) => {
            let _ = io::stdout().write_all(args::USAGE.as_bytes());
            return ExitCode::SUCCESS;
        }
        Err(why) => {
            let _ = writeln!(io::stderr(), "parse_file：{why}\n\n{}", args::USAGE);
            return ExitCode::from(2);
        }
    };
    let mut failed = false;
    for file in &args.files {
        match one(&args, file) {
            Ok(text) => {
                // The reader may have gone: `… | head`.
                if io::stdout().write_all(text.as_bytes()).is_err() {
                    return ExitCode::SUCCESS;
                }
            }
            Err(why) => {
                failed = true;
                let _ = writeln!(io::stderr(), "{file}：{why}");
            }
        }
    }
    if failed {
        ExitCode::FAILURE
    } else {
        ExitCode::SUCCESS
    }
}

/// Reads one file and renders it.
fn one(args: &Args, file: &str) -> Result<String, String> {
    let bytes = if file == "-" {
        let mut bytes = Vec::new();
        io::stdin()
            .read_to_end(&mut bytes)
            .map_err(|e| format!("读标准输入失败：{e}"))?;
        bytes
    } else {
        fs::read(file).map_err(|e| match e.kind() {
            io::ErrorKind::NotFound => "没有这个文件，请检查路径".to_string(),
            _ => format!("打不开：{e}"),
        })?
    };
    let mut parser = Parser::new();
    if let Some(url) = args.url.clone().or_else(|| beside(file)) {
        parser = parser.url(url);
    }
    if let Some(charset) = &args.charset {
        parser = parser.charset(charset);
    }
    let (article, trace) = if args.trace {
        let (article, trace) = parser.parse_bytes_traced(&bytes).map_err(|e| explain(&e))?;
        (article, Some(trace))
    } else {
        (parser.parse_bytes(&bytes).map_err(|e| explain(&e))?, None)
    };
    show(args, file, &article, trace.as_ref())
}

/// The URL kept in a file beside the page.
fn beside(file: &str) -> Option<String> {
    if file == "-" {
        return None;
    }
    let swapped = Path::new(file).with_extension("url");
    let appended = format!("{file}.url");
    [swapped.as_path(), Path::new(&appended)]
        .iter()
        .find_map(|path| fs::read_to_string(path).ok())
        .and_then(|text| {
            text.lines()
                .map(str::trim)
                .find(|l| l.contains("://"))
                .map(String::from)
        })
}

fn show(
    args: &Args,
    file: &str,
    article: &Article,
    trace: Option<&Trace>,
) -> Result<String, String> {
    let look = card::Look {
        columns: columns(),
        colour: io::stdout().is_terminal() && std::env::var_os("NO_COLOR").is_none(),
    };
    let json = |e: serde_json::Error| format!("写 JSON 失败：{e}");
    let mut out = match args.format {
        Format::Card => card::render(article, file, look),
        Format::Json => serde_json::to_string_pretty(article).map_err(json)?,
        Format::Ndjson => serde_json::to_string(article).map_err(json)?,
        Format::Markdown => {
            let title = article.metadata.title.as_deref().unwrap_or_default();
            let title = zhengwen::Body::new(vec![zhengwen::Block::heading(
                2,
                vec![zhengwen::Inline::text(title)],
            )]);
            // The title is one level above the body's headings.
            format!(
                "{}\n\n{}",
                title.markdown().trim_end().replacen("## ", "# ", 1),
                article.body.markdown()
            )
        }
        Format::Text => article.body.text(),
        Format::Html => article.body.html(),
    };
    if !out.ends_with('\n') {
        out.push('\n');
    }
    if let Some(trace) = trace {
        out.push_str(&trace::render(trace, look.columns));
    }
    Ok(out)
}

fn columns() -> usize {
    std::env::var("COLUMNS")
        .ok()
        .and_then(|c| c.parse().ok())
        .filter(|c| (40..=300).contains(c))
        .unwrap_or(80)
}

/// An error in the reader's words.
fn explain(error: &Error) -> String {
    match error.kind() {
        ErrorKind::Empty => "是空的，没有可读的文字；请给出网页的 HTML".to_string(),
        ErrorKind::Limit {
            what, limit, seen, ..
        } => format!(
            "超出限制（{what}：{seen}，上限 {limit}），没有解析；网页可信时可用 Limits 放宽"
        ),
        _ => error.to_string(),
    }
}
