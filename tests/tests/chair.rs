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
    written(to, id, &COMMITTEE, |_| {});
}

/// As [`write`], signed by a key and with the list changed.
fn written(to: &Path, id: &str, signed: &[u8; 32], change: impl FnOnce(&mut Manifest)) {
    let documents = [pdf(&["Women are 31% of the test set", "Second page"]), pdf(&["The other item", "Its end"])];
    let mut manifest = Manifest {
        format: PACKET.into(),
        version: Version::OURS,
        packet: id.into(),
        seq: 1,
        edition: 1,
        committee: Committee {
            file_id: "f1".into(),
            name: "江州大学人工智能科技伦理委员会".into(),
            verify_key: packet::verify_key(signed),
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
    change(&mut manifest);
    let mut blobs =
        |d: &DocumentOut| -> std::io::Result<Box<dyn Read>> { Ok(Box::new(Cursor::new(documents[usize::from(d.id == "d2")].clone()))) };
    packet::write_to(to, &manifest, &mut blobs, signed, &Passphrase::said(SAID), &mut |_, _| true).expect("the packet is written");
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

/// Selects a part of the writing on the page as a drag of the mouse does.
async fn select(page: &Page, words: &str) {
    let script = "const words = arguments[0];
        for (const span of document.querySelectorAll('.reading-text span')) {
            const at = span.textContent.indexOf(words);
            if (at < 0) continue;
            const range = document.createRange();
            range.setStart(span.firstChild, at);
            range.setEnd(span.firstChild, at + words.length);
            getSelection().removeAllRanges();
            getSelection().addRange(range);
            return true;
        }
        return false";
    page.until(&format!("{words} on the page"), || async { (page.script(script, vec![json!(words)]).await == json!(true)).then_some(()) })
        .await;
}

async fn marks(page: &Page, looks: &str, count: u64) {
    page.until(&format!("{count} of {looks}"), || async {
        let found = page.script("return document.querySelectorAll(arguments[0]).length", vec![json!(looks)]).await;
        (found.as_u64() == Some(count)).then_some(())
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_reviewers_packet_is_marked_page_by_page_and_only_what_is_shared_goes_back() {
    let desktop = Desktop::with(1400, 900, &[("LUNSHEN_NOW", "2026-09-12T10:00:00+08:00")]);
    let packet = desktop.home.path().join("review.lspkt");
    written(&packet, "pk3", &COMMITTEE, |of| {
        of.occasion.kind = OccasionKind::Simplified;
        (of.occasion.id, of.occasion.title_zh) = ("c1".into(), "JZU-AI-2026-0051简易程序审查".into());
        of.occasion.at = None;
        of.recipient.form = PacketForm::Designation;
        (of.recipient.member, of.recipient.name) = ("u2".into(), "方慎行".into());
        of.items.truncate(1);
        of.items[0].id = "c1".into();
        of.items[0].options = vec![choice("agree", "同意"), choice("disagree", "不同意")];
    });
    let page = desktop.open_with(&[packet.to_str().expect("the tests' paths are UTF-8")]).await;
    page.shows("review.lspkt").await;
    enter(&page).await;
    page.shows("JZU-AI-2026-0051简易程序审查").await;

    // the committee is met for the first time: its digits are compared once
    page.shows(&spoken::fingerprint_of_hex(&packet::verify_key(&COMMITTEE)).expect("digits")).await;
    page.press("一致").await;
    page.hides("请核对一次").await;
    page.press("没有").await;

    // a highlight at once, for the reader alone
    select(&page, "31% of the test").await;
    page.press("划线").await;
    marks(&page, ".reading-mark-private", 1).await;
    // a remark to other words of the page, for the secretary
    select(&page, "Women").await;
    page.key("F4").await;
    page.shows("随回执交秘书").await;
    page.enter("写什么", "比例太低").await;
    page.key("Control+Enter").await;
    marks(&page, ".reading-mark:not(.reading-mark-private)", 1).await;
    // a frame drawn on the next page, kept to oneself
    page.key("PageDown").await;
    page.shows("第2页").await;
    page.key("F8").await;
    page.css(".reading-framing-asked").await;
    page.drag(".reading-framing", (0.2, 0.1), (0.6, 0.3)).await;
    page.enter("写什么", "会上问他").await;
    // the dialog is enlarged with the reader's type, which the driver's own click does not reckon with
    page.script("document.querySelectorAll('.reading-whose-remark [role=radio]')[1].click()", vec![]).await;
    page.shows("不进回执").await;
    page.key("Control+Enter").await;
    marks(&page, ".reading-frame.reading-mark-private", 1).await;

    // found from the words, and the page is the one they stand on
    page.key("PageUp").await;
    page.key("Control+f").await;
    page.enter("在材料中找", "second PAGE").await;
    page.press_in(".reading-find", "1 实施方案 第2页 Second page").await;
    page.shows("共2页").await;
    marks(&page, ".reading-hit", 1).await;
    page.key("Escape").await;
    kept(&page).await;

    // the power goes; without the stick it is opened again from this machine, with every mark
    assert_eq!(desktop.kill_program(), 1);
    drop(page);
    std::fs::remove_file(&packet).expect("the stick is gone");
    let page = desktop.open().await;
    // a machine that holds packets and no committee offers them first
    page.shows("这台电脑上留着1个").await;
    page.key("Enter").await;
    page.shows("近来打开过的").await;
    page.click(".reading-recent-one").await;
    page.shows("留在本机的一份").await;
    enter(&page).await;
    marks(&page, ".reading-mark", 2).await;
    page.hides("请核对一次").await;
    page.press("同意").await;
    kept(&page).await;

    let saved = desktop.home.path().join("back.lsret");
    page.press("生成回执文件").await;
    desktop.answer_dialog("保存回执文件", &saved).await;
    page.shows("回执文件已存好").await;
    let back = packet::open_return(&std::fs::read(&saved).expect("the return was saved"), &ANSWERS).expect("the committee opens it");
    assert_eq!((back.ret.occasion.as_str(), back.ret.member.as_str()), ("c1", "u2"));
    let [item] = &back.ret.items[..] else { panic!("one item: {:?}", back.ret) };
    assert_eq!(item.opinion.as_deref(), Some("agree"));
    let [remark] = &item.remarks[..] else { panic!("one remark is shared: {:?}", item.remarks) };
    assert_eq!((remark.quote.as_str(), remark.words.as_str(), remark.page), ("Women", "比例太低", 1));
    let [[left, top, right, bottom]] = remark.marks[..] else { panic!("one line is marked: {:?}", remark.marks) };
    // the words stand at 72 points from the left and 142 from the top of a page of 595 by 842
    assert!((1150..1260).contains(&left) && right > left && (1300..1700).contains(&top) && bottom > top, "{:?}", remark.marks);
    let told = serde_json::to_string(&back.ret).expect("json");
    assert!(!told.contains("会上问他") && !told.contains("31% of"), "what is private stays: {told}");
    page.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_later_edition_says_what_is_new_and_another_key_is_shouted() {
    let desktop = Desktop::with(1400, 900, &[("LUNSHEN_NOW", "2026-09-12T10:00:00+08:00")]);
    let first = desktop.home.path().join("first.lspkt");
    write(&first, "pk1");
    let page = desktop.open_with(&[first.to_str().expect("UTF-8")]).await;
    enter(&page).await;
    page.press("一致").await;
    page.press("没有").await;
    page.press("修改后再审").await;
    kept(&page).await;

    let second = desktop.home.path().join("second.lspkt");
    written(&second, "pk2", &COMMITTEE, |of| {
        (of.seq, of.edition) = (2, 2);
        of.items[1].edition = 2;
        of.items[1].documents[0].label = "V1.3".into();
        of.items[1].documents[0].id = "d2".into();
        let more = of.items[0].documents[0].clone();
        of.items[1].documents.push(DocumentOut { id: "d9".into(), title: "补充说明".into(), ..more });
    });
    let open = async |path: &Path| {
        let second = desktop.command(program()).arg(path).stdout(Stdio::null()).output().expect("the program starts");
        assert!(second.status.success(), "{}", String::from_utf8_lossy(&second.stderr));
        page.shows(path.file_name().and_then(|n| n.to_str()).expect("a name")).await;
    };
    open(&second).await;
    enter(&page).await;
    page.shows("与第1版（9月11日制）相比有1处更新。").await;
    page.press("看有哪些").await;
    page.shows("新增“补充说明”（V1.2）。").await;
    page.key("Escape").await;
    page.shows("有更新").await;

    // the older one after the newer says so, and the newer is one press away
    open(&first).await;
    enter(&page).await;
    page.shows("这是第1版；本机已有第2版").await;
    page.press("打开新的一版").await;
    page.shows("second.lspkt").await;

    // another key under the same name
    let forged = desktop.home.path().join("forged.lspkt");
    written(&forged, "pk3", &[8; 32], |_| {});
    open(&forged).await;
    page.enter("口令", SAID).await;
    page.key("Enter").await;
    page.shows("签名却不是本机以前认得的那一把钥匙").await;
    page.enter("委员会的十六位数字", "1234 5678 9012 3456").await;
    page.key("Enter").await;
    page.shows("填入的十六位数字与这个文件的签名不一致").await;
    page.close().await;
}
