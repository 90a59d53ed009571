//! What each site's rule is worth: every page read with rules and without, by rule and layout. Not how one page is scored.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::fs;
use std::io::Write;

use chrono::Datelike;
use serde_json::Value;
use zhengwen::{Article, Input, Parser, RuleSet};

use crate::corpus::Corpus;
use crate::options::Options;
use crate::predict::record;
use crate::score::{self, FIELDS};

/// Bodies that differ by less read the same.
const BODY_MIN: f64 = 0.002;

/// Where the table says how it is made.
const HEAD: &str = "\
# cargo run --release --example evaluate -- CORPUS --sites docs/sites.tsv --seen FOLDER
# rule, layout (0: none fits), pages, of them with gold, newest year, values better and worse than without rules, by field
";

/// The pages of a layout.
#[derive(Debug, Default)]
struct Layout {
    pages: usize,
    scored: usize,
    year: Option<i32>,
    /// Pages where a field is better and where it is worse.
    fields: BTreeMap<&'static str, (usize, usize)>,
}

/// Writes the table into a file and tells every value that a rule makes worse.
pub fn run(options: &Options, file: &std::path::Path, out: &mut impl Write) -> Result<(), String> {
    let mut layouts: BTreeMap<(String, usize), Layout> = BTreeMap::new();
    let with = Parser::new();
    let without = Parser::new().rules(RuleSet::empty());
    let folders = std::iter::once(&options.folder).chain(&options.seen);
    for folder in folders {
        let corpus = Corpus::read(&Options {
            folder: folder.clone(),
            ..options.clone()
        })?;
        let gold: BTreeMap<&str, &Value> =
            corpus.gold.iter().map(|(k, v)| (k.as_str(), v)).collect();
        for page in corpus.pages.iter().filter(|p| p.negative.is_none()) {
            let bytes = fs::read(&page.file).map_err(|e| format!("{}: {e}", page.key))?;
            let input = Input::bytes(&bytes).url(page.url.as_str());
            let Ok((article, trace)) = with.read_traced(input) else {
                continue;
            };
            let Some(site) = &article.site else { continue };
            let layout = trace.rule.as_ref().map_or(0, |rule| rule.template + 1);
            let entry = layouts.entry((site.as_str().to_string(), layout));
            let layout = entry.or_default();
            layout.pages += 1;
            let gold = gold.get(page.key.as_str());
            layout.year = layout.year.max(year(gold.copied(), &article));
            let Some(gold) = gold else { continue };
            let Ok(plain) = without.read(input) else {
                continue;
            };
            layout.scored += 1;
            let [ruled, plain] = [&article, &plain].map(|article| record(&page.key, article));
            for (field, worth) in worths(gold, &ruled, &plain) {
                let (better, worse) = layout.fields.entry(field).or_default();
                *better += usize::from(worth > 0.0);
                *worse += usize::from(worth < 0.0);
                if worth < 0.0 {
                    let name = site.as_str();
                    writeln!(
                        out,
                        "{name}: {field} of {} is worse by {:.3}",
                        page.key, -worth
                    )
                    .map_err(|e| e.to_string())?;
                }
            }
        }
    }
    fs::write(file, table(&layouts)).map_err(|e| format!("{}: {e}", file.display()))
}

/// How much better each field is with rules; those that are the same are left out.
fn worths(gold: &Value, ruled: &Value, plain: &Value) -> Vec<(&'static str, f64)> {
    let body = score::body(gold, ruled).f1 - score::body(gold, plain).f1;
    let mut out = vec![("body", if body.abs() < BODY_MIN { 0.0 } else { body })];
    for name in FIELDS {
        if score::counted(name, gold, ruled) || score::counted(name, gold, plain) {
            let [with, without] = [ruled, plain].map(|got| match score::counted(name, gold, got) {
                true => score::field(name, gold, got),
                // The gold has none, and none was given.
                false => 1.0,
            });
            out.push((name, with - without));
        }
    }
    out.retain(|(_, worth)| worth.abs() > 1e-9);
    out
}

/// The year the page is of: that of its gold, else the one read.
fn year(gold: Option<&Value>, article: &Article) -> Option<i32> {
    let told = gold.and_then(|gold| gold["published"].as_str()?.get(..4)?.parse().ok());
    let read = article.metadata.published.as_ref();
    let year = told.or_else(|| read.map(|time| time.value.year()))?;
    (1995..2100).contains(&year).then_some(year)
}

fn table(layouts: &BTreeMap<(String, usize), Layout>) -> String {
    let mut out = String::from(HEAD);
    for ((site, n), layout) in layouts {
        let sum = |which: fn(&(usize, usize)) -> usize| layout.fields.values().map(which).sum();
        let (better, worse): (usize, usize) = (sum(|f| f.0), sum(|f| f.1));
        let year = layout.year.map(|year| year.to_string());
        let year = year.as_deref().unwrap_or("-");
        let fields = layout.fields.iter();
        let fields = fields.map(|(field, (better, worse))| format!("{field} +{better} -{worse}"));
        let fields = fields.collect::<Vec<_>>().join(", ");
        let (pages, scored) = (layout.pages, layout.scored);
        let _ = writeln!(
            out,
            "{site}\t{n}\t{pages}\t{scored}\t{year}\t{better}\t{worse}\t{fields}"
        );
    }
    out
}
