//! Why a packet or a return cannot be written or read: each a sentence, a way out and a code, in both languages. The
//! screens branch on `code()`; the words never carry a title or a name out of the encrypted part, but for the committee's
//! and the recipient's own where that is the point.

use super::Version;
use std::path::{Path, PathBuf};

#[derive(Debug)]
pub enum Error {
    /// It ends before its end.
    Truncated,
    /// Bytes are not those that were written.
    Altered {
        part: Part,
    },
    WrongPassphrase,
    /// Not a packet at all, or a return.
    NotAPacket,
    /// Not a return at all, or a packet.
    NotAReturn,
    /// Written by a later major version: `needs` of the format, `wrote` names the program that wrote it.
    TooNew {
        needs: Version,
        wrote: String,
    },
    TooOld {
        found: Version,
    },
    /// Signed by or encrypted to another committee, or the committee's key is not the one known before.
    OtherCommittee {
        name: String,
    },
    OtherRecipient {
        name: String,
    },
    /// A return to another packet.
    OtherPacket,
    /// Asks for more work than any honest packet.
    TooHard {
        asked: u32,
    },
    TooLarge {
        what: String,
        claims: u64,
        limit: u64,
    },
    /// Decrypted and signed, yet its parts do not fit together.
    Malformed {
        what: String,
    },
    /// While writing: a document is not what the list says.
    Changed {
        title: String,
    },
    Cancelled,
    NotThere {
        path: PathBuf,
    },
    Full {
        path: PathBuf,
    },
    Io {
        path: PathBuf,
        source: std::io::Error,
    },
}

/// Where a file is not as it was written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Part {
    Head,
    Body,
    Signature,
    /// A document, by its title.
    Document(String),
    /// The working file on the reader's machine.
    Working,
}

impl Part {
    fn zh(&self) -> String {
        match self {
            Part::Head => "文件头".into(),
            Part::Body => "正文".into(),
            Part::Signature => "签名".into(),
            Part::Document(title) => format!("“{title}”"),
            Part::Working => "本机的工作文件".into(),
        }
    }
    fn en(&self) -> String {
        match self {
            Part::Head => "its head".into(),
            Part::Body => "its body".into(),
            Part::Signature => "its signature".into(),
            Part::Document(title) => format!("“{title}”"),
            Part::Working => "the working file of this machine".into(),
        }
    }
}

impl Error {
    pub(super) fn io(e: std::io::Error) -> Error {
        use std::io::ErrorKind as K;
        let path = PathBuf::new();
        match e.kind() {
            K::NotFound => Error::NotThere { path },
            K::StorageFull | K::QuotaExceeded | K::FileTooLarge | K::WriteZero => Error::Full { path },
            _ => Error::Io { path, source: e },
        }
    }

    /// Names the file where the failure did not know it yet.
    pub fn at(mut self, file: &Path) -> Error {
        if let Error::NotThere { path } | Error::Full { path } | Error::Io { path, .. } = &mut self
            && path.as_os_str().is_empty()
        {
            *path = file.to_path_buf();
        }
        self
    }

