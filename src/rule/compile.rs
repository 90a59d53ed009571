//! Rules made ready to run: selectors and patterns compiled once, mistakes found and named. Not run here (see `run`).

use std::sync::{Arc, OnceLock};

use chrono::FixedOffset;
use regex::{Captures, Regex, RegexBuilder};

use crate::article::RelatedKind;
use crate::article::field::Field;
use crate::error::Error;
use crate::grammar::label;
use crate::grammar::label::Label;
use crate::page::json;
use crate::page::meta;
use crate::page::select::Selector;
use crate::rule::mistake::{self, Said, said};
use crate::rule::schema::{self, RelatedFile, StepFile, TemplateFile};
use crate::trace::StepId;

/// A layout, ready to run.
#[derive(Debug, Clone, Default)]
pub(crate) struct Template {
    pub(crate) when: Option<Selector>,
    pub(crate) account: Option<bool>,
    /// By field, in the order of [`Field::ALL`].
    steps: [Vec<Step>; Field::COUNT],
    pub(crate) remove: Vec<Remover>,
    pub(crate) related: Vec<RelatedStep>,
}

impl Template {
    /// The steps of a field, in the order tried.
    pub(crate) fn steps(&self, field: Field) -> &[Step] {
        &self.steps[field as usize]
    }
}

impl Template {
    /// The layout with single steps before its own.
    pub(crate) fn with_hints(mut self, hints: &[Arc<Template>]) -> Self {
        // The last hint of a field is looked at after the first, as steps in a list are.
        for hint in hints.iter().rev() {
            for (own, hinted) in self.steps.iter_mut().zip(&hint.steps) {
                own.splice(0..0, hinted.iter().cloned());
            }
            self.remove.splice(0..0, hint.remove.iter().cloned());
            self.related.splice(0..0, hint.related.iter().cloned());
        }
        self
    }
}

/// A single step for a key of a template: a field, `remove` or `related`.
pub(crate) fn hint(key: &str, css: &str) -> Result<Template, Error> {
    let source = RuleText {
        file: None,
        text: "",
        tested: false,
    };
    let file =
        schema::lone(key, css).map_err(|known| source.error(key, mistake::key(key, &known)))?;
    template(&file, "hint", source)
}

/// A step, ready to run.
#[derive(Debug, Clone)]
pub(crate) struct Step {
    pub(crate) look: Look,
    pub(crate) pattern: Option<Pattern>,
    pub(crate) html: bool,
    /// The values are addresses of pictures.
    pub(crate) pictures: bool,
    /// All elements that match, wherever they stand.
    pub(crate) all: bool,
    /// How the trace names it.
    pub(crate) id: StepId,
}

/// Where a step looks.
#[derive(Debug, Clone)]
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
    Url(Pattern),
    Text(String),
}

/// A regular expression. Those of built-in rules, which a test compiles all, are compiled when a value is to be matched: most never are,
/// and one may take as long as a page.
#[derive(Debug, Clone)]
pub(crate) struct Pattern {
    text: String,
    compiled: OnceLock<Option<Regex>>,
}

impl Pattern {
    /// The groups of the first match.
    pub(crate) fn captures<'t>(&self, text: &'t str) -> Option<Captures<'t>> {
        let compiled = self.compiled.get_or_init(|| build(&self.text).ok());
        compiled.as_ref()?.captures(text)
    }
}

fn build(pattern: &str) -> Result<Regex, regex::Error> {
    RegexBuilder::new(pattern).size_limit(MAX_PATTERN).build()
}

/// What does not belong to the body, ready to be looked for.
#[derive(Debug, Clone)]
pub(crate) struct Remover {
    /// As the rule has it.
    pub(crate) css: String,
    pub(crate) selector: Selector,
}

/// A list of other articles, ready to be looked for.
#[derive(Debug, Clone)]
pub(crate) struct RelatedStep {
    pub(crate) list: Selector,
    pub(crate) label: Option<String>,
    pub(crate) heading: Option<Selector>,
    pub(crate) kind: Option<RelatedKind>,
    pub(crate) id: StepId,
}

/// Where a rule came from, for error texts.
#[derive(Clone, Copy)]
pub(crate) struct RuleText<'a> {
    pub(crate) file: Option<&'a str>,
    pub(crate) text: &'a str,
    /// Whether its patterns are known to be right, and wait.
    pub(crate) tested: bool,
}

