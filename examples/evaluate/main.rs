//! Measures the crate on a folder of saved pages with gold: `cargo run --release --example evaluate -- FOLDER`.
//!
//! Anyone can measure on a corpus of their own; `--help` tells the folder's layout.

mod ablate;
mod corpus;
mod floors;
mod kinds;
mod options;
mod predict;
mod report;
mod score;
mod worth;

use std::io;
use std::io::Write;
use std::process::ExitCode;

use corpus::Corpus;
use options::{Mode, Options};
use predict::Predictions;
use report::Report;

fn main() -> ExitCode {
    let words: Vec<String> = std::env::args().skip(1).collect();
    if words.iter().any(|word| word == "--help" || word == "-h") {
        let english = words.windows(2).any(|pair| pair == ["--lang", "en"]);
        let usage = match english {
            true => options::USAGE_EN,
            false => options::USAGE,
        };
        return match writeln!(io::stdout(), "{usage}") {
            Ok(()) => ExitCode::SUCCESS,
            Err(_) => ExitCode::FAILURE,
        };
    }
    match run() {
        Ok(broken) if broken.is_empty() => ExitCode::SUCCESS,
        Ok(broken) => {
            for line in broken {
                eprintln!("below the floor: {line}");
            }
            ExitCode::FAILURE
        }
        Err(message) => {
            eprintln!("{message}");
            ExitCode::from(2)
        }
    }
}

/// Measures and prints; returns the floors that do not hold.
fn run() -> Result<Vec<String>, String> {
    let options = Options::read(std::env::args().skip(1))?;
    if options.ablate {
        ablate::run(&options, &mut io::stdout().lock())?;
        return Ok(Vec::new());
    }
    if let Some(file) = &options.sites {
        worth::run(&options, file, &mut io::stdout().lock())?;
        return Ok(Vec::new());
    }
    let without = options.without.as_deref().map(ablate::named).transpose()?;
    let mut corpus = Corpus::read(&options)?;
    let predictions = match &options.score {
        Some(file) => Predictions::read(file)?,
        None => Predictions::parse(&corpus, options.mode, without)?,
    };
    if options.mode == Mode::RulesOnly {
        corpus.keep(|key| predictions.records.contains_key(key));
    }
    if let Some(file) = &options.predictions {
        predictions.write(file, &corpus)?;
    }
    let report = Report::new(&corpus, &predictions);
    let mut out = io::stdout().lock();
    let written = report.print(&mut out).and_then(|()| match options.worst {
        0 => Ok(()),
        worst => report.print_worst(&mut out, &options.field, worst),
    });
    match written.and_then(|()| out.flush()) {
        // The reader has gone, as in `… | head`: nothing more is wanted.
        Err(e) if e.kind() != io::ErrorKind::BrokenPipe => {
            return Err(format!("standard output: {e}"));
        }
        _ => {}
    }
    match &options.floors {
        Some(file) => {
            let section = options.section.as_deref();
            floors::check(file, section.unwrap_or(options.mode.section()), &report)
        }
        None => Ok(Vec::new()),
    }
}
