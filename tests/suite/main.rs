//! Tests of the library as its users call it, in one program: each that cargo links costs a first build seconds. One file:
//! `cargo test --test suite text::`. Beside it stand those that need a program of their own: a harness, an allocator, the optimised build,
//! a corpus.

mod check_rule;
#[path = "../common/mod.rs"]
mod common;
mod cookbook;
mod no_page;
mod parse_body;
mod parse_file;
mod readme;
mod related;
mod render_safety;
mod rooms;
mod rule_guide;
mod rules;
mod seed;
mod site_list;
mod text;
mod trace_paths;
mod tuning;
mod user_rules;
mod words;
