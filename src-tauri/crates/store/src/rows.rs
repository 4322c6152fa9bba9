//! The register's rows and the duties: derived, so that a list of 50,000 cases needs no case opened.

use crate::Error;
use crate::reader::{Reader, decode};
use crate::search::{fold, sound, words};
use crate::tx::Tx;
use chrono::NaiveDate;
use rusqlite::types::Value as Sql;
use rusqlite::{params, params_from_iter};
use serde::Serialize;
use serde_json::Value;
use std::collections::BTreeMap;

/// One case as its row is written. `doc` is what a list shows; the rest is what it is ordered and filtered by.
#[derive(Debug, Clone, Copy)]
pub struct CaseRowIn<'a> {
    pub id: &'a str,
    pub number: &'a str,
    pub title: &'a str,
    pub leader: &'a str,
    pub unit: &'a str,
    pub stage: &'a str,
    pub procedure: &'a str,
    /// The list item hit, 1–3; 0 = not listed.
    pub listed: u32,
    pub open: bool,
    pub due: Option<NaiveDate>,
    pub rolled: Option<NaiveDate>,
    /// Whose time is running.
    pub owner: &'a str,
    pub year: i32,
    pub doc: &'a Value,
}

/// One date that somebody must keep, of a case or another owner.
#[derive(Debug, Clone)]
pub struct DutyIn {
    pub clock: String,
    /// The day the law names.
    pub nominal: NaiveDate,
    /// The working day it moves to.
    pub rolled: NaiveDate,
    /// A limit of the law, not a habit of the house.
    pub legal: bool,
    /// Others must move first.
    pub waiting: bool,
    pub doc: Value,
}

#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Duty {
    pub kind: String,
    pub id: String,
    pub clock: String,
    pub nominal: NaiveDate,
    pub rolled: NaiveDate,
    pub legal: bool,
    pub waiting: bool,
    pub doc: Value,
}

/// How a case's duty presses. A limit the committee set for itself is never overdue, only at risk.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Pressing {
    /// The law's last day has passed, rolled over holidays.
    Overdue,
    /// Due today, nominally or rolled.
    Today,
    /// A legal limit within sight or in its grace, or one of the house that has passed.
    Risk,
    /// Others must move first, whenever due.
    Waiting,
}
impl Pressing {
    pub const ALL: [Pressing; 4] = [Pressing::Overdue, Pressing::Today, Pressing::Risk, Pressing::Waiting];
    /// As the queries and the page call it.
    pub fn key(self) -> &'static str {
        match self {
            Pressing::Overdue => "overdue",
            Pressing::Today => "today",
            Pressing::Risk => "risk",
            Pressing::Waiting => "waiting",
        }
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Op {
    Is,
    Not,
    Less,
    AtMost,
    More,
    AtLeast,
    /// Value is an array.
    In,
}

/// A page of the register. Columns: number, title, leader, unit, stage, procedure, listed, open, due, rolled, owner,
/// year, overdue_key. An empty `order` is `overdue_key`.
#[derive(Debug, Clone, Default)]
pub struct RowQuery {
    pub filter: Vec<(String, Op, Value)>,
    /// Besides, all of one of these; empty asks nothing.
    pub any: Vec<Vec<(String, Op, Value)>>,
    /// Words to be found in number, title, leader or unit, or in how these sound.
    pub text: Option<String>,
    pub order: String,
    pub desc: bool,
    pub offset: u32,
    /// 0 = none, only the total.
    pub limit: u32,
}

const COLUMNS: &[&str] =
    &["id", "number", "title", "leader", "unit", "stage", "procedure", "listed", "open", "due", "rolled", "owner", "year", "overdue_key"];

/// Few enough to be named one by one; more are walked through in the order asked for.
const FEW: usize = 400;
/// Few enough to be gathered and sorted; more are met soon enough on a walk in the order asked for.
const SORTED: u32 = 3_000;

impl Reader {
    /// A page of the register and how many rows there are in all.
    pub fn case_rows(&self, q: &RowQuery) -> Result<(Vec<Value>, u32), Error> {
        let column = |name: &str| -> Result<(), Error> {
            if COLUMNS.contains(&name) { Ok(()) } else { Err(Error::UnknownColumn { kind: "case_row".into(), column: name.into() }) }
        };
        let (mut wheres, mut values): (Vec<String>, Vec<Sql>) = (Vec::new(), Vec::new());
        for (name, op, value) in &q.filter {
            column(name)?;
            condition(name, *op, value, &mut wheres, &mut values);
        }
        let mut ways = Vec::with_capacity(q.any.len());
        for all in &q.any {
            let mut parts = Vec::new();
            for (name, op, value) in all {
                column(name)?;
                condition(name, *op, value, &mut parts, &mut values);
            }
            ways.push(if parts.is_empty() { "true".to_owned() } else { parts.join(" and ") });
        }
        if !ways.is_empty() {
            wheres.push(format!("({})", ways.join(" or ")));
        }
        let words = words(q.text.as_deref().unwrap_or(""));
        let mut counted = None;
        if !words.is_empty() {
            let found = self.texts.look(&self.conn, &words)?;
            counted = wheres.is_empty().then_some(found.len() as u32);
            if found.len() <= FEW {
                let list: Vec<String> = found.iter().map(i64::to_string).collect();
                wheres.push(format!("n in ({})", list.join(",")));
            } else {
                wheres.push("found(n)".to_owned());
            }
        }
        let clause = if wheres.is_empty() { "true".to_owned() } else { wheres.join(" and ") };
        let total: u32 = match counted {
            Some(total) => total,
            None => {
                let count = include_str!("sql/case_count.sql").replace("{where}", &clause);
                self.conn.prepare_cached(&count)?.query_row(params_from_iter(&values), |r| r.get(0))?
            }
        };
        if q.limit == 0 || q.offset >= total {
            return Ok((Vec::new(), total));
        }

        let order = if q.order.is_empty() { "overdue_key" } else { q.order.as_str() };
        column(order)?;
        let way = if q.desc { "desc" } else { "asc" };
        let few = !wheres.is_empty() && total <= SORTED;
        let text = include_str!("sql/case_page.sql").replace("{where}", &clause).replace("{way}", way);
        // A plus sign keeps the walk away from the order's own index.
        let text = text.replace("{order}", &if few { format!("+{order}") } else { order.to_owned() });
        values.push(Sql::Integer(i64::from(q.limit)));
        values.push(Sql::Integer(i64::from(q.offset)));
        let text = text.replace("{limit}", &(values.len() - 1).to_string()).replace("{offset}", &values.len().to_string());
        let mut stmt = self.conn.prepare_cached(&text)?;
        let mut rows = stmt.query(params_from_iter(&values))?;
        let mut out = Vec::with_capacity(q.limit.min(1000) as usize);
        while let Some(row) = rows.next()? {
            out.push(decode("case_row", row.get_ref(0)?.as_str().unwrap_or(""), row.get_ref(1)?.as_str().unwrap_or(""))?);
        }
        Ok((out, total))
    }

