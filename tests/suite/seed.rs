//! The article this crate was begun for, in the shapes of three publishing systems, two skins of each: every field exactly, with and without rules.

use std::fs;
use std::path::{Path, PathBuf};

use zhengwen::{Article, Block, PageKind, Parser, Precision, RelatedKind, RuleSet};

const TITLE: &str = "传微软内部也很震惊,提前几分钟才得知\"奥特曼被开除\"";

#[test]
fn with_rules() {
    for page in pages() {
        let article = read(&page, RuleSet::builtin());
        assert_eq!(article.site.as_ref().map(|s| s.as_str()), Some("橙橘网"));
        check(&page, &article);
    }
}

#[test]
fn without_rules() {
    for page in pages() {
        let article = read(&page, RuleSet::empty());
        assert_eq!(article.site, None);
        check(&page, &article);
    }
}

/// Neither the address nor a rule is needed.
#[test]
fn without_address() {
    for page in pages() {
        let bytes = fs::read(&page).unwrap();
        let parser = Parser::new().rules(RuleSet::empty());
        check(&page, &parser.parse_bytes(&bytes).unwrap());
    }
}

fn pages() -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures/chengju");
    let mut pages: Vec<_> = fs::read_dir(folder)
        .unwrap()
        .map(|e| e.unwrap().path())
        .filter(|p| {
            p.extension().is_some_and(|e| e == "html")
                && p.file_name()
                    .is_some_and(|n| n.to_string_lossy().starts_with("2023-11-18"))
        })
        .collect();
    pages.sort();
    assert_eq!(pages.len(), 3);
    pages
}

fn read(page: &Path, rules: RuleSet) -> Article {
    let url = fs::read_to_string(page.with_extension("url")).unwrap();
    let parser = Parser::new().url(url.trim()).rules(rules);
    parser.parse_bytes(&fs::read(page).unwrap()).unwrap()
}

fn check(page: &Path, article: &Article) {
    let page = page.file_stem().unwrap().to_string_lossy();
    let m = &article.metadata;
    assert_eq!(article.kind, PageKind::Article, "{page}");
    assert_eq!(m.title.as_deref(), Some(TITLE), "{page}");

    let published = m.published.as_ref().expect("published");
    assert_eq!(published.value.to_rfc3339(), "2023-11-18T10:06:20+08:00");
    assert_eq!(published.precision, Precision::Second, "{page}");
    assert_eq!(published.raw, "2023-11-18 10:06:20", "{page}");
    assert_eq!(m.updated, None, "a lone 更新时间 is the time shown: {page}");

    assert_eq!(m.authors, ["橙橘网"], "{page}");
    assert!(m.editors.is_empty() && m.credits.is_empty(), "{page}");
    assert_eq!(
        m.tags,
        ["微软", "马斯克", "斯科特", "萨姆", "奥特曼", "openai"],
        "{page}"
    );

    let blocks = &article.body.blocks;
    assert_eq!(blocks.len(), 15, "{page}: {}", article.body.text());
    assert!(
        blocks.iter().all(|b| matches!(b, Block::Paragraph(_))),
        "{page}"
    );
    let text = article.body.text();
    assert!(!text.contains(TITLE), "headline repeated: {page}");
    assert!(text.starts_with("11月18日消息,根据知情人士透露"), "{page}");
    assert!(
        text.trim_end().ends_with("我们的产品是历史上增长最快的。”"),
        "{page}"
    );

    assert_eq!(article.related.len(), 1, "{page}: {:#?}", article.related);
    let list = &article.related[0];
    assert_eq!(list.kind, RelatedKind::Recommended, "{page}");
    assert_eq!(list.label.as_deref(), Some("为您推荐"), "{page}");
    let titles: Vec<&str> = list.items.iter().map(|i| i.title.as_str()).collect();
    assert_eq!(
        titles,
        [
            "2023湖南省企业职工篮球邀请赛观看指南",
            "三省任命副省长!进京任职的他,也辞去副省长职务",
            "对话海底捞员工:跳科目三没有提成,门店内卷让人疲惫",
            "吉利支持的星际魅族瞄准华为、小米:“我们可能更懂汽车”",
            "5G明星股多次卷入收购纠纷,实控人内幕交易亏钱又被抓",
            "A股午评:创业板指半日跌0.76%,短剧、游戏板块持续活跃",
        ],
        "{page}"
    );
    for (item, minute) in list.items.iter().zip([53, 53, 53, 53, 52, 52]) {
        let time = item.published.as_ref().expect(&item.title);
        let shown = format!("2023-12-02T21:{minute}:00+08:00");
        assert_eq!(time.value.to_rfc3339(), shown, "{}", item.title);
        assert_eq!(time.precision, Precision::Minute);
        assert!(item.summary.is_some(), "{page}: {}", item.title);
        assert!(item.url.is_some(), "{}", item.title);
    }
    let summary = list.items[2].summary.as_deref();
    assert_eq!(summary, Some("海底捞员工:跳科目三没有提成"), "{page}");
}
