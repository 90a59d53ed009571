//! Whatever a file turns out to be: each input is a page of some kind, or an error that names what it is. All inputs are made here.

use std::io::Write;

use encoding_rs::{BIG5, GBK};
use zhengwen::{Article, ErrorKind, LooksLike, PageKind, Parser, decode};

const TEXT: &str = "城东公园今天上午正式向市民开放，园内步道、湖区和儿童乐园同时启用，全天免费。市民张三说：“这里的湖水很清。”\
                    记者李四从园林局获悉，二期工程明年动工，届时将新建一座图书馆和两处停车场。";

fn page(text: &str) -> String {
    format!(
        "<!DOCTYPE html><html><head><title>城东公园今起开放</title></head><body><h1>城东公园今起开放</h1>\
         <p>2024-05-10 06:58　来源：橙橘网</p><div><p>{text}</p><p>{text}</p></div></body></html>"
    )
}

/// Bytes as compression leaves them: no two alike for long.
fn noise(n: usize) -> Vec<u8> {
    let mut state = 0x2545_f491_4f6c_dd1d_u64;
    (0..n)
        .map(|_| {
            state ^= state >> 12;
            state ^= state << 25;
            state ^= state >> 27;
            (state.wrapping_mul(0x2545_f491_4f6c_dd1d) >> 56) as u8
        })
        .collect()
}

fn after(magic: &[u8], n: usize) -> Vec<u8> {
    [magic, &[0, 1, 0, 2], &noise(n)].concat()
}

fn gzip(bytes: &[u8]) -> Vec<u8> {
    let mut out = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::best());
    out.write_all(bytes).unwrap();
    out.finish().unwrap()
}

/// A ZIP archive's first entry, not compressed.
fn zip(name: &str, content: &str) -> Vec<u8> {
    let mut out = b"PK\x03\x04\x14\0\0\0\0\0\0\0\0\0\0\0\0\0".to_vec();
    for n in [content.len() as u32, content.len() as u32] {
        out.extend(n.to_le_bytes());
    }
    out.extend((name.len() as u16).to_le_bytes());
    out.extend([0, 0]);
    out.extend(name.bytes());
    out.extend(content.bytes());
    out.extend(noise(300));
    out
}

fn utf16(text: &str, little: bool) -> Vec<u8> {
    let bytes = |u: u16| {
        if little {
            u.to_le_bytes()
        } else {
            u.to_be_bytes()
        }
    };
    text.encode_utf16().flat_map(bytes).collect()
}

fn utf32(text: &str) -> Vec<u8> {
    text.chars()
        .flat_map(|c| u32::from(c).to_le_bytes())
        .collect()
}

/// GB 2312 in seven bits, between escapes.
fn seven_bit(text: &str, open: &[u8], close: &[u8]) -> Vec<u8> {
    let gb = GBK.encode(text).0.into_owned();
    let inner: Vec<u8> = gb.iter().map(|b| b & 0x7f).collect();
    [open, &inner, close].concat()
}

