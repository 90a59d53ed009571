//! `Rule`: one site's or system's rule, read from TOML, compiled on first use. Which rule a page is read by is `lookup`'s business.

use std::borrow::Cow;
use std::path::Path;
use std::sync::{Arc, OnceLock};

use chrono::FixedOffset;

use crate::error::{Error, ErrorKind};
use crate::rule::compile::{self, Template};
use crate::rule::schema::{self, Head, RuleFile};

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
    /// Reads a rule from TOML text. `CONTRIBUTING.md` explains the format.
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
        let text = std::fs::read_to_string(path).map_err(|e| ErrorKind::Io {
            path: path.display().to_string(),
            reason: e.to_string(),
        })?;
        Self::read(&text, Some(&path.display().to_string()))
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
        let templates = rule.compile()?;
        let _ = rule.0.templates.set(templates);
        Ok(rule)
    }

    fn parse(text: &str, path: Option<&str>) -> Result<WholeFile, Error> {
        let source = compile::RuleText { file: path, text };
        let at_most = |key: &str, n: usize, most: usize, what: &str| {
            let reason = || format!("{n} {what}, at most {most} are allowed");
            match n > most {
                true => Err(Error::rule(path, key, reason())),
                false => Ok(()),
            }
        };
        at_most("TOML", text.len(), MAX_BYTES, "bytes")?;
        let file: RuleFile = toml::from_str(text).map_err(|e| {
            let line = e
                .span()
                .map(|s| text[..s.start.min(text.len())].matches('\n').count() + 1);
            let key = line.map_or("TOML".to_string(), |l| format!("line {l}"));
            Error::rule(path, key, e.message().trim().to_string())
        })?;
        if file.name.trim().is_empty() {
            return Err(Error::rule(path, "name", "a rule needs a name"));
        }
        if file.hosts.is_empty() && file.marks.is_empty() {
            return Err(Error::rule(
                path,
                "hosts",
                "a rule needs hosts, or marks of a publishing system",
            ));
        }
        if file.templates.is_empty() {
            return Err(Error::rule(
                path,
                "template",
                "a rule needs at least one [[template]]",
            ));
        }
        at_most("name", file.name.len(), MAX_NAME, "bytes")?;
        at_most("hosts", file.hosts.len(), MAX_HOSTS, "hosts")?;
        at_most("marks", file.marks.len(), MAX_MARKS, "marks")?;
        at_most("template", file.templates.len(), MAX_TEMPLATES, "templates")?;
        for (i, mark) in file.marks.iter().enumerate() {
            at_most(&format!("marks[{i}]"), mark.len(), MAX_NAME, "bytes")?;
        }
        for (i, host) in file.hosts.iter().enumerate() {
            let name = host.split('/').next().unwrap_or_default();
            if !name.contains('.')
                || host.contains("://")
                || name.chars().any(|c| c.is_uppercase() || c.is_whitespace())
            {
                return Err(Error::rule(
                    path,
                    format!("hosts[{i}]"),
                    format!(
                        "bad host {host:?}; write it as news.example.com or example.com/path, in lower case"
                    ),
                ));
            }
        }
        if let Some(i) = file.marks.iter().position(|m| m.len() < 4) {
            return Err(Error::rule(
                path,
                format!("marks[{i}]"),
                "a mark needs at least four bytes",
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
                "stand at the start of a line, before the first [[template]]",
            ));
        }
        self.compile().map(drop)
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
            self.compile().unwrap_or_default()
        })
    }

    fn compile(&self) -> Result<Vec<Template>, Error> {
        let source = compile::RuleText {
            file: self.0.path.as_deref(),
            text: &self.0.text,
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
