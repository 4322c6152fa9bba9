//! What can go wrong at the door itself (files, printer, second start), as sentences for the person in both languages.
//! What goes wrong at the desk or under the law arrives as `office::Failure` and passes through untouched.

use serde_json::{Value, json};
use std::io::{self, ErrorKind};
use std::path::Path;

#[derive(Debug, thiserror::Error)]
pub enum Trouble {
    #[error("no home folder is known for this user")]
    NoHome,
    #[error("the folder `assets` (fonts, rules, calendars) was not found; looked at:\n{tried}")]
    NoAssets { tried: String },
    #[error("could not {doing} {name} in {folder}: {source}")]
    File { doing: &'static str, name: String, folder: String, source: io::Error },
    #[error("the request was not understood: {said}")]
    NotUnderstood { said: String },
    #[error("an errand of the desk stopped in the middle: {said}")]
    Stopped { said: String },
    #[error("the program is open already on {folder}")]
    OpenAlready { folder: String },
    #[error("no printer and no viewer took the paper: {said}")]
    NotPrinted { said: String },
    #[error("the printer queue refused the paper: {said}")]
    PrinterRefused { said: String },
    #[error("{name} is larger than {megabytes} MB")]
    TooLarge { name: String, megabytes: u64 },
    #[error("{folder} holds more than {most} files")]
    TooMany { folder: String, most: usize },
    #[error("the window could not be opened: {said}")]
    NoWindow { said: String },
}

/// The four sentences the screens show: what happened and the way on, Chinese and English.
struct Said {
    code: &'static str,
    zh: String,
    en: String,
    way_zh: String,
    way_en: String,
}

impl Trouble {
    /// `doing` is one of `write`, `read`, `create`; the sentence names the file and its folder apart.
    pub fn file(doing: &'static str, path: &Path, source: io::Error) -> Trouble {
        let part = |p: Option<String>| p.unwrap_or_else(|| path.display().to_string());
        Trouble::File {
            doing,
            name: part(path.file_name().map(|n| n.to_string_lossy().into_owned())),
            folder: part(path.parent().map(|p| p.display().to_string())),
            source,
        }
    }

    /// In the shape of `office::Failure`, so that the screens have one kind of refusal to draw.
    pub fn failure(&self) -> Value {
        let Said { code, zh, en, way_zh, way_en } = self.said();
        let kind = match self {
            Trouble::NotUnderstood { .. } | Trouble::Stopped { .. } => "bug",
            Trouble::OpenAlready { .. } => "busy",
            _ => "io",
        };
        json!({ "code": code, "kind": kind, "zh": zh, "en": en, "way_zh": way_zh, "way_en": way_en, "findings": [], "field": "" })
    }

    /// Chinese first, English second, one above the other: for a terminal.
    pub fn lines(&self) -> String {
        let Said { code, zh, en, way_zh, way_en } = self.said();
        format!("{zh}{way_zh}（{code}）\n{en} {way_en} ({code})")
    }

