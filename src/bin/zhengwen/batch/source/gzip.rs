//! gzip, member by member: a damaged member costs itself and no other. Knows nothing of what is packed.
//!
//! A crawl's file is one member a record. The members are found again after damage by their magic number and by what they must unpack
//! to, so what was read of a member is kept until its end.

use std::io::{self, BufRead, Read};

use flate2::{Decompress, FlushDecompress, Status};
use memchr::memmem;

use super::stream::{Spot, Stream};
use crate::batch::record::Sort;

/// Packed bytes read at a time.
const CHUNK: usize = 256 << 10;
/// Packed bytes kept of a member, to look for the next one in after damage.
const KEEP: usize = 8 << 20;
/// A member that unpacks to no more than this is given out only when it is known to be whole.
const WHOLE: usize = 4 << 20;
/// How a member starts: magic number and the one method there is.
const MAGIC: &[u8] = b"\x1f\x8b\x08";
/// Packed bytes that a member's start is tried on.
const TRIAL: usize = 4 << 10;

/// A file of gzip members.
pub struct Members<R> {
    reader: R,
    /// Packed bytes: those of the member being read, and those read ahead.
    kept: Vec<u8>,
    /// Offset in the file of the first of them.
    base: u64,
    /// The next to unpack.
    at: usize,
    /// Whether the file has no more.
    ended: bool,
    inflate: Decompress,
    state: State,
    /// Where the member starts in the file.
    member: u64,
    /// Unpacked bytes, given out from `from`.
    out: Vec<u8>,
    from: usize,
    /// Bytes of the member that were given out.
    given: u64,
    prefix: &'static [u8],
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum State {
    /// A member should start here.
    Between,
    Inside,
    /// The next member is to be found.
    Lost,
    Done,
}

impl<R: Read> Members<R> {
    /// From the start of a file.
    pub fn new(reader: R) -> Self {
        Self {
            reader,
            kept: Vec::new(),
            base: 0,
            at: 0,
            ended: false,
            inflate: Decompress::new_gzip(15),
            state: State::Between,
            member: 0,
            out: Vec::new(),
            from: 0,
            given: 0,
            prefix: b"",
        }
    }

    /// Reads on; `false` at the end of the file.
    fn more(&mut self) -> io::Result<bool> {
        if self.ended {
            return Ok(false);
        }
        let needed = match self.state {
            State::Between | State::Done => self.at,
            State::Inside | State::Lost => {
                let start = usize::try_from(self.member.saturating_sub(self.base)).unwrap_or(0);
                start.max(self.at.saturating_sub(KEEP))
            }
        };
        if needed > self.kept.len() / 2 {
            self.kept.drain(..needed);
            self.base += needed as u64;
            self.at -= needed;
        }
        let filled = self.kept.len();
        self.kept.resize(filled + CHUNK, 0);
        let read = loop {
            match self.reader.read(&mut self.kept[filled..]) {
                Err(e) if e.kind() == io::ErrorKind::Interrupted => {}
                other => break other,
            }
        };
        self.kept
            .truncate(filled + read.as_ref().copied().unwrap_or(0));
        match read {
            Ok(n) => {
                self.ended = n == 0;
                Ok(n > 0)
            }
            Err(e) => {
                self.ended = true;
                self.state = State::Done;
                Err(e)
            }
        }
    }

    /// Steps to the next member, if one starts here.
    fn start(&mut self) -> io::Result<()> {
        self.out.clear();
        self.from = 0;
        loop {
            // Some writers fill the last block with zeros.
            let zeros = self.kept[self.at..].iter().take_while(|&&b| b == 0).count();
            self.at += zeros;
            if self.kept.len() - self.at >= MAGIC.len() || !self.more()? {
                break;
            }
        }
        if self.at == self.kept.len() {
            self.state = State::Done;
            return Ok(());
        }
        self.member = self.base + self.at as u64;
        self.given = 0;
        if !self.kept[self.at..].starts_with(MAGIC) {
            self.state = State::Lost;
            return Err(damage("这里应当开始一个 gzip 成员，却不是"));
        }
        self.inflate = Decompress::new_gzip(15);
        self.state = State::Inside;
        Ok(())
    }

    /// Unpacks until the member's end or until enough is there to give out.
    fn unpack(&mut self) -> io::Result<()> {
        self.out.clear();
        self.from = 0;
        while self.out.len() < WHOLE {
            if self.at == self.kept.len() && !self.more()? {
                // A member cut short may have been read on into the next.
                self.state = State::Lost;
                return Err(damage("gzip 成员没有写完，文件到此为止"));
            }
            if self.out.capacity() - self.out.len() < CHUNK {
                self.out.reserve(CHUNK.max(self.out.len()));
            }
            let before = self.inflate.total_in();
            let step = self.inflate.decompress_vec(
                &self.kept[self.at..],
                &mut self.out,
                FlushDecompress::None,
            );
            self.at += usize::try_from(self.inflate.total_in() - before).unwrap_or(0);
            match step {
                Ok(Status::StreamEnd) => {
                    self.state = State::Between;
                    return Ok(());
                }
                Ok(_) => {}
                Err(_) => {
                    self.state = State::Lost;
                    return Err(damage("gzip 成员损坏"));
                }
            }
        }
        Ok(())
    }