    /// LS-Knn, fit to be read over the telephone.
    pub fn code(&self) -> &'static str {
        match self {
            Error::Truncated => "LS-K01",
            Error::Altered { .. } => "LS-K02",
            Error::WrongPassphrase => "LS-K03",
            Error::NotAPacket => "LS-K04",
            Error::NotAReturn => "LS-K05",
            Error::TooNew { .. } => "LS-K06",
            Error::TooOld { .. } => "LS-K07",
            Error::OtherCommittee { .. } => "LS-K08",
            Error::OtherRecipient { .. } => "LS-K09",
            Error::OtherPacket => "LS-K10",
            Error::TooHard { .. } => "LS-K11",
            Error::TooLarge { .. } => "LS-K12",
            Error::Malformed { .. } => "LS-K13",
            Error::Changed { .. } => "LS-K14",
            Error::Cancelled => "LS-K15",
            Error::NotThere { .. } => "LS-K16",
            Error::Full { .. } => "LS-K17",
            Error::Io { .. } => "LS-K18",
        }
    }

    pub fn zh(&self) -> String {
        match self {
            Error::Truncated => "文件不完整，后面缺了一段，没有打开。".into(),
            Error::Altered { part } => format!("文件与写出时不一致（{}），可能损坏或被改动，没有打开。", part.zh()),
            Error::WrongPassphrase => "口令不对，没有打开，文件没有变化。".into(),
            Error::NotAPacket => "这不是阅会包。".into(),
            Error::NotAReturn => "这不是回执文件。".into(),
            Error::TooNew { needs, wrote } => format!("文件由较新的程序（{wrote}）写成，格式{needs}，本程序只认到{}。", Version::OURS),
            Error::TooOld { found } => format!("文件的格式是{found}，本程序最早只认{}.0。", Version::OLDEST),
            Error::OtherCommittee { name } if name.is_empty() => "文件属于另一个委员会，没有打开。".into(),
            Error::OtherCommittee { name } => format!("文件自称来自“{name}”，但签名不是已知的那一把钥匙，没有采用。"),
            Error::OtherRecipient { name } => format!("文件是给“{name}”的，与这里的委员不符。"),
            Error::OtherPacket => "回执答复的是另一个阅会包。".into(),
            Error::TooHard { asked } => format!("文件要求的运算量（2的{asked}次方）远超正常，已拒绝，没有运算。"),
            Error::TooLarge { what, claims, limit } => format!("文件自称{what}有{claims}字节，超过上限{limit}，已拒绝。"),
            Error::Malformed { what } => format!("文件内容前后不符（{what}），没有采用。"),
            Error::Changed { title } => format!("“{title}”在打包过程中有变化，阅会包没有写成。"),
            Error::Cancelled => "已取消，没有留下文件。".into(),
            Error::NotThere { path } => format!("找不到“{}”。", path.display()),
            Error::Full { path } => format!("“{}”所在的磁盘空间不足，没有写成，原有文件没有变化。", path.display()),
            Error::Io { path, source } => format!("“{}”读写失败（{source}），原有文件没有变化。", path.display()),
        }
    }

    pub fn en(&self) -> String {
        match self {
            Error::Truncated => "The file is incomplete, its end is missing; it was not opened.".into(),
            Error::Altered { part } => {
                format!("The file is not as it was written ({}); it is damaged or was altered and was not opened.", part.en())
            }
            Error::WrongPassphrase => "The passphrase is wrong; nothing was opened and nothing changed.".into(),
            Error::NotAPacket => "This is not a packet.".into(),
            Error::NotAReturn => "This is not a return file.".into(),
            Error::TooNew { needs, wrote } => {
                format!("The file was written by a newer program ({wrote}) in format {needs}; this one reads up to {}.", Version::OURS)
            }
            Error::TooOld { found } => format!("The file has format {found}; this program reads {}.0 and later.", Version::OLDEST),
            Error::OtherCommittee { name } if name.is_empty() => "The file belongs to another committee and was not opened.".into(),
            Error::OtherCommittee { name } => {
                format!("The file says it is from “{name}”, but it is not signed by the key known before; it was not used.")
            }
            Error::OtherRecipient { name } => format!("The file is for “{name}”, not for the member here."),
            Error::OtherPacket => "The return answers another packet.".into(),
            Error::TooHard { asked } => {
                format!("The file asks for far more work than normal (2 to the power of {asked}); refused without doing it.")
            }
            Error::TooLarge { what, claims, limit } => {
                format!("The file claims {claims} bytes of {what}, above the limit of {limit}; refused.")
            }
            Error::Malformed { what } => format!("The parts of the file do not agree ({what}); it was not used."),
            Error::Changed { title } => format!("“{title}” changed while the packet was being made; no packet was written."),
            Error::Cancelled => "Cancelled; no file was left.".into(),
            Error::NotThere { path } => format!("“{}” is not there.", path.display()),
            Error::Full { path } => {
                format!("The disk of “{}” is full; nothing was written, the earlier file is unchanged.", path.display())
            }
            Error::Io { path, source } => {
                format!("“{}” could not be read or written ({source}); the earlier file is unchanged.", path.display())
            }
        }
    }

    pub fn way_zh(&self) -> &'static str {
        match self {
            Error::Truncated | Error::Altered { .. } | Error::Malformed { .. } => "请对方重新导出一份，换一个U盘或邮箱再传。",
            Error::WrongPassphrase => "请逐组核对电话里的口令，空格和全角数字都可以；仍不对，请秘书重报一遍。",
            Error::NotAPacket => "请选择扩展名为.lspkt的文件；回执文件（.lsret）由秘书导入。",
            Error::NotAReturn => "请选择扩展名为.lsret的文件；阅会包（.lspkt）由委员打开。",
            Error::TooNew { .. } => "请先升级程序，再打开。",
            Error::TooOld { .. } => "请对方用当前版本重新导出。",
            Error::OtherCommittee { .. } => "请打电话给秘书核对；属实则重新登记钥匙，不属实请不要使用这个文件。",
            Error::OtherRecipient { .. } => "请秘书另发一份给本人。",
            Error::OtherPacket => "请核对是哪一次会议的回执。",
            Error::TooHard { .. } | Error::TooLarge { .. } => "请不要使用这个文件，并打电话核对来源。",
            Error::Changed { .. } => "请重新打包。",
            Error::Cancelled => "需要时再做一次即可。",
            Error::NotThere { .. } => "请插好U盘或重新选择文件。",
            Error::Full { .. } => "请腾出空间，或换一个位置再保存。",
            Error::Io { .. } => "请检查U盘是否插好、能否写入，再试一次。",
        }
    }

    pub fn way_en(&self) -> &'static str {
        match self {
            Error::Truncated | Error::Altered { .. } | Error::Malformed { .. } => {
                "Ask for the file to be exported again and send it by another stick or mailbox."
            }
            Error::WrongPassphrase => {
                "Compare group by group with what was said; spaces and full-width digits do not matter. If it still fails, ask the secretary to read it again."
            }
            Error::NotAPacket => "Choose a file ending in .lspkt; a return (.lsret) is taken in by the secretary.",
            Error::NotAReturn => "Choose a file ending in .lsret; a packet (.lspkt) is opened by its member.",
            Error::TooNew { .. } => "Update the program first, then open it.",
            Error::TooOld { .. } => "Ask for it to be exported by the present version.",
            Error::OtherCommittee { .. } => "Telephone the secretary; if it is right enrol the key anew, if not do not use the file.",
            Error::OtherRecipient { .. } => "Ask the secretary for one of your own.",
            Error::OtherPacket => "Check which meeting the return is for.",
            Error::TooHard { .. } | Error::TooLarge { .. } => "Do not use the file, and telephone to check where it came from.",
            Error::Changed { .. } => "Make the packet again.",
            Error::Cancelled => "Do it again when wanted.",
            Error::NotThere { .. } => "Put the stick in, or choose the file again.",
            Error::Full { .. } => "Free some space, or save it somewhere else.",
            Error::Io { .. } => "Check that the stick is in and can be written to, then try again.",
        }
    }
}

impl std::fmt::Display for Error {
    fn fmt(&self, f: &mut std::fmt::Formatter) -> std::fmt::Result {
        write!(f, "{}{}\n{} {}", self.zh(), self.way_zh(), self.en(), self.way_en())
    }
}

impl std::error::Error for Error {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            Error::Io { source, .. } => Some(source),
            _ => None,
        }
    }
}
