//! The command line: what is asked for. Nothing is read here but the rules named on it.

use std::ffi::OsString;
use std::path::PathBuf;

use chrono::{DateTime, FixedOffset, NaiveDate};
use clap::{Parser, Subcommand, ValueEnum};
use zhengwen::Limits;

use crate::files;
use crate::lang::Lang;
use crate::show::{self, Format};
use crate::told::Told;

/// 读取保存下来的中文新闻网页：一页一页地看，或一次读一整个爬取库。
#[derive(Debug, Parser)]
#[command(name = "zhengwen", version, help_template = TEMPLATE, subcommand_help_heading = "命令", subcommand_value_name = "命令", disable_help_subcommand = true)]
#[command(
    disable_help_flag = true,
    disable_version_flag = true,
    next_help_heading = "选项"
)]
pub struct Args {
    #[command(subcommand)]
    pub command: Command,
    /// 显示说明
    #[arg(short, long, global = true, action = clap::ArgAction::HelpShort)]
    help: Option<bool>,
    /// 显示版本
    #[arg(long, action = clap::ArgAction::Version)]
    version: Option<bool>,
}

const TEMPLATE: &str = "{about}\n\n用法：{usage}\n\n{all-args}\n";

const KEYS: &str = "NDJSON 的键（点号进入下一层，如 metadata.url）";

/// What the exit status means, below the help of each command.
const STATUSES: &str = "\
退出码：
  0  全部读完
  1  全部看过，其中有的读不出来（各有一行说明原因）
  2  命令行有错
  3  没有做完：输出写不进去，或没有人读了
  130  被 Ctrl-C 或终止信号打断；已写出的行都是完整的";

#[derive(Debug, Subcommand)]
pub enum Command {
    /// 读网页，打印文章
    #[command(help_template = TEMPLATE, after_help = STATUSES)]
    Read(Read),
    /// 成批读：文件夹、WARC、NDJSON、文件名单，一条输入一行 JSON
    #[command(help_template = TEMPLATE, after_help = STATUSES)]
    Batch(Box<Batch>),
    /// 看规则在一批网页上是否还管用：哪些步骤不再命中，哪些字段变少，有没有新版式
    #[command(help_template = TEMPLATE, after_help = HEALTH_STATUSES)]
    Health(Box<Health>),
    /// 把保存的网页做成测试用的页面：标记不变，文字换成虚构的，长列表与脚本删短
    #[command(help_template = TEMPLATE, after_help = FIXTURE_STATUSES)]
    Fixture(Fixture),
    /// 打印输出的 JSON Schema
    #[command(help_template = TEMPLATE)]
    Schema(Schema),
}

const FIXTURE_STATUSES: &str = "\
退出码：
  0  做好了，读出的结构与原来的页面相同
  1  读不了，或读出的结构不同（各有一行说明）
  2  命令行有错
  3  输出写不进去";

/// `zhengwen fixture`.
#[derive(Debug, clap::Args)]
#[command(next_help_heading = "选项")]
pub struct Fixture {
    /// 网页文件；- 是标准输入
    #[arg(value_name = "文件", help_heading = "参数")]
    pub file: OsString,
    /// 网页原来的地址（不给时取同目录的 页面.url）
    #[arg(long, value_name = "网址")]
    pub url: Option<String>,
    #[command(flatten)]
    pub reading: Reading,
}

const HEALTH_STATUSES: &str = "\
退出码：
  0  全部读完，不比基线差
  1  有的网页读不出来
  2  命令行有错
  3  输出写不进去
  4  比基线差：有步骤不再命中、字段变少或出现新版式";

/// `zhengwen health`.
#[derive(Debug, clap::Args)]
#[command(next_help_heading = "选项")]
pub struct Health {
    /// 文件夹（连同下级）、网页、.warc、.ndjson（也可再加 .gz、.zst）；- 是标准输入
    #[arg(value_name = "输入", required = true, help_heading = "参数")]
    pub inputs: Vec<OsString>,
    /// 上次 --json 的输出；比它差时退出码为 4
    #[arg(long, value_name = "文件")]
    pub baseline: Option<PathBuf>,
    /// 打印 JSON，可作下次的基线
    #[arg(long)]
    pub json: bool,
    #[command(flatten)]
    pub keys: Keys,
    #[command(flatten)]
    pub reading: Reading,
    /// 同时读几页（默认：处理器核数）
    #[arg(short, long, value_name = "数", value_parser = clap::value_parser!(u16).range(1..=1024))]
    pub jobs: Option<u16>,
}

