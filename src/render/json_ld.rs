//! An article as JSON-LD by schema.org. Reading it is `page`'s business.

use std::collections::HashSet;

use serde_json::{Map, Value, json};

use crate::article::{Access, Article, Role};
use crate::render::front_matter::{language, time};
use crate::render::shared::safe_url;

pub(super) fn render(article: &Article) -> String {
    let meta = &article.metadata;
    let mut out = Map::new();
    let mut put = |key: &str, value: Value| {
        let nothing = match &value {
            Value::Null => true,
            Value::Array(items) => items.is_empty(),
            Value::String(text) => text.is_empty(),
            _ => false,
        };
        if !nothing {
            out.insert(key.to_owned(), value);
        }
    };
    put("@context", json!("https://schema.org"));
    put("@type", json!("NewsArticle"));
    put("headline", json!(meta.title));
    put("alternativeHeadline", json!(meta.subtitle));
    put("description", json!(meta.summary));
    put("author", named("Person", &meta.authors));
    put("editor", named("Person", &meta.editors));
    let credited = |translators: bool| {
        let credits = meta.credits.iter();
        let of = credits.filter(|credit| (credit.role == Role::Translator) == translators);
        of.flat_map(|credit| credit.names.clone())
            .collect::<Vec<_>>()
    };
    put("translator", named("Person", &credited(true)));
    put("contributor", named("Person", &credited(false)));
    if let Some(source) = &meta.source {
        let mut value = json!({"@type": "Organization", "name": source.name});
        if let Some(url) = safe(source.url.as_ref()) {
            value["url"] = json!(url);
        }
        put("sourceOrganization", value);
    }
    if let Some(name) = &meta.site_name {
        put("publisher", json!({"@type": "Organization", "name": name}));
    }
    put("datePublished", json!(meta.published.as_ref().map(time)));
    put("dateModified", json!(meta.updated.as_ref().map(time)));
    let mut keywords = meta.tags.clone();
    keywords.extend(
        meta.keywords
            .iter()
            .filter(|k| !meta.tags.contains(k))
            .cloned(),
    );
    put("keywords", json!(keywords));
    put("articleSection", json!(meta.breadcrumb));
    put("inLanguage", json!(meta.script.and_then(language)));
    put("url", json!(safe(meta.canonical_url.as_ref())));
    put("mainEntityOfPage", json!(safe(meta.canonical_url.as_ref())));
    let mut seen = HashSet::new();
    let pictures = article.body.images().map(|image| &image.url);
    let images = safe(meta.lead_image.as_ref())
        .into_iter()
        .chain(pictures.filter_map(|url| safe(Some(url))));
    let images: Vec<_> = images.filter(|url| seen.insert(*url)).collect();
    put("image", json!(images));
    if article.access == Access::Subscribers {
        put("isAccessibleForFree", json!(false));
    }
    put("wordCount", json!(article.body.chars()));
    put("articleBody", json!(article.body.text()));
    // `</script>` and `<!--` would end or hide the element that it stands in.
    Value::Object(out).to_string().replace('<', "\\u003c")
}

fn safe(url: Option<&String>) -> Option<&str> {
    url.map(String::as_str).filter(|url| safe_url(url))
}

fn named(kind: &str, names: &[String]) -> Value {
    names
        .iter()
        .map(|name| json!({"@type": kind, "name": name}))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::article::{Credit, Precision, Source, Time};
    use crate::body::{Block, Body, Image, Inline};
    use crate::parser::Parser;

    fn sample() -> Article {
        let mut article = Article::default();
        let meta = &mut article.metadata;
        meta.title = Some("城东公园今起开放</script>".into());
        meta.authors = vec!["张三".into(), "李四".into()];
        meta.credits = vec![
            Credit::new(Role::Translator, vec!["王小明".into()]),
            Credit::new(Role::Photographer, vec!["李小红".into()]),
        ];
        meta.source = Some(Source::new("橙橘网"));
        let moment = chrono::DateTime::parse_from_rfc3339("2024-05-10T06:58:00+08:00").unwrap();
        meta.published = Some(Time::new(moment, Precision::Minute, "2024-05-10 06:58"));
        meta.updated = Some(Time::new(moment, Precision::Day, "2024-05-10"));
        meta.canonical_url = Some("https://chengju.example/1.html".into());
        meta.lead_image = Some("https://chengju.example/1.jpg".into());
        let image = |url: &str| Block::Image(Image::new(url));
        article.body = Body::new(vec![
            Block::paragraph(vec![Inline::text(
                "城东公园今天上午正式向市民开放，园内步道、湖区和儿童乐园同时启用。",
            )]),
            image("https://chengju.example/1.jpg"),
            image("https://chengju.example/2.jpg"),
            image("javascript:alert(1)"),
        ]);
        article
    }

    #[test]
    fn fields_of_schema_org() {
        let json = sample().to_json_ld();
        assert!(!json.contains("</script>"));
        let value: Value = serde_json::from_str(&json).unwrap();
        for (pointer, expected) in [
            ("/@type", json!("NewsArticle")),
            ("/headline", json!("城东公园今起开放</script>")),
            ("/author/1/name", json!("李四")),
            ("/translator/0/name", json!("王小明")),
            ("/contributor/0/name", json!("李小红")),
            ("/sourceOrganization/name", json!("橙橘网")),
            ("/datePublished", json!("2024-05-10T06:58:00+08:00")),
            ("/dateModified", json!("2024-05-10")),
            (
                "/image",
                json!([
                    "https://chengju.example/1.jpg",
                    "https://chengju.example/2.jpg"
                ]),
            ),
            ("/wordCount", json!(33)),
        ] {
            assert_eq!(value.pointer(pointer), Some(&expected), "{pointer}");
        }
        for key in [
            "editor",
            "keywords",
            "description",
            "publisher",
            "inLanguage",
        ] {
            assert_eq!(value.get(key), None, "{key}");
        }
    }

    #[test]
    fn what_is_written_is_read() {
        let article = sample();
        let html = format!(
            "<script type=application/ld+json>{}</script><h1>城东公园今起开放</h1>{}",
            article.to_json_ld(),
            article.body.html()
        );
        let read = Parser::new().parse(&html).unwrap();
        assert_eq!(read.metadata.authors, ["张三", "李四"]);
        let published = |a: &Article| a.metadata.published.as_ref().unwrap().value;
        assert_eq!(published(&read), published(&article));
        assert_eq!(read.metadata.canonical_url, article.metadata.canonical_url);
        assert_eq!(read.metadata.lead_image, article.metadata.lead_image);
    }
}
