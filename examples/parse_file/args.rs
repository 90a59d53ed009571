//! The command line: what is asked for. Nothing is read here.

use std::ffi::OsString;

/// What to print.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Format {
    Card,
    Json,
    Ndjson,
    Markdown,
    Text,
    Html,
}

#[derive(Debug)]
pub struct Args {
    pub url: Option<String>,
    pub charset: Option<String>,
    pub format: Format,
    pub trace: bool,
    /// `-` is standard input.
    pub files: Vec<OsString>,
}

pub const USAGE: &str = "\
用法：parse_file [选项] 文件…
读取保存下来的中文新闻网页，打印其中的文章。文件写作 - 或不写，则读标准输入。

选项：
  --url 网址         网页原来的地址：用来选网站规则、补全相对链接
                     （不给时，若同目录有 页面.url 或 页面.html.url，则取其中的网址）
  --charset 编码     HTTP 头给出的编码，如 gbk
  --format 格式      card（默认，供阅读）| json | ndjson | markdown | text | html
  --trace            说明每个字段由哪一步得出、哪些候选落选、正文删去了什么
                     （随卡片打印；用其他格式时写到标准错误）
  --help             显示本说明

出错的文件各报一行，其余照常打印；有文件出错时退出码为 1，用法错误为 2。
";

/// Reads the command line. `Ok(None)` asks for the usage text.
pub fn read(mut words: impl Iterator<Item = OsString>) -> Result<Option<Args>, String> {
    let mut args = Args {
        url: None,
        charset: None,
        format: Format::Card,
        trace: false,
        files: Vec::new(),
    };
    let mut only_files = false;
    while let Some(word) = words.next() {
        // A name that is no Unicode can only be a file's.
        let option = word.to_str().filter(|w| w.starts_with('-') && *w != "-");
        let Some(option) = option.filter(|_| !only_files) else {
            args.files.push(word);
            continue;
        };
        let (name, given) = match option.split_once('=') {
            Some((name, value)) => (name.to_string(), Some(value.to_string())),
            None => (option.to_string(), None),
        };
        let mut value = |what: &str| {
            given
                .clone()
                .or_else(|| words.next().and_then(|w| w.into_string().ok()))
                .ok_or_else(|| format!("{name} 后面缺少{what}"))
        };
        match name.as_str() {
            "--" => only_files = true,
            "--help" | "-h" => return Ok(None),
            "--url" => args.url = Some(value("网址")?),
            "--charset" => args.charset = Some(value("编码")?),
            "--trace" => args.trace = true,
            "--format" => {
                let value = value("格式")?;
                args.format = match value.as_str() {
                    "card" => Format::Card,
                    "json" => Format::Json,
                    "ndjson" => Format::Ndjson,
                    "markdown" | "md" => Format::Markdown,
                    "text" => Format::Text,
                    "html" => Format::Html,
                    _ => return Err(format!("没有 {value} 这种格式")),
                };
            }
            _ => return Err(format!("没有 {name} 这个选项")),
        }
    }
    if args.files.is_empty() {
        args.files.push("-".into());
    }
    Ok(Some(args))
}
