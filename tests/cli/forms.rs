//! Every form of input: one line a record, with what came beside the page.

use base64::Engine;

use crate::make::*;

/// Titles of the pages of these numbers.
fn titles(numbers: impl IntoIterator<Item = usize>) -> Vec<String> {
    numbers.into_iter().map(title).collect()
}

#[test]
fn warc_with_all_its_records() {
    let folder = Folder::new();
    let http = "application/http; msgtype=response";
    let records = [
        record(
            90,
            "warcinfo",
            "application/warc-fields",
            b"software: x\r\n",
            None,
        ),
        record(
            91,
            "request",
            "application/http; msgtype=request",
            b"GET / HTTP/1.1\r\n\r\n",
            None,
        ),
        crawled(1),
        record(
            92,
            "metadata",
            "application/warc-fields",
            b"via: x\r\n",
            None,
        ),
        record(2, "resource", "text/html", page(2).as_bytes(), None),
        record(
            93,
            "revisit",
            http,
            b"HTTP/1.1 304 Not Modified\r\n\r\n",
            None,
        ),
        crawled(3),
    ];
    let members: Vec<u8> = records.iter().flat_map(|r| gzip(r)).collect();
    let zst = zstd::encode_all(&records.concat()[..], 1).unwrap();
    let line_feeds: Vec<u8> = [1, 2, 3]
        .into_iter()
        .flat_map(|n| {
            let record = record(n, "resource", "text/html", page(n).as_bytes(), None);
            String::from_utf8(record)
                .unwrap()
                .replace("\r\n", "\n")
                .into_bytes()
        })
        .collect();
    // As all records of CC-MAIN-2018-34 are: the length is two too few.
    let two_more: Vec<u8> = [1, 2, 3]
        .into_iter()
        .flat_map(|n| {
            let response = response(n);
            let length = Some(response.len() as u64 - 2);
            record(n, "response", "application/http", &response, length)
        })
        .collect();
    for (name, bytes) in [
        ("crawl.warc", &records.concat()),
        ("crawl.warc.gz", &members),
        ("one-member.warc.gz", &gzip(&records.concat())),
        ("crawl.warc.zst", &zst),
        ("lf.warc", &line_feeds),
        ("two-bytes-more.warc", &two_more),
    ] {
        let out = run(&["batch", &folder.file(name, bytes)]);
        assert_eq!(out.status.code(), Some(0), "{name}");
        assert_eq!(told(&out.stdout), titles(1..4), "{name}");
        // The same from standard input, whose name tells nothing.
        let out = fed(&["batch", "-"], bytes);
        assert_eq!(told(&out.stdout), titles(1..4), "{name}");
        let lines = json(&out.stdout);
        assert_eq!(lines[0]["id"], "urn:uuid:00000001");
        assert_eq!(lines[0]["url"], url(1));
        assert_eq!(lines[0]["kind"], "article");
        assert_eq!(lines[0]["schema"], 1);
        assert_eq!(lines[0]["article"]["metadata"]["canonical_url"], url(1));
        // 2小时前, from the time of saving.
        let time = &lines[2]["article"]["metadata"]["published"]["value"];
        assert_eq!(time, "2024-05-10T09:00:00+08:00", "{name}");
    }
}

#[test]
fn the_charset_of_the_http_header() {
    let folder = Folder::new();
    let (page, _, _) = encoding_rs::GBK
        .encode("<h1>城东公园开放</h1><p>城东公园今天上午正式向市民开放，园内步道同时启用。</p>");
    let body = [
        &b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=gbk\r\n\r\n"[..],
        &page,
    ]
    .concat();
    let warc = record(1, "response", "application/http", &body, None);
    let out = run(&["batch", &folder.file("gbk.warc", warc)]);
    assert_eq!(told(&out.stdout), ["城东公园开放"]);
}

#[test]
fn wet_is_text() {
    let folder = Folder::new();
    let text = "城东公园今起开放\n城东公园今天上午正式向市民开放，园内步道、湖区和儿童乐园同时启用，全天免费。\n";
    let wet = [
        record(
            90,
            "warcinfo",
            "application/warc-fields",
            b"software: x\r\n",
            None,
        ),
        record(1, "conversion", "text/plain", text.as_bytes(), None),
    ];
    let members: Vec<u8> = wet.iter().flat_map(|r| gzip(r)).collect();
    for (name, bytes) in [("a.wet", &wet.concat()), ("a.warc.wet.gz", &members)] {
        let out = run(&["batch", "--flat", &folder.file(name, bytes)]);
        let lines = json(&out.stdout);
        assert_eq!(lines.len(), 1, "{name}");
        assert_eq!(lines[0]["title"], "城东公园今起开放", "{name}");
        let body = lines[0]["text"].as_str().unwrap();
        assert!(body.contains("儿童乐园同时启用"), "{name}: {body}");
    }
}

