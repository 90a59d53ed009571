//! A page out of what it was kept in: gzip, MHTML as browsers save it, a WARC file of one page. No page is parsed here.
//!
//! Whole crawls are not for this: everything is held in memory, and no more than a page may have is unpacked.

use std::io::Read;

use flate2::bufread::{DeflateDecoder, MultiGzDecoder, ZlibDecoder};
use mail_parser::decoders::base64::base64_decode;
use mail_parser::decoders::quoted_printable::quoted_printable_decode;
use mail_parser::{Encoding, Message, MessageParser, MessagePart, MimeHeaders};

use crate::head;
use crate::told::Told;

/// A page, and what its wrapping says of it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Unpacked {
    pub bytes: Vec<u8>,
    /// The page's address.
    pub url: Option<String>,
    /// The charset named beside the page, or the whole `Content-Type`.
    pub charset: Option<String>,
}

/// Wrappings within each other that are opened: a WARC file in gzip with a response in gzip has three.
const LAYERS: usize = 5;

/// Takes a page out of its wrappings; bytes without one come back as they are. No more than `limit` bytes are unpacked.
///
/// The error says what is wrong and what to do.
pub fn page(bytes: Vec<u8>, limit: usize) -> Result<Unpacked, Told> {
    let mut page = Unpacked {
        bytes,
        ..Unpacked::default()
    };
    for _ in 0..LAYERS {
        let inner = if page.bytes.starts_with(b"\x1f\x8b\x08") {
            Unpacked {
                bytes: gunzip(&page.bytes, limit)?,
                ..Unpacked::default()
            }
        } else if page.bytes.starts_with(b"WARC/") {
            warc(&page.bytes)?
        } else if is_response(&page.bytes) {
            http(&page.bytes, limit)?
        } else if is_mhtml(&page.bytes) {
            mhtml(&page.bytes)?
        } else {
            break;
        };
        page.bytes = inner.bytes;
        page.url = inner.url.or(page.url);
        page.charset = inner.charset.or(page.charset);
    }
    Ok(page)
}

fn gunzip(bytes: &[u8], limit: usize) -> Result<Vec<u8>, Told> {
    unpacked(MultiGzDecoder::new(bytes), limit)
}

/// What a decoder gives, if that is no more than a page may have.
fn unpacked(decoder: impl Read, limit: usize) -> Result<Vec<u8>, Told> {
    let mut out = Vec::new();
    let most = (limit as u64).saturating_add(1);
    match decoder.take(most).read_to_end(&mut out) {
        Ok(_) if out.len() > limit => Err(Told::new(
            format!("解压后超过 {limit} 字节，不像一张网页"),
            format!("more than {limit} bytes when unpacked, which no page has"),
        )),
        // What there is of a page that was cut is worth reading; so is a page before other bytes.
        Ok(_) => Ok(out),
        Err(_) if !out.is_empty() => Ok(out),
        Err(e) => Err(Told::new(
            format!("压缩数据损坏（{e}），请重新下载或保存"),
            format!("damaged compressed data ({e}); fetch or save it again"),
        )),
    }
}

/// The one page of a WARC file. Records about requests and the file itself stand beside it.
fn warc(bytes: &[u8]) -> Result<Unpacked, Told> {
    let mut rest = bytes;
    let mut found: Option<Unpacked> = None;
    while rest.starts_with(b"WARC/") {
        let names = ["WARC-Type", "Content-Length", "WARC-Target-URI"];
        let Some((head, [kind, length, url])) = head::below_first_line(rest, names) else {
            break;
        };
        let body = &rest[head..];
        let length = length.and_then(|v| v.parse().ok());
        let length: usize = length.ok_or_else(|| {
            Told::new(
                "WARC 记录没有写明长度，文件损坏",
                "damaged: a WARC record does not say its length",
            )
        })?;
        let content = &body[..length.min(body.len())];
        let page = Unpacked {
            bytes: content.to_vec(),
            url: url.map(|u| u.trim_matches(['<', '>']).to_string()),
            charset: None,
        };
        let kind = kind.map(|kind| kind.to_ascii_lowercase());
        match kind.as_deref() {
            Some("response" | "resource" | "conversion") if found.is_some() => {
                return Err(Told::new(
                    "这个 WARC 里不止一个网页，请用 zhengwen batch 读",
                    "more than one page in this WARC; read it by zhengwen batch",
                ));
            }
            Some("response" | "resource" | "conversion") => found = Some(page),
            _ => {}
        }
        rest = body.get(length..).unwrap_or_default();
        while let [b'\r' | b'\n', after @ ..] = rest {
            rest = after;
        }
    }
    found.ok_or_else(|| {
        Told::new(
            "这个 WARC 里没有网页（response 记录）",
            "no page (response record) in this WARC",
        )
    })
}

