//! The first files a program touches may be touched from several threads at once (the window's errands, a test run).
//! SQLCipher alone does not bear that; in a process of its own because only the first moment matters.

mod common;
use common::*;
use std::process::{Command, Stdio};
use std::sync::{Arc, Barrier};

const ROLE: &str = "LUNSHEN_TEST_FIRST";

/// The child's part. Without its role set it does nothing and passes.
#[test]
fn child() {
    if std::env::var_os(ROLE).is_none() {
        return;
    }
    let gate = Arc::new(Barrier::new(8));
    let one = |gate: Arc<Barrier>| {
        std::thread::spawn(move || {
            let f = folder();
            gate.wait();
            f.create().0.close();
        })
    };
    let all: Vec<_> = (0..8).map(|_| one(gate.clone())).collect();
    all.into_iter().for_each(|thread| thread.join().expect("a file of its own"));
}

/// Without `cipher_ready` about one start in three hundred failed; the count is a compromise with the clock.
#[test]
fn eight_first_files_at_once() {
    for n in 1..=60 {
        let mut start = Command::new(std::env::current_exe().unwrap());
        start.args(["--exact", "child", "--test-threads=1"]).env(ROLE, "1").stdout(Stdio::null()).stderr(Stdio::piped());
        let out = start.output().unwrap();
        assert!(out.status.success(), "start {n}: {}", String::from_utf8_lossy(&out.stderr));
    }
}
