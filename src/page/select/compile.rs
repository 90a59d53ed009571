//! From text to compounds with keys and tests. The grammar is the `selectors` crate's, its vocabulary scraper's.

use scraper::error::SelectorErrorKind;
use scraper::selector::{Parser, Simple};
use selectors::attr::{NamespaceConstraint, ParsedAttrSelectorOperation};
use selectors::parser::{Combinator, Component, ParseRelative, Selector, SelectorList};

use crate::page::index::Key;
use crate::page::select::parts::{Attr, Complex, Compound, SetTest, Test};
use crate::page::tag::Tag;

/// Simple selectors that a list may hold, within `:is()` and the like too: each may look at all attributes of a page.
const MAX_PARTS: usize = 100;

pub(super) fn list(css: &str) -> Result<Vec<Complex>, String> {
    let list = SelectorList::parse(&Parser, &mut cssparser::Parser::new(css), ParseRelative::No)
        .map_err(|e| SelectorErrorKind::from(e).to_string())?;
    let mut parts = 0;
    let list = complexes(list.slice(), &mut parts)?;
    if parts > MAX_PARTS {
        return Err(format!("{parts} parts, at most {MAX_PARTS} are allowed"));
    }
    Ok(list)
}

fn complexes(list: &[Selector<Simple>], parts: &mut usize) -> Result<Vec<Complex>, String> {
    list.iter().map(|one| complex(one, parts)).collect()
}

fn complex(selector: &Selector<Simple>, parts: &mut usize) -> Result<Complex, String> {
    // Right to left, as the crate hands them out; the compound that starts `:has()` stands for the element that has.
    let mut compounds: Vec<Compound> = Vec::new();
    let mut iter = selector.iter();
    loop {
        let mut compound = Compound {
            link: None,
            key: Key::All,
            tests: Vec::new(),
            sets: Vec::new(),
        };
        let mut anchor = false;
        for component in iter.by_ref() {
            *parts += 1;
            if matches!(component, Component::RelativeSelectorAnchor) {
                anchor = true;
            } else {
                add(component, &mut compound, parts)?;
            }
        }
        let link = iter.next_sequence();
        if matches!(
            link,
            Some(Combinator::PseudoElement | Combinator::SlotAssignment | Combinator::Part)
        ) {
            return Err("pseudo-elements are not on a saved page".to_string());
        }
        if !anchor {
            compound.link = link;
            // Names and classes are cheaper to look at than attributes and lists.
            compound.tests.sort_by_key(Test::cost);
            compounds.push(compound);
        }
        if link.is_none() {
            break;
        }
    }
    compounds.reverse();
    Ok(Complex(compounds))
}

fn add(
    component: &Component<Simple>,
    compound: &mut Compound,
    parts: &mut usize,
) -> Result<(), String> {
    let test = match component {
        Component::ExplicitUniversalType | Component::ExplicitAnyNamespace => return Ok(()),
        Component::LocalName(local) => {
            let tag = Tag::named(&local.lower_name.0);
            compound.key.narrow(Key::Name(tag));
            Test::Name {
                tag: Some(tag).filter(|tag| tag.is_html_only()),
                name: local.name.0.clone(),
                lower: local.lower_name.0.clone(),
            }
        }
        Component::ExplicitNoNamespace => Test::NoNamespace,
        Component::ID(id) => {
            compound.key.narrow(Key::id(&id.0));
            Test::Id(id.0.clone())
        }
        Component::Class(class) => {
            compound.key.narrow(Key::class(&class.0));
            Test::Class(class.0.clone())
        }
        Component::AttributeInNoNamespaceExists {
            local_name,
            local_name_lower,
        } => Test::Attr(Attr {
            namespace: Some(html5ever::ns!()),
            name: local_name.0.clone(),
            lower: local_name_lower.0.clone(),
            value: None,
        }),
        Component::AttributeInNoNamespace {
            local_name,
            operator,
            value,
            case_sensitivity,
        } => Test::Attr(Attr {
            namespace: Some(html5ever::ns!()),
            name: local_name.0.clone(),
            lower: local_name.0.clone(),
            value: Some((*operator, *case_sensitivity, value.0.clone())),
        }),
        Component::AttributeOther(other) => Test::Attr(Attr {
            namespace: match other.namespace() {
                None => Some(html5ever::ns!()),
                Some(NamespaceConstraint::Any) => None,
                Some(NamespaceConstraint::Specific(url)) => Some(url.clone()),
            },
            name: other.local_name.0.clone(),
            lower: other.local_name_lower.0.clone(),
            value: match &other.operation {
                ParsedAttrSelectorOperation::Exists => None,
                ParsedAttrSelectorOperation::WithValue {
                    operator,
                    case_sensitivity,
                    value,
                } => Some((*operator, *case_sensitivity, value.0.clone())),
            },
        }),
        Component::Root => Test::Root,
        Component::Scope => Test::Scope,
        Component::Empty => Test::Empty,
        // What `:is()` holds and nobody knows matches nothing, says the standard.
        Component::Invalid(_) => Test::Never,
        Component::Is(list) | Component::Where(list) => {
            let list = complexes(list.slice(), parts)?;
            match lone(&list) {
                true => Test::Any(list.into_iter().map(Complex::into_tests).collect()),
                false => return set(compound, SetTest::Any(list)),
            }
        }
        Component::Negation(list) => {
            let list = complexes(list.slice(), parts)?;
            match lone(&list) {
                true => Test::NotAny(list.into_iter().map(Complex::into_tests).collect()),
                false => return set(compound, SetTest::NotAny(list)),
            }
        }
        Component::Nth(nth) => return set(compound, SetTest::Nth(*nth)),
        Component::Has(list) => {
            let list: Result<_, _> = list
                .iter()
                .map(|one| complex(&one.selector, parts))
                .collect();
            return set(compound, SetTest::Has(list?));
        }
        other => return Err(format!("{other:?} means nothing on a saved page")),
    };
    compound.tests.push(test);
    Ok(())
}

fn set(compound: &mut Compound, test: SetTest) -> Result<(), String> {
    compound.sets.push(test);
    Ok(())
}

/// Whether each is one compound, and an element by itself shows whether it matches.
fn lone(list: &[Complex]) -> bool {
    list.iter()
        .all(|complex| matches!(&complex.0[..], [only] if only.sets.is_empty()))
}

impl Complex {
    fn into_tests(self) -> Vec<Test> {
        self.0.into_iter().flat_map(|c| c.tests).collect()
    }
}

impl Test {
    fn cost(&self) -> u8 {
        match self {
            Test::Never | Test::Root | Test::Scope | Test::Empty => 0,
            Test::Name { .. } | Test::NoNamespace => 1,
            Test::Id(_) | Test::Class(_) => 2,
            Test::Attr(_) => 3,
            Test::Any(_) | Test::NotAny(_) => 4,
        }
    }
}
