//! The words of a paper: a small text the committee may adapt, with places for what the record says.
//!
//! A secretary reads and changes it in any editor. One line is one paragraph; empty lines only separate.
//!
//! ```text
//! # 说明，不印
//! 标题：受理通知书            the title
//! 主送：{申请人}              the addressee
//! 正文……                     a paragraph, first line indented
//! = 一级标题                  == 二级标题
//! > 不缩进的段落              居中：……   右齐：……   小字：……
//! 附件：……                   the list of enclosures
//! 附注：……                   the note under the date
//! 抄送：……                   at the foot of the last page
//! **黑体**                    words in 黑体
//! {占位符}                    what the record says
//! {若 占位符}……{否则}……{完}    only if there is such a thing; {若 非 占位符} the reverse
//! {每 占位符}……{完}           once for each; {序号} counts 1 2 3, {汉序号} 一 二 三
//! {放 占位符}                 a table or a signature, on a line of its own
//! {节号}                     一 二 三 …, counting the sections that are printed
//! {空行}  {换页}
//! ```
//!
//! A placeholder the paper does not know is refused with its line and the list of those it knows: a letter with a hole in
//! it is worse than no letter.

mod blocks;
mod parse;
mod values;

pub(crate) use blocks::{Manner, blocks};
pub use parse::Wording;
pub(crate) use values::{Values, chinese_date, chinese_number};
