//! Rules of a user: from text, from a folder; they win over built-in ones; what is wrong with one is told with file, key and cause.

use std::fs;

use zhengwen::{ErrorKind, Parser, Rule, RuleSet};

fn rule(template: &str) -> String {
    format!(
        "name = \"橙橘网\"\nhosts = [\"chengju.example\"]\nevidence = \"reported\"\n[[template]]\n{template}\n"
    )
}

const PAGE: &str = "<h1>城东公园今起开放</h1><div class=who>张三</div><div class=x>\
    <p>城东公园今天上午正式向市民开放，园内步道、湖区和儿童乐园同时启用，全天免费。</p><p class=ad>立即购票</p></div>";

#[test]
fn a_rule_from_text_is_used_for_its_hosts_only() {
    let rule = Rule::from_toml(&rule(
        "title = \"h1\"\nauthors = \".who\"\nbody = \".x\"\nremove = [\".ad\"]",
    ))
    .unwrap();
    let parser = Parser::new().rules(RuleSet::builtin().with(rule));
    let read = |url: &str| parser.clone().url(url).parse(PAGE).unwrap();
    for url in [
        "https://chengju.example/1",
        "https://m.chengju.example/1",
        "http://chengju.example",
    ] {
        let article = read(url);
        assert_eq!(article.site.unwrap().as_str(), "橙橘网", "{url}");
        assert_eq!(article.metadata.authors, ["张三"], "{url}");
        assert!(!article.body.text().contains("购票"), "{url}");
    }
    for url in [
        "https://notchengju.example/1",
        "https://chengju.example.com/1",
        "ftp://chengju.example/",
    ] {
        assert_eq!(read(url).site, None, "{url}");
    }
}

#[test]
fn the_later_rule_wins_and_a_user_s_over_a_built_in_one() {
    let builtin = RuleSet::builtin();
    let host = builtin
        .iter()
        .flat_map(Rule::hosts)
        .find(|h| !h.contains('/'))
        .unwrap()
        .clone();
    let named = |name: &str| {
        let text = rule("title = \"h1\"")
            .replace("橙橘网", name)
            .replace("chengju.example", &host);
        Rule::from_toml(&text).unwrap()
    };
    let read = |rules: RuleSet| {
        let parser = Parser::new()
            .rules(rules)
            .url(format!("https://{host}/1.html"));
        parser
            .parse(PAGE)
            .unwrap()
            .site
            .map(|s| s.as_str().to_string())
    };
    assert_ne!(read(builtin.clone()).as_deref(), Some("甲"));
    assert_eq!(
        read(builtin.clone().with(named("甲"))).as_deref(),
        Some("甲")
    );
    assert_eq!(
        read(builtin.with_all([named("甲"), named("乙")])).as_deref(),
        Some("乙")
    );
    assert_eq!(read(RuleSet::empty()), None);
}

#[test]
fn rules_from_a_folder() {
    let folder = std::env::temp_dir().join(format!("zhengwen-rules-{}", std::process::id()));
    fs::create_dir_all(&folder).unwrap();
    fs::write(folder.join("a.toml"), rule("title = \"h1\"")).unwrap();
    fs::write(folder.join("notes.txt"), "no rule").unwrap();
    let rules = RuleSet::empty().with_folder(&folder).unwrap();
    assert_eq!(rules.iter().map(Rule::name).collect::<Vec<_>>(), ["橙橘网"]);

    fs::write(folder.join("b.toml"), rule("title = \"h1[\"")).unwrap();
    let error = RuleSet::empty()
        .with_folder(&folder)
        .unwrap_err()
        .to_string();
    for part in ["b.toml", "template[0].title[0].css", "h1[", "line 5"] {
        assert!(error.contains(part), "{part}: {error}");
    }
    fs::remove_dir_all(&folder).unwrap();

    let error = RuleSet::empty().with_folder(&folder).unwrap_err();
    assert!(matches!(error.kind(), ErrorKind::Io { .. }), "{error}");
    assert!(error.to_string().contains("zhengwen-rules-"), "{error}");
}

