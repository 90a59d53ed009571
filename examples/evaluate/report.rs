//! Figures over all pages: means, the table, the worst pages. Not how one page is scored.

use std::io;
use std::io::Write;

use serde_json::Value;

use crate::corpus::Corpus;
use crate::kinds::{self, Answer};
use crate::predict::Predictions;
use crate::score::{self, Body, FIELDS};

/// One line of the table.
#[derive(Debug)]
pub struct Figure {
    /// As in the floors file.
    pub name: &'static str,
    /// `None` where no page counts.
    pub value: Option<f64>,
    /// How many pages it is the mean of; `None` for plain counts.
    pub pages: Option<usize>,
}

struct Scored<'a> {
    key: &'a str,
    score: f64,
    gold: &'a Value,
    got: &'a Value,
}

/// Everything measured.
pub struct Report<'a> {
    pub figures: Vec<Figure>,
    bodies: Vec<(&'a str, Body)>,
    fields: Vec<(&'static str, Vec<Scored<'a>>)>,
    answers: Vec<Answer>,
    corpus: &'a Corpus,
    predictions: &'a Predictions,
}

impl<'a> Report<'a> {
    /// Scores the records against the gold.
    pub fn new(corpus: &'a Corpus, predictions: &'a Predictions) -> Self {
        let mut bodies = Vec::new();
        let mut fields: Vec<_> = FIELDS.iter().map(|&name| (name, Vec::new())).collect();
        let mut editors_as_authors = 0;
        let mut unread = 0;
        for (key, gold) in &corpus.gold {
            let got = predictions.records.get(key).unwrap_or(&Value::Null);
            unread += usize::from(got.is_null() || got.get("error").is_some());
            bodies.push((key.as_str(), score::body(gold, got)));
            editors_as_authors += score::editors_as_authors(gold, got);
            for (name, scored) in &mut fields {
                if score::counted(name, gold, got) {
                    scored.push(Scored {
                        key,
                        score: score::field(name, gold, got),
                        gold: &gold[*name],
                        got: &got[*name],
                    });
                }
            }
        }
        let answers = kinds::answers(corpus, &predictions.records);

        let mut figures = Vec::new();
        let mut add = |name, value, pages| figures.push(Figure { name, value, pages });
        let mut of_bodies = |name, which: &dyn Fn(&Body) -> bool, score: &dyn Fn(&Body) -> f64| {
            let scores: Vec<f64> = bodies
                .iter()
                .filter(|(_, b)| which(b))
                .map(|(_, b)| score(b))
                .collect();
            add(name, mean(&scores), Some(scores.len()));
        };
        of_bodies("body_f1", &|_| true, &|b| b.f1);
        of_bodies("body_precision", &|_| true, &|b| b.precision);
        of_bodies("body_recall", &|_| true, &|b| b.recall);
        of_bodies("perfect", &|_| true, &|b| f64::from(b.f1 >= 0.99));
        of_bodies("blocks", &|_| true, &|b| b.blocks);
        of_bodies("short_body_f1", &|b| b.length < 300, &|b| b.f1);
        for (name, scored) in &fields {
            let scores: Vec<f64> = scored.iter().map(|s| s.score).collect();
            add(name, mean(&scores), Some(scores.len()));
        }
        for (name, which) in [
            ("kind_articles", is_article as fn(&Answer) -> bool),
            ("kind_negatives", |a| !is_article(a)),
            ("calibration", |a| a.confidence >= 0.9),
        ] {
            let (value, n) = kinds::share(&answers, which);
            add(name, value, Some(n));
        }
        // Of pages whose kind is that sure, how many are of that kind.
        for (name, from, to) in [
            ("sure_95_to_100", 0.95, 1.01),
            ("sure_85_to_95", 0.85, 0.95),
            ("sure_70_to_85", 0.7, 0.85),
            ("sure_50_to_70", 0.5, 0.7),
            ("sure_below_50", 0.0, 0.5),
        ] {
            let (value, n) = kinds::share(&answers, |a| (from..to).contains(&a.confidence));
            add(name, value, Some(n));
        }
        for (name, count) in [
            ("editors_as_authors", editors_as_authors),
            ("unread_gold", unread),
            ("errors", predictions.errors),
            ("panics", predictions.panics),
        ] {
            add(name, Some(count as f64), None);
        }
        Self {
            figures,
            bodies,
            fields,
            answers,
            corpus,
            predictions,
        }
    }

    /// A figure by name.
    pub fn get(&self, name: &str) -> Option<&Figure> {
        self.figures.iter().find(|figure| figure.name == name)
    }

