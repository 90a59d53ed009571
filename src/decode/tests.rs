//! Bytes of many charsets, true and false declarations, broken bytes.

use encoding_rs::{BIG5, EUC_KR, Encoding, GBK};

use crate::decode::{CharsetOrigin, decode};

const SIMPLIFIED: &str = "城东公园今天上午正式开放，市民张三说：“这里的湖水很清。”记者李四从园林局获悉，二期工程明年动工。";
const TRADITIONAL: &str = "城東公園今天上午正式開放，市民張三說：「這裡的湖水很清。」記者李四從園林局獲悉，二期工程明年動工。";

/// Name, bytes, hint | charset and where it is from.
type Case<'a> = (&'a str, Vec<u8>, Option<&'a str>, &'a str, CharsetOrigin);

fn page(meta: &str, text: &str) -> String {
    format!("<html><head>{meta}</head><body><p>{text}</p></body></html>")
}

fn encode(encoding: &'static Encoding, text: &str) -> Vec<u8> {
    let (bytes, _, lossy) = encoding.encode(text);
    assert!(!lossy, "{text}");
    bytes.into_owned()
}

fn utf16(text: &str, little: bool, bom: bool) -> Vec<u8> {
    bom.then_some(0xfeff)
        .into_iter()
        .chain(text.encode_utf16())
        .flat_map(|u: u16| {
            if little {
                u.to_le_bytes()
            } else {
                u.to_be_bytes()
            }
        })
        .collect()
}

