//! `Field`: the fields that are looked for on a page, and their names in both languages. Not their values, nor how any is found.

use std::fmt;

use serde::Serialize;

macro_rules! fields {
    ($($(#[$doc:meta])* $variant:ident $name:literal $zh:literal;)*) => {
        /// A field that candidates are weighed for: what a [`FieldTrace`](crate::FieldTrace) is about, and what steps of a rule find.
        ///
        /// ```
        /// use zhengwen::{Article, Field};
        ///
        /// let article = Article::parse("<h1>城东公园今起开放</h1><p>2024-05-10 06:58 来源：橙橘网</p>
        ///     <div><p>城东公园今天上午正式向市民开放，园内步道、湖区和儿童乐园同时启用，全天免费。</p></div>")?;
        /// let found: Vec<String> = Field::ALL
        ///     .iter()
        ///     .filter(|&&field| article.field(field).is_some())
        ///     .map(|field| format!("{field} {}", field.zh()))
        ///     .collect();
        /// assert_eq!(found, ["title 标题", "published 时间", "source 来源", "body 正文", "kind 类型"]);
        /// # Ok::<(), zhengwen::Error>(())
        /// ```
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize)]
        #[serde(rename_all = "snake_case")]
        #[non_exhaustive]
        pub enum Field { $($(#[$doc])* $variant,)* }

        impl Field {
            /// All of them, in the order shown to readers.
            pub const ALL: &[Self] = &[$(Self::$variant),*];
            /// How many there are.
            pub(crate) const COUNT: usize = Self::ALL.len();

            /// The name in JSON and in rules: `lead_image`.
            pub fn as_str(self) -> &'static str {
                match self { $(Self::$variant => $name,)* }
            }

            /// The name in Chinese: `题图`.
            pub fn zh(self) -> &'static str {
                match self { $(Self::$variant => $zh,)* }
            }
        }
    };
}

fields! {
    /// [`Metadata::title`](crate::Metadata::title)
    Title "title" "标题";
    /// [`Metadata::subtitle`](crate::Metadata::subtitle)
    Subtitle "subtitle" "副题";
    /// [`Metadata::summary`](crate::Metadata::summary)
    Summary "summary" "摘要";
    /// [`Metadata::published`](crate::Metadata::published)
    Published "published" "时间";
    /// [`Metadata::updated`](crate::Metadata::updated)
    Updated "updated" "更新";
    /// [`Metadata::authors`](crate::Metadata::authors)
    Authors "authors" "作者";
    /// [`Metadata::source`](crate::Metadata::source)
    Source "source" "来源";
    /// [`Metadata::editors`](crate::Metadata::editors)
    Editors "editors" "责编";
    /// [`Metadata::tags`](crate::Metadata::tags)
    Tags "tags" "标签";
    /// [`Metadata::keywords`](crate::Metadata::keywords)
    Keywords "keywords" "关键词";
    /// [`Metadata::breadcrumb`](crate::Metadata::breadcrumb)
    Breadcrumb "breadcrumb" "位置";
    /// [`Metadata::site_name`](crate::Metadata::site_name)
    SiteName "site_name" "网站";
    /// [`Metadata::canonical_url`](crate::Metadata::canonical_url)
    CanonicalUrl "canonical_url" "网址";
    /// [`Metadata::lead_image`](crate::Metadata::lead_image)
    LeadImage "lead_image" "题图";
    /// [`Article::body`](crate::Article::body)
    Body "body" "正文";
    /// [`Article::related`](crate::Article::related)
    Related "related" "相关";
    /// [`Article::next_page`](crate::Article::next_page)
    NextPage "next_page" "下一页";
    /// [`Article::kind`](crate::Article::kind)
    Kind "kind" "类型";
    /// [`Article::access`](crate::Article::access)
    Access "access" "可读范围";
}

impl fmt::Display for Field {
    /// The name in JSON; pads and aligns as a text does.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.as_str())
    }
}
