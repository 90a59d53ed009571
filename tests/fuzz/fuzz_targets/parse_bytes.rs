//! Any bytes: an article of which holds what holds of every one, or a typed error.
#![no_main]

#[path = "../../common/invariants.rs"]
mod invariants;

use libfuzzer_sys::fuzz_target;
use zhengwen::{ErrorKind, Parser};

fuzz_target!(|bytes: &[u8]| {
    match Parser::new().parse_bytes(bytes) {
        Ok(article) => assert_eq!(invariants::broken(&article, false), Ok(())),
        Err(e) => assert!(matches!(
            e.kind(),
            ErrorKind::Empty | ErrorKind::Limit { .. } | ErrorKind::NotHtml { .. }
        )),
    }
});
