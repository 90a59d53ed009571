//! Reads saved pages of Chinese news and prints their articles.
//!
//! ```text
//! cargo run --example parse_file -- page.html
//! cargo run --example parse_file -- --format json --url https://… page.html
//! ```

mod args;
mod card;
mod input;
mod layout;
mod names;
mod trace;
mod unpack;

use std::ffi::OsStr;
use std::io::{self, IsTerminal, Write};
use std::process::ExitCode;

use args::{Args, Format};
use card::Look;
use zhengwen::{Article, Block, Body, Error, ErrorKind, Inline, Limits, Parser, RuleSet};

fn main() -> ExitCode {
    let mut words = std::env::args_os().skip(1).peekable();
    if words.peek().is_none() && io::stdin().is_terminal() {
        return misuse("请给出文件名");
    }
    let args = match args::read(words) {
        Ok(Some(args)) => args,
        Ok(None) => {
            let _ = io::stdout().write_all(args::USAGE.as_bytes());
            return ExitCode::SUCCESS;
        }
        Err(why) => return misuse(&why),
    };
    let look = look();
    let mut failed = false;
    for file in &args.files {
        let output = match one(&args, file, look) {
            Ok(output) => output,
            Err(why) => {
                failed = true;
                complain(&format!("{}：{why}\n", input::name(file)));
                continue;
            }
        };
        let mut out = io::stdout().lock();
        match out
            .write_all(output.text.as_bytes())
            .and_then(|()| out.flush())
        {
            Ok(()) => complain(&output.aside),
            // The reader has gone, as in `… | head`: nothing more is wanted.
            Err(e) if e.kind() == io::ErrorKind::BrokenPipe => break,
            Err(e) => {
                failed = true;
                complain(&format!("标准输出：写不进去（{e}），请检查磁盘\n"));
                break;
            }
        }
    }
    if failed {
        ExitCode::FAILURE
    } else {
        ExitCode::SUCCESS
    }
}

fn misuse(why: &str) -> ExitCode {
    complain(&format!("parse_file：{why}\n\n{}", args::USAGE));
    ExitCode::from(2)
}

/// Writes to standard error; unlike `eprint!`, does not mind if nobody reads it.
fn complain(text: &str) {
    let _ = io::stderr().write_all(text.as_bytes());
}

struct Output {
    text: String,
    /// For standard error: the trace, where it would spoil the output.
    aside: String,
}

/// Reads one file and renders it.
fn one(args: &Args, file: &OsStr, look: Look) -> Result<Output, String> {
    let limits = Limits::default();
    let page = unpack::page(input::bytes(file, limits.bytes)?, limits.bytes)?;
    let bytes = page.bytes;
    let mut parser = Parser::new().limits(limits);
    let url = args.url.clone().or_else(|| input::url_beside(file));
    if let Some(url) = url.or(page.url) {
        parser = parser.url(url);
    }
    if !args.rules {
        parser = parser.rules(RuleSet::empty());
    }
    if let Some(charset) = args.charset.as_ref().or(page.charset.as_ref()) {
        parser = parser.charset(charset);
    }
    let (article, trace) = if args.trace {
        let (article, trace) = parser.parse_bytes_traced(&bytes).map_err(|e| explain(&e))?;
        (article, trace::render(&trace, look.columns))
    } else {
        let article = parser.parse_bytes(&bytes).map_err(|e| explain(&e))?;
        (article, String::new())
    };
    let name = input::name(file);
    let mut text = match args.format {
        Format::Card => card::render(&article, &name, look),
        Format::Json => serde_json::to_string_pretty(&article).map_err(|e| e.to_string())?,
        Format::Ndjson => serde_json::to_string(&article).map_err(|e| e.to_string())?,
        Format::Markdown => markdown(&article),
        Format::Text => article.body.text(),
        Format::Html => article.body.html(),
    };
    if !text.ends_with('\n') {
        text.push('\n');
    }
    let page_text = matches!(args.format, Format::Markdown | Format::Text | Format::Html);
    if page_text && io::stdout().is_terminal() {
        text = layout::clean(&text);
    }
    Ok(if args.format == Format::Card {
        text.push_str(&trace);
        Output {
            text,
            aside: String::new(),
        }
    } else {
        Output { text, aside: trace }
    })
}

/// The body below its title, which is one level above the body's headings.
fn markdown(article: &Article) -> String {
    let Some(title) = &article.metadata.title else {
        return article.body.markdown();
    };
    let title = Body::new(vec![Block::heading(2, vec![Inline::text(title)])]).markdown();
    let title = title.strip_prefix('#').unwrap_or(&title);
    format!("{title}\n\n{}", article.body.markdown())
}

fn look() -> Look {
    let columns = std::env::var("COLUMNS").ok().and_then(|c| c.parse().ok());
    Look {
        columns: columns.unwrap_or(80).clamp(40, 300),
        colour: io::stdout().is_terminal()
            && std::env::var_os("NO_COLOR").is_none_or(|v| v.is_empty()),
    }
}

/// An error in the reader's words: what is wrong and what to do.
fn explain(error: &Error) -> String {
    match error.kind() {
        ErrorKind::Empty => "没有可读的文字，请给出网页的 HTML".to_string(),
        ErrorKind::Limit {
            what, limit, seen, ..
        } => format!(
            "网页过大，没有解析（{} {seen}，上限 {limit}）；请确认给的是一张新闻网页",
            names::limit(*what)
        ),
        ErrorKind::NotHtml { looks_like, .. } => names::not_html(*looks_like),
        _ => error.to_string(),
    }
}
