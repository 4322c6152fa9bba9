//! The worksheet as a fillable PDF, for a member without the program: made for one person and one meeting, and its filled
//! copy read back into the same staging as a return. The form carries a line saying what it was made for, with a code that
//! only this committee's file can make; who filled it in stays unproved and is said to be.

use crate::acts::Act;
use crate::acts::packet::{EnrolReader, FormedItem, TakeInForm};
use crate::failure::Failure;
use crate::office::Office;
use crate::packet_pdf::PacketFor;
use crate::packets::{Staged, staged};
use crate::paper_out::file_name;
use crate::prints::names::person;
use crate::prints::packet::{contents, edition_of, files, label, options, packet};
use crate::projection::meeting_title;
use crate::sources::Sources;
use measures::*;
use papers::Pdf;
use papers::form::{self, Filled, Part, REMARKS, Unread};
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use std::collections::BTreeMap;

/// What a form was made for; the line it carries hidden, as JSON.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
struct Bound {
    /// Version of this line.
    form: u32,
    /// Which committee's file.
    file: String,
    meeting: Option<String>,
    member: String,
    /// Of the packet it goes with.
    edition: u32,
    made: Date,
    items: Vec<BoundItem>,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
struct BoundItem {
    item: String,
    round: u32,
    /// Version of the material.
    edition: u32,
    points: Vec<String>,
    options: Vec<String>,
    documents: Vec<String>,
}

const VERSION: u32 = 1;

fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|b| format!("{b:02x}")).collect()
}

impl Office {
    /// The code that proves a binding: a key of this file for this very line.
    fn form_check(&self, binding: &str) -> Result<String, Failure> {
        let label = format!("packet form {VERSION} {}", hex(&Sha256::digest(binding)));
        Ok(hex(&self.opened()?.archive.derived(&label)[..8]))
    }

    /// The form of one person for one meeting, or for cases of the simplified procedure.
    pub(crate) fn packet_form(&self, now: Instant, of: &PacketFor) -> Result<(Pdf, String), Failure> {
        let open = self.opened()?;
        let src = Sources::of_open(open, now)?;
        let meeting = of.meeting.as_ref().map(|m| src.need::<Meeting>("meeting", m)).transpose()?;
        let bound = packet(&src, meeting.as_ref(), &of.cases, &of.member, of.reply_by)?;
        let inside = contents(&src, meeting.as_ref(), &of.cases, &of.member)?;
        let mut items = Vec::new();
        let mut shown = Vec::new();
        for ((no, item, case), page) in inside.items.iter().zip(bound.cases) {
            let round = item.as_ref().map_or(case.rounds.len() as u32 - 1, |i| i.round);
            let materials = files(&src, case, round)?;
            let options = if inside.adviser { vec![] } else { options(&src, item.as_ref(), case) };
            let named = |m: &Material| match label(m) {
                l if l.is_empty() => m.name.clone(),
                l => format!("{}（{l}）", m.name),
            };
            shown.push(form::FormItem {
                no: *no,
                case: page.case,
                kind: page.kind,
                answers: page.answers,
                options: options.iter().map(|(key, zh, _)| (key.clone(), (*zh).to_string())).collect(),
                documents: materials.iter().map(named).collect(),
                dimensions: page.dimensions.clone(),
            });
            items.push(BoundItem {
                item: item.as_ref().map_or(case.id.clone(), |i| i.id.clone()),
                round,
                edition: edition_of(src.reader, &case.id)?,
                points: page.dimensions.iter().flat_map(|d| d.points.iter().map(|(code, _)| code.clone())).collect(),
                options: options.into_iter().map(|(key, ..)| key).collect(),
                documents: materials.into_iter().map(|m| m.id).collect(),
            });
        }
        if items.is_empty() {
            return Err(Failure::invalid("member", "没有可以交这位委员的议题。", "There is no item for this member to read."));
        }
        let binding = serde_json::to_string(&Bound {
            form: VERSION,
            file: open.archive.file_id(),
            meeting: of.meeting.clone(),
            member: of.member.clone(),
            edition: handed(&src, of.meeting.as_deref(), &of.member)?.max(1),
            made: src.today(),
            items,
        })?;
        let check = self.form_check(&binding)?;
        let form = form::Form {
            committee: bound.committee,
            occasion: bound.occasion.clone(),
            member: bound.member.clone(),
            role: bound.role,
            made: src.today(),
            reply: bound.reply,
            items: shown,
            binding,
            check,
            demo: bound.demo,
        };
        let pdf = form::set(&form, self.press.fonts()?)?;
        Ok((pdf, file_name(&["审查工作单", &bound.occasion, &bound.member], "pdf")))
    }

