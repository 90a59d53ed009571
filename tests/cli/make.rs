//! Inputs for the command's tests: invented pages, and WARC, NDJSON and gzip around them. Asserts nothing.

use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};
use std::sync::atomic::{AtomicU32, Ordering::Relaxed};

use flate2::Compression;
use flate2::write::GzEncoder;

/// A page, another for each number.
pub fn page(n: usize) -> String {
    format!(
        "<!DOCTYPE html><meta charset=utf-8><title>城东公园第{n}期开放_橙橘网</title><h1>城东公园第{n}期开放</h1>\
         <p>2小时前 来源：橙橘网</p><div><p>城东公园第{n}期今天上午正式向市民开放，园内步道、湖区和儿童乐园同时启用，全天免费。</p>\
         <p>公园占地三十公顷，前身是一片旧厂房。改造历时三年，保留了两座水塔和一段铁轨。</p></div>"
    )
}

/// The title that is read of it.
pub fn title(n: usize) -> String {
    format!("城东公园第{n}期开放")
}

pub fn url(n: usize) -> String {
    format!("https://news.chengju.example/{n}.html")
}

/// A WARC record of this type; its length may be a lie.
pub fn record(n: usize, kind: &str, media: &str, body: &[u8], length: Option<u64>) -> Vec<u8> {
    let length = length.unwrap_or(body.len() as u64);
    let mut out = format!(
        "WARC/1.0\r\nWARC-Type: {kind}\r\nWARC-Target-URI: {}\r\nWARC-Date: 2024-05-10T0{}:00:00Z\r\n\
         WARC-Record-ID: <urn:uuid:{n:08}>\r\nContent-Type: {media}\r\nContent-Length: {length}\r\n\r\n",
        url(n),
        n % 10,
    )
    .into_bytes();
    out.extend_from_slice(body);
    out.extend_from_slice(b"\r\n\r\n");
    out
}

/// An HTTP response with a page.
pub fn response(n: usize) -> Vec<u8> {
    let page = page(n);
    format!("HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n{page}").into_bytes()
}

/// A response record.
pub fn crawled(n: usize) -> Vec<u8> {
    record(
        n,
        "response",
        "application/http; msgtype=response",
        &response(n),
        None,
    )
}

pub fn gzip(bytes: &[u8]) -> Vec<u8> {
    let mut out = GzEncoder::new(Vec::new(), Compression::default());
    out.write_all(bytes).unwrap();
    out.finish().unwrap()
}

/// A line of NDJSON.
pub fn line(n: usize) -> String {
    let line = serde_json::json!({"id": format!("r{n}"), "url": url(n), "html": page(n)});
    line.to_string() + "\n"
}

/// A folder of its own for a test, removed when it is done.
pub struct Folder(PathBuf);

impl Folder {
    pub fn new() -> Self {
        static COUNT: AtomicU32 = AtomicU32::new(0);
        let name = format!(
            "zhengwen-{}-{}",
            std::process::id(),
            COUNT.fetch_add(1, Relaxed)
        );
        let path = std::env::temp_dir().join(name);
        std::fs::create_dir_all(&path).unwrap();
        Self(path)
    }

    pub fn path(&self) -> &Path {
        &self.0
    }

    /// Writes a file and gives its path.
    pub fn file(&self, name: &str, bytes: impl AsRef<[u8]>) -> String {
        let path = self.0.join(name);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(&path, bytes).unwrap();
        path.to_str().unwrap().to_string()
    }

    /// A path in it.
    pub fn at(&self, name: &str) -> String {
        self.0.join(name).to_str().unwrap().to_string()
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.0);
    }
}

/// The command.
pub fn zhengwen(args: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_zhengwen"));
    command.args(args).stdin(Stdio::null());
    command
}

/// Runs the command to its end.
pub fn run(args: &[&str]) -> Output {
    zhengwen(args).output().unwrap()
}

/// Runs the command with this on its standard input.
pub fn fed(args: &[&str], input: &[u8]) -> Output {
    let mut child = zhengwen(args)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let mut pipe = child.stdin.take().unwrap();
    let input = input.to_vec();
    // On a thread of its own: output that nobody takes blocks a command that nobody waits for.
    let writer = std::thread::spawn(move || {
        let _ = pipe.write_all(&input);
    });
    let output = child.wait_with_output().unwrap();
    writer.join().unwrap();
    output
}

/// The lines of an output as JSON.
pub fn json(bytes: &[u8]) -> Vec<serde_json::Value> {
    std::str::from_utf8(bytes)
        .unwrap()
        .lines()
        .map(|line| serde_json::from_str(line).unwrap())
        .collect()
}

/// What the lines say, in short: titles, and `!` with the sort of error.
pub fn told(bytes: &[u8]) -> Vec<String> {
    json(bytes)
        .iter()
        .map(|line| match line["error"]["kind"].as_str() {
            Some(sort) => format!("!{sort}"),
            None => line["article"]["metadata"]["title"]
                .as_str()
                .unwrap_or("-")
                .to_string(),
        })
        .collect()
}
