//! Which rule a page is read with, and which of its layouts: by host, longest suffix and path first, else by marks of a publishing system.

use std::collections::{HashMap, HashSet};
use std::path::Path;
use std::sync::{Arc, LazyLock, OnceLock};

use aho_corasick::{AhoCorasick, AhoCorasickKind, Span, packed};
use url::Url;

use crate::article::field::Field;
use crate::error::{Error, ErrorKind};
use crate::page::Page;
use crate::page::select::Selector;
use crate::rule::compile::Template;
use crate::rule::site_rule::Rule;
use crate::trace::{RuleMatch, Tracer};

/// The rules a [`Parser`](crate::Parser) uses. Cheap to clone.
#[derive(Debug, Clone, Default)]
pub struct RuleSet(Arc<Set>);

#[derive(Debug, Clone, Default)]
struct Set {
    rules: Vec<Rule>,
    /// Names of rules that took the place of another.
    replacing: HashSet<String>,
    /// Host suffix to paths and rules, longest path first.
    hosts: HashMap<String, Vec<(String, usize)>>,
    /// Marks of publishing systems, with the rule each belongs to.
    marks: Vec<(String, usize)>,
    /// Made when a page comes that no host has a rule for.
    finder: OnceLock<Option<Finder>>,
}

/// What looks for all marks at once.
#[derive(Debug, Clone)]
enum Finder {
    /// Sixteen bytes and more at once, where the machine can and the marks are not too many: a fifth of what the automaton takes.
    Packed(packed::Searcher),
    Automaton(AhoCorasick),
}

/// Bytes of marks that are made a table, which takes a kilobyte for each; the built-in ones have under 1000.
const TABLE_MAX: usize = 8 << 10;

/// A page's address and where it was found: `("given URL", https://…)`.
pub(crate) type Address = (&'static str, Url);

/// A rule found for a page, and by what.
#[derive(Debug)]
pub(crate) struct Found {
    pub(crate) rule: Rule,
    pub(crate) by: String,
    /// Whether it took the place of another of its name.
    pub(crate) replaces: bool,
}

impl Found {
    /// The rule's layout for the page, if one fits. A layout names elements, and text has none.
    pub(crate) fn template(&self, page: &Page, tracer: &mut Tracer) -> Option<&Template> {
        if page.dom.is_text() {
            return None;
        }
        let (template, chosen) = choose(page, self.rule.templates())?;
        tracer.note(|trace| {
            trace.rule = Some(RuleMatch {
                name: self.rule.name().to_string(),
                by: self.by.clone(),
                template,
                replaces: self.replaces,
            });
        });
        Some(chosen)
    }
}

/// The first template whose `when` matches; of those without `when`, the first whose body is found.
fn choose<'a>(page: &Page, templates: &'a [Template]) -> Option<(usize, &'a Template)> {
    let all = || templates.iter().enumerate();
    let matches = |selector: &Selector| page.dom.select(selector).next().is_some();
    all()
        .find(|(_, t)| match &t.when {
            Some(when) => matches(when),
            None => t
                .steps(Field::Body)
                .iter()
                .any(|s| s.is_source() && !s.hits(page).is_empty() || !s.elements(page).is_empty()),
        })
        .or_else(|| all().find(|(_, t)| t.when.is_none()))
}

static BUILTIN: LazyLock<RuleSet> = LazyLock::new(|| {
    let rules = crate::sites::FILES
        .iter()
        .filter_map(|(path, text)| Rule::builtin(text, path).ok());
    RuleSet(Arc::new(Set::new(rules.collect())))
});

impl RuleSet {
    /// The rules that come with the crate; none without its feature `builtin-rules`, which is on by default.
    pub fn builtin() -> Self {
        BUILTIN.clone()
    }

    /// No rules at all: every page is read by the generic extractor.
    pub fn empty() -> Self {
        Self::default()
    }

    /// These rules and one more. It wins over those already here, for the hosts and marks it names, and takes the place of one that has
    /// its name: [`RuleMatch::replaces`](crate::RuleMatch::replaces) says so.
    ///
    /// ```
    /// use zhengwen::{Rule, RuleSet};
    ///
    /// let rule = |host: &str| Rule::from_toml(&format!(
    ///     "name = \"城东新闻\"\nhosts = [\"{host}\"]\nevidence = \"reported\"\n[[template]]\ntitle = \"h1\""
    /// ));
    /// let rules = RuleSet::empty().with(rule("old.example")?).with(rule("new.example")?);
    /// let hosts: Vec<_> = rules.iter().map(|rule| rule.hosts()).collect();
    /// assert_eq!(hosts, [["new.example"]]); // not the old one too
    /// # Ok::<(), zhengwen::Error>(())
    /// ```
    #[must_use]
    pub fn with(self, rule: Rule) -> Self {
        self.with_all([rule])
    }

    /// These rules and more; the later wins, and of those of one name only the last stays.
    #[must_use]
    pub fn with_all(self, rules: impl IntoIterator<Item = Rule>) -> Self {
        let mut all = self.0.rules.clone();
        let mut replacing = self.0.replacing.clone();
        for rule in rules {
            let before = all.len();
            all.retain(|known| known.name() != rule.name());
            if all.len() < before {
                replacing.insert(rule.name().to_string());
            }
            all.push(rule);
        }
        Self(Arc::new(Set {
            replacing,
            ..Set::new(all)
        }))
    }

