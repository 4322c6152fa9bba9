//! Chair mode in the real window, on a machine without any committee's file: a packet made by the library is named on the
//! command line as by a double click, read and answered by keyboard, outlives a kill, and its return leaves through the
//! native dialog and is opened by the library again.

use exchange::packet::{self, *};
use proof::desktop::{Desktop, program};
use proof::page::Page;
use serde_json::json;
use sha2::{Digest, Sha256};
use std::io::{Cursor, Read};
use std::path::Path;
use std::process::Stdio;
use std::time::{Duration, Instant};

const SAID: &str = "1234 5678 9012 3456 7890";
const COMMITTEE: [u8; 32] = [7; 32];
const ANSWERS: [u8; 32] = [9; 32];

/// A PDF of plain pages, one line each, without a table of its objects: a reader finds them.
fn pdf(pages: &[&str]) -> Vec<u8> {
    let kids: String = (0..pages.len()).map(|i| format!("{} 0 R ", 4 + 2 * i)).collect();
    let mut out = format!(
        "%PDF-1.4\n1 0 obj\n<</Type/Catalog/Pages 2 0 R>>\nendobj\n2 0 obj\n<</Type/Pages/Count {}/Kids[{kids}]>>\nendobj\n\
         3 0 obj\n<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>\nendobj\n",
        pages.len()
    );
    for (i, text) in pages.iter().enumerate() {
        let (page, words) = (4 + 2 * i, 5 + 2 * i);
        let stream = format!("BT /F1 24 Tf 72 700 Td ({text}) Tj ET");
        out += &format!(
            "{page} 0 obj\n<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</Font<</F1 3 0 R>>>>/Contents {words} 0 R>>\nendobj\n\
             {words} 0 obj\n<</Length {}>>stream\n{stream}\nendstream\nendobj\n",
            stream.len()
        );
    }
    (out + "trailer<</Root 1 0 R>>\n%%EOF\n").into_bytes()
}

fn choice(key: &str, zh: &str) -> ChoiceOut {
    ChoiceOut { key: key.into(), zh: zh.into(), en: key.into() }
}

fn item(n: u32, title: &str, document: &[u8]) -> ItemOut {
    let point = |key: &str, zh: &str| PointOut { key: key.into(), dimension: "1".into(), zh: zh.into(), en: key.into() };
    ItemOut {
        id: format!("i{n}"),
        case: format!("c{n}"),
        number: format!("JZU-AI-2026-005{n}"),
        title: title.into(),
        kind_zh: "初次".into(),
        kind_en: "initial".into(),
        minutes: 20,
        leader: "孟庆元".into(),
        unit: "护理学院".into(),
        lead_zh: String::new(),
        edition: 1,
        worksheet: true,
        points: vec![point("1.1", "科学价值与社会价值"), point("1.2", "风险与受益相称")],
        dimensions: vec![choice("1", "人类福祉")],
        options: vec![choice("approve", "批准"), choice("revise", "修改后再审")],
        documents: vec![DocumentOut {
            id: format!("d{n}"),
            title: "实施方案".into(),
            label: "V1.2".into(),
            pages: 2,
            kind: DocumentKind::Pdf,
            len: document.len() as u64,
            sha256: Sha256::digest(document).iter().map(|b| format!("{b:02x}")).collect(),
            first_page: 2 * n - 1,
        }],
        changed_since: vec![],
        watermark: "周秉衡 2026-09-11".into(),
    }
}

fn write(to: &Path, id: &str) {
    let documents = [pdf(&["Women are 31% of the test set", "Second page"]), pdf(&["The other item", "Its end"])];
    let manifest = Manifest {
        format: PACKET.into(),
        version: Version::OURS,
        packet: id.into(),
        seq: 1,
        edition: 1,
        committee: Committee {
            file_id: "f1".into(),
            name: "江州大学人工智能科技伦理委员会".into(),
            verify_key: packet::verify_key(&COMMITTEE),
            answer_to: packet::answer_to(&ANSWERS).expect("an address"),
        },
        occasion: Occasion {
            kind: OccasionKind::Meeting,
            id: "m1".into(),
            title_zh: "第7次会议".into(),
            title_en: "Meeting 7".into(),
            at: chrono::DateTime::parse_from_rfc3339("2026-09-18T14:00:00+08:00").ok(),
            place: "行政楼305".into(),
        },
        recipient: Recipient {
            member: "u1".into(),
            name: "周秉衡".into(),
            role_zh: "主任委员".into(),
            role_en: "chair".into(),
            form: PacketForm::Worksheet,
        },
        created: chrono::DateTime::parse_from_rfc3339("2026-09-11T10:00:00+08:00").expect("a time"),
        expires: None,
        items: vec![item(1, "人脸识别无感考勤", &documents[0]), item(2, "量刑辅助大模型", &documents[1])],
    };
    let mut blobs =
        |d: &DocumentOut| -> std::io::Result<Box<dyn Read>> { Ok(Box::new(Cursor::new(documents[usize::from(d.id == "d2")].clone()))) };
    packet::write_to(to, &manifest, &mut blobs, &COMMITTEE, &Passphrase::said(SAID), &mut |_, _| true).expect("the packet is written");
}

