//! Reads a wording into a tree, checks its names, and fills it with values.

use crate::wording::values::{Value, Values, chinese_number};
use crate::{Error, Kind};

/// A wording that has been read and found well formed.
#[derive(Debug, Clone, PartialEq)]
pub struct Wording {
    nodes: Vec<Node>,
}

impl Wording {
    /// Reads a wording; fails with the line where it is not well formed.
    pub fn parse(text: &str) -> Result<Wording, Error> {
        Ok(Wording { nodes: parse(text)? })
    }

    /// The wording that comes with the program.
    pub fn default_text(kind: Kind) -> &'static str {
        kind.wording()
    }

    /// The placeholders a paper knows. Those of a list's parts are written 列表.部分, and are used without the list's
    /// name inside `{每 列表}`.
    pub fn known(kind: Kind) -> &'static [&'static str] {
        kind.known()
    }

    /// Refuses placeholders the paper does not know, wherever they stand.
    pub fn check(&self, kind: Kind) -> Result<(), Error> {
        check(&self.nodes, kind.known())
    }

    pub(crate) fn nodes(&self) -> &[Node] {
        &self.nodes
    }
}

/// A part of a wording.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Node {
    Text(String),
    Value { name: String, line: usize },
    If { name: String, negated: bool, line: usize, then: Vec<Node>, other: Vec<Node> },
    Each { name: String, line: usize, body: Vec<Node> },
    Place { name: String, line: usize },
    EmptyLine,
    NewPage,
}

/// A filled wording: what was written and what came from the record are told apart, so that a value can never be taken
/// for a mark of the wording.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Piece {
    Written(String),
    Recorded(String),
    Place(String),
    EmptyLine,
    NewPage,
}

enum Token {
    Text(String),
    Tag { words: String, line: usize },
}

/// 一, 二, 三 …: counts the sections that are really printed, so that a section left out leaves no gap.
const SECTION: &str = "节号";
/// Names every wording may use inside a list.
const COUNTERS: [&str; 2] = ["序号", "汉序号"];

pub(crate) fn parse(text: &str) -> Result<Vec<Node>, Error> {
    let tokens = tokens(text)?;
    let mut at = 0;
    let nodes = nodes(&tokens, &mut at, None)?;
    if let Some(Token::Tag { words, line }) = tokens.get(at) {
        return Err(Error::Wording { line: *line, why: format!("{{{words}}}没有与之相配的开头 / nothing opens it") });
    }
    Ok(nodes)
}

fn tokens(text: &str) -> Result<Vec<Token>, Error> {
    let mut out = Vec::new();
    for (i, line) in text.trim_start_matches('\u{feff}').lines().enumerate() {
        let number = i + 1;
        if line.trim_start().starts_with('#') {
            continue;
        }
        let mut rest = line.trim();
        let mut only_control = true;
        let mut parts: Vec<Token> = Vec::new();
        while !rest.is_empty() {
            let Some(open) = rest.find('{') else {
                only_control &= rest.trim().is_empty();
                parts.push(Token::Text(rest.to_string()));
                break;
            };
            if open > 0 {
                only_control &= rest[..open].trim().is_empty();
                parts.push(Token::Text(rest[..open].to_string()));
            }
            let Some(close) = rest[open..].find('}') else {
                return Err(Error::Wording { line: number, why: "“{”没有“}”相配 / a brace is not closed".into() });
            };
            let words = rest[open + 1..open + close].trim().to_string();
            if words.is_empty() {
                return Err(Error::Wording { line: number, why: "“{}”里没有名称 / a placeholder without a name".into() });
            }
            only_control &= is_control(&words);
            parts.push(Token::Tag { words, line: number });
            rest = &rest[open + close + 1..];
        }
        // A line that only steers leaves no paragraph behind.
        if !parts.is_empty() && !only_control {
            parts.push(Token::Text("\n".into()));
        }
        out.append(&mut parts);
    }
    Ok(out)
}

fn is_control(words: &str) -> bool {
    ["若", "每", "放"].iter().any(|w| words.strip_prefix(w).is_some_and(|r| r.starts_with([' ', '　'])))
        || ["否则", "完", "空行", "换页"].contains(&words)
}

