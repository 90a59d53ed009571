//! Any bytes: an article or a typed error.
#![no_main]

use libfuzzer_sys::fuzz_target;
use zhengwen::{ErrorKind, Parser};

fuzz_target!(|bytes: &[u8]| {
    if let Err(e) = Parser::new().parse_bytes(bytes) {
        assert!(matches!(
            e.kind(),
            ErrorKind::Empty | ErrorKind::Limit { .. } | ErrorKind::NotHtml { .. }
        ));
    }
});
