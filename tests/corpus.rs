//! What must hold on every saved page, whatever is on it. Not how well it is read: that is `examples/evaluate`.
//!
//! Runs over the folder that `ZHENGWEN_CORPUS` names (layout: `examples/evaluate --help`), and only if asked to:
//! `ZHENGWEN_CORPUS=FOLDER cargo test --release --test corpus -- --include-ignored`.

mod common;

use std::collections::{HashMap, HashSet};
use std::fs;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::PathBuf;
use std::sync::LazyLock;

use common::{invariants, letters};
use zhengwen::{Article, Error, ErrorKind, PageKind, Parser, Rule, RuleSet, decode};

struct Page {
    key: String,
    url: String,
    bytes: Vec<u8>,
    has_gold: bool,
}

static PAGES: LazyLock<Vec<Page>> = LazyLock::new(|| {
    let folder = std::env::var_os("ZHENGWEN_CORPUS").filter(|f| !f.is_empty());
    let folder = PathBuf::from(folder.expect("set ZHENGWEN_CORPUS to a folder of saved pages"));
    let mut pages = Vec::new();
    // Columns: key and URL; of negatives, key, kind and URL.
    for (list, files, url) in [
        ("manifest.tsv", "pages", 1),
        ("negatives.tsv", "negatives", 2),
    ] {
        let lines = match fs::read_to_string(folder.join(list)) {
            Ok(lines) => lines,
            Err(_) if files == "negatives" => continue,
            Err(e) => panic!("{}: {e}", folder.join(list).display()),
        };
        for line in lines.lines().filter(|line| !line.trim().is_empty()) {
            let cells: Vec<&str> = line.split('\t').collect();
            let file = folder.join(files).join(cells[0]);
            let gold = format!("{}.json", cells[0].replace('/', "__"));
            pages.push(Page {
                key: format!("{files}/{}", cells[0]),
                url: cells.get(url).unwrap_or(&"").trim().to_string(),
                bytes: fs::read(&file).unwrap_or_else(|e| panic!("{}: {e}", file.display())),
                has_gold: files == "pages" && folder.join("gold").join(gold).exists(),
            });
        }
    }
    assert!(!pages.is_empty(), "the corpus has no pages");
    pages
});

/// Calls `check` for every page, and fails with all complaints at once.
fn for_every_page(mut check: impl FnMut(&Page, &Parser) -> Result<(), String>) {
    let parser = Parser::new();
    let complaints: Vec<String> = PAGES
        .iter()
        .filter_map(|page| {
            let complaint = check(page, &parser.clone().url(&page.url)).err()?;
            Some(format!("{}: {complaint}", page.key))
        })
        .collect();
    let n = complaints.len();
    assert!(n == 0, "{n} pages:\n{}", complaints.join("\n"));
}

/// The article, or `None` if the page is empty or could not be read; that is `every_page_is_read`'s to report.
fn article(result: Result<Article, Error>) -> Option<Article> {
    result.ok()
}

#[test]
#[ignore = "needs ZHENGWEN_CORPUS, a folder of saved pages"]
fn every_page_is_read() {
    for_every_page(|page, parser| {
        match catch_unwind(AssertUnwindSafe(|| parser.parse_bytes(&page.bytes))) {
            Ok(Ok(_)) => Ok(()),
            Ok(Err(error)) if matches!(error.kind(), ErrorKind::Empty) => Ok(()),
            Ok(Err(error)) => Err(error.to_string()),
            Err(_) => Err("panic".into()),
        }
    });
}

/// A page reads as Chinese, or as what else it is: no mojibake of any pair of charsets, next to nothing undecodable.
#[test]
#[ignore = "needs ZHENGWEN_CORPUS, a folder of saved pages"]
fn every_page_decodes() {
    // 的, 。 and ， in UTF-8 read as GBK, as Latin-1, and the mark of undecodable bytes read as GBK.
    const MOJIBAKE: &[&str] = &["锟斤拷", "鐨勪", "銆?", "锛?", "ï¼Œ", "ã€‚", "çš„"];
    for_every_page(|page, _| {
        let decoded = decode(&page.bytes, None);
        // Some pages mix charsets: comments and scripts of another age.
        if decoded.replaced * 100 > decoded.text.len() {
            let n = decoded.replaced;
            return Err(format!("{n} undecodable, as {}", decoded.charset));
        }
        match MOJIBAKE
            .iter()
            .find(|m| decoded.text.matches(**m).count() > 2)
        {
            Some(mark) => Err(format!("{mark:?}, as {}", decoded.charset)),
            None => Ok(()),
        }
    });
}

