//! Least figures that must hold. Not how they are measured.

use std::collections::BTreeMap;
use std::path::Path;

use crate::corpus;
use crate::report::Report;

/// Compares a report with the floors in a file. Returns one line for each floor that does not hold.
///
/// The file has tables `[rules]`, `[no_rules]`, `[rules_only]` and whatever `--section` names. A key is a figure's name and its value the least it may be;
/// with `max_` before the name, the most.
pub fn check(path: &Path, table: &str, report: &Report) -> Result<Vec<String>, String> {
    let mut tables: BTreeMap<String, BTreeMap<String, f64>> =
        toml::from_str(&corpus::read(path)?).map_err(|e| format!("{}: {e}", path.display()))?;
    let floors = tables.remove(table).unwrap_or_default();
    let mut broken = Vec::new();
    for (key, limit) in floors {
        let (name, most) = match key.strip_prefix("max_") {
            Some(name) => (name, true),
            None => (key.as_str(), false),
        };
        let figure = report
            .get(name)
            .ok_or(format!("{}: no figure {key}", path.display()))?;
        match figure.value {
            Some(value) if most && value > limit => {
                broken.push(format!("[{table}] {name} is {value}, at most {limit}"));
            }
            Some(value) if !most && value < limit => {
                broken.push(format!("[{table}] {name} is {value:.4}, floor {limit}"));
            }
            None if !most && limit > 0.0 => {
                broken.push(format!("[{table}] {name} was not measured, floor {limit}"));
            }
            _ => {}
        }
    }
    Ok(broken)
}
