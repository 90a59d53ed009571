//! Rules made ready to run: selectors and patterns compiled once, mistakes found and named. Not run here (see `run`).

use chrono::FixedOffset;
use regex::{Regex, RegexBuilder};

use crate::article::RelatedKind;
use crate::error::Error;
use crate::grammar::label;
use crate::grammar::label::Label;
use crate::page::meta;
use crate::page::select::Selector;
use crate::rule::schema::{RelatedFile, StepFile, Steps, TemplateFile};

/// A layout, ready to run.
#[derive(Debug)]
pub(crate) struct Template {
    pub(crate) when: Option<Selector>,
    pub(crate) account: Option<bool>,
    pub(crate) title: Vec<Step>,
    pub(crate) subtitle: Vec<Step>,
    pub(crate) summary: Vec<Step>,
    pub(crate) published: Vec<Step>,
    pub(crate) updated: Vec<Step>,
    pub(crate) authors: Vec<Step>,
    pub(crate) source: Vec<Step>,
    pub(crate) editors: Vec<Step>,
    pub(crate) tags: Vec<Step>,
    pub(crate) breadcrumb: Vec<Step>,
    pub(crate) lead_image: Vec<Step>,
    pub(crate) next_page: Vec<Step>,
    pub(crate) body: Vec<Step>,
    pub(crate) remove: Vec<Selector>,
    pub(crate) related: Vec<RelatedStep>,
}

/// A step, ready to run.
#[derive(Debug)]
pub(crate) struct Step {
    pub(crate) look: Look,
    pub(crate) pattern: Option<Regex>,
    pub(crate) html: bool,
    /// How the trace names it: `title[0] css h1`.
    pub(crate) name: String,
}

/// Where a step looks.
#[derive(Debug)]
pub(crate) enum Look {
    Css {
        selector: Selector,
        attr: Option<String>,
    },
    Meta(String),
    Ld(String),
    State {
        blob: String,
        path: String,
    },
    Label {
        label: Label,
        within: Option<Selector>,
    },
    Url(Regex),
    Text(String),
}

/// A list of other articles, ready to be looked for.
#[derive(Debug)]
pub(crate) struct RelatedStep {
    pub(crate) list: Selector,
    pub(crate) label: Option<String>,
    pub(crate) heading: Option<Selector>,
    pub(crate) kind: Option<RelatedKind>,
    pub(crate) name: String,
}

/// Where a rule came from, for error texts.
#[derive(Clone, Copy)]
pub(crate) struct Origin<'a> {
    pub(crate) file: Option<&'a str>,
    pub(crate) text: &'a str,
}

impl Origin<'_> {
    /// An error at `key`, with the line of `needle` where it can be found.
    fn error(&self, key: &str, needle: &str, reason: impl Into<String>) -> Error {
        let line = self
            .text
            .find(needle)
            .map(|at| self.text[..at].matches('\n').count() + 1);
        let key = match line {
            Some(line) if !needle.is_empty() => format!("{key} (line {line})"),
            _ => key.to_string(),
        };
        Error::rule(self.file, key, reason)
    }
}

/// Selectors longer than this are refused, and so are patterns: no real one comes near it.
const MAX_SELECTOR: usize = 1000;
/// Bytes a compiled pattern may take.
const MAX_PATTERN: usize = 1 << 20;

pub(crate) fn template(
    file: &TemplateFile,
    key: &str,
    origin: Origin<'_>,
) -> Result<Template, Error> {
    let steps = |field: &str, s: &Steps| steps(s, &format!("{key}.{field}"), field, origin);
    let mut remove = Vec::with_capacity(file.remove.len());
    for (i, css) in file.remove.iter().enumerate() {
        remove.push(selector(css, &format!("{key}.remove[{i}]"), origin)?);
    }
    let mut related = Vec::with_capacity(file.related.len());
    for (i, step) in file.related.iter().enumerate() {
        related.push(related_step(
            step,
            i,
            &format!("{key}.related[{i}]"),
            origin,
        )?);
    }
    Ok(Template {
        account: file.account,
        when: match &file.when {
            Some(css) => Some(selector(css, &format!("{key}.when"), origin)?),
            None => None,
        },
        title: steps("title", &file.title)?,
        subtitle: steps("subtitle", &file.subtitle)?,
        summary: steps("summary", &file.summary)?,
        published: steps("published", &file.published)?,
        updated: steps("updated", &file.updated)?,
        authors: steps("authors", &file.authors)?,
        source: steps("source", &file.source)?,
        editors: steps("editors", &file.editors)?,
        tags: steps("tags", &file.tags)?,
        breadcrumb: steps("breadcrumb", &file.breadcrumb)?,
        lead_image: steps("lead_image", &file.lead_image)?,
        next_page: steps("next_page", &file.next_page)?,
        body: steps("body", &file.body)?,
        remove,
        related,
    })
}

