//! A page read by the rule alone and without any. Prints nothing.

use std::fs;
use std::io;
use std::path::Path;

use zhengwen::{
    Article, Candidate, Field, FieldTrace, Input, Limits, Origin, Parser, Refusal, Rule, RuleSet,
    StepId, Trace,
};

use crate::lang::Lang;
use crate::unpack;
use crate::words::explain;

/// One page, read by the rule alone and without any.
pub struct Page {
    pub file: String,
    pub url: Option<String>,
    /// Whether the page's own address or source led to the rule; else it was told to read it.
    pub found: bool,
    pub article: Article,
    pub trace: Trace,
    pub generic: Article,
}

impl Page {
    /// Whether the page's own address or source led to the rule, and one of its templates fits.
    pub fn is_ruled(&self) -> bool {
        self.found && self.trace.rule.is_some()
    }

    /// What the trace has on a field; related lists have one record each.
    pub fn records(&self, field: Field) -> impl Iterator<Item = &FieldTrace> {
        self.trace.fields.iter().filter(move |f| f.field == field)
    }

    /// Characters of the body, and characters that `remove` cut from it.
    pub fn left_and_cut(&self) -> (usize, usize) {
        let chars = |text: &str| text.chars().filter(|c| !c.is_whitespace()).count();
        let cut = self
            .trace
            .removers
            .iter()
            .map(|remover| remover.chars)
            .sum();
        (chars(&self.article.body.text()), cut)
    }

    /// Whether `remove` cut most of the body: a mistake, however clean what is left looks.
    pub fn is_gutted(&self) -> bool {
        let (left, cut) = self.left_and_cut();
        // Lists and comments in the body's container may be longer than the article: it is there all the same.
        let whole = self.generic.body.text();
        let whole = whole.chars().filter(|c| !c.is_whitespace()).count();
        cut > left && left * 2 < whole
    }

    /// Whether the rule gives what no rule would give.
    pub fn is_unchanged(&self) -> bool {
        let fields = Field::ALL.iter();
        let mut told = fields.filter(|field| !matches!(field, Field::SiteName | Field::Kind));
        told.all(|&field| self.article.field(field) == self.generic.field(field))
            && self.article.metadata.credits == self.generic.metadata.credits
    }
}

/// The step, if a candidate came from one of the rule.
pub fn step(candidate: &Candidate) -> Option<&StepId> {
    match &candidate.origin {
        Origin::Rule(step) => Some(step),
        _ => None,
    }
}

/// Whether a step found nothing at all.
pub fn is_miss(candidate: &Candidate) -> bool {
    candidate.reason == Some(Refusal::MatchedNothing)
}

/// Reads one page twice: by the rule alone, and without any.
pub fn read(rule: &Rule, file: &str, url: Option<&str>, lang: Lang) -> Result<Page, String> {
    let bytes = fs::read(file).map_err(|e| match (e.kind(), lang) {
        (io::ErrorKind::NotFound, Lang::Zh) => "没有这个文件，请检查路径".to_string(),
        (_, Lang::Zh) => format!("打不开：{e}"),
        (_, Lang::En) => e.to_string(),
    })?;
    // Kept as .gz, MHTML or WARC, as parse_file reads them.
    let page = unpack::page(bytes, Limits::default().bytes)?;
    let url = url.map(String::from).or_else(|| beside(file)).or(page.url);
    let parse = |parser: Parser| {
        let input = Input::bytes(&page.bytes).url(url.as_deref());
        let input = match page.charset.as_deref() {
            Some(charset) => input.content_type(charset),
            None => input,
        };
        parser.read_traced(input).map_err(|e| explain(&e, lang))
    };
    let (mut article, mut trace) = parse(Parser::new().rules(RuleSet::empty().with(rule.clone())))?;
    let found = article.site.is_some();
    if !found {
        // Not a page of the rule's hosts, or its address is unknown: its steps are of interest all the same.
        (article, trace) = parse(Parser::new().rule(rule.clone()))?;
    }
    let (generic, _) = parse(Parser::new().rules(RuleSet::empty()))?;
    Ok(Page {
        file: file.to_string(),
        url,
        found,
        article,
        trace,
        generic,
    })
}

/// The URL kept in a file beside the page.
fn beside(file: &str) -> Option<String> {
    let swapped = Path::new(file).with_extension("url");
    let appended = format!("{file}.url");
    let text = fs::read_to_string(swapped).or_else(|_| fs::read_to_string(appended));
    let text = text.ok()?;
    let url = text.lines().map(str::trim).find(|l| l.contains("://"))?;
    Some(url.to_string())
}
