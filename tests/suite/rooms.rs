//! The rooms of `src/`: who may import whom. Reads `use` lines, `super::` and inline `crate::` paths; fails on an import that points
//! upward or on a circle of files, and says which room to ask instead. Test modules are not looked at.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

/// The rooms from top to bottom: what a room holds, and the rooms below that it may ask. `CONTRIBUTING.md` has the same map.
const ROOMS: &[(&str, &[&str])] = &[
    (
        "parser",
        &[
            "field", "content", "rule", "page", "grammar", "decode", "trace", "seal", "body",
            "article", "error", "input", "limits", "reason", "text",
        ],
    ),
    (
        "field",
        &[
            "content", "rule", "page", "grammar", "trace", "body", "article", "error", "limits",
            "reason", "text",
        ],
    ),
    (
        "content",
        &[
            "rule", "page", "grammar", "trace", "body", "article", "error", "limits", "reason",
            "text",
        ],
    ),
    (
        "rule",
        &[
            "sites", "page", "grammar", "trace", "article", "error", "limits", "reason", "text",
        ],
    ),
    ("sites", &[]),
    ("page", &["error", "limits", "text"]),
    ("coverage", &["trace", "body", "article", "reason"]),
    ("fingerprint", &["grammar", "body", "article"]),
    ("grammar", &["article", "reason", "text"]),
    ("join", &["body", "article"]),
    ("named", &["decode", "error", "article", "reason"]),
    ("render", &["article", "body"]),
    ("decode", &["error", "limits"]),
    ("seal", &["body", "article", "text"]),
    ("trace", &["article", "reason"]),
    ("error", &["article"]),
    ("input", &[]),
    ("limits", &[]),
    ("article", &["body"]),
    ("body", &[]),
    ("reason", &[]),
    ("text", &[]),
];

/// Where a thing that an upper room has is to be had instead.
const ASK: &[(&str, &str)] = &[
    (
        "field",
        "what a text says is asked of `grammar`, where labelled values stand of `content`",
    ),
    (
        "content",
        "a rule finds elements by `page`; what a text says is asked of `grammar`",
    ),
    ("rule", "what rules found is handed down by the caller"),
    ("page", "a grammar reads `&str`: hand it the text"),
    (
        "grammar",
        "`page` reads structure only; what a text says is judged above it",
    ),
    ("parser", "options are handed down by the parser"),
    ("render", "the text of inlines is `body::plain`"),
    ("trace", "what was found is recorded above: return it"),
];

/// One file of `src/`: its module path and its code without comments and test modules.
struct Source {
    file: PathBuf,
    module: Vec<String>,
    code: String,
}

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("src")
}

fn sources() -> Vec<Source> {
    let root = root();
    let mut folders = vec![root.clone()];
    let mut found = Vec::new();
    while let Some(folder) = folders.pop() {
        for path in fs::read_dir(folder).unwrap().map(|e| e.unwrap().path()) {
            if path.is_dir() {
                // The command is a program of its own that uses the crate from outside.
                if path.file_name().is_some_and(|n| n != "bin") {
                    folders.push(path);
                }
            } else if path.extension().is_some_and(|e| e == "rs") {
                let relative = path.strip_prefix(&root).unwrap().with_extension("");
                let mut module: Vec<String> = relative
                    .iter()
                    .map(|part| part.to_str().unwrap().to_string())
                    .collect();
                if module
                    .last()
                    .is_some_and(|last| last == "mod" || last == "lib")
                {
                    module.pop();
                }
                if module
                    .iter()
                    .any(|part| part == "tests" || part == "samples")
                {
                    continue;
                }
                let text = fs::read_to_string(&path).unwrap();
                let text = text.split("#[cfg(test)]\nmod tests {").next().unwrap();
                found.push(Source {
                    file: path,
                    module,
                    code: code(text),
                });
            }
        }
    }
    found.sort_by(|a, b| a.module.cmp(&b.module));
    found
}

