//! Any text: the tree html5ever's own tokenizer makes of it.
#![no_main]

use libfuzzer_sys::fuzz_target;

fuzz_target!(|html: &str| {
    assert!(zhengwen::fuzzing::same_tree(html));
});