#[test]
fn what_holds_no_page_is_named() {
    use LooksLike::*;
    let mhtml = format!(
        "From: <Saved by Blink>\r\nSubject: x\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n\ttype=\"text/html\";\r\n\
         \tboundary=\"b\"\r\n\r\n--b\r\nContent-Type: text/html\r\n\r\n{}\r\n--b--\r\n",
        page(TEXT)
    );
    let mail = format!(
        "Return-Path: <a@chengju.example>\nMIME-Version: 1.0\nContent-Type: text/plain; charset=utf-8\n\n{TEXT}\n"
    );
    let warc = format!(
        "WARC/1.0\r\nWARC-Type: response\r\nContent-Length: 9999\r\n\r\nHTTP/1.1 200 OK\r\n\r\n{}",
        page(TEXT)
    );
    let wet = format!("WARC/1.0\r\nWARC-Type: conversion\r\nContent-Length: 9999\r\n\r\n{TEXT}");
    let rss = format!(
        "<?xml version=\"1.0\"?>\n<!-- 橙橘网 --><rss version=\"2.0\"><channel><item><description>&lt;p&gt;{TEXT}</description></item></channel></rss>"
    );
    let rdf = format!(
        "<rdf:RDF xmlns:rdf='x'><item><description><![CDATA[<p>{TEXT}</p>]]></description></item></rdf:RDF>"
    );
    let atom = format!(
        "\u{feff}<?xml version='1.0'?><feed xmlns='http://www.w3.org/2005/Atom'><entry><content>{TEXT}</content></entry></feed>"
    );
    let sitemap = "<?xml version='1.0'?><urlset><url><loc>https://chengju.example/1.html</loc></url></urlset>";
    let json = format!("{{\"title\": \"城东公园\", \"content\": \"<p>{TEXT}</p>\"}}");
    let answers = format!("[{json},\n{json}]");
    let jsonl = format!("{json}\n{json}\n");
    let csv = "标题,时间,来源\n城东公园开放,2024-05-10,橙橘网\n\"城西公园，明年动工\",2024-05-11,橙橘网\n城北绿道,2024-05-12,橙橘网\n";
    let tsv = csv.replace(',', "\t");
    let texts = format!(
        "标题,正文\n{}",
        format!("城东公园开放,\"{TEXT}\"\n").repeat(5)
    );
    let python = "#!/usr/bin/env python3\nimport os\n# 城东公园\nfor name in os.listdir('.'):\n    print(name)\n";
    let rust = "//! 城东公园\nuse std::fs;\n\nfn main() {\n    let text = fs::read_to_string(\"a\").unwrap();\n    println!(\"{text}\");\n}\n";
    let css = "body {\n  margin: 0;\n  color: #333;\n}\n.news a {\n  text-decoration: none;\n}\n";
    let script = "!function(e,t){\"use strict\";var n=[],r=e.document;function i(e){return e&&e.length;}n.push(r);t.x=i;}(window,{});".repeat(3);
    let tar = {
        let mut head = vec![0; 512];
        head[..9].copy_from_slice(b"page.html");
        head[257..262].copy_from_slice(b"ustar");
        [head, page(TEXT).into_bytes()].concat()
    };
    let table: Vec<(&str, Vec<u8>, LooksLike)> = vec![
        ("gzip", gzip(page(TEXT).as_bytes()), Gzip),
        ("gzip, cut", gzip(page(TEXT).as_bytes())[..40].to_vec(), Gzip),
        ("zstd", after(b"\x28\xb5\x2f\xfd", 400), Compressed),
        ("bzip2", after(b"BZh91AY&SY", 400), Compressed),
        ("xz", after(b"\xfd7zXZ\0", 400), Compressed),
        ("zip", zip("page.html", "x"), Zip),
        ("docx", zip("word/document.xml", "<w:document/>"), Document),
        ("epub", zip("mimetype", "application/epub+zip"), Epub),
        ("tar", tar, Archive),
        ("7z", after(b"7z\xbc\xaf\x27\x1c", 400), Archive),
        ("rar", after(b"Rar!\x1a\x07\x01\0", 400), Archive),
        ("pdf", [&b"%PDF-1.4\n%\xe2\xe3\xcf\xd3\n1 0 obj\n<< /Type /Catalog >>\n"[..], &noise(900)].concat(), Pdf),
        ("doc", after(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", 400), Document),
        ("rtf", b"{\\rtf1\\ansi\\ansicpg936 \\'b3\\'c7\\'b6\\'ab}".to_vec(), Document),
        ("postscript", b"%!PS-Adobe-3.0\n/Times 12 selectfont\nshowpage\n".to_vec(), Document),
        ("jpeg", after(b"\xff\xd8\xff\xe0\0\x10JFIF\0", 900), Image),
        ("png", after(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", 900), Image),
        ("gif", after(b"GIF89a\x01\0\x01\0", 90), Image),
        ("webp", after(b"RIFF\x24\0\0\0WEBPVP8 ", 90), Image),
        ("bmp", after(b"BM\x36\0\0\0\0\0\0\0\x36\0\0\0", 90), Image),
        ("svg", b"<svg xmlns='http://www.w3.org/2000/svg'><path d='M0 0h9v9z'/></svg>".to_vec(), Image),
        ("mp4", after(b"\0\0\0\x18ftypmp42\0\0\0\0", 900), Video),
        ("webm", after(b"\x1a\x45\xdf\xa3\x9f\x42\x86\x81\x01\x42\xf7\x81\x01\x42\xf2\x81\x04\x42\xf3\x81\x08\x42\x82\x84webm", 90), Video),
        ("mp3", after(b"ID3\x04\0\0\0\0\0\x17", 900), Audio),
        ("woff", after(b"wOFF\0\x01\0\0", 900), Font),
        ("ttf", after(b"\0\x01\0\0\0\x0c\0\x80", 900), Font),
        ("elf", after(b"\x7fELF\x02\x01\x01\0", 9000), Executable),
        ("exe", after(b"MZ\x90\0\x03\0\0\0", 9000), Executable),
        ("class", after(b"\xca\xfe\xba\xbe\0\0\0\x34", 900), Executable),
        ("sqlite", after(b"SQLite format 3\0\x10\0", 900), Database),
        ("mhtml", mhtml.into_bytes(), Mhtml),
        ("mail", mail.into_bytes(), Mhtml),
        ("warc", warc.into_bytes(), Warc),
        ("wet", wet.into_bytes(), Warc),
        ("rss", rss.into_bytes(), Feed),
        ("rss 1.0", rdf.into_bytes(), Feed),
        ("atom", atom.clone().into_bytes(), Feed),
        ("sitemap", sitemap.into(), Xml),
        ("sitemap without a declaration", sitemap[21..].into(), Xml),
        ("atom with entities", atom.replace("<feed", "<!DOCTYPE feed [<!ENTITY a \"b\">]><feed").into_bytes(), Feed),
        ("json", json.clone().into_bytes(), Json),
        ("json, cut", json.as_bytes()[..60].to_vec(), Json),
        ("json in GBK", GBK.encode(&json).0.into_owned(), Json),
        ("a list of answers", answers.into_bytes(), Json),
        ("json lines", jsonl.into_bytes(), Json),
        ("jsonp", format!("callback_1({json});").into_bytes(), Json),
        ("csv", csv.into(), Csv),
        ("csv in GBK", GBK.encode(csv).0.into_owned(), Csv),
        ("tsv", tsv.into_bytes(), Csv),
        ("csv of texts", texts.clone().into_bytes(), Csv),
        ("csv of texts in lines", texts.replace('，', "，\n").into_bytes(), Csv),
        ("python", python.into(), SourceCode),
        ("php", b"<?php\n$a = 1;\necho $a;\n?>\n".to_vec(), SourceCode),
        ("rust", rust.into(), SourceCode),
        ("css", css.into(), SourceCode),
        ("script", script.into_bytes(), SourceCode),
        ("utf-32 with a mark", [&[0xff, 0xfe, 0, 0][..], &utf32(&page(TEXT))].concat(), OtherCharset),
        ("utf-32", utf32("<html><body><p>Chengdong"), OtherCharset),
        ("HZ", seven_bit(TEXT, b"News:\n~{", b"~}\n"), OtherCharset),
        ("ISO-2022-CN", seven_bit(TEXT, b"\x1b$)A\x0e", b"\x0f\n"), OtherCharset),
        ("noise", noise(5000), Binary),
        ("NULs", vec![0; 5000], Binary),
    ];
    assert!(table.len() >= 40);
    for (name, bytes, looks_like) in table {
        let error = Article::parse_bytes(&bytes).map(|a| a.kind);
        let error = error.expect_err(name);
        assert!(
            matches!(error.kind(), ErrorKind::NotHtml { looks_like: l, .. } if *l == looks_like),
            "{name}: {error}"
        );
        assert!(
            error.to_string().matches(": ").count() == 2,
            "says what to do: {error}"
        );
    }
    for (looks_like, advice) in [
        (gzip(b"<p>"), "not HTML: this is gzip: unpack it first"),
        (b"<rss>".to_vec(), "Body::parse"),
        (b"{\"a\": 1}".to_vec(), "Body::parse"),
    ] {
        let error = Article::parse_bytes(&looks_like).unwrap_err().to_string();
        assert!(error.contains(advice), "{error}");
    }
}

#[test]
fn what_cannot_be_read_is_no_article() {
    let text = page(TEXT);
    let gbk = GBK.encode(&text).0.into_owned();
    let as_gbk = |text: &str| {
        GBK.decode_without_bom_handling(text.as_bytes())
            .0
            .into_owned()
    };
    let latin = |bytes: &[u8]| {
        encoding_rs::WINDOWS_1252
            .decode_without_bom_handling(bytes)
            .0
            .into_owned()
    };
    let private: String = TEXT
        .chars()
        .map(|c| if c > '\u{4e00}' { '\u{e123}' } else { c })
        .collect();
    let control = page(&TEXT.replace('城', "\u{1}\u{2}").replace('，', "\u{7f}"));
    let table = [
        ("UTF-8 read as GBK", page(&as_gbk(TEXT)), PageKind::Other),
        (
            "GBK read as UTF-8",
            page(&String::from_utf8_lossy(&GBK.encode(TEXT).0)),
            PageKind::Other,
        ),
        (
            "UTF-8 read as Latin-1",
            page(&latin(TEXT.as_bytes())),
            PageKind::Other,
        ),
        (
            "GBK read as Latin-1",
            page(&latin(&GBK.encode(TEXT).0)),
            PageKind::Other,
        ),
        (
            "GBK read as Big5",
            page(&BIG5.decode_without_bom_handling(&GBK.encode(TEXT).0).0),
            PageKind::Other,
        ),
        ("private use", page(&private), PageKind::Other),
        (
            "no sentence",
            "<title>—</title><p>2024-05-10 06:58</p><p>1 2 3 4 5</p>".into(),
            PageKind::Other,
        ),
        (
            "only marks",
            format!("<p>{}</p>", "，。！".repeat(200)),
            PageKind::Other,
        ),
        ("some control characters", control, PageKind::Article),
        ("a page", text.clone(), PageKind::Article),
    ];
    for (name, html, kind) in table {
        let article = Article::parse(&html).unwrap();
        assert_eq!(article.kind, kind, "{name}: {}", article.body.text());
        assert_eq!(
            article.article_only().is_ok(),
            kind == PageKind::Article,
            "{name}"
        );
    }
    // Read with the charset it is in, it is one.
    assert_eq!(Article::parse_bytes(&gbk).unwrap().kind, PageKind::Article);
}

#[test]
fn charsets_get_an_honest_answer() {
    let html = page(TEXT);
    let lines = format!("城东公园今起开放\n{TEXT}\n{TEXT}\n二期工程一年后动工。\n");
    // Text with next to no ASCII, and more of 一 (U+4E00) than of that.
    let chinese = format!("{}\n", "一座图书馆、一处停车场和一条步道。".repeat(40));
    // bytes | charset, what it says, whether something was lost
    let table: Vec<(&str, Vec<u8>, &str, &str, bool)> = vec![
        ("UTF-16LE page", utf16(&html, true), "UTF-16LE", TEXT, false),
        (
            "UTF-16BE page",
            utf16(&html, false),
            "UTF-16BE",
            TEXT,
            false,
        ),
        (
            "UTF-16LE lines",
            utf16(&lines, true),
            "UTF-16LE",
            TEXT,
            false,
        ),
        (
            "UTF-16BE lines",
            utf16(&lines, false),
            "UTF-16BE",
            TEXT,
            false,
        ),
        (
            "UTF-16LE Chinese",
            utf16(&chinese, true),
            "UTF-16LE",
            "一条步道",
            false,
        ),
        (
            "UTF-16BE Chinese",
            utf16(&chinese, false),
            "UTF-16BE",
            "一条步道",
            false,
        ),
        (
            "late ASCII",
            utf16(&format!("{}{html}", "城东公园。".repeat(900)), true),
            "UTF-16LE",
            TEXT,
            false,
        ),
        (
            "GBK lines",
            GBK.encode(&lines).0.into_owned(),
            "gb18030",
            TEXT,
            false,
        ),
        (
            "a NUL in UTF-8",
            html.replace("免费", "免\0费").into_bytes(),
            "UTF-8",
            "图书馆",
            false,
        ),
        (
            "a BOM in the middle",
            html.replace("<div>", "\u{feff}<div>").into_bytes(),
            "UTF-8",
            TEXT,
            false,
        ),
        (
            "GBK after UTF-8",
            [html.as_bytes(), &GBK.encode("<div>友情链接</div>").0].concat(),
            "UTF-8",
            TEXT,
            true,
        ),
        (
            "UTF-8 after GBK",
            [&GBK.encode(&html).0, "<div>友情链接：橙橘</div>".as_bytes()].concat(),
            "gb18030",
            TEXT,
            true,
        ),
    ];
    for (name, bytes, charset, says, lost) in table {
        let decoded = decode(&bytes, None);
        assert_eq!(decoded.charset, charset, "{name}");
        assert!(decoded.text.contains(says), "{name}");
        assert_eq!(decoded.replaced > 0, lost, "{name}: {}", decoded.replaced);
        let (article, trace) = Parser::new()
            .parse_bytes_traced(&bytes)
            .unwrap_or_else(|e| panic!("{name}: {e}"));
        assert_eq!(trace.charset, Some(charset), "{name}");
        assert!(!article.body.text().contains('\u{feff}'), "{name}");
    }
}

#[test]
fn pages_that_look_like_something_else_are_read() {
    let html = page(TEXT);
    let table = [
        ("letters of a magic number", format!("BM{html}")),
        (
            "a bit of JSON before it",
            format!("{{\"code\": 0}}\n{html}"),
        ),
        (
            "an XML declaration",
            format!("<?xml version='1.0' encoding='utf-8'?>\n{html}"),
        ),
        (
            "a PHP notice before it",
            format!("Notice: Undefined index: a in /x.php on line 3\n{html}"),
        ),
        (
            "a page for telephones",
            format!(
                "<?xml version='1.0'?><!DOCTYPE wml><wml><card title='城东公园'><p>{TEXT}</p></card></wml>"
            ),
        ),
        (
            "HTTP headers before it",
            format!("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n{html}"),
        ),
        (
            "a script's worth of code in it",
            html.replace(
                "<div>",
                "<script>var a = 1;\nvar b = {};\nif (a) { b.c = a; }\n</script><div>",
            ),
        ),
    ];
    for (name, html) in table {
        for bytes in [html.clone().into_bytes(), GBK.encode(&html).0.into_owned()] {
            let article = Article::parse_bytes(&bytes).unwrap_or_else(|e| panic!("{name}: {e}"));
            assert!(article.body.text().contains("全天免费"), "{name}");
        }
    }
}
