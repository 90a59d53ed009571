//! The command line: what is asked for. Nothing is read here.

use std::ffi::OsString;

use crate::lang::Lang;
use crate::show::Format;
use crate::told::Told;

#[derive(Debug)]
pub struct Args {
    pub url: Option<String>,
    pub charset: Option<String>,
    pub format: Format,
    pub trace: bool,
    pub lang: Lang,
    /// Whether site rules are used.
    pub rules: bool,
    /// Files with rules of one's own, which win.
    pub rule_files: Vec<OsString>,
    /// Folders of such files.
    pub rule_folders: Vec<OsString>,
    /// `-` is standard input. A file's name need not be UTF-8.
    pub files: Vec<OsString>,
}

pub const USAGE: &str = "\
用法：parse_file [选项] 文件…
读取保存下来的中文新闻网页，打印其中的文章。文件写作 - 或不写，则读标准输入。

选项：
  --url 网址         网页原来的地址：用来选网站规则、补全相对链接
                     （不给时，若同目录有 页面.url 或 页面.html.url，则取其中的网址）
  --charset 编码     HTTP 头给出的编码，如 gbk
  --format 格式      card（默认，供阅读）| json | ndjson | markdown | text | html | report
                     （report 是一个网页：保存的页面与读出的字段对照着看，可给多个文件）
  --trace            说明每个字段由哪一步得出、哪些候选落选、正文删去了什么
                     （card 格式写在后面，其他格式写到标准错误）
  --rule 文件        自己的规则（TOML），先于内置规则；可以给几次
  --rules 文件夹     文件夹里自己的规则；可以给几次
  --no-rules         不用内置的网站规则，只用自己的规则与通用方法
  --lang zh|en       标签、说明与错误用中文（默认）或英文
  --help             显示本说明

环境变量：COLUMNS 是行宽（默认 80），NO_COLOR 关闭颜色。
出错的文件各报一行，其余照常打印；有文件出错时退出码为 1，用法错误为 2。
";

pub const USAGE_EN: &str = "\
usage: parse_file [options] files…
Reads saved pages of Chinese news and prints their articles. Standard input is -, or no file at all.

options:
  --url URL          the page's address: rules are found by it, links completed
                     (else the one in page.url or page.html.url beside the file)
  --charset CHARSET  as the HTTP header says, such as gbk
  --format FORMAT    card (default, to read) | json | ndjson | markdown | text | html | report
                     (report is a page of its own: saved pages beside the fields read of them)
  --trace            tells which step gave each field, what lost, and what was cut from the body
                     (below a card; with other formats on standard error)
  --rule FILE        a rule of your own (TOML), above the built-in ones; may be given again
  --rules FOLDER     all rules in a folder; may be given again
  --no-rules         without the built-in rules: your own and the generic extractor
  --lang zh|en       labels, reasons and errors in Chinese (default) or English
  --help             this text

COLUMNS is the width of lines (default 80), NO_COLOR turns colours off.
A file that cannot be read is told in a line, and the others are printed; the status is 1 then, and 2 for wrong usage.
";

/// The language asked for, wherever it stands: what is wrong before it is told in it too.
pub fn language(words: &[OsString]) -> Lang {
    let words: Vec<_> = words.iter().map(|word| word.to_string_lossy()).collect();
    let after = words.iter().position(|word| word == "--lang");
    let named = match after {
        Some(at) => words.get(at + 1).map(|word| &**word),
        None => words.iter().find_map(|word| word.strip_prefix("--lang=")),
    };
    named.and_then(Lang::named).unwrap_or_default()
}

