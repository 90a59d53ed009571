//! `--format report`: one HTML file that shows pages as saved, with what was read marked in place, beside the card of each field with its
//! winner, its losers and their reasons. Tells what the trace tells; reads nothing itself.
//!
//! The file needs nothing else and asks for nothing: script and style sheet are in it, pages come in frames without scripts and network.

mod css;
pub mod frame;

use std::ffi::OsString;
use std::hash::{BuildHasher, Hasher, RandomState};

use serde_json::{Value, json};
use zhengwen::{
    Article, Block, Body, Candidate, Field, Input, Limits, Origin, Parser, StepId, Trace, decode,
};

use crate::show::Asked;
use crate::told::Told;
use crate::unpack::Unpacked;
use crate::value::value;
use crate::{files, input, names, show, unpack};
use frame::Mark;

/// Marks of one page, and blocks listed: the report of a page with more says no more than one with as many.
const MARKS: usize = 1500;
/// Characters shown of a block.
const SHOWN: usize = 80;
/// Losers shown of one field.
const LOSERS: usize = 40;

/// Reads all files into one report. What cannot be read is told in the second part, a line each, and the rest goes on.
pub fn of_files(parser: &Parser, files: &[OsString], asked: Asked) -> (String, Vec<String>) {
    let (mut pages, mut failed) = (Vec::new(), Vec::new());
    let most = Limits::default().bytes;
    for file in files {
        let name = input::name(file, asked.lang);
        let page = input::bytes(file, most).and_then(|bytes| unpack::page(bytes, most));
        let beside = input::url_beside(file);
        let url = asked.url.or(beside.as_deref());
        let read = page.and_then(|page| one(parser, &page, &name, url, asked.charset));
        match read {
            Ok(page) => pages.push(page),
            Err(why) => failed.push(files::failure(&name, &why, asked.lang)),
        }
    }
    // The doubtful first: they are what a report is read for.
    pages.sort_by(|a, b| confidence(a).total_cmp(&confidence(b)));
    (html(&pages), failed)
}

fn confidence(page: &Value) -> f64 {
    page["confidence"].as_f64().unwrap_or_default()
}

/// The file.
fn html(pages: &[Value]) -> String {
    // Scripts run by this alone; a page cannot know it.
    let nonce = format!(
        "{:016x}{:016x}",
        RandomState::new().build_hasher().finish(),
        RandomState::new().build_hasher().finish()
    );
    let data = Data {
        pages,
        fields: fields(),
    };
    let data = serde_json::to_string(&data).unwrap_or_default();
    let file = include_str!("report.html")
        .replace("{nonce}", &nonce)
        .replace("{style}", include_str!("report.css"))
        .replace("{script}", include_str!("report.js"));
    let (before, after) = file.split_once("{data}").unwrap_or((&file, ""));
    // Most of the file, and written once.
    let mut out = String::with_capacity(file.len() + data.len() + data.len() / 4);
    out.push_str(before);
    for part in data.split_inclusive(['<', '\u{2028}', '\u{2029}']) {
        // Nothing in a string may end the element it stands in.
        let (text, escape) = match part.chars().next_back() {
            Some('<') => (&part[..part.len() - 1], "\\u003c"),
            Some('\u{2028}') => (&part[..part.len() - 3], "\\u2028"),
            Some('\u{2029}') => (&part[..part.len() - 3], "\\u2029"),
            _ => (part, ""),
        };
        out.extend([text, escape]);
    }
    out.push_str(after);
    out
}

/// What the script shows.
#[derive(serde::Serialize)]
struct Data<'a> {
    pages: &'a [Value],
    fields: Vec<Value>,
}

/// The names of fields that a rule may have steps for.
fn fields() -> Vec<Value> {
    let fields = Field::ALL.iter();
    fields
        .map(|field| json!({ "name": field.as_str(), "zh": field.zh() }))
        .collect()
}

/// What the report has of one page.
fn one(
    parser: &Parser,
    page: &Unpacked,
    name: &str,
    url: Option<&str>,
    charset: Option<&str>,
) -> Result<Value, Told> {
    let charset = charset.or(page.charset.as_deref());
    let url = url.or(page.url.as_deref());
    let input = Input::bytes(&page.bytes).url(url).content_type(charset);
    let (article, trace) = parser.read_traced(input).map_err(|e| show::explain(&e))?;
    let source = decode(&page.bytes, charset);
    let mut marks = Marks::default();
    let fields = marks.fields(&article, &trace);
    let blocks = marks.blocks(&article.body, &trace);
    let removed: Vec<Value> = (trace.removed.iter())
        .map(|removed| {
            let hint = format!("删去：{} / cut: {}", removed.reason.zh(), removed.reason);
            let (words, block) = (removed.text.as_str(), true);
            let mark = removed.at.as_ref().and_then(|at| marks.put(Mark { at, words: if at.text().is_some() { words } else { "" }, block, kind: "removed", hint }));
            json!({ "mark": mark, "text": removed.text, "at": removed.at, "zh": removed.reason.zh(), "en": removed.reason.to_string() })
        })
        .collect();
    let credits: Vec<Value> = (trace.credits.iter())
        .map(|credit| {
            let hint = format!("{}：{}", credit.label, credit.value);
            let mark = credit.at.as_ref().and_then(|at| marks.put(Mark { at, words: &credit.value, block: false, kind: "credit", hint }));
            json!({ "mark": mark, "zh": names::role(credit.role), "en": credit.role, "label": credit.label, "value": credit.value, "at": credit.at })
        })
        .collect();
    let roots: Vec<Value> = (trace.roots.iter())
        .map(|root| json!({ "element": root.element, "score": root.score, "start": root.start, "at": root.at }))
        .collect();
    let built = frame::build(&source.text, &marks.0);
    let template = |rule: &zhengwen::RuleMatch| json!({ "name": rule.name, "by": rule.by, "template": rule.template + 1 });
    Ok(json!({
        "name": name,
        "url": url,
        "title": article.metadata.title,
        "kind": { "zh": names::kind(article.kind), "en": article.kind.as_str() },
        "confidence": article.confidence,
        "rule": trace.rule.as_ref().map(template),
        "site": article.site.as_ref().map(|site| site.as_str()),
        "charset": trace.charset,
        "replaced": trace.replaced,
        "refused_url": trace.refused_url,
        "fields": fields,
        "blocks": blocks,
        "removed": removed,
        "credits": credits,
        "roots": roots,
        "metas": built.metas,
        "placed": built.placed,
        "frame": built.html,
    }))
}

