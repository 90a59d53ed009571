//! A list of paths, one a line or between NUL bytes. Names need not be UTF-8.

use std::ffi::OsString;
use std::io::{self, BufRead, BufReader, Read};
use std::path::PathBuf;

/// Paths from a reader.
pub struct List {
    reader: BufReader<Box<dyn Read + Send>>,
    end: u8,
}

impl List {
    /// Paths that end with a line break, or with NUL.
    pub fn new(reader: Box<dyn Read + Send>, null: bool) -> Self {
        Self {
            reader: BufReader::new(reader),
            end: if null { 0 } else { b'\n' },
        }
    }
}

impl Iterator for List {
    type Item = io::Result<PathBuf>;

    fn next(&mut self) -> Option<Self::Item> {
        loop {
            let mut line = Vec::new();
            match self.reader.read_until(self.end, &mut line) {
                Ok(0) => return None,
                Err(e) => return Some(Err(e)),
                Ok(_) => {}
            }
            if line.last() == Some(&self.end) {
                line.pop();
            }
            if self.end == b'\n' && line.last() == Some(&b'\r') {
                line.pop();
            }
            if !line.is_empty() {
                return Some(path(line));
            }
        }
    }
}

#[cfg(unix)]
fn path(bytes: Vec<u8>) -> io::Result<PathBuf> {
    use std::os::unix::ffi::OsStringExt;
    Ok(OsString::from_vec(bytes).into())
}

#[cfg(not(unix))]
fn path(bytes: Vec<u8>) -> io::Result<PathBuf> {
    String::from_utf8(bytes)
        .map(|s| OsString::from(s).into())
        .map_err(|e| io::Error::new(io::ErrorKind::InvalidData, e))
}
