//! The command line. Not what is done with it.

use std::path::PathBuf;

use regex::Regex;

pub const USAGE: &str = "\
用法：evaluate 文件夹 [选项]

读语料文件夹里的每个网页，与标准答案比较，逐个字段打分。
文件夹里有 pages/、gold/*.json 和 manifest.tsv（键、网址）；还可以有 negatives/ 和 negatives.tsv（键、类型、网址）。

  --no-rules            只用通用方法，不用网站规则
  --rules-only          只用网站规则，不用通用方法；只算规则里有模板适用的页面
  --predictions 文件    把读出的写成文件，一页一个 JSON 对象
  --score 文件          不读网页，给这样一个文件打分
  --floors 文件         TOML，[rules]、[no_rules]、[rules_only] 里是最低分数；低于它，退出码为 1
  --section 名称        …… 改用 [名称] 里的
  --worst 数            列出最差的几页 ……
  --field 名称          …… 按这个字段（默认 body；也可以是 kind）
  --pages 通配符        只算键与之相符的页面（negatives 里的键是 negatives/…）
  --without 证据        当作这个证据没有话说（开发用）
  --ablate              一张表：每个证据在两半页面上各值多少（开发用，要几分钟）
  --sites 文件          写出每个网站的规则比不用规则好多少，按版式分；并说明它把什么读坏了
  --seen 文件夹         …… 连这个文件夹里的页面也算，可以没有标准答案；可以给几次
  --half even|odd       只算一半页面，按键的哈希划分
  --lang zh|en          本说明用中文（默认）或英文";

pub const USAGE_EN: &str = "\
evaluate FOLDER [options]

Reads every page of a corpus folder and scores what was read against its gold.
FOLDER has pages/, gold/*.json and manifest.tsv (key, URL); may have negatives/ and negatives.tsv (key, kind, URL).

  --no-rules            the generic extractor alone, without site rules
  --rules-only          site rules alone, without the generic extractor; only pages whose rule has a template for them
  --predictions FILE    write what was read, one JSON object a page
  --score FILE          score such a file instead of reading pages
  --floors FILE         TOML with least figures in [rules], [no_rules] and [rules_only]; below one, exit 1
  --section NAME        … in [NAME] instead
  --worst N             list the N worst pages …
  --field NAME          … of this field (default body; also kind)
  --pages GLOB          only pages whose key matches (negatives have keys negatives/…)
  --without WITNESS     as if this witness had nothing to say (development)
  --ablate              a table of what each witness is worth on both halves (development; minutes)
  --sites FILE          write what each site's rule is worth against none, by layout, and tell what it makes worse
  --seen FOLDER         … with the pages of this folder too, which may have no gold; may be given several times
  --half even|odd       only one half of the pages, chosen by a hash of the key
  --lang zh|en          this text in Chinese (default) or English";

/// What reads the pages.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq)]
pub enum Mode {
    /// Site rules, and the generic extractor for the rest.
    #[default]
    All,
    NoRules,
    RulesOnly,
}

impl Mode {
    /// The table of its floors.
    pub fn section(self) -> &'static str {
        match self {
            Self::All => "rules",
            Self::NoRules => "no_rules",
            Self::RulesOnly => "rules_only",
        }
    }
}

/// What was asked for.
#[derive(Debug, Default, Clone)]
pub struct Options {
    pub folder: PathBuf,
    pub mode: Mode,
    pub predictions: Option<PathBuf>,
    pub score: Option<PathBuf>,
    pub floors: Option<PathBuf>,
    /// The table of the floors; else the mode's.
    pub section: Option<String>,
    pub worst: usize,
    pub field: String,
    pub pages: Option<Regex>,
    pub odd: Option<bool>,
    /// The name of a witness that is not heard.
    pub without: Option<String>,
    /// Whether to measure what each witness is worth.
    pub ablate: bool,
    /// Where the table of sites goes.
    pub sites: Option<PathBuf>,
    /// More folders for that table.
    pub seen: Vec<PathBuf>,
}

impl Options {
    /// Reads arguments (without the program's name).
    pub fn read(mut args: impl Iterator<Item = String>) -> Result<Self, String> {
        let mut options = Self {
            field: "body".into(),
            ..Self::default()
        };
        let mut folder = None;
        while let Some(arg) = args.next() {
            let mut value = || args.next().ok_or(format!("{arg} wants a value"));
            match arg.as_str() {
                "--no-rules" => options.mode = Mode::NoRules,
                "--rules-only" => options.mode = Mode::RulesOnly,
                "--predictions" => options.predictions = Some(value()?.into()),
                "--score" => options.score = Some(value()?.into()),
                "--floors" => options.floors = Some(value()?.into()),
                "--section" => options.section = Some(value()?),
                // Figures go by the names of fields; only the help is in both languages.
                "--lang" => drop(value()?),
                "--without" => options.without = Some(value()?),
                "--ablate" => options.ablate = true,
                "--sites" => options.sites = Some(value()?.into()),
                "--seen" => options.seen.push(value()?.into()),
                "--field" => options.field = value()?,
                "--pages" => options.pages = Some(glob(&value()?)?),
                "--worst" => {
                    options.worst = value()?
                        .parse()
                        .map_err(|_| "--worst wants a number".to_string())?;
                }
                "--half" => {
                    options.odd = Some(match value()?.as_str() {
                        "even" => false,
                        "odd" => true,
                        _ => return Err("--half wants even or odd".into()),
                    });
                }
                _ if arg.starts_with("--") => return Err(format!("unknown option {arg}")),
                _ if folder.is_none() => folder = Some(PathBuf::from(arg)),
                _ => return Err(format!("more than one folder: {arg}")),
            }
        }
        options.folder =
            folder.ok_or("which folder?\nevaluate FOLDER [options]; --help lists them")?;
        Ok(options)
    }

    /// Whether a page was asked for.
    pub fn wants(&self, key: &str) -> bool {
        self.pages.as_ref().is_none_or(|glob| glob.is_match(key))
            && self.odd.is_none_or(|odd| (fnv1a(key) % 2 == 1) == odd)
    }
}

/// A shell pattern as a regex: `*` and `?` match `/` too, `[abc]` and `[!abc]` are sets.
fn glob(pattern: &str) -> Result<Regex, String> {
    let mut regex = String::from("(?s)^");
    let mut rest = pattern.chars();
    while let Some(c) = rest.next() {
        match c {
            '*' => regex.push_str(".*"),
            '?' => regex.push('.'),
            '[' => {
                let set: String = rest.by_ref().take_while(|&c| c != ']').collect();
                let (not, set) = match set.strip_prefix('!') {
                    Some(set) => ("^", set),
                    None => ("", set.as_str()),
                };
                let set = set.replace('\\', "\\\\").replace('[', "\\[");
                regex.push_str(&format!("[{not}{set}]"));
            }
            c => regex.push_str(&regex::escape(c.encode_utf8(&mut [0; 4]))),
        }
    }
    regex.push('$');
    Regex::new(&regex).map_err(|e| format!("--pages: {e}"))
}

/// FNV-1a, 64 bits: the same halves on every machine and in every version.
fn fnv1a(key: &str) -> u64 {
    key.bytes().fold(0xcbf2_9ce4_8422_2325, |hash, byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)
    })
}