#[test]
#[ignore = "needs ZHENGWEN_CORPUS, a folder of saved pages"]
fn reading_twice_gives_the_same() {
    for_every_page(|page, parser| {
        let first = article(parser.parse_bytes(&page.bytes));
        let second = article(parser.parse_bytes(&page.bytes));
        same(first.as_ref(), second.as_ref())
    });
}

#[test]
#[ignore = "needs ZHENGWEN_CORPUS, a folder of saved pages"]
fn text_and_bytes_give_the_same() {
    for_every_page(|page, parser| {
        let bytes = article(parser.parse_bytes(&page.bytes));
        let text = article(parser.parse(&decode(&page.bytes, None).text));
        same(bytes.as_ref(), text.as_ref())
    });
}

/// What no page may come to: names twice or empty, an update before the publication, links that lead nowhere.
#[test]
#[ignore = "needs ZHENGWEN_CORPUS, a folder of saved pages"]
fn every_article_is_sound() {
    for_every_page(
        |page, parser| match article(parser.parse_bytes(&page.bytes)) {
            Some(article) => invariants::broken(&article, !page.url.is_empty()),
            None => Ok(()),
        },
    );
}

/// Reprints are told by runs of eight characters in common: pages that share half of theirs are one text, pages that share fewer than
/// a fifth are two.
#[test]
#[ignore = "needs ZHENGWEN_CORPUS, a folder of saved pages"]
fn reprints_have_near_fingerprints_and_others_far_ones() {
    const RUN: usize = 8;
    let mut marks = Vec::new();
    let mut where_seen: HashMap<String, Vec<usize>> = HashMap::new();
    let mut runs = Vec::new();
    for_every_page(|page, parser| {
        let Some(article) = article(parser.parse_bytes(&page.bytes)) else {
            return Ok(());
        };
        let text = article.body.text();
        let text: Vec<char> = text.chars().filter(|c| c.is_alphanumeric()).collect();
        if !page.has_gold && !page.key.starts_with("pages") || text.len() < 30 {
            return Ok(());
        }
        let own: HashSet<String> = text.windows(RUN).map(|run| run.iter().collect()).collect();
        runs.push(own.len());
        for run in own {
            where_seen.entry(run).or_default().push(marks.len());
        }
        let mark = article
            .fingerprint()
            .ok_or("a text without a fingerprint")?;
        marks.push((page.key.clone(), mark));
        Ok(())
    });
    let mut common: HashMap<(usize, usize), usize> = HashMap::new();
    for seen in where_seen.values() {
        for (n, &a) in seen.iter().enumerate() {
            for &b in &seen[n + 1..] {
                *common.entry((a, b)).or_default() += 1;
            }
        }
    }
    let (mut reprints, mut missed, mut others, mut taken_for_one) = (0, Vec::new(), 0, Vec::new());
    for (b, (key, mark)) in marks.iter().enumerate() {
        for (a, (other_key, other)) in marks[..b].iter().enumerate() {
            let both = common.get(&(a, b)).copied().unwrap_or_default();
            let all = runs[a] + runs[b] - both;
            let pair = || format!("{other_key} {key} {} bits apart", mark.distance(*other));
            if both * 2 >= all {
                reprints += 1;
                if !mark.is_near(*other) {
                    missed.push(pair());
                }
            } else if both * 5 < all {
                others += 1;
                if mark.is_near(*other) {
                    taken_for_one.push(pair());
                }
            }
        }
    }
    println!(
        "{reprints} reprints, missed {missed:#?}\n{others} other pairs, taken for one {taken_for_one:#?}"
    );
    assert!(missed.len() * 10 <= reprints, "{missed:#?}");
    assert!(taken_for_one.len() * 10_000 <= others, "{taken_for_one:#?}");
}

/// The HTML written holds the body's text, all of it and nothing else, as an HTML parser reads it.
#[test]
#[ignore = "needs ZHENGWEN_CORPUS, a folder of saved pages"]
fn rendered_html_holds_the_same_text() {
    for_every_page(|page, parser| {
        let Some(article) = article(parser.parse_bytes(&page.bytes)) else {
            return Ok(());
        };
        let html = scraper::Html::parse_fragment(&article.body.html());
        // Captions and players are no running text.
        let shown = html.root_element().descendants().filter_map(|node| {
            let text = node.value().as_text()?;
            let around = node
                .ancestors()
                .filter_map(|a| Some(a.value().as_element()?.name()))
                .find(|name| ["figcaption", "figure", "table"].contains(name));
            let figure = around.is_some_and(|name| name != "table");
            (!figure).then_some(&**text)
        });
        let again = letters(&shown.collect::<String>());
        differs(&letters(&article.body.text()), &again)
    });
}

