//! Site rules: data in TOML, compiled on first use, chosen by host or by marks of a publishing system. Not the sites themselves (see `sites`).

mod compile;
mod lookup;
pub(crate) mod missed;
mod run;
mod schema;

use std::path::Path;
use std::sync::{Arc, OnceLock};

use chrono::FixedOffset;

use crate::error::{Error, ErrorKind};
pub(crate) use compile::{Step, Template};
pub(crate) use lookup::Address;
pub use lookup::RuleSet;
use schema::RuleFile;

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

#[derive(Debug)]
struct Inner {
    file: RuleFile,
    zone: Option<FixedOffset>,
    path: Option<String>,
    text: String,
    templates: OnceLock<Vec<Template>>,
}

impl Rule {
    /// Reads a rule from TOML text. `CONTRIBUTING.md` explains the format.
    ///
    /// # Errors
    /// [`ErrorKind::Rule`] names the key, the line and what is wrong: unknown keys, bad selectors, a step without a place to look.
    pub fn from_toml(text: &str) -> Result<Self, Error> {
        Self::read(text, None, true)
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
        Self::read(&text, Some(&path.display().to_string()), true)
    }

    /// Built-in rules are checked by a test, so their selectors can wait until a page of the site comes along.
    pub(crate) fn builtin(text: &str, path: &str) -> Result<Self, Error> {
        Self::read(text, Some(path), false)
    }

    fn read(text: &str, path: Option<&str>, check: bool) -> Result<Self, Error> {
        let origin = compile::Origin { file: path, text };
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
            .map(|z| compile::zone(z, origin))
            .transpose()?;
        let rule = Self(Arc::new(Inner {
            file,
            zone,
            path: path.map(String::from),
            text: text.to_string(),
            templates: OnceLock::new(),
        }));
        if check {
            let templates = rule.compile()?;
            let _ = rule.0.templates.set(templates);
        }
        Ok(rule)
    }

    /// The rule's name: `人民网`.
    pub fn name(&self) -> &str {
        &self.0.file.name
    }

    /// The hosts it is for, as written.
    pub fn hosts(&self) -> &[String] {
        &self.0.file.hosts
    }

    /// The marks of a publishing system it is for, as written.
    pub fn marks(&self) -> &[String] {
        &self.0.file.marks
    }

    /// The keys of the pages it was checked on; empty if it rests on reported facts only.
    pub fn checked(&self) -> &[String] {
        match &self.0.file.evidence {
            schema::Evidence::Checked(keys) => keys,
            schema::Evidence::Reported => &[],
        }
    }

    /// Compiles every selector and pattern, to find mistakes.
    ///
    /// # Errors
    /// As [`Rule::from_toml`].
    pub fn check(&self) -> Result<(), Error> {
        self.compile().map(drop)
    }

    pub(crate) fn account(&self) -> bool {
        self.0.file.account
    }

    pub(crate) fn zone(&self) -> Option<FixedOffset> {
        self.0.zone
    }

    /// The layouts, compiled on first use.
    pub(crate) fn templates(&self) -> &[Template] {
        self.0.templates.get_or_init(|| {
            // A built-in rule that does not compile fails a test; in the field its page is read without a rule.
            self.compile().unwrap_or_default()
        })
    }

    fn compile(&self) -> Result<Vec<Template>, Error> {
        let origin = compile::Origin {
            file: self.0.path.as_deref(),
            text: &self.0.text,
        };
        self.0
            .file
            .templates
            .iter()
            .enumerate()
            .map(|(i, t)| compile::template(t, &format!("template[{i}]"), origin))
            .collect()
    }
}
