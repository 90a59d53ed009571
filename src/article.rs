//! The result types: `Article`, its metadata and its related lists. Not the body (see `body`) and not how any field is found.

use std::fmt;

use chrono::{DateTime, FixedOffset};
use serde::{Deserialize, Serialize};

use crate::article::field::Field;
use crate::body::Body;

pub(crate) mod field;

/// One page of Chinese news, read.
///
/// Plain owned data: it can be sent to another thread, stored, compared and written as JSON and back.
/// A field that the page does not have is `None` or empty; it is never an error.
///
/// In JSON all keys of an article and of its metadata are there, those without a value as `null` or `[]`. A name that this version does
/// not know (a new [`Role`], a new [`PageKind`]) is read as `Other`, so that programs go on reading what a newer version wrote.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Article {
    /// What the page says about the article: title, credits, times, tags …
    pub metadata: Metadata,
    /// The article itself, as a typed tree in document order.
    pub body: Body,
    /// Lists of *other* articles offered around this one: 为您推荐, 相关阅读, 24小时热文 …
    #[serde(default)]
    pub related: Vec<RelatedList>,
    /// What kind of page this is. Lists, 404 and captcha pages parse too; look here before using the rest.
    pub kind: PageKind,
    /// How sure `kind` is, from 0 to 1. On the corpus this crate is measured on, answers of 0.9 and more are right about 9 times in 10.
    pub confidence: f32,
    /// Whether the page shows the article whole, by what it says itself: 展开全文, 订阅后继续阅读, `isAccessibleForFree` in JSON-LD.
    #[serde(default)]
    pub access: Access,
    /// The site rule that was used, if any: `人民网`.
    #[serde(default)]
    pub site: Option<SiteId>,
    /// Absolute URL of the next page of the same article (下一页, 余下全文), where it has several. See [`Article::join`].
    #[serde(default)]
    pub next_page: Option<String>,
}

/// An article with nothing in it, for tests to fill: `Article`, and sure of it.
///
/// ```
/// use zhengwen::{Article, Body, Precision, Time};
/// use zhengwen::chrono::DateTime;
///
/// let mut article = Article::default();
/// article.metadata.title = Some("城东公园今起开放".into());
/// article.metadata.published = Some(Time::new(
///     DateTime::parse_from_rfc3339("2024-05-10T06:58:00+08:00")?,
///     Precision::Minute,
///     "2024-05-10 06:58",
/// ));
/// article.body = Body::parse("<p>城东公园今天上午正式向市民开放。</p>")?;
/// assert_eq!(article.clone().article_only()?, article);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
impl Default for Article {
    fn default() -> Self {
        Self {
            metadata: Metadata::default(),
            body: Body::default(),
            related: Vec::new(),
            kind: PageKind::Article,
            confidence: 1.0,
            access: Access::Whole,
            site: None,
            next_page: None,
        }
    }
}

