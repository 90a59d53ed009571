//! Mistakes in rules, in words: what is wrong and what to write instead, in English and Chinese. What is a mistake, `compile` and
//! `site_rule` decide; here are those that come from other tools: XPath, jQuery, Scrapy, smart quotes, names that are nearly right.

mod host;
mod key;
mod marks;
mod path;
mod place;
mod said;
mod selector;
mod toml;
mod xpath;

pub(crate) use crate::rule::mistake::host::host;
pub(crate) use crate::rule::mistake::key::key;
pub(crate) use crate::rule::mistake::marks::before_reading;
pub(crate) use crate::rule::mistake::path::path;
pub(crate) use crate::rule::mistake::place::{line_and_column, position};
pub(crate) use crate::rule::mistake::said::{Said, said};
pub(crate) use crate::rule::mistake::selector::selector;
pub(crate) use crate::rule::mistake::toml::toml;
