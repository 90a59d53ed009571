//! How much is being worked on at once, in records and in bytes: what keeps memory constant. Not who works on it.

use std::sync::{Condvar, Mutex, MutexGuard, PoisonError};

/// Records being worked on or waiting for an earlier one to be written, at most.
const RECORDS: usize = 4096;
/// Their bytes, at most; one larger record may be alone.
const BYTES: usize = 48 << 20;

#[derive(Debug, Default)]
struct Taken {
    records: usize,
    bytes: usize,
    closed: bool,
}

/// What may be in work, and how much of it is.
#[derive(Debug, Default)]
pub struct Budget {
    taken: Mutex<Taken>,
    freed: Condvar,
}

impl Budget {
    fn lock(&self) -> MutexGuard<'_, Taken> {
        self.taken.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Waits until there is room for a record; `false` if there will be none.
    pub fn take(&self, bytes: usize) -> bool {
        let full = |t: &mut Taken| {
            !t.closed
                && t.records > 0
                && (t.records >= RECORDS || t.bytes.saturating_add(bytes) > BYTES)
        };
        let mut taken = self
            .freed
            .wait_while(self.lock(), full)
            .unwrap_or_else(PoisonError::into_inner);
        if taken.closed {
            return false;
        }
        taken.records += 1;
        taken.bytes = taken.bytes.saturating_add(bytes);
        true
    }

    /// Gives a record's room back.
    pub fn free(&self, bytes: usize) {
        let mut taken = self.lock();
        taken.records -= 1;
        taken.bytes = taken.bytes.saturating_sub(bytes);
        self.freed.notify_one();
    }

    /// Lets no more records in.
    pub fn close(&self) {
        self.lock().closed = true;
        self.freed.notify_all();
    }

    /// Whether no record is let in any more and none is in work.
    pub fn is_over(&self) -> bool {
        let taken = self.lock();
        taken.closed && taken.records == 0
    }
}
