//! What is read: the page's bytes and the URL kept beside it. Nothing is parsed here.

use std::ffi::OsStr;
use std::fs;
use std::io::{self, Read};
use std::path::{Path, PathBuf};

/// The bytes of a file, or of standard input for `-`; else the reason, and what to do.
pub fn bytes(file: &OsStr) -> Result<Vec<u8>, String> {
    if file == "-" {
        let mut bytes = Vec::new();
        return match io::stdin().read_to_end(&mut bytes) {
            Ok(_) => Ok(bytes),
            Err(e) => Err(format!("读取失败（{e}），请改给文件名")),
        };
    }
    if Path::new(file).is_dir() {
        return Err("是文件夹，请给出其中的网页文件".to_string());
    }
    fs::read(file).map_err(|e| match e.kind() {
        io::ErrorKind::NotFound => "没有这个文件，请检查路径".to_string(),
        io::ErrorKind::PermissionDenied => "没有读取权限，请检查文件的权限".to_string(),
        _ => format!("打不开（{e}），请检查文件"),
    })
}

/// The file's name as shown.
pub fn name(file: &OsStr) -> String {
    if file == "-" {
        "标准输入".to_string()
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
    use super::url_in;

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
