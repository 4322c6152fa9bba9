//! What the placeholders of a wording stand for.

use std::collections::BTreeMap;

use chrono::{Datelike, NaiveDate};

use crate::press::block::Block;

/// One value.
#[derive(Debug, Clone)]
pub(crate) enum Value {
    Text(String),
    Flag(bool),
    List(Vec<Values>),
    /// Something the paper builds itself: a table, the signature.
    Blocks(Vec<Block>),
}

impl Value {
    /// Whether `{若 …}` holds.
    pub(crate) fn holds(&self) -> bool {
        match self {
            Value::Text(text) => !text.is_empty(),
            Value::Flag(flag) => *flag,
            Value::List(list) => !list.is_empty(),
            Value::Blocks(blocks) => !blocks.is_empty(),
        }
    }
}

/// Names and values.
#[derive(Debug, Clone, Default)]
pub(crate) struct Values {
    map: BTreeMap<&'static str, Value>,
}

impl Values {
    pub(crate) fn new() -> Values {
        Values::default()
    }

    pub(crate) fn text(mut self, name: &'static str, text: impl Into<String>) -> Values {
        self.map.insert(name, Value::Text(text.into()));
        self
    }

    /// A day as papers write it; nothing for `None`.
    pub(crate) fn date(self, name: &'static str, date: impl Into<Option<NaiveDate>>) -> Values {
        let text = date.into().map(chinese_date).unwrap_or_default();
        self.text(name, text)
    }

    pub(crate) fn number(self, name: &'static str, number: impl Into<i64>) -> Values {
        self.text(name, number.into().to_string())
    }

    pub(crate) fn flag(mut self, name: &'static str, flag: bool) -> Values {
        self.map.insert(name, Value::Flag(flag));
        self
    }

    pub(crate) fn list<T>(mut self, name: &'static str, items: &[T], each: impl Fn(&T) -> Values) -> Values {
        self.map.insert(name, Value::List(items.iter().map(each).collect()));
        self
    }

    /// A list of plain texts; each is `{内容}`.
    pub(crate) fn texts(self, name: &'static str, items: &[String]) -> Values {
        self.list(name, items, |item| Values::new().text("内容", item.as_str()))
    }

    pub(crate) fn blocks(mut self, name: &'static str, blocks: Vec<Block>) -> Values {
        self.map.insert(name, Value::Blocks(blocks));
        self
    }

    /// All of another set.
    pub(crate) fn and(mut self, other: Values) -> Values {
        self.map.extend(other.map);
        self
    }

    pub(crate) fn get(&self, name: &str) -> Option<&Value> {
        self.map.get(name)
    }

    /// Every name with those of its parts, for the test that `known` is the truth.
    #[cfg(test)]
    pub(crate) fn names(&self) -> Vec<String> {
        let mut out = Vec::new();
        for (name, value) in &self.map {
            out.push((*name).to_string());
            if let Value::List(list) = value {
                let mut inner: Vec<String> = list.iter().flat_map(Values::names).map(|n| format!("{name}.{n}")).collect();
                inner.sort();
                inner.dedup();
                out.append(&mut inner);
            }
        }
        out
    }
}

/// 2026年3月5日 (GB/T 9704 7.3.5.4: full year, no leading zeros).
pub(crate) fn chinese_date(date: NaiveDate) -> String {
    format!("{}年{}月{}日", date.year(), date.month(), date.day())
}

/// 一, 十二, 二十三: numbers of chapters.
pub(crate) fn chinese_number(n: usize) -> String {
    const DIGITS: [&str; 10] = ["〇", "一", "二", "三", "四", "五", "六", "七", "八", "九"];
    match n {
        0..=9 => DIGITS[n].to_string(),
        10..=99 => {
            let tens = if n < 20 { String::new() } else { DIGITS[n / 10].to_string() };
            let ones = if n.is_multiple_of(10) { "" } else { DIGITS[n % 10] };
            format!("{tens}十{ones}")
        }
        _ => n.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_of_chapters() {
        for (n, want) in [(1, "一"), (10, "十"), (11, "十一"), (20, "二十"), (23, "二十三"), (99, "九十九")] {
            assert_eq!(chinese_number(n), want);
        }
    }

    #[test]
    fn dates_have_no_leading_zeros() {
        let day = NaiveDate::from_ymd_opt(2026, 3, 5).unwrap();
        assert_eq!(chinese_date(day), "2026年3月5日");
    }
}