#[test]
fn mistakes_are_named() {
    let many = format!("title = \"{}\"", ".a".repeat(200));
    let long = format!("title = \"{}\"", "a ".repeat(800));
    // template | what the error says
    let rows: &[(&str, &[&str])] = &[
        (
            "title = \"h1[\"",
            &["template[0].title[0].css", "bad selector", "h1["],
        ),
        (
            "remove = [\".a\", \"..b\"]",
            &["template[0].remove[1]", "..b"],
        ),
        ("when = \"::x\"", &["template[0].when"]),
        (
            "body = [\".a\", \".a:has(.b:has(.c))\"]",
            &["template[0].body[1].css", "bad selector"],
        ),
        (
            "body = \"p::before\"",
            &["template[0].body[0].css", "bad selector"],
        ),
        (&many, &["template[0].title[0].css", "200 parts"]),
        (&long, &["template[0].title[0].css", "longer than 1000"]),
        (
            "title = { css = \"h1\", pattern = \"(\" }",
            &["template[0].title[0].pattern"],
        ),
        (
            "title = { css = \"h1\", pattern = \"(?:\\\\w{1000}){1000}\" }",
            &["template[0].title[0].pattern", "size limit"],
        ),
        (
            "title = { css = \"h1\", meta = \"x\" }",
            &["template[0].title[0]", "exactly one"],
        ),
        (
            "title = { meta = \"x\", attr = \"y\" }",
            &["attr goes with css"],
        ),
        (
            "title = { css = \"h1\", within = \"y\" }",
            &["within goes with label"],
        ),
        (
            "source = { label = \"城东\" }",
            &["template[0].source[0].label", "unknown label", "来源"],
        ),
        ("titel = \"h1\"", &["titel"]),
    ];
    for (template, parts) in rows {
        let error = Rule::from_toml(&rule(template)).unwrap_err();
        assert!(matches!(error.kind(), ErrorKind::Rule { .. }), "{error}");
        let text = error.to_string();
        for part in *parts {
            assert!(text.contains(part), "{template}: {part:?} is not in {text}");
        }
    }
    for (text, part) in [
        ("name = ", "bad rule"),
        ("", "bad rule"),
        (
            &*rule("").replace("chengju.example", "https://Chengju.example/"),
            "hosts[0]",
        ),
    ] {
        let error = Rule::from_toml(text).unwrap_err().to_string();
        assert!(error.contains(part), "{text}: {error}");
    }
}

/// What a rule may have at most, and blobs that no page can have: each is refused with its place.
#[test]
fn a_rule_is_bounded() {
    let steps = format!("title = [{}]", "\"h1\",".repeat(201));
    let rows = [
        (rule(&steps), "201 steps"),
        (rule("title = { state = \"\" }"), "title[0].state"),
        (rule("title = { state = \"/x\" }"), "title[0].state"),
        (rule("title = { state = \" ]/x\" }"), "title[0].state"),
        (rule("").replace("橙橘网", "橙\\u202e橘"), "name"),
        (rule("").replace("橙橘网", " 橙橘"), "name"),
        (rule("").replace("橙橘网", &"橙".repeat(100)), "300 bytes"),
        (
            rule("").replace(
                "\nhosts",
                &format!("\nmarks = [{}]\nhosts", "\"TRS_\",".repeat(51)),
            ),
            "51 marks",
        ),
        (
            rule("").replace(
                "\nhosts",
                &format!("\nmarks = [\"{}\"]\nhosts", "x".repeat(201)),
            ),
            "marks[0]",
        ),
        (
            rule("").replace(
                "[\"chengju.example\"]",
                &format!("[{}]", "\"chengju.example\",".repeat(1001)),
            ),
            "1001 hosts",
        ),
        (
            rule("").replace("[[template]]", &"[[template]]\n".repeat(51)),
            "51 templates",
        ),
        (format!("#{}\n{}", "x".repeat(256 << 10), rule("")), "bytes"),
    ];
    for (text, part) in rows {
        let error = Rule::from_toml(&text).unwrap_err();
        assert!(matches!(error.kind(), ErrorKind::Rule { .. }), "{error}");
        let said = error.to_string();
        assert!(said.contains(part), "{part:?} is not in {said}");
    }
}

/// A pattern runs in linear time: no regular expression of a rule can hang on a page.
#[test]
fn patterns_do_not_backtrack() {
    let rule = Rule::from_toml(&rule(
        "title = { css = \"h1\", pattern = \"^(a+)+$\" }\nbody = \".x\"",
    ))
    .unwrap();
    let page = format!("<h1>{}!</h1>{PAGE}", "a".repeat(100_000));
    let parser = Parser::new()
        .rules(RuleSet::empty().with(rule))
        .url("https://chengju.example/1");
    let start = std::time::Instant::now();
    parser.parse(&page).unwrap();
    assert!(start.elapsed().as_secs() < 5);
}

/// Selectors that look at siblings before or behind: in one pass, however they are written, on a page of 40 000 siblings.
#[test]
fn no_selector_hangs_on_a_page() {
    let page = format!("{PAGE}<b class=last></b>{}", "<p>园</p>".repeat(40_000));
    for css in [
        ".none ~ p",
        ".last ~ p",
        "p ~ p ~ p",
        "p:has(~ .none)",
        "p:HAS(~ .none)",
        "p:h\\\\61s(~ .none)",
        "p:has([x=')'], ~ .none)",
        "p:not(p ~ p)",
        "p:nth-last-of-type(2)",
    ] {
        let rule = rule(&format!("title = \"h1\"\nbody = [\"{css}\", \".x\"]"));
        let rules = RuleSet::empty().with(Rule::from_toml(&rule).unwrap());
        let parser = Parser::new().rules(rules).url("https://chengju.example/1");
        let start = std::time::Instant::now();
        let _ = parser.parse(&page);
        assert!(
            start.elapsed().as_secs() < 5,
            "{css}: {:?}",
            start.elapsed()
        );
    }
}

