//! Whether what stands under a label is a list of articles: witnesses for each item, then for the list as a whole. Where lists stand is not asked here.

use std::collections::HashMap;

use crate::article::{RelatedItem, RelatedList};
use crate::field::context::Context;
use crate::field::read_items::Entry;
use crate::field::related::tuning::{
    ALONE_AMONG, HEADLINE_MIN, ITEM_MIN, LIST_MIN, NAMES_MAX, RANKED_MIN, TITLE_MIN, TOPICS_MAX,
    item, list,
};
use crate::grammar::address::{self, Sort};
use crate::grammar::list_label::Strength;
use crate::reason::{Weighed, Witness};

/// What announced a list, and where.
#[derive(Debug, Clone, Copy)]
pub(super) struct Announced {
    /// `None` for lists without a label.
    pub(super) strength: Option<Strength>,
    /// The label promises several items: 热门, 为您推荐.
    pub(super) many: bool,
    /// It stands above the headline.
    pub(super) above: bool,
    /// It stands in a menu or a footer.
    pub(super) in_menu: bool,
}

/// A list that was judged.
#[derive(Debug)]
pub(super) struct Judged {
    pub(super) items: Vec<RelatedItem>,
    /// The sum of its witnesses.
    pub(super) score: f32,
    /// The witnesses that spoke, for the trace.
    pub(super) why: Vec<Weighed>,
}

impl Judged {
    /// A list that needs no further witness.
    pub(super) fn said(entries: Vec<Entry>, why: Witness) -> Self {
        Self {
            items: entries.into_iter().map(|entry| entry.item).collect(),
            score: LIST_MIN,
            why: vec![Weighed {
                witness: why,
                weight: LIST_MIN,
            }],
        }
    }

    pub(super) fn holds(&self) -> bool {
        !self.items.is_empty() && self.score >= LIST_MIN
    }
}

/// An address up to its last name; none for a page right below its site.
fn folder(url: &str) -> Option<&str> {
    let folder = url.split(['?', '#']).next()?.rsplit_once('/')?.0;
    (folder.matches('/').count() > 2).then_some(folder)
}

