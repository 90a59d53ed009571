//! JSON inside the page: JSON-LD and the state blobs that scripts leave (`__NEXT_DATA__`, `window.DATA = {…}`). Parsed on demand, never run.

use std::cell::{Cell, OnceCell, RefCell};
use std::collections::HashMap;
use std::rc::Rc;

use serde_json::Value;

use crate::page::dom::{Dom, NodeId};
use crate::page::{json_value, literal};

/// Scripts looked through for an article, assignments tried in one of them, and the bytes of a blob that may hold one.
const SCRIPTS_MAX: usize = 60;
const ASSIGNED_MAX: usize = 6;
const BLOB_MIN: usize = 400;

/// Objects of JSON-LD read on one page, counted by their opening braces. Every object kept costs close to a kilobyte, however short;
/// saved pages have 51 at most.
const LINKED_MAX: usize = 10_000;

/// The scripts of a page that hold data.
#[derive(Debug)]
pub(crate) struct Json {
    /// All JSON-LD objects, `@graph` and arrays flattened.
    linked: OnceCell<Vec<Value>>,
    /// State blobs looked up before: rules ask for one several times.
    states: RefCell<HashMap<String, Option<Rc<Value>>>>,
    budget: Budget,
}

/// How much JSON may still be read: one blob's bytes, and all blobs' together. A text in which a blob seems to start
/// again and again must not be read from each start to its end.
#[derive(Debug)]
struct Budget {
    blob: usize,
    all: Cell<usize>,
    /// Memory that values may still take.
    values: Cell<usize>,
}

impl Budget {
    /// Whether this text may be read; it is accounted for then.
    fn take(&self, text: &str) -> bool {
        let left = self.all.get();
        if text.len() > self.blob || text.len() > left {
            return false;
        }
        self.all.set(left - text.len());
        true
    }
}

impl Json {
    /// Nothing read yet; `max` is the size of the largest blob that will be.
    pub(crate) fn new(max: usize) -> Self {
        Self {
            linked: OnceCell::new(),
            states: RefCell::default(),
            budget: Budget {
                blob: max,
                all: Cell::new(max.saturating_mul(4)),
                values: Cell::new(max.saturating_mul(16)),
            },
        }
    }

    /// The JSON-LD objects of the page in document order.
    pub(crate) fn linked<'a>(&'a self, dom: &Dom) -> &'a [Value] {
        self.linked.get_or_init(|| {
            let mut out = Vec::new();
            let mut left = LINKED_MAX;
            for &ix in &dom.seen.scripts {
                let is_ld = dom
                    .attr(ix, "type")
                    .is_some_and(|t| t.trim().eq_ignore_ascii_case("application/ld+json"));
                if !is_ld {
                    continue;
                }
                let text = dom.script_text(ix);
                let Some(rest) = left.checked_sub(text.matches('{').count()) else {
                    continue;
                };
                left = rest;
                if let Some(value) = self.budget.lenient(text) {
                    flatten(value, &mut out);
                }
            }
            out
        })
    }

    /// The first JSON-LD object that describes an article.
    pub(crate) fn article<'a>(&'a self, dom: &Dom) -> Option<&'a Value> {
        let all = self.linked(dom);
        all.iter()
            .find(|v| {
                type_of(v)
                    .is_some_and(|t| t.ends_with("Article") || t == "BlogPosting" || t == "Report")
            })
            .or_else(|| {
                all.iter()
                    .find(|v| v.get("pubDate").is_some() || v.get("datePublished").is_some())
            })
    }

    /// The state blob `name`: the contents of the script with that id, else the value assigned to `name` in a script.
    pub(crate) fn state(&self, dom: &Dom, name: &str) -> Option<Rc<Value>> {
        if let Some(known) = self.states.borrow().get(name) {
            return known.clone();
        }
        let found = self.find_state(dom, name).map(Rc::new);
        self.states
            .borrow_mut()
            .insert(name.to_string(), found.clone());
        found
    }

    /// The state blobs of a page: scripts that are JSON, and what others assign.
    pub(super) fn blobs(&self, dom: &Dom) -> Vec<Value> {
        let mut out = Vec::new();
        for &ix in dom.seen.scripts.iter().take(SCRIPTS_MAX) {
            let text = dom.script_text(ix).trim();
            let linked = dom.attr(ix, "type").is_some_and(|t| t.contains("ld+json"));
            if linked || text.len() < BLOB_MIN {
                continue;
            }
            if let Some(value) = self.budget.blob(text) {
                out.push(value);
                continue;
            }
            let assigned = text
                .match_indices('=')
                .map(|(at, _)| text[at + 1..].trim_start());
            let starts = ["{", "[", "JSON.parse(", "\"{", "'{", "\"%7B", "'%7B"];
            out.extend(
                assigned
                    .filter(|value| {
                        value.len() >= BLOB_MIN && starts.iter().any(|s| value.starts_with(s))
                    })
                    .take(ASSIGNED_MAX)
                    .filter_map(|value| self.budget.blob(value))
                    .take(2),
            );
        }
        out
    }

    fn find_state(&self, dom: &Dom, name: &str) -> Option<Value> {
        let script = |ix: NodeId| dom.script_text(ix);
        for &ix in &dom.seen.scripts {
            if dom.attr(ix, "id") == Some(name) {
                return self.budget.blob(script(ix));
            }
        }
        for &ix in &dom.seen.scripts {
            let text = script(ix);
            if text.len() > self.budget.blob {
                continue;
            }
            for (at, _) in text.match_indices(name) {
                let before = text[..at].chars().next_back();
                let after = text[at + name.len()..].trim_start_matches(BETWEEN);
                let own_name = !before.is_some_and(|c| c.is_alphanumeric() || c == '_' || c == '$');
                if own_name
                    && let Some(value) = after.strip_prefix('=').filter(|v| !v.starts_with('='))
                    && let Some(value) = self.budget.blob(value)
                {
                    return Some(value);
                }
            }
        }
        None
    }
}

