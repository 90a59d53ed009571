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
mod report;
mod show;
mod trace;
mod unpack;
mod value;

use std::ffi::OsStr;
use std::io::{self, IsTerminal, Write};
use std::process::ExitCode;

use args::Args;
use card::Look;
use show::{Asked, Format, Output};
use zhengwen::{Error, Limits, Parser, Rule, RuleSet};

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
    let parser = match parser(&args) {
        Ok(parser) => parser,
        Err(error) => {
            complain(&format!("{}\n", show::explain(&error)));
            return ExitCode::FAILURE;
        }
    };
    if args.format == Format::Report {
        return report(&args, &parser);
    }
    let look = show::look();
    let mut failed = false;
    for file in &args.files {
        let output = match one(&args, &parser, file, look) {
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
    complain(&format!(
        "parse_file：{why}\n用法：parse_file [选项] 文件…（--help 列出选项）\n"
    ));
    ExitCode::from(2)
}

/// Writes to standard error; unlike `eprint!`, does not mind if nobody reads it.
fn complain(text: &str) {
    let _ = io::stderr().write_all(text.as_bytes());
}

/// Reads all files into one report.
fn report(args: &Args, parser: &Parser) -> ExitCode {
    let (url, charset) = (args.url.as_deref(), args.charset.as_deref());
    let (text, failed) = report::of_files(parser, &args.files, url, charset);
    failed.iter().for_each(|why| complain(why));
    let mut out = io::stdout().lock();
    let written = out.write_all(text.as_bytes()).and_then(|()| out.flush());
    if failed.is_empty() && written.is_ok() {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    }
}

/// A parser of these settings; else what is wrong with a rule.
fn parser(args: &Args) -> Result<Parser, Error> {
    let mut rules = match args.rules {
        true => RuleSet::builtin(),
        false => RuleSet::empty(),
    };
    for folder in &args.rule_folders {
        rules = rules.with_folder(folder)?;
    }
    for file in &args.rule_files {
        rules = rules.with(Rule::from_file(file)?);
    }
    Ok(Parser::new().rules(rules))
}

/// Reads one file and renders it.
fn one(args: &Args, parser: &Parser, file: &OsStr, look: Look) -> Result<Output, String> {
    let limits = Limits::default();
    let page = unpack::page(input::bytes(file, limits.bytes)?, limits.bytes)?;
    let url = args.url.clone().or_else(|| input::url_beside(file));
    let asked = Asked {
        url: url.as_deref(),
        charset: args.charset.as_deref(),
        format: args.format,
        trace: args.trace,
    };
    show::page(parser, &page, &input::name(file), asked, look)
}
