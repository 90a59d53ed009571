//! What all pages together say about a rule: steps that never hit, fields that need no rule.

use std::fmt::Write;

use zhengwen::Coverage;

use crate::lang::Lang;
use crate::page::Page;

#[derive(Default)]
pub struct Tally {
    pages: usize,
    unruled: usize,
    unchanged: usize,
    coverage: Coverage,
}

impl Tally {
    pub fn add(&mut self, page: &Page) {
        self.pages += 1;
        self.unruled += usize::from(!page.is_ruled());
        self.unchanged += usize::from(page.is_unchanged());
        self.coverage
            .add(&page.article, &page.trace, Some(&page.generic));
    }

    pub fn render(&self, lang: Lang) -> String {
        let zh = lang == Lang::Zh;
        let pages = self.pages;
        let mut out = match zh {
            true => format!("══ 合计 {pages} 页"),
            false => format!("══ {pages} pages"),
        };
        if self.unruled > 0 {
            let n = self.unruled;
            let _ = match zh {
                true => write!(out, "，其中 {n} 页没有用上规则"),
                false => write!(out, ", {n} of them not read by the rule"),
            };
        }
        out.push('\n');
        // There is one rule.
        let site = self.coverage.sites.values().next();
        let templates = || site.into_iter().flat_map(|site| &site.templates);
        let steps = templates().flat_map(|(n, template)| {
            let removers = template
                .removers
                .iter()
                .map(|(s, told)| (format!("remove {s}"), told));
            let steps = template.steps.iter().map(|(s, told)| (s.clone(), told));
            steps
                .chain(removers)
                .map(move |(name, told)| (n + 1, name, told))
        });
        let steps: Vec<_> = steps.collect();
        let dead: Vec<_> = steps.iter().filter(|(.., told)| told.hits == 0).collect();
        if steps.is_empty() {
            out.push_str(lang.pick(
                "规则的任何一步都没有试过\n",
                "No step of the rule was tried\n",
            ));
        } else if dead.is_empty() {
            out.push_str(lang.pick("每一步都至少命中一次\n", "Every step hits at least once\n"));
        } else {
            out.push_str(lang.pick(
                "从未命中，可能写错或可以删去：\n",
                "Never hit anything, wrong perhaps or no longer needed:\n",
            ));
        }
        for (template, name, told) in dead {
            let _ = match zh {
                true => writeln!(out, "  模板 {template}：{name}（试了 {} 页）", told.tried),
                false => writeln!(out, "  template {template}: {name} ({} pages)", told.tried),
            };
        }
        if self.pages > 0 && self.unchanged == self.pages {
            out.push_str(lang.pick(
                "这条规则没有改变这些页面的任何字段：不写规则，结果也一样\n",
                "This rule changes nothing on these pages: without it all fields are the same\n",
            ));
            return out;
        }
        let fields = site.into_iter().flat_map(|site| &site.fields);
        let idle = fields.filter(|(_, told)| told.ruled > 0 && told.agreed == told.compared);
        let idle: Vec<&str> = idle.map(|(field, _)| field.as_str()).collect();
        if !idle.is_empty() {
            let _ = writeln!(
                out,
                "{}{}",
                lang.pick(
                    "在这些页面上，不写规则结果也一样的字段：",
                    "Fields that are the same on these pages without the rule: "
                ),
                idle.join(lang.pick("、", ", "))
            );
        }
        out
    }
}
