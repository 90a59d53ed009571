//! What the crate reads from each page, as the records that are scored. Not the scoring.

use std::collections::HashMap;
use std::fs;
use std::io::{BufWriter, Write};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::Path;
use std::time::{Duration, Instant};

use serde_json::{Value, json};
use zhengwen::{Article, ErrorKind, Input, Parser, RuleSet, Witness};

use crate::corpus::{self, Corpus};
use crate::options::Mode;

/// Records by page key, and how reading went.
#[derive(Debug, Default)]
pub struct Predictions {
    pub records: HashMap<String, Value>,
    pub pages: usize,
    /// Pages with an error, empty pages among negatives aside.
    pub errors: usize,
    pub panics: usize,
    /// Time spent in the parser alone.
    pub time: Duration,
}

impl Predictions {
    /// Reads every page.
    pub fn parse(corpus: &Corpus, mode: Mode, without: Option<Witness>) -> Result<Self, String> {
        let mut all = Self::default();
        let parser = match mode {
            Mode::All => Parser::new(),
            Mode::NoRules => Parser::new().rules(RuleSet::empty()),
            Mode::RulesOnly => Parser::new().generic(false),
        };
        let parser = parser.without(without);
        for page in &corpus.pages {
            let bytes = fs::read(&page.file).map_err(|e| format!("{}: {e}", page.key))?;
            let input = Input::bytes(&bytes).url(page.url.as_str());
            if mode == Mode::RulesOnly && !has_rule(&parser, input) {
                continue;
            }
            let start = Instant::now();
            let result = catch_unwind(AssertUnwindSafe(|| parser.read(input)));
            all.time += start.elapsed();
            all.pages += 1;
            let record = match result {
                Ok(Ok(article)) => record(&page.key, &article),
                Ok(Err(error)) => {
                    // A negative may be an empty shell; saying so is the right answer.
                    if page.negative.is_none() || !matches!(error.kind(), ErrorKind::Empty) {
                        all.errors += 1;
                        eprintln!("{}: {error}", page.key);
                    }
                    json!({"page": page.key, "error": error.to_string()})
                }
                Err(_) => {
                    all.panics += 1;
                    eprintln!("{}: panic", page.key);
                    json!({"page": page.key, "error": "panic"})
                }
            };
            all.records.insert(page.key.clone(), record);
        }
        Ok(all)
    }

    /// Reads records written before, by this program or another.
    pub fn read(path: &Path) -> Result<Self, String> {
        let mut all = Self::default();
        let text = corpus::read(path)?;
        for (i, line) in text.lines().enumerate() {
            if line.trim().is_empty() {
                continue;
            }
            let record: Value = serde_json::from_str(line)
                .map_err(|e| format!("{}:{}: {e}", path.display(), i + 1))?;
            let page = record["page"].as_str().unwrap_or_default().to_string();
            all.records.insert(page, record);
        }
        all.pages = all.records.len();
        let errors = all.records.values().filter(|r| r.get("error").is_some());
        all.errors = errors.count();
        Ok(all)
    }

    /// Writes the records in the corpus' order.
    pub fn write(&self, path: &Path, corpus: &Corpus) -> Result<(), String> {
        let write = || -> std::io::Result<()> {
            let mut out = BufWriter::new(fs::File::create(path)?);
            for record in corpus.pages.iter().filter_map(|p| self.records.get(&p.key)) {
                writeln!(out, "{record}")?;
            }
            out.flush()
        };
        write().map_err(|e| format!("{}: {e}", path.display()))
    }
}

/// Whether a rule has a template for the page.
fn has_rule(parser: &Parser, input: Input<'_>) -> bool {
    parser
        .read_traced(input)
        .is_ok_and(|(_, trace)| trace.rule.is_some())
}

/// What was read, as it is scored.
pub fn record(key: &str, article: &Article) -> Value {
    let m = &article.metadata;
    let related = article.related.iter().flat_map(|list| &list.items);
    json!({
        "page": key,
        "kind": article.kind.as_str(),
        "confidence": article.confidence,
        "title": m.title,
        "subtitle": m.subtitle,
        "authors": m.authors,
        "source": m.source.as_ref().map(|s| &s.name),
        "editors": m.editors,
        "published": m.published.as_ref().map(|t| t.value.to_rfc3339()),
        "updated": m.updated.as_ref().map(|t| t.value.to_rfc3339()),
        "tags": m.tags,
        "breadcrumb": m.breadcrumb,
        "text": article.body.text(),
        "images": article.body.images().map(|i| &i.url).collect::<Vec<_>>(),
        // Text has no addresses: the headline names an article there.
        "related": related.map(|item| item.url.as_ref().unwrap_or(&item.title)).collect::<Vec<_>>(),
    })
}
