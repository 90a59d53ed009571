//! The labelled values of a line, with the line below it where the label stands alone. Where lines stand is not known here.

use crate::grammar::boilerplate;
use crate::grammar::label::kinds::Label;
use crate::grammar::label::{self, Labelled};

/// The values of those labels found in a line that are wanted, as a label, its name and its value. A line that is only a label takes the
/// line that follows as its value.
pub(crate) fn of_line<'a>(
    found: Vec<Labelled<'_>>,
    wanted: impl Fn(Label) -> bool,
    following: impl Fn() -> Option<&'a str>,
) -> Vec<(Label, String, String)> {
    let last = found.len().saturating_sub(1);
    found
        .into_iter()
        .enumerate()
        .filter(|(_, l)| wanted(l.label))
        .filter_map(|(i, l)| {
            let mut value = l.value;
            if value.is_empty() && i == last {
                value = following()
                    .filter(|v| may_follow(l.label, v.trim()))?
                    .trim();
            }
            (!value.is_empty()).then(|| (l.label, l.name.to_string(), value.to_string()))
        })
        .collect()
}

/// Whether a line can be the value of the label alone in the line before: an empty label is followed by whatever stands below it.
fn may_follow(label: Label, line: &str) -> bool {
    let names = matches!(
        label,
        Label::Author | Label::Editor | Label::Credit(_) | Label::Source
    );
    line.len() < 200
        && !(names && line.contains(['，', '。']))
        && line.contains(char::is_alphanumeric)
        && (label != Label::Tags || line.contains(char::is_alphabetic))
        && label::scan(line).is_empty()
        && boilerplate::act(line).is_none()
}
