//! 会后办理: what one press would create after a closed meeting. The lines are those the act itself will draft.

use super::meeting::AftermathView;
use crate::acts::aftermath::lines;
use crate::failure::Failure;
use crate::office::Office;
use crate::projection::meeting_title;
use crate::sources::Sources;
use measures::say::{en_count, en_day, zh_day};
use measures::*;

pub fn build(office: &Office, now: Instant, meeting: &str) -> Result<AftermathView, Failure> {
    let src = Sources::of_open(office.opened()?, now)?;
    let meeting = src.need::<Meeting>("meeting", meeting)?;
    let lines = lines(&src, &meeting)?;
    let items = src.items_of(&meeting)?;
    let count = |result: ItemResult| items.iter().filter(|i| i.outcome.as_ref().is_some_and(|o| o.result == result)).count();
    let (decided, none, not) = (count(ItemResult::Decided), count(ItemResult::NoDecision), count(ItemResult::NotDeliberated));
    let span = match (meeting.opened, meeting.closed) {
        (Some(from), Some(to)) => {
            let hours = format!("{}–{}", from.format("%-H:%M"), to.format("%-H:%M"));
            (format!("，{}{hours}", zh_day(from.date_naive())), format!(", {} {hours}", en_day(from.date_naive())))
        }
        _ => Default::default(),
    };
    let mut zh = format!("{}{}。{}项中{decided}项形成决定", meeting_title(&meeting), span.0, items.len());
    let mut en = format!("Meeting {}{}. {decided} of {} decided", meeting.no, span.1, en_count(items.len() as i64, "item"));
    for (n, what_zh, what_en) in [(none, "未形成决定", "no decision"), (not, "未审议", "not deliberated")] {
        if n > 0 {
            zh.push_str(&format!("，{n}项{what_zh}"));
            en.push_str(&format!(", {n} {what_en}"));
        }
    }
    let done = lines.iter().filter(|l| l.group != "date").all(|l| l.paper.is_some());
    zh.push('。');
    en.push('.');
    zh.push_str(if done {
        "草稿已齐，逐份核对后签发。"
    } else {
        "以下一次生成草稿。不取号、不签发，签发前都可改、可撤。"
    });
    en.push_str(if done {
        " All drafts are there; check and issue them one by one."
    } else {
        " Drafts only: no number taken, nothing issued, all can be changed or dropped."
    });
    Ok(AftermathView { meeting, zh, en, lines, done })
}