/// Whether a status line comes first: a version and a number of three digits. `HTTP/3 正式发布` is a headline.
fn is_response(bytes: &[u8]) -> bool {
    let line = bytes.split(|&b| b == b'\n').next().unwrap_or_default();
    let Some(rest) = line.strip_prefix(b"HTTP/") else {
        return false;
    };
    let mut words = rest.split(u8::is_ascii_whitespace);
    let mut is = |number: fn(&[u8]) -> bool| words.next().is_some_and(number);
    is(|version| version.first().is_some_and(u8::is_ascii_digit))
        && is(|status| status.len() == 3 && status.iter().all(u8::is_ascii_digit))
}

/// The body of an HTTP response. What it is packed in is the next layer.
fn http(bytes: &[u8], limit: usize) -> Result<Unpacked, Told> {
    let names = ["Content-Type", "Transfer-Encoding", "Content-Encoding"];
    let (head, [charset, transfer, encoding]) =
        head::below_first_line(bytes, names).ok_or_else(|| {
            Told::new(
                "HTTP 响应只有头，没有网页",
                "the head of an HTTP response, without a page",
            )
        })?;
    let body = &bytes[head..];
    let says =
        |field: &Option<String>, what| field.as_ref().is_some_and(|v| v.eq_ignore_ascii_case(what));
    if says(&encoding, "br") {
        return Err(Told::new(
            "HTTP 响应以 br 压缩，读不了；请存解压后的网页",
            "an HTTP response packed by br, which is not read; save the page unpacked",
        ));
    }
    let chunked = says(&transfer, "chunked");
    let mut body = chunked
        .then(|| unchunked(body))
        .flatten()
        .unwrap_or_else(|| body.to_vec());
    // Servers mean two things by it; some mean nothing.
    if says(&encoding, "deflate") && !body.trim_ascii_start().starts_with(b"<") {
        body = match body.first() {
            Some(first) if first & 0x0f == 8 => unpacked(ZlibDecoder::new(&body[..]), limit)?,
            _ => unpacked(DeflateDecoder::new(&body[..]), limit)?,
        };
    }
    Ok(Unpacked {
        bytes: body,
        url: None,
        charset,
    })
}

/// A body out of its chunks; `None` if it is not in chunks, whatever the head says. A body cut in a chunk is what there is of it.
pub fn unchunked(mut rest: &[u8]) -> Option<Vec<u8>> {
    let mut out = Vec::with_capacity(rest.len());
    while !rest.is_empty() {
        match httparse::parse_chunk_size(rest) {
            Ok(httparse::Status::Complete((_, 0))) => return Some(out),
            Ok(httparse::Status::Complete((start, size))) => {
                let size = usize::try_from(size).unwrap_or(usize::MAX);
                let chunk = &rest[start..];
                out.extend_from_slice(&chunk[..size.min(chunk.len())]);
                rest = chunk.get(size..).unwrap_or_default();
                rest = rest.strip_prefix(b"\r\n").unwrap_or(rest);
            }
            _ => break,
        }
    }
    (!out.is_empty()).then_some(out)
}

/// Whether header lines come first, and say that parts follow or what the one part is.
fn is_mhtml(bytes: &[u8]) -> bool {
    let head = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    let head = &head[..head.len().min(16 << 10)];
    let name = head.split(|&b| b == b':').next().unwrap_or_default();
    let is_field = |b: &u8| b.is_ascii_alphanumeric() || *b == b'-';
    if head.contains(&0) || name.is_empty() || name.len() > 40 || !name.iter().all(is_field) {
        return false;
    }
    head::fields(head, ["MIME-Version", "Content-Type"])
        .is_some_and(|(_, values)| values.iter().all(Option::is_some))
}