    /// Reads a filled copy and says what would happen; its bytes are kept for the act that takes it in.
    pub(crate) fn read_form(&mut self, now: Instant, bytes: Vec<u8>, meeting: Option<&str>) -> Result<Staged, Failure> {
        let filled = form::read(&bytes).map_err(unread)?;
        if self.form_check(&filled.binding)? != filled.check {
            return Err(invalid(
                "表上的核对码对不上：不是本委员会做的表，或者被改过。",
                "The form's check code does not match: it is not this committee's, or it was altered.",
            )
            .way(
                "请委员用原来的表重填；实在不行，按书面意见录入。",
                "Ask for the original to be filled in, or enter it as an opinion from paper.",
            ));
        }
        // The code was made by this file, so the line is one we wrote.
        let bound: Bound = serde_json::from_str(&filled.binding)?;
        if bound.form != VERSION {
            return Err(invalid("这份表是另一个版本的软件做的。", "The form was made by another version of the program.")
                .way("重新做一份表，或按书面意见录入。", "Make the form anew, or enter it as an opinion from paper."));
        }
        self.of_this_meeting(now, bound.meeting.as_deref(), meeting)?;
        let (on, mut notes) = day(&filled, now.date_naive());
        let mut items = Vec::new();
        for (n, item) in bound.items.iter().enumerate() {
            let said = said(&filled, n, item)?;
            if said != Said::default() {
                items.push(FormedItem { item: item.item.clone(), round: item.round, edition: item.edition, said });
            }
        }
        if items.is_empty() {
            return Err(invalid("表里一项也没有填。", "Nothing is filled in.").way(
                "看看是不是交来了空表，或者填完没有保存。",
                "See whether the empty form came, or whether it was saved after filling in.",
            ));
        }
        let sha256 = self.opened_mut()?.archive.stage_blob(&bytes)?;
        let act = TakeInForm {
            meeting: bound.meeting.clone(),
            member: bound.member,
            edition: bound.edition,
            check: filled.check,
            on,
            sha256,
            items,
        };
        let mut findings = self.rehearsed(now, Act::TakeInForm(act.clone()))?;
        findings.append(&mut notes);
        let src = Sources::of_open(self.opened()?, now)?;
        let meeting = bound.meeting.as_ref().map(|m| src.need::<Meeting>("meeting", m)).transpose()?;
        let opinions = act.opinions(src.reader, now)?;
        let made = opinions.first().map_or(now, |o| o.made);
        Ok(Staged {
            name: person(&src, &act.member)?.0,
            member: act.member.clone(),
            occasion_zh: meeting.as_ref().map_or_else(|| "简易程序审查".into(), meeting_title),
            made,
            seq: 0,
            signed: false,
            fingerprint: String::new(),
            enrolled: true,
            findings,
            items: opinions.into_iter().map(|o| staged(&src, o)).collect::<Result<Vec<_>, _>>()?,
            enrol: EnrolReader { member: act.member.clone(), key: String::new(), on: None },
            act: Act::TakeInForm(act),
        })
    }
}

