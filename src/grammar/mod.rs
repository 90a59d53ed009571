//! What a text says: `&str` in, values out. One grammar a file, its table of tests beside it. No tree, no rule, no trace.

pub(crate) mod access;
pub(crate) mod address;
pub(crate) mod boilerplate;
pub(crate) mod byline;
pub(crate) mod fold;
pub(crate) mod hints;
pub(crate) mod label;
pub(crate) mod legible;
pub(crate) mod lexicon;
pub(crate) mod list_item;
pub(crate) mod list_label;
pub(crate) mod list_line;
pub(crate) mod names;
pub(crate) mod outlet;
pub(crate) mod page_kind;
pub(crate) mod tags;
pub(crate) mod time;
pub(crate) mod title;
pub(crate) mod tracking;
pub(crate) mod trail;
pub(crate) mod words;