/// The first part that is HTML: Chrome, Edge and Firefox save the page first, Internet Explorer too, with its charset beside it.
fn mhtml(bytes: &[u8]) -> Result<Unpacked, Told> {
    let none = || {
        Told::new(
            "这个 MHTML 或邮件里没有网页（text/html）",
            "no page (text/html) in this MHTML or mail",
        )
    };
    let message: Message<'_> = MessageParser::default().parse(bytes).ok_or_else(none)?;
    let is_html = |part: &&MessagePart<'_>| part.is_content_type("text", "html");
    let part = message.parts.iter().find(is_html).ok_or_else(none)?;
    let raw = &message.raw_message()[part.offset_body as usize..part.offset_end as usize];
    let decoded = match part.encoding {
        Encoding::None => Some(raw.to_vec()),
        Encoding::QuotedPrintable => quoted_printable_decode(raw),
        Encoding::Base64 => base64_decode(raw),
    };
    let charset = part.content_type().and_then(|t| t.attribute("charset"));
    let address = part
        .content_location()
        .or_else(|| message.root_part().content_location())
        .or_else(|| message.header_raw("Snapshot-Content-Location"));
    Ok(Unpacked {
        bytes: decoded.ok_or_else(|| {
            Told::new(
                "MHTML 里的网页解码失败，文件损坏",
                "damaged: the page in this MHTML cannot be decoded",
            )
        })?,
        url: address
            .map(str::trim)
            .filter(|u| u.starts_with("http"))
            .map(String::from),
        charset: charset.map(String::from),
    })
}

#[cfg(test)]
mod tests {
    use std::io::Write;

    use flate2::write::GzEncoder;

    use super::*;

    const PAGE: &str = "<meta charset=utf-8><p class=a>城东公园今天开放。";
    const LIMIT: usize = 1 << 20;

    fn gz(bytes: &[u8]) -> Vec<u8> {
        let mut out = GzEncoder::new(Vec::new(), flate2::Compression::default());
        out.write_all(bytes).unwrap();
        out.finish().unwrap()
    }

    fn zlib(bytes: &[u8]) -> Vec<u8> {
        let mut out = flate2::write::ZlibEncoder::new(Vec::new(), flate2::Compression::default());
        out.write_all(bytes).unwrap();
        out.finish().unwrap()
    }

    fn quoted(bytes: &[u8]) -> String {
        let mut out = String::new();
        for (i, byte) in bytes.iter().enumerate() {
            out.push_str(&format!("={byte:02X}"));
            if i % 20 == 19 {
                out.push_str("=\r\n");
            }
        }
        out
    }

    /// As Chrome and Edge save it: the address in the head and in the part, quoted-printable.
    fn chrome(body: &str) -> String {
        format!(
            "From: <Saved by Blink>\r\nSnapshot-Content-Location: https://news.chengju.example/1.html\r\n\
             Subject: =?utf-8?Q?=E5=9F=8E=E4=B8=9C?=\r\nDate: Fri, 10 May 2024 06:58:00 -0000\r\nMIME-Version: 1.0\r\n\
             Content-Type: multipart/related;\r\n\ttype=\"text/html\";\r\n\tboundary=\"----MultipartBoundary--a1b2----\"\r\n\r\n\r\n\
             ------MultipartBoundary--a1b2----\r\nContent-Type: text/html\r\nContent-ID: <frame-1@mhtml.blink>\r\n\
             Content-Transfer-Encoding: quoted-printable\r\nContent-Location: https://news.chengju.example/1.html\r\n\r\n{body}\r\n\
             ------MultipartBoundary--a1b2----\r\nContent-Type: image/png\r\nContent-Transfer-Encoding: base64\r\n\
             Content-Location: https://news.chengju.example/1.png\r\n\r\niVBORw0KGgo=\r\n------MultipartBoundary--a1b2------\r\n"
        )
    }

    /// As Internet Explorer saves it: the charset beside the part, base64 or quoted-printable.
    fn explorer(body: &str, encoding: &str) -> String {
        format!(
            "From: \"Saved by Windows Internet Explorer 8\"\r\nSubject: =?gb2312?B?s8e2q7mr1LA=?=\r\n\
             Date: Fri, 10 May 2024 14:58:00 +0800\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n\
             \ttype=\"text/html\";\r\n\tboundary=\"----=_NextPart_000_0000_01C9\"\r\nX-MimeOLE: Produced By Microsoft MimeOLE\r\n\r\n\
             This is a multi-part message in MIME format.\r\n\r\n------=_NextPart_000_0000_01C9\r\nContent-Type: text/html;\r\n\
             \tcharset=\"gb2312\"\r\nContent-Transfer-Encoding: {encoding}\r\nContent-Location: http://news.chengju.example/2.html\r\n\r\n\
             {body}\r\n------=_NextPart_000_0000_01C9--\r\n"
        )
    }

