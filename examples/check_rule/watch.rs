//! `--watch`: checks again whenever the rule or a page was saved. Times of change are looked at twice a second; no system's own
//! notices are needed for that.

use std::fs;
use std::io::{self, Write};
use std::process::ExitCode;
use std::time::{Duration, SystemTime};

use crate::{Args, check};

/// How often files are looked at.
const PAUSE: Duration = Duration::from_millis(500);

/// Never ends of itself, but when nobody reads any more.
pub fn run(args: &Args) -> ExitCode {
    let mut seen = Vec::new();
    loop {
        let now = times(args);
        if now != seen {
            seen = now;
            // A screen of its own, as far as a terminal goes.
            let clear = "\x1b[2J\x1b[H";
            if io::stdout().write_all(clear.as_bytes()).is_err() {
                return ExitCode::SUCCESS;
            }
            check(args);
            let waiting = args.lang.pick(
                "\n…… 等着下一次保存（Ctrl-C 结束）\n",
                "\n… waiting for the next change (Ctrl-C ends)\n",
            );
            let mut out = io::stdout();
            if out
                .write_all(waiting.as_bytes())
                .and_then(|()| out.flush())
                .is_err()
            {
                return ExitCode::SUCCESS;
            }
        }
        std::thread::sleep(PAUSE);
    }
}

/// When each file was changed, and how long it is; an editor may replace it and leave none for a moment.
fn times(args: &Args) -> Vec<Option<(SystemTime, u64)>> {
    let files = std::iter::once(&args.rule).chain(&args.pages);
    let of = |file: &String| {
        let known = fs::metadata(file).ok()?;
        Some((known.modified().ok()?, known.len()))
    };
    files.map(of).collect()
}
