//! `zhengwen read`: pages one by one, for a reader's eyes or another program. Not many at once (see `batch`).

use std::ffi::OsStr;
use std::io::{self, Write};

use zhengwen::{Limits, Parser};

use crate::args::Read;
use crate::card::Look;
use crate::show::{self, Asked, Format, Output};
use crate::status::Status;
use crate::{complain, input, report, unpack};

/// Prints the article of each file; what cannot be read is told on standard error, and the next file follows.
pub fn run(args: &Read) -> Status {
    let parser = match args.reading.parser() {
        Ok(parser) => parser,
        Err(why) => {
            complain(&format!("zhengwen：{why}\n"));
            return Status::Misuse;
        }
    };
    if args.format == Format::Report {
        return report(args, &parser);
    }
    let look = show::look();
    let mut status = Status::Whole;
    for file in &args.files {
        let output = match one(args, &parser, file, look) {
            Ok(output) => output,
            Err(why) => {
                status = Status::Damaged;
                complain(&format!("{}：{why}\n", input::name(file)));
                continue;
            }
        };
        let mut out = io::stdout().lock();
        match out
            .write_all(output.text.as_bytes())
            .and_then(|()| out.flush())
        {
            Ok(()) => complain(&output.aside),
            // The reader has gone, as in `… | head`: nothing more is wanted.
            Err(e) if e.kind() == io::ErrorKind::BrokenPipe => return Status::Stopped,
            Err(e) => {
                complain(&format!("标准输出：写不进去（{e}），请检查磁盘\n"));
                return Status::Stopped;
            }
        }
    }
    status
}

/// Reads all files into one report.
fn report(args: &Read, parser: &Parser) -> Status {
    let (url, charset) = (args.url.as_deref(), args.charset.as_deref());
    let (text, failed) = report::of_files(parser, &args.files, url, charset);
    failed.iter().for_each(|why| complain(why));
    let mut out = io::stdout().lock();
    match out.write_all(text.as_bytes()).and_then(|()| out.flush()) {
        Ok(()) if failed.is_empty() => Status::Whole,
        Ok(()) => Status::Damaged,
        Err(_) => Status::Stopped,
    }
}

fn one(args: &Read, parser: &Parser, file: &OsStr, look: Look) -> Result<Output, String> {
    let most = Limits::default().bytes;
    let page = unpack::page(input::bytes(file, most)?, most)?;
    let url = args.url.clone().or_else(|| input::url_beside(file));
    let asked = Asked {
        url: url.as_deref(),
        charset: args.charset.as_deref(),
        format: args.format,
        trace: args.trace,
    };
    show::page(parser, &page, &input::name(file), asked, look)
}