#[test]
fn charset_and_origin() {
    use CharsetOrigin::{Bom, Contents, Declared, Hint};
    let late = format!(
        "<script>var meta = '<meta charset=utf-8>';{}</script><!-- <meta charset=big5> --><meta http-equiv='Content-Type' content='text/html; charset=gb2312'>",
        "x();".repeat(1300)
    );
    let gb = |meta: &str| encode(GBK, &page(meta, SIMPLIFIED));
    let big5 = |meta: &str| encode(BIG5, &page(meta, TRADITIONAL));
    let utf8 = |meta: &str| page(meta, SIMPLIFIED).into_bytes();
    let bom = |bytes: Vec<u8>| [b"\xef\xbb\xbf".to_vec(), bytes].concat();
    let table: Vec<Case> = vec![
        ("nothing", vec![], None, "UTF-8", Contents),
        ("ASCII", b"<p>ok</p>".to_vec(), None, "UTF-8", Contents),
        ("UTF-8", utf8(""), None, "UTF-8", Contents),
        ("UTF-8 hinted", utf8(""), Some("utf8"), "UTF-8", Hint),
        (
            "UTF-8 declared",
            utf8("<meta charset=\"utf-8\">"),
            None,
            "UTF-8",
            Declared,
        ),
        (
            "UTF-8 with BOM",
            bom(utf8("<meta charset=gbk>")),
            None,
            "UTF-8",
            Bom,
        ),
        (
            "UTF-8 with two BOMs",
            bom(bom(utf8(""))),
            Some("gbk"),
            "UTF-8",
            Bom,
        ),
        ("BOM that lies", bom(gb("")), None, "gb18030", Contents),
        (
            "UTF-8 called gb2312",
            utf8("<meta charset=gb2312>"),
            Some("gbk"),
            "UTF-8",
            Contents,
        ),
        (
            "UTF-8 called big5",
            utf8("<meta charset=big5>"),
            None,
            "UTF-8",
            Contents,
        ),
        ("GBK undeclared", gb(""), None, "gb18030", Contents),
        (
            "GBK called gb2312",
            gb("<meta charset=gb2312>"),
            None,
            "gb18030",
            Declared,
        ),
        (
            "GBK hinted",
            gb(""),
            Some("text/html; charset=\"GBK\""),
            "gb18030",
            Hint,
        ),
        (
            "GBK called utf-8",
            gb("<meta charset='utf-8'>"),
            Some("UTF-8"),
            "gb18030",
            Contents,
        ),
        (
            "GBK called big5",
            gb("<meta charset=big5>"),
            None,
            "gb18030",
            Contents,
        ),
        (
            "GBK called latin1",
            gb(""),
            Some("iso-8859-1"),
            "gb18030",
            Contents,
        ),
        ("GBK declared late", gb(&late), None, "gb18030", Declared),
        (
            "GBK in XML",
            [b"<?xml version='1.0' encoding='GB2312'?>".to_vec(), gb("")].concat(),
            None,
            "gb18030",
            Declared,
        ),
        (
            "quote in the wrong place",
            gb("<meta http-equiv=Content-Type content=\"text/html\"; charset=gb2312\">"),
            None,
            "gb18030",
            Declared,
        ),
        (
            "traditional in GBK",
            encode(GBK, &page("", TRADITIONAL)),
            None,
            "gb18030",
            Contents,
        ),
        (
            "traditional in GBK called big5",
            encode(GBK, &page("<meta charset=big5>", TRADITIONAL)),
            None,
            "gb18030",
            Contents,
        ),
        ("Big5 undeclared", big5(""), None, "Big5", Contents),
        (
            "Big5 declared",
            big5("<META CHARSET = BIG5-HKSCS>"),
            None,
            "Big5",
            Declared,
        ),
        (
            "Big5 called utf-8",
            big5("<meta charset=utf-8>"),
            None,
            "Big5",
            Contents,
        ),
        (
            "Big5 called gbk",
            big5("<meta charset=gbk>"),
            Some("gb2312"),
            "Big5",
            Contents,
        ),
        (
            "Korean",
            encode(
                EUC_KR,
                &page("<meta charset=euc-kr>", "공원이 오늘 문을 열었다"),
            ),
            None,
            "EUC-KR",
            Declared,
        ),
        (
            "UTF-16LE",
            utf16(&page("", SIMPLIFIED), true, false),
            None,
            "UTF-16LE",
            Contents,
        ),
        (
            "UTF-16BE",
            utf16(&page("", SIMPLIFIED), false, false),
            Some("utf-16be"),
            "UTF-16BE",
            Hint,
        ),
        (
            "UTF-16LE with BOM",
            utf16(&page("", SIMPLIFIED), true, true),
            Some("gbk"),
            "UTF-16LE",
            Bom,
        ),
        (
            "UTF-16BE with BOM",
            utf16(&page("", SIMPLIFIED), false, true),
            None,
            "UTF-16BE",
            Bom,
        ),
        (
            "UTF-16 in name only",
            utf8("<meta charset=utf-16>"),
            Some("utf-16"),
            "UTF-8",
            Declared,
        ),
        (
            "valid as UTF-8",
            encode(GBK, "<meta charset=gbk><p>谢谢</p>"),
            None,
            "gb18030",
            Declared,
        ),
        (
            "unknown label",
            gb(""),
            Some("x-nonsense"),
            "gb18030",
            Contents,
        ),
    ];
    for (name, bytes, hint, charset, origin) in table {
        let decoded = decode(&bytes, hint);
        assert_eq!(
            (decoded.charset, decoded.origin),
            (charset, origin),
            "{name}"
        );
        assert_eq!(decoded.replaced, 0, "{name}");
        assert!(!decoded.text.starts_with('\u{feff}'), "{name}");
        let known = [SIMPLIFIED, TRADITIONAL, "谢谢", "ok", "공원이"];
        assert!(
            bytes.is_empty() || known.iter().any(|k| decoded.text.contains(k)),
            "{name}: {}",
            decoded.text
        );
    }
}

