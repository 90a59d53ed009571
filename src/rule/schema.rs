//! The rule vocabulary as written in TOML. Only shapes and defaults; selectors are compiled in `compile`, looked up in `lookup`.
//!
//! ```toml
//! name  = "橙橘网"
//! hosts = ["chengju.example", "m.chengju.example/news"]   # host suffix, with a path where one host serves several sites
//! evidence = "reported"                                   # or { checked = ["page key", …] }
//!
//! [[template]]                                            # newest first
//! when      = "div.article-main"                          # this template only if the page has such an element
//! title     = "h1"
//! published = [{ label = "更新时间", within = ".info" }, { meta = "publishdate" }]
//! authors   = [{ label = "作者", within = ".info" }]
//! body      = ".article-content"
//! remove    = [".share", ".ad"]
//! related   = [{ list = ".recommend li", label = "为您推荐", kind = "recommended" }]
//! ```

use std::fmt;
use std::sync::LazyLock;

use memchr::{memchr, memchr_iter, memchr3};
use serde::Deserialize;
use serde::de::{self, MapAccess, SeqAccess, Visitor, value::MapAccessDeserializer};

use crate::article::RelatedKind;
use crate::article::field::Field;

/// What a rule is found by.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Head {
    pub(crate) name: String,
    pub(crate) hosts: Vec<String>,
    pub(crate) marks: Vec<String>,
}

/// The name, hosts and marks of a built-in rule, without reading the rest: every file's head is wanted before the first page is read.
/// They are plain strings in lines of their own before the first template; anything else gives `None`, and a test says so.
pub(crate) fn head(text: &str) -> Option<Head> {
    let mut head = Head::default();
    let mut key = "";
    let mut open = false;
    let mut from = 0;
    for end in memchr_iter(b'\n', text.as_bytes()) {
        let line = &text[from..end];
        from = end + 1;
        if !open {
            if line.starts_with("[[") {
                break;
            }
            key = line.split([' ', '=']).next().unwrap_or_default();
        }
        if !matches!(key, "name" | "hosts" | "marks") {
            continue;
        }
        let value = line.split_once('=').map_or(line, |(_, value)| value);
        let value = if open { line } else { value };
        let strings = strings(value)?.into_iter().map(String::from);
        match key {
            "name" => head.name.extend(strings),
            "hosts" => head.hosts.extend(strings),
            _ => head.marks.extend(strings),
        }
        let rest = value.trim_end();
        open = key != "name" && (open || value.contains('[')) && !rest.ends_with(']');
    }
    (!head.name.is_empty()).then_some(head)
}

/// The strings of a line, in double or single quotes; none where one has an escape or no end.
fn strings(line: &str) -> Option<Vec<&str>> {
    let mut out = Vec::new();
    let mut rest = line;
    while let Some(at) = memchr3(b'"', b'\'', b'#', rest.as_bytes()) {
        let quote = rest.as_bytes()[at];
        if quote == b'#' {
            break;
        }
        let behind = &rest[at + 1..];
        let end = memchr(quote, behind.as_bytes())?;
        if quote == b'"' && behind[..end].contains('\\') {
            return None;
        }
        out.push(&behind[..end]);
        rest = &behind[end + 1..];
    }
    Some(out)
}

/// One rule file: one site or publishing system.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct RuleFile {
    /// The site's name, unique: `人民网`.
    pub(crate) name: String,
    /// Host suffixes, longest match first; a path prefix may follow: `baijiahao.baidu.com/s`.
    #[serde(default)]
    pub(crate) hosts: Vec<String>,
    /// For publishing systems: strings of the page's source that give them away, in place of hosts: `TRS_Editor`.
    #[serde(default)]
    pub(crate) marks: Vec<String>,
    /// What the rule rests on.
    pub(crate) evidence: Evidence,
    /// The zone of times without one, if not +08:00: `+09:00`.
    #[serde(default)]
    pub(crate) zone: Option<String>,
    /// A self-media platform: the source is the account, and the account is the author where no writer is credited.
    #[serde(default)]
    pub(crate) account: bool,
    /// Page layouts, newest first.
    #[serde(rename = "template")]
    pub(crate) templates: Vec<TemplateFile>,
}

