//! For who writes a rule: tells what each step of it found on each page, and what the generic extractor would have said.
//!
//! ```text
//! cargo run --example check_rule -- mysite.toml page1.html page2.html
//! cargo run --example check_rule -- --watch mysite.toml page1.html
//! ```

#[path = "../parse_file/head.rs"]
mod head;
#[path = "../parse_file/lang.rs"]
mod lang;
mod page;
mod report;
mod tally;
#[path = "../parse_file/told.rs"]
mod told;
#[path = "../parse_file/unpack.rs"]
mod unpack;
#[path = "../parse_file/value.rs"]
mod value;
mod watch;
mod words;

use std::io::{self, Write};
use std::process::ExitCode;

use zhengwen::Rule;

use lang::Lang;
use tally::Tally;
use words::explain;

const USAGE: &str = "\
用法：check_rule [选项] 规则.toml 页面.html…
只用这一条规则读每个页面，逐字段列出：规则的每一步命中了什么、为何落选，通用方法又会得出什么；
remove 的每个选择器命中几处、删去多少字、几张图。

选项：
  --url 网址     页面原来的地址；不给时取同目录的 页面.url 或 页面.html.url
  --watch        规则或页面一保存就重来一遍（Ctrl-C 结束）
  --lang zh|en   用中文（默认）或英文

每步之前的记号：✓ 用了它；– 命中但没用；✗ 没有命中。
规则有错、页面读不了、规则没有选中或没有模板适用、remove 删去了大半正文时，退出码为 1；用法错误为 2。
";

const USAGE_EN: &str = "\
usage: check_rule [options] rule.toml page.html…
Reads each page by this rule alone and tells field by field what each step found and why it lost, and what the generic extractor
would have said; and of each selector of remove how many elements it hits and how much it cuts.

options:
  --url URL      the page's address; else taken from page.url or page.html.url beside it
  --watch        again whenever the rule or a page is saved (Ctrl-C ends)
  --lang zh|en   in Chinese (default) or English

Marks before steps: ✓ used; – hit, not used; ✗ hit nothing.
Exit status 1: the rule is wrong, a page cannot be read, the rule or a template was not found for it, or remove cuts most of the body;
2: misuse.
";

/// What is asked for.
pub struct Args {
    pub url: Option<String>,
    pub lang: Lang,
    pub rule: String,
    pub pages: Vec<String>,
}

fn main() -> ExitCode {
    let mut url = None;
    let mut lang = Lang::default();
    let mut watched = false;
    let mut files = Vec::new();
    let mut help = false;
    let mut words = std::env::args().skip(1);
    while let Some(word) = words.next() {
        match word.as_str() {
            "--help" | "-h" => help = true,
            "--watch" => watched = true,
            "--url" => match words.next() {
                Some(value) => url = Some(value),
                None => return misused(lang, "--url 后面缺少网址", "--url needs a URL"),
            },
            "--lang" => match words.next().as_deref().and_then(Lang::named) {
                Some(named) => lang = named,
                None => return misused(lang, "--lang 后面写 zh 或 en", "--lang needs zh or en"),
            },
            _ if word.starts_with("--") => {
                let (zh, en) = (format!("没有 {word} 这个选项"), format!("no option {word}"));
                return misused(lang, &zh, &en);
            }
            _ => files.push(word),
        }
    }
    if help {
        return match io::stdout().write_all(lang.pick(USAGE, USAGE_EN).as_bytes()) {
            Ok(()) => ExitCode::SUCCESS,
            Err(_) => ExitCode::FAILURE,
        };
    }
    let mut files = files.into_iter();
    let Some(rule) = files.next() else {
        return misused(lang, "缺少规则文件", "no rule given");
    };
    let args = Args {
        url,
        lang,
        rule,
        pages: files.collect(),
    };
    if args.pages.is_empty() {
        let (zh, en) = ("缺少页面：至少要有一个保存下来的网页", "no page given");
        return misused(lang, zh, en);
    }
    if watched {
        return watch::run(&args);
    }
    match check(&args) {
        true => ExitCode::SUCCESS,
        false => ExitCode::FAILURE,
    }
}

/// Checks all pages and prints what there is to say; whether all is well.
fn check(args: &Args) -> bool {
    let rule = match Rule::from_file(&args.rule) {
        Ok(rule) => rule,
        Err(error) => {
            let _ = writeln!(io::stderr(), "{}", explain(&error, args.lang));
            return false;
        }
    };
    let mut tally = Tally::default();
    let mut well = true;
    for file in &args.pages {
        let text = match page::read(&rule, file, args.url.as_deref(), args.lang) {
            Ok(page) => {
                well &= page.is_ruled() && !page.is_gutted();
                tally.add(&page);
                report::render(&rule, &page, args.lang)
            }
            Err(why) => {
                well = false;
                let cannot = args.lang.pick("读不了：", "cannot be read: ");
                format!("══ {file}\n{cannot}{why}\n\n")
            }
        };
        if let Err(e) = write(&text) {
            return unwritten(&e, args.lang);
        }
    }
    match write(&tally.render(args.lang)) {
        Ok(()) => well,
        Err(e) => unwritten(&e, args.lang),
    }
}

fn write(text: &str) -> io::Result<()> {
    let mut out = io::stdout().lock();
    out.write_all(text.as_bytes())?;
    out.flush()
}

/// What could not be written is a failure, unless the reader has gone, as in `… | head`.
fn unwritten(error: &io::Error, lang: Lang) -> bool {
    if error.kind() == io::ErrorKind::BrokenPipe {
        return true;
    }
    let (zh, en) = (
        "标准输出：写不进去，请检查磁盘",
        "cannot write to standard output",
    );
    let _ = writeln!(io::stderr(), "{} ({error})", lang.pick(zh, en));
    false
}

fn misused(lang: Lang, zh: &str, en: &str) -> ExitCode {
    let usage = lang.pick(
        "用法：check_rule [选项] 规则.toml 页面.html…（--help 说明细节）",
        "usage: check_rule [options] rule.toml page.html… (--help tells more)",
    );
    let _ = writeln!(io::stderr(), "check_rule：{}\n{usage}", lang.pick(zh, en));
    ExitCode::from(2)
}
