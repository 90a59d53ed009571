//! zhengwen (正文) reads Chinese news pages: one saved HTML page in, one typed [`Article`] out.
//!
//! ```
//! use zhengwen::{Article, PageKind};
//!
//! let article = Article::parse(r#"
//!     <title>城东公园今起开放_本地新闻_橙橘网</title>
//!     <h1>城东公园今起开放</h1>
//!     <div>2024-05-10 06:58 来源：橙橘网 作者：张三</div>
//!     <div>
//!       <p>城东公园今天上午正式向市民开放，园内步道、湖区和儿童乐园同时启用，全天免费。</p>
//!       <p>公园占地三十公顷，前身是一片旧厂房。改造历时三年，保留了两座水塔和一段铁轨。</p>
//!       <p>责任编辑：王小明</p>
//!     </div>"#)?;
//!
//! let meta = &article.metadata;
//! assert_eq!(article.kind, PageKind::Article);
//! assert_eq!(meta.title.as_deref(), Some("城东公园今起开放"));
//! assert_eq!(meta.published.as_ref().unwrap().value.to_rfc3339(), "2024-05-10T06:58:00+08:00");
//! assert_eq!(meta.source.as_ref().unwrap().name, "橙橘网");
//! assert_eq!(meta.authors, ["张三"]);
//! assert_eq!(meta.editors, ["王小明"]);
//! assert_eq!(article.body.text().lines().count(), 2);
//! # Ok::<(), zhengwen::Error>(())
//! ```
//!
//! # The types
//!
//! - [`Article`]: all that was read. [`Metadata`] has title, credits, times, tags and the rest, each field with what counts as its value;
//!   [`Body`] the article as a tree of [`Block`]s and [`Inline`]s; [`RelatedList`] the other articles offered around it.
//! - [`Parser`]: options. Its [`url`](Parser::url) is the base of relative links and chooses the site's rule;
//!   [`now`](Parser::now) is what 3小时前 counts from; [`limits`](Parser::limits) bound what a page may ask for.
//! - [`Article::parse_bytes`] and [`decode`] find out the charset of bytes: UTF-8, GB18030, Big5, UTF-16.
//! - [`Body::parse`] reads HTML that is a body and nothing else, such as a feed's `content:encoded`.
//! - [`Body::text`], [`Body::markdown`], [`Body::html`] render; all types are written and read by serde.
//! - [`Error`]: empty input, a limit exceeded, a bad rule. A field the page does not have is `None` or empty, never an error.
//!
//! # Kinds of page
//!
//! Lists, captcha and 404 pages are read too, and no error: [`Article::kind`] tells what was given and
//! [`Article::confidence`] how sure that is. Who wants articles only asks for [`Article::article_only`]:
//!
//! ```
//! use zhengwen::{Article, ErrorKind, PageKind};
//!
//! let gone = Article::parse("<title>404 页面不存在</title><h1>您访问的页面不存在或已删除</h1>")?;
//! assert_eq!(gone.kind, PageKind::Missing);
//! let error = gone.article_only().unwrap_err();
//! assert_eq!(*error.kind(), ErrorKind::NotArticle(PageKind::Missing));
//! # Ok::<(), zhengwen::Error>(())
//! ```
//!
//! # Where a value came from
//!
//! [`Parser::parse_traced`] gives a [`Trace`] besides: for each field the candidate that won, those that lost and why,
//! the steps of a rule that found nothing, and what was cut from the body.
//!
//! ```
//! use zhengwen::Field;
//!
//! let html = "<h1>城东公园今起开放</h1><p>2024-05-10 06:58 来源：橙橘网</p>
//!     <p>城东公园今天上午正式向市民开放，园内步道、湖区和儿童乐园同时启用，全天免费。</p>";
//! let (_, trace) = zhengwen::Parser::new().parse_traced(html)?;
//! let source = trace.fields.iter().find(|f| f.field == Field::Source).unwrap();
//! assert_eq!(source.winner.as_ref().unwrap().origin.to_string(), "label 来源");
//! # Ok::<(), zhengwen::Error>(())
//! ```
//!
//! # Sites and rules
//!
//! Any page is read by general means. For a few hundred sites and publishing systems the crate has a [`Rule`] besides, found by the page's
//! address (given, or stated by the page) or by marks in its source. Rules are data in TOML; your own are loaded at run time and win
//! over the built-in ones: [`Rule::from_toml`], [`RuleSet::with_folder`], [`Parser::rules`]. [`Rule`] shows one; `CONTRIBUTING.md`
//! has the whole vocabulary.
//!
//! # What it does not do
//!
//! It fetches nothing and runs no scripts. An article that arrives by script is read only where the page carries it as data.
//! The next page of an article is named ([`Article::next_page`]), not followed. A time without zone is taken as +08:00.
//!
//! # Examples in the repository
//!
//! - `parse_file`: prints saved pages as a card, JSON, Markdown, text or HTML; with `--trace`, where everything came from.
//! - `check_rule`: for who writes a rule: what each of its steps found, and what would have come out without it.
//! - `evaluate`: measures every field on a folder of pages with gold.
#![forbid(unsafe_code)]
#![warn(missing_docs)]

