//! What is known of a text's time from elsewhere: when the page was saved, the day in its address, the site's zone.

use chrono::{DateTime, FixedOffset, NaiveDate};

/// What a time is read against.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct TimeContext {
    /// The reference for 3小时前 and 昨天; without it they are not read.
    pub(crate) now: Option<DateTime<FixedOffset>>,
    /// The day as known from elsewhere (URL, meta), for dates without a year: `05-13 09:16`.
    pub(crate) date_hint: Option<NaiveDate>,
    /// The site's zone, if it is not +08:00.
    pub(crate) zone: Option<FixedOffset>,
}
