//! The lines written: their two shapes, whole and flat. What they hold comes from `Article`; nothing is decided here.

use schemars::JsonSchema;
use serde::Serialize;
use zhengwen::{Article, Time};

use super::record::Fault;

/// The number of the lines' shape, in each line. It goes up when a key is renamed, removed or changes its type; new keys may come
/// without.
pub const SCHEMA: u32 = 1;

/// One record: an article, or why there is none.
#[derive(Debug, Serialize, JsonSchema)]
#[serde(untagged)]
pub enum Line<'a> {
    /// It was read.
    Read(Read<'a>),
    /// It was not.
    Failed(Failed<'a>),
}

/// A record that was read.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Read<'a> {
    /// The number of this shape.
    pub schema: u32,
    /// The record's name, the same in every run: its WARC-Record-ID, its path, the `id` of its line, else where it stands.
    pub id: &'a str,
    /// The address the record names.
    pub url: Option<&'a str>,
    /// What kind of page it is: `article`, `list` …
    pub kind: &'a str,
    /// How sure that is, from 0 to 1.
    pub confidence: f32,
    /// All that was read.
    pub article: &'a Article,
}

/// A record that could not be read.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Failed<'a> {
    /// The number of this shape.
    pub schema: u32,
    /// The record's name, the same in every run.
    pub id: &'a str,
    /// The address the record names.
    pub url: Option<&'a str>,
    /// Why.
    pub error: Failure<'a>,
}

/// Why a record could not be read.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Failure<'a> {
    /// What sort of thing went wrong: `empty`, `limit`, `gzip`, `warc` …
    pub kind: &'a str,
    /// What went wrong and what to do, for people.
    pub message: &'a str,
    /// Where in the input the record stands: `crawl.warc.gz@1234`.
    pub place: &'a str,
}

/// One record on one level: text, numbers, and lists of text. All keys are always there.
#[derive(Debug, Default, Serialize, JsonSchema)]
pub struct Flat {
    /// The number of this shape.
    pub schema: u32,
    /// The record's name, the same in every run.
    pub id: String,
    /// The address the record names.
    pub url: Option<String>,
    /// What kind of page it is: `article`, `list` … Null if it could not be read.
    pub kind: Option<String>,
    /// How sure that is, from 0 to 1.
    pub confidence: Option<f32>,
    /// Whether the page shows its article whole: `whole`, `cut`, `subscribers`, `members`.
    pub access: Option<String>,
    /// The headline.
    pub title: Option<String>,
    /// 副题, 引题.
    pub subtitle: Option<String>,
    /// 摘要, 导读.
    pub summary: Option<String>,
    /// Who wrote it.
    pub authors: Vec<String>,
    /// The outlet it came from.
    pub source: Option<String>,
    /// The address the outlet's name links to.
    pub source_url: Option<String>,
    /// Who edited it.
    pub editors: Vec<String>,
    /// All other credits, role and name: `photographer 张三`.
    pub credits: Vec<String>,
    /// When it was published, as RFC 3339 with zone.
    pub published: Option<String>,
    /// The smallest part of `published` that was shown: `day`, `minute`, `second`.
    pub published_precision: Option<String>,
    /// When it was changed, if the page shows that.
    pub updated: Option<String>,
    /// Tags shown with it.
    pub tags: Vec<String>,
    /// Words of the page's keywords.
    pub keywords: Vec<String>,
    /// The trail shown: 首页, 新闻, 本地.
    pub breadcrumb: Vec<String>,
    /// The site's own name.
    pub site_name: Option<String>,
    /// The page's canonical address.
    pub canonical_url: Option<String>,
    /// The picture that stands for it.
    pub lead_image: Option<String>,
    /// `Hans` or `Hant`.
    pub script: Option<String>,
    /// The body as text, one block a line.
    pub text: Option<String>,
    /// Characters of the text, white space left out (字数).
    pub chars: Option<u64>,
    /// The body as Markdown.
    pub markdown: Option<String>,
    /// Addresses of the pictures in the body.
    pub images: Vec<String>,
    /// Headlines of the other articles offered.
    pub related_titles: Vec<String>,
    /// Their addresses, in the same order; empty for a page that was text without markup.
    pub related_urls: Vec<String>,
    /// Their lists' kinds, in the same order: `related`, `recommended`, `hot`, `latest`.
    pub related_kinds: Vec<String>,
    /// 64 bits that are near each other for reprints (转载) of one text, as 16 hexadecimal digits.
    pub fingerprint: Option<String>,
    /// The site rule used.
    pub site: Option<String>,
    /// The next page of the same article.
    pub next_page: Option<String>,
    /// Why it could not be read: the sort of thing that went wrong. Null if it was read.
    pub error_kind: Option<String>,
    /// What went wrong and what to do.
    pub error_message: Option<String>,
    /// Where in the input the record stands.
    pub error_place: Option<String>,
}

