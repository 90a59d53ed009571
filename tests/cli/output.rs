//! What is written, where, and what happens when it cannot be.

use std::io::{BufRead, BufReader, Write};
use std::process::Stdio;

use crate::make::*;

#[test]
fn flat_lines_and_chosen_fields() {
    let folder = Folder::new();
    let path = folder.file("a.jsonl", line(1) + "{}\n");
    let lines = json(&run(&["batch", "--flat", &path]).stdout);
    let keys = |n: usize| {
        lines[n]
            .as_object()
            .unwrap()
            .keys()
            .cloned()
            .collect::<Vec<_>>()
    };
    assert_eq!(keys(0), keys(1), "all keys are always there");
    for value in lines.iter().flat_map(|l| l.as_object().unwrap().values()) {
        let plain = match value {
            serde_json::Value::Array(items) => items.iter().all(serde_json::Value::is_string),
            value => !value.is_object(),
        };
        assert!(plain, "{value}");
    }
    assert_eq!(lines[0]["title"], title(1));
    assert_eq!(lines[0]["source"], "橙橘网");
    assert!(lines[0]["markdown"].as_str().unwrap().contains("儿童乐园"));
    assert_eq!(lines[1]["error_kind"], "no_page");
    let out = run(&["batch", "--fields", "url,title", &path]);
    let text = String::from_utf8(out.stdout).unwrap();
    let expected = format!(
        "{{\"id\":\"r1\",\"url\":\"{}\",\"title\":\"{}\",\"error_kind\":null}}\n\
         {{\"id\":\"{path}:2\",\"url\":null,\"title\":null,\"error_kind\":\"no_page\"}}\n",
        url(1),
        title(1)
    );
    assert_eq!(text, expected);
}

#[test]
fn only_some_kinds() {
    let folder = Folder::new();
    let gone = "{\"id\": \"x\", \"html\": \"<title>404 页面不存在</title><h1>您访问的页面不存在或已删除</h1>\"}\n";
    let path = folder.file("a.jsonl", line(1) + gone + "{}\n" + &line(2));
    let kinds = |only: &str| {
        let out = run(&["batch", "--fields", "kind", "--only", only, &path]);
        json(&out.stdout)
            .iter()
            .map(|l| l["kind"].as_str().unwrap_or("error").to_string())
            .collect::<Vec<_>>()
    };
    assert_eq!(kinds("article"), ["article", "article"]);
    assert_eq!(kinds("missing,error"), ["missing", "error"]);
}

#[test]
fn misuse_is_named() {
    let folder = Folder::new();
    let path = folder.file("a.jsonl", line(1));
    // arguments | what is said
    for (args, said) in [
        (&["batch"][..], "输入"),
        (&["batch", &path, "--fields", "titel"], "titel"),
        (&["batch", &path, "--only", "artikel"], "artikel"),
        (&["batch", &path, "--format", "markdown"], "-o"),
        (&["batch", &path, "--rule", "none.toml"], "none.toml"),
        (&["batch", &path, "-o", &path], "--resume"),
        (&["batch", "--files-from", "none.txt"], "none.txt"),
        (&["read", &path, "--now", "昨天"], "昨天"),
        (&["write"], "没有 write 这个命令"),
        (&["batch", &path, "--bogus"], "没有 --bogus 这个选项"),
        (&["batch", &path, "--unorderd"], "是不是 --unordered"),
        (&["read", "--format"], "--format"),
        (&["read", &path, "--format", "pdf"], "没有 pdf 这种格式"),
    ] {
        let out = run(args);
        assert_eq!(out.status.code(), Some(2), "{args:?}");
        let err = String::from_utf8(out.stderr).unwrap();
        assert!(err.contains(said), "{args:?}: {err}");
        assert!(!err.contains("error:") && err.lines().count() <= 2, "{err}");
        assert!(out.stdout.is_empty(), "{args:?}");
    }
}

#[test]
fn help_is_in_chinese() {
    // command | what its help says
    for (command, said) in [
        (&["--help"][..], "用法：zhengwen <命令>"),
        (&["read", "--help"], "用法：zhengwen read [选项] <文件>..."),
        (
            &["batch", "--help"],
            "ndjson（一条输入一行 JSON）、markdown（",
        ),
        (&["batch", "-h"], "；默认 16777216"),
        (&["health", "--help"], "网址；默认 url"),
        (
            &["fixture", "--help"],
            "用法：zhengwen fixture [选项] <文件>",
        ),
        (&["schema", "--help"], "--flat"),
    ] {
        let out = run(command);
        assert_eq!(out.status.code(), Some(0), "{command:?}");
        let help = String::from_utf8(out.stdout).unwrap();
        assert!(help.contains(said), "{command:?}: {help}");
        for english in ["OPTIONS", "COMMAND", "default:", "values", "Usage"] {
            assert!(!help.contains(english), "{command:?}: {help}");
        }
        let options: Vec<usize> = help.match_indices("\n  -h").map(|at| at.0).collect();
        assert_eq!(options.len(), 1, "{command:?}: {help}");
    }
}

