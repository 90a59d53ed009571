//! The names of enums' variants, as JSON has them, and the way back. Not what is shown to readers in Chinese.

use std::fmt;
use std::str::FromStr;

use serde::de::value::{Error as NoSuchName, StrDeserializer};
use serde::{Deserialize, Serialize};

use crate::article::field::Field;
use crate::article::{Access, PageKind, Precision, RelatedKind, Role, Script};
use crate::decode::CharsetOrigin;
use crate::error::{Error, ErrorKind, Limit, LooksLike};
use crate::reason::{Clue, Cut, Noise, Refusal, Witness};

macro_rules! from_name {
    ($($type:ident, $what:literal;)*) => {$(
        impl FromStr for $type {
            type Err = Error;

            /// From the name used in JSON. One that is not known is an error here, though JSON with it is read.
            fn from_str(name: &str) -> Result<Self, Error> {
                let found = Self::ALL.iter().find(|value| value.as_str() == name);
                found.copied().ok_or_else(|| {
                    let known = Self::ALL.iter().map(|value| value.as_str().to_owned());
                    unknown($what, name, known)
                })
            }
        }
    )*};
}

macro_rules! from_json {
    ($($type:ident, $what:literal;)*) => {$(
        impl FromStr for $type {
            type Err = Error;

            /// From the name used in JSON.
            fn from_str(name: &str) -> Result<Self, Error> {
                let read = StrDeserializer::<NoSuchName>::new(name);
                Self::deserialize(read)
                    .map_err(|_| unknown($what, name, Self::ALL.iter().map(in_json)))
            }
        }
    )*};
}

/// The error of a name that none of these is.
fn unknown(what: &'static str, name: &str, known: impl Iterator<Item = String>) -> Error {
    let known: Vec<String> = known.collect();
    ErrorKind::Name {
        what,
        name: name.chars().take(40).collect(),
        known: known.join(", "),
    }
    .into()
}

/// The name JSON has for a value.
fn in_json(value: &impl Serialize) -> String {
    let json = serde_json::to_value(value).ok();
    json.and_then(|json| json.as_str().map(String::from))
        .unwrap_or_default()
}

macro_rules! named {
    ($($type:ident, $what:literal: $($variant:ident $name:literal)*;)*) => {$(
        from_name! { $type, $what; }

        impl $type {
            /// All of them, in the order declared.
            pub const ALL: &[Self] = &[$(Self::$variant),*];

            /// Its name: where JSON has it, the one used there.
            pub fn as_str(self) -> &'static str {
                match self {
                    $(Self::$variant => $name,)*
                }
            }
        }
    )*};
}

macro_rules! shown_by_name {
    ($($type:ident)*) => {$(
        impl fmt::Display for $type {
            /// The name used in JSON; pads and aligns as a text does.
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.pad(self.as_str())
            }
        }
    )*};
}

named! {
    PageKind, "kind of page":
        Article "article"
        List "list"
        Gallery "gallery"
        Video "video"
        Live "live"
        Missing "missing"
        Blocked "blocked"
        Other "other";
    Access, "access":
        Whole "whole"
        Cut "cut"
        Subscribers "subscribers"
        Members "members"
        Other "other";
    Role, "role":
        Photographer "photographer"
        Video "video"
        Translator "translator"
        Proofreader "proofreader"
        Reviewer "reviewer"
        Producer "producer"
        Planner "planner"
        ChiefEditor "chief_editor"
        Designer "designer"
        Presenter "presenter"
        Intern "intern"
        Contributor "contributor"
        Other "other";
    Precision, "precision":
        Day "day"
        Minute "minute"
        Second "second"
        Other "other";
    Script, "script":
        Hans "Hans"
        Hant "Hant"
        Other "other";
    RelatedKind, "sort of list":
        Related "related"
        Recommended "recommended"
        Hot "hot"
        Latest "latest"
        Other "other";
    CharsetOrigin, "origin of a charset":
        Bom "bom"
        Hint "hint"
        Declared "declared"
        Contents "contents";
    Limit, "limit":
        Bytes "bytes"
        Nodes "nodes"
        Depth "depth"
        Attributes "attributes"
        Work "work"
        Text "text"
        Parts "parts";
    LooksLike, "thing that is no page":
        Gzip "gzip"
        Compressed "compressed"
        Zip "zip"
        Archive "archive"
        Mhtml "mhtml"
        Warc "warc"
        Pdf "pdf"
        Document "document"
        Epub "epub"
        Image "image"
        Audio "audio"
        Video "video"
        Font "font"
        Executable "executable"
        Database "database"
        Feed "feed"
        Xml "xml"
        Json "json"
        Csv "csv"
        SourceCode "source_code"
        OtherCharset "other_charset"
        Binary "binary";
}

