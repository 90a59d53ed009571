//! Damaged inputs: one error line with place and cause, and the records after it as if nothing had been.

use crate::make::*;

/// What comes of three records of which the second is damaged.
const SECOND_LOST: [&str; 3] = ["城东公园第1期开放", "!warc", "城东公园第3期开放"];

fn warc(second: &[u8]) -> Vec<u8> {
    [&crawled(1)[..], second, &crawled(3)].concat()
}

#[test]
fn records_that_lie() {
    let folder = Folder::new();
    let http = "application/http";
    let lie = |length| record(2, "response", http, &response(2), Some(length));
    let whole = crawled(2);
    let text = String::from_utf8(whole.clone()).unwrap();
    // what | the second record
    let cases = [
        ("too short", lie(100)),
        ("too short by one", lie(response(2).len() as u64 - 1)),
        ("into the next record", lie(response(2).len() as u64 + 50)),
        ("over the next record", lie(response(2).len() as u64 + 900)),
        ("beyond the file", lie(1 << 20)),
        ("beyond all files", lie(u64::MAX)),
        (
            "no number",
            text.replace("Content-Length: ", "Content-Length: x")
                .into_bytes(),
        ),
        (
            "no length",
            text.replace("Content-Length", "Content-Lengths")
                .into_bytes(),
        ),
        (
            "no type",
            text.replace("WARC-Type", "WARC-Typ").into_bytes(),
        ),
        ("junk", "城东公园\r\n".repeat(30).into_bytes()),
        (
            "junk without a line break",
            "城东公园".repeat(30).into_bytes(),
        ),
        (
            "a head without end",
            "WARC/1.0\r\nWARC-Type: response\r\n".as_bytes().to_vec(),
        ),
        (
            "a long head",
            format!("WARC/1.0\r\nX: {}\r\n\r\n", "x".repeat(100_000)).into_bytes(),
        ),
    ];
    for (what, second) in cases {
        let bytes = warc(&second);
        let path = folder.file("a.warc", &bytes);
        let out = run(&["batch", &path]);
        assert_eq!(told(&out.stdout), SECOND_LOST, "{what}");
        assert_eq!(out.status.code(), Some(1), "{what}");
        let error = &json(&out.stdout)[1]["error"];
        let place = format!("{path}@{}", crawled(1).len());
        assert_eq!(error["place"], place, "{what}: {error}");
        assert!(
            error["message"].as_str().unwrap().contains("WARC"),
            "{what}: {error}"
        );
        // The same packed, where every record is a member of its own.
        let packed = [crawled(1), second, crawled(3)].map(|r| gzip(&r)).concat();
        let out = run(&["batch", &folder.file("a.warc.gz", packed)]);
        assert_eq!(told(&out.stdout), SECOND_LOST, "{what}, packed");
    }
}

#[test]
fn a_warc_cut_anywhere() {
    let folder = Folder::new();
    let second = crawled(2);
    let first = crawled(1);
    for cut in (1..second.len() - 4).step_by(7) {
        let bytes = [&first[..], &second[..cut]].concat();
        let out = run(&["batch", &folder.file("a.warc", bytes)]);
        assert_eq!(
            told(&out.stdout),
            ["城东公园第1期开放", "!warc"],
            "at {cut}"
        );
        assert_eq!(out.status.code(), Some(1));
    }
}

#[test]
fn gzip_members_damaged_or_cut() {
    let folder = Folder::new();
    let [a, b, c] = [1, 2, 3].map(|n| gzip(&crawled(n)));
    let lost = ["城东公园第1期开放", "!gzip", "城东公园第3期开放"];
    let mut flipped = b.clone();
    flipped[b.len() / 2] ^= 0x40;
    let mut crc = b.clone();
    crc[b.len() - 6] ^= 1;
    for (what, second) in [
        ("a bit turned over", &flipped[..]),
        ("a wrong checksum", &crc),
        ("cut", &b[..b.len() / 2]),
        ("no gzip", "城东公园".repeat(40).as_bytes()),
    ] {
        let bytes = [&a[..], second, &c].concat();
        let path = folder.file("a.warc.gz", &bytes);
        let out = run(&["batch", &path]);
        assert_eq!(told(&out.stdout), lost, "{what}");
        let line = &json(&out.stdout)[1];
        assert_eq!(
            line["error"]["place"],
            format!("{path}@{}", a.len()),
            "{what}"
        );
        assert_eq!(
            told(&fed(&["batch", "-"], &bytes).stdout),
            lost,
            "{what}, piped"
        );
    }
    // What is known of the damaged record is told.
    let path = folder.file("a.warc.gz", [&a[..], &crc, &c].concat());
    assert_eq!(json(&run(&["batch", &path]).stdout)[1]["url"], url(2));
    let path = folder.file("cut.warc.gz", [&a[..], &b[..b.len() - 20]].concat());
    assert_eq!(told(&run(&["batch", &path]).stdout), lost[..2]);
}

