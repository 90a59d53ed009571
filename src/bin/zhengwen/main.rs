//! `zhengwen`: reads saved pages of Chinese news, one by one or by the million. Not a crawler, and no engine: it runs under one.
//!
//! ```text
//! zhengwen read page.html
//! zhengwen batch crawl.warc.gz -o articles.ndjson
//! ```

mod args;
mod batch;
#[path = "../../../examples/parse_file/card.rs"]
mod card;
mod chinese;
#[path = "../../../examples/parse_file/files.rs"]
mod files;
mod fixture;
#[path = "../../../examples/parse_file/head.rs"]
mod head;
#[path = "../../../examples/parse_file/input.rs"]
mod input;
#[path = "../../../examples/parse_file/lang.rs"]
mod lang;
#[path = "../../../examples/parse_file/layout.rs"]
mod layout;
mod misuse;
#[path = "../../../examples/parse_file/names.rs"]
mod names;
mod read;
#[path = "../../../examples/parse_file/report/mod.rs"]
mod report;
#[path = "../../../examples/parse_file/show.rs"]
mod show;
mod status;
#[path = "../../../examples/parse_file/told.rs"]
mod told;
#[path = "../../../examples/parse_file/trace.rs"]
mod trace;
#[path = "../../../examples/parse_file/unpack.rs"]
mod unpack;
#[path = "../../../examples/parse_file/value.rs"]
mod value;

use std::io::{self, Write};
use std::process::ExitCode;

use clap::error::ErrorKind;
use clap::{CommandFactory, FromArgMatches};

use args::{Args, Command};
use status::Status;

fn main() -> ExitCode {
    let asked = chinese::told(Args::command()).try_get_matches();
    let args = match asked.and_then(|asked| Args::from_arg_matches(&asked)) {
        Ok(args) => args,
        Err(e) => {
            let asked = matches!(e.kind(), ErrorKind::DisplayHelp | ErrorKind::DisplayVersion);
            if let Some(told) = misuse::told(&e) {
                complain(&told);
                return Status::Misuse.into();
            }
            let printed = e.print().and_then(|()| io::stdout().flush());
            return match (asked, printed) {
                (false, _) => Status::Misuse,
                (true, Ok(())) => Status::Whole,
                (true, Err(_)) => Status::Stopped,
            }
            .into();
        }
    };
    match args.command {
        Command::Read(args) => read::run(&args),
        Command::Batch(args) => batch::run(&args),
        Command::Health(args) => batch::health(&args),
        Command::Fixture(args) => fixture::run(&args),
        Command::Schema(args) => batch::schema(args.flat),
    }
    .into()
}

/// Writes to standard error; unlike `eprint!`, does not mind if nobody reads it.
fn complain(text: &str) {
    let _ = io::stderr().write_all(text.as_bytes());
}
