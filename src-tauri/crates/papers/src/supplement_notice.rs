//! D3 补正材料一次性告知书: everything that is missing, told once and completely (M13).

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::sheet::{CaseRef, Imprint};

/// D3 补正材料一次性告知书.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct SupplementNotice {
    pub imprint: Imprint,
    pub case: CaseRef,
    /// 申请人, the addressee.
    pub applicant: String,
    pub received: NaiveDate,
    pub gaps: Vec<Gap>,
    /// Day by which the material is asked for; `None` leaves the sentence out.
    #[serde(default)]
    pub due: Option<NaiveDate>,
    /// Legal basis as it is cited: 《人工智能科技伦理审查与服务办法（试行）》第十三条.
    pub basis: String,
    /// A sentence of the secretary's own, before the closing.
    #[serde(default)]
    pub remark: String,
}

/// One missing or defective element of the application.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Gap {
    /// The element: 数据来源与获取方式说明.
    pub item: String,
    /// 第十二条第一项.
    pub basis: String,
    /// What is lacking.
    pub lacking: String,
    /// How to cure it.
    pub cure: String,
}
