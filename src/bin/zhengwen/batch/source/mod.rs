//! Inputs as records: which files there are, what each is, and the records in it, in an order that is the same in every run.

mod gzip;
mod list;
mod ndjson;
mod stream;
mod warc;

use std::collections::VecDeque;
use std::ffi::{OsStr, OsString};
use std::fs::File;
use std::io::{self, Read};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::AtomicU64;

use walkdir::WalkDir;

use super::record::{Content, Fault, Record, Sort};
use crate::args::InputFormat;
use crate::input;
use list::List;
use stream::{Counted, Flow, Stream};

/// What is true of all inputs.
#[derive(Debug, Clone)]
pub struct Settings {
    /// What standard input is, and files whose name does not tell.
    pub format: InputFormat,
    /// Bytes of a page, at most.
    pub limit: usize,
    /// Counts the bytes read.
    pub count: Arc<AtomicU64>,
}

/// Something to read records from.
pub enum Input {
    /// `-`.
    Stdin,
    /// A file or folder that was named.
    Path(PathBuf),
    /// A list of files and folders.
    List(List),
}

impl Input {
    /// What is meant by a word of the command line.
    pub fn named(word: &OsStr) -> Self {
        if word == "-" {
            Self::Stdin
        } else {
            Self::Path(word.into())
        }
    }

    /// A list of inputs in a file, or for `-` on standard input.
    pub fn listed(file: &OsStr, null: bool) -> io::Result<Self> {
        let reader: Box<dyn Read + Send> = if file == "-" {
            Box::new(io::stdin())
        } else {
            Box::new(File::open(file)?)
        };
        Ok(Self::List(List::new(reader, null)))
    }
}

/// All records of all inputs.
pub struct Records {
    settings: Settings,
    inputs: VecDeque<Input>,
    folder: Option<walkdir::IntoIter>,
    open: Option<Box<dyn Iterator<Item = Record>>>,
}

impl Records {
    /// The records of these inputs, one after the other.
    pub fn new(inputs: Vec<Input>, settings: Settings) -> Self {
        Self {
            settings,
            inputs: inputs.into(),
            folder: None,
            open: None,
        }
    }

    /// The next file's records, or the one record it is.
    fn advance(&mut self) -> Option<Option<Record>> {
        if let Some(walk) = &mut self.folder {
            for entry in walk.by_ref() {
                match entry {
                    Ok(entry) if entry.file_type().is_dir() => {}
                    Ok(entry) => {
                        let path = entry.into_path();
                        if may_be_page(&path) {
                            return Some(self.file(path, false));
                        }
                    }
                    Err(e) => {
                        let place = e.path().map(name).unwrap_or_default();
                        return Some(Some(unreadable(place, e.to_string())));
                    }
                }
            }
            self.folder = None;
        }
        match self.inputs.pop_front()? {
            Input::Stdin => {
                let reader = Counted::new(io::stdin(), self.settings.count.clone());
                Some(self.sniffed(Box::new(reader), "-".to_string(), Packing::Unknown))
            }
            Input::Path(path) => Some(self.path(path)),
            Input::List(mut list) => {
                let next = list.next();
                match next {
                    None => Some(None),
                    Some(entry) => {
                        self.inputs.push_front(Input::List(list));
                        Some(match entry {
                            Ok(path) => self.path(path),
                            Err(e) => Some(unreadable("--files-from".into(), e.to_string())),
                        })
                    }
                }
            }
        }
    }

    fn path(&mut self, path: PathBuf) -> Option<Record> {
        if path.is_dir() {
            self.folder = Some(
                WalkDir::new(path)
                    .follow_links(true)
                    .sort_by_file_name()
                    .into_iter(),
            );
            return None;
        }
        self.file(path, true)
    }

