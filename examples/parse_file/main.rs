//! Reads saved pages of Chinese news and prints their articles.
//!
//! ```text
//! cargo run --example parse_file -- page.html
//! cargo run --example parse_file -- --format json --url https://… page.html
//! ```

mod args;
mod card;
mod files;
mod head;
mod input;
mod lang;
mod layout;
mod names;
mod report;
mod show;
mod told;
mod trace;
mod unpack;
mod value;

use std::io::{self, IsTerminal, Write};
use std::process::ExitCode;

use lang::Lang;
use show::Asked;
use told::Told;
use zhengwen::Parser;

fn main() -> ExitCode {
    let words: Vec<_> = std::env::args_os().skip(1).collect();
    let lang = args::language(&words);
    if words.is_empty() && io::stdin().is_terminal() {
        return misuse(&Told::new("请给出文件名", "give a file"), lang);
    }
    let args = match args::read(words) {
        Ok(Some(args)) => args,
        Ok(None) => {
            return match io::stdout().write_all(lang.pick(args::USAGE, args::USAGE_EN).as_bytes()) {
                Ok(()) => ExitCode::SUCCESS,
                Err(_) => ExitCode::FAILURE,
            };
        }
        Err(why) => return misuse(&why, lang),
    };
    let rules = match files::rules(args.rules, &args.rule_folders, &args.rule_files) {
        Ok(rules) => rules,
        Err(error) => {
            complain(&format!("{}\n", show::explain(&error).pick(lang)));
            return ExitCode::FAILURE;
        }
    };
    let asked = Asked {
        url: args.url.as_deref(),
        charset: args.charset.as_deref(),
        format: args.format,
        trace: args.trace,
        lang,
    };
    let parser = Parser::new().rules(rules);
    match files::print(&parser, &args.files, asked).failed {
        true => ExitCode::FAILURE,
        false => ExitCode::SUCCESS,
    }
}

fn misuse(why: &Told, lang: Lang) -> ExitCode {
    let usage = lang.pick(
        "用法：parse_file [选项] 文件…（--help 列出选项）\n",
        "usage: parse_file [options] files… (--help lists the options)\n",
    );
    complain(&(files::failure("parse_file", why, lang) + usage));
    ExitCode::from(2)
}

/// Writes to standard error; unlike `eprint!`, does not mind if nobody reads it.
fn complain(text: &str) {
    let _ = io::stderr().write_all(text.as_bytes());
}
