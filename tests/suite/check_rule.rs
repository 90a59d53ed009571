//! The example `check_rule` as a person meets it: what it prints and how it ends.

use std::fs;
use std::path::Path;
use std::process::Command;

use crate::common::example;

const PAGE: &str = "<meta charset=utf-8><title>城东公园今起开放_城东新闻</title><h1>城东公园今起开放</h1>
<div class=info>2024-05-10 06:58 来源：城东新闻</div><div class=content>
<p>城东公园今天上午正式向市民开放，园内步道、湖区和儿童乐园同时启用，全天免费。</p>
<p>公园占地三十公顷，前身是一片旧厂房。改造历时三年，保留了两座水塔和一段铁轨。</p><p class=ad>扫码看更多</p></div>";

fn run(folder: &Path, template: &str, words: &[&str]) -> (String, i32) {
    let (rule, page) = (folder.join("rule.toml"), folder.join("page.html"));
    let head = "name = \"城东新闻\"\nhosts = [\"chengdong.example\"]\nevidence = \"reported\"\n[[template]]\n";
    fs::write(&rule, format!("{head}{template}\n")).unwrap();
    fs::write(&page, PAGE).unwrap();
    let mut command = Command::new(example("check_rule"));
    command.args(words).arg(&rule).arg(&page);
    let out = command.output().unwrap();
    let text = [out.stdout, out.stderr].concat();
    (String::from_utf8(text).unwrap(), out.status.code().unwrap())
}

#[test]
fn what_a_rule_does_is_told() {
    let folder = std::env::temp_dir().join(format!("zhengwen-check-{}", std::process::id()));
    fs::create_dir_all(&folder).unwrap();
    let url = "https://chengdong.example/1.html";
    // template | options | what is told | exit status
    let rows: &[(&str, &[&str], &[&str], i32)] = &[
        (
            "title = [\".headline\", \"h1\"]\nbody = \".content\"\nremove = [\".ad\", \".gone\"]",
            &["--url", url],
            &[
                "✗ title[0] css .headline（没有命中）",
                "✓ title[1] css h1",
                "✓ .ad  →  命中 1 处，从正文删去 1 处：5 字",
                "✗ .gone  →  没有命中",
                "从未命中",
                "remove .gone",
            ],
            0,
        ),
        (
            "title = \"h1\"\nbody = \".content\"\nremove = [\"p\"]",
            &["--url", url],
            &["错误：remove 删去", "正文只剩"],
            1,
        ),
        (
            "published = [\"h1\", \".info\"]\nauthors = \".info\"",
            &["--url", url],
            &[
                "（命中了，但里面没有认得的时间）",
                "✓ published[1]",
                "（命中了，但里面没有人名）",
            ],
            0,
        ),
        (
            "title = \"h1\"",
            &["--url", url],
            &["没有改变这些页面的任何字段"],
            0,
        ),
        ("title = \"h1\"", &[], &["没有选中", "✓ title[0] css h1"], 1),
        (
            "title = \"h1\"",
            &["--lang", "en"],
            &["was not found", "This rule changes nothing"],
            1,
        ),
        (
            "title = \"//h1\"",
            &[],
            &["rule.toml:5:9 规则有错", "XPath", "改写为 \"h1\""],
            1,
        ),
        (
            "titel = \"h1\"",
            &["--lang", "en"],
            &["rule.toml:5:1 bad rule", "did you mean \"title\""],
            1,
        ),
        ("title = \"h1\"", &["--lang", "fr"], &["--lang"], 2),
    ];
    for (template, words, told, status) in rows {
        let (text, code) = run(&folder, template, words);
        for part in *told {
            assert!(
                text.contains(part),
                "{template} {words:?}: {part:?} is not in\n{text}"
            );
        }
        assert_eq!(code, *status, "{template} {words:?}\n{text}");
    }
    fs::remove_dir_all(&folder).unwrap();
}
