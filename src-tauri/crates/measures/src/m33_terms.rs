//! Article 33: the unit of time and the two words for authorities. A limit not marked 工作日 is in natural days (so
//! `clock` counts unless told otherwise); 地方 is the provincial department the province designated, never a city's;
//! 相关主管部门 is a department of the State Council. The route itself is Article 22, `m22_rereview`.

use crate::Finding;
use serde::{Deserialize, Serialize};

#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Level {
    Ministry,
    Province,
    /// A city, district or county.
    Below,
    Unknown,
}

const MUNICIPALITIES: [&str; 4] = ["北京市", "上海市", "天津市", "重庆市"];

/// The level an authority's name speaks of.
pub fn level(name: &str) -> Level {
    let name: String = name.chars().filter(|c| !c.is_whitespace()).collect();
    let rest = MUNICIPALITIES.iter().find_map(|m| name.strip_prefix(m)).map(|r| (r, true));
    let (rest, municipal) = rest.unwrap_or((&name, false));
    // 浙江省科技厅 stays a province; 浙江省杭州市科技局 and 上海市徐汇区科委 do not. 自治区 is no district, 市场 no city.
    let mut local = rest.replace("自治区", "").replace("市场", "");
    if let Some(p) = local.find('省') {
        local = local[p + '省'.len_utf8()..].to_string();
    }
    if ["市", "区", "县", "自治州", "盟", "街道"].iter().any(|w| local.contains(w)) {
        return Level::Below;
    }
    if municipal || name.contains('省') || name.contains("自治区") || local.ends_with('厅') || name.contains("生产建设兵团") {
        return Level::Province;
    }
    if ["部", "委员会", "总局", "国务院", "国家", "中国科学院"].iter().any(|w| name.contains(w)) {
        return Level::Ministry;
    }
    Level::Unknown
}

/// What stands against writing to this authority for a re-review or a registration.
pub fn authority(name: &str) -> Vec<Finding> {
    match level(name) {
        _ if name.trim().is_empty() => vec![Finding::block("M33.authority", "没有填写主管部门。", "The authority is missing.")],
        Level::Below => vec![
            Finding::ask(
                "M33.authority",
                format!("“{name}”像是市县部门；“地方”指省级主管部门。"),
                format!("\"{name}\" looks like a city or county department; the text means the provincial one."),
            )
            .citing(&["M22"])
            .way("改为省级人民政府确定的主管部门，或写明理由。", "Enter the department the province designated, or give a reason."),
        ],
        Level::Unknown => vec![
            Finding::note(
                "M33.authority",
                format!("请核对“{name}”是省级或国务院主管部门。"),
                format!("Check that \"{name}\" is a provincial or State Council department."),
            )
            .citing(&["M22"]),
        ],
        Level::Province | Level::Ministry => Vec::new(),
    }
}