/// What the page says about its article. Field meanings are the same whichever site, rule or heuristic they came from.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[serde(default)]
#[non_exhaustive]
pub struct Metadata {
    /// The headline shown above the article, without suffixes of site and channel:
    /// `城东公园今起开放`, not `城东公园今起开放_本地新闻_橙橘网`.
    pub title: Option<String>,
    /// 副题, 引题, 肩题 shown as such: `——新园区三年建成记`.
    pub subtitle: Option<String>,
    /// 摘要, 导读, 核心提示; else the page's own description, if it is about this article. Never text cut from the body.
    pub summary: Option<String>,
    /// People or desks credited with writing, after 作者, 文, 撰文, 记者, 通讯员, 記者…／台北報導: `["张三", "李四"]`.
    /// Names only. An editor (责编) is never an author.
    pub authors: Vec<String>,
    /// The outlet after 来源, 稿源, 转自, or named in the info line; on self-media platforms, the account: `新华社`.
    pub source: Option<Source>,
    /// Names after 责任编辑, 责编, 编辑, 編輯, without desk codes: `王小明_NE0001` reads `["王小明"]`.
    pub editors: Vec<String>,
    /// All other credits by role: 校对, 审核, 监制, 摄影, 翻译 …
    pub credits: Vec<Credit>,
    /// The time shown, at +08:00 unless the page names another zone: `发布时间：2024-05-10 06:58`. A lone 更新时间 counts as this one.
    pub published: Option<Time>,
    /// Only where the page shows an update time besides the time of publication: `更新：2024-05-10 09:30`.
    /// A `dateModified` that only machines see is none: publishing systems stamp every save.
    pub updated: Option<Time>,
    /// Tags shown with the article, after 标签, 本文标签, 关键词, 關鍵字, 话题: `["公园", "绿地"]`.
    pub tags: Vec<String>,
    /// Words of `<meta name=keywords>`, unless they only repeat the title or name the site.
    pub keywords: Vec<String>,
    /// The trail shown (当前位置：首页 > 新闻 > 本地), without a final 正文 or the title: `["首页", "新闻", "本地"]`.
    pub breadcrumb: Vec<String>,
    /// The name of the site as it calls itself: `橙橘网`.
    pub site_name: Option<String>,
    /// Absolute canonical URL of the page (`link rel=canonical`, `og:url`, JSON-LD, else the URL given to the parser), without fragment
    /// and without parameters that only tell where a reader came from: `utm_source`, `from=timeline`, `spm`.
    pub canonical_url: Option<String>,
    /// Absolute URL of the picture that stands for the article (`og:image`, JSON-LD), if it is not a logo; else the body's first picture.
    pub lead_image: Option<String>,
    /// The script the article is written in: simplified or traditional characters.
    pub script: Option<Script>,
}

/// The outlet an article came from, with its link where the page gives one.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Source {
    /// `新华社`, without the label 来源 and without the controls beside it.
    pub name: String,
    /// Absolute URL the name links to.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub url: Option<String>,
}

impl Source {
    /// A source without a link.
    pub fn new(name: impl Into<String>) -> Self {
        Self {
            name: name.into(),
            url: None,
        }
    }
}

/// Names credited in one role other than author and editor.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Credit {
    /// What they did.
    pub role: Role,
    /// Names only, in the order shown.
    pub names: Vec<String>,
}

impl Credit {
    /// Names in one role.
    pub fn new(role: Role, names: Vec<String>) -> Self {
        Self { role, names }
    }
}

/// What a credited person did, other than writing (`authors`) and editing (`editors`).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum Role {
    /// 摄影, 图, 攝影, 圖, 摄: took or made the pictures.
    Photographer,
    /// 摄像, 视频, 剪辑, 影音: made the video.
    Video,
    /// 翻译, 编译 where an author stands beside it, 譯者.
    Translator,
    /// 校对, 审校, 核稿.
    Proofreader,
    /// 审核, 初审, 复审, 终审, 审签, 監審: passed it for publication.
    Reviewer,
    /// 监制, 出品人, 總監.
    Producer,
    /// 策划, 统筹.
    Planner,
    /// 主编, 总编辑, 值班编委.
    ChiefEditor,
    /// 设计, 制图, 美编, 排版, 海报.
    Designer,
    /// 主播, 主持, 播音, 配音, 朗读.
    Presenter,
    /// 实习生, 实习编辑 where no other role is named.
    Intern,
    /// 供稿, 推荐: sent the piece in.
    Contributor,
    /// A role that this version does not know, in JSON that a newer one wrote.
    #[serde(other)]
    Other,
}

/// A moment the page shows, with how exactly it was shown.
///
/// ```
/// # let html = "<h1>城东公园今起开放</h1><p>2024年05月10日 06:58 来源：橙橘网</p><p>城东公园今天上午正式向市民开放，园内步道、湖区和儿童乐园同时启用。</p>";
/// let article = zhengwen::Article::parse(html)?;
/// let time = article.metadata.published.unwrap();
/// assert_eq!(time.value.to_rfc3339(), "2024-05-10T06:58:00+08:00");
/// assert_eq!(time.precision, zhengwen::Precision::Minute);
/// assert_eq!(time.raw, "2024年05月10日 06:58");
/// # Ok::<(), zhengwen::Error>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Time {
    /// The moment, at +08:00 unless the page names another zone. Parts not shown are zero (see `precision`).
    pub value: DateTime<FixedOffset>,
    /// The smallest part that was shown.
    pub precision: Precision,
    /// The text it was read from, as shown: `2024年05月10日 06:58`.
    pub raw: String,
}

