//! `Parser`: options, limits and the order of work. Not the work itself.

use std::borrow::Cow;
use std::sync::Arc;

use chrono::{DateTime, FixedOffset};

use crate::article::{Article, PageKind, SiteId};
use crate::body::Body;
use crate::content::body;
use crate::content::located::Located;
use crate::content::subject::{Mode, Subject};
use crate::decode;
use crate::error::{Error, ErrorKind, Limit};
use crate::field::context::Context;
use crate::field::{self, access, kind, next_page, related, title};
use crate::input::{self, Content, Input};
use crate::limits::Limits;
use crate::page::Page;
use crate::page::dom::NodeId;
use crate::page::path::Paths;
use crate::page::url;
use crate::page::url::Base;
use crate::reason::Witness;
use crate::rule::{self, Address, Found, Rule, RuleSet, Template, trace_steps};
use crate::seal;
use crate::trace::{Trace, Tracer};

/// Reads pages. Cheap to clone; one may be shared by any number of threads.
///
/// ```
/// use zhengwen::Parser;
///
/// let parser = Parser::new().url("https://news.chengju.example/2024/0510/1.html");
/// let article = parser.parse("<h1>城东公园今起开放</h1><p>2024-05-10 06:58 来源：橙橘网</p>
///     <div><p>城东公园今天上午正式向市民开放，园内步道、湖区和儿童乐园同时启用，全天免费。</p></div>")?;
/// assert_eq!(article.metadata.title.as_deref(), Some("城东公园今起开放"));
/// assert_eq!(article.metadata.source.unwrap().name, "橙橘网");
/// # Ok::<(), zhengwen::Error>(())
/// ```
#[derive(Debug, Clone)]
pub struct Parser {
    url: Option<String>,
    charset: Option<String>,
    now: Option<DateTime<FixedOffset>>,
    rules: RuleSet,
    rule: Option<Rule>,
    hints: Vec<Arc<Template>>,
    mode: Mode,
    without: Option<Witness>,
    limits: Limits,
}

impl Default for Parser {
    fn default() -> Self {
        Self::new()
    }
}

impl Parser {
    /// A parser with the built-in rules and default limits.
    pub fn new() -> Self {
        Self {
            url: None,
            charset: None,
            now: None,
            rules: RuleSet::builtin(),
            rule: None,
            hints: Vec::new(),
            mode: Mode::All,
            without: None,
            limits: Limits::default(),
        }
    }

    /// The URL of pages whose [`Input`] gives none: see [`Input::url`].
    #[must_use]
    pub fn url(mut self, url: impl Into<String>) -> Self {
        self.url = Some(url.into());
        self
    }

    /// The charset an HTTP header named, for bytes whose [`Input`] gives none: see [`Input::content_type`].
    #[must_use]
    pub fn charset(mut self, charset: impl Into<String>) -> Self {
        self.charset = Some(charset.into());
        self
    }

    /// When pages were saved whose [`Input`] does not say it: see [`Input::saved`].
    #[must_use]
    pub fn now(mut self, now: DateTime<FixedOffset>) -> Self {
        self.now = Some(now);
        self
    }

    /// Other rules than the built-in ones: `RuleSet::builtin().with(rule)`, or [`RuleSet::empty`] for none.
    #[must_use]
    pub fn rules(mut self, rules: RuleSet) -> Self {
        self.rules = rules;
        self
    }

    /// This rule for every page, whatever its host: for who tries a rule on a page from elsewhere, or knows a page's system.
    ///
    /// ```
    /// use zhengwen::{Parser, Rule};
    ///
    /// let rule = Rule::from_toml(r#"
    /// name = "城东新闻"
    /// hosts = ["chengdong.example"]
    /// evidence = "reported"
    ///
    /// [[template]]
    /// title = ".headline"
    /// "#)?;
    /// let page = "<div class=headline>城东公园今起开放</div><div><p>城东公园今天上午正式向市民开放，全天免费。</p></div>";
    /// let article = Parser::new().rule(rule).url("https://mirror.example/1.html").parse(page)?;
    /// assert_eq!(article.metadata.title.as_deref(), Some("城东公园今起开放"));
    /// assert_eq!(article.site.unwrap().as_str(), "城东新闻");
    /// # Ok::<(), zhengwen::Error>(())
    /// ```
    #[must_use]
    pub fn rule(mut self, rule: Rule) -> Self {
        self.rule = Some(rule);
        self
    }