/// `zhengwen schema`.
#[derive(Debug, clap::Args)]
#[command(next_help_heading = "选项")]
pub struct Schema {
    /// batch --flat 的一层的行；不给则是默认的行
    #[arg(long)]
    pub flat: bool,
}

/// `zhengwen read`.
#[derive(Debug, clap::Args)]
#[command(next_help_heading = "选项")]
pub struct Read {
    /// 网页文件；- 是标准输入
    #[arg(value_name = "文件", required = true, help_heading = "参数")]
    pub files: Vec<OsString>,
    /// 网页原来的地址（不给时取同目录的 页面.url）
    #[arg(long, value_name = "网址")]
    pub url: Option<String>,
    /// HTTP 头给出的编码，如 gbk
    #[arg(long, value_name = "编码")]
    pub charset: Option<String>,
    /// card（供阅读）、json、ndjson、markdown、text、html，或 report：一个网页，保存的页面与读出的字段对照着看
    #[arg(long, value_name = "格式", default_value = "card", value_parser = format_named)]
    pub format: Format,
    /// 说明每个字段由哪一步得出、哪些候选落选
    #[arg(long)]
    pub trace: bool,
    /// zh（中文）或 en（英文）：标签、说明与错误用哪种语言
    #[arg(long, value_name = "语言", default_value = "zh", value_parser = lang_named)]
    pub lang: Lang,
    #[command(flatten)]
    pub reading: Reading,
}

/// How pages are read, the same for all of them.
#[derive(Debug, Clone, clap::Args)]
#[command(next_help_heading = "选项")]
pub struct Reading {
    /// 网页保存的时间，如 2024-05-10T08:00:00+08:00 或 2024-05-10：「3小时前」从这里算起
    #[arg(long, value_name = "时间", value_parser = moment)]
    pub now: Option<DateTime<FixedOffset>>,
    /// 自己的规则（TOML 文件），可以给几次；先于内置规则
    #[arg(long = "rule", value_name = "文件")]
    pub rule_files: Vec<PathBuf>,
    /// 自己的规则所在的文件夹，可以给几次
    #[arg(long = "rules", value_name = "文件夹")]
    pub rule_folders: Vec<PathBuf>,
    /// 不用内置的网站规则
    #[arg(long)]
    pub no_rules: bool,
}

impl Reading {
    /// A parser of these settings; else what is wrong with a rule.
    pub fn parser(&self) -> Result<zhengwen::Parser, Told> {
        let rules = files::rules(!self.no_rules, &self.rule_folders, &self.rule_files)
            .map_err(|error| show::explain(&error))?;
        let mut parser = zhengwen::Parser::new().rules(rules);
        if let Some(now) = self.now {
            parser = parser.now(now);
        }
        Ok(parser)
    }
}

/// `zhengwen batch`.
#[derive(Debug, clap::Args)]
#[command(next_help_heading = "选项")]
pub struct Batch {
    /// 文件夹（连同下级）、网页、.warc、.wet、.ndjson、.jsonl（也可再加 .gz、.zst）；- 是标准输入
    #[arg(
        value_name = "输入",
        help_heading = "参数",
        required_unless_present = "files_from"
    )]
    pub inputs: Vec<OsString>,
    /// 从文件里取输入的名单，一行一个；- 是标准输入
    #[arg(long, value_name = "文件")]
    pub files_from: Option<OsString>,
    /// 名单以 NUL 字节分隔，如 find -print0 所写
    #[arg(short = '0', long, requires = "files_from")]
    pub null: bool,
    /// 标准输入和认不出名字的文件是什么
    #[arg(long, value_name = "形式", value_enum, default_value = "auto")]
    pub input_format: InputFormat,
    #[command(flatten)]
    pub keys: Keys,
    /// HTTP 头给出的编码，用于没有自带编码的记录
    #[arg(long, value_name = "编码")]
    pub charset: Option<String>,
    #[command(flatten)]
    pub reading: Reading,

    /// 写到这里；不给则写到标准输出
    #[arg(short, long, value_name = "路径", help_heading = "输出")]
    pub output: Option<PathBuf>,
    /// 输出的格式
    #[arg(
        long,
        value_name = "格式",
        value_enum,
        default_value = "ndjson",
        help_heading = "输出"
    )]
    pub format: OutputFormat,
    /// 每行只有一层，值是字符串、数字或字符串的列表（便于 Parquet、SQL）
    #[arg(long, help_heading = "输出")]
    pub flat: bool,
    /// 只要这些字段（一层的），如 title,published,text
    #[arg(
        long,
        value_name = "字段,…",
        value_delimiter = ',',
        help_heading = "输出"
    )]
    pub fields: Vec<String>,
    /// 只写这些类型，如 article,gallery；error 是读不出来的
    #[arg(
        long,
        value_name = "类型,…",
        value_delimiter = ',',
        help_heading = "输出"
    )]
    pub only: Vec<String>,
    /// 不必按输入的次序
    #[arg(long, help_heading = "输出")]
    pub unordered: bool,
    /// 接着上次写到一半的 -o 往下做
    #[arg(
        long,
        requires = "output",
        conflicts_with = "overwrite",
        help_heading = "输出"
    )]
    pub resume: bool,
    /// -o 已有内容时，从头重做
    #[arg(long, requires = "output", help_heading = "输出")]
    pub overwrite: bool,

    /// 同时读几页（默认：处理器核数）
    #[arg(short, long, value_name = "数", value_parser = clap::value_parser!(u16).range(1..=1024))]
    pub jobs: Option<u16>,
    /// 一页最多多少字节，更大的记为出错
    #[arg(long, value_name = "字节", default_value_t = Limits::default().bytes)]
    pub max_bytes: usize,
    /// 不显示进度和小结
    #[arg(short, long)]
    pub quiet: bool,
}

