//! Article 14, when the lamp is red: what would turn it green, quickest first. It proposes; nothing here lowers what the
//! article asks for.

use crate::m10_composition::coverage;
use crate::{Date, Facts, Item, Member, Profile, Role};
use serde::{Deserialize, Serialize};

/// A way out of a red lamp, quickest first.
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Way {
    /// `call_in` a member, `designate_host`, `fill_chair`, `defer` the item.
    pub key: String,
    pub zh: String,
    pub en: String,
    /// Whom it takes, for `call_in` and `designate_host`.
    pub member: Option<String>,
}

/// What would turn the lamp green, quickest first: one absent member who would do, a host, or the next meeting.
#[allow(clippy::too_many_arguments)] // one caller; the pieces are all there already
pub(crate) fn ways_out(
    facts: &Facts,
    present: &[&Member],
    absent: &[&Member],
    item: &Item,
    host_ok: bool,
    minimum: u32,
    profile: Profile,
    day: Date,
) -> Vec<Way> {
    let mut ways = Vec::new();
    let missing_now = coverage(present, profile).missing.len();
    let short = minimum.saturating_sub(present.len() as u32);
    let free: Vec<&&Member> = absent.iter().filter(|m| !item.is_recused(&m.id)).collect();
    for m in &free {
        let mut with = present.to_vec();
        with.push(m);
        let covered = coverage(&with, profile).missing.len();
        let mends = covered < missing_now || (missing_now == 0 && short > 0);
        if mends {
            let last = covered == 0 && with.len() as u32 >= minimum;
            ways.push(Way {
                key: "call_in".into(),
                zh: format!("请{}（{}）到会或以视频到会{}。", m.name, m.category.zh(), if last { "，即可审议" } else { "" }),
                en: format!(
                    "Ask {} ({}) to come or join by video{}.",
                    m.name,
                    m.category.en(),
                    if last { "; the item can then be heard" } else { "" }
                ),
                member: Some(m.id.clone()),
            });
        }
    }
    // One person alone who mends everything comes before those who only help.
    ways.sort_by_key(|w| !w.zh.contains("即可审议"));
    if !host_ok {
        let chair = facts.members.iter().find(|m| m.role_on(day) == Some(Role::Chair));
        if chair.is_none() {
            ways.push(Way {
                key: "fill_chair".into(),
                zh: "由单位任命主任委员。".into(),
                en: "The unit appoints a chair.".into(),
                member: None,
            });
        } else {
            for m in present.iter().filter(|m| m.role_on(day) == Some(Role::ViceChair)) {
                ways.push(Way {
                    key: "designate_host".into(),
                    zh: format!("由主任委员指定副主任委员{}主持。", m.name),
                    en: format!("The chair designates vice-chair {} to preside.", m.name),
                    member: Some(m.id.clone()),
                });
            }
        }
    }
    ways.push(Way {
        key: "defer".into(),
        zh: "改列下次会议；期限不停，必要时延长并写明新的日期。".into(),
        en: "Put it to the next meeting; the clock runs on, so extend with a new date if needed.".into(),
        member: None,
    });
    ways
}