    /// A file's record, if it is one page; else its records are opened.
    fn file(&mut self, path: PathBuf, named: bool) -> Option<Record> {
        let place = name(&path);
        let kind = kind(&path);
        if kind.is_none() && (!named || self.settings.format == InputFormat::Page || is_page(&path))
        {
            return Some(Record::at(place, Content::File(path)));
        }
        let file = match File::open(&path) {
            Ok(file) => Counted::new(file, self.settings.count.clone()),
            Err(e) => return Some(unreadable(place, input::reason(&e))),
        };
        match kind {
            Some((Kind::Warc, packing)) => match packed(Box::new(file), packing) {
                Ok(stream) => self.warc(stream, place),
                Err(e) => Some(unreadable(place, e.to_string())),
            },
            Some((Kind::Ndjson, packing)) => match packed(Box::new(file), packing) {
                Ok(stream) => self.ndjson(stream, place),
                Err(e) => Some(unreadable(place, e.to_string())),
            },
            None => self.sniffed(Box::new(file), place, Packing::Unknown),
        }
    }

    fn warc(&mut self, stream: Box<dyn Stream>, place: String) -> Option<Record> {
        self.open = Some(Box::new(warc::Warc::new(
            stream,
            place,
            self.settings.limit,
        )));
        None
    }

    fn ndjson(&mut self, stream: Box<dyn Stream>, place: String) -> Option<Record> {
        self.open = Some(Box::new(ndjson::Ndjson::new(
            stream,
            place,
            self.settings.limit,
        )));
        None
    }

    /// An input whose name tells nothing is what it begins with.
    fn sniffed(
        &mut self,
        reader: Box<dyn Read>,
        place: String,
        packing: Packing,
    ) -> Option<Record> {
        let mut stream = match packed(reader, packing) {
            Ok(stream) => stream,
            Err(e) => return Some(unreadable(place, e.to_string())),
        };
        let format = match self.settings.format {
            InputFormat::Auto => match stream.fill_buf() {
                Ok(start) if start.starts_with(warc::HEAD) => InputFormat::Warc,
                Ok(start) if start.trim_ascii_start().starts_with(b"{") => InputFormat::Ndjson,
                _ => InputFormat::Page,
            },
            told => told,
        };
        match format {
            InputFormat::Warc => self.warc(stream, place),
            InputFormat::Ndjson => self.ndjson(stream, place),
            _ => Some(whole(stream, place, self.settings.limit)),
        }
    }
}

impl Iterator for Records {
    type Item = Record;

    fn next(&mut self) -> Option<Record> {
        loop {
            if let Some(record) = self.open.as_mut().and_then(Iterator::next) {
                return Some(record);
            }
            self.open = None;
            if let Some(record) = self.advance()? {
                return Some(record);
            }
        }
    }
}

/// A stream that is one page.
fn whole(mut stream: Box<dyn Stream>, place: String, limit: usize) -> Record {
    let mut bytes = Vec::new();
    let most = (limit as u64).saturating_add(1);
    let content = match stream.by_ref().take(most).read_to_end(&mut bytes) {
        Ok(_) => Content::Page(bytes),
        Err(e) => Content::Fault(Fault::new(stream.sort(), e.to_string())),
    };
    Record::at(place, content)
}

fn unreadable(place: String, why: impl Into<String>) -> Record {
    Record::at(place, Content::Fault(Fault::new(Sort::Io, why)))
}

/// How a file is packed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Packing {
    None,
    Gzip,
    Zstd,
    /// Its first bytes tell.
    Unknown,
}

/// Unpacks a stream.
fn packed(mut reader: Box<dyn Read>, packing: Packing) -> io::Result<Box<dyn Stream>> {
    Ok(match packing {
        Packing::None => Box::new(Flow::plain(reader)),
        Packing::Gzip => Box::new(gzip::Members::new(reader)),
        Packing::Zstd => Box::new(Flow::zstd(reader)?),
        Packing::Unknown => {
            // As many as it takes to know a page from lines and records.
            let mut start = [0; 16];
            let mut n = 0;
            while n < start.len() {
                match reader.read(&mut start[n..]) {
                    Ok(0) => break,
                    Ok(more) => n += more,
                    Err(e) if e.kind() == io::ErrorKind::Interrupted => {}
                    Err(e) => return Err(e),
                }
            }
            let packing = match start {
                [0x1f, 0x8b, 0x08, ..] => Packing::Gzip,
                [0x28, 0xb5, 0x2f, 0xfd, ..] => Packing::Zstd,
                _ => Packing::None,
            };
            let start = io::Cursor::new(start[..n].to_vec());
            return packed(Box::new(start.chain(reader)), packing);
        }
    })
}

