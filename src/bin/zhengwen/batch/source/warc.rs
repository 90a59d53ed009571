//! Records of a WARC or WET file. Damage costs the record it is in: reading goes on at the next record's head. HTTP is not read here.

use std::io;

use chrono::DateTime;
use memchr::{memchr, memmem};

use super::stream::{Spot, Stream};
use crate::batch::record::{Content, Fault, Record, Sort};
use crate::head;

/// How every record starts.
pub const HEAD: &[u8] = b"WARC/";
/// Bytes of a record's head, at most.
const HEAD_MOST: usize = 64 << 10;

/// The records of one file.
pub struct Warc {
    stream: Box<dyn Stream>,
    /// The file's name, for places.
    name: String,
    /// Bytes of a record, at most.
    limit: usize,
    /// Bytes read before and to be read again: a record that was too long has swallowed the next.
    back: Vec<u8>,
    back_at: usize,
    back_spot: Spot,
    /// Damage was told; the next record's head is to be found.
    lost: bool,
    /// The record being read, as far as its head tells.
    current: Option<Record>,
}

impl Warc {
    /// The records of a stream. `name` is its file's.
    pub fn new(mut stream: Box<dyn Stream>, name: String, limit: usize) -> Self {
        stream.expect(HEAD);
        Self {
            stream,
            name,
            limit,
            back: Vec::new(),
            back_at: 0,
            back_spot: Spot::default(),
            lost: false,
            current: None,
        }
    }

    fn spot(&self) -> Spot {
        if self.back_at < self.back.len() {
            self.back_spot
                .later(self.back_at as u64, self.stream.packed())
        } else {
            self.stream.spot()
        }
    }

    fn fill(&mut self) -> io::Result<&[u8]> {
        if self.back_at < self.back.len() {
            return Ok(&self.back[self.back_at..]);
        }
        loop {
            match self.stream.fill_buf() {
                Err(e) if e.kind() == io::ErrorKind::Interrupted => {}
                Err(e) => return Err(e),
                Ok(_) => break,
            }
        }
        self.stream.fill_buf()
    }

    fn consume(&mut self, n: usize) {
        if self.back_at < self.back.len() {
            self.back_at += n;
        } else {
            self.stream.consume(n);
        }
    }

    /// Has bytes read again, before all that is not read yet. They stood at `spot`.
    fn put_back(&mut self, mut bytes: Vec<u8>, spot: Spot) {
        bytes.extend_from_slice(&self.back[self.back_at..]);
        self.back = bytes;
        self.back_at = 0;
        self.back_spot = spot;
    }

    /// Takes up to and with the next line break; `false` if the file ended first or the line is longer than a head may be.
    fn line(&mut self, out: &mut Vec<u8>) -> io::Result<bool> {
        loop {
            let buffer = self.fill()?;
            if buffer.is_empty() || out.len() > HEAD_MOST {
                return Ok(false);
            }
            let end = memchr(b'\n', buffer).map(|i| i + 1);
            let n = end.unwrap_or(buffer.len());
            out.extend_from_slice(&buffer[..n]);
            self.consume(n);
            if end.is_some() {
                return Ok(true);
            }
        }
    }

    /// The next record that is a page, or damage; `None` at the end.
    fn step(&mut self) -> io::Result<Option<Record>> {
        if self.lost && !self.find()? {
            return Ok(None);
        }
        self.lost = false;
        loop {
            while let Some(b'\r' | b'\n') = self.fill()?.first() {
                self.consume(1);
            }
            if self.fill()?.is_empty() {
                return Ok(None);
            }
            let spot = self.spot();
            let place = spot.within(&self.name);
            let mut head = Vec::new();
            if let Err(why) = self.head(&mut head)? {
                self.lost = true;
                return Ok(Some(fault(place, None, why)));
            }
            let Some(head) = Head::read(&head) else {
                self.lost = true;
                return Ok(Some(fault(
                    place,
                    None,
                    "WARC 记录的头里没有类型或长度".to_string(),
                )));
            };
            self.current = head.record(place.clone()).map(|r| r.0);
            let body = self.body(&head)?;
            self.current = None;
            match (body, head.record(place)) {
                (Ok(_), None) => {}
                (Ok(bytes), Some((mut record, form))) => {
                    record.content = match bytes {
                        Some(bytes) => form(bytes),
                        None => Content::Fault(Fault::new(
                            Sort::Limit,
                            format!("记录过大（{} 字节，上限 {}）", head.length, self.limit),
                        )),
                    };
                    return Ok(Some(record));
                }
                (Err(why), record) => {
                    self.lost = true;
                    let place = spot.within(&self.name);
                    return Ok(Some(fault(place, record.map(|r| r.0), why)));
                }
            }
        }
    }

