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
