//! The finished papers: that they set, that they read back, that they are the same twice, and what the archive asks of them.

#[allow(dead_code)] // the gallery and the other tests use the rest
#[path = "../examples/samples/mod.rs"]
mod samples;

mod reader;

use std::path::{Path, PathBuf};
use std::process::Command;

use papers::decision_letter::DecisionLetter;
use papers::{Error, Fonts, Imprint, Kind, Letterhead, Paper, Pdf, Wording, preview};

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../assets/fonts")
}

fn fonts() -> Fonts {
    Fonts::open(&folder()).expect("run assets/fonts/fetch.sh first")
}

fn set(paper: &Paper) -> Pdf {
    papers::set(paper, &samples::letterhead(), None, &fonts()).unwrap_or_else(|e| panic!("{}: {e}", paper.kind().id()))
}

fn letter(letter: DecisionLetter) -> Paper {
    Paper::DecisionLetter(letter)
}

#[test]
fn every_paper_sets_reads_back_and_is_the_same_twice() {
    let fonts = fonts();
    let sealed = Letterhead { seal_png: Some(samples::seal_png()), signature_png: Some(samples::signature_png()), ..samples::letterhead() };
    let scratch = tempfile::tempdir().unwrap();
    let mut kinds = Vec::new();
    for (name, paper) in samples::more::all() {
        let pdf = papers::set(&paper, &sealed, None, &fonts).unwrap_or_else(|e| panic!("{name}: {e}"));
        let again = papers::set(&paper, &sealed, None, &Fonts::open(&folder()).unwrap()).unwrap();
        assert_eq!(pdf.sha256, again.sha256, "{name}: same data, same bytes");
        assert_eq!(preview::page_count(&pdf.bytes).unwrap(), pdf.pages, "{name}: pages as counted by another reader");
        assert!(!reader::joined(&pdf.bytes).is_empty(), "{name} has text");
        let file = scratch.path().join("paper.pdf");
        std::fs::write(&file, &pdf.bytes).unwrap();
        if let Ok(out) = Command::new("qpdf").arg("--check").arg(&file).output() {
            assert!(out.status.success(), "{name}: qpdf says {}", String::from_utf8_lossy(&out.stdout));
        }
        kinds.push(paper.kind());
    }
    for kind in Kind::ALL {
        assert!(kinds.contains(kind), "{} has no sample", kind.id());
    }
}

#[test]
fn a_letter_says_what_the_record_says() {
    let text = reader::joined(&set(&letter(samples::decision())).bytes);
    for part in [
        "江州大学人工智能科技伦理委员会",
        "江大智伦〔2026〕62号",
        "龚建业：",
        "你申请审查的“校园人脸识别无感考勤的算法公平性研究”（受理号JZU-AI-2026-0050），本委员会于2026年8月26日受理，适用一般程序。",
        "2026年9月18日第7次会议审议了实施方案V1.2（2026年8月20日）等12份材料（清单附后）。",
        "应到委员9人，到会8人，无人回避；修改后再审6票，不予批准2票；",
        "修改后再审。",
        "1. 补充未录入人脸者的等效考勤方式，不得以录入作为到课条件。",
        "请于2026年10月30日前提交修改后的材料和逐条说明，本委员会收到后再行审查。",
        "如对本决定有异议，请自本决定送达之日起3个工作日内向本委员会提出书面申诉，说明理由并附相关材料。",
        "遵守人工智能科技伦理和科研诚信承诺书",
        "日志第4655条 3f9a8c01e77b52d46b1e90aa4c3d8f27a5c04e9b1d73f6820b9e5f14c7d2a638",
    ] {
        assert!(text.contains(part), "not found: {part}\nin {text}");
    }
    assert!(!text.contains('{') && !text.contains('}'), "no placeholder is left over");
}