#[test]
fn lines_that_are_no_json() {
    let folder = Folder::new();
    let long = format!("{{\"html\": \"{}\"}}\n", "城".repeat(1 << 20));
    let text = [
        line(1),
        "{\"html\": \"城东\n".into(),
        "[]\n".into(),
        "{\"url\": \"https://x.example/\"}\n".into(),
        long,
        "{\"html\": \"  \"}\n".into(),
        "\u{0}\u{1}\n".into(),
        line(2),
    ]
    .concat();
    let path = folder.file("a.jsonl", &text);
    let out = run(&["batch", &path, "--max-bytes", "4096"]);
    let expected = [
        "城东公园第1期开放",
        "!not_json",
        "!not_json",
        "!no_page",
        "!limit",
        "!empty",
        "!not_json",
        "城东公园第2期开放",
    ];
    assert_eq!(told(&out.stdout), expected);
    assert_eq!(out.status.code(), Some(1));
    let lines = json(&out.stdout);
    assert_eq!(lines[1]["error"]["place"], format!("{path}:2"));
    assert_eq!(lines[3]["url"], "https://x.example/");
    // A packed file that is cut: the lines before it, and one error.
    let packed = gzip(text.as_bytes());
    let out = run(&[
        "batch",
        &folder.file("cut.jsonl.gz", &packed[..packed.len() - 9]),
    ]);
    assert_eq!(told(&out.stdout).last().unwrap(), "!gzip");
    let packed = zstd::encode_all(text.as_bytes(), 1).unwrap();
    let out = run(&[
        "batch",
        &folder.file("cut.jsonl.zst", &packed[..packed.len() - 9]),
    ]);
    assert_eq!(told(&out.stdout).last().unwrap(), "!zstd");
}

#[test]
fn what_is_too_large_or_no_page() {
    let folder = Folder::new();
    let large = [
        b"HTTP/1.1 200 OK\r\n\r\n".as_slice(),
        "<p>城东".repeat(5000).as_bytes(),
    ]
    .concat();
    let picture = b"HTTP/1.1 200 OK\r\nContent-Type: image/png\r\n\r\n\x89PNG\r\n\x1a\n0000";
    let http = "application/http";
    let bytes = [
        crawled(1),
        record(2, "response", http, &large, None),
        record(3, "response", http, picture, None),
        record(
            4,
            "response",
            http,
            b"HTTP/1.1 301 Moved\r\nLocation: /\r\n\r\n",
            None,
        ),
        crawled(5),
    ]
    .concat();
    let out = run(&[
        "batch",
        &folder.file("a.warc", bytes),
        "--max-bytes",
        "4096",
    ]);
    let expected = [
        "城东公园第1期开放",
        "!limit",
        "!not_html",
        "!empty",
        "城东公园第5期开放",
    ];
    assert_eq!(told(&out.stdout), expected);
    let path = folder.file("large.html", "<p>城东".repeat(5000));
    let out = run(&[
        "batch",
        &path,
        &folder.at("none.warc"),
        "--max-bytes",
        "4096",
    ]);
    assert_eq!(told(&out.stdout), ["!limit", "!io"]);
    assert_eq!(out.status.code(), Some(1));
    #[cfg(target_os = "linux")]
    {
        let out = run(&[
            "batch",
            "/dev/zero",
            "--input-format",
            "page",
            "--max-bytes",
            "4096",
        ]);
        assert_eq!(told(&out.stdout), ["!limit"]);
    }
}