    /// A record's head up to its blank line.
    fn head(&mut self, head: &mut Vec<u8>) -> io::Result<Result<(), String>> {
        let spot = self.spot();
        let packed = self.stream.packed();
        let whole = self.line(head)?;
        if !head.starts_with(HEAD) {
            let at = next_head(head).unwrap_or(head.len().saturating_sub(FIRST_LINE));
            self.put_back(head.split_off(at), spot.later(at as u64, packed));
            return Ok(Err("这里应当开始一条 WARC 记录，却不是".to_string()));
        }
        if !whole {
            return Ok(Err("文件在 WARC 记录的头里中断".to_string()));
        }
        loop {
            let start = head.len();
            if !self.line(head)? {
                let why = if head.len() > HEAD_MOST {
                    "WARC 记录的头过长"
                } else {
                    "文件在 WARC 记录的头里中断"
                };
                return Ok(Err(why.to_string()));
            }
            if matches!(&head[start..], b"\r\n" | b"\n") {
                return Ok(Ok(()));
            }
            if next_head(&head[start..]) == Some(0) {
                self.put_back(head.split_off(start), spot.later(start as u64, packed));
                return Ok(Err("WARC 记录的头没有写完".to_string()));
            }
        }
    }

    /// A record's body, `None` if it is too long; or what is wrong with it.
    fn body(&mut self, head: &Head) -> io::Result<Result<Option<Vec<u8>>, String>> {
        let spot = self.spot();
        let store = head.length <= self.limit as u64;
        let mut bytes = Vec::new();
        if store {
            bytes.reserve_exact(usize::try_from(head.length).unwrap_or(0).min(1 << 20));
        }
        let mut left = head.length;
        // Of what is not stored only the end, which may hold the start of the next record's head.
        let mut seen = Vec::new();
        while left > 0 {
            let buffer = self.fill()?;
            if buffer.is_empty() {
                // All that was taken for its body may hold records.
                let next = next_head(&bytes);
                if let Some(at) = next {
                    let packed = self.stream.packed();
                    self.put_back(bytes.split_off(at), spot.later(at as u64, packed));
                }
                return Ok(Err(format!(
                    "WARC 记录没有写完（长度 {}，还缺 {left} 字节）",
                    head.length
                )));
            }
            let n = buffer
                .len()
                .min(usize::try_from(left).unwrap_or(usize::MAX));
            if store {
                bytes.extend_from_slice(&buffer[..n]);
            } else {
                seen.extend_from_slice(&buffer[..n]);
                if let Some(at) = next_head(&seen) {
                    // The length is not to be believed: another record starts within it.
                    let before = seen.len() - n;
                    self.consume(at.saturating_sub(before));
                    if at < before {
                        let spot = self.spot();
                        self.put_back(seen[at..before].to_vec(), spot);
                    }
                    return Ok(Err(format!(
                        "WARC 记录的长度不对（{}）：其中开始了另一条记录",
                        head.length
                    )));
                }
                let end = seen.len().saturating_sub(FIRST_LINE);
                seen.drain(..end);
            }
            self.consume(n);
            left -= n as u64;
        }
        if self.ends(&mut bytes)? {
            return Ok(Ok(store.then_some(bytes)));
        }
        // The next record may start within what was taken for this one, or across its end.
        let at = next_head(&bytes).unwrap_or(bytes.len().saturating_sub(FIRST_LINE));
        let packed = self.stream.packed();
        self.put_back(bytes.split_off(at), spot.later(at as u64, packed));
        Ok(Err(format!(
            "WARC 记录的长度不对（{}）：后面没有空行",
            head.length
        )))
    }

    /// Whether the record ends here: at the file's end, or before a blank line. Of two bytes too few, which a whole month of Common
    /// Crawl has (CC-MAIN-2018-34), the rest is taken.
    fn ends(&mut self, bytes: &mut Vec<u8>) -> io::Result<bool> {
        let spot = self.spot();
        let mut tail = Vec::new();
        // No more is asked for than must be there: behind it may be a pipe that has no more yet.
        while tail.len() < 6 && tail != b"\r\n\r\n" {
            let Some(&byte) = self.fill()?.first() else {
                break;
            };
            tail.push(byte);
            self.consume(1);
        }
        let breaks = tail.iter().take_while(|b| b"\r\n".contains(b)).count();
        let behind = &tail[breaks..];
        if behind.is_empty() {
            return Ok(true);
        }
        if breaks == 0 && behind.get(2..) == Some(&b"\r\n\r\n"[..]) {
            bytes.extend_from_slice(&behind[..2]);
            return Ok(true);
        }
        // Lines that end with a line feed alone are followed by the next head at once.
        let ends = breaks > 0 && HEAD.starts_with(&behind[..behind.len().min(HEAD.len())]);
        let keep = if ends { breaks } else { 0 };
        let packed = self.stream.packed();
        self.put_back(tail.split_off(keep), spot.later(keep as u64, packed));
        Ok(ends)
    }