/// A text without its comments, strings and characters; lines stay lines.
fn code(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(c) = rest.chars().next() {
        let before = out.chars().next_back();
        let hashes = rest[1.min(rest.len())..].len()
            - rest.get(1..).unwrap_or("").trim_start_matches('#').len();
        let is_raw = c == 'r'
            && !before.is_some_and(|b| b.is_alphanumeric() || b == '_')
            && rest[1 + hashes..].starts_with('"');
        let skipped = if rest.starts_with("//") {
            rest.find('\n').unwrap_or(rest.len())
        } else if rest.starts_with("/*") {
            rest.find("*/").map_or(rest.len(), |end| end + 2)
        } else if is_raw {
            let open = hashes + 2;
            let close = format!("\"{}", "#".repeat(hashes));
            rest[open..]
                .find(&close)
                .map_or(rest.len(), |end| open + end + close.len())
        } else if c == '"' {
            let mut escaped = false;
            let end = rest[1..].find(|c| {
                let end = c == '"' && !escaped;
                escaped = c == '\\' && !escaped;
                end
            });
            end.map_or(rest.len(), |end| end + 2)
        } else if rest.starts_with("'\\") {
            rest[3..].find('\'').map_or(rest.len(), |end| end + 4)
        } else if c == '\'' && rest.chars().nth(2) == Some('\'') {
            rest.chars().take(3).map(char::len_utf8).sum()
        } else {
            out.push(c);
            rest = &rest[c.len_utf8()..];
            continue;
        };
        out.extend(rest[..skipped].chars().filter(|c| *c == '\n'));
        rest = &rest[skipped..];
    }
    out
}

/// An import: the line it stands in and the absolute path it names.
struct Import {
    line: usize,
    path: Vec<String>,
}

/// All paths of a file that start with `crate`, `super` or `self`, those of `use` trees written out.
fn imports(source: &Source) -> Vec<Import> {
    let mut found = Vec::new();
    for start in ["crate", "super", "self"] {
        for (at, _) in source.code.match_indices(start) {
            let before = source.code[..at].chars().next_back();
            // In a macro `$crate` is the crate as well.
            let path_goes_on = before.is_some_and(|c| c.is_alphanumeric() || c == '_' || c == ':');
            let rest = &source.code[at + start.len()..];
            // `pub(in crate::page)` tells who may import, `use crate as top` gives the path's start another name.
            let names = rest.starts_with("::") || start != "self" && rest.starts_with(" as ");
            if path_goes_on || !names || source.code[..at].ends_with("(in ") {
                continue;
            }
            let line = source.code[..at].matches('\n').count() + 1;
            let mut leaves = Vec::new();
            tree(&source.code[at..], &mut Vec::new(), &mut leaves);
            found.extend(leaves.into_iter().filter_map(|leaf| {
                Some(Import {
                    line,
                    path: absolute(&leaf, &source.module)?,
                })
            }));
        }
    }
    found
}

/// Reads a path or a `use` tree; gives what is left behind it.
fn tree<'a>(mut rest: &'a str, prefix: &mut Vec<String>, leaves: &mut Vec<Vec<String>>) -> &'a str {
    let depth = prefix.len();
    loop {
        rest = rest.trim_start();
        if let Some(inner) = rest.strip_prefix('{') {
            rest = inner.trim_start();
            while !rest.starts_with('}') && !rest.is_empty() {
                rest = tree(rest, prefix, leaves).trim_start();
                rest = rest.strip_prefix(',').unwrap_or(rest).trim_start();
            }
            prefix.truncate(depth);
            return rest.strip_prefix('}').unwrap_or(rest);
        }
        let end = rest
            .find(|c: char| !(c.is_alphanumeric() || c == '_'))
            .unwrap_or(rest.len());
        let (word, behind) = rest.split_at(end);
        if word.is_empty() {
            // `*`
            leaves.push(prefix.clone());
            prefix.truncate(depth);
            return rest.get(1..).unwrap_or("");
        }
        prefix.push(word.to_string());
        rest = behind;
        match rest.strip_prefix("::") {
            Some(more) => rest = more,
            None => {
                leaves.push(prefix.clone());
                prefix.truncate(depth);
                let renamed = rest.trim_start().strip_prefix("as ");
                return renamed.map_or(rest, |r| {
                    r.trim_start_matches(|c: char| c.is_alphanumeric() || c == '_')
                });
            }
        }
    }
}

fn absolute(path: &[String], module: &[String]) -> Option<Vec<String>> {
    let mut base = module.to_vec();
    let mut path = path;
    match path.first()?.as_str() {
        "crate" => {
            base.clear();
            path = &path[1..];
        }
        _ => {
            while let Some(first) = path.first() {
                match first.as_str() {
                    "super" => {
                        base.pop();
                    }
                    "self" => {}
                    _ => break,
                }
                path = &path[1..];
            }
        }
    }
    base.extend(path.iter().filter(|part| *part != "self").cloned());
    Some(base)
}

/// The file a path leads to: the longest part of it that is a module.
fn file_of<'a>(path: &[String], sources: &'a [Source]) -> Option<&'a Source> {
    (0..=path.len())
        .rev()
        .find_map(|n| sources.iter().find(|s| s.module == path[..n]))
}

