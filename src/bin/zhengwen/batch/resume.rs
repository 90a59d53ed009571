//! Which records an earlier run has written: its output's lines are its only memory. Nothing is written here.

use std::collections::HashMap;
use std::hash::{BuildHasher, RandomState};
use std::io;
use std::path::{Path, PathBuf};

use serde::Deserialize;

use super::output;

/// What the earlier run wrote, and is not to be written again.
pub enum Written {
    /// Nothing, or nothing that has not come by yet.
    Nothing,
    /// Lines in the records' order: the names still to come by, the next one first.
    Ordered {
        next: Vec<u8>,
        rest: Box<dyn Iterator<Item = io::Result<Vec<u8>>> + Send>,
        /// Whether records may have been left out, by `--only`.
        gaps: bool,
        path: PathBuf,
    },
    /// Lines in any order: how often each name was written, by its hash.
    Unordered {
        hasher: RandomState,
        names: HashMap<u64, u32>,
    },
}

/// What is to be done with a record.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Turn {
    /// It is in the output, or was left out of it.
    Written,
    /// It is to be read.
    New,
}

impl Written {
    /// What the first `length` bytes of an output hold.
    pub fn read(path: &Path, length: u64, ordered: bool, gaps: bool) -> io::Result<Self> {
        let mut lines = output::lines(path, length)?;
        if ordered {
            return Ok(match lines.next() {
                None => Self::Nothing,
                Some(line) => Self::Ordered {
                    next: line?,
                    rest: Box::new(lines),
                    gaps,
                    path: path.to_path_buf(),
                },
            });
        }
        let hasher = RandomState::new();
        let mut names = HashMap::new();
        for line in lines {
            *names.entry(hasher.hash_one(id(&line?, path)?)).or_default() += 1;
        }
        Ok(Self::Unordered { hasher, names })
    }

    /// Whether names need not be asked for any more.
    pub fn is_nothing(&self) -> bool {
        match self {
            Self::Nothing => true,
            Self::Ordered { .. } => false,
            Self::Unordered { names, .. } => names.is_empty(),
        }
    }

    /// What is to be done with the next record; an error if the output is not of these inputs.
    pub fn turn(&mut self, name: &str) -> io::Result<Turn> {
        match self {
            Self::Nothing => Ok(Turn::New),
            Self::Ordered {
                next,
                rest,
                gaps,
                path,
            } => {
                let expected = id(next, path)?;
                if expected == name {
                    match rest.next() {
                        Some(line) => *next = line?,
                        None => *self = Self::Nothing,
                    }
                } else if !*gaps {
                    return Err(other(format!(
                        "{} 里下一行是 {expected}，输入里却是 {name}：不是同样的输入写出来的",
                        path.display()
                    )));
                }
                Ok(Turn::Written)
            }
            Self::Unordered { hasher, names } => {
                let key = hasher.hash_one(name);
                let Some(count) = names.get_mut(&key) else {
                    return Ok(Turn::New);
                };
                *count -= 1;
                if *count == 0 {
                    names.remove(&key);
                }
                Ok(Turn::Written)
            }
        }
    }

    /// An error if lines are left when the inputs have come to their end.
    pub fn finish(&self) -> io::Result<()> {
        if self.is_nothing() {
            return Ok(());
        }
        Err(other(
            "输出里有输入中没有的行：不是同样的输入写出来的".to_string(),
        ))
    }
}

fn other(why: String) -> io::Error {
    io::Error::new(io::ErrorKind::InvalidData, why)
}

/// The record's name in a line.
fn id(line: &[u8], path: &Path) -> io::Result<String> {
    #[derive(Deserialize)]
    struct Named {
        id: String,
    }
    serde_json::from_slice::<Named>(line)
        .map(|named| named.id)
        .map_err(|_| other(format!("{} 里有不是本命令写的行", path.display())))
}