    /// Skips to the next record's head; `false` if there is none.
    fn find(&mut self) -> io::Result<bool> {
        let mut seen: Vec<u8> = Vec::new();
        loop {
            let buffer = self.fill()?;
            if buffer.is_empty() {
                return Ok(false);
            }
            let before = seen.len();
            seen.extend_from_slice(buffer);
            let n = seen.len() - before;
            if let Some(at) = next_head(&seen) {
                self.consume(at.saturating_sub(before));
                if at < before {
                    let spot = self.spot();
                    self.put_back(seen[at..before].to_vec(), spot);
                }
                return Ok(true);
            }
            self.consume(n);
            let end = seen.len().saturating_sub(FIRST_LINE);
            seen.drain(..end);
        }
    }
}

/// Bytes of a head's first line, at most: what two looks for it must have in common.
const FIRST_LINE: usize = 12;

/// Where a record's head starts: `WARC/1.0` and a line break.
fn next_head(bytes: &[u8]) -> Option<usize> {
    memmem::find_iter(bytes, HEAD).find(|&i| {
        let version = &bytes[i + HEAD.len()..];
        let digits = |b: &[u8]| b.iter().take_while(|b| b.is_ascii_digit()).count();
        let major = digits(version);
        let Some(minor) = version[major..].strip_prefix(b".") else {
            return false;
        };
        let n = digits(minor);
        let end = &minor[n..];
        major > 0 && n > 0 && (end.starts_with(b"\r\n") || end.starts_with(b"\n"))
    })
}

impl Iterator for Warc {
    type Item = Record;

    fn next(&mut self) -> Option<Record> {
        let start = self.spot();
        match self.step() {
            Ok(record) => record,
            Err(e) => {
                // The stream goes on at a part that stands by itself.
                self.back.clear();
                self.back_at = 0;
                self.lost = false;
                let spot = if self.stream.packed() {
                    self.stream.spot()
                } else {
                    start
                };
                let place = spot.within(&self.name);
                let head = Head::read(self.stream.salvaged());
                let known = head.and_then(|head| head.record(place.clone()));
                let known = known.map(|k| k.0).or_else(|| self.current.take());
                let mut record = fault(place, known, e.to_string());
                record.content = Content::Fault(Fault::new(self.stream.sort(), e.to_string()));
                Some(record)
            }
        }
    }
}

/// A damaged record, with what its head says of it.
fn fault(place: String, known: Option<Record>, why: String) -> Record {
    let content = Content::Fault(Fault::new(Sort::Warc, why));
    match known {
        Some(record) => Record { content, ..record },
        None => Record::at(place, content),
    }
}

/// Makes a record's content of its bytes.
type Form = fn(Vec<u8>) -> Content;

/// What a record's head says.
struct Head {
    length: u64,
    /// `None` if the record is no page: a request, a revisit, a look-up of a name.
    form: Option<Form>,
    id: Option<String>,
    url: Option<String>,
    date: Option<String>,
    content_type: Option<String>,
}

impl Head {
    /// Reads a head, from its first line on; `None` if it does not say what the record is and how long.
    fn read(bytes: &[u8]) -> Option<Self> {
        let names = [
            "WARC-Type",
            "Content-Length",
            "WARC-Record-ID",
            "WARC-Target-URI",
            "WARC-Date",
            "Content-Type",
        ];
        let (_, values) = head::below_first_line(bytes, names)?;
        let [kind, length, id, url, date, content_type] = values.map(|value| {
            let value = value?;
            let inner = value.strip_prefix('<').and_then(|v| v.strip_suffix('>'));
            Some(inner.map(str::to_string).unwrap_or(value)).filter(|v| !v.is_empty())
        });
        let media = content_type
            .as_deref()
            .unwrap_or_default()
            .to_ascii_lowercase();
        let web = url
            .as_deref()
            .is_none_or(|u| u.starts_with("http") || !u.contains(':'));
        let form: Option<Form> = match kind?.to_ascii_lowercase().as_str() {
            "response" if web => Some(Content::Http),
            "resource" if web => Some(Content::Page),
            "conversion" if media.starts_with("text/plain") => Some(Content::Text),
            "conversion" => Some(Content::Page),
            _ => None,
        };
        Some(Self {
            length: length?.parse().ok()?,
            form,
            id,
            url,
            date,
            content_type: content_type.filter(|_| !media.starts_with("application/http")),
        })
    }

    /// The record, without its content; `None` if it is no page.
    fn record(&self, place: String) -> Option<(Record, Form)> {
        let form = self.form?;
        let record = Record {
            id: self.id.clone().unwrap_or_else(|| place.clone()),
            place,
            url: self.url.clone(),
            content_type: self.content_type.clone(),
            saved: self
                .date
                .as_deref()
                .and_then(|d| DateTime::parse_from_rfc3339(d).ok()),
            content: Content::Page(Vec::new()),
        };
        Some((record, form))
    }
}