/// Another reader than ours, where there is one: a page copied into a mail must not have holes or spaces in it.
#[test]
fn pdftotext_reads_the_same_sentences() {
    let scratch = tempfile::tempdir().unwrap();
    let file = scratch.path().join("letter.pdf");
    let Ok(version) = Command::new("pdftotext").arg("-v").output() else {
        eprintln!("pdftotext is not installed: read back by our own reader only");
        return;
    };
    assert!(version.status.success() || !version.stderr.is_empty());
    let bare = |text: &str| text.chars().filter(|c| !c.is_whitespace()).collect::<String>();
    for (name, paper) in samples::more::all() {
        let pdf = set(&paper);
        std::fs::write(&file, &pdf.bytes).unwrap();
        let read = |mode: &str| {
            let out = Command::new("pdftotext").args([mode, "-enc", "UTF-8"]).arg(&file).arg("-").output().unwrap();
            String::from_utf8_lossy(&out.stdout).into_owned()
        };
        let theirs = read("-raw");
        assert_eq!(bare(&theirs), bare(&reader::joined(&pdf.bytes)), "{name}: same characters in the same order");
        if let Paper::DecisionLetter(letter) = &paper {
            // In the order of the page as well, and without a space inside a Chinese sentence.
            for text in [theirs, read("-layout")] {
                let text: String = text.split('\n').map(str::trim).collect();
                let sentence = format!("你申请审查的“{}”（受理号{}", letter.case.activity, letter.case.number);
                assert!(text.contains(&sentence), "{name}: looked for {sentence} in {text}");
            }
        }
    }
}

#[test]
fn every_character_of_the_common_block_prints_and_reads_back() {
    let all: String = ('\u{4e00}'..='\u{9fa5}').chain("䶮㛃𬭎𫖯𬸚𬸣𫘧𬍛㳘㬎㭎䲟".chars()).collect();
    let mut paper = samples::rejection();
    paper.scope = all.clone();
    let pdf = set(&letter(paper));
    let text = reader::joined(&pdf.bytes);
    // Page numbers and small print stand between pages, so the comparison goes line by line through the pages.
    let mut want = all.chars().peekable();
    let mut found = 0;
    for page in reader::pages(&pdf.bytes) {
        for ch in page.chars() {
            if want.peek() == Some(&ch) {
                want.next();
                found += 1;
            }
        }
    }
    assert_eq!(want.next(), None, "after {found} characters the next is missing; {} were read", text.chars().count());
}

#[test]
fn names_and_titles_of_any_length_fit() {
    let fonts = fonts();
    let head = Letterhead {
        committee: "西南边疆民族大学人工智能与脑科学交叉研究科技伦理（审查）委员会".into(), ..samples::letterhead()
    };
    for (name, paper) in samples::more::all() {
        let json = serde_json::to_string(&paper).unwrap();
        let long = json
            .replace("龚建业", "䶮㛃𬭎·阿卜杜热合曼")
            .replace("校园人脸识别无感考勤的算法公平性研究", &"面向多民族地区基础教育的大语言模型LLaMA-3.1-405B-Instruct公平性".repeat(3))
            .replace("计算机科学与技术学院", "民族语言智能分析与安全治理教育部重点实验室（西南分中心）");
        let paper: Paper = serde_json::from_str(&long).unwrap();
        let pdf = papers::set(&paper, &head, None, &fonts).unwrap_or_else(|e| panic!("{name}: {e}"));
        assert!(pdf.pages > 0);
    }
}