#[test]
fn ndjson_in_every_packing() {
    let folder = Folder::new();
    let lines: String = (0..5).map(line).collect();
    let zst = zstd::encode_all(lines.as_bytes(), 1).unwrap();
    let blanks = lines.replace('\n', "\r\n\n");
    for (name, bytes) in [
        ("a.ndjson", lines.as_bytes()),
        ("a.jsonl", lines.as_bytes()),
        ("a.ndjson.gz", &gzip(lines.as_bytes())),
        ("a.jsonl.zst", &zst),
        ("blank.jsonl", blanks.as_bytes()),
        ("no-last-break.jsonl", lines.trim_end().as_bytes()),
    ] {
        let out = run(&["batch", &folder.file(name, bytes)]);
        assert_eq!(out.status.code(), Some(0), "{name}");
        assert_eq!(told(&out.stdout), titles(0..5), "{name}");
        let ids: Vec<_> = json(&out.stdout).iter().map(|l| l["id"].clone()).collect();
        assert_eq!(ids, ["r0", "r1", "r2", "r3", "r4"], "{name}");
        assert_eq!(
            told(&fed(&["batch", "-"], bytes).stdout),
            titles(0..5),
            "{name}"
        );
    }
}

#[test]
fn keys_of_ndjson() {
    let folder = Folder::new();
    // Bytes in base64, in GBK, the address one level down, no id.
    let (page, _, _) = encoding_rs::GBK.encode("<h1>城东公园开放</h1><p>3小时前</p><p>城东公园今天上午正式向市民开放，园内步道同时启用。</p>");
    let raw = base64::engine::general_purpose::STANDARD.encode(&page);
    let line = serde_json::json!({"raw": raw, "meta": {"u": url(7), "ct": "text/html; charset=gbk", "t": "2024-05-10T08:00:00+08:00"}});
    let path = folder.file("a.jsonl", line.to_string());
    let out = run(&[
        "batch",
        &path,
        "--base64-key",
        "raw",
        "--url-key",
        "meta.u",
        "--charset-key",
        "meta.ct",
        "--saved-key",
        "meta.t",
    ]);
    let lines = json(&out.stdout);
    assert_eq!(lines[0]["article"]["metadata"]["title"], "城东公园开放");
    assert_eq!(lines[0]["url"], url(7));
    assert_eq!(lines[0]["id"], format!("{path}:1"));
    let time = &lines[0]["article"]["metadata"]["published"]["value"];
    assert_eq!(time, "2024-05-10T05:00:00+08:00");
}

#[test]
fn folders_lists_and_single_pages() {
    let folder = Folder::new();
    folder.file("pages/b/2.html", page(2));
    folder.file("pages/b/2.url", url(2));
    folder.file("pages/a/1.shtml", page(1));
    folder.file("pages/a/style.css", "p {}");
    folder.file("pages/c.ndjson", line(3));
    folder.file("pages/.hidden.html", page(9));
    let pages = folder.at("pages");
    let out = run(&["batch", &pages]);
    assert_eq!(told(&out.stdout), titles([1, 2, 3]));
    let lines = json(&out.stdout);
    assert_eq!(lines[1]["id"], format!("{pages}/b/2.html"));
    assert_eq!(lines[1]["url"], url(2));

    let list = format!("{pages}/b/2.html\n{pages}/a/1.shtml\r\n\n{pages}/c.ndjson");
    let from = folder.file("list.txt", &list);
    assert_eq!(
        told(&run(&["batch", "--files-from", &from]).stdout),
        titles([2, 1, 3])
    );
    let out = fed(&["batch", "--files-from", "-"], list.as_bytes());
    assert_eq!(told(&out.stdout), titles([2, 1, 3]));
    let nulls = format!("{pages}/b/2.html\0{pages}/a\0");
    let out = fed(&["batch", "-0", "--files-from", "-"], nulls.as_bytes());
    assert_eq!(told(&out.stdout), titles([2, 1]));

    // Pages on standard input, whole, packed, or as told.
    assert_eq!(
        told(&fed(&["batch", "-"], page(4).as_bytes()).stdout),
        titles([4])
    );
    assert_eq!(
        told(&fed(&["batch", "-"], &gzip(page(4).as_bytes())).stdout),
        titles([4])
    );
    let out = fed(&["batch", "--input-format", "ndjson", "-"], b"no json\n");
    assert_eq!(told(&out.stdout), ["!not_json"]);
}

