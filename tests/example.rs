//! The tests inside the example `parse_file`, and nothing else. Cargo builds an example either as a program or as its tests; other
//! tests run the program, so that `cargo test` must build it as one, and its tests are these modules once more.

#![allow(dead_code, unused_imports)] // what only its `main` uses

#[path = "../examples/parse_file/args.rs"]
mod args;
#[path = "../examples/parse_file/card.rs"]
mod card;
#[path = "../examples/parse_file/files.rs"]
mod files;
#[path = "../examples/parse_file/head.rs"]
mod head;
#[path = "../examples/parse_file/input.rs"]
mod input;
#[path = "../examples/parse_file/lang.rs"]
mod lang;
#[path = "../examples/parse_file/layout.rs"]
mod layout;
#[path = "../examples/parse_file/names.rs"]
mod names;
#[path = "../examples/parse_file/report/mod.rs"]
mod report;
#[path = "../examples/parse_file/show.rs"]
mod show;
#[path = "../examples/parse_file/told.rs"]
mod told;
#[path = "../examples/parse_file/trace.rs"]
mod trace;
#[path = "../examples/parse_file/unpack.rs"]
mod unpack;
#[path = "../examples/parse_file/value.rs"]
mod value;

/// `main`'s, which those modules call.
fn complain(_: &str) {}