fn room(module: &[String]) -> &str {
    module.first().map_or("lib", String::as_str)
}

fn short(file: &Path) -> String {
    file.strip_prefix(root().parent().unwrap())
        .unwrap()
        .display()
        .to_string()
}

#[test]
fn imports_point_downward() {
    let sources = sources();
    let mut complaints = Vec::new();
    for source in &sources {
        let own = room(&source.module);
        // The front page shows what others hold.
        if own == "lib" {
            continue;
        }
        let Some((_, below)) = ROOMS.iter().find(|(name, _)| *name == own) else {
            complaints.push(format!(
                "{}: the room `{own}` is not in the table",
                short(&source.file)
            ));
            continue;
        };
        for import in imports(source) {
            let Some(target) = file_of(&import.path, &sources) else {
                continue;
            };
            let other = room(&target.module);
            // What `lib` shows again stands in a room below.
            if other == own || below.contains(&other) {
                continue;
            }
            let ask = ASK
                .iter()
                .find(|(name, _)| *name == other)
                .map_or("", |(_, ask)| ask);
            complaints.push(format!(
                "{}:{}: `{own}` may not import `crate{}`: {ask}",
                short(&source.file),
                import.line,
                import
                    .path
                    .iter()
                    .map(|part| format!("::{part}"))
                    .collect::<String>(),
            ));
        }
    }
    assert!(complaints.is_empty(), "{}", complaints.join("\n"));
}

/// What brings code in without a path that this test could read.
#[test]
fn nothing_comes_in_by_the_back_door() {
    let doors = [
        ("macro_use", "name the macro by a `use`"),
        (
            "macro_export",
            "`pub(crate) use` the macro below its definition",
        ),
        ("path = ", "a module's file stands where its name says"),
        ("include!", "a module is imported"),
        ("extern crate", "`crate` has its name already"),
    ];
    let mut complaints = Vec::new();
    for source in sources() {
        for (door, instead) in doors {
            let attribute = format!("#[{door}");
            let found = source.code.contains(&attribute)
                || !door.ends_with(' ') && !door.starts_with("macro") && source.code.contains(door);
            if found {
                complaints.push(format!("{}: `{door}`: {instead}", short(&source.file)));
            }
        }
    }
    assert!(complaints.is_empty(), "{}", complaints.join("\n"));
}

#[test]
fn the_table_has_no_circle() {
    for (i, (name, below)) in ROOMS.iter().enumerate() {
        for other in *below {
            let at = ROOMS.iter().position(|(name, _)| name == other);
            assert!(
                at.is_some_and(|at| at > i),
                "{name} is above {other} in the table, or {other} is missing"
            );
        }
    }
}

#[test]
fn files_of_a_room_form_no_circle() {
    let sources = sources();
    let mut edges: BTreeMap<usize, BTreeSet<usize>> = BTreeMap::new();
    let index = |s: &Source| {
        sources
            .iter()
            .position(|other| other.module == s.module)
            .unwrap()
    };
    for (i, source) in sources.iter().enumerate() {
        for import in imports(source) {
            if let Some(target) = file_of(&import.path, &sources) {
                let target = index(target);
                if target != i && !sources[target].module.is_empty() {
                    edges.entry(i).or_default().insert(target);
                }
            }
        }
        // `mod x;` alone is no import: what a folder holds, it need not use. Names of child modules that code uses are.
        for (j, child) in sources.iter().enumerate() {
            if child.module.len() == source.module.len() + 1
                && child.module.starts_with(&source.module)
                && !source.module.is_empty()
            {
                let name = child.module.last().unwrap();
                let used = source
                    .code
                    .match_indices(&format!("{name}::"))
                    .any(|(at, _)| {
                        !source.code[..at]
                            .ends_with(|c: char| c.is_alphanumeric() || c == '_' || c == ':')
                    });
                if used {
                    edges.entry(i).or_default().insert(j);
                }
            }
        }
    }
    let circles = circles(sources.len(), &edges);
    let complaints: Vec<String> = circles
        .iter()
        .map(|files| {
            files
                .iter()
                .map(|&i| short(&sources[i].file))
                .collect::<Vec<_>>()
                .join(", ")
        })
        .collect();
    assert!(
        complaints.is_empty(),
        "files that import each other; what they share belongs into a file below both:\n{}",
        complaints.join("\n")
    );
}