impl Flat {
    /// A record that was read. `wants` tells which of the costly fields are asked for.
    pub fn read(
        id: String,
        url: Option<String>,
        article: Article,
        wants: impl Fn(&str) -> bool,
    ) -> Self {
        let text = wants("text").then(|| article.body.text());
        let markdown = wants("markdown").then(|| article.body.markdown());
        let fingerprint = wants("fingerprint")
            .then(|| article.fingerprint())
            .flatten()
            .map(|f| format!("{:016x}", f.bits()));
        let images = article.body.images().map(|i| i.url.clone()).collect();
        let m = article.metadata;
        let mut flat = Self {
            schema: SCHEMA,
            id,
            url,
            kind: Some(article.kind.as_str().to_string()),
            confidence: Some(article.confidence),
            access: Some(article.access.as_str().to_string()),
            title: m.title,
            subtitle: m.subtitle,
            summary: m.summary,
            authors: m.authors,
            editors: m.editors,
            published_precision: m
                .published
                .as_ref()
                .map(|t| t.precision.as_str().to_string()),
            published: m.published.as_ref().map(moment),
            updated: m.updated.as_ref().map(moment),
            tags: m.tags,
            keywords: m.keywords,
            breadcrumb: m.breadcrumb,
            site_name: m.site_name,
            canonical_url: m.canonical_url,
            lead_image: m.lead_image,
            script: m.script.map(|s| s.as_str().to_string()),
            text,
            chars: Some(article.body.chars() as u64),
            markdown,
            images,
            fingerprint,
            site: article.site.map(|s| s.as_str().to_string()),
            next_page: article.next_page,
            ..Self::default()
        };
        if let Some(source) = m.source {
            flat.source = Some(source.name);
            flat.source_url = source.url;
        }
        for credit in m.credits {
            let role = credit.role.as_str();
            flat.credits
                .extend(credit.names.iter().map(|name| format!("{role} {name}")));
        }
        for list in article.related {
            let kind = list.kind.as_str();
            for item in list.items {
                flat.related_titles.push(item.title);
                flat.related_urls.push(item.url.unwrap_or_default());
                flat.related_kinds.push(kind.to_string());
            }
        }
        flat
    }

    /// A record that was not.
    pub fn failed(id: String, url: Option<String>, fault: Fault, place: String) -> Self {
        Self {
            schema: SCHEMA,
            id,
            url,
            error_kind: Some(fault.sort.as_str().to_string()),
            error_message: Some(fault.message),
            error_place: Some(place),
            ..Self::default()
        }
    }

    /// The names of all fields, in their order.
    pub fn names() -> Vec<String> {
        match serde_json::to_value(Self::default()) {
            Ok(serde_json::Value::Object(fields)) => fields.keys().cloned().collect(),
            _ => Vec::new(),
        }
    }
}

fn moment(time: &Time) -> String {
    time.value.to_rfc3339()
}