impl RuleText<'_> {
    /// An error at `key`, with its place in the file.
    pub(crate) fn error(&self, key: &str, said: Said) -> Error {
        Error::rule(
            self.file,
            key,
            mistake::position(self.text, key),
            said.en,
            said.zh,
        )
    }
}

/// Selectors longer than this are refused, and so are patterns: no real one comes near it.
const MAX_SELECTOR: usize = 1000;
/// Bytes a compiled pattern may take.
const MAX_PATTERN: usize = 1 << 20;
/// Steps, removals and lists of a layout together: each may look at the whole page. The longest built-in layout has 27.
const MAX_STEPS: usize = 200;

pub(crate) fn template(
    file: &TemplateFile,
    key: &str,
    source: RuleText<'_>,
) -> Result<Template, Error> {
    let n = file.len();
    if n > MAX_STEPS {
        let reason = format!("{n} steps, at most {MAX_STEPS} are allowed in a template");
        return Err(source.error(
            key,
            said(reason, format!("一个模板有 {n} 步，最多 {MAX_STEPS} 步")),
        ));
    }
    let mut remove = Vec::with_capacity(file.remove.len());
    for (i, css) in file.remove.iter().enumerate() {
        remove.push(Remover {
            css: css.clone(),
            selector: selector(css, &format!("{key}.remove[{i}]"), source)?,
        });
    }
    let mut related = Vec::with_capacity(file.related.len());
    for (i, step) in file.related.iter().enumerate() {
        related.push(related_step(
            step,
            i,
            &format!("{key}.related[{i}]"),
            source,
        )?);
    }
    let mut steps = [const { Vec::new() }; Field::COUNT];
    for (field, files) in &file.steps {
        for (i, file) in files.0.iter().enumerate() {
            let step = step(file, &format!("{key}.{field}[{i}]"), (*field, i), source)?;
            steps[*field as usize].push(step);
        }
    }
    Ok(Template {
        account: file.account,
        when: match &file.when {
            Some(css) => Some(selector(css, &format!("{key}.when"), source)?),
            None => None,
        },
        steps,
        remove,
        related,
    })
}

fn related_step(
    file: &RelatedFile,
    i: usize,
    key: &str,
    source: RuleText<'_>,
) -> Result<RelatedStep, Error> {
    Ok(RelatedStep {
        list: selector(&file.list, &format!("{key}.list"), source)?,
        heading: match &file.heading {
            Some(css) => Some(selector(css, &format!("{key}.heading"), source)?),
            None => None,
        },
        label: file.label.clone(),
        kind: file.kind,
        id: StepId {
            field: Field::Related,
            index: i,
            look: file.list.clone(),
            old: file.old,
        },
    })
}