async fn enter(page: &Page) {
    page.enter("口令", SAID).await;
    page.key("Enter").await;
    page.shows("人脸识别无感考勤").await;
}

/// Waits until what is filled in is on the disk.
async fn kept(page: &Page) {
    page.hides("正在存").await;
    page.shows("每填一笔即存").await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_packet_is_read_answered_and_returned_without_a_committee() {
    let desktop = Desktop::with(1400, 900, &[("LUNSHEN_NOW", "2026-09-12T10:00:00+08:00")]);
    let packet = desktop.home.path().join("packet.lspkt");
    write(&packet, "pk1");
    let named = packet.to_str().expect("the tests' paths are UTF-8");

    let page = desktop.open_with(&[named]).await;
    page.shows("packet.lspkt").await;
    page.enter("口令", "0000 0000 0000 0000 0000").await;
    page.key("Enter").await;
    page.shows("口令不对").await; // and nothing is counted down
    enter(&page).await;
    page.shows("周秉衡主任委员专用").await;

    // nothing of the item before the word on conflicts
    page.hides("实施方案").await;
    page.press("没有").await;
    page.shows("实施方案").await;
    page.until("the picture of the page", || async {
        let drawn = page
            .script("const i = document.querySelector('.reading-leaf img'); return Boolean(i?.complete && i.naturalWidth > 300)", vec![]);
        (drawn.await == json!(true)).then_some(())
    })
    .await;
    page.shows("第1页").await;
    page.key("PageDown").await;
    page.shows("第2页").await;

    // two questions by keyboard; the second wants a line
    page.key("Tab").await;
    page.key("2").await;
    page.key("Tab").await;
    page.key("3").await;
    page.shows("还有2件未填").await;
    page.enter("1.2的说明", "样本太少，第1页").await;
    page.key("Tab").await; // leaves the field, which keeps it at once
    kept(&page).await;
    page.key("2").await; // the conclusion
    page.until("the conclusion", || async { concluded(&page).await.then_some(()) }).await;
    kept(&page).await;

    // the power goes
    assert_eq!(desktop.kill_program(), 1);
    drop(page);
    let page = desktop.open_with(&[named]).await;
    page.shows("packet.lspkt").await;
    enter(&page).await;
    assert_eq!(page.value("1.2的说明").await, "样本太少，第1页");
    assert!(concluded(&page).await, "the answer given last is there");

    page.press("修改后再审").await;
    page.key("Control+Right").await;
    page.shows("你与这一件有利益冲突吗").await;
    page.press("有…").await;
    page.enter("是什么关系", "与负责人同一课题组").await;
    page.press("声明并关闭这一件").await;
    page.shows("这一件已关闭").await;

    // the return leaves through the native dialog and is what was filled in
    let saved = desktop.home.path().join("back.lsret");
    page.press("生成回执文件").await;
    desktop.answer_dialog("保存回执文件", &saved).await;
    page.shows("回执文件已存好").await;
    let back = packet::open_return(&std::fs::read(&saved).expect("the return was saved"), &ANSWERS).expect("the committee opens it");
    let spoken = spoken::fingerprint_of_hex(&back.key).expect("a key");
    page.shows(&spoken).await;
    let [first, second] = &back.ret.items[..] else { panic!("two items: {:?}", back.ret) };
    assert_eq!((first.points["1.1"].answer, first.points["1.2"].answer), (Some(2), Some(3)));
    assert_eq!(first.points["1.2"].words, "样本太少，第1页");
    assert_eq!(first.opinion.as_deref(), Some("revise"));
    assert_eq!((second.conflict.state, second.conflict.words.as_str()), (ConflictState::Declared, "与负责人同一课题组"));
    assert!(second.points.is_empty() && second.opinion.is_none(), "nothing more of a closed item");

    // no committee's file was made or asked for
    let committees =
        std::fs::read_dir(desktop.data()).expect("the data folder").flatten().filter(|e| e.path().join("vault.json").exists()).count();
    assert_eq!(committees, 0);
    page.close().await;
}

async fn concluded(page: &Page) -> bool {
    let script = "return document.querySelector('[data-stop=conclusion] [aria-checked=true]')?.textContent ?? ''";
    page.script(script, vec![]).await == json!("基本符合")
}

#[tokio::test(flavor = "multi_thread")]
async fn a_packet_double_clicked_later_waits_in_the_window_that_is_open() {
    let desktop = Desktop::start();
    let packet = desktop.home.path().join("later.lspkt");
    write(&packet, "pk2");
    let page = desktop.open().await;
    page.shows("打开阅会包").await;
    let second = desktop.command(program()).arg(&packet).stdout(Stdio::null()).output().expect("the program starts");
    assert!(second.status.success(), "{}", String::from_utf8_lossy(&second.stderr));
    page.shows("later.lspkt").await;
    let end = Instant::now() + Duration::from_secs(5);
    while desktop.windows("阅会包").is_empty() {
        assert!(Instant::now() < end, "the window says what it shows");
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
    enter(&page).await;
    page.press("合上").await;
    page.shows("打开阅会包").await;
    page.close().await;
}