/// What a rule rests on.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub(crate) enum Evidence {
    /// Keys of the pages it was run on.
    Checked(Vec<String>),
    /// Facts read elsewhere; no page was at hand.
    #[default]
    Reported,
}

/// One page layout.
#[derive(Debug, Clone, Default)]
pub(crate) struct TemplateFile {
    /// The layout is used only if an element matches.
    pub(crate) when: Option<String>,
    /// As `account` of the rule, for this layout only.
    pub(crate) account: Option<bool>,
    /// By the fields' names. `body`: where it stands, elements or HTML in the page's state.
    pub(crate) steps: Vec<(Field, Steps)>,
    /// Selectors of what does not belong to the body.
    pub(crate) remove: Vec<String>,
    pub(crate) related: Vec<RelatedFile>,
}

/// A key of a template.
#[derive(Clone, Copy)]
enum Key {
    When,
    Account,
    Steps(Field),
    Remove,
    Related,
}

/// Keys by their names, in the order an error lists them. Every field has steps, but those that a page says of itself.
static KEYS: LazyLock<(Vec<&'static str>, Vec<Key>)> = LazyLock::new(|| {
    let of_itself = [
        Field::Keywords,
        Field::SiteName,
        Field::CanonicalUrl,
        Field::Kind,
        Field::Access,
    ];
    let fields = Field::ALL.iter().filter(|field| !of_itself.contains(field));
    let fields = fields.map(|&field| match field {
        Field::Related => (field.as_str(), Key::Related),
        field => (field.as_str(), Key::Steps(field)),
    });
    let others = [
        ("when", Key::When),
        ("account", Key::Account),
        ("remove", Key::Remove),
    ];
    others.into_iter().chain(fields).unzip()
});

impl<'de> Deserialize<'de> for Key {
    fn deserialize<D: de::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct KeyVisitor;
        impl Visitor<'_> for KeyVisitor {
            type Value = Key;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a key of a template")
            }

            fn visit_str<E: de::Error>(self, name: &str) -> Result<Key, E> {
                let (names, keys) = &*KEYS;
                match names.iter().position(|known| *known == name) {
                    Some(i) => Ok(keys[i]),
                    None => Err(E::unknown_field(name, names)),
                }
            }
        }
        deserializer.deserialize_identifier(KeyVisitor)
    }
}

impl<'de> Deserialize<'de> for TemplateFile {
    fn deserialize<D: de::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct TemplateVisitor;
        impl<'de> Visitor<'de> for TemplateVisitor {
            type Value = TemplateFile;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a template")
            }

            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<TemplateFile, A::Error> {
                let mut file = TemplateFile::default();
                // TOML itself refuses a key that comes twice.
                while let Some(key) = map.next_key()? {
                    match key {
                        Key::When => file.when = Some(map.next_value()?),
                        Key::Account => file.account = Some(map.next_value()?),
                        Key::Steps(field) => file.steps.push((field, map.next_value()?)),
                        Key::Remove => file.remove = map.next_value()?,
                        Key::Related => file.related = map.next_value()?,
                    }
                }
                Ok(file)
            }
        }
        deserializer.deserialize_map(TemplateVisitor)
    }
}

impl TemplateFile {
    /// How many steps, removals and lists there are.
    pub(crate) fn len(&self) -> usize {
        let steps: usize = self.steps.iter().map(|(_, steps)| steps.0.len()).sum();
        steps + self.remove.len() + self.related.len()
    }
}