mod article;
mod body;
mod content;
mod coverage;
mod decode;
mod error;
mod field;
mod fingerprint;
mod grammar;
mod input;
mod join;
mod limits;
mod named;
mod page;
mod parser;
mod reason;
mod render;
mod rule;
#[cfg(test)]
mod samples;
mod seal;
mod sites;
mod text;
mod trace;

pub use article::field::Field;
pub use article::{
    Access, Article, Credit, FieldValue, Metadata, PageKind, Precision, RelatedItem, RelatedKind,
    RelatedList, Role, Script, SiteId, Source, Time,
};
pub use body::walk::Link;
pub use body::{
    Block, Body, Cell, Code, Heading, Image, Inline, List, MAX_NESTING, Paragraph, Quote, Table,
    Video,
};
/// How rules are written: the vocabulary with an example each.
#[doc = include_str!("../docs/rules.md")]
pub mod guide {}

/// Dates and times: [`Time::value`] and [`Input::saved`] are of its types.
pub use chrono;
pub use coverage::{
    Change, Changed, Coverage, FieldCoverage, SiteCoverage, StepCoverage, TemplateCoverage,
};
pub use decode::{CharsetOrigin, Decoded, decode};
pub use error::{Error, ErrorKind, Limit, LooksLike};
pub use fingerprint::Fingerprint;
pub use input::Input;
pub use limits::Limits;
pub use parser::Parser;
pub use reason::{Clue, Cut, Noise, Refusal, Removal, Weighed, Witness};
pub use render::options::MarkdownOptions;
pub use rule::{Rule, RuleSet};
pub use trace::node_path::NodePath;
pub use trace::{
    BlockTrace, Candidate, CreditTrace, FieldTrace, Origin, Removed, RemoverTrace, RootTrace,
    RuleMatch, StepId, Trace,
};

/// What the fuzz targets reach into. No part of the API.
#[cfg(fuzzing)]
#[doc(hidden)]
pub mod fuzzing {
    /// Whether the crate makes the tree of `html` that html5ever's own tokenizer makes.
    pub fn same_tree(html: &str) -> bool {
        crate::page::same_tree(html)
    }
}

// What the READMEs and the cookbook show is compiled, and run where it can be.
#[cfg(doctest)]
#[doc = include_str!("../README.md")]
struct Readme;

#[cfg(doctest)]
#[doc = include_str!("../README.zh-CN.md")]
struct ReadmeInChinese;

#[cfg(doctest)]
#[doc = include_str!("../docs/cookbook.md")]
struct Cookbook;

#[cfg(doctest)]
#[doc = include_str!("../docs/rules.zh-CN.md")]
struct RulesInChinese;
