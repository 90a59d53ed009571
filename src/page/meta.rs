//! The page's `meta` elements as a table, its `title`, canonical link and base. Looked up by name; what a value means is the field's business.

use crate::page::dom::{Dom, NodeId};
use crate::text::clean;

/// Names and contents in document order.
#[derive(Debug, Default)]
pub(crate) struct MetaTable {
    entries: Vec<(String, NodeId)>,
    /// The `title` element's text, cleaned.
    pub(crate) title: Option<String>,
    /// `link rel=canonical`, as written.
    pub(crate) canonical: Option<String>,
    /// `base href`, as written.
    pub(crate) base: Option<String>,
}

impl MetaTable {
    pub(crate) fn new(dom: &Dom) -> Self {
        let mut entries = Vec::with_capacity(dom.seen.metas.len());
        for &ix in &dom.seen.metas {
            for (attr, name) in dom.attrs(ix) {
                if matches!(attr, "name" | "property" | "itemprop") {
                    entries.push((key(name), ix));
                }
            }
        }
        let title = dom
            .seen
            .title
            .map(|ix| clean(&dom.raw_text(ix)))
            .filter(|t| !t.is_empty());
        let canonical = dom.seen.links.iter().find_map(|&ix| {
            let rel = dom.attr(ix, "rel")?;
            rel.split_whitespace()
                .any(|r| r.eq_ignore_ascii_case("canonical"))
                .then(|| dom.attr(ix, "href"))?
        });
        let base = dom.seen.base.and_then(|ix| dom.attr(ix, "href"));
        Self {
            entries,
            title,
            canonical: canonical.map(|s| s.trim().to_string()),
            base: base.map(|s| s.trim().to_string()),
        }
    }

    /// Contents of the metas of this name (case and blanks ignored: pages write `og:time ` and `weibo: article:create_at`), in order.
    pub(crate) fn all<'a>(&'a self, dom: &'a Dom, name: &'a str) -> impl Iterator<Item = &'a str> {
        self.entries
            .iter()
            .filter(move |(k, _)| k == name)
            .filter_map(|&(_, ix)| dom.attr(ix, "content"))
            .map(str::trim)
            .filter(|v| !v.is_empty())
    }

    /// The first content of this name.
    pub(crate) fn get<'a>(&'a self, dom: &'a Dom, name: &'a str) -> Option<&'a str> {
        self.all(dom, name).next()
    }
}

/// Lower case, without blanks.
pub(crate) fn key(name: &str) -> String {
    name.chars()
        .filter(|c| !c.is_whitespace())
        .flat_map(char::to_lowercase)
        .collect()
}
