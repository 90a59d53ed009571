//! `zhengwen batch`: one reader, as many workers as cores, one writer. How records are found, read and written is in the modules below.
//!
//! The reader hands records to the workers as long as there is room in the [`Budget`]; a record's room is free again when its line is
//! written. So memory stays what it is however long the input, and a slow page holds up nobody until the room is full.

mod budget;
mod health;
mod http;
mod json;
mod line;
mod output;
mod progress;
mod record;
mod resume;
mod source;
mod summary;
mod vault;
mod work;

use std::collections::BTreeMap;
use std::fs;
use std::io::{self, Write};
use std::path::PathBuf;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering::Relaxed};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread;
use std::time::{Duration, Instant};

use crossbeam_channel::{Receiver, RecvTimeoutError, Sender, unbounded};
use schemars::generate::SchemaSettings;
use zhengwen::{Limits, PageKind};

use crate::args::{Batch, Keys, OutputFormat};
use crate::complain;
use crate::status::Status;
use budget::Budget;
use line::{Flat, Line};
use output::Output;
use progress::Progress;
use record::{Content, Record};
use resume::{Turn, Written};
use source::{Input, Records, Settings};
use summary::Summary;

pub use health::run as health;
use work::{Done, Shape, Worker};

/// How often the writer looks up from waiting.
const PAUSE: Duration = Duration::from_millis(100);

/// A record on its way to a worker, and as what came of it to the writer.
struct Job<T> {
    /// Its place among the records of this run: the order of lines.
    turn: u64,
    /// Its number among all records of the inputs.
    number: u64,
    /// Its room in the budget.
    room: usize,
    load: T,
}

/// Reads all inputs.
pub fn run(args: &Batch) -> Status {
    let (worker, inputs) = match worker(args).and_then(|w| Ok((w, inputs(args)?))) {
        Ok(made) => made,
        Err(why) => {
            complain(&format!("zhengwen：{why}\n"));
            return Status::Misuse;
        }
    };
    let (output, written) = match open(args) {
        Ok(opened) => opened,
        Err(e) => {
            let path = args.output.as_deref().unwrap_or(std::path::Path::new("-"));
            complain(&format!("{}：{e}\n", path.display()));
            return Status::Misuse;
        }
    };
    let count = Arc::new(AtomicU64::new(0));
    let settings = Settings {
        format: args.input_format,
        limit: args.max_bytes,
        count: count.clone(),
    };
    let jobs = args.jobs.map_or_else(cores, usize::from);
    let run = Run::start(worker, jobs, inputs, settings, written);
    let sized = args.files_from.is_none() && args.inputs.iter().all(|i| i != "-");
    let paths = || args.inputs.iter().map(PathBuf::from).collect();
    let progress = Progress::new(sized.then(paths), count, args.quiet);
    let started = Instant::now();
    let (mut summary, stopped) = run.write(output, &progress, !args.unordered);
    progress.finish();
    let (skipped, told) = run.end();
    summary.skipped = skipped;
    if !args.quiet && !matches!(stopped, Some(Stop::Nobody)) {
        complain(&summary.render(started.elapsed(), jobs));
    }
    match (stopped, told) {
        (Some(Stop::Nobody), _) => Status::Stopped,
        (Some(Stop::Trouble(why)), _) | (None, Some(why)) => {
            complain(&format!("zhengwen：{why}\n"));
            Status::Stopped
        }
        _ if INTERRUPTED.load(Relaxed) => {
            complain("已中断；已写出的行都是完整的，加 --resume 可以接着做\n");
            Status::Interrupted
        }
        _ if summary.errors > 0 => Status::Damaged,
        _ => Status::Whole,
    }
}

/// Prints the JSON Schema of the lines, whole or flat: what is written, so that all keys are there.
pub fn schema(flat: bool) -> Status {
    let generator = SchemaSettings::draft2020_12()
        .for_serialize()
        .into_generator();
    let schema = if flat {
        generator.into_root_schema_for::<Flat>()
    } else {
        generator.into_root_schema_for::<Line>()
    };
    let mut out = io::stdout().lock();
    let wrote = serde_json::to_writer_pretty(&mut out, &schema)
        .map_err(io::Error::from)
        .and_then(|()| out.write_all(b"\n"));
    match wrote {
        Ok(()) => Status::Whole,
        Err(_) => Status::Stopped,
    }
}