/// Sets of nodes that reach each other.
fn circles(nodes: usize, edges: &BTreeMap<usize, BTreeSet<usize>>) -> Vec<Vec<usize>> {
    let reach: Vec<BTreeSet<usize>> = (0..nodes)
        .map(|start| {
            let mut seen = BTreeSet::new();
            let mut stack = vec![start];
            while let Some(node) = stack.pop() {
                for &next in edges.get(&node).into_iter().flatten() {
                    if seen.insert(next) {
                        stack.push(next);
                    }
                }
            }
            seen
        })
        .collect();
    let mut done = BTreeSet::new();
    let mut found = Vec::new();
    for a in 0..nodes {
        if done.contains(&a) || !reach[a].contains(&a) {
            continue;
        }
        let circle: Vec<usize> = (0..nodes)
            .filter(|&b| reach[a].contains(&b) && reach[b].contains(&a))
            .collect();
        done.extend(circle.iter().copied());
        found.push(circle);
    }
    found
}

#[test]
fn contributing_draws_the_same_map() {
    let text = fs::read_to_string(root().parent().unwrap().join("CONTRIBUTING.md")).unwrap();
    let map = text
        .split("## Rooms")
        .nth(1)
        .unwrap()
        .split("\n## ")
        .next()
        .unwrap();
    let rows: Vec<&str> = map.lines().filter(|line| line.starts_with("| `")).collect();
    let row = |name: &str| {
        let mut named = rows.iter().enumerate().filter(|(_, row)| {
            let room = row.split('|').nth(1).unwrap_or_default();
            room.contains(&format!("`src/{name}/`")) || room.contains(&format!("`src/{name}.rs`"))
        });
        let (at, _) = named
            .next()
            .unwrap_or_else(|| panic!("CONTRIBUTING's map lacks the room `{name}`"));
        assert!(
            named.next().is_none(),
            "CONTRIBUTING's map has the room `{name}` twice"
        );
        at
    };
    for (name, below) in ROOMS {
        for other in *below {
            assert!(
                row(name) <= row(other),
                "in CONTRIBUTING's map `{other}` stands above `{name}`, which imports it"
            );
        }
    }
}

/// A first line that says whose business something is (`` `x`'s business``, ``see `x` ``) names a module there is.
#[test]
fn first_lines_name_modules_that_are_there() {
    let sources = sources();
    let names: BTreeSet<&str> = sources
        .iter()
        .flat_map(|s| s.module.iter().map(String::as_str))
        .collect();
    let mut complaints = Vec::new();
    for source in &sources {
        let text = fs::read_to_string(&source.file).unwrap();
        let line = text.lines().next().unwrap_or_default();
        assert!(
            line.starts_with("//! "),
            "{}: no first line",
            short(&source.file)
        );
        let parts: Vec<&str> = line.split('`').collect();
        for (at, quoted) in parts.iter().enumerate().skip(1).step_by(2) {
            let sent = parts[at - 1].ends_with("see ") || parts[at + 1].starts_with('\'');
            let name = quoted.rsplit("::").next().unwrap();
            let is_module = name.bytes().all(|b| b.is_ascii_lowercase() || b == b'_');
            if sent && is_module && !names.contains(name) {
                complaints.push(format!("{}: there is no `{quoted}`", short(&source.file)));
            }
        }
    }
    assert!(complaints.is_empty(), "{}", complaints.join("\n"));
}

#[test]
fn paths_are_found() {
    let source = Source {
        file: root().join("field/x.rs"),
        module: vec!["field".into(), "x".into()],
        code: code(
            "use crate::{page::{dom::{Dom, NodeId}, tag as t}, grammar};\nuse super::y::Z;\nfn f() { crate::rule::g(); my_crate::h(); }\n\
             use crate as top; // crate::not\npub(in crate::not) fn g() { for x in crate::seal::all('\"', \"https://crate::not\", $crate::join::x) {} }\n\
             const X: &str = r#\"\" crate::not\n\"#; /* crate::not */ fn h<'a>(x: &'a crate::body::X, c: [char; 2] = ['\\'', '\"']) {}",
        ),
    };
    let paths: Vec<(usize, String)> = imports(&source)
        .into_iter()
        .map(|i| (i.line, i.path.join("::")))
        .collect();
    let expected = [
        (1, "page::dom::Dom"),
        (1, "page::dom::NodeId"),
        (1, "page::tag"),
        (1, "grammar"),
        (3, "rule::g"),
        (4, ""),
        (5, "seal::all"),
        (5, "join::x"),
        (7, "body::X"),
        (2, "field::y::Z"),
    ];
    assert_eq!(paths, expected.map(|(line, path)| (line, path.to_string())));
}
