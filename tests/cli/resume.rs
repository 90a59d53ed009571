//! A run that was killed and goes on: nothing is lost, nothing comes twice.

use std::time::Duration;

use crate::make::*;

/// Pages enough for a run of some tenths of a second; every seventh line is damaged.
fn inputs(folder: &Folder) -> Vec<String> {
    let lines: String = (0..400)
        .map(|n| {
            if n % 7 == 3 {
                "{\n".to_string()
            } else {
                line(n)
            }
        })
        .collect();
    let members: Vec<u8> = (400..700).flat_map(|n| gzip(&crawled(n))).collect();
    for n in 700..800 {
        folder.file(&format!("pages/{n}.html"), page(n));
    }
    vec![
        folder.file("a.jsonl", lines),
        folder.file("b.warc.gz", members),
        folder.at("pages"),
    ]
}

/// Kills runs until one comes to its end, and compares what they wrote together with what one run writes.
fn killed(extra: &[&str], sorted: bool) {
    let folder = Folder::new();
    let inputs = inputs(&folder);
    let args = |out: &str| {
        let mut args = vec!["batch".to_string()];
        args.extend(inputs.iter().cloned());
        args.extend(extra.iter().map(ToString::to_string));
        args.extend(["-q", "-j", "2", "-o", out].map(String::from));
        args
    };
    let run = |args: &[String]| {
        let args: Vec<&str> = args.iter().map(String::as_str).collect();
        zhengwen(&args)
    };
    let text = |path: &str| {
        let text = std::fs::read_to_string(path).unwrap();
        let mut lines: Vec<String> = text.lines().map(String::from).collect();
        if sorted {
            lines.sort_unstable();
        }
        (text.ends_with('\n') || text.is_empty(), lines)
    };
    let whole = folder.at("whole.ndjson");
    let started = std::time::Instant::now();
    assert_eq!(run(&args(&whole)).status().unwrap().code(), Some(1));
    let took = started.elapsed();

    let parts = folder.at("parts.ndjson");
    let resumed = [args(&parts), vec!["--resume".to_string()]].concat();
    let mut kills = 0;
    for i in 0..20 {
        let mut child = run(&resumed).spawn().unwrap();
        std::thread::sleep(took.mul_f64(0.04 + 0.02 * f64::from(i % 8)));
        kills += u32::from(child.try_wait().unwrap().is_none());
        child.kill().unwrap();
        child.wait().unwrap();
        // As if the kill had come in the middle of a line: what is left of the last one is a piece.
        if let Ok(bytes) = std::fs::read(&parts)
            && bytes.len() > 200
            && i % 2 == 0
        {
            std::fs::write(&parts, &bytes[..bytes.len() - 1 - 7 * i as usize]).unwrap();
        }
    }
    assert!(kills >= 3, "killed {kills} times");
    let mut child = run(&resumed).spawn().unwrap();
    std::thread::sleep(Duration::from_millis(1));
    assert!(matches!(child.wait().unwrap().code(), Some(0 | 1)));
    let (whole, parts) = (text(&whole), text(&parts));
    assert!(parts.0);
    assert_eq!(parts.1.len(), whole.1.len());
    assert!(parts.1 == whole.1, "the same lines");
}

#[test]
fn killed_twenty_times() {
    killed(&[], false);
}

#[test]
fn killed_twenty_times_in_any_order() {
    killed(&["--unordered", "--fields", "title,text"], true);
}

#[test]
fn killed_twenty_times_with_gaps() {
    killed(&["--only", "article", "--flat"], false);
}

#[test]
fn other_inputs_are_refused() {
    let folder = Folder::new();
    let a = folder.file("a.jsonl", line(1) + &line(2));
    let b = folder.file("b.jsonl", line(3) + &line(2));
    let out = folder.at("out.ndjson");
    assert_eq!(run(&["batch", &a, "-o", &out]).status.code(), Some(0));
    let before = std::fs::read(&out).unwrap();
    let refused = run(&["batch", &b, "-o", &out, "--resume"]);
    assert_eq!(refused.status.code(), Some(3));
    assert!(
        String::from_utf8(refused.stderr)
            .unwrap()
            .contains("不是同样的输入")
    );
    assert_eq!(std::fs::read(&out).unwrap(), before);
    // The same inputs and more: the rest is read.
    assert_eq!(
        run(&["batch", &a, &b, "-o", &out, "--resume"])
            .status
            .code(),
        Some(0)
    );
    assert_eq!(json(&std::fs::read(&out).unwrap()).len(), 4);
    assert_eq!(
        run(&["batch", &a, "-o", &out, "--overwrite"]).status.code(),
        Some(0)
    );
    assert_eq!(std::fs::read(&out).unwrap(), before);
}