fn cores() -> usize {
    thread::available_parallelism().map_or(1, usize::from)
}

/// What the workers do; else what is wrong with the command line.
fn worker(args: &Batch) -> Result<Worker, String> {
    let mut limits = Limits::default();
    limits.bytes = args.max_bytes;
    let shape = if args.format == OutputFormat::Markdown {
        let folder = args.output.clone();
        Shape::Markdown(folder.ok_or("--format markdown 要用 -o 给出文件夹")?)
    } else if args.fields.is_empty() {
        if args.flat {
            Shape::Flat(None)
        } else {
            Shape::Whole
        }
    } else {
        let names = Flat::names();
        if let Some(wrong) = args.fields.iter().find(|f| !names.contains(f)) {
            return Err(format!("没有 {wrong} 这个字段；有 {}", names.join("、")));
        }
        Shape::Flat(Some(args.fields.clone()))
    };
    let kinds = [
        PageKind::Article,
        PageKind::List,
        PageKind::Gallery,
        PageKind::Video,
        PageKind::Live,
        PageKind::Missing,
        PageKind::Blocked,
        PageKind::Other,
    ];
    let kinds: Vec<&str> = kinds.iter().map(|k| k.as_str()).chain(["error"]).collect();
    if let Some(wrong) = args.only.iter().find(|k| !kinds.contains(&k.as_str())) {
        return Err(format!("没有 {wrong} 这种类型；有 {}", kinds.join("、")));
    }
    Ok(Worker {
        parser: args.reading.parser()?.limits(limits),
        charset: args.charset.clone(),
        keys: args.keys.clone(),
        shape,
        only: args.only.clone(),
        limit: args.max_bytes,
    })
}

fn inputs(args: &Batch) -> Result<Vec<Input>, String> {
    let mut inputs = source::inputs(&args.inputs);
    if let Some(file) = &args.files_from {
        if file == "-" && args.inputs.iter().any(|i| i == "-") {
            return Err("标准输入不能既是名单又是输入".to_string());
        }
        let list = Input::listed(file, args.null)
            .map_err(|e| format!("{}：{e}", file.to_string_lossy()))?;
        inputs.push(list);
    }
    Ok(inputs)
}

/// The output, and what an earlier run wrote into it.
fn open(args: &Batch) -> io::Result<(Output, Written)> {
    let Some(path) = &args.output else {
        return Ok((Output::stdout(), Written::Nothing));
    };
    let path = match args.format {
        OutputFormat::Ndjson => path.clone(),
        OutputFormat::Markdown => {
            fs::create_dir_all(path)?;
            path.join("index.ndjson")
        }
    };
    if !args.resume {
        let file = output::create(&path, args.overwrite)?;
        return Ok((Output::file(file), Written::Nothing));
    }
    let (file, length) = output::reopen(&path)?;
    let written = Written::read(&path, length, !args.unordered, !args.only.is_empty())?;
    Ok((Output::file(file), written))
}

/// Whether a signal to end has come.
static INTERRUPTED: AtomicBool = AtomicBool::new(false);

/// Why the writer stopped before the end.
enum Stop {
    /// Nobody reads the output any more.
    Nobody,
    Trouble(String),
}

/// The threads at work.
struct Run {
    budget: Arc<Budget>,
    results: Receiver<Job<Done>>,
    skipped: Arc<AtomicU64>,
    /// What went wrong for the reader as a whole.
    told: Arc<Mutex<Option<String>>>,
}

impl Run {
    fn start(
        worker: Worker,
        workers: usize,
        inputs: Vec<Input>,
        settings: Settings,
        written: Written,
    ) -> Self {
        let budget = Arc::new(Budget::default());
        let on_signal = budget.clone();
        // Without a handler a signal ends the process at once, as it does by itself: nothing to tell.
        let _ = ctrlc::set_handler(move || {
            if INTERRUPTED.swap(true, Relaxed) {
                std::process::exit(130);
            }
            on_signal.close();
        });
        // A worker's panic becomes its record's error line.
        std::panic::set_hook(Box::new(|_| {}));
        let (send_jobs, jobs) = unbounded();
        let (send_results, results) = unbounded();
        let skipped = Arc::new(AtomicU64::new(0));
        let told = Arc::new(Mutex::new(None));
        let reader = Reader {
            budget: budget.clone(),
            jobs: send_jobs,
            keys: worker.keys.clone(),
            skipped: skipped.clone(),
        };
        let trouble = told.clone();
        // The threads are not waited for: the reader may be waiting for input that never comes.
        thread::spawn(move || {
            if let Err(e) = reader.run(Records::new(inputs, settings), written) {
                *trouble.lock().unwrap_or_else(PoisonError::into_inner) = Some(e.to_string());
            }
        });
        let worker = Arc::new(worker);
        for _ in 0..workers {
            let (worker, jobs, results) = (worker.clone(), jobs.clone(), send_results.clone());
            thread::spawn(move || work(&worker, &jobs, &results));
        }
        Self {
            budget,
            results,
            skipped,
            told,
        }
    }

