//! zhengwen (正文) reads Chinese news pages: one saved HTML page in, one typed [`Article`] out.
#![forbid(unsafe_code)]
#![warn(missing_docs)]

mod article;
mod body;
mod decode;
mod error;
mod extract;
mod field;

mod page;
mod parser;
mod render;
mod rule;
mod sites;
mod trace;

pub use article::{
    Article, Credit, Metadata, PageKind, Precision, RelatedItem, RelatedKind, RelatedList, Role,
    Script, SiteId, Source, Time,
};
pub use body::{
    Block, Body, Cell, Code, Heading, Image, Inline, List, MAX_NESTING, Paragraph, Quote, Table,
    Video,
};
pub use decode::{CharsetOrigin, Decoded, decode};
pub use error::{Error, ErrorKind, Limit};
pub use parser::{Limits, Parser};
pub use rule::{Rule, RuleSet};
pub use trace::{Candidate, FieldTrace, Origin, Removed, RootTrace, RuleMatch, Trace};