/// How many packets this person was handed for the meeting or, without one, in the simplified procedure.
fn handed(src: &Sources, meeting: Option<&str>, member: &str) -> Result<u32, Failure> {
    Ok(src.reader.where_::<Packet>("member", member)?.iter().filter(|p| p.meeting.as_deref() == meeting).count() as u32)
}

fn invalid(zh: impl Into<String>, en: impl Into<String>) -> Failure {
    Failure::invalid("file", zh, en)
}

fn unread(why: Unread) -> Failure {
    let by_hand =
        ("按书面意见录入，或请委员重填后保存一份再交。", "Enter it as an opinion from paper, or ask for the form saved once more.");
    let failure = match why {
        Unread::TooLarge => {
            let most = form::LARGEST >> 20;
            invalid(format!("文件大于{most}MB，不会是填好的表。"), format!("Larger than {most} MB; this is no filled form."))
        }
        Unread::Locked => invalid("这份PDF设了口令，读不出。", "This PDF is locked with a password."),
        Unread::Damaged => invalid("这份PDF损坏了，读不出填写项。", "This PDF is damaged; its fields cannot be read."),
        Unread::NoFields => invalid(
            "这份PDF里没有填写项：可能是“打印成PDF”了，或者是另一个文件。",
            "There are no fields in this PDF: it was printed into a PDF, or it is another file.",
        ),
        Unread::Foreign => invalid("这份PDF是另一种表，不是我们的工作单。", "This PDF is another form, not a worksheet of ours."),
        Unread::TooLong(field) => invalid(
            format!("有一栏（{field}）超过{}字，不收。", form::LONGEST),
            format!("One field ({field}) is longer than {} characters.", form::LONGEST),
        ),
    };
    failure.way(by_hand.0, by_hand.1)
}

/// The day written on the form. One that cannot be read, or has not come, is told and left out.
fn day(filled: &Filled, today: Date) -> (Option<Date>, Vec<Finding>) {
    let typed = filled.fields.get(form::DAY).map(|s| s.trim()).unwrap_or_default();
    let numbers: Vec<i64> = typed
        .split(|c: char| !c.is_numeric())
        .filter(|s| !s.is_empty())
        .filter_map(|s| {
            s.chars()
                .map(|c| c.to_digit(10).or_else(|| wide_digit(c)))
                .try_fold(0i64, |n, d| Some((n * 10 + i64::from(d?)).min(99_999_999)))
        })
        .collect();
    let of = |y: i64, m: i64, d: i64| Date::from_ymd_opt(y.try_into().ok()?, m.try_into().ok()?, d.try_into().ok()?);
    let read = match numbers[..] {
        [y, m, d] if y >= 1000 => of(y, m, d),
        [n] if n >= 10_000_000 => of(n / 10_000, n / 100 % 100, n % 100),
        _ => None,
    };
    let note = |zh: String, en: String| vec![Finding::note("R.form_day", zh, en)];
    match read {
        Some(day) if day <= today => (Some(day), vec![]),
        Some(_) => (
            None,
            note(
                format!("表上写的日期{typed}还没有到，按今天算。"),
                format!("The day on the form ({typed}) has not come; today is taken."),
            ),
        ),
        None if typed.is_empty() => {
            (None, note("表上没有写日期，按今天算。".into(), "No day is written on the form; today is taken.".into()))
        }
        None => {
            let shown: String = typed.chars().take(20).collect();
            (
                None,
                note(
                    format!("表上的日期“{shown}”看不懂，按今天算。"),
                    format!("The day on the form (“{shown}”) cannot be read; today is taken."),
                ),
            )
        }
    }
}

/// 全角数字.
fn wide_digit(c: char) -> Option<u32> {
    ('０'..='９').contains(&c).then(|| u32::from(c) - u32::from('０'))
}

