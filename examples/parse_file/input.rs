//! What is read: the page's bytes and the URL kept beside it. Nothing is parsed here.

use std::ffi::OsStr;
use std::fs::{self, File};
use std::io::{self, Read};
use std::path::{Path, PathBuf};

use crate::lang::Lang;
use crate::told::Told;

/// The bytes of a file, or of standard input for `-`; else the reason, and what to do. No more is read than a page may have.
pub fn bytes(file: &OsStr, limit: usize) -> Result<Vec<u8>, Told> {
    if file == "-" {
        return bounded(io::stdin(), limit)?.map_err(|e| {
            Told::new(
                format!("读取失败（{e}），请改给文件名"),
                format!("cannot be read ({e}); give a file instead"),
            )
        });
    }
    if Path::new(file).is_dir() {
        return Err(Told::new(
            "是文件夹，请给出其中的网页文件",
            "is a folder; give the pages in it",
        ));
    }
    if let Ok(size) = fs::metadata(file).map(|m| m.len())
        && size > limit as u64
    {
        return Err(too_large(size, limit));
    }
    File::open(file)
        .map(|file| bounded(file, limit))
        .unwrap_or_else(|e| Ok(Err(e)))?
        .map_err(|e| reason(&e))
}

/// Why a file could not be read, and what to do.
pub fn reason(error: &io::Error) -> Told {
    match error.kind() {
        io::ErrorKind::NotFound => {
            Told::new("没有这个文件，请检查路径", "no such file; check the path")
        }
        io::ErrorKind::PermissionDenied => Told::new(
            "没有读取权限，请检查文件的权限",
            "may not be read; check its permissions",
        ),
        _ => Told::new(
            format!("打不开（{error}），请检查文件"),
            format!("cannot be opened ({error}); check the file"),
        ),
    }
}

/// All that a reader gives, unless that is more than a page may have: then the outer error says so.
fn bounded(reader: impl Read, limit: usize) -> Result<io::Result<Vec<u8>>, Told> {
    let most = (limit as u64).saturating_add(1);
    let mut bytes = Vec::new();
    match reader.take(most).read_to_end(&mut bytes) {
        Ok(size) if size > limit => Err(too_large(size as u64, limit)),
        Ok(_) => Ok(Ok(bytes)),
        Err(e) => Ok(Err(e)),
    }
}

/// The limit's error, for what need not be read to know.
fn too_large(seen: u64, limit: usize) -> Told {
    Told::new(
        format!("网页过大，没有解析（字节 {seen}，上限 {limit}）；请确认给的是一张新闻网页"),
        format!("too large, not parsed (bytes {seen}, limit {limit}); is it a page of news?"),
    )
}

/// The file's name as shown.
pub fn name(file: &OsStr, lang: Lang) -> String {
    if file == "-" {
        lang.pick("标准输入", "standard input").to_string()
    } else {
        crate::layout::flat(&file.to_string_lossy())
    }
}

/// The URL kept beside a page: in `page.url` or `page.html.url`.
pub fn url_beside(file: &OsStr) -> Option<String> {
    if file == "-" {
        return None;
    }
    let mut appended = file.to_os_string();
    appended.push(".url");
    [
        PathBuf::from(appended),
        Path::new(file).with_extension("url"),
    ]
    .iter()
    .filter(|path| path.as_os_str() != file)
    .find_map(|path| url_in(&fs::read_to_string(path).ok()?))
}

/// The first line that is a URL; also in a Windows shortcut, `URL=https://…`.
fn url_in(text: &str) -> Option<String> {
    text.lines()
        .map(|line| line.trim_start_matches('\u{FEFF}').trim())
        .map(|line| line.strip_prefix("URL=").unwrap_or(line))
        .find(|line| line.starts_with("http://") || line.starts_with("https://"))
        .map(String::from)
}

#[cfg(test)]
mod tests {
    use super::{bounded, url_in};
    use crate::lang::Lang;

    #[test]
    fn no_more_is_read_than_a_page_may_have() {
        let error = bounded(std::io::repeat(0), 1000).unwrap_err();
        assert!(error.pick(Lang::Zh).contains("上限 1000"), "{error:?}");
        assert!(error.pick(Lang::En).contains("limit 1000"), "{error:?}");
        let bytes = bounded(&b"<p>"[..], 3).unwrap().unwrap();
        assert_eq!(bytes, b"<p>");
    }

    #[test]
    fn url_of_a_side_car() {
        let url = Some("https://news.chengju.example/1.html".to_string());
        for text in [
            "https://news.chengju.example/1.html\n",
            "\u{FEFF}https://news.chengju.example/1.html\r\n",
            "[InternetShortcut]\r\nURL=https://news.chengju.example/1.html\r\n",
        ] {
            assert_eq!(url_in(text), url, "{text:?}");
        }
        assert_eq!(url_in("城东公园"), None);
    }
}