/// Reads the command line. `Ok(None)` asks for the usage text.
pub fn read(words: Vec<OsString>) -> Result<Option<Args>, Told> {
    let mut args = Args {
        url: None,
        charset: None,
        format: Format::Card,
        trace: false,
        lang: language(&words),
        rules: true,
        rule_files: Vec::new(),
        rule_folders: Vec::new(),
        files: Vec::new(),
    };
    let mut words = words.into_iter();
    let mut only_files = false;
    while let Some(word) = words.next() {
        let option = word.to_string_lossy();
        if only_files || option == "-" || !option.starts_with('-') {
            args.files.push(word);
            continue;
        }
        let (name, given) = match option.split_once('=') {
            Some((name, value)) => (name, Some(value.to_string())),
            None => (&*option, None),
        };
        if given.is_some()
            && !matches!(
                name,
                "--url" | "--charset" | "--format" | "--rule" | "--rules" | "--lang"
            )
        {
            return Err(unknown(&option));
        }
        let mut value = |zh: &str, en: &str| {
            given
                .clone()
                .or_else(|| words.next()?.into_string().ok())
                .filter(|v| !v.is_empty() && !v.starts_with("--"))
                .ok_or_else(|| {
                    Told::new(format!("{name} 后面缺少{zh}"), format!("{name} needs {en}"))
                })
        };
        match name {
            "--" => only_files = true,
            "--help" | "-h" => return Ok(None),
            "--url" => args.url = Some(value("网址", "a URL")?),
            "--charset" => args.charset = Some(value("编码", "a charset")?),
            "--trace" => args.trace = true,
            "--no-rules" => args.rules = false,
            "--rule" => args.rule_files.push(value("文件", "a file")?.into()),
            "--rules" => args.rule_folders.push(value("文件夹", "a folder")?.into()),
            "--format" => args.format = format_named(&value("格式", "a format")?)?,
            "--lang" => {
                let lang = value("语言", "a language")?;
                args.lang = Lang::named(&lang)
                    .ok_or_else(|| Told::new("--lang 后面写 zh 或 en", "--lang needs zh or en"))?;
            }
            _ => return Err(unknown(name)),
        }
    }
    if args.files.is_empty() {
        args.files.push("-".into());
    }
    Ok(Some(args))
}

fn unknown(option: &str) -> Told {
    Told::new(
        format!("没有 {option} 这个选项"),
        format!("there is no option {option}"),
    )
}

fn format_named(name: &str) -> Result<Format, Told> {
    Format::named(name).ok_or_else(|| {
        Told::new(
            format!("没有 {name} 这种格式"),
            format!("there is no format {name}"),
        )
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parse(line: &str) -> Result<Option<Args>, Told> {
        read(line.split_whitespace().map(OsString::from).collect())
    }

    #[test]
    fn options_in_any_place() {
        let args = parse("a.html --format=md --url https://x.example/1 - -- --b")
            .unwrap()
            .unwrap();
        assert_eq!(args.format, Format::Markdown);
        assert_eq!(args.url.as_deref(), Some("https://x.example/1"));
        assert_eq!(args.files, ["a.html", "-", "--b"]);
        assert!(args.rules && !parse("--no-rules a.html").unwrap().unwrap().rules);
        assert_eq!(parse("").unwrap().unwrap().files, ["-"]);
        assert!(parse("a.html --help").unwrap().is_none());
        assert_eq!(parse("a.html --lang=en").unwrap().unwrap().lang, Lang::En);
    }

    #[test]
    fn wrong_use_is_named() {
        for (line, expected) in [
            ("--colour", "没有 --colour 这个选项"),
            ("--trace=1 a", "没有 --trace=1 这个选项"),
            ("--format pdf", "没有 pdf 这种格式"),
            ("a --url", "--url 后面缺少网址"),
            ("a --lang fr", "--lang 后面写 zh 或 en"),
            ("--colour --lang en", "there is no option --colour"),
            ("--lang=en --url", "--url needs a URL"),
            ("--charset --trace a", "--charset 后面缺少编码"),
        ] {
            let lang = language(&line.split(' ').map(OsString::from).collect::<Vec<_>>());
            assert_eq!(parse(line).unwrap_err().pick(lang), expected);
        }
    }
}
