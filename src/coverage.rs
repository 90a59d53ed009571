//! `Coverage`: what the rules of sites are worth on many pages, added up from traces. Reads no page, decides nothing.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::article::field::Field;
use crate::article::{Article, FieldValue};
use crate::reason::Refusal;
use crate::trace::{Origin, Trace};

/// What the rules of sites are worth on many pages: which of their steps still hit, which fields they fill, and how often they say what
/// the page says without them. Fed page by page; two of them, of last month and today, tell where a site has changed.
///
/// ```
/// use zhengwen::{Coverage, Parser, Rule, RuleSet};
///
/// let rule = Rule::from_toml(r#"
/// name = "城东新闻"
/// hosts = ["chengdong.example"]
/// evidence = "reported"
///
/// [[template]]
/// title = [".headline", "h1"]
/// body = ".content"
/// "#)?;
/// let page = "<h1>城东公园今起开放</h1><div class=content><p>城东公园今天上午正式向市民开放，园内步道、湖区同时启用。</p></div>";
/// let parser = Parser::new().url("https://chengdong.example/1.html");
/// let (article, trace) = parser.clone().rules(RuleSet::empty().with(rule)).read_traced(page)?;
/// let generic = parser.rules(RuleSet::empty()).read(page)?;
///
/// let mut coverage = Coverage::default();
/// coverage.add(&article, &trace, Some(&generic));
/// let site = &coverage.sites["城东新闻"];
/// assert_eq!(site.pages, 1);
/// let steps = &site.templates[&0].steps;
/// assert_eq!(steps["title[0] css .headline"].hits, 0); // nothing is named so any more
/// assert_eq!(steps["title[1] css h1"].wins, 1);
/// assert_eq!(site.fields["title"].agreed, 1); // and no rule would have said the same
/// # Ok::<(), zhengwen::Error>(())
/// ```
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
#[non_exhaustive]
pub struct Coverage {
    /// By the name of the rule.
    pub sites: BTreeMap<String, SiteCoverage>,
    /// Pages that no rule was found for, by host where the page states it.
    pub unruled: BTreeMap<String, u64>,
}

/// The pages of one rule.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
#[non_exhaustive]
pub struct SiteCoverage {
    /// How many there are.
    pub pages: u64,
    /// By the number of the template, counted from 0.
    pub templates: BTreeMap<usize, TemplateCoverage>,
    /// By the field's name in JSON. Fields that no page has are left out.
    pub fields: BTreeMap<String, FieldCoverage>,
    /// Pages that no template fits, or whose body none of the template's steps finds: by what their body's element is like.
    pub new_layouts: BTreeMap<String, u64>,
}

/// The pages of one layout.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
#[non_exhaustive]
pub struct TemplateCoverage {
    /// How many there are.
    pub pages: u64,
    /// By the step as the trace prints it: `title[0] css h1`.
    pub steps: BTreeMap<String, StepCoverage>,
    /// By the selector of `remove`.
    pub removers: BTreeMap<String, StepCoverage>,
}

/// One step on the pages of its layout.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
#[non_exhaustive]
pub struct StepCoverage {
    /// Pages it was tried on.
    pub tried: u64,
    /// Pages where it found something, whatever became of it.
    pub hits: u64,
    /// Pages where the field's value is what it found; of `remove`, where it cut something from the body.
    pub wins: u64,
}

/// One field on the pages of a rule.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
#[non_exhaustive]
pub struct FieldCoverage {
    /// Pages that have it.
    pub filled: u64,
    /// Pages where a step of the rule gave it.
    pub ruled: u64,
    /// Pages where the reading without rules says the same, also that there is none. Of those that were read without rules too.
    pub agreed: u64,
    /// Pages that were read without rules too.
    pub compared: u64,
}

/// Something that is other than it was.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[non_exhaustive]
pub struct Change {
    /// The rule.
    pub site: String,
    /// What changed.
    pub what: Changed,
    /// What it is of: a step, a field, a layout.
    pub of: String,
    /// The share before, from 0 to 1.
    pub before: f64,
    /// The share now.
    pub now: f64,
}

/// What may change for the worse.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum Changed {
    /// A step that hit no longer does.
    StepDied,
    /// A field is filled on fewer pages.
    FieldFell,
    /// Pages come that no template fits.
    NewLayout,
}

impl Changed {
    /// In Chinese.
    pub fn zh(self) -> &'static str {
        match self {
            Self::StepDied => "步骤不再命中",
            Self::FieldFell => "字段读出的页变少",
            Self::NewLayout => "出现没有模板适用的版式",
        }
    }
}

/// Fewer pages of a site than this tell nothing.
const PAGES_MIN: u64 = 5;
/// A share that falls by more than this has changed.
const FALL_MIN: f64 = 0.2;

