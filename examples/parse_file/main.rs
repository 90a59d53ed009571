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

use std::ffi::OsStr;
use std::fs;
use std::io::{self, IsTerminal, Read, Write};
use std::path::Path;
use std::process::{Command, ExitCode, Stdio};

use args::{Args, Format};
use card::Look;
use zhengwen::{Article, Block, Body, Error, ErrorKind, Inline, Parser};

fn main() -> ExitCode {
    let args = match args::read(std::env::args_os().skip(1)) {
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
    let look = card::Look {
        columns: columns(),
        colour: io::stdout().is_terminal() && std::env::var_os("NO_COLOR").is_none(),
    };
    let mut failed = false;
    for file in &args.files {
        match one(&args, file, look) {
            Ok((text, trace)) => {
                // The reader may have gone: `… | head`.
                if io::stdout().write_all(text.as_bytes()).is_err() {
                    return ExitCode::SUCCESS;
                }
                let _ = io::stderr().write_all(trace.as_bytes());
            }
            Err(why) => {
                failed = true;
                let _ = writeln!(io::stderr(), "{}：{why}", file.to_string_lossy());
            }
        }
    }
    if failed {
        ExitCode::FAILURE
    } else {
        ExitCode::SUCCESS
    }
}

/// Reads one file and renders it: what goes to standard output, and what goes to standard error.
fn one(args: &Args, file: &OsStr, look: Look) -> Result<(String, String), String> {
    let bytes = if file == "-" {
        let mut bytes = Vec::new();
        io::stdin()
            .read_to_end(&mut bytes)
            .map_err(|e| format!("读标准输入失败：{e}"))?;
        bytes
    } else {
        fs::read(file).map_err(|e| match e.kind() {
            io::ErrorKind::NotFound => "没有这个文件，请检查路径".to_string(),
            io::ErrorKind::IsADirectory => "是文件夹；请给出其中的文件".to_string(),
            io::ErrorKind::PermissionDenied => "没有读取权限，请检查文件的权限".to_string(),
            _ => format!("打不开，请检查文件：{e}"),
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
    let name = file.to_string_lossy();
    let mut text = show(args.format, &name, &article, look)?;
    let mut trace = trace.map_or(String::new(), |t| trace::render(&t, look.columns));
    if args.format == Format::Card {
        text.push_str(&std::mem::take(&mut trace));
    }
    // Beside the other formats it would spoil what a program reads.
    Ok((text, trace))
}

/// The URL kept in a file beside the page.
fn beside(file: &OsStr) -> Option<String> {
    if file == "-" {
        return None;
    }
    let swapped = Path::new(file).with_extension("url");
    let mut appended = file.to_os_string();
    appended.push(".url");
    [swapped.as_path(), Path::new(&appended)]
        .iter()
        .find_map(|path| fs::read_to_string(path).ok())
        .and_then(|text| {
            text.lines()
                .map(str::trim)
                // Also as browsers write it to a shortcut.
                .map(|l| l.strip_prefix("URL=").unwrap_or(l))
                .find(|l| l.contains("://"))
                .map(String::from)
        })
}

fn show(format: Format, name: &str, article: &Article, look: Look) -> Result<String, String> {
    let json = |e: serde_json::Error| format!("写 JSON 失败：{e}");
    let mut out = match format {
        Format::Card => card::render(article, name, look),
        Format::Json => serde_json::to_string_pretty(article).map_err(json)?,
        Format::Ndjson => serde_json::to_string(article).map_err(json)?,
        Format::Markdown => {
            // The title is one level above the body's headings.
            let title = article
                .metadata
                .title
                .as_deref()
                .map_or(String::new(), |t| {
                    let heading = Block::heading(2, vec![Inline::text(t)]);
                    let heading = Body::new(vec![heading]).markdown();
                    format!("{}\n\n", heading.trim_end().replacen("## ", "# ", 1))
                });
            format!("{title}{}", article.body.markdown())
        }
        Format::Text => article.body.text(),
        Format::Html => article.body.html(),
    };
    if !out.ends_with('\n') {
        out.push('\n');
    }
    Ok(out)
}

/// The terminal's width; 80 where there is none or it does not tell.
fn columns() -> usize {
    let told = std::env::var("COLUMNS").ok().and_then(|c| c.parse().ok());
    told.or_else(|| io::stdout().is_terminal().then(of_terminal)?)
        .filter(|c| (40..=300).contains(c))
        .unwrap_or(80)
}

/// What `stty` says of the terminal, on systems that have it: the standard library cannot ask.
fn of_terminal() -> Option<usize> {
    let terminal = fs::File::open("/dev/tty").ok()?;
    let stty = Command::new("stty")
        .arg("size")
        .stdin(terminal)
        .stderr(Stdio::null())
        .output()
        .ok()?;
    let size = String::from_utf8(stty.stdout).ok()?;
    size.split_whitespace().nth(1)?.parse().ok()
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
