//! `zhengwen health`: what rules are worth on many pages, against how it was.

use serde_json::Value;

use crate::make::{Folder, crawled, gzip, line, run};

const RULE: &str = "name = \"橙橘新闻\"\nhosts = [\"news.chengju.example\"]\nevidence = \"reported\"\n[[template]]\ntitle = [\"h1\", \".headline\"]\nbody = \"div\"\n";

#[test]
fn the_same_from_files_crawls_and_lines() {
    let folder = Folder::new();
    let rule = folder.file("rule.toml", RULE);
    let lines: String = (0..6).map(line).collect();
    let lines = folder.file("pages.ndjson", lines);
    let crawl: Vec<u8> = (0..6).flat_map(crawled).collect();
    let crawl = folder.file("crawl.warc.gz", gzip(&crawl));
    let mut seen = Vec::new();
    for input in [&lines, &crawl] {
        let out = run(&["health", input, "--rule", &rule, "--json"]);
        assert_eq!(out.status.code(), Some(0), "{out:?}");
        seen.push(serde_json::from_slice::<Value>(&out.stdout).unwrap());
    }
    // A crawl tells when a page was saved: 2小时前 is a time there.
    let templates = |seen: &Value| seen["sites"]["橙橘新闻"]["templates"].clone();
    assert_eq!(templates(&seen[0]), templates(&seen[1]));
    let site = &seen[0]["sites"]["橙橘新闻"];
    assert_eq!(site["pages"], 6);
    let steps = &site["templates"]["0"]["steps"];
    assert_eq!(steps["title[0] css h1"]["wins"], 6);
    assert_eq!(steps["title[1] css .headline"]["hits"], 0);
    assert_eq!(site["fields"]["title"]["agreed"], 6);
    let out = run(&["health", &lines, "--rule", &rule]);
    let text = String::from_utf8(out.stdout).unwrap();
    assert!(
        text.contains("══ 橙橘新闻  6 页") && text.contains("✗ 命中   0%"),
        "{text}"
    );
}

#[test]
fn what_is_worse_than_the_baseline_ends_with_four() {
    let folder = Folder::new();
    let rule = folder.file("rule.toml", RULE);
    let lines: String = (0..6).map(line).collect();
    let pages = folder.file("pages.ndjson", &lines);
    let out = run(&["health", &pages, "--rule", &rule, "--json"]);
    let baseline = folder.file("baseline.json", out.stdout);
    let again = ["health", &pages, "--rule", &rule, "--baseline", &baseline];
    assert_eq!(run(&again).status.code(), Some(0));
    // The site has renamed its heading.
    let changed = lines.replace("<h1>", "<h2>").replace("</h1>", "</h2>");
    folder.file("pages.ndjson", changed);
    let out = run(&again);
    assert_eq!(out.status.code(), Some(4), "{out:?}");
    let told = String::from_utf8(out.stderr).unwrap();
    assert!(
        told.contains("步骤不再命中：template 1 title[0] css h1（100% → 0%）"),
        "{told}"
    );
    let out = run(&["health", &pages, "--baseline", &rule]);
    assert_eq!(out.status.code(), Some(2), "{out:?}");
}
