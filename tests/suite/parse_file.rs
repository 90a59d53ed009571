//! The example `parse_file` as a person meets it, in either language: what it prints and how it ends.

use std::fs;
use std::path::Path;
use std::process::Command;

use crate::common::example;

const PAGE: &str = "<meta charset=utf-8><title>城东公园今起开放_城东新闻</title><h1>城东公园今起开放</h1>
<div class=info>2024-05-10 06:58 来源：城东新闻 作者：张三 李四</div><div class=content>
<p>城东公园今天上午正式向市民开放，园内步道、湖区和儿童乐园同时启用，全天免费。</p>
<p>公园占地三十公顷，前身是一片旧厂房。改造历时三年，保留了两座水塔和一段铁轨。</p><p>（责任编辑：王小明）</p></div>";

fn run(folder: &Path, words: &[&str]) -> (String, i32) {
    let mut command = Command::new(example("parse_file"));
    let out = command.current_dir(folder).args(words).output().unwrap();
    let text = [out.stdout, out.stderr].concat();
    (String::from_utf8(text).unwrap(), out.status.code().unwrap())
}

#[test]
fn people_are_told_in_the_language_they_ask_for() {
    let folder = std::env::temp_dir().join(format!("zhengwen-parse-{}", std::process::id()));
    fs::create_dir_all(&folder).unwrap();
    fs::write(folder.join("page.html"), PAGE).unwrap();
    fs::write(folder.join("page.pdf"), "%PDF-1.4\n").unwrap();
    // options | what is told | what is not | exit status
    let rows: &[(&str, &[&str], &[&str], i32)] = &[
        (
            "page.html",
            &["没有对应的网站规则", "作者    张三、李四", "正文    2 段"],
            &["authors"],
            0,
        ),
        (
            "page.html --lang en",
            &[
                "no rule for this site",
                "authors        张三, 李四",
                "2 paragraphs",
            ],
            &["作者    ", "通用", " 段", "张三、"],
            0,
        ),
        (
            "page.html --trace",
            &[
                "── 由来 ──",
                "字段（✓ 采用，✗ 落选）",
                "由 页面上的“作者”（0.90）",
            ],
            &["taken"],
            0,
        ),
        (
            "page.html --trace --lang=en",
            &[
                "fields (✓ taken, ✗ lost)",
                "by label 作者 (0.90)",
                "cut from the body",
            ],
            &["由来", "采用", "落选", "（0."],
            0,
        ),
        ("page.pdf", &["page.pdf：不是网页，是PDF"], &["give"], 1),
        (
            "--lang en page.pdf none.html .",
            &[
                "page.pdf: not HTML",
                "none.html: no such file",
                ".: is a folder",
            ],
            &["请"],
            1,
        ),
        ("--help --lang en", &["usage: parse_file"], &["用法"], 0),
        (
            "--bogus",
            &["没有 --bogus 这个选项", "用法："],
            &["usage"],
            2,
        ),
        (
            "--bogus --lang en",
            &["there is no option --bogus"],
            &["用法"],
            2,
        ),
        ("page.html --lang fr", &["--lang 后面写 zh 或 en"], &[], 2),
    ];
    for (words, told, not, status) in rows {
        let words: Vec<&str> = words.split(' ').collect();
        let (text, code) = run(&folder, &words);
        assert_eq!(code, *status, "{words:?}: {text}");
        for told in *told {
            assert!(text.contains(told), "{words:?}: no {told:?} in\n{text}");
        }
        for not in *not {
            assert!(!text.contains(not), "{words:?}: {not:?} in\n{text}");
        }
    }
    fs::remove_dir_all(&folder).unwrap();
}