    /// A selector for one field of every page, looked at before the rule's own steps, without a rule's file. The key is one of a template: a
    /// field's name, `remove`, or `related` for the items of a list. Several hints for one key are looked at in the order given.
    ///
    /// ```
    /// use zhengwen::Parser;
    ///
    /// let parser = Parser::new().hint("body", "#zoom")?.hint("remove", ".share")?;
    /// let article = parser.parse("<h1>城东公园今起开放</h1><div id=zoom>城东公园今天开放。<p class=share>分享到微博</p></div>")?;
    /// assert_eq!(article.body.text(), "城东公园今天开放。");
    /// # Ok::<(), zhengwen::Error>(())
    /// ```
    ///
    /// # Errors
    /// [`ErrorKind::Rule`] for a key or a selector that cannot be.
    pub fn hint(mut self, key: &str, css: &str) -> Result<Self, Error> {
        self.hints.push(Arc::new(rule::hint(key, css)?));
        Ok(self)
    }

    /// Whether what the site's rule does not find is looked for by general means. Default `true`.
    ///
    /// With `false` an article holds what its rule found and nothing else: a page without a rule gives an empty one. For who tests
    /// rules: a step that no longer matches cannot hide behind the generic extractor.
    ///
    /// ```
    /// use zhengwen::{Parser, Rule, RuleSet};
    ///
    /// let rule = Rule::from_toml(r#"
    /// name = "橙橘网"
    /// hosts = ["chengju.example"]
    /// evidence = "reported"
    ///
    /// [[template]]
    /// title = "h1"
    /// body = ".content"
    /// "#)?;
    /// let parser = Parser::new().rules(RuleSet::empty().with(rule)).url("https://chengju.example/1.html").generic(false);
    /// let article = parser.parse("<h1>城东公园今起开放</h1><p>来源：橙橘网</p><div class=content><p>城东公园今天上午正式向市民开放。</p></div>")?;
    /// assert_eq!(article.metadata.title.as_deref(), Some("城东公园今起开放"));
    /// assert_eq!(article.body.text(), "城东公园今天上午正式向市民开放。");
    /// assert_eq!(article.metadata.source, None); // no step of the rule says where it stands
    /// # Ok::<(), zhengwen::Error>(())
    /// ```
    #[must_use]
    pub fn generic(mut self, generic: bool) -> Self {
        self.mode = if generic { Mode::All } else { Mode::RulesOnly };
        self
    }

    /// Reads as if a witness had nothing to say: `evaluate --ablate` measures by it what each is worth. For development only.
    #[doc(hidden)]
    #[must_use]
    pub fn without(mut self, witness: Option<Witness>) -> Self {
        self.without = witness;
        self
    }

    /// Limits other than the default ones.
    #[must_use]
    pub fn limits(mut self, limits: Limits) -> Self {
        self.limits = limits;
        self
    }