// Its names stand beside their documentation.
from_name! { Field, "field"; }

// These have English and Chinese words to be shown by; JSON's names are their variants' in snake case.
from_json! {
    Clue, "clue";
    Refusal, "reason for a refusal";
    Noise, "sort of noise";
    Cut, "reason for a cut";
    Witness, "witness";
}

// `LooksLike` is shown as words with an article: `a PDF document`.
shown_by_name! { PageKind Access Role Precision Script RelatedKind CharsetOrigin Limit }

#[cfg(test)]
mod tests {
    use super::*;
    use serde::de::DeserializeOwned;

    /// JSON, `as_str`, `Display` and `FromStr` agree, and an unknown name in JSON is `other`.
    fn agrees<T>(all: &[T], other: &T)
    where
        T: Serialize
            + DeserializeOwned
            + FromStr<Err = Error>
            + fmt::Display
            + PartialEq
            + fmt::Debug,
    {
        for value in all {
            let json = serde_json::to_string(value).unwrap();
            assert_eq!(json, format!("\"{value}\""));
            assert_eq!(&serde_json::from_str::<T>(&json).unwrap(), value);
            assert_eq!(&value.to_string().parse::<T>().unwrap(), value);
        }
        assert_eq!(
            &serde_json::from_str::<T>("\"of_tomorrow\"").unwrap(),
            other
        );
    }

    #[test]
    fn names_in_json_and_elsewhere_are_the_same() {
        agrees(PageKind::ALL, &PageKind::Other);
        agrees(Access::ALL, &Access::Other);
        agrees(Role::ALL, &Role::Other);
        agrees(Precision::ALL, &Precision::Other);
        agrees(Script::ALL, &Script::Other);
        agrees(RelatedKind::ALL, &RelatedKind::Other);
    }

    #[test]
    fn an_unknown_name_is_an_error_that_says_the_known_ones() {
        let error = "发稿人".parse::<Precision>().unwrap_err();
        let text = "no precision is called 发稿人; use one of day, minute, second, other";
        assert_eq!(error.to_string(), text);
        assert!("".parse::<PageKind>().is_err() && "LIST".parse::<PageKind>().is_err());
        assert_eq!(format!("{:>8}|", PageKind::List), "    list|");
    }

    #[test]
    fn names_of_the_trace_are_read_back() {
        fn agrees<T: Serialize + FromStr<Err = Error> + PartialEq + fmt::Debug>(all: &[T]) {
            for value in all {
                assert_eq!(&in_json(value).parse::<T>().unwrap(), value);
            }
        }
        agrees(Clue::ALL);
        agrees(Refusal::ALL);
        agrees(Noise::ALL);
        agrees(Cut::ALL);
        agrees(Witness::ALL);
        assert_eq!("no_time".parse::<Refusal>().unwrap(), Refusal::NoTime);
        let error = "时间".parse::<Cut>().unwrap_err().to_string();
        let says = "no reason for a cut is called 时间; use one of named_by_rule, ";
        assert!(error.starts_with(says), "{error}");
    }

    #[test]
    fn names_without_json() {
        assert_eq!("pdf".parse::<LooksLike>().unwrap(), LooksLike::Pdf);
        for value in LooksLike::ALL {
            assert_eq!(value.as_str().parse::<LooksLike>().unwrap(), *value);
        }
        for value in Field::ALL {
            assert_eq!(value.to_string().parse::<Field>().unwrap(), *value);
        }
        for value in CharsetOrigin::ALL {
            assert_eq!(value.to_string().parse::<CharsetOrigin>().unwrap(), *value);
        }
        for value in Limit::ALL {
            assert_eq!(value.to_string().parse::<Limit>().unwrap(), *value);
        }
    }

    #[test]
    fn json_of_a_newer_version_is_read() {
        let json = r#"{"type": "map", "city": "城东"}"#;
        assert_eq!(
            serde_json::from_str::<crate::Block>(json).unwrap(),
            crate::Block::Other
        );
        assert_eq!(
            serde_json::from_str::<crate::Inline>(json).unwrap(),
            crate::Inline::Other
        );
    }
}