/// What stands on the form about one item. Every field must be there, if empty: one that was taken out is not “no answer”.
fn said(filled: &Filled, n: usize, bound: &BoundItem) -> Result<Said, Failure> {
    let get = |part: Part| -> Result<String, Failure> {
        let name = form::name_of(n, part);
        filled.fields.get(&name).map(|v| v.trim().to_string()).ok_or_else(|| {
            invalid(format!("表里缺少填写项（{name}），可能被别的软件改过。"), format!("A field is missing from the form ({name})."))
                .way("请委员用原来的表重填。", "Ask for the original form to be filled in.")
        })
    };
    let strange = |what: &str, value: &str| {
        let value: String = value.chars().take(20).collect();
        invalid(format!("{what}填的是“{value}”，不在可选的里面。"), format!("“{value}” is not among the answers that can be ticked."))
            .way("请委员用原来的表重填。", "Ask for the original form to be filled in.")
    };
    let mut said = Said::default();
    match get(Part::Conflict)?.as_str() {
        "" | "none" => {}
        "declared" => said.conflict = true,
        other => return Err(strange("利益冲突", other)),
    }
    said.conflict_words = get(Part::ConflictWords)?;
    // Words without a tick would be lost, and they are the ones that matter most.
    if !said.conflict && !said.conflict_words.is_empty() {
        said.conflict = get(Part::Conflict)?.is_empty();
    }
    if !bound.options.is_empty() {
        let ticked = get(Part::Opinion)?;
        if !ticked.is_empty() && !bound.options.contains(&ticked) {
            return Err(strange("初步意见", &ticked));
        }
        said.opinion = Some(ticked).filter(|t| !t.is_empty());
    }
    let mut points = BTreeMap::new();
    for code in &bound.points {
        let (ticked, words) = (get(Part::Answer(code))?, get(Part::Words(code))?);
        let answer = match ticked.as_str() {
            "" => None,
            "1" | "2" | "3" | "4" => ticked.parse().ok(),
            other => return Err(strange(code, other)),
        };
        if answer.is_some() || !words.is_empty() {
            points.insert(code.clone(), PointAnswer { answer, words });
        }
    }
    said.points = points;
    for r in 0..REMARKS {
        let words = get(Part::RemarkWords(r))?;
        let (document, page, letter) = (get(Part::RemarkDocument(r))?, get(Part::RemarkPage(r))?, get(Part::RemarkLetter(r))?);
        if words.is_empty() {
            continue;
        }
        // Some viewers keep what is shown of a list, some what it stands for; both begin with the number.
        let number: String = document.chars().take_while(char::is_ascii_digit).collect();
        let chosen = number.parse::<usize>().ok().and_then(|n| bound.documents.get(n.checked_sub(1)?)).cloned();
        let digits: String =
            page.chars().filter_map(|c| c.to_digit(10).or_else(|| wide_digit(c))).filter_map(|d| char::from_digit(d, 10)).take(6).collect();
        said.remarks.push(ReaderRemark {
            marks: vec![],
            id: format!("r{}", r + 1),
            document: chosen.unwrap_or_default(),
            page: digits.parse().unwrap_or(0),
            quote: String::new(),
            words,
            for_letter: !letter.is_empty(),
        });
    }
    said.words = get(Part::Whole)?;
    Ok(said)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_is_read_however_it_is_written() {
        let today = Date::from_ymd_opt(2026, 9, 8).unwrap();
        let read = |typed: &str| {
            let filled = Filled { fields: [(form::DAY.to_string(), typed.to_string())].into(), ..Filled::default() };
            let (on, notes) = day(&filled, today);
            (on.map(|d| d.to_string()).unwrap_or_default(), notes.len())
        };
        for typed in ["2026-09-07", "2026年9月7日", "2026/9/7", "20260907", " 2026.09.07 ", "２０２６年９月７日"] {
            assert_eq!(read(typed), ("2026-09-07".into(), 0), "{typed}");
        }
        for typed in ["", "昨天", "2026-13-40", "2026-09-09", "99999999999999999999", "9月7日"] {
            assert_eq!(read(typed), (String::new(), 1), "{typed}");
        }
    }
}