fn argument<'a>(words: &'a str, verb: &str) -> Option<&'a str> {
    words.strip_prefix(verb).filter(|r| r.starts_with([' ', '　'])).map(str::trim)
}

fn nodes(tokens: &[Token], at: &mut usize, opened: Option<(&str, usize)>) -> Result<Vec<Node>, Error> {
    let mut out = Vec::new();
    while let Some(token) = tokens.get(*at) {
        match token {
            Token::Text(text) => out.push(Node::Text(text.clone())),
            Token::Tag { words, line } => {
                let line = *line;
                if words == "完" || words == "否则" {
                    return Ok(out);
                }
                if let Some(name) = argument(words, "若") {
                    let (negated, name) = match argument(name, "非") {
                        Some(name) => (true, name),
                        None => (false, name),
                    };
                    let mut then = body(tokens, at, words, line)?;
                    let mut other = Vec::new();
                    if matches!(tokens.get(*at), Some(Token::Tag { words, .. }) if words == "否则") {
                        other = body(tokens, at, words, line)?;
                    }
                    expect_end(tokens, at, words, line)?;
                    then.shrink_to_fit();
                    out.push(Node::If { name: name.into(), negated, line, then, other });
                } else if let Some(name) = argument(words, "每") {
                    let body = body(tokens, at, words, line)?;
                    expect_end(tokens, at, words, line)?;
                    out.push(Node::Each { name: name.into(), line, body });
                } else if let Some(name) = argument(words, "放") {
                    out.push(Node::Place { name: name.into(), line });
                } else if words == "空行" {
                    out.push(Node::EmptyLine);
                } else if words == "换页" {
                    out.push(Node::NewPage);
                } else {
                    out.push(Node::Value { name: words.clone(), line });
                }
            }
        }
        *at += 1;
    }
    match opened {
        None => Ok(out),
        Some((words, line)) => Err(Error::Wording { line, why: format!("{{{words}}}缺{{完}} / {{完}} is missing") }),
    }
}

fn body(tokens: &[Token], at: &mut usize, words: &str, line: usize) -> Result<Vec<Node>, Error> {
    *at += 1;
    nodes(tokens, at, Some((words, line)))
}

fn expect_end(tokens: &[Token], at: &mut usize, words: &str, line: usize) -> Result<(), Error> {
    match tokens.get(*at) {
        Some(Token::Tag { words, .. }) if words == "完" => Ok(()),
        _ => Err(Error::Wording { line, why: format!("{{{words}}}应以{{完}}结束 / must end with {{完}}") }),
    }
}

/// Refuses names that are not known.
pub(crate) fn check(nodes: &[Node], known: &[&str]) -> Result<(), Error> {
    check_in(nodes, known, &[])
}

fn check_in(nodes: &[Node], known: &[&str], lists: &[String]) -> Result<(), Error> {
    let is_known = |name: &str| {
        name == SECTION
            || (!lists.is_empty() && COUNTERS.contains(&name))
            || known.contains(&name)
            || lists.iter().any(|list| known.contains(&format!("{list}.{name}").as_str()))
    };
    let refuse = |name: &str, line: usize| {
        let mut names: Vec<&str> = known.to_vec();
        if !lists.is_empty() {
            names.extend(COUNTERS);
        }
        Error::UnknownPlaceholder { line, name: name.into(), known: names.join("、") }
    };
    for node in nodes {
        match node {
            Node::Value { name, line } | Node::Place { name, line } if !is_known(name) => {
                return Err(refuse(name, *line));
            }
            Node::If { name, line, then, other, .. } => {
                if !is_known(name) {
                    return Err(refuse(name, *line));
                }
                check_in(then, known, lists)?;
                check_in(other, known, lists)?;
            }
            Node::Each { name, line, body } => {
                let full = lists
                    .iter()
                    .map(|list| format!("{list}.{name}"))
                    .find(|full| known.contains(&full.as_str()))
                    .or_else(|| known.contains(&name.as_str()).then(|| name.clone()))
                    .ok_or_else(|| refuse(name, *line))?;
                let mut deeper = vec![full];
                deeper.extend_from_slice(lists);
                check_in(body, known, &deeper)?;
            }
            _ => {}
        }
    }
    Ok(())
}

