//! Two hundred kills at random moments of random acts: nothing acknowledged is lost, nothing half-done stays. And the
//! control: the same harness on an order of things that is wrong must see the loss.
//!
//! What this does not prove: power loss. A killed process leaves its pages with the kernel; what the disk drops is
//! another matter, for which the settings (`synchronous = full`, explicit salt) are chosen.

mod common;
use common::*;
use std::io::{BufRead, BufReader, Write};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};
use store::{Archive, Error, JournalFilter, Notice, Places, Tx};

const ROLE: &str = "LUNSHEN_TEST_ROLE";
const PLACE: &str = "LUNSHEN_TEST_PLACE";

struct Dice(u64);
impl Dice {
    fn below(&mut self, n: u64) -> u64 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) % n
    }
}

fn say(text: &str) {
    let mut out = std::io::stdout().lock();
    let _ = writeln!(out, "{text}");
    let _ = out.flush();
}

/// The child's part. Without its role set it does nothing and passes.
#[test]
fn child() {
    let Ok(role) = std::env::var(ROLE) else { return };
    let place = std::env::var(PLACE).unwrap();
    let (dir, n) = place.rsplit_once('#').unwrap();
    let n: u32 = n.parse().unwrap();
    let places = Places::new(format!("{dir}/档案"), format!("{dir}/记号"));
    let mut a = match Archive::open(&places, PASS, day(n)) {
        Ok(a) => a,
        Err(Error::Busy { .. }) => return say("busy"),
        Err(e) => return say(&format!("refused {e}")),
    };
    say("open");
    if role == "hold" {
        let _ = std::io::stdin().lines().next();
        return a.close();
    }
    let mut dice = Dice(u64::from(n) * 7919 + u64::from(std::process::id()));
    loop {
        match dice.below(20) {
            0 => {
                a.snapshot("asked", day(n)).unwrap();
                say("snapshot");
            }
            1 => {
                a.change_passphrase(PASS, PASS).unwrap();
                say("passphrase");
            }
            2 | 3 => {
                let text = format!("草稿 {}", dice.below(1 << 40));
                a.put_draft("form", &serde_json::json!(text)).unwrap();
                say(&format!("draft {text}"));
            }
            4..=7 => {
                let ids: Vec<String> = a.read().all::<Thing>().unwrap().into_iter().map(|t| t.id).collect();
                let Some(id) = ids.get(dice.below(ids.len().max(1) as u64) as usize).cloned() else { continue };
                let fresh = dice.below(1000) as u32;
                let (_, head) = a
                    .write(line("change", day(n)), |tx: &mut Tx| {
                        let mut t: Thing = tx.need(&id)?;
                        t.n = fresh;
                        tx.put(&t)
                    })
                    .unwrap();
                say(&format!("ack {} {}", head.seq, head.hash));
            }
            _ if role == "hasty" => {
                // The wrong order on purpose: acknowledged before it is committed.
                a.write(line("register", day(n)), |tx: &mut Tx| -> Result<(), Error> {
                    tx.next_number("case-2026")?;
                    tx.put_blob(&vec![dice.below(256) as u8; 400_000 + dice.below(1000) as usize])?;
                    say(&format!("ack {} -", tx.head().seq + 1));
                    Ok(())
                })
                .unwrap();
            }
            _ => {
                let (_, head) = register(&mut a, n);
                say(&format!("ack {} {}", head.seq, head.hash));
            }
        }
    }
}

fn spawn(role: &str, f: &Folder, n: u32) -> Child {
    Command::new(std::env::current_exe().unwrap())
        .args(["--exact", "child", "--nocapture", "--test-threads=1"])
        .env(ROLE, role)
        .env(PLACE, format!("{}#{n}", f.dir.path().display()))
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .unwrap()
}

#[derive(Default)]
struct Told {
    acks: u32,
    last: Option<(u32, String)>,
    draft: Option<String>,
    lines: Vec<String>,
}

/// Lets a child work and kills it somewhere, counted from its start or from its having the file open; what it had
/// acknowledged by then.
fn killed(role: &str, f: &Folder, n: u32, opened: bool, after: Duration) -> Told {
    let mut child = spawn(role, f, n);
    let mut out = BufReader::new(child.stdout.take().unwrap());
    let (ready, wait) = std::sync::mpsc::channel();
    let reader = std::thread::spawn(move || {
        let mut told = Told::default();
        let mut text = String::new();
        while out.read_line(&mut text).is_ok_and(|n| n > 0) {
            // A line cut by the kill was not acknowledged in full.
            if let Some(line) = text.strip_suffix('\n') {
                let words: Vec<&str> = line.splitn(3, ' ').collect();
                match words[..] {
                    ["ack", seq, hash] => {
                        told.acks += 1;
                        told.last = Some((seq.parse().unwrap(), hash.to_owned()));
                    }
                    ["draft", ..] => told.draft = Some(line["draft ".len()..].to_owned()),
                    _ if line.ends_with("open") => drop(ready.send(())),
                    _ => {}
                }
                told.lines.push(line.to_owned());
            }
            text.clear();
        }
        told
    });
    if opened {
        let _ = wait.recv_timeout(Duration::from_secs(10));
    }
    std::thread::sleep(after);
    child.kill().unwrap();
    child.wait().unwrap();
    reader.join().unwrap()
}