/// Where a line of NDJSON has what; a dot goes one level down.
#[derive(Debug, Clone, clap::Args)]

pub struct Keys {
    /// 网页的 HTML
    #[arg(id = "html-key", long, value_name = "键", help_heading = KEYS, default_value = "html")]
    pub html: String,
    /// 网页的字节，以 base64 写成；给了就先看它
    #[arg(id = "base64-key", long, value_name = "键", help_heading = KEYS)]
    pub base64: Option<String>,
    /// 没有标记的文字；没有 HTML 时看它
    #[arg(id = "text-key", long, value_name = "键", help_heading = KEYS)]
    pub text: Option<String>,
    /// 网址
    #[arg(id = "url-key", long, value_name = "键", help_heading = KEYS, default_value = "url")]
    pub url: String,
    /// 记录的标识；没有则用 文件名:行号
    #[arg(id = "id-key", long, value_name = "键", help_heading = KEYS, default_value = "id")]
    pub id: String,
    /// HTTP 头 Content-Type 或编码名
    #[arg(id = "charset-key", long, value_name = "键", help_heading = KEYS, default_value = "content_type")]
    pub charset: String,
    /// 保存的时间：RFC 3339，或 1970 年以来的秒数
    #[arg(id = "saved-key", long, value_name = "键", help_heading = KEYS, default_value = "saved")]
    pub saved: String,
}

/// What an input is that neither name nor place tells.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum InputFormat {
    /// 看内容
    Auto,
    /// 一张网页
    Page,
    /// 一行一个 JSON
    Ndjson,
    /// WARC 或 WET
    Warc,
}

/// What is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum OutputFormat {
    /// 一条输入一行 JSON
    Ndjson,
    /// -o 是文件夹，一篇一个 Markdown 文件，另有 index.ndjson
    Markdown,
}

fn format_named(name: &str) -> Result<Format, String> {
    Format::named(name).ok_or_else(|| format!("没有 {name} 这种格式"))
}

fn lang_named(name: &str) -> Result<Lang, String> {
    Lang::named(name).ok_or_else(|| "写 zh 或 en".to_string())
}

/// A moment with zone, or the start of a day at +08:00.
fn moment(text: &str) -> Result<DateTime<FixedOffset>, String> {
    let day = || {
        let day: NaiveDate = text.parse().ok()?;
        let zone = FixedOffset::east_opt(8 * 3600)?;
        day.and_hms_opt(0, 0, 0)?.and_local_timezone(zone).single()
    };
    DateTime::parse_from_rfc3339(text)
        .ok()
        .or_else(day)
        .ok_or_else(|| "不是时间；写作 2024-05-10T08:00:00+08:00 或 2024-05-10".to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_command_line_is_well_formed() {
        use clap::CommandFactory;
        Args::command().debug_assert();
    }

    #[test]
    fn moments() {
        // text | the moment
        for (text, expected) in [
            ("2024-05-10T08:00:00+08:00", "2024-05-10T08:00:00+08:00"),
            ("2024-05-10T00:00:00Z", "2024-05-10T00:00:00+00:00"),
            ("2024-05-10", "2024-05-10T00:00:00+08:00"),
        ] {
            assert_eq!(moment(text).unwrap().to_rfc3339(), expected);
        }
        assert!(moment("昨天").is_err());
    }
}
