//! A whole article as text, Markdown and JSON-LD: its body and what stands above it.

use crate::article::Article;
use crate::render::options::MarkdownOptions;
use crate::render::{front_matter, json_ld, markdown};

impl Article {
    /// The title and the body as plain text, one block a line: see [`Body::text`](crate::Body::text).
    ///
    /// Costs about 0.7 instructions per byte of the page, where reading the page takes some eighty.
    ///
    /// ```
    /// let article = zhengwen::Article::parse("<h1>城东公园今起开放</h1><p>城东公园今天上午正式向市民开放。</p><p>全天免费。</p>")?;
    /// assert_eq!(article.text(), "城东公园今起开放\n城东公园今天上午正式向市民开放。\n全天免费。");
    /// # Ok::<(), zhengwen::Error>(())
    /// ```
    pub fn text(&self) -> String {
        let title = self.metadata.title.as_deref().map(str::trim);
        join(
            [title.unwrap_or_default().to_owned(), self.body.text()],
            "\n",
        )
    }

    /// The article as Markdown (see [`Body::markdown`](crate::Body::markdown)), with what the options ask for.
    ///
    /// Costs about 1.7 instructions per byte of the page.
    ///
    /// ```
    /// use zhengwen::{Article, MarkdownOptions};
    ///
    /// let article = Article::parse(r#"<h1>城东公园今起开放</h1><p>2024-05-10 06:58 来源：橙橘网 作者：张三</p>
    ///     <p>城东公园今天上午正式向市民开放，<a href="https://chengju.example/yuyue">预约</a>免费。</p>
    ///     <p>园内步道、湖区和儿童乐园同时启用。</p>"#)?;
    /// let note = article.markdown(&MarkdownOptions::new().front_matter(true));
    /// assert_eq!(note, r#"---
    /// title: "城东公园今起开放"
    /// authors: ["张三"]
    /// source: "橙橘网"
    /// published: 2024-05-10T06:58:00+08:00
    /// lang: zh-Hans
    /// ---
    ///
    /// ## 城东公园今起开放
    ///
    /// 城东公园今天上午正式向市民开放，[预约](https://chengju.example/yuyue)免费。
    ///
    /// 园内步道、湖区和儿童乐园同时启用。"#.replace("## ", "# "));
    ///
    /// let model = article.markdown(&MarkdownOptions::new().links(false).compact(true));
    /// assert_eq!(model.lines().count(), 3);
    /// assert!(model.contains("正式向市民开放，预约免费。"));
    /// # Ok::<(), zhengwen::Error>(())
    /// ```
    pub fn markdown(&self, options: &MarkdownOptions) -> String {
        let head = if options.front_matter {
            front_matter::render(self)
        } else {
            String::new()
        };
        let title = self.metadata.title.as_deref().filter(|_| options.title);
        let title = title.map(markdown::title).unwrap_or_default();
        let gap = if options.compact { "\n" } else { "\n\n" };
        let text = join([title, markdown::render(&self.body.blocks, *options)], gap);
        join([head, text], gap)
    }

    /// The article as JSON-LD: a `NewsArticle` of schema.org, its text in `articleBody`. Safe to stand in a `script` element.
    ///
    /// Fields without a value are left out. A time known to the day is a date. `wordCount` is [`Body::chars`](crate::Body::chars).
    /// Costs about 1.5 instructions per byte of the page.
    ///
    /// ```
    /// let article = zhengwen::Article::parse("<h1>城东公园今起开放</h1><p>2024-05-10 来源：橙橘网 作者：张三</p>
    ///     <p>城东公园今天上午正式向市民开放，全天免费。</p>")?;
    /// let json = article.to_json_ld();
    /// assert!(json.contains(r#""headline":"城东公园今起开放""#));
    /// assert!(json.contains(r#""author":[{"@type":"Person","name":"张三"}]"#));
    /// assert!(json.contains(r#""datePublished":"2024-05-10""#));
    /// # Ok::<(), zhengwen::Error>(())
    /// ```
    pub fn to_json_ld(&self) -> String {
        json_ld::render(self)
    }
}

fn join(parts: [String; 2], gap: &str) -> String {
    let parts = parts.into_iter().filter(|part| !part.is_empty());
    parts.collect::<Vec<_>>().join(gap)
}
