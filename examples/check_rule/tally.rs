//! What all pages together say about a rule: steps that never hit, fields that need no rule.

use std::collections::BTreeMap;
use std::fmt::Write;

use zhengwen::Field;

use crate::report::{Page, is_miss, step};
use crate::value::value;

#[derive(Default)]
pub struct Tally {
    pages: usize,
    unruled: usize,
    /// Step to the pages it hit and the pages it was tried on.
    steps: BTreeMap<String, (usize, usize)>,
    /// Field to the pages where the rule changed its value.
    changed: BTreeMap<Field, usize>,
}

impl Tally {
    pub fn add(&mut self, page: &Page) {
        self.pages += 1;
        self.unruled += usize::from(!page.is_ruled());
        let template = page.trace.rule.as_ref().map_or(0, |r| r.template);
        let mut here: BTreeMap<String, bool> = BTreeMap::new();
        for &field in Field::ALL {
            let differs = value(&page.article, field) != value(&page.generic, field);
            let mut named = false;
            for record in page.records(field) {
                for candidate in record.winner.iter().chain(&record.lost) {
                    if let Some(name) = step(candidate) {
                        named = true;
                        let key = format!("模板 {}：{name}", template + 1);
                        *here.entry(key).or_default() |= !is_miss(candidate);
                    }
                }
            }
            if named {
                *self.changed.entry(field).or_default() += usize::from(differs);
            }
        }
        for (key, hit) in here {
            let (hits, tried) = self.steps.entry(key).or_default();
            *hits += usize::from(hit);
            *tried += 1;
        }
    }

    pub fn render(&self) -> String {
        let mut out = format!("══ 合计 {} 页", self.pages);
        if self.unruled > 0 {
            let _ = write!(out, "，其中 {} 页没有用上规则", self.unruled);
        }
        out.push('\n');
        let dead: Vec<_> = self
            .steps
            .iter()
            .filter(|(_, (hits, _))| *hits == 0)
            .collect();
        if self.steps.is_empty() {
            out.push_str("规则的任何一步都没有试过\n");
        } else if dead.is_empty() {
            out.push_str("每一步都至少命中一次\n");
        } else {
            out.push_str("从未命中，可能写错或可以删去：\n");
            for (name, (_, tried)) in dead {
                let _ = writeln!(out, "  {name}（试了 {tried} 页）");
            }
        }
        let idle: Vec<&str> = self
            .changed
            .iter()
            .filter(|(_, n)| **n == 0)
            .map(|(field, _)| field.as_str())
            .collect();
        if !idle.is_empty() {
            let _ = writeln!(
                out,
                "在这些页面上，不写规则结果也一样的字段：{}",
                idle.join("、")
            );
        }
        out
    }
}