impl Time {
    /// A time read from `raw`.
    pub fn new(value: DateTime<FixedOffset>, precision: Precision, raw: impl Into<String>) -> Self {
        Self {
            value,
            precision,
            raw: raw.into(),
        }
    }
}

/// How exactly a time was shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum Precision {
    /// `2024年5月10日`
    Day,
    /// `2024-05-10 06:58`
    Minute,
    /// `2024-05-10 06:58:12`
    Second,
    /// A precision that this version does not know, in JSON that a newer one wrote.
    #[serde(other)]
    Other,
}

/// Chinese script.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub enum Script {
    /// 简体
    Hans,
    /// 繁體
    Hant,
    /// A script that this version does not know, in JSON that a newer one wrote.
    #[serde(other, rename = "other")]
    Other,
}

/// A list of other articles offered around this one.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct RelatedList {
    /// The label shown above it, as shown: `为您推荐`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub label: Option<String>,
    /// What sort of list it is, judged by its label and place.
    pub kind: RelatedKind,
    /// Its items, in the order shown.
    pub items: Vec<RelatedItem>,
}

impl RelatedList {
    /// A list under a label.
    pub fn new(label: Option<String>, kind: RelatedKind, items: Vec<RelatedItem>) -> Self {
        Self { label, kind, items }
    }
}

/// What sort of list a [`RelatedList`] is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum RelatedKind {
    /// About the same matter: 相关阅读, 相关新闻, 延伸閱讀.
    Related,
    /// Offered to this reader: 为您推荐, 猜你喜欢, 推荐阅读.
    Recommended,
    /// Much read: 热门, 排行, 24小时热文.
    Hot,
    /// New, or next in time: 最新, 滚动, 上一篇/下一篇.
    Latest,
    /// A sort that this version does not know, in JSON that a newer one wrote.
    #[serde(other)]
    Other,
}

/// One article in a [`RelatedList`].
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct RelatedItem {
    /// Its headline.
    pub title: String,
    /// Its absolute URL (relative only where neither the page nor the caller gave a base). `None` where the page is text without
    /// markup, which has no addresses.
    pub url: Option<String>,
    /// The summary shown below the headline.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub summary: Option<String>,
    /// The time shown beside it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub published: Option<Time>,
    /// Absolute URL of the picture shown beside it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub image: Option<String>,
}

impl RelatedItem {
    /// A bare link.
    pub fn new(title: impl Into<String>, url: impl Into<String>) -> Self {
        Self {
            title: title.into(),
            url: Some(url.into()),
            summary: None,
            published: None,
            image: None,
        }
    }

    /// A headline of which no more is known.
    pub(crate) fn of_text(title: impl Into<String>) -> Self {
        Self {
            url: None,
            ..Self::new(title, "")
        }
    }

    /// Its URL as a text: empty where there is none.
    pub(crate) fn address(&self) -> &str {
        self.url.as_deref().unwrap_or_default()
    }
}

/// What kind of page was given.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum PageKind {
    /// One article of text, with or without pictures.
    Article,
    /// A home page, channel, topic or search page: links to articles.
    List,
    /// A series of pictures with captions (图集).
    Gallery,
    /// A video or audio item with little text.
    Video,
    /// A live blog (直播).
    Live,
    /// 404, 页面不存在, 已删除.
    Missing,
    /// 验证码, 访问过于频繁, 登录后查看: the site did not show the page.
    Blocked,
    /// None of these: a forum thread, a shop item, an encyclopedia entry, an empty shell that waits for scripts. Also a kind that
    /// this version does not know, in JSON that a newer one wrote.
    #[serde(other)]
    Other,
}