impl Coverage {
    /// Takes in a page as its rules read it, and if `generic` is given, as it is read without.
    pub fn add(&mut self, article: &Article, trace: &Trace, generic: Option<&Article>) {
        let Some(site) = &article.site else {
            let host = article.metadata.canonical_url.as_deref().and_then(host);
            *self
                .unruled
                .entry(host.unwrap_or("?").to_string())
                .or_default() += 1;
            return;
        };
        let site = self.sites.entry(site.as_str().to_string()).or_default();
        site.pages += 1;
        match &trace.rule {
            None => site.note_layout(trace),
            Some(rule) => {
                let steps = steps(trace);
                let bodies: Vec<_> = steps
                    .iter()
                    .filter(|(name, _)| name.starts_with("body["))
                    .collect();
                if !bodies.is_empty() && bodies.iter().all(|(_, step)| step.wins == 0) {
                    site.note_layout(trace);
                }
                let template = site.templates.entry(rule.template).or_default();
                template.pages += 1;
                for (name, step) in steps {
                    template.steps.entry(name).or_default().add(step);
                }
                for remover in &trace.removers {
                    let entry = template.removers.entry(remover.selector.clone());
                    entry.or_default().add(StepCoverage {
                        tried: 1,
                        hits: u64::from(remover.hits > 0),
                        wins: u64::from(remover.cut > 0),
                    });
                }
            }
        }
        for &field in Field::ALL {
            let value = article.field(field);
            let other = generic.map(|generic| generic.field(field));
            if value.is_none() && other.flatten().is_none() {
                continue;
            }
            let mut records = trace.fields.iter().filter(|record| record.field == field);
            let ruled = records.any(|record| {
                let won = record.winner.as_ref();
                won.is_some_and(|won| matches!(won.origin, Origin::Rule(_)))
            });
            let entry = site.fields.entry(field.as_str().to_string()).or_default();
            entry.filled += u64::from(value.is_some());
            entry.ruled += u64::from(ruled);
            if let Some(other) = other {
                entry.compared += 1;
                entry.agreed += u64::from(same(value, other));
            }
        }
    }

    /// Adds up two: of other pages, read by the same rules.
    pub fn merge(&mut self, other: &Self) {
        for (host, pages) in &other.unruled {
            *self.unruled.entry(host.clone()).or_default() += pages;
        }
        for (name, from) in &other.sites {
            let site = self.sites.entry(name.clone()).or_default();
            site.pages += from.pages;
            for (n, from) in &from.templates {
                let template = site.templates.entry(*n).or_default();
                template.pages += from.pages;
                for (name, step) in &from.steps {
                    template.steps.entry(name.clone()).or_default().add(*step);
                }
                for (name, step) in &from.removers {
                    let entry = template.removers.entry(name.clone());
                    entry.or_default().add(*step);
                }
            }
            for (name, from) in &from.fields {
                let field = site.fields.entry(name.clone()).or_default();
                field.filled += from.filled;
                field.ruled += from.ruled;
                field.agreed += from.agreed;
                field.compared += from.compared;
            }
            for (name, pages) in &from.new_layouts {
                *site.new_layouts.entry(name.clone()).or_default() += pages;
            }
        }
    }

    /// What is worse than in `baseline`: steps that died, fields that fell, layouts that are new. Sites with fewer than five pages in
    /// either tell nothing; nor does a share that fell by less than a fifth.
    pub fn worse_than(&self, baseline: &Self) -> Vec<Change> {
        let mut out = Vec::new();
        for (name, now) in &self.sites {
            let Some(before) = baseline.sites.get(name) else {
                continue;
            };
            if now.pages < PAGES_MIN || before.pages < PAGES_MIN {
                continue;
            }
            let mut note = |what, of: &str, before: f64, now: f64| {
                out.push(Change {
                    site: name.clone(),
                    what,
                    of: of.to_string(),
                    before,
                    now,
                });
            };
            for (n, old) in &before.templates {
                let new = now.templates.get(n);
                for (step, old) in &old.steps {
                    let new = new.and_then(|new| new.steps.get(step));
                    let Some(new) = new.filter(|new| new.tried >= PAGES_MIN) else {
                        continue;
                    };
                    let (was, is) = (share(old.hits, old.tried), share(new.hits, new.tried));
                    if was - is > FALL_MIN {
                        let of = format!("template {} {step}", n + 1);
                        note(Changed::StepDied, &of, was, is);
                    }
                }
            }
            for (field, old) in &before.fields {
                let new = now.fields.get(field).copied().unwrap_or_default();
                let was = share(old.filled, before.pages);
                let is = share(new.filled, now.pages);
                if was - is > FALL_MIN {
                    note(Changed::FieldFell, field, was, is);
                }
            }
            for (layout, pages) in &now.new_layouts {
                let old = before.new_layouts.get(layout).copied().unwrap_or_default();
                let (was, is) = (share(old, before.pages), share(*pages, now.pages));
                if is - was > FALL_MIN {
                    note(Changed::NewLayout, layout, was, is);
                }
            }
        }
        out
    }
}