    /// Writes all figures.
    pub fn print(&self, out: &mut impl Write) -> io::Result<()> {
        writeln!(out, "{:<20}{:>9}{:>7}", "figure", "value", "pages")?;
        for figure in &self.figures {
            let value = match (figure.value, figure.pages) {
                (Some(value), Some(_)) => format!("{value:.4}"),
                (Some(count), None) => format!("{count:.0}"),
                (None, _) => "-".into(),
            };
            let pages = figure.pages.map(|n| n.to_string()).unwrap_or_default();
            writeln!(out, "{:<20}{value:>9}{pages:>7}", figure.name)?;
        }
        let mut negatives: Vec<&str> = self
            .answers
            .iter()
            .filter(|a| !is_article(a))
            .map(|a| a.is.as_str())
            .collect();
        negatives.sort_unstable();
        negatives.dedup();
        for is in negatives {
            let (value, n) = kinds::share(&self.answers, |a| a.is == is);
            writeln!(out, "  {is:<18}{:>9.2}{n:>7}", value.unwrap_or_default())?;
        }
        let seconds = self.predictions.time.as_secs_f64();
        if seconds > 0.0 {
            let n = self.predictions.pages;
            writeln!(out, "{n} pages, {:.1} pages/s", n as f64 / seconds)?;
        }
        Ok(())
    }

    /// Writes the worst pages of a field, with gold and got.
    pub fn print_worst(&self, out: &mut impl Write, field: &str, n: usize) -> io::Result<()> {
        if field == "body" {
            let mut bodies = self.bodies.clone();
            bodies.sort_by(|a, b| a.1.f1.total_cmp(&b.1.f1));
            for (key, b) in bodies.iter().take(n) {
                let (f1, p, r) = (b.f1, b.precision, b.recall);
                let blocks = b.blocks;
                writeln!(
                    out,
                    "    {key}: F1 {f1:.3} P {p:.3} R {r:.3} blocks {blocks:.3}"
                )?;
                if blocks < 1.0 {
                    self.print_lines(out, key)?;
                }
            }
        } else if field == "kind" {
            let mut wrong: Vec<&Answer> = self.answers.iter().filter(|a| !a.right).collect();
            wrong.sort_by(|a, b| b.confidence.total_cmp(&a.confidence));
            for a in wrong.iter().take(n) {
                let (key, is, got) = (&a.key, &a.is, &a.got);
                writeln!(out, "    {key}: is {is}, got {got} ({:.2})", a.confidence)?;
            }
        } else {
            let (_, scored) = self
                .fields
                .iter()
                .find(|(name, _)| *name == field)
                .ok_or_else(|| {
                    let known = FIELDS.join(", ");
                    io::Error::other(format!("no field {field}: body, kind, {known}"))
                })?;
            let mut worst: Vec<&Scored> = scored.iter().filter(|s| s.score < 1.0).collect();
            worst.sort_by(|a, b| a.score.total_cmp(&b.score));
            for s in worst.iter().take(n) {
                let (gold, got) = (short(s.gold), short(s.got));
                writeln!(out, "    {}: {:.2} gold={gold} got={got}", s.key, s.score)?;
            }
        }
        Ok(())
    }
}

/// How many differing lines of a body are shown on each side.
const LINES: usize = 4;

impl Report<'_> {
    /// The lines of a body that only the gold has (`-`) and that only the record has (`+`).
    fn print_lines(&self, out: &mut impl Write, key: &str) -> io::Result<()> {
        let Some((_, gold)) = self.corpus.gold.iter().find(|(page, _)| page == key) else {
            return Ok(());
        };
        let got = self.predictions.records.get(key).unwrap_or(&Value::Null);
        let (missing, extra) = score::differing_lines(gold, got);
        for (mark, lines) in [('-', missing), ('+', extra)] {
            for line in lines.iter().take(LINES) {
                let start: String = line.chars().take(60).collect();
                writeln!(out, "      {mark} {start}")?;
            }
            if lines.len() > LINES {
                writeln!(out, "      {mark} … {} more", lines.len() - LINES)?;
            }
        }
        Ok(())
    }
}

fn is_article(answer: &Answer) -> bool {
    answer.is == "article"
}

fn mean(scores: &[f64]) -> Option<f64> {
    (!scores.is_empty()).then(|| scores.iter().sum::<f64>() / scores.len() as f64)
}

fn short(value: &Value) -> String {
    value.to_string().chars().take(160).collect()
}
