//! For who writes a rule: tells what each step of it found on each page, and what the generic extractor would have said.
//!
//! ```text
//! cargo run --example check_rule -- mysite.toml page1.html page2.html
//! ```

mod report;
mod tally;
#[path = "../parse_file/value.rs"]
mod value;

use std::fs;
use std::io::{self, Write};
use std::path::Path;
use std::process::ExitCode;

use zhengwen::{Article, Error, ErrorKind, Input, Parser, Rule, RuleSet, Trace};

use report::Page;
use tally::Tally;

const USAGE: &str = "\
用法：check_rule [--url 网址] 规则.toml 页面.html…
只用这一条规则读每个页面，逐字段列出：规则的每一步命中了什么、为何落选，通用方法又会得出什么。

  --url 网址   页面原来的地址；不给时取同目录的 页面.url 或 页面.html.url

每步之前的记号：✓ 用了它；– 命中但没用；✗ 没有命中。
规则有错、页面读不了、规则没有选中或没有模板适用时，退出码为 1；用法错误为 2。
";

fn main() -> ExitCode {
    let mut url = None;
    let mut files = Vec::new();
    let mut words = std::env::args().skip(1);
    while let Some(word) = words.next() {
        match word.as_str() {
            "--help" | "-h" => {
                let _ = io::stdout().write_all(USAGE.as_bytes());
                return ExitCode::SUCCESS;
            }
            "--url" => match words.next() {
                Some(value) => url = Some(value),
                None => return misused("--url 后面缺少网址"),
            },
            _ if word.starts_with("--") => return misused(&format!("没有 {word} 这个选项")),
            _ => files.push(word),
        }
    }
    let [rule, pages @ ..] = files.as_slice() else {
        return misused("缺少规则文件");
    };
    if pages.is_empty() {
        return misused("缺少页面：至少要有一个保存下来的网页");
    }
    let rule = match Rule::from_file(rule) {
        Ok(rule) => rule,
        Err(error) => {
            let _ = writeln!(io::stderr(), "{}", explain(&error));
            return ExitCode::FAILURE;
        }
    };
    let mut tally = Tally::default();
    let mut failed = false;
    for file in pages {
        let text = match read(&rule, file, url.as_deref()) {
            Ok(page) => {
                failed |= !page.is_ruled();
                tally.add(&page);
                report::render(&rule, &page)
            }
            Err(why) => {
                failed = true;
                format!("══ {file}\n读不了：{why}\n\n")
            }
        };
        if let Err(e) = write(&text) {
            return unwritten(&e);
        }
    }
    if let Err(e) = write(&tally.render()) {
        return unwritten(&e);
    }
    if failed {
        ExitCode::FAILURE
    } else {
        ExitCode::SUCCESS
    }
}

fn write(text: &str) -> io::Result<()> {
    let mut out = io::stdout().lock();
    out.write_all(text.as_bytes())?;
    out.flush()
}

/// What could not be written is a failure, unless the reader has gone, as in `… | head`.
fn unwritten(error: &io::Error) -> ExitCode {
    if error.kind() == io::ErrorKind::BrokenPipe {
        return ExitCode::SUCCESS;
    }
    let _ = writeln!(io::stderr(), "标准输出：写不进去（{error}），请检查磁盘");
    ExitCode::FAILURE
}

fn misused(why: &str) -> ExitCode {
    let _ = writeln!(
        io::stderr(),
        "check_rule：{why}\n用法：check_rule [--url 网址] 规则.toml 页面.html…（--help 说明细节）"
    );
    ExitCode::from(2)
}

/// Reads one page twice: by the rule alone, and without any.
fn read(rule: &Rule, file: &str, url: Option<&str>) -> Result<Page, String> {
    let bytes = fs::read(file).map_err(|e| match e.kind() {
        io::ErrorKind::NotFound => "没有这个文件，请检查路径".to_string(),
        _ => format!("打不开：{e}"),
    })?;
    let url = url.map(String::from).or_else(|| beside(file));
    let ruled = RuleSet::empty().with(rule.clone());
    let (mut article, mut trace) = parse(&bytes, url.as_deref(), ruled.clone())?;
    let mut stand_in = None;
    if article.site.is_none()
        && let Some(host) = rule.hosts().first()
    {
        // Not a page of the rule's hosts, or its address is unknown: its steps are of interest all the same.
        let address = format!("https://{host}");
        (article, trace) = parse(&bytes, Some(&address), ruled)?;
        stand_in = Some(address);
    }
    // Under the same address, so that the rule alone makes the difference.
    let address = stand_in.as_deref().or(url.as_deref());
    let (generic, _) = parse(&bytes, address, RuleSet::empty())?;
    Ok(Page {
        file: file.to_string(),
        url,
        stand_in,
        article,
        trace,
        generic,
    })
}

fn parse(bytes: &[u8], url: Option<&str>, rules: RuleSet) -> Result<(Article, Trace), String> {
    let parser = Parser::new().rules(rules);
    let input = Input::bytes(bytes).url(url);
    parser.read_traced(input).map_err(|e| explain(&e))
}

/// The URL kept in a file beside the page.
fn beside(file: &str) -> Option<String> {
    let swapped = Path::new(file).with_extension("url");
    let appended = format!("{file}.url");
    let text = fs::read_to_string(swapped).or_else(|_| fs::read_to_string(appended));
    let text = text.ok()?;
    let url = text.lines().map(str::trim).find(|l| l.contains("://"))?;
    Some(url.to_string())
}

/// An error in the reader's words: file, key and what is wrong with it.
fn explain(error: &Error) -> String {
    match error.kind() {
        ErrorKind::Rule {
            file, key, reason, ..
        } => {
            let file = file.as_deref().unwrap_or("规则");
            format!("{file} 有错\n  位置  {key}\n  原因  {reason}")
        }
        ErrorKind::Io { path, reason, .. } => format!("读不了 {path}：{reason}"),
        ErrorKind::Empty => "是空的，没有可读的文字".to_string(),
        _ => error.to_string(),
    }
}