/// How many entries share what, and what most of them are.
struct Whole<'a> {
    skeletons: HashMap<&'a str, usize>,
    /// The owner most entries lead to, and how many of them.
    owner: Option<(&'a str, usize)>,
    page: Option<(&'a str, String)>,
    /// How many have an article's address, and the folder of the first of them.
    articles: usize,
    folder: Option<&'a str>,
    all: usize,
}

impl<'a> Whole<'a> {
    fn new(page: Option<&'a str>, entries: &'a [Entry]) -> Self {
        let mut skeletons = HashMap::new();
        let mut owners: Vec<(&str, usize)> = Vec::new();
        for entry in entries {
            *skeletons.entry(entry.skeleton.as_str()).or_insert(0) += 1;
            let owner = address::owner(entry.item.address());
            match owners.iter_mut().find(|(known, _)| *known == owner) {
                Some((_, count)) => *count += 1,
                None => owners.push((owner, 1)),
            }
        }
        let page = page.map(|url| (address::owner(url), address::skeleton(url)));
        let most = owners.iter().max_by_key(|(_, count)| *count).copied();
        // The page's own site is the list's if no other has more of its entries.
        let own = page.as_ref().and_then(|(own, _)| {
            let found = owners.iter().find(|(owner, _)| owner == own)?;
            (found.1 >= most.map_or(0, |(_, count)| count)).then_some(*found)
        });
        let most = most.filter(|(_, count)| entries.len() >= 3 && count * 5 >= entries.len() * 3);
        Self {
            skeletons,
            owner: own.or(most),
            page,
            articles: entries.iter().filter(|e| e.sort == Sort::Article).count(),
            folder: entries
                .iter()
                .find(|e| e.sort == Sort::Article)
                .and_then(|e| folder(e.item.address())),
            all: entries.len(),
        }
    }

    fn is_own(&self, entry: &Entry) -> bool {
        self.page
            .as_ref()
            .is_some_and(|(own, _)| *own == address::owner(entry.item.address()))
    }

    /// Whether its address stands in one folder with an article's: `/post/bookshop` beside `/post/park-opens-today`.
    fn is_beside_articles(&self, entry: &Entry) -> bool {
        self.folder.is_some() && folder(entry.item.address()) == self.folder
    }

    fn is_like_page(&self, entry: &Entry) -> bool {
        self.page
            .as_ref()
            .is_some_and(|(_, skeleton)| *skeleton == entry.skeleton && skeleton.contains('0'))
    }

    fn is_alike(&self, entry: &Entry) -> bool {
        let same = self.skeletons.get(entry.skeleton.as_str()).copied();
        let same = same.unwrap_or(0);
        same >= 2 && same * 2 > self.all
    }

    fn is_elsewhere(&self, entry: &Entry) -> bool {
        self.owner
            .is_some_and(|(owner, _)| owner != address::owner(entry.item.address()))
    }

    /// The sum of an entry's witnesses.
    fn weigh(&self, entry: &Entry, strength: Option<Strength>, without: Option<Witness>) -> f32 {
        let item = &entry.item;
        let chars = item.title.chars().count();
        let witnesses = [
            (
                entry.sort == Sort::Article,
                Witness::ItemArticleAddress,
                item::ARTICLE,
            ),
            (
                entry.sort == Sort::Beside,
                Witness::ItemBesideAddress,
                item::BESIDE,
            ),
            (
                entry.sort == Sort::Apart,
                Witness::ItemApartAddress,
                item::APART,
            ),
            (
                entry.sort < Sort::Article
                    && self.articles * 2 >= self.all
                    && !self.is_beside_articles(entry),
                Witness::ItemAmongArticles,
                item::AMONG_ARTICLES,
            ),
            (self.is_alike(entry), Witness::ItemAlike, item::ALIKE),
            (
                self.is_like_page(entry),
                Witness::ItemLikePage,
                item::LIKE_PAGE,
            ),
            (self.is_own(entry), Witness::ItemOwnSite, item::OWN_SITE),
            (
                self.is_elsewhere(entry),
                Witness::ItemElsewhere,
                item::ELSEWHERE,
            ),
            (
                item.summary.is_some() || item.published.is_some(),
                Witness::ItemFurnished,
                item::FURNISHED,
            ),
            (chars >= HEADLINE_MIN, Witness::ItemHeadline, item::HEADLINE),
            (chars < TITLE_MIN as usize, Witness::ItemShort, item::SHORT),
            (
                strength == Some(Strength::Sure),
                Witness::ItemSureLabel,
                item::SURE_LABEL,
            ),
        ];
        witnesses
            .iter()
            .filter(|(speaks, why, _)| *speaks && Some(*why) != without)
            .map(|(.., weight)| weight)
            .sum()
    }
}

/// The entries of a list that its other entries do not speak against.
pub(super) fn sift(
    cx: &Context<'_>,
    entries: Vec<Entry>,
    strength: Option<Strength>,
) -> Vec<Entry> {
    let page = cx.page.base.page().map(url::Url::as_str);
    let whole = Whole::new(page, &entries);
    let keep: Vec<bool> = entries
        .iter()
        .map(|entry| whole.weigh(entry, strength, cx.subject.without) >= ITEM_MIN)
        .collect();
    let mut keep = keep.into_iter();
    let mut entries = entries;
    entries.retain(|_| keep.next().unwrap_or(false));
    entries
}

/// What the addresses of a list say. A list kept as text has none.
#[derive(Debug, Clone, Copy, Default)]
struct Addresses {
    alike: bool,
    like_page: bool,
    elsewhere: bool,
    /// None is built as an article's.
    astray: bool,
    none: bool,
}

/// Judges a list of which only the words are there; `strays` is how many lines among its items belong to none.
pub(super) fn judge_words(
    cx: &Context<'_>,
    items: Vec<RelatedItem>,
    strays: usize,
    announced: Announced,
) -> Judged {
    let links = items.len() + strays;
    let addresses = Addresses {
        none: true,
        ..Addresses::default()
    };
    whole(cx, items, links, announced, addresses)
}

/// Judges a list whole.
pub(super) fn judge(cx: &Context<'_>, entries: Vec<Entry>, announced: Announced) -> Judged {
    let links = entries.len();
    let entries = sift(cx, entries, announced.strength);
    let n = entries.len();
    let page = cx.page.base.page().map(url::Url::as_str);
    let whole = Whole::new(page, &entries);
    let most = |is: &dyn Fn(&Entry) -> bool| entries.iter().filter(|e| is(e)).count() * 2 > n;
    let addresses = Addresses {
        alike: n >= 2 && most(&|e| whole.is_alike(e)),
        like_page: most(&|e| whole.is_like_page(e)),
        elsewhere: page.is_some() && !entries.iter().any(|e| whole.is_own(e)),
        astray: whole.articles == 0,
        none: false,
    };
    let items = entries.into_iter().map(|entry| entry.item).collect();
    self::whole(cx, items, links, announced, addresses)
}

/// The witnesses of a list as a whole; `links` is how many there were before its items were chosen.
fn whole(
    cx: &Context<'_>,
    mut items: Vec<RelatedItem>,
    links: usize,
    announced: Announced,
    addresses: Addresses,
) -> Judged {
    let n = items.len();
    let furnished = items
        .iter()
        .filter(|i| i.summary.is_some() || i.published.is_some() || i.image.is_some())
        .count();
    strip_ranks(&mut items);
    let chars: usize = items.iter().map(|i| i.title.chars().count()).sum();
    let mean = chars / n.max(1);
    let names = match announced.strength {
        // No link says that a short line leads to an article.
        _ if addresses.none => HEADLINE_MIN,
        // 相关文章 says what they are, however short.
        Some(Strength::Sure) => 0,
        Some(_) => NAMES_MAX,
        None => TOPICS_MAX,
    };
    let furnished = furnished * 2 > n;
    // A name has no time of its own.
    let timed = items.iter().all(|item| item.published.is_some());
    let told = addresses.like_page || addresses.none && furnished || timed;
    let names = mean < names && !told;
    let label = match announced.strength {
        Some(Strength::Sure) => (Witness::SureLabel, list::SURE),
        Some(Strength::Usual) => (Witness::UsualLabel, list::USUAL),
        Some(Strength::Menu) => (Witness::MenuLabel, list::MENU),
        None => (Witness::NoLabel, list::UNLABELLED),
    };
    let witnesses = [
        (true, label.0, label.1),
        (n * 5 >= links * 4, Witness::LinksAreItems, list::WHOLE),
        (addresses.alike, Witness::AddressesAlike, list::ALIKE),
        (
            addresses.like_page,
            Witness::AddressesLikePage,
            list::LIKE_PAGE,
        ),
        (mean >= HEADLINE_MIN, Witness::Headlines, list::HEADLINES),
        (names, Witness::Names, list::NAMES),
        (furnished, Witness::Furnished, list::FURNISHED),
        (
            n == 1 && (announced.many || addresses.astray && links >= ALONE_AMONG),
            Witness::OneAlone,
            list::ALONE,
        ),
        (announced.above, Witness::AboveHeadline, list::ABOVE),
        (announced.in_menu, Witness::InMenu, list::IN_MENU),
        (addresses.elsewhere, Witness::OtherSites, list::ELSEWHERE),
        (
            addresses.elsewhere && announced.strength.is_none(),
            Witness::OtherSitesUnlabelled,
            list::PAID,
        ),
        (mean < TITLE_MIN as usize, Witness::MenuWords, list::WORDS),
    ];
    let why = cx.subject.heard(witnesses);
    Judged {
        items,
        score: why.iter().map(|weighed| weighed.weight).sum(),
        why,
    }
}

/// Lists of one item each, one behind another under the same words, are one list: its label stands in every card.
pub(super) fn join_cards(lists: &mut Vec<RelatedList>) {
    // Whether the last list kept is such a list so far.
    let mut cards = false;
    *lists =
        std::mem::take(lists)
            .into_iter()
            .fold(Vec::new(), |mut kept: Vec<RelatedList>, list| {
                let single = list.items.len() == 1;
                match kept.last_mut() {
                    Some(last)
                        if cards
                            && single
                            && list.label.is_some()
                            && last.label == list.label
                            && last.kind == list.kind =>
                    {
                        last.items.extend(list.items);
                    }
                    _ => {
                        cards = single;
                        kept.push(list);
                    }
                }
                kept
            });
}

/// 1城东公园今起开放, 2城西公园明年动工, …: the ranks are not part of the headlines.
fn strip_ranks(items: &mut [RelatedItem]) {
    let ranked = items.len() >= 3
        && (1..)
            .zip(items.iter())
            .all(|(rank, item)| without_rank(&item.title, rank).is_some());
    if ranked {
        for (rank, item) in (1..).zip(items) {
            if let Some(rest) = without_rank(&item.title, rank) {
                item.title = rest.to_string();
            }
        }
    }
}

fn without_rank(title: &str, rank: usize) -> Option<&str> {
    let digits = title.bytes().take_while(u8::is_ascii_digit).count();
    let (number, rest) = title.split_at(digits);
    let rest =
        rest.trim_start_matches(|c: char| c.is_whitespace() || matches!(c, '.' | '、' | '．'));
    (number.parse() == Ok(rank) && rest.chars().count() >= RANKED_MIN).then_some(rest)
}
