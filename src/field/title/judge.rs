//! Which of the candidates is the headline: each has a weight by where it is from, less where it only names the site. Finds none.

use std::cell::{LazyCell, OnceCell, RefCell};

use crate::content::subject::{Subject, heard};
use crate::content::values::is_prose;
use crate::field::choose::{Candidate, sum};
use crate::field::title::tuning::judge::{
    ARTICLE_TITLE, BEGINS_MIN, CHARS, KEPT, LARGEST, LINE_ABOVE, LINES, LINKED, NAME, OG,
    PAGE_TITLE, PAIRS_MIN, PAIRS_OF_KEY, RELATED, REPEATED, RULE, SHORT, SHORT_CHARS, UNPROVEN,
    UNRELATED, WORDED,
};
use crate::grammar::boilerplate;
use crate::grammar::title::key::{TITLE_MAX, compare_key};
use crate::grammar::title::pairs::Pairs;
use crate::grammar::title::suffix::is_name;
use crate::grammar::title::text::accept;
use crate::page::Page;
use crate::reason::{Clue, Weighed, Witness};
use crate::text::{Line, start};
use crate::trace::Origin;

/// Whether a name and more stand in a title, set apart: `停水通知 | 城东小站` is no better a headline than 停水通知.
fn opens_with_name(text: &str) -> bool {
    let ends = [" | ", " - ", "_", "｜"]
        .into_iter()
        .filter_map(|mark| text.find(mark));
    ends.min().is_some_and(|end| is_name(text[..end].trim()))
}

/// Weighs candidates against the page's names and its text.
pub(super) struct Judge<'a> {
    page: &'a Page,
    names: Vec<String>,
    /// The page's own title.
    title: String,
    /// Whether the rule rests on facts that no page has proved.
    unproven: bool,
    without: Option<Witness>,
    /// Pairs of letters in the page's sentences, once they were asked for.
    pairs: OnceCell<Pairs>,
    /// Texts of candidates with what was read of them: most pages say their headline again and again.
    read: RefCell<Vec<(String, Option<String>)>>,
    /// What speaks against headlines that were read.
    against: RefCell<Vec<(String, Against)>>,
}

/// What speaks against a headline.
type Against = [(bool, Witness, f32); 2];

/// The value kept for a text, else what `make` makes of it.
fn kept<T: Clone>(known: &RefCell<Vec<(String, T)>>, text: &str, make: impl FnOnce() -> T) -> T {
    let found = known.borrow().iter().find(|(of, _)| of == text).cloned();
    if let Some((_, value)) = found {
        return value;
    }
    let value = make();
    let mut known = known.borrow_mut();
    if known.len() < KEPT {
        known.push((text.to_owned(), value.clone()));
    }
    value
}

impl<'a> Judge<'a> {
    pub(super) fn new(subject: &Subject<'a>, names: &[String]) -> Self {
        let page = subject.page;
        // What a site calls itself and its channels, as government sites must say.
        let stated = ["sitename", "columnname", "columntype"]
            .iter()
            .filter_map(|name| page.meta(name));
        let names = names
            .iter()
            .map(String::as_str)
            .chain(stated)
            .map(|name| compare_key(start(name, TITLE_MAX)))
            .filter(|key| !key.is_empty())
            .collect();
        Self {
            page,
            names,
            unproven: subject.is_unproven(),
            without: subject.without,
            title: compare_key(start(page.meta.title.as_deref().unwrap_or(""), TITLE_MAX)),
            pairs: OnceCell::new(),
            read: RefCell::default(),
            against: RefCell::default(),
        }
    }

    /// What speaks for a candidate, and against it.
    pub(super) fn weigh(&self, candidate: &Candidate<'_, String>) -> Vec<Weighed> {
        let (witness, base) = match &candidate.origin {
            Origin::Rule(_) if !self.unproven => {
                return heard(self.without, [(true, Witness::RuleStep, RULE)]);
            }
            Origin::Rule(_) => (Witness::UnprovenRule, UNPROVEN),
            Origin::Generic(Clue::RepeatedHeading | Clue::HeadlineLine) => {
                (Witness::TitleRepeated, REPEATED)
            }
            Origin::JsonLd(_) | Origin::State(_) => (Witness::TitleLinked, LINKED),
            Origin::Meta(name) if name == "articletitle" => (Witness::TitleMeta, ARTICLE_TITLE),
            Origin::Meta(_) => (Witness::TitleShared, OG),
            Origin::Generic(Clue::TitleElement) => (Witness::TitleOfPage, PAGE_TITLE),
            Origin::Generic(Clue::HeadlineOfSiteTitle) => (Witness::TitleAboveText, LINE_ABOVE),
            _ => (Witness::TitleLargest, LARGEST),
        };
        let text = self.accepted(&candidate.shown).unwrap_or_default();
        // A short one says little unless it is shown where the page's title says it is.
        let short = base <= PAGE_TITLE && text.chars().count() < SHORT_CHARS;
        let [site, apart] = kept(&self.against, &text, || self.against(&text));
        let own = [(true, witness, base), site, apart];
        heard(
            self.without,
            own.into_iter().chain([(short, Witness::TitleShort, SHORT)]),
        )
    }

    /// The sum of what speaks against a headline of these words.
    pub(super) fn demerits(&self, text: &str) -> f32 {
        sum(&heard(self.without, self.against(text)))
    }

    /// The headline in a candidate's text.
    pub(super) fn accepted(&self, shown: &str) -> Option<String> {
        kept(&self.read, shown, || accept(shown))
    }

    fn against(&self, text: &str) -> Against {
        let key = compare_key(text);
        let begins = self.title.starts_with(&key);
        // The words of the text are gathered only for who must be compared with them.
        let share = LazyCell::new(|| self.share(&key));
        // 高原小学有了天文社 ends as names of outlets do: it is a headline where the page's title begins with it and the text has its words.
        let worded = || begins && share.is_some_and(|s| s >= WORDED);
        let name =
            self.names.contains(&key) || (is_name(text) || opens_with_name(text)) && !worded();
        // What the page's title begins with is no more off the point than that title.
        let apart =
            !(begins && key.chars().count() >= BEGINS_MIN) && share.is_some_and(|s| s < RELATED);
        [
            (name, Witness::TitleOfSite, NAME),
            (apart, Witness::TitleApart, UNRELATED),
        ]
    }

    /// How many of the pairs of letters in a key stand in the page's sentences, if there are some to compare.
    pub(super) fn share(&self, key: &str) -> Option<f32> {
        let pairs = self.pairs.get_or_init(|| self.gather());
        if pairs.len() < PAIRS_MIN {
            return None;
        }
        let chars: Vec<char> = key.chars().collect();
        let all = chars.len().saturating_sub(1);
        if all < PAIRS_OF_KEY {
            return None;
        }
        let known = chars
            .windows(2)
            .filter(|pair| pairs.has(pair[0], pair[1]))
            .count();
        Some(known as f32 / all as f32)
    }

    fn gather(&self) -> Pairs {
        let dom = &self.page.dom;
        // The footer says whose site it is, which makes that name no headline.
        let own = |l: &&Line| is_prose(l) && boilerplate::footer(dom.line_text(l)).is_none();
        let lines: Vec<&Line> = dom.lines().iter().filter(own).take(LINES).collect();
        let chars: usize = lines.iter().map(|line| line.counts.chars as usize).sum();
        let mut pairs = Pairs::with_room(chars.min(CHARS));
        let mut left = CHARS;
        for line in lines {
            left -= pairs.add(start(dom.line_text(line), left * 3), left);
            if left == 0 {
                break;
            }
        }
        pairs
    }
}
