//! The page, read once: tree, text, meta table, embedded JSON, base URL. Read-only from here on; no field is decided here.

pub(crate) mod allowance;
pub(crate) mod dom;
mod html;
mod index;
pub(crate) mod json;
mod json_value;
mod lines;
mod literal;
mod memo;
pub(crate) mod meta;
pub(crate) mod path;
mod row;
pub(crate) mod select;
pub(crate) mod tag;
pub(crate) mod url;

use std::rc::Rc;

#[cfg(fuzzing)]
pub(crate) use html::same_tree;

use crate::error::Error;
use crate::limits::Limits;
use crate::page::dom::Dom;
use crate::page::json::Json;
use crate::page::meta::MetaTable;
use crate::page::url::Base;
use serde_json::Value;

/// A page and everything that is read from it but once.
#[derive(Debug)]
pub(crate) struct Page {
    pub(crate) dom: Dom,
    pub(crate) meta: MetaTable,
    pub(crate) base: Base,
    json: Json,
}

impl Page {
    /// Reads `html`, which came from `url` if that is known.
    pub(crate) fn read(html: &str, url: Option<&str>, limits: &Limits) -> Result<Self, Error> {
        Ok(Self::of(Dom::document(html, limits)?, url, limits))
    }

    /// Reads text without markup: its lines are the page.
    pub(crate) fn read_text(text: &str, url: Option<&str>, limits: &Limits) -> Result<Self, Error> {
        Ok(Self::of(Dom::of_text(text, limits)?, url, limits))
    }

    fn of(dom: Dom, url: Option<&str>, limits: &Limits) -> Self {
        let meta = MetaTable::new(&dom);
        let json = Json::new(limits.json);
        let mut page = Self {
            dom,
            meta,
            json,
            base: Base::default(),
        };
        let own = url
            .and_then(url::web)
            .or_else(|| page.addresses().into_iter().find_map(|a| url::web(&a.1)));
        page.base = Base::new(own, page.meta.base.as_deref());
        page
    }

    /// The page's own address as it states it itself, best first, each with the place it was found in.
    pub(crate) fn addresses(&self) -> Vec<(&'static str, String)> {
        let mut found = Vec::new();
        if let Some(href) = &self.meta.canonical {
            found.push(("canonical", href.clone()));
        }
        if let Some(content) = self.meta("og:url") {
            found.push(("og:url", content.to_string()));
        }
        if let Some(url) = self.linked_article().and_then(|a| {
            let id = |v: &Value| {
                v.as_str()
                    .or_else(|| v.get("@id")?.as_str())
                    .map(String::from)
            };
            a.get("url")
                .and_then(id)
                .or_else(|| a.get("mainEntityOfPage").and_then(id))
        }) {
            found.push(("JSON-LD url", url));
        }
        found
    }

    /// The first content of the meta elements of this name (lower case, without blanks).
    pub(crate) fn meta<'a>(&'a self, name: &'a str) -> Option<&'a str> {
        self.meta.get(&self.dom, name)
    }

    /// All contents of the meta elements of this name.
    pub(crate) fn metas<'a>(&'a self, name: &'a str) -> impl Iterator<Item = &'a str> {
        self.meta.all(&self.dom, name)
    }

    /// The JSON-LD object that describes the article.
    pub(crate) fn linked_article(&self) -> Option<&Value> {
        self.json.article(&self.dom)
    }

    /// The state blobs of the page: scripts that are JSON, and what others assign.
    pub(crate) fn blobs(&self) -> Vec<Value> {
        self.json.blobs(&self.dom)
    }

    /// All JSON-LD objects.
    pub(crate) fn linked(&self) -> &[Value] {
        self.json.linked(&self.dom)
    }

    /// The state blob of this name.
    pub(crate) fn state(&self, name: &str) -> Option<Rc<Value>> {
        self.json.state(&self.dom, name)
    }
}