/// What a file holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    Warc,
    Ndjson,
}

/// What a file's name says it holds, and how it is packed; `None` for a page.
fn kind(path: &Path) -> Option<(Kind, Packing)> {
    let name = path.file_name()?.to_string_lossy().to_ascii_lowercase();
    let (stem, packing) = if let Some(stem) = name.strip_suffix(".gz") {
        (stem, Packing::Gzip)
    } else if let Some(stem) = name.strip_suffix(".zst") {
        (stem, Packing::Zstd)
    } else {
        (&*name, Packing::None)
    };
    let (_, extension) = stem.rsplit_once('.')?;
    match extension {
        "warc" | "wet" => Some((Kind::Warc, packing)),
        "ndjson" | "jsonl" | "jsonlines" => Some((Kind::Ndjson, packing)),
        _ => None,
    }
}

/// Whether a file's name says that it is one page.
fn is_page(path: &Path) -> bool {
    const PAGES: &[&str] = &["htm", "html", "shtml", "xhtml", "mht", "mhtml", "txt"];
    extension(path).is_some_and(|e| PAGES.contains(&e.as_str()))
}

/// Whether a file found in a folder is read: all but what a browser or crawler keeps beside pages.
fn may_be_page(path: &Path) -> bool {
    const BESIDE: &[&str] = &[
        "7z", "avi", "avif", "bmp", "br", "bz2", "cdx", "cdxj", "css", "csv", "doc", "docx", "eot",
        "epub", "exe", "flv", "gif", "ico", "jpeg", "jpg", "js", "json", "lock", "log", "m3u8",
        "m4a", "map", "md", "mjs", "mov", "mp3", "mp4", "otf", "parquet", "pdf", "png", "ppt",
        "pptx", "py", "rar", "rss", "rtf", "sh", "sqlite", "svg", "swf", "tar", "tgz", "tif",
        "tiff", "toml", "ts", "tsv", "ttf", "url", "wasm", "wat", "wav", "webm", "webp", "woff",
        "woff2", "xls", "xlsx", "xml", "xz", "yaml", "yml", "zip",
    ];
    let hidden = path
        .file_name()
        .is_some_and(|n| n.as_encoded_bytes().starts_with(b"."));
    !hidden && !extension(path).is_some_and(|e| BESIDE.contains(&e.as_str()))
}

fn extension(path: &Path) -> Option<String> {
    Some(path.extension()?.to_string_lossy().to_ascii_lowercase())
}

/// A file's name as text: bytes that are no UTF-8 become `%FF`, so that two names never become one.
pub fn name(path: &Path) -> String {
    let mut out = String::new();
    for chunk in path.as_os_str().as_encoded_bytes().utf8_chunks() {
        out.push_str(chunk.valid());
        for byte in chunk.invalid() {
            out.push_str(&format!("%{byte:02X}"));
        }
    }
    out
}

/// The words of the command line as inputs.
pub fn inputs(words: &[OsString]) -> Vec<Input> {
    words.iter().map(|word| Input::named(word)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_names_say() {
        use Kind::{Ndjson, Warc};
        // name | what it holds | whether it is read in a folder
        for (name, expected, read) in [
            ("crawl.warc", Some((Warc, Packing::None)), true),
            ("CRAWL.WARC.GZ", Some((Warc, Packing::Gzip)), true),
            ("a.warc.wet.gz", Some((Warc, Packing::Gzip)), true),
            ("a.warc.zst", Some((Warc, Packing::Zstd)), true),
            ("a.jsonl", Some((Ndjson, Packing::None)), true),
            ("a.ndjson.zst", Some((Ndjson, Packing::Zstd)), true),
            ("a.html", None, true),
            ("a.html.gz", None, true),
            ("index.php?id=3", None, true),
            ("3", None, true),
            ("a.url", None, false),
            ("style.CSS", None, false),
            (".DS_Store", None, false),
        ] {
            assert_eq!(kind(Path::new(name)), expected, "{name}");
            assert_eq!(may_be_page(Path::new(name)), read, "{name}");
        }
    }
}
