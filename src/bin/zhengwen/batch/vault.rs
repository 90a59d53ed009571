//! Articles as Markdown files in a folder, as note keepers and site generators read them. One file an article.

use std::fs;
use std::io;
use std::path::Path;

use serde::Serialize;
use zhengwen::{Article, MarkdownOptions};

use super::line::SCHEMA;
use super::record::Record;

/// Files of one folder: more are slow to list.
const SHELF: u64 = 1000;
/// Characters of a title in a file's name.
const TITLE: usize = 40;

/// An article's line in `index.ndjson`.
#[derive(Debug, Serialize)]
pub struct Entry<'a> {
    schema: u32,
    id: &'a str,
    url: Option<&'a str>,
    kind: &'a str,
    confidence: f32,
    /// The article's file, from the folder on.
    file: &'a str,
}

impl<'a> Entry<'a> {
    /// The line of the article in `file`.
    pub fn new(record: &'a Record, article: &'a Article, file: &'a str) -> Self {
        Self {
            schema: SCHEMA,
            id: &record.id,
            url: record.url.as_deref(),
            kind: article.kind.as_str(),
            confidence: article.confidence,
            file,
        }
    }
}

/// Writes an article's file, whole or not at all, and gives its name: `000/0000012-城东公园今起开放.md`.
pub fn write(folder: &Path, number: u64, article: &Article) -> io::Result<String> {
    let title = article.metadata.title.as_deref().unwrap_or_default();
    let shelf = format!("{:03}", number / SHELF);
    let name = match plain(title) {
        title if title.is_empty() => format!("{number:07}.md"),
        title => format!("{number:07}-{title}.md"),
    };
    let text = article.markdown(&MarkdownOptions::new().front_matter(true));
    fs::create_dir_all(folder.join(&shelf))?;
    let draft = folder.join(&shelf).join(format!(".{number:07}.part"));
    fs::write(&draft, text)?;
    fs::rename(&draft, folder.join(&shelf).join(&name))?;
    Ok(format!("{shelf}/{name}"))
}

/// A title without what no file's name may have on some system.
fn plain(title: &str) -> String {
    let mut out: String = title
        .chars()
        .map(|c| {
            let bad = c.is_control() || c.is_whitespace() || "/\\:*?\"<>|#^[]%".contains(c);
            if bad { '_' } else { c }
        })
        .take(TITLE)
        .collect();
    out.truncate(out.trim_end_matches(['_', '.']).len());
    out
}

#[cfg(test)]
mod tests {
    use super::plain;

    #[test]
    fn titles_as_names() {
        // title | in a file's name
        for (title, expected) in [
            ("城东公园今起开放", "城东公园今起开放"),
            ("城东/公园：“开放”?", "城东_公园：“开放”"),
            ("..\n", ""),
            ("#城东 公园#", "_城东_公园"),
        ] {
            assert_eq!(plain(title), expected);
        }
        assert_eq!(plain(&"城".repeat(100)).chars().count(), 40);
    }
}
