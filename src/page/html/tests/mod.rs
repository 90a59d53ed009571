//! The tokenizer against html5ever's: the same tokens, the same trees. And what it refuses.

mod limits;
mod random;
mod standard;
mod tokens;
mod trees;

use crate::limits::Limits;
use crate::page::html::oracle;

/// Reads `html` as a page and as a fragment, and fails where html5ever's tokenizer makes another tree of it.
fn assert_same_trees(html: &str, of: &str) {
    let limits = unlimited();
    for (what, ours, theirs) in [
        (
            "page",
            oracle::our_document(html, &limits),
            oracle::document(html),
        ),
        (
            "fragment",
            oracle::our_fragment(html, &limits),
            oracle::fragment(html),
        ),
    ] {
        let ours = ours.unwrap();
        if ours != theirs {
            // Equal HTML may come of different trees: then the nodes tell.
            let (mut ours, mut theirs) = (ours.html(), theirs.html());
            if ours == theirs {
                ours = format!("{:#?}", oracle::our_document(html, &limits).unwrap().tree);
                theirs = format!("{:#?}", oracle::document(html).tree);
            }
            let at = ours
                .char_indices()
                .zip(theirs.chars())
                .find(|((_, a), b)| a != b)
                .map_or(ours.len().min(theirs.len()), |((at, _), _)| at);
            let around = |text: &str| {
                let from = text.floor_char_boundary(at.saturating_sub(80));
                let to = text.floor_char_boundary((at + 80).min(text.len()));
                text[from..to].to_string()
            };
            let start = &html[..html.floor_char_boundary(2000)];
            panic!(
                "{of}: another {what}:\n  ours   {:?}\n  theirs {:?}\n  of     {start:?}",
                around(&ours),
                around(&theirs)
            );
        }
    }
}

fn unlimited() -> Limits {
    Limits {
        nodes: usize::MAX,
        depth: usize::MAX >> 1,
        attributes: usize::MAX,
        work: usize::MAX,
        ..Limits::default()
    }
}

/// The folder that `variable` names.
fn folder(variable: &str) -> std::path::PathBuf {
    std::env::var_os(variable)
        .unwrap_or_else(|| panic!("{variable} names no folder"))
        .into()
}

/// The files in `folder` and below, in order.
fn files(folder: &std::path::Path) -> Vec<std::path::PathBuf> {
    let mut found = Vec::new();
    let mut folders = vec![folder.to_path_buf()];
    while let Some(folder) = folders.pop() {
        let entries = std::fs::read_dir(&folder);
        let entries = entries.unwrap_or_else(|e| panic!("{}: {e}", folder.display()));
        for path in entries.map(|entry| entry.unwrap().path()) {
            if path.is_dir() {
                folders.push(path);
            } else {
                found.push(path);
            }
        }
    }
    found.sort();
    assert!(!found.is_empty(), "{} is empty", folder.display());
    found
}