#[test]
fn what_the_archive_asks_of_the_file() {
    let pdf = set(&letter(samples::approval()));
    let raw = String::from_utf8_lossy(&pdf.bytes);
    assert!(raw.starts_with("%PDF-1.7"), "header");
    for part in ["<pdfaid:part>2</pdfaid:part>", "<pdfaid:conformance>B</pdfaid:conformance>", "科技伦理审查决定书 江大智伦〔2026〕66号"]
    {
        assert!(raw.contains(part), "XMP lacks {part}");
    }
    let doc = written::Document::load_mem(&pdf.bytes).unwrap();
    let catalog = doc.catalog().unwrap();
    for key in ["Metadata", "OutputIntents", "Lang", "ViewerPreferences", "Outlines"] {
        assert!(catalog.has(key.as_bytes()), "catalog lacks {key}");
    }
    assert!(doc.trailer.has(b"ID") && !doc.trailer.has(b"Encrypt"), "identified and not encrypted");
    assert!(!raw.contains("/JavaScript") && !raw.contains("/LZWDecode"), "nothing PDF/A forbids");
    let info = doc.get_dictionary(doc.trailer.get(b"Info").unwrap().as_reference().unwrap()).unwrap();
    let created = info.get(b"CreationDate").unwrap().as_str().unwrap();
    assert_eq!(created, b"D:20260918000000+08'00'", "dated by the paper, not by the clock");
    let mut fonts = 0;
    for object in doc.objects.values() {
        let Ok(dict) = object.as_dict() else { continue };
        if dict.get(b"Type").and_then(written::Object::as_name).is_ok_and(|n| n == b"FontDescriptor") {
            fonts += 1;
            assert!(dict.has(b"FontFile2") || dict.has(b"FontFile3"), "every font is in the file");
            let name = dict.get(b"FontName").unwrap().as_name().unwrap();
            assert_eq!(name.get(6), Some(&b'+'), "and named as a subset");
        }
    }
    assert!(fonts >= 4, "仿宋, 标宋, 黑体, Latin: {fonts}");
}

#[test]
fn unknown_placeholders_are_refused_by_name_and_line() {
    let error =
        papers::set(&letter(samples::decision()), &samples::letterhead(), Some("标题：决定书\n\n{受理日其}"), &fonts()).unwrap_err();
    match &error {
        Error::UnknownPlaceholder { line: 3, name, known } => {
            assert_eq!(name, "受理日其");
            assert!(known.contains("受理日期"), "the right name is offered");
        }
        other => panic!("{other}"),
    }
    assert!(error.to_string().contains("第3行"), "{error}");
}

#[test]
fn an_adapted_wording_is_what_prints() {
    let text = "标题：关于“{活动名称}”的决定\n主送：{申请人}\n\n经审议，**{决定}**。\n{放 落款}\n";
    Wording::parse(text).unwrap().check(Kind::DecisionLetter).unwrap();
    let pdf = papers::set(&letter(samples::decision()), &samples::letterhead(), Some(text), &fonts()).unwrap();
    let read = reader::joined(&pdf.bytes);
    assert!(read.contains("经审议，修改后再审。"), "{read}");
    assert!(!read.contains("申诉"), "the default wording is not mixed in");
}

#[test]
fn marks_of_draft_demonstration_and_void() {
    let mut draft = samples::decision();
    draft.imprint = Imprint::default();
    assert!(reader::joined(&set(&letter(draft)).bytes).contains("（草稿）"), "a letter without number says so");

    let mut void = samples::decision();
    void.imprint.void = Some("成文日期有误，由69号替代".into());
    let pages = reader::pages(&set(&letter(void)).bytes);
    for (i, page) in pages.iter().enumerate() {
        assert!(page.replace('\n', "").contains("本件已作废：成文日期有误，由69号替代"), "page {i} of a void letter");
    }

    let plain = set(&letter(samples::decision()));
    let demo = papers::set(&letter(samples::decision()), &Letterhead { demo: true, ..samples::letterhead() }, None, &fonts()).unwrap();
    assert_ne!(plain.sha256, demo.sha256, "a demonstration letter is another file");
    assert_eq!(reader::joined(&plain.bytes), reader::joined(&demo.bytes), "but its text is the same");
}

#[test]
fn a_signature_never_stands_alone() {
    for count in (0..40).step_by(3) {
        let mut paper = samples::decision();
        paper.documents.truncate(2);
        paper.suggestions = (0..count).map(|i| format!("第{i}条建议的内容。")).collect();
        let pages = reader::pages(&set(&letter(paper)).bytes);
        let last = pages.last().unwrap().replace('\n', "");
        let at = last.find("主任委员：").unwrap_or_else(|| panic!("{count} suggestions: signature not on the last page"));
        assert!(last[..at].contains("申诉") || last[..at].contains("材料"), "{count} suggestions: no text above the signature: {last}");
    }
}

