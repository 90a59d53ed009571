//! Any text where fields are read: title, metas, info line, first and last paragraph, labels, addresses.
#![no_main]

#[path = "../../common/invariants.rs"]
mod invariants;

use libfuzzer_sys::fuzz_target;
use zhengwen::Parser;

fuzz_target!(|text: &str| {
    let text = text.replace('<', "&lt;").replace('"', "&quot;");
    let html = format!(
        "<title>{text}</title><meta name=author content=\"{text}\"><meta name=pubdate content=\"{text}\">\
         <meta name=source content=\"{text}\"><meta name=keywords content=\"{text}\"><div class=crumb><a href=/>{text}</a> &gt; <a href=\"{text}\">新闻</a></div>\
         <h1>城东公园今起开放</h1><p>{text}</p><p>来源：{text} 作者：{text} 时间：{text}</p>\
         <div class=content><p>{text}城东公园今天上午正式向市民开放，园内步道同时启用，全天免费。</p>\
         <p>管理处提醒，游客入园请走东门。{text}</p><p>{text}</p></div><p>责任编辑：{text}</p><p>标签：{text}</p>"
    );
    let now = "2024-05-11T12:00:00+08:00".parse().unwrap();
    let given = Parser::new()
        .url(format!("https://chengju.example/{text}"))
        .now(now);
    for parser in [Parser::new(), given] {
        if let Ok(article) = parser.parse(&html) {
            assert_eq!(invariants::broken(&article, false), Ok(()));
        }
    }
});
