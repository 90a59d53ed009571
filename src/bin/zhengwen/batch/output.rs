//! Where lines go: whole ones only, one by one where someone reads along. Not what they hold.

use std::fs::{File, OpenOptions};
use std::io::{self, BufRead, BufReader, BufWriter, Read, Seek, SeekFrom, Write};
use std::path::Path;
use std::time::{Duration, Instant};

/// How long lines for a file may wait in memory.
const WAIT: Duration = Duration::from_secs(1);

/// The output.
pub struct Output {
    sink: Box<dyn Write>,
    /// Whether each line is flushed: the output is a pipe or a terminal.
    each: bool,
    flushed: Instant,
}

impl Output {
    /// Standard output.
    pub fn stdout() -> Self {
        let each = !stdout_is_file();
        let out = io::stdout();
        Self {
            sink: if each {
                Box::new(out)
            } else {
                Box::new(BufWriter::with_capacity(256 << 10, out))
            },
            each,
            flushed: Instant::now(),
        }
    }

    /// A file, from where it stands.
    pub fn file(file: File) -> Self {
        let each = !file.metadata().is_ok_and(|m| m.is_file());
        Self {
            sink: if each {
                Box::new(file)
            } else {
                Box::new(BufWriter::with_capacity(256 << 10, file))
            },
            each,
            flushed: Instant::now(),
        }
    }

    /// Writes a whole line.
    pub fn write(&mut self, line: &[u8]) -> io::Result<()> {
        self.sink.write_all(line)?;
        if self.each || self.flushed.elapsed() > WAIT {
            self.flush()?;
        }
        Ok(())
    }

    /// Has all lines written.
    pub fn flush(&mut self) -> io::Result<()> {
        self.flushed = Instant::now();
        self.sink.flush()
    }
}

#[cfg(unix)]
fn stdout_is_file() -> bool {
    use std::os::fd::AsFd;
    let Ok(fd) = io::stdout().as_fd().try_clone_to_owned() else {
        return false;
    };
    File::from(fd).metadata().is_ok_and(|m| m.is_file())
}

#[cfg(not(unix))]
fn stdout_is_file() -> bool {
    false
}

/// A file for lines that are all new. What stands in it already is not thrown away unasked.
pub fn create(path: &Path, overwrite: bool) -> io::Result<File> {
    let written = path.metadata().is_ok_and(|m| m.is_file() && m.len() > 0);
    if written && !overwrite {
        let why = "已有内容：接着做请加 --resume，从头重做请加 --overwrite";
        return Err(io::Error::new(io::ErrorKind::AlreadyExists, why));
    }
    File::create(path)
}

/// A file that an earlier run left, cut after its last whole line, and how long it then is.
pub fn reopen(path: &Path) -> io::Result<(File, u64)> {
    let mut file = OpenOptions::new()
        .read(true)
        .write(true)
        .create(true)
        .truncate(false)
        .open(path)?;
    let mut end = file.seek(SeekFrom::End(0))?;
    let mut block = vec![0; 64 << 10];
    let whole = loop {
        if end == 0 {
            break 0;
        }
        let start = end.saturating_sub(block.len() as u64);
        let part = &mut block[..usize::try_from(end - start).unwrap_or(0)];
        file.seek(SeekFrom::Start(start))?;
        file.read_exact(part)?;
        if let Some(i) = memchr::memrchr(b'\n', part) {
            break start + i as u64 + 1;
        }
        end = start;
    };
    file.set_len(whole)?;
    file.seek(SeekFrom::Start(whole))?;
    Ok((file, whole))
}

/// The lines of a file up to a length, without their breaks.
pub fn lines(
    path: &Path,
    length: u64,
) -> io::Result<impl Iterator<Item = io::Result<Vec<u8>>> + Send + use<>> {
    let file = File::open(path)?;
    Ok(BufReader::with_capacity(256 << 10, file.take(length)).split(b'\n'))
}
