//! Which lines around the headline show a time, each asked once. Not which time it is.

use std::cell::Cell;

use crate::field::context::Context;
use crate::grammar::time;

/// Which lines of the info region, and right around it, show a time.
pub(super) struct TimedLines {
    from: usize,
    known: Vec<Cell<Option<bool>>>,
}

impl TimedLines {
    pub(super) fn new(cx: &Context<'_>) -> Self {
        let info = cx.layout.info();
        let from = info.start.saturating_sub(1);
        Self {
            from,
            known: vec![Cell::new(None); info.end + 1 - from],
        }
    }

    /// Whether a line shows a time.
    pub(super) fn shows(&self, cx: &Context<'_>, line: usize) -> bool {
        let read = || {
            let line = cx.dom().lines().get(line);
            line.is_some_and(|line| time::find(cx.dom().line_text(line), &cx.times).is_some())
        };
        let Some(known) = line.checked_sub(self.from).and_then(|i| self.known.get(i)) else {
            return read();
        };
        let shows = known.get().unwrap_or_else(read);
        known.set(Some(shows));
        shows
    }
}
