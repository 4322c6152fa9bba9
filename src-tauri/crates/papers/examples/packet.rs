//! Binds a reading packet of files named on the command line: `cargo run -p papers --example packet -- OUT.pdf FILE …`.
//!
//! For looking at, and for timing against other mergers.

use papers::packet::{Packet, PacketCase, PacketDimension, PacketDocument, bind};
use std::collections::HashMap;
use std::path::PathBuf;
use std::time::Instant;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let mut args = std::env::args().skip(1);
    let out = PathBuf::from(args.next().ok_or("usage: packet OUT.pdf FILE …")?);
    let fonts = papers::Fonts::open(&PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/../../../assets/fonts")))?;
    let mut paths = HashMap::new();
    let mut documents = Vec::new();
    for (i, path) in args.enumerate() {
        let path = PathBuf::from(path);
        let len = std::fs::metadata(&path)?.len();
        let name = path.file_name().map(|n| n.to_string_lossy().into_owned()).unwrap_or_default();
        paths.insert(format!("{i:064x}"), path);
        documents.push(PacketDocument { name, label: "V1.0".into(), sha256: format!("{i:064x}"), len });
    }
    let half = documents.split_off(documents.len() / 2);
    let packet = sample(vec![documents, half]);
    let start = Instant::now();
    let mut file = std::io::BufWriter::new(std::fs::File::create(&out)?);
    let mut read = |d: &PacketDocument| std::fs::read(&paths[&d.sha256]).map_err(|e| e.to_string());
    let bound = bind(&packet, &fonts, &mut read, &mut file, &mut |_, _| true)?;
    println!("{} pages, {} bytes, {:.0} ms, {}", bound.pages, bound.len, start.elapsed().as_secs_f64() * 1000.0, bound.sha256);
    for p in bound.placed.iter().filter(|p| p.pages == 0) {
        println!("listed: {} {}", packet.cases[p.case].documents[p.document].name, p.why.0);
    }
    Ok(())
}

fn sample(documents: Vec<Vec<PacketDocument>>) -> Packet {
    let day = chrono::NaiveDate::from_ymd_opt(2026, 9, 11).unwrap_or_default();
    let cases: Vec<PacketCase> = documents
        .into_iter()
        .enumerate()
        .map(|(i, documents)| PacketCase {
            no: i as u32 * 2 + 1,
            case: papers::CaseRef {
                number: format!("JZU-AI-2026-005{i}"),
                activity: ["面向急诊分诊的多模态大模型研究", "课堂行为识别系统的开发与应用"][i].into(),
                leader: "陈思远".into(),
                unit: "江州大学医学院".into(),
            },
            kind: "初次审查".into(),
            summary: vec![
                ("做什么".into(), vec!["用急诊病历和影像训练分诊模型，给护士提出分诊建议，由护士决定。".into()]),
                ("风险".into(), vec!["误分诊延误救治：可能性中，程度高；措施：护士复核、双通道告警。".into()]),
                ("清单判定".into(), vec!["属于复核清单第三项，须在通过初步审查后报请专家复核。".into()]),
                ("还缺".into(), vec!["数据来源证明只有两家医院的。".into()]),
                ("期限".into(), vec!["作出决定：2026年10月9日前（第三十日）。".into()]),
            ],
            changed: if i == 1 { vec!["实施方案由V1.0换为V1.1。".into()] } else { vec![] },
            dimensions: ["人类福祉", "公平公正", "可控可信", "透明可解释", "责任可追溯", "隐私保护"]
                .iter()
                .enumerate()
                .map(|(d, title)| PacketDimension {
                    title: (*title).into(),
                    points: (1..=3).map(|n| (format!("{}.{n}", d + 1), "目标有益于福祉与可持续发展".to_string())).collect(),
                })
                .collect(),
            answers: ["符合", "基本符合", "不符合", "不适用"].map(String::from).to_vec(),
            options: ["批准", "修改后批准", "修改后再审", "不予批准"].map(String::from).to_vec(),
            documents,
        })
        .collect();
    let agenda = (1..=3)
        .map(|no| papers::AgendaItem {
            no,
            case: cases[usize::from(no == 3)].case.clone(),
            kind: "初次审查".into(),
            time: format!("14:{no}0"),
            minutes: Some(20),
            presenter: "陈思远".into(),
            recused: vec![],
        })
        .collect();
    Packet {
        committee: "江州大学人工智能科技伦理委员会".into(),
        occasion: "2026年第7次会议".into(),
        form: "会议审查".into(),
        time: "2026年9月18日14:00".into(),
        place: "行政楼305会议室".into(),
        member: "赵启明".into(),
        role: "委员".into(),
        edition: 1,
        made: day,
        reply: "请在9月16日前交回审查意见。".into(),
        notes: vec![
            "先看利益冲突一栏：与某件议题有利害关系的，到此为止，告知秘书。".into(),
            "会前意见供讨论用，不计票；表决在会上进行。".into(),
            "本册按保密承诺保管，会后交回或销毁。".into(),
        ],
        agenda,
        cases,
        left_out: vec![2],
        demo: false,
    }
}
