//! What each witness is worth: the corpus read without it, one after the other, both halves. Not how witnesses are weighed.

use std::io::Write;

use zhengwen::Witness;

use crate::corpus::Corpus;
use crate::options::Options;
use crate::predict::Predictions;
use crate::report::Report;

/// The figures that witnesses decide.
const FIGURES: [&str; 6] = [
    "title",
    "authors",
    "source",
    "related",
    "kind_articles",
    "kind_negatives",
];

/// A name as in JSON: `headlines`.
pub fn name(witness: Witness) -> String {
    let value = serde_json::to_value(witness).unwrap_or_default();
    value.as_str().unwrap_or_default().to_string()
}

/// A witness by its name.
pub fn named(word: &str) -> Result<Witness, String> {
    let found = Witness::ALL.iter().find(|w| name(**w) == word);
    found
        .copied()
        .ok_or(format!("no witness is called {word}; --ablate lists them"))
}

/// A Markdown table: how far each figure falls without a witness, in thousandths, on the even and the odd half; those without any
/// difference are named below it.
pub fn run(options: &Options, out: &mut impl Write) -> Result<(), String> {
    let halves = [false, true].map(|odd| {
        Corpus::read(&Options {
            odd: Some(odd),
            ..options.clone()
        })
    });
    let [even, odd] = halves;
    let halves = [even?, odd?];
    let figures = |without: Option<Witness>| -> Result<Vec<f64>, String> {
        let mut all = Vec::new();
        for corpus in &halves {
            let predictions = Predictions::parse(corpus, options.mode, without)?;
            let report = Report::new(corpus, &predictions);
            all.extend(FIGURES.map(|figure| {
                let figure = report.get(figure).and_then(|figure| figure.value);
                figure.unwrap_or_default()
            }));
        }
        Ok(all)
    };
    let whole = figures(None)?;
    let mut print = |line: String| writeln!(out, "{line}").map_err(|e| e.to_string());
    print("| without | headline | writers | outlet | related lists | kind of articles | kind of other pages |".into())?;
    print("|---|---|---|---|---|---|---|".into())?;
    let mut idle = Vec::new();
    for &witness in Witness::ALL {
        let worth: Vec<f64> = figures(Some(witness))?
            .iter()
            .zip(&whole)
            .map(|(without, with)| (with - without) * 1000.0)
            .collect();
        if worth.iter().all(|w| w.abs() < 0.05) {
            idle.push(name(witness));
            continue;
        }
        let cells = (0..FIGURES.len()).map(|figure| {
            let (even, odd) = (worth[figure], worth[figure + FIGURES.len()]);
            match even.abs() < 0.05 && odd.abs() < 0.05 {
                true => String::new(),
                false => format!("{even:+.1} / {odd:+.1}"),
            }
        });
        let cells: Vec<String> = cells.collect();
        print(format!("| {witness} | {} |", cells.join(" | ")))?;
    }
    print(format!("\nWithout any difference: {}.", idle.join(", ")))
}
