//! `zhengwen read`: pages one by one, for a reader's eyes or another program. Not many at once (see `batch`).

use crate::args::Read;
use crate::show::Asked;
use crate::status::Status;
use crate::{complain, files};

/// Prints the article of each file; what cannot be read is told on standard error, and the next file follows.
pub fn run(args: &Read) -> Status {
    let parser = match args.reading.parser() {
        Ok(parser) => parser,
        Err(why) => {
            complain(&files::failure("zhengwen", &why, args.lang));
            return Status::Misuse;
        }
    };
    let asked = Asked {
        url: args.url.as_deref(),
        charset: args.charset.as_deref(),
        format: args.format,
        trace: args.trace,
        lang: args.lang,
    };
    let printed = files::print(&parser, &args.files, asked);
    match (printed.stopped, printed.failed) {
        (true, _) => Status::Stopped,
        (false, true) => Status::Damaged,
        (false, false) => Status::Whole,
    }
}