fn related_step(
    file: &RelatedFile,
    i: usize,
    key: &str,
    origin: Origin<'_>,
) -> Result<RelatedStep, Error> {
    Ok(RelatedStep {
        list: selector(&file.list, &format!("{key}.list"), origin)?,
        heading: match &file.heading {
            Some(css) => Some(selector(css, &format!("{key}.heading"), origin)?),
            None => None,
        },
        label: file.label.clone(),
        kind: file.kind,
        name: format!("related[{i}] {}{}", file.list, mark(file.old)),
    })
}

fn steps(steps: &Steps, key: &str, field: &str, origin: Origin<'_>) -> Result<Vec<Step>, Error> {
    steps
        .0
        .iter()
        .enumerate()
        .map(|(i, file)| {
            step(
                file,
                &format!("{key}[{i}]"),
                &format!("{field}[{i}]"),
                origin,
            )
        })
        .collect()
}

fn step(file: &StepFile, key: &str, name: &str, origin: Origin<'_>) -> Result<Step, Error> {
    let given = [
        &file.css,
        &file.meta,
        &file.ld,
        &file.state,
        &file.label,
        &file.url,
        &file.text,
    ];
    if given.iter().filter(|g| g.is_some()).count() != 1 {
        return Err(origin.error(
            key,
            "",
            "a step needs exactly one of css, meta, ld, state, label, url, text",
        ));
    }
    if file.attr.is_some() && file.css.is_none() {
        return Err(origin.error(key, "", "attr goes with css only"));
    }
    if file.within.is_some() && file.label.is_none() {
        return Err(origin.error(key, "", "within goes with label only"));
    }
    let (look, shown) = if let Some(css) = &file.css {
        let look = Look::Css {
            selector: selector(css, &format!("{key}.css"), origin)?,
            attr: file.attr.clone(),
        };
        let attr = file
            .attr
            .as_ref()
            .map(|a| format!(" @{a}"))
            .unwrap_or_default();
        (look, format!("css {css}{attr}"))
    } else if let Some(meta) = &file.meta {
        (Look::Meta(meta::key(meta)), format!("meta {meta}"))
    } else if let Some(path) = &file.ld {
        (Look::Ld(path.clone()), format!("ld {path}"))
    } else if let Some(state) = &file.state {
        let (blob, path) = state.split_once('/').unwrap_or((state, ""));
        let look = Look::State {
            blob: blob.to_string(),
            path: path.to_string(),
        };
        (look, format!("state {state}"))
    } else if let Some(label) = &file.label {
        let known = label::by_name(label).ok_or_else(|| {
            origin.error(
                &format!("{key}.label"),
                label,
                format!("unknown label {label:?}; known are 来源, 作者, 责编, 时间, 更新时间, 标签, 位置 and their variants"),
            )
        })?;
        let within = match &file.within {
            Some(css) => Some(selector(css, &format!("{key}.within"), origin)?),
            None => None,
        };
        (
            Look::Label {
                label: known,
                within,
            },
            format!("label {label}"),
        )
    } else if let Some(pattern) = &file.url {
        let look = Look::Url(regex(pattern, &format!("{key}.url"), origin)?);
        (look, format!("url {pattern}"))
    } else {
        let text = file.text.clone().unwrap_or_default();
        let shown = format!("text {text}");
        (Look::Text(text), shown)
    };
    let pattern = match &file.pattern {
        Some(pattern) => Some(regex(pattern, &format!("{key}.pattern"), origin)?),
        None => None,
    };
    Ok(Step {
        look,
        pattern,
        html: file.html,
        name: format!("{name} {shown}{}", mark(file.old)),
    })
}

/// How the trace marks a step for a layout that no page at hand has.
fn mark(old: bool) -> &'static str {
    if old { " (old)" } else { "" }
}

fn regex(pattern: &str, key: &str, origin: Origin<'_>) -> Result<Regex, Error> {
    RegexBuilder::new(pattern)
        .size_limit(MAX_PATTERN)
        .build()
        .map_err(|e| origin.error(key, pattern, e.to_string()))
}

fn selector(css: &str, key: &str, origin: Origin<'_>) -> Result<Selector, Error> {
    if css.len() > MAX_SELECTOR {
        return Err(origin.error(
            key,
            css,
            format!("selector longer than {MAX_SELECTOR} bytes"),
        ));
    }
    Selector::parse(css)
        .map_err(|reason| origin.error(key, css, format!("bad selector {css:?}: {reason}")))
}

/// `+08:00`, `+9`, `UTC`.
pub(crate) fn zone(text: &str, origin: Origin<'_>) -> Result<FixedOffset, Error> {
    let parsed = if text.eq_ignore_ascii_case("utc") {
        FixedOffset::east_opt(0)
    } else {
        text.parse::<FixedOffset>().ok()
    };
    parsed.ok_or_else(|| {
        origin.error(
            "zone",
            text,
            format!("bad zone {text:?}; write it as +08:00"),
        )
    })
}
