//! The clock that pages show in their head (`今天是：2025年7月22日 星期二`): when the page was served, not when its article was published.

use chrono::{DateTime, FixedOffset};

use crate::content::tuning::page_clock::{LINE_MAX, LINES};
use crate::grammar::time::{self, TimeContext};
use crate::page::dom::Dom;

/// The day that the page says it was served on.
pub(crate) fn find(dom: &Dom) -> Option<DateTime<FixedOffset>> {
    dom.lines().iter().take(LINES).find_map(|line| {
        let text = dom.line_text(line);
        if text.len() > LINE_MAX || !time::may_be_clock_of_page(text) {
            return None;
        }
        let (range, time) = time::find_all(text, &TimeContext::default())
            .into_iter()
            .next()?;
        time::is_clock_of_page(&text[..range.start]).then_some(time.value)
    })
}