/// A layout of one step; else the keys there are.
pub(crate) fn lone(key: &str, css: &str) -> Result<TemplateFile, Vec<&'static str>> {
    let (names, keys) = &*KEYS;
    let mut file = TemplateFile::default();
    match names.iter().position(|name| *name == key).map(|i| keys[i]) {
        Some(Key::Steps(field)) => file.steps.push((field, Steps(vec![bare(css)]))),
        Some(Key::Remove) => file.remove.push(css.to_string()),
        Some(Key::Related) => file.related.push(RelatedFile {
            list: css.to_string(),
            label: None,
            heading: None,
            kind: None,
            old: false,
        }),
        _ => {
            let steps = names.iter().zip(keys);
            let steps = steps.filter(|(_, key)| !matches!(key, Key::When | Key::Account));
            return Err(steps.map(|(name, _)| *name).collect());
        }
    }
    Ok(file)
}

/// The steps of one field, tried in order. A single step may stand without the list around it.
#[derive(Debug, Clone, Default)]
pub(crate) struct Steps(pub(crate) Vec<StepFile>);

/// One step. Exactly one of `css`, `meta`, `ld`, `state`, `label`, `url`, `text`; a bare string is `css`.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub(crate) struct StepFile {
    /// Text of the elements that match.
    pub(crate) css: Option<String>,
    /// With `css`: this attribute in place of the text.
    pub(crate) attr: Option<String>,
    /// Content of the meta element of this name or property.
    pub(crate) meta: Option<String>,
    /// A path into the article's JSON-LD: `author/name`.
    pub(crate) ld: Option<String>,
    /// A blob's name and a path into it, `*` for every item: `__NEXT_DATA__/props/pageProps/article/title`.
    pub(crate) state: Option<String>,
    /// The value after this label: `来源`.
    pub(crate) label: Option<String>,
    /// With `label`: only within elements that match.
    pub(crate) within: Option<String>,
    /// A regular expression on the path of the page's address; its groups, with hyphens between, are what counts:
    /// `(\d{4})-(\d{2})/(\d{2})` gives the day of an e-paper.
    pub(crate) url: Option<String>,
    /// A fixed text.
    pub(crate) text: Option<String>,
    /// A regular expression on the value; its first group, else the whole match, is what counts.
    pub(crate) pattern: Option<String>,
    /// For `body`: the element's text is HTML source (a `textarea` or `script` that holds the article).
    pub(crate) html: bool,
    /// For `body`: the values are addresses of pictures, which are the body.
    pub(crate) pictures: bool,
    /// For `body`: all elements that match, wherever they stand. Else the first, and those beside it in the same parent.
    pub(crate) all: bool,
    /// For layouts the site had before, or has elsewhere: known from facts, and found on no page the rule was checked on.
    pub(crate) old: bool,
}

/// One list of other articles.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct RelatedFile {
    /// Selector of the items: `.recommend li`.
    pub(crate) list: String,
    /// The list's label, if it is always the same.
    #[serde(default)]
    pub(crate) label: Option<String>,
    /// Selector of the element that shows the label.
    #[serde(default)]
    pub(crate) heading: Option<String>,
    /// What sort of list; judged by the label if absent.
    #[serde(default)]
    pub(crate) kind: Option<RelatedKind>,
    /// As with steps.
    #[serde(default)]
    pub(crate) old: bool,
}

impl<'de> Deserialize<'de> for Steps {
    fn deserialize<D: de::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct StepsVisitor;
        impl<'de> Visitor<'de> for StepsVisitor {
            type Value = Steps;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a selector, a step such as { label = \"来源\" }, or a list of them")
            }

            fn visit_str<E: de::Error>(self, css: &str) -> Result<Steps, E> {
                Ok(Steps(vec![bare(css)]))
            }

            fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<Steps, A::Error> {
                Ok(Steps(vec![StepFile::deserialize(
                    MapAccessDeserializer::new(map),
                )?]))
            }

            fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<Steps, A::Error> {
                let mut all = Vec::new();
                while let Some(Steps(steps)) = seq.next_element()? {
                    all.extend(steps);
                }
                Ok(Steps(all))
            }
        }
        deserializer.deserialize_any(StepsVisitor)
    }
}

fn bare(css: &str) -> StepFile {
    StepFile {
        css: Some(css.to_string()),
        ..StepFile::default()
    }
}
