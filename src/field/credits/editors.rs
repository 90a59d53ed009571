//! Who edited it. Writers are not its business.

use crate::article::field::Field;
use crate::content::labelled::Region;
use crate::field::choose;
use crate::field::context::Context;
use crate::field::credits::lists::{AROUND, Candidate, join, written};
use crate::field::credits::tuning::editors::{CODE_DIGITS, CODE_LETTERS};
use crate::field::credits::widen::{may_widen, widened};
use crate::field::credits::written::BodyText;
use crate::grammar::byline;
use crate::grammar::byline::NameKind;
use crate::grammar::label::Label;
use crate::page::dom::NodeId;
use crate::reason::Refusal;
use crate::trace::{Origin, Tracer};

/// Everybody the page calls an editor of the article.
pub(super) fn find(cx: &Context<'_>, text: &BodyText, tracer: &mut Tracer) -> Vec<String> {
    let body = cx.layout.body();
    let in_body = |node: NodeId| body.contains(&cx.dom().line_from(node));
    // Credits below an article that is followed by promotions are far from its end: 编辑|张三, 责编|李四.
    let mut labelled = cx.labelled(|s| s.label == Label::Editor, AROUND);
    labelled.extend(cx.labelled(
        |s| s.label == Label::Editor && in_body(s.node),
        &[Region::Other],
    ));
    let labelled = join(labelled);
    let far = cx.labelled(|s| s.label == Label::Editor, &[Region::Other]);
    let candidates = cx
        .rule_list(Field::Editors, " ")
        .chain(labelled)
        .chain(written(text, |credits| &credits.editors))
        .chain(far);
    let read = |candidate: &Candidate<'_>| {
        let value = &candidate.shown;
        let whole = matches!(candidate.origin, Origin::Rule(_)).then(|| byline::line(value));
        let names = match (&candidate.value, whole) {
            (Some(names), _) => names.clone(),
            (None, Some(credits)) if !credits.editors.is_empty() => credits.editors,
            (None, _) => byline::names(value, NameKind::Editor),
        };
        // 责任编辑：CJ123 and no name.
        let code = || matches!(candidate.origin, Origin::Label(_)) && is_desk_code(value.trim());
        match names.is_empty() {
            true => code().then(|| vec![value.trim().to_string()]),
            false => Some(names),
        }
    };
    let candidates: Vec<Candidate<'_>> = candidates.collect();
    // A rule names one of several lines: 编辑：张三 李四 above 责任编辑：张三. What the page's state says stands in none.
    let ruled = candidates
        .iter()
        .any(|c| matches!(c.origin, Origin::Rule(_)));
    let labelled = candidates.iter().filter(|c| ruled && may_widen(&c.origin));
    let labelled = labelled.filter(|c| cx.mode().counts(&c.origin));
    let others: Vec<Vec<String>> = labelled.filter_map(read).collect();
    let choice = choose::first(cx.mode(), candidates, read);
    let editors = choice.record_with(Field::Editors, tracer, |_| Refusal::NoPerson);
    editors
        .map(|chosen| match chosen.node {
            Some(_) => widened(&chosen.value, others.iter()).unwrap_or(chosen.value),
            None => chosen.value,
        })
        .unwrap_or_default()
}

/// Whether a value is the code of a desk and nothing else: `CJ123`.
fn is_desk_code(value: &str) -> bool {
    let digits = value.trim_start_matches(|c: char| c.is_ascii_uppercase());
    CODE_LETTERS.contains(&(value.len() - digits.len()))
        && CODE_DIGITS.contains(&digits.len())
        && digits.bytes().all(|b| b.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use crate::Article;
    use crate::samples::{PARAGRAPHS, ruled};

    /// Where a page names an editor by a code alone, that is what it says.
    #[test]
    fn codes_of_editors() {
        for (line, expected) in [
            ("（责任编辑： CJ123）", &["CJ123"] as &[&str]),
            ("责任编辑：张三_CJ123", &["张三"]),
            ("责任编辑：A4", &[]),
            ("责任编辑：12345", &[]),
        ] {
            let html = format!(
                "<h1>城东公园今起开放</h1><p>2024-05-10 06:58</p><div class=content>{PARAGRAPHS}<p>{line}</p></div>"
            );
            let found = Article::parse(&html).unwrap().metadata.editors;
            assert_eq!(found, *expected, "{line}");
        }
    }

    /// 来源 where a rule looks for an editor is no editor.
    #[test]
    fn another_label_s_value_is_no_editor() {
        let parser = ruled("editors = '.info'\nbody = '.content'");
        for (info, expected) in [
            ("来源： 橙橘网 2024-05-10 06:58", &[] as &[&str]),
            ("来源：橙橘网 责任编辑：张三", &["张三"]),
        ] {
            let html = format!(
                "<h1>城东公园今起开放</h1><p class=info>{info}</p><div class=content>{PARAGRAPHS}</div>"
            );
            assert_eq!(
                parser.parse(&html).unwrap().metadata.editors,
                *expected,
                "{info}"
            );
        }
    }
}
