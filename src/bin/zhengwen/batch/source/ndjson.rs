//! Lines of an NDJSON file, as they are. Their JSON is read by the workers (see `line`).

use std::io;

use memchr::memchr;

use super::stream::Stream;
use crate::batch::record::{Content, Fault, Record, Sort};

/// The lines of one file.
pub struct Ndjson {
    stream: Box<dyn Stream>,
    /// The file's name, for places.
    name: String,
    /// Bytes of a line, at most.
    limit: usize,
    line: u64,
}

impl Ndjson {
    /// The lines of a stream. `name` is its file's; `limit` a page's.
    pub fn new(stream: Box<dyn Stream>, name: String, limit: usize) -> Self {
        Self {
            stream,
            name,
            // A page in JSON is up to twice as long: `\u57ce` for three bytes.
            limit: limit.saturating_mul(2).saturating_add(1 << 20),
            line: 0,
        }
    }

    /// The next line, and its length should it be too long; `None` at the end.
    fn take(&mut self) -> io::Result<Option<Result<Vec<u8>, u64>>> {
        let mut line = Vec::new();
        let mut length = 0;
        loop {
            let buffer = match self.stream.fill_buf() {
                Err(e) if e.kind() == io::ErrorKind::Interrupted => continue,
                other => other?,
            };
            let end = memchr(b'\n', buffer).map(|i| i + 1);
            let n = end.unwrap_or(buffer.len());
            length += n as u64;
            if length <= self.limit as u64 {
                line.extend_from_slice(&buffer[..n]);
            } else {
                line = Vec::new();
            }
            let over = end.is_some() || buffer.is_empty();
            self.stream.consume(n);
            if over {
                return Ok(match length {
                    0 => None,
                    n if n > self.limit as u64 => Some(Err(n)),
                    _ => Some(Ok(line)),
                });
            }
        }
    }
}

impl Iterator for Ndjson {
    type Item = Record;

    fn next(&mut self) -> Option<Record> {
        loop {
            self.line += 1;
            let place = format!("{}:{}", self.name, self.line);
            match self.take() {
                Ok(None) => return None,
                Ok(Some(Ok(line))) => {
                    let bare = line.strip_prefix("\u{FEFF}".as_bytes()).unwrap_or(&line);
                    if bare.trim_ascii().is_empty() {
                        continue;
                    }
                    let mut record = Record::at(place, Content::Line(bare.trim_ascii().to_vec()));
                    record.id.clear();
                    return Some(record);
                }
                Ok(Some(Err(length))) => {
                    let why = format!("这一行过长（{length} 字节，上限 {}）", self.limit);
                    return Some(Record::at(
                        place,
                        Content::Fault(Fault::new(Sort::Limit, why)),
                    ));
                }
                Err(e) => {
                    let why = format!("{}：{e}", self.stream.spot().within(&self.name));
                    return Some(Record::at(
                        place,
                        Content::Fault(Fault::new(self.stream.sort(), why)),
                    ));
                }
            }
        }
    }
}
