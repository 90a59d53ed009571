//! HTTP responses as crawlers keep them: the head, and the body out of its chunks and its packing. Nothing is fetched.

use std::io::Read;

use flate2::bufread::{DeflateDecoder, MultiGzDecoder, ZlibDecoder};

use super::record::{Fault, Sort};
use crate::head;
use crate::unpack::unchunked;

/// The head's fields that matter, and the page.
#[derive(Debug, PartialEq, Eq)]
pub struct Response {
    pub content_type: Option<String>,
    /// The page, behind what is not of it: not worth a copy of each page of a crawl.
    pub bytes: Vec<u8>,
    /// Where it starts.
    pub from: usize,
}

/// Takes a response apart. `limit` is the most its body may unpack to.
pub fn read(bytes: Vec<u8>, limit: usize) -> Result<Response, Fault> {
    if !bytes.starts_with(b"HTTP/") {
        // Some crawlers keep the page alone.
        return Ok(Response {
            content_type: None,
            bytes,
            from: 0,
        });
    }
    let names = ["Content-Type", "Transfer-Encoding", "Content-Encoding"];
    let (length, [content_type, transfer, encoding]) = head::below_first_line(&bytes, names)
        .ok_or_else(|| Fault::new(Sort::Http, "HTTP 响应只有头，没有网页"))?;
    let lower = |value: Option<String>| value.map(|v| v.to_ascii_lowercase());
    let chunked = lower(transfer).is_some_and(|value| value.contains("chunked"));
    let whole = chunked.then(|| unchunked(&bytes[length..])).flatten();
    let (bytes, from) = match whole {
        Some(body) => (body, 0),
        None => (bytes, length),
    };
    let (bytes, from) = match unpacked(&bytes[from..], lower(encoding).as_deref(), limit)? {
        Some(body) => (body, 0),
        None => (bytes, from),
    };
    Ok(Response {
        content_type,
        bytes,
        from,
    })
}

/// A body out of its packing, if it is packed. Many crawlers unpack and leave the head as it was.
fn unpacked(body: &[u8], encoding: Option<&str>, limit: usize) -> Result<Option<Vec<u8>>, Fault> {
    let most = (limit as u64).saturating_add(1);
    let mut out = Vec::new();
    let read = match encoding {
        Some("gzip" | "x-gzip") if body.starts_with(b"\x1f\x8b") => {
            MultiGzDecoder::new(body).take(most).read_to_end(&mut out)
        }
        Some("deflate") if body.first().is_some_and(|b| b & 0x0f == 8) => {
            ZlibDecoder::new(body).take(most).read_to_end(&mut out)
        }
        Some("deflate") if !body.trim_ascii_start().starts_with(b"<") => {
            DeflateDecoder::new(body).take(most).read_to_end(&mut out)
        }
        Some("zstd") if body.starts_with(b"\x28\xb5\x2f\xfd") => {
            zstd::Decoder::new(body).and_then(|decoder| decoder.take(most).read_to_end(&mut out))
        }
        Some("br") if std::str::from_utf8(body).is_err() => {
            let why = "HTTP 响应以 br 压缩，读不了；请让爬虫不要求 br，或存解压后的网页";
            return Err(Fault::new(Sort::Http, why));
        }
        _ => return Ok(None),
    };
    match read {
        Ok(_) => Ok(Some(out)),
        // What was unpacked of a page that the crawler cut is worth reading.
        Err(_) if out.len() > 1 << 10 => Ok(Some(out)),
        Err(e) => Err(Fault::new(Sort::Http, format!("HTTP 响应解压失败（{e}）"))),
    }
}

#[cfg(test)]
mod tests {
    use std::io::Write;

    use super::*;

    fn body(head: &str, body: &[u8]) -> Vec<u8> {
        let bytes = [head.as_bytes(), b"\r\n\r\n", body].concat();
        let response = read(bytes, 1 << 20).unwrap();
        response.bytes[response.from..].to_vec()
    }

    #[test]
    fn bodies_come_out_of_their_wrapping() {
        let page = "<p>城东公园今天开放".as_bytes();
        let gz = {
            let mut out = flate2::write::GzEncoder::new(Vec::new(), Default::default());
            out.write_all(page).unwrap();
            out.finish().unwrap()
        };
        let zlib = {
            let mut out = flate2::write::ZlibEncoder::new(Vec::new(), Default::default());
            out.write_all(page).unwrap();
            out.finish().unwrap()
        };
        let raw = {
            let mut out = flate2::write::DeflateEncoder::new(Vec::new(), Default::default());
            out.write_all(page).unwrap();
            out.finish().unwrap()
        };
        let zst = zstd::encode_all(page, 1).unwrap();
        let chunks = [
            format!("{:x}\r\n", 5).as_bytes(),
            &page[..5],
            format!("\r\n{:X};ext=1\r\n", page.len() - 5).as_bytes(),
            &page[5..],
            b"\r\n0\r\n\r\n",
        ]
        .concat();
        // head | body
        let cases: &[(&str, &[u8])] = &[
            ("HTTP/1.1 200 OK", page),
            ("HTTP/2 200\r\nContent-Type: text/html", page),
            ("HTTP/1.1 200 OK\r\nContent-Encoding: gzip", &gz),
            ("HTTP/1.1 200 OK\r\nContent-Encoding: gzip", page),
            ("HTTP/1.1 200 OK\r\nContent-Encoding: deflate", &zlib),
            ("HTTP/1.1 200 OK\r\nContent-Encoding: deflate", &raw),
            ("HTTP/1.1 200 OK\r\nContent-Encoding: deflate", page),
            ("HTTP/1.1 200 OK\r\nContent-Encoding: zstd", &zst),
            ("HTTP/1.1 200 OK\r\nContent-Encoding: br", page),
            ("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked", &chunks),
            ("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked", page),
            ("HTTP/1.1 200 OK\r\n城东: 公园\r\nno colon", page),
        ];
        for (head, bytes) in cases {
            assert_eq!(body(head, bytes), page, "{head}");
        }
        // Cut in a chunk.
        let cut = body(
            "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked",
            &chunks[..chunks.len() - 10],
        );
        assert_eq!(cut, &page[..page.len() - 3]);
    }

    #[test]
    fn what_cannot_be_read_is_named() {
        for bytes in [
            &b"HTTP/1.1 200 OK\r\nContent-Type: text/html"[..],
            b"HTTP/1.1 200 OK\r\nContent-Encoding: br\r\n\r\n\xff\xfe\x01\x02",
            b"HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\n\r\n\x1f\x8b\x08\x00\x01\x02",
        ] {
            assert_eq!(read(bytes.to_vec(), 99).unwrap_err().sort, Sort::Http);
        }
    }
}
