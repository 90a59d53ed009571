//! The command line: what is asked for. Nothing is read here.

use std::ffi::OsString;

use crate::show::Format;

#[derive(Debug)]
pub struct Args {
    pub url: Option<String>,
    pub charset: Option<String>,
    pub format: Format,
    pub trace: bool,
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
  --help             显示本说明

环境变量：COLUMNS 是行宽（默认 80），NO_COLOR 关闭颜色。
出错的文件各报一行，其余照常打印；有文件出错时退出码为 1，用法错误为 2。
";

/// Reads the command line. `Ok(None)` asks for the usage text.
pub fn read(words: impl Iterator<Item = OsString>) -> Result<Option<Args>, String> {
    let mut args = Args {
        url: None,
        charset: None,
        format: Format::Card,
        trace: false,
        rules: true,
        rule_files: Vec::new(),
        rule_folders: Vec::new(),
        files: Vec::new(),
    };
    let mut words = words;
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
                "--url" | "--charset" | "--format" | "--rule" | "--rules"
            )
        {
            return Err(format!("没有 {option} 这个选项"));
        }
        let mut value = |what: &str| {
            given
                .clone()
                .or_else(|| words.next()?.into_string().ok())
                .filter(|v| !v.is_empty() && !v.starts_with("--"))
                .ok_or_else(|| format!("{name} 后面缺少{what}"))
        };
        match name {
            "--" => only_files = true,
            "--help" | "-h" => return Ok(None),
            "--url" => args.url = Some(value("网址")?),
            "--charset" => args.charset = Some(value("编码")?),
            "--trace" => args.trace = true,
            "--no-rules" => args.rules = false,
            "--rule" => args.rule_files.push(value("文件")?.into()),
            "--rules" => args.rule_folders.push(value("文件夹")?.into()),
            "--format" => args.format = format_named(&value("格式")?)?,
            _ => return Err(format!("没有 {name} 这个选项")),
        }
    }
    if args.files.is_empty() {
        args.files.push("-".into());
    }
    Ok(Some(args))
}

fn format_named(name: &str) -> Result<Format, String> {
    Format::named(name).ok_or_else(|| format!("没有 {name} 这种格式"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parse(line: &str) -> Result<Option<Args>, String> {
        read(line.split_whitespace().map(OsString::from))
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
    }

    #[test]
    fn wrong_use_is_named() {
        for (line, expected) in [
            ("--colour", "没有 --colour 这个选项"),
            ("--trace=1 a", "没有 --trace=1 这个选项"),
            ("--format pdf", "没有 pdf 这种格式"),
            ("a --url", "--url 后面缺少网址"),
            ("--charset --trace a", "--charset 后面缺少编码"),
        ] {
            assert_eq!(parse(line).unwrap_err(), expected);
        }
    }
}
