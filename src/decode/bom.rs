//! Byte order marks. Nothing is decoded here.

use encoding_rs::{Encoding, GB18030};

/// The byte order mark's charset, and the bytes after it. Pages glued together from files start with several.
pub(super) fn cut(mut bytes: &[u8]) -> (Option<&'static Encoding>, &[u8]) {
    const GB18030_BOM: &[u8] = b"\x84\x31\x95\x33";
    let mut first = None;
    loop {
        let (encoding, length) = match Encoding::for_bom(bytes) {
            Some(found) => found,
            None if bytes.starts_with(GB18030_BOM) => (GB18030, GB18030_BOM.len()),
            None => return (first, bytes),
        };
        if first.is_some_and(|e| e != encoding) {
            return (first, bytes);
        }
        first = Some(encoding);
        bytes = &bytes[length..];
    }
}