/// Whether a page shows its article whole, and to whom the rest is shown, by what the page says.
///
/// Papers that call an article theirs for subscribers may send its text all the same; look at the body's length too.
///
/// ```
/// use zhengwen::{Access, Article};
///
/// let cut = Article::parse("<h1>城东公园今起开放</h1><p>2024-05-10 06:58 来源：橙橘网</p>
///     <p>城东公园今天上午正式向市民开放，园内步道、湖区和儿童乐园同时启用，全天免费。</p><p>本文共计1561字 订阅后继续阅读</p>")?;
/// assert_eq!(cut.access, Access::Subscribers);
/// # Ok::<(), zhengwen::Error>(())
/// ```
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
pub enum Access {
    /// The page says nothing else.
    #[default]
    Whole,
    /// The text breaks off, and a click or an app shows the rest: 展开全文, 打开APP阅读全文, 剩余80%.
    Cut,
    /// For who pays: 订阅后继续阅读, 付费阅读全文, 试读结束.
    Subscribers,
    /// For who signs in, or belongs to a club: 登录后查看全文, 会员专享.
    Members,
    /// An access that this version does not know, in JSON that a newer one wrote.
    #[serde(other)]
    Other,
}

/// The name of a site rule: `人民网`.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[serde(transparent)]
pub struct SiteId(String);

impl SiteId {
    /// The rule of this name.
    pub fn new(name: impl Into<String>) -> Self {
        Self(name.into())
    }

    /// The name as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for SiteId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// What an article has of a field, whichever type it is of.
#[derive(Debug, Clone, Copy, PartialEq)]
#[non_exhaustive]
pub enum FieldValue<'a> {
    /// A text or an address.
    Text(&'a str),
    /// Names, tags, or the steps of a trail; never none.
    List(&'a [String]),
    /// A moment.
    Time(&'a Time),
    /// The outlet.
    Source(&'a Source),
    /// The article itself; never empty.
    Body(&'a Body),
    /// Lists of other articles; never none.
    Related(&'a [RelatedList]),
    /// What sort of page it is.
    Kind(PageKind),
    /// To whom the article is shown; never [`Access::Whole`].
    Access(Access),
}

impl Article {
    /// What the article has of a field; for who treats all fields alike. `None` if it lacks it.
    pub fn field(&self, field: Field) -> Option<FieldValue<'_>> {
        let m = &self.metadata;
        match field {
            Field::Title => m.title.as_deref().map(FieldValue::Text),
            Field::Subtitle => m.subtitle.as_deref().map(FieldValue::Text),
            Field::Summary => m.summary.as_deref().map(FieldValue::Text),
            Field::Published => m.published.as_ref().map(FieldValue::Time),
            Field::Updated => m.updated.as_ref().map(FieldValue::Time),
            Field::Authors => list(&m.authors),
            Field::Source => m.source.as_ref().map(FieldValue::Source),
            Field::Editors => list(&m.editors),
            Field::Tags => list(&m.tags),
            Field::Keywords => list(&m.keywords),
            Field::Breadcrumb => list(&m.breadcrumb),
            Field::SiteName => m.site_name.as_deref().map(FieldValue::Text),
            Field::CanonicalUrl => m.canonical_url.as_deref().map(FieldValue::Text),
            Field::LeadImage => m.lead_image.as_deref().map(FieldValue::Text),
            Field::Body => (!self.body.is_empty()).then_some(FieldValue::Body(&self.body)),
            Field::Related => {
                (!self.related.is_empty()).then_some(FieldValue::Related(&self.related))
            }
            Field::Access => {
                (self.access != Access::Whole).then_some(FieldValue::Access(self.access))
            }
            Field::Kind => Some(FieldValue::Kind(self.kind)),
            Field::NextPage => self.next_page.as_deref().map(FieldValue::Text),
        }
    }
}

fn list(values: &[String]) -> Option<FieldValue<'_>> {
    (!values.is_empty()).then_some(FieldValue::List(values))
}