/// What the crate rendered, it reads again to the same text when told where it stands.
#[test]
#[ignore = "needs ZHENGWEN_CORPUS, a folder of saved pages"]
fn rendered_html_is_read_by_a_rule() {
    let rule = Rule::from_toml(
        r#"
        name = "橙橘网"
        hosts = ["chengju.example"]
        evidence = "reported"
        [[template]]
        when = "article"
        body = [{ css = "article" }]
        "#,
    )
    .expect("a rule");
    let reader = Parser::new()
        .rules(RuleSet::empty().with(rule))
        .generic(false)
        .url("https://chengju.example/1.html");
    for_every_page(|page, parser| {
        let Some(article) = article(parser.parse_bytes(&page.bytes)) else {
            return Ok(());
        };
        if article.kind != PageKind::Article || !page.key.starts_with("pages/") {
            return Ok(());
        }
        let html = format!("<article>{}</article>", article.body.html());
        let again = reader.parse(&html).map(|a| a.body.text());
        differs(
            &letters(&article.body.text()),
            &letters(&again.unwrap_or_default()),
        )
    });
}

/// What the crate rendered, it reads again: the same text in the same blocks.
#[test]
#[ignore = "needs ZHENGWEN_CORPUS, a folder of saved pages"]
fn rendered_html_is_read_to_the_same_body() {
    for_every_page(|page, parser| {
        let Some(article) = article(parser.parse_bytes(&page.bytes)) else {
            return Ok(());
        };
        let again = parser.parse_body(&article.body.html());
        let again = again.map_err(|e| e.to_string())?;
        differs(&article.body.text(), &again.text())?;
        let mut pairs = article.body.blocks.iter().zip(&again.blocks);
        match pairs.find(|(before, after)| before != after) {
            Some((before, after)) => Err(format!("{before:?} / {after:?}")),
            None if article.body != again => Err("more blocks than before, or fewer".into()),
            None => Ok(()),
        }
    });
}

/// Says where two texts part.
fn differs(before: &str, after: &str) -> Result<(), String> {
    let same = |a: &mut dyn Iterator<Item = char>, b: &mut dyn Iterator<Item = char>| {
        a.zip(b).take_while(|(a, b)| a == b).count()
    };
    let head = same(&mut before.chars(), &mut after.chars());
    if before == after {
        return Ok(());
    }
    let part = |text: &str| {
        text.chars()
            .skip(head.saturating_sub(10))
            .take(40)
            .collect::<String>()
    };
    Err(format!(
        "{} characters, then {}: {:?} / {:?}",
        before.chars().count(),
        after.chars().count(),
        part(before),
        part(after)
    ))
}

/// Also as a page of its own, whose edges are judged again: of 100 articles, at least 94 keep 95 % of their text.
#[test]
#[ignore = "needs ZHENGWEN_CORPUS, a folder of saved pages"]
fn rendered_html_reads_the_same() {
    let (mut articles, mut lost) = (0, Vec::new());
    for_every_page(|page, parser| {
        if !page.has_gold {
            return Ok(());
        }
        let Some(article) = article(parser.parse_bytes(&page.bytes)) else {
            return Ok(());
        };
        let text = letters(&article.body.text());
        if article.kind != PageKind::Article || text.is_empty() {
            return Ok(());
        }
        articles += 1;
        let html = article.body.html();
        // A page shows its headline; without one the first bold line would be taken for it.
        let title = article
            .metadata
            .title
            .as_deref()
            .unwrap_or_default()
            .replace('<', "&lt;");
        let html = format!("<html><body><h1>{title}</h1><article>{html}</article></body></html>");
        let again = Parser::new().parse(&html).map(|a| a.body.text());
        let again = letters(&again.unwrap_or_default());
        let (before, after) = (text.chars().count(), again.chars().count());
        // Lines at the edges of a body read differently where the page around them is gone: 编辑, 来源, captions.
        if before.abs_diff(after) * 20 > before {
            lost.push(format!("{}: {before} characters, then {after}", page.key));
        }
        Ok(())
    });
    assert!(
        lost.len() * 100 <= articles * 6,
        "{} of {articles} articles read differently:\n{}",
        lost.len(),
        lost.join("\n")
    );
}

/// Names the part that differs, not the whole articles.
fn same(a: Option<&Article>, b: Option<&Article>) -> Result<(), String> {
    if a == b {
        return Ok(());
    }
    let (Some(a), Some(b)) = (a, b) else {
        return Err("read once, not read once".into());
    };
    Err(if a.metadata != b.metadata {
        format!("metadata differ: {:?} / {:?}", a.metadata, b.metadata)
    } else if a.body != b.body {
        "bodies differ".into()
    } else if a.related != b.related {
        "related lists differ".into()
    } else {
        format!(
            "{} {:?} {:?} {:?} / {} {:?} {:?} {:?}",
            a.kind, a.confidence, a.site, a.next_page, b.kind, b.confidence, b.site, b.next_page
        )
    })
}
