//! A subtitle told by its own text: the dash before it. Not where it stands.

/// Characters a subtitle has at most; longer ones are summaries.
pub(crate) const MAX: usize = 60;
/// Whether a line is set as a subtitle by its dash: `——北岭林场巡山记`. Also the first line of a body may be.
pub(crate) fn is_dashed(text: &str) -> bool {
    text.starts_with(['—', '─', '―'])
        && (5..=MAX).contains(&text.chars().count())
        && !text.ends_with(['。', '！', '？', '；', '，', '—', '─'])
}
