//! Files read one after the other and printed, and the rules they are read by: for this example and for `zhengwen read`, whose options
//! differ. What a page looks like in print is `show`'s business.

use std::ffi::{OsStr, OsString};
use std::io::{self, Write};
use std::path::Path;

use zhengwen::{Error, Limits, Parser, Rule, RuleSet};

use crate::card::Look;
use crate::lang::Lang;
use crate::show::{self, Asked, Format, Output};
use crate::told::Told;
use crate::{complain, input, report, unpack};

/// How printing went.
#[derive(Debug, Clone, Copy, Default)]
pub struct Printed {
    /// Something could not be read, or not be written.
    pub failed: bool,
    /// Standard output broke off: files after that were not read.
    pub stopped: bool,
}

/// Prints the article of each file. What cannot be read is told on standard error, and the next file follows.
pub fn print(parser: &Parser, files: &[OsString], asked: Asked) -> Printed {
    if asked.format == Format::Report {
        let (text, failed) = report::of_files(parser, files, asked);
        failed.iter().for_each(|why| complain(why));
        let mut printed = write(&text, asked.lang);
        printed.failed |= !failed.is_empty();
        return printed;
    }
    let look = show::look(asked.lang);
    let mut failed = false;
    for file in files {
        let output = match one(parser, file, asked, look) {
            Ok(output) => output,
            Err(why) => {
                failed = true;
                complain(&failure(&input::name(file, asked.lang), &why, asked.lang));
                continue;
            }
        };
        let printed = write(&output.text, asked.lang);
        failed |= printed.failed;
        if printed.stopped {
            return Printed {
                failed,
                stopped: true,
            };
        }
        complain(&output.aside);
    }
    Printed {
        failed,
        stopped: false,
    }
}

fn one(parser: &Parser, file: &OsStr, asked: Asked, look: Look) -> Result<Output, Told> {
    let most = Limits::default().bytes;
    let page = unpack::page(input::bytes(file, most)?, most)?;
    let beside = input::url_beside(file);
    let asked = Asked {
        url: asked.url.or(beside.as_deref()),
        ..asked
    };
    show::page(parser, &page, &input::name(file, asked.lang), asked, look)
}

/// `名单.pdf：不是网页，是PDF；请先另存为 HTML 或纯文本`
pub fn failure(name: &str, why: &Told, lang: Lang) -> String {
    format!("{name}{}{}\n", lang.pick("：", ": "), why.pick(lang))
}

fn write(text: &str, lang: Lang) -> Printed {
    let mut out = io::stdout().lock();
    match out.write_all(text.as_bytes()).and_then(|()| out.flush()) {
        Ok(()) => Printed::default(),
        // The reader has gone, as in `… | head`: nothing more is wanted.
        Err(e) if e.kind() == io::ErrorKind::BrokenPipe => Printed {
            failed: false,
            stopped: true,
        },
        Err(e) => {
            let told = Told::new(
                format!("标准输出：写不进去（{e}），请检查磁盘\n"),
                format!("standard output: cannot be written ({e}); check the disk\n"),
            );
            complain(told.pick(lang));
            Printed {
                failed: true,
                stopped: true,
            }
        }
    }
}

/// The built-in rules, unless they are not wanted, and one's own above them; else what is wrong with one of these.
pub fn rules<P: AsRef<Path>>(builtin: bool, folders: &[P], files: &[P]) -> Result<RuleSet, Error> {
    let mut rules = match builtin {
        true => RuleSet::builtin(),
        false => RuleSet::empty(),
    };
    for folder in folders {
        rules = rules.with_folder(folder)?;
    }
    for file in files {
        rules = rules.with(Rule::from_file(file)?);
    }
    Ok(rules)
}