    /// Reads a page: an [`Input`], or text or bytes of which nothing else is known.
    ///
    /// ```
    /// use zhengwen::{Input, Parser};
    ///
    /// let page = "<h1>城东公园今起开放</h1><p>城东公园今天上午正式向市民开放。</p>";
    /// let parser = Parser::new();
    /// let article = parser.read(Input::html(page).url("https://news.chengju.example/1.html"))?;
    /// assert_eq!(article.body, parser.read(page.as_bytes())?.body);
    /// # Ok::<(), zhengwen::Error>(())
    /// ```
    ///
    /// # Errors
    /// [`ErrorKind::Empty`] if there is no text at all, [`ErrorKind::Limit`] if the page asks for more than [`Limits`] allow,
    /// [`ErrorKind::NotHtml`] if it is no page but gzip, a picture, a feed, JSON, source code …
    pub fn read<'a>(&self, input: impl Into<Input<'a>>) -> Result<Article, Error> {
        self.take(input.into(), &mut Tracer::off())
    }

    /// Reads a page and tells how each field came about.
    ///
    /// # Errors
    /// As [`read`](Self::read).
    pub fn read_traced<'a>(&self, input: impl Into<Input<'a>>) -> Result<(Article, Trace), Error> {
        let mut tracer = Tracer::on();
        let article = self.take(input.into(), &mut tracer)?;
        Ok((article, tracer.finish()))
    }

    /// [`read`](Self::read) for a page that is text.
    ///
    /// # Errors
    /// As [`read`](Self::read).
    pub fn parse(&self, html: &str) -> Result<Article, Error> {
        self.read(html)
    }

    /// [`read`](Self::read) for text without markup, whatever it looks like: see [`Input::text`].
    ///
    /// # Errors
    /// As [`read`](Self::read).
    pub fn parse_text(&self, text: &str) -> Result<Article, Error> {
        self.read(Input::text(text))
    }

    /// [`read`](Self::read) for a page in bytes, whose charset is found out (see [`decode`]).
    ///
    /// # Errors
    /// As [`read`](Self::read).
    pub fn parse_bytes(&self, bytes: &[u8]) -> Result<Article, Error> {
        self.read(bytes)
    }

    /// [`read_traced`](Self::read_traced) for a page that is text.
    ///
    /// # Errors
    /// As [`read`](Self::read).
    pub fn parse_traced(&self, html: &str) -> Result<(Article, Trace), Error> {
        self.read_traced(html)
    }

    /// [`read_traced`](Self::read_traced) for a page in bytes.
    ///
    /// # Errors
    /// As [`read`](Self::read).
    pub fn parse_bytes_traced(&self, bytes: &[u8]) -> Result<(Article, Trace), Error> {
        self.read_traced(bytes)
    }

    /// Reads HTML that is a body and nothing else: `content:encoded` of a feed, the `content` of an API, what [`Body::html`] wrote.
    ///
    /// All that it shows becomes blocks, but for icons and placeholders; unlike a page's, its credits, links and last lines are not
    /// judged. A line right below a picture may be its caption, as on a page, unless pictures stand in `figure` elements, which say so
    /// themselves. Text without a tag is read line by line. URLs are joined to the parser's [`url`](Self::url); [`Limits`] hold.
    ///
    /// ```
    /// use zhengwen::Parser;
    ///
    /// let content = "<p>城东公园今天开放。</p><img data-src='p/lake.jpg'><p>图为公园湖区。</p><p>责任编辑：张三</p>";
    /// let body = Parser::new().url("https://news.chengju.example/1.html").parse_body(content)?;
    /// assert_eq!(body.text(), "城东公园今天开放。\n责任编辑：张三");
    /// let image = body.images().next().unwrap();
    /// assert_eq!(image.url, "https://news.chengju.example/p/lake.jpg");
    /// assert_eq!(image.caption.as_deref(), Some("图为公园湖区。"));
    /// # Ok::<(), zhengwen::Error>(())
    /// ```
    ///
    /// # Errors
    /// [`ErrorKind::Limit`] if it asks for more than [`Limits`] allow. HTML without text gives an empty body.
    pub fn parse_body(&self, html: &str) -> Result<Body, Error> {
        let page = self.url.as_deref().and_then(input::address);
        let mut body = body::whole(html, &Base::new(page, None), &self.limits)?;
        seal::body(&mut body);
        Ok(body)
    }

    /// Puts what the input says and what the parser says together.
    fn take(&self, input: Input<'_>, tracer: &mut Tracer) -> Result<Article, Error> {
        let markup = !matches!(input.content, Content::Text(_));
        let decoded = match input.content {
            Content::Html(text) | Content::Text(text) => Cow::Borrowed(text),
            Content::Bytes(bytes) => {
                if bytes.len() > self.limits.bytes {
                    return Err(Error::limit(Limit::Bytes, self.limits.bytes, bytes.len()));
                }
                if let Some(looks_like) = decode::no_page(bytes) {
                    return Err(Error::not_html(looks_like));
                }
                let hint = input.content_type.or(self.charset.as_deref());
                let decoded = decode::decode(bytes, hint);
                tracer.note(|t| {
                    t.refused_charset = hint.filter(|h| decode::is_unknown(h)).map(String::from);
                    t.charset = Some(decoded.charset);
                    t.replaced = decoded.replaced;
                });
                decoded.text
            }
        };
        let given = input.url.or(self.url.as_deref());
        let given = given.filter(|url| !url.trim().is_empty());
        let url = given.and_then(input::address).map(String::from);
        if let (Some(given), None) = (given, &url) {
            tracer.note(|t| t.refused_url = Some(given.to_string()));
        }
        if decoded.len() > self.limits.bytes {
            return Err(Error::limit(Limit::Bytes, self.limits.bytes, decoded.len()));
        }
        if decoded.trim().is_empty() {
            return Err(ErrorKind::Empty.into());
        }
        if markup && let Some(looks_like) = decode::no_page_text(&decoded) {
            return Err(Error::not_html(looks_like));
        }
        let page = if markup && decode::is_html(&decoded) {
            match decode::broken_lines(&decoded) {
                Some(lines) => Page::read_text(&lines, url.as_deref(), &self.limits)?,
                None => Page::read(&decoded, url.as_deref(), &self.limits)?,
            }
        } else {
            Page::read_text(&decoded, url.as_deref(), &self.limits)?
        };
        self.article(
            &page,
            &decoded,
            url.as_deref(),
            input.saved.or(self.now),
            tracer,
        )
    }

    /// The order of work, for a page from `given`; `source` is what it was read from.
    fn article(
        &self,
        page: &Page,
        source: &str,
        given: Option<&str>,
        now: Option<DateTime<FixedOffset>>,
        tracer: &mut Tracer,
    ) -> Result<Article, Error> {
        let found = match &self.rule {
            Some(rule) => Some(Found {
                rule: rule.clone(),
                by: "given".to_string(),
                replaces: false,
            }),
            None => self.rules.find(&addresses(page, given), source),
        };
        let rule = found.as_ref().map(|found| &found.rule);
        let template = found
            .as_ref()
            .and_then(|found| found.template(page, tracer));
        let hinted = (!self.hints.is_empty() && !page.dom.is_text()).then(|| {
            let own = template.cloned().unwrap_or_default();
            own.with_hints(&self.hints)
        });
        let template = hinted.as_ref().or(template);
        let mut subject = Subject::new(page, rule, template, &self.limits, self.mode);
        subject.without = self.without;
        let headline = title::find(&subject, tracer);
        let located = Located::new(&subject, headline, tracer);
        let cx = Context::new(&located, given, now);

        let body = body::build(&located, tracer)?;
        let text = body.text();
        let metadata = field::metadata(&cx, &body, &text, tracer);
        let related = related::find(&cx, &metadata.tags, tracer);
        let next_page = next_page::find(&cx, tracer);
        let access = access::find(&cx, &text, tracer);
        let (kind, confidence) = kind::find(&cx, &metadata, &body, &text, tracer);
        trace_steps::note(page, subject.template, tracer);
        tracer.note(|trace| {
            let mut paths = Paths::new(&page.dom);
            trace.spell(|node| paths.of(NodeId(node)));
        });
        let mut article = Article {
            metadata,
            body,
            related,
            kind,
            confidence,
            access,
            // The mark of a publishing system names no site where none of its templates was used.
            site: subject
                .rule
                .filter(|rule| !rule.hosts().is_empty() || subject.template.is_some())
                .map(|rule| SiteId::new(rule.name())),
            next_page,
        };
        seal::article(&mut article);
        tracer.note(|trace| trace.align(article.body.blocks.len()));
        Ok(article)
    }
}