    /// The row of one case.
    pub fn case_row(&self, id: &str) -> Result<Option<Value>, Error> {
        let q = RowQuery { filter: vec![("id".into(), Op::Is, id.into())], limit: 1, ..RowQuery::default() };
        Ok(self.case_rows(&q)?.0.pop())
    }

    /// Ids of the cases about which something may still have to be done.
    pub fn open_case_ids(&self) -> Result<Vec<String>, Error> {
        let mut stmt = self.conn.prepare_cached(include_str!("sql/case_open.sql"))?;
        let rows = stmt.query_map([], |r| r.get(0))?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    /// For an idle moment: reads the texts of the register into memory now rather than when the first word is typed, and
    /// lets SQLite look at how the columns are filled, by which it chooses its indexes.
    pub fn warm(&self) -> Result<(), Error> {
        self.optimize();
        self.texts.look(&self.conn, &["\u{0}".to_owned()]).map(drop)
    }

    /// An optional nicety: a full or write-protected disk is no reason to stop.
    pub(crate) fn optimize(&self) {
        let _ = self.conn.execute_batch(include_str!("sql/optimize.sql"));
    }

    /// How many rows there are of each value of a column (stage, year, owner …).
    pub fn case_counts(&self, name: &str) -> Result<Vec<(Value, u32)>, Error> {
        if !COLUMNS.contains(&name) {
            return Err(Error::UnknownColumn { kind: "case_row".into(), column: name.into() });
        }
        let mut stmt = self.conn.prepare_cached(&include_str!("sql/case_counts.sql").replace("{column}", name))?;
        let rows = stmt.query_map([], |r| {
            let value = match r.get::<_, Sql>(0)? {
                Sql::Integer(i) => Value::from(i),
                Sql::Text(t) => Value::from(t),
                _ => Value::Null,
            };
            Ok((value, r.get(1)?))
        })?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    /// Duties due by `until` (all without it), the most pressing first.
    pub fn duties(&self, until: Option<NaiveDate>, limit: u32) -> Result<Vec<Duty>, Error> {
        self.duties_by(include_str!("sql/duties.sql"), params![until.map(|d| d.to_string()), limit])
    }

    pub fn duties_of(&self, kind: &str, id: &str) -> Result<Vec<Duty>, Error> {
        self.duties_by(include_str!("sql/duties_of.sql"), params![kind, id])
    }

    fn duties_by(&self, text: &str, what: impl rusqlite::Params) -> Result<Vec<Duty>, Error> {
        let mut stmt = self.conn.prepare_cached(text)?;
        let mut rows = stmt.query(what)?;
        let mut out = Vec::new();
        while let Some(r) = rows.next()? {
            let (kind, id): (String, String) = (r.get(0)?, r.get(1)?);
            let day = |i: usize| -> Result<NaiveDate, Error> {
                let text: String = r.get(i)?;
                text.parse().map_err(|e: chrono::ParseError| Error::Unreadable { kind: "duty".into(), id: id.clone(), why: e.to_string() })
            };
            let (nominal, rolled) = (day(3)?, day(4)?);
            let doc = decode("duty", &id, r.get_ref(7)?.as_str().unwrap_or(""))?;
            out.push(Duty { clock: r.get(2)?, nominal, rolled, legal: r.get(5)?, waiting: r.get(6)?, doc, kind, id });
        }
        Ok(out)
    }

    /// Every duty of one kind of owner, whenever due.
    pub fn duties_of_kind(&self, kind: &str) -> Result<Vec<Duty>, Error> {
        self.duties_by(include_str!("sql/duties_of_kind.sql"), params![kind])
    }

    /// How many duties of cases press in each way on `today`; `near` is the last day within sight. Ways nobody's duty
    /// presses in are left out.
    pub fn pressing_counts(&self, today: NaiveDate, near: NaiveDate) -> Result<BTreeMap<Pressing, u32>, Error> {
        let mut stmt = self.conn.prepare_cached(include_str!("sql/duty_pressing_counts.sql"))?;
        let mut rows = stmt.query(params![today.to_string(), near.to_string()])?;
        let mut out = BTreeMap::new();
        while let Some(r) = rows.next()? {
            let key: String = r.get(0)?;
            if let Some(pressing) = Pressing::ALL.into_iter().find(|p| p.key() == key) {
                out.insert(pressing, r.get(1)?);
            }
        }
        Ok(out)
    }

    /// The first `limit` of them, by nominal day.
    pub fn pressing(&self, pressing: Pressing, today: NaiveDate, near: NaiveDate, limit: u32) -> Result<Vec<Duty>, Error> {
        self.duties_by(include_str!("sql/duty_pressing_first.sql"), params![today.to_string(), near.to_string(), pressing.key(), limit])
    }
}

/// What a row is found by: its folded fields, and how all but the number sound (full, then initials).
pub(crate) fn find_texts(fields: &[&str]) -> (String, String) {
    let (full, initials) = sound::sound(&fields[1..]);
    (fold(&fields.join("\u{1f}")), format!("{full}\u{1e}{initials}"))
}

fn condition(name: &str, op: Op, value: &Value, wheres: &mut Vec<String>, values: &mut Vec<Sql>) {
    let bind = |v: &Value, values: &mut Vec<Sql>| -> String {
        values.push(match v {
            Value::Bool(b) => Sql::Integer(i64::from(*b)),
            Value::Number(n) => n.as_i64().map_or(Sql::Null, Sql::Integer),
            Value::String(s) => Sql::Text(s.clone()),
            _ => Sql::Null,
        });
        format!("?{}", values.len())
    };
    wheres.push(match (op, value) {
        (Op::In, Value::Array(list)) => {
            let marks: Vec<String> = list.iter().map(|v| bind(v, values)).collect();
            format!("{name} in ({})", marks.join(","))
        }
        (Op::Is | Op::In, v) => format!("{name} is {}", bind(v, values)),
        (Op::Not, v) => format!("{name} is not {}", bind(v, values)),
        (Op::Less, v) => format!("{name} < {}", bind(v, values)),
        (Op::AtMost, v) => format!("{name} <= {}", bind(v, values)),
        (Op::More, v) => format!("{name} > {}", bind(v, values)),
        (Op::AtLeast, v) => format!("{name} >= {}", bind(v, values)),
    });
}

impl Tx<'_> {
    pub fn put_case_row(&mut self, row: CaseRowIn<'_>) -> Result<(), Error> {
        let (text, sound) = find_texts(&[row.number, row.title, row.leader, row.unit]);
        let doc = crate::canonical::canonical_value(&format!("case_row {} ", row.id), row.doc)?;
        let day = |d: Option<NaiveDate>| d.map(|d| d.to_string());
        let n: i64 = self.reader.conn.prepare_cached(include_str!("sql/case_row_put.sql"))?.query_row(
            params![
                row.id,
                row.number,
                row.title,
                row.leader,
                row.unit,
                row.stage,
                row.procedure,
                row.listed,
                row.open,
                day(row.due),
                day(row.rolled),
                row.owner,
                row.year,
                text,
                sound,
                doc
            ],
            |r| r.get(0),
        )?;
        self.reader.texts.put(n, &text, &sound);
        Ok(())
    }

    pub fn drop_case_row(&mut self, id: &str) -> Result<(), Error> {
        self.reader.conn.prepare_cached(include_str!("sql/case_row_drop.sql"))?.execute([id])?;
        self.reader.texts.forget();
        Ok(())
    }

    /// All duties of an owner, in place of those it had.
    pub fn put_duties(&mut self, kind: &str, id: &str, duties: &[DutyIn]) -> Result<(), Error> {
        let conn = &self.reader.conn;
        conn.prepare_cached(include_str!("sql/duty_drop.sql"))?.execute(params![kind, id])?;
        let mut put = conn.prepare_cached(include_str!("sql/duty_put.sql"))?;
        for (turn, d) in duties.iter().enumerate() {
            let doc = crate::canonical::canonical_value(&format!("duty {kind} {id} "), &d.doc)?;
            let (nominal, rolled) = (d.nominal.to_string(), d.rolled.to_string());
            put.execute(params![kind, id, turn as i64, d.clock, nominal, rolled, d.legal, d.waiting, doc])?;
        }
        Ok(())
    }
}
