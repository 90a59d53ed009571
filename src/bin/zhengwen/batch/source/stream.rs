//! Bytes of an input, unpacked, with the place each stands at. Not what they mean.

use std::io::{self, BufRead, Read};
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering::Relaxed};

use crate::batch::record::Sort;

/// A place in an input: an offset in the file, and, where the file is packed, how far into what is unpacked from there.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Spot {
    /// Bytes from the file's start.
    pub offset: u64,
    /// Unpacked bytes from there.
    pub inside: u64,
}

impl Spot {
    /// The place so many bytes later.
    pub fn later(self, bytes: u64, packed: bool) -> Self {
        if packed {
            Self {
                inside: self.inside + bytes,
                ..self
            }
        } else {
            Self {
                offset: self.offset + bytes,
                ..self
            }
        }
    }

    /// The place in the file of this name: `crawl.warc.gz@468+1006`.
    pub fn within(self, file: &str) -> String {
        match self.inside {
            0 => format!("{file}@{}", self.offset),
            inside => format!("{file}@{}+{inside}", self.offset),
        }
    }
}

/// Unpacked bytes. After an error reading goes on behind the damage, if there is a way to find where; else at the end.
pub trait Stream: BufRead {
    /// Where the next byte stands.
    fn spot(&self) -> Spot;

    /// Whether it unpacks.
    fn packed(&self) -> bool {
        false
    }

    /// What sort of damage an error of this stream is.
    fn sort(&self) -> Sort {
        Sort::Io
    }

    /// What had been unpacked before the damage the last error told of, and not been given out.
    fn salvaged(&self) -> &[u8] {
        &[]
    }

    /// What every part of the stream that stands by itself begins with; to know one by after damage.
    fn expect(&mut self, _prefix: &'static [u8]) {}
}

/// Bytes as a file has them, or frames of zstd. What follows an error is lost.
pub struct Flow<R> {
    reader: io::BufReader<R>,
    taken: u64,
    packed: bool,
    broken: bool,
}

impl<R: Read> Flow<R> {
    /// The bytes themselves.
    pub fn plain(reader: R) -> Self {
        Self {
            reader: io::BufReader::with_capacity(256 << 10, reader),
            taken: 0,
            packed: false,
            broken: false,
        }
    }
}

impl<R: Read> Flow<zstd::Decoder<'static, io::BufReader<R>>> {
    /// What frames of zstd unpack to.
    pub fn zstd(reader: R) -> io::Result<Self> {
        Ok(Self {
            packed: true,
            ..Self::plain(zstd::Decoder::new(reader)?)
        })
    }
}

impl<R: Read> Read for Flow<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let n = self.fill_buf()?.read(buffer)?;
        self.consume(n);
        Ok(n)
    }
}

impl<R: Read> BufRead for Flow<R> {
    fn fill_buf(&mut self) -> io::Result<&[u8]> {
        if self.broken {
            return Ok(&[]);
        }
        // The same error would come again and again.
        if let Err(e) = self.reader.fill_buf() {
            self.broken = e.kind() != io::ErrorKind::Interrupted;
            return Err(e);
        }
        self.reader.fill_buf()
    }

    fn consume(&mut self, n: usize) {
        if !self.broken {
            self.taken += n as u64;
            self.reader.consume(n);
        }
    }
}

impl<R: Read> Stream for Flow<R> {
    fn spot(&self) -> Spot {
        Spot::default().later(self.taken, self.packed)
    }

    fn packed(&self) -> bool {
        self.packed
    }

    fn sort(&self) -> Sort {
        if self.packed { Sort::Zstd } else { Sort::Io }
    }
}

/// Counts the bytes read of an input, for the progress bar.
pub struct Counted<R> {
    reader: R,
    count: Arc<AtomicU64>,
}

impl<R> Counted<R> {
    /// Adds to `count`.
    pub fn new(reader: R, count: Arc<AtomicU64>) -> Self {
        Self { reader, count }
    }
}

impl<R: Read> Read for Counted<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let n = self.reader.read(buffer)?;
        self.count.fetch_add(n as u64, Relaxed);
        Ok(n)
    }
}