    fn record(kind: &str, content: &[u8]) -> Vec<u8> {
        let head = format!(
            "WARC/1.0\r\nWARC-Type: {kind}\r\nWARC-Target-URI: https://news.chengju.example/A.html\r\nContent-Length: {}\r\n\r\n",
            content.len()
        );
        [head.as_bytes(), content, b"\r\n\r\n"].concat()
    }

    fn response(head: &str, body: &[u8]) -> Vec<u8> {
        let head = format!("HTTP/1.1 200 OK\r\n{head}\r\n\r\n");
        record("response", &[head.as_bytes(), body].concat())
    }

    #[test]
    fn pages_come_out_of_their_wrappings() {
        let page_bytes = PAGE.as_bytes();
        // <p>城东公园</p> in GBK
        let gbk = b"<p>\xb3\xc7\xb6\xab\xb9\xab\xd4\xb0</p>";
        let b64 = "PHA+s8e2q7mr1LA8L3A+";
        let some = |s: &str| Some(s.to_string());
        let (one, two, warc) = (
            some("https://news.chengju.example/1.html"),
            some("http://news.chengju.example/2.html"),
            some("https://news.chengju.example/A.html"),
        );
        let chunks = format!("{:x}\r\n{PAGE}\r\n0\r\n\r\n", PAGE.len());
        let crawl = [
            record("warcinfo", b"software: x"),
            response(
                "Content-Type: text/html; charset=GBK\r\nContent-Encoding: gzip",
                &gz(page_bytes),
            ),
            record("metadata", b"x: y"),
        ]
        .concat();
        let out = |bytes: &[u8], url: &Option<String>, charset: &Option<String>| Unpacked {
            bytes: bytes.to_vec(),
            url: url.clone(),
            charset: charset.clone(),
        };
        let plain = out(page_bytes, &None, &None);
        let halves = [gz(&page_bytes[..9]), gz(&page_bytes[9..])].concat();
        let ie = out(gbk, &two, &some("gb2312"));
        let header = some("text/html; charset=GBK");
        // what it is kept in | what comes out
        let cases: Vec<(Vec<u8>, Unpacked)> = vec![
            (page_bytes.to_vec(), plain.clone()),
            (
                "HTTP/3 正式发布\n\n城东".as_bytes().to_vec(),
                out("HTTP/3 正式发布\n\n城东".as_bytes(), &None, &None),
            ),
            (gz(page_bytes), plain.clone()),
            (gz(&gz(page_bytes)), plain.clone()),
            (halves, plain),
            (
                chrome(&quoted(page_bytes)).into_bytes(),
                out(page_bytes, &one, &None),
            ),
            (explorer(b64, "base64").into_bytes(), ie.clone()),
            (explorer(&quoted(gbk), "quoted-printable").into_bytes(), ie),
            (
                response("Transfer-Encoding: chunked", chunks.as_bytes()),
                out(page_bytes, &warc, &None),
            ),
            (
                response("Content-Encoding: deflate", &zlib(page_bytes)),
                out(page_bytes, &warc, &None),
            ),
            (gz(&crawl), out(page_bytes, &warc, &header)),
            (
                record("conversion", "城东公园".as_bytes()),
                out("城东公园".as_bytes(), &warc, &None),
            ),
        ];
        for (i, (kept, expected)) in cases.into_iter().enumerate() {
            assert_eq!(page(kept, LIMIT).unwrap(), expected, "{i}");
        }
    }

    #[test]
    fn what_cannot_be_unpacked_is_named() {
        let two = [response("", b"<p>a"), response("", b"<p>b")].concat();
        for (kept, why) in [
            (gz(&vec![0; LIMIT + 1]), "超过"),
            (b"\x1f\x8b\x08\0\0".to_vec(), "压缩数据损坏"),
            (two, "不止一个"),
            (record("warcinfo", b"x"), "没有网页"),
            (b"WARC/1.0\r\nWARC-Type: response\r\n\r\n".to_vec(), "长度"),
            (
                explorer("x", "8bit")
                    .replace("text/html;\r\n\tcharset", "text/css;\r\n\tcharset")
                    .into_bytes(),
                "没有网页",
            ),
        ] {
            let error = page(kept, LIMIT).unwrap_err();
            assert!(String::from(error.clone()).contains(why), "{error:?}");
        }
    }
}
