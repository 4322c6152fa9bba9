//! Why a paper could not be set. Each sentence says what happened, where, and what to do next: Chinese first, then English.

/// Everything that can stop a paper.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    #[error(
        "有1个字印不出：“{character}”（U+{code:04X}），全部字体都没有它。请换写法，或在设置中加一种收有此字的字体。 / No face has the character U+{code:04X}. Write it another way, or add a font that has it."
    )]
    MissingGlyph { character: char, code: u32 },

    #[error(
        "字体文件夹{folder}里缺{face}（{file}）。请运行assets/fonts/fetch.sh，或重新安装。 / The font folder lacks {file}. Run assets/fonts/fetch.sh or install again."
    )]
    MissingFont { folder: String, face: &'static str, file: String },

    #[error("字体{file}读不出：{why}。请重新安装字体。 / The font {file} cannot be read: {why}. Install the fonts again.")]
    BrokenFont { file: String, why: String },

    #[error(
        "文稿第{line}行有不认识的占位符{{{name}}}。本文书可用：{known}。 / Line {line} of the wording has the unknown placeholder {{{name}}}. This paper knows: {known}."
    )]
    UnknownPlaceholder { line: usize, name: String, known: String },

    #[error("文稿第{line}行写法不对：{why}。 / Line {line} of the wording is not well formed: {why}.")]
    Wording { line: usize, why: String },

    #[error("图片（{what}）读不出：{why}。请换一张PNG图片。 / The picture ({what}) cannot be read: {why}. Use another PNG.")]
    Picture { what: &'static str, why: String },

    #[error(
        "{what}排不进一页：{why}。请缩短文字或减少栏数。 / {what} does not fit on a page: {why}. Shorten the text or use fewer columns."
    )]
    TooLarge { what: String, why: String },

    #[error("写PDF时出错：{0}。文书没有生成，数据没有变。 / The PDF could not be written: {0}. Nothing was changed.")]
    Write(String),

    #[error("已停止，没有生成。 / Stopped; nothing was made.")]
    Stopped,

    #[error("PDF读不出：{0}。 / The PDF cannot be read: {0}.")]
    Read(String),

    #[error(
        "这份PDF有一处损坏，画到那里停下了；别的页和别的文件不受影响。请用系统的看图软件打开它，或请交来的人另存一份。 / This PDF is broken in one place, where reading stopped; other pages and files are unaffected. Open it in the system's viewer, or ask for another copy."
    )]
    Broken,
}
