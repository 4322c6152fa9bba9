//! The four tables of the fourth chapter: each adds up, and each is checked against the list it is the sum of.

use super::chapters::{Book, COUNTING_EN, COUNTING_ZH};
use super::figures::{Figure, FigureRow, FigureTable, tenths};
use super::year::{KINDS, PROCEDURES, key};
use measures::*;

impl Book<'_> {
    /// Average with one decimal, and the longest.
    pub(super) fn days(&self) -> (String, u32) {
        let days: Vec<u32> = self.now.rows("time.days").iter().filter_map(|r| r.detail.trim_end_matches('日').parse().ok()).collect();
        (tenths(days.iter().sum(), days.len() as u32), days.into_iter().max().unwrap_or(0))
    }

    pub(super) fn review_table(&self) -> FigureTable {
        let unit = ("件次", "rounds");
        let mut columns: Vec<(String, String, String)> = KINDS
            .iter()
            .filter(|k| {
                self.n(&format!("review.total.{}", key(**k))) > 0
                    || self.before.n(&format!("review.total.{}", key(**k))) > 0
                    || matches!(k, RoundKind::Initial | RoundKind::Resubmission | RoundKind::Amendment | RoundKind::Tracking)
            })
            .map(|k| (key(*k), short(*k).0.into(), short(*k).1.into()))
            .collect();
        columns.push(("total".into(), "合计".into(), "Total".into()));
        let row = |p: &str, zh: &str, en: &str| FigureRow {
            zh: zh.into(),
            en: en.into(),
            cells: columns
                .iter()
                .map(|(k, c_zh, c_en)| {
                    let list = if p == "total" && k == "total" { "review.total".to_string() } else { format!("review.{p}.{k}") };
                    self.fig(&list, &format!("{zh}·{c_zh}"), &format!("{en}, {c_en}"), unit)
                })
                .collect(),
        };
        let mut rows: Vec<FigureRow> = PROCEDURES.iter().map(|p| row(&key(*p), p.zh(), p.en())).collect();
        rows.push(row("total", "合计", "Total"));
        let parts: Vec<String> =
            PROCEDURES.iter().flat_map(|p| KINDS.iter().flat_map(|k| self.ids(&format!("review.{}.{}", key(*p), key(*k))))).collect();
        self.table(
            "受理（轮次）",
            "Accepted (rounds)",
            columns.iter().map(|c| (c.1.clone(), c.2.clone())).collect(),
            rows,
            ("review.total", parts),
        )
    }

    pub(super) fn decision_table(&self) -> FigureTable {
        let unit = ("件次", "rounds");
        let always = [DecisionKind::Approve, DecisionKind::Revise, DecisionKind::Reject];
        let kinds: Vec<DecisionKind> = DecisionKind::ALL
            .iter()
            .copied()
            .filter(|k| {
                *k != DecisionKind::Pass
                    && (always.contains(k)
                        || self.n(&format!("decision.{}", key(*k))) + self.before.n(&format!("decision.{}", key(*k))) > 0)
            })
            .collect();
        let mut cells: Vec<Figure> = kinds.iter().map(|k| self.fig(&format!("decision.{}", key(*k)), k.zh(), k.en(), unit)).collect();
        cells.push(self.fig("decision.total", "决定合计", "Decided", unit));
        cells.push(self.fig("decision.open", "在审", "In review", unit));
        let columns = cells.iter().map(|c| (c.zh.clone(), c.en.clone())).collect();
        let parts: Vec<String> =
            kinds.iter().flat_map(|k| self.ids(&format!("decision.{}", key(*k)))).chain(self.ids("decision.open")).collect();
        self.table("决定", "Decisions", columns, vec![FigureRow { zh: "件次".into(), en: "Rounds".into(), cells }], ("review.total", parts))
    }

    pub(super) fn receipt_table(&self) -> FigureTable {
        let unit = ("件", "applications");
        let states = [
            ("accepted", "受理", "Accepted"),
            ("refused", "不予受理", "Refused"),
            ("withdrawn", "撤回", "Withdrawn"),
            ("supplement", "待补正", "Awaiting supplement"),
            ("checking", "待形式审查", "Being checked"),
            ("elsewhere", "委托或互认", "Commissioned or recognised"),
        ];
        // A column for what most committees never have only where it is needed.
        let some = |k: &str| self.n(&format!("receipt.{k}")) + self.before.n(&format!("receipt.{k}")) > 0;
        let states: Vec<_> = states.into_iter().filter(|(k, ..)| *k != "elsewhere" || some(k)).collect();
        let mut cells = vec![self.fig("receipt.total", "收件", "Received", unit)];
        cells.extend(states.iter().map(|(k, zh, en)| self.fig(&format!("receipt.{k}"), zh, en, unit)));
        cells.push(self.fig("receipt.noticed", "曾一次性告知", "Told to supplement", unit));
        let columns = cells.iter().map(|c| (c.zh.clone(), c.en.clone())).collect();
        let parts: Vec<String> = states.iter().flat_map(|(k, ..)| self.ids(&format!("receipt.{k}"))).collect();
        self.table(
            "收件（初次申请）",
            "Applications received",
            columns,
            vec![FigureRow { zh: "件数".into(), en: "Number".into(), cells }],
            ("receipt.total", parts),
        )
    }

    pub(super) fn time_table(&self) -> FigureTable {
        let (average, longest) = self.days();
        let unit = ("件次", "rounds");
        let cells = vec![
            Figure { text: average, ..self.fig("time.days", "平均用时（日）", "Average (days)", ("日", "days")) },
            Figure { text: longest.to_string(), ..self.fig("time.days", "最长（日）", "Longest (days)", ("日", "days")) },
            self.fig("time.in_time", "规定期限内", "Within the limit", unit),
            self.fig("time.by_extension", "延期内", "Within an extension", unit),
            self.fig("time.late", "超期", "Late", unit),
            self.fig("time.extended", "延期", "Extended", unit),
            self.fig("meeting.total", "会议", "Meetings", ("次", "meetings")),
            self.fig("meeting.attendance", "到会人次", "Attendances", ("人次", "attendances")),
        ];
        let columns = cells.iter().map(|c| (c.zh.clone(), c.en.clone())).collect();
        let parts = ["time.in_time", "time.by_extension", "time.late"].iter().flat_map(|k| self.ids(k)).collect();
        self.table(
            "时限与会议",
            "Time and meetings",
            columns,
            vec![FigureRow { zh: "受理至决定".into(), en: "Acceptance to decision".into(), cells }],
            ("time.days", parts),
        )
    }

    fn ids(&self, key: &str) -> Vec<String> {
        self.now.rows(key).iter().map(|r| r.title.clone()).collect()
    }

    fn table(&self, zh: &str, en: &str, columns: Vec<(String, String)>, rows: Vec<FigureRow>, check: (&str, Vec<String>)) -> FigureTable {
        let (columns_zh, columns_en) = columns.into_iter().unzip();
        FigureTable {
            zh: zh.into(),
            en: en.into(),
            counting_zh: COUNTING_ZH.into(),
            counting_en: COUNTING_EN.into(),
            columns_zh,
            columns_en,
            rows,
            check: e45_report::sum(zh, en, &self.ids(check.0), &check.1),
        }
    }
}

fn short(kind: RoundKind) -> (&'static str, &'static str) {
    match kind {
        RoundKind::Initial => ("初次", "Initial"),
        RoundKind::Resubmission => ("再审", "Resubmitted"),
        RoundKind::Amendment => ("变更", "Amendment"),
        RoundKind::Tracking => ("跟踪", "Tracking"),
        RoundKind::Renewed => ("重新", "Renewed"),
        RoundKind::Appeal => ("申诉", "Appeal"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn averages_are_rounded_by_integers() {
        assert_eq!(tenths(0, 0), "0");
        assert_eq!(tenths(56, 3), "18.7");
        assert_eq!(tenths(30, 2), "15");
        assert_eq!(tenths(1, 20), "0.1", "half a tenth is rounded up");
    }
}
