//! The folder: which pages there are and their gold. Reads no page's HTML until asked to.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use serde_json::Value;

use crate::options::Options;

/// One saved page.
#[derive(Debug)]
pub struct Page {
    /// Its key; of negatives, `negatives/…`.
    pub key: String,
    /// Empty where it is not known.
    pub url: String,
    pub file: PathBuf,
    /// Of negatives: what it is, `homepage`, `404` …
    pub negative: Option<String>,
}

/// The pages asked for, and the gold of those that have some.
#[derive(Debug)]
pub struct Corpus {
    pub pages: Vec<Page>,
    /// In the order of the gold's file names.
    pub gold: Vec<(String, Value)>,
}

impl Corpus {
    /// Reads the folder's lists and gold.
    pub fn read(options: &Options) -> Result<Self, String> {
        let folder = &options.folder;
        let mut pages = Vec::new();
        for line in read(&folder.join("manifest.tsv"))?.lines() {
            let mut cells = line.split('\t');
            let key = cells.next().unwrap_or_default().to_string();
            let url = cells.next().unwrap_or_default().trim().to_string();
            let file = folder.join("pages").join(&key);
            pages.push(Page {
                key,
                url,
                file,
                negative: None,
            });
        }
        if let Ok(list) = fs::read_to_string(folder.join("negatives.tsv")) {
            for line in list.lines() {
                let mut cells = line.split('\t');
                let name = cells.next().unwrap_or_default();
                let kind = cells.next().unwrap_or_default().trim().to_string();
                pages.push(Page {
                    key: format!("negatives/{name}"),
                    url: cells.next().unwrap_or_default().trim().to_string(),
                    file: folder.join("negatives").join(name),
                    negative: Some(kind),
                });
            }
        }
        pages.retain(|page| !page.key.trim().is_empty() && options.wants(&page.key));
        Ok(Self {
            pages,
            gold: gold(&folder.join("gold"), options)?,
        })
    }
}

impl Corpus {
    /// Leaves out the pages and gold of other keys.
    pub fn keep(&mut self, wanted: impl Fn(&str) -> bool) {
        self.pages.retain(|page| wanted(&page.key));
        self.gold.retain(|(key, _)| wanted(key));
    }
}

fn gold(folder: &Path, options: &Options) -> Result<Vec<(String, Value)>, String> {
    let mut files = BTreeMap::new();
    // A folder may have no gold: then nothing is scored.
    let mut folders = Vec::from_iter(folder.is_dir().then(|| folder.to_path_buf()));
    while let Some(folder) = folders.pop() {
        let entries = fs::read_dir(&folder).map_err(|e| format!("{}: {e}", folder.display()))?;
        for path in entries.flatten().map(|entry| entry.path()) {
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|e| e == "json") {
                let value: Value = serde_json::from_str(&read(&path)?)
                    .map_err(|e| format!("{}: {e}", path.display()))?;
                files.insert(path, value);
            }
        }
    }
    let mut gold: Vec<(String, Value)> = Vec::new();
    for value in files.into_values() {
        let Some(page) = value["page"].as_str().filter(|p| options.wants(p)) else {
            continue;
        };
        if value.get("body").is_some() {
            gold.push((page.to_string(), value));
        }
    }
    Ok(gold)
}

/// Reads a text file; the error names it.
pub fn read(path: &Path) -> Result<String, String> {
    fs::read_to_string(path).map_err(|e| format!("{}: {e}", path.display()))
}