fn step(
    file: &StepFile,
    key: &str,
    (field, index): (Field, usize),
    source: RuleText<'_>,
) -> Result<Step, Error> {
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
        return Err(source.error(
            key,
            said(
                "a step needs exactly one of css, meta, ld, state, label, url, text",
                "一步只能写 css、meta、ld、state、label、url、text 之一，也必须写一个",
            ),
        ));
    }
    if file.attr.is_some() && file.css.is_none() {
        return Err(source.error(
            key,
            said("attr goes with css only", "attr 只能与 css 一起用"),
        ));
    }
    if file.within.is_some() && file.label.is_none() {
        return Err(source.error(
            key,
            said(
                "within goes with label only; to look inside an element write css = \".info a\"",
                "within 只能与 label 一起用；要在某个元素里找，写 css = \".info a\"",
            ),
        ));
    }
    if file.html && field != Field::Body {
        return Err(source.error(
            key,
            said(
                "html goes with body only: it says that the element's text is the body's HTML",
                "html 只能用于 body：意思是元素里的文字是正文的 HTML 源码",
            ),
        ));
    }
    let names = ["css", "meta", "ld", "state", "label", "url", "text"];
    for (name, value) in names.iter().zip(given) {
        if *name != "css" && value.as_deref().is_some_and(|v| v.trim().is_empty()) {
            return Err(source.error(
                &format!("{key}.{name}"),
                said(format!("{name} is empty"), format!("{name} 是空的")),
            ));
        }
    }
    let (look, shown) = if let Some(css) = &file.css {
        let look = Look::Css {
            selector: selector(css, &format!("{key}.css"), source)?,
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
        if let Some(said) = mistake::path(path, false) {
            return Err(source.error(&format!("{key}.ld"), said));
        }
        (Look::Ld(path.clone()), format!("ld {path}"))
    } else if let Some(state) = &file.state {
        if let Some(said) = mistake::path(state, true) {
            return Err(source.error(&format!("{key}.state"), said));
        }
        let (blob, path) = state.split_once('/').unwrap_or((state, ""));
        if !json::is_name(blob) {
            return Err(source.error(
                &format!("{key}.state"),
                said(
                    format!("no blob is called {blob:?}; write a script's id or a variable, then the path: \"__NEXT_DATA__/props/title\""),
                    format!("没有叫 {blob:?} 的数据；先写脚本的 id 或变量名，再写路径，如 \"__NEXT_DATA__/props/title\""),
                ),
            ));
        }
        let look = Look::State {
            blob: blob.to_string(),
            path: path.to_string(),
        };
        (look, format!("state {state}"))
    } else if let Some(label) = &file.label {
        let known = label::by_name(label).ok_or_else(|| {
            source.error(
                &format!("{key}.label"),
                said(
                    format!("unknown label {label:?}; known are 来源, 作者, 责编, 时间, 更新时间, 标签, 位置, 摘要, 原标题, the roles of other credits (校对, 摄影 …), counts and controls (阅读, 分享 …), and their variants"),
                    format!("不认得 {label:?} 这个标签；认得的有 来源、作者、责编、时间、更新时间、标签、位置、摘要、原标题，其他署名（校对、摄影……），计数与按钮（阅读、分享……），以及它们的别种写法；别的字样用 css 加 pattern"),
                ),
            )
        })?;
        let within = match &file.within {
            Some(css) => Some(selector(css, &format!("{key}.within"), source)?),
            None => None,
        };
        (
            Look::Label {
                label: known,
                within,
            },
            format!("label {label}"),
        )
    } else if let Some(url) = &file.url {
        let look = Look::Url(pattern(url, &format!("{key}.url"), source)?);
        (look, format!("url {url}"))
    } else {
        let text = file.text.clone().unwrap_or_default();
        let shown = format!("text {text}");
        (Look::Text(text), shown)
    };
    let pattern = match &file.pattern {
        Some(text) => Some(pattern(text, &format!("{key}.pattern"), source)?),
        None => None,
    };
    Ok(Step {
        look,
        pattern,
        html: file.html,
        pictures: file.pictures,
        // Several selectors in one step are the parts of one body.
        all: file.all || file.css.as_ref().is_some_and(|css| css.contains(',')),
        id: StepId {
            field,
            index,
            look: shown,
            old: file.old,
        },
    })
}

fn pattern(text: &str, key: &str, source: RuleText<'_>) -> Result<Pattern, Error> {
    let compiled = match source.tested {
        true => OnceLock::new(),
        false => OnceLock::from(Some(build(text).map_err(|e| {
            let reason = e.to_string();
            let last = reason.lines().last().unwrap_or_default();
            let last = last.trim_start_matches("error: ");
            source.error(
                key,
                said(
                    format!("bad pattern {text:?}: {last}"),
                    format!("正则表达式 {text:?} 写法不对：{last}"),
                ),
            )
        })?)),
    };
    Ok(Pattern {
        text: text.to_string(),
        compiled,
    })
}

fn selector(css: &str, key: &str, source: RuleText<'_>) -> Result<Selector, Error> {
    if css.len() > MAX_SELECTOR {
        return Err(source.error(
            key,
            said(
                format!("selector longer than {MAX_SELECTOR} bytes"),
                format!("选择器超过 {MAX_SELECTOR} 字节"),
            ),
        ));
    }
    if let Some(said) = mistake::before_reading(css) {
        return Err(source.error(key, said));
    }
    Selector::parse(css).map_err(|reason| source.error(key, mistake::selector(css, &reason)))
}

/// `+08:00`, `+9`, `UTC`.
pub(crate) fn zone(text: &str, source: RuleText<'_>) -> Result<FixedOffset, Error> {
    let parsed = if text.eq_ignore_ascii_case("utc") {
        FixedOffset::east_opt(0)
    } else {
        text.parse::<FixedOffset>().ok()
    };
    parsed.ok_or_else(|| {
        source.error(
            "zone",
            said(
                format!("bad zone {text:?}; write it as +08:00"),
                format!("时区 {text:?} 写法不对；写作 +08:00"),
            ),
        )
    })
}
