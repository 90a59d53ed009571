//! Whether pages were told apart: articles from lists, galleries, 404 pages … Not the fields.

use std::collections::HashMap;

use serde_json::Value;

use crate::corpus::Corpus;

/// One page's answer.
#[derive(Debug)]
pub struct Answer {
    pub key: String,
    /// What it is: `article`, or the negative's kind.
    pub is: String,
    /// The kind answered; `error` where the page could not be read.
    pub got: String,
    pub confidence: f64,
    pub right: bool,
}

/// The answers for articles with gold and for negatives, if records name kinds.
pub fn answers(corpus: &Corpus, records: &HashMap<String, Value>) -> Vec<Answer> {
    let articles = corpus
        .gold
        .iter()
        .filter(|(_, gold)| gold["is_article"] != Value::Bool(false))
        .map(|(key, _)| (key, "article"));
    let negatives = corpus
        .pages
        .iter()
        .filter_map(|page| Some((&page.key, page.negative.as_deref()?)));
    articles
        .chain(negatives)
        .filter_map(|(key, is)| {
            let record = records.get(key)?;
            let got = match record.get("error") {
                Some(_) => "error",
                None => record["kind"].as_str()?,
            };
            Some(Answer {
                key: key.clone(),
                is: is.to_string(),
                got: got.to_string(),
                confidence: record["confidence"].as_f64().unwrap_or(0.0),
                right: right(is, got),
            })
        })
        .collect()
}

fn right(is: &str, got: &str) -> bool {
    match is {
        "article" | "gallery" | "live" => got == is,
        "403" | "bot-block" | "login" => got == "blocked",
        "404" => got == "missing",
        "list" | "homepage" | "topic" | "search" | "toc" => got == "list",
        "video" | "roundup-video" => got == "video",
        // Forum threads, shells that wait for scripts …: anything, as long as nobody takes it for news.
        _ => got != "article",
    }
}

/// The share of right answers among those that `which` names, and how many there are.
pub fn share(answers: &[Answer], which: impl Fn(&Answer) -> bool) -> (Option<f64>, usize) {
    let asked: Vec<&Answer> = answers.iter().filter(|a| which(a)).collect();
    let right = asked.iter().filter(|a| a.right).count();
    let n = asked.len();
    ((n > 0).then(|| right as f64 / n as f64), n)
}