    /// Finds the next member behind damage.
    fn find(&mut self) -> io::Result<()> {
        // From just behind the damaged member's start: what was taken for its contents may be the next.
        let start = usize::try_from(self.member.saturating_sub(self.base)).unwrap_or(0);
        self.at = (start + 1).min(self.kept.len());
        loop {
            let Some(found) = memmem::find(&self.kept[self.at..], MAGIC) else {
                self.at = self.kept.len().saturating_sub(MAGIC.len() - 1).max(self.at);
                self.member = self.base + self.at as u64;
                if self.more()? {
                    continue;
                }
                self.state = State::Done;
                return Ok(());
            };
            self.at += found;
            self.member = self.base + self.at as u64;
            while self.kept.len() - self.at < TRIAL && self.more()? {}
            if self.opens() {
                self.state = State::Between;
                return Ok(());
            }
            self.at += 1;
        }
    }

    /// Whether what stands here unpacks to the start of what is expected.
    fn opens(&self) -> bool {
        let packed = &self.kept[self.at..];
        let packed = &packed[..packed.len().min(TRIAL)];
        let mut out = Vec::with_capacity(1 << 10);
        let step = Decompress::new_gzip(15).decompress_vec(packed, &mut out, FlushDecompress::None);
        step.is_ok() && !out.is_empty() && out.starts_with(self.prefix)
    }
}

fn damage(why: &str) -> io::Error {
    io::Error::new(io::ErrorKind::InvalidData, why)
}

impl<R: Read> Read for Members<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let n = self.fill_buf()?.read(buffer)?;
        self.consume(n);
        Ok(n)
    }
}

impl<R: Read> BufRead for Members<R> {
    fn fill_buf(&mut self) -> io::Result<&[u8]> {
        while self.from == self.out.len() {
            match self.state {
                State::Between => self.start()?,
                State::Inside => {
                    if let Err(e) = self.unpack() {
                        // Not given out, but there to be looked at.
                        self.from = self.out.len();
                        return Err(e);
                    }
                }
                State::Lost => {
                    self.out.clear();
                    self.from = 0;
                    self.find()?;
                }
                State::Done => return Ok(&[]),
            }
        }
        Ok(&self.out[self.from..])
    }

    fn consume(&mut self, n: usize) {
        self.from += n;
        self.given += n as u64;
    }
}

impl<R: Read> Stream for Members<R> {
    fn spot(&self) -> Spot {
        Spot {
            offset: self.member,
            inside: self.given,
        }
    }

    fn packed(&self) -> bool {
        true
    }

    fn sort(&self) -> Sort {
        Sort::Gzip
    }

    fn salvaged(&self) -> &[u8] {
        if self.given == 0 { &self.out } else { &[] }
    }

    fn expect(&mut self, prefix: &'static [u8]) {
        self.prefix = prefix;
    }
}

#[cfg(test)]
mod tests {
    use std::io::Write;

    use flate2::Compression;
    use flate2::write::GzEncoder;

    use super::*;

    fn member(text: &str) -> Vec<u8> {
        let mut out = GzEncoder::new(Vec::new(), Compression::default());
        out.write_all(text.as_bytes()).unwrap();
        out.finish().unwrap()
    }

    /// What comes out: text as it is, damage as `!`.
    fn read(bytes: &[u8]) -> String {
        let mut members = Members::new(bytes);
        members.expect(b"WARC");
        let mut out = String::new();
        loop {
            match members.fill_buf() {
                Ok([]) => return out,
                Ok(part) => {
                    out.push_str(std::str::from_utf8(part).unwrap());
                    let n = part.len();
                    members.consume(n);
                }
                Err(_) => out.push('!'),
            }
            assert!(out.len() < 10_000, "{out}");
        }
    }

    #[test]
    fn damage_costs_one_member() {
        let [a, b, c] = [
            "WARC 城东公园一。",
            "WARC 城东公园二。",
            "WARC 城东公园三。",
        ]
        .map(member);
        let whole = [a.clone(), b.clone(), c.clone()].concat();
        assert_eq!(
            read(&whole),
            "WARC 城东公园一。WARC 城东公园二。WARC 城东公园三。"
        );
        let rest = "WARC 城东公园一。!WARC 城东公园三。";
        // Any byte of the second member turned over: its own text is lost, and no other. Six bytes of the head say nothing (time, system).
        for i in (0..b.len()).filter(|i| !(4..10).contains(i)) {
            let mut bytes = whole.clone();
            bytes[a.len() + i] ^= 0x5a;
            assert_eq!(read(&bytes), rest, "byte {i}");
        }
        for cut in 1..b.len() - 1 {
            let bytes = [&a[..], &b[..cut], &c[..]].concat();
            assert_eq!(read(&bytes), rest, "cut at {cut}");
            let end = [&a[..], &b[..cut]].concat();
            assert_eq!(read(&end), "WARC 城东公园一。!", "end at {cut}");
        }
        let junk = [&a[..], "城东公园".repeat(50).as_bytes(), &c[..]].concat();
        assert_eq!(read(&junk), rest);
        let zeros = [&a[..], &[0; 600], &c[..], &[0; 512]].concat();
        assert_eq!(read(&zeros), "WARC 城东公园一。WARC 城东公园三。");
        assert_eq!(read(b""), "");
        assert_eq!(read(b"\x1f"), "!");
    }

    #[test]
    fn a_large_member_is_given_in_parts() {
        let text = "WARC 城东公园今天开放。".repeat(400_000);
        let bytes = [member(&text), member("WARC 完")].concat();
        let mut out = String::new();
        Members::new(&bytes[..]).read_to_string(&mut out).unwrap();
        assert_eq!(out, text + "WARC 完");
    }
}
