//! How the command ends: its exit status. Says nothing.

use std::process::ExitCode;

/// What the exit status tells whoever ran the command.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Status {
    /// 0: all that was given was read.
    Whole,
    /// 1: all that was given was gone through; some of it could not be read and has an error line each.
    Damaged,
    /// 2: the command line is wrong; nothing was done.
    Misuse,
    /// 3: stopped before the end: the output cannot be written, or nobody reads it.
    Stopped,
    /// 4: the rules do worse than in the baseline.
    Worse,
    /// 130: stopped by Ctrl-C or a signal to end; what is written is whole.
    Interrupted,
}

impl From<Status> for ExitCode {
    fn from(status: Status) -> Self {
        Self::from(match status {
            Status::Whole => 0,
            Status::Damaged => 1,
            Status::Misuse => 2,
            Status::Stopped => 3,
            Status::Worse => 4,
            Status::Interrupted => 130,
        })
    }
}
