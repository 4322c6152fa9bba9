"""A packet of 40 attachments and 1,200 pages bound by the print shop, against qpdf merging the same files: time and peak
memory as ratios, small (pages of text) and large (300 MB). `packet.py BINDER MAKER FOLDER`, the examples `packet`
and `many_pages` of `papers`. Writing 300 MB is mostly the disk's time, so the processor's is said beside it."""

import os
import statistics
import subprocess
import sys
from pathlib import Path

TIMES = 5


def run(command):
    """Seconds, seconds of the processor, and peak megabytes of one run."""
    started = os.times().elapsed
    child = subprocess.Popen(command, stdout=subprocess.DEVNULL)
    _, status, usage = os.wait4(child.pid, 0)
    if os.waitstatus_to_exitcode(status) not in (0, 3):  # 3: qpdf has a warning
        sys.exit(f"{command[0]} ended with {status}")
    return os.times().elapsed - started, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024


def median(runs):
    return statistics.median(r[0] for r in runs), statistics.median(r[1] for r in runs), max(r[2] for r in runs)


def main():
    binder, maker, folder = sys.argv[1], sys.argv[2], Path(sys.argv[3])
    worst = 0
    for name, kb in (("text", 4), ("300 MB", 256)):
        files = folder / f"{kb}"
        if not files.exists():
            subprocess.run([maker, files, "40", "30", str(kb)], check=True)
        names = sorted(str(f) for f in files.glob("*.pdf"))
        size = sum(os.path.getsize(f) for f in names) / 1e6
        ours, theirs = folder / "ours.pdf", folder / "qpdf.pdf"
        bind = [binder, str(ours), *names]
        qpdf = ["qpdf", "--empty", "--pages", *names, "--", str(theirs)]
        # In turn, so that what else the machine does falls on both.
        runs = [(run(bind), run(qpdf)) for _ in range(TIMES)]
        (t, c, m), (qt, qc, qm) = median([r[0] for r in runs]), median([r[1] for r in runs])
        print(f"{name}: 40 attachments, 1200 pages, {size:.0f} MB")
        ratios = f"{t / qt:.2f} times qpdf's time, {c / qc:.2f} times its processor, {m / qm:.2f} times its memory"
        print(f"  ours  {t:6.2f} s  {c:6.2f} s processor  {m:5.0f} MB peak   {ratios}")
        print(f"  qpdf  {qt:6.2f} s  {qc:6.2f} s processor  {qm:5.0f} MB peak   (merges only: no contents, stamps, watermark)")
        worst = max(worst, m)
        checked = subprocess.run(["qpdf", "--check", str(ours)], capture_output=True)
        print(f"  qpdf --check of ours: {'sound' if checked.returncode == 0 else 'NOT SOUND'}")
        if checked.returncode != 0:
            sys.exit(1)
    if worst > 300:
        sys.exit(f"more than 300 MB of memory: {worst:.0f}")


main()
