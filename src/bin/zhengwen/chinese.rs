//! The help of the command in Chinese throughout: what clap would say in English is said here. Options themselves are `args`'.

use clap::builder::StyledStr;
use clap::{Arg, Command};

/// Where `--help` stands among options: behind all others, those of all commands included.
const LAST: usize = 1000;

/// The same command; its usage, values that may be given and those taken without one are told in Chinese.
pub fn told(mut command: Command) -> Command {
    command.build();
    in_chinese(command)
}

fn in_chinese(command: Command) -> Command {
    let usage = usage(&command);
    let mut command = command.override_usage(usage).mut_args(argument);
    if command.has_subcommands() {
        command = command.mut_subcommands(in_chinese);
    }
    command
}

/// `zhengwen read [选项] <文件>...`
pub fn usage(command: &Command) -> String {
    let usage = command.clone().render_usage().to_string();
    let usage = usage.trim_start_matches("Usage:").trim();
    usage
        .lines()
        .next()
        .unwrap_or_default()
        .replace("[OPTIONS]", "[选项]")
}

/// `输出的格式：ndjson（一条输入一行 JSON）、markdown（一篇一个文件）；默认 ndjson`
fn argument(arg: Arg) -> Arg {
    let values: Vec<String> = arg
        .get_possible_values()
        .iter()
        .filter(|_| arg.get_action().takes_values())
        .map(|value| match value.get_help() {
            Some(help) => format!("{}（{help}）", value.get_name()),
            None => value.get_name().to_string(),
        })
        .collect();
    let default = arg.get_default_values().first();
    let default = default.filter(|_| arg.get_action().takes_values());
    let mut help = arg.get_help().map(StyledStr::to_string).unwrap_or_default();
    if !values.is_empty() {
        help = format!("{help}：{}", values.join("、"));
    }
    if let Some(default) = default {
        help = format!("{help}；默认 {}", default.to_string_lossy());
    }
    let order = match arg.get_id() == "help" || arg.get_id() == "version" {
        true => LAST,
        false => arg.get_display_order(),
    };
    arg.help(help)
        .display_order(order)
        .hide_default_value(true)
        .hide_possible_values(true)
}
