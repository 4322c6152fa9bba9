//! The same program without a window: jobs for a script, a test, or a colleague in IT. The words of `--help` are for a
//! person who has rarely used a command line. What the jobs do is in `jobs.rs`.

use crate::{clock::Clock, jobs, places::Places};
use clap::{Parser, Subcommand};
use std::path::PathBuf;
use std::process::ExitCode;

const ABOUT: &str = "\
伦审：人工智能科技伦理委员会的办公桌。离线使用，不联网。
Lunshen: the desk of an AI science-and-technology ethics committee. Offline.";

const MORE: &str = "\
不带子命令即打开窗口。以下各项不打开窗口，做完即退出；成功返回0，失败返回1，用法不对返回2。
Without a command the window opens. The commands below open no window, do their job and end: 0 done, 1 failed, 2 wrong usage.

委员会文件 FILE 是数据文件夹里以委员会命名的那个文件夹，写名称或完整路径都可以。
FILE is the committee's own folder inside the data folder; its name or its full path.

口令：程序会询问；在脚本里用环境变量 LUNSHEN_PASSPHRASE 给出。演示委员会不需要口令。
The passphrase is asked for; a script gives it in LUNSHEN_PASSPHRASE. The demo committee needs none.

例 Examples
  lunshen 阅会包.lspkt                              打开阅会包 / read a packet
  lunshen demo --out ./演示                         造出演示委员会和它的全部文书 / the demo committee with its papers
  lunshen verify 江州大学                           校验一份文件是否完整、未被改动 / is this file whole and untouched
  lunshen report 江州大学 --year 2026 --out ./年报  年度工作报告 / the annual work report
  lunshen inspection 江州大学 --year 2026 --out ./迎检  迎检材料 / the inspection bundle
  lunshen backup 江州大学 --to /media/U盘           写一份副本并回读比对 / a second copy, read back and compared
  lunshen scenario tests/scenarios/*.yaml           按情景文件核对规则 / check the rules against scenarios";

#[derive(Debug, Parser)]
#[command(name = "lunshen", version, about = ABOUT, after_help = MORE, disable_help_subcommand = true)]
struct Line {
    /// 数据文件夹；不写则用本用户的数据目录 / the data folder; left out, this user's own
    #[arg(long, value_name = "DIR", global = true)]
    data: Option<PathBuf>,
    /// 阅会包；双击它时由系统给出 / a packet to read; the system names it at a double click
    #[arg(value_name = "PACKET.lspkt", value_parser = packet_name)]
    packet: Option<PathBuf>,
    #[command(subcommand)]
    job: Option<Job>,
}

#[derive(Debug, Subcommand)]
enum Job {
    /// 造出演示委员会（全部由办理动作产生），写出文件和文书 / build the demo committee by acts and write its papers
    Demo {
        /// 写到这个文件夹 / into this folder
        #[arg(long, value_name = "DIR")]
        out: PathBuf,
    },
    /// 运行情景文件，逐条核对结论、日期和所处阶段 / run scenario files and check findings, dates and standings
    Scenario {
        /// 情景文件（YAML） / scenario files (YAML)
        #[arg(value_name = "FILE", required = true)]
        files: Vec<PathBuf>,
    },
    /// 校验委员会文件：日志链、记录与日志一致、数据库完整 / prove a file: the journal's chain, the records against it, integrity
    Verify {
        /// 委员会文件 / the committee's file
        #[arg(value_name = "FILE")]
        file: PathBuf,
        /// 同时把全部办理动作在空文件上重做一遍再比对（较慢） / also perform every act again on an empty file (slower)
        #[arg(long)]
        again: bool,
    },
    /// 生成年度工作报告（PDF） / write the annual work report (PDF)
    Report {
        /// 委员会文件 / the committee's file
        #[arg(value_name = "FILE")]
        file: PathBuf,
        /// 报告年度 / year of the report
        #[arg(long, value_name = "Y")]
        year: i32,
        /// 写到这个文件夹 / into this folder
        #[arg(long, value_name = "DIR")]
        out: PathBuf,
    },
    /// 以公开格式导出全部数据、文书和附件 / export everything in open formats
    Export {
        /// 委员会文件 / the committee's file
        #[arg(value_name = "FILE")]
        file: PathBuf,
        /// 写到这个文件夹 / into this folder
        #[arg(long, value_name = "DIR")]
        out: PathBuf,
    },
    /// 迎检材料：一年的组成、会议、案件、登记簿和逐条对照的目录 / inspection bundle of a year, with an index article by article
    Inspection {
        /// 委员会文件 / the committee's file
        #[arg(value_name = "FILE")]
        file: PathBuf,
        /// 检查的年度 / the year inspected
        #[arg(long, value_name = "Y")]
        year: i32,
        /// 写到这个文件夹 / into this folder
        #[arg(long, value_name = "DIR")]
        out: PathBuf,
    },
    /// 写一份副本到另一个位置，回读比对后才算完成 / a second copy elsewhere, done only when read back and compared
    Backup {
        /// 委员会文件 / the committee's file
        #[arg(value_name = "FILE")]
        file: PathBuf,
        /// 副本写到这个文件夹（如U盘） / the folder for the copy, a USB stick for instance
        #[arg(long, value_name = "DIR")]
        to: PathBuf,
    },
}

/// A misspelt command must not pass for a packet.
fn packet_name(text: &str) -> Result<PathBuf, String> {
    if text.to_lowercase().ends_with(".lspkt") {
        return Ok(text.into());
    }
    Err("不是命令，也不是以.lspkt结尾的阅会包 / neither a command nor a packet ending in .lspkt".into())
}

pub fn run() -> ExitCode {
    let line = Line::parse();
    let clock = Clock::from_environment();
    let done = Places::find(line.data).map_err(jobs::Stop::from).and_then(|places| match line.job {
        None => window(places, clock, line.packet.map(|path| std::path::absolute(&path).unwrap_or(path))),
        Some(Job::Demo { out }) => jobs::demo(places, clock, &out),
        Some(Job::Scenario { files }) => jobs::scenarios(&places, &files),
        Some(Job::Verify { file, again }) => jobs::verify(places, clock, &file, again),
        Some(Job::Report { file, year, out }) => jobs::report(places, clock, &file, year, &out),
        Some(Job::Export { file, out }) => jobs::export(places, clock, &file, &out),
        Some(Job::Inspection { file, year, out }) => jobs::inspection(places, clock, &file, year, &out),
        Some(Job::Backup { file, to }) => jobs::backup(places, clock, &file, &to),
    });
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(jobs::Stop(words)) => {
            if !words.is_empty() {
                eprintln!("{words}");
            }
            ExitCode::FAILURE
        }
    }
}

#[cfg(feature = "window")]
fn window(places: Places, clock: Clock, packet: Option<PathBuf>) -> Result<(), jobs::Stop> {
    Ok(crate::window::run(places, clock, packet)?)
}

#[cfg(not(feature = "window"))]
fn window(_: Places, _: Clock, _: Option<PathBuf>) -> Result<(), jobs::Stop> {
    Err(crate::trouble::Trouble::NoWindow { said: "this build has no window".into() }.into())
}

#[cfg(test)]
mod tests {
    use super::*;
    use clap::CommandFactory;

    #[test]
    fn a_packet_is_taken_and_a_misspelt_command_is_not() {
        let line = Line::try_parse_from(["lunshen", "/media/U盘/阅会包-01.LSPKT"]).unwrap();
        assert_eq!(line.packet.as_deref(), Some(std::path::Path::new("/media/U盘/阅会包-01.LSPKT")));
        assert!(Line::try_parse_from(["lunshen", "verfy"]).is_err());
        assert!(Line::try_parse_from(["lunshen"]).unwrap().packet.is_none());
    }

    #[test]
    fn the_command_line_is_sound_and_every_word_of_help_is_in_two_languages() {
        Line::command().debug_assert();
        let two = |text: &str| text.chars().any(|c| c > '\u{3000}') && text.contains(" / ");
        for job in Line::command().get_subcommands() {
            let about = job.get_about().map(ToString::to_string).unwrap_or_default();
            assert!(two(&about), "{}: {about}", job.get_name());
            for argument in job.get_arguments() {
                let help = argument.get_help().map(ToString::to_string).unwrap_or_default();
                assert!(two(&help), "{} {}: {help}", job.get_name(), argument.get_id());
            }
        }
    }
}