    /// These rules and those of all `.toml` files in a folder, in the order of their names.
    ///
    /// # Errors
    /// [`ErrorKind::Io`] if the folder cannot be read, else [`ErrorKind::Rule`] for the first bad file, named.
    pub fn with_folder(self, folder: impl AsRef<Path>) -> Result<Self, Error> {
        let folder = folder.as_ref();
        let io = |e: std::io::Error| ErrorKind::Io {
            path: folder.display().to_string(),
            reason: e.to_string(),
        };
        let mut paths = Vec::new();
        for entry in std::fs::read_dir(folder).map_err(io)? {
            let path = entry.map_err(io)?.path();
            if path.extension().is_some_and(|e| e == "toml") {
                paths.push(path);
            }
        }
        paths.sort();
        let rules: Result<Vec<_>, _> = paths.iter().map(Rule::from_file).collect();
        Ok(self.with_all(rules?))
    }

    /// The rules, in the order they were added.
    pub fn iter(&self) -> impl Iterator<Item = &Rule> {
        self.0.rules.iter()
    }

    /// The rule for the first of `addresses` that has one, else one whose mark stands in the page's source.
    pub(crate) fn find(&self, addresses: &[Address], html: &str) -> Option<Found> {
        for (place, url) in addresses {
            if let Some((host, rule)) = self.0.by_host(url) {
                return Some(self.found(rule, format!("host {host} of the {place}")));
            }
        }
        let (mark, rule) = self.0.by_mark(html)?;
        Some(self.found(rule, format!("mark {mark}")))
    }

    fn found(&self, rule: &Rule, by: String) -> Found {
        Found {
            replaces: self.0.replacing.contains(rule.name()),
            rule: rule.clone(),
            by,
        }
    }
}

impl Finder {
    fn new(marks: &[&str]) -> Option<Self> {
        if let Some(packed) = packed::Searcher::new(marks) {
            return Some(Self::Packed(packed));
        }
        Self::automaton(marks)
    }

    fn automaton(marks: &[&str]) -> Option<Self> {
        let mut builder = AhoCorasick::builder();
        if marks.iter().map(|mark| mark.len()).sum::<usize>() <= TABLE_MAX {
            // The whole source is searched: a table twice as fast is worth its memory.
            builder.kind(Some(AhoCorasickKind::DFA));
        }
        let some = !marks.is_empty();
        some.then(|| builder.build(marks).ok())?
            .map(Self::Automaton)
    }

    /// The first of the marks that stand in a text, in the order they were given.
    fn first(&self, text: &str) -> Option<usize> {
        match self {
            Self::Packed(packed) => {
                let mut first = None;
                let mut from = 0;
                while let Some(found) = packed.find_in(text, Span::from(from..text.len())) {
                    let mark = found.pattern().as_usize();
                    first = Some(first.map_or(mark, |known: usize| known.min(mark)));
                    // Another may start within it.
                    from = found.start() + 1;
                }
                first
            }
            Self::Automaton(automaton) => automaton
                .find_overlapping_iter(text)
                .map(|found| found.pattern().as_usize())
                .min(),
        }
    }
}

impl Set {
    fn new(rules: Vec<Rule>) -> Self {
        let mut hosts: HashMap<String, Vec<(String, usize)>> = HashMap::new();
        let mut marks: Vec<(String, usize)> = Vec::new();
        // Later rules come first, so that a user's rule wins over a built-in one.
        for (i, rule) in rules.iter().enumerate().rev() {
            for entry in rule.hosts() {
                let (host, path) = match entry.find('/') {
                    Some(at) => entry.split_at(at),
                    None => (entry.as_str(), ""),
                };
                hosts
                    .entry(host.to_string())
                    .or_default()
                    .push((path.to_string(), i));
            }
            marks.extend(rule.marks().iter().map(|m| (m.clone(), i)));
        }
        for paths in hosts.values_mut() {
            // Stable: of two rules for the same path the later one stays first.
            paths.sort_by_key(|(path, _)| std::cmp::Reverse(path.len()));
        }
        Self {
            rules,
            replacing: HashSet::new(),
            hosts,
            marks,
            finder: OnceLock::new(),
        }
    }

    /// Walks `m.news.example.com`, `news.example.com`, `example.com`: the first that has a rule for the path.
    fn by_host<'a>(&'a self, url: &'a Url) -> Option<(&'a str, &'a Rule)> {
        let mut host = url.host_str()?;
        loop {
            if let Some(paths) = self.hosts.get(host)
                && let Some((_, i)) = paths
                    .iter()
                    .find(|(p, _)| url.path().starts_with(p.as_str()))
            {
                return Some((host, &self.rules[*i]));
            }
            host = host.split_once('.')?.1;
        }
    }

    /// The rule whose mark is listed first, of those that stand in the source.
    fn by_mark(&self, html: &str) -> Option<(&str, &Rule)> {
        let finder = self.finder.get_or_init(|| {
            let marks: Vec<&str> = self.marks.iter().map(|(mark, _)| &**mark).collect();
            Finder::new(&marks)
        });
        let first = finder.as_ref()?.first(html)?;
        let (mark, rule) = &self.marks[first];
        Some((mark, &self.rules[*rule]))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_mark_is_found_by_either_finder() {
        let marks = ["/zb_users/", "users/x", "TRS_Editor", "s/x/y", "TRS"];
        for (text, expected) in [
            ("<div class=TRS_Editor>城东公园今天开放</div>", Some(2)),
            ("<p>城东公园今天开放，TRS 也在</p>", Some(4)),
            ("<img src=/zb_users/x/y.jpg>", Some(0)),
            ("<img src=/zb-users/x/y.jpg>", Some(1)),
            ("/zb_user/s/x/yTRS", Some(3)),
            ("TRS", Some(4)),
            ("城东公园", None),
            ("", None),
        ] {
            for finder in [Finder::new(&marks), Finder::automaton(&marks)] {
                assert_eq!(finder.unwrap().first(text), expected, "{text}");
            }
        }
        assert!(Finder::new(&[]).is_none());
    }
}
