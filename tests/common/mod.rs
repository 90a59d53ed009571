//! What several tests compare by. Asserts nothing.

#![allow(dead_code)] // no test needs all of it

pub mod invariants;

/// A text without white space: line breaks may move.
pub fn letters(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace()).collect()
}