    /// Writes lines until there are no more to come.
    fn write(
        &self,
        mut output: Output,
        progress: &Progress,
        ordered: bool,
    ) -> (Summary, Option<Stop>) {
        let mut summary = Summary::default();
        let mut waiting = BTreeMap::new();
        let mut next = 0;
        let stop = loop {
            let result = match self.results.recv_timeout(PAUSE) {
                Ok(result) => result,
                Err(RecvTimeoutError::Timeout) if !self.budget.is_over() => match output.flush() {
                    Ok(()) => continue,
                    Err(e) => break Some(stop(&e)),
                },
                Err(_) => break output.flush().err().map(|e| stop(&e)),
            };
            if !ordered {
                next = result.turn;
            }
            waiting.insert(result.turn, (result.room, result.load));
            let mut failed = None;
            while let Some((room, done)) = waiting.remove(&next) {
                next += 1;
                self.budget.free(room);
                summary.add(&done);
                let wrote = match (done.trouble, done.line) {
                    (Some(e), _) => Err(e),
                    (None, Some(line)) => output.write(&line),
                    (None, None) => Ok(()),
                };
                if let Err(e) = wrote {
                    failed = Some(e);
                    break;
                }
            }
            if let Some(e) = failed {
                break Some(stop(&e));
            }
            progress.show(&summary);
        };
        self.budget.close();
        (summary, stop)
    }

    /// How many records were skipped, and what went wrong for the reader.
    fn end(&self) -> (u64, Option<String>) {
        let mut told = self.told.lock().unwrap_or_else(PoisonError::into_inner);
        (self.skipped.load(Relaxed), told.take())
    }
}

fn stop(error: &io::Error) -> Stop {
    if error.kind() == io::ErrorKind::BrokenPipe {
        return Stop::Nobody;
    }
    Stop::Trouble(format!("输出写不进去（{error}），请检查磁盘"))
}

fn work(worker: &Worker, jobs: &Receiver<Job<Record>>, results: &Sender<Job<Done>>) {
    for job in jobs {
        let result = Job {
            load: worker.work(job.number, job.load),
            turn: job.turn,
            number: job.number,
            room: job.room,
        };
        if results.send(result).is_err() {
            return;
        }
    }
}

/// What the reader needs beside its inputs.
struct Reader {
    budget: Arc<Budget>,
    jobs: Sender<Job<Record>>,
    keys: Keys,
    skipped: Arc<AtomicU64>,
}

impl Reader {
    /// Hands out all records that an earlier run has not written.
    fn run(self, records: Records, mut written: Written) -> io::Result<()> {
        let (mut turn, mut number) = (0, 0);
        for record in records {
            if !written.is_nothing() && written.turn(&self.name(&record))? == Turn::Written {
                self.skipped.fetch_add(1, Relaxed);
                number += 1;
                continue;
            }
            let room = record.weight();
            if !self.budget.take(room) {
                return Ok(());
            }
            let job = Job {
                turn,
                number,
                room,
                load: record,
            };
            if self.jobs.send(job).is_err() {
                return Ok(());
            }
            turn += 1;
            number += 1;
        }
        written.finish()
    }

    /// The record's name, also of a line that nobody has looked at yet.
    fn name(&self, record: &Record) -> String {
        let told = match &record.content {
            Content::Line(line) => json::id(line, &self.keys),
            _ => None,
        };
        told.unwrap_or_else(|| {
            if record.id.is_empty() {
                record.place.clone()
            } else {
                record.id.clone()
            }
        })
    }
}