#[test]
fn broken_bytes_do_not_change_the_charset() {
    let text = SIMPLIFIED.repeat(3);
    let cut = |mut bytes: Vec<u8>| {
        bytes.pop();
        bytes
    };
    let broken = |bytes: Vec<u8>| [&bytes[..60], b"\xff", &bytes[60..], b"\xff</p>"].concat();
    let mixed = {
        // A fragment in GBK pasted into a page in UTF-8.
        let mut bytes = page("", &text).into_bytes();
        bytes.extend(encode(GBK, "<div>友情链接</div>"));
        bytes
    };
    let table: Vec<(&str, Vec<u8>, &str, std::ops::RangeInclusive<usize>)> = vec![
        ("UTF-8 cut", cut(text.clone().into_bytes()), "UTF-8", 1..=1),
        ("UTF-8 cut, short", cut("<p>正文".into()), "UTF-8", 1..=1),
        ("GBK cut", cut(encode(GBK, &text)), "gb18030", 1..=1),
        (
            "Big5 cut",
            cut(encode(BIG5, &TRADITIONAL.repeat(3))),
            "Big5",
            1..=1,
        ),
        (
            "UTF-8 broken",
            broken(text.clone().into_bytes()),
            "UTF-8",
            2..=2,
        ),
        ("GBK broken", broken(encode(GBK, &text)), "gb18030", 2..=3),
        (
            "Big5 broken",
            broken(encode(BIG5, &TRADITIONAL.repeat(3))),
            "Big5",
            2..=3,
        ),
        ("GBK in UTF-8", mixed, "UTF-8", 1..=8),
        (
            "own marks",
            "旧的\u{fffd}乱码".as_bytes().to_vec(),
            "UTF-8",
            0..=0,
        ),
        (
            "UTF-16 of odd length",
            cut(utf16(&page("", &text), true, true)),
            "UTF-16LE",
            1..=1,
        ),
    ];
    for (name, bytes, charset, replaced) in table {
        let decoded = decode(&bytes, None);
        assert_eq!(decoded.charset, charset, "{name}");
        assert!(
            replaced.contains(&decoded.replaced),
            "{name}: {}",
            decoded.replaced
        );
    }
}

#[test]
fn characters_beyond_gb2312_and_big5() {
    let table: [(&[u8], &str, &str); 4] = [
        (b"\x80 \xa2\xe3", "gb2312", "€ €"),
        (b"\xa9O", "gb2312", "㎡"),
        (b"\x95\x34\xb2\x35", "gbk", "𠮷"),
        (b"\xd1\xfb\xba\xc3", "gb_2312-80", "邀好"),
    ];
    for (bytes, hint, text) in table {
        assert_eq!(decode(bytes, Some(hint)).text, text);
    }
    let cantonese = "<p>佢哋喺度食緊嘢，係咪好嘅？</p>";
    // The encoder leaves HKSCS out, as browsers do.
    let bytes = b"<p>\xca\x5c\x92]\x9d\xf6\xab\xd7\xad\xb9\xba\xf2\x9d\xcf\xa1A\xabY\xab}\xa6n\x9d\xef\xa1H</p>";
    for hint in [None, Some("big5")] {
        assert_eq!(decode(bytes, hint).text, cantonese);
    }
}

#[test]
fn nul_stays_and_utf8_is_borrowed() {
    let decoded = decode("正\0文".as_bytes(), None);
    assert_eq!(decoded.text, "正\0文");
    assert!(matches!(decoded.text, std::borrow::Cow::Borrowed(_)));
}

#[test]
fn any_bytes_are_text() {
    // A small generator of bytes that look like markup in every charset at once.
    let mut state = 7_u32;
    for round in 0..2000 {
        let bytes: Vec<u8> = (0..round % 97)
            .map(|_| {
                state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
                let byte = (state >> 24) as u8;
                *b"<meta charset=\"gbk'>-/!\0\x1b"
                    .get(usize::from(byte % 64))
                    .unwrap_or(&byte)
            })
            .collect();
        let bytes = [&b"<meta"[..], &bytes].concat();
        for hint in [
            None,
            Some("gbk"),
            Some("shift_jis"),
            Some("iso-2022-jp"),
            Some(""),
        ] {
            let decoded = decode(&bytes, hint);
            assert!(decoded.replaced <= bytes.len());
        }
    }
}