#[test]
#[cfg(target_os = "linux")]
fn names_that_are_no_utf8() {
    use std::ffi::OsStr;
    use std::os::unix::ffi::OsStrExt;
    let folder = Folder::new();
    for (n, name) in [(1, &b"\xb3\xc7.html"[..]), (2, b"\xb6\xab.html")] {
        std::fs::write(folder.path().join(OsStr::from_bytes(name)), page(n)).unwrap();
    }
    let out = run(&["batch", folder.path().to_str().unwrap()]);
    assert_eq!(told(&out.stdout), titles([1, 2]));
    let lines = json(&out.stdout);
    assert!(lines[0]["id"].as_str().unwrap().ends_with("/%B3%C7.html"));
    let path = [folder.path().as_os_str().as_bytes(), b"/\xb6\xab.html\n"].concat();
    let out = fed(&["batch", "--files-from", "-"], &path);
    assert_eq!(told(&out.stdout), titles([2]));
}

#[test]
fn ten_thousand_files() {
    let folder = Folder::new();
    for n in 0..10_000 {
        folder.file(
            &format!("{:02}/{n:05}.html", n % 100),
            format!("<h1>第{n}号</h1><p>城东公园开放。</p>"),
        );
    }
    let out = run(&["batch", "--fields", "id", folder.path().to_str().unwrap()]);
    assert_eq!(out.status.code(), Some(0));
    let lines = json(&out.stdout);
    assert_eq!(lines.len(), 10_000);
    let ids: Vec<&str> = lines.iter().map(|l| l["id"].as_str().unwrap()).collect();
    assert!(ids.is_sorted(), "in the order of names");
}

#[test]
fn read_prints_one_page() {
    let folder = Folder::new();
    let path = folder.file("1.html", page(1));
    let card = run(&["read", &path, "--now", "2024-05-10T08:00:00+08:00"]);
    let card = String::from_utf8(card.stdout).unwrap();
    assert!(
        card.contains(&title(1)) && card.contains("时间    2024-05-10 06:00"),
        "{card}"
    );
    let out = fed(&["read", "-", "--format", "json"], page(2).as_bytes());
    let article: zhengwen::Article = serde_json::from_slice(&out.stdout).unwrap();
    assert_eq!(article.metadata.title, Some(title(2)));
    let rule = folder.file("rule.toml", "name = \"橙橘网\"\nhosts = [\"news.chengju.example\"]\nevidence = \"reported\"\n[[template]]\ntitle = { text = \"规则的标题\" }\n");
    let args = [
        "read",
        &path,
        "--rule",
        &rule,
        "--url",
        &url(1),
        "--format",
        "markdown",
    ];
    let out = run(&args);
    assert!(out.stdout.starts_with("# 规则的标题".as_bytes()), "{out:?}");
    let out = run(&["read", &folder.at("none.html"), &path, "--format", "text"]);
    assert_eq!(out.status.code(), Some(1));
    assert!(String::from_utf8(out.stdout).unwrap().contains("儿童乐园"));
    assert!(
        String::from_utf8(out.stderr)
            .unwrap()
            .contains("没有这个文件")
    );
}

#[test]
fn read_writes_one_report_of_all_pages() {
    let folder = Folder::new();
    let (one, two) = (
        folder.file("1.html", page(1)),
        folder.file("2.html", page(2)),
    );
    let out = run(&[
        "read",
        "--format",
        "report",
        &one,
        &folder.at("none.html"),
        &two,
    ]);
    assert_eq!(out.status.code(), Some(1));
    let html = String::from_utf8(out.stdout).unwrap();
    assert!(html.starts_with("<!DOCTYPE html>") && html.trim_end().ends_with("</html>"));
    assert!(html.contains("sandbox=\"allow-same-origin\"") && html.contains("default-src 'none'"));
    for n in [1, 2] {
        assert!(html.contains(&title(n)));
    }
    // The data is one JSON value, and nothing in it ends its element.
    let data = html.split("type=\"application/json\"").nth(1).unwrap();
    let data = data
        .split_once('>')
        .unwrap()
        .1
        .split("</script>")
        .next()
        .unwrap();
    let data: serde_json::Value = serde_json::from_str(data).unwrap();
    assert_eq!(data["pages"].as_array().unwrap().len(), 2);
    assert!(
        String::from_utf8(out.stderr)
            .unwrap()
            .contains("没有这个文件")
    );
}
