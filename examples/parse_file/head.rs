//! Heads of HTTP responses, WARC records and MHTML files: where one ends, and what its fields say. Their grammar is one. No body is read here.

use memchr::{memchr, memmem};

/// Fields of a head, at most.
const FIELDS: usize = 256;

/// A head's length with the empty line that ends it, and the values of the fields asked for, none of them empty.
pub type Head<const N: usize> = (usize, [Option<String>; N]);

/// The head of an HTTP response, or of a WARC record, whose first line says only which of them it is; `None` if it does not end. A head
/// that cannot be read has no values, but the page behind it may be readable.
pub fn below_first_line<const N: usize>(bytes: &[u8], names: [&str; N]) -> Option<Head<N>> {
    let line = memchr(b'\n', bytes)? + 1;
    let (length, values) = fields(&bytes[line..], names)?;
    Some((line + length, values))
}

/// Fields without a line above them, as MHTML has them.
pub fn fields<const N: usize>(bytes: &[u8], names: [&str; N]) -> Option<Head<N>> {
    let length = end(bytes)?;
    // The parser wants a status line, and knows none of HTTP/2.
    let head = [b"HTTP/1.1 200 \r\n", &bytes[..length]].concat();
    let mut headers = [httparse::EMPTY_HEADER; FIELDS];
    let mut response = httparse::Response::new(&mut headers);
    let mut lenient = httparse::ParserConfig::default();
    lenient
        .allow_obsolete_multiline_headers_in_responses(true)
        .allow_spaces_after_header_name_in_responses(true)
        .ignore_invalid_headers_in_responses(true);
    if lenient.parse_response(&mut response, &head).is_err() {
        return Some((length, [const { None }; N]));
    }
    // The last one counts: crawlers write what they found out behind what the server said.
    let value = |name: &str| {
        let mut named = response.headers.iter().rev();
        let found = named.find(|h| h.name.eq_ignore_ascii_case(name))?;
        let value = String::from_utf8_lossy(found.value).trim().to_string();
        Some(value).filter(|v| !v.is_empty())
    };
    Some((length, names.map(value)))
}

/// Where what follows the first empty line starts.
fn end(bytes: &[u8]) -> Option<usize> {
    for empty in [&b"\r\n"[..], b"\n"] {
        if bytes.starts_with(empty) {
            return Some(empty.len());
        }
    }
    let crlf = memmem::find(bytes, b"\n\r\n").map(|i| i + 3);
    let lf = memmem::find(&bytes[..crlf.unwrap_or(bytes.len())], b"\n\n").map(|i| i + 2);
    lf.or(crlf)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn heads() {
        let some = |s: &str| Some(s.to_string());
        // head | what it says of a: and b:
        for (head, expected) in [
            (
                "HTTP/1.1 200 OK\r\nA: 1\r\nb:2\r\n\r\n",
                [some("1"), some("2")],
            ),
            (
                "HTTP/2 200\r\na : 1\r\nA: 3\r\nb:\r\n\r\n",
                [some("3"), None],
            ),
            ("WARC/1.1\na: 城东\n\n", [some("城东"), None]),
            (
                "HTTP/1.1 200 OK\r\nno colon\r\na: 1\r\n\r\n",
                [some("1"), None],
            ),
            ("HTTP/1.1 200 OK\r\n\r\n", [None, None]),
        ] {
            let page = format!("{head}<p>a: 9\r\n\r\n");
            assert_eq!(
                below_first_line(page.as_bytes(), ["a", "b"]),
                Some((head.len(), expected)),
                "{head}"
            );
        }
        assert_eq!(below_first_line(b"HTTP/1.1 200 OK\r\na: 1", ["a"]), None);

        let mhtml = "From: <x>\r\nType: a;\r\n\tb=\"c\"\r\n\r\n";
        let (length, [value]) = fields(format!("{mhtml}--x\n\n").as_bytes(), ["type"]).unwrap();
        assert_eq!(length, mhtml.len());
        assert!(value.unwrap().starts_with("a;"));
    }
}
