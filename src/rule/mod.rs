//! Site rules: data in TOML, compiled on first use, chosen by host or by marks of a publishing system. Not the sites themselves (see `sites`).

mod compile;
mod labels;
mod lookup;
mod mistake;
mod run;
mod schema;
mod site_rule;
pub(crate) mod trace_steps;

pub(crate) use crate::rule::compile::{Step, Template, hint};
pub use crate::rule::lookup::RuleSet;
pub(crate) use crate::rule::lookup::{Address, Found};
pub(crate) use crate::rule::run::StepMatch;
pub use crate::rule::site_rule::Rule;