    fn said(&self) -> Said {
        let said =
            |code, zh: String, en: String, way_zh: &str, way_en: &str| Said { code, zh, en, way_zh: way_zh.into(), way_en: way_en.into() };
        match self {
            Trouble::NoHome => said(
                "LS-W21",
                "找不到当前用户的主目录。".into(),
                "No home folder is known for this user.".into(),
                "请用“--data 文件夹”指明数据放在哪里。",
                "Say where the data belongs with --data FOLDER.",
            ),
            Trouble::NoAssets { tried } => said(
                "LS-W22",
                format!("找不到随软件安装的字体、规则和日历。已查找：{}。", tried.replace('\n', "、")),
                format!("The fonts, rules and calendars that belong to the program are missing. Looked at: {}.", tried.replace('\n', ", ")),
                "请重新安装伦审；数据文件不受影响。",
                "Install Lunshen again; your data is not affected.",
            ),
            Trouble::File { doing, name, folder, source } => file_said(doing, name, folder, source),
            Trouble::NotUnderstood { said: why } => said(
                "LS-W23",
                format!("窗口发来的请求看不懂：{why}。"),
                format!("The window sent a request that makes no sense: {why}."),
                "什么都没有改动。请重新打开这一页再试。",
                "Nothing was changed. Open the page again and retry.",
            ),
            Trouble::Stopped { said: why } => said(
                "LS-W24",
                format!("这一步办到一半停了：{why}。"),
                format!("This step stopped half way: {why}."),
                "没有写入任何记录。请关闭软件重新打开，再办一次。",
                "Nothing was recorded. Close the program, open it again and repeat the step.",
            ),
            Trouble::OpenAlready { folder } => said(
                "LS-W25",
                format!("伦审已经打开，正在使用“{folder}”。"),
                format!("Lunshen is open already and uses “{folder}”."),
                "请转到已打开的窗口。",
                "Go to the window that is open.",
            ),
            Trouble::NotPrinted { said: why } => said(
                "LS-W31",
                format!("没有打印：这台电脑上没有找到打印机，也没有能打开PDF的程序（{why}）。"),
                format!("Not printed: no printer and no PDF viewer was found on this computer ({why})."),
                "请另存为PDF，拷到能打印的电脑上打印；文号和内容不会变。",
                "Save it as PDF and print it on another computer; number and content stay the same.",
            ),
            Trouble::PrinterRefused { said: why } => said(
                "LS-W32",
                format!("打印机没有接收：{why}。"),
                format!("The printer did not take it: {why}."),
                "请检查打印机是否开机、有纸，再点打印；或另存为PDF。",
                "Check that the printer is on and has paper, then print again; or save as PDF.",
            ),
            Trouble::TooLarge { name, megabytes } => said(
                "LS-W08",
                format!("“{name}”超过{megabytes}MB，没有收入。"),
                format!("“{name}” is larger than {megabytes} MB and was not taken in."),
                "请压缩或分成几份；原件仍在原处。",
                "Compress it or split it; the original is where it was.",
            ),
            Trouble::TooMany { folder, most } => said(
                "LS-W09",
                format!("“{folder}”里的文件多于{most}个，没有收入。"),
                format!("“{folder}” holds more than {most} files; none was taken in."),
                "请只选这件申请的文件夹。",
                "Choose the folder of this application only.",
            ),
            Trouble::NoWindow { said: why } => said(
                "LS-W26",
                format!("窗口打不开：{why}。"),
                format!("The window could not be opened: {why}."),
                "没有图形界面时可用命令行：lunshen --help。",
                "Without a display the command line works: lunshen --help.",
            ),
        }
    }
}

/// The system's reasons for refusing a file, in the words of someone holding a USB stick.
fn file_said(doing: &str, name: &str, folder: &str, source: &io::Error) -> Said {
    let (done_zh, done_en) = match doing {
        "read" => ("没有读到", "was not read"),
        "create" => ("没有建成", "was not created"),
        _ => ("没有存上", "was not saved"),
    };
    let (code, zh, en, way_zh, way_en) = match source.kind() {
        ErrorKind::StorageFull | ErrorKind::QuotaExceeded => (
            "LS-W01",
            format!("“{folder}”已满"),
            format!("“{folder}” is full"),
            "请腾出空间或换一个位置，再点重试。",
            "Make room or choose another place, then try again.",
        ),
        ErrorKind::ReadOnlyFilesystem => (
            "LS-W02",
            format!("“{folder}”是只读的"),
            format!("“{folder}” is read-only"),
            "请检查U盘的写保护开关，或换一个位置。",
            "Check the write-protect switch of the stick, or choose another place.",
        ),
        ErrorKind::PermissionDenied => (
            "LS-W03",
            format!("对“{folder}”没有权限，或文件正被别的程序打开"),
            format!("there is no permission for “{folder}”, or another program holds the file"),
            "请关闭正在使用它的程序，或换一个位置。",
            "Close the program that uses it, or choose another place.",
        ),
        ErrorKind::NotFound | ErrorKind::NotADirectory => (
            "LS-W04",
            format!("“{folder}”里没有这个位置"),
            format!("there is no such place in “{folder}”"),
            "U盘可能已拔出。请插好后重试，或换一个位置。",
            "The stick may have been pulled out. Put it back and try again, or choose another place.",
        ),
        ErrorKind::InvalidFilename => (
            "LS-W05",
            "文件名太长或有不能用的字符".into(),
            "the file name is too long or has characters that cannot be used".into(),
            "请换一个短一些的文件名。",
            "Choose a shorter file name.",
        ),
        ErrorKind::IsADirectory => {
            ("LS-W06", "同名的是一个文件夹".into(), "a folder has that name".into(), "请换一个文件名。", "Choose another name.")
        }
        ErrorKind::AlreadyExists => (
            "LS-W10",
            "同名的是一个文件".into(),
            "a file has that name".into(),
            "请换一个文件夹名。",
            "Choose another name for the folder.",
        ),
        _ => (
            "LS-W07",
            format!("“{folder}”所在的磁盘报告错误：{source}"),
            format!("the disk of “{folder}” reports: {source}"),
            "请换一个位置再试。",
            "Try another place.",
        ),
    };
    Said {
        code,
        zh: format!("“{name}”{done_zh}：{zh}。"),
        en: format!("“{name}” {done_en}: {en}."),
        way_zh: way_zh.into(),
        way_en: way_en.into(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_sentence_is_in_two_languages_and_shows_a_way_on() {
        let file = |kind| Trouble::file("write", Path::new("/media/U盘/决定书.pdf"), io::Error::from(kind));
        let all = [
            Trouble::NoHome,
            Trouble::NoAssets { tried: "/a\n/b".into() },
            Trouble::NotUnderstood { said: "x".into() },
            Trouble::Stopped { said: "x".into() },
            Trouble::OpenAlready { folder: "x".into() },
            Trouble::NotPrinted { said: "x".into() },
            Trouble::PrinterRefused { said: "x".into() },
            Trouble::TooLarge { name: "x".into(), megabytes: 1 },
            Trouble::TooMany { folder: "x".into(), most: 1 },
            Trouble::NoWindow { said: "x".into() },
            file(ErrorKind::StorageFull),
            file(ErrorKind::ReadOnlyFilesystem),
            file(ErrorKind::PermissionDenied),
            file(ErrorKind::NotFound),
            file(ErrorKind::InvalidFilename),
            file(ErrorKind::IsADirectory),
            file(ErrorKind::AlreadyExists),
            file(ErrorKind::TimedOut),
        ];
        let mut codes = std::collections::BTreeSet::new();
        for trouble in &all {
            let f = trouble.failure();
            for key in ["zh", "way_zh"] {
                let text = f[key].as_str().unwrap();
                assert!(text.ends_with('。') && !text.contains(". "), "{key} is a Chinese sentence: {text}");
            }
            for key in ["en", "way_en"] {
                assert!(f[key].as_str().unwrap().ends_with('.'), "{key} is a sentence: {f}");
            }
            assert!(codes.insert(f["code"].as_str().unwrap().to_owned()), "a code means one thing: {f}");
        }
    }

    #[test]
    fn a_full_stick_is_called_full() {
        let t = Trouble::file("write", Path::new("/media/U盘/决定书.pdf"), io::Error::from_raw_os_error(28));
        assert_eq!(t.failure()["zh"], "“决定书.pdf”没有存上：“/media/U盘”已满。");
        assert_eq!(t.failure()["code"], "LS-W01");
    }
}
