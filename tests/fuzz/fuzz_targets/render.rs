//! Any page: what is read is rendered without control characters, survives JSON, and its HTML is read to the same text.
#![no_main]

use libfuzzer_sys::fuzz_target;
use zhengwen::{Article, Body, Parser};

fuzz_target!(|html: &str| {
    let parser = Parser::new().url("https://chengju.example/2024/0510/1.html");
    let Ok(article) = parser.parse(html) else {
        return;
    };
    for out in [
        article.body.text(),
        article.body.html(),
        article.body.markdown(),
    ] {
        assert!(
            !out.chars()
                .any(|c| c.is_control() && c != '\n' && c != '\t')
        );
    }
    let letters = |text: String| text.replace(char::is_whitespace, "");
    let again = Body::parse(&article.body.html()).unwrap();
    assert_eq!(letters(again.text()), letters(article.body.text()));
    let json = serde_json::to_string(&article).unwrap();
    assert_eq!(serde_json::from_str::<Article>(&json).unwrap(), article);
});
