//! The pages that benches read: those of the files and folders named on the command line or by `ZHENGWEN_PAGES`, else of `fixtures/`.
//!
//! A page's address stands beside it, in a file of the same name that ends in `.url`, or in a `manifest.tsv` of one of the folders
//! above, in the line that starts with the page's name. Without one the page's own is what counts.

use std::collections::HashMap;
use std::fs;
use std::path::{Path, PathBuf};

use zhengwen::decode;

/// Of a folder with more pages than this, these many are read: every so-manieth by size.
const MOST: usize = 10;

pub struct Page {
    pub name: String,
    pub url: Option<String>,
    pub bytes: Vec<u8>,
    /// The page decoded.
    pub html: String,
}

/// The pages asked for, the smallest first.
pub fn asked_for() -> Vec<Page> {
    let named = std::env::args()
        .skip(1)
        .filter(|word| !word.starts_with('-'));
    let mut places: Vec<PathBuf> = named.map(PathBuf::from).collect();
    places.extend(std::env::var_os("ZHENGWEN_PAGES").map(PathBuf::from));
    if places.is_empty() {
        places.push(Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures"));
    }
    let mut pages: Vec<Page> = places
        .iter()
        .flat_map(|place| below(place))
        .filter_map(|path| read(&path))
        .collect();
    pages.sort_by_key(|page| page.html.len());
    pages
}

/// A file itself; of a folder, pages in and below it.
fn below(place: &Path) -> Vec<PathBuf> {
    if place.is_file() {
        return vec![place.to_path_buf()];
    }
    let mut found = Vec::new();
    let mut folders = vec![place.to_path_buf()];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
            let path = entry.path();
            // Links to folders are not followed: they may lead in a circle.
            if entry.file_type().is_ok_and(|t| t.is_dir()) {
                folders.push(path);
            } else if path
                .extension()
                .is_none_or(|e| ["html", "htm", "shtml"].iter().any(|known| e == *known))
                && let Ok(metadata) = fs::metadata(&path)
            {
                found.push((metadata.len(), path));
            }
        }
    }
    found.sort();
    let all = found.len();
    let chosen = (0..all.min(MOST)).map(|i| (2 * i + 1) * all / (2 * all.min(MOST)));
    chosen.map(|i| found[i].1.clone()).collect()
}

fn read(path: &Path) -> Option<Page> {
    let bytes = fs::read(path)
        .map_err(|e| eprintln!("{}: {e}", path.display()))
        .ok()?;
    let html = decode(&bytes, None).text.into_owned();
    let beside = fs::read_to_string(path.with_extension("url")).ok();
    let url = beside
        .map(|url| url.trim().to_string())
        .or_else(|| listed(path));
    let parts: Vec<_> = path
        .iter()
        .rev()
        .take(2)
        .map(|part| part.to_string_lossy())
        .collect();
    Some(Page {
        name: parts.into_iter().rev().collect::<Vec<_>>().join("/"),
        url,
        bytes,
        html,
    })
}

/// The page's address in the nearest manifest above it.
fn listed(path: &Path) -> Option<String> {
    let path = fs::canonicalize(path).ok()?;
    let folder = path
        .ancestors()
        .find(|folder| folder.join("manifest.tsv").is_file())?;
    let text = fs::read_to_string(folder.join("manifest.tsv")).ok()?;
    let urls: HashMap<&str, &str> = text
        .lines()
        .filter_map(|line| {
            let (name, rest) = line.split_once('\t')?;
            Some((
                name,
                rest.split('\t')
                    .find(|column| column.starts_with("http"))?
                    .trim(),
            ))
        })
        .collect();
    // Names are those below the manifest's folder, or below a folder in it.
    let below = path.strip_prefix(folder).ok()?;
    let inner = below.iter().skip(1).collect::<PathBuf>();
    [below, inner.as_path()]
        .iter()
        .find_map(|name| urls.get(name.to_str()?))
        .map(|url| url.to_string())
}
