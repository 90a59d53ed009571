//! `docs/sites.md` says of every rule what it is, which pages it was seen on and what it is worth: from the rules, the fixtures and
//! `docs/sites.tsv`, which `evaluate` counts on a corpus. `UPDATE_README=1 cargo test --test suite site_list` rewrites it.

use std::collections::{BTreeMap, HashMap};
use std::fmt::Write;
use std::fs;
use std::path::Path;

use zhengwen::{Field, Rule, RuleSet};

use crate::readme::{Counts, check, counts, text_of};

const FILE: &str = "docs/sites.md";
const COUNTED: &str = "docs/sites.tsv";
const MARKS: &str = "不限域名，凭源码特征 any host, by its marks";

/// The pages that one layout of a rule was seen on, as `docs/sites.tsv` has them.
#[derive(Debug)]
struct Seen {
    /// From 1; 0 where none of the rule's layouts fits.
    layout: usize,
    pages: usize,
    /// Pages with gold.
    scored: usize,
    year: Option<u32>,
    better: usize,
    worse: usize,
    /// `body +3 -0, source +2 -1`.
    fields: String,
}

/// By the rule's name.
type Tally = BTreeMap<String, Vec<Seen>>;

fn tally() -> Tally {
    let mut out = Tally::new();
    for line in text_of(COUNTED).lines().filter(|l| !l.starts_with('#')) {
        let cells: Vec<&str> = line.split('\t').collect();
        let [name, layout, pages, scored, year, better, worse, fields] = cells[..] else {
            panic!("{COUNTED}: {line}");
        };
        let number = |cell: &str| cell.parse().unwrap_or_else(|_| panic!("{COUNTED}: {line}"));
        out.entry(name.to_string()).or_default().push(Seen {
            layout: number(layout),
            pages: number(pages),
            scored: number(scored),
            year: year.parse().ok(),
            better: number(better),
            worse: number(worse),
            fields: fields.to_string(),
        });
    }
    out
}

/// What a rule's file has.
struct Described {
    rule: Rule,
    layouts: usize,
    /// The year of the newest test page.
    fixture: Option<u32>,
}

/// All rules, sites by name, then publishing systems.
fn described() -> Vec<Described> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let folder = |path: &Path| fs::read_dir(path).into_iter().flatten().flatten();
    let rules = folder(&root.join("src/sites")).map(|entry| entry.path());
    let rules = rules.filter(|path| path.extension().is_some_and(|e| e == "toml"));
    let mut out: Vec<Described> = rules
        .map(|path| {
            let text = fs::read_to_string(&path).unwrap();
            let layouts = text.lines().filter(|l| l.starts_with("[[template]]"));
            let pages = root.join("fixtures").join(path.file_stem().unwrap());
            let years = folder(&pages).filter_map(|e| year(&e.file_name().to_string_lossy()));
            Described {
                rule: Rule::from_toml(&text).unwrap(),
                layouts: layouts.count(),
                fixture: years.max(),
            }
        })
        .collect();
    out.sort_by_key(|d| (d.rule.hosts().is_empty(), d.rule.name().to_string()));
    out
}

/// The year a test page is named after: `2024-05-13-post-info.html`.
fn year(name: &str) -> Option<u32> {
    let year = name.get(..4)?.parse().ok()?;
    (1995..2100).contains(&year).then_some(year)
}

fn page() -> String {
    let sites = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/sites");
    let bytes: u64 = fs::read_dir(sites)
        .unwrap()
        .flatten()
        .filter(|entry| entry.path().extension().is_some_and(|e| e == "toml"))
        .map(|entry| entry.metadata().unwrap().len())
        .sum();
    // By ten, so that not every change to a rule changes this page.
    let size = (bytes / 1024).div_ceil(10) * 10;
    let all = described();
    let tally = tally();
    let (checked, reported): (Vec<&Described>, Vec<&Described>) =
        all.iter().partition(|d| !d.rule.checked().is_empty());
    let (checked, reported) = (rules(&checked, &tally), rules(&reported, &tally));
    let layouts = layouts(&all, &tally);
    let Counts {
        sites,
        systems,
        checked: on_pages,
        reported: from_facts,
    } = counts();
    let sum = |which: fn(&Seen) -> usize| tally.values().flatten().map(which).sum::<usize>();
    let (pages, scored) = (sum(|s| s.pages), sum(|s| s.scored));
    let (better, worse) = (sum(|s| s.better), sum(|s| s.worse));
    format!(
        "<!-- UPDATE_README=1 cargo test --test suite site_list -->\n# 网站规则 Site rules\n\n\
         {sites} 个网站，{systems} 种发布系统：{on_pages} 条规则在保存的网页上核对过，{from_facts} 条据资料写成，当时没有页面可核对。\n\n\
         {sites} sites and {systems} publishing systems: {on_pages} rules were checked on saved pages; {from_facts} rest on facts read \
         elsewhere, with no page at hand.\n\n\
         这些规则共约 {size} KB，编译在库里；`default-features = false`（关掉 `builtin-rules`）即不带它们，网页仍用通用方法读。\n\
         Together they are about {size} KB, compiled into the library; `default-features = false` (without `builtin-rules`) leaves them \
         out, and pages are read by general means.\n\n\
         ## 怎样数出来 How it is counted\n\n\
         每一页读两遍：用规则、不用规则（`--no-rules`）。有人工答案的页上，一个字段用规则读得更准算“更好”，更不准算“更差”，一样的不算。\
         共 {pages} 页，其中 {scored} 页有答案：更好 {better}，更差 {worse}。“核对”是规则里写明的核对页数，“读过”是这里数到的页数，“最近”是读过的页和测试页里最近的一年。\n\n\
         Each page is read twice, with rules and without (`--no-rules`). On pages with gold, a field that the rule reads better counts as \
         *better*, one that it reads worse as *worse*, the same does not count. {pages} pages, {scored} of them with gold: {better} better, \
         {worse} worse. *checked* is how many pages the rule names, *read* how many were counted here, *newest* the year of the newest of \
         these and of the test pages.\n\n\
         ```sh\n\
         cargo run --release --example evaluate -- CORPUS --sites {COUNTED} --seen FOLDER   # counts; names what rules make worse\n\
         UPDATE_README=1 cargo test --test suite site_list                                  # writes this page\n\
         ```\n\n\
         ## 核对过的 Checked on saved pages\n\n{checked}\n\
         ## 据资料写成的 Written from facts read elsewhere\n\n{reported}\n\
         ## 各版式 By layout\n\n{layouts}"
    )
}

