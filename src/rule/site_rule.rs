//! `Rule`: one site's or system's rule, read from TOML, compiled on first use. Which rule a page is read by is `lookup`'s business.

use std::borrow::Cow;
use std::path::Path;
use std::sync::{Arc, OnceLock};

use chrono::FixedOffset;

use crate::error::{Error, ErrorKind};
use crate::rule::compile::{self, Template};
use crate::rule::mistake::{self, said};
use crate::rule::schema::{self, Head, RuleFile};
use crate::text::is_dropped;

/// The rule of one site or publishing system, read from TOML.
///
/// ```
/// use zhengwen::{Parser, Rule, RuleSet};
///
/// let rule = Rule::from_toml(r#"
/// name = "城东新闻"
/// hosts = ["chengdong.example"]
/// evidence = "reported"
///
/// [[template]]
/// title = "h1"
/// source = [{ label = "来源", within = ".info" }]
/// body = ".content"
/// "#)?;
/// let parser = Parser::new()
///     .url("https://www.chengdong.example/a/1.html")
///     .rules(RuleSet::builtin().with(rule));
/// let article = parser.parse("<h1>城东公园今起开放</h1><div class=info>来源：城东新闻</div>
///     <div class=content><p>城东公园今天上午正式向市民开放，园内步道、湖区同时启用。</p></div>")?;
/// assert_eq!(article.site.unwrap().as_str(), "城东新闻");
/// # Ok::<(), zhengwen::Error>(())
/// ```
#[derive(Debug, Clone)]
pub struct Rule(Arc<Inner>);

// What a rule may have at most: far more than any real one, and little enough that a wrong one cannot stop the parser.
// The longest built-in file has 2.7 KB, six layouts, five hosts and five marks of 21 bytes.

/// Bytes of a rule's file.
const MAX_BYTES: usize = 256 << 10;
/// Bytes of its name, and of a mark.
const MAX_NAME: usize = 200;
/// Hosts it is for.
const MAX_HOSTS: usize = 1000;
/// Marks of publishing systems; all pages without a rule by host are searched for them.
const MAX_MARKS: usize = 50;
/// Layouts, of each of which `when` is asked.
const MAX_TEMPLATES: usize = 50;

#[derive(Debug)]
struct Inner {
    head: Head,
    path: Option<String>,
    text: Cow<'static, str>,
    /// The whole file; of a built-in rule, read when a page of the site comes along.
    body: OnceLock<WholeFile>,
    templates: OnceLock<Vec<Template>>,
}

/// A rule file as read.
#[derive(Debug)]
struct WholeFile {
    file: RuleFile,
    zone: Option<FixedOffset>,
}

impl Rule {
    /// Reads a rule from TOML text. [`guide`](crate::guide) explains the format.
    ///
    /// # Errors
    /// [`ErrorKind::Rule`] names the key, the line and what is wrong: unknown keys, bad selectors, a step without a place to look.
    pub fn from_toml(text: &str) -> Result<Self, Error> {
        Self::read(text, None)
    }

    /// Reads a rule file.
    ///
    /// # Errors
    /// [`ErrorKind::Io`] if it cannot be read, else as [`Rule::from_toml`] with the file named.
    pub fn from_file(path: impl AsRef<Path>) -> Result<Self, Error> {
        let path = path.as_ref();
        let name = path.display().to_string();
        let bytes = std::fs::read(path).map_err(|e| ErrorKind::Io {
            path: name.clone(),
            reason: e.to_string(),
        })?;
        let text = String::from_utf8(bytes).map_err(|e| not_utf8(&name, e.as_bytes()))?;
        Self::read(&text, Some(&name))
    }

    /// A rule of which only what it is found by is read, until a page of the site comes along: reading all files would cost more than
    /// the page. A test reads them whole.
    pub(crate) fn builtin(text: &'static str, path: &'static str) -> Result<Self, Error> {
        match schema::head(text) {
            Some(head) => Ok(Self(Arc::new(Inner {
                head,
                path: Some(path.to_string()),
                text: Cow::Borrowed(text),
                body: OnceLock::new(),
                templates: OnceLock::new(),
            }))),
            None => Self::read(text, Some(path)),
        }
    }