/// The page's address as given, then as the page states it.
fn addresses(page: &Page, given: Option<&str>) -> Vec<Address> {
    let given = given.and_then(url::web).map(|u| ("given URL", u));
    let stated = page
        .addresses()
        .into_iter()
        .filter_map(|(place, text)| Some((place, url::web(&text)?)));
    given.into_iter().chain(stated).collect()
}

impl Article {
    /// Reads a page with the default [`Parser`]; its site is found from the page itself.
    ///
    /// # Errors
    /// Empty input, or a limit exceeded. A page that is no article is not an error: see [`Article::kind`].
    pub fn parse(html: &str) -> Result<Self, Error> {
        Parser::new().parse(html)
    }

    /// Reads a page from bytes: UTF-8, GB18030/GBK/GB2312, Big5 or UTF-16, decided by BOM, declaration and contents.
    ///
    /// # Errors
    /// As [`Article::parse`].
    pub fn parse_bytes(bytes: &[u8]) -> Result<Self, Error> {
        Parser::new().parse_bytes(bytes)
    }

    /// This article, or an error that names the page's kind if it is a list, a 404 page, a captcha …
    ///
    /// # Errors
    /// [`ErrorKind::NotArticle`].
    pub fn article_only(self) -> Result<Self, Error> {
        match self.kind {
            PageKind::Article => Ok(self),
            kind => Err(ErrorKind::NotArticle(kind).into()),
        }
    }
}

impl Body {
    /// Reads HTML that is a body and nothing else, with the default [`Parser`]: see [`Parser::parse_body`].
    ///
    /// What [`Body::html`] wrote is read back to the same text.
    ///
    /// ```
    /// use zhengwen::Body;
    ///
    /// let body = Body::parse("<h2>湖区</h2><p>城东公园<b>今天</b>开放。</p>")?;
    /// assert_eq!(Body::parse(&body.html())?, body);
    /// # Ok::<(), zhengwen::Error>(())
    /// ```
    ///
    /// # Errors
    /// As [`Parser::parse_body`].
    pub fn parse(html: &str) -> Result<Self, Error> {
        Parser::new().parse_body(html)
    }
}