#[test]
fn order_is_kept_unless_told() {
    let folder = Folder::new();
    let lines: String = (0..300).map(line).collect();
    let path = folder.file("a.jsonl", &lines);
    let ids = |args: &[&str]| {
        let out = run(&[&["batch", "--fields", "id", &path, "-j", "8"][..], args].concat());
        json(&out.stdout)
            .iter()
            .map(|l| l["id"].as_str().unwrap()[1..].parse().unwrap())
            .collect::<Vec<usize>>()
    };
    assert_eq!(ids(&[]), (0..300).collect::<Vec<_>>());
    let mut unordered = ids(&["--unordered"]);
    unordered.sort_unstable();
    assert_eq!(unordered, (0..300).collect::<Vec<_>>());
}

#[test]
fn markdown_files() {
    let folder = Folder::new();
    let path = folder.file("a.jsonl", line(1) + "{}\n" + &line(2));
    let vault = folder.at("vault");
    let out = run(&["batch", &path, "--format", "markdown", "-o", &vault]);
    assert_eq!(out.status.code(), Some(1));
    let index = json(&std::fs::read(folder.at("vault/index.ndjson")).unwrap());
    assert_eq!(index.len(), 3);
    assert_eq!(index[1]["error"]["kind"], "no_page");
    let file = index[2]["file"].as_str().unwrap();
    assert_eq!(file, format!("000/0000002-{}.md", title(2)));
    let text = std::fs::read_to_string(folder.at(&format!("vault/{file}"))).unwrap();
    assert!(
        text.starts_with(&format!("---\ntitle: \"{}\"\n", title(2))),
        "{text}"
    );
    assert!(
        text.contains("\n---\n\n# ") && text.contains("儿童乐园"),
        "{text}"
    );
}

#[test]
#[cfg(target_os = "linux")]
fn a_full_disk() {
    let folder = Folder::new();
    let lines: String = (0..50).map(line).collect();
    let path = folder.file("a.jsonl", lines);
    let full = std::fs::OpenOptions::new()
        .write(true)
        .open("/dev/full")
        .unwrap();
    let out = zhengwen(&["batch", &path])
        .stdout(full)
        .stderr(Stdio::piped())
        .output()
        .unwrap();
    assert_eq!(out.status.code(), Some(3));
    assert!(String::from_utf8(out.stderr).unwrap().contains("写不进去"));
    let out = run(&["batch", &path, "-o", "/dev/full"]);
    assert_eq!(out.status.code(), Some(3));
    let full = std::fs::OpenOptions::new()
        .write(true)
        .open("/dev/full")
        .unwrap();
    let status = zhengwen(&["--help"]).stdout(full).status().unwrap();
    assert_eq!(status.code(), Some(3));
}

#[test]
fn a_reader_that_goes_away() {
    let folder = Folder::new();
    let lines: String = (0..2000).map(line).collect();
    let path = folder.file("a.jsonl", lines);
    let mut child = zhengwen(&["batch", &path])
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let mut first = String::new();
    let mut pipe = BufReader::new(child.stdout.take().unwrap());
    pipe.read_line(&mut first).unwrap();
    assert!(first.ends_with('\n'));
    drop(pipe);
    let out = child.wait_with_output().unwrap();
    assert_eq!(out.status.code(), Some(3));
    assert_eq!(String::from_utf8(out.stderr).unwrap(), "");
}

/// One line in, one line out, and only then the next: what an engine does that pipes one record at a time.
#[test]
fn lines_come_one_by_one() {
    let mut child = zhengwen(&["batch", "-", "-q"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    let mut input = child.stdin.take().unwrap();
    let mut output = BufReader::new(child.stdout.take().unwrap());
    for n in 0..20 {
        input.write_all(line(n).as_bytes()).unwrap();
        input.flush().unwrap();
        let mut answer = String::new();
        output.read_line(&mut answer).unwrap();
        assert_eq!(told(answer.as_bytes()), [title(n)]);
    }
    drop(input);
    assert_eq!(child.wait().unwrap().code(), Some(0));
}

#[test]
#[cfg(unix)]
fn ctrl_c_finishes_the_lines_begun() {
    // Input that never ends, and one that never comes.
    for feed in [true, false] {
        let mut child = zhengwen(&["batch", "-"])
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        let mut input = child.stdin.take().unwrap();
        let feeder = std::thread::spawn(move || {
            let mut n = 0;
            while input.write_all(line(n).as_bytes()).is_ok() {
                n += 1;
                if !feed && n == 3 {
                    std::thread::sleep(std::time::Duration::from_secs(20));
                }
            }
        });
        let mut output = BufReader::new(child.stdout.take().unwrap());
        let mut text = String::new();
        for _ in 0..3 {
            output.read_line(&mut text).unwrap();
        }
        let killed = std::process::Command::new("kill")
            .args(["-INT", &child.id().to_string()])
            .status()
            .unwrap();
        assert!(killed.success());
        std::io::Read::read_to_string(&mut output, &mut text).unwrap();
        let status = child.wait().unwrap();
        assert_eq!(status.code(), Some(130), "fed: {feed}");
        assert!(text.ends_with('\n'));
        let expected: Vec<String> = (0..text.lines().count()).map(title).collect();
        assert_eq!(told(text.as_bytes()), expected);
        if feed {
            feeder.join().unwrap();
        }
    }
}