    fn read(text: &str, path: Option<&str>) -> Result<Self, Error> {
        // As Windows' editors save it.
        let text = text.strip_prefix('\u{FEFF}').unwrap_or(text);
        let body = Self::parse(text, path)?;
        let rule = Self(Arc::new(Inner {
            head: Head {
                name: body.file.name.clone(),
                hosts: body.file.hosts.clone(),
                marks: body.file.marks.clone(),
            },
            path: path.map(String::from),
            text: Cow::Owned(text.to_string()),
            body: OnceLock::from(body),
            templates: OnceLock::new(),
        }));
        let templates = rule.compile(false)?;
        let _ = rule.0.templates.set(templates);
        Ok(rule)
    }

    fn parse(text: &str, path: Option<&str>) -> Result<WholeFile, Error> {
        let source = compile::RuleText {
            file: path,
            text,
            tested: false,
        };
        let at_most = |key: &str, n: usize, most: usize, what: &str, zh: &str| match n > most {
            true => Err(source.error(
                key,
                said(
                    format!("{n} {what}, at most {most} are allowed"),
                    format!("有 {n} {zh}，最多 {most}"),
                ),
            )),
            false => Ok(()),
        };
        at_most("TOML", text.len(), MAX_BYTES, "bytes", "字节")?;
        let file: RuleFile = toml::from_str(text).map_err(|e| {
            let at = e.span().map(|span| span.start);
            let said = mistake::toml(text, e.message(), at);
            let place = at.map(|at| mistake::line_and_column(text, at));
            Error::rule(path, "TOML", place, said.en, said.zh)
        })?;
        if file.name.trim().is_empty() {
            let said = said("a rule needs a name", "规则要有名字");
            return Err(source.error("name", said));
        }
        if file.hosts.is_empty() && file.marks.is_empty() {
            return Err(source.error(
                "hosts",
                said(
                    "a rule needs hosts, or marks of a publishing system",
                    "规则要写 hosts（网站的主机），或 marks（发布系统的记号）",
                ),
            ));
        }
        if file.templates.is_empty() {
            return Err(source.error(
                "template",
                said(
                    "a rule needs at least one [[template]]",
                    "规则至少要有一个 [[template]]",
                ),
            ));
        }
        if file.name.trim() != file.name || file.name.contains(is_dropped) {
            let said = said(
                "a name is one line, without control characters and without white space around it",
                "名字要写成一行，没有控制字符，两端没有空白",
            );
            return Err(source.error("name", said));
        }
        at_most("name", file.name.len(), MAX_NAME, "bytes", "字节")?;
        at_most("hosts", file.hosts.len(), MAX_HOSTS, "hosts", "个主机")?;
        at_most("marks", file.marks.len(), MAX_MARKS, "marks", "个记号")?;
        at_most(
            "template",
            file.templates.len(),
            MAX_TEMPLATES,
            "templates",
            "个模板",
        )?;
        for (i, mark) in file.marks.iter().enumerate() {
            at_most(
                &format!("marks[{i}]"),
                mark.len(),
                MAX_NAME,
                "bytes",
                "字节",
            )?;
        }
        for (i, host) in file.hosts.iter().enumerate() {
            if let Some(said) = mistake::host(host) {
                return Err(source.error(&format!("hosts[{i}]"), said));
            }
        }
        if let Some(i) = file.marks.iter().position(|m| m.len() < 4) {
            return Err(source.error(
                &format!("marks[{i}]"),
                said("a mark needs at least four bytes", "记号至少要有四个字节"),
            ));
        }
        let zone = file
            .zone
            .as_deref()
            .map(|z| compile::zone(z, source))
            .transpose()?;
        Ok(WholeFile { file, zone })
    }