/// What the file says afterwards, against what was acknowledged. Err names the loss.
fn judge(f: &Folder, n: u32, told: &Told, thorough: bool) -> Result<(), String> {
    let a = Archive::open(&f.places, PASS, day(n)).map_err(|e| format!("does not open: {e}"))?;
    let head = a.read().head();
    if let Some((seq, hash)) = &told.last {
        if head.seq < *seq {
            return Err(format!("line {seq} was acknowledged, the file ends at {}", head.seq));
        }
        if head.seq > seq + 1 {
            return Err(format!("one act can be under way, not {}", head.seq - seq));
        }
        let line = a.read().journal(JournalFilter { from_seq: *seq, limit: 1, ..JournalFilter::default() }).unwrap();
        if hash != "-" && line[0].hash != *hash {
            return Err(format!("line {seq} is another one"));
        }
    }
    if let Some(draft) = &told.draft
        && a.draft("form").unwrap().is_none()
    {
        return Err(format!("the draft “{draft}” is gone"));
    }
    if a.notices().iter().any(|n| matches!(n, Notice::HeadBehind { .. } | Notice::HeadForked { .. })) {
        return Err(format!("the mark is ahead of the file: {:?}", a.notices()));
    }
    if a.snapshots().iter().any(|s| !s.verified) {
        return Err("a copy that was not verified is listed".to_owned());
    }
    if thorough {
        let report = a.verify(&mut |_, _| true).unwrap();
        if let Some(flaw) = report.findings.first() {
            return Err(flaw.en.clone());
        }
        let things: Vec<Thing> = a.read().all().unwrap();
        let numbers: Vec<String> = (1..=things.len()).map(|n| format!("JZU-AI-2026-{n:04}")).collect();
        if things.iter().map(|t| &t.number).ne(numbers.iter()) || a.read().number_peek("case-2026") as usize != things.len() {
            return Err("a number is missing or given twice".to_owned());
        }
    }
    a.close();
    let leftovers =
        std::fs::read_dir(f.places.snapshots()).map(|d| d.flatten().filter(|e| e.file_name().to_string_lossy().contains(".tmp")).count());
    if leftovers.unwrap_or(0) > 0 {
        return Err("half a copy was left".to_owned());
    }
    Ok(())
}

#[test]
fn two_hundred_kills_lose_nothing() {
    let kills: u32 = std::env::var("LUNSHEN_KILLS").ok().and_then(|k| k.parse().ok()).unwrap_or(200);
    let seed = std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH).unwrap().as_nanos() as u64;
    let (mut dice, began) = (Dice(seed), Instant::now());
    let (mut acks, mut idle) = (0, 0);
    let mut f = folder();
    f.create().0.close();
    for n in 1..=kills {
        if n % 25 == 0 {
            f = folder();
            f.create().0.close();
        }
        // Every fourth one while the file is being opened, the others at work.
        let opening = n % 4 == 0;
        let told = killed("work", &f, n, !opening, Duration::from_micros(if opening { 5_000 } else { 0 } + dice.below(90_000)));
        acks += told.acks;
        idle += u32::from(told.acks == 0);
        if let Err(loss) = judge(&f, n, &told, n % 5 == 0) {
            panic!("kill {n}, seed {seed}: {loss}\nlast said: {:?}", told.lines.iter().rev().take(4).collect::<Vec<_>>());
        }
    }
    println!("{kills} kills, {acks} acknowledged acts, 0 lost; {idle} killed before the first act; {:.1?}; seed {seed}", began.elapsed());
    assert!(acks > kills / 2, "the children hardly worked ({acks} acts), so this proved nothing");
}

#[test]
fn the_harness_sees_a_loss_when_there_is_one() {
    let mut dice = Dice(42);
    for n in 1..=60 {
        let f = folder();
        f.create().0.close();
        let told = killed("hasty", &f, n, true, Duration::from_micros(dice.below(80_000)));
        if let Err(loss) = judge(&f, n, &told, false) {
            assert!(loss.contains("was acknowledged"), "{loss}");
            println!("seen at kill {n}: {loss}");
            return;
        }
    }
    panic!("60 kills of a program that acknowledges before it commits, and no loss seen: the harness is blind");
}

#[test]
fn of_eight_starts_at_once_one_gets_the_file() {
    let f = folder();
    f.create().0.close();
    for _ in 0..3 {
        let mut children: Vec<Child> = (0..8).map(|_| spawn("hold", &f, 1)).collect();
        let mut answers = Vec::new();
        for c in &mut children {
            let out = BufReader::new(c.stdout.take().unwrap());
            // The test runner puts its own words before the child's first.
            let said = out.lines().map_while(Result::ok).find_map(|l| ["open", "busy"].into_iter().find(|w| l.ends_with(w)));
            answers.push(said.unwrap_or("neither"));
        }
        assert_eq!(answers.iter().filter(|a| **a == "open").count(), 1, "{answers:?}");
        assert_eq!(answers.iter().filter(|a| **a == "busy").count(), 7, "{answers:?}");
        for mut c in children {
            drop(c.stdin.take());
            c.wait().unwrap();
        }
    }
}