/// Pages that go on with the next article: what stands below its headline is not this one's.
#[test]
fn a_rule_reads_the_first_article_of_a_page() {
    let rule = Rule::from_toml(&rule(
        "title = \"h1\"\nauthors = \".who\"\ntags = \".tag\"\nbody = \".x\"",
    ))
    .unwrap();
    let article = |title: &str, who: &str, tag: &str| {
        format!(
            "<section><h1>{title}</h1><p class=who>{who}</p><div class=x><p>城东公园今天上午正式向市民开放，园内步道、湖区和儿童乐园同时启用，全天免费。</p>
            <p>公园占地三十公顷，前身是一片旧厂房。改造历时三年，保留了两座水塔和一段铁轨。</p></div><i class=tag>{tag}</i></section>"
        )
    };
    let html =
        article("城东公园今起开放", "张三", "公园") + &article("城西书店开业", "李四", "书店");
    let parser = Parser::new()
        .rules(RuleSet::empty().with(rule))
        .url("https://chengju.example/1.html");
    let metadata = parser.parse(&html).unwrap().metadata;
    assert_eq!(metadata.title.as_deref(), Some("城东公园今起开放"));
    assert_eq!(metadata.authors, ["张三"]);
    assert_eq!(metadata.tags, ["公园"]);
}

/// Selectors in selectors and lists in lists are refused or read on a quarter megabyte of stack.
#[test]
fn nested_rules_need_little_stack() {
    let stack = if cfg!(debug_assertions) { 2048 } else { 256 } << 10;
    let work = || {
        let nest =
            |open: &str, close: &str, n: usize| format!("{}a{}", open.repeat(n), close.repeat(n));
        let selectors = [
            nest(":is(", ")", 198),
            nest(":not(", ")", 160),
            nest(":where(", ")", 120),
            nest(":is(p ~ ", ")", 90),
            nest(":has(", ")", 150),
            "(".repeat(900),
        ];
        for css in &selectors {
            let _ = Rule::from_toml(&rule(&format!("title = \"{css}\"")));
        }
        for toml in [
            format!("title = {}", "[".repeat(50_000)),
            format!("title = {}\"h1\"{}", "[".repeat(5000), "]".repeat(5000)),
            format!("title = {}", "{a=".repeat(5000)),
            format!("a{} = 1", ".a".repeat(50_000)),
            format!("[{}]", ["a"; 50_000].join(".")),
            format!(
                "title = {{ css = \"h1\", pattern = '{}' }}",
                nest("(", ")", 5000)
            ),
            format!(
                "title = {{ css = \"h1\", pattern = '{}' }}",
                nest("(?:", ")*", 240)
            ),
        ] {
            let _ = Rule::from_toml(&rule(&toml));
        }
    };
    let thread = std::thread::Builder::new().stack_size(stack).spawn(work);
    thread.unwrap().join().unwrap();
}

/// Where a mistake stands, to the column, and in Chinese what to write instead.
#[test]
fn mistakes_have_a_place_and_a_remedy() {
    let head = "name = \"橙橘网\"\nhosts = [\"chengju.example\"]\nevidence = \"reported\"\n";
    // what follows | line, column | in Chinese
    for (rest, place, expected) in [
        (
            "[[template]]\n# h1[ here\ntitle = \"h1\"\nsubtitle = \"h1[\"\n",
            (7, 12),
            "没有成对",
        ),
        (
            "[[template]]\npublished = { url = \"[\" }\n",
            (5, 21),
            "正则",
        ),
        ("[[template]]\ntitle = \"\"\n", (5, 9), "空的"),
        ("[[template]]\ntitel = \"h1\"\n", (5, 1), "是不是 \"title\""),
        (
            "[[template]]\nauthors = [{ ld = \"author.name\" }]\n",
            (5, 19),
            "author/name",
        ),
        ("[[template]]\ntitle = “h1”\n", (5, 9), "“ 是全角符号"),
        ("[[template]]\r\ntitle = \"//h1\"\r\n", (5, 9), "XPath"),
        (
            "[[template]]\ntitle = { css = \"h1\", html = true }\n",
            (5, 9),
            "body",
        ),
        ("[[template]]\nsource = { text = \"\" }\n", (5, 19), "空的"),
    ] {
        for bom in ["", "\u{FEFF}"] {
            let error = Rule::from_toml(&format!("{bom}{head}{rest}")).unwrap_err();
            let ErrorKind::Rule {
                line, column, zh, ..
            } = error.kind()
            else {
                panic!("{error}")
            };
            assert_eq!(
                (*line, *column),
                (Some(place.0), Some(place.1)),
                "{rest}: {error}"
            );
            assert!(zh.contains(expected), "{rest}: {zh}");
        }
    }
    let file = std::env::temp_dir().join(format!("zhengwen-gbk-{}.toml", std::process::id()));
    // name = "橙" in GBK
    std::fs::write(&file, b"name = \"\xb3\xc8\"\n").unwrap();
    let error = Rule::from_file(&file).unwrap_err();
    std::fs::remove_file(&file).unwrap();
    let ErrorKind::Rule { zh, line, .. } = error.kind() else {
        panic!("{error}")
    };
    assert!(zh.contains("GBK") && *line == Some(1), "{zh}");
}
