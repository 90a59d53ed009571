//! Any text as a rule: a rule that can be used, or an error.
#![no_main]

#[path = "../../common/invariants.rs"]
mod invariants;

use libfuzzer_sys::fuzz_target;
use zhengwen::{Parser, Rule, RuleSet};

const PAGE: &str = "<h1>城东公园今起开放</h1><p>来源：橙橘网</p><div class=x><p>城东公园今天上午正式向市民开放，全天免费。</p></div>";

fuzz_target!(|text: &str| {
    let Ok(rule) = Rule::from_toml(text) else {
        return;
    };
    let hosts: Vec<String> = rule.hosts().to_vec();
    let parser = Parser::new().rules(RuleSet::empty().with(rule));
    for host in hosts.iter().take(2) {
        if let Ok(article) = parser.clone().url(format!("https://{host}")).parse(PAGE) {
            assert_eq!(invariants::broken(&article, true), Ok(()));
        }
    }
});
