//! `zhengwen fixture`: a test page of a saved one reads the same and has none of its words.

use zhengwen::{Article, Parser};

use crate::make::{Folder, run};

const PAGE: &str = "<!DOCTYPE html><html><head><meta charset=gbk><title>海角渔港迎来开渔首日_海角晚报</title>
<meta property=og:title content=海角渔港迎来开渔首日><style>p{color:red}</style><script>var x = 1;</script></head><body>
<h1 class=tit onclick=x()>海角渔港迎来开渔首日</h1><div class=info>2024-05-10 06:58 来源：海角晚报 作者：林大勇</div>
<div id=zoom><p>千余艘渔船今天清晨驶出海角渔港，沿岸的居民带着孩子到码头送行，锣鼓响了一路。</p>
<p>渔民说，今年的鱼汛比往年早了十天，头一网就捕到了上千斤带鱼，码头上的冷库已经备好。</p><p>责任编辑：郑小霞</p></div>
<div class=hot><h3>热门新闻</h3><ul><li><a href=/2.html>海底隧道贯通</a><li><a href=/3.html>灯塔修缮完工</a><li><a href=/4.html>海鲜市场搬迁</a><li><a href=/5.html>台风预警解除</a></ul></div>";

#[test]
fn a_fixture_reads_the_same_and_says_nothing_real() {
    let folder = Folder::new();
    let page = folder.file("page.html", encoding_rs::GBK.encode(PAGE).0);
    let out = run(&[
        "fixture",
        &page,
        "--url",
        "https://news.haijiao.example/1.html",
    ]);
    let told = String::from_utf8(out.stderr).unwrap();
    assert_eq!(out.status.code(), Some(0), "{told}");
    let (html, _, broken) = encoding_rs::GBK.decode(&out.stdout);
    assert!(!broken && html.contains("charset=\"gbk\""), "{html}");
    for word in [
        "海角",
        "渔",
        "林大勇",
        "郑小霞",
        "带鱼",
        "隧道",
        "onclick",
        "<style",
        "var x",
    ] {
        assert!(!html.contains(word), "{word} is still in {html}");
    }
    for kept in [
        "class=\"tit\"",
        "id=\"zoom\"",
        "来源：",
        "责任编辑：",
        "热门新闻",
        "2024-05-10 06:58",
    ] {
        assert!(html.contains(kept), "{kept} is not in {html}");
    }
    assert_eq!(html.matches("<li>").count(), 3);
    let read = |html: &str| -> Article { Parser::new().parse(html).unwrap() };
    let (old, new) = (read(PAGE), read(&html));
    let chars = |article: &Article| article.body.text().chars().count();
    assert_eq!(chars(&old), chars(&new));
    assert_eq!(old.metadata.published, new.metadata.published);
    let title = new.metadata.title.unwrap();
    assert_eq!(
        html.matches(&title).count(),
        3,
        "the title is said three times: {title}"
    );
    assert_eq!(new.metadata.authors.len(), 1);
    assert!(new.metadata.source.unwrap().name.ends_with("晚报"));
}

/// A line that is cut for what it says is still cut; data in a script is exchanged though it is escaped; an outlet stays one.
#[test]
fn what_pages_say_of_themselves_stays_and_data_goes() {
    let folder = Folder::new();
    let data = "<script>window.__STATE__ = {\"keywords\": \"\\u6e14\\u6c11\"};</script></head>";
    let lines = "<p>（海角晚报全媒体记者 林大勇）</p><p>长按识别二维码，加入海角读友群，天天有好礼</p><p>责任编辑：郑小霞</p>";
    let page = PAGE
        .replace("</head>", data)
        .replace("gbk", "utf-8")
        .replace("<p>责任编辑：郑小霞</p>", lines);
    let file = folder.file("page.html", page.as_bytes());
    let out = run(&[
        "fixture",
        &file,
        "--url",
        "https://news.haijiao.example/1.html",
    ]);
    let told = String::from_utf8(out.stderr).unwrap();
    assert_eq!(out.status.code(), Some(0), "{told}");
    let html = String::from_utf8(out.stdout).unwrap();
    assert!(
        html.contains("__STATE__") && !html.contains("\\u6e14"),
        "{html}"
    );
    for gone in ["渔民", "林大勇", "海角晚报"] {
        assert!(!html.contains(gone), "{gone} is still in {html}");
    }
    assert!(html.contains("晚报全媒体记者"), "{html}");
    let read = |html: &str| -> Article { Parser::new().parse(html).unwrap() };
    let blocks = |article: Article| article.body.blocks.len();
    assert_eq!(blocks(read(&page)), blocks(read(&html)));
}