/// The marks of a page, each known by its number.
#[derive(Default)]
struct Marks<'a>(Vec<Mark<'a>>);

impl<'a> Marks<'a> {
    fn put(&mut self, mark: Mark<'a>) -> Option<usize> {
        (self.0.len() < MARKS).then(|| {
            self.0.push(mark);
            self.0.len() - 1
        })
    }

    fn fields(&mut self, article: &Article, trace: &'a Trace) -> Vec<Value> {
        let mut out = Vec::new();
        let mut records: Vec<_> = trace.fields.iter().collect();
        // As readers know them; of one field, as they were tried.
        records.sort_by_key(|record| record.field);
        for record in records {
            let field = record.field;
            let of_list = field == Field::Related;
            let shown = if of_list {
                String::new()
            } else {
                value(article, field)
            };
            let winner = record.winner.as_ref().map(|won| {
                let kind = match field {
                    Field::Title => "title",
                    Field::Related => "related",
                    Field::Body => "root",
                    _ => "field",
                };
                self.candidate(won, field, kind)
            });
            let lost: Vec<Value> = record
                .lost
                .iter()
                .take(LOSERS)
                .map(|lost| self.candidate(lost, field, "lost"))
                .collect();
            out.push(json!({
                "field": field.as_str(), "zh": field.zh(), "value": shown, "winner": winner, "lost": lost,
                "more": record.lost.len().saturating_sub(LOSERS),
            }));
        }
        out
    }

    fn candidate(&mut self, candidate: &'a Candidate, field: Field, kind: &'static str) -> Value {
        let mark = candidate
            .at
            .as_ref()
            .filter(|_| field != Field::Kind)
            .and_then(|at| {
                let hint = format!("{} {}：{}", field.zh(), field, candidate.origin.zh());
                let whole = matches!(field, Field::Body | Field::Related);
                let words = if whole { "" } else { candidate.value.as_str() };
                self.put(Mark {
                    at,
                    words,
                    block: whole,
                    kind,
                    hint,
                })
            });
        json!({
            "mark": mark,
            "value": candidate.value,
            "at": candidate.at,
            "zh": candidate.origin.zh(),
            "en": candidate.origin.to_string(),
            "rule": candidate.origin.is_rule(),
            "step": step(&candidate.origin).map(|step| json!({ "field": step.field, "index": step.index, "old": step.old })),
            "worth": candidate.confidence,
            "why_zh": candidate.reason.map(|reason| reason.zh()),
            "why_en": candidate.reason.map(|reason| reason.to_string()),
        })
    }

    fn blocks(&mut self, body: &Body, trace: &'a Trace) -> Vec<Value> {
        let mut out = Vec::new();
        let blocks = body.blocks.iter().zip(&trace.blocks).take(MARKS);
        for (i, (block, told)) in blocks.enumerate() {
            let (zh, en) = kind(block);
            let mut mark = |at: &'a Option<zhengwen::NodePath>, kind, what: &str| {
                let hint = format!("正文 body {}：{what}", i + 1);
                at.as_ref().and_then(|at| {
                    self.put(Mark {
                        at,
                        words: "",
                        block: true,
                        kind,
                        hint,
                    })
                })
            };
            let at = mark(&told.at, "body", zh);
            let caption = mark(&told.caption, "caption", "图注");
            let text = match block {
                Block::Image(image) => {
                    let text = image.caption.as_ref().or(image.alt.as_ref());
                    text.cloned().unwrap_or_default()
                }
                _ => Body::new(vec![block.clone()]).text(),
            };
            let text: String = text.chars().take(SHOWN).collect();
            out.push(json!({ "mark": at, "caption": caption, "zh": zh, "en": en, "text": text, "at": told.at }));
        }
        out
    }
}

fn step(origin: &Origin) -> Option<&StepId> {
    match origin {
        Origin::Rule(step) => Some(step),
        _ => None,
    }
}

/// What a block is called.
fn kind(block: &Block) -> (&'static str, &'static str) {
    match block {
        Block::Paragraph(_) => ("段落", "paragraph"),
        Block::Heading(_) => ("小标题", "heading"),
        Block::Image(_) => ("图", "picture"),
        Block::Video(_) => ("视频", "video"),
        Block::List(_) => ("列表", "list"),
        Block::Quote(_) => ("引文", "quote"),
        Block::Table(_) => ("表", "table"),
        Block::Code(_) => ("代码", "code"),
        Block::Divider => ("分隔", "divider"),
        _ => ("其他", "other"),
    }
}