/// Puts values into a wording.
pub(crate) fn fill(nodes: &[Node], scopes: &[&Values], index: Option<usize>, section: &mut usize, out: &mut Vec<Piece>) {
    let find = |name: &str| scopes.iter().find_map(|s| s.get(name));
    for node in nodes {
        match node {
            Node::Text(text) => out.push(Piece::Written(text.clone())),
            Node::Value { name, .. } => match (find(name), index) {
                _ if name == SECTION => {
                    *section += 1;
                    out.push(Piece::Recorded(chinese_number(*section)));
                }
                (Some(Value::Text(text)), _) => out.push(Piece::Recorded(text.clone())),
                (None, Some(i)) if name == "序号" => out.push(Piece::Recorded((i + 1).to_string())),
                (None, Some(i)) if name == "汉序号" => out.push(Piece::Recorded(chinese_number(i + 1))),
                _ => {}
            },
            Node::If { name, negated, then, other, .. } => {
                let holds = find(name).is_some_and(Value::holds) != *negated;
                fill(if holds { then } else { other }, scopes, index, section, out);
            }
            Node::Each { name, body, .. } => {
                if let Some(Value::List(list)) = find(name) {
                    for (i, item) in list.iter().enumerate() {
                        let mut deeper = vec![item];
                        deeper.extend_from_slice(scopes);
                        fill(body, &deeper, Some(i), section, out);
                    }
                }
            }
            Node::Place { name, .. } => out.push(Piece::Place(name.clone())),
            Node::EmptyLine => out.push(Piece::EmptyLine),
            Node::NewPage => out.push(Piece::NewPage),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn filled(text: &str, values: &Values) -> String {
        let mut out = Vec::new();
        fill(&parse(text).unwrap(), &[values], None, &mut 0, &mut out);
        out.iter()
            .map(|p| match p {
                Piece::Written(t) | Piece::Recorded(t) => t.clone(),
                Piece::Place(name) => format!("[{name}]"),
                Piece::EmptyLine | Piece::NewPage => String::new(),
            })
            .collect()
    }

    #[test]
    fn conditions_lists_and_values() {
        let values = Values::new().text("甲", "一").text("空", "").texts("列", &["x".into(), "y".into()]);
        for (text, want) in [
            ("{甲}", "一\n"),
            ("{若 甲}有{否则}无{完}", "有\n"),
            ("{若 空}有{否则}无{完}", "无\n"),
            ("{若 非 空}有{完}", "有\n"),
            ("{每 列}\n{序号}.{内容}{甲}\n{完}", "1.x一\n2.y一\n"),
            ("# 说明\n{若 空}\n不印\n{完}\n印", "印\n"),
            ("{放 表}", "[表]"),
            ("{节号}\n{若 空}\n{节号}\n{完}\n{节号}", "一\n二\n"),
        ] {
            assert_eq!(filled(text, &values), want, "wording {text:?}");
        }
    }

    #[test]
    fn what_is_not_well_formed_is_named_with_its_line() {
        for (text, line) in [("好\n{若 甲}\n没有完", 2), ("{甲", 1), ("{}", 1), ("好\n\n{完}", 3), ("{每 列}{否则}{完}", 1)] {
            match parse(text) {
                Err(Error::Wording { line: at, .. }) => assert_eq!(at, line, "wording {text:?}"),
                other => panic!("{text:?} gave {other:?}"),
            }
        }
    }

    #[test]
    fn unknown_names_are_refused_even_where_they_would_not_print() {
        let nodes = parse("{若 甲}{乙}{完}").unwrap();
        match check(&nodes, &["甲", "丙"]) {
            Err(Error::UnknownPlaceholder { line: 1, name, known }) => {
                assert_eq!(name, "乙");
                assert_eq!(known, "甲、丙");
            }
            other => panic!("{other:?}"),
        }
        let nodes = parse("{每 列}{内容}{序号}{完}").unwrap();
        check(&nodes, &["列", "列.内容"]).unwrap();
        assert!(check(&parse("{内容}").unwrap(), &["列", "列.内容"]).is_err(), "a part is unknown outside its list");
    }
}