#[test]
fn contents_give_the_pages_where_chapters_stand() {
    let pdf = set(&Paper::AnnualReport(samples::more::annual_report()));
    let pages: Vec<String> = reader::pages(&pdf.bytes).iter().map(|p| p.replace('\n', "")).collect();
    let contents = pages[1].clone();
    for (title, after) in [("四、审查情况", "五、"), ("十三、问题与建议", "十四、"), ("附件2　审查案件清单", "校验码")]
    {
        let start = contents.find(title).unwrap_or_else(|| panic!("{title} is not in the contents: {contents}")) + title.len();
        let end = contents[start..].find(after).map_or(contents.len(), |e| start + e);
        let number: String = contents[start..end].chars().filter(char::is_ascii_digit).collect();
        let number: usize = number.parse().unwrap_or_else(|_| panic!("{title}: {}", &contents[start..end]));
        let heading = title.split('　').next_back().unwrap();
        assert!(pages[number + 1].contains(heading), "{title} is said to be on page {number}");
    }
}

#[test]
fn a_long_table_repeats_its_head_and_loses_no_row() {
    let mut register = samples::more::register();
    register.rows = (0..400)
        .map(|i| {
            vec![
                format!("JZU-AI-2026-{i:04}"),
                "活动".into(),
                "人".into(),
                "院".into(),
                "一般".into(),
                String::new(),
                String::new(),
                i.to_string(),
            ]
        })
        .collect();
    let pdf = set(&Paper::Register(register));
    let pages: Vec<String> = reader::pages(&pdf.bytes).iter().map(|p| p.replace('\n', "")).collect();
    assert!(pages.len() > 8, "400 rows are many pages: {}", pages.len());
    for (i, page) in pages.iter().enumerate() {
        assert!(page.contains("案号"), "page {} has the head", i + 1);
    }
    let all = pages.concat();
    for i in 0..400 {
        assert_eq!(all.matches(&format!("JZU-AI-2026-{i:04}")).count(), 1, "row {i} once");
    }
}

#[test]
fn a_cell_higher_than_a_page_goes_on_on_the_next() {
    let mut paper = samples::more::register();
    let long = "一段很长的说明文字，".repeat(1200);
    paper.rows =
        vec![vec!["JZU-1".into(), long.clone(), "人".into(), "院".into(), "一般".into(), String::new(), String::new(), "1".into()]];
    let pdf = set(&Paper::Register(paper));
    assert!(pdf.pages > 1, "12,000 characters are more than a page");
    // A character, since a sentence may be torn by the foot of a page.
    let count = reader::joined(&pdf.bytes).matches('段').count();
    assert_eq!(count, 1200, "and none is lost");
}

#[test]
fn previews_show_the_page() {
    let pdf = set(&letter(samples::approval()));
    let png = preview::page_png(&pdf.bytes, 0, 72.0).unwrap();
    let mut reader = png::Decoder::new(std::io::Cursor::new(png)).read_info().unwrap();
    let mut pixels = vec![0; reader.output_buffer_size().unwrap()];
    let frame = reader.next_frame(&mut pixels).unwrap();
    assert_eq!((frame.width, frame.height), (595, 841), "A4 at 72 dpi");
    let red = pixels.chunks_exact(3).filter(|p| p[0] > 150 && p[1] < 90 && p[2] < 90).count();
    let black = pixels.chunks_exact(3).filter(|p| p.iter().all(|v| *v < 90)).count();
    assert!(red > 1000 && black > 2000, "red head and rules ({red}), black text ({black})");
    assert!(matches!(preview::page_png(&pdf.bytes, 9, 72.0), Err(Error::Read(_))), "no such page");
    assert!(matches!(preview::page_png(b"not a pdf", 0, 72.0), Err(Error::Read(_))), "no such file");
}

#[test]
fn missing_fonts_and_broken_pictures_are_named() {
    let empty = tempfile::tempdir().unwrap();
    let error = Fonts::open(empty.path()).unwrap_err();
    assert!(error.to_string().contains("FandolFang-Regular.otf"), "{error}");
    let head = Letterhead { seal_png: Some(b"GIF89a".to_vec()), ..samples::letterhead() };
    let error = papers::set(&letter(samples::approval()), &head, None, &fonts()).unwrap_err();
    assert!(matches!(error, Error::Picture { .. }), "{error}");
}
