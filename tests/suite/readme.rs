//! What the READMEs say of sites is what the built-in rules are; the pages they name are there.
//! `UPDATE_README=1 cargo test --test suite readme` rewrites it. The whole list: `site_list`.

use std::fmt::Write;
use std::fs;
use std::path::Path;

use zhengwen::{Rule, RuleSet};

const BEGIN: &str = "<!-- sites:begin -->";
const END: &str = "<!-- sites:end -->";

/// Sites that most readers know, in the order shown. All others are in `docs/sites.md`.
const BEST_KNOWN: &[&str] = &[
    "人民网",
    "新华网",
    "央视网/央视新闻",
    "中国新闻网",
    "光明网",
    "澎湃新闻",
    "新浪新闻",
    "网易新闻",
    "搜狐",
    "凤凰网",
    "今日头条",
    "百家号",
    "微信公众号",
    "环球网",
    "第一财经",
    "36氪",
    "中央社",
    "聯合新聞網",
    "明報新聞網",
    "BBC News 中文",
];

/// How many rules there are of each sort.
pub struct Counts {
    pub sites: usize,
    pub systems: usize,
    pub checked: usize,
    pub reported: usize,
}

/// What differs between the languages.
struct Words {
    file: &'static str,
    head: &'static str,
    marks: &'static str,
    reported: &'static str,
    count: fn(&Counts) -> String,
    pages: fn(usize) -> String,
}

const ENGLISH: Words = Words {
    file: "README.md",
    head: "| name | hosts | evidence |",
    marks: "any host, by its marks",
    reported: "reported",
    count: |n| {
        format!(
            "{} sites and {} publishing systems have a rule: {} rules were checked on saved pages, {} rest on facts read elsewhere.\n\
             All of them: [docs/sites.md](docs/sites.md). The best known:",
            n.sites, n.systems, n.checked, n.reported
        )
    },
    pages: |n| format!("checked on {n}"),
};

const CHINESE: Words = Words {
    file: "README.zh-CN.md",
    head: "| 名称 | 域名 | 依据 |",
    marks: "不限域名，凭源码特征",
    reported: "据资料",
    count: |n| {
        format!(
            "{} 个网站和 {} 种发布系统有规则：{} 条在保存的网页上核对过，{} 条只据资料写成。\n\
             全部列在 [docs/sites.md](docs/sites.md)。最常见的：",
            n.sites, n.systems, n.checked, n.reported
        )
    },
    pages: |n| format!("核对 {n} 页"),
};

pub fn counts() -> Counts {
    let rules = RuleSet::builtin();
    let count = |which: fn(&Rule) -> bool| rules.iter().filter(|r| which(r)).count();
    let all = rules.iter().count();
    let systems = count(|r| r.hosts().is_empty());
    let checked = count(|r| !r.checked().is_empty());
    Counts {
        sites: all - systems,
        systems,
        checked,
        reported: all - checked,
    }
}

/// The rules as a table, after how many there are.
fn table<'a>(words: &Words, rules: impl IntoIterator<Item = &'a Rule>) -> String {
    let mut out = (words.count)(&counts());
    let _ = write!(out, "\n\n{}\n|---|---|---|\n", words.head);
    for rule in rules {
        let hosts = match rule.hosts() {
            [] => words.marks.to_string(),
            hosts => hosts.join(", "),
        };
        let evidence = match rule.checked().len() {
            0 => words.reported.to_string(),
            n => (words.pages)(n),
        };
        let _ = writeln!(out, "| {} | {hosts} | {evidence} |", rule.name());
    }
    out
}

/// The best known sites.
fn short(words: &Words) -> String {
    let rules = RuleSet::builtin();
    let named = BEST_KNOWN.iter().map(|name| {
        rules
            .iter()
            .find(|rule| rule.name() == *name)
            .unwrap_or_else(|| panic!("no rule is named {name}"))
    });
    table(words, named)
}

/// Compares what a file has with what it should have, or rewrites it if asked to. Returns what to do if the two differ.
pub fn check(
    file: &str,
    stands: &str,
    wanted: &str,
    whole: impl FnOnce() -> String,
) -> Result<(), String> {
    if stands == wanted {
        return Ok(());
    }
    if std::env::var_os("UPDATE_README").is_some() {
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(file);
        fs::write(path, whole()).unwrap();
        return Ok(());
    }
    let first = wanted
        .lines()
        .zip(stands.lines().chain(std::iter::repeat("")))
        .find(|(a, b)| a != b);
    Err(format!(
        "{file}: what it says of sites is not what src/sites has; run `UPDATE_README=1 cargo test --test suite`. First difference, wanted / stands: {first:?}"
    ))
}

pub fn text_of(file: &str) -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(file);
    fs::read_to_string(path)
        .unwrap_or_default()
        .replace("\r\n", "\n")
}

fn check_readme(words: &Words) -> Result<(), String> {
    let readme = text_of(words.file);
    let (before, rest) = readme
        .split_once(BEGIN)
        .ok_or(format!("{} has no {BEGIN}", words.file))?;
    let (stands, after) = rest
        .split_once(END)
        .ok_or(format!("{} has no {END}", words.file))?;
    let wanted = format!("\n{}", short(words));
    check(words.file, stands, &wanted, || {
        format!("{before}{BEGIN}{wanted}{END}{after}")
    })
}

#[test]
fn english_readme_says_what_the_rules_are() {
    check_readme(&ENGLISH).unwrap();
}

#[test]
fn chinese_readme_says_what_the_rules_are() {
    check_readme(&CHINESE).unwrap();
}

#[test]
fn pages_named_are_there() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    for file in ["README.md", "README.zh-CN.md", "CONTRIBUTING.md"] {
        let text = fs::read_to_string(root.join(file)).unwrap();
        let mut commands = text
            .lines()
            .filter(|l| l.contains("parse_file -- fixtures/"));
        let command = commands
            .next()
            .unwrap_or_else(|| panic!("{file} has no command to read a page"));
        let page = command.split_whitespace().next_back().unwrap();
        assert!(root.join(page).exists(), "{file} names {page}");
    }
}

/// Links to files of the repository lead somewhere.
#[test]
fn links_lead_somewhere() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    for file in [
        "README.md",
        "README.zh-CN.md",
        "CONTRIBUTING.md",
        "docs/cookbook.md",
    ] {
        let folder = root.join(file).parent().unwrap().to_path_buf();
        let text = text_of(file);
        let links = text.split("](").skip(1).filter_map(|t| t.split(')').next());
        for link in links.filter(|l| !l.contains("://") && !l.starts_with('#') && !l.contains(' '))
        {
            let path = link.split('#').next().unwrap();
            assert!(folder.join(path).exists(), "{file} links to {link}");
        }
    }
}