impl SiteCoverage {
    fn note_layout(&mut self, trace: &Trace) {
        *self.new_layouts.entry(likeness(trace)).or_default() += 1;
    }
}

impl StepCoverage {
    fn add(&mut self, other: Self) {
        self.tried += other.tried;
        self.hits += other.hits;
        self.wins += other.wins;
    }
}

/// The steps of the rule on one page, by name.
fn steps(trace: &Trace) -> BTreeMap<String, StepCoverage> {
    let mut steps: BTreeMap<String, StepCoverage> = BTreeMap::new();
    for record in &trace.fields {
        for candidate in record.winner.iter().chain(&record.lost) {
            let Origin::Rule(step) = &candidate.origin else {
                continue;
            };
            // A step with several hits is several candidates.
            let entry = steps.entry(step.to_string()).or_default();
            entry.tried = 1;
            entry.hits |= u64::from(candidate.reason != Some(Refusal::MatchedNothing));
            entry.wins |= u64::from(candidate.reason.is_none());
        }
    }
    steps
}

/// What pages of one layout have in common: the element their body stands in, without numbers.
fn likeness(trace: &Trace) -> String {
    let Some(root) = trace.roots.first() else {
        return "?".to_string();
    };
    let place = match &root.at {
        // An element without a name of its own is known by what is around it.
        Some(at) if !root.element.contains(['.', '#']) => {
            let steps = at.selector().split(" > ");
            let steps: Vec<&str> = steps.map(|s| s.split(':').next().unwrap_or(s)).collect();
            steps.join(" > ")
        }
        _ => root.element.clone(),
    };
    let mut out = String::new();
    for c in place.chars() {
        match c.is_ascii_digit() {
            false => out.push(c),
            true if out.ends_with('*') => {}
            true => out.push('*'),
        }
    }
    out
}

fn share(part: u64, whole: u64) -> f64 {
    part as f64 / whole.max(1) as f64
}

fn host(url: &str) -> Option<&str> {
    let rest = url.split_once("://")?.1;
    rest.split(['/', '?', '#']).next()
}

/// Whether two readings say the same of a field: of a body its text, pictures, captions and blocks; of lists where they lead.
fn same(a: Option<FieldValue<'_>>, b: Option<FieldValue<'_>>) -> bool {
    match (a, b) {
        (Some(FieldValue::Time(a)), Some(FieldValue::Time(b))) => a.value == b.value,
        (Some(FieldValue::Source(a)), Some(FieldValue::Source(b))) => a.name == b.name,
        (a, b) => a == b,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Parser, Rule, RuleSet};

    fn read(coverage: &mut Coverage, page: &str, times: usize) {
        let rule = "name = '城东新闻'\nhosts = ['chengdong.example']\nevidence = 'reported'\n[[template]]\nwhen = '.content'\ntitle = '.headline'\nbody = '.content'\nremove = ['.ad', '.gone']";
        let rules = RuleSet::empty().with(Rule::from_toml(rule).unwrap());
        let parser = Parser::new().url("https://chengdong.example/1.html");
        let (article, trace) = parser.clone().rules(rules).read_traced(page).unwrap();
        let generic = parser.rules(RuleSet::empty()).read(page).unwrap();
        for _ in 0..times {
            coverage.add(&article, &trace, Some(&generic));
        }
    }

    const TEXT: &str =
        "<p>城东公园今天上午正式向市民开放，园内步道、湖区和儿童乐园同时启用，全天免费。</p>";

    #[test]
    fn a_site_that_changed_is_told() {
        let old = format!(
            "<div class=headline>城东公园今起开放</div><div class=content>{TEXT}<p class=ad>广告</p></div>"
        );
        let renamed = format!("<h1>城东公园今起开放</h1><div class=content>{TEXT}</div>");
        let other = format!("<h1>城东公园今起开放</h1><div id=a12 class=main>{TEXT}</div>");
        let (mut before, mut now) = (Coverage::default(), Coverage::default());
        read(&mut before, &old, 6);
        let site = &before.sites["城东新闻"];
        assert_eq!(site.templates[&0].removers[".ad"].wins, 6);
        assert_eq!(site.templates[&0].removers[".gone"].hits, 0);
        assert!(before.worse_than(&before).is_empty());
        read(&mut now, &renamed, 6);
        read(&mut now, &other, 3);
        let changes = now.worse_than(&before);
        let told: Vec<_> = changes.iter().map(|c| (c.what, c.of.as_str())).collect();
        assert_eq!(
            told,
            [
                (Changed::StepDied, "template 1 title[0] css .headline"),
                (Changed::NewLayout, "#a* > p")
            ]
        );
        let mut both = before.clone();
        both.merge(&now);
        assert_eq!(both.sites["城东新闻"].pages, 15);
        let json = serde_json::to_string(&both).unwrap();
        assert_eq!(serde_json::from_str::<Coverage>(&json).unwrap(), both);
    }
}