/// Rules with the pages they were seen on and what they are worth.
fn rules(rules: &[&Described], tally: &Tally) -> String {
    let mut out = String::from(
        "| 名称 name | 域名 hosts | 版式 layouts | 核对 checked | 读过 read | 最近 newest | 更好 better | 更差 worse |\n\
         |---|---|---|---|---|---|---|---|\n",
    );
    for d in rules {
        let hosts = match d.rule.hosts() {
            [] => MARKS.to_string(),
            hosts => hosts.join(", "),
        };
        let seen = tally.get(d.rule.name()).map_or(&[][..], Vec::as_slice);
        let sum = |which: fn(&Seen) -> usize| seen.iter().map(which).sum::<usize>();
        let newest = seen.iter().filter_map(|s| s.year).chain(d.fixture).max();
        let (better, worse) = match sum(|s| s.scored) {
            0 => (none(0), none(0)),
            _ => (sum(|s| s.better).to_string(), sum(|s| s.worse).to_string()),
        };
        let _ = writeln!(
            out,
            "| {} | {hosts} | {} | {} | {} | {} | {better} | {worse} |",
            d.rule.name(),
            d.layouts,
            none(d.rule.checked().len()),
            none(sum(|s| s.pages)),
            newest.map_or("–".to_string(), |year| year.to_string()),
        );
    }
    out
}

/// Layouts that a page was seen of.
fn layouts(all: &[Described], tally: &Tally) -> String {
    let mut out = String::from(
        "| 名称 name | 版式 layout | 读过 read | 最近 newest | 更好 better | 更差 worse | 字段 fields |\n|---|---|---|---|---|---|---|\n",
    );
    let by_name: HashMap<&str, &Described> = all.iter().map(|d| (d.rule.name(), d)).collect();
    for (name, seen) in tally {
        let total = by_name.get(name.as_str()).map_or(0, |d| d.layouts);
        for s in seen {
            let layout = match s.layout {
                0 => "都不合 none fits".to_string(),
                n => format!("{n} / {total}"),
            };
            let (better, worse) = match s.scored {
                0 => (none(0), none(0)),
                _ => (s.better.to_string(), s.worse.to_string()),
            };
            let _ = writeln!(
                out,
                "| {name} | {layout} | {} | {} | {better} | {worse} | {} |",
                s.pages,
                s.year.map_or("–".to_string(), |year| year.to_string()),
                fields(&s.fields),
            );
        }
    }
    out
}

/// `body +3 -0, source +2 -1` as `正文 body +3，来源 source +2 −1`.
fn fields(text: &str) -> String {
    let parts = text.split(", ").filter(|part| !part.is_empty());
    let parts = parts.map(|part| {
        let mut words = part.split(' ');
        let name = words.next().unwrap_or_default();
        let zh = Field::ALL.iter().find(|field| field.as_str() == name);
        let zh = zh.map_or("图", |field| field.zh());
        let signs = words.filter(|word| !word.ends_with(['+', '-']) && &word[1..] != "0");
        let signs: Vec<String> = signs.map(|word| word.replace('-', "−")).collect();
        format!("{zh} {name} {}", signs.join(" "))
    });
    parts.collect::<Vec<_>>().join("，")
}

fn none(n: usize) -> String {
    match n {
        0 => "–".to_string(),
        n => n.to_string(),
    }
}

#[test]
fn list_of_sites_is_that_of_the_rules() {
    let wanted = page();
    check(FILE, &text_of(FILE), &wanted, || wanted.clone()).unwrap();
}

/// A rule that was renamed or taken away leaves no line behind.
#[test]
fn rules_counted_are_there() {
    let rules = RuleSet::builtin();
    for name in tally().keys() {
        assert!(
            rules.iter().any(|rule| rule.name() == name),
            "{COUNTED}: no rule is named {name}; count again as its first line says"
        );
    }
}