/// What may stand between a blob's name and the `=` that assigns it: `window["DATA"] =`.
const BETWEEN: [char; 7] = [' ', '\t', '\n', '\r', '"', '\'', ']'];

/// Whether a blob can have this name: one with something in it that does not also stand behind names. A name of blanks would be found
/// at every blank, and each time all blanks after it would be looked at.
pub(crate) fn is_name(name: &str) -> bool {
    !name.trim_matches(BETWEEN).is_empty()
}

/// The value at `path`: keys and indexes separated by `/`, `*` for every item. One value, or the list of all that match.
pub(crate) fn at<'a>(value: &'a Value, path: &str) -> Vec<&'a Value> {
    let mut now = vec![value];
    for key in path.split('/').filter(|k| !k.is_empty()) {
        let mut next = Vec::new();
        for value in now {
            match value {
                Value::Array(items) if key == "*" => next.extend(items),
                Value::Object(map) if key == "*" => next.extend(map.values()),
                Value::Array(items) => {
                    next.extend(key.parse::<usize>().ok().and_then(|i| items.get(i)))
                }
                Value::Object(map) => next.extend(map.get(key)),
                _ => {}
            }
        }
        now = next;
    }
    now
}

/// A JSON scalar as text; objects by their `name` (JSON-LD persons and outlets), lists by their items.
pub(crate) fn texts(value: &Value) -> Vec<String> {
    match value {
        Value::String(s) if !s.trim().is_empty() => vec![s.trim().to_string()],
        Value::Number(n) => vec![n.to_string()],
        Value::Array(items) => items
            .iter()
            .filter_map(|v| match v {
                Value::Array(_) => None,
                other => texts(other).into_iter().next(),
            })
            .collect(),
        Value::Object(map) => ["name", "url", "@value"]
            .iter()
            .find_map(|k| map.get(*k).and_then(Value::as_str))
            .map(|s| vec![s.trim().to_string()])
            .unwrap_or_default(),
        _ => Vec::new(),
    }
}

fn type_of(value: &Value) -> Option<&str> {
    match value.get("@type")? {
        Value::String(s) => Some(s),
        Value::Array(items) => items.first()?.as_str(),
        _ => None,
    }
}

fn flatten(value: Value, out: &mut Vec<Value>) {
    // Two levels are all that pages use: a list of objects, or one with `@graph`.
    let list = match value {
        Value::Array(items) => items,
        other => vec![other],
    };
    for mut value in list {
        if let Some(Value::Array(graph)) = value.get_mut("@graph").map(Value::take) {
            out.extend(graph);
        }
        out.push(value);
    }
}

impl Budget {
    /// The value a script text starts with: JSON, percent-encoded JSON, or `JSON.parse("…")`.
    fn blob(&self, text: &str) -> Option<Value> {
        let text = text.trim_start();
        let starts = ["{", "[", "%7B", "%5B", "%7b", "JSON.parse(", "\"", "'"];
        if !starts.iter().any(|s| text.starts_with(s)) || !self.take(text) {
            return None;
        }
        if text.starts_with("%7B") || text.starts_with("%5B") || text.starts_with("%7b") {
            return self.lenient(&percent_encoding::percent_decode_str(text).decode_utf8_lossy());
        }
        let quoted = text
            .strip_prefix("JSON.parse(")
            .unwrap_or(text)
            .trim_start();
        if quoted.starts_with(['"', '\'']) {
            let Some(Value::String(inner)) = self.value(&literal::to_json(quoted)?) else {
                return None;
            };
            return self.lenient(&inner);
        }
        if !text.starts_with(['{', '[']) {
            return None;
        }
        self.value(text)
            .or_else(|| self.value(&literal::to_json(text)?))
    }

    /// The JSON value at the start of `text`, whatever follows it.
    fn value(&self, text: &str) -> Option<Value> {
        json_value::read(text, &self.values)
    }

    /// JSON as pages write it: with raw line feeds in strings, or a comment around it.
    fn lenient(&self, text: &str) -> Option<Value> {
        let text = text
            .trim()
            .trim_start_matches("<!--")
            .trim_start_matches("//<![CDATA[")
            .trim_start();
        if !self.take(text) {
            return None;
        }
        self.value(text)
            .or_else(|| {
                let spaced: String = text
                    .chars()
                    .map(|c| if c.is_control() { ' ' } else { c })
                    .collect();
                self.value(&spaced)
            })
            // With comments, or a comma too many.
            .or_else(|| self.value(&literal::to_json(text)?))
    }
}
