//! Any page: what holds of every article holds of what is read, its renderings, its JSON and the body read from its HTML.
#![no_main]

#[path = "../../common/invariants.rs"]
mod invariants;

use libfuzzer_sys::fuzz_target;
use zhengwen::Parser;

fuzz_target!(|html: &str| {
    let given = Parser::new().url("https://chengju.example/2024/0510/1.html");
    for (parser, based) in [(given, true), (Parser::new(), false)] {
        if let Ok(article) = parser.parse(html) {
            assert_eq!(invariants::broken(&article, based), Ok(()));
        }
    }
});
