//! The article in a page's state, for pages whose elements hold none and that no rule knows: the object with the most prose in a field
//! called so. Which blobs a page has and how they are read is `json`'s business.

use serde_json::{Map, Value, json};

use crate::content::tuning::story::{PROSE_MIN, TITLE_CHARS, VALUES_MAX};
use crate::page::json;

/// Fields that hold an article's text, as HTML or lines.
const BODY: &[&str] = &[
    "content",
    "body",
    "articleBody",
    "article_body",
    "contentHtml",
    "content_html",
    "html",
    "text",
    "detail",
    "articleContent",
    "article_content",
    "newsContent",
    "news_content",
    "free_content",
    "contents",
    "data",
];
const TITLE: &[&str] = &[
    "title",
    "headline",
    "articleTitle",
    "newsTitle",
    "news_title",
    "subject",
];
const TIME: &[&str] = &[
    "publishTime",
    "publish_time",
    "publishedAt",
    "published_at",
    "publishDate",
    "pubTime",
    "pubtime",
    "pubDate",
    "newsTime",
    "datePublished",
    "firstPublishTime",
    "createdAt",
    "created_at",
    "createTime",
    "create_time",
    "ctime",
    "time",
    "date",
];
const SOURCE: &[&str] = &[
    "source",
    "sourceName",
    "source_name",
    "media",
    "mediaName",
    "media_name",
];
const AUTHOR: &[&str] = &[
    "author",
    "authorName",
    "author_name",
    "authors",
    "writer",
    "reporter",
];

/// A text, the object it is a field of, and the nearest object around it that has a title.
#[derive(Clone, Copy)]
struct Story<'a> {
    text: &'a str,
    own: &'a Map<String, Value>,
    titled: Option<&'a Map<String, Value>>,
}

/// The article in these states, in the words of JSON-LD: `headline`, `articleBody`, `datePublished`, `author`, `source`.
pub(crate) fn find(states: &[Value]) -> Option<Value> {
    let mut best: Option<(usize, Story<'_>)> = None;
    // With each value the nearest object around it that has a title.
    let mut stack: Vec<(&Value, Option<&Map<String, Value>>)> =
        states.iter().rev().map(|state| (state, None)).collect();
    let mut left = VALUES_MAX;
    while let Some((value, titled)) = stack.pop() {
        left = left.checked_sub(1)?;
        match value {
            Value::Array(items) => stack.extend(items.iter().rev().map(|item| (item, titled))),
            Value::Object(map) => {
                let titled = title(map).map(|_| map).or(titled);
                for text in BODY.iter().filter_map(|key| map.get(*key)?.as_str()) {
                    let prose = prose(text);
                    if prose >= PROSE_MIN && best.is_none_or(|(most, _)| prose > most) {
                        best = Some((
                            prose,
                            Story {
                                text,
                                own: map,
                                titled,
                            },
                        ));
                    }
                }
                let nested = map.values().rev().filter(|v| v.is_object() || v.is_array());
                stack.extend(nested.map(|value| (value, titled)));
            }
            _ => {}
        }
    }
    let (_, Story { text, own, titled }) = best?;
    let field = |keys: &[&str]| {
        [Some(own), titled]
            .into_iter()
            .flatten()
            .flat_map(|map| keys.iter().filter_map(|key| map.get(*key)))
            .flat_map(json::texts)
            .find(|text| !text.is_empty())
    };
    Some(json!({
        "@type": "NewsArticle",
        "headline": titled.and_then(title),
        "articleBody": text,
        "datePublished": field(TIME),
        "author": field(AUTHOR),
        "source": field(SOURCE),
    }))
}

fn title(map: &Map<String, Value>) -> Option<&str> {
    let found = TITLE.iter().filter_map(|key| map.get(*key)?.as_str());
    let mut found = found.map(str::trim);
    found.find(|title| TITLE_CHARS.contains(&title.chars().count()))
}

/// Chinese characters of a text with sentences, its markup aside.
fn prose(text: &str) -> usize {
    if text.len() < PROSE_MIN * 3 || !text.contains('。') {
        return 0;
    }
    text.chars()
        .filter(|c| ('\u{4e00}'..='\u{9fff}').contains(c))
        .count()
}

#[cfg(test)]
mod tests {
    use crate::Article;

    const TEXT: &str = "<p>城东公园今天上午正式向市民开放，园内步道、湖区和儿童乐园同时启用，全天免费，首日迎来三千多名游客。</p><p>公园占地三十公顷，前身是一片旧厂房。改造历时三年，保留了两座水塔和一段铁轨，铁轨旁种上了两百棵樱花。</p><p>管理处提醒，游客入园请走东门，自行车停在门外，不要把零食带进湖区。</p>";

    #[test]
    fn articles_in_state_are_read() {
        let json = serde_json::json!({
            "page": {"list": [{"title": "城西公园明年动工", "content": "短"}]},
            "detail": {"title": "城东公园今起开放", "content": TEXT, "publish_time": "2024-05-10 06:58:00", "source": "橙橘晚报", "author": {"name": "张三"}},
        })
        .to_string();
        let string = serde_json::to_string(&json).unwrap();
        let literal = format!(
            "{{detail:{{title:'城东公园今起开放',content:'{TEXT}',publish_time:'2024-05-10 06:58:00',source:'橙橘晚报',author:{{name:'张三'}}}},top:!0}}"
        );
        let encoded =
            percent_encoding::utf8_percent_encode(&json, percent_encoding::NON_ALPHANUMERIC);
        let scripts = [
            format!("<script id=__NEXT_DATA__ type=application/json>{json}</script>"),
            format!("<script>window.__INITIAL_STATE__ = {json};(function(){{}}())</script>"),
            format!("<script>var _data=JSON.parse({string});</script>"),
            format!("<script>window.data = {literal};</script>"),
            format!("<script id=RENDER_DATA type=application/json>{encoded}</script>"),
        ];
        for script in &scripts {
            let html = format!(
                "<title>城东公园今起开放 - 橙橘网</title><div id=root>加载中</div>{script}"
            );
            let article = Article::parse(&html).unwrap();
            let meta = &article.metadata;
            assert_eq!(article.body.blocks.len(), 3, "{script}");
            assert_eq!(meta.title.as_deref(), Some("城东公园今起开放"));
            assert_eq!(meta.published.as_ref().unwrap().raw, "2024-05-10 06:58:00");
            assert_eq!(meta.source.as_ref().unwrap().name, "橙橘晚报");
            assert_eq!(meta.authors, ["张三"]);
        }
    }

    #[test]
    fn pages_with_text_of_their_own_are_not_looked_through() {
        let other = "<p>城西图书馆今天上午重新开放，馆内新增一百二十个座位和一间自习室，开放时间延长到晚上九点。</p>".repeat(12);
        let html = format!(
            "<h1>城西图书馆重新开放</h1><div class=content>{other}</div><script>var a={{\"title\":\"城东公园今起开放\",\"content\":\"{TEXT}\"}}</script>"
        );
        let article = Article::parse(&html).unwrap();
        assert_eq!(
            article.metadata.title.as_deref(),
            Some("城西图书馆重新开放")
        );
        assert!(!article.body.text().contains("城东"));
    }
}