    /// The whole file. That a built-in one can be read is for [`Rule::check`] to say, which a test asks.
    fn body(&self) -> &WholeFile {
        self.0.body.get_or_init(|| {
            Self::parse(&self.0.text, self.0.path.as_deref()).unwrap_or_else(|_| WholeFile {
                file: RuleFile::default(),
                zone: None,
            })
        })
    }

    /// The rule's name: `人民网`.
    pub fn name(&self) -> &str {
        &self.0.head.name
    }

    /// The hosts it is for, as written.
    pub fn hosts(&self) -> &[String] {
        &self.0.head.hosts
    }

    /// The marks of a publishing system it is for, as written.
    pub fn marks(&self) -> &[String] {
        &self.0.head.marks
    }

    /// The keys of the pages it was checked on; empty if it rests on reported facts only.
    pub fn checked(&self) -> &[String] {
        match &self.body().file.evidence {
            schema::Evidence::Checked(keys) => keys,
            schema::Evidence::Reported => &[],
        }
    }

    /// Compiles every selector and pattern, to find mistakes.
    ///
    /// # Errors
    /// As [`Rule::from_toml`].
    pub fn check(&self) -> Result<(), Error> {
        let whole = Self::parse(&self.0.text, self.0.path.as_deref())?;
        let head = (&whole.file.name, &whole.file.hosts, &whole.file.marks);
        if head != (&self.0.head.name, &self.0.head.hosts, &self.0.head.marks) {
            return Err(Error::rule(
                self.0.path.as_deref(),
                "name, hosts, marks",
                None,
                "stand at the start of a line, before the first [[template]]".to_string(),
                "要写在行首，在第一个 [[template]] 之前".to_string(),
            ));
        }
        self.compile(false).map(drop)
    }

    /// Whether a built-in rule rests on facts that no page was there to prove: no user's rule, and checked on nothing.
    pub(crate) fn is_unproven(&self) -> bool {
        self.is_builtin() && self.checked().is_empty()
    }

    fn is_builtin(&self) -> bool {
        matches!(self.0.text, Cow::Borrowed(_))
    }

    pub(crate) fn account(&self) -> bool {
        self.body().file.account
    }

    pub(crate) fn zone(&self) -> Option<FixedOffset> {
        self.body().zone
    }

    /// The layouts, compiled on first use.
    pub(crate) fn templates(&self) -> &[Template] {
        self.0.templates.get_or_init(|| {
            // A built-in rule that does not compile fails a test; in the field its page is read without a rule.
            self.compile(self.is_builtin()).unwrap_or_default()
        })
    }

    /// The layouts; `tested` if the patterns need not be compiled to find mistakes in them.
    fn compile(&self, tested: bool) -> Result<Vec<Template>, Error> {
        let source = compile::RuleText {
            file: self.0.path.as_deref(),
            text: &self.0.text,
            tested,
        };
        self.body()
            .file
            .templates
            .iter()
            .enumerate()
            .map(|(i, t)| compile::template(t, &format!("template[{i}]"), source))
            .collect()
    }
}

/// A rule's file that is not in UTF-8, with what it probably is.
fn not_utf8(path: &str, bytes: &[u8]) -> Error {
    let (en, zh) = if bytes.starts_with(b"\xFF\xFE") || bytes.starts_with(b"\xFE\xFF") {
        ("UTF-16", " UTF-16（“Unicode”）")
    } else if !encoding_rs::GB18030.decode_without_bom_handling(bytes).1 {
        ("GBK", " GBK（“ANSI”）")
    } else {
        ("neither UTF-8 nor GBK", "别的编码")
    };
    let before = String::from_utf8_lossy(bytes);
    let at = before.find('\u{FFFD}').unwrap_or(0);
    Error::rule(
        Some(path),
        "TOML",
        Some(mistake::line_and_column(&before, at)),
        format!("the file is {en}; save it as UTF-8"),
        format!("文件不是 UTF-8，像是{zh}；请用编辑器另存为 UTF-8"),
    )
}
